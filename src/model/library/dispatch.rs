//! One answer for each way of touching a library object.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;

use super::names::{self, ClassMember, Member, NameKind, NameObject};
use super::object::{self, ConstraintClass, Handle, MappedObject, Object, PlainObject, TextKind};
use super::signature::plain_text;
use super::state::{Cx, LibraryState};
use super::{
    collections, columns, compiles, constraints, declarative, decorator, defaults, dialect_object, exceptions, expr, foreign_keys, indexes,
    isinstance, literals, metadata, shown, tables, texts, third_party, types,
};
use crate::eval::{Access, Args, Library, Origin, Outcome, Unwind, Value};

/// A module of a library by its dotted name, for `Host::import`.
pub fn module(library: &LibraryState, dotted: &str) -> Option<Value> {
    match names::find(dotted)? {
        Member::Name(name) if name.kind == NameKind::Module => Some(Value::Library(named(library, name))),
        _ => None,
    }
}

/// The value that a dotted name of a library stands for; nothing where the library has no such name.
pub fn import(cx: &mut Cx<'_>, dotted: &str) -> Option<Value> {
    Some(value_of(cx, names::find(dotted)?))
}

/// What a module of a library holds under a name.
pub fn member(cx: &mut Cx<'_>, module: &'static str, name: &str) -> Option<Value> {
    if let Some(known) = cx.library.known_member(module, name) {
        return Some(known);
    }
    let found = names::member(module, name)?;
    let value = value_of(cx, found);
    if matches!(found, Member::Name(_)) {
        cx.library.note_member(module, name, &value);
    }
    Some(value)
}

fn value_of(cx: &mut Cx<'_>, member: Member) -> Value {
    let name = match member {
        Member::Literal(text) => return literals::json(text),
        Member::Name(name) => name,
    };
    if name.kind == NameKind::Class
        && exceptions::is_exception(name.path)
        && let Some(class) = cx.exception_class(name.path)
    {
        return Value::Class(class);
    }
    Value::Library(named(&cx.library, name))
}

/// The one object of a name.
pub fn named(library: &LibraryState, name: NameObject) -> Handle {
    library.interned(name.path, || Library::new(crate::source::Span::NOWHERE, Object::Name(name)))
}

/// Answers an access that is pure library construction; `None` where it asks for a database or the migration context,
/// or where nothing is known of what was asked.
pub fn access(cx: &mut Cx<'_>, access: &Access<'_>) -> Option<Outcome> {
    own(cx, access).or_else(|| expr::access(cx, access))
}

fn own(cx: &mut Cx<'_>, access: &Access<'_>) -> Option<Outcome> {
    let object = match access {
        Access::Get { object, .. }
        | Access::Set { object, .. }
        | Access::Call { object, .. }
        | Access::Item { object, .. }
        | Access::SetItem { object, .. }
        | Access::Iter { object }
        | Access::Truth { object }
        | Access::Len { object }
        | Access::Contains { object, .. }
        | Access::Text { object, .. }
        | Access::Delete { object, .. }
        | Access::Enter { object }
        | Access::Exit { object, .. } => Rc::clone(object),
        Access::Binary { op, left, right } => return texts::binary(cx, op, left, right).or_else(|| same(op, left, right)),
        Access::Unary { .. } => return None,
        Access::IsInstance { value, class } => return is_instance(cx, value, class),
        Access::IsSubclass { class, of } => {
            let path = isinstance::path_of_class(of)?;
            return Some(Outcome::Value(Value::Bool(isinstance::is_subclass_value(class, path))));
        }
        Access::Subclass { class } => return Some(declarative::subclass(cx, class).into()),
        Access::ClassGet { class, base, name } => {
            let found = declarative::class_get(cx, class, base, name).or_else(|| match Object::of(base) {
                Some(Object::Name(path)) => get_name(cx, base, *path, name),
                _ => None,
            });
            return found.map(Outcome::Value);
        }
        Access::Construct { instance, base, args } => {
            return match decorator::construct_with(cx, instance, base, args) {
                Ok(part) => part.map(|part| Outcome::Value(Value::Library(part))),
                Err(unwind) => Some(unwind.into()),
            };
        }
    };
    on_object(cx, &object, access)
}

