//! Types: what a value is one of.

use std::rc::Rc;

use crate::eval::class::Class;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Native, NativeType};
use crate::eval::host::{Access, Host};
use crate::eval::natives;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// The name of a value's type, as Python's messages have it.
    pub fn type_name(&self, value: &Value) -> Rc<str> {
        match value {
            Value::Instance(instance) => Rc::clone(&instance.class.name),
            Value::Class(_) => "type".into(),
            Value::Library(_) => "object".into(),
            _ => natives::type_of(value).map_or("object", |ty| ty.name).into(),
        }
    }

    /// `type(value)`; of a library object, what the host says of `__class__` has to be asked instead.
    pub(in crate::eval) fn type_value(&self, value: &Value) -> Value {
        match value {
            Value::Instance(instance) => Value::Class(Rc::clone(&instance.class)),
            Value::Unknown(_) | Value::Live(_) => value.clone(),
            Value::Class(_) => Value::Native(Native::Type(&natives::object::TYPE_TYPE)),
            _ => Value::Native(Native::Type(natives::type_of(value).unwrap_or(&natives::object::TYPE))),
        }
    }

    /// `isinstance(value, class)` where `class` may be a tuple; unknown where a side is.
    pub fn is_instance(&mut self, host: &mut dyn Host, value: &Value, class: &Value, span: Span) -> Evaluated {
        match class {
            Value::Tuple(classes) => {
                let mut uncertain = None;
                for class in classes.iter() {
                    let answer = self.is_instance(host, value, class, span)?;
                    if answer.is_uncertain() {
                        uncertain = Some(answer);
                    } else if self.truth(host, &answer, span)? {
                        return Ok(Value::Bool(true));
                    }
                }
                return Ok(uncertain.unwrap_or(Value::Bool(false)));
            }
            Value::Unknown(_) | Value::Live(_) => return Ok(class.clone()),
            Value::Native(Native::Type(ty)) if ty.name == "object" => return Ok(Value::Bool(true)),
            _ => {}
        }
        match (value, class) {
            (Value::Unknown(_) | Value::Live(_), _) => Ok(value.clone()),
            (Value::Instance(instance), Value::Class(class)) => Ok(Value::Bool(instance.class.is_subclass(class))),
            (Value::Instance(instance), Value::Native(Native::Type(ty))) => Ok(Value::Bool(inherits(&instance.class, ty))),
            (Value::Library(_), _) | (_, Value::Library(_)) => Self::outcome(host.library(self, Access::IsInstance { value, class }, span)),
            (_, Value::Native(Native::Type(ty))) => Ok(Value::Bool(is_of(value, ty))),
            (_, Value::Class(_)) => Ok(Value::Bool(false)),
            (_, Value::None) => Ok(Value::Bool(value.is_none())),
            _ => Err(self.raise("TypeError", "isinstance() arg 2 must be a type, a tuple of types, or a union", span)),
        }
    }

    /// `issubclass(class, of)` where `of` may be a tuple; unknown where a side is.
    pub fn is_subclass(&mut self, host: &mut dyn Host, class: &Value, of: &Value, span: Span) -> Evaluated {
        match (class, of) {
            (_, Value::Tuple(classes)) => {
                for of in classes.iter() {
                    let answer = self.is_subclass(host, class, of, span)?;
                    if answer.is_uncertain() || self.truth(host, &answer, span)? {
                        return Ok(answer);
                    }
                }
                Ok(Value::Bool(false))
            }
            (Value::Unknown(_) | Value::Live(_), _) => Ok(class.clone()),
            (_, Value::Unknown(_) | Value::Live(_)) => Ok(of.clone()),
            (_, Value::Native(Native::Type(ty))) if ty.name == "object" => Ok(Value::Bool(true)),
            (Value::Class(class), Value::Class(of)) => Ok(Value::Bool(class.is_subclass(of))),
            (Value::Class(class), Value::Native(Native::Type(ty))) => Ok(Value::Bool(inherits(class, ty))),
            (Value::Library(_), _) | (_, Value::Library(_)) => Self::outcome(host.library(self, Access::IsSubclass { class, of }, span)),
            (Value::Native(Native::Type(ty)), Value::Native(Native::Type(of))) => Ok(Value::Bool(is_type(ty, of))),
            (Value::Native(_), Value::Class(_)) => Ok(Value::Bool(false)),
            _ => Err(self.raise("TypeError", "issubclass() arg 1 must be a class", span)),
        }
    }
}

fn inherits(class: &Class, ty: &'static NativeType) -> bool {
    class.mro().iter().any(|base| matches!(base, Value::Native(Native::Type(base)) if is_type(base, ty)))
}

fn is_of(value: &Value, ty: &'static NativeType) -> bool {
    (ty.holds)(value) || natives::type_of(value).is_some_and(|own| is_type(own, ty))
}

fn is_type(ty: &'static NativeType, of: &'static NativeType) -> bool {
    std::ptr::eq(ty, of) || ty.bases.iter().any(|base| is_type(base, of))
}
