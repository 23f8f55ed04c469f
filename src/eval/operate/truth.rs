//! Truth and length.

use crate::eval::exception::Evaluated;
use crate::eval::host::{Access, Args, Host};
use crate::eval::value::{Data, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// Whether the value counts as true; an error where it is unknown or live.
    pub fn truth(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<bool> {
        Ok(match value {
            Value::None => false,
            Value::Bool(flag) => *flag,
            Value::Int(number) => *number != 0,
            Value::Float(number) => *number != 0.0,
            Value::Str(text) => !text.is_empty(),
            Value::Bytes(bytes) => !bytes.is_empty(),
            Value::Tuple(items) => !items.is_empty(),
            Value::List(items) => !items.borrow().is_empty(),
            Value::Dict(dict) => !dict.borrow().is_empty(),
            Value::Set(set) => !set.borrow().is_empty(),
            Value::FrozenSet(set) => !set.is_empty(),
            Value::Range(range) => !range.is_empty(),
            Value::Data(data) => match &**data {
                Data::TimeDelta(microseconds) => *microseconds != 0,
                Data::Decimal(text) => text.chars().any(|char| ('1'..='9').contains(&char)),
                _ => true,
            },
            Value::Library(library) => {
                let answer = Self::outcome(host.library(self, Access::Truth { object: library }, span))?;
                return self.answered(host, &answer, span);
            }
            Value::Unknown(_) | Value::Live(_) => {
                self.need(value, "whether this is true", span)?;
                false
            }
            Value::Instance(_) | Value::Object(_) | Value::Class(_) => return self.object_truth(host, value, span),
            _ => true,
        })
    }

    fn answered(&mut self, host: &mut dyn Host, answer: &Value, span: Span) -> Evaluated<bool> {
        match answer {
            Value::Library(_) => Ok(true),
            answer => self.truth(host, answer, span),
        }
    }

    fn object_truth(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<bool> {
        for name in ["__bool__", "__len__"] {
            if let Some(method) = self.special(host, value, name, span)? {
                let answer = self.call(host, &method, Args::default(), span)?;
                return self.truth(host, &answer, span);
            }
        }
        if let Value::Instance(instance) = value {
            let native = instance.native.borrow().clone();
            if let Some(native) = native {
                return self.truth(host, &native, span);
            }
            if let Some(library) = Self::library_part(value) {
                return self.truth(host, &Value::Library(library), span);
            }
        }
        Ok(true)
    }

    /// `len(value)`: an `Int`, or what makes it unknown or live.
    pub fn length(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated {
        let length = match value {
            Value::Str(text) => text.chars().count(),
            Value::Bytes(bytes) => bytes.len(),
            Value::Tuple(items) => items.len(),
            Value::List(items) => items.borrow().len(),
            Value::Dict(dict) => dict.borrow().len(),
            Value::Set(set) => set.borrow().len(),
            Value::FrozenSet(set) => set.len(),
            Value::Range(range) => return Ok(Value::Int(range.len())),
            Value::Unknown(_) => return Ok(value.clone()),
            Value::Live(live) => return Ok(live.then(" counted")),
            Value::Library(library) => return Self::outcome(host.library(self, Access::Len { object: library }, span)),
            _ => {
                if let Some(method) = self.special(host, value, "__len__", span)? {
                    return self.call(host, &method, Args::default(), span);
                }
                if let Value::Instance(instance) = value {
                    let native = instance.native.borrow().clone();
                    if let Some(native) = native {
                        return self.length(host, &native, span);
                    }
                    if let Some(library) = Self::library_part(value) {
                        return self.length(host, &Value::Library(library), span);
                    }
                }
                let message = format!("object of type '{}' has no len()", self.type_name(value));
                return Err(self.raise("TypeError", message, span));
            }
        };
        Ok(Value::Int(length as i128))
    }
}
