//! Indexes.

use super::super::object::{self, Handle};
use super::super::signature::identifier;
use super::super::state::Cx;
use super::super::{bridge, literals, tables};
use super::{options, refuse_doubt, refuse_unknown};
use crate::eval::{Unwind, Value};
use crate::model::{Ident, Index, IndexElement, TableName};

/// An index.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is no index.
pub fn index(cx: &mut Cx<'_>, value: &Value) -> Result<Index, Unwind> {
    refuse_unknown(cx, value, "an index")?;
    match object::handle(value).filter(|handle| object::index(handle).is_some()) {
        Some(handle) => of_handle(cx, &handle),
        None => {
            let shown = literals::repr(value);
            Err(cx.raise("ArgumentError", format!("expected an Index, got {shown}")))
        }
    }
}

/// The index behind a handle.
pub(super) fn of_handle(cx: &mut Cx<'_>, handle: &Handle) -> Result<Index, Unwind> {
    let Some(cell) = object::index(handle) else {
        return Err(crate::diag::Diagnostic::bug(handle.place, "an index is none").into());
    };
    refuse_doubt(cx, cell.borrow().doubt.as_ref(), handle.place)?;
    let (expressions, extra, table) = {
        let object = cell.borrow();
        (object.expressions.clone(), object.options.clone(), object.table.as_ref().and_then(std::rc::Weak::upgrade))
    };
    let elements = index_elements(cx, &expressions)?;
    let options = options(cx, &extra)?;
    let object = cell.borrow();
    Ok(Index {
        name: object.name.clone(),
        table: table.and_then(|table| tables::name(&table)).unwrap_or_else(|| TableName::new("")),
        elements,
        unique: object.unique,
        options,
        place: handle.place,
    })
}

/// What an index is on: column names, columns, expressions.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is neither.
pub fn index_elements(cx: &mut Cx<'_>, values: &[Value]) -> Result<Vec<IndexElement>, Unwind> {
    let mut elements = Vec::with_capacity(values.len());
    for value in values {
        refuse_unknown(cx, value, "an element of an index")?;
        let column: Option<Ident> = match object::handle(value) {
            Some(handle) => match object::column(&handle) {
                Some(column) => column.borrow().name.clone(),
                None => bridge::column_key(value).map(Ident::new),
            },
            None => None,
        };
        elements.push(match column.or_else(|| identifier(value, None)) {
            Some(name) => IndexElement::Column(name),
            None => IndexElement::Expr(bridge::expression(cx, value, "an element of an index")?),
        });
    }
    Ok(elements)
}
