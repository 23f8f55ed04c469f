//! `sqlalchemy.Index`.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::object::{self, Handle, IndexObject, Object};
use super::signature::{Signature, is_unknown, plain_text};
use super::state::Cx;
use super::{bind, bridge, collections, constraints, metadata, naming, options, tables};
use crate::eval::{Args, Library, Unwind, Value};
use crate::model::Name;

/// The canonical path of the class.
pub const INDEX: &str = "sqlalchemy.sql.schema.Index";

const SIGNATURE: Signature = Signature {
    function: "Index.__init__()",
    of: "an index",
    positional: &["name"],
    required: 1,
    variadic: true,
    keywords: &["unique", "quote", "info", "_table", "_column_flag"],
    open: true,
};

/// `Index(name, *expressions, …)`.
///
/// # Errors
/// `TypeError` and `ArgumentError` as there.
pub fn construct(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut bound = SIGNATURE.bind(cx, args)?;
    let quote = bound.optional_flag(cx, "quote")?;
    let mut expressions = Vec::new();
    for arg in std::mem::take(&mut bound.rest) {
        if is_unknown(&arg.value) {
            bound.doubt("expressions", &arg.value);
            continue;
        }
        expressions.push(match metadata::column_of(cx, &arg.value)? {
            Some(column) => Value::Library(column),
            None => arg.value,
        });
    }
    let object = IndexObject {
        name: bound.known("name").and_then(|arg| bind::name_quoted(&arg.value, quote)),
        expressions,
        unique: bound.flag(cx, "unique", false)?,
        options: bound.take_extra(),
        attributes: constraints::info(&bound),
        column_flag: bound.flag(cx, "_column_flag", false)?,
        table: None,
        doubt: bound.doubt.take(),
    };
    options::validate(cx, &["Index"], INDEX, &object.options)?;
    let handle = Library::new(cx.span, Object::Index(RefCell::new(object)));
    match bound.get("_table").and_then(|arg| object::handle(&arg.value)) {
        Some(table) => set_table(cx, &handle, &table)?,
        None => constraints::attach_by_columns(cx, &handle)?,
    }
    Ok(handle)
}

/// An index on one column, for `index=True`.
pub fn of_column(cx: &Cx<'_>, key: &Rc<str>, unique: bool) -> Handle {
    let object = IndexObject {
        name: None,
        expressions: vec![Value::Str(Rc::clone(key))],
        unique,
        options: indexmap::IndexMap::default(),
        attributes: indexmap::IndexMap::default(),
        column_flag: true,
        table: None,
        doubt: None,
    };
    Library::new(cx.span, Object::Index(RefCell::new(object)))
}

/// Attaches an index to a table and names it.
///
/// # Errors
/// `ConstraintColumnNotFoundError`, `ArgumentError` where it is on another table.
pub fn set_table(cx: &mut Cx<'_>, handle: &Handle, table: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::index(handle) else { return Ok(()) };
    let mut resolved = Vec::new();
    let given = cell.borrow().expressions.clone();
    for value in given {
        let key = plain_text(&value).or_else(|| bridge::column_key(&value).filter(|key| tables::column(table, key).is_some()));
        resolved.push(match key {
            Some(key) => match tables::column(table, &key) {
                Some(column) => Value::Library(column),
                None => {
                    let name = tables::name(table).map(|name| name.name.text).unwrap_or_default();
                    let text = format!("Can't create Index on table '{name}': no column named '{key}' is present.");
                    return Err(cx.raise("ConstraintColumnNotFoundError", text));
                }
            },
            None => value,
        });
    }
    let existing = cell.borrow().table.as_ref().and_then(Weak::upgrade);
    if let Some(existing) = existing.filter(|existing| !Rc::ptr_eq(existing, table)) {
        let name = cell.borrow().name.as_ref().map(|name: &Name| name.text().to_owned()).unwrap_or_else(|| "None".into());
        let text_of = |table: &Handle| tables::name(table).map(|name| name.name.text).unwrap_or_default();
        let text =
            format!("Index '{name}' is against table '{}', and cannot be associated with table '{}'.", text_of(&existing), text_of(table));
        return Err(cx.raise("ArgumentError", text));
    }
    let mut object = cell.borrow_mut();
    object.expressions = resolved;
    object.table = Some(Rc::downgrade(table));
    drop(object);
    tables::push_index(table, handle);
    naming::name_index(cx, handle, table)
}

/// `index.name`.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let object = object::index(handle)?.borrow();
    Some(match name {
        "name" => collections::name(object.name.as_ref()),
        "unique" => Value::Bool(object.unique),
        "table" => object.table.as_ref().and_then(Weak::upgrade).map_or(Value::None, Value::Library),
        "expressions" => Value::list(object.expressions.clone()),
        "columns" | "c" => {
            let handles: Vec<Handle> =
                object.expressions.iter().filter_map(object::handle).filter(|part| object::column(part).is_some()).collect();
            Value::Library(Library::new(cx.span, collections::columns(&handles)))
        }
        "dialect_kwargs" | "kwargs" => collections::dict(&object.options),
        _ => {
            let value = object.attributes.get(name).cloned();
            drop(object);
            return value.or_else(|| collections::method(cx, handle, INDEX, name));
        }
    })
}

/// Where a condition of an index is kept.
const DDL_IF: &str = "\0ddl_if";

/// `index.ddl_if(dialect=…)`: the index itself, which `create_all()` makes for these dialects alone.
pub fn create_if(handle: &Handle, args: &Args) -> Value {
    if let (Some(cell), Some(dialect)) = (object::index(handle), args.keyword("dialect").or(args.positional.first().map(|arg| &arg.value)))
    {
        cell.borrow_mut().attributes.insert(DDL_IF.into(), dialect.clone());
    }
    Value::Library(Rc::clone(handle))
}

/// Whether `create_all()` makes an index for a dialect (`DDLIf._should_execute`).
pub fn is_created_for(handle: &Handle, dialect: &str) -> bool {
    let Some(cell) = object::index(handle) else { return true };
    match cell.borrow().attributes.get(DDL_IF) {
        Some(Value::Tuple(dialects)) => dialects.iter().any(|one| one.as_str() == Some(dialect)),
        Some(Value::List(dialects)) => dialects.borrow().iter().any(|one| one.as_str() == Some(dialect)),
        Some(one) => one.as_str().is_none_or(|one| one == dialect),
        None => true,
    }
}

/// `index.name = value`.
///
/// # Errors
/// What the value's truth raises.
pub fn set(cx: &mut Cx<'_>, handle: &Handle, name: &str, value: &Value) -> Result<(), Unwind> {
    let Some(cell) = object::index(handle) else { return Ok(()) };
    match name {
        "name" => cell.borrow_mut().name = bind::name(value),
        "unique" => {
            let unique = cx.vm.truth(cx.host, value, cx.span)?;
            cell.borrow_mut().unique = unique;
        }
        _ => drop(cell.borrow_mut().attributes.insert(name.into(), value.clone())),
    }
    Ok(())
}
