//! `datetime.datetime`.

use jiff::civil::{DateTime, Time};

use super::date::{self, DATE};
use super::{calendar, format, parse, time, wrap, zone};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// `datetime.datetime`.
pub static MOMENT: NativeType = NativeType {
    methods: &[
        Row::new("isoformat", isoformat),
        Row::new("__str__", |call| of(call).map(|(moment, zone)| Value::str(text(moment, zone, " ")))),
        Row::new("__repr__", repr),
        Row::new("strftime", strftime),
        Row::new("__format__", strftime),
        Row::new("ctime", |call| of(call).map(|(moment, zone)| Value::str(format::strftime(moment, zone, "%a %b %e %H:%M:%S %Y")))),
        Row::new("date", |call| of(call).map(|(moment, _)| wrap(Data::Date(moment.date())))),
        Row::new("time", |call| of(call).map(|(moment, _)| wrap(Data::Time(moment.time())))),
        Row::new("timestamp", timestamp),
        Row::new("replace", replace),
        Row::new("astimezone", astimezone),
        Row::new("utcoffset", |call| {
            let (_, zone) = of(call)?;
            Ok(zone.map_or(Value::None, |seconds| wrap(Data::TimeDelta(i128::from(seconds) * 1_000_000))))
        }),
        Row::new("tzname", |call| of(call).map(|(_, zone)| zone.map_or(Value::None, |seconds| Value::str(format::zone_name(seconds))))),
        Row::new("dst", |_| Ok(Value::None)),
        Row::new("__add__", |call| add(call, 1)),
        Row::new("__radd__", |call| add(call, 1)),
        Row::new("__sub__", subtract),
    ],
    getters: &[
        Row::any("hour", |call| of(call).map(|(moment, _)| Value::Int(moment.hour().into()))),
        Row::any("minute", |call| of(call).map(|(moment, _)| Value::Int(moment.minute().into()))),
        Row::any("second", |call| of(call).map(|(moment, _)| Value::Int(moment.second().into()))),
        Row::any("microsecond", |call| of(call).map(|(moment, _)| Value::Int(calendar::microsecond(moment.time()).into()))),
        Row::any("tzinfo", |call| of(call).map(|(_, zone)| zone.map_or(Value::None, |seconds| wrap(Data::TimeZone(seconds))))),
        Row::any("fold", |_| Ok(Value::Int(0))),
    ],
    statics: &[
        Row::new("now", |call| {
            let [zone] = call.take("now", ["tz"], 0)?;
            match zone::argument(zone.as_ref()) {
                Err(_) => Ok(call.not_computed("the time in a zone that is no fixed offset is not evaluated")),
                Ok(zone) => {
                    let moment = now(call);
                    shifted(call, moment, zone.unwrap_or(0)).map(|moment| wrap(Data::DateTime(moment, zone)))
                }
            }
        }),
        Row::any("utcnow", |call| Ok(wrap(Data::DateTime(now(call), None)))),
        Row::any("today", |call| Ok(wrap(Data::DateTime(now(call), None)))),
        Row::new("fromisoformat", |call| {
            let [text] = call.need("fromisoformat", ["date_string"])?;
            let text = call.need_text(&text)?;
            match parse::iso_moment(&text) {
                Some((moment, zone)) => Ok(wrap(Data::DateTime(moment, zone))),
                None => Err(call.raise("ValueError", format!("Invalid isoformat string: '{text}'"))),
            }
        }),
        Row::new("strptime", |call| {
            let [text, format] = call.need("strptime", ["date_string", "format"])?;
            let (text, format) = (call.need_text(&text)?, call.need_text(&format)?);
            match parse::strptime(&text, &format) {
                Ok((moment, zone)) => Ok(wrap(Data::DateTime(moment, zone))),
                Err(message) => Err(call.raise("ValueError", message)),
            }
        }),
        Row::new("fromtimestamp", |call| {
            let [seconds, zone] = call.take("fromtimestamp", ["timestamp", "tz"], 1)?;
            from_timestamp(call, seconds, zone)
        }),
        Row::new("utcfromtimestamp", |call| {
            let [seconds] = call.take("utcfromtimestamp", ["timestamp"], 1)?;
            from_timestamp(call, seconds, None)
        }),
        Row::new("combine", |call| {
            let [date, time, zone] = call.take("combine", ["date", "time", "tzinfo"], 2)?;
            let parts = (date.as_ref().and_then(Call::data_of), time.as_ref().and_then(Call::data_of));
            let date = match parts.0.as_deref() {
                Some(Data::Date(date)) => *date,
                Some(Data::DateTime(moment, _)) => moment.date(),
                _ => return Err(call.raise("TypeError", "combine() argument 1 must be datetime.date")),
            };
            let Some(Data::Time(time)) = parts.1.as_deref() else {
                return Err(call.raise("TypeError", "combine() argument 2 must be datetime.time"));
            };
            zoned(call, DateTime::from_parts(date, *time), zone)
        }),
        Row::new("fromordinal", |call| {
            let [ordinal] = call.need("fromordinal", ["n"])?;
            let ordinal = call.need_int(&ordinal)?;
            match calendar::from_ordinal(ordinal) {
                Some(date) => Ok(wrap(Data::DateTime(date.to_datetime(Time::midnight()), None))),
                None => Err(call.raise("ValueError", "ordinal must be >= 1")),
            }
        }),
    ],
    constants: &[
        Row::any("min", |_| Ok(calendar::to_moment(calendar::DAY).map_or(Value::None, |moment| wrap(Data::DateTime(moment, None))))),
        Row::any("max", |_| {
            let last = calendar::to_moment(3_652_060 * calendar::DAY - 1);
            Ok(last.map_or(Value::None, |moment| wrap(Data::DateTime(moment, None))))
        }),
        Row::any("resolution", |_| Ok(wrap(Data::TimeDelta(1)))),
    ],
    bases: &[&DATE],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::DateTime(..))),
    ..NativeType::new("datetime", "datetime", Row::new("datetime", construct))
};

