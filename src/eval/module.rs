//! Modules of the project, evaluated whole or on demand.

use std::cell::RefCell;
use std::rc::Rc;

use super::scope::Namespace;
use super::value::Value;
use crate::python::Ast;

/// A Python module.
pub struct Module {
    /// The dotted name.
    pub name: Rc<str>,
    pub is_package: bool,
    /// Its file; nothing for a module that Aludel implements.
    pub(super) ast: Option<Ast>,
    pub(super) globals: RefCell<Namespace>,
}

impl Module {
    /// The value of a global that is bound already; nothing is evaluated.
    pub fn bound(&self, name: &str) -> Option<Value> {
        self.globals.borrow().get(name).cloned()
    }
}

impl std::fmt::Debug for Module {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Module({})", self.name)
    }
}
