//! Names of the model as a dialect writes them.

use std::borrow::Cow;

use crate::diag::Diagnostic;
use crate::dialect::{Dialect, truncated};
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

    /// A schema's name (`IdentifierPreparer.quote_schema`).
    pub fn schema(&self, schema: &Ident) -> String {
        if self.spec().identifiers.dotted_schemas && schema.quote != Some(true) {
            return self.owned_schema(&schema.text);
        }
        self.quote(schema).into_owned()
    }

    /// A schema behind the database that has it: the last part, and what is before it, brackets holding parts together
    /// (`_schema_elements` of the dialect that has them).
    fn owned_schema(&self, schema: &str) -> String {
        let mut parts: Vec<String> = Vec::new();
        let (mut symbol, mut within, mut bracketed) = (String::new(), false, false);
        for character in schema.chars() {
            match character {
                '[' => (within, bracketed) = (true, true),
                ']' => within = false,
                '.' if !within => {
                    let part = std::mem::take(&mut symbol);
                    parts.push(if bracketed { format!("[{part}]") } else { part });
                    bracketed = false;
                }
                other => symbol.push(other),
            }
        }
        if !symbol.is_empty() {
            parts.push(symbol);
        }
        // where brackets are the quotes, an empty name is written as none
        let bracketed = self.spec().identifiers.quote[0] == "[";
        let Some(owner) = parts.pop() else { return if bracketed { String::new() } else { self.quote_text("").into_owned() } };
        if parts.is_empty() {
            return self.quote_text(&owner).into_owned();
        }
        let database = parts.join(".");
        let inner = database.get(1..database.len().saturating_sub(1)).unwrap_or_default();
        let database = match inner.find(']').and_then(|at| inner.get(at..)).is_some_and(|rest| rest.contains('[')) {
            true => database,
            false => self.quote_text(database.trim_start_matches('[').trim_end_matches(']')).into_owned(),
        };
        format!("{database}.{}", self.quote_text(&owner))
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

    /// A sequence's name with its schema, one that is empty too (`IdentifierPreparer.format_sequence`).
    pub fn sequence(&self, sequence: &TableName) -> String {
        match &sequence.schema {
            Some(schema) => format!("{}.{}", self.schema(schema), self.quote(&sequence.name)),
            None => self.quote(&sequence.name).into_owned(),
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
        self.limited(name, self.spec().identifiers.max_constraint_length)
    }

    /// An index's name (`IdentifierPreparer.truncate_and_render_index_name`).
    ///
    /// # Errors
    /// A name of the author's own that is too long.
    pub fn index_name(&self, name: &Name) -> Result<String, Diagnostic> {
        self.limited(name, self.spec().identifiers.max_index_length)
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
}
