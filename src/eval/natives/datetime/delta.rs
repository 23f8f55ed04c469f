//! `datetime.timedelta`.

use super::calendar::DAY;
use super::{format, wrap};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// The keywords of `timedelta`, each in microseconds.
const UNITS: [(&str, i128); 7] = [
    ("days", DAY),
    ("seconds", 1_000_000),
    ("microseconds", 1),
    ("milliseconds", 1000),
    ("minutes", 60_000_000),
    ("hours", 3_600_000_000),
    ("weeks", 7 * DAY),
];

/// `datetime.timedelta`.
pub static DELTA: NativeType = NativeType {
    methods: &[
        Row::new("__str__", |call| Ok(Value::str(format::delta(of(call)?)))),
        Row::new("__repr__", repr),
        Row::new("total_seconds", |call| Ok(Value::Float(of(call)? as f64 / 1_000_000.0))),
        Row::new("__add__", |call| combine(call, |one, two| one + two)),
        Row::new("__sub__", |call| combine(call, |one, two| one - two)),
        Row::new("__mul__", multiply),
        Row::new("__rmul__", multiply),
        Row::new("__truediv__", divide),
        Row::new("__floordiv__", floor),
        Row::new("__mod__", |call| combine(call, |one, two| if two == 0 { 0 } else { one - floored(one, two) * two })),
        Row::new("__neg__", |call| of(call).map(|own| wrap(Data::TimeDelta(-own)))),
        Row::new("__pos__", |call| of(call).map(|own| wrap(Data::TimeDelta(own)))),
        Row::new("__abs__", |call| of(call).map(|own| wrap(Data::TimeDelta(own.abs())))),
    ],
    getters: &[
        Row::any("days", |call| Ok(Value::Int(of(call)?.div_euclid(DAY)))),
        Row::any("seconds", |call| Ok(Value::Int(of(call)?.rem_euclid(DAY) / 1_000_000))),
        Row::any("microseconds", |call| Ok(Value::Int(of(call)?.rem_euclid(1_000_000)))),
    ],
    constants: &[
        Row::any("min", |_| Ok(wrap(Data::TimeDelta(-999_999_999 * DAY)))),
        Row::any("max", |_| Ok(wrap(Data::TimeDelta(1_000_000_000 * DAY - 1)))),
        Row::any("resolution", |_| Ok(wrap(Data::TimeDelta(1)))),
    ],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::TimeDelta(_))),
    ..NativeType::new("timedelta", "datetime", Row::new("timedelta", construct))
};

fn construct(call: &mut Call<'_>) -> Evaluated {
    let given = call.take("timedelta", UNITS.map(|(name, _)| name), 0)?;
    let mut total: i128 = 0;
    let mut fraction = 0.0;
    for (value, (_, unit)) in given.into_iter().zip(UNITS) {
        match value {
            None => {}
            Some(Value::Float(number)) => {
                let whole = number.trunc();
                total += whole as i128 * unit;
                fraction += (number - whole) * unit as f64;
            }
            Some(value) => match call.need_int(&value)?.checked_mul(unit) {
                Some(part) => total += part,
                None => return Err(call.raise("OverflowError", "Python int too large to convert to C int")),
            },
        }
    }
    within(call, total + round(fraction))
}

fn within(call: &mut Call<'_>, microseconds: i128) -> Evaluated {
    let days = microseconds.div_euclid(DAY);
    if days.abs() > 999_999_999 {
        return Err(call.raise("OverflowError", format!("days={days}; must have magnitude <= 999999999")));
    }
    Ok(wrap(Data::TimeDelta(microseconds)))
}

/// Rounds half to even.
fn round(number: f64) -> i128 {
    number.round_ties_even() as i128
}

fn of(call: &mut Call<'_>) -> Evaluated<i128> {
    match *call.data()? {
        Data::TimeDelta(microseconds) => Ok(microseconds),
        _ => Err(call.raise("TypeError", "descriptor requires a 'datetime.timedelta' object")),
    }
}

