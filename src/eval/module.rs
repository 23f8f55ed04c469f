//! Modules: of the project, evaluated whole or on demand, or implemented by Aludel.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use ruff_python_ast::name::Name;
use rustc_hash::FxHashMap;

use super::modules::index::Index;
use super::natives::NativeModule;
use super::scope::Namespace;
use super::stmt::docstring;
use super::value::Value;
use crate::python::Ast;

/// About how many names a revision binds.
const USUAL: usize = 16;

/// A Python module.
pub struct Module {
    /// The dotted name.
    pub name: Rc<str>,
    pub is_package: bool,
    /// Its file; nothing for a module that Aludel implements and for a package without a file.
    pub(super) ast: Option<Ast>,
    pub(super) native: Option<&'static NativeModule>,
    pub(super) globals: RefCell<Namespace>,
    /// What `import *` took names from, in order: modules and library modules.
    pub(super) stars: RefCell<Vec<Value>>,
    /// How far a module that is evaluated on demand has come.
    pub(super) demand: Option<Demand>,
}

/// How far a module that is evaluated on demand has come.
pub(super) struct Demand {
    pub index: Rc<Index>,
    pub states: RefCell<Vec<Progress>>,
    /// Names that were asked for, and up to which statement they were seen to.
    pub settled: RefCell<FxHashMap<Name, usize>>,
    /// What the names that several statements bind were bound to, by statement.
    pub history: RefCell<FxHashMap<Name, Vec<(usize, Value)>>>,
    /// The statement that runs, past the end where none does.
    pub cursor: Cell<usize>,
}

/// How far a statement has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    Idle,
    Running,
    Done,
}

impl Module {
    fn new(name: &str, is_package: bool, ast: Option<Ast>, native: Option<&'static NativeModule>, demand: Option<Demand>) -> Rc<Self> {
        let mut globals = Namespace::with_capacity(USUAL);
        globals.set("__name__", Value::str(name));
        if let Some(ast) = &ast {
            globals.set("__file__", Value::str(ast.source.name.as_str()));
            globals.set("__doc__", docstring(&ast.module.body).map_or(Value::None, Value::str));
            globals
                .set("__package__", Value::str(if is_package { name } else { name.rsplit_once('.').map_or("", |(package, _)| package) }));
        }
        Rc::new(Self { name: name.into(), is_package, ast, native, globals: RefCell::new(globals), stars: RefCell::default(), demand })
    }

    /// A module that is run whole.
    pub(super) fn whole(name: &str, is_package: bool, ast: Ast) -> Rc<Self> {
        Self::new(name, is_package, Some(ast), None, None)
    }

    /// A module that is evaluated on demand.
    pub(super) fn on_demand(name: &str, is_package: bool, ast: Ast, index: Rc<Index>) -> Rc<Self> {
        let states = vec![Progress::Idle; ast.module.body.len()];
        let demand = Demand {
            index,
            states: RefCell::new(states),
            settled: RefCell::default(),
            history: RefCell::default(),
            cursor: Cell::new(usize::MAX),
        };
        Self::new(name, is_package, Some(ast), None, Some(demand))
    }

    /// A module that Aludel implements.
    pub(super) fn native(native: &'static NativeModule) -> Rc<Self> {
        Self::new(native.name, true, None, Some(native), None)
    }

    /// A package that has no file of its own.
    pub(super) fn namespace(name: &str) -> Rc<Self> {
        Self::new(name, true, None, None, None)
    }

    /// The file it was read from.
    pub fn ast(&self) -> Option<&Ast> {
        self.ast.as_ref()
    }

    /// The value of a global that is bound already; nothing is evaluated.
    pub fn bound(&self, name: &str) -> Option<Value> {
        self.globals.borrow().get(name).cloned()
    }

    pub(super) fn set(&self, name: &str, value: Value) {
        self.globals.borrow_mut().set(name, value);
    }

    /// Unbinds a global; whether it was bound.
    pub(super) fn unset(&self, name: &str) -> bool {
        self.globals.borrow_mut().remove(name).is_some()
    }

    /// Its globals as a dictionary.
    pub(super) fn dict(&self) -> Value {
        self.globals.borrow().to_dict()
    }

    /// Lets go of its globals, which hold functions that hold the module.
    pub fn release(&self) {
        self.globals.borrow_mut().clear();
        self.stars.borrow_mut().clear();
    }
}

impl std::fmt::Debug for Module {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Module({})", self.name)
    }
}
