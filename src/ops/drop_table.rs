//! `op.drop_table`, and `Table.drop()`.

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::eval::{Args, Unwind};
use crate::model::TableName;
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// A table dropped (`DefaultImpl.drop_table`).
#[derive(Clone, Debug)]
pub struct DropTable {
    pub table: TableName,
    pub if_exists: bool,
    /// Whether a connected SQLAlchemy would look first whether it is there, as `checkfirst=` says.
    pub checked: bool,
    pub place: Span,
}

impl DropTable {
    /// Binds a call.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let mut fields = binder.fields(&signatures::DROP_TABLE, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let if_exists = fields.flag(binder, "if_exists")?.unwrap_or(false);
        fields.bound.extra.retain(|(keyword, _)| !signatures::TABLE_KEYWORDS.contains(&&**keyword));
        fields.options(binder, "table")?;
        Ok(vec![Self { table, if_exists, checked: false, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        let may_be_missing = self.checked && !schema.has_heard_of(&self.table);
        schema.drop_table(&self.table, self.if_exists || may_be_missing, false, self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::DropTable { table: self.table.clone(), if_exists: self.if_exists }]
    }
}
