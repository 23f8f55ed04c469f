//! `functools.partial`.

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::host::{Arg, Args};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `functools.partial`.
pub static PARTIAL: NativeType = NativeType {
    methods: &[Row::any("__call__", call_partial)],
    getters: &[
        Row::any("func", |call| Ok(call.object()?.body::<Partial>().map_or(Value::None, |partial| partial.function.clone()))),
        Row::any("args", |call| {
            let object = call.object()?;
            let args =
                object.body::<Partial>().map(|partial| partial.args.positional.iter().map(|argument| argument.value.clone()).collect());
            Ok(Value::tuple(args.unwrap_or_default()))
        }),
        Row::any("keywords", |call| {
            let object = call.object()?;
            let keywords = object.body::<Partial>().map(|partial| partial.args.keywords.clone()).unwrap_or_default();
            call.dict(keywords.into_iter().map(|(name, argument)| (Value::Str(name), argument.value)))
        }),
    ],
    ..NativeType::new("partial", "functools", Row::any("partial", construct))
};

struct Partial {
    function: Value,
    args: Args,
}

/// A function with its first arguments given.
pub fn of(function: Value, args: Args) -> Value {
    Object::value(&PARTIAL, Partial { function, args })
}

fn construct(call: &mut Call<'_>) -> Evaluated {
    let mut args = std::mem::take(&mut call.args);
    if args.positional.is_empty() {
        return Err(call.raise("TypeError", "type 'partial' takes at least one argument"));
    }
    let function = args.positional.remove(0).value;
    Ok(of(function, args))
}

fn call_partial(call: &mut Call<'_>) -> Evaluated {
    let object = call.object()?;
    let Some(partial) = object.body::<Partial>() else { return Ok(Value::None) };
    let mut args = partial.args.clone();
    args.positional.append(&mut call.args.positional);
    for (name, argument) in std::mem::take(&mut call.args.keywords) {
        match args.keywords.iter_mut().find(|(given, _)| *given == name) {
            Some((_, given)) => *given = argument,
            None => args.keywords.push((name, Arg { ..argument })),
        }
    }
    call.vm.call(call.host, &partial.function, args, call.span)
}
