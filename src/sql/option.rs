//! Keyword options that are meant for the dialect, as fields of a sentence.

use indexmap::IndexMap;

use super::expression;
use crate::diag::{Code, Diagnostic};
use crate::dialect::spec::{OptionKind, Rows};
use crate::dialect::{Dialect, Phrase};
use crate::model::{ByName, OptionValue, Options};
use crate::template::Fields;

/// Sets the fields of the options that an object has for this dialect; `object` is the table of the dialect's `[options]`.
///
/// # Errors
/// A value that is not of the option's kind.
pub fn set_fields<'a>(fields: &mut Fields<'a>, options: &Options, object: &str, dialect: &'a Dialect) -> Result<(), Diagnostic> {
    if options.is_empty() {
        return Ok(());
    }
    let Some(known) = dialect.spec().options.of(object) else {
        return Ok(());
    };
    for (keyword, value) in options {
        let Some(name) = dialect.own_option(keyword) else { continue };
        match known.get_key_value(name) {
            Some((name, kind)) => set_field(fields, name, *kind, value, dialect).map_err(|error| name_option(error, keyword))?,
            None if known.contains_key(ANY) => {}
            None => return Err(not_accepted(keyword, object, known, dialect)),
        }
    }
    Ok(())
}

/// An entry of this name among the options of an object means that it takes any others.
const ANY: &str = "*";

fn not_accepted(keyword: &str, object: &str, known: &Rows<OptionKind>, dialect: &Dialect) -> Diagnostic {
    let object = object.replace('_', " ");
    let message = format!("argument `{keyword}` is not accepted by dialect `{}` on behalf of this {object}", dialect.name());
    let names: Vec<String> = known.keys().map(|name| format!("`{}_{name}`", dialect.option_prefix())).collect();
    let help = if names.is_empty() { "it takes none".to_owned() } else { format!("it takes {}", names.join(", ")) };
    Diagnostic::error(Code::BadArgument, message).help(help)
}

fn set_field<'a>(
    fields: &mut Fields<'a>,
    name: &'a str,
    kind: OptionKind,
    value: &OptionValue,
    dialect: &'a Dialect,
) -> Result<(), Diagnostic> {
    if *value == OptionValue::None {
        return Ok(());
    }
    match kind {
        OptionKind::Ignored | OptionKind::ElementSuffixes | OptionKind::ElementLengths => {}
        OptionKind::Flag => set_flag(fields, name, value, dialect),
        OptionKind::FlagOrText => match (value, dialect.derived_field(name)) {
            (OptionValue::Bool(flag), _) => {
                fields.set(name, *flag);
            }
            (other, Some(field)) => {
                fields.set(field, text(other, dialect)?);
            }
            (_, None) => {}
        },
        OptionKind::Parameters => {
            let given = is_true(value) || matches!(value, OptionValue::Map(_));
            if let (true, Some(field)) = (given, dialect.derived_field(name)) {
                fields.set(name, true).set(field, parameters(value, dialect)?);
            }
        }
        OptionKind::Text => {
            fields.set(name, text(value, dialect)?);
        }
        OptionKind::Names => {
            fields.set(name, names(value, dialect)?);
        }
        OptionKind::Words => {
            fields.set(name, text(value, dialect)?.replace('_', " ").to_uppercase());
        }
        OptionKind::Method => {
            if let Some(method) = truthy(text(value, dialect)?) {
                fields.set(name, dialect.phrase(Phrase::IndexUsing, &method)?.to_lowercase());
            }
        }
        OptionKind::Settings => {
            fields.set(name, settings(value, dialect)?);
        }
        OptionKind::Condition => {
            fields.set(name, condition(value, dialect)?);
        }
    }
    Ok(())
}

fn set_flag<'a>(fields: &mut Fields<'a>, name: &'a str, value: &OptionValue, dialect: &'a Dialect) {
    match value {
        OptionValue::Bool(false) => {
            if let Some(negated) = dialect.derived_field(name) {
                fields.set(negated, true);
            }
        }
        other => {
            fields.set(name, is_true(other));
        }
    }
}

fn is_true(value: &OptionValue) -> bool {
    match value {
        OptionValue::None => false,
        OptionValue::Bool(value) => *value,
        OptionValue::Int(value) => *value != 0,
        OptionValue::Float(value) => *value != 0.0,
        OptionValue::Str(text) => !text.is_empty(),
        OptionValue::Expr(_) => true,
        OptionValue::List(items) => !items.is_empty(),
        OptionValue::Map(entries) => !entries.is_empty(),
    }
}

