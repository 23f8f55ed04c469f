//! What fills a column by itself: defaults, computed columns, identities, sequences.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;

use super::object::{self, DefaultKind, DefaultObject, Extra, Handle, Object, SequenceObject};
use super::signature::{Bound, Signature, is_unknown, plain_text};
use super::state::Cx;
use super::{collections, literals, metadata, options, types};
use crate::eval::{Args, Library, Unwind, Value};
use crate::model::{Autoincrement, SequenceOptions};

const COUNTING: [&str; 9] = ["start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache", "order"];

const IDENTITY: Signature = Signature {
    function: "Identity.__init__()",
    of: "an identity",
    positional: &["always", "on_null", "start", "increment", "minvalue", "maxvalue", "nominvalue", "nomaxvalue", "cycle", "cache", "order"],
    required: 0,
    variadic: false,
    keywords: &[],
    open: true,
};

const COMPUTED: Signature = Signature {
    function: "Computed.__init__()",
    of: "a computed column",
    positional: &["sqltext", "persisted"],
    required: 1,
    variadic: false,
    keywords: &[],
    open: false,
};

const SEQUENCE: Signature = Signature {
    function: "Sequence.__init__()",
    of: "a sequence",
    positional: &[
        "name",
        "start",
        "increment",
        "minvalue",
        "maxvalue",
        "nominvalue",
        "nomaxvalue",
        "cycle",
        "schema",
        "cache",
        "order",
        "data_type",
        "optional",
        "quote",
        "metadata",
        "quote_schema",
        "for_update",
    ],
    required: 1,
    variadic: false,
    keywords: &[],
    open: true,
};

const CLAUSE: Signature = Signature {
    function: "DefaultClause.__init__()",
    of: "a server default",
    positional: &["arg", "for_update", "_reflected"],
    required: 1,
    variadic: false,
    keywords: &[],
    open: false,
};

const FETCHED: Signature = Signature {
    function: "FetchedValue.__init__()",
    of: "a server default",
    positional: &["for_update"],
    required: 0,
    variadic: false,
    keywords: &[],
    open: false,
};

/// The canonical path of a default's class.
pub fn class_of(object: &DefaultObject) -> &'static str {
    match object.kind {
        DefaultKind::Fetched => "sqlalchemy.sql.schema.FetchedValue",
        DefaultKind::Clause(_) => "sqlalchemy.sql.schema.DefaultClause",
        DefaultKind::Python(_) => "sqlalchemy.sql.schema.ColumnDefault",
        DefaultKind::Computed { .. } => "sqlalchemy.sql.schema.Computed",
        DefaultKind::Identity { .. } => "sqlalchemy.sql.schema.Identity",
    }
}

fn make(cx: &Cx<'_>, kind: DefaultKind, for_update: bool, bound: Option<&mut Bound>) -> Handle {
    let doubt = bound.and_then(|bound| bound.doubt.take());
    let object = DefaultObject { kind, for_update, attributes: IndexMap::default(), doubt };
    Library::new(cx.span, Object::Default(RefCell::new(object)))
}

/// `Computed(…)`, `Identity(…)`, `Sequence(…)`, `DefaultClause(…)`, `FetchedValue()`, `ColumnDefault(…)` by short class name.
///
/// # Errors
/// `TypeError`, `ArgumentError` as there.
pub fn construct(cx: &mut Cx<'_>, class: &str, args: &Args) -> Result<Option<Handle>, Unwind> {
    Ok(Some(match class {
        "Identity" => identity(cx, args)?,
        "Computed" => {
            let mut bound = COMPUTED.bind(cx, args)?;
            let persisted = bound.optional_flag(cx, "persisted")?;
            let sqltext = bound.value("sqltext");
            make(cx, DefaultKind::Computed { sqltext, persisted }, false, Some(&mut bound))
        }
        "DefaultClause" => {
            let mut bound = CLAUSE.bind(cx, args)?;
            let for_update = bound.flag(cx, "for_update", false)?;
            let arg = bound.value("arg");
            check_clause(cx, &arg)?;
            make(cx, DefaultKind::Clause(arg), for_update, Some(&mut bound))
        }
        "FetchedValue" => {
            let mut bound = FETCHED.bind(cx, args)?;
            let for_update = bound.flag(cx, "for_update", false)?;
            make(cx, DefaultKind::Fetched, for_update, Some(&mut bound))
        }
        "ColumnDefault" => {
            let mut bound = CLAUSE.bind(cx, args)?;
            let for_update = bound.flag(cx, "for_update", false)?;
            let arg = bound.value("arg");
            make(cx, DefaultKind::Python(arg), for_update, Some(&mut bound))
        }
        "Sequence" => sequence(cx, args)?,
        _ => return Ok(None),
    }))
}

