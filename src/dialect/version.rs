//! Templates of the version table's statements.

use std::sync::OnceLock;

use super::Dialect;
use super::spec::VersionTable;
use super::statement::VERSION_FIELDS;
use crate::template::Template;

/// The statements that Alembic writes to its version table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionStatement {
    Insert,
    Update,
    Delete,
}

/// The compiled templates.
#[derive(Debug, Default)]
pub struct VersionTemplates {
    insert: OnceLock<Result<Template, String>>,
    update: OnceLock<Result<Template, String>>,
    delete: OnceLock<Result<Template, String>>,
}

impl VersionTemplates {
    /// The template of a statement, compiled when first asked.
    ///
    /// # Errors
    /// A sentence where it does not compile.
    pub fn get(&self, kind: VersionStatement, spec: &VersionTable) -> Result<&Template, String> {
        let (slot, source) = match kind {
            VersionStatement::Insert => (&self.insert, &spec.insert),
            VersionStatement::Update => (&self.update, &spec.update),
            VersionStatement::Delete => (&self.delete, &spec.delete),
        };
        slot.get_or_init(|| Template::compile(source, VERSION_FIELDS)).as_ref().map_err(Clone::clone)
    }
}

impl Dialect {
    /// The template of a version table statement.
    ///
    /// # Errors
    /// A sentence where it does not compile.
    pub fn version_template(&self, kind: VersionStatement) -> Result<&Template, String> {
        self.version.get(kind, &self.spec.version_table)
    }
}
