//! `del`.

use std::rc::Rc;

use ruff_python_ast::{Expr, StmtDelete};

use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::{Access, Args, Host};
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    pub(super) fn delete_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtDelete) -> Evaluated<()> {
        for target in &inner.targets {
            self.delete(host, frame, target)?;
        }
        Ok(())
    }

    fn delete(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, target: &Expr) -> Evaluated<()> {
        match target {
            Expr::Name(name) => {
                if self.unbind(frame, &name.id) {
                    return Ok(());
                }
                let message = format!("name '{}' is not defined", name.id);
                Err(self.raise("NameError", message, frame.span(name.range)))
            }
            Expr::Attribute(attribute) => {
                let object = self.expr(host, frame, &attribute.value)?;
                self.del_attr(host, &object, attribute.attr.as_str(), frame.span(attribute.range))
            }
            Expr::Subscript(subscript) => {
                let object = self.expr(host, frame, &subscript.value)?;
                let key = self.expr(host, frame, &subscript.slice)?;
                self.del_item(host, &object, &key, frame.span(subscript.range))
            }
            Expr::Tuple(tuple) => tuple.elts.iter().try_for_each(|element| self.delete(host, frame, element)),
            Expr::List(list) => list.elts.iter().try_for_each(|element| self.delete(host, frame, element)),
            _ => Ok(()),
        }
    }

    /// `del object.name`.
    pub(in crate::eval) fn del_attr(&mut self, host: &mut dyn Host, object: &Value, name: &str, span: Span) -> Evaluated<()> {
        let gone = match object {
            Value::Instance(instance) => instance.attributes.borrow_mut().remove(name).is_some(),
            Value::Class(class) => class.namespace.borrow_mut().remove(name).is_some(),
            Value::Function(function) => function.attributes.borrow_mut().remove(name).is_some(),
            Value::Module(module) => module.unset(name),
            Value::Library(library) => {
                let access = Access::Delete { object: library, key: &Value::str(name) };
                return Self::outcome(host.library(self, access, span)).map(drop);
            }
            Value::Unknown(_) | Value::Live(_) => true,
            _ => false,
        };
        if gone { Ok(()) } else { Err(self.raise("AttributeError", name, span)) }
    }

    /// `del object[key]`.
    pub(in crate::eval) fn del_item(&mut self, host: &mut dyn Host, object: &Value, key: &Value, span: Span) -> Evaluated<()> {
        match object {
            Value::Dict(dict) => {
                let dict_key = self.key(host, key, span)?;
                if dict.borrow_mut().remove(&dict_key).is_some() {
                    return Ok(());
                }
                Err(self.raise_builtin("KeyError", vec![key.clone()], span))
            }
            Value::List(list) => self.delete_from_list(list, key, span),
            Value::Library(library) => Self::outcome(host.library(self, Access::Delete { object: library, key }, span)).map(drop),
            Value::Unknown(_) | Value::Live(_) => Ok(()),
            _ => match self.special(host, object, "__delitem__", span)? {
                Some(method) => self.call(host, &method, Args::of([key.clone()], span), span).map(drop),
                None => {
                    if let Value::Instance(instance) = object {
                        let native = instance.native.borrow().clone();
                        if let Some(native) = native {
                            return self.del_item(host, &native, key, span);
                        }
                    }
                    let message = format!("'{}' object doesn't support item deletion", self.type_name(object));
                    Err(self.raise("TypeError", message, span))
                }
            },
        }
    }

    fn delete_from_list(&mut self, list: &Rc<std::cell::RefCell<Vec<Value>>>, key: &Value, span: Span) -> Evaluated<()> {
        let length = list.borrow().len();
        if let Value::Slice(slice) = key {
            let mut gone = self.slice_indices(slice, length, span)?;
            gone.sort_unstable();
            for index in gone.into_iter().rev() {
                list.borrow_mut().remove(index);
            }
            return Ok(());
        }
        match self.index(key, length, span)? {
            Some(index) => {
                list.borrow_mut().remove(index);
                Ok(())
            }
            None => Err(self.raise("IndexError", "list assignment index out of range", span)),
        }
    }
}
