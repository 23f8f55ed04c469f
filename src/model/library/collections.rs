//! Values that attributes of library objects give: collections, identifiers, methods.

use std::cell::RefCell;
use std::rc::Rc;

use super::names::{self, ClassMember};
use super::object::{self, Extra, Handle, Object, TextKind, TextObject};
use super::signature::plain_text;
use super::state::Cx;
use super::{columns, literals};
use crate::eval::{Access, Dict, Key, Library, Outcome, Set, Value};
use crate::model::{ByName, Ident, Name};
use crate::source::Span;

/// Library objects as a Python `set`, in order.
pub fn set(handles: &[Handle]) -> Value {
    let mut set = Set::new();
    for handle in handles {
        let value = Value::Library(Rc::clone(handle));
        set.insert(Key::Identity(value.identity()), value);
    }
    Value::Set(Rc::new(RefCell::new(set)))
}

/// Values by text as a Python `dict`.
pub fn dict(entries: &Extra) -> Value {
    let mut dict = Dict::new();
    for (name, value) in entries {
        dict.insert_str(name, value.clone());
    }
    Value::Dict(Rc::new(RefCell::new(dict)))
}

/// The `info` of an object: made when it is first asked for, then shared.
pub fn info(attributes: &mut ByName<Value>) -> Value {
    attributes.entry("info".into()).or_insert_with(|| Value::Dict(Rc::default())).clone()
}

/// An identifier as the program sees it: a `quoted_name` where something was said of quoting.
pub fn ident(ident: &Ident) -> Value {
    match ident.quote {
        None => Value::Str(Rc::clone(&ident.text)),
        quote => text(Rc::clone(&ident.text), TextKind::Quoted(quote)),
    }
}

/// An optional identifier as the program sees it.
pub fn optional_ident(value: Option<&Ident>) -> Value {
    value.map_or(Value::None, ident)
}

/// A constraint's name as the program sees it: a `conv` where it is final.
pub fn name(name: Option<&Name>) -> Value {
    match name {
        None => Value::None,
        Some(Name::Given(given)) => ident(given),
        Some(Name::Conventional(made) | Name::DatabaseMade(made)) => text(Rc::clone(made), TextKind::Conv),
    }
}

/// A `str` with a word on quoting.
pub fn text(text: Rc<str>, kind: TextKind) -> Value {
    Value::Library(Library::new(Span::NOWHERE, Object::Text(TextObject { text, kind })))
}

/// A method or literal class attribute; `None` where the class has neither under the name.
pub fn method(cx: &Cx<'_>, handle: &Handle, class: &str, name: &str) -> Option<Value> {
    match names::class_member(class, name)? {
        ClassMember::Method => Some(bound_method(cx, handle, name)),
        ClassMember::Literal(text) => Some(literals::json(text)),
        ClassMember::Attribute => None,
    }
}

/// A method that was looked up and not called yet.
pub fn bound_method(cx: &Cx<'_>, handle: &Handle, name: &str) -> Value {
    let receiver = Value::Library(Rc::clone(handle));
    Value::Library(Library::new(cx.span, Object::Method { receiver, name: name.into() }))
}

/// Columns by key, as `table.c`.
pub fn columns(handles: &[Handle]) -> Object {
    let keyed = handles.iter().filter_map(|handle| {
        let key = object::column(handle)?.borrow().key.clone()?;
        Some((key, Value::Library(Rc::clone(handle))))
    });
    Object::Columns(keyed.collect())
}

