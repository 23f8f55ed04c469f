//! `collections.ChainMap`.

use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `collections.ChainMap`: its body is the list of its mappings.
pub static CHAIN_MAP: NativeType = NativeType {
    methods: &[
        Row::any("__getitem__", |call| {
            let [key] = call.need("__getitem__", ["key"])?;
            match found(call, &key)? {
                Some(value) => Ok(value),
                None => Err(call.vm.raise_builtin("KeyError", vec![key], call.span)),
            }
        }),
        Row::any("get", |call| {
            let [key, default] = call.take("get", ["key", "default"], 1)?;
            Ok(found(call, &key.unwrap_or(Value::None))?.or(default).unwrap_or(Value::None))
        }),
        Row::any("__contains__", |call| {
            let [key] = call.need("__contains__", ["key"])?;
            Ok(Value::Bool(found(call, &key)?.is_some()))
        }),
        Row::any("__setitem__", |call| {
            let [key, value] = call.need("__setitem__", ["key", "value"])?;
            if let Some(first) = maps(call)?.first() {
                call.vm.set_item(call.host, first, &key, value, call.span)?;
            }
            Ok(Value::None)
        }),
        Row::any("__len__", |call| {
            let dict = merged(call)?;
            call.vm.length(call.host, &dict, call.span)
        }),
        Row::any("__iter__", |call| {
            let dict = merged(call)?;
            call.vm.iterator(call.host, &dict, call.span)
        }),
        Row::any("keys", |call| of_merged(call, "keys")),
        Row::any("values", |call| of_merged(call, "values")),
        Row::any("items", |call| of_merged(call, "items")),
        Row::any("new_child", |call| {
            let [child] = call.take("new_child", ["m"], 0)?;
            let mut maps = maps(call)?;
            maps.insert(0, child.unwrap_or_else(|| Value::dict(Dict::new())));
            Ok(Object::value(&CHAIN_MAP, maps))
        }),
    ],
    getters: &[Row::any("maps", |call| Ok(Value::list(maps(call)?)))],
    ..NativeType::new(
        "ChainMap",
        "collections",
        Row::new("ChainMap", |call| {
            let mut maps: Vec<Value> = std::mem::take(&mut call.args.positional).into_iter().map(|argument| argument.value).collect();
            if maps.is_empty() {
                maps.push(Value::dict(Dict::new()));
            }
            Ok(Object::value(&CHAIN_MAP, maps))
        }),
    )
};

fn maps(call: &mut Call<'_>) -> Evaluated<Vec<Value>> {
    Ok(call.object()?.body::<Vec<Value>>().cloned().unwrap_or_default())
}

fn found(call: &mut Call<'_>, key: &Value) -> Evaluated<Option<Value>> {
    for map in maps(call)? {
        if call.holds("in", key, &map)? {
            return call.vm.get_item(call.host, &map, key, call.span).map(Some);
        }
    }
    Ok(None)
}

/// One dictionary with what the chain holds, the last mapping's keys first as in Python.
fn merged(call: &mut Call<'_>) -> Evaluated {
    let mut dict = Dict::new();
    for map in maps(call)?.iter().rev() {
        for (name, value) in call.vm.mapping_items(call.host, map, call.span)? {
            let key = call.key(&name)?;
            dict.insert(key, name, value);
        }
    }
    Ok(Value::dict(dict))
}

fn of_merged(call: &mut Call<'_>, method: &str) -> Evaluated {
    let dict = merged(call)?;
    let method = call.attr(&dict, method)?;
    call.apply(&method, [])
}
