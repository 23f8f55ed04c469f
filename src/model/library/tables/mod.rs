//! `sqlalchemy.Table`: making tables, and what is attached to them.

mod attach;
mod copy;

use attach::same_key;
pub use attach::{add_column, add_item, set_primary_key};
pub use copy::to_metadata;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use indexmap::IndexMap;

use super::object::{self, ConstraintClass, Handle, Object, TableObject};
use super::signature::{Bound, Signature, identifier, plain_text};
use super::state::Cx;
use super::{collections, columns, constraints, defaults, foreign_keys, metadata, options, type_checks};
use crate::eval::{Args, Library, Origin, Unwind, Value};
use crate::model::expr::Identity;
use crate::model::{Table, TableName};

/// The canonical path of the class.
pub const TABLE: &str = "sqlalchemy.sql.schema.Table";

const SIGNATURE: Signature = Signature {
    function: "Table.__init__()",
    of: "a table",
    positional: &["name", "metadata"],
    required: 2,
    variadic: true,
    keywords: &[
        "schema",
        "quote",
        "quote_schema",
        "autoload_with",
        "autoload",
        "autoload_replace",
        "keep_existing",
        "extend_existing",
        "must_exist",
        "mustexist",
        "resolve_fks",
        "include_columns",
        "implicit_returning",
        "comment",
        "info",
        "listeners",
        "prefixes",
        "_creator_ddl",
        "_dropper_ddl",
        "_extend_on",
        "_reflect_info",
        "bind",
        "useexisting",
    ],
    open: true,
};

/// Whether a call of `Table` asks for reflection, which needs a database.
pub fn wants_reflection(args: &Args) -> bool {
    args.keywords.iter().any(|(name, arg)| match &**name {
        "autoload_with" => !arg.value.is_none(),
        "autoload" => !matches!(arg.value, Value::None | Value::Bool(false)),
        _ => false,
    })
}

/// `Table(name, metadata, *items, …)`, without reflection: a new table, or the one that is there.
///
/// # Errors
/// `TypeError`, `InvalidRequestError`, `ArgumentError` as there.
pub fn construct(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    if args.positional.len() + args.keywords.iter().filter(|(name, _)| matches!(&**name, "name" | "metadata")).count() < 2 {
        return Err(cx.raise_builtin("TypeError", "Table() takes at least two positional-only arguments 'name', and 'metadata'"));
    }
    let mut bound = SIGNATURE.bind(cx, args)?;
    let Some(owner) = bound.get("metadata").and_then(|arg| object::handle(&arg.value)).filter(|owner| object::metadata(owner).is_some())
    else {
        let value = bound.value("metadata");
        super::bind::refuse_unknown(cx, &value, "the `MetaData` of a table")?;
        return Err(cx.raise_builtin("AttributeError", "'metadata' argument of Table() has no attribute 'schema'"));
    };
    let name = table_name(cx, &mut bound, &owner)?;
    let items: Vec<Value> = std::mem::take(&mut bound.rest).into_iter().map(|arg| arg.value).collect();
    let keep = bound.flag(cx, "keep_existing", false)?;
    let extend = bound.flag(cx, "extend_existing", false)? || bound.flag(cx, "useexisting", false)?;
    if keep && extend {
        return Err(cx.raise("ArgumentError", "keep_existing and extend_existing are mutually exclusive."));
    }
    let key = metadata::key(&name.name.text, name.schema.as_ref().map(|schema| &*schema.text));
    if let Some(existing) = existing(&owner, &key) {
        if !keep && !extend && !items.is_empty() {
            let text = format!(
                "Table '{key}' is already defined for this MetaData instance.  Specify 'extend_existing=True' to redefine options and columns on an existing Table object."
            );
            return Err(cx.raise("InvalidRequestError", text));
        }
        if extend {
            extend_existing(cx, &existing, &mut bound, items)?;
        }
        return Ok(existing);
    }
    if bound.flag(cx, "must_exist", false)? || bound.flag(cx, "mustexist", false)? {
        return Err(cx.raise("InvalidRequestError", format!("Table '{key}' not defined")));
    }
    let prefixes = match bound.known("prefixes").filter(|arg| !arg.value.is_none()) {
        Some(arg) => cx.vm.iterate(cx.host, &arg.value, arg.span)?,
        None => Vec::new(),
    };
    if let Some(Value::List(listeners)) = bound.get("listeners").map(|arg| arg.value.clone())
        && listeners.borrow().iter().any(is_heard)
    {
        let unknown = Value::unknown(cx.span, "`listeners=` of a table is not understood: use `event.listen`", Origin::Harmless);
        bound.doubt("listeners", &unknown);
    }
    let object = TableObject {
        comment: bound.value("comment"),
        prefixes,
        options: bound.take_extra(),
        attributes: constraints::info(&bound),
        doubt: bound.doubt.take(),
        ..empty(cx, name, &owner)
    };
    options::validate(cx, &["Table"], TABLE, &object.options)?;
    let handle = insert(cx, object, &owner, key);
    let replace = extend || keep;
    for item in items {
        if let Err(unwind) = add_item(cx, &handle, &item, replace) {
            remove(&owner, &handle);
            return Err(unwind);
        }
    }
    Ok(handle)
}

