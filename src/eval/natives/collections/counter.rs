//! `collections.Counter`.

use std::cell::RefCell;
use std::rc::Rc;

use crate::eval::dict::{Dict, DictKind};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::natives::dict;
use crate::eval::value::Value;

/// `collections.Counter`.
pub static COUNTER: NativeType = NativeType {
    methods: &[
        Row::new("most_common", most_common),
        Row::new("elements", |call| {
            let entries = entries(call);
            let mut items = Vec::new();
            for (name, count) in entries {
                let count = call.need_int(&count)?.clamp(0, 1_000_000);
                items.extend((0..count).map(|_| name.clone()));
            }
            Ok(Generator::over(items))
        }),
        Row::any("update", |call| counted(call, "+").map(|()| Value::None)),
        Row::any("subtract", |call| counted(call, "-").map(|()| Value::None)),
        Row::new("total", |call| {
            let mut total = Value::Int(0);
            for (_, count) in entries(call) {
                total = call.operate("+", &total, &count)?;
            }
            Ok(total)
        }),
        Row::new("__add__", |call| combined(call, "+")),
        Row::new("__sub__", |call| combined(call, "-")),
    ],
    bases: &[&dict::TYPE],
    ..NativeType::new(
        "Counter",
        "collections",
        Row::new("Counter", |call| {
            let made = Rc::new(RefCell::new(Dict::of(DictKind::Counter)));
            call.receiver = Some(Value::Dict(Rc::clone(&made)));
            counted(call, "+")?;
            Ok(Value::Dict(made))
        }),
    )
};

fn entries(call: &Call<'_>) -> Vec<(Value, Value)> {
    dict::dict(call).borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Adds or takes away what is given: a mapping of counts, or things to count.
fn counted(call: &mut Call<'_>, op: &'static str) -> Evaluated<()> {
    let args = std::mem::take(&mut call.args);
    let mut given: Vec<(Value, Value)> = Vec::new();
    if let Some(first) = args.positional.first().map(|argument| &argument.value).filter(|value| !value.is_none()) {
        if matches!(first, Value::Dict(_)) {
            given = call.vm.mapping_items(call.host, first, call.span)?;
        } else {
            given = call.items(first)?.into_iter().map(|item| (item, Value::Int(1))).collect();
        }
    }
    given.extend(args.keywords.into_iter().map(|(name, argument)| (Value::Str(name), argument.value)));
    let dict = dict::dict(call);
    for (name, count) in given {
        let key = call.key(&name)?;
        let own = dict.borrow().get(&key).cloned().unwrap_or(Value::Int(0));
        let total = call.operate(op, &own, &count)?;
        dict.borrow_mut().insert(key, name, total);
    }
    Ok(())
}

fn most_common(call: &mut Call<'_>) -> Evaluated {
    let [most] = call.take("most_common", ["n"], 0)?;
    let entries = entries(call);
    let mut sorted: Vec<(Value, Value)> = Vec::with_capacity(entries.len());
    for entry in entries {
        let mut place = sorted.len();
        while let Some(before) = place.checked_sub(1).and_then(|before| sorted.get(before)) {
            if !call.holds(">", &entry.1, &before.1)? {
                break;
            }
            place -= 1;
        }
        sorted.insert(place, entry);
    }
    if let Some(most) = most.filter(|most| !most.is_none()) {
        sorted.truncate(usize::try_from(call.need_int(&most)?).unwrap_or(0));
    }
    Ok(Value::list(sorted.into_iter().map(|(name, count)| Value::tuple(vec![name, count])).collect()))
}

/// The sum or difference of two counters, positive counts alone.
fn combined(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let [other] = call.need("__add__", ["other"])?;
    let Value::Dict(other) = other else { return Ok(Value::NotImplemented) };
    let own = dict::dict(call).borrow().clone();
    let other = other.borrow().clone();
    let mut result = Dict::of(DictKind::Counter);
    for (key, name, _) in own.entries().chain(other.entries()) {
        let counts = [&own, &other].map(|dict| dict.get(key).cloned().unwrap_or(Value::Int(0)));
        let total = call.operate(op, &counts[0], &counts[1])?;
        if call.holds(">", &total, &Value::Int(0))? {
            result.insert(key.clone(), name.clone(), total);
        }
    }
    Ok(Value::dict(result))
}
