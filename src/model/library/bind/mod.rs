//! From what the program holds to the plain nouns of the model: what operations are made of.
//!
//! Each function takes a value as the program gave it. Values that are unknown or live are refused here, since an
//! operation needs them; exceptions are those that SQLAlchemy raises.

mod column;
mod constraint;
mod index;
mod table;
mod types;

pub use column::{column, sequence, server_default};
pub use constraint::{constraint, foreign_key_rule};
pub use index::{index, index_elements};
pub use table::{TableItem, table, table_items};
pub use types::{bind_param, is_null_type, ty};

use std::rc::Rc;

use super::object::{self, Doubt, Extra, TextKind};
use super::signature::{identifier, plain_text};
use super::state::Cx;
use super::{bridge, expr, literals};
use crate::eval::{Unwind, Value};
use crate::model::{Ident, Name, OptionValue, Options};
use crate::source::Span;

/// Refuses a value that is unknown or live.
///
/// # Errors
/// The diagnostic that says where it arose and where it is needed. `needed` completes "… is needed".
pub fn refuse_unknown(cx: &Cx<'_>, value: &Value, needed: &str) -> Result<(), Unwind> {
    match cx.vm.sink(value, needed, cx.span) {
        Some(diagnostic) => Err(diagnostic.into()),
        None => Ok(()),
    }
}

/// Refuses an object that was made with a value that is not known.
fn refuse_doubt(cx: &Cx<'_>, doubt: Option<&Doubt>, place: Span) -> Result<(), Unwind> {
    let Some(doubt) = doubt else { return Ok(()) };
    match cx.vm.sink(&doubt.value, &doubt.field, place) {
        Some(diagnostic) => Err(diagnostic.into()),
        None => Ok(()),
    }
}

/// The name of a constraint or index: final where it is a `conv`, none for None and False.
pub fn name(value: &Value) -> Option<Name> {
    name_quoted(value, None)
}

/// A name with the `quote=` that goes with it.
pub fn name_quoted(value: &Value, quote: Option<bool>) -> Option<Name> {
    if let Value::Library(handle) = value
        && let Some(text) = object::text(handle)
        && text.kind == TextKind::Conv
    {
        return Some(Name::Conventional(Rc::clone(&text.text)));
    }
    identifier(value, quote).map(Name::Given)
}

/// An identifier: a text, or a `quoted_name` with what it says of quoting.
///
/// # Errors
/// A diagnostic for a value that is not known; `TypeError` for one that is no text.
pub fn ident(cx: &mut Cx<'_>, value: &Value, needed: &str) -> Result<Ident, Unwind> {
    refuse_unknown(cx, value, needed)?;
    match identifier(value, None) {
        Some(ident) => Ok(ident),
        None => Err(cx.raise_builtin("TypeError", format!("{needed} is no str"))),
    }
}

/// An optional text such as a comment or a rule.
///
/// # Errors
/// A diagnostic for a value that is not known.
pub fn text(cx: &Cx<'_>, value: &Value, needed: &str) -> Result<Option<Rc<str>>, Unwind> {
    refuse_unknown(cx, value, needed)?;
    Ok(plain_text(value))
}

/// An optional flag.
///
/// # Errors
/// A diagnostic for a value that is not known.
pub fn flag(cx: &mut Cx<'_>, value: &Value, needed: &str) -> Result<Option<bool>, Unwind> {
    refuse_unknown(cx, value, needed)?;
    if value.is_none() { Ok(None) } else { cx.vm.truth(cx.host, value, cx.span).map(Some) }
}

/// Keyword arguments for dialects.
///
/// # Errors
/// A diagnostic for a value that is not known or has no place in SQL.
pub fn options(cx: &mut Cx<'_>, extra: &Extra) -> Result<Options, Unwind> {
    let mut options = Options::default();
    for (name, value) in extra {
        let value = option(cx, value, &format!("`{name}`"))?;
        options.insert(Rc::clone(name), value);
    }
    Ok(options)
}

/// The value of one option.
///
/// # Errors
/// As [`options`].
pub fn option(cx: &mut Cx<'_>, value: &Value, needed: &str) -> Result<OptionValue, Unwind> {
    refuse_unknown(cx, value, needed)?;
    if let Some(expr) = object::handle(value).as_ref().and_then(object::expr) {
        return Ok(OptionValue::Expr(Rc::new(expr::in_ddl(cx, expr)?)));
    }
    if let Some(option) = literals::option(value) {
        return Ok(option);
    }
    if let Some(expr) = bridge::of_value(cx, value)? {
        return Ok(OptionValue::Expr(Rc::new(expr)));
    }
    let items = match value {
        Value::List(items) => items.borrow().clone(),
        Value::Tuple(items) => items.to_vec(),
        Value::Dict(entries) => {
            let entries: Vec<(Value, Value)> = entries.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            let mut map = indexmap::IndexMap::default();
            for (name, value) in entries {
                let name = text(cx, &name, needed)?.unwrap_or_default();
                let value = option(cx, &value, needed)?;
                map.insert(name, value);
            }
            return Ok(OptionValue::Map(map));
        }
        other => return Ok(OptionValue::Str(literals::repr(other).into())),
    };
    let items: Result<Vec<_>, Unwind> = items.iter().map(|item| option(cx, item, needed)).collect();
    Ok(OptionValue::List(items?))
}
