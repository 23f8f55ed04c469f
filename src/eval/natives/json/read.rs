//! `json.loads`: text to values, as CPython's decoder reads it.

use crate::eval::dict::{Dict, Key};
use crate::eval::value::Value;

/// Why a text is no JSON: the message, and where in characters.
pub struct Fault {
    pub message: &'static str,
    pub position: usize,
}

/// A text that is being read.
pub struct Reader<'t> {
    bytes: &'t [u8],
    text: &'t str,
    at: usize,
    depth: usize,
}

type Read<T = Value> = Result<T, Fault>;

/// Reads a whole document.
pub fn document(text: &str) -> Read {
    let mut reader = Reader { bytes: text.as_bytes(), text, at: 0, depth: 0 };
    reader.space();
    let value = reader.value()?;
    reader.space();
    if reader.at < text.len() { Err(reader.fault("Extra data", reader.at)) } else { Ok(value) }
}

impl Reader<'_> {
    fn fault(&self, message: &'static str, at: usize) -> Fault {
        let before = self.text.get(..at.min(self.text.len())).unwrap_or(self.text);
        Fault { message, position: before.chars().count() }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn word(&mut self, word: &str) -> bool {
        let found = self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word));
        if found {
            self.at += word.len();
        }
        found
    }

    fn value(&mut self) -> Read {
        if self.depth > 900 {
            return Err(self.fault("the document is nested too deeply", self.at));
        }
        let start = self.at;
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                return self.string().map(Value::str);
            }
            Some(b'{') => return self.deeper(Self::object),
            Some(b'[') => return self.deeper(Self::array),
            _ => {}
        }
        for (word, value) in [
            ("null", Value::None),
            ("true", Value::Bool(true)),
            ("false", Value::Bool(false)),
            ("NaN", Value::Float(f64::NAN)),
            ("Infinity", Value::Float(f64::INFINITY)),
            ("-Infinity", Value::Float(f64::NEG_INFINITY)),
        ] {
            if self.word(word) {
                return Ok(value);
            }
        }
        self.number().ok_or_else(|| self.fault("Expecting value", start))
    }

    fn deeper(&mut self, read: fn(&mut Self) -> Read) -> Read {
        self.at += 1;
        self.depth += 1;
        let value = read(self);
        self.depth -= 1;
        value
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self) -> Option<Value> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.peek() {
            Some(b'0') => self.at += 1,
            _ if self.digits() > 0 => {}
            _ => {
                self.at = start;
                return None;
            }
        }
        let mut float = false;
        let whole = self.at;
        if self.peek() == Some(b'.') {
            self.at += 1;
            if self.digits() > 0 { float = true } else { self.at = whole }
        }
        let mantissa = self.at;
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            if self.digits() > 0 { float = true } else { self.at = mantissa }
        }
        let text = self.text.get(start..self.at)?;
        let integer = if float { None } else { text.parse().ok().map(Value::Int) };
        integer.or_else(|| text.parse().ok().map(Value::Float))
    }

    fn array(&mut self) -> Read {
        let mut items = Vec::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::list(items));
        }
        loop {
            items.push(self.value()?);
            self.space();
            match self.peek() {
                Some(b']') => {
                    self.at += 1;
                    return Ok(Value::list(items));
                }
                Some(b',') => self.at += 1,
                _ => return Err(self.fault("Expecting ',' delimiter", self.at)),
            }
            self.space();
        }
    }

    fn object(&mut self) -> Read {
        let mut dict = Dict::new();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Value::dict(dict));
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.fault("Expecting property name enclosed in double quotes", self.at));
            }
            self.at += 1;
            let name: std::rc::Rc<str> = self.string()?.into();
            self.space();
            if self.peek() != Some(b':') {
                return Err(self.fault("Expecting ':' delimiter", self.at));
            }
            self.at += 1;
            self.space();
            let value = self.value()?;
            dict.insert(Key::Str(std::rc::Rc::clone(&name)), Value::Str(name), value);
            self.space();
            match self.peek() {
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Value::dict(dict));
                }
                Some(b',') => self.at += 1,
                _ => return Err(self.fault("Expecting ',' delimiter", self.at)),
            }
            self.space();
        }
    }

    /// The rest of a string after its opening quote.
    fn string(&mut self) -> Read<String> {
        let begin = self.at - 1;
        let mut result = String::new();
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let plain = rest.find(|char: char| char == '"' || char == '\\' || char < ' ').unwrap_or(rest.len());
            result.push_str(rest.get(..plain).unwrap_or_default());
            self.at += plain;
            match self.peek() {
                None => return Err(self.fault("Unterminated string starting at", begin)),
                Some(b'"') => {
                    self.at += 1;
                    return Ok(result);
                }
                Some(b'\\') => {
                    self.at += 1;
                    let char = self.escape(begin)?;
                    result.push(char);
                }
                Some(_) => return Err(self.fault("Invalid control character at", self.at)),
            }
        }
    }

    fn escape(&mut self, begin: usize) -> Read<char> {
        let escape = self.peek().ok_or_else(|| self.fault("Unterminated string starting at", begin))?;
        self.at += 1;
        Ok(match escape {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => return self.unicode(),
            _ => return Err(self.fault("Invalid \\escape", self.at - 2)),
        })
    }

    fn unit(&mut self) -> Read<u16> {
        let text = self.text.get(self.at..self.at + 4).filter(|text| text.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = text.and_then(|text| u16::from_str_radix(text, 16).ok());
        let unit = unit.ok_or_else(|| self.fault("Invalid \\uXXXX escape", self.at - 1))?;
        self.at += 4;
        Ok(unit)
    }

    fn unicode(&mut self) -> Read<char> {
        let high = self.unit()?;
        if (0xD800..0xDC00).contains(&high) && self.word("\\u") {
            let low = self.unit()?;
            return Ok(char::decode_utf16([high, low]).next().and_then(Result::ok).unwrap_or('\u{FFFD}'));
        }
        Ok(char::from_u32(u32::from(high)).unwrap_or('\u{FFFD}'))
    }
}
