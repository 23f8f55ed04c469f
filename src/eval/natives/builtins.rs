//! The names that every module sees.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::lazy::{Enumerated, Filtered, Mapped, Zipped};
use super::{NativeModule, containers, descriptors, dict, files, list, numbers, object, set, str};
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::function::{Call, Native, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::operate::text::{escape_non_ascii, plain_number};
use crate::eval::unknown::absorb;
use crate::eval::value::{Origin, Value};
use crate::source::Span;

/// The module `builtins`.
pub static MODULE: NativeModule = NativeModule { functions: FUNCTIONS, types: TYPES, ..NativeModule::new("builtins") };

static TYPES: &[&NativeType] = &[
    &object::TYPE,
    &object::TYPE_TYPE,
    &numbers::INT,
    &numbers::BOOL,
    &numbers::FLOAT,
    &str::TYPE,
    &containers::BYTES,
    &containers::TUPLE,
    &list::TYPE,
    &dict::TYPE,
    &set::TYPE,
    &set::FROZEN,
    &containers::RANGE,
    &containers::SLICE,
    &descriptors::PROPERTY,
    &descriptors::STATIC_METHOD,
    &descriptors::CLASS_METHOD,
];

static FUNCTIONS: &[Row] = &[
    Row::any("len", |call| {
        let value = call.one("len")?;
        call.vm.length(call.host, &value, call.span)
    }),
    Row::any("print", print),
    Row::any("isinstance", |call| {
        let [value, class] = call.bind("isinstance", ["obj", "class_or_tuple"], 2)?;
        call.vm.is_instance(call.host, &value.unwrap_or(Value::None), &class.unwrap_or(Value::None), call.span)
    }),
    Row::any("issubclass", |call| {
        let [class, of] = call.bind("issubclass", ["cls", "class_or_tuple"], 2)?;
        call.vm.is_subclass(call.host, &class.unwrap_or(Value::None), &of.unwrap_or(Value::None), call.span)
    }),
    Row::any("getattr", getattr),
    Row::any("hasattr", |call| {
        let [value, name] = call.bind("hasattr", ["obj", "name"], 2)?;
        let (value, name) = (value.unwrap_or(Value::None), name.unwrap_or(Value::None));
        if let Some(uncertain) = absorb([&value, &name]) {
            return Ok(uncertain);
        }
        let name = attribute_name(call, &name)?;
        let found = call.vm.try_attr(call.host, &value, &name, call.span)?;
        Ok(match found {
            Some(unknown @ Value::Unknown(_)) if !matches!(value, Value::Instance(_) | Value::Class(_)) => unknown,
            found => Value::Bool(found.is_some()),
        })
    }),
    Row::any("setattr", |call| {
        let [value, name, new] = call.bind("setattr", ["obj", "name", "value"], 3)?;
        let name = attribute_name(call, &name.unwrap_or(Value::None))?;
        call.vm.set_attr(call.host, &value.unwrap_or(Value::None), &name, new.unwrap_or(Value::None), call.span)?;
        Ok(Value::None)
    }),
    Row::any("delattr", |call| {
        let [value, name] = call.bind("delattr", ["obj", "name"], 2)?;
        let name = attribute_name(call, &name.unwrap_or(Value::None))?;
        call.vm.del_attr(call.host, &value.unwrap_or(Value::None), &name, call.span)?;
        Ok(Value::None)
    }),
    Row::any("callable", |call| {
        let value = call.one("callable")?;
        if value.is_uncertain() {
            return Ok(value);
        }
        let known = matches!(value, Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Class(_));
        Ok(Value::Bool(known || call.vm.special(call.host, &value, "__call__", call.span)?.is_some()))
    }),
    Row::any("repr", |call| {
        let value = call.one("repr")?;
        call.vm.repr(call.host, &value, call.span)
    }),
    Row::any("ascii", |call| {
        let value = call.one("ascii")?;
        let text = call.vm.repr(call.host, &value, call.span)?;
        Ok(text.as_str().map(escape_non_ascii).map_or(text, Value::str))
    }),
    Row::any("format", |call| {
        let [value, spec] = call.bind("format", ["value", "format_spec"], 1)?;
        let spec = spec.unwrap_or_else(|| Value::str(""));
        call.vm.format(call.host, &value.unwrap_or(Value::None), spec.as_str().unwrap_or_default(), call.span)
    }),
    Row::any("hash", |call| {
        let value = call.one("hash")?;
        let key = match call.vm.try_key(call.host, &value, call.span)? {
            Ok(key) => key,
            Err(unknown) => return Ok(unknown),
        };
        Ok(match key {
            crate::eval::Key::Int(number) => Value::Int(number),
            key => {
                use std::hash::BuildHasher;
                Value::Int(i128::from(rustc_hash::FxBuildHasher.hash_one(&key) >> 1))
            }
        })
    }),
    Row::any("id", |call| {
        let value = call.one("id")?;
        Ok(Value::unknown(
            call.span,
            format!("the identity of a `{}` differs from run to run", call.vm.type_name(&value)),
            Origin::Harmless,
        ))
    }),
    Row::any("iter", |call| {
        let value = call.one("iter")?;
        if value.is_uncertain() { Ok(value) } else { call.vm.iterator(call.host, &value, call.span) }
    }),
    Row::any("next", next),
    Row::any("any", |call| decided(call, true)),
    Row::any("all", |call| decided(call, false)),
    Row::any("sum", sum),
    Row::any("min", |call| extreme(call, "<")),
    Row::any("max", |call| extreme(call, ">")),
    Row::any("sorted", |call| {
        let args = &call.args.positional;
        let items = args.first().map_or(Value::None, |argument| argument.value.clone());
        if items.is_uncertain() {
            return Ok(items);
        }
        let items = call.iterate(&items)?;
        Ok(list::sorted(call, items)?.map_or_else(|uncertain| uncertain, Value::list))
    }),
    Row::any("reversed", |call| {
        let items = call.one("reversed")?;
        if items.is_uncertain() {
            return Ok(items);
        }
        if let Some(method) = call.vm.special(call.host, &items, "__reversed__", call.span)? {
            return call.call(&method, []);
        }
        let mut items = call.iterate(&items)?;
        items.reverse();
        Ok(Generator::over(items))
    }),
    Row::any("enumerate", |call| {
        let [items, start] = call.bind("enumerate", ["iterable", "start"], 1)?;
        let items = items.unwrap_or(Value::None);
        if items.is_uncertain() {
            return Ok(items);
        }
        let start = match start {
            Some(Value::Int(start)) => start,
            _ => 0,
        };
        let over = call.vm.iterator(call.host, &items, call.span)?;
        Ok(Generator::lazy(Enumerated { over, next: start }))
    }),
    Row::any("zip", |call| {
        let args = std::mem::take(&mut call.args);
        if let Some(uncertain) = absorb(args.positional.iter().map(|argument| &argument.value)) {
            return Ok(uncertain);
        }
        let strict = match args.keyword("strict").cloned() {
            Some(strict) => call.truth(&strict)?,
            None => false,
        };
        let mut over = Vec::new();
        for argument in args.positional {
            over.push(call.vm.iterator(call.host, &argument.value, call.span)?);
        }
        Ok(Generator::lazy(Zipped { over, strict }))
    }),
    Row::any("map", |call| {
        let args = std::mem::take(&mut call.args);
        let mut values = args.positional.into_iter().map(|argument| argument.value);
        let function = values.next().unwrap_or(Value::None);
        let iterables: Vec<Value> = values.collect();
        if let Some(uncertain) = absorb(&iterables) {
            return Ok(uncertain);
        }
        let mut over = Vec::new();
        for iterable in iterables {
            over.push(call.vm.iterator(call.host, &iterable, call.span)?);
        }
        Ok(Generator::program(Mapped { function, over: Zipped { over, strict: false } }))
    }),
    Row::any("filter", |call| {
        let [function, items] = call.bind("filter", ["function", "iterable"], 2)?;
        let items = items.unwrap_or(Value::None);
        if items.is_uncertain() {
            return Ok(items);
        }
        let over = call.vm.iterator(call.host, &items, call.span)?;
        Ok(Generator::program(Filtered { function: function.unwrap_or(Value::None), over }))
    }),
    Row::new("abs", |call| {
        let value = call.one("abs")?;
        match &value {
            Value::Int(number) => Ok(Value::Int(number.saturating_abs())),
            Value::Float(number) => Ok(Value::Float(number.abs())),
            Value::Bool(flag) => Ok(Value::Int(i128::from(*flag))),
            _ => match call.vm.special(call.host, &value, "__abs__", call.span)? {
                Some(method) => call.call(&method, []),
                None => {
                    let message = format!("bad operand type for abs(): '{}'", call.vm.type_name(&value));
                    Err(call.raise("TypeError", message))
                }
            },
        }
    }),
    Row::new("round", round),
    Row::new("divmod", |call| {
        let [one, two] = call.bind("divmod", ["x", "y"], 2)?;
        let (one, two) = (one.unwrap_or(Value::None), two.unwrap_or(Value::None));
        let quotient = call.vm.binary(call.host, "//", &one, &two, call.span)?;
        let rest = call.vm.binary(call.host, "%", &one, &two, call.span)?;
        Ok(Value::tuple(vec![quotient, rest]))
    }),
    Row::new("pow", |call| {
        let [base, power, modulus] = call.bind("pow", ["base", "exp", "mod"], 2)?;
        let result = call.vm.binary(call.host, "**", &base.unwrap_or(Value::None), &power.unwrap_or(Value::None), call.span)?;
        match modulus {
            Some(modulus) => call.vm.binary(call.host, "%", &result, &modulus, call.span),
            None => Ok(result),
        }
    }),
    Row::new("ord", |call| {
        let value = call.one("ord")?;
        let mut chars = value.as_str().unwrap_or_default().chars();
        match (chars.next(), chars.next()) {
            (Some(char), None) => Ok(Value::Int(i128::from(u32::from(char)))),
            _ => Err(call.raise("TypeError", "ord() expected a character")),
        }
    }),
    Row::new("chr", |call| {
        let value = call.one("chr")?;
        let char = match value {
            Value::Int(code) => u32::try_from(code).ok().and_then(char::from_u32),
            _ => None,
        };
        char.map_or_else(|| Err(call.raise("ValueError", "chr() arg not in range(0x110000)")), |char| Ok(Value::str(char.to_string())))
    }),
    Row::new("hex", |call| based(call, "0x", |number| format!("{number:x}"))),
    Row::new("oct", |call| based(call, "0o", |number| format!("{number:o}"))),
    Row::new("bin", |call| based(call, "0b", |number| format!("{number:b}"))),
    Row::any("vars", |call| {
        let value = call.one("vars")?;
        call.vm.get_attr(call.host, &value, "__dict__", call.span)
    }),
    Row::any("super", |call| {
        let [class, this] = call.bind("super", ["type", "object"], 2)?;
        match class {
            Some(Value::Class(class)) => call.vm.super_of(&class, &this.unwrap_or(Value::None), call.span),
            _ => Err(call.raise("TypeError", "super() argument 1 must be a type")),
        }
    }),
    Row::any("input", |call| Err(call.raise("EOFError", "EOF when reading a line"))),
    Row::any("exit", |call| {
        let code = call.args.positional.first().map_or(Value::None, |argument| argument.value.clone());
        Err(call.vm.raise_builtin("SystemExit", vec![code], call.span))
    }),
    files::OPEN,
];

/// The builtin names but the exceptions.
pub(in crate::eval) fn names() -> FxHashMap<&'static str, Value> {
    let functions = FUNCTIONS.iter().map(|row| (row.name, Value::Native(Native::Function(row))));
    let types = TYPES.iter().map(|ty| (ty.name, Value::Native(Native::Type(ty))));
    let others = [
        ("NotImplemented", Value::NotImplemented),
        ("Ellipsis", Value::Ellipsis),
        ("__debug__", Value::Bool(true)),
        ("__builtins__", Value::None),
        ("eval", Value::unknown(Span::NOWHERE, "`eval` runs code that is made at run time", Origin::Project)),
        ("exec", Value::unknown(Span::NOWHERE, "`exec` runs code that is made at run time", Origin::Project)),
        ("compile", Value::unknown(Span::NOWHERE, "`compile` makes code at run time", Origin::Project)),
        ("__import__", Value::unknown(Span::NOWHERE, "`__import__` names a module at run time", Origin::Project)),
        ("memoryview", Value::unknown(Span::NOWHERE, "`memoryview` is not evaluated", Origin::Harmless)),
        ("bytearray", Value::unknown(Span::NOWHERE, "`bytearray` is not evaluated", Origin::Harmless)),
        ("complex", Value::unknown(Span::NOWHERE, "`complex` is not evaluated", Origin::Harmless)),
    ];
    functions.chain(types).chain(others).collect()
}

