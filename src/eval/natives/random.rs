//! `random`: drawn from the host's reproducible stream, so that a script is the same each time.

use super::NativeModule;
use super::logging::nothing;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `random`.
pub static MODULE: NativeModule = NativeModule { functions: METHODS, types: &[&RANDOM, &SYSTEM_RANDOM], ..NativeModule::new("random") };

static RANDOM: NativeType =
    NativeType { methods: METHODS, ..NativeType::new("Random", "random", Row::any("Random", |_| Ok(Object::value(&RANDOM, ())))) };

static SYSTEM_RANDOM: NativeType = NativeType {
    methods: METHODS,
    bases: &[&RANDOM],
    ..NativeType::new("SystemRandom", "random", Row::any("SystemRandom", |_| Ok(Object::value(&SYSTEM_RANDOM, ()))))
};

static METHODS: &[Row] = &[
    Row::any("seed", nothing),
    Row::any("random", |call| Ok(Value::Float(unit(call)))),
    Row::new("uniform", |call| {
        let [low, high] = call.need("uniform", ["a", "b"])?;
        let (low, high) = (call.need_float(&low)?, call.need_float(&high)?);
        Ok(Value::Float(low + (high - low) * unit(call)))
    }),
    Row::new("randint", |call| {
        let [low, high] = call.need("randint", ["a", "b"])?;
        let (low, high) = (call.need_int(&low)?, call.need_int(&high)?);
        within(call, low, high.saturating_add(1), 1)
    }),
    Row::new("randrange", |call| {
        let [start, stop, step] = call.take("randrange", ["start", "stop", "step"], 1)?;
        let start = call.need_int(&start.unwrap_or(Value::None))?;
        let step = step.map_or(Ok(1), |step| call.need_int(&step))?;
        match stop {
            None | Some(Value::None) => within(call, 0, start, step),
            Some(stop) => {
                let stop = call.need_int(&stop)?;
                within(call, start, stop, step)
            }
        }
    }),
    Row::new("getrandbits", |call| {
        let [bits] = call.need("getrandbits", ["k"])?;
        let bits = u32::try_from(call.need_int(&bits)?).unwrap_or(0);
        if bits > 126 {
            return Ok(call.not_computed("this integer is larger than Aludel computes with"));
        }
        let drawn = call.host.chance(call.span);
        Ok(Value::Int((drawn & ((1 << bits) - 1)) as i128))
    }),
    Row::new("choice", |call| {
        let [items] = call.need("choice", ["seq"])?;
        let items = call.items(&items)?;
        match pick(call, items.len()).and_then(|place| items.get(place)) {
            Some(item) => Ok(item.clone()),
            None => Err(call.raise("IndexError", "Cannot choose from an empty sequence")),
        }
    }),
    Row::new("choices", |call| {
        let [items, weights, _, _, count] = call.take("choices", ["population", "weights", "*", "cum_weights", "k"], 1)?;
        if weights.is_some_and(|weights| !weights.is_none()) {
            return Ok(call.not_computed("a weighted choice is not evaluated"));
        }
        let items = call.items(&items.unwrap_or(Value::None))?;
        let count = count.map_or(Ok(1), |count| call.need_int(&count))?;
        let mut chosen = Vec::new();
        for _ in 0..count.min(100_000) {
            match pick(call, items.len()).and_then(|place| items.get(place)) {
                Some(item) => chosen.push(item.clone()),
                None => return Err(call.raise("IndexError", "list index out of range")),
            }
        }
        Ok(Value::list(chosen))
    }),
    Row::new("sample", |call| {
        let [items, count] = call.need("sample", ["population", "k"])?;
        let mut items = call.items(&items)?;
        let count = usize::try_from(call.need_int(&count)?).unwrap_or(usize::MAX);
        if count > items.len() {
            return Err(call.raise("ValueError", "Sample larger than population or is negative"));
        }
        shuffle(call, &mut items);
        items.truncate(count);
        Ok(Value::list(items))
    }),
    Row::new("shuffle", |call| {
        let [list] = call.need("shuffle", ["x"])?;
        if let Value::List(items) = &list {
            let mut shuffled = items.borrow().clone();
            shuffle(call, &mut shuffled);
            *items.borrow_mut() = shuffled;
        }
        Ok(Value::None)
    }),
];

fn unit(call: &mut Call<'_>) -> f64 {
    (call.host.chance(call.span) >> 75) as f64 / (1_u64 << 53) as f64
}

/// A place in a sequence of this length; nothing where it is empty.
fn pick(call: &mut Call<'_>, length: usize) -> Option<usize> {
    let drawn = call.host.chance(call.span);
    (drawn >> 32).checked_rem(length as u128).and_then(|place| usize::try_from(place).ok())
}

fn shuffle(call: &mut Call<'_>, items: &mut [Value]) {
    for place in (1..items.len()).rev() {
        let other = pick(call, place + 1).unwrap_or(place);
        items.swap(place, other);
    }
}

fn within(call: &mut Call<'_>, low: i128, high: i128, step: i128) -> Evaluated {
    let range = crate::eval::value::Range { start: low, stop: high, step: if step == 0 { 1 } else { step } };
    let count = usize::try_from(range.len()).unwrap_or(usize::MAX);
    match pick(call, count) {
        Some(place) => Ok(Value::Int(low + place as i128 * range.step)),
        None => Err(call.raise("ValueError", format!("empty range for randrange() ({low}, {high}, {})", high.saturating_sub(low)))),
    }
}
