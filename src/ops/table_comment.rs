//! `op.create_table_comment` and `op.drop_table_comment`.

use std::rc::Rc;

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::eval::{Args, Unwind};
use crate::model::{TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// A table's comment set or, with `None`, dropped.
#[derive(Clone, Debug)]
pub struct TableComment {
    pub table: TableName,
    pub comment: Option<Rc<str>>,
    pub place: Span,
}

impl TableComment {
    /// Binds a call of `create_table_comment`.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let fields = binder.fields(&signatures::CREATE_TABLE_COMMENT, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let comment = fields.optional_text(binder, "comment")?;
        Ok(vec![Self { table, comment, place: binder.place }.into()])
    }

    /// Binds a call of `drop_table_comment`.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind_drop(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let fields = binder.fields(&signatures::DROP_TABLE_COMMENT, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        Ok(vec![Self { table, comment: None, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.set_table_comment(&self.table, self.comment.as_ref(), self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::TableComment { table: self.table.clone(), comment: self.comment.clone() }]
    }
}
