//! Going on past what can't be followed, to learn what the rest of a program does to the database.
//!
//! A program that was refused is run once more in this way. A piece that fails is told to the host
//! ([`Host::lost`](super::Host::lost)), and what it would have bound is unknown. Where what decides is not known, each way is
//! run from the same state of the world ([`Host::state`](super::Host::state)), and the host goes on from what is sure after all
//! of them ([`Host::merge`](super::Host::merge)). Nothing that is written on the way is of use, only the state that is left.

mod comprehension;
mod names;
mod ways;

use std::any::Any;
use std::rc::Rc;

use ruff_python_ast::name::Name;
use ruff_python_ast::{Expr, ExprCall, Stmt};

use super::exception::{Evaluated, Unwind, is_exit};
use super::frame::{Flow, Frame};
use super::function::Function;
use super::host::Host;
use super::module::Module;
use super::value::{Origin, Value};
use super::vm::Vm;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;
use names::Names;

/// What a program has done to the world outside of Python so far, as the host keeps it.
pub type State = Rc<dyn Any>;

/// A piece of a program that could not be followed.
#[derive(Debug)]
pub struct Lost {
    /// Where it failed.
    pub place: Span,
    /// Its text, and the texts that it may use: those of functions and strings that it names.
    pub texts: Vec<Rc<str>>,
    /// The library objects that it names.
    pub objects: Vec<Value>,
    /// Whether it was handed the database itself, and so may have done anything.
    pub anything: bool,
}

/// Modules whose objects are the same whatever is called on them: loggers, patterns, moments, paths.
const LASTING: [&str; 6] = ["logging", "re", "datetime", "decimal", "pathlib", "uuid"];

/// How deep texts and values are looked for in what a lost piece names.
const DEPTH: usize = 4;

/// What is kept while a program is salvaged.
#[derive(Default)]
pub(super) struct Salvage {
    /// Whether a limit was passed, so that nothing can be said.
    given_up: bool,
    /// Pieces lost so far.
    losses: usize,
    /// Where the program itself raised last.
    raised: Option<Span>,
    /// Whether the program's files are being loaded. They surely load where they are used: what raises then is not what happens.
    loading: bool,
    /// The states in which ways left the functions under way, innermost last.
    returns: Vec<Vec<State>>,
    /// The states in which ways left the loops under way.
    breaks: Vec<Vec<State>>,
    /// The states in which ways went on to the next turn.
    continues: Vec<Vec<State>>,
    /// The states in which ways raised within the `try` statements under way.
    thrown: Vec<Vec<State>>,
    /// How many loops are under way of which it is not known how often they turn.
    turning: usize,
    /// How many ways and turns are under way of which it is not known whether they are taken.
    undecided: usize,
    /// The functions under way, innermost last, each with what was undecided when it began.
    running: Vec<(Rc<Function>, usize)>,
}

impl Vm {
    /// Begins to go past what can't be followed.
    pub fn begin_salvage(&mut self) {
        self.salvage = Some(Box::default());
    }

    /// Says whether the program's files are being loaded.
    pub fn salvage_loads(&mut self, loading: bool) {
        self.salvage.iter_mut().for_each(|salvage| salvage.loading = loading);
    }

    /// Goes past nothing any more; gives whether it never had to give up.
    pub fn end_salvage(&mut self) -> bool {
        self.salvage.take().is_some_and(|salvage| !salvage.given_up)
    }

    /// Whether the program is run to learn what it does, so that failures are passed.
    pub fn is_salvaging(&self) -> bool {
        self.salvage.is_some()
    }

    /// Whether a failure is one to go past: not where a limit is reached, nor where the program itself ends here.
    pub(super) fn goes_past(&mut self, unwind: &Unwind) -> bool {
        let caught = !self.handlers.is_empty();
        let Some(salvage) = &mut self.salvage else { return false };
        match unwind {
            Unwind::Stop(problem) if matches!(problem.code, Code::StepBudget | Code::RecursionLimit | Code::Bug) => {
                salvage.given_up = true;
                false
            }
            Unwind::Stop(_) => !salvage.given_up,
            Unwind::Raise(exception) => !caught && (salvage.loading || salvage.raised != Some(exception.place) && !is_exit(unwind)),
        }
    }