/// How a sequence counts, from the arguments that `Sequence` and `Identity` share.
fn counting(cx: &mut Cx<'_>, bound: &mut Bound) -> Result<SequenceOptions, Unwind> {
    Ok(SequenceOptions {
        start: bound.int("start"),
        increment: bound.int("increment"),
        minvalue: bound.int("minvalue"),
        maxvalue: bound.int("maxvalue"),
        nominvalue: bound.optional_flag(cx, "nominvalue")?,
        nomaxvalue: bound.optional_flag(cx, "nomaxvalue")?,
        cycle: bound.optional_flag(cx, "cycle")?,
        cache: bound.int("cache"),
        order: bound.optional_flag(cx, "order")?,
    })
}

fn identity(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut bound = IDENTITY.bind(cx, args)?;
    let extra = bound.take_extra();
    options::validate(cx, &["Identity"], "sqlalchemy.sql.schema.Identity", &extra)?;
    let mut counting = counting(cx, &mut bound)?;
    let on_null = pick(cx, &mut bound, "on_null", &extra)?;
    counting.order = pick(cx, &mut bound, "order", &extra)?;
    let always = if bound.get("always").is_some() { bound.optional_flag(cx, "always")? } else { Some(false) };
    Ok(make(cx, DefaultKind::Identity { always, on_null, counting }, false, Some(&mut bound)))
}

/// A flag given under its old name or as a dialect's keyword, not both.
fn pick(cx: &mut Cx<'_>, bound: &mut Bound, old: &str, extra: &Extra) -> Result<Option<bool>, Unwind> {
    let flag = bound.optional_flag(cx, old)?;
    let given = extra.iter().find(|(name, _)| name.strip_suffix(old).is_some_and(|dialect| dialect.ends_with('_')));
    match given {
        Some((new, _)) if flag.is_some() => {
            let text = format!("Cannot specify both '{old}' and '{new}'. Please use only '{new}'.");
            Err(cx.raise("ArgumentError", text))
        }
        Some((_, value)) => cx.vm.truth(cx.host, value, cx.span).map(Some),
        None => Ok(flag),
    }
}

fn sequence(cx: &mut Cx<'_>, args: &Args) -> Result<Handle, Unwind> {
    let mut bound = SEQUENCE.bind(cx, args)?;
    let extra = bound.take_extra();
    options::validate(cx, &["Sequence"], "sqlalchemy.sql.schema.Sequence", &extra)?;
    let quote = bound.optional_flag(cx, "quote")?;
    let quote_schema = bound.optional_flag(cx, "quote_schema")?;
    let mut counting = counting(cx, &mut bound)?;
    counting.order = pick(cx, &mut bound, "order", &extra)?;
    let owner = bound.get("metadata").and_then(|arg| object::handle(&arg.value)).filter(|owner| object::metadata(owner).is_some());
    let blank = metadata::is_blank_schema(&bound.value("schema"));
    let mut schema = if blank { None } else { bound.ident("schema", quote_schema) };
    if schema.is_none() && !blank {
        schema = owner.as_ref().and_then(|owner| object::metadata(owner)?.borrow().schema.clone());
    }
    let data_type = if bound.has("data_type") { types::instance(cx, &bound.value("data_type"))? } else { Value::None };
    let object = SequenceObject {
        name: bound.ident("name", quote).unwrap_or_else(|| "".into()),
        schema,
        counting,
        optional: bound.flag(cx, "optional", false)?,
        data_type,
        metadata: None,
        for_update: bound.flag(cx, "for_update", false)?,
        attributes: IndexMap::default(),
        doubt: bound.doubt.take(),
    };
    let handle = Library::new(cx.span, Object::Sequence(RefCell::new(object)));
    if let Some(owner) = owner {
        metadata::add_sequence(&owner, &handle);
    }
    Ok(handle)
}

