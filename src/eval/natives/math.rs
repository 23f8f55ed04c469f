//! `math`.

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `math`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("ceil", |call| whole(call, "ceil", f64::ceil)),
        Row::new("floor", |call| whole(call, "floor", f64::floor)),
        Row::new("trunc", |call| whole(call, "trunc", f64::trunc)),
        Row::new("sqrt", |call| domain(call, "sqrt", f64::sqrt, |number| number >= 0.0)),
        Row::new("exp", |call| real(call, "exp", f64::exp)),
        Row::new("log2", |call| domain(call, "log2", f64::log2, |number| number > 0.0)),
        Row::new("log10", |call| domain(call, "log10", f64::log10, |number| number > 0.0)),
        Row::new("sin", |call| real(call, "sin", f64::sin)),
        Row::new("cos", |call| real(call, "cos", f64::cos)),
        Row::new("tan", |call| real(call, "tan", f64::tan)),
        Row::new("radians", |call| real(call, "radians", f64::to_radians)),
        Row::new("degrees", |call| real(call, "degrees", f64::to_degrees)),
        Row::new("fabs", |call| real(call, "fabs", f64::abs)),
        Row::new("log", log),
        Row::new("pow", |call| {
            let [base, exponent] = call.need("pow", ["x", "y"])?;
            Ok(Value::Float(call.need_float(&base)?.powf(call.need_float(&exponent)?)))
        }),
        Row::new("isnan", |call| test(call, "isnan", f64::is_nan)),
        Row::new("isinf", |call| test(call, "isinf", f64::is_infinite)),
        Row::new("isfinite", |call| test(call, "isfinite", f64::is_finite)),
        Row::new("isclose", |call| {
            let [one, two, _, relative, absolute] = call.take("isclose", ["a", "b", "*", "rel_tol", "abs_tol"], 2)?;
            let (one, two) = (call.need_float(&one.unwrap_or(Value::None))?, call.need_float(&two.unwrap_or(Value::None))?);
            let relative = relative.map_or(Ok(1e-9), |value| call.need_float(&value))?;
            let absolute = absolute.map_or(Ok(0.0), |value| call.need_float(&value))?;
            Ok(Value::Bool(one == two || (one - two).abs() <= (relative * one.abs().max(two.abs())).max(absolute)))
        }),
        Row::new("gcd", |call| fold(call, 0, gcd)),
        Row::new("lcm", |call| {
            fold(call, 1, |one, two| if one == 0 || two == 0 { 0 } else { (one / gcd(one, two)).saturating_mul(two).abs() })
        }),
        Row::new("factorial", |call| {
            let [number] = call.need("factorial", ["x"])?;
            let number = call.need_int(&number)?;
            if number < 0 {
                return Err(call.raise("ValueError", "factorial() not defined for negative values"));
            }
            match (1..=number.min(40)).try_fold(1_i128, i128::checked_mul) {
                Some(product) if number <= 33 => Ok(Value::Int(product)),
                _ => Ok(call.not_computed("this integer is larger than Aludel computes with")),
            }
        }),
        Row::new("prod", |call| {
            let [iterable, _, start] = call.take("prod", ["iterable", "*", "start"], 1)?;
            let mut total = start.unwrap_or(Value::Int(1));
            for item in call.items(&iterable.unwrap_or(Value::None))? {
                total = call.operate("*", &total, &item)?;
            }
            Ok(total)
        }),
        Row::new("fsum", |call| {
            let [iterable] = call.need("fsum", ["seq"])?;
            let mut total = 0.0;
            for item in call.items(&iterable)? {
                total += call.need_float(&item)?;
            }
            Ok(Value::Float(total))
        }),
        Row::new("comb", |call| {
            let [total, chosen] = call.need("comb", ["n", "k"])?;
            let (total, chosen) = (call.need_int(&total)?, call.need_int(&chosen)?);
            if chosen > total {
                return Ok(Value::Int(0));
            }
            let step = |product: i128, turn: i128| product.checked_mul(total - turn).map(|product| product / (turn + 1));
            match (0..chosen.min(total - chosen)).try_fold(1, step) {
                Some(number) => Ok(Value::Int(number)),
                None => Ok(call.not_computed("this integer is larger than Aludel computes with")),
            }
        }),
        Row::new("isqrt", |call| {
            let [number] = call.need("isqrt", ["n"])?;
            let number = call.need_int(&number)?;
            match u128::try_from(number) {
                Ok(number) => Ok(Value::Int(i128::try_from(number.isqrt()).unwrap_or(0))),
                Err(_) => Err(call.raise("ValueError", "isqrt() argument must be nonnegative")),
            }
        }),
    ],
    values: &[
        Row::any("pi", |_| Ok(Value::Float(std::f64::consts::PI))),
        Row::any("e", |_| Ok(Value::Float(std::f64::consts::E))),
        Row::any("tau", |_| Ok(Value::Float(std::f64::consts::TAU))),
        Row::any("inf", |_| Ok(Value::Float(f64::INFINITY))),
        Row::any("nan", |_| Ok(Value::Float(f64::NAN))),
    ],
    ..NativeModule::new("math")
};