/// Whether a listener hears anything while a script is written: not what only a reflection tells.
fn is_heard(listener: &Value) -> bool {
    match listener {
        Value::Tuple(pair) => pair.first().and_then(Value::as_str) != Some("column_reflect"),
        _ => true,
    }
}

/// `Table(…, autoload_with=…)`: a table filled with what is known of it; columns that are given win over those.
///
/// `known` looks a table up by its name.
///
/// # Errors
/// As [`construct`], and what `known` raises where there is no such table.
pub fn reflected(
    cx: &mut Cx<'_>,
    args: &Args,
    known: &mut dyn FnMut(&mut Cx<'_>, &TableName) -> Result<Table, Unwind>,
) -> Result<Handle, Unwind> {
    let mut plain = args.clone();
    plain.keywords.retain(|(name, _)| !matches!(&**name, "autoload_with" | "autoload" | "autoload_replace" | "resolve_fks"));
    let extends = plain.keywords.iter().any(|(name, arg)| &**name == "extend_existing" && matches!(arg.value, Value::Bool(true)));
    let before = args.positional.get(1).and_then(|arg| object::handle(&arg.value)).and_then(|owner| {
        let count = object::metadata(&owner)?.borrow().tables.len();
        Some((owner, count))
    });
    let handle = construct(cx, &plain)?;
    let is_new = before.is_none_or(|(owner, count)| object::metadata(&owner).is_some_and(|owner| owner.borrow().tables.len() > count));
    if (is_new || extends)
        && let Some(name) = name(&handle)
    {
        let table = known(cx, &name)?;
        super::reflect::fill_table(cx, &handle, &table)?;
    }
    Ok(handle)
}

/// A table in a collection of its own or in one that is given, from items of any kind: what `op.create_table` and its
/// kin build their statements from (`SchemaObjects.table`).
///
/// # Errors
/// What attaching an item raises.
pub fn build(cx: &mut Cx<'_>, name: TableName, owner: &Handle, items: &[Value]) -> Result<Handle, Unwind> {
    let key = metadata::key(&name.name.text, name.schema.as_ref().map(|schema| &*schema.text));
    let object = empty(cx, name, owner);
    let handle = insert(cx, object, owner, key);
    let is_column = |item: &Value| object::handle(item).is_some_and(|item| object::column(&item).is_some());
    for item in items.iter().filter(|item| is_column(item)) {
        let column = match object::handle(item) {
            Some(column) if columns::table_of(&column).is_some() => Value::Library(columns::copy(cx, &column)?),
            _ => item.clone(),
        };
        add_item(cx, &handle, &column, false)?;
    }
    for item in items.iter().filter(|item| !is_column(item)) {
        let part = object::handle(item).filter(|part| object::constraint(part).is_some_and(|part| part.borrow().parent.is_some()));
        match part {
            Some(constraint) => drop(constraints::copy(cx, &constraint, Some(&handle))?),
            None => add_item(cx, &handle, item, false)?,
        }
    }
    Ok(handle)
}

fn empty(cx: &Cx<'_>, name: TableName, owner: &Handle) -> TableObject {
    let mut primary_key = constraints::empty(cx, ConstraintClass::PrimaryKey);
    primary_key.implicit = true;
    TableObject {
        identity: Identity::fresh(),
        name: name.name,
        schema: name.schema,
        metadata: Rc::downgrade(owner),
        columns: Vec::new(),
        constraints: Vec::new(),
        primary_key: Library::new(cx.span, Object::Constraint(RefCell::new(primary_key))),
        indexes: Vec::new(),
        comment: Value::None,
        prefixes: Vec::new(),
        options: IndexMap::default(),
        attributes: IndexMap::default(),
        doubt: None,
    }
}

fn insert(cx: &Cx<'_>, object: TableObject, owner: &Handle, key: Rc<str>) -> Handle {
    let primary_key = Rc::clone(&object.primary_key);
    let identity = object.identity;
    let handle = Library::new(cx.span, Object::Table(RefCell::new(object)));
    if let Some(primary_key) = object::constraint(&primary_key) {
        primary_key.borrow_mut().parent = Some(Rc::downgrade(&handle));
    }
    cx.library.keep(&handle);
    cx.library.add_table(identity, &handle);
    if let Some(owner) = object::metadata(owner) {
        owner.borrow_mut().tables.insert(key, Rc::clone(&handle));
    }
    handle
}

fn existing(owner: &Handle, key: &str) -> Option<Handle> {
    object::metadata(owner)?.borrow().tables.get(key).cloned()
}

fn remove(owner: &Handle, table: &Handle) {
    if let Some(owner) = object::metadata(owner) {
        owner.borrow_mut().tables.retain(|_, known| !Rc::ptr_eq(known, table));
    }
}

/// Name and schema from the arguments; without `schema=`, the collection's.
fn table_name(cx: &mut Cx<'_>, bound: &mut Bound, owner: &Handle) -> Result<TableName, Unwind> {
    let quote = bound.optional_flag(cx, "quote")?;
    let quote_schema = bound.optional_flag(cx, "quote_schema")?;
    let value = bound.value("name");
    super::bind::refuse_unknown(cx, &value, "the name of a table")?;
    let Some(name) = identifier(&value, quote) else {
        return Err(cx.raise_builtin("TypeError", "the name of a table is no str"));
    };
    let schema = bound.value("schema");
    super::bind::refuse_unknown(cx, &schema, "the schema of a table")?;
    let schema = match &schema {
        Value::None => object::metadata(owner).and_then(|owner| owner.borrow().schema.clone()),
        value if metadata::is_blank_schema(value) => None,
        value => identifier(value, quote_schema),
    };
    Ok(TableName { schema, name })
}

/// `Table(…, extend_existing=True)` on a table that is there (`Table._init_existing`).
fn extend_existing(cx: &mut Cx<'_>, table: &Handle, bound: &mut Bound, items: Vec<Value>) -> Result<(), Unwind> {
    if let Some(cell) = object::table(table) {
        let mut object = cell.borrow_mut();
        if bound.get("comment").is_some() {
            object.comment = bound.value("comment");
        }
        object.options.extend(bound.take_extra());
    }
    for item in items {
        add_item(cx, table, &item, true)?;
    }
    Ok(())
}

/// Notes a constraint, once.
pub fn push_constraint(table: &Handle, constraint: &Handle) {
    let Some(cell) = object::table(table) else { return };
    let mut object = cell.borrow_mut();
    if !object.constraints.iter().any(|known| Rc::ptr_eq(known, constraint)) {
        object.constraints.push(Rc::clone(constraint));
    }
}

/// Notes an index, once.
pub fn push_index(table: &Handle, index: &Handle) {
    let Some(cell) = object::table(table) else { return };
    let mut object = cell.borrow_mut();
    if !object.indexes.iter().any(|known| Rc::ptr_eq(known, index)) {
        object.indexes.push(Rc::clone(index));
    }
}

/// Name and schema of a table.
pub fn name(table: &Handle) -> Option<TableName> {
    let object = object::table(table)?.borrow();
    Some(TableName { schema: object.schema.clone(), name: object.name.clone() })
}

/// The columns of a table in order.
pub fn columns(table: &Handle) -> Vec<Handle> {
    object::table(table).map(|table| table.borrow().columns.clone()).unwrap_or_default()
}

/// A column of a table by key.
pub fn column(table: &Handle, key: &str) -> Option<Handle> {
    object::table(table)?.borrow().columns.iter().find(|column| same_key(column, key)).cloned()
}

/// The primary key of a table.
pub fn primary_key_of(table: &Handle) -> Option<Handle> {
    Some(Rc::clone(&object::table(table)?.borrow().primary_key))
}

/// The collection that a table is in.
pub fn metadata_of(table: &Handle) -> Option<Handle> {
    object::table(table)?.borrow().metadata.upgrade()
}

/// Its indexes, in the order in which they were made.
pub fn indexes(table: &Handle) -> Vec<Handle> {
    object::table(table).map(|cell| cell.borrow().indexes.clone()).unwrap_or_default()
}

/// Constraints besides the primary key, in the order in which they were made.
pub fn constraints_in_order(table: &Handle) -> Vec<Handle> {
    let Some(cell) = object::table(table) else { return Vec::new() };
    let mut all = cell.borrow().constraints.clone();
    all.sort_by_key(|constraint| object::constraint(constraint).map(|constraint| constraint.borrow().order));
    all
}

/// The tables that the foreign keys of a table point to, of those that are known.
pub fn referred(table: &Handle) -> Vec<Handle> {
    let elements = constraints_in_order(table).into_iter().flat_map(|constraint| {
        object::constraint(&constraint)
            .filter(|constraint| !constraint.borrow().use_alter)
            .map(|constraint| constraint.borrow().elements.clone())
            .unwrap_or_default()
    });
    elements.filter_map(|element| columns::table_of(&foreign_keys::resolve(&element, table)?)).collect()
}

/// `table.name`.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let cell = object::table(handle)?;
    Some(match name {
        "name" | "description" => collections::ident(&cell.borrow().name),
        "schema" => collections::optional_ident(cell.borrow().schema.as_ref()),
        "fullname" | "key" => {
            let name = self::name(handle)?;
            Value::Str(metadata::key(&name.name.text, name.schema.as_ref().map(|schema| &*schema.text)))
        }
        "metadata" => metadata_of(handle).map_or(Value::None, Value::Library),
        "c" | "columns" | "exported_columns" => Value::Library(Library::new(cx.span, collections::columns(&columns(handle)))),
        "primary_key" => Value::Library(primary_key_of(handle)?),
        "constraints" => {
            let mut all = vec![primary_key_of(handle)?];
            all.extend(constraints_in_order(handle));
            collections::set(&all)
        }
        "foreign_key_constraints" => collections::set(&of_class(handle, ConstraintClass::ForeignKey)),
        "foreign_keys" => {
            let elements = of_class(handle, ConstraintClass::ForeignKey);
            let elements: Vec<Handle> = elements
                .iter()
                .filter_map(|constraint| Some(object::constraint(constraint)?.borrow().elements.clone()))
                .flatten()
                .collect();
            collections::set(&elements)
        }
        "indexes" => collections::set(&cell.borrow().indexes),
        "comment" => cell.borrow().comment.clone(),
        "dialect_kwargs" | "kwargs" => collections::dict(&cell.borrow().options),
        "info" => collections::info(&mut cell.borrow_mut().attributes),
        _ => {
            let value = cell.borrow().attributes.get(name).cloned();
            return value.or_else(|| collections::method(cx, handle, TABLE, name));
        }
    })
}

