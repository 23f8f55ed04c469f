//! The databases that `env.py` runs the migrations for: one, or one after the other, as Alembic's `multidb` template does.

use std::rc::Rc;

use super::around::{self, Part};
use super::env_py::text;
use super::step::Session;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Args};
use crate::manifest::names::safe_name;
use crate::model::library::signature::plain_text;
use crate::python::{Ast, keyword_names};
use crate::source::Span;

/// What `multidb` calls the argument that says for which database `upgrade()` is called.
const ARGUMENT: &str = "engine_name";
/// What a database is called whose name is empty, as Flask-Migrate has it for the main one.
const UNNAMED: &str = "default";

/// A database that `env.py` runs the migrations for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// What a folder is called, and reports; no two have the same.
    pub name: String,
    /// What `env.py` calls it.
    told: Option<Rc<str>>,
    /// `url=` of `context.configure()`.
    pub url: Option<String>,
}

/// The databases that `env.py` runs the migrations for.
#[derive(Clone, Debug, Default)]
pub struct Databases {
    /// In the order of `env.py`.
    pub known: Vec<Database>,
    /// Whether there are no others.
    pub(super) complete: bool,
}

impl Databases {
    /// The one that a name means; nothing where that can't be told.
    ///
    /// # Errors
    /// `E0711` where it is none of them.
    pub fn find(&self, asked: &str) -> Result<Option<&Database>, Diagnostic> {
        Ok(self.position(asked)?.and_then(|position| self.known.get(position)))
    }

    fn position(&self, asked: &str) -> Result<Option<usize>, Diagnostic> {
        let exactly = self.known.iter().position(|database| database.told.as_deref() == Some(asked));
        let found = exactly.or_else(|| self.known.iter().position(|database| database.name == asked));
        let is_told = self.known.len() > 1 || self.known.iter().any(|database| database.told.is_some());
        if found.is_none() && self.complete && is_told { Err(unknown(asked, &self.known)) } else { Ok(found) }
    }
}

/// What a folder of a database is called.
pub fn folder_name(told: &str) -> String {
    if told.is_empty() { UNNAMED.to_owned() } else { safe_name(told) }
}

/// What `run_migrations()` passes on to `upgrade()` and `downgrade()`.
pub(super) type Told = Vec<(Rc<str>, Arg)>;

/// One call of `context.run_migrations()`.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// What the call of `context.configure()` before it was given.
    pub(super) configure: Option<Args>,
    /// What is passed on to `upgrade()` and `downgrade()`.
    pub(super) arguments: Told,
    /// The script that the migrations are part of.
    pub(super) around: Vec<Part>,
}

impl Run {
    /// Whether it is known which database it is for: not where nothing that the revisions are told is.
    fn is_known(&self) -> bool {
        self.arguments.is_empty() || self.arguments.iter().any(|(_, arg)| !arg.value.is_uncertain())
    }

    /// The first text that the revisions are told.
    fn told(&self) -> Option<Rc<str>> {
        self.arguments.iter().find_map(|(_, arg)| plain_text(&arg.value))
    }
}

/// What the runs are for.
pub(super) fn told(runs: &[Run]) -> Databases {
    Databases { known: named(runs), complete: runs.iter().all(Run::is_known) }
}

/// What the runs are for, as far as it is known: names that differ from each other.
fn named(runs: &[Run]) -> Vec<Database> {
    let known: Vec<&Run> = runs.iter().filter(|run| run.is_known()).collect();
    let told: Vec<Option<Rc<str>>> = known.iter().map(|run| run.told()).collect();
    let mut databases: Vec<Database> = Vec::new();
    for (index, run) in known.iter().enumerate() {
        let own = told.get(index).cloned().flatten();
        let plain = own.as_deref().map_or_else(|| (index + 1).to_string(), folder_name);
        let is_free = |name: &str| {
            let is_of_another = own.as_deref() != Some(name) && told.iter().any(|told| told.as_deref() == Some(name));
            !is_of_another && databases.iter().all(|database| database.name != name)
        };
        let mut names = std::iter::once(plain.clone()).chain((2..).map(|count| format!("{plain}_{count}")));
        let name = names.find(|name| is_free(name)).unwrap_or(plain);
        let url = run.configure.as_ref().and_then(|args| text(args, "url"));
        databases.push(Database { name, told: own, url: url.map(|url| url.to_string()) });
    }
    databases
}

impl Session<'_> {
    /// The run that is meant: the only one, or that of the database that was named.
    ///
    /// # Errors
    /// `E0710` for several without a name, `E0711` for a name that none has.
    pub(super) fn chosen(&mut self, runs: Vec<Run>, env_py: Option<&Ast>) -> Result<Option<Run>, Diagnostic> {
        let databases = told(&runs);
        let (known, mut others): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(Run::is_known);
        let Some(asked) = &self.host.settings.database else {
            if known.len() > 1 {
                return Err(several(&databases.known));
            }
            self.warn_of_others(&others, &databases.known);
            return Ok(known.into_iter().next().or(others.pop().map(|run| Run { arguments: Vec::new(), ..run })));
        };
        if let Some(position) = databases.position(asked)? {
            self.warn_of_others(&others, &databases.known);
            return Ok(known.into_iter().nth(position));
        }
        let run = others.pop().or(known.into_iter().next());
        let run = run.unwrap_or_else(|| Run { configure: None, arguments: Vec::new(), around: around::usual() });
        let value = crate::eval::Value::str(asked.as_str());
        if let Some((name, arg)) = run.arguments.iter().find(|(_, arg)| arg.value.is_uncertain()) {
            let arguments = vec![(Rc::clone(name), Arg { value, span: arg.span })];
            return Ok(Some(Run { arguments, ..run }));
        }
        let names = env_py.map(|ast| keyword_names(ast, "context", "run_migrations")).unwrap_or_default();
        let argument = names.into_iter().next().unwrap_or_else(|| ARGUMENT.to_owned());
        let arg = Arg { value, span: Span::NOWHERE };
        Ok(Some(Run { arguments: vec![(argument.into(), arg)], ..run }))
    }

    fn warn_of_others(&mut self, others: &[Run], known: &[Database]) {
        let Some(other) = others.first() else { return };
        let warning = Diagnostic::warning(Code::SeveralDatabases, "`env.py` runs the migrations for databases whose names are not known");
        let done = if known.is_empty() { String::new() } else { format!("only {} can be told; ", list(known)) };
        let place = other.arguments.iter().map(|(_, arg)| (arg.span, "called with this")).next();
        let warning = place.into_iter().fold(warning, |warning, (span, text)| warning.label(span, text));
        self.host.report.diagnostics.push(warning.help(format!("{done}name another one with `--database`")));
    }
}

/// Several databases where one is meant.
pub fn several(databases: &[Database]) -> Diagnostic {
    Diagnostic::error(Code::SeveralDatabases, format!("`env.py` runs the migrations for several databases: {}", list(databases)))
        .help("a script is for one of them: name it with `--database`, or write all with `compile --out DIR`")
}

fn unknown(asked: &str, databases: &[Database]) -> Diagnostic {
    Diagnostic::error(Code::UnknownDatabase, format!("`env.py` runs no migrations for a database `{asked}`"))
        .help(format!("it does for {}", list(databases)))
}

fn list(databases: &[Database]) -> String {
    databases.iter().map(|database| format!("`{}`", database.name)).collect::<Vec<_>>().join(", ")
}
