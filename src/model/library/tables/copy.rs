//! Copies of tables in other collections.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::object::{self, Handle, Object};
use super::super::signature::identifier;
use super::super::state::Cx;
use super::super::{columns, constraints, foreign_keys, indexes, metadata};
use super::{add_column, constraints_in_order, empty, existing, insert, name, primary_key_of};
use crate::eval::{Library, Unwind, Value};
use crate::model::{Ident, TableName};

/// A copy of a table in another collection (`Table.to_metadata`).
///
/// # Errors
/// What attaching the copies raises.
pub fn to_metadata(
    cx: &mut Cx<'_>,
    table: &Handle,
    owner: &Handle,
    schema: Option<&Value>,
    name: Option<&Value>,
) -> Result<Handle, Unwind> {
    let Some(source) = super::name(table) else { return Ok(Rc::clone(table)) };
    let owner_schema = object::metadata(owner).and_then(|owner| owner.borrow().schema.clone());
    let retain =
        |value: &Value| object::handle(value).and_then(|handle| object::name(&handle).map(|name| name.path.ends_with("RETAIN_SCHEMA")));
    let schema = match schema {
        None => source.schema.clone(),
        Some(value) if retain(value) == Some(true) => source.schema.clone(),
        Some(Value::None) => owner_schema,
        Some(value) if metadata::is_blank_schema(value) => None,
        Some(value) => identifier(value, None),
    };
    let new_name = name.and_then(|name| identifier(name, None)).unwrap_or_else(|| source.name.clone());
    let key = metadata::key(&new_name.text, schema.as_ref().map(|schema| &*schema.text));
    if let Some(existing) = existing(owner, &key) {
        return Ok(existing);
    }
    let mut object = empty(cx, TableName { schema: schema.clone(), name: new_name }, owner);
    if let Some(cell) = object::table(table) {
        let source = cell.borrow();
        object.comment = source.comment.clone();
        object.options = source.options.clone();
        object.prefixes = source.prefixes.clone();
        object.attributes = source.attributes.clone();
        object.doubt = source.doubt.clone();
    }
    let copied = insert(cx, object, owner, key);
    for column in super::columns(table) {
        let column = columns::copy(cx, &column)?;
        add_column(cx, &copied, &column, false, None)?;
    }
    copy_constraints(cx, table, &copied, &source, schema.as_ref())?;
    Ok(copied)
}

fn copy_constraints(cx: &mut Cx<'_>, table: &Handle, copied: &Handle, source: &TableName, schema: Option<&Ident>) -> Result<(), Unwind> {
    let mut all: Vec<Handle> =
        primary_key_of(table).into_iter().filter(|key| object::constraint(key).is_some_and(|key| !key.borrow().implicit)).collect();
    all.extend(constraints_in_order(table));
    for constraint in all {
        let skipped =
            object::constraint(&constraint).is_none_or(|constraint| constraint.borrow().type_bound || constraint.borrow().column_flag);
        if skipped {
            continue;
        }
        let copy = constraints::copy(cx, &constraint, None)?;
        retarget(&copy, source, schema, copied);
        constraints::set_table(cx, &copy, copied)?;
    }
    let indexes = object::table(table).map(|table| table.borrow().indexes.clone()).unwrap_or_default();
    for index in indexes {
        let Some(cell) = object::index(&index) else { continue };
        let source = cell.borrow();
        if source.column_flag {
            continue;
        }
        let object = object::IndexObject {
            name: source.name.clone(),
            expressions: constraints::keys(&source.expressions),
            unique: source.unique,
            options: source.options.clone(),
            attributes: source.attributes.clone(),
            column_flag: false,
            table: None,
            doubt: source.doubt.clone(),
        };
        drop(source);
        let copy = Library::new(index.place, Object::Index(RefCell::new(object)));
        indexes::set_table(cx, &copy, copied)?;
    }
    Ok(())
}

/// Points the foreign keys of a copied table to the copy's schema where they stayed within their own, and to the copy
/// itself where they pointed to their own table.
fn retarget(constraint: &Handle, source: &TableName, schema: Option<&Ident>, copied: &Handle) {
    let Some(cell) = object::constraint(constraint) else { return };
    let own_schema = source.schema.as_ref().map(|schema| Rc::clone(&schema.text));
    for element in &cell.borrow().elements {
        let Some((referred_schema, table, column)) = foreign_keys::tokens(element) else { continue };
        let within = referred_schema == own_schema;
        let itself = within && *table == *source.name.text;
        let table = if itself { name(copied).map_or(table, |name| name.name.text) } else { table };
        let referred_schema = if within { schema.map(|schema| Rc::clone(&schema.text)) } else { referred_schema };
        if let Some(element) = object::foreign_key(element) {
            element.borrow_mut().target = object::Target::Names { schema: referred_schema, table, column };
        }
    }
}
