//! `sqlalchemy.ForeignKey`: one column of a foreign key constraint, and where it points to.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use indexmap::IndexMap;

use super::constraints::{self, FOREIGN_KEY_RULES};
use super::object::{self, ConstraintClass, ForeignKeyObject, Handle, Object, Target};
use super::signature::{Bound, Signature, is_unknown, plain_text};
use super::state::Cx;
use super::{bind, collections, columns, literals, metadata, tables};
use crate::eval::{Args, Library, Unwind, Value};

/// The canonical path of the class.
pub const FOREIGN_KEY: &str = "sqlalchemy.sql.schema.ForeignKey";

const SIGNATURE: Signature = Signature {
    function: "ForeignKey.__init__()",
    of: "a foreign key",
    positional: &[
        "column",
        "_constraint",
        "use_alter",
        "name",
        "onupdate",
        "ondelete",
        "deferrable",
        "initially",
        "link_to_name",
        "match",
        "info",
        "comment",
        "_unresolvable",
    ],
    required: 1,
    variadic: false,
    keywords: &[],
    open: true,
};

/// `ForeignKey(target, …)`.
///
/// # Errors
/// `TypeError` and `ArgumentError` as there.
pub fn construct(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut bound = SIGNATURE.bind(cx, args)?;
    let given = bound.value("column");
    let target = target(cx, &mut bound, &given)?;
    let object = ForeignKeyObject {
        target,
        constraint: None,
        parent: None,
        name: constraints::bound_name(&mut bound),
        onupdate: bound.value("onupdate"),
        ondelete: bound.value("ondelete"),
        deferrable: bound.value("deferrable"),
        initially: bound.value("initially"),
        r#match: bound.value("match"),
        comment: bound.value("comment"),
        use_alter: bound.flag(cx, "use_alter", false)?,
        link_to_name: bound.flag(cx, "link_to_name", false)?,
        options: bound.take_extra(),
        attributes: constraints::info(&bound),
        doubt: bound.doubt.take(),
    };
    super::options::validate(cx, &["ForeignKeyConstraint"], ConstraintClass::ForeignKey.path(), &object.options)?;
    Ok(Library::new(cx.span, Object::ForeignKey(RefCell::new(object))))
}

/// Where a foreign key points to, from what the program said (`ForeignKey._parse_colspec_argument`).
///
/// # Errors
/// `ArgumentError` for what is neither text, tuple nor column.
pub fn target(cx: &mut Cx<'_>, bound: &mut Bound, given: &Value) -> Result<Target, Unwind> {
    let nowhere = Target::Names { schema: None, table: "".into(), column: None };
    if is_unknown(given) {
        bound.doubt("column", given);
        return Ok(nowhere);
    }
    if let Some(text) = plain_text(given) {
        return Ok(target_of_text(&text));
    }
    if let Value::Tuple(parts) = given {
        if let Some(unknown) = parts.iter().find(|part| is_unknown(part)) {
            bound.doubt("column", unknown);
            return Ok(nowhere);
        }
        let parts: Vec<Option<Rc<str>>> = parts.iter().map(plain_text).collect();
        let (schema, table, column) = match parts.as_slice() {
            [schema, table, column] => (schema.clone(), table.clone(), column.clone()),
            [table, column] => (None, table.clone(), column.clone()),
            other => {
                let text = format!(
                    "ForeignKey target given as a tuple must have two tokens (table_name, column_name) or three tokens (schema, table_name, column_name); got {}",
                    other.len()
                );
                return Err(cx.raise("ArgumentError", text));
            }
        };
        return match table.filter(|table| !table.is_empty()) {
            Some(table) => Ok(Target::Names { schema, table, column }),
            None => Err(cx.raise("ArgumentError", "ForeignKey target table_name must be a non-empty string")),
        };
    }
    if let Some(column) = metadata::column_of(cx, given)? {
        return Ok(Target::Column(column));
    }
    let text = format!("String column name or Column object for DDL foreign key constraint expected, got {}.", literals::repr(given));
    Err(cx.raise("ArgumentError", text))
}

/// `"schema.table.column"` taken apart (`ForeignKeyTarget._from_string`).
pub fn target_of_text(text: &str) -> Target {
    let mut parts = text.rsplitn(3, '.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some(column), Some(table), schema) => {
            Target::Names { schema: schema.map(Rc::from), table: table.into(), column: Some(column.into()) }
        }
        _ => Target::Names { schema: None, table: text.into(), column: None },
    }
}

