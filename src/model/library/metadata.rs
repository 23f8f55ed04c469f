//! `sqlalchemy.MetaData`: tables by name, and what they share.

use std::cell::RefCell;
use std::rc::Rc;

use super::object::{self, Handle, MetaDataObject, Object};
use super::signature::{Signature, is_unknown, plain_text};
use super::state::Cx;
use super::{collections, literals, tables};
use crate::eval::{Args, Dict, Library, Unwind, Value};
use crate::model::Ident;

/// The canonical path of the class.
pub const METADATA: &str = "sqlalchemy.sql.schema.MetaData";

const SIGNATURE: Signature = Signature {
    function: "MetaData.__init__()",
    of: "a `MetaData`",
    positional: &["schema", "quote_schema", "naming_convention", "info"],
    required: 0,
    variadic: false,
    keywords: &[],
    open: false,
};

/// `MetaData(…)`.
///
/// # Errors
/// `TypeError`; `ArgumentError` where the schema is no text, such as an engine of older code.
pub fn construct(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut bound = SIGNATURE.bind(cx, args)?;
    let quote = bound.optional_flag(cx, "quote_schema")?;
    let given = bound.value("schema");
    if !given.is_none() && !is_unknown(&given) && plain_text(&given).is_none() {
        let text = format!("expected schema argument to be a string, got <class '{}'>.", literals::type_name(&given));
        return Err(cx.raise("ArgumentError", text));
    }
    let mut object = MetaDataObject { schema: bound.ident("schema", quote), ..MetaDataObject::default() };
    object.convention = bound.known("naming_convention").map(|arg| arg.value).filter(|value| !value.is_none());
    if bound.has("info") {
        object.attributes.insert("info".into(), bound.value("info"));
    }
    object.doubt = bound.doubt.take();
    Ok(wrap(cx, object))
}

/// Wraps a collection for the program.
pub fn wrap(cx: &Cx<'_>, object: MetaDataObject) -> Handle {
    let handle = Library::new(cx.span, Object::MetaData(RefCell::new(object)));
    cx.library.keep(&handle);
    handle
}

/// The schema of a `MetaData`, where the value is one that has one.
pub fn schema(value: &Value) -> Option<Ident> {
    let handle = object::handle(value)?;
    match Object::of(&handle)? {
        Object::MetaData(cell) => cell.borrow().schema.clone(),
        _ => None,
    }
}

/// The key of a table: `table` or `schema.table`.
pub fn key(table: &str, schema: Option<&str>) -> Rc<str> {
    match schema {
        Some(schema) => format!("{schema}.{table}").into(),
        None => table.into(),
    }
}

/// Whether a value is `BLANK_SCHEMA`.
pub fn is_blank_schema(value: &Value) -> bool {
    let Value::Library(handle) = value else { return false };
    object::name(handle).is_some_and(|name| name.path.ends_with("BLANK_SCHEMA"))
}

/// The column that a value is: itself, or what `__clause_element__` gives for a mapped attribute.
///
/// # Errors
/// What asking it raises.
pub fn column_of(cx: &mut Cx<'_>, value: &Value) -> Result<Option<Handle>, Unwind> {
    let Some(handle) = object::handle(value) else { return Ok(None) };
    if object::column(&handle).is_some() {
        return Ok(Some(handle));
    }
    super::declarative::column_of(cx, &handle)
}

/// Notes a sequence.
pub fn add_sequence(owner: &Handle, sequence: &Handle) {
    let (Some(owner_cell), Some(cell)) = (object::metadata(owner), object::sequence(sequence)) else { return };
    let mut object = cell.borrow_mut();
    object.metadata = Some(Rc::downgrade(owner));
    let key = key(&object.name.text, object.schema.as_ref().map(|schema| &*schema.text));
    owner_cell.borrow_mut().sequences.insert(key, Rc::clone(sequence));
}

/// `metadata.name`.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let cell = object::metadata(handle)?;
    Some(match name {
        "schema" => collections::optional_ident(cell.borrow().schema.as_ref()),
        "naming_convention" => cell.borrow().convention.clone().unwrap_or_else(default_convention),
        "tables" => {
            let mut dict = Dict::new();
            for (key, table) in &cell.borrow().tables {
                dict.insert_str(key, Value::Library(Rc::clone(table)));
            }
            Value::Dict(Rc::new(RefCell::new(dict)))
        }
        "sorted_tables" => Value::list(sorted_tables(handle).into_iter().map(Value::Library).collect()),
        "bind" => return None,
        "info" => collections::info(&mut cell.borrow_mut().attributes),
        _ => {
            let value = cell.borrow().attributes.get(name).cloned();
            return value.or_else(|| collections::method(cx, handle, METADATA, name));
        }
    })
}

