//! The machine: what lasts from one call into the evaluator to the next.

use std::rc::Rc;

use super::class::Class;
use super::exception::Unwind;
use super::host::{Args, Host};
use super::module::Module;
use super::value::Value;
use crate::diag::Diagnostic;
use crate::python::Ast;
use crate::source::Span;

/// How far an evaluation may go.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Statements and calls of one evaluation.
    pub steps: u64,
    /// Turns of one loop.
    pub turns: u64,
    /// Python calls within each other.
    pub calls: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { steps: 20_000_000, turns: 1_000_000, calls: 1_000 }
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

/// The evaluator's state. It holds no host: whoever calls into it passes one.
pub struct Vm {
    limits: Limits,
    steps: u64,
    calls: Vec<Span>,
}

fn missing(span: Span) -> Unwind {
    Diagnostic::bug(span, "the evaluator is not built yet").into()
}

#[allow(unused_variables, clippy::unused_self, clippy::needless_pass_by_ref_mut)]
impl Vm {
    /// A machine that has evaluated nothing.
    pub fn new(limits: Limits) -> Self {
        Self { limits, steps: 0, calls: Vec::new() }
    }

    /// Runs a file whole, top to bottom, and gives its module.
    pub fn run_module(&mut self, host: &mut dyn Host, ast: &Ast, name: &str, is_package: bool) -> Result<Rc<Module>, Unwind> {
        Err(missing(Span::NOWHERE))
    }

    /// A global of a module; a module that is evaluated on demand evaluates what binds it.
    pub fn module_attr(&mut self, host: &mut dyn Host, module: &Rc<Module>, name: &str, span: Span) -> Result<Option<Value>, Unwind> {
        Err(missing(span))
    }

    /// Imports a module by its absolute dotted name, as `import a.b` followed by `a.b` would.
    pub fn import(&mut self, host: &mut dyn Host, name: &str, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `function(*args)`.
    pub fn call(&mut self, host: &mut dyn Host, function: &Value, args: Args, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `value.name(*args)`.
    pub fn call_method(&mut self, host: &mut dyn Host, value: &Value, name: &str, args: Args, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `value.name`; raises `AttributeError`.
    pub fn get_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `value.name`, nothing where that raises `AttributeError`.
    pub fn try_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, span: Span) -> Result<Option<Value>, Unwind> {
        Err(missing(span))
    }

    /// `value.name = new`.
    pub fn set_attr(&mut self, host: &mut dyn Host, value: &Value, name: &str, new: Value, span: Span) -> Result<(), Unwind> {
        Err(missing(span))
    }

    /// `value[key]`.
    pub fn get_item(&mut self, host: &mut dyn Host, value: &Value, key: &Value, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `value[key] = new`.
    pub fn set_item(&mut self, host: &mut dyn Host, value: &Value, key: &Value, new: Value, span: Span) -> Result<(), Unwind> {
        Err(missing(span))
    }

    /// All items of an iterable, in order; an error where it is unknown or live.
    pub fn iterate(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Result<Vec<Value>, Unwind> {
        Err(missing(span))
    }

    /// Whether the value counts as true; an error where it is unknown or live.
    pub fn truth(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Result<bool, Unwind> {
        Err(missing(span))
    }

    /// `str(value)`: a `Str`, or what makes it unknown or live.
    pub fn text(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `repr(value)`: a `Str`, or what makes it unknown or live.
    pub fn repr(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `format(value, spec)`: a `Str`, or what makes it unknown or live.
    pub fn format(&mut self, host: &mut dyn Host, value: &Value, spec: &str, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `left op right` for an arithmetic, bitwise or comparison operator, or `in`; may be unknown, live or a library object.
    pub fn binary(&mut self, host: &mut dyn Host, op: &'static str, left: &Value, right: &Value, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// `left == right`, decided; an error where that is unknown or live.
    pub fn equal(&mut self, host: &mut dyn Host, left: &Value, right: &Value, span: Span) -> Result<bool, Unwind> {
        Err(missing(span))
    }

    /// `isinstance(value, class)` where `class` may be a tuple; unknown where a side is.
    pub fn is_instance(&mut self, host: &mut dyn Host, value: &Value, class: &Value, span: Span) -> Result<Value, Unwind> {
        Err(missing(span))
    }

    /// A builtin exception, raised: `vm.raise("ValueError", "…", span)`.
    pub fn raise(&mut self, class: &str, message: impl Into<String>, span: Span) -> Unwind {
        missing(span)
    }

    /// An exception of the class with these constructor arguments, raised.
    pub fn raise_class(&mut self, class: &Rc<Class>, args: Vec<Value>, span: Span) -> Unwind {
        missing(span)
    }

    /// A new exception class, so that a host can make library exceptions real Python classes.
    pub fn exception_class(&mut self, module: &str, name: &str, bases: &[Rc<Class>]) -> Rc<Class> {
        self.builtin_exception(name).unwrap_or_else(|| {
            Rc::new(Class {
                name: name.into(),
                module: module.into(),
                bases: bases.iter().cloned().map(Value::Class).collect(),
                mro: std::cell::OnceCell::new(),
                namespace: Default::default(),
                annotations: Default::default(),
                place: Span::NOWHERE,
                hooks: Default::default(),
                members: Default::default(),
                library: Default::default(),
            })
        })
    }

    /// A builtin exception class by name.
    pub fn builtin_exception(&self, name: &str) -> Option<Rc<Class>> {
        None
    }

    /// Whether an exception that is one of these classes, raised now, would be caught, and by which function.
    pub fn would_catch(&self, classes: &[Rc<Class>]) -> Caught {
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

    /// Forgets every project module, so that what follows sees them as nobody has changed them.
    pub fn forget_modules(&mut self) {}

    /// Evaluates what is left of a module that was evaluated on demand: every class and statement of it.
    pub fn complete(&mut self, host: &mut dyn Host, module: &Rc<Module>) -> Result<(), Unwind> {
        Err(missing(Span::NOWHERE))
    }

    /// The error for a value that is unknown or live where it is needed; nothing where it is known.
    ///
    /// `needed` completes "… is needed", like "the name of a table".
    pub fn sink(&self, value: &Value, needed: &str, span: Span) -> Option<Diagnostic> {
        None
    }
}
