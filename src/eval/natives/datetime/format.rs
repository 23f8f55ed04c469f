//! How dates and times are written: `isoformat`, `str`, `strftime`.

use jiff::civil::{Date, DateTime, Time};

use super::calendar::microsecond;

const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// The English names of days, Monday first.
pub fn day_names() -> &'static [&'static str] {
    &DAYS
}

/// The English names of months.
pub fn month_names() -> &'static [&'static str] {
    &MONTHS
}

/// `date.isoformat()`.
pub fn date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// `time.isoformat(timespec)`; nothing where the precision has no such name.
pub fn time(time: Time, precision: &str) -> Option<String> {
    let (hour, minute, second, micro) = (time.hour(), time.minute(), time.second(), microsecond(time));
    Some(match precision {
        "auto" if micro == 0 => format!("{hour:02}:{minute:02}:{second:02}"),
        "auto" | "microseconds" => format!("{hour:02}:{minute:02}:{second:02}.{micro:06}"),
        "milliseconds" => format!("{hour:02}:{minute:02}:{second:02}.{:03}", micro / 1000),
        "seconds" => format!("{hour:02}:{minute:02}:{second:02}"),
        "minutes" => format!("{hour:02}:{minute:02}"),
        "hours" => format!("{hour:02}"),
        _ => return None,
    })
}

/// An offset as `isoformat` writes it, like `+02:00`.
pub fn offset(seconds: i32, colon: &str) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let text = format!("{sign}{:02}{colon}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 == 0 { text } else { format!("{text}{colon}{:02}", seconds % 60) }
}

/// `datetime.isoformat(sep, timespec)`.
pub fn moment(moment: DateTime, zone: Option<i32>, separator: &str, precision: &str) -> Option<String> {
    let zone = zone.map(|seconds| offset(seconds, ":")).unwrap_or_default();
    Some(format!("{}{separator}{}{zone}", date(moment.date()), time(moment.time(), precision)?))
}

/// `str(timezone)` and `%Z`: `UTC`, `UTC+02:00`.
pub fn zone_name(seconds: i32) -> String {
    if seconds == 0 { "UTC".to_owned() } else { format!("UTC{}", offset(seconds, ":")) }
}

/// `str(timedelta)`.
pub fn delta(microseconds: i128) -> String {
    let days = microseconds.div_euclid(super::calendar::DAY);
    let rest = microseconds.rem_euclid(super::calendar::DAY);
    let (seconds, micro) = (rest / 1_000_000, rest % 1_000_000);
    let mut text = String::new();
    if days != 0 {
        text = format!("{days} day{}, ", if days.abs() == 1 { "" } else { "s" });
    }
    text.push_str(&format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60));
    if micro != 0 {
        text.push_str(&format!(".{micro:06}"));
    }
    text
}

fn cut(text: &str, length: usize) -> &str {
    text.get(..length).unwrap_or(text)
}

fn name(names: &[&'static str], index: i8) -> &'static str {
    usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
}

/// `datetime.strftime(format)` in the C locale.
pub fn strftime(moment: DateTime, zone: Option<i32>, format: &str) -> String {
    let mut result = String::new();
    let mut chars = format.chars();
    while let Some(char) = chars.next() {
        if char != '%' {
            result.push(char);
            continue;
        }
        let Some(mut directive) = chars.next() else {
            result.push('%');
            break;
        };
        // glibc: `%-d` writes no padding.
        let bare = directive == '-';
        if bare {
            directive = chars.next().unwrap_or('-');
        }
        match directive_text(moment, zone, directive) {
            Some(text) if bare => result.push_str(match text.trim_start_matches(['0', ' ']) {
                "" if !text.is_empty() => "0",
                trimmed => trimmed,
            }),
            Some(text) => result.push_str(&text),
            None => {
                result.push('%');
                result.push(directive);
            }
        }
    }
    result
}

fn directive_text(moment: DateTime, zone: Option<i32>, directive: char) -> Option<String> {
    let (date, time) = (moment.date(), moment.time());
    let weekday = date.weekday().to_monday_zero_offset();
    let twelve = match time.hour() % 12 {
        0 => 12,
        hour => hour,
    };
    let week = |first_day: i16| (i32::from(date.day_of_year()) + 6 - i32::from((i16::from(weekday) + 7 - first_day) % 7)) / 7;
    let iso = date.iso_week_date();
    Some(match directive {
        'a' => cut(name(&DAYS, weekday), 3).to_owned(),
        'A' => name(&DAYS, weekday).to_owned(),
        'w' => ((weekday + 1) % 7).to_string(),
        'u' => (weekday + 1).to_string(),
        'd' => format!("{:02}", date.day()),
        'e' => format!("{:2}", date.day()),
        'b' | 'h' => cut(name(&MONTHS, date.month() - 1), 3).to_owned(),
        'B' => name(&MONTHS, date.month() - 1).to_owned(),
        'm' => format!("{:02}", date.month()),
        'y' => format!("{:02}", date.year().rem_euclid(100)),
        'C' => format!("{:02}", date.year() / 100),
        // glibc pads no years.
        'Y' => date.year().to_string(),
        'G' => iso.year().to_string(),
        'V' => format!("{:02}", iso.week()),
        'H' => format!("{:02}", time.hour()),
        'I' => format!("{twelve:02}"),
        'p' => (if time.hour() < 12 { "AM" } else { "PM" }).to_owned(),
        'M' => format!("{:02}", time.minute()),
        'S' => format!("{:02}", time.second()),
        'f' => format!("{:06}", microsecond(time)),
        'z' => zone.map(|seconds| offset(seconds, "")).unwrap_or_default(),
        'Z' => zone.map(zone_name).unwrap_or_default(),
        'j' => format!("{:03}", date.day_of_year()),
        'U' => format!("{:02}", week(6)),
        'W' => format!("{:02}", week(0)),
        'c' => strftime(moment, zone, "%a %b %e %H:%M:%S %Y"),
        'x' | 'D' => strftime(moment, zone, "%m/%d/%y"),
        'X' | 'T' => strftime(moment, zone, "%H:%M:%S"),
        'R' => strftime(moment, zone, "%H:%M"),
        'r' => strftime(moment, zone, "%I:%M:%S %p"),
        'F' => strftime(moment, zone, "%Y-%m-%d"),
        's' => {
            (super::calendar::of_moment(moment) / 1_000_000 - super::calendar::EPOCH * 86_400 - i128::from(zone.unwrap_or(0))).to_string()
        }
        'n' => "\n".to_owned(),
        't' => "\t".to_owned(),
        '%' => "%".to_owned(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_deltas_as_python_does() {
        assert_eq!(delta(-1), "-1 day, 23:59:59.999999");
        assert_eq!(delta(2 * super::super::calendar::DAY + 3_723_000_000), "2 days, 1:02:03");
    }

    #[test]
    fn formats_every_directive() {
        let moment: DateTime = "2024-03-05T14:07:09.000123".parse().expect("a moment");
        assert_eq!(
            strftime(moment, Some(7200), "%a %A %w %d %b %B %m %y %Y %H %I %p %M %S %f %z %Z %j %U %W %c %x %X %G %V %u %-d %%"),
            "Tue Tuesday 2 05 Mar March 03 24 2024 14 02 PM 07 09 000123 +0200 UTC+02:00 065 09 10 Tue Mar  5 14:07:09 2024 03/05/24 14:07:09 2024 10 2 5 %"
        );
    }
}
