//! A column of the table that a rebuild makes, under the name it had.

use std::rc::Rc;

use crate::model::expr::Affinity;
use crate::model::{Column, Constraint, ServerDefault};
use crate::ops::add_column::Filled;
use crate::ops::alter_column::AlterColumn;
use crate::sql::CopiedColumn;

/// A column of the new table, and where its rows come from.
#[derive(Clone, Debug)]
pub(super) struct NewColumn {
    pub column: Column,
    pub from: Option<CopiedColumn>,
    pub fill: Option<Filled>,
}

/// Where a new column is to stand.
#[derive(Clone, Debug, Default)]
pub struct ColumnPosition {
    pub before: Option<Rc<str>>,
    pub after: Option<Rc<str>>,
}

impl NewColumn {
    /// A column that the table has: what is generated is not copied, since the database fills it.
    pub(super) fn kept(column: &Column) -> Self {
        let generated = matches!(column.server_default, Some(ServerDefault::Computed(_)));
        let from = (!generated).then(|| CopiedColumn { name: column.name.clone(), cast: None });
        Self { column: Column { unique: false, index: false, ..column.clone() }, from, fill: None }
    }

    /// A column that is added.
    pub(super) fn added(column: &Column, fill: Option<Filled>) -> Self {
        Self { column: column.clone(), from: None, fill }
    }

    /// Works a change in: rows are cast where the family of the type changes (`cast_for_batch_migrate`).
    pub(super) fn alter(&mut self, alter: &AlterColumn, casts_to_json: bool) {
        if let Some(name) = &alter.name {
            self.column.name = name.clone();
        }
        if let Some(ty) = &alter.ty {
            let casts = self.column.ty.affinity() != ty.affinity() && (casts_to_json || ty.affinity() != Affinity::Json);
            if let Some(from) = self.from.as_mut().filter(|_| casts) {
                from.cast = Some(Rc::clone(ty));
            }
            self.column.ty = Rc::clone(ty);
        }
        if let Some(nullable) = alter.nullable {
            self.column.nullable = nullable;
        }
        if let Some(default) = &alter.server_default {
            self.column.server_default.clone_from(default);
        }
        if let Some(comment) = &alter.comment {
            self.column.comment.clone_from(comment);
        }
    }

    /// Takes a constraint of the column's own away, and says whether it had it.
    pub(super) fn take_constraint(&mut self, name: &str) -> bool {
        let before = self.column.constraints.len();
        let named = |constraint: &Constraint| constraint.name.as_ref().is_some_and(|known| known.text() == name);
        self.column.constraints.retain(|constraint| !named(constraint));
        self.column.constraints.len() != before
    }
}
