//! The project: its configuration found and read, its revision files read and parsed, its output written.
//!
//! Input: what the command line says of where the project is ([`Lookup`]). Output: a [`Project`], its
//! [`RevisionFile`]s, its other modules on demand ([`Files`]). The only user of `std::fs`.

pub mod aludel_toml;
pub mod compiled;
pub mod config;
pub mod dialect;
mod dialect_dir;
pub mod files;
pub mod finder;
pub mod ini;
mod interrupt;
mod locations;
mod parallel;
mod paths;
pub mod read;
pub mod revisions;
mod roots;
mod search;
pub mod stage;
pub mod url;
pub mod write;

use camino::{Utf8Path, Utf8PathBuf};

use crate::diag::Diagnostic;
use crate::source::Sources;

pub use aludel_toml::{ByHand, Settings};
pub use config::Config;
pub use dialect_dir::read_dialect_dir;
pub use files::{Files, PythonFile};
pub use finder::{Finder, Module};
pub use paths::Names;
pub use revisions::RevisionFile;
pub use search::{Input, Lookup};
pub use url::DatabaseUrl;

/// A project as its configuration describes it. All paths are absolute; [`Project::names`] gives those that reports show.
#[derive(Debug)]
pub struct Project {
    /// The folder that reports and manifests name files from.
    pub root: Utf8PathBuf,
    /// The INI file in charge, else the TOML file.
    pub config_file: Option<Utf8PathBuf>,
    /// What `context.config` answers from; its `section` is the main one.
    pub config: Config,
    /// What `aludel.toml` says.
    pub settings: Settings,
    /// The folder that `aludel.toml` stands in, which its paths are relative to.
    pub settings_folder: Option<Utf8PathBuf>,
    /// Alembic's script folder, the one with `env.py`; none where `--versions` stands for it.
    pub script_location: Option<Utf8PathBuf>,
    /// The folders of revision files, in the order in which Alembic reads them.
    pub versions: Vec<Utf8PathBuf>,
    /// `recursive_version_locations`.
    pub recursive: bool,
    /// `sourceless`: Alembic would take compiled files too.
    pub sourceless: bool,
    /// Where modules are found: what is configured, then what stands to reason.
    pub sys_path: Vec<Utf8PathBuf>,
    /// `sqlalchemy.url` of the configuration.
    pub url: Option<DatabaseUrl>,
    /// `file_template`: how new revision files are called.
    pub file_template: Option<String>,
    /// `timezone`: that of new revisions' Create Date.
    pub timezone: Option<String>,
    /// The configuration files that were read.
    pub inputs: Vec<Input>,
    pub names: Names,
}

impl Project {
    /// Finds the project and reads its configuration (`Config`, `ScriptDirectory.from_config`).
    ///
    /// # Errors
    /// `E0701` no configuration, `E0702` one that is not understood, `E0705` a folder that is not there.
    pub fn find(lookup: &Lookup, sources: &Sources) -> Result<Project, Vec<Diagnostic>> {
        let found = search::find(lookup, sources).map_err(|error| vec![error])?;
        roots::resolve(lookup, found)
    }

    /// The `env.py` of the project, where it has one.
    pub fn env_py(&self) -> Option<Utf8PathBuf> {
        self.script_location.as_ref().map(|folder| folder.join("env.py")).filter(|path| path.is_file())
    }

    /// What reports call a file.
    pub fn name(&self, path: &Utf8Path) -> Utf8PathBuf {
        self.names.of(path)
    }
}
