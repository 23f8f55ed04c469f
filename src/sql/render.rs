//! Statements to SQL text.

use super::stmt::Stmt;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;

/// The SQL of one statement, without terminator: the text that SQLAlchemy's and Alembic's DDL compilers give, tabs and all.
///
/// # Errors
/// What the dialect can't say.
pub fn render(stmt: &Stmt, dialect: &Dialect) -> Result<String, Diagnostic> {
    match stmt {
        Stmt::Raw(text) => Ok(text.to_string()),
        _ => Err(Diagnostic::error(Code::Unsupported, format!("{} has no way to say this yet", dialect.spec().about.title))),
    }
}
