//! What schema objects need to know of expressions.

use std::rc::Rc;

use super::object::{self, Handle, Object};
use super::signature::plain_text;
use super::state::Cx;
use super::{columns, compiles};
use crate::eval::{Unwind, Value};
use crate::model::SqlExpr;
use crate::model::expr::{ColumnClause, ColumnRef, FromKind, LabelName};

/// The key of a light-weight `column("x")`, by which a constraint may name its column.
pub fn column_key(value: &Value) -> Option<Rc<str>> {
    let Value::Library(handle) = value else { return None };
    match &**object::expr(handle)? {
        SqlExpr::Column(reference) if !reference.column.literal => reference.column.key_text().map(Rc::from),
        _ => None,
    }
}

/// The tables that a column or expression is over, of those that the program made.
pub fn tables_within(cx: &Cx<'_>, value: &Value) -> Vec<Handle> {
    let Some(handle) = object::handle(value) else { return Vec::new() };
    match Object::of(&handle) {
        Some(Object::Column(_)) => columns::table_of(&handle).into_iter().collect(),
        Some(Object::Expr(expr)) => expr
            .from_objects()
            .into_iter()
            .filter(|from| matches!(from.kind, FromKind::Table { real: true, .. }))
            .filter_map(|from| cx.library.table(from.id))
            .collect(),
        _ => Vec::new(),
    }
}

/// A text or expression as an expression of DDL (`roles.DDLExpressionRole`): a plain string is `text()`.
///
/// # Errors
/// `ArgumentError` for what is neither; a diagnostic for a value that is not known.
pub fn expression(cx: &mut Cx<'_>, value: &Value, needed: &str) -> Result<Rc<SqlExpr>, Unwind> {
    super::bind::refuse_unknown(cx, value, needed)?;
    if let Some(text) = plain_text(value) {
        return Ok(Rc::new(SqlExpr::Text(text)));
    }
    match of_value(cx, value)? {
        Some(expr) => Ok(Rc::new(expr)),
        None if value.is_none() => Ok(Rc::new(SqlExpr::Null)),
        None if matches!(value, Value::Bool(true)) => Ok(Rc::new(SqlExpr::True)),
        None if matches!(value, Value::Bool(false)) => Ok(Rc::new(SqlExpr::False)),
        None => {
            let text = format!("SQL expression element or literal value expected, got {}.", super::literals::repr(value));
            Err(cx.raise("ArgumentError", text))
        }
    }
}

/// A column as an expression of DDL, where tables are not named: its name and type.
///
/// # Errors
/// What binding its type raises.
pub fn column_expression(cx: &mut Cx<'_>, column: &Handle) -> Result<Option<SqlExpr>, Unwind> {
    let Some(cell) = object::column(column) else { return Ok(None) };
    let (name, key, ty) = {
        let object = cell.borrow();
        (object.name.clone(), object.key.clone(), object.ty.clone())
    };
    let Some(name) = name else { return Ok(None) };
    let ty = super::bind::ty(cx, &ty)?;
    let key = key.filter(|key| *key != name.text);
    let column = ColumnClause { name: LabelName::Given(name), key, ty, literal: false, role: Default::default() };
    Ok(Some(SqlExpr::Column(ColumnRef { from: None, column: Rc::new(column) })))
}

/// A library object as an expression: an expression itself, a column, a mapped attribute.
///
/// # Errors
/// What binding a column's type raises.
pub fn of_value(cx: &mut Cx<'_>, value: &Value) -> Result<Option<SqlExpr>, Unwind> {
    if let Some(path) = compiles::construct(value) {
        return Ok(compiles::type_text(cx, value, path)?.map(SqlExpr::Text));
    }
    let Some(handle) = object::handle(value) else { return Ok(None) };
    match Object::of(&handle) {
        Some(Object::Expr(expr)) => super::expr::in_ddl(cx, &Rc::clone(expr)).map(Some),
        Some(Object::Column(_)) => column_expression(cx, &handle),
        _ => match super::metadata::column_of(cx, value)? {
            Some(column) => column_expression(cx, &column),
            None => Ok(None),
        },
    }
}

/// A column known by its name alone.
pub fn named_column(name: Rc<str>) -> SqlExpr {
    SqlExpr::Column(ColumnRef::free(&name, Rc::new(crate::model::Type::null())))
}
