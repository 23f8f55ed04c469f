//! `time`: the moment that the host says it is.

use super::NativeModule;
use super::datetime::{calendar, format};
use super::logging::nothing;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `time`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("time", seconds),
        Row::any("monotonic", seconds),
        Row::any("perf_counter", seconds),
        Row::any("process_time", seconds),
        Row::any("time_ns", nanoseconds),
        Row::any("monotonic_ns", nanoseconds),
        Row::any("perf_counter_ns", nanoseconds),
        Row::any("sleep", nothing),
        Row::new("strftime", |call| {
            let [format, moment] = call.take("strftime", ["format", "t"], 1)?;
            if moment.is_some() {
                return Ok(call.not_computed("`time.strftime` of a given time is not evaluated"));
            }
            let format = call.need_text(&format.unwrap_or(Value::None))?;
            let now = i128::from(call.host.now(call.span));
            let moment = calendar::to_moment((calendar::EPOCH * 86_400 + now) * 1_000_000).unwrap_or_default();
            Ok(Value::str(format::strftime(moment, Some(0), &format)))
        }),
    ],
    values: &[
        Row::any("timezone", |_| Ok(Value::Int(0))),
        Row::any("altzone", |_| Ok(Value::Int(0))),
        Row::any("daylight", |_| Ok(Value::Int(0))),
        Row::any("tzname", |_| Ok(Value::tuple(vec![Value::str("UTC"), Value::str("UTC")]))),
    ],
    ..NativeModule::new("time")
};

fn seconds(call: &mut Call<'_>) -> Evaluated {
    Ok(Value::Float(call.host.now(call.span) as f64))
}

fn nanoseconds(call: &mut Call<'_>) -> Evaluated {
    Ok(Value::Int(i128::from(call.host.now(call.span)) * 1_000_000_000))
}
