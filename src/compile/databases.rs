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

/// What `multidb` calls the argument that says for which database `upgrade()` is called.
const ARGUMENT: &str = "engine_name";
/// What a database is called whose name is empty, as Flask-Migrate has it for the main one.
const UNNAMED: &str = "default";

/// A database that `env.py` runs the migrations for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Database {
    /// What `env.py` calls it, else its number.
    pub name: String,
    /// `url=` of `context.configure()`.
    pub url: Option<String>,
}

/// One call of `context.run_migrations()`.
#[derive(Clone, Debug)]
pub(super) struct Run {
    /// What the call of `context.configure()` before it was given.
    pub(super) configure: Option<Args>,
    /// What is passed on to `upgrade()` and `downgrade()`.
    pub(super) arguments: Vec<(Rc<str>, Arg)>,
    /// The script that the migrations are part of.
    pub(super) around: Vec<Part>,
}

impl Run {
    /// The first text that the revisions are told.
    fn told(&self) -> Option<Rc<str>> {
        self.arguments.iter().find_map(|(_, arg)| plain_text(&arg.value))
    }
}

/// What the runs are for: names that differ from each other.
pub(super) fn named(runs: &[Run]) -> Vec<Database> {
    let mut databases: Vec<Database> = Vec::new();
    for (index, run) in runs.iter().enumerate() {
        let told = match run.told() {
            Some(name) if name.is_empty() => UNNAMED.to_owned(),
            Some(name) => safe_name(&name),
            None => (index + 1).to_string(),
        };
        let is_free = |name: &String| databases.iter().all(|database| database.name != *name);
        let names = std::iter::once(told.clone()).chain((2..).map(|count| format!("{told}_{count}")));
        let name = names.into_iter().find(is_free).unwrap_or(told);
        let url = run.configure.as_ref().and_then(|args| text(args, "url"));
        databases.push(Database { name, url: url.map(|url| url.to_string()) });
    }
    databases
}

impl Session<'_> {
    /// The run that is meant: the only one, or that of the database that was named.
    ///
    /// # Errors
    /// `E0710` for several without a name, `E0711` for a name that none has.
    pub(super) fn chosen(&self, runs: Vec<Run>, env_py: Option<&Ast>) -> Result<Option<Run>, Diagnostic> {
        let databases = named(&runs);
        let Some(asked) = &self.host.settings.database else {
            return if runs.len() > 1 { Err(several(&databases)) } else { Ok(runs.into_iter().next()) };
        };
        if let Some(position) = databases.iter().position(|database| database.name == safe_name(asked)) {
            return Ok(runs.into_iter().nth(position));
        }
        if runs.len() > 1 || runs.iter().any(|run| run.told().is_some()) {
            return Err(unknown(asked, &databases));
        }
        let (configure, around) = runs.into_iter().next().map_or_else(|| (None, around::usual()), |run| (run.configure, run.around));
        let names = env_py.map(|ast| keyword_names(ast, "context", "run_migrations")).unwrap_or_default();
        let argument = names.into_iter().next().unwrap_or_else(|| ARGUMENT.to_owned());
        let arg = Arg { value: crate::eval::Value::str(asked.as_str()), span: crate::source::Span::NOWHERE };
        Ok(Some(Run { configure, arguments: vec![(argument.into(), arg)], around }))
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
