//! Products, combinations and permutations, in the order of `itertools`.

use crate::eval::exception::Evaluated;
use crate::eval::function::Call;
use crate::eval::generator::Generator;
use crate::eval::value::Value;

/// The most arrangements that are computed.
const MOST: usize = 1_000_000;

type Arranged = Option<Vec<Vec<usize>>>;

/// Picks the items at each list of places.
fn picked(call: &mut Call<'_>, items: &[Value], places: Arranged) -> Evaluated {
    let Some(places) = places else { return Err(call.raise("MemoryError", "too many arrangements")) };
    let pick = |places: Vec<usize>| Value::tuple(places.into_iter().filter_map(|place| items.get(place).cloned()).collect());
    Ok(Generator::over(places.into_iter().map(pick).collect()))
}

/// Extends lists of places one place at a time, `next` giving the places that may follow a list.
fn arrange(length: usize, next: impl Fn(&[usize]) -> Vec<usize>) -> Arranged {
    let mut lists: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..length {
        let mut longer = Vec::new();
        for list in &lists {
            for place in next(list) {
                let mut list = list.clone();
                list.push(place);
                longer.push(list);
            }
            if longer.len() > MOST {
                return None;
            }
        }
        lists = longer;
    }
    Some(lists)
}

pub fn product(call: &mut Call<'_>) -> Evaluated {
    let mut repeat = 1;
    for (name, argument) in std::mem::take(&mut call.args.keywords) {
        if &*name != "repeat" {
            return Err(call.raise("TypeError", format!("product() got an unexpected keyword argument '{name}'")));
        }
        repeat = usize::try_from(call.need_int(&argument.value)?).unwrap_or(0);
    }
    let mut pools = Vec::new();
    for argument in std::mem::take(&mut call.args.positional) {
        pools.push(call.items(&argument.value)?);
    }
    let mut starts = vec![0];
    for pool in &pools {
        starts.push(starts.last().copied().unwrap_or(0) + pool.len());
    }
    let bounds: Vec<(usize, usize)> = starts.iter().copied().zip(starts.iter().skip(1).copied()).collect();
    let count = bounds.len();
    let places = arrange(count.saturating_mul(repeat).min(64), |list| {
        bounds.get(list.len() % count.max(1)).map_or(Vec::new(), |(start, end)| (*start..*end).collect())
    });
    picked(call, &pools.concat(), places)
}

fn pool_and_length(call: &mut Call<'_>, name: &str, required: usize) -> Evaluated<(Vec<Value>, usize)> {
    let [iterable, length] = call.take(name, ["iterable", "r"], required)?;
    let items = call.items(&iterable.unwrap_or(Value::None))?;
    let length = match length {
        None | Some(Value::None) => items.len(),
        Some(length) => match usize::try_from(call.need_int(&length)?) {
            Ok(length) => length,
            Err(_) => return Err(call.raise("ValueError", "r must be non-negative")),
        },
    };
    Ok((items, length))
}

pub fn combinations(call: &mut Call<'_>) -> Evaluated {
    let (items, length) = pool_and_length(call, "combinations", 2)?;
    let places = if length > items.len() {
        Some(Vec::new())
    } else {
        arrange(length, |list| (list.last().map_or(0, |last| last + 1)..items.len()).collect())
    };
    picked(call, &items, places)
}

pub fn combinations_with_replacement(call: &mut Call<'_>) -> Evaluated {
    let (items, length) = pool_and_length(call, "combinations_with_replacement", 2)?;
    let places = arrange(length.min(1000), |list| (list.last().copied().unwrap_or(0)..items.len()).collect());
    picked(call, &items, places)
}

pub fn permutations(call: &mut Call<'_>) -> Evaluated {
    let (items, length) = pool_and_length(call, "permutations", 1)?;
    let places = if length > items.len() {
        Some(Vec::new())
    } else {
        arrange(length, |list| (0..items.len()).filter(|place| !list.contains(place)).collect())
    };
    picked(call, &items, places)
}
