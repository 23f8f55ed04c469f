//! Types of columns: their classes, constructors, attributes and variants.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use indexmap::IndexMap;

use super::data::{self, TYPES};
use super::names::{self, ClassMember, NameKind, NameObject};
use super::object::{self, Doubt, Handle, Object};
use super::signature::is_unknown;
use super::state::Cx;
use super::{bind, enums, literals, third_party};
use crate::eval::{Arg, Args, Instance, Library, Unwind, Value};
use crate::model::{ByName, Type, TypeParam};

/// The class that all types inherit from.
pub const ENGINE: &str = "sqlalchemy.sql.type_api.TypeEngine";
/// The class of types that wrap another.
pub const DECORATOR: &str = "sqlalchemy.sql.type_api.TypeDecorator";
/// The class of types that say their own text.
pub const USER_DEFINED: &str = "sqlalchemy.sql.type_api.UserDefinedType";

/// An object of a type class.
#[derive(Clone)]
pub struct TypeObject {
    /// What it is in the model, variants and decoration apart.
    pub ty: Rc<Type>,
    /// The canonical path of its class.
    pub path: &'static str,
    /// Arguments as the program gave them, and attributes set since.
    pub attributes: ByName<Value>,
    /// The Python enumeration that it was made from.
    pub enum_class: Option<Value>,
    /// `with_variant()`: types by dialect name.
    pub variants: Vec<(Rc<str>, Value)>,
    /// The instance of a Python class that this is the library part of.
    pub owner: Option<Weak<Instance>>,
    /// The type that this is a copy of with other variants, where that one has a Python class.
    pub original: Option<Value>,
    pub doubt: Option<Doubt>,
}

impl TypeObject {
    /// An object of a class without arguments.
    pub fn new(path: &'static str, ty: Type) -> Self {
        Self {
            ty: Rc::new(ty),
            path,
            attributes: IndexMap::default(),
            enum_class: None,
            variants: Vec::new(),
            owner: None,
            original: None,
            doubt: None,
        }
    }

    /// Wraps it for the program.
    pub fn into_value(self, cx: &Cx<'_>) -> Value {
        Value::Library(Library::new(cx.span, Object::Type(RefCell::new(self))))
    }
}

/// The short name of a type class: `JSON`, `postgresql.JSONB`, `sqlalchemy_utils.UUIDType`.
pub fn short_name(path: &str) -> Cow<'_, str> {
    let name = path.rsplit('.').next().unwrap_or(path);
    let mut parts = path.split('.');
    match (parts.next(), parts.next(), parts.next()) {
        (Some("sqlalchemy"), Some("dialects"), Some(dialect)) => format!("{dialect}.{name}").into(),
        (Some("sqlalchemy"), ..) => name.into(),
        (Some(package), ..) => format!("{package}.{name}").into(),
        _ => name.into(),
    }
}

/// The canonical path of the class that a short name stands for.
pub fn path_of(short: &str) -> Option<&'static str> {
    data::row(TYPES, short).map(|row| row.field(0)).or_else(|| third_party::find(short).map(|row| row.key))
}

/// Whether the class at a path is a type.
pub fn is_type_class(path: &str) -> bool {
    names::is_subclass(path, ENGINE) || third_party::find(path).is_some()
}

/// Whether a value is a type or the class of one.
pub fn is_type(value: &Value) -> bool {
    match value {
        Value::Library(handle) => match Object::of(handle) {
            Some(Object::Type(_)) => true,
            Some(Object::Name(name)) => name.kind == NameKind::Class && is_type_class(name.path),
            _ => false,
        },
        Value::Instance(instance) => instance.class.library_base().is_some_and(|base| is_type(&Value::Library(base))),
        Value::Class(class) => class.library_base().is_some_and(|base| is_type(&Value::Library(base))),
        _ => false,
    }
}

/// A type from a type, or from the class or function that makes one (`to_instance`); None gives `NullType`.
///
/// # Errors
/// What the class's constructor raises, or `ArgumentError` where the value is no type.
pub fn instance(cx: &mut Cx<'_>, value: &Value) -> Result<Value, Unwind> {
    match value {
        Value::None => Ok(TypeObject::new("sqlalchemy.sql.sqltypes.NullType", Type::null()).into_value(cx)),
        Value::Function(_) => cx.vm.call(cx.host, value, Args::default(), cx.span),
        Value::Class(_) if is_type(value) => cx.vm.call(cx.host, value, Args::default(), cx.span),
        Value::Library(handle) => match object::name(handle) {
            Some(name) if is_type_class(name.path) => construct(cx, name.path, &Args::default()).map(|object| object.into_value(cx)),
            _ => Ok(value.clone()),
        },
        _ => Ok(value.clone()),
    }
}

