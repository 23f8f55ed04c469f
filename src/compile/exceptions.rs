//! What the database would raise: when a program catches it, and with which class and text.

use std::rc::Rc;

use super::host::Compiler;
use super::report::Decided;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Caught, Class, Unwind, Value, Vm};
use crate::inspect::Inspector;
use crate::model::library::Cx;
use crate::ops::{Change, Thing};
use crate::schema::{Effect, Failure, Reason, Why};
use crate::source::Span;

const UNNAMED: &str = "Constraint must have a name";

/// What `sqlalchemy.inspect()` raises for the connection that there is none of offline.
const NO_INSPECTION: &str = "NoInspectionAvailable";
const NO_INSPECTION_TEXT: &str = "No inspection system is available for object of type <class 'sqlalchemy.engine.mock.MockConnection'>";

/// The classes a failing statement may raise; a handler of any of them, or of a base, catches.
const DATABASE_ERRORS: &[&str] = &["ProgrammingError", "OperationalError", "IntegrityError", "InternalError"];

impl Compiler<'_> {
    /// Whether an error of the database, raised now, would be caught by the program.
    pub(super) fn catches_database_errors(&mut self, vm: &mut Vm) -> Caught {
        if !vm.has_handlers() {
            return Caught::No;
        }
        let classes: Vec<Rc<Class>> = DATABASE_ERRORS.iter().filter_map(|name| self.database_error(vm, name)).collect();
        vm.would_catch(&classes)
    }

    /// Takes note of what the database would say to a change that was made.
    ///
    /// Where the program would catch the database's error and it is not sure that there is one, the statement is written
    /// as Alembic writes it, with a word on what the script does not do.
    ///
    /// # Errors
    /// The database's error where it is sure and the program catches it.
    pub(super) fn settle(&mut self, vm: &mut Vm, effect: Effect, caught: &Caught, place: Span) -> Result<(), Unwind> {
        match (effect, caught) {
            (Effect::Applied, _) | (Effect::Unsure(_), Caught::No) => {}
            (Effect::Fails(failure), Caught::Yes { .. }) if self.raises_refusals => return Err(self.raise_failure(vm, &failure, place)),
            (Effect::Fails(failure), _) => self.report.diagnostics.push(surely_fails(&failure, place)),
            (Effect::Unsure(why), Caught::Yes { place: handler, .. } | Caught::Perhaps { place: handler }) => {
                self.report.diagnostics.push(undecided(place, *handler, &why));
            }
        }
        Ok(())
    }

    fn raise_failure(&mut self, vm: &mut Vm, failure: &Failure, place: Span) -> Unwind {
        let (class, text) = self.settings.dialect.database_error(failure.kind.as_str(), &failure.object);
        self.raised_refusal = true;
        self.note_caught(place, format!("this raises {class}: {text}"));
        match self.database_error(vm, &class) {
            Some(class) => vm.raise_class(&class, vec![Value::str(text)], place),
            None => vm.raise("Exception", text, place),
        }
    }

    /// What a rebuild that can't be made comes to: the exception that Alembic raises then where the program catches it
    /// (`ApplyBatchImpl`), else the error.
    pub(super) fn rebuild_refused(&mut self, vm: &mut Vm, change: &Change, problem: Diagnostic) -> Unwind {
        let (class, text) = match change {
            Change::DropConstraint(drop) => match &drop.name {
                Some(name) => ("ValueError", format!("No such constraint: '{}'", name.text())),
                None => ("ValueError", UNNAMED.to_owned()),
            },
            Change::AddConstraint(_) => ("ValueError", UNNAMED.to_owned()),
            Change::DropIndex(drop) => {
                ("ValueError", format!("No such index: '{}'", drop.index.name.as_ref().map_or("None", |name| name.text())))
            }
            Change::DropColumn(drop) => ("KeyError", drop.column.text.to_string()),
            Change::AlterColumn(alter) => ("KeyError", alter.column.text.to_string()),
            _ => return problem.into(),
        };
        self.raised_where_caught(vm, class, &text, change.place()).unwrap_or_else(|| problem.into())
    }

    /// A builtin exception that Alembic raises here, where the program catches it.
    pub(super) fn raised_where_caught(&mut self, vm: &mut Vm, class: &str, text: &str, place: Span) -> Option<Unwind> {
        let of = vm.builtin_exception(class)?;
        if !matches!(vm.would_catch(&[of]), Caught::Yes { .. }) {
            return None;
        }
        self.note_caught(place, format!("this raises {class}: {text}"));
        Some(vm.raise(class, text, place))
    }

    /// What Alembic raises for what the dialect has no way to say, where the program catches it; else what it was.
    pub(super) fn unsaid(&mut self, vm: &mut Vm, unwind: Unwind, place: Span) -> Unwind {
        match &unwind {
            Unwind::Stop(problem) if problem.code == Code::Unsupported => {
                self.raised_where_caught(vm, "NotImplementedError", &problem.message.clone(), place).unwrap_or(unwind)
            }
            _ => unwind,
        }
    }

    /// The inspector of a connection; without a database, making one raises.
    pub(super) fn inspect(&mut self, vm: &mut Vm, span: Span) -> Result<Value, Unwind> {
        self.check_inspection(vm, span)?;
        let written = self.written();
        Ok(Thing::Inspector(Inspector::within(self.catches_no_inspection(vm), written)).into_value(span))
    }

    /// Fails where there is no database to be inspected.
    pub(super) fn check_inspection(&mut self, vm: &mut Vm, span: Span) -> Result<(), Unwind> {
        if self.blind { Err(self.no_inspection(vm, span)) } else { Ok(()) }
    }

    fn no_inspection(&mut self, vm: &mut Vm, place: Span) -> Unwind {
        match self.database_error(vm, NO_INSPECTION) {
            Some(class) => vm.raise_class(&class, vec![Value::str(NO_INSPECTION_TEXT)], place),
            None => vm.raise("Exception", NO_INSPECTION_TEXT, place),
        }
    }

    /// What comes of a question that has no answer: where the program has its own way without a database, as it has offline in
    /// Alembic, the exception that sends it there, else the error.
    pub(super) fn as_without_database(&mut self, vm: &mut Vm, inspector: &Inspector, problem: Box<Diagnostic>, place: Span) -> Unwind {
        // What was written or answered since would not have been offline.
        let untouched = inspector.is_fresh() && inspector.made_after == self.written();
        let handler = self.catches_no_inspection(vm).filter(|handler| untouched && inspector.guarded_by == Some(*handler));
        let Some(handler) = handler else { return Unwind::Stop(problem) };
        let warning =
            Diagnostic::warning(Code::SkippedOffline, "the revision goes on as without a database, since the answer is not known")
                .label(place, "asked for here")
                .label(handler, "caught here")
                .help(format!(
                    "the script is the one that Alembic writes offline, where asking raises; to have it answered:\n{}",
                    problem.help.unwrap_or_default()
                ));
        self.report.diagnostics.push(warning);
        self.no_inspection(vm, place)
    }

    /// How much the step that is evaluated has written.
    fn written(&self) -> usize {
        self.migration.as_ref().map_or(0, |migration| migration.borrow().items.len())
    }

    fn catches_no_inspection(&mut self, vm: &mut Vm) -> Option<Span> {
        if !vm.has_handlers() {
            return None;
        }
        let class = self.database_error(vm, NO_INSPECTION)?;
        match vm.would_catch(&[class]) {
            Caught::Yes { place, .. } => Some(place),
            Caught::No | Caught::Perhaps { .. } => None,
        }
    }

    fn note_caught(&mut self, place: Span, answer: String) {
        self.report.guards.push(Decided { place, question: String::new(), answer, why: "the revision catches it".to_owned() });
    }

    fn database_error(&mut self, vm: &mut Vm, name: &str) -> Option<Rc<Class>> {
        let path = match crate::model::library::names::member("sqlalchemy.exc", name)? {
            crate::model::library::names::Member::Name(name) => name.path,
            crate::model::library::names::Member::Literal(_) => return None,
        };
        let library = Rc::clone(&self.library);
        Cx { vm, host: self, span: Span::NOWHERE, library }.exception_class(path)
    }
}

fn surely_fails(failure: &Failure, place: Span) -> Diagnostic {
    let warning = Diagnostic::warning(Code::SurelyFails, format!("the database will refuse this: {}", failure.sentence()))
        .label(place, "this statement");
    with_why(warning, &failure.why)
}

fn undecided(place: Span, handler: Span, why: &Why) -> Diagnostic {
    let warning = Diagnostic::warning(Code::UndecidedTry, "whether the database takes this is not known, and the revision goes on differently if it does not")
        .label(place, "this statement")
        .label(handler, "an error of the database is caught here")
        .help("the script holds what is done where nothing fails, and stops at an error; where the database is known, say so with `--assume exists:NAME` or `--assume absent:NAME`");
    with_why(warning, why)
}

fn with_why(diagnostic: Diagnostic, why: &Why) -> Diagnostic {
    if why.reason == Reason::NeverMade { diagnostic } else { diagnostic.label(why.place, why.reason.text()) }
}
