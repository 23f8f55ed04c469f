//! `functools.lru_cache` and `cache`.

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::eval::dict::Key;
use crate::eval::exception::Evaluated;
use crate::eval::function::{BoundMethod, Call, NativeType, Row};
use crate::eval::natives::calling::function;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// A function that remembers its results.
static CACHED: NativeType = NativeType {
    methods: &[
        Row::any("__call__", call_cached),
        Row::any("__get__", |call| {
            let [receiver, _] = call.take("__get__", ["instance", "owner"], 1)?;
            let receiver = receiver.unwrap_or(Value::None);
            Ok(Value::Method(Rc::new(BoundMethod { function: call.this(), receiver })))
        }),
        Row::any("cache_clear", |call| {
            if let Some(cached) = call.object()?.body::<Cached>() {
                cached.results.borrow_mut().clear();
            }
            Ok(Value::None)
        }),
    ],
    getters: &[
        Row::any("__wrapped__", wrapped),
        Row::any("__name__", |call| {
            let wrapped = wrapped(call)?;
            call.attr(&wrapped, "__name__")
        }),
        Row::any("__doc__", |call| {
            let wrapped = wrapped(call)?;
            call.attr(&wrapped, "__doc__")
        }),
    ],
    ..NativeType::new("_lru_cache_wrapper", "functools", Row::any("_lru_cache_wrapper", cache))
};

struct Cached {
    function: Value,
    results: RefCell<FxHashMap<Key, Value>>,
}

fn wrapped(call: &mut Call<'_>) -> Evaluated {
    Ok(call.object()?.body::<Cached>().map_or(Value::None, |cached| cached.function.clone()))
}

pub(super) fn cache(call: &mut Call<'_>) -> Evaluated {
    let [function] = call.need("cache", ["user_function"])?;
    Ok(Object::value(&CACHED, Cached { function, results: RefCell::default() }))
}

/// With a function: the function, cached. With a size: a decorator.
pub(super) fn lru_cache(call: &mut Call<'_>) -> Evaluated {
    let [size, _] = call.take("lru_cache", ["maxsize", "typed"], 0)?;
    match size {
        None | Some(Value::None | Value::Int(_) | Value::Bool(_)) => Ok(function(&CACHE)),
        Some(function) => Ok(Object::value(&CACHED, Cached { function, results: RefCell::default() })),
    }
}

static CACHE: Row = Row::any("cache", cache);

fn call_cached(call: &mut Call<'_>) -> Evaluated {
    let object = call.object()?;
    let Some(cached) = object.body::<Cached>() else { return Ok(Value::None) };
    let args = std::mem::take(&mut call.args);
    let mut parts = Vec::new();
    for (name, argument) in args.all() {
        if argument.value.is_uncertain() {
            return call.vm.call(call.host, &cached.function, args.clone(), call.span);
        }
        if let Some(name) = name {
            parts.push(Key::Tuple([Key::Ellipsis, Key::Str(name.clone())].into()));
        }
        parts.push(call.key(&argument.value)?);
    }
    let key = Key::Tuple(parts.into());
    let known = cached.results.borrow().get(&key).cloned();
    if let Some(known) = known {
        return Ok(known);
    }
    let result = call.vm.call(call.host, &cached.function, args, call.span)?;
    cached.results.borrow_mut().insert(key, result.clone());
    Ok(result)
}
