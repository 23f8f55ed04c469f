//! `Enum`, `postgresql.ENUM`, `mysql.ENUM` and `mysql.SET`.

use std::rc::Rc;

use super::data::{self, TYPES};
use super::object::{self, Doubt};
use super::signature::{identifier, is_unknown, plain_text};
use super::state::Cx;
use super::types::{self, TypeObject};
use super::{bind, literals, names};
use crate::eval::{Arg, Args, Class, Key, Origin, Unwind, Value};
use crate::model::{EnumType, Type};

/// SQLAlchemy's own enumeration, which the dialects' inherit from.
const ENUM: &str = "sqlalchemy.sql.sqltypes.Enum";

/// Whether the type class at a path is an enumeration.
pub fn is_enum(path: &str) -> bool {
    names::is_subclass(path, ENUM)
}

/// An enumeration (`Enum._enum_init`).
///
/// # Errors
/// `TypeError` for labels that are no text, `ValueError` for a length that is too small, what `values_callable` raises.
pub fn construct(cx: &mut Cx<'_>, path: &'static str, short: &str, args: &Args) -> Result<TypeObject, Unwind> {
    let mut object = TypeObject::new(path, Type::plain(short));
    let mut keywords: Vec<(Rc<str>, Arg)> = args.keywords.clone();
    let mut take = |name: &str| {
        let at = keywords.iter().position(|(known, _)| &**known == name)?;
        Some(keywords.remove(at).1)
    };
    let values_callable = take("values_callable").filter(|arg| !arg.value.is_none());
    let length = take("length");
    let name = take("name");
    let quote = take("quote").and_then(|arg| truth(&arg.value));
    let schema = take("schema");
    let metadata = take("metadata");
    let enumeration = EnumType {
        values: Vec::new(),
        name: None,
        schema: None,
        native: take("native_enum").and_then(|arg| truth(&arg.value)).unwrap_or(true),
        create_constraint: take("create_constraint").and_then(|arg| truth(&arg.value)).unwrap_or(false),
        create_type: take("create_type").and_then(|arg| truth(&arg.value)).unwrap_or(true),
        inherit_schema: take("inherit_schema").and_then(|arg| truth(&arg.value)).unwrap_or(false),
        length: None,
        has_metadata: metadata.as_ref().is_some_and(|arg| !arg.value.is_none()),
        validate_strings: take("validate_strings").and_then(|arg| truth(&arg.value)).unwrap_or(false),
    };
    let omit_aliases = take("omit_aliases").and_then(|arg| truth(&arg.value)).unwrap_or(true);
    for ignored in ["sort_key_function", "_disable_warnings", "_create_events", "strict"] {
        take(ignored);
    }
    let enums = take("_enums");
    let mut given: Vec<Value> = args.positional.iter().map(|arg| arg.value.clone()).collect();
    if let Some(enums) = enums.filter(|_| given.is_empty()) {
        given = cx.vm.iterate(cx.host, &enums.value, enums.span)?;
    }
    let mut enumeration = enumeration;
    let mut default_name = None;
    if let Some(class) = python_enum(&given) {
        object.enum_class = Some(Value::Class(Rc::clone(&class)));
        enumeration.values = member_labels(cx, &mut object, &class, values_callable.as_ref(), omit_aliases)?;
        default_name = Some(class.name.to_lowercase()).filter(|_| !enumeration.values.is_empty());
    } else if !is_base(&given) {
        enumeration.values = labels(cx, &mut object, &given)?;
    }
    set_length(cx, &mut enumeration, length.as_ref())?;
    match &name {
        Some(arg) if is_unknown(&arg.value) => doubt(&mut object, "name", &arg.value),
        Some(arg) => enumeration.name = bind::name_quoted(&arg.value, quote),
        None => enumeration.name = default_name.map(|name| crate::model::Name::Given(name.as_str().into())),
    }
    match &schema {
        Some(arg) if is_unknown(&arg.value) => doubt(&mut object, "schema", &arg.value),
        Some(arg) => {
            enumeration.schema = identifier(&arg.value, None);
            object.attributes.insert("schema".into(), arg.value.clone());
        }
        None => enumeration.schema = metadata.as_ref().and_then(|arg| super::metadata::schema(&arg.value)),
    }
    if let Some(metadata) = metadata {
        object.attributes.insert("metadata".into(), metadata.value);
    }
    if let Some(callable) = values_callable {
        object.attributes.insert("values_callable".into(), callable.value);
    }
    Rc::make_mut(&mut object.ty).enumeration = Some(Rc::new(enumeration));
    let row = data::row(TYPES, short);
    for (name, arg) in keywords {
        let name = row.map_or_else(|| Rc::clone(&name), |row| types::own_name(row, &name));
        types::add_param(cx, &mut object, &name, &arg)?;
    }
    Ok(object)
}

