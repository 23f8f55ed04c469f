//! `property`, `staticmethod`, `classmethod`, `cached_property`.

use std::rc::Rc;

use crate::eval::function::{NativeType, Row};
use crate::eval::object::Descriptor;
use crate::eval::value::Value;

/// `property(get, set, delete, doc)`
pub static PROPERTY: NativeType = NativeType::new(
    "property",
    "builtins",
    Row::any("property", |call| {
        let [get, set, delete, _] = call.bind("property", ["fget", "fset", "fdel", "doc"], 0)?;
        let given = |value: Option<Value>| value.filter(|value| !value.is_none());
        Ok(Value::Descriptor(Rc::new(Descriptor::Property { get: given(get), set: given(set), delete: given(delete) })))
    }),
);

/// `staticmethod(function)`
pub static STATIC_METHOD: NativeType = NativeType::new(
    "staticmethod",
    "builtins",
    Row::any("staticmethod", |call| {
        let function = call.one("staticmethod")?;
        Ok(Value::Descriptor(Rc::new(Descriptor::StaticMethod(function))))
    }),
);

/// `classmethod(function)`
pub static CLASS_METHOD: NativeType = NativeType::new(
    "classmethod",
    "builtins",
    Row::any("classmethod", |call| {
        let function = call.one("classmethod")?;
        Ok(Value::Descriptor(Rc::new(Descriptor::ClassMethod(function))))
    }),
);

/// `functools.cached_property(function)`
pub static CACHED_PROPERTY: NativeType = NativeType::new(
    "cached_property",
    "functools",
    Row::any("cached_property", |call| {
        let get = call.one("cached_property")?;
        let name: Rc<str> = match &get {
            Value::Function(function) => Rc::clone(&function.name),
            _ => "".into(),
        };
        Ok(Value::Descriptor(Rc::new(Descriptor::Cached { get, name })))
    }),
);

pub(super) fn type_of(descriptor: &Descriptor) -> &'static NativeType {
    match descriptor {
        Descriptor::Property { .. } => &PROPERTY,
        Descriptor::Cached { .. } => &CACHED_PROPERTY,
        Descriptor::StaticMethod(_) => &STATIC_METHOD,
        Descriptor::ClassMethod(_) => &CLASS_METHOD,
    }
}
