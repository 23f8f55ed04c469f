//! `compile [RANGE] --out DIR`.

use std::thread;

use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;

use super::args::{Compilation, Shared};
use super::compiling::no_thread;
use super::output::{Outcome, Status};
use super::pipeline::{self, Folder, FolderTask, Opened, Options};
use super::script::add_report;
use super::target::Target;
use super::{Result, STACK, Session, report};
use crate::diag::{Diagnostic, Severity};
use crate::manifest::hash::sha256_hex;
use crate::manifest::{Manifest, document, sums};
use crate::project::stage::{Place, Stage};
use crate::revision::{Graph, Plan, Range};

const EXAMPLES: &str = "\
Examples:
  aludel compile --out build                                 the whole chain
  aludel compile ae10:head --out build --dialect NAME
  aludel compile --plain --out build                         as Alembic prints each step
  (cd build/NAME && sha256sum -c SHA256SUMS)                 checked with no Aludel at hand";

/// Write a folder of scripts for each revision and for the range, with a manifest and checksums
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Compile {
    /// The revisions: END, or START:END [default: base:heads]
    #[arg(allow_negative_numbers = true)]
    range: Option<String>,
    /// The folder to write; each dialect has its own folder in it, in that of its database where there are several
    #[arg(short, long, value_name = "DIR")]
    out: Utf8PathBuf,
    /// Give each file the bytes that Alembic prints for that one step
    #[arg(long)]
    plain: bool,
    /// Write what compiles, and name the rest; exit with 2
    #[arg(long)]
    keep_going: bool,
    #[command(flatten)]
    compilation: Compilation,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: Compile) -> Result<Outcome> {
    let (opened, diagnostics) = session.open_to_compile()?;
    let task = task(&opened.graph, &arguments).map_err(|error| vec![error])?;
    let targets = session.targets(&opened, &arguments.compilation)?;
    let names = targets.iter().map(Target::folder).collect();
    let (stage, in_the_way) = match Stage::begin(&session.folder.join(&arguments.out), &arguments.out, names) {
        Ok(stage) => (Some(stage), Vec::new()),
        Err(problems) => (None, problems),
    };
    let folders = compile(&opened, &targets, &task, stage.as_ref());
    let Some(stage) = stage else { return Err(failures(folders).chain(in_the_way).collect()) };
    let mut outcome = Outcome { diagnostics, ..Outcome::default() };
    let (mut told, mut unwritten) = (Vec::new(), Vec::new());
    for (target, mut folder) in targets.iter().zip(folders?) {
        let (manifest, text) = manifest(&mut folder, &task, &target.options).map_err(|bug| vec![bug])?;
        unwritten.extend(finish(&folder, text, &stage.place(&target.folder())).err());
        let path = arguments.out.join(target.folder());
        outcome.text.push_str(&summary(&manifest, folder.files.len(), &path));
        if !folder.missing.is_empty() || !folder.failures.is_empty() {
            outcome.status = Status::Error;
        }
        let manifest = Manifest { files: folder.files, ..manifest };
        if session.reports_json() {
            told.push(manifest_report(&manifest, &path));
        }
        outcome.diagnostics.extend(folder.failures);
        add_report(&mut outcome, folder.report);
        // As in `pipeline::folder`.
        std::mem::forget(manifest);
    }
    let published = if unwritten.is_empty() { stage.publish() } else { Err(unwritten) };
    if let Err(problems) = published {
        let failures = outcome.diagnostics.into_iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        return Err(failures.chain(problems).collect());
    }
    outcome.json.extend(report::told("folders", told));
    // As in `pipeline::folder`.
    std::mem::forget(opened);
    Ok(outcome)
}

fn task(graph: &Graph, arguments: &Compile) -> std::result::Result<FolderTask, Diagnostic> {
    let asked = arguments.range.as_deref().unwrap_or("base:heads");
    let range = Range::parse(asked)?;
    let from = range.start.filter(|start| !start.is_empty()).unwrap_or("base");
    let to = if range.end.is_empty() { "heads" } else { range.end };
    let upgrade = Plan::upgrade(graph, &format!("{from}:{to}"))?;
    let downgrade = Plan::downgrade_from(graph, &upgrade.after, from)?;
    let (plain, keep_going) = (arguments.plain, arguments.keep_going);
    Ok(FolderTask { from: from.to_owned(), to: to.to_owned(), upgrade, downgrade, plain, keep_going })
}

