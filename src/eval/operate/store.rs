//! Setting attributes and items.

use std::cell::RefCell;
use std::rc::Rc;

use crate::eval::class::Instance;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::host::{Access, Args, Deed, Host};
use crate::eval::object::{Descriptor, Receiver};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `value.name = new`.
    pub fn set_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, new: Value, span: Span) -> Evaluated<()> {
        match value {
            Value::Instance(instance) => self.set_instance_attr(host, instance, name, new, span),
            Value::Library(library) => Self::outcome(host.library(self, Access::Set { object: library, name, value: new }, span)).map(drop),
            Value::Class(class) => {
                class.namespace.borrow_mut().set(name, new.clone());
                let library = class.library.borrow().clone();
                match library {
                    Some(object) => Self::outcome(host.library(self, Access::Set { object: &object, name, value: new }, span)).map(drop),
                    None => Ok(()),
                }
            }
            Value::Module(module) => {
                module.set(name, new);
                Ok(())
            }
            Value::Function(function) => {
                function.attributes.borrow_mut().set(name, new);
                Ok(())
            }
            Value::Method(method) => self.set_attr(host, &method.function, name, new, span),
            Value::Super(object) => match &object.this {
                Receiver::Instance(instance) => self.set_instance_attr(host, instance, name, new, span),
                Receiver::Class(class) => self.set_attr(host, &Value::Class(Rc::clone(class)), name, new, span),
            },
            Value::Unknown(_) => Ok(()),
            Value::Live(live) => host.refuses_live(live, Deed::Store, span).map_or(Ok(()), |refusal| Err(refusal.into())),
            _ => match self.special(host, value, "__setattr__", span)? {
                Some(method) => self.call(host, &method, Args::of([Value::str(name), new], span), span).map(drop),
                None => {
                    let message = format!("'{}' object has no attribute '{name}'", self.type_name(value));
                    Err(self.raise("AttributeError", message, span))
                }
            },
        }
    }

    fn set_instance_attr(&mut self, host: &mut dyn Host, instance: &Rc<Instance>, name: &str, new: Value, span: Span) -> Evaluated<()> {
        match instance.class.lookup(name) {
            Some(Value::Descriptor(descriptor)) => {
                if let Descriptor::Property { set, .. } = &*descriptor {
                    let Some(set) = set else {
                        let message = format!("property '{name}' of '{}' object has no setter", instance.class.name);
                        return Err(self.raise("AttributeError", message, span));
                    };
                    let args = Args::of([Value::Instance(Rc::clone(instance)), new], span);
                    return self.call(host, set, args, span).map(drop);
                }
            }
            Some(descriptor @ Value::Instance(_)) => {
                if let Some(method) = self.special(host, &descriptor, "__set__", span)? {
                    let args = Args::of([Value::Instance(Rc::clone(instance)), new], span);
                    return self.call(host, &method, args, span).map(drop);
                }
            }
            _ => {}
        }
        if let Some(method) = instance.class.lookup("__setattr__") {
            let method = self.bound_to_instance(host, method, instance, span)?;
            return self.call(host, &method, Args::of([Value::str(name), new], span), span).map(drop);
        }
        self.store_attr(host, instance, name, new, span)
    }

    /// `object.__setattr__`: stores past the class's own `__setattr__`.
    pub(in crate::eval) fn store_attr(
        &mut self,
        host: &mut dyn Host,
        instance: &Rc<Instance>,
        name: &str,
        new: Value,
        span: Span,
    ) -> Evaluated<()> {
        instance.attributes.borrow_mut().set(name, new.clone());
        let library = instance.library.borrow().clone();
        let Some(object) = library else { return Ok(()) };
        match Self::outcome(host.library(self, Access::Set { object: &object, name, value: new }, span)) {
            Err(Unwind::Raise(exception)) if exception.class_name() == "AttributeError" => Ok(()),
            other => other.map(drop),
        }
    }

    /// `value[key] = new`.
    pub fn set_item(&mut self, host: &mut dyn Host, value: &Value, key: &Value, new: Value, span: Span) -> Evaluated<()> {
        match value {
            Value::Dict(dict) => {
                self.need(key, "the key that is set here", span)?;
                let dict_key = self.key(host, key, span)?;
                dict.borrow_mut().insert(dict_key, key.clone(), new);
                Ok(())
            }
            Value::List(list) => self.set_list_item(host, list, key, new, span),
            Value::Library(library) => {
                Self::outcome(host.library(self, Access::SetItem { object: library, key, value: new }, span)).map(drop)
            }
            Value::Unknown(_) => Ok(()),
            Value::Live(live) => host.refuses_live(live, Deed::Store, span).map_or(Ok(()), |refusal| Err(refusal.into())),
            _ => {
                if let Some(method) = self.special(host, value, "__setitem__", span)? {
                    return self.call(host, &method, Args::of([key.clone(), new], span), span).map(drop);
                }
                if let Value::Instance(instance) = value {
                    let native = instance.native.borrow().clone();
                    if let Some(native) = native {
                        return self.set_item(host, &native, key, new, span);
                    }
                    if let Some(library) = Self::library_part(value) {
                        return self.set_item(host, &Value::Library(library), key, new, span);
                    }
                }
                let message = format!("'{}' object does not support item assignment", self.type_name(value));
                Err(self.raise("TypeError", message, span))
            }
        }
    }

    fn set_list_item(&mut self, host: &mut dyn Host, list: &Rc<RefCell<Vec<Value>>>, key: &Value, new: Value, span: Span) -> Evaluated<()> {
        self.need(key, "the index that is set here", span)?;
        let length = list.borrow().len();
        if let Value::Slice(slice) = key {
            let items = self.iterate(host, &new, span)?;
            let (start, stop, step) = self.slice_bounds(slice, length, span)?;
            if step == 1 {
                list.borrow_mut().splice(start..stop.max(start), items);
                return Ok(());
            }
            let indices = self.slice_indices(slice, length, span)?;
            if indices.len() != items.len() {
                let message = format!("attempt to assign sequence of size {} to extended slice of size {}", items.len(), indices.len());
                return Err(self.raise("ValueError", message, span));
            }
            for (index, item) in indices.into_iter().zip(items) {
                if let Some(slot) = list.borrow_mut().get_mut(index) {
                    *slot = item;
                }
            }
            return Ok(());
        }
        let index = self.index(key, length, span)?;
        match index {
            Some(index) => {
                if let Some(slot) = list.borrow_mut().get_mut(index) {
                    *slot = new;
                }
                Ok(())
            }
            None => Err(self.raise("IndexError", "list assignment index out of range", span)),
        }
    }
}
