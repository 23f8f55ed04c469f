//! Declarative mapping: classes of the program that become tables.

use std::rc::Rc;

use indexmap::IndexMap;
use std::cell::RefCell;

use super::object::{self, DeclarativeObject, Handle, MappedObject, MetaDataObject, Object, PlainObject};
use super::signature::plain_text;
use super::state::Cx;
use super::{annotations, columns, metadata, names, tables};
use crate::eval::{Arg, Args, Class, Instance, Library, Unwind, Value};
use crate::model::ByName;

/// The classes whose subclasses are declarative bases.
const BASES: [&str; 4] = [
    "sqlalchemy.orm.decl_api.DeclarativeBase",
    "sqlalchemy.orm.decl_api.DeclarativeBaseNoMeta",
    "sqlalchemy.orm.decl_api.MappedAsDataclass",
    "sqlalchemy.ext.asyncio.session.AsyncAttrs",
];

/// Arguments of `mapped_column` that are none of a column.
const MAPPING_ONLY: [&str; 14] = [
    "init",
    "repr",
    "default_factory",
    "compare",
    "kw_only",
    "hash",
    "active_history",
    "deferred",
    "deferred_group",
    "deferred_raiseload",
    "use_existing_column",
    "sort_order",
    "dataclass_metadata",
    "expire_on_flush",
];

/// The decorator that makes a class of the program a declarative base.
const AS_DECLARATIVE: &str = "sqlalchemy.orm.decl_api.as_declarative";

/// The decorator of functions that check what is assigned, which no migration does.
const VALIDATES: &str = "sqlalchemy.orm.mapper.validates";

/// `declarative_base(…)`, `registry(…).generate_base()`.
pub fn base(cx: &mut Cx<'_>, args: &Args) -> Handle {
    let keyword = |name: &str| args.keywords.iter().find(|(known, _)| &**known == name).map(|(_, arg)| arg.value.clone());
    let given = keyword("metadata").as_ref().and_then(object::handle).filter(|owner| object::metadata(owner).is_some());
    let metadata = given.unwrap_or_else(|| metadata::wrap(cx, MetaDataObject::default()));
    make(cx, metadata, keyword("cls"), keyword("type_annotation_map"))
}

/// The class that `declarative_base(…)` gives: the base itself, or what inherits from it and from `cls=`.
pub fn base_class(cx: &mut Cx<'_>, args: &Args) -> Value {
    let base = base(cx, args);
    match Object::of(&base) {
        Some(Object::Declarative(DeclarativeObject { class: Some(Value::Class(class)), .. })) => with_class(class, &base),
        _ => Value::Library(base),
    }
}

/// A class that hands on what a class of the program has, and the base; it is no model itself.
fn with_class(class: &Rc<Class>, base: &Handle) -> Value {
    let joined = Class::plain(&class.module, &class.name, vec![Value::Class(Rc::clone(class)), Value::Library(Rc::clone(base))]);
    joined.namespace.borrow_mut().set("__abstract__", Value::Bool(true));
    *joined.library.borrow_mut() = Some(Rc::clone(base));
    Value::Class(joined)
}

/// `as_declarative(…)`: a decorator that waits for its class.
pub fn decorator(cx: &Cx<'_>, args: &Args) -> Value {
    let object = PlainObject { class: AS_DECLARATIVE, args: args.clone(), attributes: IndexMap::default() };
    Value::Library(Library::new(cx.span, Object::Plain(RefCell::new(object))))
}

/// `validates(…)`: a decorator that gives its function back.
pub fn validator(cx: &Cx<'_>, args: &Args) -> Value {
    let object = PlainObject { class: VALIDATES, args: args.clone(), attributes: IndexMap::default() };
    Value::Library(Library::new(cx.span, Object::Plain(RefCell::new(object))))
}

/// The decorator meets its class, which becomes a base, or its function, which stays what it is.
pub fn decorate(cx: &mut Cx<'_>, decorator: &Handle, class: &Value) -> Option<Value> {
    if object::plain(decorator).is_some_and(|plain| plain.borrow().class == VALIDATES) {
        return Some(class.clone());
    }
    let mut args = object::plain(decorator).map(|plain| plain.borrow()).filter(|plain| plain.class == AS_DECLARATIVE)?.args.clone();
    args.keywords.push(("cls".into(), Arg { value: class.clone(), span: cx.span }));
    Some(base_class(cx, &args))
}

