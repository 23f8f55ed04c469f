//! `sqlalchemy.Column`.

use std::cell::RefCell;
use std::rc::Rc;

use super::object::{self, ColumnObject, DefaultKind, DefaultObject, Handle, Object};
use super::signature::{Bound, Signature, identifier, is_unknown, plain_text};
use super::state::Cx;
use super::{collections, constraints, defaults, foreign_keys, literals, options, tables, types};
use crate::eval::{Args, Library, Unwind, Value};
use crate::model::{Autoincrement, ByName};

/// The canonical path of the class.
pub const COLUMN: &str = "sqlalchemy.sql.schema.Column";

const SIGNATURE: Signature = Signature {
    function: "Column.__init__()",
    of: "a column",
    positional: &[],
    required: 0,
    variadic: true,
    keywords: &[
        "name",
        "type_",
        "autoincrement",
        "default",
        "insert_default",
        "doc",
        "key",
        "index",
        "unique",
        "info",
        "nullable",
        "onupdate",
        "primary_key",
        "server_default",
        "server_onupdate",
        "quote",
        "system",
        "comment",
        "insert_sentinel",
        "_omit_from_statements",
        "_proxies",
    ],
    open: true,
};

/// `Column(name, type, *items, …)`.
///
/// # Errors
/// `ArgumentError` and `TypeError` as there.
pub fn construct(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut bound = SIGNATURE.bind(cx, args)?;
    let mut items: Vec<Value> = std::mem::take(&mut bound.rest).into_iter().map(|arg| arg.value).collect();
    let name = take_name(cx, &mut bound, &mut items)?;
    let ty = take_type(cx, &mut bound, &mut items)?;
    let quote = bound.optional_flag(cx, "quote")?;
    let name = name.and_then(|value| identifier(&value, quote));
    let primary_key = bound.flag(cx, "primary_key", false)?;
    let nullable_given = bound.get("nullable").is_some_and(|arg| !is_null_unspecified(&arg.value));
    refuse_names(cx, &bound)?;
    let nullable = if nullable_given { bound.flag(cx, "nullable", true)? } else { !primary_key };
    let object = ColumnObject {
        key: bound.text("key").or_else(|| name.as_ref().map(|name| Rc::clone(&name.text))),
        name,
        ty: types::instance(cx, &ty)?,
        nullable,
        nullable_given,
        primary_key,
        autoincrement: autoincrement(&bound.value("autoincrement"), bound.get("autoincrement").is_some()),
        index: bound.optional_flag(cx, "index")?,
        unique: bound.optional_flag(cx, "unique")?,
        // What an item that generates the column must not meet; both are bound when the items are.
        server_default: bound.value("server_default"),
        server_onupdate: bound.value("server_onupdate"),
        default: Value::None,
        onupdate: Value::None,
        comment: bound.value("comment"),
        system: bound.flag(cx, "system", false)?,
        constraints: Vec::new(),
        foreign_keys: Vec::new(),
        options: bound.take_extra(),
        attributes: attributes(&bound),
        table: None,
        waiting: Vec::new(),
        doubt: bound.doubt.take(),
    };
    options::validate(cx, &["Column"], COLUMN, &object.options)?;
    let handle = Library::new(cx.span, Object::Column(RefCell::new(object)));
    for item in items {
        add_item(cx, &handle, &item)?;
    }
    add_defaults(cx, &handle, &bound)?;
    Ok(handle)
}

/// `index=` and `unique=` take no names.
fn refuse_names(cx: &mut Cx<'_>, bound: &Bound) -> Result<(), Unwind> {
    let text = if plain_text(&bound.value("index")).is_some_and(|text| !text.is_empty()) {
        "The 'index' keyword argument on Column is boolean only. To create indexes with a specific name, create an explicit Index object external to the Table."
    } else if plain_text(&bound.value("unique")).is_some_and(|text| !text.is_empty()) {
        "The 'unique' keyword argument on Column is boolean only. To create unique constraints or indexes with a specific name, append an explicit UniqueConstraint to the Table's list of elements, or create an explicit Index object external to the Table."
    } else {
        return Ok(());
    };
    Err(cx.raise("ArgumentError", text))
}

