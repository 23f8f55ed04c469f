//! `itertools`.

mod arrange;
mod lazy;

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::value::Value;

/// `itertools`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("product", arrange::product),
        Row::new("combinations", arrange::combinations),
        Row::new("combinations_with_replacement", arrange::combinations_with_replacement),
        Row::new("permutations", arrange::permutations),
        Row::new("groupby", groupby),
        Row::new("islice", lazy::islice),
        Row::new("count", lazy::count),
        Row::any("repeat", lazy::repeat),
        Row::new("cycle", lazy::cycle),
        Row::new("zip_longest", lazy::zip_longest),
        Row::new("starmap", lazy::starmap),
        Row::new("tee", tee),
        Row::new("accumulate", accumulate),
        Row::new("batched", batched),
        Row::new("takewhile", lazy::takewhile),
        Row::new("dropwhile", lazy::dropwhile),
        Row::new("filterfalse", lazy::filterfalse),
        Row::new("compress", lazy::compress),
        Row::new("pairwise", pairwise),
    ],
    types: &[&CHAIN],
    ..NativeModule::new("itertools")
};

static CHAIN: NativeType = NativeType {
    statics: &[Row::new("from_iterable", |call| {
        let [iterables] = call.need("from_iterable", ["iterable"])?;
        let iterator = call.vm.iterator(call.host, &iterables, call.span)?;
        Ok(lazy::chained(iterator))
    })],
    ..NativeType::new(
        "chain",
        "itertools",
        Row::new("chain", |call| {
            let iterables = std::mem::take(&mut call.args.positional).into_iter().map(|argument| argument.value).collect();
            Ok(lazy::chained(Generator::over(iterables)))
        }),
    )
};

fn groupby(call: &mut Call<'_>) -> Evaluated {
    let [iterable, key] = call.take("groupby", ["iterable", "key"], 1)?;
    let mut groups: Vec<(Value, Vec<Value>)> = Vec::new();
    for item in call.items(&iterable.unwrap_or(Value::None))? {
        let name = match &key {
            None | Some(Value::None) => item.clone(),
            Some(key) => call.apply(key, [item.clone()])?,
        };
        match groups.last_mut() {
            Some((last, items)) if call.holds("==", last, &name)? => items.push(item),
            _ => groups.push((name, vec![item])),
        }
    }
    Ok(Generator::over(groups.into_iter().map(|(name, items)| Value::tuple(vec![name, Generator::over(items)])).collect()))
}

fn tee(call: &mut Call<'_>) -> Evaluated {
    let [iterable, times] = call.take("tee", ["iterable", "n"], 1)?;
    let items = call.items(&iterable.unwrap_or(Value::None))?;
    let times = times.map_or(Ok(2), |times| call.need_int(&times))?;
    Ok(Value::tuple((0..times.min(1000)).map(|_| Generator::over(items.clone())).collect()))
}

fn accumulate(call: &mut Call<'_>) -> Evaluated {
    let [iterable, function, _, initial] = call.take("accumulate", ["iterable", "func", "*", "initial"], 1)?;
    let mut total = initial.filter(|initial| !initial.is_none());
    let mut totals: Vec<Value> = total.iter().cloned().collect();
    for item in call.items(&iterable.unwrap_or(Value::None))? {
        let next = match (total, &function) {
            (None, _) => item,
            (Some(total), None | Some(Value::None)) => call.operate("+", &total, &item)?,
            (Some(total), Some(function)) => call.apply(function, [total, item])?,
        };
        totals.push(next.clone());
        total = Some(next);
    }
    Ok(Generator::over(totals))
}

fn batched(call: &mut Call<'_>) -> Evaluated {
    let [iterable, size] = call.need("batched", ["iterable", "n"])?;
    let size = match usize::try_from(call.need_int(&size)?) {
        Ok(size) if size > 0 => size,
        _ => return Err(call.raise("ValueError", "n must be at least one")),
    };
    let items = call.items(&iterable)?;
    Ok(Generator::over(items.chunks(size).map(|batch| Value::tuple(batch.to_vec())).collect()))
}

fn pairwise(call: &mut Call<'_>) -> Evaluated {
    let [iterable] = call.need("pairwise", ["iterable"])?;
    let items = call.items(&iterable)?;
    Ok(Generator::over(items.windows(2).map(|pair| Value::tuple(pair.to_vec())).collect()))
}