/// The constraints of a class, in order.
pub fn of_class(table: &Handle, class: ConstraintClass) -> Vec<Handle> {
    let mut all = constraints_in_order(table);
    all.retain(|constraint| object::constraint(constraint).is_some_and(|constraint| constraint.borrow().class == class));
    all
}

/// `table.name = value`.
pub fn set(handle: &Handle, name: &str, value: &Value) {
    let Some(cell) = object::table(handle) else { return };
    let mut object = cell.borrow_mut();
    match name {
        "name" => {
            if let Some(name) = identifier(value, None) {
                object.name = name;
            }
        }
        "schema" => object.schema = identifier(value, None),
        "comment" => object.comment = value.clone(),
        _ => drop(object.attributes.insert(name.into(), value.clone())),
    }
}

/// Calls a method that asks for no database and makes no expression; `None` for all others.
pub fn call(cx: &mut Cx<'_>, handle: &Handle, method: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    let first = args.positional.first().map(|arg| arg.value.clone());
    let keyword = |name: &str| args.keywords.iter().find(|(known, _)| &**known == name).map(|(_, arg)| arg.value.clone());
    let done = |result: Result<(), Unwind>| Some(result.map(|()| Value::None));
    match method {
        "append_column" | "insert_column" => {
            let item = first.or_else(|| keyword("column"))?;
            let replace = matches!(keyword("replace_existing"), Some(Value::Bool(true)));
            let at = match args.positional.get(1).map(|arg| arg.value.clone()).or_else(|| keyword("index")) {
                Some(Value::Int(at)) => usize::try_from(at).ok(),
                _ => None,
            };
            let column = object::handle(&item)?;
            done(add_column(cx, handle, &column, replace, at))
        }
        "append_constraint" => {
            let item = first.or_else(|| keyword("constraint"))?;
            done(add_item(cx, handle, &item, false))
        }
        "to_metadata" | "tometadata" => {
            let owner = first.or_else(|| keyword("metadata")).as_ref().and_then(object::handle)?;
            let schema = args.positional.get(1).map(|arg| arg.value.clone()).or_else(|| keyword("schema"));
            Some(to_metadata(cx, handle, &owner, schema.as_ref(), keyword("name").as_ref()).map(Value::Library))
        }
        "add_is_dependent_on" => Some(Ok(Value::None)),
        _ => None,
    }
}