/// Schema, table and column key that a foreign key points to.
pub type Tokens = (Option<Rc<str>>, Rc<str>, Option<Rc<str>>);

/// The names that a foreign key points to.
pub fn tokens(foreign_key: &Handle) -> Option<Tokens> {
    let object = object::foreign_key(foreign_key)?.borrow();
    Some(match &object.target {
        Target::Names { schema, table, column } => (schema.clone(), Rc::clone(table), column.clone()),
        Target::Column(column) => {
            let key = object::column(column)?.borrow().key.clone();
            match columns::table_of(column).and_then(|table| tables::name(&table)) {
                Some(name) => (name.schema.map(|schema| schema.text), name.name.text, key),
                None => (None, key.unwrap_or_default(), None),
            }
        }
    })
}

/// Gives a foreign key to a column (`ForeignKey._set_parent`); where the column is in a table, its constraint is made.
///
/// # Errors
/// `InvalidRequestError` where it has another column already.
pub fn set_parent(cx: &mut Cx<'_>, foreign_key: &Handle, column: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::foreign_key(foreign_key) else { return Ok(()) };
    let parent = cell.borrow().parent.as_ref().and_then(Weak::upgrade);
    if parent.is_some_and(|parent| !Rc::ptr_eq(&parent, column)) {
        return Err(cx.raise("InvalidRequestError", "This ForeignKey already has a parent !"));
    }
    cell.borrow_mut().parent = Some(Rc::downgrade(column));
    if let Some(object) = object::column(column) {
        let mut object = object.borrow_mut();
        if !object.foreign_keys.iter().any(|known| Rc::ptr_eq(known, foreign_key)) {
            object.foreign_keys.push(Rc::clone(foreign_key));
        }
    }
    match columns::table_of(column) {
        Some(table) => set_table(cx, foreign_key, column, &table),
        None => Ok(()),
    }
}

/// Makes the constraint of a foreign key whose column came to a table (`ForeignKey._set_table`).
///
/// # Errors
/// What attaching the constraint raises.
pub fn set_table(cx: &mut Cx<'_>, foreign_key: &Handle, column: &Handle, table: &Handle) -> Result<(), Unwind> {
    let Some(cell) = object::foreign_key(foreign_key) else { return Ok(()) };
    if cell.borrow().constraint.is_none() {
        let source = cell.borrow();
        let mut object = constraints::empty(cx, ConstraintClass::ForeignKey);
        object.name = source.name.clone();
        object.onupdate = source.onupdate.clone();
        object.ondelete = source.ondelete.clone();
        object.deferrable = source.deferrable.clone();
        object.initially = source.initially.clone();
        object.r#match = source.r#match.clone();
        object.comment = source.comment.clone();
        object.use_alter = source.use_alter;
        object.link_to_name = source.link_to_name;
        object.options = source.options.clone();
        object.doubt = source.doubt.clone();
        object.columns = vec![Value::Library(Rc::clone(column))];
        object.elements = vec![Rc::clone(foreign_key)];
        drop(source);
        let constraint = Library::new(foreign_key.place, Object::Constraint(RefCell::new(object)));
        cell.borrow_mut().constraint = Some(Rc::clone(&constraint));
        constraints::set_table(cx, &constraint, table)?;
    }
    adopt_type(foreign_key, column, table);
    Ok(())
}

/// A column without a type takes that of the column it refers to, where that is known (`_set_target_column`).
fn adopt_type(foreign_key: &Handle, column: &Handle, table: &Handle) {
    let Some(cell) = object::column(column) else { return };
    if !bind::is_null_type(&cell.borrow().ty) {
        return;
    }
    let Some(target) = resolve(foreign_key, table) else { return };
    let ty = object::column(&target).map(|target| target.borrow().ty.clone());
    if let Some(ty) = ty.filter(|ty| !bind::is_null_type(ty)) {
        cell.borrow_mut().ty = ty;
    }
}

