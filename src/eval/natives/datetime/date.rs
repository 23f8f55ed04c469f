//! `datetime.date`.

use jiff::civil::Date;

use super::{calendar, format, moment, parse, wrap};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// `datetime.date`.
pub static DATE: NativeType = NativeType {
    methods: &[
        Row::new("isoformat", |call| Ok(Value::str(format::date(of(call)?)))),
        Row::new("__str__", |call| Ok(Value::str(format::date(of(call)?)))),
        Row::new("__repr__", |call| {
            let date = of(call)?;
            Ok(Value::str(format!("datetime.date({}, {}, {})", date.year(), date.month(), date.day())))
        }),
        Row::new("strftime", strftime),
        Row::new("__format__", strftime),
        Row::new("ctime", |call| {
            let date = of(call)?;
            Ok(Value::str(format::strftime(date.to_datetime(jiff::civil::Time::midnight()), None, "%a %b %e %H:%M:%S %Y")))
        }),
        Row::new("weekday", |call| Ok(Value::Int(of(call)?.weekday().to_monday_zero_offset().into()))),
        Row::new("isoweekday", |call| Ok(Value::Int(of(call)?.weekday().to_monday_one_offset().into()))),
        Row::new("toordinal", |call| Ok(Value::Int(calendar::ordinal(of(call)?)))),
        Row::new("isocalendar", |call| {
            let week = of(call)?.iso_week_date();
            let parts = [i128::from(week.year()), i128::from(week.week()), i128::from(week.weekday().to_monday_one_offset())];
            Ok(Value::tuple(parts.map(Value::Int).to_vec()))
        }),
        Row::new("timetuple", |call| Ok(call.not_computed("`timetuple()` is not evaluated"))),
        Row::new("replace", replace),
        Row::new("__add__", |call| add(call, 1)),
        Row::new("__radd__", |call| add(call, 1)),
        Row::new("__sub__", subtract),
    ],
    getters: &[
        Row::any("year", |call| Ok(Value::Int(of(call)?.year().into()))),
        Row::any("month", |call| Ok(Value::Int(of(call)?.month().into()))),
        Row::any("day", |call| Ok(Value::Int(of(call)?.day().into()))),
    ],
    statics: &[
        Row::any("today", |call| Ok(wrap(Data::Date(moment::now(call).date())))),
        Row::new("fromisoformat", |call| {
            let [text] = call.need("fromisoformat", ["date_string"])?;
            let text = call.need_text(&text)?;
            match parse::iso_date(&text) {
                Some(date) => Ok(wrap(Data::Date(date))),
                None => Err(call.raise("ValueError", format!("Invalid isoformat string: '{text}'"))),
            }
        }),
        Row::new("fromordinal", |call| {
            let [ordinal] = call.need("fromordinal", ["n"])?;
            let ordinal = call.need_int(&ordinal)?;
            match calendar::from_ordinal(ordinal) {
                Some(date) => Ok(wrap(Data::Date(date))),
                None => Err(call.raise("ValueError", format!("ordinal must be >= 1 and at most 3652059, not {ordinal}"))),
            }
        }),
        Row::new("fromtimestamp", |call| {
            let [seconds] = call.need("fromtimestamp", ["timestamp"])?;
            let seconds = call.need_float(&seconds)?;
            let moment = moment::at(call, seconds)?;
            Ok(wrap(Data::Date(moment.date())))
        }),
    ],
    constants: &[
        Row::any("min", |_| Ok(calendar::from_ordinal(1).map_or(Value::None, |date| wrap(Data::Date(date))))),
        Row::any("max", |_| Ok(calendar::from_ordinal(3_652_059).map_or(Value::None, |date| wrap(Data::Date(date))))),
        Row::any("resolution", |_| Ok(wrap(Data::TimeDelta(calendar::DAY)))),
    ],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::Date(_))),
    ..NativeType::new("date", "datetime", Row::new("date", construct))
};

fn construct(call: &mut Call<'_>) -> Evaluated {
    let parts = call.need("date", ["year", "month", "day"])?;
    let [year, month, day] = [call.need_int(&parts[0])?, call.need_int(&parts[1])?, call.need_int(&parts[2])?];
    Ok(wrap(Data::Date(checked(call, year, month, day)?)))
}

/// A date of these parts; raises `ValueError` as Python does.
pub(super) fn checked(call: &mut Call<'_>, year: i128, month: i128, day: i128) -> Evaluated<Date> {
    if !(1..=9999).contains(&year) {
        return Err(call.raise("ValueError", format!("year {year} is out of range")));
    }
    if !(1..=12).contains(&month) {
        return Err(call.raise("ValueError", "month must be in 1..12"));
    }
    let date = || Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    date().filter(|_| day > 0).ok_or_else(|| call.raise("ValueError", "day is out of range for month"))
}

fn of(call: &mut Call<'_>) -> Evaluated<Date> {
    match &*call.data()? {
        Data::Date(date) => Ok(*date),
        Data::DateTime(moment, _) => Ok(moment.date()),
        _ => Err(call.raise("TypeError", "descriptor requires a 'datetime.date' object")),
    }
}

fn strftime(call: &mut Call<'_>) -> Evaluated {
    let date = of(call)?;
    let [format] = call.need("strftime", ["format"])?;
    let format = call.need_text(&format)?;
    if format.is_empty() {
        return Ok(Value::str(format::date(date)));
    }
    Ok(Value::str(format::strftime(date.to_datetime(jiff::civil::Time::midnight()), None, &format)))
}

fn replace(call: &mut Call<'_>) -> Evaluated {
    let date = of(call)?;
    let [year, month, day] = call.take("replace", ["year", "month", "day"], 0)?;
    let mut part = |value: Option<Value>, own: i128| value.map_or(Ok(own), |value| call.need_int(&value));
    let (year, month, day) = (part(year, date.year().into())?, part(month, date.month().into())?, part(day, date.day().into())?);
    Ok(wrap(Data::Date(checked(call, year, month, day)?)))
}

fn add(call: &mut Call<'_>, sign: i128) -> Evaluated {
    let date = of(call)?;
    let [other] = call.need("__add__", ["other"])?;
    let Some(data) = Call::data_of(&other) else { return Ok(Value::NotImplemented) };
    let Data::TimeDelta(microseconds) = *data else { return Ok(Value::NotImplemented) };
    let days = microseconds.div_euclid(calendar::DAY) * sign;
    match calendar::from_ordinal(calendar::ordinal(date) + days) {
        Some(date) => Ok(wrap(Data::Date(date))),
        None => Err(call.raise("OverflowError", "date value out of range")),
    }
}

fn subtract(call: &mut Call<'_>) -> Evaluated {
    let other = call.args.positional.first().and_then(|argument| Call::data_of(&argument.value));
    match other.as_deref() {
        Some(Data::Date(other)) => {
            let days = calendar::ordinal(of(call)?) - calendar::ordinal(*other);
            Ok(wrap(Data::TimeDelta(days * calendar::DAY)))
        }
        _ => add(call, -1),
    }
}
