//! Dialects: what a database's SQL is called and how its sentences read, as data.
//!
//! A dialect is a folder: `dialect.toml`, `reserved.txt`, template files. Folders are merged in layers, `_base` below
//! all ([`layer`]), read into types ([`spec`]) and compiled ([`Dialect`]). What to write, in what order and about which
//! objects is decided in `sql`, never here.

pub mod builtin;
mod check;
mod identifier;
pub mod layer;
mod load;
mod merged;
mod patterns;
mod place;
mod query;
pub mod replay;
mod sentence;
pub mod show;
mod since;
mod small;
pub mod spec;
pub mod statement;
pub mod strategy;

use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashSet};

pub use identifier::truncated;
pub use layer::Overlay;
pub use load::TypeRow;
pub use patterns::Phrase;
pub use sentence::unsupported;
pub use since::{Since, Version};
pub use small::{LiteralKind, VersionStatement};
pub use spec::Spec;

use crate::diag::{Code, Diagnostic};
use crate::source::Source;
use crate::template::{Fields, Template};
use merged::Merged;
use sentence::Sentence;
use spec::Rows;

/// A dialect, merged and compiled.
#[derive(Debug)]
pub struct Dialect {
    name: String,
    spec: Spec,
    reserved: FxHashSet<Box<str>>,
    statements: IndexMap<&'static str, Sentence, FxBuildHasher>,
    types: Rows<TypeRow>,
    /// The second field that an option may set, by the option's name.
    derived: Rows<String>,
    small: small::SmallTemplates,
    /// What it was read from, kept for its hash.
    merged: Merged,
    /// The data files that a user wrote, the strongest first.
    sources: Vec<Arc<Source>>,
    of_user: bool,
    hash: OnceLock<String>,
    patterns: patterns::Patterns,
    /// Whether percent signs are doubled in names and strings, as a driver with `%s` parameters has it.
    double_percents: bool,
}

impl Dialect {
    /// Loads a dialect by name, with folders that overlay the embedded ones, the weakest first.
    ///
    /// # Errors
    /// An unknown name, or data that is not what Aludel expects.
    pub fn load(name: &str, overlays: &[Overlay]) -> Result<Self, Diagnostic> {
        load::load(name, overlays)
    }

    /// Whether a folder of that name is among the embedded ones, one that is only extended too.
    pub fn is_built_in(name: &str) -> bool {
        builtin::file(name, merged::DATA_FILE).is_some()
    }

    /// The dialects that can be named.
    pub fn names(overlays: &[Overlay]) -> Vec<String> {
        layer::names(overlays)
    }

    /// The dialect that a database URL's scheme means, `postgresql+asyncpg` or `postgres`.
    pub fn for_scheme(scheme: &str, overlays: &[Overlay]) -> Option<String> {
        layer::for_scheme(scheme, overlays)
    }

    /// The name it was loaded by.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// `dialect.name` of SQLAlchemy: the key of `with_variant`, what a revision that asks for the dialect is told.
    pub fn library_name(&self) -> &str {
        &self.spec.about.name
    }

    /// The prefix of keyword options, which a dialect may share with the one it extends.
    pub fn option_prefix(&self) -> &str {
        let about = &self.spec.about;
        if about.option_prefix.is_empty() { &about.name } else { &about.option_prefix }
    }

    /// Everything the data says.
    pub fn spec(&self) -> &Spec {
        &self.spec
    }

    /// Whether SQLAlchemy doubles percent signs for a driver , where no `paramstyle` is given.
    pub fn driver_doubles_percents(&self, driver: Option<&str>) -> bool {
        let drivers = &self.spec.drivers;
        let driver = driver.unwrap_or(&drivers.default);
        drivers.double_percents.iter().any(|known| known == driver)
    }

    /// Doubles percent signs in names and strings from now on (`paramstyle` `format` and `pyformat`).
    #[must_use]
    pub fn with_doubled_percents(mut self, doubled: bool) -> Self {
        self.double_percents = doubled;
        self
    }

    /// Whether percent signs are doubled.
    pub fn doubles_percents(&self) -> bool {
        self.double_percents
    }

    /// Whether any of its data are a user's.
    pub fn is_of_user(&self) -> bool {
        self.of_user
    }