/// The type that the driver has for a type (`DefaultDialect.type_descriptor`): of another class with the same arguments,
/// where the dialect's data names one.
pub fn adapted(cx: &Cx<'_>, value: &Value) -> Value {
    let Some(cell) = object::handle(value).filter(|_| matches!(value, Value::Library(_))) else { return value.clone() };
    let Some(object) = object::ty(&cell).map(|object| object.borrow().clone()) else { return value.clone() };
    let Some(class) = cx.library.dialect.adapted_types.get(&*short_name(object.path)) else { return value.clone() };
    let Some(path) = path_of(class) else { return value.clone() };
    let mut object = object;
    object.path = path;
    Rc::make_mut(&mut object.ty).class = class.as_str().into();
    object.into_value(cx)
}

/// An object of the type class at a path.
///
/// # Errors
/// `TypeError` for arguments that its constructor does not take, and what Enum raises.
pub fn construct(cx: &mut Cx<'_>, path: &'static str, args: &Args) -> Result<TypeObject, Unwind> {
    let short = short_name(path);
    if enums::is_enum(path) {
        return enums::construct(cx, path, &short, args);
    }
    if let Some(row) = third_party::find(path) {
        return third_party::construct(cx, path, &short, row, args);
    }
    let mut object = TypeObject::new(path, Type::plain(&*short));
    if path == DECORATOR || path == USER_DEFINED {
        return Ok(object);
    }
    let Some(row) = data::row(TYPES, &short) else { return Ok(object) };
    for (name, arg) in named_arguments(cx, row, args)? {
        add_param(cx, &mut object, &name, &arg)?;
    }
    check_together(cx, &object)?;
    Ok(object)
}

/// Arguments that their constructors want together: both of a float's, a file stream and the greatest length
/// (`_FloatType.__init__` of MySQL's types, `VARBINARY.__init__` of SQL Server's).
fn check_together(cx: &mut Cx<'_>, object: &TypeObject) -> Result<(), Unwind> {
    let given = |name: &str| object.attributes.get(name).filter(|value| !value.is_none());
    let class = object.path.rsplit('.').next().unwrap_or(object.path);
    let takes_scale = || data::row(TYPES, &short_name(object.path)).is_some_and(|row| row.field(2) == "precision scale asdecimal");
    if matches!(class, "DOUBLE" | "REAL") && given("precision").is_some() != given("scale").is_some() && takes_scale() {
        return Err(cx.raise("ArgumentError", "You must specify both precision and scale or omit both altogether."));
    }
    let streamed = matches!(given("filestream"), Some(Value::Bool(true)));
    if streamed && given("length").is_some_and(|length| length.as_str() != Some("max")) {
        return Err(cx.raise_builtin("ValueError", "length must be None or 'max' when setting filestream"));
    }
    Ok(())
}

/// Arguments by parameter name; a `*name` parameter gathers the rest in a tuple.
fn named_arguments(cx: &mut Cx<'_>, row: data::Row, args: &Args) -> Result<Vec<(Rc<str>, Arg)>, Unwind> {
    let (positional, keywords, class) = (row.field(2), row.field(3), row.field(5));
    if class.is_empty() && !(args.positional.is_empty() && args.keywords.is_empty()) {
        let class = row.key.rsplit('.').next().unwrap_or(row.key);
        return Err(cx.raise_builtin("TypeError", format!("{class}() takes no arguments")));
    }
    let known: Vec<&str> = positional.split_ascii_whitespace().collect();
    let mut named: Vec<(Rc<str>, Arg)> = Vec::new();
    let mut rest = Vec::new();
    for (index, arg) in args.positional.iter().enumerate() {
        match known.get(index.min(known.len().saturating_sub(1))) {
            Some(name) if name.starts_with('*') => rest.push(arg.value.clone()),
            Some(name) if index < known.len() => named.push(((*name).into(), arg.clone())),
            _ => {
                let most = known.len() + 1;
                let takes = if most == 1 { "1 positional argument".to_owned() } else { format!("from 1 to {most} positional arguments") };
                let text = format!("{class}.__init__() takes {takes} but {} were given", args.positional.len() + 1);
                return Err(cx.raise_builtin("TypeError", text));
            }
        }
    }
    if let Some(name) = known.iter().find_map(|name| name.strip_prefix('*')).filter(|_| !rest.is_empty()) {
        named.push((name.into(), Arg { value: Value::tuple(rest), span: cx.span }));
    }
    for (name, arg) in &args.keywords {
        if named.iter().any(|(known, _)| known == name) {
            return Err(cx.raise_builtin("TypeError", format!("{class}.__init__() got multiple values for argument '{name}'")));
        }
        if !known.contains(&&**name) && !keywords.split_ascii_whitespace().any(|known| given_name(known) == &**name) {
            return Err(cx.raise_builtin("TypeError", format!("{class}.__init__() got an unexpected keyword argument '{name}'")));
        }
        named.push((own_name(row, name), arg.clone()));
    }
    Ok(named)
}