/// `==` and `!=` of what has no comparison of its own: a table, a collection, a constraint, an index.
fn same(op: &str, left: &Value, right: &Value) -> Option<Outcome> {
    let has_none = |value: &Value| match value {
        Value::Library(handle) => {
            matches!(Object::of(handle), Some(Object::Table(_) | Object::MetaData(_) | Object::Constraint(_) | Object::Index(_)))
        }
        _ => false,
    };
    if !has_none(left) || !has_none(right) {
        return None;
    }
    match op {
        "==" => Some(Outcome::Value(Value::Bool(left.is(right)))),
        "!=" => Some(Outcome::Value(Value::Bool(!left.is(right)))),
        _ => None,
    }
}

fn on_object(cx: &mut Cx<'_>, object: &Handle, access: &Access<'_>) -> Option<Outcome> {
    match Object::of(object)? {
        Object::Text(_) => return texts::access(cx, object, access),
        Object::Columns(_) => return collections::access_columns(cx, object, access),
        Object::Host(_) | Object::Expr(_) => return None,
        _ => {}
    }
    match access {
        Access::Get { name, .. } => get(cx, object, name),
        Access::Set { name, value, .. } => set(cx, object, name, value),
        Access::Call { args, .. } => call(cx, object, args).map(Outcome::from),
        Access::Text { repr, .. } => shown::text(object, *repr).map(|text| Outcome::Value(Value::str(text))),
        Access::Contains { item, .. } => metadata::contains(object, item).map(|found| Outcome::Value(Value::Bool(found))),
        Access::Truth { .. } => match Object::of(object)? {
            // a column's truth is an error, which expressions raise
            Object::Column(_) | Object::Method { .. } => None,
            _ => Some(Outcome::Value(Value::Bool(true))),
        },
        Access::Iter { .. } => match Object::of(object)? {
            Object::Constraint(constraint) => {
                let columns = constraint.borrow().columns.clone();
                Some(Outcome::Value(Value::list(columns)))
            }
            _ => None,
        },
        Access::Len { .. } => match Object::of(object)? {
            Object::Constraint(constraint) => {
                let count = constraint.borrow().columns.len();
                Some(Outcome::Value(Value::Int(count.try_into().unwrap_or(0))))
            }
            _ => None,
        },
        // `Mapped[int]` and other generic classes stand for themselves
        Access::Item { .. } => match Object::of(object)? {
            Object::Name(name) if name.kind == NameKind::Class => Some(Outcome::Value(Value::Library(Rc::clone(object)))),
            _ => None,
        },
        _ => None,
    }
}

fn get(cx: &mut Cx<'_>, object: &Handle, name: &str) -> Option<Outcome> {
    let found = match Object::of(object)? {
        Object::Name(path) => return get_of_name(cx, object, *path, name),
        Object::Type(_) => types::get(cx, object, name),
        Object::Column(_) => columns::get(cx, object, name),
        Object::Table(_) => tables::get(cx, object, name),
        Object::MetaData(_) => metadata::get(cx, object, name),
        Object::Constraint(_) => constraints::get(cx, object, name),
        Object::Index(_) => indexes::get(cx, object, name),
        Object::ForeignKey(_) => foreign_keys::get(cx, object, name),
        Object::Sequence(_) => defaults::get_sequence(object, name),
        Object::Default(_) => defaults::get(object, name),
        Object::Declarative(_) | Object::Mapped(MappedObject::Class { .. }) => match declarative::get(cx, object, name) {
            Some(value) => Some(value),
            None => return Some(cx.raise_builtin("AttributeError", format!("a mapped class has no attribute '{name}'")).into()),
        },
        Object::Mapped(MappedObject::Column(column)) => columns::get(cx, column, name),
        Object::Dialect => dialect_object::get(cx, object, name),
        Object::Plain(plain) => plain.borrow().attributes.get(name).cloned(),
        _ => None,
    };
    if let Some(found) = found {
        return Some(Outcome::Value(found));
    }
    let class = isinstance::class_of(object)?;
    if name == "__class__" {
        return import(cx, class).map(Outcome::Value);
    }
    match names::class_member(class, name) {
        Some(ClassMember::Method) => Some(Outcome::Value(collections::bound_method(cx, object, name))),
        Some(ClassMember::Literal(text)) => Some(Outcome::Value(literals::json(text))),
        Some(ClassMember::Attribute) => None,
        // what the pinned version does not have raises there too; private names are not listed
        None if name.starts_with('_')
            || matches!(Object::of(object), Some(Object::Plain(_) | Object::Dialect | Object::Mapped(_) | Object::Column(_))) =>
        {
            None
        }
        None => {
            let short = class.rsplit('.').next().unwrap_or(class);
            Some(cx.raise_builtin("AttributeError", format!("'{short}' object has no attribute '{name}'")).into())
        }
    }
}