    /// Fails where a function calls itself on a way of which it is not known whether it is taken: that would never end, and doubles
    /// with each such way. What it does is being gone through already.
    pub(super) fn check_return(&self, function: &Rc<Function>, span: Span) -> Result<(), Unwind> {
        let Some(salvage) = &self.salvage else { return Ok(()) };
        let again = |(running, undecided): &(Rc<Function>, usize)| Rc::ptr_eq(running, function) && *undecided < salvage.undecided;
        if salvage.running.iter().any(again) {
            return Err(Diagnostic::error(Code::UnknownCall, "how often this function calls itself is not known")
                .label(span, "here")
                .into());
        }
        Ok(())
    }

    /// Notes that the program raised by itself.
    pub(super) fn note_raise(&mut self, unwind: &Unwind) {
        if let (Some(salvage), Unwind::Raise(exception)) = (&mut self.salvage, unwind) {
            salvage.raised = Some(exception.place);
        }
    }

    /// What a statement that failed comes to: what it would have bound is unknown.
    pub(super) fn past_statement(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        statement: &Stmt,
        unwind: Unwind,
    ) -> Evaluated<Flow> {
        if matches!(statement, Stmt::Raise(_)) && matches!(unwind, Unwind::Raise(_)) || !self.goes_past(&unwind) {
            return Err(unwind);
        }
        let names = Names::of_statement(statement);
        let place = unwind.place();
        if let Stmt::Assert(_) = statement {
            // A check that holds in every run that comes to its end.
            self.salvage.iter_mut().for_each(|salvage| salvage.losses += 1);
            return Ok(Flow::Next);
        }
        self.lose(host, frame, &names, place);
        self.forget(frame, &names, place);
        Ok(match statement {
            Stmt::Return(_) => Flow::Return(undecided(place)),
            _ => Flow::Next,
        })
    }

    /// What a call that failed is worth.
    pub(super) fn past_call(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, call: &ExprCall, stop: Unwind) -> Evaluated {
        if !self.goes_past(&stop) {
            return Err(stop);
        }
        let (names, place) = (Names::of_call(call), stop.place());
        self.lose(host, frame, &names, place);
        self.forget(frame, &names, place);
        Ok(undecided(place))
    }

    /// Evaluates what decides how a statement goes on; unknown where it fails.
    pub(super) fn head(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, expr: &Expr) -> Evaluated {
        match self.gone_through(host, frame, expr) {
            Err(unwind) if self.goes_past(&unwind) => {
                let place = unwind.place();
                self.lose(host, frame, &Names::of_expr(expr), place);
                Ok(undecided(place))
            }
            result => result,
        }
    }

    /// Whether something holds, where that is known.
    pub(super) fn decided(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Option<bool>> {
        if value.is_uncertain() {
            return Ok(None);
        }
        match self.truth(host, value, span) {
            Ok(answer) => Ok(Some(answer)),
            Err(unwind) if self.goes_past(&unwind) => Ok(None),
            Err(unwind) => Err(unwind),
        }
    }

    /// Tells the host of a piece that could not be followed.
    fn lose(&mut self, host: &mut dyn Host, frame: &Frame<'_>, names: &Names, place: Span) {
        if let Some(salvage) = &mut self.salvage {
            salvage.losses += 1;
        }
        if !names.loaded.iter().any(|name| may_change_database(host, frame, name)) {
            return;
        }
        let mut found = Found { lost: Lost { place, texts: Vec::new(), objects: Vec::new(), anything: false }, seen: Vec::new() };
        found.text(frame.ast.source.text.get(std::ops::Range::<usize>::from(names.range)));
        for name in &names.loaded {
            if let Some(value) = seen_from(frame, name) {
                found.value(&value, DEPTH);
            }
        }
        host.lost(&found.lost);
    }

    /// Makes unknown what a piece would have bound or changed.
    fn forget(&mut self, frame: &mut Frame<'_>, names: &Names, place: Span) {
        let changed: Vec<&Name> = names.changed.iter().filter(|name| is_changeable(frame, name)).collect();
        for name in names.bound.iter().chain(changed) {
            self.bind(frame, name, undecided(place));
        }
    }

    fn losses(&self) -> usize {
        self.salvage.as_ref().map_or(0, |salvage| salvage.losses)
    }
}

/// Texts and objects found on the way through what is named.
struct Found {
    lost: Lost,
    seen: Vec<usize>,
}

impl Found {
    fn text(&mut self, text: Option<&str>) {
        self.lost.texts.extend(text.map(Rc::from));
    }

