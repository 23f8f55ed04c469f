//! What happens when something is attached to a table.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::object::{self, ConstraintClass, Handle, Object};
use super::super::signature::is_unknown;
use super::super::state::Cx;
use super::super::{columns, constraints, declarative, enums, foreign_keys, indexes, metadata, naming, type_checks, type_indexes};
use super::{metadata_of, name, primary_key_of};
use crate::eval::{Library, Unwind, Value};
use crate::model::Ident;

/// Attaches a column, constraint or index to a table.
///
/// # Errors
/// `ArgumentError` where it is none of these; what attaching it raises.
pub fn add_item(cx: &mut Cx<'_>, table: &Handle, item: &Value, replace: bool) -> Result<(), Unwind> {
    if item.is_none() {
        return Ok(());
    }
    if is_unknown(item) {
        if let Some(cell) = object::table(table) {
            cell.borrow_mut().doubt.get_or_insert(object::Doubt { field: "an argument of a table".into(), value: item.clone() });
        }
        return Ok(());
    }
    let Some(part) = object::handle(item) else { return Err(columns::no_schema_item(cx, item)) };
    match Object::of(&part) {
        Some(Object::Column(_)) => add_column(cx, table, &part, replace, None),
        Some(Object::Constraint(_) | Object::Index(_)) => constraints::set_table(cx, &part, table),
        Some(Object::Sequence(_)) => {
            if let Some(owner) = metadata_of(table) {
                metadata::add_sequence(&owner, &part);
            }
            Ok(())
        }
        _ => match declarative::column_of(cx, &part)? {
            Some(column) => add_column(cx, table, &column, replace, None),
            None => Err(columns::no_schema_item(cx, item)),
        },
    }
}

/// Attaches a column to a table, with all it brings (`Column._set_parent` and what waits for it).
///
/// # Errors
/// `ArgumentError` without a name or in another table, `DuplicateColumnError`.
pub fn add_column(cx: &mut Cx<'_>, table: &Handle, column: &Handle, replace: bool, at: Option<usize>) -> Result<(), Unwind> {
    let (Some(cell), Some(object)) = (object::table(table), object::column(column)) else { return Ok(()) };
    let Some(name) = object.borrow().name.clone().filter(|name| !name.text.is_empty()) else {
        if object.borrow().doubt.is_some() {
            cell.borrow_mut().columns.push(Rc::clone(column));
            return Ok(());
        }
        let text = "Column must be constructed with a non-blank name or assign a non-blank .name before adding to a Table.";
        return Err(cx.raise("ArgumentError", text));
    };
    let key = Rc::clone(object.borrow_mut().key.get_or_insert_with(|| Rc::clone(&name.text)));
    if let Some(existing) = columns::table_of(column).filter(|existing| !Rc::ptr_eq(existing, table)) {
        let other = super::name(&existing).map(|name| name.name.text).unwrap_or_default();
        return Err(cx.raise("ArgumentError", format!("Column object '{key}' already assigned to Table '{other}'")));
    }
    put_column(cx, table, column, &name, &key, replace, at)?;
    object.borrow_mut().table = Some(Rc::downgrade(table));
    add_flags(cx, table, column, &key)?;
    attach_parts(cx, table, column)
}

/// Puts the column in its place among the others.
fn put_column(
    cx: &mut Cx<'_>,
    table: &Handle,
    column: &Handle,
    name: &Ident,
    key: &str,
    replace: bool,
    at: Option<usize>,
) -> Result<(), Unwind> {
    let Some(cell) = object::table(table) else { return Ok(()) };
    let by_key = super::column(table, key);
    let conflict = by_key.or_else(|| {
        super::columns(table).into_iter().find(|other| {
            object::column(other).is_some_and(|other| other.borrow().name.as_ref().is_some_and(|other| other.text == name.text))
        })
    });
    let Some(existing) = conflict.filter(|existing| !Rc::ptr_eq(existing, column)) else {
        let mut object = cell.borrow_mut();
        if !object.columns.iter().any(|known| Rc::ptr_eq(known, column)) {
            let at = at.unwrap_or(object.columns.len()).min(object.columns.len());
            object.columns.insert(at, Rc::clone(column));
        }
        return Ok(());
    };
    if !replace {
        let what = if key == &*name.text { "name" } else { "key" };
        let shown = if what == "key" { key } else { &*name.text };
        let table_name = super::name(table).map(|name| name.name.text).unwrap_or_default();
        let text = format!("A column with {what} '{shown}' is already present in table '{table_name}'.");
        return Err(cx.raise("DuplicateColumnError", text));
    }
    let gone: Vec<Handle> = object::column(&existing).map(|existing| existing.borrow().foreign_keys.clone()).unwrap_or_default();
    let gone: Vec<Handle> = gone.iter().filter_map(|foreign_key| object::foreign_key(foreign_key)?.borrow().constraint.clone()).collect();
    let mut object = cell.borrow_mut();
    object.constraints.retain(|known| !gone.iter().any(|gone| Rc::ptr_eq(gone, known)));
    for slot in &mut object.columns {
        if Rc::ptr_eq(slot, &existing) {
            *slot = Rc::clone(column);
        }
    }
    Ok(())
}

