//! A step evaluated as Alembic does offline, where what a query gives is not known: statements give `None`, and nothing can be asked.
//!
//! Some revisions have a way on then: they catch what comes of it, or skip what they would have done. Alembic writes a script
//! without that, and never says so; here it is an error that names the way to such a script.

use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Unwind, Value, Vm};
use crate::source::Span;

/// Methods that the connection of Alembic's offline mode has (`MockConnection`).
const METHODS: &[&str] = &["execute", "connect", "execution_options"];

/// Whether an attempt that ended with this may be made again without a database.
pub(super) fn may_go_on(unwind: &Unwind) -> bool {
    matches!(unwind, Unwind::Stop(problem) if problem.code == Code::LiveValue)
}

/// The error with the option by which the script is written that Alembic writes.
pub(super) fn advised(mut problem: Diagnostic) -> Diagnostic {
    const OPTION: &str = "Alembic's script is without what hangs on this; for that one, pass `--assume offline`";
    problem.help = Some(problem.help.take().map_or_else(|| OPTION.to_owned(), |help| format!("{help}\n{OPTION}")));
    problem
}

/// The word on a script that was written so, from what kept it from being written otherwise.
pub(super) fn told(problem: &Diagnostic) -> Diagnostic {
    let warning =
        Diagnostic::warning(Code::SkippedOffline, "the revision goes on as without a database, since what a query gives is not known");
    let warning = problem.labels.iter().fold(warning, |warning, label| warning.label(label.span, label.text.to_string()));
    warning.help("the script is the one that Alembic writes offline, where a result is `None`; what the revision does with rows must be done by hand")
}

impl Compiler<'_> {
    /// Fails where the connection that Alembic has offline has no such method.
    pub(super) fn check_blind(&self, vm: &mut Vm, method: &str, span: Span) -> Result<(), Unwind> {
        match self.blind && !METHODS.contains(&method) {
            true => Err(vm.raise("AttributeError", format!("'MockConnection' object has no attribute '{method}'"), span)),
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
