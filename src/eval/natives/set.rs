//! `set` and `frozenset`.

use std::rc::Rc;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::set::Set;
use crate::eval::value::Value;

/// `set`
pub static TYPE: NativeType = NativeType {
    methods: &[
        Row::any("__init__", |call| super::object::initialize(call, &TYPE)),
        Row::any("add", add),
        Row::any("discard", |call| remove(call, false)),
        Row::any("remove", |call| remove(call, true)),
        Row::any("clear", |call| {
            if let Value::Set(set) = call.this() {
                set.borrow_mut().clear();
            }
            Ok(Value::None)
        }),
        Row::any("pop", |call| {
            let popped = match call.this() {
                Value::Set(set) => set.borrow_mut().pop(),
                _ => None,
            };
            popped.map_or_else(|| Err(call.raise("KeyError", "pop from an empty set")), Ok)
        }),
        Row::new("update", |call| updated(call, "|")),
        Row::new("difference_update", |call| updated(call, "-")),
        Row::new("intersection_update", |call| updated(call, "&")),
        Row::new("symmetric_difference_update", |call| updated(call, "^")),
        Row::new("union", |call| combined(call, "|")),
        Row::new("difference", |call| combined(call, "-")),
        Row::new("intersection", |call| combined(call, "&")),
        Row::new("symmetric_difference", |call| combined(call, "^")),
        Row::new("issubset", |call| compared(call, "<=")),
        Row::new("issuperset", |call| compared(call, ">=")),
        Row::new("isdisjoint", |call| {
            let common = combined(call, "&")?;
            Ok(Value::Bool(with(&common, Set::is_empty)))
        }),
        Row::any("copy", |call| Ok(with(&call.this(), |set| Value::set(set.copy())))),
    ],
    ..NativeType::new("set", "builtins", Row::new("set", |call| made(call, Value::set)))
};

/// `frozenset`
pub static FROZEN: NativeType = NativeType {
    methods: &[
        Row::new("union", |call| combined(call, "|")),
        Row::new("difference", |call| combined(call, "-")),
        Row::new("intersection", |call| combined(call, "&")),
        Row::new("symmetric_difference", |call| combined(call, "^")),
        Row::new("issubset", |call| compared(call, "<=")),
        Row::new("issuperset", |call| compared(call, ">=")),
        Row::new("isdisjoint", |call| {
            let common = combined(call, "&")?;
            Ok(Value::Bool(with(&common, Set::is_empty)))
        }),
        Row::any("copy", |call| Ok(call.this())),
    ],
    ..NativeType::new("frozenset", "builtins", Row::new("frozenset", |call| made(call, |set| Value::FrozenSet(Rc::new(set)))))
};

/// Looks at the set of a `set` or `frozenset`; of all else, at an empty one.
pub(in crate::eval) fn with<T>(value: &Value, look: impl FnOnce(&Set) -> T) -> T {
    match value {
        Value::Set(set) => look(&set.borrow()),
        Value::FrozenSet(set) => look(set),
        _ => look(&Set::new()),
    }
}

fn made(call: &mut Call<'_>, make: fn(Set) -> Value) -> Evaluated {
    let [items] = call.bind("set", ["iterable"], 0)?;
    if let Some(other @ (Value::Set(_) | Value::FrozenSet(_))) = &items {
        return Ok(make(with(other, Set::copy)));
    }
    let items = match items {
        Some(items) => call.iterate(&items)?,
        None => Vec::new(),
    };
    Ok(call.vm.set_of(call.host, items, call.span)?.map_or_else(|unknown| unknown, make))
}

fn add(call: &mut Call<'_>) -> Evaluated {
    let item = call.one("add")?;
    let key = call.vm.key(call.host, &item, call.span)?;
    if let Value::Set(set) = call.this() {
        set.borrow_mut().insert(key, item);
    }
    Ok(Value::None)
}

fn remove(call: &mut Call<'_>, strict: bool) -> Evaluated {
    let item = call.one("remove")?;
    let key = call.vm.key(call.host, &item, call.span)?;
    let removed = match call.this() {
        Value::Set(set) => set.borrow_mut().remove(&key).is_some(),
        _ => false,
    };
    if strict && !removed { Err(call.vm.raise_builtin("KeyError", vec![item], call.span)) } else { Ok(Value::None) }
}

fn combined(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let mut result = with(&call.this(), Clone::clone);
    let others: Vec<Value> = call.args.positional.iter().map(|argument| argument.value.clone()).collect();
    if others.is_empty() {
        result = result.copy();
    }
    for other in others {
        let items = call.iterate(&other)?;
        let set = match call.vm.set_of(call.host, items, call.span)? {
            Ok(set) => set,
            Err(unknown) => return Ok(unknown),
        };
        result = match other {
            Value::Set(_) | Value::FrozenSet(_) => with(&other, |other| result.combined(op, other)),
            _ => result.combined_with_items(op, &set),
        };
    }
    Ok(if matches!(call.this(), Value::FrozenSet(_)) { Value::FrozenSet(Rc::new(result)) } else { Value::set(result) })
}

fn updated(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let others: Vec<Value> = call.args.positional.iter().map(|argument| argument.value.clone()).collect();
    for other in others {
        let items = call.iterate(&other)?;
        let set = match call.vm.set_of(call.host, items, call.span)? {
            Ok(set) => set,
            Err(uncertain) => {
                call.vm.need(&uncertain, "what this adds to a set", call.span)?;
                return Ok(Value::None);
            }
        };
        let Value::Set(this) = call.this() else { continue };
        match other {
            Value::Set(_) | Value::FrozenSet(_) => {
                let other = with(&other, Clone::clone);
                this.borrow_mut().update(op, &other);
            }
            _ => this.borrow_mut().update_with_items(op, &set),
        }
    }
    Ok(Value::None)
}

fn compared(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let other = call.one("issubset")?;
    let items = call.iterate(&other)?;
    match call.vm.set_of(call.host, items, call.span)? {
        Ok(set) => {
            let this = call.this();
            call.vm.binary(call.host, op, &this, &Value::set(set), call.span)
        }
        Err(unknown) => Ok(unknown),
    }
}
