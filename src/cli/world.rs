//! The project's files as the compiler asks for them.

use std::sync::Arc;

use camino::Utf8Path;

use crate::compile::{Found, World};
use crate::diag::Diagnostic;
use crate::project::{Files, Module};

/// The compiler's [`World`] over the files of a project.
pub struct ProjectWorld<'p> {
    pub files: Files<'p>,
}

impl World for ProjectWorld<'_> {
    fn module(&self, dotted: &str) -> Found {
        match self.files.find(dotted) {
            Module::File(path) => self.parsed(&path, false),
            Module::Package(path) => self.parsed(&path, true),
            Module::Namespace(_) => Found::Namespace,
            Module::Binary(_) | Module::NotThere => Found::Nothing,
        }
    }

    fn text(&self, path: &str) -> Result<Arc<str>, Diagnostic> {
        self.files.text(Utf8Path::new(path)).map(|file| file.text)
    }

    fn exists(&self, path: &str) -> Option<bool> {
        self.files.exists(Utf8Path::new(path))
    }

    fn hash(&self, name: &str) -> Option<String> {
        self.files.hash(name)
    }
}

impl ProjectWorld<'_> {
    fn parsed(&self, path: &Utf8Path, is_package: bool) -> Found {
        match self.files.python(path) {
            Ok(file) => Found::Module(file.ast, is_package),
            Err(problem) => Found::Broken(problem),
        }
    }
}
