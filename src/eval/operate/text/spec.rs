//! Format specifications: `{:>10}`, `{:,.2f}`, `{:04d}`.

use crate::eval::operate::number::float_text;

/// A parsed format specification.
#[derive(Clone, Debug, PartialEq)]
pub struct Spec {
    pub fill: char,
    pub align: Option<char>,
    pub sign: char,
    pub alternate: bool,
    pub width: usize,
    pub grouping: Option<char>,
    pub precision: Option<usize>,
    /// The presentation type, `\0` where none is given.
    pub kind: char,
}

impl Spec {
    /// Parses `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut spec = Self { fill: ' ', align: None, sign: '-', alternate: false, width: 0, grouping: None, precision: None, kind: '\0' };
        let mut rest = text;
        let mut chars = rest.chars();
        let (first, second) = (chars.next(), chars.next());
        if let (Some(fill), Some(align @ ('<' | '>' | '^' | '='))) = (first, second) {
            (spec.fill, spec.align) = (fill, Some(align));
            rest = rest.get(fill.len_utf8() + 1..)?;
        } else if let Some(align @ ('<' | '>' | '^' | '=')) = first {
            spec.align = Some(align);
            rest = rest.get(1..)?;
        }
        if let Some(sign @ ('+' | '-' | ' ')) = rest.chars().next() {
            spec.sign = sign;
            rest = rest.get(1..)?;
        }
        rest = rest.strip_prefix('z').unwrap_or(rest);
        if let Some(after) = rest.strip_prefix('#') {
            (spec.alternate, rest) = (true, after);
        }
        if let Some(after) = rest.strip_prefix('0') {
            rest = after;
            if spec.align.is_none() {
                (spec.fill, spec.align) = ('0', Some('='));
            }
        }
        let (width, after) = digits(rest);
        spec.width = width.unwrap_or(0);
        rest = after;
        if let Some(grouping @ (',' | '_')) = rest.chars().next() {
            spec.grouping = Some(grouping);
            rest = rest.get(1..)?;
        }
        if let Some(after) = rest.strip_prefix('.') {
            let (precision, after) = digits(after);
            spec.precision = Some(precision?);
            rest = after;
        }
        let mut kinds = rest.chars();
        spec.kind = kinds.next().unwrap_or('\0');
        (kinds.next().is_none() && spec.width <= 1_000_000 && spec.precision.unwrap_or(0) <= 10_000).then_some(spec)
    }

    /// A text under this specification; nothing where the type is none for texts.
    pub fn text(&self, text: &str) -> Option<String> {
        if !matches!(self.kind, '\0' | 's') {
            return None;
        }
        let cut: String = match self.precision {
            Some(precision) => text.chars().take(precision).collect(),
            None => text.to_owned(),
        };
        Some(self.pad(&cut, self.align.unwrap_or('<')))
    }

    /// An integer under this specification.
    pub fn integer(&self, number: i128) -> Option<String> {
        let magnitude = number.unsigned_abs();
        let (prefix, digits) = match self.kind {
            '\0' | 'd' | 'n' => ("", magnitude.to_string()),
            'x' => ("0x", format!("{magnitude:x}")),
            'X' => ("0X", format!("{magnitude:X}")),
            'o' => ("0o", format!("{magnitude:o}")),
            'b' => ("0b", format!("{magnitude:b}")),
            'c' => return Some(self.pad(&char::from_u32(u32::try_from(number).ok()?)?.to_string(), self.align.unwrap_or('<'))),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%' => return self.float(number as f64),
            _ => return None,
        };
        let prefix = if self.alternate { prefix } else { "" };
        Some(self.signed(number < 0, prefix, &digits, ""))
    }

    /// A float under this specification.
    pub fn float(&self, number: f64) -> Option<String> {
        let magnitude = number.abs();
        let precision = self.precision.unwrap_or(6);
        let (digits, suffix) = match self.kind {
            'f' | 'F' => (format!("{magnitude:.precision$}"), ""),
            '%' => (format!("{:.precision$}", magnitude * 100.0), "%"),
            'e' | 'E' => (exponential(magnitude, precision), ""),
            'g' | 'G' | 'n' => (general(magnitude, precision.max(1)), ""),
            '\0' => match self.precision {
                None => (float_text(magnitude), ""),
                Some(precision) => {
                    let text = general(magnitude, precision.max(1));
                    (if text.contains(['.', 'e', 'n', 'i']) { text } else { format!("{text}.0") }, "")
                }
            },
            _ => return None,
        };
        let digits = if self.kind.is_ascii_uppercase() { digits.to_uppercase() } else { digits };
        Some(self.signed(number.is_sign_negative() && !number.is_nan(), "", &digits, suffix))
    }

    fn signed(&self, negative: bool, prefix: &str, digits: &str, suffix: &str) -> String {
        let sign = match (negative, self.sign) {
            (true, _) => "-",
            (false, '+') => "+",
            (false, ' ') => " ",
            _ => "",
        };
        let head = format!("{sign}{prefix}");
        let align = self.align.unwrap_or('>');
        let mut body = self.grouped(digits);
        if align == '=' {
            let used = head.chars().count() + suffix.len();
            while self.fill == '0' && self.grouping.is_some() && used + body.chars().count() < self.width {
                let padded = format!("0{}", body.replace(self.grouping.unwrap_or(','), ""));
                body = self.grouped(&padded);
            }
            let missing = self.width.saturating_sub(used + body.chars().count());
            return format!("{head}{}{body}{suffix}", self.fill.to_string().repeat(missing));
        }
        self.pad(&format!("{head}{body}{suffix}"), align)
    }

    fn grouped(&self, digits: &str) -> String {
        let Some(separator) = self.grouping else { return digits.to_owned() };
        let size = if matches!(self.kind, 'x' | 'X' | 'o' | 'b') { 4 } else { 3 };
        let (whole, fraction) = match digits.find(['.', 'e']) {
            Some(at) => digits.split_at(at),
            None => (digits, ""),
        };
        let mut text = String::new();
        for (index, char) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(size) {
                text.push(separator);
            }
            text.push(char);
        }
        text.push_str(fraction);
        text
    }

    fn pad(&self, text: &str, align: char) -> String {
        let missing = self.width.saturating_sub(text.chars().count());
        let left = match align {
            '<' => 0,
            '^' => missing / 2,
            _ => missing,
        };
        let fill = self.fill.to_string();
        format!("{}{text}{}", fill.repeat(left), fill.repeat(missing - left))
    }
}

