//! Types.

use std::rc::Rc;

use super::super::object::{self, Handle, Object};
use super::super::signature::plain_text;
use super::super::state::Cx;
use super::super::types::{self, DECORATOR, TypeObject};
use super::super::{compiles, names};
use super::{refuse_doubt, refuse_unknown};
use crate::eval::{Arg, Args, Instance, Unwind, Value};
use crate::model::{OptionValue, Type, TypeParam};

/// A type, from an instance or a class; None is `NullType`.
///
/// # Errors
/// A diagnostic for a value that is not known, `ArgumentError` for one that is no type, and what methods of the
/// program's own type classes raise.
pub fn ty(cx: &mut Cx<'_>, value: &Value) -> Result<Rc<Type>, Unwind> {
    refuse_unknown(cx, value, "a type")?;
    if value.is_none() {
        return Ok(Rc::new(Type::null()));
    }
    if !types::is_type(value) {
        let text = format!("expected a SQLAlchemy type, got {}", super::literals::repr(value));
        return Err(cx.raise("ArgumentError", text));
    }
    if let Value::Instance(instance) = value {
        return of_instance(cx, instance);
    }
    let made = types::instance(cx, value)?;
    match &made {
        Value::Instance(instance) => of_instance(cx, instance),
        Value::Library(handle) => of_object(cx, handle),
        _ => Ok(Rc::new(Type::null())),
    }
}

/// Whether a type says nothing (`NullType`).
pub fn is_null_type(value: &Value) -> bool {
    let Value::Library(handle) = value else { return value.is_none() };
    object::ty(handle).is_some_and(|object| &*object.borrow().ty.class == "NullType")
}

fn of_object(cx: &mut Cx<'_>, handle: &Handle) -> Result<Rc<Type>, Unwind> {
    let Some(cell) = object::ty(handle) else { return Ok(Rc::new(Type::null())) };
    let object = cell.borrow().clone();
    refuse_doubt(cx, object.doubt.as_ref(), handle.place)?;
    if let Some(Value::Instance(original)) = &object.original {
        let base = of_instance(cx, original)?;
        return with_variants(cx, base, &object);
    }
    if let Some(owner) = object.owner.as_ref().and_then(std::rc::Weak::upgrade) {
        return of_instance(cx, &owner);
    }
    let base = match compiles::type_text(cx, &Value::Library(Rc::clone(handle)), object.path)? {
        Some(text) => spelled(&object.ty, text),
        None => Rc::clone(&object.ty),
    };
    with_variants(cx, base, &object)
}

fn with_variants(cx: &mut Cx<'_>, base: Rc<Type>, object: &TypeObject) -> Result<Rc<Type>, Unwind> {
    if object.variants.is_empty() {
        return Ok(base);
    }
    let mut changed = (*base).clone();
    changed.variants.clear();
    for (dialect, variant) in &object.variants {
        let variant = ty(cx, variant)?;
        changed.variants.push((Rc::clone(dialect), variant));
    }
    Ok(Rc::new(changed))
}

/// The type of an instance of a class that the program defines.
fn of_instance(cx: &mut Cx<'_>, instance: &Rc<Instance>) -> Result<Rc<Type>, Unwind> {
    let value = Value::Instance(Rc::clone(instance));
    let part = library_part(cx, instance)?;
    let Some(cell) = object::ty(&part) else { return Ok(Rc::new(Type::null())) };
    let object = cell.borrow().clone();
    refuse_doubt(cx, object.doubt.as_ref(), part.place)?;
    let base = Rc::clone(&object.ty);
    let path = object.path;
    let class: Value = Value::Class(Rc::clone(&instance.class));
    let found = if let Some(text) = compiles::type_text(cx, &value, path)? {
        spelled(&base, text)
    } else if instance.class.lookup("get_col_spec").is_some() {
        let text = cx.vm.call_method(cx.host, &value, "get_col_spec", Args::default(), cx.span)?;
        refuse_unknown(cx, &text, "the text of a type")?;
        spelled(&base, plain_text(&text).unwrap_or_default())
    } else if names::is_subclass(path, DECORATOR) || instance.class.lookup("load_dialect_impl").is_some() {
        let inner = implementation(cx, instance, &object, &class)?;
        let mut decorator = (*base).clone();
        decorator.decorated = Some(inner);
        Rc::new(decorator)
    } else {
        base
    };
    with_variants(cx, found, &object)
}