/// What `primary_key=`, `index=` and `unique=` of a column bring.
fn add_flags(cx: &mut Cx<'_>, table: &Handle, column: &Handle, key: &Rc<str>) -> Result<(), Unwind> {
    let Some(cell) = object::column(column) else { return Ok(()) };
    let (primary_key, index, unique) = {
        let object = cell.borrow();
        (object.primary_key, object.index == Some(true), object.unique == Some(true))
    };
    let current = primary_key_of(table);
    if let Some(current) = &current {
        let constraint = object::constraint(current);
        let mut changed = false;
        if let Some(constraint) = constraint {
            let mut constraint = constraint.borrow_mut();
            let at = constraint.columns.iter().position(|known| object::handle(known).is_some_and(|known| same_key(&known, key)));
            match (at, primary_key) {
                (Some(at), true) => {
                    if let Some(slot) = constraint.columns.get_mut(at) {
                        *slot = Value::Library(Rc::clone(column));
                    }
                }
                (None, true) => {
                    constraint.columns.push(Value::Library(Rc::clone(column)));
                    changed = constraint.implicit;
                }
                (Some(_), false) => {
                    let name =
                        super::name(table).map(|name| metadata::key(&name.name.text, name.schema.as_ref().map(|schema| &*schema.text)));
                    drop(constraint);
                    let text = format!(
                        "Trying to redefine primary-key column '{key}' as a non-primary-key column on table '{}'",
                        name.unwrap_or_default()
                    );
                    return Err(cx.raise("ArgumentError", text));
                }
                (None, false) => {}
            }
            if changed {
                constraint.name = None;
            }
        }
        if changed {
            naming::name_constraint(cx, current, table)?;
        }
    }
    if index {
        let index = indexes::of_column(cx, key, unique);
        indexes::set_table(cx, &index, table)?;
    } else if unique {
        let mut constraint = constraints::empty(cx, ConstraintClass::Unique);
        constraint.columns = vec![Value::Str(Rc::clone(key))];
        constraint.column_flag = true;
        let constraint = Library::new(column.place, Object::Constraint(RefCell::new(constraint)));
        constraints::set_table(cx, &constraint, table)?;
    }
    Ok(())
}

pub(super) fn same_key(column: &Handle, key: &str) -> bool {
    object::column(column).is_some_and(|column| column.borrow().key.as_deref() == Some(key))
}

/// Attaches what a column brings besides: checks of its type, foreign keys, sequences, and what waited for it.
fn attach_parts(cx: &mut Cx<'_>, table: &Handle, column: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::column(column) else { return Ok(()) };
    let schema = name(table).and_then(|name| name.schema);
    let owner_schema = metadata_of(table).and_then(|owner| object::metadata(&owner).and_then(|owner| owner.borrow().schema.clone()));
    let ty = cell.borrow().ty.clone();
    enums::attach(&ty, schema.as_ref(), owner_schema.as_ref());
    type_checks::attach(cx, table, column, &ty)?;
    type_indexes::attach(cx, table, column, &ty)?;
    let (foreign_keys, checks, default) = {
        let object = cell.borrow();
        (object.foreign_keys.clone(), object.constraints.clone(), object.default.clone())
    };
    for foreign_key in foreign_keys {
        foreign_keys::set_table(cx, &foreign_key, column, table)?;
    }
    for check in checks {
        naming::name_constraint(cx, &check, table)?;
    }
    if let (Some(owner), Value::Library(sequence)) = (metadata_of(table), &default) {
        metadata::add_sequence(&owner, sequence);
    }
    let waiting = std::mem::take(&mut cell.borrow_mut().waiting);
    for part in waiting {
        constraints::attach_by_columns(cx, &part)?;
    }
    Ok(())
}

/// Makes a constraint the table's primary key (`PrimaryKeyConstraint._set_parent`).
///
/// # Errors
/// None of its own.
pub fn set_primary_key(_cx: &mut Cx<'_>, table: &Handle, constraint: &Handle) -> Result<(), Unwind> {
    let (Some(cell), Some(key)) = (object::table(table), object::constraint(constraint)) else { return Ok(()) };
    cell.borrow_mut().primary_key = Rc::clone(constraint);
    let flagged: Vec<Handle> = super::columns(table)
        .into_iter()
        .filter(|column| object::column(column).is_some_and(|column| column.borrow().primary_key))
        .collect();
    let own: Vec<Handle> = key.borrow().columns.iter().filter_map(object::handle).collect();
    for column in &own {
        if let Some(column) = object::column(column) {
            let mut column = column.borrow_mut();
            column.primary_key = true;
            if !column.nullable_given {
                column.nullable = false;
            }
        }
    }
    if own.is_empty() {
        key.borrow_mut().columns = flagged.into_iter().map(Value::Library).collect();
    }
    Ok(())
}
