//! `heapq` and `bisect`: lists kept in order.

use std::cell::RefCell;
use std::rc::Rc;

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `heapq`.
pub static HEAPQ: NativeModule = NativeModule {
    functions: &[
        Row::new("heappush", |call| {
            let [heap, item] = call.need("heappush", ["heap", "item"])?;
            let heap = list(call, &heap)?;
            heap.borrow_mut().push(item);
            let last = heap.borrow().len() - 1;
            rise(call, &heap, 0, last)?;
            Ok(Value::None)
        }),
        Row::new("heappop", |call| {
            let [heap] = call.need("heappop", ["heap"])?;
            let heap = list(call, &heap)?;
            pop(call, &heap)
        }),
        Row::new("heapify", |call| {
            let [heap] = call.need("heapify", ["x"])?;
            let heap = list(call, &heap)?;
            let length = heap.borrow().len();
            for place in (0..length / 2).rev() {
                sink(call, &heap, place)?;
            }
            Ok(Value::None)
        }),
        Row::new("heappushpop", |call| {
            let [heap, item] = call.need("heappushpop", ["heap", "item"])?;
            let heap = list(call, &heap)?;
            let first = heap.borrow().first().cloned();
            match first {
                Some(first) if call.holds("<", &first, &item)? => {
                    if let Some(slot) = heap.borrow_mut().first_mut() {
                        *slot = item;
                    }
                    sink(call, &heap, 0)?;
                    Ok(first)
                }
                _ => Ok(item),
            }
        }),
        Row::new("nlargest", |call| extremes(call, ">")),
        Row::new("nsmallest", |call| extremes(call, "<")),
    ],
    ..NativeModule::new("heapq")
};

/// `bisect`.
pub static BISECT: NativeModule = NativeModule {
    functions: &[
        Row::new("bisect", |call| place(call, false).map(|(place, ..)| Value::Int(place as i128))),
        Row::new("bisect_right", |call| place(call, false).map(|(place, ..)| Value::Int(place as i128))),
        Row::new("bisect_left", |call| place(call, true).map(|(place, ..)| Value::Int(place as i128))),
        Row::new("insort", |call| insert(call, false)),
        Row::new("insort_right", |call| insert(call, false)),
        Row::new("insort_left", |call| insert(call, true)),
    ],
    ..NativeModule::new("bisect")
};

type List = Rc<RefCell<Vec<Value>>>;

fn list(call: &mut Call<'_>, value: &Value) -> Evaluated<List> {
    match value {
        Value::List(list) => Ok(Rc::clone(list)),
        _ => Err(call.raise("TypeError", "heap argument must be a list")),
    }
}

fn at(list: &List, place: usize) -> Value {
    list.borrow().get(place).cloned().unwrap_or(Value::None)
}

fn put(list: &List, place: usize, value: Value) {
    if let Some(slot) = list.borrow_mut().get_mut(place) {
        *slot = value;
    }
}

/// Moves an item up to its place, as `heapq._siftdown` does.
fn rise(call: &mut Call<'_>, heap: &List, start: usize, from: usize) -> Evaluated<()> {
    let item = at(heap, from);
    let mut place = from;
    while place > start {
        let parent = (place - 1) / 2;
        let above = at(heap, parent);
        if !call.holds("<", &item, &above)? {
            break;
        }
        put(heap, place, above);
        place = parent;
    }
    put(heap, place, item);
    Ok(())
}

/// Moves an item down to the leaves along the smaller children, then up to its place, as `heapq._siftup` does.
fn sink(call: &mut Call<'_>, heap: &List, from: usize) -> Evaluated<()> {
    let length = heap.borrow().len();
    let item = at(heap, from);
    let mut place = from;
    loop {
        let mut child = 2 * place + 1;
        if child >= length {
            break;
        }
        if child + 1 < length && !call.holds("<", &at(heap, child), &at(heap, child + 1))? {
            child += 1;
        }
        put(heap, place, at(heap, child));
        place = child;
    }
    put(heap, place, item);
    rise(call, heap, from, place)
}

fn pop(call: &mut Call<'_>, heap: &List) -> Evaluated {
    let last = heap.borrow_mut().pop();
    let Some(last) = last else { return Err(call.raise("IndexError", "index out of range")) };
    if heap.borrow().is_empty() {
        return Ok(last);
    }
    let first = at(heap, 0);
    put(heap, 0, last);
    sink(call, heap, 0)?;
    Ok(first)
}

fn extremes(call: &mut Call<'_>, op: &'static str) -> Evaluated {
    let [count, iterable, key] = call.take("nlargest", ["n", "iterable", "key"], 2)?;
    let count = usize::try_from(call.need_int(&count.unwrap_or(Value::None))?).unwrap_or(0);
    let mut sorted: Vec<(Value, Value)> = Vec::new();
    for item in call.items(&iterable.unwrap_or(Value::None))? {
        let rank = match &key {
            None | Some(Value::None) => item.clone(),
            Some(key) => call.apply(key, [item.clone()])?,
        };
        let mut place = sorted.len();
        while let Some((before, _)) = place.checked_sub(1).and_then(|before| sorted.get(before)) {
            if !call.holds(op, &rank, before)? {
                break;
            }
            place -= 1;
        }
        sorted.insert(place, (rank, item));
        sorted.truncate(count);
    }
    Ok(Value::list(sorted.into_iter().map(|(_, item)| item).collect()))
}

fn place(call: &mut Call<'_>, left: bool) -> Evaluated<(usize, Value, Value)> {
    let [sorted, item, low, high, _, key] = call.take("bisect", ["a", "x", "lo", "hi", "*", "key"], 2)?;
    let (sorted, item) = (sorted.unwrap_or(Value::None), item.unwrap_or(Value::None));
    let items = call.items(&sorted)?;
    let mut bound = |value: Option<Value>, default: usize| match value {
        None | Some(Value::None) => Ok(default),
        Some(value) => call.need_int(&value).map(|value| usize::try_from(value).unwrap_or(0)),
    };
    let (mut low, mut high) = (bound(low, 0)?, bound(high, items.len())?);
    while low < high {
        let middle = low.midpoint(high);
        let mut other = items.get(middle).cloned().unwrap_or(Value::None);
        if let Some(key) = key.as_ref().filter(|key| !key.is_none()) {
            other = call.apply(key, [other])?;
        }
        let after = if left { call.holds("<", &other, &item)? } else { !call.holds("<", &item, &other)? };
        if after { low = middle + 1 } else { high = middle }
    }
    Ok((low, sorted, item))
}

fn insert(call: &mut Call<'_>, left: bool) -> Evaluated {
    let (place, sorted, item) = place(call, left)?;
    if let Value::List(list) = sorted {
        list.borrow_mut().insert(place, item);
    }
    Ok(Value::None)
}
