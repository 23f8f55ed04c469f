//! From an opened project to the compiler and back: settings in, scripts and manifest entries out.

use std::sync::Arc;
use std::thread;

use rustc_hash::FxHashSet;

use super::pipeline::{Folder, FolderTask, Opened, Options, Report, Script};
use super::scribe::Scribe;
use super::settings::{plain_settings, settings};
use super::world::ProjectWorld;
use crate::compile::{self, Assumption, Chain, Databases, Direction, Evaluated, Revisions, Session, Settings, StepFile, Watcher, World};
use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, Overlay};
use crate::eval::Value;
use crate::manifest::{self, DialectData, FileEntry, Guard, Inputs, Missing, RangeData, names};
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
    thread::scope(|scope| {
        let scribe = Scribe::start(scope, place.clone(), &settings.dialect).map_err(|error| vec![no_thread(&error)])?;
        folder_by(opened, &settings, task, options, (scribe, place))
    })
}

/// The defect of a system that starts no thread.
pub(super) fn no_thread(error: &std::io::Error) -> Diagnostic {
    Diagnostic::bug(Span::NOWHERE, format!("no thread could be started: {error}"))
}

fn folder_by(
    opened: &Opened,
    settings: &Settings,
    task: &FolderTask,
    options: &Options,
    (scribe, place): (Scribe, Option<Place>),
) -> Result<Folder, Vec<Diagnostic>> {
    let one = |problem: Diagnostic| vec![problem];
    let world = ProjectWorld { files: Files::new(&opened.project, &opened.sources) };
    let asts = asts(opened);
    let mut chain = chain(opened, settings, &world, &asts).map_err(one)?;
    let shared = shared_inputs(opened, options, &world, chain.env_py_inputs());
    let wanted = upgraded(&task.upgrade);
    let mut made = Made { opened, options, world: &world, plain: task.plain, shared, wanted, scribe, place, known: Known::default() };
    let mut evaluated = chain.evaluate_all(&mut made).map_err(one)?;
    made.scribe.hand_over();
    let mut failures = std::mem::take(&mut made.known.failures);
    if failures.is_empty() {
        failures = made.ranges(&mut chain, &evaluated, task).err().unwrap_or_default();
    }
    let Made { scribe, known, .. } = made;
    let written = scribe.finish();
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

/// The files of a folder in the making.
struct Made<'a> {
    opened: &'a Opened,
    options: &'a Options,
    world: &'a ProjectWorld<'a>,
    plain: bool,
    /// What was read for all revisions, with its hash.
    shared: Inputs,
    wanted: FxHashSet<RevisionIndex>,
    scribe: Scribe,
    place: Option<Place>,
    known: Known,
}

/// What is known of the files that were made, and of those that could not be.
#[derive(Default)]
struct Known {
    /// All that was read.
    inputs: Inputs,
    /// The directions that have a file that is not one transaction.
    not_transactional: FxHashSet<manifest::Direction>,
    /// Why the range can't be undone: the first reason.
    irreversible: Option<String>,
    missing: Vec<Missing>,
    failures: Vec<Diagnostic>,
}

impl Watcher for Made<'_> {
    fn done(&mut self, chain: &Chain<'_, '_>, evaluated: &Evaluated, index: RevisionIndex, position: usize) -> Result<(), Diagnostic> {
        if self.wanted.contains(&index) {
            self.pair(chain, evaluated, index, position);
        }
        self.place.as_ref().map_or(Ok(()), Place::go_on)
    }

    fn starts_over(&mut self) {
        self.scribe.start_over();
        self.known = Known::default();
    }
}

