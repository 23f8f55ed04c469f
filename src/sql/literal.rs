//! The spelling of literal values: what SQLAlchemy's literal processors write, with the dialect's data.

use crate::diag::Diagnostic;
use crate::dialect::{Dialect, LiteralKind};

/// A string in quotes (`String.literal_processor`, then `render_literal_value` of the dialect).
///
/// # Errors
/// The dialect's template for strings fails.
pub fn string(text: &str, dialect: &Dialect) -> Result<String, Diagnostic> {
    dialect.literal(LiteralKind::String, &escaped(text, dialect))
}

/// A string of a national character type (`N'…'`).
///
/// # Errors
/// As [`string`].
pub fn national_string(text: &str, dialect: &Dialect) -> Result<String, Diagnostic> {
    dialect.literal(LiteralKind::NationalString, &escaped(text, dialect))
}

/// A truth value.
pub fn boolean(value: bool, dialect: &Dialect) -> &str {
    let literals = &dialect.spec().literals;
    if value { &literals.r#true } else { &literals.r#false }
}

/// A date, time, timestamp, interval, UUID, bytes or JSON, from the text that stands inside its quotes.
///
/// # Errors
/// The dialect's template fails.
pub fn typed(kind: LiteralKind, text: &str, dialect: &Dialect) -> Result<String, Diagnostic> {
    dialect.literal(kind, &escaped(text, dialect))
}

/// An array of literals that are written already.
///
/// # Errors
/// The dialect's template fails.
pub fn array(items: &[String], dialect: &Dialect) -> Result<String, Diagnostic> {
    if items.is_empty() {
        return Ok(dialect.spec().literals.empty_array.clone());
    }
    dialect.literal(LiteralKind::Array, &items.join(", "))
}

/// The text inside of quotes: quotes doubled, backslashes and percent signs where the dialect has it so.
pub fn escaped(text: &str, dialect: &Dialect) -> String {
    let mut escaped = text.replace('\'', "''");
    if dialect.doubles_percents() {
        escaped = escaped.replace('%', "%%");
    }
    if dialect.spec().literals.backslash_escapes {
        escaped = escaped.replace('\\', "\\\\");
    }
    escaped
}
