//! Objects of types that Aludel implements itself, and the helpers of classes.

use std::any::Any;
use std::rc::Rc;

use super::class::{Class, Instance};
use super::function::NativeType;
use super::value::Value;

/// An object of a type implemented in Rust that has no [`Value`] variant of its own: a compiled regular
/// expression, a path, a `defaultdict`'s factory.
pub struct Object {
    pub ty: &'static NativeType,
    /// What the type keeps of the object; mutable state sits in a `RefCell`.
    pub body: Box<dyn Any>,
}

impl Object {
    /// An object of the type.
    pub fn value(ty: &'static NativeType, body: impl Any) -> Value {
        Value::Object(Rc::new(Self { ty, body: Box::new(body) }))
    }

    /// The type's own view of the object.
    pub fn body<T: Any>(&self) -> Option<&T> {
        self.body.downcast_ref()
    }
}

impl std::fmt::Debug for Object {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Object({})", self.ty.name)
    }
}

/// What a class attribute does when it is reached through the class or an instance.
#[derive(Clone, Debug)]
pub enum Descriptor {
    Property {
        get: Option<Value>,
        set: Option<Value>,
        delete: Option<Value>,
    },
    /// Computed at the first access, then kept in the instance (`functools.cached_property`).
    Cached {
        get: Value,
        name: Rc<str>,
    },
    StaticMethod(Value),
    ClassMethod(Value),
}

/// `super()`: the attributes of the classes after one in an object's resolution order.
#[derive(Clone, Debug)]
pub struct Super {
    pub after: Rc<Class>,
    pub this: Receiver,
}

/// What `super()` binds methods to.
#[derive(Clone, Debug)]
pub enum Receiver {
    Instance(Rc<Instance>),
    Class(Rc<Class>),
}