/// The name: the first positional argument where it is a text, or `name=`.
fn take_name(cx: &mut Cx<'_>, bound: &mut Bound, items: &mut Vec<Value>) -> Result<Option<Value>, Unwind> {
    let keyword = bound.get("name").map(|arg| arg.value.clone()).filter(|value| !value.is_none());
    let Some(first) = items.first() else { return Ok(keyword) };
    let is_name = plain_text(first).is_some()
        || (is_unknown(first) && keyword.is_none() && items.get(1).is_some_and(|second| types::is_type(second) || is_unknown(second)));
    if is_name {
        if keyword.is_some() {
            return Err(cx.raise("ArgumentError", "May not pass name positionally and as a keyword."));
        }
        let name = items.remove(0);
        if is_unknown(&name) {
            bound.doubt("name", &name);
        }
        return Ok(Some(name));
    }
    if first.is_none() {
        items.remove(0);
    }
    if let Some(value) = keyword.as_ref().filter(|value| is_unknown(value)) {
        bound.doubt("name", value);
    }
    Ok(keyword)
}

/// The type: the next positional argument where it is one, or `type_=`. One that is not known is taken for a type.
fn take_type(cx: &mut Cx<'_>, bound: &mut Bound, items: &mut Vec<Value>) -> Result<Value, Unwind> {
    let keyword = bound.value("type_");
    match items.first() {
        Some(first) if types::is_type(first) || is_unknown(first) => {
            if !keyword.is_none() {
                return Err(cx.raise("ArgumentError", "May not pass type_ positionally and as a keyword."));
            }
            Ok(items.remove(0))
        }
        Some(Value::None) => {
            items.remove(0);
            Ok(keyword)
        }
        _ => Ok(keyword),
    }
}

/// `NULL_UNSPECIFIED`, by which a caller says that it says nothing.
fn is_null_unspecified(value: &Value) -> bool {
    let Value::Library(handle) = value else { return false };
    object::name(handle).is_some_and(|name| name.path.ends_with("NULL_UNSPECIFIED"))
}

fn autoincrement(value: &Value, given: bool) -> Autoincrement {
    match value {
        Value::Str(text) if &**text == "ignore_fk" => Autoincrement::IgnoreForeignKey,
        Value::Str(_) => Autoincrement::Auto,
        Value::Bool(true) => Autoincrement::Yes,
        _ if given => Autoincrement::No,
        _ => Autoincrement::Auto,
    }
}

fn attributes(bound: &Bound) -> ByName<Value> {
    ["info", "doc"].into_iter().filter(|name| bound.has(name)).map(|name| (Rc::from(name), bound.value(name))).collect()
}

/// `default=`, `onupdate=`, `server_default=`, `server_onupdate=`.
fn add_defaults(cx: &mut Cx<'_>, handle: &Handle, bound: &Bound) -> Result<(), Unwind> {
    if bound.get("insert_default").is_some() && bound.get("default").is_some() {
        return Err(cx.raise("ArgumentError", "The 'default' and 'insert_default' parameters of Column are mutually exclusive"));
    }
    for (name, for_update) in [("default", false), ("insert_default", false), ("onupdate", true)] {
        if bound.has(name) {
            let value = defaults::python(cx, &bound.value(name), for_update)?;
            add_item(cx, handle, &value)?;
        }
    }
    for (name, for_update) in [("server_default", false), ("server_onupdate", true)] {
        if bound.has(name) {
            let value = defaults::server(cx, &bound.value(name), for_update)?;
            add_item(cx, handle, &value)?;
        }
    }
    Ok(())
}

/// Attaches a constraint, foreign key, default or sequence to a column (`SchemaItem._init_items`).
///
/// # Errors
/// `ArgumentError` where it is none of these, or does not go with what the column has.
pub fn add_item(cx: &mut Cx<'_>, column: &Handle, item: &Value) -> Result<(), Unwind> {
    if item.is_none() {
        return Ok(());
    }
    if is_unknown(item) {
        if let Some(cell) = object::column(column) {
            cell.borrow_mut().doubt.get_or_insert(object::Doubt { field: "an argument of a column".into(), value: item.clone() });
        }
        return Ok(());
    }
    let Value::Library(part) = item else { return Err(no_schema_item(cx, item)) };
    match Object::of(part) {
        Some(Object::ForeignKey(_)) => foreign_keys::set_parent(cx, part, column),
        Some(Object::Constraint(_)) => constraints::set_column(cx, part, column),
        Some(Object::Sequence(_) | Object::Default(_)) => defaults::set_parent(cx, item, column),
        Some(Object::Type(_)) => {
            if let Some(cell) = object::column(column) {
                cell.borrow_mut().ty = item.clone();
            }
            Ok(())
        }
        _ => Err(no_schema_item(cx, item)),
    }
}

