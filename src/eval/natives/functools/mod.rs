//! `functools`.

mod cache;
mod dispatch;
mod partial;

pub(super) use partial::of as partial_of;

use std::rc::Rc;

use super::NativeModule;
use super::calling::function;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::object::Descriptor;
use crate::eval::value::Value;

/// `functools`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("reduce", reduce),
        Row::any("lru_cache", cache::lru_cache),
        Row::any("cache", cache::cache),
        Row::any("wraps", |call| {
            let args = std::mem::take(&mut call.args);
            Ok(partial::of(function(&UPDATE_WRAPPER_OF), args))
        }),
        Row::any("update_wrapper", |call| {
            call.args.positional.truncate(2);
            call.args.positional.reverse();
            update_wrapper(call)
        }),
        Row::any("cached_property", cached_property),
        Row::any("total_ordering", total_ordering),
        Row::any("singledispatch", dispatch::singledispatch),
        Row::any("cmp_to_key", |call| Ok(call.not_computed("`functools.cmp_to_key` is not evaluated"))),
    ],
    types: &[&partial::PARTIAL],
    ..NativeModule::new("functools")
};

/// What `wraps(wrapped)` is applied to: copies the names of the first argument to the second.
static UPDATE_WRAPPER_OF: Row = Row::any("wraps", update_wrapper);

fn update_wrapper(call: &mut Call<'_>) -> Evaluated {
    let mut positional = std::mem::take(&mut call.args.positional).into_iter().map(|argument| argument.value);
    let (Some(wrapped), Some(wrapper)) = (positional.next(), positional.next()) else {
        return Err(call.raise("TypeError", "wraps() missing 1 required positional argument: 'wrapped'"));
    };
    if let Value::Function(inner) = &wrapper {
        for name in ["__module__", "__name__", "__qualname__", "__doc__"] {
            if let Some(value) = call.vm.try_attr(call.host, &wrapped, name, call.span)? {
                inner.attributes.borrow_mut().set(name, value);
            }
        }
        inner.attributes.borrow_mut().set("__wrapped__", wrapped);
    }
    Ok(wrapper)
}

fn reduce(call: &mut Call<'_>) -> Evaluated {
    let [function, iterable, initial] = call.take("reduce", ["function", "iterable", "initial"], 2)?;
    let (function, iterable) = (function.unwrap_or(Value::None), iterable.unwrap_or(Value::None));
    if iterable.is_uncertain() {
        return Ok(iterable);
    }
    let mut items = call.items(&iterable)?.into_iter();
    let Some(mut total) = initial.or_else(|| items.next()) else {
        return Err(call.raise("TypeError", "reduce() of empty iterable with no initial value"));
    };
    for item in items {
        total = call.apply(&function, [total, item])?;
    }
    Ok(total)
}

fn cached_property(call: &mut Call<'_>) -> Evaluated {
    let [get] = call.need("cached_property", ["func"])?;
    let name = call.attr(&get, "__name__")?;
    let name: Rc<str> = name.as_str().unwrap_or("cached_property").into();
    Ok(Value::Descriptor(Rc::new(Descriptor::Cached { get, name })))
}

/// The comparisons that `total_ordering` adds, each with what it is made of: the method asked, and whether equality counts.
fn total_ordering(call: &mut Call<'_>) -> Evaluated {
    let [class] = call.need("total_ordering", ["cls"])?;
    if let Value::Class(inner) = &class {
        let rows: [(&str, &'static Row); 4] = [("__lt__", &LESS), ("__le__", &AT_MOST), ("__gt__", &GREATER), ("__ge__", &AT_LEAST)];
        let root = rows.iter().find(|(name, _)| inner.lookup(name).is_some()).map(|(name, _)| *name);
        let Some(root) = root else {
            return Err(call.raise("ValueError", "must define at least one ordering operation: < > <= >="));
        };
        inner.namespace.borrow_mut().set("__total_ordering__", Value::str(root));
        for (name, row) in rows {
            if inner.lookup(name).is_none() {
                inner.namespace.borrow_mut().set(name, function(row));
            }
        }
    }
    Ok(class)
}

static LESS: Row = Row::any("__lt__", |call| ordered(call, "<"));
static AT_MOST: Row = Row::any("__le__", |call| ordered(call, "<="));
static GREATER: Row = Row::any("__gt__", |call| ordered(call, ">"));
static AT_LEAST: Row = Row::any("__ge__", |call| ordered(call, ">="));

fn ordered(call: &mut Call<'_>, op: &str) -> Evaluated {
    let this = call.this();
    let [other] = call.need("comparison", ["other"])?;
    let root = call.attr(&this, "__total_ordering__")?;
    let root = root.as_str().unwrap_or("__lt__").to_owned();
    let method = call.attr(&this, &root)?;
    let answer = call.apply(&method, [other.clone()])?;
    if matches!(answer, Value::NotImplemented) || answer.is_uncertain() {
        return Ok(answer);
    }
    let answer = call.truth(&answer)?;
    let equal = call.holds("==", &this, &other)?;
    // What the one method that is there says, as strictly less, equal or greater.
    let (less, greater) = match root.as_str() {
        "__lt__" => (answer, !answer && !equal),
        "__le__" => (answer && !equal, !answer),
        "__gt__" => (!answer && !equal, answer),
        _ => (!answer, answer && !equal),
    };
    Ok(Value::Bool(match op {
        "<" => less,
        "<=" => less || equal,
        ">" => greater,
        _ => greater || equal,
    }))
}
