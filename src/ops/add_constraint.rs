//! `op.create_primary_key`, `create_unique_constraint`, `create_foreign_key`, `create_check_constraint`, `create_exclude_constraint`.

use std::rc::Rc;

use crate::model::{Constraint, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// A constraint added to a table that is there (`DefaultImpl.add_constraint`).
#[derive(Clone, Debug)]
pub struct AddConstraint {
    pub table: TableName,
    pub constraint: Rc<Constraint>,
    pub place: Span,
}

impl AddConstraint {
    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.add_constraint(&self.table, &self.constraint, self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::AddConstraint { table: self.table.clone(), constraint: Rc::clone(&self.constraint) }]
    }
}
