//! `collections.deque`.

use std::cell::RefCell;
use std::collections::VecDeque;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::object::Object;
use crate::eval::value::Value;

struct Deque {
    items: RefCell<VecDeque<Value>>,
    most: Option<usize>,
}

/// `collections.deque`.
pub static DEQUE: NativeType = NativeType {
    methods: &[
        Row::any("append", |call| {
            let [item] = call.need("append", ["item"])?;
            with(call, |deque| deque.push(item, false))
        }),
        Row::any("appendleft", |call| {
            let [item] = call.need("appendleft", ["item"])?;
            with(call, |deque| deque.push(item, true))
        }),
        Row::new("extend", |call| extend(call, false)),
        Row::new("extendleft", |call| extend(call, true)),
        Row::new("pop", |call| pop(call, VecDeque::pop_back)),
        Row::new("popleft", |call| pop(call, VecDeque::pop_front)),
        Row::new("clear", |call| {
            with(call, |deque| {
                deque.items.borrow_mut().clear();
                Value::None
            })
        }),
        Row::new("rotate", |call| {
            let [turns] = call.take("rotate", ["n"], 0)?;
            let turns = turns.map_or(Ok(1), |turns| call.need_int(&turns))?;
            with(call, |deque| {
                let mut items = deque.items.borrow_mut();
                let length = items.len() as i128;
                if length > 0 {
                    items.rotate_right(usize::try_from(turns.rem_euclid(length)).unwrap_or(0));
                }
                Value::None
            })
        }),
        Row::new("reverse", |call| {
            with(call, |deque| {
                let mut items = deque.items.borrow_mut();
                *items = items.drain(..).rev().collect();
                Value::None
            })
        }),
        Row::new("copy", |call| with(call, |deque| Object::value(&DEQUE, Deque { items: deque.items.clone(), most: deque.most }))),
        Row::new("count", |call| {
            let [item] = call.need("count", ["value"])?;
            let mut count = 0;
            for own in items(call)? {
                count += i128::from(call.holds("==", &own, &item)?);
            }
            Ok(Value::Int(count))
        }),
        Row::new("remove", |call| {
            let [item] = call.need("remove", ["value"])?;
            for (place, own) in items(call)?.into_iter().enumerate() {
                if call.holds("==", &own, &item)? {
                    return with(call, |deque| {
                        deque.items.borrow_mut().remove(place);
                        Value::None
                    });
                }
            }
            Err(call.raise("ValueError", "deque.remove(x): x not in deque"))
        }),
        Row::any("__len__", |call| with(call, |deque| Value::Int(deque.items.borrow().len() as i128))),
        Row::any("__iter__", |call| Ok(Generator::over(items(call)?))),
        Row::any("__reversed__", |call| Ok(Generator::over(items(call)?.into_iter().rev().collect()))),
        Row::new("__getitem__", |call| {
            let [place] = call.need("__getitem__", ["index"])?;
            let list = Value::list(items(call)?);
            call.vm.get_item(call.host, &list, &place, call.span)
        }),
        Row::any("__setitem__", |call| {
            let [place, value] = call.need("__setitem__", ["index", "value"])?;
            let list = Value::list(items(call)?);
            call.vm.set_item(call.host, &list, &place, value, call.span)?;
            let changed = call.items(&list)?;
            with(call, |deque| {
                *deque.items.borrow_mut() = changed.into();
                Value::None
            })
        }),
        Row::new("__eq__", |call| {
            let [other] = call.need("__eq__", ["other"])?;
            let Value::Object(object) = &other else { return Ok(Value::NotImplemented) };
            let Some(other) = object.body::<Deque>() else { return Ok(Value::NotImplemented) };
            let (one, two) = (Value::list(items(call)?), Value::list(other.items.borrow().iter().cloned().collect()));
            call.operate("==", &one, &two)
        }),
        Row::any("__repr__", |call| {
            let list = Value::list(items(call)?);
            let shown = call.repr(&list)?;
            with(call, |deque| {
                Value::str(match deque.most {
                    Some(most) => format!("deque({shown}, maxlen={most})"),
                    None => format!("deque({shown})"),
                })
            })
        }),
    ],
    getters: &[Row::any("maxlen", |call| with(call, |deque| deque.most.map_or(Value::None, |most| Value::Int(most as i128))))],
    ..NativeType::new(
        "deque",
        "collections",
        Row::new("deque", |call| {
            let [items, most] = call.take("deque", ["iterable", "maxlen"], 0)?;
            let most = match most {
                None | Some(Value::None) => None,
                Some(most) => usize::try_from(call.need_int(&most)?).ok(),
            };
            let deque = Deque { items: RefCell::default(), most };
            if let Some(items) = items {
                for item in call.items(&items)? {
                    deque.push(item, false);
                }
            }
            Ok(Object::value(&DEQUE, deque))
        }),
    )
};

impl Deque {
    /// Adds an item, and drops one of the other end where there are too many.
    fn push(&self, item: Value, left: bool) -> Value {
        let mut items = self.items.borrow_mut();
        if left {
            items.push_front(item)
        } else {
            items.push_back(item)
        }
        if self.most.is_some_and(|most| items.len() > most) {
            if left {
                items.pop_back()
            } else {
                items.pop_front()
            };
        }
        Value::None
    }
}

fn with(call: &mut Call<'_>, act: impl FnOnce(&Deque) -> Value) -> Evaluated {
    let object = call.object()?;
    Ok(object.body::<Deque>().map_or(Value::None, act))
}

fn items(call: &mut Call<'_>) -> Evaluated<Vec<Value>> {
    let object = call.object()?;
    Ok(object.body::<Deque>().map(|deque| deque.items.borrow().iter().cloned().collect()).unwrap_or_default())
}

fn extend(call: &mut Call<'_>, left: bool) -> Evaluated {
    let [iterable] = call.need("extend", ["iterable"])?;
    let items = call.items(&iterable)?;
    with(call, |deque| {
        for item in items {
            deque.push(item, left);
        }
        Value::None
    })
}

fn pop(call: &mut Call<'_>, take: fn(&mut VecDeque<Value>) -> Option<Value>) -> Evaluated {
    let object = call.object()?;
    let popped = object.body::<Deque>().and_then(|deque| take(&mut deque.items.borrow_mut()));
    popped.ok_or_else(|| call.raise("IndexError", "pop from an empty deque"))
}
