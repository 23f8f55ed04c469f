//! `list`.

use std::cell::RefCell;
use std::rc::Rc;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::Value;

/// `list`
pub static TYPE: NativeType = NativeType {
    methods: &[
        Row::any("__init__", |call| super::object::initialize(call, &TYPE)),
        Row::any("append", |call| {
            let item = call.one("append")?;
            list(call).borrow_mut().push(item);
            Ok(Value::None)
        }),
        Row::any("extend", |call| {
            let items = call.one("extend")?;
            call.vm.need(&items, "what this list is extended by", call.span)?;
            let items = call.iterate(&items)?;
            let list = list(call);
            call.vm.extend_list(&list, items, call.span)?;
            Ok(Value::None)
        }),
        Row::any("insert", insert),
        Row::any("pop", pop),
        Row::any("remove", remove),
        Row::any("clear", |call| {
            list(call).borrow_mut().clear();
            Ok(Value::None)
        }),
        Row::any("index", index),
        Row::any("count", count),
        Row::any("reverse", |call| {
            list(call).borrow_mut().reverse();
            Ok(Value::None)
        }),
        Row::any("copy", |call| Ok(Value::list(list(call).borrow().clone()))),
        Row::any("sort", sort),
    ],
    ..NativeType::new(
        "list",
        "builtins",
        Row::new("list", |call| {
            let [items] = call.bind("list", ["iterable"], 0)?;
            match items {
                Some(items) => call.iterate(&items).map(Value::list),
                None => Ok(Value::list(Vec::new())),
            }
        }),
    )
};

/// The list that a method was called on.
fn list(call: &Call<'_>) -> Rc<RefCell<Vec<Value>>> {
    match call.receiver.as_ref() {
        Some(Value::List(items)) => Rc::clone(items),
        Some(Value::Instance(instance)) => match &*instance.native.borrow() {
            Some(Value::List(items)) => Rc::clone(items),
            _ => Rc::default(),
        },
        _ => Rc::default(),
    }
}

fn insert(call: &mut Call<'_>) -> Evaluated {
    let [at, item] = call.bind("insert", ["index", "object"], 2)?;
    let items = list(call);
    let length = items.borrow().len();
    let at = match at {
        Some(Value::Int(at)) if at < 0 => at.saturating_add(length as i128).max(0),
        Some(Value::Int(at)) => at.min(length as i128),
        other => {
            call.vm.need(&other.unwrap_or(Value::None), "where this inserts", call.span)?;
            return Err(call.raise("TypeError", "'index' must be an integer"));
        }
    };
    items.borrow_mut().insert(usize::try_from(at).unwrap_or(length), item.unwrap_or(Value::None));
    Ok(Value::None)
}

fn pop(call: &mut Call<'_>) -> Evaluated {
    let [at] = call.bind("pop", ["index"], 0)?;
    let items = list(call);
    let length = items.borrow().len();
    if length == 0 {
        return Err(call.raise("IndexError", "pop from empty list"));
    }
    match call.vm.index(&at.unwrap_or(Value::Int(-1)), length, call.span)? {
        Some(at) => Ok(items.borrow_mut().remove(at)),
        None => Err(call.raise("IndexError", "pop index out of range")),
    }
}

fn remove(call: &mut Call<'_>) -> Evaluated {
    let item = call.one("remove")?;
    let items = list(call);
    // What compares the items may change the list.
    let before = items.borrow().clone();
    match position(call, &before, &item, 0)? {
        Some(at) => {
            let mut items = items.borrow_mut();
            if at < items.len() {
                items.remove(at);
            }
            Ok(Value::None)
        }
        None => Err(call.raise("ValueError", "list.remove(x): x not in list")),
    }
}

fn position(call: &mut Call<'_>, items: &[Value], item: &Value, from: usize) -> Evaluated<Option<usize>> {
    for (at, candidate) in items.iter().enumerate().skip(from) {
        if candidate.is(item) || call.vm.equal(call.host, candidate, item, call.span)? {
            return Ok(Some(at));
        }
    }
    Ok(None)
}

/// Where an end of a search lies, which may count from behind; `default` where it is not given.
pub(super) fn end_at(end: Option<&Value>, length: usize, default: usize) -> usize {
    match end {
        Some(Value::Int(end)) if *end < 0 => length.saturating_sub(usize::try_from(end.unsigned_abs()).unwrap_or(usize::MAX)),
        Some(Value::Int(end)) => usize::try_from(*end).unwrap_or(usize::MAX),
        _ => default,
    }
}

