//! The seam between the command line and the compiler: what goes in, what comes out.
//!
//! In: an [`Opened`] project (its configuration, its revision files read and parsed, their graph, the text store), a
//! dialect, a [`Plan`] and [`Options`]. Out: a script's text, or what the manifest says of a folder's files, which are
//! written into a place that the command gives meanwhile; and a [`Report`] of what was noticed on the way. The commands
//! resolve ranges to plans, read what options name, write scripts and put folders in their places.

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::diag::Diagnostic;
use crate::dialect::{Dialect, Overlay};
use crate::manifest::{DialectData, FileEntry, Guard, Missing, RangeData};
use crate::project::{Project, RevisionFile};
use crate::revision::{Graph, Plan};
use crate::source::Sources;

/// A project that is ready to be compiled.
pub struct Opened {
    pub project: Project,
    pub sources: Arc<Sources>,
    /// The revision files in Alembic's order; the graph's revisions are in the same one.
    pub files: Vec<RevisionFile>,
    pub graph: Graph,
    /// Dialects beside the built-in ones, the weakest first.
    pub overlays: Vec<Overlay>,
}

/// What a compilation depends on besides the project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// `--tag`: `context.get_tag_argument()`.
    pub tag: Option<String>,
    /// `-x`, in order: `context.get_x_argument()`.
    pub x_arguments: Vec<String>,
    /// `--database`: the one that is meant, where `env.py` runs the migrations for several.
    pub database: Option<String>,
    /// `--transaction-per-migration`, where the command line or `aludel.toml` says it.
    pub transaction_per_migration: Option<bool>,
    pub version_table: Option<String>,
    pub version_table_schema: Option<String>,
    /// `[env]` of `aludel.toml` with `--env` over it: all that `os.environ` holds.
    pub environment: IndexMap<String, String>,
    /// `--assume` and `assume` of `aludel.toml`, unparsed: `exists:T`, `absent:T`, `fresh`, `offline`.
    pub assume: Vec<String>,
    /// `--target`, unparsed: dialects and versions.
    pub target: Vec<(String, String)>,
    /// `--now`, else `SOURCE_DATE_EPOCH`: what `datetime.now()` gives, unparsed.
    pub now: Option<String>,
    /// The text of the baseline, with the name that reports call it.
    pub baseline: Option<(String, String)>,
    /// Hand-written SQL in place of revisions' Python.
    pub by_hand: BTreeMap<String, ByHandSql>,
}

/// The hand-written SQL of one revision, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ByHandSql {
    /// Name and text.
    pub upgrade: Option<(String, String)>,
    pub downgrade: Option<(String, String)>,
    /// What the revision file's SHA-256 must be.
    pub source_sha256: String,
}

/// What was noticed on the way, none of it an error.
#[derive(Debug, Default)]
pub struct Report {
    /// Warnings and notes.
    pub diagnostics: Vec<Diagnostic>,
    /// What the revisions printed or logged, a line each.
    pub printed: Vec<String>,
    /// The branches that the replayed schema decided.
    pub guards: Vec<Guard>,
}

/// A compiled script.
#[derive(Debug, Default)]
pub struct Script {
    pub sql: String,
    pub report: Report,
}

/// How a folder is to be compiled.
#[derive(Clone, Debug)]
pub struct FolderTask {
    /// The range as it was asked for: `base`, `heads` where nothing was said.
    pub from: String,
    pub to: String,
    /// The range, oldest step first, and the way back.
    pub upgrade: Plan,
    pub downgrade: Plan,
    /// `--plain`: each file has the bytes of that one step in Alembic.
    pub plain: bool,
    /// `--keep-going`: what compiles is written, the rest is among [`Folder::failures`].
    pub keep_going: bool,
}

/// A compiled folder of one dialect.
#[derive(Debug)]
pub struct Folder {
    pub dialect: DialectData,
    pub range: RangeData,
    /// What the manifest says of each file.
    pub files: Vec<FileEntry>,
    /// The same as `manifest.toml` has it.
    pub listing: String,
    /// What kept a file from being written.
    pub failed: Option<Diagnostic>,
    /// With `--keep-going`: the revisions that are not in the folder, and why.
    pub missing: Vec<Missing>,
    /// With `--keep-going`: the errors in full.
    pub failures: Vec<Diagnostic>,
    pub report: Report,
}

/// The dialect that a name or a URL's scheme means.
pub fn resolve_dialect(name: &str, overlays: &[Overlay]) -> Option<String> {
    let named = Dialect::names(overlays).into_iter().find(|dialect| dialect == name);
    named.or_else(|| Dialect::for_scheme(name, overlays))
}

pub use super::compiling::{databases, folder, header_value, loaded, schema, schema_differences, script, version_table};
pub use crate::compile::Databases;
