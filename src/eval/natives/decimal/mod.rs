//! `decimal`.

mod number;

use std::rc::Rc;

use number::{Number, Rounding};

use super::NativeModule;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// `decimal`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("getcontext", |call| Ok(call.not_computed("the context of `decimal` is not evaluated"))),
        Row::any("localcontext", |call| Ok(call.not_computed("the context of `decimal` is not evaluated"))),
    ],
    types: &[&DECIMAL],
    values: &[
        Row::any("ROUND_HALF_EVEN", |_| Ok(Value::str("ROUND_HALF_EVEN"))),
        Row::any("ROUND_HALF_UP", |_| Ok(Value::str("ROUND_HALF_UP"))),
        Row::any("ROUND_HALF_DOWN", |_| Ok(Value::str("ROUND_HALF_DOWN"))),
        Row::any("ROUND_UP", |_| Ok(Value::str("ROUND_UP"))),
        Row::any("ROUND_DOWN", |_| Ok(Value::str("ROUND_DOWN"))),
        Row::any("ROUND_CEILING", |_| Ok(Value::str("ROUND_CEILING"))),
        Row::any("ROUND_FLOOR", |_| Ok(Value::str("ROUND_FLOOR"))),
        Row::any("InvalidOperation", |call| {
            let base = call.vm.builtin_exception("ArithmeticError");
            Ok(Value::Class(call.vm.exception_class("decimal", "InvalidOperation", base.as_slice())))
        }),
        Row::any("DivisionByZero", |call| {
            let base = call.vm.builtin_exception("ZeroDivisionError");
            Ok(Value::Class(call.vm.exception_class("decimal", "DivisionByZero", base.as_slice())))
        }),
    ],
    ..NativeModule::new("decimal")
};

