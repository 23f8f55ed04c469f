//! Columns and what fills them.

use std::rc::Rc;

use super::super::object::{self, DefaultKind, Handle};
use super::super::signature::plain_text;
use super::super::state::Cx;
use super::super::{bridge, columns, foreign_keys, literals, metadata};
use super::{constraint, is_null_type, options, refuse_doubt, refuse_unknown, text, ty};
use crate::eval::{Unwind, Value};
use crate::model::{Autoincrement, Column, Computed, Identity, Sequence, ServerDefault, TableName};

/// A column. Its `constraints` are the checks it was given; foreign keys too, as long as it is in no table.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is no column.
pub fn column(cx: &mut Cx<'_>, value: &Value) -> Result<Column, Unwind> {
    refuse_unknown(cx, value, "a column")?;
    let Some(handle) = metadata::column_of(cx, value)? else {
        let shown = literals::repr(value);
        return Err(cx.raise("ArgumentError", format!("expected a Column, got {shown}")));
    };
    of_handle(cx, &handle)
}

/// The column behind a handle.
pub(super) fn of_handle(cx: &mut Cx<'_>, handle: &Handle) -> Result<Column, Unwind> {
    let Some(cell) = object::column(handle) else {
        return Err(crate::diag::Diagnostic::bug(handle.place, "a column is no column").into());
    };
    refuse_doubt(cx, cell.borrow().doubt.as_ref(), handle.place)?;
    let (given_type, server, default, onupdate, checks, foreign_keys, comment, extra) = {
        let object = cell.borrow();
        (
            object.ty.clone(),
            object.server_default.clone(),
            object.default.clone(),
            object.onupdate.clone(),
            object.constraints.clone(),
            object.foreign_keys.clone(),
            object.comment.clone(),
            object.options.clone(),
        )
    };
    let referred = if is_null_type(&given_type) { foreign_keys.iter().find_map(referred_type) } else { None };
    let mut column = Column::new("", ty(cx, &referred.unwrap_or(given_type))?);
    column.server_default = match object::handle(&server).is_some_and(|part| object::default(&part).is_some()) {
        true => server_default(cx, &server)?,
        // a text set on the attribute is no default that is written
        false => None,
    };
    column.sequence = match &default {
        Value::Library(part) if object::sequence(part).is_some() => Some(Rc::new(sequence(cx, &default)?)),
        _ => None,
    };
    column.has_python_default = !default.is_none() && column.sequence.is_none();
    column.has_python_onupdate = !onupdate.is_none();
    column.comment = text(cx, &comment, "the comment of a column")?;
    column.options = options(cx, &extra)?;
    for check in &checks {
        let check = constraint::of_handle(cx, check)?;
        column.constraints.push(check);
    }
    let object = cell.borrow();
    if object.table.as_ref().and_then(std::rc::Weak::upgrade).is_none() {
        drop(object);
        for foreign_key in &foreign_keys {
            let constraint = constraint::of_foreign_key(cx, foreign_key, handle)?;
            column.constraints.push(constraint);
        }
    } else {
        drop(object);
    }
    let object = cell.borrow();
    column.name = object.name.clone().unwrap_or_else(|| "".into());
    column.key = object.key.clone().filter(|key| *key != column.name.text);
    let computed = matches!(column.server_default, Some(ServerDefault::Computed(_)));
    column.nullable = object.nullable || (computed && !object.nullable_given && cx.library.dialect.computed_nullable);
    column.primary_key = object.primary_key;
    // a column that refers to another counts up only where it is told to, wherever its foreign keys end up
    column.autoincrement = match object.autoincrement {
        Autoincrement::Auto if !foreign_keys.is_empty() => Autoincrement::No,
        other => other,
    };
    column.unique = object.unique.unwrap_or(false);
    column.index = object.index.unwrap_or(false);
    column.system = object.system;
    column.place = handle.place;
    Ok(column)
}

/// The type of the column that a foreign key points to, where that is known.
fn referred_type(foreign_key: &Handle) -> Option<Value> {
    let parent = object::foreign_key(foreign_key)?.borrow().parent.as_ref()?.upgrade()?;
    let target = foreign_keys::resolve(foreign_key, &columns::table_of(&parent)?)?;
    let ty = object::column(&target)?.borrow().ty.clone();
    Some(ty)
}

/// What the database fills a column with: a text, an expression, or a default object; nothing for None and False.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what can't be a default.
pub fn server_default(cx: &mut Cx<'_>, value: &Value) -> Result<Option<ServerDefault>, Unwind> {
    refuse_unknown(cx, value, "a server default")?;
    if let Some(text) = plain_text(value) {
        return Ok(Some(ServerDefault::Text(text)));
    }
    if let Value::Library(handle) = value
        && let Some(cell) = object::default(handle)
    {
        refuse_doubt(cx, cell.borrow().doubt.as_ref(), handle.place)?;
        let object = cell.borrow();
        return match &object.kind {
            DefaultKind::Fetched => Ok(Some(ServerDefault::Fetched)),
            DefaultKind::Identity { always, on_null, counting } => {
                Ok(Some(ServerDefault::Identity(Rc::new(Identity { always: *always, on_null: *on_null, sequence: counting.clone() }))))
            }
            DefaultKind::Clause(arg) | DefaultKind::Python(arg) => {
                let arg = arg.clone();
                drop(object);
                server_default(cx, &arg)
            }
            DefaultKind::Computed { sqltext, persisted } => {
                let (sqltext, persisted) = (sqltext.clone(), *persisted);
                drop(object);
                let expression = bridge::expression(cx, &sqltext, "the expression of a computed column")?;
                Ok(Some(ServerDefault::Computed(Rc::new(Computed { expression, persisted }))))
            }
        };
    }
    match value {
        Value::None | Value::Bool(false) => Ok(None),
        _ => Ok(Some(ServerDefault::Expr(bridge::expression(cx, value, "a server default")?))),
    }
}

/// A sequence.
///
/// # Errors
/// A diagnostic for what is not known; `ArgumentError` for what is no sequence.
pub fn sequence(cx: &mut Cx<'_>, value: &Value) -> Result<Sequence, Unwind> {
    refuse_unknown(cx, value, "a sequence")?;
    let Some(handle) = object::handle(value).filter(|handle| object::sequence(handle).is_some()) else {
        let shown = literals::repr(value);
        return Err(cx.raise("ArgumentError", format!("expected a Sequence, got {shown}")));
    };
    let Some(cell) = object::sequence(&handle) else { return Err(crate::diag::Diagnostic::bug(handle.place, "a sequence is none").into()) };
    refuse_doubt(cx, cell.borrow().doubt.as_ref(), handle.place)?;
    let given = cell.borrow().data_type.clone();
    let data_type = if given.is_none() { None } else { Some(ty(cx, &given)?) };
    let object = cell.borrow();
    Ok(Sequence {
        name: TableName { schema: object.schema.clone(), name: object.name.clone() },
        options: object.counting.clone(),
        optional: object.optional,
        data_type,
    })
}