impl Made<'_> {
    /// The two files of a revision.
    fn pair(&mut self, chain: &Chain<'_, '_>, evaluated: &Evaluated, index: RevisionIndex, position: usize) {
        for direction in [Direction::Upgrade, Direction::Downgrade] {
            let made = match evaluated.steps.get(&(index.position(), direction)) {
                Some(Ok(result)) => chain.step_file(index, direction, result),
                Some(Err(problem)) => Err((**problem).clone()),
                None => continue,
            };
            match made {
                Ok(file) => self.file(file, index, direction, position, evaluated),
                Err(problem) => self.known.fail(problem, self.opened.graph.id(index), direction),
            }
        }
    }

    fn file(&mut self, file: StepFile, index: RevisionIndex, direction: Direction, position: usize, evaluated: &Evaluated) {
        let graph = &self.opened.graph;
        let revision = graph.revision(index);
        let irreversible = match evaluated.steps.get(&(index.position(), Direction::Downgrade)) {
            Some(Ok(down)) => down.irreversible.as_ref().map(|(said, _)| said.clone()),
            Some(Err(problem)) => Some(format!("its downgrade can't be compiled: {}", problem.message)),
            None => None,
        };
        let entry = FileEntry {
            path: names::revision_file(position, evaluated.order.len(), &revision.id, revision.message(), direction_of(direction)),
            revision: Some(revision.id.to_string()),
            direction: direction_of(direction),
            parents: graph.parents(index).iter().map(|parent| graph.id(*parent).to_string()).collect(),
            position: Some(position),
            transactional: file.transactional,
            reversible: irreversible.is_none(),
            irreversible_because: irreversible,
            by_hand: file.by_hand,
            leaves: match direction {
                Direction::Downgrade => evaluated.leavings.get(&index.position()).cloned().unwrap_or_default(),
                Direction::Upgrade => Vec::new(),
            },
            sha256: String::new(),
            inputs: self.inputs(index, &file.inputs),
        };
        let sql = if self.plain { file.sql } else { format!("{}{}", heading(&entry, revision.message()), file.sql) };
        self.known.take_in(&entry);
        self.scribe.write(entry, sql);
    }

    /// Everything that was read for a revision, with its hash.
    fn inputs(&self, index: RevisionIndex, read: &[String]) -> Inputs {
        let own = self.opened.files.get(index.position());
        let own = own.map(|file| (file.ast.source.name.as_str().into(), file.sha256.as_str().into()));
        let hash = |name: &String| self.world.hash(name).or_else(|| by_hand_hash(self.options, name));
        let others = read.iter().filter_map(|name| Some((name.as_str().into(), hash(name)?.into())));
        let shared = self.shared.iter().map(|(name, hash)| (Arc::clone(name), Arc::clone(hash)));
        own.into_iter().chain(others).chain(shared).collect()
    }

    /// The scripts of the range, up and down.
    fn ranges(&mut self, chain: &mut Chain<'_, '_>, evaluated: &Evaluated, task: &FolderTask) -> Result<(), Vec<Diagnostic>> {
        let whole = task.upgrade.before.is_empty() && task.upgrade.steps.len() == evaluated.order.len();
        let up = chain.range_of(&task.upgrade, evaluated, whole)?;
        let down = chain.range_of(&task.downgrade, evaluated, whole)?;
        for (direction, sql) in [(Direction::Upgrade, up), (Direction::Downgrade, down)] {
            let entry = FileEntry {
                path: names::range_file(direction_of(direction)),
                revision: None,
                direction: direction_of(direction),
                parents: Vec::new(),
                position: None,
                transactional: !self.known.not_transactional.contains(&direction_of(direction)),
                reversible: self.known.irreversible.is_none(),
                irreversible_because: self.known.irreversible.clone(),
                by_hand: false,
                leaves: Vec::new(),
                sha256: String::new(),
                inputs: self.known.inputs.clone(),
            };
            self.scribe.write(entry, sql);
        }
        Ok(())
    }
}

impl Known {
    fn take_in(&mut self, entry: &FileEntry) {
        for (name, hash) in &entry.inputs {
            if !self.inputs.contains_key(name) {
                self.inputs.insert(Arc::clone(name), Arc::clone(hash));
            }
        }
        if !entry.transactional {
            self.not_transactional.insert(entry.direction);
        }
        if self.irreversible.is_none() {
            self.irreversible.clone_from(&entry.irreversible_because);
        }
    }

    fn fail(&mut self, problem: Diagnostic, revision: &str, direction: Direction) {
        self.missing.push(Missing {
            revision: revision.to_owned(),
            direction: direction_of(direction),
            code: problem.code.as_str().to_owned(),
            message: problem.message.clone(),
        });
        self.failures.push(problem);
    }
}

/// The configuration, what `env.py` read, and the baseline, each with its hash.
fn shared_inputs(opened: &Opened, options: &Options, world: &ProjectWorld<'_>, env_py: &[String]) -> Inputs {
    let configuration = opened.project.inputs.iter().map(|input| (input.name.as_str().into(), input.sha256.as_str().into()));
    let env_py = env_py.iter().filter_map(|name| Some((name.as_str().into(), world.hash(name)?.into())));
    let baseline = options.baseline.iter().map(|(name, text)| (name.as_str().into(), manifest::hash::sha256_hex(text.as_bytes()).into()));
    configuration.chain(env_py).chain(baseline).collect()
}

/// The hash of a file of hand-written SQL.
fn by_hand_hash(options: &Options, name: &str) -> Option<String> {
    let mut texts = options.by_hand.values().flat_map(|sql| [&sql.upgrade, &sql.downgrade]).flatten();
    let (_, text) = texts.find(|(known, _)| known == name)?;
    Some(manifest::hash::sha256_hex(text.as_bytes()))
}

/// What a reader should know before the first statement.
fn heading(entry: &FileEntry, message: &str) -> String {
    let revision = entry.revision.as_deref().unwrap_or("");
    let message = message.lines().next().unwrap_or("");
    let frame = if entry.transactional { "one transaction" } else { "not one transaction: what has run when it fails stays" };
    let undo = match (&entry.irreversible_because, entry.direction) {
        (Some(reason), manifest::Direction::Upgrade) => format!("can't be undone: {}", reason.lines().next().unwrap_or("")),
        (None, manifest::Direction::Upgrade) => "undone by its downgrade script".to_owned(),
        (_, manifest::Direction::Downgrade) => "undoes its upgrade script".to_owned(),
    };
    let title = if message.is_empty() { revision.to_owned() } else { format!("{revision}: {message}") };
    format!("-- {title}\n-- {}; {frame}; {undo}\n\n", entry.direction.as_str())
}

fn upgraded(plan: &Plan) -> FxHashSet<RevisionIndex> {
    let index = |action: &Action| match action {
        Action::Upgrade(index) => Some(*index),
        _ => None,
    };
    plan.steps.iter().filter_map(|step| index(&step.action)).collect()
}

fn direction_of(direction: Direction) -> manifest::Direction {
    match direction {
        Direction::Upgrade => manifest::Direction::Upgrade,
        Direction::Downgrade => manifest::Direction::Downgrade,
    }
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
