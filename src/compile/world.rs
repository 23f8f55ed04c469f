//! What the compiler asks of the machine: the project's other files, read on demand by whoever calls.

use std::sync::Arc;

use crate::diag::Diagnostic;
use crate::python::Ast;

/// What a dotted module name leads to.
pub enum Found {
    /// A file of the project, parsed; the flag says whether it is a package's `__init__.py`.
    Module(Ast, bool),
    /// A folder without `__init__.py`: a namespace package.
    Namespace,
    /// A file that can't be read or parsed.
    Broken(Diagnostic),
    Nothing,
}

/// The project's files beside its revisions. Threads share it.
pub trait World: Sync {
    /// Finds, reads and parses a module by its absolute dotted name.
    fn module(&self, dotted: &str) -> Found;

    /// Reads a text file; a relative path is taken from the project root.
    ///
    /// # Errors
    /// Where the file can't be read or lies outside of the project.
    fn text(&self, path: &str) -> Result<Arc<str>, Diagnostic>;

    /// Whether a path inside the project leads to a file or folder; nothing for a path outside.
    fn exists(&self, path: &str) -> Option<bool>;

    /// The names of the files that were read through it so far, with the SHA-256 of each.
    fn main_option(&self, name: &str) -> Option<String>;
}
