//! Classes of the program that inherit from library classes: types, columns and others.

use std::rc::Rc;

use indexmap::IndexMap;
use std::cell::RefCell;

use super::object::{self, Handle, Object, PlainObject};
use super::state::Cx;
use super::types::{self, DECORATOR, TypeObject};
use super::{columns, declarative, names};
use crate::eval::{Args, Instance, Library, Unwind, Value};
use crate::model::Type;

/// The library part of an instance: what the constructor of its library base makes.
///
/// # Errors
/// What that constructor raises.
pub fn construct(cx: &mut Cx<'_>, instance: &Rc<Instance>, path: &'static str, args: &Args) -> Result<Handle, Unwind> {
    if types::is_type_class(path) {
        return of_type(cx, instance, path, args);
    }
    if names::is_subclass(path, columns::COLUMN) {
        return columns::construct(cx, args);
    }
    let object = PlainObject { class: path, args: args.clone(), attributes: IndexMap::default() };
    Ok(Library::new(cx.span, Object::Plain(RefCell::new(object))))
}

fn of_type(cx: &mut Cx<'_>, instance: &Rc<Instance>, path: &'static str, args: &Args) -> Result<Handle, Unwind> {
    let mut object = if path == DECORATOR { decorator(cx, instance, args)? } else { types::construct(cx, path, args)? };
    object.owner = Some(Rc::downgrade(instance));
    Ok(Library::new(cx.span, Object::Type(RefCell::new(object))))
}

/// `TypeDecorator.__init__`: the class's `impl` is made an instance with the same arguments.
fn decorator(cx: &mut Cx<'_>, instance: &Rc<Instance>, args: &Args) -> Result<TypeObject, Unwind> {
    let class = Value::Class(Rc::clone(&instance.class));
    let Some(inner) = cx.vm.try_attr(cx.host, &class, "impl", cx.span)? else {
        let text = "TypeDecorator implementations require a class-level variable 'impl' which refers to the class of type being decorated";
        return Err(cx.raise_builtin("AssertionError", text));
    };
    let made = match &inner {
        Value::Library(handle) => match object::name(handle).and_then(|name| types::class_of(*name)) {
            Some(path) => types::construct(cx, path, args)?.into_value(cx),
            None => inner,
        },
        Value::Class(_) => cx.vm.call(cx.host, &inner, args.clone(), cx.span)?,
        _ => inner,
    };
    instance.attributes.borrow_mut().set("impl", made.clone());
    let mut object = TypeObject::new(DECORATOR, Type::plain("TypeDecorator"));
    object.attributes.insert("impl".into(), made);
    Ok(object)
}

/// The library part for a base that is no plain name: a declarative base.
///
/// # Errors
/// What reading the arguments raises.
pub fn construct_with(cx: &mut Cx<'_>, instance: &Rc<Instance>, base: &Handle, args: &Args) -> Result<Option<Handle>, Unwind> {
    match Object::of(base) {
        Some(Object::Name(name)) => construct(cx, instance, name.path, args).map(Some),
        Some(Object::Declarative(_)) => {
            declarative::fill_instance(instance, args);
            let object =
                PlainObject { class: "sqlalchemy.orm.decl_api.DeclarativeBase", args: args.clone(), attributes: IndexMap::default() };
            Ok(Some(Library::new(cx.span, Object::Plain(RefCell::new(object)))))
        }
        _ => Ok(None),
    }
}
