//! Text: `str()`, `repr()`, and the three ways to format.

mod display;
mod joined;
mod percent;
pub mod spec;
mod template;

pub use display::{escape_non_ascii, quoted, quoted_bytes};
pub use joined::Joined;

use std::rc::Rc;

use super::number::float_text;
use crate::eval::exception::Evaluated;
use crate::eval::host::{Access, Args, Host};
use crate::eval::value::{Data, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `str(value)`: a `Str`, or what makes it unknown or live.
    pub fn text(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated {
        match value {
            Value::Str(_) | Value::Unknown(_) => Ok(value.clone()),
            Value::Live(live) => Ok(live.then(" as text")),
            Value::Library(library) => Self::outcome(host.library(self, Access::Text { object: library, repr: false }, span)),
            Value::Data(data) => self.data_text(host, data, value, span),
            Value::Instance(instance) => {
                for name in ["__str__", "__repr__"] {
                    if let Some(method) = self.special(host, value, name, span)? {
                        return self.call(host, &method, Args::default(), span);
                    }
                }
                let native = instance.native.borrow().clone();
                match native.or_else(|| Self::library_part(value).map(Value::Library)) {
                    Some(part) => self.text(host, &part, span),
                    None => self.repr(host, value, span),
                }
            }
            Value::Object(_) => match self.special(host, value, "__str__", span)? {
                Some(method) => self.call(host, &method, Args::default(), span),
                None => self.repr(host, value, span),
            },
            _ => self.repr(host, value, span),
        }
    }

    fn data_text(&mut self, host: &mut dyn Host, data: &Data, value: &Value, span: Span) -> Evaluated {
        if let Some(method) = self.special(host, value, "__str__", span)? {
            return self.call(host, &method, Args::default(), span);
        }
        Ok(match data {
            Data::Decimal(text) => Value::Str(Rc::clone(text)),
            Data::Uuid(number) => Value::str(display::uuid(*number)),
            _ => return self.repr(host, value, span),
        })
    }

    /// `format(value, spec)`: a `Str`, or what makes it unknown or live.
    pub fn format(&mut self, host: &mut dyn Host, value: &Value, spec: &str, span: Span) -> Evaluated {
        if spec.is_empty() && !matches!(value, Value::Instance(_) | Value::Object(_) | Value::Data(_)) {
            return self.text(host, value, span);
        }
        match value {
            Value::Unknown(_) | Value::Live(_) => return self.text(host, value, span),
            Value::Instance(_) | Value::Object(_) | Value::Data(_) => {
                if let Some(method) = self.special(host, value, "__format__", span)? {
                    return self.call(host, &method, Args::of([Value::str(spec)], span), span);
                }
                if let Value::Instance(instance) = value {
                    let native = instance.native.borrow().clone();
                    // A text enumeration formats as its class says since Python 3.12; other native parts as themselves.
                    if let Some(native) = native
                        && self.special(host, value, "__str__", span)?.is_none()
                    {
                        return self.format(host, &native, spec, span);
                    }
                }
            }
            _ => {}
        }
        let text = match value {
            Value::Int(_) | Value::Float(_) | Value::Bool(_) => None,
            other => Some(self.text(host, other, span)?),
        };
        if spec.is_empty() {
            return text.map_or_else(|| self.text(host, value, span), Ok);
        }
        let Some(parsed) = spec::Spec::parse(spec) else {
            let message = format!("Invalid format specifier '{spec}' for object of type '{}'", self.type_name(value));
            return Err(self.raise("ValueError", message, span));
        };
        let formatted = match (value, text) {
            (Value::Int(number), _) => parsed.integer(*number),
            (Value::Bool(flag), _) => parsed.integer(i128::from(*flag)),
            (Value::Float(number), _) => parsed.float(*number),
            (_, Some(Value::Str(text))) => parsed.text(&text),
            (_, Some(uncertain)) => return Ok(uncertain),
            _ => None,
        };
        match formatted {
            Some(text) => Ok(Value::str(text)),
            None => {
                let message = format!("Unknown format code '{}' for object of type '{}'", parsed.kind, self.type_name(value));
                Err(self.raise("ValueError", message, span))
            }
        }
    }
}

/// A number as `str()` writes it, where the value is one.
pub(in crate::eval) fn plain_number(value: &Value) -> Option<String> {
    match value {
        Value::Int(number) => Some(number.to_string()),
        Value::Float(number) => Some(float_text(*number)),
        Value::Bool(flag) => Some(if *flag { "True".into() } else { "False".into() }),
        _ => None,
    }
}