fn doubt(object: &mut TypeObject, field: &str, value: &Value) {
    object.doubt.get_or_insert(Doubt { field: format!("`{field}` of an enumeration").into(), value: value.clone() });
}

/// The truth of a flag; none where it is not known.
fn truth(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Int(number) => Some(*number != 0),
        Value::None => Some(false),
        _ => None,
    }
}

/// The Python enumeration among the arguments.
fn python_enum(given: &[Value]) -> Option<Rc<Class>> {
    match given {
        [Value::Class(class)] if class.enum_members().is_some() => Some(Rc::clone(class)),
        _ => None,
    }
}

/// Whether what is given is the class of all enumerations, as a map of annotated types has it.
fn is_base(given: &[Value]) -> bool {
    matches!(given, [Value::Class(class)] if &*class.module == "enum")
}

/// The labels of a Python enumeration: its members' names, or what `values_callable` says (`Enum._parse_into_values`).
fn member_labels(
    cx: &mut Cx<'_>,
    object: &mut TypeObject,
    class: &Rc<Class>,
    callable: Option<&Arg>,
    omit_aliases: bool,
) -> Result<Vec<Rc<str>>, Unwind> {
    if let Some(callable) = callable {
        let args = Args { positional: vec![Arg { value: Value::Class(Rc::clone(class)), span: callable.span }], keywords: Vec::new() };
        let values = cx.vm.call(cx.host, &callable.value, args, callable.span)?;
        if is_unknown(&values) {
            doubt(object, "values_callable", &values);
            return Ok(Vec::new());
        }
        let values = cx.vm.iterate(cx.host, &values, callable.span)?;
        return labels(cx, object, &values);
    }
    let mut seen = Vec::new();
    let mut names = Vec::new();
    for (name, value) in class.enum_members().unwrap_or_default() {
        if let Ok(key) = Key::of(&value) {
            if omit_aliases && seen.contains(&key) {
                continue;
            }
            seen.push(key);
        }
        names.push(name);
    }
    Ok(names)
}

/// Labels given as texts.
fn labels(cx: &mut Cx<'_>, object: &mut TypeObject, given: &[Value]) -> Result<Vec<Rc<str>>, Unwind> {
    let mut labels = Vec::with_capacity(given.len());
    for value in given {
        if is_unknown(value) {
            doubt(object, "labels", value);
            continue;
        }
        match plain_text(value) {
            Some(label) => labels.push(label),
            // It has a length, so nothing is raised here, and can't be written.
            None if matches!(value, Value::Tuple(_) | Value::List(_)) => {
                doubt(object, "labels", &Value::unknown(cx.span, "a label of this enumeration is no text", Origin::Harmless));
            }
            None => {
                let text = format!("object of type '{}' has no len()", literals::type_name(value).rsplit('.').next().unwrap_or("object"));
                return Err(cx.raise_builtin("TypeError", text));
            }
        }
    }
    Ok(labels)
}

/// The length as a `VARCHAR`: the longest label, or what was given.
fn set_length(cx: &mut Cx<'_>, enumeration: &mut EnumType, given: Option<&Arg>) -> Result<(), Unwind> {
    let longest = enumeration.values.iter().map(|value| value.chars().count()).max().unwrap_or(0);
    let longest = i128::try_from(longest).unwrap_or(0);
    enumeration.length = match given.map(|arg| &arg.value) {
        Some(Value::Int(length)) if *length < longest => {
            let text =
                format!("When provided, length must be larger or equal than the length of the longest enum value. {length} < {longest}");
            return Err(cx.raise_builtin("ValueError", text));
        }
        Some(Value::Int(length)) => Some(*length),
        Some(Value::None) => None,
        _ => Some(longest),
    };
    Ok(())
}