fn truthy(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

/// A value as Python's `str()` shows it.
fn text(value: &OptionValue, dialect: &Dialect) -> Result<String, Diagnostic> {
    Ok(match value {
        OptionValue::Str(text) => text.to_string(),
        OptionValue::Int(number) => number.to_string(),
        OptionValue::Float(number) => format!("{number:?}"),
        OptionValue::Bool(false) | OptionValue::None => String::new(),
        OptionValue::Bool(true) => "True".to_owned(),
        OptionValue::Expr(expr) => expression::ddl(expr, dialect)?,
        OptionValue::List(_) | OptionValue::Map(_) => return Err(wrong_kind("text")),
    })
}

/// What a configuration says of an index, those of its members left out that are of another kind of index
/// (`_build_vector_index_config`).
fn parameters(value: &OptionValue, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    let nothing = IndexMap::default();
    let entries = if let OptionValue::Map(entries) = value { entries } else { &nothing };
    for (name, value) in entries {
        if matches!(value, OptionValue::Str(kind) if &**kind == "IVF") {
            fields.set("ivf", true);
        }
        if *value != OptionValue::None {
            fields.set(name, text(value, dialect)?);
        }
    }
    dialect.sentence("index_parameters", &fields)
}

fn names(value: &OptionValue, dialect: &Dialect) -> Result<String, Diagnostic> {
    match value {
        OptionValue::List(items) => {
            let names: Result<Vec<_>, _> = items.iter().map(|item| names(item, dialect)).collect();
            Ok(names?.join(", "))
        }
        OptionValue::Str(name) => Ok(dialect.quote_text(name).into_owned()),
        OptionValue::Expr(expr) => expression::ddl(expr, dialect),
        OptionValue::Bool(false) => Ok(String::new()),
        _ => Err(wrong_kind("a name or a list of names")),
    }
}

/// `name = value, …` (`PGDDLCompiler._prepare_withclause_opts`).
fn settings(value: &OptionValue, dialect: &Dialect) -> Result<String, Diagnostic> {
    let entries: &ByName<_> = match value {
        OptionValue::Map(entries) => entries,
        OptionValue::Bool(false) => return Ok(String::new()),
        _ => return Err(wrong_kind("a dict")),
    };
    let settings: Result<Vec<_>, Diagnostic> = entries
        .iter()
        .map(|(name, value)| {
            Ok(match value {
                OptionValue::None => name.to_string(),
                OptionValue::Bool(flag) => format!("{name} = {flag}"),
                other => format!("{name} = {}", text(other, dialect)?),
            })
        })
        .collect();
    Ok(settings?.join(", "))
}

fn condition(value: &OptionValue, dialect: &Dialect) -> Result<String, Diagnostic> {
    match value {
        OptionValue::Str(text) => expression::plain(text, dialect),
        OptionValue::Expr(expr) => expression::ddl(expr, dialect),
        _ => Err(wrong_kind("a SQL condition")),
    }
}

/// A number given as an option.
pub fn number(options: &Options, name: &str, dialect: &Dialect) -> Option<i128> {
    options.iter().find_map(|(keyword, value)| match value {
        OptionValue::Int(number) if dialect.own_option(keyword) == Some(name) => Some(*number),
        _ => None,
    })
}

/// Whether an option is given and true.
pub fn is_set(options: &Options, name: &str, dialect: &Dialect) -> bool {
    options.iter().any(|(keyword, value)| dialect.own_option(keyword) == Some(name) && is_true(value))
}

/// What options write behind the elements of an index: operator classes, lengths.
#[derive(Default)]
pub struct ElementSuffixes<'a> {
    classes: Option<&'a ByName<OptionValue>>,
    lengths: Option<&'a OptionValue>,
}

impl<'a> ElementSuffixes<'a> {
    /// The suffixes that an object's options say.
    pub fn of(options: &'a Options, object: &str, dialect: &Dialect) -> Self {
        let mut suffixes = Self::default();
        let Some(known) = dialect.spec().options.of(object) else {
            return suffixes;
        };
        for (keyword, value) in options {
            let kind = dialect.own_option(keyword).and_then(|name| known.get(name));
            match (kind, value) {
                (Some(OptionKind::ElementSuffixes), OptionValue::Map(entries)) => suffixes.classes = Some(entries),
                (Some(OptionKind::ElementLengths), OptionValue::Map(_) | OptionValue::Int(_)) => suffixes.lengths = Some(value),
                _ => {}
            }
        }
        suffixes
    }

    /// The suffix of an element by its key, or else by its text.
    pub fn suffix(&self, key: Option<&str>, text: &str) -> String {
        let class = match self.classes.and_then(|classes| classes.get(key?)) {
            Some(OptionValue::Str(class)) => format!(" {class}"),
            _ => String::new(),
        };
        let length = match self.lengths {
            Some(OptionValue::Int(length)) => Some(length),
            Some(OptionValue::Map(lengths)) => match key.and_then(|key| lengths.get(key)).or_else(|| lengths.get(text)) {
                Some(OptionValue::Int(length)) => Some(length),
                _ => None,
            },
            _ => None,
        };
        length.map_or_else(|| class.clone(), |length| format!("{class}({length})"))
    }
}

fn wrong_kind(wanted: &str) -> Diagnostic {
    Diagnostic::error(Code::BadArgument, format!("{wanted} is wanted here"))
}

fn name_option(mut error: Diagnostic, keyword: &str) -> Diagnostic {
    error.message = format!("`{keyword}`: {}", error.message);
    error
}