/// The moment that the host says it is, in UTC.
pub(super) fn now(call: &mut Call<'_>) -> DateTime {
    let seconds = i128::from(call.host.now(call.span));
    calendar::to_moment((calendar::EPOCH * 86_400 + seconds) * 1_000_000).unwrap_or_default()
}

/// The moment so many seconds after 1970, in UTC.
pub(super) fn at(call: &mut Call<'_>, seconds: f64) -> Evaluated<DateTime> {
    let whole = seconds.floor();
    let micro = ((seconds - whole) * 1e6).round_ties_even() as i128;
    let moment = calendar::to_moment((calendar::EPOCH * 86_400 + whole as i128) * 1_000_000 + micro);
    moment.ok_or_else(|| call.raise("ValueError", "year is out of range"))
}

fn from_timestamp(call: &mut Call<'_>, seconds: Option<Value>, zone: Option<Value>) -> Evaluated {
    let seconds = call.need_float(&seconds.unwrap_or(Value::None))?;
    let moment = at(call, seconds)?;
    match zone::argument(zone.as_ref()) {
        Err(_) => Ok(call.not_computed("the time in a zone that is no fixed offset is not evaluated")),
        Ok(zone) => shifted(call, moment, zone.unwrap_or(0)).map(|moment| wrap(Data::DateTime(moment, zone))),
    }
}

fn shifted(call: &mut Call<'_>, moment: DateTime, seconds: i32) -> Evaluated<DateTime> {
    let moved = calendar::to_moment(calendar::of_moment(moment) + i128::from(seconds) * 1_000_000);
    moved.ok_or_else(|| call.raise("OverflowError", "date value out of range"))
}

fn zoned(call: &mut Call<'_>, moment: DateTime, zone: Option<Value>) -> Evaluated {
    match zone::argument(zone.as_ref()) {
        Ok(zone) => Ok(wrap(Data::DateTime(moment, zone))),
        Err(zone) if zone.is_uncertain() => Ok(zone),
        Err(_) => Ok(call.not_computed("a time zone that is no fixed offset is not evaluated")),
    }
}