    fn value(&mut self, value: &Value, depth: usize) {
        let identity = value.identity();
        if depth == 0 || (identity != 0 && self.seen.contains(&identity)) {
            return;
        }
        self.seen.push(identity);
        match value {
            Value::Str(text) => self.lost.texts.push(Rc::clone(text)),
            Value::Tuple(items) => items.iter().for_each(|item| self.value(item, depth - 1)),
            Value::List(items) => items.borrow().iter().for_each(|item| self.value(item, depth - 1)),
            Value::Set(items) => items.borrow().iter().for_each(|item| self.value(item, depth - 1)),
            Value::Dict(dict) => dict.borrow().iter().for_each(|(key, item)| {
                self.value(key, depth - 1);
                self.value(item, depth - 1);
            }),
            Value::Function(function) => self.function(function, depth),
            Value::Method(method) => self.value(&method.function, depth),
            Value::Library(_) => self.lost.objects.push(value.clone()),
            Value::Instance(instance) => {
                instance.attributes.borrow().iter().for_each(|(_, item)| self.value(item, depth - 1));
                self.class(&Value::Class(Rc::clone(&instance.class)), depth);
            }
            Value::Class(_) => self.class(value, depth),
            _ => {}
        }
    }

    /// A function that may run: its text, and what that names.
    fn function(&mut self, function: &Rc<Function>, depth: usize) {
        self.text(function.ast.source.text.get(std::ops::Range::<usize>::from(function.range)));
        let names = Names::of_function(&function.ast, function.range);
        for name in &names.loaded {
            if let Some(value) = bound_in(&function.module, name) {
                self.value(&value, depth - 1);
            }
        }
    }

    fn class(&mut self, class: &Value, depth: usize) {
        let Value::Class(class) = class else { return };
        class.namespace.borrow().iter().for_each(|(_, item)| self.value(item, depth - 1));
    }
}

/// Whether a piece that names something could have done anything to the database by it. What only makes expressions can't.
fn may_change_database(host: &mut dyn Host, frame: &Frame<'_>, name: &str) -> bool {
    match seen_from(frame, name) {
        None => matches!(name, "exec" | "eval" | "__import__" | "globals" | "locals" | "vars"),
        Some(value @ Value::Library(_)) => host.touches_database(&value),
        Some(
            Value::Function(_)
            | Value::Method(_)
            | Value::Class(_)
            | Value::Instance(_)
            | Value::Module(_)
            | Value::Generator(_)
            | Value::Descriptor(_)
            | Value::Super(_)
            | Value::Unknown(_)
            | Value::Object(_),
        ) => true,
        Some(Value::Tuple(items)) => items.iter().any(is_no_text),
        Some(Value::List(items)) => items.borrow().iter().any(is_no_text),
        Some(Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_)) => true,
        Some(_) => false,
    }
}

fn is_no_text(value: &Value) -> bool {
    !matches!(value, Value::Str(_) | Value::Int(_) | Value::None)
}

/// The value of a name as a frame sees it, where it is bound already.
fn seen_from(frame: &Frame<'_>, name: &str) -> Option<Value> {
    let mut scope = frame.scope.as_ref();
    while let Some(inner) = scope {
        if let Some(value) = inner.own(name) {
            return Some(value);
        }
        scope = inner.parent.as_ref();
    }
    bound_in(frame.module, name)
}

fn bound_in(module: &Module, name: &str) -> Option<Value> {
    module.bound(name)
}

/// Whether a name stands for an object that the program can change in place.
fn is_changeable(frame: &Frame<'_>, name: &str) -> bool {
    match seen_from(frame, name) {
        Some(Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Instance(_)) => true,
        Some(Value::Object(object)) => !LASTING.contains(&object.ty.module),
        _ => false,
    }
}

/// What a value is where the way to it is not known.
pub(super) fn undecided(place: Span) -> Value {
    Value::unknown(place, "this depends on what can't be followed", Origin::Project)
}
