//! `object`, `type`, and the types of values that have no methods of their own.

use std::rc::Rc;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native, NativeType, Row};
use crate::eval::host::{Access, Args};
use crate::eval::object::Descriptor;
use crate::eval::operate::text::quoted;
use crate::eval::value::Value;

/// `object`: what every value can do.
pub static TYPE: NativeType = NativeType {
    methods: &[
        Row::any("__init__", |_| Ok(Value::None)),
        Row::any("__init_subclass__", |_| Ok(Value::None)),
        Row::any("__setattr__", set_attribute),
        Row::any("__getattribute__", get_attribute),
        Row::any("__delattr__", |call| {
            let name = call.one("__delattr__")?;
            let this = call.this();
            call.vm.del_attr(call.host, &this, name.as_str().unwrap_or_default(), call.span)?;
            Ok(Value::None)
        }),
        Row::any("__eq__", |call| {
            let other = call.one("__eq__")?;
            Ok(if call.this().is(&other) { Value::Bool(true) } else { Value::NotImplemented })
        }),
        Row::any("__hash__", |call| Ok(Value::Int(call.this().identity() as i128))),
        Row::any("__repr__", |call| {
            let this = call.this();
            call.vm.repr(call.host, &this, call.span)
        }),
        Row::any("__str__", |call| {
            let this = call.this();
            call.vm.text(call.host, &this, call.span)
        }),
        Row::any("__len__", |call| {
            let this = native_part(call);
            call.vm.length(call.host, &this, call.span)
        }),
        Row::any("__contains__", |call| {
            let item = call.one("__contains__")?;
            let this = native_part(call);
            call.vm.binary(call.host, "in", &item, &this, call.span)
        }),
        Row::any("__getitem__", |call| {
            let key = call.one("__getitem__")?;
            let this = native_part(call);
            call.vm.get_item(call.host, &this, &key, call.span)
        }),
        Row::any("__setitem__", |call| {
            let [key, value] = call.bind("__setitem__", ["key", "value"], 2)?;
            let this = native_part(call);
            call.vm.set_item(call.host, &this, &key.unwrap_or(Value::None), value.unwrap_or(Value::None), call.span)?;
            Ok(Value::None)
        }),
        Row::any("__iter__", |call| {
            let this = native_part(call);
            call.vm.iterator(call.host, &this, call.span)
        }),
        Row::any("__delitem__", |call| {
            let key = call.one("__delitem__")?;
            let this = native_part(call);
            call.vm.del_item(call.host, &this, &key, call.span)?;
            Ok(Value::None)
        }),
    ],
    ..NativeType::new("object", "builtins", Row::any("object", |_| Ok(crate::eval::object::Object::value(&TYPE, ()))))
};

fn set_attribute(call: &mut Call<'_>) -> Evaluated {
    let [name, value] = call.bind("__setattr__", ["name", "value"], 2)?;
    let (name, value) = (name.unwrap_or(Value::None), value.unwrap_or(Value::None));
    let this = call.this();
    match &this {
        Value::Instance(instance) => call.vm.store_attr(call.host, instance, name.as_str().unwrap_or_default(), value, call.span)?,
        _ => call.vm.set_attr(call.host, &this, name.as_str().unwrap_or_default(), value, call.span)?,
    }
    Ok(Value::None)
}

fn get_attribute(call: &mut Call<'_>) -> Evaluated {
    let name = call.one("__getattribute__")?;
    let this = call.this();
    call.vm.get_attr(call.host, &this, name.as_str().unwrap_or_default(), call.span)
}

/// `type`: with one argument, what a value is one of.
pub static TYPE_TYPE: NativeType = NativeType {
    holds: |value| matches!(value, Value::Class(_) | Value::Native(Native::Type(_))),
    ..NativeType::new("type", "builtins", Row::any("type", type_of))
};

fn type_of(call: &mut Call<'_>) -> Evaluated {
    let args = std::mem::take(&mut call.args);
    if let [name, bases, namespace] = &args.positional[..] {
        return call.vm.made_class(call.host, &name.value, &bases.value, &namespace.value, call.span);
    }
    call.args = args;
    let value = call.one("type")?;
    match &value {
        Value::Library(object) => {
            let outcome = call.host.library(call.vm, Access::Get { object, name: "__class__" }, call.span);
            crate::eval::Vm::outcome(outcome)
        }
        _ => Ok(call.vm.type_value(&value)),
    }
}

/// A type that programs see and never call.
const fn bare(name: &'static str) -> NativeType {
    NativeType::new(name, "builtins", Row::any(name, |call| Err(call.raise("TypeError", "cannot create instances of this type"))))
}