/// Whether a column may count itself up (`Table.autoincrement_column`): the one integer column of a primary key.
pub fn autoincrement_column(table: &Handle) -> Option<Handle> {
    let key = primary_key_of(table)?;
    let columns: Vec<Handle> = object::constraint(&key)?.borrow().columns.iter().filter_map(object::handle).collect();
    let chosen = columns
        .iter()
        .find(|column| object::column(column).is_some_and(|column| column.borrow().autoincrement == crate::model::Autoincrement::Yes));
    if chosen.is_some() {
        return chosen.cloned();
    }
    let [column] = columns.as_slice() else { return None };
    let object = object::column(column)?.borrow();
    let counts = object.autoincrement != crate::model::Autoincrement::No
        && type_checks::is_integer(&object.ty)
        && (object.default.is_none() || matches!(&object.default, Value::Library(part) if object::sequence(part).is_some()))
        && (object.server_default.is_none()
            || matches!(&object.server_default, Value::Library(part) if defaults::is_generated(part, "identity")))
        && (object.foreign_keys.is_empty() || object.autoincrement == crate::model::Autoincrement::IgnoreForeignKey);
    drop(object);
    counts.then(|| Rc::clone(column))
}

/// `str(table)`.
pub fn text(handle: &Handle) -> String {
    name(handle)
        .map(|name| metadata::key(&name.name.text, name.schema.as_ref().map(|schema| &*schema.text)).to_string())
        .unwrap_or_default()
}

/// Whether a weak reference is to this object.
pub fn is(weak: Option<&Weak<Library>>, handle: &Handle) -> bool {
    weak.and_then(Weak::upgrade).is_some_and(|found| Rc::ptr_eq(&found, handle))
}

/// The text of a table's name given as a value.
pub fn name_text(value: &Value) -> Option<Rc<str>> {
    plain_text(value)
}
