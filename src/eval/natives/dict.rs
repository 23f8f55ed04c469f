//! `dict`.

use std::cell::RefCell;
use std::rc::Rc;

use crate::eval::dict::{Dict, Key};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::Value;

/// `dict`
pub static TYPE: NativeType = NativeType {
    methods: &[
        Row::any("__init__", |call| super::object::initialize(call, &TYPE)),
        Row::any("get", |call| {
            let [key, default] = call.bind("get", ["key", "default"], 1)?;
            let key = match known_key(call, key)? {
                Ok(key) => key,
                Err(unknown) => return Ok(unknown),
            };
            let found = dict(call).borrow().get(&key).cloned();
            Ok(found.or(default).unwrap_or(Value::None))
        }),
        Row::any("keys", |call| {
            let mut keys = crate::eval::Set::of_keys();
            for (key, name, _) in dict(call).borrow().entries() {
                keys.insert(key.clone(), name.clone());
            }
            Ok(Value::set(keys))
        }),
        Row::any("values", |call| Ok(Value::list(dict(call).borrow().iter().map(|(_, value)| value.clone()).collect()))),
        Row::any("items", |call| {
            let dict = dict(call);
            let items = dict.borrow().iter().map(|(name, value)| Value::tuple(vec![name.clone(), value.clone()])).collect();
            Ok(Value::list(items))
        }),
        Row::any("pop", pop),
        Row::any("popitem", |call| match dict(call).borrow_mut().pop_last() {
            Some((name, value)) => Ok(Value::tuple(vec![name, value])),
            None => Err(call.raise("KeyError", "popitem(): dictionary is empty")),
        }),
        Row::any("setdefault", |call| {
            let [name, default] = call.bind("setdefault", ["key", "default"], 1)?;
            let name = name.unwrap_or(Value::None);
            let key = call.vm.key(call.host, &name, call.span)?;
            let dict = dict(call);
            if let Some(found) = dict.borrow().get(&key) {
                return Ok(found.clone());
            }
            let value = default.unwrap_or(Value::None);
            dict.borrow_mut().insert(key, name, value.clone());
            Ok(value)
        }),
        Row::any("update", |call| {
            let dict = dict(call);
            fill(call, &dict)?;
            Ok(Value::None)
        }),
        Row::any("clear", |call| {
            dict(call).borrow_mut().clear();
            Ok(Value::None)
        }),
        Row::any("copy", |call| Ok(Value::dict(dict(call).borrow().clone()))),
    ],
    statics: &[Row::any("fromkeys", |call| {
        let [names, value] = call.bind("fromkeys", ["iterable", "value"], 1)?;
        let names = names.unwrap_or(Value::None);
        let mut dict = Dict::new();
        for name in call.iterate(&names)? {
            let key = call.vm.key(call.host, &name, call.span)?;
            dict.insert(key, name, value.clone().unwrap_or(Value::None));
        }
        Ok(Value::dict(dict))
    })],
    ..NativeType::new(
        "dict",
        "builtins",
        Row::any("dict", |call| {
            if let Some(uncertain) = call.args.positional.first().filter(|argument| argument.value.is_uncertain()) {
                return Ok(uncertain.value.clone());
            }
            let dict = Rc::new(RefCell::new(Dict::new()));
            fill(call, &dict)?;
            Ok(Value::Dict(dict))
        }),
    )
};

/// The dictionary that a method was called on.
pub(super) fn dict(call: &Call<'_>) -> Rc<RefCell<Dict>> {
    match call.receiver.as_ref() {
        Some(Value::Dict(dict)) => Rc::clone(dict),
        Some(Value::Instance(instance)) => match &*instance.native.borrow() {
            Some(Value::Dict(dict)) => Rc::clone(dict),
            _ => Rc::default(),
        },
        _ => Rc::default(),
    }
}

fn known_key(call: &mut Call<'_>, key: Option<Value>) -> Evaluated<Result<Key, Value>> {
    call.vm.try_key(call.host, &key.unwrap_or(Value::None), call.span)
}

fn pop(call: &mut Call<'_>) -> Evaluated {
    let [name, default] = call.bind("pop", ["key", "default"], 1)?;
    let name = name.unwrap_or(Value::None);
    let key = call.vm.key(call.host, &name, call.span)?;
    let popped = dict(call).borrow_mut().remove(&key);
    match popped.or(default) {
        Some(value) => Ok(value),
        None => Err(call.vm.raise_builtin("KeyError", vec![name], call.span)),
    }
}

/// Puts in what `dict()` and `dict.update()` are given: a mapping or pairs, then keywords.
pub(super) fn fill(call: &mut Call<'_>, dict: &Rc<RefCell<Dict>>) -> Evaluated<()> {
    let args = std::mem::take(&mut call.args);
    if let Some(argument) = args.positional.first() {
        call.vm.need(&argument.value, "what fills this dictionary", argument.span)?;
        let mapping = matches!(argument.value, Value::Dict(_))
            || call.vm.try_attr(call.host, &argument.value, "keys", call.span)?.is_some_and(|keys| !keys.is_uncertain());
        let items = if mapping { call.vm.mapping_items(call.host, &argument.value, call.span)? } else { pairs(call, &argument.value)? };
        for (name, value) in items {
            let key = call.vm.key(call.host, &name, call.span)?;
            dict.borrow_mut().insert(key, name, value);
        }
    }
    for (name, argument) in args.keywords {
        dict.borrow_mut().insert(Key::Str(Rc::clone(&name)), Value::Str(name), argument.value);
    }
    Ok(())
}

fn pairs(call: &mut Call<'_>, value: &Value) -> Evaluated<Vec<(Value, Value)>> {
    let mut pairs = Vec::new();
    for (index, pair) in call.iterate(value)?.into_iter().enumerate() {
        match <[Value; 2]>::try_from(call.iterate(&pair)?) {
            Ok([name, value]) => pairs.push((name, value)),
            Err(items) => {
                let message = format!("dictionary update sequence element #{index} has length {}; 2 is required", items.len());
                return Err(call.raise("ValueError", message));
            }
        }
    }
    Ok(pairs)
}