fn make(cx: &Cx<'_>, metadata: Handle, class: Option<Value>, types: Option<Value>) -> Handle {
    let object = DeclarativeObject { metadata, class, types, classes: RefCell::default() };
    Library::new(cx.span, Object::Declarative(object))
}

/// `mapped_column(…)`: a column, kept apart until its class says what it is called.
///
/// # Errors
/// What `Column` raises.
pub fn mapped_column(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut args = args.clone();
    args.keywords.retain(|(name, _)| !MAPPING_ONLY.contains(&&**name));
    if args.keywords.iter().any(|(name, _)| &**name == "insert_default") {
        args.keywords.retain(|(name, _)| &**name != "default");
    }
    let column = columns::construct(cx, &args)?;
    Ok(Library::new(cx.span, Object::Mapped(MappedObject::Column(column))))
}

/// What `relationship` and its kin give.
pub fn other(cx: &Cx<'_>, function: &'static str, args: &Args) -> Handle {
    Library::new(cx.span, Object::Mapped(MappedObject::Other(function, args.clone())))
}

/// `@declared_attr`.
pub fn declared(cx: &Cx<'_>, function: &Value) -> Handle {
    Library::new(cx.span, Object::Mapped(MappedObject::Declared(function.clone())))
}

/// The column that a mapped attribute is.
///
/// # Errors
/// None of its own.
pub fn column_of(_cx: &mut Cx<'_>, handle: &Handle) -> Result<Option<Handle>, Unwind> {
    Ok(match Object::of(handle) {
        Some(Object::Mapped(MappedObject::Column(column))) => Some(Rc::clone(column)),
        _ => None,
    })
}

/// The table that a mapped class stands for.
pub fn table_of(class: &Rc<Class>) -> Option<Handle> {
    own_table(class).or_else(|| {
        class.mro().iter().skip(1).find_map(|base| match base {
            Value::Class(base) => own_table(base),
            _ => None,
        })
    })
}

/// Whether a class is mapped to the table of another that it inherits from (single table inheritance).
pub fn shares_table(class: &Rc<Class>) -> bool {
    let Some(own) = own_table(class) else { return false };
    class.mro().iter().skip(1).any(|base| match base {
        Value::Class(base) => own_table(base).is_some_and(|table| Rc::ptr_eq(&table, &own)),
        _ => false,
    })
}

fn own_table(class: &Class) -> Option<Handle> {
    match Object::of(class.library.borrow().as_ref()?) {
        Some(Object::Mapped(MappedObject::Class { table, .. })) => Some(Rc::clone(table)),
        _ => None,
    }
}

/// The part of a mapped class.
fn mapped(cx: &Cx<'_>, table: Handle, base: &Handle) -> Handle {
    Library::new(cx.span, Object::Mapped(MappedObject::Class { table, base: Rc::clone(base) }))
}

/// The declarative base that a class inherits from.
fn base_of(class: &Rc<Class>) -> Option<Handle> {
    let is_base = |part: &Handle| matches!(Object::of(part), Some(Object::Declarative(_)));
    class.mro().iter().find_map(|base| match base {
        Value::Library(base) => is_base(base).then(|| Rc::clone(base)),
        Value::Class(base) => base.library.borrow().clone().filter(is_base),
        _ => None,
    })
}

