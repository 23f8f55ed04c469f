//! `op.drop_index`.

use std::rc::Rc;

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::eval::{Args, Unwind};
use crate::model::naming::{Named, NamedColumn};
use crate::model::{Ident, Index, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// An index dropped (`DefaultImpl.drop_index`). Where the revision names no table, `table_known` is false.
#[derive(Clone, Debug)]
pub struct DropIndex {
    pub index: Rc<Index>,
    pub table_known: bool,
    pub if_exists: bool,
    pub place: Span,
}

impl DropIndex {
    /// Binds a call.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let mut fields = binder.fields(&signatures::DROP_INDEX, args)?;
        let table_known = fields.bound.has("table_name");
        let name = if table_known { fields.ident(binder, "table_name")? } else { Ident::new("no_table") };
        let table = TableName { schema: fields.optional_ident(binder, "schema")?, name };
        let name = fields.bound.value("index_name");
        let name = binder.name(&name, "the name of an index", fields.span("index_name"))?;
        let name = binder.conventional(Named::Index, &table, name, &[NamedColumn::new("x")], None)?;
        let if_exists = fields.flag(binder, "if_exists")?.unwrap_or(false);
        let options = fields.options(binder, "index")?;
        let index = Index { name, table, elements: Vec::new(), unique: false, options, place: binder.place };
        Ok(vec![Self { index: Rc::new(index), table_known, if_exists, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        let Some(name) = &self.index.name else { return Effect::Applied };
        let table = self.table_known.then_some(&self.index.table);
        schema.drop_index(self.index.table.schema.as_ref(), table, name, self.if_exists, self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::DropIndex { index: Rc::clone(&self.index), if_exists: self.if_exists }]
    }
}
