//! `op.batch_alter_table`: changes kept back until the block ends, then altered or rebuilt.

use std::rc::Rc;

use super::change::Change;
use super::rebuild::ColumnPosition;
use crate::eval::Value;
use crate::model::{Constraint, Options, Table, TableName};
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