fn print(call: &mut Call<'_>) -> Evaluated {
    let args = std::mem::take(&mut call.args);
    let separator = args.keyword("sep").and_then(Value::as_str).unwrap_or(" ").to_owned();
    let mut parts = Vec::new();
    for argument in &args.positional {
        let text = call.vm.text(call.host, &argument.value, call.span)?;
        parts.push(text.as_str().unwrap_or("<unknown>").to_owned());
    }
    call.host.say(call.span, parts.join(&separator));
    Ok(Value::None)
}

fn attribute_name(call: &mut Call<'_>, name: &Value) -> Evaluated<Rc<str>> {
    call.vm.need(name, "the name of this attribute", call.span)?;
    match name {
        Value::Str(name) => Ok(Rc::clone(name)),
        _ => Err(call.raise("TypeError", "attribute name must be string")),
    }
}

fn getattr(call: &mut Call<'_>) -> Evaluated {
    let [value, name, default] = call.bind("getattr", ["obj", "name", "default"], 2)?;
    let (value, name) = (value.unwrap_or(Value::None), name.unwrap_or(Value::None));
    // what is done to a live value by name is done as by a dot
    let is_named = matches!((&value, &name), (Value::Live(_), Value::Str(_)));
    if let Some(uncertain) = absorb([&value, &name]).filter(|_| !is_named) {
        return Ok(uncertain);
    }
    let name = attribute_name(call, &name)?;
    match default {
        Some(default) => Ok(call.vm.try_attr(call.host, &value, &name, call.span)?.unwrap_or(default)),
        None => call.vm.get_attr(call.host, &value, &name, call.span),
    }
}