/// A class with a library base was defined: a declarative base, a mapped class, or another, which needs nothing.
///
/// # Errors
/// What making its table raises.
pub fn subclass(cx: &mut Cx<'_>, class: &Rc<Class>) -> Result<Value, Unwind> {
    if let Some(base) = base_of(class) {
        return match map(cx, class, &base)? {
            Some(table) => Ok(Value::Library(mapped(cx, table, &base))),
            None => Ok(Value::None),
        };
    }
    let makes_base = class.bases.iter().any(|base| match base {
        Value::Library(base) => object::name(base).is_some_and(|name| BASES.iter().take(2).any(|known| *known == name.path)),
        _ => false,
    });
    if !makes_base {
        return Ok(Value::None);
    }
    let given = class.lookup("metadata").as_ref().and_then(object::handle);
    let registered = class.lookup("registry").as_ref().and_then(object::handle).and_then(|registry| match Object::of(&registry) {
        Some(Object::Declarative(base)) => Some(Rc::clone(&base.metadata)),
        _ => None,
    });
    let owner = given.filter(|owner| object::metadata(owner).is_some()).or(registered);
    let owner = owner.unwrap_or_else(|| metadata::wrap(cx, MetaDataObject::default()));
    let base = make(cx, owner, None, class.lookup("type_annotation_map"));
    *class.library.borrow_mut() = Some(Rc::clone(&base));
    Ok(Value::Library(base))
}

/// Makes the table of a class, or adds its columns to its parent's.
fn map(cx: &mut Cx<'_>, class: &Rc<Class>, base: &Handle) -> Result<Option<Handle>, Unwind> {
    let Some(Object::Declarative(object)) = Object::of(base) else { return Ok(None) };
    if matches!(class.namespace.borrow().get("__abstract__"), Some(Value::Bool(true))) {
        return Ok(None);
    }
    object.classes.borrow_mut().insert(Rc::clone(&class.name), Rc::downgrade(class));
    if let Some(Value::Library(table)) = class.namespace.borrow().get("__table__") {
        return Ok(Some(Rc::clone(table)));
    }
    let found = collect(cx, class, object.types.as_ref())?;
    let Some(name) = table_name(cx, class)? else {
        let parent = table_of(class);
        if let Some(parent) = &parent {
            for column in found {
                if tables::column(parent, &columns_key(&column)).is_none() {
                    tables::add_column(cx, parent, &column, false, None)?;
                }
            }
        }
        return Ok(parent);
    };
    let owner = class.lookup("metadata").as_ref().and_then(object::handle).filter(|owner| object::metadata(owner).is_some());
    let owner = owner.unwrap_or_else(|| Rc::clone(&object.metadata));
    let mut positional = vec![Value::Str(name), Value::Library(owner)];
    positional.extend(found.into_iter().map(Value::Library));
    let mut keywords = Vec::new();
    table_arguments(cx, class, &mut positional, &mut keywords)?;
    let span = class.place;
    let arg = |value: Value| Arg { value, span };
    let args = Args {
        positional: positional.into_iter().map(arg).collect(),
        keywords: keywords.into_iter().map(|(name, value)| (name, arg(value))).collect(),
    };
    tables::construct(cx, &args).map(Some)
}

/// `__tablename__`, which a model does not hand on to those that inherit from it, unless it is `@declared_attr`.
fn table_name(cx: &mut Cx<'_>, class: &Rc<Class>) -> Result<Option<Rc<str>>, Unwind> {
    for base in class.mro() {
        let Value::Class(base) = base else { continue };
        let Some(value) = base.namespace.borrow().get("__tablename__").cloned() else { continue };
        let is_plain = plain_text(&value).is_some();
        if is_plain && !Rc::ptr_eq(base, class) && table_of(base).is_some() {
            continue;
        }
        return Ok(plain_text(&resolve(cx, class, value)?));
    }
    Ok(None)
}

fn columns_key(column: &Handle) -> Rc<str> {
    object::column(column).and_then(|column| column.borrow().key.clone()).unwrap_or_default()
}

/// `__table_args__`: constraints and indexes, keywords in a dict at the end.
fn table_arguments(
    cx: &mut Cx<'_>,
    class: &Rc<Class>,
    positional: &mut Vec<Value>,
    keywords: &mut Vec<(Rc<str>, Value)>,
) -> Result<(), Unwind> {
    let Some(given) = attribute(cx, class, "__table_args__")? else { return Ok(()) };
    let mut items = match &given {
        Value::Tuple(items) => items.to_vec(),
        Value::List(items) => items.borrow().clone(),
        Value::None => Vec::new(),
        other => vec![other.clone()],
    };
    if let Some(Value::Dict(options)) = items.last() {
        let options = Rc::clone(options);
        items.pop();
        for (name, value) in options.borrow().iter() {
            keywords.extend(plain_text(name).map(|name| (name, value.clone())));
        }
    }
    positional.extend(items);
    Ok(())
}

