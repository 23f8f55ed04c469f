//! Constraints: making them, and attaching them to a table or column.

mod signatures;

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use indexmap::IndexMap;

use super::object::{self, ConstraintClass, ConstraintObject, Handle, Object};
use super::signature::{Bound, is_unknown, plain_text};
use super::state::Cx;
use super::{bind, bridge, collections, columns, foreign_keys, metadata, names, naming, options, tables};
use crate::eval::{Arg, Args, Library, Unwind, Value};
use crate::model::expr::rewrite::column_names;
use crate::model::{ByName, Name, SqlExpr};
use signatures::{CHECK, COLUMNS, EXCLUDE, FOREIGN};

/// Attributes that a foreign key and its constraint share.
pub const FOREIGN_KEY_RULES: [&str; 6] = ["onupdate", "ondelete", "deferrable", "initially", "match", "comment"];

impl ConstraintClass {
    /// The kind of a class by its short name.
    pub fn of(class: &str) -> Option<Self> {
        Some(match class {
            "PrimaryKeyConstraint" => Self::PrimaryKey,
            "UniqueConstraint" => Self::Unique,
            "ForeignKeyConstraint" => Self::ForeignKey,
            "CheckConstraint" => Self::Check,
            "ExcludeConstraint" => Self::Exclude,
            _ => return None,
        })
    }

    /// The short name of the class.
    pub fn name(self) -> &'static str {
        match self {
            Self::PrimaryKey => "PrimaryKeyConstraint",
            Self::Unique => "UniqueConstraint",
            Self::ForeignKey => "ForeignKeyConstraint",
            Self::Check => "CheckConstraint",
            Self::Exclude => "ExcludeConstraint",
        }
    }

    /// The canonical path of the class.
    pub fn path(self) -> &'static str {
        match self {
            Self::PrimaryKey => "sqlalchemy.sql.schema.PrimaryKeyConstraint",
            Self::Unique => "sqlalchemy.sql.schema.UniqueConstraint",
            Self::ForeignKey => "sqlalchemy.sql.schema.ForeignKeyConstraint",
            Self::Check => "sqlalchemy.sql.schema.CheckConstraint",
            Self::Exclude => names::class_path("ExcludeConstraint"),
        }
    }
}

/// A constraint without anything.
pub fn empty(cx: &Cx<'_>, class: ConstraintClass) -> ConstraintObject {
    ConstraintObject {
        class,
        name: None,
        columns: Vec::new(),
        elements: Vec::new(),
        condition: Value::None,
        exclusions: Vec::new(),
        deferrable: Value::None,
        initially: Value::None,
        comment: Value::None,
        onupdate: Value::None,
        ondelete: Value::None,
        r#match: Value::None,
        use_alter: false,
        link_to_name: false,
        options: IndexMap::default(),
        attributes: IndexMap::default(),
        type_bound: false,
        column_flag: false,
        implicit: false,
        order: cx.library.next_order(),
        parent: None,
        doubt: None,
    }
}

/// The name argument of a constraint.
pub fn bound_name(bound: &mut Bound) -> Option<Name> {
    bound.known("name").and_then(|arg| bind::name(&arg.value))
}

/// The `info=` argument as attributes.
pub fn info(bound: &Bound) -> ByName<Value> {
    let given = bound.has("info").then(|| (Rc::from("info"), bound.value("info")));
    given.into_iter().collect()
}