fn next(call: &mut Call<'_>) -> Evaluated {
    let [iterator, default] = call.bind("next", ["iterator", "default"], 1)?;
    let iterator = iterator.unwrap_or(Value::None);
    match &iterator {
        Value::Unknown(_) => return Ok(iterator),
        Value::Live(live) => return Ok(live.then(" next")),
        Value::Instance(_) | Value::Object(_) => {
            let Some(method) = call.vm.special(call.host, &iterator, "__next__", call.span)? else {
                let message = format!("'{}' object is not an iterator", call.vm.type_name(&iterator));
                return Err(call.raise("TypeError", message));
            };
            return match (call.call(&method, []), default) {
                (Err(Unwind::Raise(exception)), Some(default)) if exception.class_name() == "StopIteration" => Ok(default),
                (result, _) => result,
            };
        }
        Value::Generator(_) | Value::Library(_) => {}
        other => {
            let message = format!("'{}' object is not an iterator", call.vm.type_name(other));
            return Err(call.raise("TypeError", message));
        }
    }
    match (call.vm.pull(call.host, &iterator, call.span)?, default) {
        (Some(value), _) => Ok(value),
        (None, Some(default)) => Ok(default),
        (None, None) => Err(call.vm.raise_empty("StopIteration", call.span)),
    }
}