/// A keyword as the program writes it: the data has `other=name` where a constructor takes it by another name too.
fn given_name(known: &str) -> &str {
    known.split('=').next().unwrap_or(known)
}

/// The name that a type's constructor has for what the program gives by this one.
pub(super) fn own_name(row: data::Row, name: &Rc<str>) -> Rc<str> {
    if !row.field(3).contains('=') {
        return Rc::clone(name);
    }
    let other = row.field(3).split_ascii_whitespace().find_map(|known| known.split_once('=').filter(|(given, _)| *given == &**name));
    other.map_or_else(|| Rc::clone(name), |(_, own)| own.into())
}

/// Notes one constructor argument: as attribute, and as parameter where it can say something of the SQL.
pub(super) fn add_param(cx: &mut Cx<'_>, object: &mut TypeObject, name: &Rc<str>, arg: &Arg) -> Result<(), Unwind> {
    let mut value = arg.value.clone();
    if is_type(&value) {
        value = instance(cx, &value)?;
    }
    object.attributes.insert(Rc::clone(name), value.clone());
    // What a type of the program keeps for itself says nothing of the SQL, unless its own methods ask for it.
    if is_unknown(&value) && (object.path == DECORATOR || object.path == USER_DEFINED) && &**name != "impl" {
        return Ok(());
    }
    if is_unknown(&value) {
        let short = short_name(object.path);
        object.doubt.get_or_insert(Doubt { field: format!("`{name}` of `{short}`").into(), value });
        return Ok(());
    }
    set_param(cx, object, name, &value)
}

fn set_param(cx: &mut Cx<'_>, object: &mut TypeObject, name: &Rc<str>, value: &Value) -> Result<(), Unwind> {
    let param = if is_type(value) { Some(TypeParam::Type(bind::ty(cx, value)?)) } else { literals::option(value).map(TypeParam::Value) };
    let ty = Rc::make_mut(&mut object.ty);
    match param {
        Some(_) if value.is_none() => drop(ty.params.shift_remove(&**name)),
        Some(param) => drop(ty.params.insert(Rc::clone(name), param)),
        // functions and other objects that only results are passed through
        None => {}
    }
    Ok(())
}

/// `type.name`: arguments, class attributes, methods; `None` where there is none of the name.
pub fn get(cx: &mut Cx<'_>, handle: &Handle, name: &str) -> Option<Value> {
    let cell = object::ty(handle)?;
    let object = cell.borrow();
    if let Some(value) = object.attributes.get(name) {
        return Some(value.clone());
    }
    if let Some(value) = enums::get(&object, name) {
        return Some(value);
    }
    if let Some(instance) = object.attributes.get("impl").filter(|_| matches!(name, "impl" | "impl_instance")) {
        return Some(instance.clone());
    }
    // The types of other packages that stand for another type decorate it there.
    if let (Some(inner), "impl", Some(_)) = (&object.ty.decorated, name, third_party::find(object.path)) {
        return Some(super::reflect::ty(cx, inner));
    }
    let short = short_name(object.path);
    let default = data::row(TYPES, &short).and_then(|row| literals::pair(row.field(4), name));
    if let Some(value) = default {
        return Some(value);
    }
    if name == "python_type" {
        return None;
    }
    let found = match names::class_member(object.path, name)? {
        ClassMember::Literal(text) => literals::json(text),
        ClassMember::Method => {
            // the instance itself, so that what is made of it can ask the program's class
            let owner = object.owner.as_ref().and_then(Weak::upgrade).map(Value::Instance);
            let receiver = owner.unwrap_or_else(|| Value::Library(Rc::clone(handle)));
            Value::Library(Library::new(cx.span, Object::Method { receiver, name: name.into() }))
        }
        ClassMember::Attribute => return None,
    };
    Some(found)
}

/// `type.name = value`.
///
/// # Errors
/// What binding the value as a type raises.
pub fn set(cx: &mut Cx<'_>, handle: &Handle, name: &str, value: &Value) -> Result<bool, Unwind> {
    let Some(cell) = object::ty(handle) else { return Ok(false) };
    let mut object = cell.borrow().clone();
    if !enums::set(cx, &mut object, name, value)? {
        add_param(cx, &mut object, &name.into(), &Arg { value: value.clone(), span: cx.span })?;
    }
    *cell.borrow_mut() = object;
    Ok(true)
}

