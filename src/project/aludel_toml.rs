//! `aludel.toml`: what a project tells Aludel that its Alembic configuration does not hold.

use camino::Utf8PathBuf;
use indexmap::IndexMap;
use serde::Deserialize;

use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};

/// The contents of `aludel.toml`. Unknown keys are errors.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct Settings {
    /// The Alembic configuration to read, from this file's folder.
    pub config: Option<Utf8PathBuf>,
    /// The main section of that file, as `-n`.
    pub section: Option<String>,
    /// Folders of revisions of a project with no Alembic configuration.
    pub versions: Vec<Utf8PathBuf>,
    /// Folders to find the project's modules in.
    pub sys_path: Vec<Utf8PathBuf>,
    /// The dialects to compile for.
    pub dialect: OneOrMany,
    /// Folders of dialects of the project's own.
    pub dialect_dir: Vec<Utf8PathBuf>,
    /// What `os.environ` holds for the project.
    pub env: IndexMap<String, String>,
    /// What to take for granted of the database, as `--assume`.
    pub assume: Vec<String>,
    /// A file of SQL that makes the schema that the chain begins on.
    pub baseline: Option<Utf8PathBuf>,
    pub version_table: Option<String>,
    pub version_table_schema: Option<String>,
    pub transaction_per_migration: Option<bool>,
    /// Hand-written SQL in place of what a revision's Python makes.
    pub revision: IndexMap<String, ByHand>,
    /// More rows for the table of library classes, read where that table is.
    pub library: toml::Table,
}

/// One text or a list of them.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "OneOrManyForm")]
pub struct OneOrMany(pub Vec<String>);

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrManyForm {
    One(String),
    Many(Vec<String>),
}

impl From<OneOrManyForm> for OneOrMany {
    fn from(form: OneOrManyForm) -> Self {
        match form {
            OneOrManyForm::One(text) => Self(vec![text]),
            OneOrManyForm::Many(texts) => Self(texts),
        }
    }
}

/// A revision's SQL written by hand, and the checksum of the Python file that it stands for.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub struct ByHand {
    pub upgrade: Option<Utf8PathBuf>,
    pub downgrade: Option<Utf8PathBuf>,
    pub source_sha256: Option<String>,
}

/// Reads the text of an `aludel.toml`.
///
/// # Errors
/// `E0702` with the place, for bad TOML, an unknown key or a value of another type.
pub fn parse(source: &Source) -> Result<Settings, Diagnostic> {
    let settings: Settings = toml::from_str(&source.text).map_err(|error| bad(source, &error))?;
    match settings.revision.iter().find(|(_, by_hand)| by_hand.source_sha256.is_none()) {
        Some((id, _)) => Err(Diagnostic::error(Code::BadConfig, format!("{}: `[revision.{id}]` has no `source-sha256`", source.name))
            .help("give the SHA-256 of the revision file that the SQL was written for, so that a later change of it is noticed")),
        None => Ok(settings),
    }
}

/// A TOML error as a diagnostic.
pub(super) fn bad(source: &Source, error: &toml::de::Error) -> Diagnostic {
    let diagnostic = Diagnostic::error(Code::BadConfig, format!("{} is not understood: {}", source.name, error.message().trim_end()));
    let place = error.span().map_or(Span::NOWHERE, |range| span(source, range));
    diagnostic.label(place, "here").help("correct the file and run again")
}

/// The span of a range of bytes.
pub(super) fn span(source: &Source, range: std::ops::Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { source: source.id, start: offset(range.start), end: offset(range.end) }
}

#[cfg(test)]
mod tests {
    use super::parse;
    use crate::source::Sources;

    #[test]
    fn every_key_is_read() {
        let text = r#"
            dialect = ["postgresql"]
            config = "db/alembic.ini"
            sys-path = ["src"]
            assume = ["exists:users"]
            [env]
            REGION = "eu"
            [revision.ab12]
            upgrade = "by-hand.sql"
            source-sha256 = "00"
        "#;
        let settings = parse(&Sources::default().add("aludel.toml", text)).expect("understood");
        assert_eq!(settings.dialect.0, ["postgresql"]);
        assert_eq!(settings.env.get("REGION").map(String::as_str), Some("eu"));
        assert_eq!(settings.revision["ab12"].upgrade.as_deref().map(|path| path.as_str()), Some("by-hand.sql"));
    }

    #[test]
    fn unknown_keys_and_missing_checksums_are_errors() {
        for (text, expected) in
            [("dialekt = 'x'", "unknown field `dialekt`"), ("[revision.a]\nupgrade = 'x'", "source-sha256"), ("dialect = 3", "")]
        {
            let error = parse(&Sources::default().add("aludel.toml", text)).expect_err(text);
            assert_eq!(error.code.as_str(), "E0702");
            assert!(error.message.contains(expected), "{}", error.message);
        }
    }
}