fn digits(text: &str) -> (Option<usize>, &str) {
    let end = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number.parse().ok(), rest)
}

fn exponential(number: f64, precision: usize) -> String {
    if !number.is_finite() {
        return float_text(number);
    }
    let text = format!("{number:.precision$e}");
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{mantissa}e{sign}{:02}", exponent.abs())
}

fn general(number: f64, precision: usize) -> String {
    if !number.is_finite() {
        return float_text(number);
    }
    if number == 0.0 {
        return "0".into();
    }
    let scientific = exponential(number, precision - 1);
    let exponent: i32 = scientific.split_once('e').and_then(|(_, exponent)| exponent.parse().ok()).unwrap_or(0);
    let precision_i32 = i32::try_from(precision).unwrap_or(i32::MAX);
    if exponent < -4 || exponent >= precision_i32 {
        let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "+00"));
        return format!("{}e{exponent}", trimmed(mantissa));
    }
    let decimals = usize::try_from(precision_i32 - 1 - exponent).unwrap_or(0);
    trimmed(&format!("{number:.decimals$}")).to_owned()
}

fn trimmed(text: &str) -> &str {
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { text }
}

#[cfg(test)]
mod tests {
    use super::Spec;

    fn spec(text: &str) -> Spec {
        Spec::parse(text).unwrap()
    }

    /// Expected texts come from CPython's `format()`.
    #[test]
    fn numbers_and_texts_are_formatted_as_python_does() {
        assert_eq!(spec("04d").integer(-7).unwrap(), "-007");
        assert_eq!(spec(",").integer(1_234_567).unwrap(), "1,234,567");
        assert_eq!(spec("#x").integer(255).unwrap(), "0xff");
        assert_eq!(spec("+.2f").float(1.23456).unwrap(), "+1.23");
        assert_eq!(spec(",.2f").float(1234567.891).unwrap(), "1,234,567.89");
        assert_eq!(spec(".3").float(1234.5).unwrap(), "1.23e+03");
        assert_eq!(spec("g").float(0.0001).unwrap(), "0.0001");
        assert_eq!(spec(".1%").float(0.256).unwrap(), "25.6%");
        assert_eq!(spec("*^9").text("mid").unwrap(), "***mid***");
        assert_eq!(spec(">5.2").text("abc").unwrap(), "   ab");
        assert_eq!(spec("08,d").integer(1234).unwrap(), "0,001,234");
        assert!(spec("d").text("x").is_none());
        assert!(Spec::parse("5q5").is_none());
    }
}
