//! Exceptions of the libraries as real Python classes, so that `except` clauses of the program meet them.

use std::rc::Rc;

use super::names;
use super::state::Cx;
use crate::eval::{Class, Unwind, Value};

/// Whether the class at a canonical path is an exception.
pub fn is_exception(path: &str) -> bool {
    matches!(path, "BaseException" | "Exception") || names::ancestors(path).iter().any(|base| is_builtin_exception(base))
}

/// Python's own exceptions that library exceptions inherit from.
fn is_builtin_exception(name: &str) -> bool {
    !name.contains('.') && (name.ends_with("Error") || name.ends_with("Exception") || name.ends_with("Warning"))
}

impl Cx<'_> {
    /// The Python class of the exception at a canonical path, like `sqlalchemy.exc.ArgumentError`.
    pub fn exception_class(&mut self, path: &'static str) -> Option<Rc<Class>> {
        if !path.contains('.') {
            return self.vm.builtin_exception(path);
        }
        if let Some(class) = self.library.exception(path) {
            return Some(class);
        }
        let bases: Vec<Rc<Class>> = names::bases(path)
            .filter(|base| is_builtin_exception(base) || is_exception(base))
            .filter_map(|base| self.exception_class(base))
            .collect();
        let (module, name) = path.rsplit_once('.')?;
        let class = self.vm.exception_class(module, name, &bases);
        self.library.set_exception(path, &class);
        Some(class)
    }

    /// An exception of `sqlalchemy.exc`, raised.
    pub fn raise(&mut self, name: &str, text: impl Into<String>) -> Unwind {
        let text = text.into();
        let path = match names::member("sqlalchemy.exc", name) {
            Some(names::Member::Name(name)) => Some(name.path),
            _ => None,
        };
        match path.and_then(|path| self.exception_class(path)) {
            Some(class) => self.vm.raise_class(&class, vec![Value::str(text)], self.span),
            None => self.vm.raise(name, text, self.span),
        }
    }

    /// A builtin exception, raised.
    pub fn raise_builtin(&mut self, name: &str, text: impl Into<String>) -> Unwind {
        self.vm.raise(name, text, self.span)
    }
}