/// Calls a method of a type; `None` for those that need a database or a compiler.
pub fn call(cx: &mut Cx<'_>, handle: &Handle, method: &str, args: &Args) -> Option<Result<Value, Unwind>> {
    match method {
        "with_variant" => Some(with_variant(cx, handle, args)),
        "copy" | "adapt" | "evaluates_none" | "_copy" => {
            let copy = object::ty(handle)?.borrow().clone();
            Some(Ok(copy.into_value(cx)))
        }
        "dialect_impl" => Some(Ok(Value::Library(Rc::clone(handle)))),
        "load_dialect_impl" => {
            let object = object::ty(handle)?.borrow();
            Some(Ok(object.attributes.get("impl").cloned().unwrap_or_else(|| Value::Library(Rc::clone(handle)))))
        }
        _ => None,
    }
}

/// `type.with_variant(other, *dialects)`: a copy with one more variant.
fn with_variant(cx: &mut Cx<'_>, handle: &Handle, args: &Args) -> Result<Value, Unwind> {
    let mut given = args.positional.iter();
    let other = given.next().cloned().or_else(|| args.keywords.iter().find(|(name, _)| &**name == "type_").map(|(_, arg)| arg.clone()));
    let Some(other) = other else {
        return Err(cx.raise_builtin("TypeError", "TypeEngine.with_variant() missing 1 required positional argument: 'type_'"));
    };
    let dialects: Vec<Arg> = given.cloned().collect();
    if dialects.is_empty() {
        return Err(cx.raise("ArgumentError", "At least one dialect name is required"));
    }
    let Some(cell) = object::ty(handle) else { return Ok(Value::None) };
    let mut copy = cell.borrow().clone();
    if let Some(owner) = copy.owner.take().and_then(|owner| owner.upgrade()) {
        copy.original = Some(Value::Instance(owner));
    }
    let other = instance(cx, &other.value)?;
    if object::handle(&other).and_then(|other| object::ty(&other).map(|other| !other.borrow().variants.is_empty())) == Some(true) {
        let text = "can't pass a type that already has variants as a dialect-level type to with_variant()";
        return Err(cx.raise("ArgumentError", text));
    }
    for dialect in dialects {
        let Some(name) = super::signature::plain_text(&dialect.value) else {
            copy.doubt.get_or_insert(Doubt { field: "a dialect name of `with_variant()`".into(), value: dialect.value });
            continue;
        };
        if copy.variants.iter().any(|(known, _)| *known == name) {
            let shown = cx.vm.repr(cx.host, &Value::Library(Rc::clone(handle)), cx.span)?;
            let text = format!("Dialect '{name}' is already present in the mapping for this {}", shown.as_str().unwrap_or("type"));
            return Err(cx.raise("ArgumentError", text));
        }
        copy.variants.push((name, other.clone()));
    }
    Ok(copy.into_value(cx))
}

/// `repr()` of a type (`util.generic_repr`): the arguments that differ from their defaults.
pub fn repr(object: &TypeObject) -> String {
    let short = short_name(object.path);
    let class = short.rsplit('.').next().unwrap_or(&short);
    let row = data::row(TYPES, &short);
    let positional: Vec<&str> = row.map(|row| row.field(2).split_ascii_whitespace().collect()).unwrap_or_default();
    let mut parts = enums::repr_parts(object);
    for (name, value) in &object.attributes {
        let same = default_of(row, name).is_some_and(|default| literals::repr(&default) == literals::repr(value)) || value.is_none();
        if same || name.starts_with('_') {
            continue;
        }
        let text = literals::repr(value);
        // what has no default of its own is written without its name
        let plain = default_of(row, name).is_none() && positional.first().is_some_and(|first| *first == &**name);
        parts.push(if plain { text } else { format!("{name}={text}") });
    }
    format!("{class}({})", parts.join(", "))
}

fn default_of(row: Option<data::Row>, name: &str) -> Option<Value> {
    row.and_then(|row| literals::pair(row.field(4), name))
}

/// A copy of a type: types of the schema are copied with their column, others shared.
pub fn copy(value: &Value, cx: &Cx<'_>) -> Value {
    let Value::Library(handle) = value else { return value.clone() };
    match object::ty(handle) {
        Some(cell) if cell.borrow().ty.enumeration.is_some() => cell.borrow().clone().into_value(cx),
        _ => value.clone(),
    }
}

/// The type class that a name is, if it is one.
pub fn class_of(name: NameObject) -> Option<&'static str> {
    (name.kind == NameKind::Class && is_type_class(name.path)).then_some(name.path)
}
