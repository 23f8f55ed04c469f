//! Hashing: values as keys of dictionaries and sets.

use std::rc::Rc;

use crate::eval::dict::{Key, NoKey};
use crate::eval::exception::Evaluated;
use crate::eval::host::{Args, Host};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// The key of a value; an error where it is unhashable or not known.
    pub fn key(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Key> {
        match self.try_key(host, value, span)? {
            Ok(key) => Ok(key),
            Err(unknown) => {
                self.need(&unknown, "this key", span)?;
                Err(self.raise("TypeError", "unhashable", span))
            }
        }
    }

    /// The key of a value, or what makes it unknown.
    pub fn try_key(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Result<Key, Value>> {
        match Key::of(value) {
            Ok(key) => Ok(Ok(key)),
            Err(NoKey::NotKnown(unknown)) => Ok(Err(unknown)),
            Err(NoKey::Unhashable(name)) => Err(self.raise("TypeError", format!("unhashable type: '{name}'"), span)),
            Err(NoKey::Ask) => {
                self.enter(span)?;
                let key = self.asked_key(host, value, span);
                self.leave();
                key
            }
        }
    }

    /// The key of an instance with a hash of its own, or of a tuple that holds one.
    fn asked_key(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Result<Key, Value>> {
        let instance = match value {
            Value::Instance(instance) => instance,
            Value::Tuple(items) => {
                let mut keys = Vec::with_capacity(items.len());
                for item in items.iter() {
                    match self.try_key(host, item, span)? {
                        Ok(key) => keys.push(key),
                        Err(unknown) => return Ok(Err(unknown)),
                    }
                }
                return Ok(Ok(Key::Tuple(keys.into())));
            }
            other => return Ok(Ok(Key::Identity(other.identity()))),
        };
        match (instance.class.lookup("__hash__"), instance.class.lookup("__eq__")) {
            (Some(Value::None), _) | (None, Some(Value::Function(_))) => {
                let message = format!("unhashable type: '{}'", instance.class.name);
                Err(self.raise("TypeError", message, span))
            }
            (Some(_), _) => {
                let hash = self.call_method(host, value, "__hash__", Args::default(), span)?;
                let class = Rc::as_ptr(&instance.class) as usize;
                Ok(self.try_key(host, &hash, span)?.map(|key| Key::Hash(class, Box::new(key))))
            }
            (None, _) => {
                let native = instance.native.borrow().clone();
                match native {
                    Some(native) => self.try_key(host, &native, span),
                    None => Ok(Ok(Key::Identity(value.identity()))),
                }
            }
        }
    }

    /// The entries of a mapping, for `**` and `dict()`.
    pub fn mapping_items(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Vec<(Value, Value)>> {
        if let Value::Dict(dict) = value {
            return Ok(dict.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect());
        }
        if let Value::Instance(instance) = value {
            let native = instance.native.borrow().clone();
            if let Some(native @ Value::Dict(_)) = native {
                return self.mapping_items(host, &native, span);
            }
        }
        let Some(keys) = self.try_attr(host, value, "keys", span)? else {
            let message = format!("'{}' object is not a mapping", self.type_name(value));
            return Err(self.raise("TypeError", message, span));
        };
        let keys = self.call(host, &keys, Args::default(), span)?;
        let mut items = Vec::new();
        for key in self.iterate(host, &keys, span)? {
            let value = self.get_item(host, value, &key, span)?;
            items.push((key, value));
        }
        Ok(items)
    }
}
