//! One step of the chain: a revision's `upgrade()` or `downgrade()` evaluated on a schema.

use std::rc::Rc;

use super::host::Compiler;
use super::report::Report;
use super::settings::Settings;
use super::world::World;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Exception, Limits, Module, Unwind, Value, Vm};
use crate::ops::{Item, Migration};
use crate::python::Ast;
use crate::revision::RevisionIndex;
use crate::schema::Schema;
use crate::script::VersionTableOptions;
use crate::source::{Sources, Span};

/// Up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Direction {
    Upgrade,
    Downgrade,
}

impl Direction {
    /// The name of the function that a revision has for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Upgrade => "upgrade",
            Self::Downgrade => "downgrade",
        }
    }
}

/// What a step came to.
#[derive(Clone, Debug)]
pub struct StepResult {
    pub items: Vec<Item>,
    /// The schema after the step.
    pub schema: Schema,
    pub report: Report,
    /// The project files that evaluation read beside the revision.
    pub inputs: Vec<String>,
    /// Where the revision refuses to be downgraded, and in which words.
    pub irreversible: Option<(String, Span)>,
    /// Whether the step asked the schema a question, so that another schema may give another script.
    pub asked_schema: bool,
    /// Whether hand-written SQL stands for the revision's Python.
    pub by_hand: bool,
}

/// A step that can't be compiled, and the schema as far as it came.
pub struct StepError {
    pub diagnostic: Box<Diagnostic>,
    pub schema: Schema,
    pub report: Report,
    /// Whether the schema is that after the whole step, with what is not known of it in doubt.
    pub salvaged: bool,
}

/// What the program is told of the world it runs in.
#[derive(Clone, Copy)]
pub(super) struct Told {
    /// That it runs offline.
    pub offline: bool,
    /// What the database surely refuses, where the program would catch it. Without, it is written, as Alembic writes it.
    pub refusals: bool,
    /// That statements give nothing, as offline in Alembic.
    pub blind: bool,
}

/// A compiler with its machine: what evaluates step after step for one dialect.
pub struct Session<'w> {
    pub(super) vm: Vm,
    pub(super) host: Compiler<'w>,
    pub(super) sources: &'w Sources,
}

/// What a session needs to know of a revision.
pub struct RevisionSource<'a> {
    pub index: RevisionIndex,
    pub id: &'a str,
    pub ast: &'a Ast,
}

impl<'w> Session<'w> {
    /// A session for a dialect.
    pub fn new(world: &'w dyn World, settings: &'w Settings, sources: &'w Sources) -> Self {
        Self { vm: Vm::new(Limits::default()), host: Compiler::new(world, settings, sources), sources }
    }

    /// What a file binds a global name to, once it has run.
    ///
    /// # Errors
    /// What keeps the value from being known.
    pub fn global(&mut self, ast: &Ast, name: &str, place: Span) -> Result<Option<Value>, Diagnostic> {
        let module = self.vm.run_module(&mut self.host, ast, "revision", false);
        let value = module.and_then(|module| self.vm.module_attr(&mut self.host, &module, name, place));
        let value = value.map_err(|unwind| match unwind {
            Unwind::Stop(diagnostic) => *diagnostic,
            Unwind::Raise(exception) => uncaught(&exception),
        })?;
        let parts = match &value {
            Some(Value::Tuple(items)) => items.to_vec(),
            Some(Value::List(items)) => items.borrow().clone(),
            other => Vec::from_iter(other.clone()),
        };
        match parts.iter().find_map(|part| self.vm.sink(part, format!("`{name}` of a revision"), place)) {
            Some(problem) => Err(problem),
            None => Ok(value),
        }
    }

    /// Where versions are kept, by `env.py` and the command line.
    pub fn version_table(&self) -> VersionTableOptions {
        let mut table = self.host.configured.version_table.clone();
        if let Some(name) = &self.host.settings.version_table {
            table.name.clone_from(name);
        }
        table.schema = self.host.settings.version_table_schema.clone().or(table.schema);
        table
    }

    /// Evaluates a revision's function on a schema.
    ///
    /// # Errors
    /// Whatever keeps it from being compiled, with the place.
    pub fn step(
        &mut self,
        revision: &RevisionSource<'_>,
        module: &mut Option<Rc<Module>>,
        direction: Direction,
        schema: &Schema,
    ) -> Result<StepResult, Box<StepError>> {
        self.host.running = Some(revision.index);
        self.vm.forget_written_files();
        self.host.begin_step([revision.id, " ", direction.as_str()].concat());
        let loaded = match module {
            Some(module) => Ok(Rc::clone(module)),
            None => self.vm.run_module(&mut self.host, revision.ast, &format!("{}_py", revision.id), false),
        };
        let loaded = loaded.map_err(|unwind| self.failed(unwind, schema, revision, direction))?;
        *module = Some(Rc::clone(&loaded));
        let at_load = (self.host.report.clone(), self.host.inputs.clone());
        let mut told = Told { offline: true, refusals: true, blind: false };
        let mut outcome = self.attempt(&loaded, revision, direction, schema, told);
        while outcome.as_ref().is_err_and(|failed| matches!(failed.0, Unwind::Raise(_)))
            && let Some(otherwise) = self.otherwise(told)
        {
            told = otherwise;
            self.host.begin_again(at_load.clone());
            outcome = self.attempt(&loaded, revision, direction, schema, told);
        }
        let outcome = outcome.or_else(|failed| self.without_database(revision, direction, schema, at_load, failed));
        self.finish(outcome, revision, direction, schema)
    }

