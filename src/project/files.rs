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

    /// Whether a path inside the project is a file; nothing for a path outside, of which no answer may depend.
    pub fn is_file(&self, path: &Utf8Path) -> Option<bool> {
        self.confined(path).ok().map(|path| path.is_file())
    }

    /// Whether a path inside the project is a folder.
    pub fn is_folder(&self, path: &Utf8Path) -> Option<bool> {
        self.confined(path).ok().map(|path| path.is_dir())
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
    ///
    /// `__file__` is what reports call a file, which may stand in a folder beside the root.
    fn confined(&self, path: &Utf8Path) -> Result<Utf8PathBuf, Diagnostic> {
        let root = self.folders.first().map_or(Utf8Path::new(""), |root| root.as_path());
        let beside = self.names.candidates(path).map(|place| paths::tidy(&place));
        let mut places = std::iter::once(paths::from(root, path)).chain(beside);
        let path = places.find(|place| place.exists()).unwrap_or_else(|| paths::from(root, path));
        let real = path.canonicalize_utf8().unwrap_or_else(|_| path.clone());
        if self.allowed(&path) && self.allowed(&real) {
            return Ok(path);
        }
        Err(Diagnostic::error(Code::CannotRead, format!("`{}` lies outside of the project", self.names.of(&path)))
            .help("files are read below the project root and the folders of `--sys-path` alone"))
    }

    fn allowed(&self, path: &Utf8Path) -> bool {
        self.folders.iter().any(|folder| path.starts_with(folder))
    }
}