pub static NONE_TYPE: NativeType = bare("NoneType");
pub static ELLIPSIS_TYPE: NativeType = bare("ellipsis");
pub static NOT_IMPLEMENTED_TYPE: NativeType = bare("NotImplementedType");
pub static FUNCTION_TYPE: NativeType = bare("function");
pub static METHOD_TYPE: NativeType = bare("method");
pub static BUILTIN_TYPE: NativeType = bare("builtin_function_or_method");
pub static MODULE_TYPE: NativeType = bare("module");
pub static SUPER_TYPE: NativeType = bare("super");

/// What `property` objects can do: `@value.setter`.
pub static PROPERTY: &[Row] = &[
    Row::any("getter", |call| changed(call, 0)),
    Row::any("setter", |call| changed(call, 1)),
    Row::any("deleter", |call| changed(call, 2)),
];

fn changed(call: &mut Call<'_>, which: usize) -> Evaluated {
    let function = call.one("setter")?;
    let Value::Descriptor(descriptor) = call.this() else { return Ok(function) };
    let Descriptor::Property { get, set, delete } = &*descriptor else { return Ok(function) };
    let mut parts = [get.clone(), set.clone(), delete.clone()];
    if let Some(part) = parts.get_mut(which) {
        *part = Some(function);
    }
    let [get, set, delete] = parts;
    Ok(Value::Descriptor(Rc::new(Descriptor::Property { get, set, delete })))
}

/// `KeyError('x')`: the text of an exception made from its arguments.
pub(super) fn exception_text(call: &mut Call<'_>, repr: bool) -> Evaluated {
    let this = call.this();
    let Value::Instance(instance) = &this else { return Ok(Value::str("")) };
    let args = match instance.attribute("args") {
        Some(Value::Tuple(args)) => args.to_vec(),
        _ => Vec::new(),
    };
    if repr {
        let shown = call.vm.repr(call.host, &Value::tuple(args.clone()), call.span)?;
        let Value::Str(shown) = &shown else { return Ok(shown) };
        let inner = if args.len() == 1 { shown.replacen(",)", ")", 1) } else { shown.to_string() };
        return Ok(Value::str(format!("{}{inner}", instance.class.name)));
    }
    match &args[..] {
        [] => Ok(Value::str("")),
        [Value::Str(text)] if &*instance.class.name == "KeyError" => Ok(Value::str(quoted(text))),
        [one] => call.vm.text(call.host, one, call.span),
        _ => call.vm.repr(call.host, &Value::tuple(args), call.span),
    }
}

impl crate::eval::Vm {
    /// `type(name, bases, namespace)`.
    fn made_class(
        &mut self,
        host: &mut dyn crate::eval::Host,
        name: &Value,
        bases: &Value,
        namespace: &Value,
        span: crate::source::Span,
    ) -> Evaluated {
        let bases: Vec<Value> = self.iterate(host, bases, span)?;
        let bases = bases.into_iter().filter(|base| !matches!(base, Value::Native(Native::Type(ty)) if ty.name == "object")).collect();
        let class = Rc::new(crate::eval::Class::bare("".into(), name.as_str().unwrap_or_default().into(), bases, span));
        for (name, value) in self.mapping_items(host, namespace, span)? {
            if let Value::Str(name) = name {
                class.namespace.borrow_mut().set(&*name, value);
            }
        }
        let Some(mro) = crate::eval::mro::linearize(&class) else {
            return Err(self.raise("TypeError", "Cannot create a consistent method resolution order (MRO) for bases", span));
        };
        class.finish(mro);
        self.class_made(host, &class, Args::default(), span)?;
        Ok(Value::Class(class))
    }
}

/// What a method that is called through the native type works on: `dict.__setitem__(self, …)` does not ask the class of `self`.
fn native_part(call: &Call<'_>) -> Value {
    let this = call.this();
    match &this {
        Value::Instance(instance) => instance.native.borrow().clone().unwrap_or_else(|| this.clone()),
        _ => this,
    }
}

/// `dict.__init__(self, …)` and its like: fills the native part of an instance.
pub(super) fn initialize(call: &mut Call<'_>, ty: &'static NativeType) -> Evaluated {
    let args = std::mem::take(&mut call.args);
    let made = call.vm.call(call.host, &Value::Native(Native::Type(ty)), args, call.span)?;
    if let Value::Instance(instance) = call.this() {
        *instance.native.borrow_mut() = Some(made);
    }
    Ok(Value::None)
}
