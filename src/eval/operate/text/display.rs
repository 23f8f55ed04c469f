//! `repr()`.

use std::fmt::Write;

use super::plain_number;
use crate::eval::dict::DictKind;
use crate::eval::exception::Evaluated;
use crate::eval::function::Native;
use crate::eval::host::{Access, Args, Host};
use crate::eval::value::{Data, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `repr(value)`: a `Str`, or what makes it unknown or live.
    pub fn repr(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated {
        self.enter(span)?;
        let mut text = String::new();
        let result = self.write_repr(host, value, span, &mut text);
        self.leave();
        Ok(result?.unwrap_or_else(|| Value::str(text)))
    }

    /// Writes the `repr`; gives what makes it unknown, where something does.
    fn write_repr(&mut self, host: &mut dyn Host, value: &Value, span: Span, text: &mut String) -> Evaluated<Option<Value>> {
        match value {
            Value::None => text.push_str("None"),
            Value::Ellipsis => text.push_str("Ellipsis"),
            Value::NotImplemented => text.push_str("NotImplemented"),
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => text.push_str(&plain_number(value).unwrap_or_default()),
            Value::Str(inner) => text.push_str(&quoted(inner)),
            Value::Bytes(bytes) => text.push_str(&quoted_bytes(bytes)),
            Value::List(items) => {
                let items = items.borrow().clone();
                return self.write_items(host, "[", &items, "]", span, text);
            }
            Value::Tuple(items) => {
                return self.write_items(host, "(", items, if items.len() == 1 { ",)" } else { ")" }, span, text);
            }
            Value::Set(set) => {
                let items: Vec<Value> = set.borrow().iter().cloned().collect();
                if items.is_empty() {
                    text.push_str("set()");
                    return Ok(None);
                }
                return self.write_items(host, "{", &items, "}", span, text);
            }
            Value::FrozenSet(set) => {
                let items: Vec<Value> = set.iter().cloned().collect();
                if items.is_empty() {
                    text.push_str("frozenset()");
                    return Ok(None);
                }
                return self.write_items(host, "frozenset({", &items, "})", span, text);
            }
            Value::Dict(dict) => {
                let (kind, entries): (DictKind, Vec<(Value, Value)>) = {
                    let dict = dict.borrow();
                    (dict.kind.clone(), dict.iter().map(|(name, value)| (name.clone(), value.clone())).collect())
                };
                return self.write_dict(host, &kind, &entries, span, text);
            }
            Value::Range(range) if range.step == 1 => {
                let _ = write!(text, "range({}, {})", range.start, range.stop);
            }
            Value::Range(range) => {
                let _ = write!(text, "range({}, {}, {})", range.start, range.stop, range.step);
            }
            Value::Slice(parts) => return self.write_items(host, "slice(", &parts[..], ")", span, text),
            Value::Function(function) => {
                let _ = write!(text, "<function {}>", function.name);
            }
            Value::Native(Native::Type(ty)) if ty.module == "builtins" => {
                let _ = write!(text, "<class '{}'>", ty.name);
            }
            Value::Native(Native::Type(ty)) => {
                let _ = write!(text, "<class '{}.{}'>", ty.module, ty.name);
            }
            Value::Native(native) => {
                let _ = write!(text, "<built-in function {}>", native.name());
            }
            Value::Class(class) => {
                if let Some(method) = self.special(host, value, "__repr__", span)? {
                    return self.write_asked(host, &method, span, text);
                }
                let module =
                    if class.module.is_empty() || &*class.module == "builtins" { String::new() } else { format!("{}.", class.module) };
                let _ = write!(text, "<class '{module}{}'>", class.name);
            }
            Value::Module(module) => {
                let _ = write!(text, "<module '{}'>", module.name);
            }
            Value::Library(library) => {
                let shown = Self::outcome(host.library(self, Access::Text { object: library, repr: true }, span))?;
                return Ok(append(text, shown));
            }
            Value::Unknown(_) => return Ok(Some(value.clone())),
            Value::Live(live) => return Ok(Some(live.then(" as text"))),
            Value::Instance(_) | Value::Object(_) | Value::Data(_) => return self.write_object(host, value, span, text),
            Value::Method(_) | Value::Generator(_) | Value::Descriptor(_) | Value::Super(_) => {
                let _ = write!(text, "<{} object>", self.type_name(value));
            }
        }
        Ok(None)
    }

    fn write_object(&mut self, host: &mut dyn Host, value: &Value, span: Span, text: &mut String) -> Evaluated<Option<Value>> {
        if let Some(method) = self.special(host, value, "__repr__", span)? {
            return self.write_asked(host, &method, span, text);
        }
        match value {
            Value::Instance(instance) => {
                let native = instance.native.borrow().clone();
                if let Some(part) = native.or_else(|| Self::library_part(value).map(Value::Library)) {
                    let shown = self.repr(host, &part, span)?;
                    return Ok(append(text, shown));
                }
                let _ = write!(text, "<{}.{} object>", instance.class.module, instance.class.name);
            }
            Value::Data(data) => match &**data {
                Data::Decimal(number) => {
                    let _ = write!(text, "Decimal('{number}')");
                }
                Data::Uuid(number) => {
                    let _ = write!(text, "UUID('{}')", uuid(*number));
                }
                _ => {
                    let _ = write!(text, "<{}>", self.type_name(value));
                }
            },
            _ => {
                let _ = write!(text, "<{} object>", self.type_name(value));
            }
        }
        Ok(None)
    }

    fn write_asked(&mut self, host: &mut dyn Host, method: &Value, span: Span, text: &mut String) -> Evaluated<Option<Value>> {
        let shown = self.call(host, method, Args::default(), span)?;
        Ok(append(text, shown))
    }

    fn write_items(
        &mut self,
        host: &mut dyn Host,
        open: &str,
        items: &[Value],
        close: &str,
        span: Span,
        text: &mut String,
    ) -> Evaluated<Option<Value>> {
        text.push_str(open);
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                text.push_str(", ");
            }
            let shown = self.repr(host, item, span)?;
            if let Some(uncertain) = append(text, shown) {
                return Ok(Some(uncertain));
            }
        }
        text.push_str(close);
        Ok(None)
    }

    fn write_dict(
        &mut self,
        host: &mut dyn Host,
        kind: &DictKind,
        entries: &[(Value, Value)],
        span: Span,
        text: &mut String,
    ) -> Evaluated<Option<Value>> {
        let close = match kind {
            DictKind::Plain => "",
            DictKind::Ordered | DictKind::Counter if entries.is_empty() => {
                text.push_str(if matches!(kind, DictKind::Counter) { "Counter()" } else { "OrderedDict()" });
                return Ok(None);
            }
            DictKind::Ordered => {
                text.push_str("OrderedDict(");
                ")"
            }
            DictKind::Counter => {
                text.push_str("Counter(");
                ")"
            }
            DictKind::Default(factory) => {
                text.push_str("defaultdict(");
                let shown = self.repr(host, factory, span)?;
                if let Some(uncertain) = append(text, shown) {
                    return Ok(Some(uncertain));
                }
                text.push_str(", ");
                ")"
            }
        };
        let [open, before, between, behind, end] = match kind {
            DictKind::Ordered => ["[", "(", ", ", ")", "]"],
            _ => ["{", "", ": ", "", "}"],
        };
        // A counter shows its largest counts first.
        let mut entries: Vec<&(Value, Value)> = entries.iter().collect();
        if matches!(kind, DictKind::Counter) {
            entries.sort_by_key(|(_, count)| std::cmp::Reverse(if let Value::Int(count) = count { *count } else { 0 }));
        }
        text.push_str(open);
        for (index, (name, value)) in entries.into_iter().enumerate() {
            if index > 0 {
                text.push_str(", ");
            }
            text.push_str(before);
            for (part, after) in [(name, between), (value, behind)] {
                let shown = self.repr(host, part, span)?;
                if let Some(uncertain) = append(text, shown) {
                    return Ok(Some(uncertain));
                }
                text.push_str(after);
            }
        }
        text.push_str(end);
        text.push_str(close);
        Ok(None)
    }
}

