//! The files of a folder in the making: a pair for each revision as soon as it is evaluated, the range in the end, and what the
//! manifest says of each.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::pipeline::{FolderTask, Opened, Options};
use super::scribe::Scribe;
use super::world::ProjectWorld;
use crate::compile::{Chain, Direction, Evaluated, StepFile, Watcher, World};
use crate::diag::Diagnostic;
use crate::manifest::{self, FileEntry, Inputs, Missing, names};
use crate::project::stage::Place;
use crate::revision::{Action, Plan, RevisionIndex};

/// The files of a folder in the making.
pub(super) struct Made<'a> {
    opened: &'a Opened,
    options: &'a Options,
    world: &'a ProjectWorld<'a>,
    plain: bool,
    /// What was read for all revisions, with its hash.
    shared: Inputs,
    wanted: FxHashSet<RevisionIndex>,
    pub scribe: Scribe,
    /// Where they are written; none where that is not possible.
    place: Option<Place>,
    pub known: Known,
}

/// What is known of the files that were made, and of those that could not be.
#[derive(Default)]
pub(super) struct Known {
    /// All that was read.
    inputs: Inputs,
    /// The directions that have a file that is not one transaction.
    not_transactional: FxHashSet<manifest::Direction>,
    /// Why the range can't be undone: the first reason.
    irreversible: Option<String>,
    pub missing: Vec<Missing>,
    pub failures: Vec<Diagnostic>,
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

impl<'a> Made<'a> {
    /// A folder with no files yet, of what `env.py` read beside the revisions.
    pub fn new(
        (opened, world, env_py): (&'a Opened, &'a ProjectWorld<'a>, &[String]),
        (task, options): (&FolderTask, &'a Options),
        (scribe, place): (Scribe, Option<Place>),
    ) -> Self {
        let shared = shared_inputs(opened, options, world, env_py);
        let wanted = upgraded(&task.upgrade);
        Self { opened, options, world, plain: task.plain, shared, wanted, scribe, place, known: Known::default() }
    }

    /// The two files of a revision.
    fn pair(&mut self, chain: &Chain<'_, '_>, evaluated: &Evaluated, index: RevisionIndex, position: usize) {
        let revision = self.opened.graph.revision(index);
        let stem = names::revision_stem(position, evaluated.order.len(), &revision.id, revision.message());
        let mut read: Option<(Vec<String>, Inputs)> = None;
        for direction in [Direction::Upgrade, Direction::Downgrade] {
            let made = match evaluated.steps.get(&(index.position(), direction)) {
                Some(Ok(result)) => chain.step_file(index, direction, result),
                Some(Err(problem)) => Err((**problem).clone()),
                None => continue,
            };
            match made {
                Ok(file) => {
                    // Mostly the same both ways.
                    let inputs = match read.take() {
                        Some((names, inputs)) if names == file.inputs => inputs,
                        _ => self.inputs(index, &file.inputs),
                    };
                    read = Some((file.inputs.clone(), inputs.clone()));
                    let path = names::revision_file(&stem, direction_of(direction));
                    self.file(file, (path, inputs), (index, direction, position), evaluated);
                }
                Err(problem) => self.known.fail(problem, self.opened.graph.id(index), direction),
            }
        }
    }

    fn file(
        &mut self,
        file: StepFile,
        (path, inputs): (String, Inputs),
        (index, direction, position): (RevisionIndex, Direction, usize),
        evaluated: &Evaluated,
    ) {
        let graph = &self.opened.graph;
        let revision = graph.revision(index);
        let irreversible = match evaluated.steps.get(&(index.position(), Direction::Downgrade)) {
            Some(Ok(down)) => down.irreversible.as_ref().map(|(said, _)| said.clone()),
            Some(Err(problem)) => Some(format!("its downgrade can't be compiled: {}", problem.message)),
            None => None,
        };
        let entry = FileEntry {
            path,
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
            inputs,
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
    ///
    /// # Errors
    /// What keeps one of them from being made; then there is neither.
    pub fn ranges(&mut self, chain: &mut Chain<'_, '_>, evaluated: &Evaluated, task: &FolderTask) -> Result<(), Vec<Diagnostic>> {
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
