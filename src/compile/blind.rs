//! A step evaluated as Alembic does offline, where what a query gives is not known: statements give `None`, and nothing can be asked.
//!
//! Some revisions have a way on then: they catch what comes of it, or skip what they would have done. Alembic writes a script
//! without that, and never says so; here it is an error that names the way to such a script.

use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Unwind, Value, Vm};
use crate::ops::Thing;
use crate::source::Span;

/// What the connection of Alembic's offline mode has (`MockConnection`).
const ATTRIBUTES: &[&str] = &["execute", "connect", "execution_options", "schema_for_object", "dialect", "engine", "name", "__class__"];

/// The error with the option by which the script is written that goes on without a database.
pub(super) fn advised(mut problem: Diagnostic) -> Diagnostic {
    const OPTION: &str = "Alembic's script is without what hangs on this; for that one, pass `--assume offline`";
    problem.help = Some(problem.help.take().map_or_else(|| OPTION.to_owned(), |help| format!("{help}\n{OPTION}")));
    problem
}

/// The word on a script that was written so, from what kept it from being written otherwise.
pub(super) fn told(problem: &Diagnostic) -> Diagnostic {
    let warning =
        Diagnostic::warning(Code::SkippedOffline, "the revision goes on as without a database, since what a query gives is not known");
    let warning = problem.labels.iter().fold(warning, |warning, label| warning.label(label.span, label.text.clone()));
    warning.help("a result is `None` on this way, as offline in Alembic; what the revision does with rows must be done by hand")
}

impl Compiler<'_> {
    /// Whether the program, without a database, asks one that is not Alembic's: an engine of its own leads to a real one.
    pub(super) fn may_be_blind(&self) -> bool {
        !self.engine_made
    }

    /// Fails where the connection that Alembic has offline has no such attribute.
    pub(super) fn check_blind(&self, vm: &mut Vm, name: &str, span: Span) -> Result<(), Unwind> {
        match self.blind && !ATTRIBUTES.contains(&name) {
            true => Err(vm.raise("AttributeError", format!("'MockConnection' object has no attribute '{name}'"), span)),
            false => Ok(()),
        }
    }

    /// Fails where that connection is entered: it is no context manager.
    pub(super) fn check_blind_enter(&self, vm: &mut Vm, thing: &Thing, span: Span) -> Result<(), Unwind> {
        match self.blind && matches!(thing, Thing::Connection) {
            true => {
                let text = "'MockConnection' object does not support the context manager protocol";
                Err(vm.raise("TypeError", text, span))
            }
            false => Ok(()),
        }
    }

    /// Fails as a session does whose connection can't be given back.
    pub(super) fn check_blind_session(&self, vm: &mut Vm, method: &str, span: Span) -> Result<(), Unwind> {
        match method {
            "execute" | "exec" | "scalar" | "scalars" | "get" => self.check_blind(vm, "close", span),
            "query" | "commit" | "close" | "rollback" => Ok(()),
            _ => self.refuse_blind(span),
        }
    }

    /// Fails where something is asked that there is no database to answer.
    pub(super) fn refuse_blind(&self, span: Span) -> Result<(), Unwind> {
        match self.blind {
            true => Err(Diagnostic::error(Code::LiveValue, "this needs a database").label(span, "asked here").into()),
            false => Ok(()),
        }
    }

    /// What the result of a statement is without a database.
    pub(super) fn blind_result(&self) -> Option<Value> {
        self.blind.then_some(Value::None)
    }
}