/// Compiles for each target, several on a thread each.
fn compile(opened: &Opened, targets: &[Target], task: &FolderTask, stage: Option<&Stage>) -> Result<Vec<Folder>> {
    let place = |target: &Target| stage.map(|stage| stage.place(&target.folder()));
    if let [target] = targets {
        return Ok(vec![pipeline::folder(opened, &target.dialect, task, &target.options, place(target))?]);
    }
    let results: Vec<Result<Folder>> = thread::scope(|scope| {
        let start = |target: &'_ Target| {
            let place = place(target);
            let Target { dialect, options, .. } = target.clone();
            let work = move || pipeline::folder(opened, &dialect, task, &options, place);
            thread::Builder::new().stack_size(STACK).spawn_scoped(scope, work)
        };
        let threads: Vec<_> = targets.iter().map(start).collect();
        threads.into_iter().map(|thread| thread.map_or_else(|error| Err(vec![no_thread(&error)]), join)).collect()
    });
    let (mut folders, mut errors) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(folder) => folders.push(folder),
            Err(more) => errors.extend(more),
        }
    }
    if errors.is_empty() { Ok(folders) } else { Err(errors) }
}

fn join<T>(thread: thread::ScopedJoinHandle<'_, T>) -> T {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// What keeps revisions from being compiled, whether the others are or not.
fn failures(folders: Result<Vec<Folder>>) -> impl Iterator<Item = Diagnostic> {
    folders.map_or_else(|errors| errors, |folders| folders.into_iter().flat_map(|folder| folder.failures).collect()).into_iter()
}

/// The manifest without its files, and its whole text, for which the folder gives its listing.
fn manifest(folder: &mut Folder, task: &FolderTask, options: &Options) -> std::result::Result<(Manifest, String), Diagnostic> {
    let mut manifest = Manifest::new(folder.dialect.clone(), folder.range.clone());
    manifest.complete = folder.missing.is_empty() && folder.failures.is_empty();
    manifest.missing = folder.missing.clone();
    manifest.guards = folder.report.guards.clone();
    manifest.options = option_values(task, options);
    let mut text = std::mem::take(&mut folder.listing);
    text.insert_str(0, &manifest.to_toml()?);
    Ok((manifest, text))
}

/// Writes what stands beside the scripts, if these were written.
fn finish(folder: &Folder, manifest: String, place: &Place) -> std::result::Result<(), Diagnostic> {
    if let Some(problem) = &folder.failed {
        return Err(problem.clone());
    }
    let own = sha256_hex(manifest.as_bytes());
    let listed = folder.files.iter().map(|file| (file.path.as_str(), file.sha256.as_str()));
    place.write(sums::FILE_NAME, &sums::write(listed.chain([(document::FILE_NAME, own.as_str())])))?;
    place.write(document::FILE_NAME, &manifest)
}

/// The options that were given, by their names on the command line.
fn option_values(task: &FolderTask, options: &Options) -> indexmap::IndexMap<String, toml::Value> {
    let list = |values: &[String]| (!values.is_empty()).then(|| values.to_vec().into());
    let text = |value: &Option<String>| value.clone().map(toml::Value::String);
    let environment: toml::Table = options.environment.iter().map(|(key, value)| (key.clone(), value.clone().into())).collect();
    let targets: Vec<String> = options.target.iter().map(|(dialect, version)| format!("{dialect}={version}")).collect();
    let values = [
        ("plain", task.plain.then_some(toml::Value::Boolean(true))),
        ("keep-going", task.keep_going.then_some(toml::Value::Boolean(true))),
        ("database", text(&options.database)),
        ("tag", text(&options.tag)),
        ("x", list(&options.x_arguments)),
        ("transaction-per-migration", options.transaction_per_migration.map(toml::Value::Boolean)),
        ("version-table", text(&options.version_table)),
        ("version-table-schema", text(&options.version_table_schema)),
        ("assume", list(&options.assume)),
        ("target", list(&targets)),
        ("now", text(&options.now)),
        ("env", (!environment.is_empty()).then_some(toml::Value::Table(environment))),
    ];
    values.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

fn summary(manifest: &Manifest, files: usize, path: &Utf8Path) -> String {
    let revisions = manifest.range.revisions.len();
    let missing = if manifest.missing.is_empty() { String::new() } else { format!(", {} scripts missing", manifest.missing.len()) };
    format!("{}: {revisions} revisions, {files} files{missing}\n", path)
}

fn manifest_report(manifest: &Manifest, path: &Utf8Path) -> serde_json::Value {
    serde_json::json!({
        "path": path,
        "dialect": manifest.dialect,
        "range": manifest.range,
        "complete": manifest.complete,
        "missing": manifest.missing,
        "files": manifest.files,
    })
}
