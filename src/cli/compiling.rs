//! From an opened project to the compiler and back: settings in, scripts and manifest entries out.

use std::thread;

use super::maker::FolderMaker;
use super::pipeline::{Folder, FolderTask, Opened, Options, Report, Script};
use super::relay::Relay;
use super::scribe::Scribe;
use super::settings::{plain_settings, settings};
use super::world::ProjectWorld;
use crate::compile::{self, Assumption, Chain, Databases, Revisions, Session, Settings};
use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, Overlay};
use crate::eval::Value;
use crate::manifest::{self, DialectData, Guard, RangeData};
use crate::project::stage::Place;
use crate::project::{Files, Project, RevisionFile};
use crate::python::bindings::{Binding, binding};
use crate::python::{Ast, may_repeat};
use crate::revision::{Action, HeaderValue, Plan, RevisionIndex};
use crate::schema as replay;
use crate::source::{Sources, Span};

/// What a name of a revision's header is worth where its value is computed, the file being executed.
///
/// # Errors
/// What keeps the value from being known.
pub fn header_value(project: &Project, sources: &Sources, file: &RevisionFile, name: &str) -> Result<HeaderValue, Diagnostic> {
    let settings = plain_settings(project)?;
    let world = ProjectWorld { files: Files::new(project, sources) };
    let mut session = Session::new(&world, &settings, sources);
    let place = match binding(&file.ast, name) {
        Binding::Computed(span) | Binding::Starred(span) => span,
        _ => Span { source: file.ast.source.id, start: 0, end: 0 },
    };
    let value = session.global(&file.ast, name, place)?;
    header(value.as_ref()).ok_or_else(|| {
        let what = if name == "branch_labels" { "label" } else { "revision id" };
        Diagnostic::error(Code::BadHeader, format!("`{name}` is no {what} and no list of them"))
            .label(place, "this value")
            .help(format!("write a string, or a tuple of strings: `{name} = \"…\"`"))
    })
}

