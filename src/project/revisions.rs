//! The revision files: which files Alembic would load, read and parsed in parallel.

use std::collections::HashSet;
use std::fs;

use camino::{Utf8Path, Utf8PathBuf};

use super::Project;
use super::parallel;
use super::read::{cannot_read, read_listed_python, read_python, reason};
use crate::diag::{Code, Diagnostic};
use crate::python::{self, Ast};
use crate::revision::is_revision_file;
use crate::source::{SourceId, Sources};

/// A revision file, read and parsed.
#[derive(Clone, Debug)]
pub struct RevisionFile {
    /// The absolute path; `ast.source.name` is what reports call it.
    pub path: Utf8PathBuf,
    pub ast: Ast,
    /// SHA-256 of the file's bytes.
    pub sha256: String,
}

/// Everything that loading the revision files gave.
#[derive(Debug, Default)]
pub struct Loaded {
    /// In the order in which Alembic loads them.
    pub files: Vec<RevisionFile>,
    /// What was wrong with files, errors and warnings.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Lists, reads and parses the revision files (`ScriptDirectory._load_revisions`).
    ///
    /// A file that is no good is an error among the diagnostics and missing from the files; the others are there, those with
    /// a syntax error too ([`Ast::broken`]).
    /// No file at all is `E0703`.
    pub fn load_revisions(&self, sources: &Sources) -> Loaded {
        let mut listing = Listing { project: self, seen: HashSet::new(), paths: Vec::new(), diagnostics: Vec::new() };
        self.versions.iter().for_each(|folder| listing.folder(folder));
        let Listing { paths, mut diagnostics, .. } = listing;
        if paths.is_empty() && diagnostics.is_empty() {
            diagnostics.push(self.no_revisions());
        }
        let files = load(self, &paths, sources, &mut diagnostics);
        Loaded { files, diagnostics }
    }

    fn no_revisions(&self) -> Diagnostic {
        let folders = self.versions.iter().map(|folder| format!("`{}`", self.name(folder))).collect::<Vec<_>>().join(", ");
        Diagnostic::error(Code::NoRevisions, format!("there are no revisions in {folders}"))
            .help("name their folder with `--versions DIR`, or see `version_locations` of the configuration")
    }
}

fn load(project: &Project, paths: &[Listed], sources: &Sources, diagnostics: &mut Vec<Diagnostic>) -> Vec<RevisionFile> {
    let numbered: Vec<(SourceId, &Listed)> = sources.reserve(paths.len()).zip(paths).collect();
    let loaded = parallel::map(&numbered, |(id, Listed { path, is_plain })| {
        let name = project.name(path);
        let file = if *is_plain { read_listed_python(path, &name)? } else { read_python(path, &name)? };
        let ast = python::parse_partly(&sources.put(*id, name, file.text))?;
        Ok(RevisionFile { path: path.clone(), ast, sha256: file.sha256 })
    });
    let mut files = Vec::new();
    for file in loaded {
        match file {
            Ok(file) => files.push(file),
            Err(problem) => diagnostics.push(problem),
        }
    }
    files
}

/// A file that is to be read.
struct Listed {
    path: Utf8PathBuf,
    /// Whether its folder says that it is a plain one.
    is_plain: bool,
}

/// The names in a folder, sorted.
#[derive(Default)]
struct Entries {
    /// A link to a folder counts as a file, as in `Path.walk`.
    files: Vec<String>,
    /// Those of the files that are no plain files.
    links: HashSet<String>,
    folders: Vec<String>,
}

struct Listing<'a> {
    project: &'a Project,
    /// Real paths: a file that two locations or links lead to counts once.
    seen: HashSet<Utf8PathBuf>,
    paths: Vec<Listed>,
    diagnostics: Vec<Diagnostic>,
}

