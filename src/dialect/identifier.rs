//! Identifiers: when and how they are quoted, and how long they may be.

use std::borrow::Cow;

use md5::{Digest, Md5};

use super::Dialect;
use crate::diag::{Code, Diagnostic};
use crate::model::{Ident, Name, TableName};

impl Dialect {
    /// An identifier, quoted where it has to be (`IdentifierPreparer.quote`).
    pub fn quote<'a>(&self, ident: &'a Ident) -> Cow<'a, str> {
        match ident.quote {
            None => self.quote_text(&ident.text),
            Some(true) => Cow::Owned(self.quote_always(&ident.text)),
            Some(false) => Cow::Borrowed(&ident.text),
        }
    }

    /// A plain name, quoted where it has to be.
    pub fn quote_text<'a>(&self, name: &'a str) -> Cow<'a, str> {
        if self.needs_quotes(name) { Cow::Owned(self.quote_always(name)) } else { Cow::Borrowed(name) }
    }

    /// A name in quotes (`IdentifierPreparer.quote_identifier`).
    pub fn quote_always(&self, name: &str) -> String {
        let rules = &self.spec.identifiers;
        let [open, close] = &rules.quote;
        let mut text = name.replace(&rules.escape, &rules.escape.repeat(2));
        if self.double_percents {
            text = text.replace('%', "%%");
        }
        format!("{open}{text}{close}")
    }

    /// Whether a name needs quotes (`IdentifierPreparer._requires_quotes`).
    pub fn needs_quotes(&self, name: &str) -> bool {
        let rules = &self.spec.identifiers;
        let Some(first) = name.chars().next() else {
            return true;
        };
        rules.illegal_first.contains(first)
            || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || (rules.legal.contains(c) && !c.is_ascii_uppercase()))
            || self.reserved.contains(name)
    }

    /// A schema's name (`IdentifierPreparer.quote_schema`).
    pub fn schema(&self, schema: &Ident) -> String {
        if self.spec.identifiers.dotted_schemas && schema.quote.is_none() {
            return self.quote_dotted(schema);
        }
        self.quote(schema).into_owned()
    }

    /// A schema's name with each dotted part quoted alone (`quote_dotted` of `alembic.ddl.base`).
    pub fn quote_dotted(&self, schema: &Ident) -> String {
        if schema.quote.is_some() {
            return self.quote(schema).into_owned();
        }
        let parts: Vec<_> = schema.text.split('.').map(|part| self.quote_text(part)).collect();
        parts.join(".")
    }

    /// A table's name with its schema (`IdentifierPreparer.format_table`).
    pub fn table(&self, table: &TableName) -> String {
        match &table.schema {
            Some(schema) if !schema.text.is_empty() => format!("{}.{}", self.schema(schema), self.quote(&table.name)),
            _ => self.quote(&table.name).into_owned(),
        }
    }

    /// A table's name as Alembic's own statements write it (`format_table_name` of `alembic.ddl.base`).
    pub fn altered_table(&self, table: &TableName) -> String {
        match &table.schema {
            Some(schema) if !schema.text.is_empty() => format!("{}.{}", self.quote_dotted(schema), self.quote(&table.name)),
            _ => self.quote(&table.name).into_owned(),
        }
    }

    /// A constraint's name (`IdentifierPreparer.truncate_and_render_constraint_name`).
    ///
    /// # Errors
    /// A name of the author's own that is too long.
    pub fn constraint_name(&self, name: &Name) -> Result<String, Diagnostic> {
        self.limited(name, self.spec.identifiers.max_constraint_length)
    }

    /// An index's name (`IdentifierPreparer.truncate_and_render_index_name`).
    ///
    /// # Errors
    /// A name of the author's own that is too long.
    pub fn index_name(&self, name: &Name) -> Result<String, Diagnostic> {
        self.limited(name, self.spec.identifiers.max_index_length)
    }

    fn limited(&self, name: &Name, longest: usize) -> Result<String, Diagnostic> {
        match name {
            Name::Given(ident) => {
                self.check_length(&ident.text)?;
                Ok(self.quote(ident).into_owned())
            }
            Name::Conventional(text) => Ok(self.quote_text(&truncated(text, longest)).into_owned()),
            Name::DatabaseMade(text) => Ok(self.quote_text(text).into_owned()),
        }
    }

    /// Refuses a name that is longer than the database takes (`Dialect.validate_identifier`).
    fn check_length(&self, name: &str) -> Result<(), Diagnostic> {
        let longest = self.spec.identifiers.max_length;
        if name.chars().count() <= longest {
            return Ok(());
        }
        Err(Diagnostic::error(Code::Unsupported, format!("identifier `{name}` exceeds maximum length of {longest} characters"))
            .help("give a shorter name, or wrap it in `op.f()` to have it truncated"))
    }
}

/// A conventional name cut to the longest length, with four digits of its MD5 (`_truncate_and_render_maxlen_name`).
fn truncated(name: &str, longest: usize) -> Cow<'_, str> {
    if name.chars().count() <= longest {
        return Cow::Borrowed(name);
    }
    let head: String = name.chars().take(longest.saturating_sub(8)).collect();
    let digest = Md5::digest(name.as_bytes());
    let tail: String = digest.iter().rev().take(2).rev().map(|byte| format!("{byte:02x}")).collect();
    Cow::Owned(format!("{head}_{tail}"))
}
