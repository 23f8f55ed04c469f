//! Reading attributes.

use std::rc::Rc;

use crate::eval::class::{Class, Instance};
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::function::{Function, Native, NativeType};
use crate::eval::host::{Access, Args, Host};
use crate::eval::locate;
use crate::eval::natives;
use crate::eval::object::Descriptor;
use crate::eval::stmt::docstring;
use crate::eval::value::{Library, Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `value.name`; raises `AttributeError`.
    pub fn get_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, span: Span) -> Evaluated {
        match value {
            Value::Library(_) if name == "__init__" => {
                Ok(Value::Native(Native::Method(&super::bind::INIT_OF_LIBRARY, Rc::new(value.clone()))))
            }
            Value::Library(library) => Self::outcome(host.library(self, Access::Get { object: library, name }, span)),
            Value::Instance(instance) => self.instance_attr(host, instance, name, span),
            Value::Class(class) => self.class_attr(host, class, name, span),
            Value::Unknown(_) => Ok(value.clone()),
            Value::Live(live) => Ok(live.then(format!(".{name}"))),
            Value::Super(object) => self.super_attr(host, object, name, span),
            Value::Module(module) => match self.module_attr(host, module, name, span)? {
                Some(value) => Ok(value),
                None if name == "__dict__" => Ok(module.dict()),
                None => Err(self.raise("AttributeError", format!("module '{}' has no attribute '{name}'", module.name), span)),
            },
            _ => match self.plain_attr(host, value, name, span)? {
                Some(found) => Ok(found),
                None => {
                    let message = match value {
                        Value::Native(Native::Type(ty)) => format!("type object '{}' has no attribute '{name}'", ty.name),
                        _ => format!("'{}' object has no attribute '{name}'", self.type_name(value)),
                    };
                    Err(self.raise("AttributeError", message, span))
                }
            },
        }
    }

    /// `value.name`, nothing where that raises `AttributeError`.
    pub fn try_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, span: Span) -> Evaluated<Option<Value>> {
        match self.get_attr(host, value, name, span) {
            Ok(value) => Ok(Some(value)),
            Err(Unwind::Raise(exception)) if self.is_attribute_error(&exception.instance.class) => Ok(None),
            Err(unwind) => Err(unwind),
        }
    }

    fn is_attribute_error(&self, class: &Rc<Class>) -> bool {
        self.builtin_exception("AttributeError").is_some_and(|error| class.is_subclass(&error))
    }

    /// The method that an operator or protocol uses, bound to the object.
    pub(in crate::eval) fn special(&mut self, host: &mut dyn Host, value: &Value, name: &str, span: Span) -> Evaluated<Option<Value>> {
        match value {
            Value::Instance(instance) => match instance.class.lookup(name) {
                Some(Value::None) | None => Ok(None),
                Some(method) => self.bound_to_instance(host, method, instance, span).map(Some),
            },
            Value::Class(class) => {
                let row = class.hooks.get().and_then(|hooks| hooks.methods.iter().find(|row| row.name == name));
                Ok(row.map(|row| Value::Native(Native::Method(row, Rc::new(value.clone())))))
            }
            Value::Library(_) | Value::Unknown(_) | Value::Live(_) => Ok(None),
            _ => {
                let row = natives::type_of(value).and_then(|ty| ty.find(|ty| ty.methods, name));
                Ok(row.map(|row| Value::Native(Native::Method(row, Rc::new(value.clone())))))
            }
        }
    }

    fn instance_attr(&mut self, host: &mut dyn Host, instance: &Rc<Instance>, name: &str, span: Span) -> Evaluated {
        let class_level = instance.class.lookup(name);
        if let Some(Value::Descriptor(descriptor)) = &class_level
            && matches!(**descriptor, Descriptor::Property { .. })
        {
            return self.bound_to_instance(host, Value::Descriptor(Rc::clone(descriptor)), instance, span);
        }
        if let Some(own) = instance.attribute(name) {
            return Ok(own);
        }
        if let Some(value) = class_level {
            return self.bound_to_instance(host, value, instance, span);
        }
        let library = instance.library.borrow().clone();
        let inherited = match (library, instance.class.library_base()) {
            (Some(part), _) => self.host_attr(host, &part, name, span)?,
            (None, Some(base)) => self.host_class_attr(host, &instance.class, &base, name, span)?,
            (None, None) => None,
        };
        if let Some(value) = inherited {
            return Ok(value);
        }
        let native = instance.native.borrow().clone();
        if let Some(native) = native
            && let Some(value) = self.try_attr(host, &native, name, span)?
        {
            return Ok(value);
        }
        match name {
            "__class__" => return Ok(Value::Class(Rc::clone(&instance.class))),
            "__dict__" => return Ok(instance.attributes.borrow().to_dict()),
            "__module__" => return Ok(Value::Str(Rc::clone(&instance.class.module))),
            "__doc__" => return Ok(Value::None),
            _ => {}
        }
        if let Some(getter) = instance.class.lookup("__getattr__") {
            let getter = self.bound_to_instance(host, getter, instance, span)?;
            return self.call(host, &getter, Args::of([Value::str(name)], span), span);
        }
        if let Some(unknown) = instance.class.unknown_base() {
            return Ok(unknown);
        }
        let has_it = !CONTAINER.contains(&name) || instance.native.borrow().as_ref().is_some_and(|native| is_container(native, name));
        if has_it && let Some(row) = natives::object::TYPE.find(|ty| ty.methods, name) {
            return Ok(Value::Native(Native::Method(row, Rc::new(Value::Instance(Rc::clone(instance))))));
        }
        let message = format!("'{}' object has no attribute '{name}'", instance.class.name);
        Err(self.raise("AttributeError", message, span))
    }

    fn class_attr(&mut self, host: &mut dyn Host, class: &Rc<Class>, name: &str, span: Span) -> Evaluated {
        match name {
            "__name__" | "__qualname__" => return Ok(Value::Str(Rc::clone(&class.name))),
            "__module__" => return Ok(Value::Str(Rc::clone(&class.module))),
            "__mro__" => return Ok(Value::tuple(class.mro().to_vec())),
            "__bases__" => return Ok(Value::tuple(class.bases.clone())),
            "__dict__" => return Ok(class.namespace.borrow().to_dict()),
            _ => {}
        }
        if let Some(value) = class.lookup(name) {
            return self.bound_to_class(host, value, class, span);
        }
        let row = class.hooks.get().and_then(|hooks| hooks.methods.iter().find(|row| row.name == name));
        if let Some(row) = row {
            return Ok(Value::Native(Native::Method(row, Rc::new(Value::Class(Rc::clone(class))))));
        }
        let library = class.library.borrow().clone();
        if let Some(library) = library
            && let Some(value) = self.host_attr(host, &library, name, span)?
        {
            return Ok(value);
        }
        if let Some(base) = class.library_base()
            && let Some(value) = self.host_class_attr(host, class, &base, name, span)?
        {
            return Ok(value);
        }
        if let Some(native) = class.native_base()
            && let Some(value) = self.try_attr(host, &Value::Native(native), name, span)?
        {
            return Ok(value);
        }
        match name {
            "__doc__" => return Ok(Value::None),
            "__new__" => return Ok(Value::Native(Native::Function(&super::bind::NEW))),
            "__class__" => return Ok(Value::Native(Native::Type(&natives::object::TYPE_TYPE))),
            "__annotations__" => {
                let mut dict = crate::eval::Dict::new();
                for annotation in class.annotations.borrow().iter() {
                    let reason = format!("the annotation `{}` is not evaluated", annotation.text);
                    dict.insert_str(&annotation.name, Value::unknown(annotation.place, reason, Origin::Harmless));
                }
                return Ok(Value::dict(dict));
            }
            _ => {}
        }
        if let Some(unknown) = class.unknown_base() {
            return Ok(unknown);
        }
        let has_it = !CONTAINER.contains(&name) || class.native_base().is_some();
        if has_it && let Some(row) = natives::object::TYPE.find(|ty| ty.methods, name) {
            return Ok(Value::Native(Native::Unbound(row)));
        }
        Err(self.raise("AttributeError", format!("type object '{}' has no attribute '{name}'", class.name), span))
    }

    /// An attribute of a library object, nothing where the host raises `AttributeError`.
    fn host_attr(&mut self, host: &mut dyn Host, object: &Rc<Library>, name: &str, span: Span) -> Evaluated<Option<Value>> {
        let outcome = host.library(self, Access::Get { object, name }, span);
        self.unless_missing(Self::outcome(outcome))
    }

    fn host_class_attr(
        &mut self,
        host: &mut dyn Host,
        class: &Rc<Class>,
        base: &Rc<Library>,
        name: &str,
        span: Span,
    ) -> Evaluated<Option<Value>> {
        let outcome = host.library(self, Access::ClassGet { class, base, name }, span);
        self.unless_missing(Self::outcome(outcome))
    }

    fn unless_missing(&mut self, result: Evaluated) -> Evaluated<Option<Value>> {
        match result {
            Ok(value) => Ok(Some(value)),
            Err(Unwind::Raise(exception)) if self.is_attribute_error(&exception.instance.class) => Ok(None),
            Err(unwind) => Err(unwind),
        }
    }

    /// An attribute of a function, a native type or a native value.
    fn plain_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, span: Span) -> Evaluated<Option<Value>> {
        let found = match value {
            Value::Function(function) => function_attr(function, name),
            Value::Method(method) => match name {
                "__func__" => Some(method.function.clone()),
                "__self__" => Some(method.receiver.clone()),
                _ => return self.plain_attr(host, &method.function, name, span),
            },
            Value::Native(Native::Type(ty)) => self.type_attr(host, ty, name, span)?,
            Value::Native(native) if matches!(name, "__name__" | "__qualname__") => Some(Value::str(native.name())),
            Value::Descriptor(descriptor) => match (&**descriptor, name) {
                (Descriptor::Property { .. }, "setter" | "getter" | "deleter") => {
                    let row = natives::object::PROPERTY.iter().find(|row| row.name == name);
                    row.map(|row| Value::Native(Native::Method(row, Rc::new(value.clone()))))
                }
                (Descriptor::Property { get: Some(get), .. }, "fget") => Some(get.clone()),
                (Descriptor::StaticMethod(inner) | Descriptor::ClassMethod(inner), "__func__") => Some(inner.clone()),
                _ => None,
            },
            _ => None,
        };
        if found.is_some() {
            return Ok(found);
        }
        if let Some(ty) = natives::type_of(value) {
            if let Some(row) = ty.find(|ty| ty.getters, name) {
                return self.call_row(host, row, Some(value.clone()), Args::default(), span).map(Some);
            }
            let row = ty.find(|ty| ty.methods, name).or_else(|| ty.find(|ty| ty.statics, name));
            if let Some(row) = row {
                return Ok(Some(Value::Native(Native::Method(row, Rc::new(value.clone())))));
            }
            if let Some(row) = ty.find(|ty| ty.methods, "__getattr__") {
                return self.call_row(host, row, Some(value.clone()), Args::of([Value::str(name)], span), span).map(Some);
            }
        }
        Ok(match name {
            "__class__" => Some(self.type_value(value)),
            "__doc__" => Some(Value::None),
            _ if lacking(value, name).is_some() => lacking(value, name).map(|ty| not_evaluated(ty, name, span)),
            _ if CONTAINER.contains(&name) && !is_container(value, name) => None,
            _ if name.starts_with("__") => {
                natives::object::TYPE.find(|ty| ty.methods, name).map(|row| Value::Native(Native::Method(row, Rc::new(value.clone()))))
            }
            _ => natives::type_of(value).filter(|ty| ty.module != "builtins").map(|ty| not_evaluated(ty, name, span)),
        })
    }

    fn type_attr(&mut self, host: &mut dyn Host, ty: &'static NativeType, name: &str, span: Span) -> Evaluated<Option<Value>> {
        Ok(match name {
            "__name__" | "__qualname__" => Some(Value::str(ty.name)),
            "__module__" => Some(Value::str(ty.module)),
            "__new__" => Some(Value::Native(Native::Function(&super::bind::NEW))),
            "__mro__" => Some(Value::tuple(vec![Value::Native(Native::Type(ty)), Value::Native(Native::Type(&natives::object::TYPE))])),
            _ => {
                if let Some(row) = ty.find(|ty| ty.statics, name) {
                    return Ok(Some(Value::Native(Native::Function(row))));
                }
                if let Some(row) = ty.find(|ty| ty.constants, name) {
                    return self.call_row(host, row, None, Args::default(), span).map(Some);
                }
                match ty.find(|ty| ty.methods, name).or_else(|| natives::object::TYPE.find(|ty| ty.methods, name)) {
                    Some(row) => Some(Value::Native(Native::Unbound(row))),
                    None if ty.module != "builtins" => Some(not_evaluated(ty, name, span)),
                    None => None,
                }
            }
        })
    }
}