/// `decimal.Decimal`.
pub static DECIMAL: NativeType = NativeType {
    methods: &[
        Row::new("__add__", |call| operate(call, Number::add)),
        Row::new("__radd__", |call| operate(call, Number::add)),
        Row::new("__sub__", |call| operate(call, |one, two| one.add(two.negated()))),
        Row::new("__rsub__", |call| operate(call, |one, two| two.add(one.negated()))),
        Row::new("__mul__", |call| operate(call, Number::multiply)),
        Row::new("__rmul__", |call| operate(call, Number::multiply)),
        Row::new("__truediv__", |call| divide(call, false, |one, two| one.divide(two))),
        Row::new("__rtruediv__", |call| divide(call, true, |one, two| one.divide(two))),
        Row::new("__floordiv__", |call| divide(call, false, |one, two| one.divide_whole(two).map(|(quotient, _)| quotient))),
        Row::new("__rfloordiv__", |call| divide(call, true, |one, two| one.divide_whole(two).map(|(quotient, _)| quotient))),
        Row::new("__mod__", |call| divide(call, false, |one, two| one.divide_whole(two).map(|(_, rest)| rest))),
        Row::new("__rmod__", |call| divide(call, true, |one, two| one.divide_whole(two).map(|(_, rest)| rest))),
        Row::new("__pow__", |call| {
            let own = of(call)?;
            let [exponent] = call.need("__pow__", ["other"])?;
            let times = Call::int_of(&exponent).filter(|times| (0..1000).contains(times));
            let result = times.and_then(|times| (0..times).try_fold(Number::of(1), |total, _| total.multiply(own)));
            Ok(result.map_or_else(|| call.not_computed("this power is not computed"), wrap))
        }),
        Row::new("__eq__", |call| compare(call, std::cmp::Ordering::is_eq)),
        Row::new("__lt__", |call| compare(call, std::cmp::Ordering::is_lt)),
        Row::new("__le__", |call| compare(call, std::cmp::Ordering::is_le)),
        Row::new("__gt__", |call| compare(call, std::cmp::Ordering::is_gt)),
        Row::new("__ge__", |call| compare(call, std::cmp::Ordering::is_ge)),
        Row::new("__neg__", |call| of(call).map(|own| wrap(own.negated()))),
        Row::new("__pos__", |call| of(call).map(wrap)),
        Row::new("__abs__", |call| of(call).map(|own| wrap(Number { negative: false, ..own }))),
        Row::new("__int__", |call| whole(call, Rounding::Down)),
        Row::new("__trunc__", |call| whole(call, Rounding::Down)),
        Row::new("__floor__", |call| whole(call, Rounding::Floor)),
        Row::new("__ceil__", |call| whole(call, Rounding::Ceiling)),
        Row::new("__float__", |call| of(call).map(|own| Value::Float(own.to_string().parse().unwrap_or(f64::NAN)))),
        Row::new("__round__", |call| {
            let [places] = call.take("__round__", ["n"], 0)?;
            match places {
                None | Some(Value::None) => whole(call, Rounding::HalfEven),
                Some(places) => {
                    let places = i32::try_from(call.need_int(&places)?).unwrap_or(0);
                    with_exponent(call, -places, Rounding::HalfEven)
                }
            }
        }),
        Row::new("quantize", |call| {
            let [exponent, rounding, _] = call.take("quantize", ["exp", "rounding", "context"], 1)?;
            let rounding = rounding.as_ref().and_then(Call::text_of);
            let rounding = rounding.and_then(|name| Rounding::of(&name)).unwrap_or(Rounding::HalfEven);
            match exponent.as_ref().and_then(number_of) {
                Some(shape) => with_exponent(call, shape.exponent, rounding),
                None => Ok(call.not_computed("this `quantize` is not computed")),
            }
        }),
        Row::new("to_integral_value", |call| with_exponent(call, 0, Rounding::HalfEven)),
        Row::new("normalize", |call| of(call).map(|own| wrap(own.normalized()))),
        Row::new("is_nan", |_| Ok(Value::Bool(false))),
        Row::new("is_finite", |_| Ok(Value::Bool(true))),
        Row::new("is_zero", |call| of(call).map(|own| Value::Bool(own.coefficient == 0))),
        Row::new("is_signed", |call| of(call).map(|own| Value::Bool(own.negative))),
        Row::new("as_tuple", |call| {
            let own = of(call)?;
            let digits = own.coefficient.to_string().bytes().map(|byte| Value::Int(i128::from(byte - b'0'))).collect();
            Ok(Value::tuple(vec![Value::Int(own.negative.into()), Value::tuple(digits), Value::Int(own.exponent.into())]))
        }),
        Row::new("__format__", |call| {
            let own = of(call)?;
            let [spec] = call.need("__format__", ["format_spec"])?;
            let spec = call.need_text(&spec)?;
            let fixed = spec.strip_suffix('f').and_then(|spec| spec.strip_prefix('.')).and_then(|digits| digits.parse::<i32>().ok());
            match (fixed, &*spec) {
                (Some(digits), _) => {
                    let rounded = own.with_exponent(-digits, Rounding::HalfEven);
                    Ok(rounded.map_or_else(|| call.not_computed("this number is too long"), |rounded| Value::str(rounded.plain())))
                }
                (None, "") => Ok(Value::str(own.to_string())),
                (None, "f") => Ok(Value::str(own.plain())),
                // Width, grouping and the rest are those of a float with the same text.
                _ => call.vm.format(call.host, &Value::Float(own.to_string().parse().unwrap_or(f64::NAN)), &spec, call.span),
            }
        }),
    ],
    getters: &[Row::any("real", |call| Ok(call.this()))],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::Decimal(_))),
    ..NativeType::new("Decimal", "decimal", Row::new("Decimal", construct))
};

fn wrap(number: Number) -> Value {
    Value::Data(Rc::new(Data::Decimal(number.to_string().into())))
}

/// The number that a value is, for an operator.
fn number_of(value: &Value) -> Option<Number> {
    match (Call::data_of(value).as_deref(), Call::int_of(value)) {
        (Some(Data::Decimal(text)), _) => Number::parse(text),
        (_, Some(number)) => Some(Number::of(number)),
        _ => None,
    }
}

fn of(call: &mut Call<'_>) -> Evaluated<Number> {
    let own = number_of(&call.this());
    own.ok_or_else(|| call.raise("ArithmeticError", "this decimal is not finite, or longer than Aludel computes with"))
}

