//! Exceptions, and the two ways in which an evaluation ends early.

use std::rc::Rc;

use super::class::Instance;
use super::operate::text::{plain_number, quoted};
use super::value::Value;
use crate::diag::Diagnostic;
use crate::source::Span;

/// A Python exception on its way up.
#[derive(Clone, Debug)]
pub struct Exception {
    /// The exception object; its class is a real [`Class`](super::class::Class).
    pub instance: Rc<Instance>,
    /// Where it was raised.
    pub place: Span,
    /// The calls it has passed on its way, innermost first.
    pub trace: Vec<Span>,
}

impl Exception {
    /// An exception raised at `place`.
    pub fn new(instance: Rc<Instance>, place: Span) -> Self {
        Self { instance, place, trace: Vec::new() }
    }

    /// The name of its class, like `ValueError`.
    pub fn class_name(&self) -> &str {
        &self.instance.class.name
    }

    /// What `str()` of the exception gives where its class does not say it in a way of its own.
    pub fn message(&self) -> String {
        let Some(Value::Tuple(args)) = self.instance.attribute("args") else { return String::new() };
        let shown = |value: &Value| match value {
            Value::Str(text) => quoted(text),
            other => plain_number(other).unwrap_or_else(|| "…".into()),
        };
        match &*args {
            [] => String::new(),
            [Value::Str(text)] if self.class_name() != "KeyError" => text.to_string(),
            [one] => shown(one),
            several => format!("({})", several.iter().map(shown).collect::<Vec<_>>().join(", ")),
        }
    }
}

/// Why an evaluation ended early.
#[derive(Clone, Debug)]
pub enum Unwind {
    /// A Python exception, which a `try` of the program may catch.
    Raise(Exception),
    /// An error of the compilation, which nothing in the program catches.
    Stop(Box<Diagnostic>),
}

impl Unwind {
    /// Where it came up.
    pub fn place(&self) -> Span {
        match self {
            Self::Stop(problem) => problem.labels.first().map_or(Span::NOWHERE, |label| label.span),
            Self::Raise(exception) => exception.place,
        }
    }
}

impl From<Diagnostic> for Unwind {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::Stop(Box::new(diagnostic))
    }
}

/// What an evaluation gives.
pub type Evaluated<T = Value> = Result<T, Unwind>;

/// Whether it is a `GeneratorExit`, with which a loop that ends early closes its generator.
pub(super) fn is_exit(unwind: &Unwind) -> bool {
    matches!(unwind, Unwind::Raise(exception) if exception.class_name() == "GeneratorExit")
}
