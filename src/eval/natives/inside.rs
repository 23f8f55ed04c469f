//! Unknown values within containers.

use crate::eval::value::Value;

/// The first unknown or live value in a value, its items included: what depends on the whole is not known either.
pub(super) fn unknown_in(value: &Value) -> Option<Value> {
    search(value, 0)
}

fn search(value: &Value, depth: usize) -> Option<Value> {
    if depth > 64 {
        return None;
    }
    let deeper = |item: &Value| search(item, depth + 1);
    match value {
        Value::Unknown(_) | Value::Live(_) => Some(value.clone()),
        Value::List(items) => items.borrow().iter().find_map(deeper),
        Value::Tuple(items) => items.iter().find_map(deeper),
        Value::Set(set) => set.borrow().iter().find_map(deeper),
        Value::Dict(dict) => dict.borrow().iter().find_map(|(_, item)| deeper(item)),
        _ => None,
    }
}