/// `module.name` or `Class.name`.
fn get_of_name(cx: &mut Cx<'_>, object: &Handle, path: NameObject, name: &str) -> Option<Outcome> {
    match get_name(cx, object, path, name) {
        Some(value) => Some(Outcome::Value(value)),
        None if path.kind == NameKind::Module && !name.starts_with("__") => {
            let text = format!("module '{}' has no attribute '{name}'", path.path);
            Some(cx.raise_builtin("AttributeError", text).into())
        }
        None => None,
    }
}

fn get_name(cx: &mut Cx<'_>, object: &Handle, path: NameObject, name: &str) -> Option<Value> {
    match (path.kind, name) {
        (NameKind::Module, "__all__") => return Some(Value::list(names::members(path.path).into_iter().map(Value::Str).collect())),
        (NameKind::Module, "__name__") => return Some(Value::str(path.path)),
        (NameKind::Module, _) => {
            let known = member(cx, path.path, name);
            let unknown = || {
                let reason = format!("`{}.{name}` is not understood", path.path);
                names::is_partly_known(path.path).then(|| Value::unknown(cx.span, reason, Origin::Project))
            };
            return known.or_else(unknown);
        }
        (NameKind::Class | NameKind::Function, "__name__" | "__qualname__") => return Some(Value::str(path.short())),
        (NameKind::Class | NameKind::Function, "__module__") => return path.path.rsplit_once('.').map(|(module, _)| Value::str(module)),
        (NameKind::Constant, "name") if path.path.ends_with("_SCHEMA") => return Some(Value::str(path.short())),
        (NameKind::Class, "impl") if third_party::find(path.path).is_some() => {
            let made = types::construct(cx, path.path, &Args::default()).ok()?.into_value(cx);
            return types::get(cx, &object::handle(&made)?, name);
        }
        (NameKind::Class, _) => {}
        _ => return None,
    }
    if let Some(inner) = member(cx, path.path, name) {
        return Some(inner);
    }
    match names::class_member(path.path, name)? {
        ClassMember::Method => Some(collections::bound_method(cx, object, name)),
        ClassMember::Literal(text) => Some(literals::json(text)),
        ClassMember::Attribute => None,
    }
}

fn set(cx: &mut Cx<'_>, object: &Handle, name: &str, value: &Value) -> Option<Outcome> {
    let result = match Object::of(object)? {
        // as projects give SQLAlchemy a type of their own, for autogenerated revisions to find there
        Object::Name(path) if path.kind == NameKind::Module => {
            cx.library.note_member(path.path, name, value);
            Ok(())
        }
        Object::Type(_) => types::set(cx, object, name, value).map(|_| ()),
        Object::Column(_) => columns::set(cx, object, name, value),
        Object::Mapped(MappedObject::Column(column)) => columns::set(cx, column, name, value),
        Object::Index(_) => indexes::set(cx, object, name, value),
        Object::Table(_) => {
            tables::set(object, name, value);
            Ok(())
        }
        Object::MetaData(_) => {
            metadata::set(object, name, value);
            Ok(())
        }
        Object::Constraint(_) => {
            constraints::set(object, name, value);
            Ok(())
        }
        Object::ForeignKey(_) => {
            foreign_keys::set(object, name, value);
            Ok(())
        }
        Object::Sequence(_) | Object::Default(_) => {
            defaults::set(object, name, value);
            Ok(())
        }
        Object::Plain(plain) => {
            plain.borrow_mut().attributes.insert(name.into(), value.clone());
            Ok(())
        }
        _ => return None,
    };
    Some(match result {
        Ok(()) => Outcome::Value(Value::None),
        Err(unwind) => unwind.into(),
    })
}

fn call(cx: &mut Cx<'_>, object: &Handle, args: &Args) -> Option<Result<Value, Unwind>> {
    match Object::of(object)? {
        Object::Name(name) => construct(cx, *name, args),
        Object::Method { receiver, name } => method(cx, receiver, name, args),
        Object::Plain(_) => {
            let value = &args.positional.first()?.value;
            declarative::decorate(cx, object, value).map(Ok).or_else(|| compiles::register(cx, object, value))
        }
        Object::Declarative(_) => {
            let part =
                PlainObject { class: "sqlalchemy.orm.decl_api.DeclarativeBase", args: args.clone(), attributes: IndexMap::default() };
            Some(Ok(Value::Library(Library::new(cx.span, Object::Plain(RefCell::new(part))))))
        }
        _ => None,
    }
}

