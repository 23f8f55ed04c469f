//! Values that are not known: how they absorb what is done to them, and where they become errors.

use std::fmt::Display;
use std::rc::Rc;

use super::exception::{Evaluated, Unwind};
use super::host::{Args, Host};
use super::salvage::Lost;
use super::value::{Live, Origin, Unknown, Value};
use super::vm::Vm;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

impl Value {
    /// Whether the value is unknown or live.
    pub fn is_uncertain(&self) -> bool {
        matches!(self, Self::Unknown(_) | Self::Live(_))
    }
}

impl Live {
    /// What the host keeps of it, if nothing was done to it since but that `steps` more were taken.
    pub fn kept(&self, steps: usize) -> Option<&Rc<dyn std::any::Any>> {
        self.kept.as_ref().filter(|kept| kept.steps + steps == self.steps.len()).map(|kept| &kept.body)
    }

    /// The value with what the host keeps of it from now on.
    pub fn keeping(&self, body: Rc<dyn std::any::Any>) -> Value {
        let kept = super::value::Kept { steps: self.steps.len(), body };
        Value::Live(Rc::new(Live { kept: Some(kept), ..self.clone() }))
    }

    /// The value after one more thing was done to it.
    pub fn then(&self, step: impl Into<String>) -> Value {
        let mut next = self.clone();
        next.steps.push(step.into());
        Value::Live(Rc::new(next))
    }
}

/// What an operation on these values is worth where one of them is not known: unknown before live.
pub(super) fn absorb<'v>(values: impl IntoIterator<Item = &'v Value>) -> Option<Value> {
    let mut live = None;
    for value in values {
        match value {
            Value::Unknown(_) => return Some(value.clone()),
            Value::Live(_) => live = Some(value),
            _ => {}
        }
    }
    live.cloned()
}

/// The error for a value that is unknown or live where it is needed; nothing where it is known.
///
/// `needed` names what is missing, like "the name of a table".
pub(super) fn sink(value: &Value, needed: impl Display, span: Span) -> Option<Diagnostic> {
    match value {
        Value::Unknown(unknown) => Some(unknown_sink(unknown, needed, span)),
        Value::Live(live) => Some(
            Diagnostic::error(Code::LiveValue, format!("{needed} depends on what the database holds"))
                .label(span, "needed here")
                .label(live.place, format!("comes from the result of this query{}", steps(live)))
                .help("Aludel compiles without a database; write the value out, or say it in SQL"),
        ),
        _ => None,
    }
}

fn unknown_sink(unknown: &Unknown, needed: impl Display, span: Span) -> Diagnostic {
    let diagnostic = Diagnostic::error(Code::UnknownValue, format!("{needed} is not known at compile time"));
    let diagnostic = if unknown.place == span {
        diagnostic.label(span, unknown.reason.to_string())
    } else {
        diagnostic.label(span, "needed here").label(unknown.place, unknown.reason.to_string())
    };
    diagnostic.help("write the value out, or make what it comes from readable with `--sys-path`")
}

fn steps(live: &Live) -> String {
    if live.steps.is_empty() { String::new() } else { format!(": `{}`", live.steps.concat()) }
}

impl Vm {
    /// The error for a value that is unknown or live where it is needed; nothing where it is known.
    ///
    /// `needed` names what is missing, like "the name of a table".
    pub fn sink(&self, value: &Value, needed: impl Display, span: Span) -> Option<Diagnostic> {
        sink(value, needed, span)
    }

    /// Fails where the value is unknown or live.
    pub(super) fn need(&self, value: &Value, needed: &str, span: Span) -> Evaluated<()> {
        sink(value, needed, span).map_or(Ok(()), |diagnostic| Err(diagnostic.into()))
    }

    /// The call of an unknown value: harmless ones are passed over, others are errors, since they may emit operations.
    pub(super) fn call_unknown(&mut self, host: &mut dyn Host, unknown: &Rc<Unknown>, args: &Args, span: Span) -> Evaluated {
        if !host.emits() {
            if args.all().any(|(_, argument)| reaches_database(host, &argument.value, 0)) {
                // as a function that executes what it likes
                host.lost(&Lost { place: span, texts: vec!["execute()".into()], objects: Vec::new(), anything: true });
            }
            return Ok(Value::Unknown(Rc::clone(unknown)));
        }
        if self.is_salvaging() && args.all().any(|(_, argument)| reaches_database(host, &argument.value, 0)) {
            host.lost(&Lost { place: span, texts: Vec::new(), objects: Vec::new(), anything: true });
        }
        if unknown.origin == Origin::Project && !host.loads() {
            return Err(unknown_call(unknown, span, "what this calls is not known, and it may emit operations"));
        }
        for (_, argument) in args.all() {
            if reaches_database(host, &argument.value, 0) {
                return Err(unknown_call(unknown, span, "what this calls is not known, and it is handed something of the database"));
            }
            if runs_program(&argument.value) {
                return Err(unknown_call(unknown, span, "what this calls is not known, and it is handed a function of the project"));
            }
        }
        self.pass_over(span);
        Ok(Value::Unknown(Rc::clone(unknown)))
    }

    /// What an unknown decorator makes of a function or class: unknown, and never harmless to call.
    pub(super) fn decorated_unknown(unknown: &Unknown, name: &str, span: Span) -> Value {
        let reason = format!("`{name}` is wrapped by a decorator that is not known: {}", unknown.reason);
        Value::unknown(if unknown.place.is_nowhere() { span } else { unknown.place }, reason, Origin::Project)
    }
}

fn unknown_call(unknown: &Unknown, span: Span, message: &str) -> Unwind {
    Diagnostic::error(Code::UnknownCall, message)
        .label(span, "called here")
        .label(unknown.place, unknown.reason.to_string())
        .help("make the module readable with `--sys-path`, or let hand-written SQL stand in for this revision")
        .into()
}

/// Whether a value is, or holds, something that can reach the database.
fn reaches_database(host: &mut dyn Host, value: &Value, depth: usize) -> bool {
    if depth > 4 {
        return false;
    }
    match value {
        Value::Library(_) => host.touches_database(value),
        Value::Instance(instance) => {
            let library = instance.library.borrow().clone();
            library.is_some_and(|library| host.touches_database(&Value::Library(library)))
                || instance.attributes.borrow().iter().any(|(_, value)| reaches_database(host, value, depth + 1))
        }
        Value::Tuple(items) => items.iter().any(|item| reaches_database(host, item, depth + 1)),
        Value::List(items) => items.borrow().iter().any(|item| reaches_database(host, item, depth + 1)),
        Value::Dict(dict) => dict.borrow().iter().any(|(_, item)| reaches_database(host, item, depth + 1)),
        Value::Method(method) => reaches_database(host, &method.receiver, depth + 1),
        _ => false,
    }
}

fn runs_program(value: &Value) -> bool {
    match value {
        Value::Function(_) | Value::Method(_) => true,
        Value::Generator(generator) => generator.is_program(),
        _ => false,
    }
}
