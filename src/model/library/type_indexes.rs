//! Indexes that a type of another package brings to its table, as `spatial_index=True` of GeoAlchemy does.
//!
//! The last field of a type's row says them: rules `<conditions>: <name> <element> <option>=<value> …`, the first of which
//! whose conditions hold is taken. `-` is no index, `?` one that is not understood.

use std::cell::RefCell;
use std::rc::Rc;

use super::data::Row;
use super::object::{self, Doubt, Handle, IndexObject, Object};
use super::state::Cx;
use super::types::TypeObject;
use super::{collections, indexes, tables, third_party};
use crate::eval::{Library, Origin, Unwind, Value};
use crate::model::Name;
use crate::model::expr::SqlExpr;

/// Attaches the index that a column's type brings along.
///
/// # Errors
/// What attaching an index raises.
pub fn attach(cx: &mut Cx<'_>, table: &Handle, column: &Handle, ty: &Value) -> Result<(), Unwind> {
    let Some(rule) = rule(cx, ty) else { return Ok(()) };
    if refuses_null(ty)
        && let Some(cell) = object::column(column)
    {
        cell.borrow_mut().nullable = false;
    }
    let (Some(table_name), Some(cell)) = (tables::name(table), object::column(column)) else { return Ok(()) };
    let Some(name) = cell.borrow().name.as_ref().map(|name| Rc::clone(&name.text)) else { return Ok(()) };
    let filled = |text: &str| text.replace("{table}", &table_name.name.text).replace("{column}", &name);
    let mut index = IndexObject {
        name: None,
        expressions: vec![Value::Str(cell.borrow().key.clone().unwrap_or_else(|| Rc::clone(&name)))],
        unique: false,
        options: indexmap::IndexMap::default(),
        attributes: indexmap::IndexMap::default(),
        column_flag: true,
        table: None,
        doubt: None,
    };
    let mut words = rule.split_ascii_whitespace();
    match words.next() {
        None | Some("-") => return Ok(()),
        Some("?") => {
            let value =
                Value::unknown(column.place, "the index that this type brings along is not understood in this dialect", Origin::Project);
            index.doubt = Some(Doubt { field: "the index of a type".into(), value });
        }
        Some(text) => index.name = Some(Name::Given(filled(text).as_str().into())),
    }
    if let Some(element) = words.next().filter(|element| *element != "{column}") {
        index.expressions = vec![Value::Library(Library::new(column.place, Object::Expr(Rc::new(SqlExpr::Text(filled(element).into())))))];
    }
    for (key, value) in words.filter_map(|word| word.split_once('=')) {
        let value = match value.split_once(':') {
            Some((of, value)) => collections::dict(&[(filled(of).into(), Value::str(value))].into_iter().collect()),
            None => Value::str(value),
        };
        index.options.insert(key.into(), value);
    }
    let index = Library::new(column.place, Object::Index(RefCell::new(index)));
    indexes::set_table(cx, &index, table)
}

/// `nullable=False` of a type that brings indexes says it for its column.
fn refuses_null(ty: &Value) -> bool {
    let ty = object::handle(ty);
    let object = ty.as_ref().and_then(object::ty);
    object.is_some_and(|object| matches!(object.borrow().attributes.get("nullable"), Some(Value::Bool(false))))
}

fn rule(cx: &Cx<'_>, ty: &Value) -> Option<&'static str> {
    let handle = object::handle(ty)?;
    let object = object::ty(&handle)?.borrow();
    let row: Row = third_party::find(object.path)?;
    first(&object, row.field(3), &cx.library.dialect.name)
}

fn first(object: &TypeObject, rules: &'static str, dialect: &str) -> Option<&'static str> {
    let holds = |conditions: &str| conditions.split_ascii_whitespace().all(|condition| third_party::holds(object, condition, dialect));
    rules.split(" | ").filter_map(|rule| rule.split_once(": ")).find(|(conditions, _)| holds(conditions)).map(|(_, index)| index)
}
