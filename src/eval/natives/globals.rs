//! What `globals()` gives: a dictionary that is the module's names, evaluated as they are asked for.

use std::rc::Rc;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::module::Module;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// The names of a module as a dictionary.
pub(in crate::eval) fn of(module: &Rc<Module>) -> Value {
    Object::value(&TYPE, Rc::clone(module))
}

static TYPE: NativeType = NativeType {
    methods: &[
        Row::any("get", |call| {
            let [name, default] = call.bind("get", ["key", "default"], 1)?;
            Ok(look_up(call, &name.unwrap_or(Value::None))?.or(default).unwrap_or(Value::None))
        }),
        Row::any("__getitem__", |call| {
            let name = call.one("__getitem__")?;
            match look_up(call, &name)? {
                Some(value) => Ok(value),
                None => Err(call.vm.raise_builtin("KeyError", vec![name], call.span)),
            }
        }),
        Row::any("__contains__", |call| {
            let name = call.one("__contains__")?;
            Ok(Value::Bool(look_up(call, &name)?.is_some()))
        }),
        Row::any("__setitem__", |call| {
            let [name, value] = call.bind("__setitem__", ["key", "value"], 2)?;
            store(call, &name.unwrap_or(Value::None), value.unwrap_or(Value::None));
            Ok(Value::None)
        }),
        Row::any("setdefault", |call| {
            let [name, value] = call.bind("setdefault", ["key", "default"], 1)?;
            let (name, value) = (name.unwrap_or(Value::None), value.unwrap_or(Value::None));
            if let Some(found) = look_up(call, &name)? {
                return Ok(found);
            }
            store(call, &name, value.clone());
            Ok(value)
        }),
        Row::any("update", |call| {
            let dict = Rc::default();
            super::dict::fill(call, &dict)?;
            for (name, value) in dict.borrow().iter() {
                store(call, name, value.clone());
            }
            Ok(Value::None)
        }),
        Row::any("keys", whole),
        Row::any("items", |call| {
            let dict = whole(call)?;
            call.vm.call_method(call.host, &dict, "items", crate::eval::Args::default(), call.span)
        }),
        Row::any("values", |call| {
            let dict = whole(call)?;
            call.vm.call_method(call.host, &dict, "values", crate::eval::Args::default(), call.span)
        }),
        Row::any("copy", whole),
        Row::any("__iter__", |call| {
            let dict = whole(call)?;
            Ok(Generator::over(call.iterate(&dict)?))
        }),
    ],
    ..NativeType::new("dict", "builtins", Row::any("dict", |_| Ok(Value::None)))
};

fn module(call: &Call<'_>) -> Option<Rc<Module>> {
    match &call.receiver {
        Some(Value::Object(object)) => object.body::<Rc<Module>>().cloned(),
        _ => None,
    }
}

fn look_up(call: &mut Call<'_>, name: &Value) -> Evaluated<Option<Value>> {
    match (module(call), name) {
        (Some(module), Value::Str(name)) => call.vm.global(call.host, &module, name, call.span),
        (_, uncertain) if uncertain.is_uncertain() => Ok(Some(uncertain.clone())),
        _ => Ok(None),
    }
}

fn store(call: &Call<'_>, name: &Value, value: Value) {
    if let (Some(module), Value::Str(name)) = (module(call), name) {
        module.set(name, value);
    }
}

/// All names, which takes evaluating all of the module.
fn whole(call: &mut Call<'_>) -> Evaluated {
    let Some(module) = module(call) else { return Ok(Value::None) };
    call.vm.complete(call.host, &module)?;
    Ok(module.dict())
}
