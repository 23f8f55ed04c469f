//! `functools`.

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// The module `functools`.
pub static MODULE: super::NativeModule = super::NativeModule {
    functions: &[
        // Caching changes nothing that a program can see, but how often a function runs.
        Row::any("cache", |call| call.one("cache")),
        Row::any("lru_cache", |call| {
            let [function, _] = call.bind("lru_cache", ["maxsize", "typed"], 0)?;
            Ok(match function {
                Some(function @ (Value::Function(_) | Value::Object(_))) => function,
                _ => Value::Native(crate::eval::Native::Function(&SAME)),
            })
        }),
        Row::any("wraps", |call| {
            let wrapped = call.args.positional.first().map_or(Value::None, |argument| argument.value.clone());
            Ok(Object::value(&WRAPS, wrapped))
        }),
        Row::any("reduce", |call| {
            let [function, items, start] = call.bind("reduce", ["function", "iterable", "initial"], 2)?;
            let (function, items) = (function.unwrap_or(Value::None), items.unwrap_or(Value::None));
            if items.is_uncertain() {
                return Ok(items);
            }
            let mut items = call.iterate(&items)?.into_iter();
            let Some(mut total) = start.or_else(|| items.next()) else {
                return Err(call.raise("TypeError", "reduce() of empty iterable with no initial value"));
            };
            for item in items {
                total = call.call(&function, [total, item])?;
            }
            Ok(total)
        }),
        Row::any("total_ordering", |call| call.one("total_ordering")),
    ],
    types: &[&super::descriptors::CACHED_PROPERTY, &PARTIAL],
    ..super::NativeModule::new("functools")
};

static SAME: Row = Row::any("decorator", |call| call.one("decorator"));

/// What `wraps(function)` gives: a decorator that hands the function's name on.
static WRAPS: NativeType = NativeType {
    methods: &[Row::any("__call__", |call| {
        let wrapper = call.one("wraps")?;
        if let (Some(Value::Object(object)), Value::Function(function)) = (&call.receiver, &wrapper)
            && let Some(wrapped) = object.body::<Value>()
        {
            let wrapped = wrapped.clone();
            for name in ["__name__", "__doc__"] {
                if let Some(value) = call.vm.try_attr(call.host, &wrapped, name, call.span)? {
                    function.attributes.borrow_mut().set(name, value);
                }
            }
            function.attributes.borrow_mut().set("__wrapped__", wrapped);
        }
        Ok(wrapper)
    })],
    ..NativeType::new("wraps", "functools", Row::any("wraps", |_| Ok(Value::None)))
};

/// `partial(function, *args, **keywords)`
static PARTIAL: NativeType = NativeType {
    methods: &[Row::any("__call__", call_partial)],
    getters: &[Row::any("func", |call| match &call.receiver {
        Some(Value::Object(object)) => Ok(object.body::<Partial>().map_or(Value::None, |partial| partial.function.clone())),
        _ => Ok(Value::None),
    })],
    ..NativeType::new(
        "partial",
        "functools",
        Row::any("partial", |call| {
            let mut args = std::mem::take(&mut call.args);
            if args.positional.is_empty() {
                return Err(call.raise("TypeError", "type 'partial' takes at least one argument"));
            }
            let function = args.positional.remove(0).value;
            Ok(Object::value(&PARTIAL, Partial { function, args }))
        }),
    )
};

struct Partial {
    function: Value,
    args: crate::eval::Args,
}

fn call_partial(call: &mut Call<'_>) -> Evaluated {
    let given = std::mem::take(&mut call.args);
    let Some(Value::Object(object)) = call.receiver.clone() else { return Ok(Value::None) };
    let Some(partial) = object.body::<Partial>() else { return Ok(Value::None) };
    let mut args = partial.args.clone();
    args.positional.extend(given.positional);
    args.keywords.retain(|(name, _)| !given.keywords.iter().any(|(other, _)| other == name));
    args.keywords.extend(given.keywords);
    call.vm.call(call.host, &partial.function, args, call.span)
}
