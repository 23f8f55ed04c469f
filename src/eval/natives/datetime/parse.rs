//! How dates and times are read: `fromisoformat` and `strptime`.

use jiff::civil::{Date, DateTime, Time};

use super::calendar;
use super::format::{day_names, month_names};

/// A moment with its offset from UTC, where it says one.
pub type Moment = (DateTime, Option<i32>);

fn digits(text: &str) -> Option<i32> {
    (!text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

/// `date.fromisoformat`: `YYYY-MM-DD`, `YYYYMMDD`, `YYYY-Www-D`.
pub fn iso_date(text: &str) -> Option<Date> {
    let year = i16::try_from(digits(text.get(..4)?)?).ok()?;
    let rest = text.get(4..)?;
    let (rest, dashed) = rest.strip_prefix('-').map_or((rest, false), |rest| (rest, true));
    if let Some(rest) = rest.strip_prefix('W') {
        let week = i8::try_from(digits(rest.get(..2)?)?).ok()?;
        let day = match rest.get(2..)? {
            "" => 1,
            day => digits(if dashed { day.strip_prefix('-')? } else { day })?,
        };
        let weekday = jiff::civil::Weekday::from_monday_one_offset(i8::try_from(day).ok()?).ok()?;
        return Some(jiff::civil::ISOWeekDate::new(year, week, weekday).ok()?.date());
    }
    let month = digits(rest.get(..2)?)?;
    let rest = rest.get(2..)?;
    let day = if dashed { rest.strip_prefix('-')? } else { rest };
    if day.len() != 2 || year < 1 {
        return None;
    }
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(digits(day)?).ok()?).ok()
}

/// `time.fromisoformat`.
pub fn iso_time(text: &str) -> Option<(Time, Option<i32>)> {
    let text = text.strip_prefix('T').unwrap_or(text);
    let at = text.find(['+', '-', 'Z']);
    let (clock, zone) = at.map_or((text, None), |at| (text.get(..at).unwrap_or_default(), text.get(at..)));
    let time = calendar::to_time(clock_parts(clock)?)?;
    let zone = match zone {
        None => None,
        Some("Z") => Some(0),
        Some(zone) => Some(iso_offset(zone)?),
    };
    Some((time, zone))
}

fn iso_offset(text: &str) -> Option<i32> {
    let negative = text.starts_with('-');
    let seconds = i32::try_from(clock_parts(text.get(1..)?)? / 1_000_000).ok()?;
    Some(if negative { -seconds } else { seconds })
}

/// `HH[:MM[:SS[.ffffff]]]`, colons all or none, as microseconds.
fn clock_parts(text: &str) -> Option<i128> {
    let (whole, fraction) = match text.find(['.', ',']) {
        Some(at) => (text.get(..at)?, text.get(at + 1..)),
        None => (text, None),
    };
    let parts: Vec<&str> = if whole.contains(':') {
        whole.split(':').collect()
    } else {
        (0..whole.len()).step_by(2).map(|at| whole.get(at..at + 2)).collect::<Option<_>>()?
    };
    if parts.is_empty() || parts.len() > 3 || (fraction.is_some() && parts.len() != 3) {
        return None;
    }
    let mut total: i128 = 0;
    for (part, (unit, limit)) in parts.iter().zip([(3_600_000_000, 24), (60_000_000, 60), (1_000_000, 60)]) {
        let number = i128::from(digits(part).filter(|_| part.len() == 2)?);
        if number >= limit {
            return None;
        }
        total += number * unit;
    }
    if let Some(fraction) = fraction {
        let padded: String = fraction.chars().chain("000000".chars()).take(6).collect();
        digits(fraction.get(..6).unwrap_or(fraction))?;
        total += i128::from(digits(&padded)?);
    }
    Some(total)
}

/// `datetime.fromisoformat`.
pub fn iso_moment(text: &str) -> Option<Moment> {
    let split = if text.contains('W') {
        text.find(|char: char| char != 'W' && char != '-' && !char.is_ascii_digit()).unwrap_or(text.len())
    } else if text.as_bytes().get(4) == Some(&b'-') {
        10
    } else {
        8
    };
    let date = iso_date(text.get(..split.min(text.len()))?)?;
    let rest = text.get(split.min(text.len())..)?;
    let mut rest = rest.chars();
    if rest.next().is_none() {
        return Some((DateTime::from_parts(date, Time::midnight()), None));
    }
    let (time, zone) = iso_time(rest.as_str())?;
    Some((DateTime::from_parts(date, time), zone))
}

/// What `strptime` has read so far.
#[derive(Default)]
struct Read {
    year: Option<i32>,
    month: Option<i32>,
    day: Option<i32>,
    day_of_year: Option<i32>,
    hour: i32,
    twelve: bool,
    afternoon: bool,
    minute: i32,
    second: i32,
    micro: i32,
    zone: Option<i32>,
}

/// `datetime.strptime`; the message of its `ValueError` where the text does not fit.
pub fn strptime(text: &str, format: &str) -> Result<Moment, String> {
    let mismatch = || format!("time data {} does not match format {}", quoted(text), quoted(format));
    let mut read = Read::default();
    let rest = read.all(text, format).ok_or_else(mismatch)?;
    if !rest.is_empty() {
        return Err(format!("unconverted data remains: {rest}"));
    }
    read.moment().ok_or_else(|| "day is out of range for month".to_owned())
}

fn quoted(text: &str) -> String {
    if text.contains('\'') && !text.contains('"') { format!("\"{text}\"") } else { format!("'{}'", text.replace('\'', "\\'")) }
}

impl Read {
    fn all<'t>(&mut self, text: &'t str, format: &str) -> Option<&'t str> {
        let mut rest = text;
        let mut chars = format.chars();
        while let Some(char) = chars.next() {
            if char.is_whitespace() {
                // A run of white space in the format stands for at least one in the text.
                if rest.starts_with(char::is_whitespace) {
                    rest = rest.trim_start();
                    chars = chars.as_str().trim_start().chars();
                    continue;
                }
                return None;
            }
            if char != '%' {
                let next = rest.chars().next()?;
                if !next.to_lowercase().eq(char.to_lowercase()) {
                    return None;
                }
                rest = rest.get(next.len_utf8()..)?;
                continue;
            }
            rest = match chars.next()? {
                'T' | 'X' => self.all(rest, "%H:%M:%S")?,
                'D' | 'x' => self.all(rest, "%m/%d/%y")?,
                'F' => self.all(rest, "%Y-%m-%d")?,
                'c' => self.all(rest, "%a %b %d %H:%M:%S %Y")?,
                directive => self.one(rest, directive)?,
            };
        }
        Some(rest)
    }

    fn one<'t>(&mut self, text: &'t str, directive: char) -> Option<&'t str> {
        let (number, rest);
        match directive {
            'Y' => {
                self.year = Some(digits(text.get(..4)?)?);
                return text.get(4..);
            }
            'y' => {
                let short = digits(text.get(..2)?)?;
                self.year = Some(if short <= 68 { 2000 + short } else { 1900 + short });
                return text.get(2..);
            }
            'm' => {
                (number, rest) = up_to(text, 2, 1, 12)?;
                self.month = Some(number);
            }
            'd' | 'e' => {
                (number, rest) = up_to(text.strip_prefix(' ').unwrap_or(text), 2, 1, 31)?;
                self.day = Some(number);
            }
            'j' => {
                (number, rest) = up_to(text, 3, 1, 366)?;
                self.day_of_year = Some(number);
            }
            'H' => (self.hour, rest) = up_to(text, 2, 0, 23)?,
            'I' => {
                (self.hour, rest) = up_to(text, 2, 1, 12)?;
                self.twelve = true;
            }
            'M' => (self.minute, rest) = up_to(text, 2, 0, 59)?,
            'S' => (self.second, rest) = up_to(text, 2, 0, 61)?,
            'f' => {
                let length = text.bytes().take(6).take_while(u8::is_ascii_digit).count();
                let padded: String = text.get(..length)?.chars().chain("000000".chars()).take(6).collect();
                self.micro = digits(text.get(..length)?).and_then(|_| digits(&padded))?;
                rest = text.get(length..)?;
            }
            'p' => {
                let word = text.get(..2)?.to_ascii_uppercase();
                self.afternoon = match word.as_str() {
                    "AM" => false,
                    "PM" => true,
                    _ => return None,
                };
                return text.get(2..);
            }
            'a' | 'A' => return named(text, day_names(), directive == 'A').map(|(_, rest)| rest),
            'b' | 'B' | 'h' => {
                let (index, rest) = named(text, month_names(), directive == 'B')?;
                self.month = i32::try_from(index + 1).ok();
                return Some(rest);
            }
            'z' => return self.offset(text),
            'Z' => {
                let word = text.get(..3)?.to_ascii_uppercase();
                return if word == "UTC" || word == "GMT" { text.get(3..) } else { None };
            }
            'w' => (_, rest) = up_to(text, 1, 0, 6)?,
            'U' | 'W' => (_, rest) = up_to(text, 2, 0, 53)?,
            '%' => return text.strip_prefix('%'),
            _ => return None,
        }
        Some(rest)
    }

    fn offset<'t>(&mut self, text: &'t str) -> Option<&'t str> {
        if let Some(rest) = text.strip_prefix('Z') {
            self.zone = Some(0);
            return Some(rest);
        }
        if !text.starts_with(['+', '-']) {
            return None;
        }
        let colon = text.as_bytes().get(3) == Some(&b':');
        let end = if colon { 6 } else { 5 };
        self.zone = Some(iso_offset(text.get(..end)?)?);
        text.get(end..)
    }

    fn moment(&self) -> Option<Moment> {
        let year = i16::try_from(self.year.unwrap_or(1900)).ok().filter(|year| *year >= 1)?;
        let date = match (self.month, self.day, self.day_of_year) {
            (None, None, Some(day)) => calendar::from_ordinal(calendar::ordinal(Date::new(year, 1, 1).ok()?) + i128::from(day) - 1)?,
            (month, day, _) => Date::new(year, i8::try_from(month.unwrap_or(1)).ok()?, i8::try_from(day.unwrap_or(1)).ok()?).ok()?,
        };
        let hour = match (self.twelve, self.afternoon, self.hour) {
            (true, true, hour) if hour < 12 => hour + 12,
            (true, false, 12) => 0,
            (_, _, hour) => hour,
        };
        let part = |number: i32| i8::try_from(number).ok();
        let time = Time::new(part(hour)?, part(self.minute)?, part(self.second.min(59))?, self.micro * 1000).ok()?;
        Some((DateTime::from_parts(date, time), self.zone))
    }
}

