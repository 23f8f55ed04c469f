//! `collections`.

mod chain_map;
mod counter;
mod deque;
pub mod named_tuple;

use std::cell::RefCell;
use std::rc::Rc;

use super::NativeModule;
use crate::eval::dict::{Dict, DictKind};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::Value;

/// `collections`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[Row::any("namedtuple", named_tuple::named_tuple)],
    types: &[&DEFAULT_DICT, &ORDERED_DICT, &counter::COUNTER, &deque::DEQUE, &chain_map::CHAIN_MAP],
    values: &[
        Row::any("UserDict", |_| Ok(Value::Native(crate::eval::Native::Type(&super::dict::TYPE)))),
        Row::any("UserList", |_| Ok(Value::Native(crate::eval::Native::Type(&super::list::TYPE)))),
    ],
    ..NativeModule::new("collections")
};

/// The type of a dictionary.
pub(super) fn type_of(dict: &Rc<RefCell<Dict>>) -> &'static NativeType {
    match dict.try_borrow().map(|dict| dict.kind.clone()) {
        Ok(DictKind::Ordered) => &ORDERED_DICT,
        Ok(DictKind::Default(_)) => &DEFAULT_DICT,
        Ok(DictKind::Counter) => &counter::COUNTER,
        _ => &super::dict::TYPE,
    }
}

static DEFAULT_DICT: NativeType = NativeType {
    getters: &[Row::any("default_factory", |call| {
        Ok(match &super::dict::dict(call).borrow().kind {
            DictKind::Default(factory) => factory.clone(),
            _ => Value::None,
        })
    })],
    bases: &[&super::dict::TYPE],
    ..NativeType::new(
        "defaultdict",
        "collections",
        Row::any("defaultdict", |call| {
            let factory = if call.args.positional.is_empty() { Value::None } else { call.args.positional.remove(0).value };
            made(call, DictKind::Default(factory))
        }),
    )
};

static ORDERED_DICT: NativeType = NativeType {
    methods: &[
        Row::any("move_to_end", move_to_end),
        Row::any("popitem", |call| {
            let [last] = call.take("popitem", ["last"], 0)?;
            let last = call.flag(last.as_ref(), true)?;
            let dict = super::dict::dict(call);
            let popped = if last {
                dict.borrow_mut().pop_last()
            } else {
                let first = dict.borrow().entries().next().map(|(key, name, value)| (key.clone(), name.clone(), value.clone()));
                first.map(|(key, name, value)| {
                    dict.borrow_mut().remove(&key);
                    (name, value)
                })
            };
            match popped {
                Some((name, value)) => Ok(Value::tuple(vec![name, value])),
                None => Err(call.raise("KeyError", "dictionary is empty")),
            }
        }),
    ],
    bases: &[&super::dict::TYPE],
    ..NativeType::new("OrderedDict", "collections", Row::any("OrderedDict", |call| made(call, DictKind::Ordered)))
};

/// A dictionary of this kind, filled as `dict()` is.
fn made(call: &mut Call<'_>, kind: DictKind) -> Evaluated {
    if let Some(uncertain) = call.args.positional.first().filter(|argument| argument.value.is_uncertain()) {
        return Ok(uncertain.value.clone());
    }
    let dict = Rc::new(RefCell::new(Dict::of(kind)));
    super::dict::fill(call, &dict)?;
    Ok(Value::Dict(dict))
}

fn move_to_end(call: &mut Call<'_>) -> Evaluated {
    let [name, last] = call.take("move_to_end", ["key", "last"], 1)?;
    let name = name.unwrap_or(Value::None);
    let last = call.flag(last.as_ref(), true)?;
    let key = call.key(&name)?;
    let dict = super::dict::dict(call);
    let Some(value) = dict.borrow_mut().remove(&key) else {
        return Err(call.vm.raise_builtin("KeyError", vec![name], call.span));
    };
    if last {
        dict.borrow_mut().insert(key, name, value);
        return Ok(Value::None);
    }
    let rest: Vec<_> = dict.borrow().entries().map(|(key, name, value)| (key.clone(), name.clone(), value.clone())).collect();
    let mut dict = dict.borrow_mut();
    dict.clear();
    for (key, name, value) in std::iter::once((key, name, value)).chain(rest) {
        dict.insert(key, name, value);
    }
    Ok(Value::None)
}