/// `any` and `all`: over values one of which is not known, only a deciding one decides.
fn decided(call: &mut Call<'_>, deciding: bool) -> Evaluated {
    let items = call.one("any")?;
    match &items {
        Value::Unknown(_) => return Ok(items),
        Value::Live(live) => return Ok(live.then(if deciding { " any" } else { " all" })),
        _ => {}
    }
    let mut uncertain = None;
    let mut found = false;
    call.vm.for_each(call.host, &items, call.span, &mut |vm, host, item| {
        if item.is_uncertain() {
            uncertain = Some(item);
            return Ok(true);
        }
        vm.step(Span::NOWHERE)?;
        found = vm.truth(host, &item, Span::NOWHERE)? == deciding;
        Ok(!found)
    })?;
    Ok(match uncertain {
        Some(uncertain) if !found => uncertain,
        _ => Value::Bool(found == deciding),
    })
}

fn sum(call: &mut Call<'_>) -> Evaluated {
    let [items, start] = call.bind("sum", ["iterable", "start"], 1)?;
    let items = items.unwrap_or(Value::None);
    if items.is_uncertain() {
        return Ok(items);
    }
    let mut total = start.unwrap_or(Value::Int(0));
    for item in call.iterate(&items)? {
        total = call.vm.binary(call.host, "+", &total, &item, call.span)?;
    }
    Ok(total)
}