/// `default=` and `onupdate=` as an object (`ColumnDefault`).
///
/// # Errors
/// `ArgumentError` for a server-side default.
pub fn python(cx: &mut Cx<'_>, value: &Value, for_update: bool) -> Result<Value, Unwind> {
    if let Value::Library(handle) = value {
        if object::sequence(handle).is_some() {
            return Ok(value.clone());
        }
        if let Some(default) = object::default(handle) {
            if matches!(default.borrow().kind, DefaultKind::Python(_)) {
                return Ok(value.clone());
            }
            return Err(cx.raise("ArgumentError", "ColumnDefault may not be a server-side default type."));
        }
    }
    Ok(Value::Library(make(cx, DefaultKind::Python(value.clone()), for_update, None)))
}

/// `server_default=` and `server_onupdate=` as an object (`DefaultClause`).
///
/// # Errors
/// `ArgumentError` for a value that is neither text nor expression.
pub fn server(cx: &mut Cx<'_>, value: &Value, for_update: bool) -> Result<Value, Unwind> {
    if let Value::Library(handle) = value
        && let Some(default) = object::default(handle)
        && !matches!(default.borrow().kind, DefaultKind::Python(_))
    {
        if !matches!(default.borrow().kind, DefaultKind::Computed { .. } | DefaultKind::Identity { .. }) {
            default.borrow_mut().for_update = for_update;
        }
        return Ok(value.clone());
    }
    check_clause(cx, value)?;
    Ok(Value::Library(make(cx, DefaultKind::Clause(value.clone()), for_update, None)))
}

/// Whether a value can be a server default (`assert_arg_type` in `DefaultClause`).
fn check_clause(cx: &mut Cx<'_>, value: &Value) -> Result<(), Unwind> {
    let is_clause = match value {
        Value::Library(handle) => {
            matches!(Object::of(handle), Some(Object::Expr(_) | Object::Text(_) | Object::Column(_) | Object::Plain(_) | Object::Host(_)))
        }
        _ => is_unknown(value) || plain_text(value).is_some() || super::compiles::construct(value).is_some(),
    };
    if is_clause {
        return Ok(());
    }
    let class = literals::type_name(value);
    let text = format!(
        "Argument 'arg' is expected to be one of type '<class 'str'>' or '<class 'sqlalchemy.sql.elements.ClauseElement'>' or '<class 'sqlalchemy.sql.elements.TextClause'>', got '<class '{class}'>'"
    );
    Err(cx.raise("ArgumentError", text))
}

/// Gives a default or sequence to a column (`_set_parent` of each).
///
/// # Errors
/// `ArgumentError` where a computed column or an identity meets another default.
pub fn set_parent(cx: &mut Cx<'_>, item: &Value, column: &Handle) -> Result<(), Unwind> {
    let (Value::Library(part), Some(cell)) = (item, object::column(column)) else { return Ok(()) };
    if let Some(default) = object::default(part) {
        let default = default.borrow();
        match &default.kind {
            DefaultKind::Computed { .. }
                if !is_none_or(&cell.borrow().server_default, "computed") || !is_none_or(&cell.borrow().server_onupdate, "computed") =>
            {
                let text = "A generated column cannot specify a server_default or a server_onupdate argument";
                return Err(cx.raise("ArgumentError", text));
            }
            DefaultKind::Identity { .. } => {
                if !is_none_or(&cell.borrow().server_default, "identity") || !cell.borrow().server_onupdate.is_none() {
                    let text = "A column with an Identity object cannot specify a server_default or a server_onupdate argument";
                    return Err(cx.raise("ArgumentError", text));
                }
                if cell.borrow().autoincrement == Autoincrement::No {
                    return Err(cx.raise("ArgumentError", "A column with an Identity object cannot specify autoincrement=False"));
                }
            }
            _ => {}
        }
    }
    share(column, item);
    Ok(())
}

/// Sets the slot of a column that a default or sequence belongs in.
pub fn share(column: &Handle, item: &Value) {
    let (Value::Library(part), Some(cell)) = (item, object::column(column)) else { return };
    let mut object = cell.borrow_mut();
    if let Some(sequence) = object::sequence(part) {
        let slot = if sequence.borrow().for_update { &mut object.onupdate } else { &mut object.default };
        *slot = item.clone();
        return;
    }
    let Some(default) = object::default(part) else { return };
    let default = default.borrow();
    match (&default.kind, default.for_update) {
        (DefaultKind::Computed { .. }, _) => {
            object.server_default = item.clone();
            object.server_onupdate = item.clone();
        }
        (DefaultKind::Identity { .. }, _) => {
            if !object.nullable_given {
                object.nullable = false;
            }
            object.server_default = item.clone();
        }
        (DefaultKind::Python(_), false) => object.default = item.clone(),
        (DefaultKind::Python(_), true) => object.onupdate = item.clone(),
        (_, false) => object.server_default = item.clone(),
        (_, true) => object.server_onupdate = item.clone(),
    }
}