/// A constraint of a class.
///
/// # Errors
/// `TypeError` and `ArgumentError` as there.
pub fn construct(cx: &mut Cx<'_>, class: ConstraintClass, args: &Args) -> Result<Handle, Unwind> {
    let signature = match class {
        ConstraintClass::PrimaryKey | ConstraintClass::Unique => COLUMNS,
        ConstraintClass::Check => CHECK,
        ConstraintClass::ForeignKey => FOREIGN,
        ConstraintClass::Exclude => EXCLUDE,
    };
    let mut bound = signature.bind(cx, args)?;
    let mut object = empty(cx, class);
    object.name = bound_name(&mut bound);
    object.deferrable = bound.value("deferrable");
    object.initially = bound.value("initially");
    object.attributes = info(&bound);
    if let Some(comment) = take_comment(&mut bound) {
        object.comment = comment.value;
    }
    object.options = bound.take_extra();
    if class == ConstraintClass::Exclude {
        for name in ["using", "where", "ops"] {
            if bound.has(name) {
                object.options.insert(name.into(), bound.value(name));
            }
        }
    } else {
        options::validate(cx, &[class.name(), "Constraint"], class.path(), &object.options)?;
    }
    fill(cx, &mut object, &mut bound)?;
    object.doubt = bound.doubt.take();
    let table = bound.get("table").and_then(|arg| object::handle(&arg.value)).filter(|table| object::table(table).is_some());
    let handle = Library::new(cx.span, Object::Constraint(RefCell::new(object)));
    match table {
        Some(table) => set_table(cx, &handle, &table)?,
        None => attach_by_columns(cx, &handle)?,
    }
    Ok(handle)
}

/// `comment=`, which constraints take among their open keywords.
fn take_comment(bound: &mut Bound) -> Option<Arg> {
    if let Some(arg) = bound.get("comment") {
        return Some(arg.clone());
    }
    let at = bound.extra.iter().position(|(name, _)| &**name == "comment")?;
    Some(bound.extra.remove(at).1)
}

/// What each class has of its own.
fn fill(cx: &mut Cx<'_>, object: &mut ConstraintObject, bound: &mut Bound) -> Result<(), Unwind> {
    match object.class {
        ConstraintClass::PrimaryKey | ConstraintClass::Unique => {
            object.columns = columns_of(cx, bound)?;
            object.column_flag = bound.flag(cx, "_column_flag", false)?;
        }
        ConstraintClass::Check => {
            object.condition = bound.known("sqltext").map_or(Value::None, |arg| arg.value);
            object.type_bound = bound.flag(cx, "_type_bound", false)?;
        }
        ConstraintClass::ForeignKey => {
            object.onupdate = bound.value("onupdate");
            object.ondelete = bound.value("ondelete");
            object.r#match = bound.value("match");
            object.use_alter = bound.flag(cx, "use_alter", false)?;
            object.link_to_name = bound.flag(cx, "link_to_name", false)?;
            fill_foreign_key(cx, object, bound)?;
        }
        ConstraintClass::Exclude => {
            for arg in std::mem::take(&mut bound.rest) {
                if is_unknown(&arg.value) {
                    bound.doubt("elements", &arg.value);
                    continue;
                }
                let pair = cx.vm.iterate(cx.host, &arg.value, arg.span)?;
                match pair.as_slice() {
                    [element, operator] => object.exclusions.push((element.clone(), operator.clone())),
                    other => {
                        let text = format!("not enough values to unpack (expected 2, got {})", other.len());
                        return Err(cx.raise_builtin("ValueError", text));
                    }
                }
            }
        }
    }
    Ok(())
}

/// Positional columns of a constraint: keys or columns.
fn columns_of(cx: &mut Cx<'_>, bound: &mut Bound) -> Result<Vec<Value>, Unwind> {
    let mut found = Vec::new();
    for arg in std::mem::take(&mut bound.rest) {
        found.extend(column_argument(cx, bound, &arg.value)?);
    }
    Ok(found)
}

fn column_argument(cx: &mut Cx<'_>, bound: &mut Bound, value: &Value) -> Result<Option<Value>, Unwind> {
    if is_unknown(value) {
        bound.doubt("columns", value);
        return Ok(None);
    }
    if plain_text(value).is_some() {
        return Ok(Some(value.clone()));
    }
    if let Some(column) = metadata::column_of(cx, value)? {
        return Ok(Some(Value::Library(column)));
    }
    if let Some(name) = bridge::column_key(value) {
        return Ok(Some(Value::Str(name)));
    }
    let text = format!("String column name or column expression for DDL constraint expected, got {}.", super::literals::repr(value));
    Err(cx.raise("ArgumentError", text))
}

