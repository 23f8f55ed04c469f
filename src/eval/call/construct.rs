//! Making instances of the program's classes.

use std::rc::Rc;

use crate::eval::class::{Class, Instance};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native};
use crate::eval::host::{Access, Args, Host};
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

/// What of a class's bases makes an instance.
enum Maker {
    Python(Value),
    Library(Rc<crate::eval::Library>),
    Native(Native),
    Unknown(Rc<crate::eval::Unknown>),
    Nobody,
}

impl Vm {
    /// `Class(*args)`.
    pub(super) fn instantiate(&mut self, host: &mut dyn Host, class: &Rc<Class>, args: Args, span: Span) -> Evaluated {
        if let Some(called) = class.hooks.get().and_then(|hooks| hooks.called) {
            self.step(span)?;
            return called(&mut Call { vm: self, host, receiver: Some(Value::Class(Rc::clone(class))), args, span });
        }
        let made = match class.lookup("__new__") {
            Some(new) => {
                let new = unwrap_static(new);
                self.call_bound(host, &new, Value::Class(Rc::clone(class)), args.clone(), span)?
            }
            None => self.bare_instance(host, class, &args, span)?,
        };
        if let Value::Instance(instance) = &made
            && instance.class.is_subclass(class)
        {
            self.initialize(host, instance, class, 0, args, span)?;
        }
        Ok(made)
    }

    /// `object.__new__(class)`: an instance whose `__init__` is still to run.
    pub(in crate::eval) fn bare_instance(&mut self, host: &mut dyn Host, class: &Rc<Class>, args: &Args, span: Span) -> Evaluated {
        let instance = Instance::new(class, span);
        let base = class.mro().iter().any(|base| matches!(base, Value::Class(class) if &*class.name == "BaseException"));
        if base {
            let positional = args.positional.iter().map(|argument| argument.value.clone()).collect();
            instance.attributes.borrow_mut().set("args", Value::tuple(positional));
        }
        // Immutable natives take their value when they are made, mutable ones are empty until their `__init__`.
        if let Some(native) = class.native_base() {
            let args = if is_filled_later(&native) { Args::default() } else { args.clone() };
            let value = self.call(host, &Value::Native(native), args, span)?;
            *instance.native.borrow_mut() = Some(value);
        }
        Ok(Value::Instance(instance))
    }

    /// Runs the first `__init__` that stands in the resolution order at or after `skip`.
    pub(in crate::eval) fn initialize(
        &mut self,
        host: &mut dyn Host,
        instance: &Rc<Instance>,
        class: &Rc<Class>,
        skip: usize,
        args: Args,
        span: Span,
    ) -> Evaluated<()> {
        match maker(class, skip) {
            Maker::Python(init) => {
                self.call_bound(host, &init, Value::Instance(Rc::clone(instance)), args, span)?;
            }
            Maker::Library(base) => {
                let made = Self::outcome(host.library(self, Access::Construct { instance, base: &base, args }, span))?;
                if let Value::Library(library) = made {
                    *instance.library.borrow_mut() = Some(library);
                }
            }
            Maker::Native(native) => {
                if is_filled_later(&native) || instance.native.borrow().is_none() {
                    let value = self.call(host, &Value::Native(native), args, span)?;
                    *instance.native.borrow_mut() = Some(value);
                }
            }
            Maker::Unknown(base) if base.origin == Origin::Project => {
                self.call_unknown(host, &base, &args, span)?;
            }
            Maker::Unknown(_) => {}
            Maker::Nobody if args.is_empty() || class.lookup("__new__").is_some() => {}
            Maker::Nobody => {
                let message = format!("{}() takes no arguments", class.name);
                return Err(self.raise("TypeError", message, span));
            }
        }
        Ok(())
    }
}

/// Whether a native type's objects take what they hold in `__init__`.
fn is_filled_later(native: &Native) -> bool {
    matches!(native, Native::Type(ty) if ["list", "dict", "set"].contains(&ty.name))
}

fn maker(class: &Class, skip: usize) -> Maker {
    for base in class.mro().iter().skip(skip) {
        match base {
            Value::Class(class) => {
                if let Some(init) = class.namespace.borrow().get("__init__") {
                    return Maker::Python(init.clone());
                }
            }
            Value::Library(library) => return Maker::Library(Rc::clone(library)),
            Value::Native(native @ Native::Type(ty)) if ty.name != "object" => return Maker::Native(native.clone()),
            Value::Unknown(unknown) => return Maker::Unknown(Rc::clone(unknown)),
            _ => {}
        }
    }
    Maker::Nobody
}

fn unwrap_static(value: Value) -> Value {
    match &value {
        Value::Descriptor(descriptor) => match &**descriptor {
            crate::eval::Descriptor::StaticMethod(inner) => inner.clone(),
            _ => value,
        },
        _ => value,
    }
}
