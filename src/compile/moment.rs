//! Moments from text: Create Dates and `--now`.

use jiff::civil::DateTime;

/// Seconds since 1970 of a date as revision files write it, taken as UTC; nothing where it is none.
pub fn parse(text: &str) -> Option<i64> {
    let text = text.trim();
    if let Ok(stamp) = text.parse::<jiff::Timestamp>() {
        return Some(stamp.as_second());
    }
    if let Ok(seconds) = text.parse::<i64>() {
        return Some(seconds);
    }
    let civil = text.get(..19).or(Some(text)).and_then(|head| head.replace(' ', "T").parse::<DateTime>().ok());
    let date = || text.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok()).map(|day| day.at(0, 0, 0, 0));
    let moment = civil.or_else(date)?;
    Some(moment.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp().as_second())
}
