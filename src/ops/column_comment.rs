//! The comment of a column that was added (`DefaultImpl.create_column_comment`).

use std::rc::Rc;

use crate::model::{Column, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// A comment that stands in a statement of its own. The schema has it from the column already.
#[derive(Clone, Debug)]
pub struct ColumnComment {
    pub table: TableName,
    pub column: Rc<Column>,
    pub place: Span,
}

impl ColumnComment {
    /// Writes the change into the replayed schema.
    pub fn apply(&self, _schema: &mut Schema) -> Effect {
        Effect::Applied
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::SetColumnComment { table: self.table.clone(), column: Rc::clone(&self.column) }]
    }
}
