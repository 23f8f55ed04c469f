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
    /// Whether it is known which database it is for; where the one thing that the revisions are told is not, it isn't.
    fn is_known(&self) -> bool {
        !matches!(self.arguments.as_slice(), [(_, arg)] if arg.value.is_uncertain())
    }

    /// The first text that the revisions are told.
    fn told(&self) -> Option<Rc<str>> {
        self.arguments.iter().find_map(|(_, arg)| plain_text(&arg.value))
    }
}

/// What the runs are for, as far as it is known: names that differ from each other.
pub(super) fn named(runs: &[Run]) -> Vec<Database> {
    let mut databases: Vec<Database> = Vec::new();
    for (index, run) in runs.iter().filter(|run| run.is_known()).enumerate() {
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
    pub(super) fn chosen(&mut self, runs: Vec<Run>, env_py: Option<&Ast>) -> Result<Option<Run>, Diagnostic> {
        let databases = named(&runs);
        let (known, mut others): (Vec<Run>, Vec<Run>) = runs.into_iter().partition(Run::is_known);
        let Some(asked) = &self.host.settings.database else {
            if known.len() > 1 {
                return Err(several(&databases));
            }
            self.warn_of_others(&others, &databases);
            return Ok(known.into_iter().next().or(others.pop().map(|run| Run { arguments: Vec::new(), ..run })));
        };
        if let Some(position) = databases.iter().position(|database| database.name == safe_name(asked)) {
            self.warn_of_others(&others, &databases);
            return Ok(known.into_iter().nth(position));
        }
        if others.is_empty() && (known.len() > 1 || known.iter().any(|run| run.told().is_some())) {
            return Err(unknown(asked, &databases));
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
        let arg = Arg { value, span: crate::source::Span::NOWHERE };
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
