//! What the database fills a column with: defaults, computed and identity columns, and how sequences count.

use super::expression;
use super::literal;
use crate::diag::Diagnostic;
use crate::dialect::spec::DefaultExpressions;
use crate::dialect::{Dialect, unsupported};
use crate::model::column::SequenceOptions;
use crate::model::{Computed, Identity, ServerDefault};
use crate::template::Fields;

/// The text after `DEFAULT`, where there is one (`DDLCompiler.get_column_default_string`).
///
/// # Errors
/// What the dialect can't say.
pub fn default_text(default: Option<&ServerDefault>, dialect: &Dialect) -> Result<Option<String>, Diagnostic> {
    match default {
        Some(ServerDefault::Text(text)) => literal::string(text, dialect).map(Some),
        Some(ServerDefault::Expr(expr)) => expression::ddl(expr, dialect).map(Some),
        Some(ServerDefault::Computed(_) | ServerDefault::Identity(_) | ServerDefault::Fetched) | None => Ok(None),
    }
}

/// The text after `DEFAULT` in a column's specification, in parentheses where the dialect wants expressions so.
///
/// # Errors
/// What the dialect can't say.
pub fn column_default(default: Option<&ServerDefault>, dialect: &Dialect) -> Result<Option<String>, Diagnostic> {
    let text = default_text(default, dialect)?;
    let strategy = dialect.spec().strategies.default_expressions;
    Ok(text.map(|text| if strategy != DefaultExpressions::Bare && wants_parentheses(&text, strategy) { format!("({text})") } else { text }))
}

/// A default as the database has stored it and a rebuild writes it again: in parentheses unless it is a digit, or a literal or
/// something in parentheses on a line of its own (`SQLiteImpl.autogen_column_reflect`).
///
/// # Errors
/// What the dialect can't say.
pub fn stored_text(default: Option<&ServerDefault>, dialect: &Dialect) -> Result<Option<String>, Diagnostic> {
    let Some(text) = column_default(default, dialect)? else { return Ok(None) };
    let bare = within_parentheses(text.trim()).unwrap_or(text.trim()).trim();
    let digit = bare.chars().count() == 1 && bare.starts_with(|c: char| c.is_ascii_digit() || c == '.');
    let one_line = bare.len() > 2 && !bare.contains('\n');
    let literal = one_line && bare.starts_with('\'') && bare.ends_with('\'');
    let enclosed = one_line && bare.starts_with('(') && bare.ends_with(')');
    Ok(Some(if digit || literal || enclosed || bare.is_empty() { bare.to_owned() } else { format!("({bare})") }))
}

/// What stands in the parentheses that enclose a whole text.
fn within_parentheses(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let (mut depth, mut quoted) = (0_usize, false);
    for byte in inner.bytes() {
        match byte {
            b'\'' => quoted = !quoted,
            b'(' if !quoted => depth += 1,
            b')' if !quoted => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    Some(inner)
}

/// Whether a default is more than a word, a literal or something in parentheses already.
fn wants_parentheses(text: &str, strategy: DefaultExpressions) -> bool {
    let starts_literal = text.trim_start().starts_with(['\'', '"', '(']);
    let is_word = text.chars().all(|c| c.is_alphanumeric() || c == '_');
    let clock = strategy == DefaultExpressions::ParenthesizedButClock && tells_time(text);
    !(starts_literal || is_word || clock)
}

/// `ON UPDATE …`, or the clock with a precision.
fn tells_time(text: &str) -> bool {
    let lower = text.to_lowercase();
    let updates = lower.match_indices("on").any(|(at, _)| {
        let rest = lower.get(at + 2..).unwrap_or("");
        rest.starts_with(' ') && rest.trim_start_matches(' ').starts_with("update")
    });
    let clock = ["now(", "current_timestamp("].iter().filter_map(|name| lower.strip_prefix(name));
    updates
        || clock.filter_map(|rest| rest.split_once(')')).any(|(digits, _)| !digits.is_empty() && digits.bytes().all(|c| c.is_ascii_digit()))
}

/// `GENERATED ALWAYS AS (…)` (`DDLCompiler.visit_computed_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn computed(computed: &Computed, dialect: &Dialect) -> Result<String, Diagnostic> {
    if computed.persisted == Some(true) && !dialect.spec().features.stored_computed {
        return Err(unsupported(dialect, "a computed column that is stored"));
    }
    if computed.persisted == Some(false) && !dialect.spec().features.virtual_computed {
        return Err(unsupported(dialect, "a computed column that is not stored"));
    }
    let mut fields = Fields::new();
    fields.set("expression", expression::ddl(&computed.expression, dialect)?);
    fields.set("stored", computed.persisted == Some(true));
    fields.set("virtual", computed.persisted == Some(false));
    dialect.sentence("computed", &fields)
}

/// `GENERATED … AS IDENTITY` (`DDLCompiler.visit_identity_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn identity(identity: &Identity, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("always", identity.always == Some(true));
    fields.set("on_null", identity.on_null == Some(true));
    fields.set("options", sequence_options(&identity.sequence, dialect)?);
    if identity.sequence.start.is_some() || identity.sequence.increment.is_some() {
        fields.set("start", identity.sequence.start.unwrap_or(1).to_string());
        fields.set("increment", identity.sequence.increment.unwrap_or(1).to_string());
    }
    dialect.sentence("identity", &fields)
}

/// How a sequence counts (`DDLCompiler.get_identity_options`); empty where nothing was given.
///
/// # Errors
/// What the dialect can't say.
pub fn sequence_options(options: &SequenceOptions, dialect: &Dialect) -> Result<String, Diagnostic> {
    if *options == SequenceOptions::default() {
        return Ok(String::new());
    }
    let mut fields = Fields::new();
    let numbers = [
        ("increment", options.increment),
        ("start", options.start),
        ("minvalue", options.minvalue),
        ("maxvalue", options.maxvalue),
        ("cache", options.cache),
    ];
    for (name, number) in numbers {
        fields.set_some(name, number.map(|number| number.to_string()));
    }
    fields.set("no_minvalue", options.nominvalue.is_some());
    fields.set("no_maxvalue", options.nomaxvalue.is_some());
    fields.set("cycle", options.cycle == Some(true));
    fields.set("no_cycle", options.cycle == Some(false));
    fields.set("order", options.order == Some(true));
    fields.set("no_order", options.order == Some(false));
    // The first clause that is written brings a space, since only the list's first item has none.
    Ok(dialect.sentence("sequence_options", &fields)?.trim_start().to_owned())
}
