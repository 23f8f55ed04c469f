//! `op.create_table`, and `Table.create()`.

use std::rc::Rc;

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::dialect::Dialect;
use crate::eval::{Args, Unwind, Value};
use crate::model::Table;
use crate::model::library::collections;
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::{self, Stmt};

/// A new table with its indexes and comments (`DefaultImpl.create_table`).
#[derive(Clone, Debug)]
pub struct CreateTable {
    pub table: Rc<Table>,
    pub if_not_exists: bool,
    pub place: Span,
}

impl CreateTable {
    /// Binds a call; gives the `Table` that the operation returns too.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<(Value, Vec<Change>), Unwind> {
        let mut fields = binder.fields(&signatures::CREATE_TABLE, args)?;
        let name = fields.ident(binder, "table_name")?;
        let if_not_exists = fields.flag(binder, "if_not_exists")?.unwrap_or(false);
        let items = std::mem::take(&mut fields.bound.rest).into_iter().map(|arg| arg.value).collect();
        let mut keywords = std::mem::take(&mut fields.bound.extra);
        let schema = keywords.iter().position(|(keyword, _)| &**keyword == "schema").map(|at| keywords.remove(at).1);
        keywords.retain(|(keyword, _)| &**keyword != "_constraints_included");
        let schema = schema.map_or(Value::None, |arg| arg.value);
        let name = collections::ident(&name);
        let (value, table) = binder.schema_table(name, schema, items, keywords)?;
        Ok((value, vec![Self { table: Rc::new(table), if_not_exists, place: binder.place }.into()]))
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.create_table(&self.table, self.if_not_exists, self.place)
    }

    /// The types it needs first, the table, its indexes, its comments.
    pub fn lower(&self, dialect: &Dialect) -> Vec<Stmt> {
        let mut statements = types(&self.table, dialect);
        statements.push(Stmt::CreateTable { table: Rc::clone(&self.table), if_not_exists: self.if_not_exists });
        let index = |index| Stmt::CreateIndex { index: Rc::new(index), if_not_exists: false };
        statements.extend(self.table.indexes.iter().cloned().map(index));
        statements.extend(comments(&self.table, dialect));
        statements
    }
}

/// The types that a table brings along.
pub fn types(table: &Table, dialect: &Dialect) -> Vec<Stmt> {
    let types = table.columns.iter().filter_map(|column| sql::named_type(&column.ty, dialect));
    types.filter(|ty| sql::comes_with_table(ty)).map(|ty| Stmt::CreateEnum { ty, implicit: true }).collect()
}

fn comments(table: &Table, dialect: &Dialect) -> Vec<Stmt> {
    let features = &dialect.spec().features;
    if !features.comments || features.inline_comments {
        return Vec::new();
    }
    let own = table.comment.clone().map(|comment| Stmt::TableComment { table: table.name.clone(), comment: Some(comment) });
    let columns = table.columns.iter().filter(|column| column.comment.is_some());
    let columns = columns.map(|column| Stmt::SetColumnComment { table: table.name.clone(), column: Rc::clone(column) });
    own.into_iter().chain(columns).collect()
}
