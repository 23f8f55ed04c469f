//! What the functions of the standard library ask of a call: its arguments by name, and what Python's protocols give.

use std::rc::Rc;

use crate::eval::dict::{Dict, Key};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native, Row};
use crate::eval::host::Args;
use crate::eval::object::Object;
use crate::eval::value::{Data, Origin, Value};

impl Call<'_> {
    /// The arguments in the order of `parameters`, each with the place of its name; `required` of them have to be there.
    ///
    /// Parameters after a `*` are taken by keyword alone; the `*` keeps a place of its own.
    pub(super) fn take<const N: usize>(&mut self, function: &str, parameters: [&str; N], required: usize) -> Evaluated<[Option<Value>; N]> {
        let mut taken: [Option<Value>; N] = std::array::from_fn(|_| None);
        let most = parameters.iter().position(|name| *name == "*").unwrap_or(N);
        let args = std::mem::take(&mut self.args);
        if args.positional.len() > most {
            let message = format!("{function}() takes {most} positional arguments but {} were given", args.positional.len());
            return Err(self.raise("TypeError", message));
        }
        for (slot, argument) in taken.iter_mut().zip(args.positional) {
            *slot = Some(argument.value);
        }
        for (name, argument) in args.keywords {
            let place = parameters.iter().position(|parameter| *parameter == &*name);
            match place.and_then(|place| taken.get_mut(place)) {
                Some(slot @ None) => *slot = Some(argument.value),
                Some(Some(_)) => return Err(self.raise("TypeError", format!("{function}() got multiple values for argument '{name}'"))),
                None => return Err(self.raise("TypeError", format!("{function}() got an unexpected keyword argument '{name}'"))),
            }
        }
        let missing = taken.iter().zip(parameters).take(required).find(|(slot, _)| slot.is_none());
        if let Some((_, name)) = missing {
            return Err(self.raise("TypeError", format!("{function}() missing 1 required positional argument: '{name}'")));
        }
        Ok(taken)
    }

    /// Like [`take`](Self::take), all required.
    pub(super) fn need<const N: usize>(&mut self, function: &str, parameters: [&str; N]) -> Evaluated<[Value; N]> {
        Ok(self.take(function, parameters, N)?.map(|value| value.unwrap_or(Value::None)))
    }

    /// A value that Aludel does not compute, harmless to call.
    pub(super) fn not_computed(&self, reason: impl Into<Rc<str>>) -> Value {
        Value::unknown(self.span, reason, Origin::Harmless)
    }

    /// The object of the method, of a type that has no variant of its own.
    pub(super) fn object(&mut self) -> Evaluated<Rc<Object>> {
        let found = match &self.receiver {
            Some(Value::Object(object)) => Some(Rc::clone(object)),
            Some(Value::Instance(instance)) => match &*instance.native.borrow() {
                Some(Value::Object(object)) => Some(Rc::clone(object)),
                _ => None,
            },
            _ => None,
        };
        found.ok_or_else(|| self.raise("TypeError", "descriptor requires an object of its type"))
    }

    /// The date, number or id of the method.
    pub(super) fn data(&mut self) -> Evaluated<Rc<Data>> {
        match Self::data_of(&self.this()) {
            Some(data) => Ok(data),
            None => Err(self.raise("TypeError", "descriptor requires an object of its type")),
        }
    }

    /// The date, number or id that a value is, or inherits from.
    pub(super) fn data_of(value: &Value) -> Option<Rc<Data>> {
        match value {
            Value::Data(data) => Some(Rc::clone(data)),
            Value::Instance(instance) => match &*instance.native.borrow() {
                Some(Value::Data(data)) => Some(Rc::clone(data)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The text that a value is, or inherits from.
    pub(super) fn text_of(value: &Value) -> Option<Rc<str>> {
        match value {
            Value::Str(text) => Some(Rc::clone(text)),
            Value::Instance(instance) => match &*instance.native.borrow() {
                Some(Value::Str(text)) => Some(Rc::clone(text)),
                _ => None,
            },
            _ => None,
        }
    }

    /// The integer that a value is, or inherits from.
    pub(super) fn int_of(value: &Value) -> Option<i128> {
        match value {
            Value::Int(number) => Some(*number),
            Value::Bool(flag) => Some(i128::from(*flag)),
            Value::Instance(instance) => match &*instance.native.borrow() {
                Some(Value::Int(number)) => Some(*number),
                _ => None,
            },
            _ => None,
        }
    }

    /// A `str` argument.
    pub(super) fn need_text(&mut self, value: &Value) -> Evaluated<Rc<str>> {
        match Self::text_of(value) {
            Some(text) => Ok(text),
            None => {
                let message = format!("expected str, not {}", self.vm.type_name(value));
                Err(self.raise("TypeError", message))
            }
        }
    }

    /// An `int` argument.
    pub(super) fn need_int(&mut self, value: &Value) -> Evaluated<i128> {
        match Self::int_of(value) {
            Some(number) => Ok(number),
            None => {
                let message = format!("'{}' object cannot be interpreted as an integer", self.vm.type_name(value));
                Err(self.raise("TypeError", message))
            }
        }
    }

    /// A number argument as a float.
    pub(super) fn need_float(&mut self, value: &Value) -> Evaluated<f64> {
        match (value, Self::int_of(value)) {
            (Value::Float(number), _) => Ok(*number),
            (_, Some(number)) => Ok(number as f64),
            (Value::Data(data), None) if matches!(**data, Data::Decimal(_)) => {
                let Data::Decimal(text) = &**data else { return Ok(0.0) };
                Ok(text.parse().unwrap_or(f64::NAN))
            }
            _ => {
                let message = format!("must be real number, not {}", self.vm.type_name(value));
                Err(self.raise("TypeError", message))
            }
        }
    }

    /// A `bytes` argument; texts are no bytes.
    pub(super) fn need_bytes(&mut self, value: &Value) -> Evaluated<Rc<[u8]>> {
        match value {
            Value::Bytes(bytes) => Ok(Rc::clone(bytes)),
            _ => {
                let message = format!("a bytes-like object is required, not '{}'", self.vm.type_name(value));
                Err(self.raise("TypeError", message))
            }
        }
    }

    /// Calls a value with positional arguments.
    pub(super) fn apply(&mut self, function: &Value, values: impl IntoIterator<Item = Value>) -> Evaluated {
        self.vm.call(self.host, function, Args::of(values, self.span), self.span)
    }

    /// All items of an iterable.
    pub(super) fn items(&mut self, value: &Value) -> Evaluated<Vec<Value>> {
        self.vm.iterate(self.host, value, self.span)
    }

    /// The key of a value.
    pub(super) fn key(&mut self, value: &Value) -> Evaluated<Key> {
        self.vm.key(self.host, value, self.span)
    }

    /// `value.name`.
    pub(super) fn attr(&mut self, value: &Value, name: &str) -> Evaluated {
        self.vm.get_attr(self.host, value, name, self.span)
    }

    /// `left op right`.
    pub(super) fn operate(&mut self, op: &'static str, left: &Value, right: &Value) -> Evaluated {
        self.vm.binary(self.host, op, left, right, self.span)
    }

    /// Whether `left op right` is true.
    pub(super) fn holds(&mut self, op: &'static str, left: &Value, right: &Value) -> Evaluated<bool> {
        let value = self.operate(op, left, right)?;
        self.truth(&value)
    }

    /// `repr(value)`.
    pub(super) fn repr(&mut self, value: &Value) -> Evaluated<String> {
        let text = self.vm.repr(self.host, value, self.span)?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// A dictionary of these entries.
    pub(super) fn dict(&mut self, entries: impl IntoIterator<Item = (Value, Value)>) -> Evaluated {
        let mut dict = Dict::new();
        for (name, value) in entries {
            let key = self.key(&name)?;
            dict.insert(key, name, value);
        }
        Ok(Value::dict(dict))
    }

    /// A flag argument, `default` where it is not given.
    pub(super) fn flag(&mut self, value: Option<&Value>, default: bool) -> Evaluated<bool> {
        value.map_or(Ok(default), |value| self.truth(value))
    }
}

/// A function of a table as a value.
pub(super) fn function(row: &'static Row) -> Value {
    Value::Native(Native::Function(row))
}
