//! Types of other packages: what they stand for in each dialect.
//!
//! A row is `<package>.<class> <positional> <defaults> <rules> [<indexes>]`; whatever module of the package a class is reached
//! through, it is that one. A rule is `<conditions>:<type>`; the first whose conditions
//! hold is taken. A condition is `@` and a dialect's name, an argument that must be true, or `!` and one that must not.
//! A type is a class of SQLAlchemy with arguments, or a quoted text; `{name}` puts an argument
//! in, `{name^}` in upper case.

use std::rc::Rc;

use super::data::{self, Row, THIRD_PARTY};
use super::state::Cx;
use super::types::{self, TypeObject};
use super::{literals, signature};
use crate::eval::{Arg, Args, Unwind, Value};
use crate::model::{OptionValue, Type, TypeParam};
use crate::source::Span;

/// The row of a type by its short name, which is also its canonical path.
pub fn find(path: &str) -> Option<Row> {
    data::row(THIRD_PARTY, path)
}

/// The type that a dotted name of another package stands for: `sqlalchemy_utils.types.uuid.UUIDType`.
pub fn class(dotted: &str) -> Option<&'static str> {
    let (package, rest) = dotted.split_once('.')?;
    let class = rest.rsplit('.').next()?;
    find(&format!("{package}.{class}")).map(|row| row.key)
}

/// A type of another package, resolved for the dialect that is compiled for.
///
/// # Errors
/// What making the type it stands for raises.
pub fn construct(cx: &mut Cx<'_>, path: &'static str, short: &str, row: Row, args: &Args) -> Result<TypeObject, Unwind> {
    let mut object = TypeObject::new(path, Type::plain(short));
    let mut names = row.field(0).split_ascii_whitespace();
    for default in row.field(1).split_ascii_whitespace() {
        if let Some((name, text)) = default.split_once('=') {
            object.attributes.insert(name.into(), literals::json(text));
        }
    }
    let mut rest = Vec::new();
    for arg in &args.positional {
        match names.next() {
            Some(name) => add(cx, &mut object, row, name, arg)?,
            None => rest.push(arg.value.clone()),
        }
    }
    for (name, arg) in &args.keywords {
        add(cx, &mut object, row, name, arg)?;
    }
    let dialect = Rc::clone(&cx.library.dialect.name);
    for rule in row.field(2).split(" | ") {
        let (conditions, target) = rule.split_once(':').unwrap_or(("", rule));
        if conditions.split_ascii_whitespace().all(|condition| holds(&object, condition, &dialect)) {
            let stands_for = target_type(cx, &object, target.trim(), &rest)?;
            apply(&mut object, stands_for);
            break;
        }
    }
    Ok(object)
}

/// Notes an argument; one that is not known matters only where a rule asks for it.
fn add(cx: &mut Cx<'_>, object: &mut TypeObject, row: Row, name: &str, arg: &Arg) -> Result<(), Unwind> {
    if signature::is_unknown(&arg.value) && !row.field(2).contains(name) {
        object.attributes.insert(name.into(), arg.value.clone());
        return Ok(());
    }
    types::add_param(cx, object, &name.into(), arg)
}

/// What a row says a type is.
enum Target {
    Text(String),
    Type(Rc<Type>),
}

fn apply(object: &mut TypeObject, target: Target) {
    let ty = Rc::make_mut(&mut object.ty);
    match target {
        Target::Text(text) => drop(ty.params.insert("col_spec".into(), TypeParam::Value(OptionValue::Str(text.into())))),
        Target::Type(inner) => ty.decorated = Some(inner),
    }
}

/// Whether a condition of a rule holds.
pub fn holds(object: &TypeObject, condition: &str, dialect: &str) -> bool {
    let truth = |name: &str| match object.attributes.get(name) {
        None | Some(Value::None | Value::Bool(false) | Value::Int(0)) => false,
        Some(Value::Str(text)) => !text.is_empty(),
        Some(_) => true,
    };
    match condition.strip_prefix('!') {
        Some(name) => !truth(name),
        None if condition == "*" => true,
        None if condition.starts_with('@') => condition.strip_prefix('@') == Some(dialect),
        None => truth(condition),
    }
}

fn target_type(cx: &mut Cx<'_>, object: &TypeObject, target: &str, rest: &[Value]) -> Result<Target, Unwind> {
    if let Some(text) = target.strip_prefix('\'').and_then(|text| text.strip_suffix('\'')) {
        return Ok(Target::Text(filled(object, text)));
    }
    if let Some(name) = target.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
        let value = object.attributes.get(name).cloned().unwrap_or(Value::None);
        return Ok(Target::Type(super::bind::ty(cx, &value)?));
    }
    let (class, arguments) = target.split_once('(').map_or((target, ""), |(class, rest)| (class, rest.trim_end_matches(')')));
    let class = class.trim();
    let Some(path) = types::path_of(class) else { return Ok(Target::Type(Rc::new(Type::plain(class)))) };
    let mut args = Args::default();
    for argument in arguments.split(',').map(str::trim).filter(|argument| !argument.is_empty()) {
        let (name, text) = argument.split_once('=').map_or((None, argument), |(name, text)| (Some(name), text));
        let values = match text.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some("*") => rest.to_vec(),
            Some(given) => vec![object.attributes.get(given).cloned().unwrap_or(Value::None)],
            None => vec![literals::json(text)],
        };
        for value in values {
            let arg = Arg { value, span: Span::NOWHERE };
            match name {
                Some(name) => args.keywords.push((name.into(), arg)),
                None => args.positional.push(arg),
            }
        }
    }
    let inner = types::construct(cx, path, &args)?;
    Ok(Target::Type(inner.ty))
}

/// A text with arguments put in.
fn filled(object: &TypeObject, text: &str) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        let (name, upper) = name.strip_suffix('^').map_or((name, false), |name| (name, true));
        match object.attributes.get(name) {
            Some(Value::Str(text)) if upper => filled.push_str(&text.to_uppercase()),
            Some(Value::Str(text)) => filled.push_str(text),
            Some(value) => filled.push_str(&literals::repr(value)),
            None => {}
        }
        rest = after;
    }
    filled.push_str(rest);
    filled
}
