//! The texts of a folder's files, from what the steps came to. What is handed on holds nothing of the evaluation, so that
//! another thread can put the texts together.

use super::chain::{Chain, alone};
use super::step::{Direction, StepResult};
use crate::diag::Diagnostic;
use crate::revision::{Graph, RevisionIndex, Step};
use crate::script::{Composed, Composer, Line};

/// What a step came to, as far as its file hangs on it.
#[derive(Debug)]
pub struct StepDraft {
    lines: Vec<Line>,
    /// Why it can't be undone or done; nothing where it can.
    pub irreversible: Option<String>,
    /// The project files that evaluation read beside the revision.
    pub inputs: Vec<String>,
    pub by_hand: bool,
}

/// The script of a range, as far as it is made.
pub enum RangeDraft<'a> {
    Steps(Vec<(&'a Step, Vec<Line>)>),
    Text(String),
}

/// Makes files' texts from drafts.
pub struct FileTexts<'a> {
    graph: &'a Graph,
    composer: Composer<'a>,
}

impl StepResult {
    /// What another thread needs to make the step's file.
    pub fn draft(&self) -> StepDraft {
        StepDraft {
            lines: Line::all(&self.items),
            irreversible: self.irreversible.as_ref().map(|(said, _)| said.clone()),
            inputs: self.inputs.clone(),
            by_hand: self.by_hand,
        }
    }
}

impl<'a, 'w> Chain<'a, 'w> {
    /// What makes the texts of this run's files.
    pub fn file_texts(&self) -> FileTexts<'w>
    where
        'a: 'w,
    {
        FileTexts { graph: self.revisions.graph, composer: self.composer.clone() }
    }
}

impl FileTexts<'_> {
    /// The file of one step.
    ///
    /// # Errors
    /// Where its place in the version table can't be told, or its statements not be written.
    pub fn step(&self, index: RevisionIndex, direction: Direction, draft: StepDraft) -> Result<Composed, Diagnostic> {
        let plan = alone(self.graph, index, direction)?;
        let transactional = self.composer.is_transactional();
        match (&draft.irreversible, plan.steps.first()) {
            (Some(said), _) => Ok(Composed { text: self.refusal(index, said), transactional }),
            (None, Some(step)) => self.composer.script(&[(step, draft.lines)]),
            (None, None) => Ok(Composed { text: String::new(), transactional }),
        }
    }

    /// The script of a range.
    ///
    /// # Errors
    /// Where the version table's statements can't be written.
    pub fn range(&self, draft: RangeDraft<'_>) -> Result<String, Diagnostic> {
        match draft {
            RangeDraft::Steps(steps) => self.composer.script(&steps).map(|composed| composed.text),
            RangeDraft::Text(text) => Ok(text),
        }
    }

    /// A script that fails with the revision's own words, for a downgrade that there is not.
    fn refusal(&self, index: RevisionIndex, said: &str) -> String {
        let id = self.graph.id(index);
        let message = format!("revision {id} can not be downgraded: {said}");
        let failing = self.composer.dialect.failing_statement(&message);
        let lines: Vec<String> = message.lines().map(|line| format!("-- {line}\n")).collect();
        format!("{}\n{failing}\n", lines.concat())
    }
}
