//! The machine: what lasts from one call into the evaluator to the next.
//!
//! Its methods are spread over the evaluator's files by what they do: [`call`](super::call), [`expr`](super::expr),
//! [`stmt`](super::stmt), [`operate`](super::operate), [`modules`](super::modules).

use std::cell::RefCell;
use std::rc::Rc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::class::{Class, Instance};
use super::exception::{Evaluated, Exception, Unwind};
use super::modules::index::Index;
use super::natives;
use super::value::{Library, Value};
use crate::diag::{Code, Diagnostic};
use crate::source::{SourceId, Span};

/// How far an evaluation may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Statements, calls and turns of loops of one evaluation.
    pub steps: u64,
    /// Turns of one loop.
    pub turns: u64,
    /// Python calls within each other.
    pub calls: usize,
    /// Expressions and statements within each other, calls included: what the native stack has to hold.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { steps: 20_000_000, turns: 1_000_000, calls: 1_000, depth: 12_000 }
    }
}

/// Whether an exception raised now would be caught by the program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Caught {
    No,
    /// By the `try` or `suppress` at the place, in the function of the name (`<module>` at top level).
    Yes {
        function: Rc<str>,
        place: Span,
    },
    /// A handler names what is not known.
    Perhaps {
        place: Span,
    },
}

/// A `try` or `suppress` under way.
#[derive(Clone, Debug)]
pub(super) struct Handler {
    /// What its `except` clauses name; nothing for a bare `except`.
    pub classes: Vec<Option<Value>>,
    pub function: Rc<str>,
    pub place: Span,
}

/// The evaluator's state. It holds no host: whoever calls into it passes one.
pub struct Vm {
    pub(super) limits: Limits,
    steps: u64,
    depth: usize,
    pub(super) calls: Vec<Span>,
    /// Names of the functions that the calls in `calls` run.
    pub(super) functions: Vec<Rc<str>>,
    pub(super) handlers: Vec<Handler>,
    /// The exceptions that `except` blocks under way handle, innermost last.
    pub(super) handling: Vec<Exception>,
    pub(super) modules: FxHashMap<Rc<str>, Value>,
    /// The names of the modules in the order in which they were loaded.
    pub(super) loaded: Vec<Rc<str>>,
    pub(super) indices: FxHashMap<SourceId, Rc<Index>>,
    names: FxHashSet<Rc<str>>,
    /// Modules whose registrations have been made.
    pub(super) registered: FxHashSet<Rc<str>>,
    pub(super) builtins: FxHashMap<&'static str, Value>,
    exceptions: FxHashMap<&'static str, Rc<Class>>,
    passed_over: RefCell<Vec<Span>>,
    /// Paths that the program has opened for writing.
    pub(super) written_files: FxHashSet<String>,
    /// Present while what fails is passed.
    pub(super) salvage: Option<Box<super::salvage::Salvage>>,
}

impl Vm {
    /// A machine that has evaluated nothing.
    pub fn new(limits: Limits) -> Self {
        let exceptions = natives::exceptions::classes();
        let mut builtins = natives::builtins::names();
        builtins.extend(exceptions.iter().map(|(name, class)| (*name, Value::Class(Rc::clone(class)))));
        Self {
            limits,
            steps: 0,
            depth: 0,
            calls: Vec::new(),
            functions: Vec::new(),
            handlers: Vec::new(),
            handling: Vec::new(),
            modules: FxHashMap::default(),
            loaded: Vec::new(),
            indices: FxHashMap::default(),
            names: FxHashSet::default(),
            registered: FxHashSet::default(),
            builtins,
            exceptions,
            passed_over: RefCell::default(),
            written_files: FxHashSet::default(),
            salvage: None,
        }
    }

    /// A builtin exception, raised: `vm.raise("ValueError", "…", span)`.
    pub fn raise(&mut self, class: &str, message: impl Into<String>, span: Span) -> Unwind {
        match self.builtin_exception(class) {
            Some(class) => self.raise_class(&class, vec![Value::str(message.into())], span),
            None => Diagnostic::bug(span, format!("there is no builtin exception `{class}`")).into(),
        }
    }

    /// A builtin exception with these constructor arguments, raised.
    pub fn raise_builtin(&mut self, class: &str, args: Vec<Value>, span: Span) -> Unwind {
        match self.builtin_exception(class) {
            Some(class) => self.raise_class(&class, args, span),
            None => Diagnostic::bug(span, format!("there is no builtin exception `{class}`")).into(),
        }
    }

    /// A builtin exception without a message, raised.
    pub(super) fn raise_empty(&mut self, class: &str, span: Span) -> Unwind {
        self.raise_builtin(class, Vec::new(), span)
    }

    /// An exception of the class with these constructor arguments, raised.
    pub fn raise_class(&mut self, class: &Rc<Class>, args: Vec<Value>, span: Span) -> Unwind {
        let instance = Instance::new(class, span);
        instance.attributes.borrow_mut().set("args", Value::tuple(args));
        Unwind::Raise(Exception::new(instance, span))
    }

    /// A new exception class, so that a host can make library exceptions real Python classes.
    pub fn exception_class(&mut self, module: &str, name: &str, bases: &[Rc<Class>]) -> Rc<Class> {
        Class::plain(module, name, bases.iter().cloned().map(Value::Class).collect())
    }

