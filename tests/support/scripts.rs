//! A folder that `compile` wrote, read by its manifest.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use super::{read, run};

/// The scripts of one dialect.
pub struct Scripts {
    folder: PathBuf,
    files: Vec<Entry>,
}

#[derive(Deserialize)]
struct Manifest {
    file: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    path: PathBuf,
    revision: Option<String>,
    direction: String,
    #[serde(default)]
    position: u32,
    #[serde(default)]
    parents: Vec<String>,
    inputs: BTreeMap<String, String>,
}

/// One revision's script in one direction.
pub struct Step {
    pub path: PathBuf,
    /// The versions that the version table must hold for it to apply.
    pub assumes: Vec<String>,
}

impl Scripts {
    /// Runs `compile` of a project's command into a folder, and reads the manifest it wrote for a dialect.
    pub fn compile(command: &mut Command, dialect: &str, folder: &Path, options: &[&str]) -> Result<Self, String> {
        run(command.args(["compile", "--dialect", dialect, "--out"]).arg(folder).args(options))?;
        let folder = dialect_folder(folder, dialect)?;
        let manifest: Manifest = toml::from_str(&read(&folder.join("manifest.toml"))).map_err(|error| error.to_string())?;
        Ok(Self { folder, files: manifest.file })
    }

    /// The path of a script: `upgrade.sql` or `downgrade.sql` for the range, `<revision>.<direction>.sql` for one revision.
    pub fn path(&self, name: &str) -> Option<PathBuf> {
        self.files.iter().find(|entry| entry.name() == name).map(|entry| self.folder.join(&entry.path))
    }

    /// The scripts whose inputs lack a file.
    pub fn not_depending_on(&self, input: &str) -> Vec<&Path> {
        self.files.iter().filter(|entry| !entry.inputs.contains_key(input)).map(|entry| entry.path.as_path()).collect()
    }

    /// The revisions' own scripts in a direction, in the order they are to be applied in.
    pub fn steps(&self, direction: &str) -> Vec<Step> {
        let mut entries: Vec<(&Entry, &String)> = self
            .files
            .iter()
            .filter(|entry| entry.direction == direction)
            .filter_map(|entry| entry.revision.as_ref().map(|revision| (entry, revision)))
            .collect();
        entries.sort_by_key(|(entry, _)| entry.position);
        if direction == "downgrade" {
            entries.reverse();
        }
        let assumes = |entry: &Entry, revision: &String| {
            if direction == "downgrade" { vec![revision.clone()] } else { entry.parents.clone() }
        };
        entries.iter().map(|(entry, revision)| Step { path: self.folder.join(&entry.path), assumes: assumes(entry, revision) }).collect()
    }
}

/// The folder of a dialect: in the output folder, or in that of the one database.
fn dialect_folder(folder: &Path, dialect: &str) -> Result<PathBuf, String> {
    let inner = std::fs::read_dir(folder).map_err(|error| error.to_string())?;
    let databases = inner.filter_map(|entry| Some(entry.ok()?.path().join(dialect)));
    let mut found = std::iter::once(folder.join(dialect)).chain(databases).filter(|folder| folder.join("manifest.toml").exists());
    found.next().ok_or_else(|| format!("there is no manifest for {dialect}"))
}

impl Entry {
    fn name(&self) -> String {
        match &self.revision {
            Some(revision) => format!("{revision}.{}.sql", self.direction),
            None => format!("{}.sql", self.direction),
        }
    }
}
