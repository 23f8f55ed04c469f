//! `env.py`: evaluated for what it passes to `context.configure()`.
//!
//! Nothing is emitted there, so what can't be known is no error: what it leaves open keeps Alembic's default.

use std::rc::Rc;

use super::around::{self, Around, Done};
use super::databases::{self, Databases, Run};
use super::host::Registrations;
use super::settings::Configured;
use super::step::Session;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Args, Unwind, Value};
use crate::model::library::naming;
use crate::model::library::object;
use crate::python::{Ast, Constant, keyword_constants};
use crate::script::VersionTableOptions;
use crate::source::Span;

impl Session<'_> {
    /// Evaluates `env.py`, if there is one, and keeps what it configured for the database that is meant.
    ///
    /// What could not be evaluated is reported as a warning where nothing was configured because of it.
    ///
    /// # Errors
    /// `E0710` where it runs the migrations for several databases and none was named, `E0711` for a name that none has.
    pub fn configure(&mut self, env_py: Option<&Ast>) -> Result<(), Diagnostic> {
        let (done, failure) = env_py.map(|env_py| self.evaluate_env_py(env_py)).unwrap_or_default();
        if let Some(problem) = done.problem {
            return Err(*problem);
        }
        let is_run = !done.runs.is_empty();
        let (configure, arguments, around) = match self.chosen(done.runs, env_py)? {
            Some(run) => (run.configure.or(done.configure), run.arguments, run.around),
            None => (done.configure, Vec::new(), around::usual()),
        };
        self.warn_of_lost(done.lost);
        let args = match (configure, env_py) {
            (Some(args), Some(env_py)) if !is_run || failure.is_some() => {
                self.warn_not_followed(failure, env_py, is_run);
                args
            }
            (Some(args), _) => args,
            (None, Some(env_py)) => {
                self.warn_unconfigured(failure, env_py);
                constants(env_py)
            }
            (None, None) => Args::default(),
        };
        if env_py.is_some() || !arguments.is_empty() {
            self.warn_of_unknown(&args);
            self.host.configured = Rc::new(Configured { run_arguments: arguments, around: around.into(), ..self.configured(&args) });
        }
        Ok(())
    }

    /// The databases that `env.py` runs the migrations for; of one of which nothing is known, the URL may be.
    pub fn databases(&mut self, env_py: &Ast) -> Databases {
        let (done, _) = self.evaluate_env_py(env_py);
        let told = databases::told(&done.runs);
        if !told.known.is_empty() {
            return told;
        }
        let configure = done.runs.into_iter().find_map(|run| run.configure).or(done.configure);
        let configure = Some(configure.unwrap_or_else(|| constants(env_py)));
        let run = Run { configure, arguments: Vec::new(), around: Vec::new() };
        Databases { complete: false, ..databases::told(&[run]) }
    }

    /// Keeps what `env.py` configures first, whichever database that is for.
    pub fn configure_any(&mut self, env_py: &Ast) {
        let (done, _) = self.evaluate_env_py(env_py);
        let configure = done.runs.into_iter().find_map(|run| run.configure).or(done.configure);
        let args = configure.unwrap_or_else(|| constants(env_py));
        self.host.configured = Rc::new(self.configured(&args));
    }

    /// Runs `env.py` as far as it goes; gives what it did, and what stopped it.
    ///
    /// Where it stops, it is run once more, past what can't be followed: of most projects only what is looked up in the running
    /// application can't be.
    fn evaluate_env_py(&mut self, env_py: &Ast) -> (Done, Option<Unwind>) {
        self.host.in_env_py = true;
        self.host.around = Some(Around::default());
        self.host.offline = true;
        self.host.env_py = Some(env_py.clone());
        let untouched = self.host.registrations();
        let mut outcome = self.vm.run_module(&mut self.host, env_py, "env_py", false);
        if outcome.is_err() {
            let so_far = self.host.around.replace(Around::default());
            self.go_back_to(untouched, env_py);
            self.vm.begin_salvage();
            self.vm.reset_steps();
            self.host.ways = 0;
            let past = self.vm.run_module(&mut self.host, env_py, "env_py", false);
            if self.vm.end_salvage() && self.host.around.as_ref().is_some_and(Around::has_run) {
                outcome = past;
            } else {
                self.host.around = so_far;
            }
        }
        self.host.in_env_py = false;
        self.host.env_py_loaded = self.vm.loaded().to_vec();
        self.host.offline_asked.clear();
        self.host.inputs.insert(env_py.source.name.to_string());
        self.host.env_py_inputs = std::mem::take(&mut self.host.inputs).into_iter().collect();
        (self.host.around.take().unwrap_or_default().finish(), outcome.err())
    }

    /// Forgets what `env.py` did, so that nothing is done twice. What modules register is only registered once: they are kept
    /// where there is such.
    fn go_back_to(&mut self, before: Registrations, env_py: &Ast) {
        self.host.forget_listeners(before.listeners, env_py.source.id);
        if !self.has_registrations() {
            self.vm.forget_modules();
            self.host.listeners.truncate(before.listeners);
            self.host.report.diagnostics.truncate(before.diagnostics);
        }
        self.host.overridden = before.overridden;
    }

    fn warn_unconfigured(&mut self, failure: Option<Unwind>, env_py: &Ast) {
        let warning = Diagnostic::warning(Code::BadConfig, "what `env.py` passes to `context.configure()` is not known").help(
            "what it writes there as constants is honoured; say the rest with `--version-table`, `--transaction-per-migration` and `--env`\n\
             statements that it executes around the migrations are not in the script",
        );
        self.warn_stopped(warning, failure, env_py);
    }

    /// Of what it writes around the migrations, some might be missing.
    fn warn_not_followed(&mut self, failure: Option<Unwind>, env_py: &Ast, is_run: bool) {
        let till = if is_run { "its end" } else { "where it runs the migrations" };
        let warning = Diagnostic::warning(Code::BadConfig, format!("`env.py` can't be followed to {till}"))
            .help("statements that it executes around them may be missing; `--env` and `-x` say what it asks for");
        self.warn_stopped(warning, failure, env_py);
    }

    fn warn_of_lost(&mut self, lost: Option<Span>) {
        let Some(place) = lost else { return };
        let warning = Diagnostic::warning(Code::BadConfig, "a part of `env.py` that may write to the script can't be followed")
            .label(place, "what it writes is not in the script");
        self.host.report.diagnostics.push(warning.help("`--env` and `-x` say what it asks for; `--sys-path` makes modules readable"));
    }

    fn warn_stopped(&mut self, warning: Diagnostic, failure: Option<Unwind>, env_py: &Ast) {
        let place = Span { source: env_py.source.id, start: 0, end: 0 };
        let warning = match failure {
            Some(Unwind::Stop(problem)) => match problem.labels.first() {
                Some(label) => warning.label(label.span, format!("evaluation stops here: {}", problem.message)),
                None => warning.label(place, problem.message.clone()),
            },
            Some(Unwind::Raise(exception)) => {
                warning.label(exception.place, format!("this raises {}: {}", exception.class_name(), exception.message()))
            }
            None => warning.label(place, "it is not called here"),
        };
        self.host.report.diagnostics.push(warning);
    }

    /// Options whose value would change the script and is not known.
    fn warn_of_unknown(&mut self, args: &Args) {
        let settings = self.host.settings;
        let options = [
            ("version_table", settings.version_table.is_some(), "say it with `--version-table`"),
            ("version_table_schema", settings.version_table_schema.is_some(), "say it with `--version-table-schema`"),
            ("transaction_per_migration", settings.transaction_per_migration.is_some(), "say it with `--transaction-per-migration`"),
            ("transactional_ddl", false, "write it out in `env.py`"),
        ];
        if let Some((_, arg)) = args.keywords.iter().find(|(key, _)| &**key == "**") {
            let warning = Diagnostic::warning(Code::BadConfig, "not all that `context.configure()` is given is known");
            let warning = warning.label(arg.span, "what this spreads into the call is taken to be nothing");
            self.host.report.diagnostics.push(warning.help("say it with `--version-table`, `--transaction-per-migration` and their kin"));
        }
        for name in ["on_version_apply", "starting_rev"] {
            if let Some((_, arg)) = args.keywords.iter().find(|(key, arg)| &**key == name && !arg.value.is_none()) {
                let warning = Diagnostic::warning(Code::BadConfig, format!("`{name}` of `context.configure()` is not followed"));
                let warning = warning.label(arg.span, "what it does is not in the script");
                self.host.report.diagnostics.push(warning.help("compare the script with what Alembic prints"));
            }
        }
        for (name, is_said, way_out) in options {
            if let Some((_, arg)) = args.keywords.iter().find(|(key, arg)| &**key == name && arg.value.is_uncertain() && !is_said) {
                let warning = Diagnostic::warning(Code::BadConfig, format!("`{name}` of `context.configure()` is not known"));
                let warning = warning.label(arg.span, "Alembic's default is taken");
                self.host.report.diagnostics.push(warning.help(format!("{way_out}, or the environment that it comes from with `--env`")));
            }
        }
    }

    fn configured(&mut self, args: &Args) -> Configured {
        let default = VersionTableOptions::default();
        let metadata = value(args, "target_metadata").unwrap_or(Value::None);
        let convention = convention_of(&metadata);
        Configured {
            naming: Rc::new(naming::convention(Some(&convention).filter(|convention| !convention.is_none())).rules),
            version_table: VersionTableOptions {
                name: text(args, "version_table").map_or(default.name, |name| name.to_string()),
                schema: text(args, "version_table_schema").map(|schema| schema.to_string()),
                primary_key: flag(args, "version_table_pk").unwrap_or(default.primary_key),
            },
            transaction_per_migration: flag(args, "transaction_per_migration").unwrap_or(false),
            transactional_ddl: flag(args, "transactional_ddl"),
            batch_separator: self.batch_separator(args),
            literal_binds: flag(args, "literal_binds").unwrap_or(false),
            run_arguments: Vec::new(),
            around: Rc::new([]),
            target_metadata: metadata,
            convention,
        }
    }

    /// `mssql_batch_separator=`, `oracle_batch_separator=`: that of the dialect compiled for.
    fn batch_separator(&self, args: &Args) -> Option<String> {
        let keyword = format!("{}_batch_separator", self.host.settings.dialect.option_prefix());
        let none = args.keywords.iter().any(|(name, arg)| **name == *keyword && arg.value.is_none());
        text(args, &keyword).map(|separator| separator.to_string()).or_else(|| none.then(String::new))
    }
}

