//! `int`, `bool`, `float`.

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::host::Args;
use crate::eval::value::{Data, Origin, Value};

/// The longest that a number is written as bytes.
const MOST_BYTES: usize = 1 << 10;

/// `int`
pub static INT: NativeType = NativeType {
    methods: &[
        Row::new("bit_length", |call| match call.this() {
            Value::Int(number) => Ok(Value::Int(i128::from(128 - number.unsigned_abs().leading_zeros()))),
            _ => Ok(Value::Int(0)),
        }),
        Row::new("to_bytes", to_bytes),
        Row::new("__index__", |call| Ok(call.this())),
    ],
    getters: &[
        Row::any("real", |call| Ok(call.this())),
        Row::any("numerator", |call| Ok(call.this())),
        Row::any("denominator", |_| Ok(Value::Int(1))),
    ],
    ..NativeType::new("int", "builtins", Row::new("int", int))
};

/// `int.to_bytes(length=1, byteorder="big", *, signed=False)`
fn to_bytes(call: &mut Call<'_>) -> Evaluated {
    let Value::Int(number) = call.this() else {
        return Ok(Value::unknown(call.span, "`to_bytes` of this is not evaluated", Origin::Harmless));
    };
    let [length, order, signed] = call.bind("to_bytes", ["length", "byteorder", "signed"], 0)?;
    let length = match length {
        None => 1,
        Some(Value::Int(length)) => usize::try_from(length).unwrap_or(usize::MAX),
        Some(_) => return Ok(Value::unknown(call.span, "this length is not understood", Origin::Harmless)),
    };
    let signed = matches!(signed, Some(Value::Bool(true)));
    if number < 0 && !signed {
        return Err(call.raise("OverflowError", "can't convert negative int to unsigned"));
    }
    let all = number.to_be_bytes();
    let fill = if number < 0 { 0xff } else { 0 };
    if length > MOST_BYTES {
        return Ok(Value::unknown(call.span, "so many bytes are not evaluated", Origin::Harmless));
    }
    let mut bytes = vec![fill; length.saturating_sub(all.len())];
    let (cut, kept) = all.split_at(all.len().saturating_sub(length));
    let fits = !signed || kept.first().is_none_or(|first| (*first >= 0x80) == (number < 0)) || length > all.len();
    if cut.iter().any(|byte| *byte != fill) || !fits {
        return Err(call.raise("OverflowError", "int too big to convert"));
    }
    bytes.extend_from_slice(kept);
    if matches!(&order, Some(Value::Str(order)) if &**order == "little") {
        bytes.reverse();
    }
    Ok(Value::Bytes(bytes.into()))
}

/// `bool`
pub static BOOL: NativeType = NativeType {
    bases: &[&INT],
    ..NativeType::new(
        "bool",
        "builtins",
        Row::new("bool", |call| {
            let [value] = call.bind("bool", ["object"], 0)?;
            match value {
                Some(value) => call.truth(&value).map(Value::Bool),
                None => Ok(Value::Bool(false)),
            }
        }),
    )
};

/// `float`
pub static FLOAT: NativeType = NativeType {
    methods: &[Row::new("is_integer", |call| match call.this() {
        Value::Float(number) => Ok(Value::Bool(number.fract() == 0.0)),
        _ => Ok(Value::Bool(true)),
    })],
    ..NativeType::new("float", "builtins", Row::new("float", float))
};