/// Calls a class or function of a library.
fn construct(cx: &mut Cx<'_>, name: NameObject, args: &Args) -> Option<Result<Value, Unwind>> {
    let short = name.short();
    let wrap = |result: Result<Handle, Unwind>| Some(result.map(Value::Library));
    if name.kind == NameKind::Class {
        if types::is_type_class(name.path) {
            return Some(types::construct(cx, name.path, args).map(|object| object.into_value(cx)));
        }
        if let Some(class) = ConstraintClass::of(short).filter(|class| class.path() == name.path) {
            return wrap(constraints::construct(cx, class, args));
        }
        return match name.path {
            columns::COLUMN => wrap(columns::construct(cx, args)),
            tables::TABLE if tables::wants_reflection(args) => None,
            tables::TABLE => wrap(tables::construct(cx, args)),
            metadata::METADATA => wrap(metadata::construct(cx, args)),
            indexes::INDEX => wrap(indexes::construct(cx, args)),
            foreign_keys::FOREIGN_KEY => wrap(foreign_keys::construct(cx, args)),
            "sqlalchemy.sql.elements.conv" => conv(args, TextKind::Conv).map(Ok),
            "sqlalchemy.sql.elements.quoted_name" => conv(args, TextKind::Quoted(quote_of(args))).map(Ok),
            "sqlalchemy.orm.decl_api.registry" => Some(Ok(Value::Library(declarative::base(cx, args)))),
            "sqlalchemy.orm.decl_api.declared_attr" => {
                args.positional.first().map(|arg| Ok(Value::Library(declarative::declared(cx, &arg.value))))
            }
            path if path.starts_with("sqlalchemy.sql.schema.") => match defaults::construct(cx, short, args) {
                Ok(Some(handle)) => Some(Ok(Value::Library(handle))),
                Ok(None) => None,
                Err(unwind) => Some(Err(unwind)),
            },
            path if short.ends_with("IndexConfig") || path.starts_with("alembic.operations.ops.") => {
                let part = PlainObject { class: path, args: args.clone(), attributes: IndexMap::default() };
                Some(Ok(Value::Library(Library::new(cx.span, Object::Plain(RefCell::new(part))))))
            }
            _ => None,
        };
    }
    match name.path {
        "sqlalchemy.orm.decl_api.as_declarative" => Some(Ok(declarative::decorator(cx, args))),
        "sqlalchemy.orm.mapper.validates" => Some(Ok(declarative::validator(cx, args))),
        "sqlalchemy.orm.mapper.reconstructor" | "sqlalchemy.orm.decl_api.declarative_mixin" => {
            Some(Ok(args.positional.first()?.value.clone()))
        }
        "sqlalchemy.orm.decl_api.declarative_base" => Some(Ok(declarative::base_class(cx, args))),
        "sqlalchemy.orm._orm_constructors.mapped_column" => wrap(declarative::mapped_column(cx, args)),
        // what it stands for is made when it is first used there, which no program can tell from when it is made
        "lazy_object_proxy.Proxy" => {
            let factory = args.positional.first()?.value.clone();
            Some(cx.vm.call(cx.host, &factory, Args::default(), cx.span))
        }
        "sqlalchemy.ext.compiler.compiles" => Some(Ok(compiles::decorator(cx, args))),
        "sqlalchemy.ext.declarative.extensions.declarative_base" => Some(Ok(declarative::base_class(cx, args))),
        path if path.starts_with("sqlalchemy.orm._orm_constructors.") && is_mapping(short) => {
            Some(Ok(Value::Library(declarative::other(cx, short, args))))
        }
        "sqlalchemy.orm.mapper.configure_mappers" | "sqlalchemy.orm.mapperlib.configure_mappers" => Some(Ok(Value::None)),
        _ => None,
    }
}

/// Functions that make attributes of mapped classes and no SQL.
fn is_mapping(name: &str) -> bool {
    matches!(
        name,
        "relationship" | "backref" | "synonym" | "composite" | "column_property" | "deferred" | "dynamic_loader" | "query_expression"
    )
}