/// A class attribute, with `@declared_attr` called on the class.
fn attribute(cx: &mut Cx<'_>, class: &Rc<Class>, name: &str) -> Result<Option<Value>, Unwind> {
    let Some(value) = class.lookup(name) else { return Ok(None) };
    resolve(cx, class, value).map(Some)
}

fn resolve(cx: &mut Cx<'_>, class: &Rc<Class>, value: Value) -> Result<Value, Unwind> {
    let declared = match &value {
        Value::Library(handle) => match Object::of(handle) {
            Some(Object::Mapped(MappedObject::Declared(function))) => Some(function.clone()),
            _ => None,
        },
        _ => None,
    };
    let Some(mut function) = declared else { return Ok(value) };
    if let Value::Descriptor(descriptor) = &function
        && let crate::eval::Descriptor::ClassMethod(inner) | crate::eval::Descriptor::StaticMethod(inner) = &**descriptor
    {
        function = inner.clone();
    }
    let args = Args { positional: vec![Arg { value: Value::Class(Rc::clone(class)), span: class.place }], keywords: Vec::new() };
    cx.vm.call(cx.host, &function, args, class.place)
}

/// The columns of a class in the order of its table: its own, then those of its mixins, each once.
fn collect(cx: &mut Cx<'_>, class: &Rc<Class>, types: Option<&Value>) -> Result<Vec<Handle>, Unwind> {
    let mut found: ByName<Handle> = IndexMap::default();
    let mut hidden: Vec<Rc<str>> = Vec::new();
    let mro: Vec<Rc<Class>> = class
        .mro()
        .iter()
        .filter_map(|base| match base {
            Value::Class(base) => Some(Rc::clone(base)),
            _ => None,
        })
        .collect();
    for (index, source) in mro.iter().enumerate() {
        if index > 0 && table_of(source).is_some() {
            continue;
        }
        for name in attribute_names(source) {
            if found.contains_key(&name) || hidden.contains(&name) || name.starts_with("__") {
                continue;
            }
            match column_of_attribute(cx, class, source, &name, index == 0, types)? {
                Some(column) => {
                    class.namespace.borrow_mut().set(&*name, Value::Library(Rc::clone(&column)));
                    found.insert(name, column);
                }
                None if source.namespace.borrow().contains(&name) => hidden.push(name),
                None => {}
            }
        }
    }
    Ok(found.into_values().collect())
}

/// Names of a class body, assigned and annotated, merged as `merge_lists_w_ordering` does.
fn attribute_names(class: &Rc<Class>) -> Vec<Rc<str>> {
    let assigned: Vec<Rc<str>> = class.namespace.borrow().iter().map(|(name, _)| Rc::from(name)).collect();
    let annotated: Vec<Rc<str>> = class.annotations.borrow().iter().map(|annotation| Rc::clone(&annotation.name)).collect();
    let mut overlap: Vec<Rc<str>> = assigned.iter().filter(|name| annotated.contains(name)).cloned().collect();
    let mut merged = Vec::with_capacity(assigned.len() + annotated.len());
    let (mut current, mut other) = (assigned.into_iter(), annotated.into_iter());
    'lists: loop {
        for name in current.by_ref() {
            if let Some(at) = overlap.iter().position(|known| *known == name) {
                overlap.remove(at);
                std::mem::swap(&mut current, &mut other);
                continue 'lists;
            }
            merged.push(name);
        }
        merged.extend(other);
        return merged;
    }
}

