//! Rows of Alembic's version table (`HeadMaintainer`).

use super::literal;
use crate::diag::Diagnostic;
use crate::dialect::{Dialect, VersionStatement};
use crate::template::Fields;

/// A change of the version table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionChange<'a> {
    Insert(&'a str),
    Update { from: &'a str, to: &'a str },
    Delete(&'a str),
}

/// The statement of a change, without terminator. `table`: its name in the dialect's words; `has_key`: whether the table has a primary key, which the reference
/// then asks back from an insert.
///
/// # Errors
/// The dialect's template fails.
pub fn version_statement(table: &str, change: VersionChange<'_>, has_key: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let (kind, version, from) = match change {
        VersionChange::Insert(version) => (VersionStatement::Insert, version, None),
        VersionChange::Update { from, to } => (VersionStatement::Update, to, Some(from)),
        VersionChange::Delete(version) => (VersionStatement::Delete, version, None),
    };
    let mut fields = Fields::new();
    fields.set("table", table).set("key", has_key);
    fields.set("version", literal::string(version, dialect)?);
    if let Some(from) = from {
        fields.set("from", literal::string(from, dialect)?);
    }
    dialect.version_row(kind, &fields)
}