/// Attributes of an enumeration.
pub fn get(object: &TypeObject, name: &str) -> Option<Value> {
    let enumeration = object.ty.enumeration.as_ref()?;
    Some(match name {
        "enums" => Value::list(enumeration.values.iter().map(|value| Value::Str(Rc::clone(value))).collect()),
        "name" => enumeration.name.as_ref().map_or(Value::None, |name| Value::str(name.text())),
        "schema" => enumeration.schema.as_ref().map_or(Value::None, |schema| Value::Str(Rc::clone(&schema.text))),
        "native_enum" | "native" => Value::Bool(enumeration.native),
        "create_constraint" => Value::Bool(enumeration.create_constraint),
        "create_type" => Value::Bool(enumeration.create_type),
        "inherit_schema" => Value::Bool(enumeration.inherit_schema),
        "length" => enumeration.length.map_or(Value::None, Value::Int),
        "enum_class" => object.enum_class.clone().unwrap_or(Value::None),
        "metadata" => Value::None,
        _ => return None,
    })
}

/// Sets an attribute of an enumeration; false where it has none of the name.
///
/// # Errors
/// What reading the labels raises.
pub fn set(cx: &mut Cx<'_>, object: &mut TypeObject, name: &str, value: &Value) -> Result<bool, Unwind> {
    let Some(mut enumeration) = object.ty.enumeration.as_deref().cloned() else { return Ok(false) };
    match name {
        "enums" => {
            let values = cx.vm.iterate(cx.host, value, cx.span)?;
            enumeration.values = labels(cx, object, &values)?;
        }
        "name" => enumeration.name = bind::name(value),
        "schema" => enumeration.schema = identifier(value, None),
        "native_enum" => enumeration.native = truth(value).unwrap_or(enumeration.native),
        "create_constraint" => enumeration.create_constraint = truth(value).unwrap_or(enumeration.create_constraint),
        "create_type" => enumeration.create_type = truth(value).unwrap_or(enumeration.create_type),
        "metadata" => enumeration.has_metadata = !value.is_none(),
        _ => return Ok(false),
    }
    Rc::make_mut(&mut object.ty).enumeration = Some(Rc::new(enumeration));
    Ok(true)
}

/// What `repr()` shows of an enumeration before its other arguments.
pub fn repr_parts(object: &TypeObject) -> Vec<String> {
    let Some(enumeration) = &object.ty.enumeration else { return Vec::new() };
    let mut parts: Vec<String> = enumeration.values.iter().map(|value| literals::quoted(value)).collect();
    if let Some(name) = &enumeration.name {
        parts.push(format!("name={}", literals::quoted(name.text())));
    }
    if !enumeration.native {
        parts.push("native_enum=False".into());
    }
    if enumeration.create_constraint {
        parts.push("create_constraint=True".into());
    }
    parts
}

/// Takes the schema of a collection of tables for an enumeration that has none of its own (`SchemaType._set_table`).
pub fn attach(ty: &Value, table_schema: Option<&crate::model::Ident>, metadata_schema: Option<&crate::model::Ident>) {
    let Some(handle) = object::handle(ty) else { return };
    let Some(cell) = object::ty(&handle) else { return };
    let mut object = cell.borrow_mut();
    let given = object.attributes.contains_key("schema");
    let Some(enumeration) = object.ty.enumeration.as_deref() else { return };
    let schema = if enumeration.inherit_schema { table_schema } else { metadata_schema.filter(|_| !given) };
    if enumeration.schema.is_none() && schema.is_some() {
        let changed = EnumType { schema: schema.cloned(), ..enumeration.clone() };
        Rc::make_mut(&mut object.ty).enumeration = Some(Rc::new(changed));
    }
}