/// The longest number of at most `width` digits within the limits.
fn up_to(text: &str, width: usize, low: i32, high: i32) -> Option<(i32, &str)> {
    let length = text.bytes().take(width).take_while(u8::is_ascii_digit).count();
    (1..=length).rev().find_map(|length| {
        let number = digits(text.get(..length)?)?;
        (low..=high).contains(&number).then_some(()).and_then(|()| Some((number, text.get(length..)?)))
    })
}

fn named<'t>(text: &'t str, names: &[&str], full: bool) -> Option<(usize, &'t str)> {
    names.iter().enumerate().find_map(|(index, name)| {
        let name = if full { name } else { name.get(..3)? };
        let head = text.get(..name.len())?;
        head.eq_ignore_ascii_case(name).then(|| text.get(name.len()..)).flatten().map(|rest| (index, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_iso_forms() {
        for (text, expected, zone) in [
            ("2024-01-02", "2024-01-02T00:00:00", None),
            ("2024-01-02T03:04:05.678+02:00", "2024-01-02T03:04:05.678", Some(7200)),
            ("20240102T030405Z", "2024-01-02T03:04:05", Some(0)),
            ("2024-W01-3 10:00", "2024-01-03T10:00:00", None),
        ] {
            let (moment, offset) = iso_moment(text).expect(text);
            assert_eq!((moment.to_string().as_str(), offset), (expected, zone), "{text}");
        }
        assert!(iso_moment("2024-13-02").is_none());
    }

    #[test]
    fn reads_by_format() {
        let (moment, zone) = strptime("5 March 2024 02:07 PM +0130", "%d %B %Y %I:%M %p %z").expect("fits");
        assert_eq!((moment.to_string().as_str(), zone), ("2024-03-05T14:07:00", Some(5400)));
        assert_eq!(strptime("x", "%Y").unwrap_err(), "time data 'x' does not match format '%Y'");
        assert_eq!(strptime("2024-01-01x", "%Y-%m-%d").unwrap_err(), "unconverted data remains: x");
    }
}
