//! What a running piece of Python sees: its names, its file, and where its `yield` goes.

use std::rc::Rc;

use ruff_python_ast::name::Name;
use ruff_text_size::TextRange;

use super::class::Annotation;
use super::exception::Evaluated;
use super::function::{ClassCell, Function};
use super::host::Host;
use super::module::Module;
use super::scope::Scope;
use super::value::Value;
use super::vm::Vm;
use crate::python::Ast;
use crate::source::Span;

/// What takes the values that a generator yields, and gives what `yield` is worth.
pub(super) type Sink<'f> = dyn FnMut(&mut Vm, &mut dyn Host, Value) -> Evaluated + 'f;

/// What control flow does after a statement.
#[derive(Debug)]
pub(super) enum Flow {
    Next,
    Break,
    Continue,
    Return(Value),
}

/// Where a name that was declared `global` or `nonlocal` lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Declared {
    Global,
    Nonlocal,
}

/// One running module, function, class body or comprehension.
pub(super) struct Frame<'f> {
    pub module: &'f Rc<Module>,
    pub ast: &'f Ast,
    /// The names; nothing at the top level of a module.
    pub scope: Option<Rc<Scope>>,
    /// The scope of the function that runs, whose first name is what `super()` binds to.
    pub locals: Option<Rc<Scope>>,
    pub function: Option<&'f Rc<Function>>,
    /// The class whose methods are defined here.
    pub owner: Option<ClassCell>,
    pub declared: Vec<(Name, Declared)>,
    /// Where the annotated names of a class body go.
    pub annotations: Option<Vec<Annotation>>,
    pub sink: Option<&'f mut Sink<'f>>,
}

impl<'f> Frame<'f> {
    /// The top level of a module.
    pub fn top(module: &'f Rc<Module>, ast: &'f Ast) -> Self {
        Self { module, ast, scope: None, locals: None, function: None, owner: None, declared: Vec::new(), annotations: None, sink: None }
    }

    /// A frame within this one, with names of its own: a comprehension.
    pub fn within(&self, scope: Rc<Scope>) -> Frame<'_> {
        Frame {
            module: self.module,
            ast: self.ast,
            scope: Some(scope),
            locals: self.locals.clone(),
            function: self.function,
            owner: self.owner.clone(),
            declared: self.declared.clone(),
            annotations: None,
            sink: None,
        }
    }

    /// The place of a node.
    pub fn span(&self, range: TextRange) -> Span {
        Span { source: self.ast.source.id, start: range.start().to_u32(), end: range.end().to_u32() }
    }

    /// How the name was declared, if it was.
    pub fn declared(&self, name: &str) -> Option<Declared> {
        self.declared.iter().find(|(declared, _)| declared == name).map(|(_, how)| *how)
    }
}
