//! Tables.

use std::rc::Rc;

use super::super::object::{self, Handle, Object};
use super::super::signature::plain_text;
use super::super::state::Cx;
use super::super::{literals, metadata, tables};
use super::{column, constraint, index, options, refuse_doubt, refuse_unknown, text};
use crate::eval::{Unwind, Value};
use crate::model::{Column, Constraint, Index, Table, TableName};

/// One of the arguments that make up a table.
#[derive(Clone, Debug, PartialEq)]
pub enum TableItem {
    Column(Column),
    Constraint(Constraint),
    Index(Index),
}

/// Columns, constraints and indexes as given, none attached to a table. None is passed over.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is none of these.
pub fn table_items(cx: &mut Cx<'_>, values: &[Value]) -> Result<Vec<TableItem>, Unwind> {
    let mut items = Vec::with_capacity(values.len());
    for value in values.iter().filter(|value| !value.is_none()) {
        refuse_unknown(cx, value, "an argument of a table")?;
        let handle = object::handle(value);
        items.push(match handle.as_ref().and_then(|handle| Object::of(handle)) {
            Some(Object::Constraint(_)) => TableItem::Constraint(constraint::constraint(cx, value)?),
            Some(Object::Index(_)) => TableItem::Index(index::index(cx, value)?),
            _ if metadata::column_of(cx, value)?.is_some() => TableItem::Column(column::column(cx, value)?),
            _ => {
                let shown = literals::repr(value);
                let text = format!("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {shown}");
                return Err(cx.raise("ArgumentError", text));
            }
        });
    }
    Ok(items)
}

/// A table with all that belongs to it: constraints in the order in which DDL writes them.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is no table.
pub fn table(cx: &mut Cx<'_>, value: &Value) -> Result<Table, Unwind> {
    refuse_unknown(cx, value, "a table")?;
    match object::handle(value).filter(|handle| object::table(handle).is_some()) {
        Some(handle) => of_handle(cx, &handle),
        None => {
            let shown = literals::repr(value);
            Err(cx.raise("ArgumentError", format!("expected a Table, got {shown}")))
        }
    }
}

fn of_handle(cx: &mut Cx<'_>, handle: &Handle) -> Result<Table, Unwind> {
    let Some(cell) = object::table(handle) else {
        return Err(crate::diag::Diagnostic::bug(handle.place, "a table is none").into());
    };
    refuse_doubt(cx, cell.borrow().doubt.as_ref(), handle.place)?;
    let mut table = Table::new(tables::name(handle).unwrap_or_else(|| TableName::new("")), handle.place);
    for part in tables::columns(handle) {
        let column = column::of_handle(cx, &part)?;
        table.columns.push(Rc::new(column));
    }
    if let Some(key) = primary_key(cx, handle)? {
        table.constraints.push(key);
    }
    for part in tables::constraints_in_order(handle) {
        let constraint = constraint::of_handle(cx, &part)?;
        table.constraints.push(constraint);
    }
    let (indexes, comment, prefixes, extra) = {
        let object = cell.borrow();
        (object.indexes.clone(), object.comment.clone(), object.prefixes.clone(), object.options.clone())
    };
    for part in &indexes {
        let index = index::of_handle(cx, part)?;
        table.indexes.push(index);
    }
    table.comment = text(cx, &comment, "the comment of a table")?;
    for prefix in &prefixes {
        refuse_unknown(cx, prefix, "a prefix of a table")?;
        table.prefixes.extend(plain_text(prefix));
    }
    table.options = options(cx, &extra)?;
    Ok(table)
}

/// The primary key, where it has columns; one that the table made for itself only where a convention named it.
fn primary_key(cx: &mut Cx<'_>, handle: &Handle) -> Result<Option<Constraint>, Unwind> {
    let Some(part) = tables::primary_key_of(handle) else { return Ok(None) };
    let wanted = object::constraint(&part).is_some_and(|key| {
        let key = key.borrow();
        !key.columns.is_empty() && (!key.implicit || key.name.is_some())
    });
    if wanted { constraint::of_handle(cx, &part).map(Some) } else { Ok(None) }
}