    /// A builtin exception class by name.
    pub fn builtin_exception(&self, name: &str) -> Option<Rc<Class>> {
        self.exceptions.get(name).cloned()
    }

    /// Whether a `try` with handlers is under way, so that anything could be caught at all.
    pub fn has_handlers(&self) -> bool {
        !self.handlers.is_empty()
    }

    /// Whether an exception that is one of these classes, raised now, would be caught, and by which function.
    pub fn would_catch(&self, classes: &[Rc<Class>]) -> Caught {
        for handler in self.handlers.iter().rev() {
            for class in &handler.classes {
                match class {
                    None => return caught_by(handler),
                    Some(Value::Class(of)) if classes.iter().any(|class| class.is_subclass(of)) => return caught_by(handler),
                    Some(Value::Class(_)) => {}
                    Some(_) => return Caught::Perhaps { place: handler.place },
                }
            }
        }
        Caught::No
    }

    /// The places of the calls that are under way, outermost first.
    pub fn call_places(&self) -> &[Span] {
        &self.calls
    }

    /// Steps taken so far.
    pub fn steps(&self) -> u64 {
        self.steps
    }

    /// Starts a new count of steps.
    pub fn reset_steps(&mut self) {
        self.steps = 0;
    }

    /// Forgets which files were opened for writing: another program begins.
    pub fn forget_written_files(&mut self) {
        self.written_files.clear();
    }

    /// The modules that were loaded, in order.
    pub fn loaded(&self) -> &[Rc<str>] {
        &self.loaded
    }

    /// Forgets every project module, so that what follows sees them as nobody has changed them.
    ///
    /// Functions that were taken from them must not be called afterwards: their globals are gone.
    pub fn forget_modules(&mut self) {
        self.loaded.clear();
        self.modules.retain(|_, module| match module {
            Value::Module(module) if module.native.is_none() => {
                module.release();
                false
            }
            Value::Module(_) => true,
            _ => false,
        });
    }

    /// The places of harmless calls of unknown functions that were passed over.
    pub fn passed_over(&self) -> Vec<Span> {
        self.passed_over.borrow().clone()
    }

    pub(super) fn pass_over(&self, span: Span) {
        let mut places = self.passed_over.borrow_mut();
        if !places.contains(&span) {
            places.push(span);
        }
    }

    /// Takes one step of the budget.
    pub(super) fn step(&mut self, span: Span) -> Result<(), Unwind> {
        self.steps += 1;
        if self.steps <= self.limits.steps {
            return Ok(());
        }
        Err(Diagnostic::error(Code::StepBudget, format!("the evaluation has taken {} steps and goes on", self.limits.steps))
            .label(span, "it is here when the budget runs out")
            .help("a loop that never ends is the usual cause")
            .into())
    }

    /// Goes one level deeper on the native stack; every `enter` that succeeds is followed by a `leave`.
    pub(super) fn enter(&mut self, span: Span) -> Result<(), Unwind> {
        if self.depth >= self.limits.depth {
            return Err(too_deep(span));
        }
        self.depth += 1;
        Ok(())
    }

    pub(super) fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Begins a call of a Python function.
    pub(super) fn begin_call(&mut self, name: &Rc<str>, span: Span) -> Result<(), Unwind> {
        self.step(span)?;
        if self.calls.len() >= self.limits.calls {
            return Err(too_deep(span));
        }
        self.calls.push(span);
        self.functions.push(Rc::clone(name));
        Ok(())
    }

    pub(super) fn end_call(&mut self) {
        self.calls.pop();
        self.functions.pop();
    }

    /// The name of the function that runs.
    pub(super) fn current_function(&self) -> Rc<str> {
        self.functions.last().cloned().unwrap_or_else(|| "<module>".into())
    }

    /// The one shared text of a name.
    pub(super) fn intern(&mut self, name: &str) -> Rc<str> {
        if let Some(shared) = self.names.get(name) {
            return Rc::clone(shared);
        }
        let shared: Rc<str> = name.into();
        self.names.insert(Rc::clone(&shared));
        shared
    }

    /// What a host's answer is worth.
    pub(super) fn outcome(outcome: super::host::Outcome) -> Evaluated {
        match outcome {
            super::host::Outcome::Value(value) => Ok(value),
            super::host::Outcome::Raise(exception) => Err(Unwind::Raise(exception)),
            super::host::Outcome::Refused(diagnostic) => Err(Unwind::Stop(diagnostic)),
        }
    }

    /// The library part of an instance, if it has one.
    pub(super) fn library_part(value: &Value) -> Option<Rc<Library>> {
        match value {
            Value::Library(library) => Some(Rc::clone(library)),
            Value::Instance(instance) => instance.library.borrow().clone(),
            _ => None,
        }
    }
}

fn caught_by(handler: &Handler) -> Caught {
    Caught::Yes { function: Rc::clone(&handler.function), place: handler.place }
}

fn too_deep(span: Span) -> Unwind {
    Diagnostic::error(Code::RecursionLimit, "calls are nested too deeply")
        .label(span, "this call is one too many")
        .help("Python stops at 1000 calls within each other too; a function that calls itself without end is the usual cause")
        .into()
}