/// What a decorator stands for in the dialect (`TypeDecorator.load_dialect_impl`).
fn implementation(cx: &mut Cx<'_>, instance: &Rc<Instance>, object: &TypeObject, class: &Value) -> Result<Rc<Type>, Unwind> {
    let inner = if instance.class.lookup("load_dialect_impl").is_some() {
        let dialect = Value::Library(cx.library.dialect_object());
        let args = Args { positional: vec![Arg { value: dialect, span: cx.span }], keywords: Vec::new() };
        cx.vm.call_method(cx.host, &Value::Instance(Rc::clone(instance)), "load_dialect_impl", args, cx.span)?
    } else {
        let own = instance.attribute("impl").or_else(|| object.attributes.get("impl").cloned());
        match own {
            Some(inner) => inner,
            None => cx.vm.try_attr(cx.host, class, "impl", cx.span)?.unwrap_or(Value::None),
        }
    };
    if let Value::Instance(inner) = &inner
        && Rc::ptr_eq(inner, instance)
    {
        return Ok(Rc::new(Type::null()));
    }
    ty(cx, &inner)
}

/// The part that the library base's constructor made; where the class never called it, one without arguments.
fn library_part(cx: &mut Cx<'_>, instance: &Rc<Instance>) -> Result<Handle, Unwind> {
    if let Some(part) = instance.library.borrow().clone() {
        return Ok(part);
    }
    let base = instance.class.library_base();
    let path = base.as_ref().and_then(|base| object::name(base).map(|name| name.path)).unwrap_or(types::USER_DEFINED);
    let object = super::super::decorator::construct(cx, instance, path, &Args::default())?;
    *instance.library.borrow_mut() = Some(Rc::clone(&object));
    Ok(object)
}

/// A type that says its own text (`get_col_spec`, `@compiles`).
fn spelled(base: &Rc<Type>, text: Rc<str>) -> Rc<Type> {
    let mut ty = (**base).clone();
    ty.enumeration = None;
    ty.decorated = None;
    if matches!(&*ty.class, "NullType" | "ARRAY" | "Interval" | "Uuid" | "UUID" | "PickleType" | "TypeEngine") {
        ty.class = "UserDefinedType".into();
    }
    ty.params.insert("col_spec".into(), TypeParam::Value(OptionValue::Str(text)));
    Rc::new(ty)
}

/// What a value becomes before it is bound, where the type is a decorator of the program with `process_bind_param`.
///
/// # Errors
/// What that method raises.
pub fn bind_param(cx: &mut Cx<'_>, ty: &Value, value: &Value) -> Result<Value, Unwind> {
    let instance = match ty {
        Value::Instance(instance) => Rc::clone(instance),
        Value::Library(handle) => {
            let owner = match Object::of(handle) {
                Some(Object::Type(object)) => object.borrow().owner.as_ref().and_then(std::rc::Weak::upgrade),
                _ => None,
            };
            let Some(owner) = owner else { return Ok(value.clone()) };
            owner
        }
        _ => return Ok(value.clone()),
    };
    let method = ["process_literal_param", "process_bind_param"].into_iter().find(|name| instance.class.lookup(name).is_some());
    let Some(method) = method else { return Ok(value.clone()) };
    let dialect = Value::Library(cx.library.dialect_object());
    let args =
        Args { positional: [value.clone(), dialect].into_iter().map(|value| Arg { value, span: cx.span }).collect(), keywords: Vec::new() };
    cx.vm.call_method(cx.host, &Value::Instance(instance), method, args, cx.span)
}