fn header(value: Option<&Value>) -> Option<HeaderValue> {
    let texts = |items: &[Value]| items.iter().map(|item| item.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>();
    match value {
        None => Some(HeaderValue::Absent),
        Some(Value::None) => Some(HeaderValue::None),
        Some(Value::Str(text)) => Some(HeaderValue::Str(text.to_string())),
        Some(Value::Tuple(items)) if matches!(**items, [Value::None]) => Some(HeaderValue::None),
        Some(Value::Tuple(items)) => texts(items).map(HeaderValue::Strs),
        Some(Value::List(items)) => texts(&items.borrow()).map(HeaderValue::Strs),
        Some(Value::Set(items)) => texts(&items.borrow().iter().cloned().collect::<Vec<_>>()).map(HeaderValue::Strs),
        Some(_) => None,
    }
}

/// The version table as `env.py` names it: its schema, if any, and its name.
pub fn version_table(opened: &Opened) -> (Option<String>, String) {
    let unnamed = (None, "alembic_version".to_owned());
    let Ok(settings) = plain_settings(&opened.project) else { return unnamed };
    let world = ProjectWorld { files: Files::new(&opened.project, &opened.sources) };
    let mut session = Session::new(&world, &settings, &opened.sources);
    let Some(env_py) = env_py(opened, &world) else { return unnamed };
    session.configure_any(&env_py);
    let table = session.version_table();
    (table.schema, table.name)
}

/// The databases that `env.py` runs the migrations for, as far as it can be told.
///
/// Where the URL is not needed and there is surely no more than one, none is told: evaluating `env.py` once more takes its time.
pub fn databases(opened: &Opened, options: &Options, needs_url: bool) -> Databases {
    let world = ProjectWorld { files: Files::new(&opened.project, &opened.sources) };
    let asked = |env_py: &Ast| needs_url || may_repeat(env_py, "context", "run_migrations");
    let Some(env_py) = env_py(opened, &world).filter(asked) else { return Databases::default() };
    let Ok(settings) = plain_settings(&opened.project) else { return Databases::default() };
    let settings = Settings {
        tag: options.tag.clone(),
        x_arguments: options.x_arguments.clone(),
        environment: options.environment.clone(),
        ..settings
    };
    Session::new(&world, &settings, &opened.sources).databases(&env_py)
}

/// Compiles one script.
///
/// # Errors
/// Everything that keeps the script from being written.
pub fn script(opened: &Opened, dialect: &str, plan: &Plan, options: &Options) -> Result<Script, Vec<Diagnostic>> {
    let settings = settings(opened, dialect, options).map_err(|problem| vec![problem])?;
    let settings = Settings { blank: begins_blank(&settings, plan), ..settings };
    let world = ProjectWorld { files: Files::new(&opened.project, &opened.sources) };
    let asts = asts(opened);
    let mut chain = chain(opened, &settings, &world, &asts).map_err(|problem| vec![problem])?;
    let script = chain.range(plan)?;
    let mut report = chain.take_report();
    report.extend(script.report);
    Ok(Script { sql: script.sql, report: told(opened, report) })
}

/// The replayed schema after some revisions, as a script that makes it anew.
///
/// # Errors
/// What the dialect can't say.
pub fn schema(opened: &Opened, dialect: &str, revisions: &[RevisionIndex], options: &Options) -> Result<String, Vec<Diagnostic>> {
    with_chain(opened, dialect, options, |chain| {
        let form = chain.described(revisions)?;
        let mut writer = chain.writer();
        for (table, reason, place) in &form.gaps {
            let source = opened.sources.get(place.source);
            let place = source.map_or(String::new(), |source| format!(" ({}:{})", source.name, source.position(place.start).0));
            writer.comment(&format!("-- not all is known of {}: {}{place}", table.name.text, reason.text()));
        }
        form.statements.iter().for_each(|statement| writer.statement(statement));
        Ok(writer.finish())
    })
}

/// What the schema after `to` has differently from that after `from`.
///
/// # Errors
/// Where the settings are no good.
pub fn schema_differences(
    opened: &Opened,
    dialect: &str,
    (from, to): (&[RevisionIndex], &[RevisionIndex]),
    options: &Options,
) -> Result<Vec<String>, Vec<Diagnostic>> {
    with_chain(opened, dialect, options, |chain| chain.compared(from, to))
}

fn with_chain<T>(
    opened: &Opened,
    dialect: &str,
    options: &Options,
    run: impl FnOnce(&mut Chain<'_, '_>) -> Result<T, Diagnostic>,
) -> Result<T, Vec<Diagnostic>> {
    let one = |problem: Diagnostic| vec![problem];
    let settings = settings(opened, dialect, options).map_err(one)?;
    let world = ProjectWorld { files: Files::new(&opened.project, &opened.sources) };
    let asts = asts(opened);
    let mut chain = chain(opened, &settings, &world, &asts).map_err(one)?;
    run(&mut chain).map_err(one)
}

/// Compiles a folder for one dialect; the files are written into `place` while the next ones are made.
///
/// # Errors
/// Everything that keeps the folder from being written; with `keep_going`, not what keeps single files from it.
pub fn folder(
    opened: &Opened,
    dialect: &str,
    task: &FolderTask,
    options: &Options,
    place: Option<Place>,
) -> Result<Folder, Vec<Diagnostic>> {
    let settings = settings(opened, dialect, options).map_err(|problem| vec![problem])?;
    let settings = Settings { hardened: !task.plain, blank: begins_blank(&settings, &task.upgrade), ..settings };
    let world = ProjectWorld { files: Files::new(&opened.project, &opened.sources) };
    let asts = asts(opened);
    let chain = chain(opened, &settings, &world, &asts).map_err(|problem| vec![problem])?;
    let maker = FolderMaker::new((opened, &world, chain.env_py_inputs()), (task, options), chain.file_texts());
    let expected = 2 * task.upgrade.steps.len() + 2;
    thread::scope(|scope| {
        let scribe = Scribe::start(scope, maker, (place.clone(), expected), &settings.dialect).map_err(|error| vec![no_thread(&error)])?;
        folder_by(opened, &settings, task, chain, Relay::new(task, scribe, place))
    })
}

/// The defect of a system that starts no thread.
pub(super) fn no_thread(error: &std::io::Error) -> Diagnostic {
    Diagnostic::bug(Span::NOWHERE, format!("no thread could be started: {error}"))
}

fn folder_by<'a>(
    opened: &Opened,
    settings: &Settings,
    task: &'a FolderTask,
    mut chain: Chain<'_, '_>,
    mut relay: Relay<'a>,
) -> Result<Folder, Vec<Diagnostic>> {
    let mut evaluated = chain.evaluate_all(&mut relay).map_err(|problem| vec![problem])?;
    let (scribe, problems) = relay.finish(&mut chain, &evaluated, task);
    let Some((written, maker)) = scribe.finish() else {
        return Err(vec![Diagnostic::bug(Span::NOWHERE, "the thread that writes has ended")]);
    };
    let known = maker.into_known();
    let mut failures = known.failures;
    failures.extend(problems);
    if !failures.is_empty() && !task.keep_going {
        failures.extend(written.failed);
        return Err(failures);
    }
    if let Some(bug) = written.bug {
        return Err(vec![bug]);
    }
    let mut report = chain.take_report();
    report.extend(std::mem::take(&mut evaluated.report));
    let revisions = task.upgrade.steps.iter().filter_map(|step| match step.action {
        Action::Upgrade(index) => Some(opened.graph.id(index).to_string()),
        _ => None,
    });
    let folder = Folder {
        dialect: DialectData { name: settings.dialect.name().to_owned(), sha256: settings.dialect.hash().to_owned() },
        range: RangeData { from: task.from.clone(), to: task.to.clone(), revisions: revisions.collect() },
        files: written.files,
        listing: written.listing,
        failed: written.failed,
        missing: known.missing,
        failures,
        report: told(opened, report),
    };
    // No more is compiled than what is being compiled now: giving back piece by piece what a long chain has left takes longer
    // than the program's end.
    std::mem::forget((chain, evaluated));
    Ok(folder)
}