/// The error for an argument that is no part of a schema.
pub fn no_schema_item(cx: &mut Cx<'_>, item: &Value) -> Unwind {
    let shown = match cx.vm.repr(cx.host, item, cx.span) {
        Ok(Value::Str(text)) => text.to_string(),
        _ => literals::repr(item),
    };
    cx.raise("ArgumentError", format!("'SchemaItem' object, such as a 'Column' or a 'Constraint' expected, got {shown}"))
}

/// `column.name`; `None` where the class has no such attribute, or a method.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let object = object::column(handle)?.borrow();
    let flag = |flag: Option<bool>| flag.map_or(Value::None, Value::Bool);
    Some(match name {
        "name" | "description" => object.name.as_ref().map_or(Value::None, collections::ident),
        "key" => object.key.clone().map_or(Value::None, Value::Str),
        "type" => object.ty.clone(),
        "nullable" => Value::Bool(object.nullable),
        "primary_key" => Value::Bool(object.primary_key),
        "index" => flag(object.index),
        "unique" => flag(object.unique),
        "system" => Value::Bool(object.system),
        "comment" => object.comment.clone(),
        "default" => object.default.clone(),
        "onupdate" => object.onupdate.clone(),
        "server_default" => object.server_default.clone(),
        "server_onupdate" => object.server_onupdate.clone(),
        "computed" | "identity" => match &object.server_default {
            Value::Library(part) if defaults::is_generated(part, name) => object.server_default.clone(),
            _ => Value::None,
        },
        "autoincrement" => match object.autoincrement {
            Autoincrement::Auto => Value::str("auto"),
            Autoincrement::IgnoreForeignKey => Value::str("ignore_fk"),
            Autoincrement::Yes => Value::Bool(true),
            Autoincrement::No => Value::Bool(false),
        },
        "table" => object.table.as_ref().and_then(std::rc::Weak::upgrade).map_or(Value::None, Value::Library),
        "foreign_keys" => collections::set(&object.foreign_keys),
        "constraints" => collections::set(&object.constraints),
        "dialect_kwargs" | "kwargs" => collections::dict(&object.options),
        "doc" => object.attributes.get("doc").cloned().unwrap_or(Value::None),
        "info" => {
            drop(object);
            return Some(collections::info(&mut object::column(handle)?.borrow_mut().attributes));
        }
        _ => {
            let value = object.attributes.get(name).cloned();
            drop(object);
            return value.or_else(|| collections::method(cx, handle, COLUMN, name));
        }
    })
}

/// `column.name = value`.
///
/// # Errors
/// What the value's truth or its type raises.
pub fn set(cx: &mut Cx<'_>, handle: &Handle, name: &str, value: &Value) -> Result<(), Unwind> {
    let Some(cell) = object::column(handle) else { return Ok(()) };
    if is_unknown(value) && name != "info" && name != "doc" {
        let field = format!("`{name}` of a column").into();
        cell.borrow_mut().doubt.get_or_insert(object::Doubt { field, value: value.clone() });
        return Ok(());
    }
    let truth = match name {
        "nullable" | "primary_key" | "index" | "unique" | "system" => Some(cx.vm.truth(cx.host, value, cx.span)?),
        _ => None,
    };
    let ty = if name == "type" { Some(types::instance(cx, value)?) } else { None };
    let mut object = cell.borrow_mut();
    match (name, truth, ty) {
        ("nullable", Some(flag), _) => {
            object.nullable = flag;
            object.nullable_given = true;
        }
        ("primary_key", Some(flag), _) => object.primary_key = flag,
        ("index", Some(flag), _) => object.index = (!value.is_none()).then_some(flag),
        ("unique", Some(flag), _) => object.unique = (!value.is_none()).then_some(flag),
        ("system", Some(flag), _) => object.system = flag,
        ("type", _, Some(ty)) => object.ty = ty,
        ("name", ..) => object.name = identifier(value, None),
        ("key", ..) => object.key = plain_text(value),
        ("comment", ..) => object.comment = value.clone(),
        ("default", ..) => object.default = value.clone(),
        ("onupdate", ..) => object.onupdate = value.clone(),
        ("server_default", ..) => object.server_default = value.clone(),
        ("server_onupdate", ..) => object.server_onupdate = value.clone(),
        ("autoincrement", ..) => object.autoincrement = autoincrement(value, true),
        _ => drop(object.attributes.insert(name.into(), value.clone())),
    }
    Ok(())
}