/// The column that a foreign key points to, where its table is known.
pub fn resolve(foreign_key: &Handle, table: &Handle) -> Option<Handle> {
    let object = object::foreign_key(foreign_key)?.borrow();
    let Target::Names { schema, table: name, column } = &object.target else {
        let Target::Column(column) = &object.target else { return None };
        return Some(Rc::clone(column));
    };
    let owner = tables::metadata_of(table)?;
    let owner = object::metadata(&owner)?.borrow();
    let schema = schema.clone().or_else(|| owner.schema.as_ref().map(|schema| Rc::clone(&schema.text)));
    let target = owner.tables.get(&*metadata::key(name, schema.as_deref()))?;
    let wanted = match column {
        Some(column) => Rc::clone(column),
        None => object::column(&object.parent.as_ref()?.upgrade()?)?.borrow().key.clone()?,
    };
    if object.link_to_name {
        return tables::columns(target).into_iter().find(|column| {
            object::column(column).is_some_and(|column| column.borrow().name.as_ref().is_some_and(|name| *name.text == *wanted))
        });
    }
    tables::column(target, &wanted)
}

/// A copy of a foreign key that is in no table yet; nothing for one that has its constraint.
pub fn copy_free(foreign_key: &Handle) -> Option<Handle> {
    let source = object::foreign_key(foreign_key)?.borrow();
    if source.constraint.is_some() {
        return None;
    }
    let object = ForeignKeyObject {
        target: source.target.clone(),
        constraint: None,
        parent: None,
        name: source.name.clone(),
        onupdate: source.onupdate.clone(),
        ondelete: source.ondelete.clone(),
        deferrable: source.deferrable.clone(),
        initially: source.initially.clone(),
        r#match: source.r#match.clone(),
        comment: source.comment.clone(),
        use_alter: source.use_alter,
        link_to_name: source.link_to_name,
        options: source.options.clone(),
        attributes: source.attributes.clone(),
        doubt: source.doubt.clone(),
    };
    Some(Library::new(foreign_key.place, Object::ForeignKey(RefCell::new(object))))
}

/// An element of a foreign key constraint.
pub fn element(cx: &Cx<'_>, target: Target, constraint: &super::object::ConstraintObject) -> Handle {
    let object = ForeignKeyObject {
        target,
        constraint: None,
        parent: None,
        name: constraint.name.clone(),
        onupdate: constraint.onupdate.clone(),
        ondelete: constraint.ondelete.clone(),
        deferrable: constraint.deferrable.clone(),
        initially: constraint.initially.clone(),
        r#match: constraint.r#match.clone(),
        comment: Value::None,
        use_alter: constraint.use_alter,
        link_to_name: constraint.link_to_name,
        options: constraint.options.clone(),
        attributes: IndexMap::default(),
        doubt: None,
    };
    Library::new(cx.span, Object::ForeignKey(RefCell::new(object)))
}

/// `foreign_key.name`.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let object = object::foreign_key(handle)?.borrow();
    let parent = object.parent.as_ref().and_then(Weak::upgrade);
    Some(match name {
        "name" => collections::name(object.name.as_ref()),
        "parent" => parent.map_or(Value::None, Value::Library),
        "constraint" => object.constraint.clone().map_or(Value::None, Value::Library),
        "use_alter" => Value::Bool(object.use_alter),
        "link_to_name" => Value::Bool(object.link_to_name),
        "target_fullname" | "_colspec" => {
            drop(object);
            let (schema, table, column) = tokens(handle)?;
            let parts: Vec<_> = [schema, Some(table), column].into_iter().flatten().map(|part| part.to_string()).collect();
            Value::str(parts.join("."))
        }
        "column" => {
            let table = parent.as_ref().and_then(columns::table_of);
            drop(object);
            Value::Library(resolve(handle, &table?)?)
        }
        _ if FOREIGN_KEY_RULES.contains(&name) => match name {
            "onupdate" => object.onupdate.clone(),
            "ondelete" => object.ondelete.clone(),
            "deferrable" => object.deferrable.clone(),
            "initially" => object.initially.clone(),
            "match" => object.r#match.clone(),
            _ => object.comment.clone(),
        },
        _ => {
            let value = object.attributes.get(name).cloned();
            drop(object);
            return value.or_else(|| collections::method(cx, handle, FOREIGN_KEY, name));
        }
    })
}

/// `foreign_key.name = value`.
pub fn set(handle: &Handle, name: &str, value: &Value) {
    let Some(cell) = object::foreign_key(handle) else { return };
    let mut object = cell.borrow_mut();
    match name {
        "name" => object.name = bind::name(value),
        "onupdate" => object.onupdate = value.clone(),
        "ondelete" => object.ondelete = value.clone(),
        "deferrable" => object.deferrable = value.clone(),
        "initially" => object.initially = value.clone(),
        "match" => object.r#match = value.clone(),
        "comment" => object.comment = value.clone(),
        _ => drop(object.attributes.insert(name.into(), value.clone())),
    }
}
