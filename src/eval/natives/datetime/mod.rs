//! `datetime`.

pub mod calendar;
mod date;
mod delta;
pub mod format;
mod moment;
mod parse;
mod time;
mod zone;

pub use date::DATE;
pub use delta::DELTA;
pub use moment::MOMENT;
pub use time::TIME;
pub use zone::ZONE;

use std::rc::Rc;

use super::NativeModule;
use crate::eval::function::{NativeType, Row};
use crate::eval::value::{Data, Value};

/// `datetime`.
pub static MODULE: NativeModule = NativeModule {
    types: &[&DATE, &TIME, &MOMENT, &DELTA, &ZONE, &TZINFO],
    values: &[
        Row::any("UTC", |_| Ok(wrap(Data::TimeZone(0)))),
        Row::any("MINYEAR", |_| Ok(Value::Int(1))),
        Row::any("MAXYEAR", |_| Ok(Value::Int(9999))),
    ],
    ..NativeModule::new("datetime")
};

/// The abstract base of time zones.
static TZINFO: NativeType = NativeType {
    holds: |value| matches!(value, Value::Data(data) if matches!(**data, Data::TimeZone(_))),
    ..NativeType::new(
        "tzinfo",
        "datetime",
        Row::new("tzinfo", |call| Ok(call.not_computed("a time zone of the project's own is not evaluated"))),
    )
};

fn wrap(data: Data) -> Value {
    Value::Data(Rc::new(data))
}