fn construct(call: &mut Call<'_>) -> Evaluated {
    let [year, month, day, hour, minute, second, micro, zone, _] =
        call.take("datetime", ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"], 3)?;
    let mut part = |value: Option<Value>| call.need_int(&value.unwrap_or(Value::None));
    let (year, month, day) = (part(year)?, part(month)?, part(day)?);
    let date = date::checked(call, year, month, day)?;
    let time = time::parts(call, [hour, minute, second, micro], [0; 4])?;
    zoned(call, DateTime::from_parts(date, time), zone)
}

fn of(call: &mut Call<'_>) -> Evaluated<(DateTime, Option<i32>)> {
    match *call.data()? {
        Data::DateTime(moment, zone) => Ok((moment, zone)),
        _ => Err(call.raise("TypeError", "descriptor requires a 'datetime.datetime' object")),
    }
}

fn text(moment: DateTime, zone: Option<i32>, separator: &str) -> String {
    format::moment(moment, zone, separator, "auto").unwrap_or_default()
}

fn isoformat(call: &mut Call<'_>) -> Evaluated {
    let (moment, zone) = of(call)?;
    let [separator, precision] = call.take("isoformat", ["sep", "timespec"], 0)?;
    let separator = separator.as_ref().and_then(Call::text_of).unwrap_or_else(|| "T".into());
    let precision = precision.as_ref().and_then(Call::text_of).unwrap_or_else(|| "auto".into());
    match format::moment(moment, zone, &separator, &precision) {
        Some(text) => Ok(Value::str(text)),
        None => Err(call.raise("ValueError", "Unknown timespec value")),
    }
}

fn repr(call: &mut Call<'_>) -> Evaluated {
    let (moment, zone) = of(call)?;
    let micro = calendar::microsecond(moment.time());
    let mut parts =
        vec![i32::from(moment.year()), moment.month().into(), moment.day().into(), moment.hour().into(), moment.minute().into()];
    if moment.second() != 0 || micro != 0 {
        parts.push(moment.second().into());
    }
    if micro != 0 {
        parts.push(micro);
    }
    let mut parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    if let Some(seconds) = zone {
        parts.push(format!("tzinfo={}", call.repr(&wrap(Data::TimeZone(seconds)))?));
    }
    Ok(Value::str(format!("datetime.datetime({})", parts.join(", "))))
}

fn strftime(call: &mut Call<'_>) -> Evaluated {
    let (moment, zone) = of(call)?;
    let [format] = call.need("strftime", ["format"])?;
    let format = call.need_text(&format)?;
    Ok(Value::str(if format.is_empty() { text(moment, zone, " ") } else { format::strftime(moment, zone, &format) }))
}

fn timestamp(call: &mut Call<'_>) -> Evaluated {
    let (moment, zone) = of(call)?;
    let micro = calendar::of_moment(moment) - calendar::EPOCH * calendar::DAY - i128::from(zone.unwrap_or(0)) * 1_000_000;
    Ok(Value::Float(micro as f64 / 1e6))
}

fn replace(call: &mut Call<'_>) -> Evaluated {
    let (moment, own_zone) = of(call)?;
    let [year, month, day, hour, minute, second, micro, zone, _] =
        call.take("replace", ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"], 0)?;
    let mut part = |value: Option<Value>, own: i128| value.map_or(Ok(own), |value| call.need_int(&value));
    let (year, month, day) = (part(year, moment.year().into())?, part(month, moment.month().into())?, part(day, moment.day().into())?);
    let date = date::checked(call, year, month, day)?;
    let own = [moment.hour().into(), moment.minute().into(), moment.second().into(), i128::from(calendar::microsecond(moment.time()))];
    let time = time::parts(call, [hour, minute, second, micro], own)?;
    let replaced = DateTime::from_parts(date, time);
    match zone {
        None => Ok(wrap(Data::DateTime(replaced, own_zone))),
        zone => zoned(call, replaced, zone),
    }
}

/// A moment without a zone is taken to be in UTC, since no machine's own zone counts here.
fn astimezone(call: &mut Call<'_>) -> Evaluated {
    let (moment, own) = of(call)?;
    let [zone] = call.take("astimezone", ["tz"], 0)?;
    match zone::argument(zone.as_ref()) {
        Err(_) => Ok(call.not_computed("the time in a zone that is no fixed offset is not evaluated")),
        Ok(zone) => {
            let zone = zone.unwrap_or(0);
            let moment = shifted(call, moment, zone - own.unwrap_or(0))?;
            Ok(wrap(Data::DateTime(moment, Some(zone))))
        }
    }
}

fn add(call: &mut Call<'_>, sign: i128) -> Evaluated {
    let (moment, zone) = of(call)?;
    let [other] = call.need("__add__", ["other"])?;
    let Some(data) = Call::data_of(&other) else { return Ok(Value::NotImplemented) };
    let Data::TimeDelta(microseconds) = *data else { return Ok(Value::NotImplemented) };
    match calendar::to_moment(calendar::of_moment(moment) + sign * microseconds) {
        Some(moment) => Ok(wrap(Data::DateTime(moment, zone))),
        None => Err(call.raise("OverflowError", "date value out of range")),
    }
}

fn subtract(call: &mut Call<'_>) -> Evaluated {
    let other = call.args.positional.first().and_then(|argument| Call::data_of(&argument.value));
    let Some(Data::DateTime(other, other_zone)) = other.as_deref() else { return add(call, -1) };
    let (moment, zone) = of(call)?;
    let shift = match (zone, other_zone) {
        (None, None) => 0,
        (Some(own), Some(other)) => i128::from(other - own) * 1_000_000,
        _ => return Err(call.raise("TypeError", "can't subtract offset-naive and offset-aware datetimes")),
    };
    Ok(wrap(Data::TimeDelta(calendar::of_moment(moment) - calendar::of_moment(*other) + shift)))
}