fn fill_foreign_key(cx: &mut Cx<'_>, object: &mut ConstraintObject, bound: &mut Bound) -> Result<(), Unwind> {
    let mut lists = Vec::new();
    for name in ["columns", "refcolumns"] {
        match bound.known(name) {
            Some(arg) => lists.push(cx.vm.iterate(cx.host, &arg.value, arg.span)?),
            None => return Ok(()),
        }
    }
    let [local, referred] = lists.as_slice() else { return Ok(()) };
    if local.len() != referred.len() {
        let text = "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.";
        return Err(cx.raise("ArgumentError", text));
    }
    if local.is_empty() {
        return Err(cx.raise_builtin("IndexError", "list index out of range"));
    }
    for value in local {
        object.columns.extend(column_argument(cx, bound, value)?);
    }
    for value in referred {
        let target = foreign_keys::target(cx, bound, value)?;
        let element = foreign_keys::element(cx, target, object);
        object.elements.push(element);
    }
    one_remote_table(cx, object)
}

/// All columns of a foreign key refer to one table (`ForeignKeyConstraint._validate_dest_table`).
fn one_remote_table(cx: &mut Cx<'_>, object: &ConstraintObject) -> Result<(), Unwind> {
    let mut tables = object.elements.iter().filter_map(foreign_keys::tokens).map(|(schema, table, _)| (schema, table));
    let Some(first) = tables.next() else { return Ok(()) };
    match tables.find(|other| *other != first) {
        Some(other) => {
            let text = format!("ForeignKeyConstraint refers to multiple remote tables: {} and {}", first.1, other.1);
            Err(cx.raise("ArgumentError", text))
        }
        None => Ok(()),
    }
}

/// Attaches a constraint or index by the columns it was given, once all of them are in a table
/// (`ColumnCollectionMixin._check_attach`).
///
/// # Errors
/// `ArgumentError` where they are in several tables.
pub fn attach_by_columns(cx: &mut Cx<'_>, handle: &Handle) -> Result<(), Unwind> {
    let given = match (object::constraint(handle), object::index(handle)) {
        (Some(constraint), _) if constraint.borrow().class == ConstraintClass::Check => vec![constraint.borrow().condition.clone()],
        (Some(constraint), _) => constraint.borrow().columns.clone(),
        (_, Some(index)) => index.borrow().expressions.clone(),
        _ => return Ok(()),
    };
    let columns: Vec<Handle> = given.iter().filter_map(object::handle).filter(|part| object::column(part).is_some()).collect();
    let free: Vec<&Handle> = columns.iter().filter(|column| columns::table_of(column).is_none()).collect();
    if !free.is_empty() && !has_texts(handle) {
        for column in free {
            if let Some(column) = object::column(column) {
                column.borrow_mut().waiting.push(Rc::clone(handle));
            }
        }
        return Ok(());
    }
    let tables: Vec<Handle> = given.iter().flat_map(|value| bridge::tables_within(cx, value)).collect();
    let Some(first) = tables.first().cloned() else { return Ok(()) };
    if tables.iter().all(|table| Rc::ptr_eq(table, &first)) {
        return set_table(cx, handle, &first);
    }
    let others: Vec<String> = columns
        .iter()
        .filter(|column| columns::table_of(column).is_some_and(|table| !Rc::ptr_eq(&table, &first)))
        .map(|column| format!("'{}'", columns::text(column)))
        .collect();
    let name = tables::name(&first).map(|name| name.name.text).unwrap_or_default();
    Err(cx.raise("ArgumentError", format!("Column(s) {} are not part of table '{name}'.", others.join(", "))))
}

fn has_texts(handle: &Handle) -> bool {
    let texts = |values: &[Value]| values.iter().any(|value| plain_text(value).is_some());
    match (object::constraint(handle), object::index(handle)) {
        (Some(constraint), _) => texts(&constraint.borrow().columns),
        (_, Some(index)) => texts(&index.borrow().expressions),
        _ => false,
    }
}