    /// What an attempt that ended in an exception may be told instead.
    fn otherwise(&self, told: Told) -> Option<Told> {
        if told.refusals && self.host.raised_refusal {
            return Some(Told { refusals: false, ..told });
        }
        (told.offline && !self.host.offline_asked.is_empty()).then_some(Told { offline: false, ..told })
    }

    pub(super) fn attempt(
        &mut self,
        module: &Rc<Module>,
        revision: &RevisionSource<'_>,
        direction: Direction,
        schema: &Schema,
        told: Told,
    ) -> Result<Migration, Box<(Unwind, Migration)>> {
        self.host.offline = told.offline;
        (self.host.raises_refusals, self.host.raised_refusal) = (told.refusals, false);
        self.host.blind = told.blind;
        self.host.offline_asked.clear();
        let migration = Migration::new(Rc::clone(&self.host.settings.dialect), schema.clone()).shared();
        self.host.migration = Some(Rc::clone(&migration));
        self.vm.reset_steps();
        let listeners = self.host.listeners.len();
        let outcome = self.run(module, revision, direction);
        self.host.blind = false;
        self.host.forget_listeners(listeners, revision.ast.source.id);
        self.host.migration = None;
        self.host.library.release();
        let migration = migration.replace(Migration::new(Rc::clone(&self.host.settings.dialect), schema.clone()));
        match outcome {
            Ok(()) => Ok(migration),
            Err(unwind) => Err(Box::new((unwind, migration))),
        }
    }

    pub(super) fn run(&mut self, module: &Rc<Module>, revision: &RevisionSource<'_>, direction: Direction) -> Result<(), Unwind> {
        let name = direction.as_str();
        let place = Span { source: revision.ast.source.id, start: 0, end: 0 };
        let Some(function) = self.vm.module_attr(&mut self.host, module, name, place)? else {
            return Err(Diagnostic::error(Code::UncaughtException, format!("revision {} has no function `{name}`", revision.id))
                .label(place, "in this file")
                .help(format!("add `def {name}():`; Alembic raises here as well"))
                .into());
        };
        let arguments = Args { positional: Vec::new(), keywords: self.host.configured.run_arguments.clone() };
        let value = self.vm.call(&mut self.host, &function, arguments, place).map_err(|unwind| self.untold(unwind, place))?;
        if matches!(value, Value::Unknown(_))
            && let Some(problem) = self.vm.sink(&function, "what is to be run", place)
        {
            return Err(problem.into());
        }
        Ok(())
    }

    /// A function that wants to be told its database, as those of Alembic's `multidb` template do, where `env.py` did not say it.
    fn untold(&self, unwind: Unwind, place: Span) -> Unwind {
        match unwind {
            Unwind::Raise(exception)
                if exception.place == place && exception.class_name() == "TypeError" && self.host.configured.run_arguments.is_empty() =>
            {
                uncaught(&exception).help("say with `--database NAME` what `env.py` passes to `run_migrations()`").into()
            }
            other => other,
        }
    }

    fn finish(
        &mut self,
        outcome: Result<Migration, Box<(Unwind, Migration)>>,
        revision: &RevisionSource<'_>,
        direction: Direction,
        schema: &Schema,
    ) -> Result<StepResult, Box<StepError>> {
        let (irreversible, migration) = match outcome {
            Ok(migration) => (None, migration),
            Err(failed) => match *failed {
                (Unwind::Raise(exception), migration) if direction == Direction::Downgrade && self.refuses(&exception, &migration) => {
                    (Some((said(&exception), exception.place)), Migration { schema: schema.clone(), ..migration })
                }
                (unwind, migration) => {
                    let mut error = self.failed(unwind, schema, revision, direction);
                    error.schema = migration.schema;
                    return Err(error);
                }
            },
        };
        if self.host.offline
            && let Some(place) = self.host.offline_asked.first()
        {
            self.host.report.diagnostics.push(
                Diagnostic::warning(
                    Code::SkippedOffline,
                    "the revision asks whether it runs offline; work that it skips then is not in the script",
                )
                .label(*place, "asked for here, and answered with yes")
                .help("compare both branches; what only the online branch does must be done by hand"),
            );
        }
        let (report, inputs) = self.host.end_step();
        let asked_schema = migration.asked_schema;
        Ok(StepResult { items: migration.items, schema: migration.schema, report, inputs, irreversible, asked_schema, by_hand: false })
    }