/// Calls a method that is no expression; `None` for all others.
pub fn call(cx: &mut Cx<'_>, handle: &Handle, method: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    match method {
        "copy" | "_copy" => Some(copy(cx, handle).map(Value::Library)),
        "append_foreign_key" => {
            let item = args.positional.first()?.value.clone();
            Some(add_item(cx, handle, &item).map(|()| Value::None))
        }
        _ => None,
    }
}

/// A copy that belongs to no table (`Column._copy`): constraints made for foreign keys stay behind, foreign keys do not.
///
/// # Errors
/// What copying its parts raises.
pub fn copy(cx: &mut Cx<'_>, handle: &Handle) -> Result<Handle, Unwind> {
    let Some(cell) = object::column(handle) else { return Ok(Rc::clone(handle)) };
    let source = cell.borrow();
    let (constraints, foreign_keys) = (source.constraints.clone(), source.foreign_keys.clone());
    let generated = [&source.server_default, &source.server_onupdate, &source.default, &source.onupdate].map(Value::clone);
    let object = ColumnObject {
        name: source.name.clone(),
        key: source.key.clone(),
        ty: types::copy(&source.ty, cx),
        nullable: source.nullable,
        nullable_given: source.nullable_given,
        primary_key: source.primary_key,
        autoincrement: source.autoincrement,
        index: source.index,
        unique: source.unique,
        server_default: Value::None,
        server_onupdate: Value::None,
        default: Value::None,
        onupdate: Value::None,
        comment: source.comment.clone(),
        system: source.system,
        constraints: Vec::new(),
        foreign_keys: Vec::new(),
        options: source.options.clone(),
        attributes: source.attributes.clone(),
        table: None,
        waiting: Vec::new(),
        doubt: source.doubt.clone(),
    };
    drop(source);
    let copied = Library::new(handle.place, Object::Column(RefCell::new(object)));
    for constraint in constraints {
        if object::constraint(&constraint).is_some_and(|constraint| !constraint.borrow().type_bound) {
            let constraint = constraints::copy(cx, &constraint, None)?;
            constraints::set_column(cx, &constraint, &copied)?;
        }
    }
    for foreign_key in foreign_keys {
        if let Some(foreign_key) = foreign_keys::copy_free(&foreign_key) {
            foreign_keys::set_parent(cx, &foreign_key, &copied)?;
        }
    }
    for part in generated.into_iter().filter(|part| !part.is_none()) {
        defaults::share(&copied, &part);
    }
    Ok(copied)
}

/// Whether the column's server default is computed or an identity.
pub fn is_generated(object: &ColumnObject) -> bool {
    let Value::Library(part) = &object.server_default else { return false };
    object::default(part).is_some_and(|default: &RefCell<DefaultObject>| {
        matches!(default.borrow().kind, DefaultKind::Computed { .. } | DefaultKind::Identity { .. })
    })
}

/// The table that a column belongs to.
pub fn table_of(column: &Handle) -> Option<Handle> {
    object::column(column)?.borrow().table.as_ref()?.upgrade()
}

/// `str(column)`: `table.name` or the name.
pub fn text(handle: &Handle) -> String {
    let Some(cell) = object::column(handle) else { return String::new() };
    let object = cell.borrow();
    let Some(name) = &object.name else { return "(no name)".into() };
    match object.table.as_ref().and_then(std::rc::Weak::upgrade) {
        Some(table) => format!("{}.{}", tables::name(&table).map(|name| name.name.text).unwrap_or_default(), name.text),
        None => name.text.to_string(),
    }
}
