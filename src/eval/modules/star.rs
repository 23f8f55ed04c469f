//! `from module import *`.

use std::rc::Rc;

use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::frame::Frame;
use crate::eval::host::{Access, Host};
use crate::eval::module::Module;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// Takes note of where `import *` takes names from; each is looked up when it is asked for.
    ///
    /// Names bound before that the other module has too are bound anew.
    pub(in crate::eval) fn import_star(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, from: &Value, span: Span) -> Evaluated<()> {
        let module = Rc::clone(frame.module);
        let bound: Vec<String> = module.globals.borrow().iter().map(|(name, _)| name.to_owned()).collect();
        for name in bound {
            if !name.starts_with('_')
                && let Some(value) = self.exported(host, from, &name, span)?
            {
                module.set(&name, value);
            }
        }
        module.stars.borrow_mut().push(from.clone());
        Ok(())
    }

    /// A name that an `import *` of the module brought.
    pub(super) fn star_member(&mut self, host: &mut dyn Host, module: &Rc<Module>, name: &str, span: Span) -> Evaluated<Option<Value>> {
        if module.stars.borrow().is_empty() {
            return Ok(None);
        }
        let stars: Vec<Value> = module.stars.borrow().iter().rev().cloned().collect();
        for from in stars {
            if let Some(value) = self.exported(host, &from, name, span)? {
                module.set(name, value.clone());
                return Ok(Some(value));
            }
        }
        Ok(None)
    }

    /// The value of a name that `import *` takes from a module.
    fn exported(&mut self, host: &mut dyn Host, from: &Value, name: &str, span: Span) -> Evaluated<Option<Value>> {
        match from {
            Value::Module(from) => {
                if name == "__all__" || !self.exports(host, from, name, span)? {
                    return Ok(None);
                }
                self.global(host, from, name, span)
            }
            // A name of Python's own stays its own, whatever an unknown or library module may have.
            Value::Library(library) if !name.starts_with('_') && !self.builtins.contains_key(name) => {
                match Self::outcome(host.library(self, Access::Get { object: library, name }, span)) {
                    Ok(Value::Unknown(_)) => Ok(None),
                    Ok(value) => Ok(Some(value)),
                    Err(Unwind::Raise(exception)) if exception.class_name() == "AttributeError" => Ok(None),
                    Err(unwind) => Err(unwind),
                }
            }
            Value::Unknown(_) if !name.starts_with('_') && !self.builtins.contains_key(name) => Ok(Some(from.clone())),
            _ => Ok(None),
        }
    }

    fn exports(&mut self, host: &mut dyn Host, from: &Rc<Module>, name: &str, span: Span) -> Evaluated<bool> {
        match self.global(host, from, "__all__", span)? {
            Some(all @ (Value::List(_) | Value::Tuple(_))) => {
                Ok(self.iterate(host, &all, span)?.iter().any(|listed| listed.as_str() == Some(name)))
            }
            _ => Ok(!name.starts_with('_')),
        }
    }
}
