//! Methods: what a class attribute becomes when it is reached through an object.

use std::rc::Rc;

use crate::eval::class::{Class, Instance};
use crate::eval::exception::Evaluated;
use crate::eval::function::{BoundMethod, Call, Native, Row};
use crate::eval::host::{Access, Args, Host};
use crate::eval::natives;
use crate::eval::object::{Descriptor, Receiver, Super};
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// A class attribute as seen through an instance.
    pub(super) fn bound_to_instance(&mut self, host: &mut dyn Host, value: Value, instance: &Rc<Instance>, span: Span) -> Evaluated {
        match &value {
            Value::Function(_) | Value::Native(Native::Function(_)) => Ok(method(value, Value::Instance(Rc::clone(instance)))),
            Value::Descriptor(descriptor) => match &**descriptor {
                Descriptor::Property { get: Some(get), .. } => {
                    self.call(host, get, Args::of([Value::Instance(Rc::clone(instance))], span), span)
                }
                Descriptor::Property { get: None, .. } => Err(self.raise("AttributeError", "unreadable attribute", span)),
                Descriptor::Cached { get, name } => {
                    let value = self.call(host, get, Args::of([Value::Instance(Rc::clone(instance))], span), span)?;
                    instance.attributes.borrow_mut().set(&**name, value.clone());
                    Ok(value)
                }
                Descriptor::StaticMethod(inner) => Ok(inner.clone()),
                Descriptor::ClassMethod(inner) => Ok(method(inner.clone(), Value::Class(Rc::clone(&instance.class)))),
            },
            Value::Object(object) if object.ty.find(|ty| ty.methods, "__get__").is_some() => {
                let args = Args::of([Value::Instance(Rc::clone(instance)), Value::Class(Rc::clone(&instance.class))], span);
                self.call_method(host, &value, "__get__", args, span)
            }
            Value::Instance(_) | Value::Object(_) => {
                let Some(getter) = self.special(host, &value, "__get__", span)? else { return Ok(value) };
                let args = [Value::Instance(Rc::clone(instance)), Value::Class(Rc::clone(&instance.class))];
                self.call(host, &getter, Args::of(args, span), span)
            }
            _ => Ok(value),
        }
    }

    /// A class attribute as seen through the class.
    pub(super) fn bound_to_class(&mut self, host: &mut dyn Host, value: Value, class: &Rc<Class>, span: Span) -> Evaluated {
        match &value {
            Value::Native(Native::Function(row)) => Ok(Value::Native(Native::Unbound(row))),
            Value::Descriptor(descriptor) => Ok(match &**descriptor {
                Descriptor::StaticMethod(inner) => inner.clone(),
                Descriptor::ClassMethod(inner) => method(inner.clone(), Value::Class(Rc::clone(class))),
                _ => value,
            }),
            Value::Instance(other) if other.class.lookup("__get__").is_some() => {
                let getter = self.get_attr(host, &value, "__get__", span)?;
                self.call(host, &getter, Args::of([Value::None, Value::Class(Rc::clone(class))], span), span)
            }
            _ => Ok(value),
        }
    }

    /// An attribute through `super()`.
    pub(super) fn super_attr(&mut self, host: &mut dyn Host, object: &Rc<Super>, name: &str, span: Span) -> Evaluated {
        if name == "__init__" {
            return Ok(Value::Native(Native::Method(&INIT, Rc::new(Value::Super(Rc::clone(object))))));
        }
        if name == "__new__" {
            return Ok(Value::Native(Native::Function(&NEW)));
        }
        let class = class_of(object);
        for base in class.mro().iter().skip(position(object)) {
            let found = match base {
                Value::Class(base) => {
                    let found = base.namespace.borrow().get(name).cloned();
                    match (found, &object.this) {
                        (None, _) => None,
                        (Some(value), Receiver::Instance(instance)) => Some(self.bound_to_instance(host, value, instance, span)?),
                        (Some(value), Receiver::Class(class)) => Some(self.bound_to_class(host, value, class, span)?),
                    }
                }
                Value::Library(base) => Some(self.super_library(host, object, base, name, span)?),
                Value::Native(_) => match &object.this {
                    Receiver::Instance(instance) => {
                        let native = instance.native.borrow().clone();
                        match native {
                            Some(native) => self.try_attr(host, &native, name, span)?,
                            None => None,
                        }
                    }
                    Receiver::Class(_) => self.try_attr(host, base, name, span)?,
                },
                Value::Unknown(_) => Some(base.clone()),
                _ => None,
            };
            if let Some(found) = found {
                return Ok(found);
            }
        }
        if let Some(row) = natives::object::TYPE.find(|ty| ty.methods, name) {
            let this = match &object.this {
                Receiver::Instance(instance) => Value::Instance(Rc::clone(instance)),
                Receiver::Class(class) => Value::Class(Rc::clone(class)),
            };
            return Ok(Value::Native(Native::Method(row, Rc::new(this))));
        }
        Err(self.raise("AttributeError", format!("'super' object has no attribute '{name}'"), span))
    }

    fn super_library(&mut self, host: &mut dyn Host, object: &Super, base: &Rc<crate::eval::Library>, name: &str, span: Span) -> Evaluated {
        let part = match &object.this {
            Receiver::Instance(instance) => instance.library.borrow().clone(),
            Receiver::Class(_) => None,
        };
        match part {
            Some(part) => Self::outcome(host.library(self, Access::Get { object: &part, name }, span)),
            None => {
                let class = class_of(object);
                Self::outcome(host.library(self, Access::ClassGet { class: &class, base, name }, span))
            }
        }
    }
}

