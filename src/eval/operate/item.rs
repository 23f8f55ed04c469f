//! Reading items.

use std::rc::Rc;

use crate::eval::dict::DictKind;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::function::Native;
use crate::eval::host::{Access, Args, Host};
use crate::eval::unknown::absorb;
use crate::eval::value::{Range, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `value[key]`.
    pub fn get_item(&mut self, host: &mut dyn Host, value: &Value, key: &Value, span: Span) -> Evaluated {
        match value {
            Value::Library(library) => return Self::outcome(host.library(self, Access::Item { object: library, key }, span)),
            Value::Live(live) => return Ok(live.then("[…]")),
            _ => {}
        }
        if let Some(unknown) = absorb([value, key]) {
            return Ok(unknown);
        }
        match value {
            Value::List(items) => {
                let items = items.borrow();
                self.sequence_item(&items, key, "list", Value::list, span)
            }
            Value::Tuple(items) => self.sequence_item(items, key, "tuple", Value::tuple, span),
            Value::Str(text) => self.text_item(text, key, span),
            Value::Bytes(bytes) => self.bytes_item(bytes, key, span),
            Value::Dict(_) => self.dict_item(host, value, key, span),
            Value::Range(range) => self.range_item(range, key, span),
            // `list[int]`, `Optional[str]`: what is said about types leaves the type itself.
            Value::Native(Native::Type(_)) => Ok(value.clone()),
            Value::Class(class) => {
                if let Some(method) = self.special(host, value, "__getitem__", span)? {
                    return self.call(host, &method, Args::of([key.clone()], span), span);
                }
                match class.lookup("__class_getitem__") {
                    Some(method) => {
                        let method = self.bound_to_class(host, method, class, span)?;
                        self.call(host, &method, Args::of([key.clone()], span), span)
                    }
                    None => Ok(value.clone()),
                }
            }
            _ => self.object_item(host, value, key, span),
        }
    }

    fn object_item(&mut self, host: &mut dyn Host, value: &Value, key: &Value, span: Span) -> Evaluated {
        if let Some(method) = self.special(host, value, "__getitem__", span)? {
            return self.call(host, &method, Args::of([key.clone()], span), span);
        }
        if let Value::Instance(instance) = value {
            let native = instance.native.borrow().clone();
            if let Some(native) = native {
                return self.native_item(host, value, &native, key, span);
            }
            if let Some(library) = Self::library_part(value) {
                return self.get_item(host, &Value::Library(library), key, span);
            }
            if let Some(unknown) = instance.class.unknown_base() {
                return Ok(unknown);
            }
        }
        let message = format!("'{}' object is not subscriptable", self.type_name(value));
        Err(self.raise("TypeError", message, span))
    }

    /// An item of an instance whose class inherits from `dict` or `list`, `__missing__` heeded.
    fn native_item(&mut self, host: &mut dyn Host, value: &Value, native: &Value, key: &Value, span: Span) -> Evaluated {
        if let (Value::Dict(dict), Some(missing)) = (native, self.special(host, value, "__missing__", span)?) {
            let dict_key = self.key(host, key, span)?;
            let found = dict.borrow().get(&dict_key).cloned();
            return match found {
                Some(value) => Ok(value),
                None => self.call(host, &missing, Args::of([key.clone()], span), span),
            };
        }
        self.get_item(host, native, key, span)
    }

    fn dict_item(&mut self, host: &mut dyn Host, value: &Value, key: &Value, span: Span) -> Evaluated {
        let Value::Dict(dict) = value else { return Ok(Value::None) };
        let dict_key = self.key(host, key, span)?;
        if let Some(value) = dict.borrow().get(&dict_key) {
            return Ok(value.clone());
        }
        let kind = dict.borrow().kind.clone();
        match kind {
            DictKind::Default(factory) if !factory.is_none() => {
                let made = self.call(host, &factory, Args::default(), span)?;
                dict.borrow_mut().insert(dict_key, key.clone(), made.clone());
                Ok(made)
            }
            DictKind::Counter => Ok(Value::Int(0)),
            _ => Err(self.raise_builtin("KeyError", vec![key.clone()], span)),
        }
    }

    fn sequence_item(&mut self, items: &[Value], key: &Value, kind: &str, make: fn(Vec<Value>) -> Value, span: Span) -> Evaluated {
        if let Value::Slice(slice) = key {
            let indices = self.slice_indices(slice, items.len(), span)?;
            return Ok(make(indices.into_iter().filter_map(|index| items.get(index).cloned()).collect()));
        }
        match self.index(key, items.len(), span)?.and_then(|index| items.get(index)) {
            Some(item) => Ok(item.clone()),
            None => Err(self.out_of_range(kind, span)),
        }
    }

    fn out_of_range(&mut self, kind: &str, span: Span) -> Unwind {
        self.raise("IndexError", format!("{kind} index out of range"), span)
    }

    fn text_item(&mut self, text: &Rc<str>, key: &Value, span: Span) -> Evaluated {
        let chars: Vec<char> = text.chars().collect();
        if let Value::Slice(slice) = key {
            let indices = self.slice_indices(slice, chars.len(), span)?;
            return Ok(Value::str(indices.into_iter().filter_map(|index| chars.get(index)).collect::<String>()));
        }
        match self.index(key, chars.len(), span)?.and_then(|index| chars.get(index)) {
            Some(char) => Ok(Value::str(char.to_string())),
            None => Err(self.out_of_range("string", span)),
        }
    }

    fn bytes_item(&mut self, bytes: &Rc<[u8]>, key: &Value, span: Span) -> Evaluated {
        if let Value::Slice(slice) = key {
            let indices = self.slice_indices(slice, bytes.len(), span)?;
            return Ok(Value::Bytes(indices.into_iter().filter_map(|index| bytes.get(index).copied()).collect::<Vec<u8>>().into()));
        }
        match self.index(key, bytes.len(), span)?.and_then(|index| bytes.get(index)) {
            Some(byte) => Ok(Value::Int(i128::from(*byte))),
            None => Err(self.out_of_range("index", span)),
        }
    }

    fn range_item(&mut self, range: &Range, key: &Value, span: Span) -> Evaluated {
        let length = usize::try_from(range.len()).unwrap_or(usize::MAX);
        if let Value::Slice(slice) = key {
            let indices = self.slice_indices(slice, length, span)?;
            return Ok(Value::list(indices.into_iter().map(|index| Value::Int(range.at(index as i128))).collect()));
        }
        match self.index(key, length, span)? {
            Some(index) => Ok(Value::Int(range.at(index as i128))),
            None => Err(self.out_of_range("range object", span)),
        }
    }
}
