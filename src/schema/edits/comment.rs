//! Comments of tables and constraints; a column's is a facet of the column.

use std::rc::Rc;

use super::super::Schema;
use super::super::table::{constraint_key, name_key};
use super::super::{Effect, FailureKind};
use crate::model::{Name, TableName};
use crate::source::Span;

impl Schema {
    /// Sets or, with `None`, drops the comment of a table.
    pub fn set_table_comment(&mut self, table: &TableName, comment: Option<Rc<str>>, place: Span) -> Effect {
        self.edit(table, place, |_, opened| {
            opened.table.definition.comment = comment;
            Ok(())
        })
    }

    /// Sets or, with `None`, drops the comment of a constraint.
    pub fn set_constraint_comment(&mut self, table: &TableName, name: &Name, comment: Option<Rc<str>>, place: Span) -> Effect {
        self.edit(table, place, |schema, opened| {
            let key = name_key(schema.naming(), name);
            let answer = opened.table.has_constraint(schema.naming(), &key);
            opened.require(answer, FailureKind::UndefinedConstraint, || format!("constraint \"{key}\""))?;
            let constraints = opened.table.definition.constraints.iter_mut();
            for constraint in constraints.filter(|constraint| constraint_key(schema.naming(), constraint).as_ref() == Some(&key)) {
                constraint.comment.clone_from(&comment);
            }
            Ok(())
        })
    }
}
