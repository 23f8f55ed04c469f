//! `op.rename_table`.

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::eval::{Args, Unwind};
use crate::model::{Ident, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// A table that gets another name in its schema (`DefaultImpl.rename_table`).
#[derive(Clone, Debug)]
pub struct RenameTable {
    pub table: TableName,
    pub to: Ident,
    pub place: Span,
}

impl RenameTable {
    /// Binds a call.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let fields = binder.fields(&signatures::RENAME_TABLE, args)?;
        let table = fields.table(binder, "old_table_name", "schema")?;
        let to = fields.ident(binder, "new_table_name")?;
        Ok(vec![Self { table, to, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.rename_table(&self.table, &self.to, self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::RenameTable { table: self.table.clone(), to: self.to.clone() }]
    }
}
