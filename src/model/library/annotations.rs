//! `Mapped[…]` annotations: the type and nullability that they say.

use std::rc::Rc;

use super::object::{self, Handle};
use super::state::Cx;
use super::{bind, types};
use crate::eval::{Arg, Args, Class, Unwind, Value};

/// Python types and the SQL types that declarative takes them for.
const TYPES: [(&str, &str); 11] = [
    ("int", "Integer"),
    ("str", "String"),
    ("bool", "Boolean"),
    ("float", "Double"),
    ("bytes", "LargeBinary"),
    ("Decimal", "Numeric"),
    ("datetime", "DateTime"),
    ("date", "Date"),
    ("time", "Time"),
    ("timedelta", "Interval"),
    ("UUID", "Uuid"),
];

/// Whether an annotation is a `Mapped[…]`.
pub fn is_mapped(text: &str) -> bool {
    inner(text).is_some()
}

/// What stands within `Mapped[…]`.
fn inner(text: &str) -> Option<&str> {
    let text = text.trim().trim_matches(['"', '\'']);
    let (head, rest) = text.split_once('[')?;
    let last = head.rsplit('.').next().unwrap_or(head).trim();
    if !matches!(last, "Mapped" | "MappedColumn") {
        return None;
    }
    Some(rest.trim_end().strip_suffix(']')?.trim().trim_matches(['"', '\'']))
}

/// Whether a type may be None, and what it is besides: `Optional[int]`, `int | None`, `Union[int, None]`.
fn optional(text: &str) -> (bool, &str) {
    for head in ["Optional[", "typing.Optional[", "t.Optional["] {
        if let Some(rest) = text.strip_prefix(head) {
            return (true, rest.strip_suffix(']').unwrap_or(rest).trim().trim_matches(['"', '\'']));
        }
    }
    if let Some(rest) = text.strip_prefix("Union[").or_else(|| text.strip_prefix("typing.Union[")) {
        let parts: Vec<&str> = rest.strip_suffix(']').unwrap_or(rest).split(',').map(str::trim).collect();
        return pick(&parts, text);
    }
    let parts: Vec<&str> = text.split('|').map(str::trim).collect();
    if parts.len() > 1 { pick(&parts, text) } else { (false, text) }
}

fn pick<'a>(parts: &[&'a str], whole: &'a str) -> (bool, &'a str) {
    let known: Vec<&&str> = parts.iter().filter(|part| **part != "None").collect();
    match known.as_slice() {
        [one] if parts.len() == 2 => (true, one.trim_matches(['"', '\''])),
        _ => (parts.contains(&"None"), whole),
    }
}

/// Takes type and nullability from an annotation where the column itself says neither.
///
/// # Errors
/// What making the type raises.
pub fn apply(cx: &mut Cx<'_>, source: &Rc<Class>, column: &Handle, text: &str, types: Option<&Value>) -> Result<(), Unwind> {
    let (Some(cell), Some(inner)) = (object::column(column), inner(text)) else { return Ok(()) };
    let (nullable, name) = optional(inner);
    if !cell.borrow().nullable_given && !cell.borrow().primary_key {
        cell.borrow_mut().nullable = nullable;
    }
    if !bind::is_null_type(&cell.borrow().ty) || !cell.borrow().foreign_keys.is_empty() {
        return Ok(());
    }
    if let Some(ty) = type_of(cx, source, name, types)? {
        cell.borrow_mut().ty = ty;
    }
    Ok(())
}

/// The SQL type of an annotated Python type: by the program's map, by SQLAlchemy's, or an enumeration of the program.
fn type_of(cx: &mut Cx<'_>, source: &Rc<Class>, name: &str, map: Option<&Value>) -> Result<Option<Value>, Unwind> {
    // `dict[str, Any]` is `dict` to the map as well: what a class is given in brackets leaves it as it is.
    let plain = name.split('[').next().unwrap_or(name).trim_end();
    let short = plain.rsplit('.').next().unwrap_or(plain);
    if let Some(Value::Dict(map)) = map {
        let found = map.borrow().iter().find(|(key, _)| class_name(key).as_deref() == Some(short)).map(|(_, value)| value.clone());
        if let Some(found) = found {
            return types::instance(cx, &found).map(Some);
        }
    }
    if plain.len() != name.len() {
        return Ok(None);
    }
    if let Some((_, class)) = TYPES.iter().find(|(python, _)| *python == short)
        && let Some(path) = types::path_of(class)
    {
        return Ok(Some(types::construct(cx, path, &Args::default())?.into_value(cx)));
    }
    if !short.chars().all(|character| character.is_alphanumeric() || character == '_') {
        return Ok(None);
    }
    let module = Rc::clone(&source.module);
    let Ok(module) = cx.vm.import(cx.host, &module, cx.span) else { return Ok(None) };
    let Some(Value::Class(class)) = cx.vm.try_attr(cx.host, &module, short, cx.span)? else { return Ok(None) };
    if class.enum_members().is_none() {
        return Ok(None);
    }
    let Some(path) = types::path_of("Enum") else { return Ok(None) };
    let keywords = of_all_enumerations(map);
    let args = Args { positional: vec![Arg { value: Value::Class(class), span: cx.span }], keywords };
    Ok(Some(types::construct(cx, path, &args)?.into_value(cx)))
}

/// What the map says of all enumerations, under `enum.Enum` (`Enum._resolve_for_python_type`).
fn of_all_enumerations(map: Option<&Value>) -> Vec<(Rc<str>, Arg)> {
    let Some(Value::Dict(map)) = map else { return Vec::new() };
    let map = map.borrow();
    let found = map.iter().find(|(key, _)| matches!(key, Value::Class(class) if &*class.module == "enum"));
    let Some(handle) = found.and_then(|(_, ty)| object::handle(ty)) else { return Vec::new() };
    let Some(cell) = object::ty(&handle) else { return Vec::new() };
    let object = cell.borrow();
    let flag = |name: &str, value: bool| (Rc::from(name), Arg { value: Value::Bool(value), span: handle.place });
    let mut keywords = Vec::new();
    if let Some(enumeration) = &object.ty.enumeration {
        keywords.push(flag("native_enum", enumeration.native));
        keywords.push(flag("create_constraint", enumeration.create_constraint));
    }
    if let Some(callable) = object.attributes.get("values_callable") {
        keywords.push((Rc::from("values_callable"), Arg { value: callable.clone(), span: handle.place }));
    }
    keywords
}

fn class_name(value: &Value) -> Option<String> {
    match value {
        Value::Class(class) => Some(class.name.to_string()),
        Value::Native(native) => Some(native.name().to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annotations_are_taken_apart() {
        assert_eq!(inner("Mapped[int]"), Some("int"));
        assert_eq!(inner("orm.Mapped[Optional[List[str]]]"), Some("Optional[List[str]]"));
        assert_eq!(inner("int"), None);
        assert_eq!(optional("Optional[str]"), (true, "str"));
        assert_eq!(optional("str | None"), (true, "str"));
        assert_eq!(optional("Union[None, datetime.datetime]"), (true, "datetime.datetime"));
        assert_eq!(optional("int"), (false, "int"));
    }
}
