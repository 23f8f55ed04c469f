//! Dictionaries of an inspector's answer, put together as the dialect's data says.

use std::cell::RefCell;
use std::rc::Rc;

use crate::eval::{Dict, Value};

/// A dictionary with the keys of a shape: each from `field`, left out where a key that may be missing has none.
pub fn dictionary(shape: &[String], mut field: impl FnMut(&str) -> Option<Value>) -> Value {
    let mut dict = Dict::with_capacity(shape.len());
    for key in shape {
        match key.as_bytes().split_last() {
            Some((b'?', _)) => {
                let key = key.trim_end_matches('?');
                if let Some(value) = field(key) {
                    dict.insert_str(key, value);
                }
            }
            _ => dict.insert_str(key, field(key).unwrap_or(Value::None)),
        }
    }
    wrap(dict)
}

/// A dictionary of these entries.
pub fn entries(list: impl IntoIterator<Item = (String, Value)>) -> Value {
    let mut dict = Dict::new();
    for (key, value) in list {
        dict.insert_str(&key, value);
    }
    wrap(dict)
}

fn wrap(dict: Dict) -> Value {
    Value::Dict(Rc::new(RefCell::new(dict)))
}

/// A list of texts.
pub fn texts<'a>(list: impl IntoIterator<Item = &'a Rc<str>>) -> Value {
    Value::list(list.into_iter().map(|text| Value::Str(Rc::clone(text))).collect())
}

/// A text, or None.
pub fn optional(text: Option<&Rc<str>>) -> Value {
    text.map_or(Value::None, |text| Value::Str(Rc::clone(text)))
}
