//! SQL expressions inside of DDL.

use std::borrow::Cow;

use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::SqlExpr;

/// An expression as DDL writes it: no table before columns, every value a literal.
///
/// # Errors
/// What the dialect can't say.
pub fn ddl(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    match expr {
        SqlExpr::Text(text) => Ok(text_clause(text, dialect).into_owned()),
        _ => Err(Diagnostic::error(Code::Unsupported, "this expression can't be written yet")),
    }
}

/// An expression as an element of an index, in parentheses where it needs them (`self_group()`).
///
/// # Errors
/// What the dialect can't say.
pub fn index_element(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    ddl(expr, dialect)
}

/// A statement of Core, or an expression given to `execute`, every value a literal.
///
/// # Errors
/// What the dialect can't say.
pub fn statement(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    ddl(expr, dialect)
}

/// `text()` as it is written: escaped colons are plain ones.
pub fn text_clause<'a>(text: &'a str, dialect: &Dialect) -> Cow<'a, str> {
    let text = if text.contains("\\:") { Cow::Owned(text.replace("\\:", ":")) } else { Cow::Borrowed(text) };
    if dialect.doubles_percents() && text.contains('%') { Cow::Owned(text.replace('%', "%%")) } else { text }
}

/// The key by which options of an index or constraint know an element: a column's key, a label.
pub fn key(expr: &SqlExpr) -> Option<&str> {
    match expr {
        SqlExpr::Column(reference) => reference.column.key_text(),
        SqlExpr::Label(label) => label.name.plain(),
        _ => None,
    }
}