fn repr(call: &mut Call<'_>) -> Evaluated {
    let own = of(call)?;
    let parts = [("days", own.div_euclid(DAY)), ("seconds", own.rem_euclid(DAY) / 1_000_000), ("microseconds", own.rem_euclid(1_000_000))];
    let shown: Vec<String> = parts.iter().filter(|(_, number)| *number != 0).map(|(name, number)| format!("{name}={number}")).collect();
    Ok(Value::str(format!("datetime.timedelta({})", if shown.is_empty() { "0".to_owned() } else { shown.join(", ") })))
}

fn other(call: &mut Call<'_>) -> Evaluated<Value> {
    let [other] = call.need("timedelta operator", ["other"])?;
    Ok(other)
}

fn delta(value: &Value) -> Option<i128> {
    match *Call::data_of(value)? {
        Data::TimeDelta(microseconds) => Some(microseconds),
        _ => None,
    }
}

fn combine(call: &mut Call<'_>, with: fn(i128, i128) -> i128) -> Evaluated {
    let own = of(call)?;
    match delta(&other(call)?) {
        Some(other) => within(call, with(own, other)),
        None => Ok(Value::NotImplemented),
    }
}

fn multiply(call: &mut Call<'_>) -> Evaluated {
    let own = of(call)?;
    match other(call)? {
        Value::Float(number) => within(call, scaled(own, number)),
        value => match Call::int_of(&value) {
            Some(number) => within(call, own.saturating_mul(number)),
            None => Ok(Value::NotImplemented),
        },
    }
}

fn divide(call: &mut Call<'_>) -> Evaluated {
    let own = of(call)?;
    let other = other(call)?;
    if let Some(other) = delta(&other) {
        return if other == 0 { Err(by_zero(call)) } else { Ok(Value::Float(own as f64 / other as f64)) };
    }
    match (&other, Call::int_of(&other)) {
        (Value::Float(0.0), _) | (_, Some(0)) => Err(by_zero(call)),
        (Value::Float(number), _) => within(call, divided(own, *number)),
        (_, Some(number)) => within(call, rounded(own, number)),
        _ => Ok(Value::NotImplemented),
    }
}

fn floor(call: &mut Call<'_>) -> Evaluated {
    let own = of(call)?;
    let other = other(call)?;
    match (delta(&other), Call::int_of(&other)) {
        (Some(0), _) | (_, Some(0)) => Err(by_zero(call)),
        (Some(other), _) => Ok(Value::Int(floored(own, other))),
        (_, Some(number)) => within(call, floored(own, number)),
        _ => Ok(Value::NotImplemented),
    }
}

/// `one // two`, towards minus infinity.
fn floored(one: i128, two: i128) -> i128 {
    one.div_euclid(two) - i128::from(two < 0 && one.rem_euclid(two) != 0)
}

/// `one / two` rounded half to even.
fn rounded(one: i128, two: i128) -> i128 {
    let (one, two) = if two < 0 { (-one, -two) } else { (one, two) };
    let (quotient, rest) = (one.div_euclid(two), one.rem_euclid(two));
    quotient + i128::from(2 * rest > two || (2 * rest == two && quotient % 2 != 0))
}

/// `float.as_integer_ratio()`, where both fit.
fn ratio(number: f64) -> Option<(i128, i128)> {
    let (mut number, mut divisor) = (number, 1_i128);
    while number.is_finite() && number.fract() != 0.0 {
        number *= 2.0;
        divisor = divisor.checked_mul(2).filter(|divisor| *divisor < 1 << 100)?;
    }
    (number.abs() < 1e30).then_some((number as i128, divisor))
}

/// The microseconds times a float, exact before they are rounded.
fn scaled(microseconds: i128, number: f64) -> i128 {
    let exact = ratio(number).and_then(|(one, two)| Some(rounded(microseconds.checked_mul(one)?, two)));
    exact.unwrap_or_else(|| round(microseconds as f64 * number))
}

/// The microseconds divided by a float, exact before they are rounded.
fn divided(microseconds: i128, number: f64) -> i128 {
    let exact = ratio(number).and_then(|(one, two)| Some(rounded(microseconds.checked_mul(two)?, one)));
    exact.unwrap_or_else(|| round(microseconds as f64 / number))
}

fn by_zero(call: &mut Call<'_>) -> crate::eval::Unwind {
    call.raise("ZeroDivisionError", "division by zero")
}
