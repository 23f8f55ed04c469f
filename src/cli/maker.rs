//! The files of a folder in the making: a pair for each revision, the range in the end, and what the manifest says of each.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::pipeline::{FolderTask, Opened, Options};
use super::scribe::Maker;
use super::world::ProjectWorld;
use crate::compile::{Direction, FileTexts, RangeDraft, StepDraft, World};
use crate::diag::Diagnostic;
use crate::manifest::{self, FileEntry, Inputs, Missing, names};
use crate::revision::RevisionIndex;

/// What makes the files of a folder, on the thread that writes them.
pub(super) struct FolderMaker<'a> {
    opened: &'a Opened,
    options: &'a Options,
    world: &'a ProjectWorld<'a>,
    texts: FileTexts<'a>,
    plain: bool,
    /// What was read for all revisions, with its hash.
    shared: Inputs,
    known: Known,
    /// The script of the range up, until that down is there.
    up: Option<String>,
}

/// What it is told.
pub(super) enum Told<'a> {
    Revision(Drafts),
    /// The range: up first, put together while the way down is still worked out. Without that, neither is written.
    Up(RangeDraft<'a>),
    Down(RangeDraft<'a>),
}

/// What a revision came to, up and down.
pub(super) struct Drafts {
    pub index: RevisionIndex,
    /// Its place in the order, counted from 1.
    pub position: usize,
    pub steps: Vec<(Direction, Result<StepDraft, Diagnostic>)>,
    /// What the downgrade leaves otherwise than it was, a clause each.
    pub leavings: Vec<String>,
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

impl<'a> Maker for FolderMaker<'a> {
    type Told = Told<'a>;

    fn make(&mut self, told: Told<'a>, write: &mut dyn FnMut(FileEntry, String)) {
        match told {
            Told::Revision(drafts) => self.revision(drafts, write),
            Told::Up(draft) => self.up = self.range(draft),
            Told::Down(draft) => {
                if let (Some(up), Some(down)) = (self.up.take(), self.range(draft)) {
                    self.write_range(manifest::Direction::Upgrade, up, write);
                    self.write_range(manifest::Direction::Downgrade, down, write);
                }
            }
        }
    }

    fn starts_over(&mut self) {
        self.known = Known::default();
        self.up = None;
    }
}

impl<'a> FolderMaker<'a> {
    /// A maker that has made nothing yet; `env_py` is what `env.py` read beside the revisions.
    pub fn new(
        (opened, world, env_py): (&'a Opened, &'a ProjectWorld<'a>, &[String]),
        (task, options): (&FolderTask, &'a Options),
        texts: FileTexts<'a>,
    ) -> Self {
        let shared = shared_inputs(opened, options, world, env_py);
        Self { opened, options, world, texts, plain: task.plain, shared, known: Known::default(), up: None }
    }

    /// What is known in the end.
    pub fn into_known(self) -> Known {
        self.known
    }

    /// The two files of a revision.
    fn revision(&mut self, drafts: Drafts, write: &mut dyn FnMut(FileEntry, String)) {
        let Drafts { index, position, steps, mut leavings } = drafts;
        let revision = self.opened.graph.revision(index);
        let stem = names::revision_stem(position, self.opened.graph.len(), &revision.id, revision.message());
        let irreversible = steps.iter().find(|(direction, _)| *direction == Direction::Downgrade).and_then(|(_, down)| match down {
            Ok(down) => down.irreversible.clone(),
            Err(problem) => Some(format!("its downgrade can't be compiled: {}", problem.message)),
        });
        let mut read: Option<(Vec<String>, Inputs)> = None;
        for (direction, draft) in steps {
            let made = draft.and_then(|mut draft| {
                let (names, by_hand) = (std::mem::take(&mut draft.inputs), draft.by_hand);
                Ok((self.texts.step(index, direction, draft)?, names, by_hand))
            });
            let (file, names, by_hand) = match made {
                Ok(made) => made,
                Err(problem) => {
                    self.known.fail(problem, &revision.id, direction);
                    continue;
                }
            };
            // Mostly the same both ways.
            let inputs = match read.take() {
                Some((before, inputs)) if before == names => inputs,
                _ => self.inputs(index, &names),
            };
            read = Some((names, inputs.clone()));
            let entry = FileEntry {
                path: names::revision_file(&stem, direction_of(direction)),
                position: Some(position),
                transactional: file.transactional,
                by_hand,
                leaves: if direction == Direction::Downgrade { std::mem::take(&mut leavings) } else { Vec::new() },
                inputs,
                ..self.of_revision(index, direction, irreversible.clone())
            };
            let sql = if self.plain { file.text } else { format!("{}{}", heading(&entry, revision.message()), file.text) };
            self.known.take_in(&entry);
            write(entry, sql);
        }
    }

    /// What the manifest says of a revision's file before it is made.
    fn of_revision(&self, index: RevisionIndex, direction: Direction, irreversible: Option<String>) -> FileEntry {
        let graph = &self.opened.graph;
        FileEntry {
            revision: Some(graph.id(index).to_string()),
            parents: graph.parents(index).iter().map(|parent| graph.id(*parent).to_string()).collect(),
            ..unmade(direction_of(direction), irreversible)
        }
    }

    /// The script of the range one way; none where something could not be made.
    fn range(&mut self, draft: RangeDraft<'_>) -> Option<String> {
        if !self.known.failures.is_empty() {
            return None;
        }
        self.texts.range(draft).map_err(|problem| self.known.failures.push(problem)).ok()
    }

    fn write_range(&self, direction: manifest::Direction, sql: String, write: &mut dyn FnMut(FileEntry, String)) {
        let entry = FileEntry {
            path: names::range_file(direction),
            transactional: !self.known.not_transactional.contains(&direction),
            inputs: self.known.inputs.clone(),
            ..unmade(direction, self.known.irreversible.clone())
        };
        write(entry, sql);
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

/// What the manifest says of a file of which nothing is known but which way it goes, and why it can't be undone.
fn unmade(direction: manifest::Direction, irreversible: Option<String>) -> FileEntry {
    FileEntry {
        path: String::new(),
        revision: None,
        direction,
        parents: Vec::new(),
        position: None,
        transactional: true,
        reversible: irreversible.is_none(),
        irreversible_because: irreversible,
        by_hand: false,
        leaves: Vec::new(),
        sha256: String::new(),
        inputs: Inputs::default(),
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

fn direction_of(direction: Direction) -> manifest::Direction {
    match direction {
        Direction::Upgrade => manifest::Direction::Upgrade,
        Direction::Downgrade => manifest::Direction::Downgrade,
    }
}
