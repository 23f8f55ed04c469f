//! Templates of literal values.

use std::sync::OnceLock;

use super::Dialect;
use super::spec::Literals;
use crate::diag::{Code, Diagnostic};
use crate::template::{Fields, Template};

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

const KINDS: usize = 10;

/// The field of the templates: what stands inside, escaped already.
pub const FIELDS: &[&str] = &["text"];

/// The compiled templates.
#[derive(Debug, Default)]
pub struct LiteralTemplates {
    templates: [OnceLock<Result<Template, String>>; KINDS],
}

impl LiteralKind {
    /// Every kind, in order.
    pub const ALL: [Self; KINDS] = [
        Self::String,
        Self::NationalString,
        Self::Date,
        Self::Time,
        Self::DateTime,
        Self::Interval,
        Self::Uuid,
        Self::Bytes,
        Self::Json,
        Self::Array,
    ];

    /// The template's source in the data.
    pub fn source(self, literals: &Literals) -> &str {
        match self {
            Self::String => &literals.string,
            Self::NationalString => &literals.national_string,
            Self::Date => &literals.date,
            Self::Time => &literals.time,
            Self::DateTime => &literals.datetime,
            Self::Interval => &literals.interval,
            Self::Uuid => &literals.uuid,
            Self::Bytes => &literals.bytes,
            Self::Json => &literals.json,
            Self::Array => &literals.array,
        }
    }
}

impl Dialect {
    /// Writes a literal from the text inside of it, which is escaped already.
    ///
    /// # Errors
    /// The template fails.
    pub fn literal(&self, kind: LiteralKind, text: &str) -> Result<String, Diagnostic> {
        let bad = |problem: &str| Diagnostic::error(Code::BadTemplate, format!("the template of a literal can't be written: {problem}"));
        let Some(slot) = self.literals.templates.get(kind as usize) else {
            return Err(bad("there is no such kind"));
        };
        let source = kind.source(&self.spec.literals);
        match slot.get_or_init(|| Template::compile(source, FIELDS)) {
            Ok(template) => {
                let mut fields = Fields::new();
                fields.set("text", text);
                template.render(&fields).map_err(|problem| bad(&problem))
            }
            Err(problem) => Err(bad(problem)),
        }
    }
}