fn is_none_or(value: &Value, kind: &str) -> bool {
    match value {
        Value::None => true,
        Value::Library(part) => is_generated(part, kind),
        _ => false,
    }
}

/// Whether a default is of the kind `computed` or `identity`.
pub fn is_generated(part: &Handle, kind: &str) -> bool {
    object::default(part).is_some_and(|default| match default.borrow().kind {
        DefaultKind::Computed { .. } => kind == "computed",
        DefaultKind::Identity { .. } => kind == "identity",
        _ => false,
    })
}

/// Attributes of a default.
pub fn get(handle: &Handle, name: &str) -> Option<Value> {
    let cell = object::default(handle)?;
    let number = |number: Option<i128>| number.map_or(Value::None, Value::Int);
    let flag = |flag: Option<bool>| flag.map_or(Value::None, Value::Bool);
    let object = cell.borrow();
    if let Some(value) = object.attributes.get(name) {
        return Some(value.clone());
    }
    Some(match (&object.kind, name) {
        (_, "for_update") => Value::Bool(object.for_update),
        (DefaultKind::Clause(arg) | DefaultKind::Python(arg), "arg") => arg.clone(),
        (DefaultKind::Python(arg), "is_callable") => Value::Bool(is_callable(arg)),
        (DefaultKind::Python(arg), "is_scalar") => Value::Bool(!is_callable(arg) && !matches!(arg, Value::Library(_))),
        (DefaultKind::Python(arg), "is_clause_element") => Value::Bool(matches!(arg, Value::Library(_))),
        (DefaultKind::Computed { sqltext, .. }, "sqltext") => sqltext.clone(),
        (DefaultKind::Computed { persisted, .. }, "persisted") => flag(*persisted),
        (DefaultKind::Identity { always, .. }, "always") => flag(*always),
        (DefaultKind::Identity { on_null, .. }, "on_null") => flag(*on_null),
        (DefaultKind::Identity { counting, .. }, name) if COUNTING.contains(&name) => count(counting, name, number, flag),
        _ => return None,
    })
}

/// Whether a Python value is a function that makes the default.
pub fn is_callable(value: &Value) -> bool {
    matches!(value, Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Class(_))
}

fn count(counting: &SequenceOptions, name: &str, number: fn(Option<i128>) -> Value, flag: fn(Option<bool>) -> Value) -> Value {
    match name {
        "start" => number(counting.start),
        "increment" => number(counting.increment),
        "minvalue" => number(counting.minvalue),
        "maxvalue" => number(counting.maxvalue),
        "cache" => number(counting.cache),
        "nominvalue" => flag(counting.nominvalue),
        "nomaxvalue" => flag(counting.nomaxvalue),
        "cycle" => flag(counting.cycle),
        _ => flag(counting.order),
    }
}

/// Attributes of a sequence.
pub fn get_sequence(handle: &Handle, name: &str) -> Option<Value> {
    let object = object::sequence(handle)?.borrow();
    let number = |number: Option<i128>| number.map_or(Value::None, Value::Int);
    let flag = |flag: Option<bool>| flag.map_or(Value::None, Value::Bool);
    Some(match name {
        "name" => collections::ident(&object.name),
        "schema" => collections::optional_ident(object.schema.as_ref()),
        "optional" => Value::Bool(object.optional),
        "data_type" => object.data_type.clone(),
        "metadata" => object.metadata.as_ref().and_then(std::rc::Weak::upgrade).map_or(Value::None, Value::Library),
        name if COUNTING.contains(&name) => count(&object.counting, name, number, flag),
        _ => return object.attributes.get(name).cloned(),
    })
}

/// Keeps a value that the program sets on a default or sequence.
pub fn set(handle: &Handle, name: &str, value: &Value) -> bool {
    let name: Rc<str> = name.into();
    if let Some(default) = object::default(handle) {
        let mut default = default.borrow_mut();
        match (&mut default.kind, &*name) {
            (DefaultKind::Clause(arg) | DefaultKind::Python(arg), "arg") => *arg = value.clone(),
            _ => drop(default.attributes.insert(name, value.clone())),
        }
        return true;
    }
    if let Some(sequence) = object::sequence(handle) {
        sequence.borrow_mut().attributes.insert(name, value.clone());
        return true;
    }
    false
}