/// Attaches a constraint or index to a table, and names it by the table's convention.
///
/// # Errors
/// `ConstraintColumnNotFoundError` for a column that the table lacks; what the convention raises.
pub fn set_table(cx: &mut Cx<'_>, handle: &Handle, table: &Handle) -> Result<(), Unwind> {
    if object::index(handle).is_some() {
        return super::indexes::set_table(cx, handle, table);
    }
    let Some(cell) = object::constraint(handle) else { return Ok(()) };
    resolve_columns(cx, handle, table)?;
    cell.borrow_mut().parent = Some(Rc::downgrade(table));
    let class = cell.borrow().class;
    if class == ConstraintClass::PrimaryKey {
        tables::set_primary_key(cx, table, handle)?;
    } else {
        tables::push_constraint(table, handle);
    }
    if class == ConstraintClass::ForeignKey {
        let (columns, elements) = (cell.borrow().columns.clone(), cell.borrow().elements.clone());
        for (column, element) in columns.iter().zip(&elements) {
            if let (Value::Library(column), Some(element_cell)) = (column, object::foreign_key(element)) {
                element_cell.borrow_mut().constraint = Some(Rc::clone(handle));
                foreign_keys::set_parent(cx, element, column)?;
            }
        }
    }
    naming::name_constraint(cx, handle, table)
}

/// Turns keys among the columns of a constraint into the table's columns.
fn resolve_columns(cx: &mut Cx<'_>, handle: &Handle, table: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::constraint(handle) else { return Ok(()) };
    let given = cell.borrow().columns.clone();
    let mut resolved: Vec<Value> = Vec::with_capacity(given.len());
    for value in given {
        let column = match plain_text(&value) {
            Some(key) => match tables::column(table, &key) {
                Some(column) => Value::Library(column),
                None => {
                    let class = cell.borrow().class.name();
                    let name = tables::name(table).map(|name| name.name.text).unwrap_or_default();
                    let text = format!("Can't create {class} on table '{name}': no column named '{key}' is present.");
                    return Err(cx.raise("ConstraintColumnNotFoundError", text));
                }
            },
            None => value,
        };
        let repeated = cell.borrow().class != ConstraintClass::ForeignKey && resolved.iter().any(|known| known.is(&column));
        if !repeated {
            resolved.push(column);
        }
    }
    cell.borrow_mut().columns = resolved;
    Ok(())
}

/// Gives a check to a column (`Constraint._set_parent` with a column); other constraints need a table.
///
/// # Errors
/// What attaching it to the column's table raises.
pub fn set_column(cx: &mut Cx<'_>, handle: &Handle, column: &Handle) -> Result<(), Unwind> {
    let (Some(cell), Some(object)) = (object::constraint(handle), object::column(column)) else { return Ok(()) };
    let condition = object::handle(&cell.borrow().condition);
    if condition.as_ref().and_then(object::expr).is_some_and(|condition| holds_free_columns(condition)) {
        let text = "a check of a column can't name columns of no table: say it as text, or as a check of the table";
        return Err(cx.raise_builtin("AssertionError", text));
    }
    cell.borrow_mut().parent = Some(Rc::downgrade(column));
    object.borrow_mut().constraints.push(Rc::clone(handle));
    match columns::table_of(column) {
        Some(table) => naming::name_constraint(cx, handle, &table),
        None => Ok(()),
    }
}

/// Whether an expression holds a `column("x")` of no table, which the columns of a check of one column are not counted with
/// (`ColumnCollectionMixin._col_expressions`).
fn holds_free_columns(condition: &SqlExpr) -> bool {
    condition.from_objects().is_empty() && !column_names(condition).is_empty()
}

