//! The project's other files, on demand: modules by name, texts by path, each read once and confined to the project.

use std::collections::HashMap;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use camino::{Utf8Path, Utf8PathBuf};

use super::finder::{Finder, Module};
use super::paths::{self, Names};
use super::read::{FileText, cannot_read, read_data, read_python};
use super::{Input, Project};
use crate::diag::{Code, Diagnostic};
use crate::python::{self, Ast};
use crate::source::Sources;

/// A Python module of the project, read and parsed.
#[derive(Clone, Debug)]
pub struct PythonFile {
    /// Absolute.
    pub path: Utf8PathBuf,
    pub ast: Ast,
    pub input: Input,
}

/// A file that was read as text.
#[derive(Clone, Debug)]
pub struct TextFile {
    pub text: Arc<str>,
    pub input: Input,
}

/// Reads project files on demand. Threads may share it; each file is read once.
#[derive(Debug)]
pub struct Files<'p> {
    sources: &'p Sources,
    names: Names,
    finder: Finder,
    /// Where reading is allowed.
    folders: Vec<Utf8PathBuf>,
    parsed: Mutex<HashMap<Utf8PathBuf, Result<PythonFile, Diagnostic>>>,
    texts: Mutex<HashMap<Utf8PathBuf, Result<TextFile, Diagnostic>>>,
}

impl<'p> Files<'p> {
    /// The files of a project.
    pub fn new(project: &Project, sources: &'p Sources) -> Self {
        let mut folders = vec![project.root.clone()];
        folders.extend(project.sys_path.iter().chain(&project.versions).chain(&project.script_location).cloned());
        let real = folders.iter().filter_map(|folder| folder.canonicalize_utf8().ok()).collect::<Vec<_>>();
        folders.extend(real);
        Self {
            sources,
            names: project.names.clone(),
            finder: Finder::new(project.sys_path.clone()),
            folders,
            parsed: Mutex::default(),
            texts: Mutex::default(),
        }
    }

    /// Where a dotted name leads, without reading it.
    pub fn find(&self, dotted: &str) -> Module {
        self.finder.find(dotted)
    }

    /// Reads and parses a Python file.
    ///
    /// # Errors
    /// As [`read_python`] and [`python::parse`].
    pub fn python(&self, path: &Utf8Path) -> Result<PythonFile, Diagnostic> {
        let mut parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        parsed.entry(path.to_owned()).or_insert_with(|| self.parse(path)).clone()
    }

    /// Reads a text file; a relative path is taken from the project root.
    ///
    /// # Errors
    /// As [`read_data`], and `E0705` for a file outside of the project.
    pub fn text(&self, path: &Utf8Path) -> Result<TextFile, Diagnostic> {
        let path = self.confined(path)?;
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        texts
            .entry(path.clone())
            .or_insert_with(|| {
                let name = self.names.of(&path);
                let FileText { text, sha256 } = read_data(&path, &name)?;
                Ok(TextFile { text: text.into(), input: Input { name, sha256 } })
            })
            .clone()
    }

    /// Whether a path inside the project is there; nothing for a path outside, of which no answer may depend.
    pub fn exists(&self, path: &Utf8Path) -> Option<bool> {
        if self.places(path).is_empty() { self.confined(path).ok().map(|_| false) } else { Some(true) }
    }

    /// The sorted names in a folder inside the project.
    ///
    /// # Errors
    /// `E0705` for a folder outside of the project or one that can't be read.
    pub fn list(&self, path: &Utf8Path) -> Result<Vec<String>, Diagnostic> {
        let path = self.confined(path)?;
        let entries = fs::read_dir(&path).map_err(|error| cannot_read(&self.names.of(&path), &super::read::reason(&error)))?;
        let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort_unstable();
        Ok(names)
    }

    /// The SHA-256 of a file that was read, by the name that reports call it.
    pub fn hash(&self, name: &str) -> Option<String> {
        let parsed = self.parsed.lock().unwrap_or_else(PoisonError::into_inner);
        let python = parsed.values().flatten().find(|file| file.input.name == name).map(|file| file.input.sha256.clone());
        drop(parsed);
        let texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        python.or_else(|| texts.values().flatten().find(|file| file.input.name == name).map(|file| file.input.sha256.clone()))
    }

    /// What reports call a file.
    pub fn name(&self, path: &Utf8Path) -> Utf8PathBuf {
        self.names.of(path)
    }

    fn parse(&self, path: &Utf8Path) -> Result<PythonFile, Diagnostic> {
        let name = self.names.of(path);
        let FileText { text, sha256 } = read_python(path, &name)?;
        let ast = python::parse(&self.sources.add(&name, text))?;
        Ok(PythonFile { path: path.to_owned(), ast, input: Input { name, sha256 } })
    }

    /// The absolute path, if it lies within the project, links followed.
    fn confined(&self, path: &Utf8Path) -> Result<Utf8PathBuf, Diagnostic> {
        let places = self.places(path);
        let same =
            |one: &Utf8PathBuf, other: &Utf8PathBuf| fs::read(one).is_ok_and(|text| fs::read(other).is_ok_and(|others| others == text));
        match places.as_slice() {
            [place, others @ ..] if others.iter().all(|other| same(place, other)) => Ok(place.clone()),
            [] => {
                let path = paths::from(self.root(), path);
                let real = path.canonicalize_utf8().unwrap_or_else(|_| path.clone());
                if self.allowed(&path) && self.allowed(&real) { Ok(path) } else { Err(self.outside(&path)) }
            }
            several => Err(Diagnostic::error(Code::CannotRead, format!("`{path}` may be any of {} files", several.len()))
                .help("name the folders so that no two files are called the same from there")),
        }
    }

    /// Where a path may lead that is there: from the root, else from a folder beside it, since `__file__` is what reports call a
    /// file.
    fn places(&self, path: &Utf8Path) -> Vec<Utf8PathBuf> {
        let beside = self.names.candidates(path).map(|place| paths::tidy(&place));
        let mut found: Vec<Utf8PathBuf> = Vec::new();
        for place in std::iter::once(paths::from(self.root(), path)).chain(beside) {
            let Ok(real) = place.canonicalize_utf8() else { continue };
            let is_new = !found.iter().any(|known| known.canonicalize_utf8().is_ok_and(|known| known == real));
            if is_new && self.allowed(&place) && self.allowed(&real) {
                found.push(place);
            }
        }
        found
    }

    fn root(&self) -> &Utf8Path {
        self.folders.first().map_or(Utf8Path::new(""), |root| root.as_path())
    }

    fn outside(&self, path: &Utf8Path) -> Diagnostic {
        Diagnostic::error(Code::CannotRead, format!("`{}` lies outside of the project", self.names.of(path)))
            .help("files are read below the project root and the folders of `--sys-path` alone")
    }

    fn allowed(&self, path: &Utf8Path) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
    }
}
