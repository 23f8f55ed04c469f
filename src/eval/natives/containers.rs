//! `tuple`, `range`, `slice`, `bytes`, and generators.

use std::rc::Rc;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Range, Value};

/// `tuple`
pub static TUPLE: NativeType = NativeType {
    methods: &[Row::any("index", super::list::index), Row::any("count", super::list::count)],
    ..NativeType::new(
        "tuple",
        "builtins",
        Row::new("tuple", |call| {
            let [items] = call.bind("tuple", ["iterable"], 0)?;
            match items {
                Some(items @ Value::Tuple(_)) => Ok(items),
                Some(items) => call.iterate(&items).map(Value::tuple),
                None => Ok(Value::tuple(Vec::new())),
            }
        }),
    )
};

/// `range`
pub static RANGE: NativeType = NativeType {
    getters: &[
        Row::any("start", |call| Ok(part(call, |range| range.start))),
        Row::any("stop", |call| Ok(part(call, |range| range.stop))),
        Row::any("step", |call| Ok(part(call, |range| range.step))),
    ],
    ..NativeType::new("range", "builtins", Row::new("range", range))
};

fn part(call: &Call<'_>, pick: fn(&Range) -> i128) -> Value {
    match call.this() {
        Value::Range(range) => Value::Int(pick(&range)),
        _ => Value::None,
    }
}

fn range(call: &mut Call<'_>) -> Evaluated {
    let [first, second, third] = call.bind("range", ["start", "stop", "step"], 1)?;
    let mut number = |value: Option<Value>| match value {
        None => Ok(None),
        Some(Value::Int(number)) => Ok(Some(number)),
        Some(Value::Bool(flag)) => Ok(Some(i128::from(flag))),
        Some(other) => {
            let message = format!("'{}' object cannot be interpreted as an integer", call.vm.type_name(&other));
            Err(call.vm.raise("TypeError", message, call.span))
        }
    };
    let (first, second, third) = (number(first)?, number(second)?, number(third)?);
    let (start, stop) = match (first, second) {
        (Some(start), Some(stop)) => (start, stop),
        (stop, _) => (0, stop.unwrap_or(0)),
    };
    let step = third.unwrap_or(1);
    if step == 0 {
        return Err(call.raise("ValueError", "range() arg 3 must not be zero"));
    }
    Ok(Value::Range(Rc::new(Range { start, stop, step })))
}

/// `slice`
pub static SLICE: NativeType = NativeType::new(
    "slice",
    "builtins",
    Row::any("slice", |call| {
        let [first, second, third] = call.bind("slice", ["start", "stop", "step"], 1)?;
        let none = || Value::None;
        Ok(Value::Slice(Rc::new(match second {
            Some(stop) => [first.unwrap_or_else(none), stop, third.unwrap_or_else(none)],
            None => [Value::None, first.unwrap_or_else(none), Value::None],
        })))
    }),
);

/// `bytes`
pub static BYTES: NativeType = NativeType {
    methods: &[
        Row::new("decode", |call| {
            let Value::Bytes(bytes) = call.this() else { return Ok(Value::None) };
            let [encoding, errors] = call.bind("decode", ["encoding", "errors"], 0)?;
            let encoding = encoding.as_ref().and_then(Value::as_str).unwrap_or("utf-8");
            match super::codecs::decoded(&bytes, encoding) {
                Some(text) => Ok(Value::str(text)),
                None if errors.is_some() || encoding != "utf-8" => {
                    Ok(call.not_computed(format!("these bytes are not decoded from `{encoding}`")))
                }
                None => Err(call.raise("UnicodeDecodeError", "'utf-8' codec can't decode bytes: invalid start byte")),
            }
        }),
        Row::new("hex", |call| match call.this() {
            Value::Bytes(bytes) => Ok(Value::str(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>())),
            _ => Ok(Value::None),
        }),
    ],
    ..NativeType::new(
        "bytes",
        "builtins",
        Row::new("bytes", |call| {
            let [source, encoding, _] = call.bind("bytes", ["source", "encoding", "errors"], 0)?;
            match source {
                None => Ok(Value::Bytes(Vec::new().into())),
                Some(bytes @ Value::Bytes(_)) => Ok(bytes),
                Some(Value::Str(text)) => {
                    let encoding = encoding.as_ref().and_then(Value::as_str).unwrap_or("utf-8");
                    let bytes = super::codecs::encoded(&text, encoding).map(|bytes| Value::Bytes(bytes.into()));
                    Ok(bytes.unwrap_or_else(|| call.not_computed(format!("this text is not encoded in `{encoding}`"))))
                }
                Some(Value::Int(length)) => Ok(Value::Bytes(vec![0; usize::try_from(length.clamp(0, 1 << 24)).unwrap_or(0)].into())),
                Some(other) => {
                    let items = call.iterate(&other)?;
                    let bytes: Option<Vec<u8>> = items
                        .iter()
                        .map(|item| match item {
                            Value::Int(number) => u8::try_from(*number).ok(),
                            _ => None,
                        })
                        .collect();
                    match bytes {
                        Some(bytes) => Ok(Value::Bytes(bytes.into())),
                        None => Err(call.raise("ValueError", "bytes must be in range(0, 256)")),
                    }
                }
            }
        }),
    )
};

/// Generators and all other iterators.
pub static GENERATOR: NativeType = NativeType {
    methods: &[
        Row::any("__next__", |call| {
            let this = call.this();
            match call.vm.pull(call.host, &this, call.span)? {
                Some(value) => Ok(value),
                None => Err(call.vm.raise_empty("StopIteration", call.span)),
            }
        }),
        Row::any("close", |_| Ok(Value::None)),
    ],
    ..NativeType::new(
        "generator",
        "builtins",
        Row::any("generator", |call| Err(call.raise("TypeError", "cannot create 'generator' instances"))),
    )
};