impl Listing<'_> {
    /// `Script._list_py_dir`: a folder's files by name, then, if asked for, its folders by name.
    fn folder(&mut self, folder: &Utf8Path) {
        if folder.file_name().is_some_and(|name| name.ends_with("__pycache__")) {
            return;
        }
        let Some(Entries { files, links, folders }) = self.entries(folder) else { return };
        let real = folder.canonicalize_utf8().unwrap_or_else(|_| folder.to_owned());
        for name in &files {
            let path = folder.join(name);
            let leads_to = if links.contains(name) { path.canonicalize_utf8().unwrap_or_else(|_| path.clone()) } else { real.join(name) };
            self.file(&path, leads_to, links.contains(name));
        }
        self.sourceless(folder, &files);
        if self.project.recursive {
            folders.iter().for_each(|name| self.folder(&folder.join(name)));
        }
    }

    fn entries(&mut self, folder: &Utf8Path) -> Option<Entries> {
        let entries = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = entries.map_err(|error| self.diagnostics.push(cannot_read(&self.project.name(folder), &reason(&error)))).ok()?;
        let mut found = Entries::default();
        for entry in entries {
            let kind = entry.file_type().ok();
            match entry.file_name().into_string() {
                Ok(name) if kind.is_some_and(|kind| kind.is_dir()) => found.folders.push(name),
                Ok(name) => {
                    if !kind.is_some_and(|kind| kind.is_file()) {
                        found.links.insert(name.clone());
                    }
                    found.files.push(name);
                }
                Err(name) => self.undecodable(folder, &name.to_string_lossy()),
            }
        }
        found.files.sort_unstable();
        found.folders.sort_unstable();
        Some(found)
    }

    fn undecodable(&mut self, folder: &Utf8Path, lossy: &str) {
        if lossy.ends_with(".py") {
            let name = self.project.name(&folder.join(lossy));
            self.diagnostics.push(Diagnostic::error(Code::NotUtf8, format!("the name of {name} is not UTF-8")).help("rename the file"));
        }
    }

    /// Alembic follows links first and goes by the name of what they lead to.
    fn file(&mut self, path: &Utf8Path, real: Utf8PathBuf, is_link: bool) {
        if !real.file_name().is_some_and(is_revision_file) || is_link && real.is_dir() {
            return;
        }
        if self.seen.insert(real.clone()) {
            // A link keeps its own name in reports, unless it leads to a file of another one.
            let path = if real.file_name() == path.file_name() { path.to_owned() } else { real };
            self.paths.push(Listed { path, is_plain: !is_link });
        } else {
            let name = self.project.name(path);
            self.diagnostics.push(
                Diagnostic::warning(Code::BadConfig, format!("{name} is reached twice; it counts once"))
                    .help("make the folders of `version_locations` differ"),
            );
        }
    }

    /// Compiled files without their source can't be read, and must not be missed in silence.
    fn sourceless(&mut self, folder: &Utf8Path, files: &[String]) {
        if !self.project.sourceless {
            return;
        }
        let stems: HashSet<&str> = files.iter().filter(|name| name.ends_with(".py")).map(|name| stem(name)).collect();
        let cached = fs::read_dir(folder.join("__pycache__")).into_iter().flatten().flatten();
        let cached = cached.filter_map(|entry| entry.file_name().into_string().ok());
        let mut compiled: Vec<String> = files.iter().cloned().chain(cached).filter(|name| is_compiled(name)).collect();
        compiled.sort_unstable();
        for name in compiled.iter().filter(|name| !stems.contains(stem(name)) && !name.starts_with("__init__")) {
            let name = self.project.name(&folder.join(name));
            self.diagnostics.push(
                Diagnostic::error(Code::CannotRead, format!("{name} is a compiled revision without its source"))
                    .help("put the `.py` file beside it, or delete it"),
            );
        }
    }
}

fn is_compiled(name: &str) -> bool {
    name.ends_with(".pyc") || name.ends_with(".pyo")
}

fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or(name)
}