/// The compiler's report in the command line's terms.
fn told(opened: &Opened, report: compile::Report) -> Report {
    let guards = report.guards.into_iter().map(|decided| {
        let source = opened.sources.get(decided.place.source);
        let (line, _) = source.as_ref().map_or((0, 0), |source| source.position(decided.place.start));
        Guard {
            file: source.map(|source| source.name.clone()).unwrap_or_default(),
            line,
            answer: if decided.question.is_empty() { decided.answer } else { format!("{} is {}", decided.question, decided.answer) },
            why: decided.why,
            times: 1,
        }
    });
    Report { guards: manifest::counted(guards), diagnostics: report.diagnostics, printed: report.printed }
}

fn asts(opened: &Opened) -> Vec<Ast> {
    opened.files.iter().map(|file| file.ast.clone()).collect()
}

fn chain<'a, 'w>(
    opened: &'a Opened,
    settings: &'w Settings,
    world: &'w ProjectWorld<'w>,
    asts: &'a [Ast],
) -> Result<Chain<'a, 'w>, Diagnostic>
where
    'a: 'w,
{
    let mut session = Session::new(world, settings, &opened.sources);
    session.configure(env_py(opened, world).as_ref())?;
    Chain::new(session, Revisions { graph: &opened.graph, files: asts })
}

fn env_py(opened: &Opened, world: &ProjectWorld<'_>) -> Option<Ast> {
    world.files.python(&opened.project.env_py()?).ok().map(|file| file.ast)
}

/// Whether an upgrade begins on a database that is said to be empty.
fn begins_blank(settings: &Settings, upgrade: &Plan) -> bool {
    upgrade.before.is_empty() && settings.assume.contains(&Assumption::Fresh)
}

/// A dialect that is ready for use.
///
/// # Errors
/// As loading it, and data that names an SQL parser that is not there.
pub fn loaded(name: &str, overlays: &[Overlay]) -> Result<Dialect, Diagnostic> {
    let dialect = Dialect::load(name, overlays)?;
    let parser = &dialect.spec().replay.parser;
    if !replay::is_parser(parser) {
        return Err(dialect.bad_value(&["replay", "parser"], &format!("there is no SQL parser `{parser}`; `generic` reads most dialects")));
    }
    Ok(dialect)
}
