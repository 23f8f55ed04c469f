//! `datetime.time`.

use jiff::civil::Time;

use super::{calendar, format, parse, wrap};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// `datetime.time`; a time with a zone is not computed.
pub static TIME: NativeType = NativeType {
    methods: &[
        Row::new("isoformat", isoformat),
        Row::new("__str__", isoformat),
        Row::new("__repr__", |call| {
            let time = of(call)?;
            let mut text = format!("datetime.time({}, {}", time.hour(), time.minute());
            let micro = calendar::microsecond(time);
            if time.second() != 0 || micro != 0 {
                text.push_str(&format!(", {}", time.second()));
            }
            if micro != 0 {
                text.push_str(&format!(", {micro}"));
            }
            Ok(Value::str(text + ")"))
        }),
        Row::new("strftime", strftime),
        Row::new("__format__", strftime),
        Row::new("replace", |call| {
            let time = of(call)?;
            let [hour, minute, second, micro, _, _] =
                call.take("replace", ["hour", "minute", "second", "microsecond", "tzinfo", "fold"], 0)?;
            let given = [hour, minute, second, micro];
            let own = [time.hour().into(), time.minute().into(), time.second().into(), i128::from(calendar::microsecond(time))];
            Ok(wrap(Data::Time(parts(call, given, own)?)))
        }),
        Row::new("utcoffset", |_| Ok(Value::None)),
    ],
    getters: &[
        Row::any("hour", |call| Ok(Value::Int(of(call)?.hour().into()))),
        Row::any("minute", |call| Ok(Value::Int(of(call)?.minute().into()))),
        Row::any("second", |call| Ok(Value::Int(of(call)?.second().into()))),
        Row::any("microsecond", |call| Ok(Value::Int(calendar::microsecond(of(call)?).into()))),
        Row::any("tzinfo", |_| Ok(Value::None)),
        Row::any("fold", |_| Ok(Value::Int(0))),
    ],
    statics: &[Row::new("fromisoformat", |call| {
        let [text] = call.need("fromisoformat", ["time_string"])?;
        let text = call.need_text(&text)?;
        match parse::iso_time(&text) {
            Some((time, None)) => Ok(wrap(Data::Time(time))),
            Some(_) => Ok(call.not_computed("a `time` with a time zone is not evaluated")),
            None => Err(call.raise("ValueError", format!("Invalid isoformat string: '{text}'"))),
        }
    })],
    constants: &[
        Row::any("min", |_| Ok(wrap(Data::Time(Time::midnight())))),
        Row::any("max", |_| Ok(calendar::to_time(calendar::DAY - 1).map_or(Value::None, |time| wrap(Data::Time(time))))),
        Row::any("resolution", |_| Ok(wrap(Data::TimeDelta(1)))),
    ],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::Time(_))),
    ..NativeType::new("time", "datetime", Row::new("time", construct))
};

fn construct(call: &mut Call<'_>) -> Evaluated {
    let [hour, minute, second, micro, zone, _] = call.take("time", ["hour", "minute", "second", "microsecond", "tzinfo", "fold"], 0)?;
    if zone.is_some_and(|zone| !zone.is_none()) {
        return Ok(call.not_computed("a `time` with a time zone is not evaluated"));
    }
    Ok(wrap(Data::Time(parts(call, [hour, minute, second, micro], [0; 4])?)))
}

/// A time of these parts, `own` where they are not given; raises `ValueError` as Python does.
pub(super) fn parts(call: &mut Call<'_>, given: [Option<Value>; 4], own: [i128; 4]) -> Evaluated<Time> {
    let names = ["hour must be in 0..23", "minute must be in 0..59", "second must be in 0..59", "microsecond must be in 0..999999"];
    let units = [(3_600_000_000, 24), (60_000_000, 60), (1_000_000, 60), (1, 1_000_000)];
    let mut total = 0;
    for (((value, own), message), (unit, limit)) in given.into_iter().zip(own).zip(names).zip(units) {
        let number = match value {
            Some(value) => call.need_int(&value)?,
            None => own,
        };
        if !(0..limit).contains(&number) {
            return Err(call.raise("ValueError", message));
        }
        total += number * unit;
    }
    calendar::to_time(total).ok_or_else(|| call.raise("ValueError", "time is out of range"))
}

fn of(call: &mut Call<'_>) -> Evaluated<Time> {
    match *call.data()? {
        Data::Time(time) => Ok(time),
        _ => Err(call.raise("TypeError", "descriptor requires a 'datetime.time' object")),
    }
}

fn isoformat(call: &mut Call<'_>) -> Evaluated {
    let time = of(call)?;
    let [precision] = call.take("isoformat", ["timespec"], 0)?;
    let precision = precision.as_ref().and_then(Call::text_of).unwrap_or_else(|| "auto".into());
    match format::time(time, &precision) {
        Some(text) => Ok(Value::str(text)),
        None => Err(call.raise("ValueError", "Unknown timespec value")),
    }
}

fn strftime(call: &mut Call<'_>) -> Evaluated {
    let time = of(call)?;
    let [format] = call.need("strftime", ["format"])?;
    let format = call.need_text(&format)?;
    if format.is_empty() {
        return Ok(Value::str(format::time(time, "auto").unwrap_or_default()));
    }
    let day = jiff::civil::Date::new(1900, 1, 1).unwrap_or_default();
    Ok(Value::str(format::strftime(day.to_datetime(time), None, &format)))
}
