//! Templates of literal values and of the version table's statements.

use super::Dialect;
use super::spec::{Literals, VersionTable};
use crate::diag::{Code, Diagnostic};
use crate::template::{Fields, LazyTemplate};

/// The kinds of literals that have a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LiteralKind {
    String,
    NationalString,
    Date,
    Time,
    DateTime,
    Interval,
    Uuid,
    Bytes,
    Json,
    Array,
}

/// The statements that Alembic writes to its version table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionStatement {
    Insert,
    Update,
    Delete,
}

/// The fields of the literals' templates: what stands inside, escaped already, and whether that ends in a part of a second.
const LITERAL_FIELDS: &[&str] = &["text", "fraction"];

/// The fields of the version table's statements.
const VERSION_FIELDS: &[&str] = &["table", "version", "from", "key"];

/// Templates that are no statements of the `statements` table.
#[derive(Debug)]
pub struct SmallTemplates {
    string: LazyTemplate,
    national_string: LazyTemplate,
    date: LazyTemplate,
    time: LazyTemplate,
    datetime: LazyTemplate,
    interval: LazyTemplate,
    uuid: LazyTemplate,
    bytes: LazyTemplate,
    json: LazyTemplate,
    array: LazyTemplate,
    insert: LazyTemplate,
    update: LazyTemplate,
    delete: LazyTemplate,
}

impl SmallTemplates {
    /// The templates of the data.
    pub fn new(literals: &Literals, version: &VersionTable) -> Self {
        let lazy = |source: &String| LazyTemplate::new(source.as_str());
        Self {
            string: lazy(&literals.string),
            national_string: lazy(&literals.national_string),
            date: lazy(&literals.date),
            time: lazy(&literals.time),
            datetime: lazy(&literals.datetime),
            interval: lazy(&literals.interval),
            uuid: lazy(&literals.uuid),
            bytes: lazy(&literals.bytes),
            json: lazy(&literals.json),
            array: lazy(&literals.array),
            insert: lazy(&version.insert),
            update: lazy(&version.update),
            delete: lazy(&version.delete),
        }
    }

    fn literal(&self, kind: LiteralKind) -> &LazyTemplate {
        match kind {
            LiteralKind::String => &self.string,
            LiteralKind::NationalString => &self.national_string,
            LiteralKind::Date => &self.date,
            LiteralKind::Time => &self.time,
            LiteralKind::DateTime => &self.datetime,
            LiteralKind::Interval => &self.interval,
            LiteralKind::Uuid => &self.uuid,
            LiteralKind::Bytes => &self.bytes,
            LiteralKind::Json => &self.json,
            LiteralKind::Array => &self.array,
        }
    }

    fn version(&self, kind: VersionStatement) -> &LazyTemplate {
        match kind {
            VersionStatement::Insert => &self.insert,
            VersionStatement::Update => &self.update,
            VersionStatement::Delete => &self.delete,
        }
    }

    /// Compiles all of them.
    ///
    /// # Errors
    /// The first that does not compile, with its name.
    pub fn check(&self) -> Result<(), String> {
        let literals = [
            ("string", &self.string),
            ("national_string", &self.national_string),
            ("date", &self.date),
            ("time", &self.time),
            ("datetime", &self.datetime),
            ("interval", &self.interval),
            ("uuid", &self.uuid),
            ("bytes", &self.bytes),
            ("json", &self.json),
            ("array", &self.array),
        ];
        for (name, template) in literals {
            template.get(LITERAL_FIELDS).map_err(|problem| format!("`literals.{name}`: {problem}"))?;
        }
        let statements = [("insert", &self.insert), ("update", &self.update), ("delete", &self.delete)];
        for (name, template) in statements {
            template.get(VERSION_FIELDS).map_err(|problem| format!("`version_table.{name}`: {problem}"))?;
        }
        Ok(())
    }
}

impl Dialect {
    /// Writes a literal from the text inside of it, which is escaped already.
    ///
    /// # Errors
    /// The template fails.
    pub fn literal(&self, kind: LiteralKind, text: &str) -> Result<String, Diagnostic> {
        let mut fields = Fields::new();
        fields.set("text", text);
        fields.set("fraction", kind == LiteralKind::DateTime && text.contains('.'));
        let template = self.small.literal(kind).get(LITERAL_FIELDS);
        template.and_then(|template| template.render(&fields)).map_err(|problem| self.bad_template("literals", &problem))
    }

    /// Writes a statement of the version table; the fields are `table`, `version` and, of an update, `from`.
    ///
    /// # Errors
    /// The template fails.
    pub fn version_row(&self, kind: VersionStatement, fields: &Fields) -> Result<String, Diagnostic> {
        let template = self.small.version(kind).get(VERSION_FIELDS);
        template.and_then(|template| template.render(fields)).map_err(|problem| self.bad_template("version_table", &problem))
    }

    /// The diagnostic for a template that fails.
    pub fn bad_template(&self, name: &str, problem: &str) -> Diagnostic {
        let place = self.place(&["statements", name]);
        let place = if place.is_nowhere() { self.place(&[name]) } else { place };
        Diagnostic::error(Code::BadTemplate, format!("the template `{name}` of `{}` can't be written: {problem}", self.name()))
            .label(place, "here")
            .help(format!("`aludel dialect show {}` prints which file it comes from", self.name()))
    }

    /// The diagnostic for a template of the `[query]` table that fails.
    pub fn bad_query_template(&self, template: &str, problem: &str) -> Diagnostic {
        Diagnostic::error(Code::BadTemplate, format!("the template `{template}` of `{}` can't be written: {problem}", self.name()))
            .label(self.place_of_text(template), "here")
            .help(format!("`aludel dialect show {} query` prints which file it comes from", self.name()))
    }
}
