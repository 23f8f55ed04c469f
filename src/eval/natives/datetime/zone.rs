//! `datetime.timezone`.

use super::{format, wrap};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::{Data, Value};

/// `datetime.timezone`: a fixed offset from UTC.
pub static ZONE: NativeType = NativeType {
    methods: &[
        Row::new("__str__", |call| Ok(Value::str(format::zone_name(of(call)?)))),
        Row::new("__repr__", |call| {
            let seconds = of(call)?;
            if seconds == 0 {
                return Ok(Value::str("datetime.timezone.utc"));
            }
            let delta = call.repr(&wrap(Data::TimeDelta(i128::from(seconds) * 1_000_000)))?;
            Ok(Value::str(format!("datetime.timezone({delta})")))
        }),
        Row::any("tzname", |call| Ok(Value::str(format::zone_name(of(call)?)))),
        Row::any("utcoffset", |call| Ok(wrap(Data::TimeDelta(i128::from(of(call)?) * 1_000_000)))),
        Row::any("dst", |_| Ok(Value::None)),
    ],
    constants: &[Row::any("utc", |_| Ok(wrap(Data::TimeZone(0))))],
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::TimeZone(_))),
    ..NativeType::new("timezone", "datetime", Row::new("timezone", construct))
};

fn construct(call: &mut Call<'_>) -> Evaluated {
    let [offset, name] = call.take("timezone", ["offset", "name"], 1)?;
    if name.is_some_and(|name| name.as_str() != Some("UTC")) {
        return Ok(call.not_computed("a time zone with a name of its own is not evaluated"));
    }
    let offset = offset.as_ref().and_then(Call::data_of);
    let Some(Data::TimeDelta(microseconds)) = offset.as_deref() else {
        return Err(call.raise("TypeError", "timezone() argument 1 must be datetime.timedelta"));
    };
    match i32::try_from(microseconds / 1_000_000) {
        Ok(seconds) if seconds.abs() < 86_400 => Ok(wrap(Data::TimeZone(seconds))),
        _ => Err(call.raise("ValueError", "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24)")),
    }
}

fn of(call: &mut Call<'_>) -> Evaluated<i32> {
    match *call.data()? {
        Data::TimeZone(seconds) => Ok(seconds),
        _ => Err(call.raise("TypeError", "descriptor requires a 'datetime.timezone' object")),
    }
}

/// What a `tzinfo` argument says: nothing where it is `None`, `Err` with the value where it is not computed.
pub(super) fn argument(value: Option<&Value>) -> Result<Option<i32>, Value> {
    match value {
        None | Some(Value::None) => Ok(None),
        Some(value) => match Call::data_of(value).as_deref() {
            Some(Data::TimeZone(seconds)) => Ok(Some(*seconds)),
            _ => Err(value.clone()),
        },
    }
}