/// A function together with the object it was reached through.
pub(in crate::eval) fn method(function: Value, receiver: Value) -> Value {
    match function {
        Value::Native(Native::Function(row)) => Value::Native(Native::Method(row, Rc::new(receiver))),
        function => Value::Method(Rc::new(BoundMethod { function, receiver })),
    }
}

fn class_of(object: &Super) -> Rc<Class> {
    match &object.this {
        Receiver::Instance(instance) => Rc::clone(&instance.class),
        Receiver::Class(class) => Rc::clone(class),
    }
}

/// Where the classes after the one that `super()` stands in begin.
fn position(object: &Super) -> usize {
    let class = class_of(object);
    let after = Value::Class(Rc::clone(&object.after));
    class.mro().iter().position(|base| base.is(&after)).map_or(0, |index| index + 1)
}

/// `super().__init__`.
static INIT: Row = Row::any("__init__", |call| {
    if let Some(Value::Super(object)) = call.receiver.take()
        && let Receiver::Instance(instance) = &object.this
    {
        let args = std::mem::take(&mut call.args);
        call.vm.initialize(call.host, instance, &instance.class, position(&object), args, call.span)?;
    }
    Ok(Value::None)
});

/// `TypeDecorator.__init__(self, …)`: that of a library base, called by its name.
pub(super) static INIT_OF_LIBRARY: Row = Row::any("__init__", |call| {
    let Some(Value::Library(base)) = call.receiver.take() else { return Ok(Value::None) };
    let mut args = std::mem::take(&mut call.args);
    if args.positional.is_empty() {
        return Err(call.raise("TypeError", "descriptor '__init__' needs an argument"));
    }
    let Value::Instance(instance) = args.positional.remove(0).value else {
        let reason = "what `__init__` of a library class does to an object of its own is not understood";
        return Ok(Value::unknown(call.span, reason, Origin::Project));
    };
    // of several bases, the first makes what there is
    let makes = instance.class.library_base().is_none_or(|first| Rc::ptr_eq(&first, &base));
    if (makes || instance.library.borrow().is_none())
        && let Value::Library(made) =
            Vm::outcome(call.host.library(call.vm, Access::Construct { instance: &instance, base: &base, args }, call.span))?
    {
        *instance.library.borrow_mut() = Some(made);
    }
    Ok(Value::None)
});

/// `super().__new__` and `object.__new__`: makes an instance of the class it is given.
pub(in crate::eval) static NEW: Row = Row::any("__new__", |call: &mut Call<'_>| {
    let mut args = std::mem::take(&mut call.args);
    if args.positional.is_empty() {
        return Err(call.vm.raise("TypeError", "object.__new__(): not enough arguments", call.span));
    }
    match args.positional.remove(0).value {
        Value::Class(class) => call.vm.bare_instance(call.host, &class, &args, call.span),
        other => Ok(other),
    }
});
