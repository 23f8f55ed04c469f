//! `op.batch_alter_table`: changes kept back until the block ends, then altered or rebuilt.

use std::rc::Rc;

use super::change::Change;
use super::rebuild::ColumnPosition;
use crate::dialect::Dialect;
use crate::eval::Value;
use crate::model::{Column, Constraint, Options, ServerDefault, Table, TableName};
use crate::source::Span;

/// Whether the table is rebuilt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recreate {
    /// Where the dialect can't alter.
    Auto,
    Always,
    Never,
}

/// An open block and what was asked in it.
#[derive(Clone, Debug)]
pub struct Batch {
    pub table: TableName,
    /// The table's name and schema as given, for the operations of the block.
    pub table_value: Value,
    pub schema_value: Value,
    pub recreate: Recreate,
    pub copy_from: Option<Rc<Table>>,
    pub table_args: Vec<Constraint>,
    pub table_options: Options,
    pub partial_reordering: Vec<Vec<Rc<str>>>,
    pub convention: Value,
    pub changes: Vec<(Change, ColumnPosition)>,
    pub place: Span,
}

impl Batch {
    /// The changes of an operation outside of a block, as a block of their own that rebuilds the table.
    pub fn alone(table: TableName, changes: Vec<Change>, place: Span) -> Self {
        Self {
            table,
            table_value: Value::None,
            schema_value: Value::None,
            recreate: Recreate::Always,
            copy_from: None,
            table_args: Vec::new(),
            table_options: Options::new(),
            partial_reordering: Vec::new(),
            convention: Value::None,
            changes: changes.into_iter().map(|change| (change, ColumnPosition::default())).collect(),
            place,
        }
    }

    /// Whether the block makes its table anew (`BatchOperationsImpl._should_recreate`).
    pub fn recreates(&self, dialect: &Dialect) -> bool {
        match self.recreate {
            Recreate::Always => true,
            Recreate::Never => false,
            Recreate::Auto => dialect.spec().strategies.recreate_in_batch && self.changes.iter().any(|(change, _)| needs_new_table(change)),
        }
    }
}

/// What such a database can't alter (`SQLiteImpl.requires_recreate_in_batch`).
fn needs_new_table(change: &Change) -> bool {
    match change {
        Change::AddColumn(add) => has_computed_default(&add.column),
        Change::CreateIndex(_) | Change::DropIndex(_) => false,
        _ => true,
    }
}

fn has_computed_default(column: &Column) -> bool {
    match &column.server_default {
        Some(ServerDefault::Expr(_)) => true,
        Some(ServerDefault::Computed(computed)) => computed.persisted == Some(true),
        _ => false,
    }
}