fn extreme(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let args = std::mem::take(&mut call.args);
    let items = match &args.positional[..] {
        [one] if one.value.is_uncertain() => return Ok(one.value.clone()),
        [one] => call.iterate(&one.value)?,
        several => several.iter().map(|argument| argument.value.clone()).collect(),
    };
    let key = args.keyword("key").filter(|key| !key.is_none()).cloned();
    let mut best: Option<(Value, Value)> = None;
    for item in items {
        let measured = match &key {
            Some(key) => call.call(key, [item.clone()])?,
            None => item.clone(),
        };
        let better = match &best {
            None => true,
            Some((so_far, _)) => {
                let answer = call.vm.binary(call.host, op, &measured, so_far, call.span)?;
                if answer.is_uncertain() {
                    return Ok(answer);
                }
                call.truth(&answer)?
            }
        };
        if better {
            best = Some((measured, item));
        }
    }
    match (best, args.keyword("default")) {
        (Some((_, item)), _) => Ok(item),
        (None, Some(default)) => Ok(default.clone()),
        (None, None) => {
            let name = if op == "<" { "min" } else { "max" };
            Err(call.raise("ValueError", format!("{name}() iterable argument is empty")))
        }
    }
}

/// An integer rounded to a power of ten, ties to the even multiple.
fn rounded(number: i128, digits: u128) -> i128 {
    let Some(step) = u32::try_from(digits).ok().and_then(|digits| 10_i128.checked_pow(digits)) else { return 0 };
    let (quotient, rest) = (number.div_euclid(step), number.rem_euclid(step));
    let up = rest > step - rest || (rest == step - rest && quotient % 2 != 0);
    (quotient + i128::from(up)).saturating_mul(step)
}

fn round(call: &mut Call<'_>) -> Evaluated {
    let [number, digits] = call.bind("round", ["number", "ndigits"], 1)?;
    match (number, digits) {
        (Some(Value::Int(number)), Some(Value::Int(digits))) if digits < 0 => Ok(Value::Int(rounded(number, digits.unsigned_abs()))),
        (Some(Value::Int(number)), _) => Ok(Value::Int(number)),
        (Some(Value::Bool(flag)), _) => Ok(Value::Int(i128::from(flag))),
        (Some(Value::Float(number)), None | Some(Value::None)) => Ok(Value::Int(number.round_ties_even() as i128)),
        (Some(Value::Float(number)), Some(Value::Int(digits))) if digits < 0 => {
            let step = 10_f64.powi(i32::try_from(-digits).unwrap_or(i32::MAX));
            Ok(Value::Float((number / step).round_ties_even() * step))
        }
        (Some(Value::Float(number)), Some(Value::Int(digits))) => {
            let digits = usize::try_from(digits.clamp(0, 300)).unwrap_or(0);
            Ok(Value::Float(format!("{number:.digits$}").parse().unwrap_or(number)))
        }
        (Some(other), digits) => {
            if let Some(method) = call.vm.special(call.host, &other, "__round__", call.span)? {
                return call.call(&method, digits);
            }
            let message = format!("type {} doesn't define __round__ method", call.vm.type_name(&other));
            Err(call.raise("TypeError", message))
        }
        (None, _) => Ok(Value::None),
    }
}

fn based(call: &mut Call<'_>, prefix: &str, write: fn(u128) -> String) -> Evaluated {
    match call.one("hex")? {
        Value::Int(number) => {
            let sign = if number < 0 { "-" } else { "" };
            Ok(Value::str(format!("{sign}{prefix}{}", write(number.unsigned_abs()))))
        }
        other => {
            let shown = plain_number(&other).unwrap_or_else(|| call.vm.type_name(&other).to_string());
            Err(call.raise("TypeError", format!("'{shown}' object cannot be interpreted as an integer")))
        }
    }
}