/// Appends a text, or gives back what is none.
fn append(text: &mut String, shown: Value) -> Option<Value> {
    match shown {
        Value::Str(shown) => {
            text.push_str(&shown);
            None
        }
        uncertain @ (Value::Unknown(_) | Value::Live(_)) => Some(uncertain),
        _ => None,
    }
}

/// A text as Python's `repr()` writes it.
pub fn quoted(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push(quote);
    for char in text.chars() {
        match char {
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            char if char == quote => {
                quoted.push('\\');
                quoted.push(char);
            }
            char if char.is_control() || matches!(char, '\u{ad}' | '\u{a0}' | '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                quoted.push_str(&escape(char));
            }
            char => quoted.push(char),
        }
    }
    quoted.push(quote);
    quoted
}

fn escape(char: char) -> String {
    match char as u32 {
        code @ 0..=0xff => format!("\\x{code:02x}"),
        code @ 0..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

/// A text with all but ASCII escaped, as `ascii()` writes it.
pub fn escape_non_ascii(text: &str) -> String {
    text.chars().map(|char| if char.is_ascii() { char.to_string() } else { escape(char) }).collect()
}

/// Bytes as Python's `repr()` writes them.
pub fn quoted_bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut text = format!("b{quote}");
    for byte in bytes {
        match byte {
            b'\\' => text.push_str("\\\\"),
            b'\n' => text.push_str("\\n"),
            b'\r' => text.push_str("\\r"),
            b'\t' => text.push_str("\\t"),
            byte if char::from(*byte) == quote => {
                text.push('\\');
                text.push(quote);
            }
            0x20..=0x7e => text.push(char::from(*byte)),
            byte => {
                let _ = write!(text, "\\x{byte:02x}");
            }
        }
    }
    text.push(quote);
    text
}

/// A UUID in its canonical form.
pub fn uuid(number: u128) -> String {
    let hex = format!("{number:032x}");
    let mut text = String::with_capacity(36);
    for (index, char) in hex.chars().enumerate() {
        if matches!(index, 8 | 12 | 16 | 20) {
            text.push('-');
        }
        text.push(char);
    }
    text
}
