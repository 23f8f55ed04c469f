//! Days and microseconds on one line of numbers, so that dates can be added to and compared.

use jiff::civil::{Date, DateTime, Time};

pub const DAY: i128 = 86_400_000_000;
/// The day number (`date.toordinal()`) of 1970-01-01.
pub const EPOCH: i128 = 719_163;

/// `date.toordinal()`: 1 is 0001-01-01.
pub fn ordinal(date: Date) -> i128 {
    let year = i128::from(date.year()) - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + i128::from(date.day_of_year())
}

/// `date.fromordinal()`; nothing outside of the years 1 to 9999.
pub fn from_ordinal(ordinal: i128) -> Option<Date> {
    if !(1..=3_652_059).contains(&ordinal) {
        return None;
    }
    let guess = i16::try_from((ordinal - 1) * 400 / 146_097 + 1).ok()?;
    for year in [guess, guess - 1, guess + 1] {
        let Ok(first) = Date::new(year, 1, 1) else { continue };
        let day = ordinal - self::ordinal(first);
        if (0..i128::from(first.days_in_year())).contains(&day) {
            return first.checked_add(jiff::Span::new().days(i64::try_from(day).ok()?)).ok();
        }
    }
    None
}

/// Microseconds since midnight.
pub fn of_time(time: Time) -> i128 {
    let seconds = i128::from(time.hour()) * 3600 + i128::from(time.minute()) * 60 + i128::from(time.second());
    seconds * 1_000_000 + i128::from(time.subsec_nanosecond()) / 1000
}

/// The time so many microseconds after midnight.
pub fn to_time(microseconds: i128) -> Option<Time> {
    let part = |divisor: i128, modulus: i128| i8::try_from(microseconds / divisor % modulus).ok();
    let nanoseconds = i32::try_from(microseconds % 1_000_000 * 1000).ok()?;
    Time::new(part(3_600_000_000, 24)?, part(60_000_000, 60)?, part(1_000_000, 60)?, nanoseconds).ok()
}

/// Microseconds since the day numbered 0.
pub fn of_moment(moment: DateTime) -> i128 {
    ordinal(moment.date()) * DAY + of_time(moment.time())
}

/// The moment so many microseconds after the day numbered 0; nothing outside of the years 1 to 9999.
pub fn to_moment(microseconds: i128) -> Option<DateTime> {
    let date = from_ordinal(microseconds.div_euclid(DAY))?;
    Some(DateTime::from_parts(date, to_time(microseconds.rem_euclid(DAY))?))
}

/// Microseconds within the second.
pub fn microsecond(time: Time) -> i32 {
    time.subsec_nanosecond() / 1000
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_pythons() {
        for (text, number) in [("0001-01-01", 1), ("1970-01-01", 719_163), ("2024-12-31", 739_251), ("9999-12-31", 3_652_059)] {
            let date: Date = text.parse().expect("a date");
            assert_eq!(ordinal(date), number, "{text}");
            assert_eq!(from_ordinal(number), Some(date), "{text}");
        }
        for number in (1..3_652_059).step_by(97) {
            assert_eq!(from_ordinal(number).map(ordinal), Some(number));
        }
    }
}