fn default_convention() -> Value {
    let mut dict = Dict::new();
    dict.insert_str("ix", Value::str("ix_%(column_0_label)s"));
    Value::Dict(Rc::new(RefCell::new(dict)))
}

/// `metadata.name = value`.
pub fn set(handle: &Handle, name: &str, value: &Value) {
    let Some(cell) = object::metadata(handle) else { return };
    let mut object = cell.borrow_mut();
    match name {
        "schema" => object.schema = super::signature::identifier(value, None),
        "naming_convention" => object.convention = Some(value.clone()),
        _ => drop(object.attributes.insert(name.into(), value.clone())),
    }
}

/// Calls a method that asks for no database; `None` for all others.
pub fn call(handle: &Handle, method: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    let cell = object::metadata(handle)?;
    match method {
        "clear" => {
            let mut object = cell.borrow_mut();
            object.tables.clear();
            object.sequences.clear();
            Some(Ok(Value::None))
        }
        "remove" => {
            let table = object::handle(&args.positional.first()?.value)?;
            let name = tables::name(&table)?;
            cell.borrow_mut().tables.shift_remove(&*key(&name.name.text, name.schema.as_ref().map(|schema: &Ident| &*schema.text)));
            Some(Ok(Value::None))
        }
        _ => None,
    }
}

/// Tables in the order in which they can be made: those that others refer to first (`MetaData.sorted_tables`).
pub fn sorted_tables(handle: &Handle) -> Vec<Handle> {
    let Some(cell) = object::metadata(handle) else { return Vec::new() };
    let mut waiting: Vec<(Rc<str>, Handle)> = cell.borrow().tables.iter().map(|(key, table)| (Rc::clone(key), Rc::clone(table))).collect();
    waiting.sort_by(|one, two| one.0.cmp(&two.0));
    by_reference(waiting.into_iter().map(|(_, table)| table).collect())
}

/// Tables so that those which others refer to stand first, else in the order given (`sort_tables_and_constraints`).
pub fn by_reference(mut waiting: Vec<Handle>) -> Vec<Handle> {
    let circular = circular(&waiting);
    let is_free = |table: &Handle| circular.iter().any(|circular| Rc::ptr_eq(circular, table));
    let mut sorted: Vec<Handle> = Vec::with_capacity(waiting.len());
    while !waiting.is_empty() {
        let is_waiting = |other: &Handle| waiting.iter().any(|waiting| Rc::ptr_eq(waiting, other));
        let ready =
            |table: &Handle| is_free(table) || !tables::referred(table).iter().any(|other| !Rc::ptr_eq(other, table) && is_waiting(other));
        let (now, later): (Vec<_>, Vec<_>) = waiting.iter().cloned().partition(ready);
        // tables in a circle stand in the order given
        let (now, later) = if now.is_empty() { (later, now) } else { (now, later) };
        sorted.extend(now);
        waiting = later;
    }
    sorted
}

/// The tables that refer to themselves by way of others: their foreign keys are added once all tables are there.
pub fn circular(tables: &[Handle]) -> Vec<Handle> {
    let is_circular = |table: &&Handle| {
        let mut reached: Vec<Handle> = Vec::new();
        let mut next: Vec<Handle> = others(table);
        while let Some(other) = next.pop() {
            if !reached.iter().any(|known| Rc::ptr_eq(known, &other)) {
                next.extend(others(&other));
                reached.push(other);
            }
        }
        reached.iter().any(|other| Rc::ptr_eq(other, table))
    };
    tables.iter().filter(is_circular).cloned().collect()
}

fn others(table: &Handle) -> Vec<Handle> {
    tables::referred(table).into_iter().filter(|other| !Rc::ptr_eq(other, table)).collect()
}

/// Whether the key or table is in the collection.
pub fn contains(handle: &Handle, item: &Value) -> Option<bool> {
    let object = object::metadata(handle)?.borrow();
    Some(match plain_text(item) {
        Some(key) => object.tables.contains_key(&key),
        None => object.tables.values().any(|table| matches!(item, Value::Library(item) if Rc::ptr_eq(item, table))),
    })
}