/// A copy of a constraint for another table, its columns by key.
///
/// # Errors
/// What attaching it there raises.
pub fn copy(cx: &mut Cx<'_>, handle: &Handle, table: Option<&Handle>) -> Result<Handle, Unwind> {
    let Some(cell) = object::constraint(handle) else { return Ok(Rc::clone(handle)) };
    let source = cell.borrow();
    let mut object = empty(cx, source.class);
    object.name = source.name.clone();
    object.columns = keys(&source.columns);
    object.condition = source.condition.clone();
    object.exclusions = source.exclusions.clone();
    object.deferrable = source.deferrable.clone();
    object.initially = source.initially.clone();
    object.comment = source.comment.clone();
    object.onupdate = source.onupdate.clone();
    object.ondelete = source.ondelete.clone();
    object.r#match = source.r#match.clone();
    object.use_alter = source.use_alter;
    object.link_to_name = source.link_to_name;
    object.options = source.options.clone();
    object.attributes = source.attributes.clone();
    object.type_bound = source.type_bound;
    object.doubt = source.doubt.clone();
    let targets: Vec<_> =
        source.elements.iter().filter_map(|element| Some(object::foreign_key(element)?.borrow().target.clone())).collect();
    drop(source);
    for target in targets {
        let element = foreign_keys::element(cx, target, &object);
        object.elements.push(element);
    }
    let copied = Library::new(handle.place, Object::Constraint(RefCell::new(object)));
    if let Some(table) = table {
        set_table(cx, &copied, table)?;
    }
    Ok(copied)
}

/// Columns as keys, so that a copy finds its own.
pub fn keys(columns: &[Value]) -> Vec<Value> {
    let key = |value: &Value| match value {
        Value::Library(column) => object::column(column).and_then(|column| column.borrow().key.clone()).map(Value::Str),
        _ => None,
    };
    columns.iter().map(|value| key(value).unwrap_or_else(|| value.clone())).collect()
}

/// The table of a constraint, by its column where it is a column's.
pub fn table_of(handle: &Handle) -> Option<Handle> {
    let parent = object::constraint(handle)?.borrow().parent.as_ref().and_then(Weak::upgrade)?;
    if object::table(&parent).is_some() { Some(parent) } else { columns::table_of(&parent) }
}

/// `constraint.name`.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let object = object::constraint(handle)?.borrow();
    Some(match name {
        "name" => collections::name(object.name.as_ref()),
        "table" => {
            drop(object);
            table_of(handle).map_or(Value::None, Value::Library)
        }
        "parent" => object.parent.as_ref().and_then(Weak::upgrade).map_or(Value::None, Value::Library),
        "columns" | "c" => {
            let handles: Vec<Handle> = object.columns.iter().filter_map(object::handle).collect();
            Value::Library(Library::new(cx.span, collections::columns(&handles)))
        }
        "column_keys" => Value::list(keys(&object.columns)),
        "elements" => Value::list(object.elements.iter().cloned().map(Value::Library).collect()),
        "sqltext" => object.condition.clone(),
        "deferrable" => object.deferrable.clone(),
        "initially" => object.initially.clone(),
        "comment" => object.comment.clone(),
        "onupdate" => object.onupdate.clone(),
        "ondelete" => object.ondelete.clone(),
        "match" => object.r#match.clone(),
        "use_alter" => Value::Bool(object.use_alter),
        "link_to_name" => Value::Bool(object.link_to_name),
        "_type_bound" => Value::Bool(object.type_bound),
        "dialect_kwargs" | "kwargs" => collections::dict(&object.options),
        "referred_table" => {
            let (element, table) = (object.elements.first()?.clone(), object.parent.as_ref()?.upgrade()?);
            drop(object);
            Value::Library(columns::table_of(&foreign_keys::resolve(&element, &table)?)?)
        }
        _ => {
            let (value, class) = (object.attributes.get(name).cloned(), object.class.path());
            drop(object);
            return value.or_else(|| collections::method(cx, handle, class, name));
        }
    })
}

/// `constraint.name = value`.
pub fn set(handle: &Handle, name: &str, value: &Value) {
    let Some(cell) = object::constraint(handle) else { return };
    let mut object = cell.borrow_mut();
    match name {
        "name" => object.name = bind::name(value),
        "deferrable" => object.deferrable = value.clone(),
        "initially" => object.initially = value.clone(),
        "comment" => object.comment = value.clone(),
        "onupdate" => object.onupdate = value.clone(),
        "ondelete" => object.ondelete = value.clone(),
        "match" => object.r#match = value.clone(),
        "sqltext" => object.condition = value.clone(),
        _ => drop(object.attributes.insert(name.into(), value.clone())),
    }
}
