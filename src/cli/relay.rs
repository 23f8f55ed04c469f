//! What the evaluation of a chain comes to, handed on to the thread that makes files of it.

use rustc_hash::FxHashSet;

use super::maker::{Drafts, FolderMaker, Told};
use super::pipeline::FolderTask;
use super::scribe::Scribe;
use crate::compile::{Chain, Direction, Evaluated, Watcher};
use crate::diag::Diagnostic;
use crate::project::stage::Place;
use crate::revision::{Action, Plan, RevisionIndex};

/// Hands on the revisions of a range as soon as they are evaluated.
pub(super) struct Relay<'a> {
    wanted: FxHashSet<RevisionIndex>,
    scribe: Scribe<FolderMaker<'a>>,
    /// Where the files are written; none where that is not possible.
    place: Option<Place>,
    /// Whether a step of the range could not be compiled.
    failed: bool,
}

impl Watcher for Relay<'_> {
    fn done(&mut self, evaluated: &Evaluated, index: RevisionIndex, position: usize) -> Result<(), Diagnostic> {
        if self.wanted.contains(&index) {
            self.revision(evaluated, index, position);
        }
        self.place.as_ref().map_or(Ok(()), Place::go_on)
    }

    fn starts_over(&mut self) {
        self.scribe.start_over();
        self.failed = false;
    }
}

impl<'a> Relay<'a> {
    /// A relay for the revisions of a task.
    pub fn new(task: &FolderTask, scribe: Scribe<FolderMaker<'a>>, place: Option<Place>) -> Self {
        Self { wanted: upgraded(&task.upgrade), scribe, place, failed: false }
    }

    fn revision(&mut self, evaluated: &Evaluated, index: RevisionIndex, position: usize) {
        let draft = |direction| {
            let step = evaluated.steps.get(&(index.position(), direction))?;
            Some((direction, step.as_ref().map(|result| result.draft()).map_err(|problem| (**problem).clone())))
        };
        let steps: Vec<_> = [Direction::Upgrade, Direction::Downgrade].into_iter().filter_map(draft).collect();
        self.failed |= steps.iter().any(|(_, step)| step.is_err());
        let leavings = evaluated.leavings.get(&index.position()).cloned().unwrap_or_default();
        self.scribe.tell(Told::Revision(Drafts { index, position, steps, leavings }));
    }

    /// Hands on the range up and down, unless a step of it could not be compiled, and gives what writes; and what keeps one of the
    /// two from being made, neither of which is written then.
    pub fn finish(
        mut self,
        chain: &mut Chain<'_, '_>,
        evaluated: &Evaluated,
        task: &'a FolderTask,
    ) -> (Scribe<FolderMaker<'a>>, Vec<Diagnostic>) {
        self.scribe.hand_over();
        if self.failed {
            return (self.scribe, Vec::new());
        }
        let whole = task.upgrade.before.is_empty() && task.upgrade.steps.len() == evaluated.order.len();
        let up = chain.range_of(&task.upgrade, evaluated, whole).map(|draft| {
            self.scribe.tell(Told::Up(draft));
            self.scribe.hand_over();
        });
        let down = up.and_then(|()| chain.range_of(&task.downgrade, evaluated, whole));
        let problems = down.map(|draft| self.scribe.tell(Told::Down(draft))).err();
        (self.scribe, problems.unwrap_or_default())
    }
}

fn upgraded(plan: &Plan) -> FxHashSet<RevisionIndex> {
    let index = |action: &Action| match action {
        Action::Upgrade(index) => Some(*index),
        _ => None,
    };
    plan.steps.iter().filter_map(|step| index(&step.action)).collect()
}