fn int(call: &mut Call<'_>) -> Evaluated {
    let [value, base] = call.bind("int", ["x", "base"], 0)?;
    let Some(value) = value else { return Ok(Value::Int(0)) };
    match &value {
        Value::Int(number) => Ok(Value::Int(*number)),
        Value::Bool(flag) => Ok(Value::Int(i128::from(*flag))),
        Value::Float(number) if number.is_finite() && number.abs() < 1e38 => Ok(Value::Int(number.trunc() as i128)),
        Value::Float(number) if number.is_finite() => {
            Ok(Value::unknown(call.span, "this integer is larger than Aludel computes with", Origin::Harmless))
        }
        Value::Float(_) => Err(call.raise("OverflowError", "cannot convert float infinity to integer")),
        Value::Str(text) => {
            let base = match base {
                Some(Value::Int(base)) => u32::try_from(base).unwrap_or(10),
                _ => 10,
            };
            parsed(call, text, base)
        }
        Value::Bytes(bytes) => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            parsed(call, &text, 10)
        }
        Value::Data(data) => match &**data {
            Data::Uuid(number) => i128::try_from(*number).map_or_else(
                |_| Ok(Value::unknown(call.span, "this integer is larger than Aludel computes with", Origin::Harmless)),
                |number| Ok(Value::Int(number)),
            ),
            Data::Decimal(_) => convert(call, &value, &["__int__"], "int"),
            _ => Err(call.raise("TypeError", "int() argument must be a string, a bytes-like object or a real number")),
        },
        _ => convert(call, &value, &["__int__", "__index__"], "int"),
    }
}

fn parsed(call: &mut Call<'_>, text: &str, base: u32) -> Evaluated {
    let clean = text.trim();
    let (negative, digits) = match clean.strip_prefix('-') {
        Some(digits) => (true, digits),
        None => (false, clean.strip_prefix('+').unwrap_or(clean)),
    };
    let lower = digits.to_ascii_lowercase();
    let (base, digits) = match (base, lower.get(..2)) {
        (0 | 16, Some("0x")) => (16, lower.get(2..).unwrap_or_default()),
        (0 | 8, Some("0o")) => (8, lower.get(2..).unwrap_or_default()),
        (0 | 2, Some("0b")) => (2, lower.get(2..).unwrap_or_default()),
        (0, _) => (10, &*lower),
        (base, _) => (base, &*lower),
    };
    let valid = !digits.is_empty() && !digits.starts_with('_') && !digits.ends_with('_') && !digits.contains("__");
    let plain = digits.replace('_', "");
    match i128::from_str_radix(&plain, base.clamp(2, 36)) {
        Ok(number) if valid && !plain.starts_with(['+', '-']) => Ok(Value::Int(if negative { -number } else { number })),
        Err(error) if *error.kind() == std::num::IntErrorKind::PosOverflow => {
            Ok(Value::unknown(call.span, "this integer is larger than Aludel computes with", Origin::Harmless))
        }
        _ => {
            let shown = crate::eval::operate::text::quoted(text);
            Err(call.raise("ValueError", format!("invalid literal for int() with base {base}: {shown}")))
        }
    }
}

fn float(call: &mut Call<'_>) -> Evaluated {
    let [value] = call.bind("float", ["x"], 0)?;
    match value {
        None => Ok(Value::Float(0.0)),
        Some(Value::Float(number)) => Ok(Value::Float(number)),
        Some(Value::Int(number)) => Ok(Value::Float(number as f64)),
        Some(Value::Bool(flag)) => Ok(Value::Float(f64::from(u8::from(flag)))),
        Some(Value::Str(text)) => match text.trim().replace('_', "").parse() {
            Ok(number) => Ok(Value::Float(number)),
            Err(_) => {
                let shown = crate::eval::operate::text::quoted(&text);
                Err(call.raise("ValueError", format!("could not convert string to float: {shown}")))
            }
        },
        Some(Value::Data(data)) => match &*data {
            Data::Decimal(text) => Ok(Value::Float(text.parse().unwrap_or(f64::NAN))),
            _ => Err(call.raise("TypeError", "float() argument must be a string or a real number")),
        },
        Some(value) => convert(call, &value, &["__float__", "__index__"], "float"),
    }
}

/// Asks an object for its number.
fn convert(call: &mut Call<'_>, value: &Value, methods: &[&str], target: &str) -> Evaluated {
    for name in methods {
        if let Some(method) = call.vm.special(call.host, value, name, call.span)? {
            return call.vm.call(call.host, &method, Args::default(), call.span);
        }
    }
    if let Value::Instance(instance) = value {
        let native = instance.native.borrow().clone();
        if let Some(native) = native {
            call.args = Args::of([native], call.span);
            return if target == "int" { int(call) } else { float(call) };
        }
    }
    let message = format!("{target}() argument must be a string or a real number, not '{}'", call.vm.type_name(value));
    Err(call.raise("TypeError", message))
}