/// The column of an attribute: named after it, a copy where it is a mixin's.
fn column_of_attribute(
    cx: &mut Cx<'_>,
    class: &Rc<Class>,
    source: &Rc<Class>,
    name: &Rc<str>,
    own: bool,
    types: Option<&Value>,
) -> Result<Option<Handle>, Unwind> {
    let value = source.namespace.borrow().get(name).cloned();
    let annotation = source.annotations.borrow().iter().find(|annotation| annotation.name == *name).cloned();
    let value = match value {
        Some(value) => Some(resolve(cx, class, value)?),
        None => None,
    };
    let (column, declared) = match &value {
        Some(value) => {
            let Some(handle) = object::handle(value) else { return Ok(None) };
            if object::column(&handle).is_some() {
                (handle, false)
            } else {
                match Object::of(&handle) {
                    Some(Object::Mapped(MappedObject::Column(column))) => (Rc::clone(column), true),
                    _ => return Ok(None),
                }
            }
        }
        None => {
            let mapped = annotation.as_ref().is_some_and(|annotation| annotations::is_mapped(&annotation.text));
            if !mapped {
                return Ok(None);
            }
            (columns::construct(cx, &Args::default())?, true)
        }
    };
    let in_table = columns::table_of(&column).is_some();
    if in_table && own {
        return Ok(None);
    }
    let column = if own { column } else { columns::copy(cx, &column)? };
    if let Some(cell) = object::column(&column) {
        let mut object = cell.borrow_mut();
        if object.name.is_none() {
            object.name = Some(name.as_ref().into());
        }
        if object.key.is_none() {
            object.key = Some(Rc::clone(name));
        }
    }
    if let Some(annotation) = annotation.filter(|_| declared) {
        annotations::apply(cx, source, &column, &annotation.text, types)?;
    }
    Ok(Some(column))
}

/// A class attribute that the class itself does not have: `__table__`, `metadata`, `registry`.
pub fn class_get(cx: &mut Cx<'_>, class: &Rc<Class>, base: &Handle, name: &str) -> Option<Value> {
    match name {
        "__table__" => return table_of(class).map(Value::Library),
        "metadata" | "registry" | "__mapper__" => {}
        _ => return inherited(cx, base, name),
    }
    let declarative = base_of(class)?;
    match (name, Object::of(&declarative)?) {
        ("metadata", Object::Declarative(object)) => Some(Value::Library(Rc::clone(&object.metadata))),
        ("registry", _) => Some(Value::Library(declarative)),
        _ => None,
    }
}

/// What `cls=` of a declarative base gives to every class.
fn inherited(cx: &mut Cx<'_>, base: &Handle, name: &str) -> Option<Value> {
    let Some(Object::Declarative(object)) = Object::of(base) else { return None };
    let class = object.class.clone()?;
    cx.vm.try_attr(cx.host, &class, name, cx.span).ok().flatten()
}

/// Attributes of a declarative base, or of what a mapped class has besides its own.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let object = match Object::of(handle) {
        Some(Object::Declarative(object)) => object,
        Some(Object::Mapped(MappedObject::Class { table, .. })) if name == "__table__" => return Some(Value::Library(Rc::clone(table))),
        Some(Object::Mapped(MappedObject::Class { base, .. })) => return get(cx, &Rc::clone(base), name),
        _ => return None,
    };
    match name {
        "metadata" => Some(Value::Library(Rc::clone(&object.metadata))),
        "registry" => Some(Value::Library(Rc::clone(handle))),
        "generate_base" | "mapped" | "configure" => Some(super::collections::bound_method(cx, handle, name)),
        _ => inherited(cx, handle, name),
    }
}

/// Calls a method of a registry; `None` for what is not understood here.
pub fn call(cx: &mut Cx<'_>, handle: &Handle, method: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    match method {
        "generate_base" => Some(Ok(Value::Library(Rc::clone(handle)))),
        "configure" => Some(Ok(Value::None)),
        "mapped" => {
            let Value::Class(class) = &args.positional.first()?.value else { return None };
            Some(match map(cx, class, handle) {
                Ok(table) => {
                    *class.library.borrow_mut() = table.map(|table| mapped(cx, table, handle));
                    Ok(Value::Class(Rc::clone(class)))
                }
                Err(unwind) => Err(unwind),
            })
        }
        _ => None,
    }
}

/// Sets what an object of a mapped class was made with (`_declarative_constructor`).
pub fn fill_instance(instance: &Rc<Instance>, args: &Args) {
    let mut attributes = instance.attributes.borrow_mut();
    for (name, arg) in &args.keywords {
        attributes.set(&**name, arg.value.clone());
    }
}

/// Whether a library class is a declarative base's class.
pub fn is_base_class(path: &str) -> bool {
    BASES.iter().any(|base| names::is_subclass(path, base))
}