    /// SHA-256 of the merged data, in hexadecimal.
    pub fn hash(&self) -> &str {
        self.hash.get_or_init(|| self.merged.hash())
    }

    /// Writes a statement of a kind.
    ///
    /// # Errors
    /// The dialect does not support the kind, or its template fails.
    pub fn sentence(&self, kind: &'static str, fields: &Fields) -> Result<String, Diagnostic> {
        match self.statements.get(kind) {
            Some(sentence) => sentence.render(self, kind, fields),
            None => Err(load::no_sentence(self, kind)),
        }
    }

    /// The row of the type table for a class.
    pub fn type_row(&self, class: &str) -> Option<&TypeRow> {
        self.types.get(class)
    }

    /// SQL words that the author gave, checked (`IdentifierPreparer.validate_sql_phrase`).
    ///
    /// # Errors
    /// A text with other characters than the place allows.
    pub fn phrase<'a>(&self, phrase: Phrase, text: &'a str) -> Result<&'a str, Diagnostic> {
        if self.patterns.is_phrase(&self.spec, phrase, text) {
            return Ok(text);
        }
        Err(Diagnostic::error(Code::BadArgument, format!("unexpected SQL phrase: `{text}`")).help("only SQL keywords may stand here"))
    }

    /// The option of a keyword like `<dialect>_using`, where it is meant for this dialect.
    pub fn own_option<'a>(&self, keyword: &'a str) -> Option<&'a str> {
        let under = |prefix: &str| keyword.strip_prefix(prefix)?.strip_prefix('_');
        let about = &self.spec.about;
        under(self.option_prefix()).or_else(|| {
            let name = under(&about.fallback_prefix).filter(|_| !about.fallback_prefix.is_empty())?;
            about.fallback_options.iter().any(|known| known == name).then_some(name)
        })
    }

    /// The second field that an option may set: `not_` and its name where a flag is false, its name and `_value` where
    /// something else than true was given.
    pub fn derived_field(&self, option: &str) -> Option<&str> {
        self.derived.get(option).map(String::as_str)
    }
}

/// What a statement means for the transaction that a script's frame holds open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrameRole {
    /// It stands inside like any other.
    Inside,
    /// No transaction may hold it.
    Outside,
    /// It begins a transaction by itself.
    Begins,
    /// It ends the transaction.
    Ends,
}

impl Dialect {
    /// What a statement means for the transaction around it.
    pub fn frame_role(&self, sql: &str) -> FrameRole {
        let words = sentence::words(sql);
        if self.patterns.is_outside_transaction(&self.spec, &words) {
            return FrameRole::Outside;
        }
        let script = &self.spec.script;
        let words = words.trim_end_matches([';', ' ']);
        let starts = |lead: &String| words.strip_prefix(lead.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', ';']));
        if script.begins_transaction.iter().any(starts) {
            return FrameRole::Begins;
        }
        if !script.ends_transaction.iter().any(starts) {
            return FrameRole::Inside;
        }
        let savepoint = words.contains("SAVEPOINT") || words.starts_with("ROLLBACK TO") || words.contains(" PREPARED");
        if savepoint { FrameRole::Inside } else { FrameRole::Ends }
    }

    /// A statement that fails with a message, terminator included; empty where the database has none.
    pub fn failing_statement(&self, message: &str) -> String {
        let literal = format!("'{}'", message.replace('\'', "''").replace('$', "$ ").replace("$  ", "$ "));
        self.spec.script.refusal.replace("{{ message }}", &literal)
    }

    /// The class and text with which the driver raises a kind of failure about an object.
    pub fn database_error(&self, kind: &str, object: &str) -> (String, String) {
        match self.spec.errors.get(kind).or_else(|| self.spec.errors.get("default")) {
            Some(error) => (error.class.clone(), error.text.replace("{{ object }}", object)),
            None => ("DatabaseError".to_owned(), object.to_owned()),
        }
    }
}

/// A template of the `[query]` table.
///
/// # Errors
/// A sentence where it does not compile.
pub fn query_template(source: &str) -> Result<Template, String> {
    Template::compile(source, check::QUERY_FIELDS)
}
