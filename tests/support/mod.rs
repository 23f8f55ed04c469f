//! What the integration tests share: the projects under `golden/`, the binary, and the rows of deliberate differences.
// Each test binary uses a part of this.
#![allow(dead_code)]

pub mod cases;
pub mod deviations;
pub mod difference;
pub mod live;
pub mod mariadb;
pub mod place;
pub mod postgresql;
pub mod scripts;
pub mod sqlite;
pub mod sqlite_facts;
pub mod sqlite_text;

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::Deserialize;

/// A project of `golden/projects.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Project {
    pub name: String,
    pub directory: PathBuf,
    pub config: PathBuf,
    #[serde(default)]
    pub section: Option<String>,
    #[serde(default)]
    pub database: Option<String>,
    pub dialects: Vec<String>,
    #[serde(default)]
    pub scripts_for: Vec<String>,
    pub reads: Vec<String>,
    #[serde(default)]
    pub prepare: Vec<PathBuf>,
    pub rows_after: String,
    #[serde(default = "alembic_version")]
    pub version_table: String,
}

fn alembic_version() -> String {
    "alembic_version".to_owned()
}

#[derive(Deserialize)]
struct Projects {
    project: Vec<Project>,
}

impl Project {
    /// All projects, in the file's order.
    pub fn all() -> Vec<Project> {
        let text = read(&root().join("golden/projects.toml"));
        toml::from_str::<Projects>(&text).expect("golden/projects.toml is understood").project
    }

    /// The binary, about to run on this project: configuration and section are given, the command is not.
    pub fn command(&self) -> Command {
        let mut command = aludel(&root().join(&self.directory));
        command.arg("-c").arg(&self.config);
        if let Some(section) = &self.section {
            command.args(["-n", section]);
        }
        command
    }

    /// What a command that compiles is given besides.
    pub fn options(&self) -> Vec<&str> {
        self.database.iter().flat_map(|database| ["--database", database]).collect()
    }

    /// The rows that the live test puts in, in a dialect's own SQL where that of the others won't do.
    pub fn rows(&self, dialect: &str) -> PathBuf {
        let folder = root().join("golden/live/rows");
        let own = folder.join(format!("{}.{dialect}.sql", self.name));
        if own.exists() { own } else { folder.join(format!("{}.sql", self.name)) }
    }
}

/// The repository's folder.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The binary, to be run in a folder, with nothing of this process's environment.
pub fn aludel(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_aludel"));
    command.current_dir(folder).env_clear();
    command
}

/// Runs a command that must succeed, and returns what it printed; otherwise its exit status and standard error.
pub fn run(command: &mut Command) -> Result<String, String> {
    let output = output(command);
    if output.status.success() {
        Ok(String::from_utf8(output.stdout).expect("the output is UTF-8"))
    } else {
        Err(format!("{}\n{}", output.status, String::from_utf8_lossy(&output.stderr)))
    }
}

/// Runs a command to its end.
pub fn output(command: &mut Command) -> Output {
    command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

/// The text of a file.
pub fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
