//! `op.create_index`.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::binder::{Binder, Fields};
use super::change::Change;
use super::signatures;
use crate::eval::{Args, Unwind};
use crate::model::library::bind;
use crate::model::naming::{Named, NamedColumn};
use crate::model::{Ident, Index, IndexElement, Name, SqlExpr};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// An index on a table that is there (`DefaultImpl.create_index`).
#[derive(Clone, Debug)]
pub struct CreateIndex {
    pub index: Rc<Index>,
    pub if_not_exists: bool,
    pub place: Span,
}

impl CreateIndex {
    /// Binds a call.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let mut fields = binder.fields(&signatures::CREATE_INDEX, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let name = fields.bound.value("index_name");
        let quote = fields.quote();
        let name = match binder.name(&name, "the name of an index", fields.span("index_name"))? {
            Some(Name::Given(name)) if quote.is_some() => Some(Name::Given(Ident { quote, ..name })),
            other => other,
        };
        let elements = elements(binder, &fields)?;
        let columns: Vec<NamedColumn> = elements.iter().filter_map(column_of).collect();
        // Only columns and texts bring an index to its table, where it is named.
        let attached = columns.len() == elements.len() || elements.iter().any(is_of_table);
        let name = if attached || name.is_some() { binder.conventional(Named::Index, &table, name, &columns, None)? } else { None };
        let unique = fields.flag(binder, "unique")?.unwrap_or(false);
        let if_not_exists = fields.flag(binder, "if_not_exists")?.unwrap_or(false);
        let options = fields.options(binder, "index")?;
        let index = Index { name, table, elements, unique, options, place: binder.place };
        Ok(vec![Self { index: Rc::new(index), if_not_exists, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.create_index(&self.index, self.if_not_exists, self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        vec![Stmt::CreateIndex { index: Rc::clone(&self.index), if_not_exists: self.if_not_exists }]
    }
}

fn elements(binder: &mut Binder<'_, '_>, fields: &Fields) -> Result<Vec<IndexElement>, Unwind> {
    let Some(columns) = fields.known(binder, "columns")? else { return Ok(Vec::new()) };
    let items = binder.cx.vm.iterate(binder.cx.host, &columns.value, columns.span)?;
    let mut names = BTreeSet::new();
    for item in &items {
        if let Some(name) = item.as_str().filter(|name| !names.insert(name.to_string())) {
            let text = format!("A column with name '{name}' is already present in the index's table.");
            return Err(binder.cx.raise("DuplicateColumnError", text));
        }
        binder.known(item, "a column of an index", columns.span)?;
    }
    bind::index_elements(binder.cx, &items)
}

/// Whether an element is a column or a text, for which Alembic makes a column (`_textual_index_column`).
fn is_of_table(element: &IndexElement) -> bool {
    match element {
        IndexElement::Column(_) => true,
        IndexElement::Expr(expr) => matches!(&**expr, SqlExpr::Text(_) | SqlExpr::TextClause(_)),
    }
}

fn column_of(element: &IndexElement) -> Option<NamedColumn> {
    match element {
        IndexElement::Column(column) => Some(NamedColumn::new(Rc::clone(&column.text))),
        IndexElement::Expr(expr) => match &**expr {
            SqlExpr::Column(reference) => reference.column.name.plain().map(NamedColumn::new),
            SqlExpr::Text(text) => Some(NamedColumn::new(Rc::clone(text))),
            SqlExpr::TextClause(clause) => Some(NamedColumn::new(Rc::clone(&clause.text))),
            _ => None,
        },
    }
}