/// `list.index` and `tuple.index`.
pub(super) fn index(call: &mut Call<'_>) -> Evaluated {
    let [item, from, till] = call.bind("index", ["value", "start", "stop"], 1)?;
    let this = call.this();
    let mut items = call.iterate(&this)?;
    let length = items.len();
    let (from, till) = (end_at(from.as_ref(), length, 0), end_at(till.as_ref(), length, length));
    items.truncate(till);
    let item = item.unwrap_or(Value::None);
    match position(call, &items, &item, from)? {
        Some(at) => Ok(Value::Int(at as i128)),
        None => {
            let shown = call.vm.repr(call.host, &item, call.span)?;
            Err(call.raise("ValueError", format!("{} is not in list", shown.as_str().unwrap_or("value"))))
        }
    }
}

/// `list.count` and `tuple.count`.
pub(super) fn count(call: &mut Call<'_>) -> Evaluated {
    let item = call.one("count")?;
    let this = call.this();
    let mut count = 0;
    for candidate in call.iterate(&this)? {
        if candidate.is(&item) || call.vm.equal(call.host, &candidate, &item, call.span)? {
            count += 1;
        }
    }
    Ok(Value::Int(count))
}

fn sort(call: &mut Call<'_>) -> Evaluated {
    let items = list(call);
    let taken = items.borrow().clone();
    let sorted = sorted(call, taken)?;
    match sorted {
        Ok(sorted) => *items.borrow_mut() = sorted,
        Err(uncertain) => call.vm.need(&uncertain, "the order of this list", call.span)?,
    }
    Ok(Value::None)
}

/// A value to sort by, and the value that is sorted.
type Pair = (Value, Value);

/// Sorts values by the `key` and `reverse` arguments of the call; gives what makes the order unknown, where something does.
pub(super) fn sorted(call: &mut Call<'_>, items: Vec<Value>) -> Evaluated<Result<Vec<Value>, Value>> {
    let key = call.args.keyword("key").filter(|key| !key.is_none()).cloned();
    let reverse = match call.args.keyword("reverse").cloned() {
        Some(reverse) => call.truth(&reverse)?,
        None => false,
    };
    let mut keyed = Vec::with_capacity(items.len());
    for item in items {
        let sort_key = match &key {
            Some(key) => call.call(key, [item.clone()])?,
            None => item.clone(),
        };
        if sort_key.is_uncertain() {
            return Ok(Err(sort_key));
        }
        keyed.push((sort_key, item));
    }
    if reverse {
        keyed.reverse();
    }
    let mut keyed = match merge_sorted(call, keyed)? {
        Ok(keyed) => keyed,
        Err(uncertain) => return Ok(Err(uncertain)),
    };
    if reverse {
        keyed.reverse();
    }
    Ok(Ok(keyed.into_iter().map(|(_, item)| item).collect()))
}

/// Sorts by the first of each pair, equal ones keeping their order. The program's own `__lt__` may be no order at all,
/// which the standard library's sort need not bear.
fn merge_sorted(call: &mut Call<'_>, mut pairs: Vec<Pair>) -> Evaluated<Result<Vec<Pair>, Value>> {
    if pairs.len() < 2 {
        return Ok(Ok(pairs));
    }
    let right = pairs.split_off(pairs.len() / 2);
    let (left, right) = match (merge_sorted(call, pairs)?, merge_sorted(call, right)?) {
        (Ok(left), Ok(right)) => (left, right),
        (Err(uncertain), _) | (_, Err(uncertain)) => return Ok(Err(uncertain)),
    };
    let mut merged = Vec::with_capacity(left.len() + right.len());
    let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
    while let (Some((one, _)), Some((two, _))) = (left.peek(), right.peek()) {
        call.vm.step(call.span)?;
        match less(call, two, one)? {
            Ok(true) => merged.extend(right.next()),
            Ok(false) => merged.extend(left.next()),
            Err(uncertain) => return Ok(Err(uncertain)),
        }
    }
    merged.extend(left);
    merged.extend(right);
    Ok(Ok(merged))
}

fn less(call: &mut Call<'_>, one: &Value, two: &Value) -> Evaluated<Result<bool, Value>> {
    let answer = call.vm.binary(call.host, "<", one, two, call.span)?;
    if answer.is_uncertain() { Ok(Err(answer)) } else { call.truth(&answer).map(Ok) }
}
