//! Plain values: from the tables' JSON, into options, and as Python's `repr()` shows them.

use std::rc::Rc;

use super::object::{self, Object};
use super::{signature, types};
use crate::eval::{Data, Value};
use crate::model::{ByName, OptionValue};

/// The value of a JSON literal.
pub fn json(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(serde_json::Value::Bool(flag)) => Value::Bool(flag),
        Ok(serde_json::Value::String(text)) => Value::str(text),
        Ok(serde_json::Value::Number(number)) => match number.as_i64() {
            Some(number) => Value::Int(number.into()),
            None => Value::Float(number.as_f64().unwrap_or_default()),
        },
        _ => Value::None,
    }
}

/// The value of a name among `name=json` pairs.
pub fn pair(pairs: &str, name: &str) -> Option<Value> {
    pairs.split('\u{1f}').filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name).map(|(_, text)| json(text))
}

/// A value as an option; nothing where it is no plain value, text or expression.
pub fn option(value: &Value) -> Option<OptionValue> {
    Some(match value {
        Value::None => OptionValue::None,
        Value::Bool(flag) => OptionValue::Bool(*flag),
        Value::Int(number) => OptionValue::Int(*number),
        Value::Float(number) => OptionValue::Float(*number),
        Value::Str(text) => OptionValue::Str(Rc::clone(text)),
        Value::Tuple(items) => OptionValue::List(items.iter().map(option).collect::<Option<_>>()?),
        Value::List(items) => OptionValue::List(items.borrow().iter().map(option).collect::<Option<_>>()?),
        Value::Set(items) => OptionValue::List(items.borrow().iter().map(option).collect::<Option<_>>()?),
        Value::Dict(entries) => {
            let entries = entries.borrow();
            let pairs = entries.iter().map(|(name, value)| Some((signature::plain_text(name)?, option(value)?)));
            OptionValue::Map(pairs.collect::<Option<ByName<_>>>()?)
        }
        Value::Library(handle) => match Object::of(handle)? {
            Object::Text(text) => OptionValue::Str(Rc::clone(&text.text)),
            Object::Expr(expr) => OptionValue::Expr(Rc::clone(expr)),
            Object::Plain(part) if part.borrow().args.positional.is_empty() => {
                let part = part.borrow();
                let pairs = part.args.keywords.iter().map(|(name, arg)| Some((Rc::clone(name), option(&arg.value)?)));
                OptionValue::Map(pairs.collect::<Option<ByName<_>>>()?)
            }
            _ => return None,
        },
        Value::Data(data) => match &**data {
            Data::Decimal(text) => OptionValue::Str(Rc::clone(text)),
            _ => return None,
        },
        Value::Instance(_) => OptionValue::Str(signature::plain_text(value)?),
        _ => return None,
    })
}

/// `repr()` of a plain value, as SQLAlchemy's messages and reprs show it.
pub fn repr(value: &Value) -> String {
    match value {
        Value::None => "None".into(),
        Value::Bool(true) => "True".into(),
        Value::Bool(false) => "False".into(),
        Value::Int(number) => number.to_string(),
        Value::Float(number) => format!("{number:?}"),
        Value::Str(text) => quoted(text),
        Value::Tuple(items) => match &**items {
            [item] => format!("({},)", repr(item)),
            items => format!("({})", items.iter().map(repr).collect::<Vec<_>>().join(", ")),
        },
        Value::List(items) => format!("[{}]", items.borrow().iter().map(repr).collect::<Vec<_>>().join(", ")),
        Value::Class(class) => format!("<class '{}.{}'>", class.module, class.name),
        Value::Library(handle) => match Object::of(handle) {
            Some(Object::Type(object)) => types::repr(&object.borrow()),
            Some(Object::Text(text)) => quoted(&text.text),
            Some(Object::Name(name)) => format!("<class '{}'>", name.path),
            _ => format!("<{}>", class_name(handle)),
        },
        Value::Instance(instance) => format!("<{} object>", instance.class.name),
        _ => "<object>".into(),
    }
}

/// `repr()` of a text.
pub fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut shown = String::with_capacity(text.len() + 2);
    shown.push(quote);
    for character in text.chars() {
        match character {
            '\\' => shown.push_str("\\\\"),
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push_str("\\t"),
            '\r' => shown.push_str("\\r"),
            other if other == quote => shown.extend(['\\', other]),
            other => shown.push(other),
        }
    }
    shown.push(quote);
    shown
}

/// The name of a value's class, as messages show it.
pub fn type_name(value: &Value) -> String {
    match value {
        Value::None => "NoneType".into(),
        Value::Int(_) => "int".into(),
        Value::Bool(_) => "bool".into(),
        Value::Float(_) => "float".into(),
        Value::Str(_) => "str".into(),
        Value::List(_) => "list".into(),
        Value::Tuple(_) => "tuple".into(),
        Value::Dict(_) => "dict".into(),
        Value::Set(_) => "set".into(),
        Value::Function(_) => "function".into(),
        Value::Class(_) => "type".into(),
        Value::Instance(instance) if &*instance.class.module == "builtins" => instance.class.name.to_string(),
        Value::Instance(instance) => format!("{}.{}", instance.class.module, instance.class.name),
        Value::Library(handle) => super::isinstance::class_of(handle).unwrap_or("object").into(),
        _ => "object".into(),
    }
}

/// The name of a library object's class.
pub fn class_name(handle: &object::Handle) -> &'static str {
    let path = super::isinstance::class_of(handle).unwrap_or("object");
    path.rsplit('.').next().unwrap_or(path)
}