fn construct(call: &mut Call<'_>) -> Evaluated {
    let [value, _] = call.take("Decimal", ["value", "context"], 0)?;
    let value = value.unwrap_or(Value::Int(0));
    if let Some(text) = Call::text_of(&value) {
        return match (Number::parse(&text), text.trim().trim_start_matches(['-', '+']).to_lowercase().as_str()) {
            (Some(number), _) => Ok(wrap(number)),
            (None, "nan" | "inf" | "infinity" | "snan") => Ok(call.not_computed("a decimal that is no finite number is not evaluated")),
            (None, digits) if digits.bytes().all(|byte| byte.is_ascii_digit() || b".e+-_".contains(&byte)) && digits.len() > 30 => {
                Ok(call.not_computed("this decimal is longer than Aludel computes with"))
            }
            _ => Err(invalid(call)?),
        };
    }
    match &value {
        Value::Float(number) => {
            Ok(exact(*number).map_or_else(|| call.not_computed("this decimal is longer than Aludel computes with"), wrap))
        }
        _ => match number_of(&value) {
            Some(number) => Ok(wrap(number)),
            None => {
                let message = format!("conversion from {} to Decimal is not supported", call.vm.type_name(&value));
                Err(call.raise("TypeError", message))
            }
        },
    }
}

/// The exact value of a float, where it has few enough digits.
fn exact(number: f64) -> Option<Number> {
    let mut number = number;
    let mut shift = 0;
    while number.is_finite() && number.fract() != 0.0 && shift < 60 {
        number *= 2.0;
        shift += 1;
    }
    if !number.is_finite() || number.fract() != 0.0 || number.abs() > 1e15 {
        return None;
    }
    // `n / 2**k` is `n * 5**k / 10**k`.
    let coefficient = (number.abs() as u128).checked_mul(5_u128.checked_pow(shift)?)?;
    Some(Number { negative: number < 0.0, coefficient, exponent: -i32::try_from(shift).ok()? })
}

fn invalid(call: &mut Call<'_>) -> Evaluated<Unwind> {
    raised(call, "InvalidOperation", "[<class 'decimal.ConversionSyntax'>]")
}

fn raised(call: &mut Call<'_>, name: &str, message: &str) -> Evaluated<Unwind> {
    let module = call.vm.import(call.host, "decimal", call.span)?;
    Ok(match call.attr(&module, name)? {
        Value::Class(class) => call.vm.raise_class(&class, vec![Value::str(message)], call.span),
        _ => call.raise("ArithmeticError", message),
    })
}

fn computed(call: &Call<'_>, number: Option<Number>) -> Value {
    number.map_or_else(|| call.not_computed("this decimal is longer than Aludel computes with"), wrap)
}

fn operate(call: &mut Call<'_>, with: fn(Number, Number) -> Option<Number>) -> Evaluated {
    let own = of(call)?;
    let [other] = call.need("operator", ["other"])?;
    Ok(match number_of(&other) {
        Some(other) => computed(call, with(own, other)),
        None => Value::NotImplemented,
    })
}

fn compare(call: &mut Call<'_>, holds: fn(std::cmp::Ordering) -> bool) -> Evaluated {
    let own = of(call)?;
    let [other] = call.need("operator", ["other"])?;
    let other = match &other {
        Value::Float(number) => exact(*number),
        other => number_of(other),
    };
    Ok(match other.and_then(|other| own.compare(other)) {
        Some(ordering) => Value::Bool(holds(ordering)),
        None => Value::NotImplemented,
    })
}

/// What of a decimal counts when it is a key: the integer that it is, else its text without zeros at its end.
pub fn key(text: &str) -> Result<i128, String> {
    let Some(number) = Number::parse(text) else { return Err(text.to_owned()) };
    let number = number.normalized();
    match number.whole() {
        Some(whole) if number.exponent >= 0 => Ok(whole),
        _ => Err(number.to_string()),
    }
}

fn divide(call: &mut Call<'_>, mirrored: bool, with: fn(Number, Number) -> Option<Number>) -> Evaluated {
    let own = of(call)?;
    let [other] = call.need("operator", ["other"])?;
    let Some(other) = number_of(&other) else { return Ok(Value::NotImplemented) };
    let (one, two) = if mirrored { (other, own) } else { (own, other) };
    if two.coefficient == 0 {
        return Err(raised(call, "DivisionByZero", "[<class 'decimal.DivisionByZero'>]")?);
    }
    Ok(computed(call, with(one, two)))
}

fn with_exponent(call: &mut Call<'_>, exponent: i32, rounding: Rounding) -> Evaluated {
    let own = of(call)?;
    Ok(computed(call, own.with_exponent(exponent, rounding)))
}

fn whole(call: &mut Call<'_>, rounding: Rounding) -> Evaluated {
    let own = of(call)?;
    Ok(match own.with_exponent(0, rounding).and_then(Number::whole) {
        Some(number) => Value::Int(number),
        None => call.not_computed("this integer is larger than Aludel computes with"),
    })
}
