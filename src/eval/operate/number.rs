//! Arithmetic of integers, booleans and floats, and the order of numbers and dates.

use std::cmp::Ordering;

use crate::eval::value::{Data, Value};

/// What a computation gives.
pub enum Computed {
    Value(Value),
    TooLarge,
    ByZero(&'static str),
    Negative(&'static str),
}

/// A number as arithmetic sees it.
#[derive(Clone, Copy)]
enum Number {
    Int(i128),
    Float(f64),
}

fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Int(number) => Some(Number::Int(*number)),
        Value::Bool(flag) => Some(Number::Int(i128::from(*flag))),
        Value::Float(number) => Some(Number::Float(*number)),
        _ => None,
    }
}

/// The order of two numbers; the inner nothing where a side is NaN, the outer where a side is no number.
pub(super) fn compare(left: &Value, right: &Value) -> Option<Option<Ordering>> {
    Some(match (number(left)?, number(right)?) {
        (Number::Int(one), Number::Int(two)) => Some(one.cmp(&two)),
        (one, two) => float(one).partial_cmp(&float(two)),
    })
}

fn float(number: Number) -> f64 {
    match number {
        Number::Int(number) => number as f64,
        Number::Float(number) => number,
    }
}

/// The order of two values of `datetime`, `uuid` or `decimal`; nothing where they have none.
pub(super) fn compare_data(one: &Data, two: &Data) -> Option<Ordering> {
    match (one, two) {
        (Data::Date(one), Data::Date(two)) => Some(one.cmp(two)),
        (Data::Time(one), Data::Time(two)) => Some(one.cmp(two)),
        (Data::DateTime(one, None), Data::DateTime(two, None)) => Some(one.cmp(two)),
        (Data::DateTime(one, Some(east)), Data::DateTime(two, Some(west))) => {
            let utc =
                |moment: &jiff::civil::DateTime, offset: i32| moment.saturating_sub(jiff::SignedDuration::from_secs(i64::from(offset)));
            Some(utc(one, *east).cmp(&utc(two, *west)))
        }
        (Data::TimeDelta(one), Data::TimeDelta(two)) => Some(one.cmp(two)),
        (Data::Uuid(one), Data::Uuid(two)) => Some(one.cmp(two)),
        (Data::Decimal(one), Data::Decimal(two)) => {
            one.parse::<f64>().ok().zip(two.parse::<f64>().ok()).and_then(|(one, two)| one.partial_cmp(&two))
        }
        _ => None,
    }
}

/// `left op right` of two numbers; nothing where a side is no number.
pub(super) fn binary(op: &str, left: &Value, right: &Value) -> Option<Computed> {
    if let (Value::Bool(one), Value::Bool(two)) = (left, right) {
        match op {
            "|" => return Some(Computed::Value(Value::Bool(one | two))),
            "&" => return Some(Computed::Value(Value::Bool(one & two))),
            "^" => return Some(Computed::Value(Value::Bool(one ^ two))),
            _ => {}
        }
    }
    Some(match (number(left)?, number(right)?) {
        (Number::Int(one), Number::Int(two)) => integers(op, one, two)?,
        (one, two) => floats(op, float(one), float(two))?,
    })
}

fn integers(op: &str, one: i128, two: i128) -> Option<Computed> {
    let checked = match op {
        "+" => one.checked_add(two),
        "-" => one.checked_sub(two),
        "*" => one.checked_mul(two),
        "/" if two == 0 => return Some(Computed::ByZero("division by zero")),
        "/" => return Some(Computed::Value(Value::Float(one as f64 / two as f64))),
        "//" | "%" if two == 0 => return Some(Computed::ByZero("integer division or modulo by zero")),
        "//" => one.checked_div_euclid(two).map(|_| floor_div(one, two)),
        "%" => Some(one.wrapping_sub(floor_div(one, two).wrapping_mul(two))),
        "**" if two < 0 => return floats("**", one as f64, two as f64),
        "**" => u32::try_from(two).ok().and_then(|power| one.checked_pow(power)),
        "&" => Some(one & two),
        "|" => Some(one | two),
        "^" => Some(one ^ two),
        "<<" | ">>" if two < 0 => return Some(Computed::Negative("negative shift count")),
        "<<" => u32::try_from(two).ok().and_then(|shift| 2_i128.checked_pow(shift)).and_then(|factor| one.checked_mul(factor)),
        ">>" => Some(one >> two.min(127)),
        _ => return None,
    };
    Some(checked.map_or(Computed::TooLarge, |number| Computed::Value(Value::Int(number))))
}

fn floor_div(one: i128, two: i128) -> i128 {
    let quotient = one.wrapping_div(two);
    if one.wrapping_rem(two) != 0 && (one < 0) != (two < 0) { quotient - 1 } else { quotient }
}

fn floats(op: &str, one: f64, two: f64) -> Option<Computed> {
    let result = match op {
        "+" => one + two,
        "-" => one - two,
        "*" => one * two,
        "/" if two == 0.0 => return Some(Computed::ByZero("float division by zero")),
        "/" => one / two,
        "//" if two == 0.0 => return Some(Computed::ByZero("float floor division by zero")),
        "//" => (one / two).floor(),
        "%" if two == 0.0 => return Some(Computed::ByZero("float modulo")),
        "%" => one - two * (one / two).floor(),
        "**" => one.powf(two),
        _ => return None,
    };
    Some(Computed::Value(Value::Float(result)))
}

/// `-operand` and its kin of a number; nothing where it is none.
pub(super) fn unary(op: &str, operand: &Value) -> Option<Computed> {
    Some(match (op, number(operand)?) {
        ("-", Number::Int(number)) => number.checked_neg().map_or(Computed::TooLarge, |number| Computed::Value(Value::Int(number))),
        ("-", Number::Float(number)) => Computed::Value(Value::Float(-number)),
        ("+", Number::Int(number)) => Computed::Value(Value::Int(number)),
        ("+", Number::Float(number)) => Computed::Value(Value::Float(number)),
        ("~", Number::Int(number)) => Computed::Value(Value::Int(!number)),
        _ => return None,
    })
}

/// A float as Python's `repr()` writes it.
pub fn float_text(number: f64) -> String {
    if number.is_nan() {
        return "nan".into();
    }
    if number.is_infinite() {
        return if number > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let scientific = format!("{number:e}");
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    if (-4..16).contains(&exponent) {
        let plain = format!("{number}");
        return if plain.contains('.') { plain } else { format!("{plain}.0") };
    }
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_written_as_python_does() {
        let cases = [(1.0, "1.0"), (0.1, "0.1"), (1e16, "1e+16"), (1e15, "1000000000000000.0"), (1.5e-5, "1.5e-05"), (-0.0, "-0.0")];
        for (number, text) in cases {
            assert_eq!(float_text(number), text);
        }
    }

    #[test]
    fn division_floors() {
        assert_eq!(floor_div(-7, 2), -4);
        assert_eq!(floor_div(7, -2), -4);
        assert!(matches!(integers("%", -7, 3), Some(Computed::Value(Value::Int(2)))));
    }
}