/// Methods that containers alone have.
const CONTAINER: [&str; 6] = ["__contains__", "__delitem__", "__getitem__", "__iter__", "__len__", "__setitem__"];

fn is_container(value: &Value, method: &str) -> bool {
    match value {
        Value::List(_) | Value::Dict(_) => true,
        Value::Set(_) | Value::FrozenSet(_) => matches!(method, "__contains__" | "__iter__" | "__len__"),
        Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::Range(_) => !matches!(method, "__delitem__" | "__setitem__"),
        Value::Generator(_) => method == "__iter__",
        Value::Native(Native::Type(_)) | Value::Instance(_) | Value::Object(_) => true,
        _ => false,
    }
}

/// The built-in type that a value is, or is of, where Python has the attribute and Aludel does not.
fn lacking(value: &Value, name: &str) -> Option<&'static NativeType> {
    let ty = match value {
        Value::Native(Native::Type(ty)) => Some(*ty),
        _ => natives::type_of(value),
    };
    ty.filter(|ty| ty.module == "builtins" && natives::lacking::has(ty.name, name))
}

fn not_evaluated(ty: &NativeType, name: &str, span: Span) -> Value {
    Value::unknown(span, format!("`{}.{name}` is not evaluated", ty.name), Origin::Harmless)
}

fn function_attr(function: &Rc<Function>, name: &str) -> Option<Value> {
    if let Some(value) = function.attributes.borrow().get(name) {
        return Some(value.clone());
    }
    Some(match name {
        "__name__" | "__qualname__" => Value::Str(Rc::clone(&function.name)),
        "__module__" => Value::Str(Rc::clone(&function.module.name)),
        "__doc__" => locate::function(&function.ast.module, function.range)
            .and_then(|definition| docstring(&definition.body))
            .map_or(Value::None, Value::str),
        "__dict__" => function.attributes.borrow().to_dict(),
        "__globals__" => function.module.dict(),
        "__defaults__" => Value::tuple(function.defaults.clone()),
        _ => return None,
    })
}
