//! The iterators of `itertools` that take their values as they are asked for.

use crate::eval::exception::Evaluated;
use crate::eval::function::Call;
use crate::eval::generator::{Generator, Pull};
use crate::eval::host::{Args, Host};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

/// An iterator made of a closure.
struct Next<F>(F);

impl<F: FnMut(&mut Vm, &mut dyn Host, Span) -> Evaluated<Option<Value>>> Pull for Next<F> {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        (self.0)(vm, host, span)
    }
}

fn lazy(next: impl FnMut(&mut Vm, &mut dyn Host, Span) -> Evaluated<Option<Value>> + 'static) -> Evaluated {
    Ok(Generator::lazy(Next(next)))
}

fn iterator(call: &mut Call<'_>, value: &Value) -> Evaluated {
    call.vm.iterator(call.host, value, call.span)
}

/// The items of each iterable that an iterator gives.
pub fn chained(iterables: Value) -> Value {
    let mut current: Option<Value> = None;
    Generator::lazy(Next(move |vm: &mut Vm, host: &mut dyn Host, span: Span| {
        loop {
            if let Some(iterator) = &current
                && let Some(item) = vm.pull(host, iterator, span)?
            {
                return Ok(Some(item));
            }
            match vm.pull(host, &iterables, span)? {
                Some(iterable) => current = Some(vm.iterator(host, &iterable, span)?),
                None => return Ok(None),
            }
        }
    }))
}

pub fn islice(call: &mut Call<'_>) -> Evaluated {
    let args = std::mem::take(&mut call.args.positional);
    let mut bounds = Vec::new();
    for argument in args.iter().skip(1) {
        bounds.push(if argument.value.is_none() { None } else { Some(call.need_int(&argument.value)?) });
    }
    let (start, stop, step) = match bounds.as_slice() {
        [stop] => (0, *stop, 1),
        [start, stop] => (start.unwrap_or(0), *stop, 1),
        [start, stop, step] => (start.unwrap_or(0), *stop, step.unwrap_or(1)),
        _ => return Err(call.raise("TypeError", "islice expected at least 2 arguments")),
    };
    if start < 0 || step < 1 || stop.is_some_and(|stop| stop < 0) {
        return Err(call.raise("ValueError", "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize."));
    }
    let source = iterator(call, &args.first().map_or(Value::None, |argument| argument.value.clone()))?;
    let (mut at, mut next) = (0, start);
    lazy(move |vm, host, span| {
        if stop.is_some_and(|stop| next >= stop) {
            return Ok(None);
        }
        while let Some(item) = vm.pull(host, &source, span)? {
            vm.step(span)?;
            at += 1;
            if at - 1 == next {
                next += step;
                return Ok(Some(item));
            }
        }
        Ok(None)
    })
}

pub fn count(call: &mut Call<'_>) -> Evaluated {
    let [start, step] = call.take("count", ["start", "step"], 0)?;
    let mut next = start.unwrap_or(Value::Int(0));
    let step = step.unwrap_or(Value::Int(1));
    lazy(move |vm, host, span| {
        vm.step(span)?;
        let after = vm.binary(host, "+", &next, &step, span)?;
        Ok(Some(std::mem::replace(&mut next, after)))
    })
}

pub fn repeat(call: &mut Call<'_>) -> Evaluated {
    let [object, times] = call.take("repeat", ["object", "times"], 1)?;
    let object = object.unwrap_or(Value::None);
    let mut left = match times {
        None => None,
        Some(times) if times.is_uncertain() => return Ok(times),
        Some(times) => Some(call.need_int(&times)?),
    };
    lazy(move |vm, _, span| {
        vm.step(span)?;
        if let Some(left) = &mut left {
            if *left <= 0 {
                return Ok(None);
            }
            *left -= 1;
        }
        Ok(Some(object.clone()))
    })
}

pub fn cycle(call: &mut Call<'_>) -> Evaluated {
    let [iterable] = call.need("cycle", ["iterable"])?;
    let items = call.items(&iterable)?;
    let mut at = 0;
    lazy(move |vm, _, span| {
        vm.step(span)?;
        let item = items.get(at % items.len().max(1)).cloned();
        at += 1;
        Ok(item)
    })
}

pub fn zip_longest(call: &mut Call<'_>) -> Evaluated {
    let fill = call.args.keyword("fillvalue").cloned().unwrap_or(Value::None);
    let mut columns = Vec::new();
    for argument in std::mem::take(&mut call.args.positional) {
        columns.push(call.items(&argument.value)?);
    }
    let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let row = |index: usize| Value::tuple(columns.iter().map(|column| column.get(index).unwrap_or(&fill).clone()).collect());
    Ok(Generator::over((0..longest).map(row).collect()))
}

pub fn starmap(call: &mut Call<'_>) -> Evaluated {
    let [function, iterable] = call.need("starmap", ["function", "iterable"])?;
    let source = iterator(call, &iterable)?;
    lazy(move |vm, host, span| {
        let Some(item) = vm.pull(host, &source, span)? else { return Ok(None) };
        let args = vm.iterate(host, &item, span)?;
        vm.call(host, &function, Args::of(args, span), span).map(Some)
    })
}

fn answer(vm: &mut Vm, host: &mut dyn Host, predicate: &Value, item: &Value, span: Span) -> Evaluated<bool> {
    let answer = match predicate {
        Value::None => item.clone(),
        predicate => vm.call(host, predicate, Args::of([item.clone()], span), span)?,
    };
    vm.truth(host, &answer, span)
}

pub fn takewhile(call: &mut Call<'_>) -> Evaluated {
    let [predicate, iterable] = call.need("takewhile", ["predicate", "iterable"])?;
    let source = iterator(call, &iterable)?;
    lazy(move |vm, host, span| {
        let Some(item) = vm.pull(host, &source, span)? else { return Ok(None) };
        Ok(answer(vm, host, &predicate, &item, span)?.then_some(item))
    })
}

pub fn dropwhile(call: &mut Call<'_>) -> Evaluated {
    let [predicate, iterable] = call.need("dropwhile", ["predicate", "iterable"])?;
    let source = iterator(call, &iterable)?;
    let mut dropping = true;
    lazy(move |vm, host, span| {
        while let Some(item) = vm.pull(host, &source, span)? {
            vm.step(span)?;
            if !dropping || !answer(vm, host, &predicate, &item, span)? {
                dropping = false;
                return Ok(Some(item));
            }
        }
        Ok(None)
    })
}

pub fn filterfalse(call: &mut Call<'_>) -> Evaluated {
    let [predicate, iterable] = call.need("filterfalse", ["predicate", "iterable"])?;
    let source = iterator(call, &iterable)?;
    lazy(move |vm, host, span| {
        while let Some(item) = vm.pull(host, &source, span)? {
            vm.step(span)?;
            if !answer(vm, host, &predicate, &item, span)? {
                return Ok(Some(item));
            }
        }
        Ok(None)
    })
}

pub fn compress(call: &mut Call<'_>) -> Evaluated {
    let [data, selectors] = call.need("compress", ["data", "selectors"])?;
    let (data, selectors) = (call.items(&data)?, call.items(&selectors)?);
    let mut kept = Vec::new();
    for (item, selector) in data.into_iter().zip(selectors) {
        if call.truth(&selector)? {
            kept.push(item);
        }
    }
    Ok(Generator::over(kept))
}