fn number(call: &mut Call<'_>, name: &str) -> Evaluated<Value> {
    let [number] = call.need(name, ["x"])?;
    Ok(number)
}

fn whole(call: &mut Call<'_>, name: &str, round: fn(f64) -> f64) -> Evaluated {
    let number = number(call, name)?;
    if let Some(number) = Call::int_of(&number) {
        return Ok(Value::Int(number));
    }
    let rounded = round(call.need_float(&number)?);
    match rounded {
        _ if rounded.is_nan() => Err(call.raise("ValueError", "cannot convert float NaN to integer")),
        _ if rounded.is_infinite() => Err(call.raise("OverflowError", "cannot convert float infinity to integer")),
        _ if rounded.abs() < 1e38 => Ok(Value::Int(rounded as i128)),
        _ => Ok(call.not_computed("this integer is larger than Aludel computes with")),
    }
}

fn real(call: &mut Call<'_>, name: &str, function: fn(f64) -> f64) -> Evaluated {
    let number = number(call, name)?;
    Ok(Value::Float(function(call.need_float(&number)?)))
}

fn domain(call: &mut Call<'_>, name: &str, function: fn(f64) -> f64, within: fn(f64) -> bool) -> Evaluated {
    let number = number(call, name)?;
    let number = call.need_float(&number)?;
    if !within(number) && !number.is_nan() {
        return Err(call.raise("ValueError", "math domain error"));
    }
    Ok(Value::Float(function(number)))
}

fn test(call: &mut Call<'_>, name: &str, function: fn(f64) -> bool) -> Evaluated {
    let number = number(call, name)?;
    Ok(Value::Bool(function(call.need_float(&number)?)))
}

fn log(call: &mut Call<'_>) -> Evaluated {
    let [number, base] = call.take("log", ["x", "base"], 1)?;
    let number = call.need_float(&number.unwrap_or(Value::None))?;
    if number <= 0.0 {
        return Err(call.raise("ValueError", "math domain error"));
    }
    Ok(Value::Float(match base {
        None => number.ln(),
        Some(base) => number.ln() / call.need_float(&base)?.ln(),
    }))
}

fn gcd(one: i128, two: i128) -> i128 {
    let (mut one, mut two) = (one.saturating_abs(), two.saturating_abs());
    while two != 0 {
        (one, two) = (two, one % two);
    }
    one
}

fn fold(call: &mut Call<'_>, start: i128, with: fn(i128, i128) -> i128) -> Evaluated {
    let mut total = start;
    for argument in std::mem::take(&mut call.args.positional) {
        total = with(total, call.need_int(&argument.value)?);
    }
    Ok(Value::Int(total))
}
