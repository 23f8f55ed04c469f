//! `isinstance` and `issubclass` with library classes.

use super::names::{self, NameKind};
use super::object::{self, Handle, Object};
use super::{columns, defaults, foreign_keys, indexes, metadata, tables};
use crate::eval::Value;

/// The canonical path of a library object's class; nothing for expressions and objects of later stages.
pub fn class_of(handle: &Handle) -> Option<&'static str> {
    Some(match Object::of(handle)? {
        Object::Type(object) => object.borrow().path,
        Object::Column(_) => columns::COLUMN,
        Object::Table(_) => tables::TABLE,
        Object::MetaData(_) => metadata::METADATA,
        Object::Constraint(object) => object.borrow().class.path(),
        Object::Index(_) => indexes::INDEX,
        Object::ForeignKey(_) => foreign_keys::FOREIGN_KEY,
        Object::Sequence(_) => "sqlalchemy.sql.schema.Sequence",
        Object::Default(object) => defaults::class_of(&object.borrow()),
        Object::Columns(_) => "sqlalchemy.sql.base.ReadOnlyColumnCollection",
        Object::Text(text) => match text.kind {
            object::TextKind::Conv => "sqlalchemy.sql.elements.conv",
            object::TextKind::Quoted(_) => "sqlalchemy.sql.elements.quoted_name",
        },
        Object::Dialect => "sqlalchemy.engine.default.DefaultDialect",
        Object::Plain(object) => object.borrow().class,
        Object::Name(name) if name.kind == NameKind::Module => "module",
        Object::Name(name) if name.kind == NameKind::Class => "type",
        Object::Name(_) | Object::Method { .. } | Object::Expr(_) | Object::Declarative(_) | Object::Mapped(_) | Object::Host(_) => {
            return None;
        }
    })
}

/// Whether a value is an instance of the library class at a path; `None` where that is not decided here.
pub fn is_instance(value: &Value, path: &str) -> Option<bool> {
    match value {
        Value::Library(handle) => {
            let class = class_of(handle)?;
            Some(names::is_subclass(class, path))
        }
        Value::Instance(instance) => Some(is_subclass_value(&Value::Class(std::rc::Rc::clone(&instance.class)), path)),
        Value::Unknown(_) | Value::Live(_) => None,
        _ => Some(false),
    }
}

/// Whether a class of the program or of the library is, or inherits from, the library class at a path.
pub fn is_subclass_value(class: &Value, path: &str) -> bool {
    match class {
        Value::Class(class) => class.mro().iter().any(|base| match base {
            Value::Library(base) => object::name(base).is_some_and(|name| names::is_subclass(name.path, path)),
            _ => false,
        }),
        Value::Library(handle) => object::name(handle).is_some_and(|name| names::is_subclass(name.path, path)),
        _ => false,
    }
}

/// The path of the library class that a value is.
pub fn path_of_class(class: &Value) -> Option<&'static str> {
    let Value::Library(handle) = class else { return None };
    object::name(handle).filter(|name| name.kind == NameKind::Class).map(|name| name.path)
}
