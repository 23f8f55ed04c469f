//! A step evaluated as Alembic does offline, where what a query gives is not known: statements give `None`, and nothing can be asked.
//!
//! Some revisions have a way on then: they catch what comes of it, or skip what they would have done. Alembic writes a script
//! without that, and never says so; here it is an error that names the way to such a script.

use std::collections::BTreeSet;

use super::host::Compiler;
use super::report::Report;
use super::settings::Assumption;
use super::step::{Direction, RevisionSource, Session, Told};
use crate::diag::{Code, Diagnostic};
use crate::eval::{Unwind, Value, Vm};
use crate::ops::{Migration, Thing};
use crate::schema::Schema;
use crate::source::Span;

/// What the connection of Alembic's offline mode has (`MockConnection`).
const ATTRIBUTES: &[&str] = &["execute", "connect", "execution_options", "schema_for_object", "dialect", "engine", "name", "__class__"];

/// The error with the option by which the script is written that goes on without a database.
fn with_option(mut problem: Diagnostic) -> Diagnostic {
    const OPTION: &str = "Alembic's script is without what hangs on this; for that one, pass `--assume offline`";
    problem.help = Some(problem.help.take().map_or_else(|| OPTION.to_owned(), |help| format!("{help}\n{OPTION}")));
    problem
}

/// The word on a script that was written so, from what kept it from being written otherwise.
fn told(problem: &Diagnostic) -> Diagnostic {
    let warning =
        Diagnostic::warning(Code::SkippedOffline, "the revision goes on as without a database, since what a query gives is not known");
    let warning = problem.labels.iter().fold(warning, |warning, label| warning.label(label.span, label.text.clone()));
    warning.help("a result is `None` on this way, as offline in Alembic; what the revision does with rows must be done by hand")
}

/// How a step stands after an attempt.
pub(super) struct Standing {
    told: (bool, bool, bool),
    offline_asked: Vec<Span>,
    report: Report,
    inputs: BTreeSet<String>,
}

/// A failure with the option that goes past it.
fn advised((unwind, migration): (Unwind, Migration)) -> Box<(Unwind, Migration)> {
    let unwind = match unwind {
        Unwind::Stop(problem) => with_option(*problem).into(),
        raised => raised,
    };
    Box::new((unwind, migration))
}

impl Session<'_> {
    /// The step as Alembic writes it offline, where it failed for what only the database knows and that is asked for; else the
    /// failure, which names the option where that would have been a way.
    pub(super) fn without_database(
        &mut self,
        revision: &RevisionSource<'_>,
        direction: Direction,
        schema: &Schema,
        at_load: (Report, BTreeSet<String>),
        failed: Box<(Unwind, Migration)>,
    ) -> Result<Migration, Box<(Unwind, Migration)>> {
        let Unwind::Stop(problem) = &failed.0 else { return Err(failed) };
        if problem.code != Code::LiveValue {
            return Err(failed);
        }
        let before = self.host.begin_again(at_load);
        match self.attempt_blind(revision, direction, schema) {
            Some(migration) if self.host.settings.assume.contains(&Assumption::Offline) => {
                self.host.report.diagnostics.push(told(problem));
                Ok(migration)
            }
            outcome => {
                self.host.return_to(before);
                Err(if outcome.is_some() { advised(*failed) } else { failed })
            }
        }
    }

    /// An attempt without a database, on the file as it is when it was loaded; none where it does not come to its end, or asks
    /// what there is none to answer.
    fn attempt_blind(&mut self, revision: &RevisionSource<'_>, direction: Direction, schema: &Schema) -> Option<Migration> {
        if !self.host.may_be_blind() || self.host.has_listener_of(revision.ast.source.id) {
            return None;
        }
        let (report, inputs) = (self.host.report.clone(), self.host.inputs.clone());
        self.vm.forget_written_files();
        let module = self.vm.run_module(&mut self.host, revision.ast, &format!("{}_py", revision.id), false).ok()?;
        (self.host.report, self.host.inputs) = (report, inputs);
        let told = Told { offline: true, refusals: false, blind: true };
        let outcome = self.attempt(&module, revision, direction, schema, told);
        module.release();
        outcome.ok().filter(|migration| !migration.asked_schema)
    }
}

impl Compiler<'_> {
    /// Whether the program can be followed as without a database: an engine of its own would lead to a real one.
    fn may_be_blind(&self) -> bool {
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

    /// Fails as all does that takes the connection for a while: it can't be given back.
    pub(super) fn check_given_back(&self, vm: &mut Vm, span: Span) -> Result<(), Unwind> {
        self.check_blind(vm, "close", span)
    }

    /// Fails where a session's method would take the connection.
    pub(super) fn check_blind_session(&self, vm: &mut Vm, method: &str, span: Span) -> Result<(), Unwind> {
        match method {
            "execute" | "exec" | "scalar" | "scalars" | "get" => self.check_given_back(vm, span),
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

    /// Begins the step anew, after its file was loaded; gives how it stood.
    pub(super) fn begin_again(&mut self, at_load: (Report, BTreeSet<String>)) -> Standing {
        self.chances = 0;
        Standing {
            told: (self.offline, self.raises_refusals, self.raised_refusal),
            offline_asked: self.offline_asked.clone(),
            report: std::mem::replace(&mut self.report, at_load.0),
            inputs: std::mem::replace(&mut self.inputs, at_load.1),
        }
    }

    /// Goes back to how the step stood before an attempt that does not count.
    fn return_to(&mut self, standing: Standing) {
        (self.offline, self.raises_refusals, self.raised_refusal) = standing.told;
        self.offline_asked = standing.offline_asked;
        self.report = standing.report;
        self.inputs = standing.inputs;
    }
}