    fn failed(&mut self, unwind: Unwind, schema: &Schema, revision: &RevisionSource<'_>, direction: Direction) -> Box<StepError> {
        let diagnostic = match unwind {
            Unwind::Stop(diagnostic) => diagnostic,
            Unwind::Raise(exception) => Box::new(self.advised(&exception)),
        };
        let diagnostic = Box::new(with_way_out(self.with_other_way(*diagnostic, direction), revision.id, direction));
        let (report, _) = self.host.end_step();
        Box::new(StepError { diagnostic, schema: schema.clone(), report, salvaged: false })
    }

    /// An error of what only the database knows, with what else would tell it: an inspector of what the chain has made, or the
    /// option that says that the database holds no rows.
    fn with_other_way(&self, mut diagnostic: Diagnostic, direction: Direction) -> Diagnostic {
        if diagnostic.code != Code::LiveValue {
            return diagnostic;
        }
        let way = if self.asks_catalogue(&diagnostic) {
            "this asks the database about itself, in a form that is not understood or for what the chain does not tell: \
             `sa.inspect(bind)` asks for tables, columns, indexes and constraints in a form that is"
        } else if direction == Direction::Upgrade && !self.host.settings.blank {
            "for a database that is made new from the first revision on, pass `--assume fresh`: no table holds a row then but those that \
             the chain puts there"
        } else {
            return diagnostic;
        };
        diagnostic.help = Some(diagnostic.help.take().map_or_else(|| way.to_owned(), |help| format!("{help}\n{way}")));
        diagnostic
    }

    /// Whether the query that an error shows names a table in which the database describes itself, or one of the same schema.
    fn asks_catalogue(&self, diagnostic: &Diagnostic) -> bool {
        let catalogues = &self.host.settings.dialect.spec().replay.catalogues;
        let named = |name: &str| name.split_inclusive('.').next().unwrap_or(name).to_owned();
        let names: Vec<String> = catalogues.keys().map(|name| named(name)).collect();
        diagnostic.labels.iter().any(|label| {
            let source = self.sources.get(label.span.source);
            let text = source.as_ref().and_then(|source| source.text.get(label.span.start as usize..label.span.end as usize));
            text.is_some_and(|text| {
                let text = text.to_ascii_lowercase();
                names.iter().any(|name| text.contains(name.as_str()))
            })
        })
    }

    /// The diagnostic for an exception that nothing catches, with the option that would have kept it from being raised.
    fn advised(&self, exception: &Exception) -> Diagnostic {
        let error = uncaught(exception);
        let source = self.sources.get(exception.place.source);
        let text = source.as_ref().and_then(|source| source.text.get(exception.place.start as usize..exception.place.end as usize));
        let asks_environment = exception.class_name() == "KeyError" && text.is_some_and(|text| text.contains("environ"));
        if !asks_environment {
            return error;
        }
        let name = exception.message();
        let name = name.trim_matches(['\'', '"']);
        error.help(format!("pass `--env {name}=VALUE`, or say it under `[env]` in `aludel.toml`: the environment of this run is not read"))
    }

    /// Whether an exception is the revision's own word that it can't be downgraded: raised by a `raise`, before anything was done.
    fn refuses(&self, exception: &Exception, migration: &Migration) -> bool {
        let text = self.sources.get(exception.place.source);
        let raised =
            text.is_some_and(|source| source.text.get(exception.place.start as usize..).is_some_and(|rest| rest.starts_with("raise")));
        raised && migration.items.is_empty() && !migration.asked_schema
    }
}

impl Compiler<'_> {
    fn begin_step(&mut self, position: String) {
        self.position = position;
        self.chances = 0;
        self.report = Report::default();
        self.inputs.clear();
    }

    fn end_step(&mut self) -> (Report, Vec<String>) {
        (std::mem::take(&mut self.report), std::mem::take(&mut self.inputs).into_iter().collect())
    }
}

fn said(exception: &Exception) -> String {
    let message = exception.message();
    if message.is_empty() { exception.class_name().to_owned() } else { format!("{}: {message}", exception.class_name()) }
}

/// The diagnostic for an exception that nothing in the revision catches.
fn uncaught(exception: &Exception) -> Diagnostic {
    let error = Diagnostic::error(Code::UncaughtException, said(exception)).label(exception.place, "raised here");
    let outermost = exception.trace.iter().find(|place| place.source != exception.place.source);
    match outermost {
        Some(place) => error.label(*place, "called from here"),
        None => error,
    }
}

/// Every error of evaluation shows the way on that is always there: hand-written SQL in the revision's place.
pub(super) fn with_way_out(mut diagnostic: Diagnostic, revision: &str, direction: Direction) -> Diagnostic {
    let way_out = format!(
        "or write its SQL by hand, in `aludel.toml`:\n[revision.{revision}]\n{} = \"{revision}.{}.sql\"",
        direction.as_str(),
        direction.as_str()
    );
    diagnostic.help = Some(match diagnostic.help.take() {
        Some(help) => format!("{help}\n{way_out}"),
        None => way_out.trim_start_matches("or ").to_owned(),
    });
    diagnostic
}