fn conv(args: &Args, kind: TextKind) -> Option<Value> {
    let first = &args.positional.first()?.value;
    match first {
        Value::Unknown(_) | Value::Live(_) | Value::None => Some(first.clone()),
        _ => plain_text(first).map(|text| collections::text(text, kind)),
    }
}

fn quote_of(args: &Args) -> Option<bool> {
    let second = args.positional.get(1).or_else(|| args.keywords.iter().find(|(name, _)| &**name == "quote").map(|(_, arg)| arg));
    match second.map(|arg| &arg.value) {
        Some(Value::Bool(flag)) => Some(*flag),
        _ => None,
    }
}

/// Calls a method, of an object or of a class with the object as first argument.
fn method(cx: &mut Cx<'_>, receiver: &Value, name: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    let handle = object::handle(receiver)?;
    match Object::of(&handle)? {
        Object::Type(_) => types::call(cx, &handle, name, args),
        Object::Column(_) => columns::call(cx, &handle, name, args),
        Object::Table(_) => tables::call(cx, &handle, name, args),
        Object::MetaData(_) => metadata::call(&handle, name, args),
        Object::Declarative(_) => declarative::call(cx, &handle, name, args),
        Object::Columns(_) => {
            let values: Vec<Value> = args.positional.iter().map(|arg| arg.value.clone()).collect();
            collections::call_columns(&handle, name, &values).map(Ok)
        }
        Object::Index(_) if name == "ddl_if" => Some(Ok(indexes::create_if(&handle, args))),
        Object::Constraint(_) if matches!(name, "copy" | "_copy") => Some(constraints::copy(cx, &handle, None).map(Value::Library)),
        Object::Dialect if name == "type_descriptor" => {
            let given = args.positional.first()?.value.clone();
            Some(types::instance(cx, &given).map(|ty| types::adapted(cx, &ty)))
        }
        Object::Name(class) => class_method(cx, *class, name, args),
        _ => None,
    }
}

/// `Class.method(object, …)`, as `super().__init__` and unbound calls write it.
fn class_method(cx: &mut Cx<'_>, class: NameObject, name: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    if class.path == "sqlalchemy.orm.decl_api.declared_attr" {
        let function = args.positional.first()?.value.clone();
        return Some(Ok(Value::Library(declarative::declared(cx, &function))));
    }
    if matches!(name, "as_mutable" | "associate_with") {
        // a mutable type is the type itself, as far as SQL goes
        let given = args.positional.first()?.value.clone();
        return Some(types::instance(cx, &given));
    }
    let receiver = args.positional.first()?.value.clone();
    let part = object::handle(&receiver)?;
    if !names::is_subclass(isinstance::class_of(&part)?, class.path) {
        return None;
    }
    let rest = Args { positional: args.positional.iter().skip(1).cloned().collect(), keywords: args.keywords.clone() };
    method(cx, &Value::Library(part), name, &rest)
}

/// `isinstance(value, class)`.
fn is_instance(cx: &mut Cx<'_>, value: &Value, class: &Value) -> Option<Outcome> {
    if let Some(path) = isinstance::path_of_class(class) {
        if object::handle(value).is_some_and(|handle| matches!(Object::of(&handle), Some(Object::Dialect))) {
            return Some(Outcome::Value(match &cx.library.dialect.classes[..] {
                [] => Value::unknown(cx.span, "the class of the dialect is not known", Origin::Harmless),
                own => Value::Bool(own.iter().any(|own| names::is_subclass(own, path))),
            }));
        }
        return match isinstance::is_instance(value, path) {
            Some(found) => Some(Outcome::Value(Value::Bool(found))),
            None if matches!(value, Value::Unknown(_) | Value::Live(_)) => {
                Some(Outcome::Value(Value::unknown(cx.span, "the class of a value is not known", Origin::Harmless)))
            }
            None => None,
        };
    }
    let handle = object::handle(value)?;
    match class {
        // texts are `str`
        Value::Native(native) if object::text(&handle).is_some() => {
            Some(Outcome::Value(Value::Bool(matches!(native.name(), "str" | "object"))))
        }
        Value::Native(native) => match Object::of(&handle)? {
            Object::Host(_) => None,
            Object::Name(name) if native.name() == "type" => Some(Outcome::Value(Value::Bool(name.kind == NameKind::Class))),
            _ => Some(Outcome::Value(Value::Bool(native.name() == "object"))),
        },
        Value::Class(_) => Some(Outcome::Value(Value::Bool(false))),
        _ => None,
    }
}
