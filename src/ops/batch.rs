//! `op.batch_alter_table`: changes kept back until the block ends, then altered or rebuilt.

use std::rc::Rc;

use super::binder::{Binder, Fields};
use super::change::Change;
use super::rebuild::ColumnPosition;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::eval::{Unwind, Value};
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
    /// `reflect_args`: columns and constraints that stand for what would be reflected.
    pub overrides: Option<Rc<Table>>,
    /// Whether constraints that are added need no name.
    pub unnamed_allowed: bool,
    pub convention: Value,
    pub changes: Vec<(Change, ColumnPosition)>,
    /// The columns that are added, as the program made them.
    pub added: Vec<Value>,
    pub place: Span,
    /// How many ways that may not be taken the block was opened in; see `uncertain`.
    pub ways: usize,
    /// Whether it is not known which changes were asked for: only where a step that can't be compiled is salvaged.
    pub uncertain: bool,
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
            table_options: Options::default(),
            partial_reordering: Vec::new(),
            overrides: None,
            unnamed_allowed: true,
            convention: Value::None,
            added: Vec::new(),
            changes: changes.into_iter().map(|change| (change, ColumnPosition::default())).collect(),
            place,
            ways: 0,
            uncertain: false,
        }
    }

    /// Binds `reflect_args`, and makes sure that `reflect_kwargs` ask for nothing that only a database can give.
    ///
    /// # Errors
    /// Where they are not known, or listen to a reflection that does not take place.
    pub fn bind_reflection(binder: &mut Binder<'_, '_>, fields: &Fields, table: &TableName) -> Result<Option<Rc<Table>>, Unwind> {
        if let Some(arg) = fields.known(binder, "reflect_kwargs")?
            && let Value::Dict(given) = &arg.value
            && given.borrow().iter().any(|(key, value)| key.as_str() == Some("listeners") && !is_empty(value))
        {
            return Err(Diagnostic::error(Code::Unsupported, "`listeners` of `reflect_kwargs` would have to hear a database")
                .label(arg.span, "given here")
                .help("say in `reflect_args` what the columns are")
                .into());
        }
        let Some(arg) = fields.known(binder, "reflect_args")?.filter(|arg| !arg.value.is_none()) else { return Ok(None) };
        let items = binder.cx.vm.iterate(binder.cx.host, &arg.value, arg.span)?;
        if items.is_empty() {
            return Ok(None);
        }
        let (name, schema) = binder.table_values(table);
        binder.schema_table(name, schema, items, Vec::new()).map(|(_, overrides)| Some(Rc::new(overrides)))
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

fn is_empty(value: &Value) -> bool {
    match value {
        Value::List(items) => items.borrow().is_empty(),
        Value::Tuple(items) => items.is_empty(),
        _ => false,
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