/// What `env.py` writes into its calls of `context.configure()` as constants, for one that can't be evaluated up to there.
fn constants(env_py: &Ast) -> Args {
    let span = Span { source: env_py.source.id, start: 0, end: 0 };
    let keyword = |(name, constant): (String, Constant)| {
        let value = match constant {
            Constant::None => Value::None,
            Constant::Bool(flag) => Value::Bool(flag),
            Constant::Text(text) => Value::str(text),
        };
        (Rc::from(name), Arg { value, span })
    };
    let keywords = keyword_constants(env_py, "context", "configure").into_iter().map(keyword).collect();
    Args { positional: Vec::new(), keywords }
}

/// `naming_convention` of a `MetaData`, as it was given; a list of them has none.
fn convention_of(metadata: &Value) -> Value {
    let handle = object::handle(metadata);
    let convention = handle.and_then(|handle| object::metadata(&handle).and_then(|metadata| metadata.borrow().convention.clone()));
    convention.unwrap_or(Value::None)
}

fn value(args: &Args, name: &str) -> Option<Value> {
    args.keywords.iter().find(|(key, _)| &**key == name).map(|(_, arg)| arg.value.clone())
}

pub(super) fn text(args: &Args, name: &str) -> Option<Rc<str>> {
    value(args, name).as_ref().and_then(crate::model::library::signature::plain_text)
}

fn flag(args: &Args, name: &str) -> Option<bool> {
    match value(args, name)? {
        Value::Bool(flag) => Some(flag),
        Value::Int(number) => Some(number != 0),
        _ => None,
    }
}