/// Answers an access to a collection of columns.
pub fn access_columns(cx: &mut Cx<'_>, handle: &Handle, access: &Access<'_>) -> Option<Outcome> {
    let Some(Object::Columns(columns)) = Object::of(handle) else { return None };
    let all = || columns.iter().map(|(_, value)| value.clone()).collect::<Vec<_>>();
    let find = |name: &str| columns.iter().find(|(key, _)| &**key == name).map(|(_, value)| value.clone());
    let value = match access {
        Access::Get { name, .. } => match find(name) {
            Some(value) => value,
            None if matches!(*name, "keys" | "values" | "items" | "get" | "contains_column" | "as_readonly") => {
                bound_method(cx, handle, name)
            }
            None => return Some(cx.raise_builtin("AttributeError", *name).into()),
        },
        Access::Item { key, .. } => match key {
            Value::Int(index) => {
                let at = if *index < 0 { index + i128::try_from(columns.len()).unwrap_or(0) } else { *index };
                match usize::try_from(at).ok().and_then(|at| columns.get(at)) {
                    Some((_, value)) => value.clone(),
                    None => return Some(cx.raise_builtin("IndexError", index.to_string()).into()),
                }
            }
            _ => match plain_text(key).map(|key| (find(&key), key)) {
                Some((Some(value), _)) => value,
                Some((None, key)) => return Some(cx.raise_builtin("KeyError", &*key).into()),
                None => return part_of(columns, key).map(|part| Outcome::Value(Value::Library(Library::new(cx.span, part)))),
            },
        },
        Access::Iter { .. } => Value::list(all()),
        Access::Len { .. } => Value::Int(columns.len().try_into().unwrap_or(0)),
        Access::Truth { .. } => Value::Bool(!columns.is_empty()),
        Access::Contains { item, .. } => match plain_text(item) {
            Some(name) => Value::Bool(find(&name).is_some()),
            None => Value::Bool(columns.iter().any(|(_, value)| value.is(item))),
        },
        Access::Text { .. } => {
            let names: Vec<String> = columns
                .iter()
                .filter_map(|(_, value)| match value {
                    Value::Library(handle) => Some(columns::text(handle)),
                    _ => None,
                })
                .collect();
            Value::str(format!("ReadOnlyColumnCollection({})", names.join(", ")))
        }
        _ => return None,
    };
    Some(Outcome::Value(value))
}

/// `table.c["a", "b"]`, `table.c[1:3]`: some columns as a collection of their own.
fn part_of(columns: &[(Rc<str>, Value)], key: &Value) -> Option<Object> {
    let at = |index: i128| {
        let index = if index < 0 { index + i128::try_from(columns.len()).ok()? } else { index };
        columns.get(usize::try_from(index).ok()?).cloned()
    };
    let part: Option<Vec<(Rc<str>, Value)>> = match key {
        Value::Tuple(keys) => keys
            .iter()
            .map(|key| match key {
                Value::Int(index) => at(*index),
                key => columns.iter().find(|(name, _)| Some(&**name) == plain_text(key).as_deref()).cloned(),
            })
            .collect(),
        Value::Slice(parts) => {
            let [start, stop, Value::None] = &**parts else { return None };
            let bound = |value: &Value, otherwise: usize| match value {
                Value::None => Some(otherwise),
                Value::Int(index) if *index < 0 => usize::try_from(i128::try_from(columns.len()).ok()? + index).ok(),
                Value::Int(index) => Some(usize::try_from(*index).ok()?.min(columns.len())),
                _ => None,
            };
            let (start, stop) = (bound(start, 0)?, bound(stop, columns.len())?);
            columns.get(start..stop.max(start)).map(<[_]>::to_vec)
        }
        _ => return None,
    };
    part.map(Object::Columns)
}

/// Calls a method of a collection of columns.
pub fn call_columns(handle: &Handle, method: &str, args: &[Value]) -> Option<Value> {
    let Some(Object::Columns(columns)) = Object::of(handle) else { return None };
    let key = |key: &Rc<str>| Value::Str(Rc::clone(key));
    Some(match method {
        "keys" => Value::list(columns.iter().map(|(name, _)| key(name)).collect()),
        "values" => Value::list(columns.iter().map(|(_, value)| value.clone()).collect()),
        "items" => Value::list(columns.iter().map(|(name, value)| Value::tuple(vec![key(name), value.clone()])).collect()),
        "get" => {
            let wanted = plain_text(args.first()?)?;
            let found = columns.iter().find(|(name, _)| *name == wanted).map(|(_, value)| value.clone());
            found.unwrap_or_else(|| args.get(1).cloned().unwrap_or(Value::None))
        }
        "contains_column" => Value::Bool(columns.iter().any(|(_, value)| args.first().is_some_and(|item| value.is(item)))),
        "as_readonly" => Value::Library(Rc::clone(handle)),
        _ => return None,
    })
}
