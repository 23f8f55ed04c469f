//! One script for a range: `upgrade`, `downgrade`, `stamp`.

use super::chain::{Chain, ran};
use super::report::Report;
use super::step::Direction;
use crate::diag::{Code, Diagnostic};
use crate::revision::{Plan, RevisionIndex, Step};
use crate::schema::Schema;
use crate::script::Line;

/// A script and what was noticed while it was made.
#[derive(Debug, Default)]
pub struct RangeScript {
    pub sql: String,
    pub report: Report,
}

impl Chain<'_, '_> {
    /// The script of a plan, each step evaluated on what the steps before it left.
    ///
    /// # Errors
    /// Everything that keeps a step of the plan from being compiled.
    pub fn range(&mut self, plan: &Plan) -> Result<RangeScript, Vec<Diagnostic>> {
        let outcome = self.attempt_range(plan);
        match outcome {
            Attempt::Again => {
                self.forget_changes();
                match self.attempt_range(plan) {
                    Attempt::Done(done) => done,
                    Attempt::Again => Err(vec![Diagnostic::error(Code::Bug, "the chain was found to be open twice")]),
                }
            }
            Attempt::Done(done) => done,
        }
    }

    fn attempt_range(&mut self, plan: &Plan) -> Attempt {
        let mut schema = match self.before(plan) {
            Some(schema) => schema,
            None => return Attempt::Again,
        };
        let (mut report, mut errors, mut written) = (Report::default(), Vec::new(), Vec::new());
        for step in &plan.steps {
            let lines = match self.one(step, &mut schema, &mut report) {
                Ok(items) => Line::all(&items),
                Err(problem) => {
                    errors.push(*problem);
                    Vec::new()
                }
            };
            if self.learns_open(&schema) {
                return Attempt::Again;
            }
            written.push(lines);
        }
        if !errors.is_empty() {
            return Attempt::Done(Err(errors));
        }
        let steps: Vec<_> = plan.steps.iter().zip(written).collect();
        let script = self.composer.script(&steps);
        Attempt::Done(script.map(|composed| RangeScript { sql: composed.text, report }).map_err(|problem| vec![problem]))
    }

    pub(super) fn one(&mut self, step: &Step, schema: &mut Schema, report: &mut Report) -> Result<Vec<crate::ops::Item>, Box<Diagnostic>> {
        let Some((index, direction)) = ran(step) else { return Ok(Vec::new()) };
        let outcome = self.evaluate(index, direction, schema);
        self.let_go(index);
        match outcome {
            Ok(result) => {
                report.extend(result.report);
                if let Some((said, place)) = result.irreversible {
                    let id = self.revisions.graph.id(index);
                    return Err(Box::new(
                        Diagnostic::error(Code::IrreversibleRevision, format!("revision {id} can't be downgraded: {said}"))
                            .label(place, "it refuses here")
                            .help(format!("downgrade to `{id}` at most")),
                    ));
                }
                *schema = result.schema;
                Ok(result.items)
            }
            Err(error) => {
                *schema = self.doubtful_after(&error, index);
                report.extend(error.report);
                Err(error.diagnostic)
            }
        }
    }

    /// The schema once these revisions and all before them have run; errors on the way leave doubt, and are no errors here.
    ///
    /// # Errors
    /// Never for a chain that can be replayed; a bug, told as one.
    pub fn schema_after(&mut self, revisions: &[RevisionIndex]) -> Result<Schema, Diagnostic> {
        if let Some(schema) = self.replayed(revisions) {
            return Ok(schema);
        }
        self.forget_changes();
        self.replayed(revisions).ok_or_else(|| Diagnostic::error(Code::Bug, "the chain was found to be open twice"))
    }

    /// The schema that a plan starts from: its starting rows' ancestors replayed, errors there being no errors of this run.
    fn before(&mut self, plan: &Plan) -> Option<Schema> {
        self.replayed(&plan.before)
    }

    fn replayed(&mut self, revisions: &[RevisionIndex]) -> Option<Schema> {
        let mut schema = self.empty_schema();
        let graph = self.revisions.graph;
        let ran = graph.up_to(revisions);
        for index in graph.parents_first() {
            if ran.get(index.position()) != Some(&true) {
                continue;
            }
            schema = match self.evaluate(index, Direction::Upgrade, &schema) {
                Ok(result) => result.schema,
                Err(error) => self.doubtful_after(&error, index),
            };
            self.let_go(index);
            if self.learns_open(&schema) {
                return None;
            }
        }
        Some(schema)
    }
}

enum Attempt {
    Done(Result<RangeScript, Vec<Diagnostic>>),
    /// The chain turned out to begin on a database that is not empty.
    Again,
}
