//! A folder of scripts: a pair of files for each revision, and the range up and down.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::chain::{Chain, ran};
use super::files::RangeDraft;
use super::report::Report;
use super::step::{Direction, StepResult};
use crate::diag::{Code, Diagnostic};
use crate::model::Name;
use crate::ops::{Change, Item, SchemaEffect};
use crate::revision::{Plan, RevisionIndex, Step};
use crate::schema::{Difference, Schema};
use crate::script::Line;
use crate::source::Span;

/// How many differences a warning names.
const NAMED: usize = 3;

/// What every revision of the chain came to, in the chain's order.
pub struct Evaluated {
    pub order: Vec<RevisionIndex>,
    pub steps: FxHashMap<(usize, Direction), Result<Box<StepResult>, Box<Diagnostic>>>,
    pub report: Report,
    /// What the downgrade of a revision leaves otherwise than it was, a clause each.
    pub leavings: BTreeMap<usize, Vec<String>>,
    /// Those of the order that none has come after yet, while it is gone through.
    pub(super) tips: Vec<RevisionIndex>,
    /// The schema after the last upgrade.
    last: Schema,
    /// A schema that holds nothing, in the place of those that are not needed any more.
    blank: Schema,
}

/// What is told how far the evaluation of a chain has come.
pub trait Watcher {
    /// A revision is done, up and down; its place in the order is counted from 1.
    ///
    /// # Errors
    /// What the evaluation is to end with here.
    fn done(&mut self, evaluated: &Evaluated, index: RevisionIndex, position: usize) -> Result<(), Diagnostic>;

    /// All that was done is void.
    fn starts_over(&mut self);
}

impl Chain<'_, '_> {
    /// Evaluates the whole chain, up and down, each revision in its place, and tells of each as soon as it is done.
    ///
    /// Errors stand in the place of the step that has them; the replay goes on with doubt.
    ///
    /// # Errors
    /// Where the chain has no order, and what the watcher ends it with.
    pub fn evaluate_all(&mut self, watcher: &mut impl Watcher) -> Result<Evaluated, Diagnostic> {
        let plan = Plan::whole_upgrade(self.revisions.graph)?;
        let order: Vec<RevisionIndex> = plan.steps.iter().filter_map(|step| ran(step).map(|(index, _)| index)).collect();
        match self.evaluate_in(&order, watcher)? {
            Some(evaluated) => Ok(evaluated),
            None => {
                watcher.starts_over();
                self.forget_changes();
                self.evaluate_in(&order, watcher)?.ok_or_else(|| Diagnostic::error(Code::Bug, "the chain was found to be open twice"))
            }
        }
    }

    /// `None` where the chain turns out to begin on a database that is not empty.
    fn evaluate_in(&mut self, order: &[RevisionIndex], watcher: &mut impl Watcher) -> Result<Option<Evaluated>, Diagnostic> {
        let blank = self.empty_schema();
        let (steps, report, last) = (FxHashMap::default(), Report::default(), blank.clone());
        let mut evaluated = Evaluated { order: order.to_vec(), steps, report, leavings: BTreeMap::new(), tips: Vec::new(), last, blank };
        for (position, index) in order.iter().enumerate() {
            evaluated.last = self.evaluate_pair(*index, &evaluated.last.clone(), &mut evaluated);
            let parents = self.revisions.graph.effective_parents(*index);
            evaluated.tips.retain(|tip| !parents.contains(tip));
            evaluated.tips.push(*index);
            if self.learns_open(&evaluated.last) {
                return Ok(None);
            }
            watcher.done(&evaluated, *index, position + 1)?;
        }
        Ok(Some(evaluated))
    }

    fn evaluate_pair(&mut self, index: RevisionIndex, schema: &Schema, evaluated: &mut Evaluated) -> Schema {
        let up = self.evaluate(index, Direction::Upgrade, schema);
        let after = match &up {
            Ok(result) => result.schema.clone(),
            Err(error) => self.doubtful_after(error, index),
        };
        let down = self.evaluate(index, Direction::Downgrade, &after);
        if let Ok(up) = &up {
            self.note_beside(index, up, evaluated);
        }
        self.let_go(index);
        if let (Ok(_), Ok(down)) = (&up, &down)
            && down.irreversible.is_none()
        {
            self.note_leavings(index, schema.differences(&down.schema), evaluated);
        }
        for (direction, outcome) in [(Direction::Upgrade, up), (Direction::Downgrade, down)] {
            let entry = match outcome {
                Ok(mut result) => {
                    // Kept for each step, the states of the schema would hold on to all that was ever in it.
                    result.schema = evaluated.blank.clone();
                    evaluated.report.extend(std::mem::take(&mut result.report));
                    Ok(Box::new(result))
                }
                Err(error) => {
                    evaluated.report.extend(error.report);
                    Err(error.diagnostic)
                }
            };
            evaluated.steps.insert((index.position(), direction), entry);
        }
        after
    }

    /// Takes note of what a downgrade leaves otherwise than it was before the upgrade.
    fn note_leavings(&self, index: RevisionIndex, differences: Vec<Difference>, evaluated: &mut Evaluated) {
        if differences.is_empty() {
            return;
        }
        let leavings: Vec<String> = differences.into_iter().map(|difference| difference.what).collect();
        let named = leavings.iter().take(NAMED).map(|what| format!("after it, {what}")).collect::<Vec<_>>().join("\n");
        let more = match leavings.len().saturating_sub(NAMED) {
            0 => String::new(),
            more => format!("\nand {more} more"),
        };
        let revision = self.revisions.graph.revision(index);
        let warning = Diagnostic::warning(Code::NotUndone, format!("the downgrade of revision {} does not undo its upgrade", revision.id));
        evaluated.report.diagnostics.push(warning.label(revision.span, "this revision").help(format!("{named}{more}")));
        evaluated.leavings.insert(index.position(), leavings);
    }

    /// The script of a plan from what was evaluated already, where that is the same as evaluating it step by step.
    ///
    /// # Errors
    /// The errors of its steps.
    pub fn range_of<'p>(&mut self, plan: &'p Plan, evaluated: &Evaluated, whole: bool) -> Result<RangeDraft<'p>, Vec<Diagnostic>> {
        let found: Vec<_> = plan.steps.iter().map(|step| (step, entry(evaluated, step))).collect();
        let errors: Vec<Diagnostic> =
            found.iter().filter_map(|(_, entry)| entry.and_then(|entry| entry.as_ref().err()).map(|error| (**error).clone())).collect();
        if !errors.is_empty() {
            return Err(errors);
        }
        let (mut runs, mut asked) = (Vec::new(), false);
        for (step, entry) in found {
            let result = entry.and_then(|entry| entry.as_ref().ok());
            if result.is_some_and(|result| result.irreversible.is_some()) {
                break;
            }
            asked |= result.is_some_and(|result| result.asked_schema);
            runs.push((step, result.map_or(&[][..], |result| &result.items)));
        }
        let upward = plan.steps.first().is_none_or(|step| matches!(ran(step), Some((_, Direction::Upgrade))));
        if !asked || (whole && upward) {
            return Ok(RangeDraft::Steps(runs.into_iter().map(|(step, items)| (step, Line::all(items))).collect()));
        }
        if whole {
            let runs: Vec<_> =
                runs.into_iter().map(|(step, _)| (step, entry(evaluated, step).and_then(|entry| entry.as_deref().ok()))).collect();
            return self.unwound(&runs, &evaluated.last);
        }
        let cut = Plan { steps: plan.steps.iter().take(runs.len()).cloned().collect(), ..plan.clone() };
        self.range(&cut).map(|script| RangeDraft::Text(script.sql))
    }

    /// The script of downgrades from the last schema on: steps that asked it are evaluated anew, of the others it is known
    /// what they do to any schema.
    fn unwound<'p>(&mut self, runs: &[(&'p Step, Option<&StepResult>)], last: &Schema) -> Result<RangeDraft<'p>, Vec<Diagnostic>> {
        let (mut schema, mut report) = (last.clone(), Report::default());
        let (mut written, mut errors) = (Vec::new(), Vec::new());
        for (step, known) in runs {
            let lines = match known {
                Some(result) if !result.asked_schema => {
                    replay(&result.items, &mut schema);
                    Line::all(&result.items)
                }
                _ => match self.one_again(step, known.map_or(&[], |result| &result.items), &mut schema, &mut report) {
                    Ok(items) => Line::all(&items),
                    Err(problem) => {
                        errors.push(*problem);
                        Vec::new()
                    }
                },
            };
            written.push((*step, lines));
        }
        if errors.is_empty() { Ok(RangeDraft::Steps(written)) } else { Err(errors) }
    }

    /// Evaluates a step that was evaluated in its own place before.
    fn one_again(&mut self, step: &Step, before: &[Item], schema: &mut Schema, report: &mut Report) -> Result<Vec<Item>, Box<Diagnostic>> {
        self.session.host.dropped_names = before.iter().filter_map(dropped_name).collect();
        let items = self.one(step, schema, report);
        self.session.host.dropped_names.clear();
        items
    }
}

/// Does to a schema what the items of a step do.
pub(super) fn replay(items: &[Item], schema: &mut Schema) {
    for item in items {
        let (effect, place) = match item {
            Item::Statement(statement) => (&statement.effect, statement.place),
            Item::Unwritten(effect) => (effect, Span::NOWHERE),
            Item::EnterAutocommit | Item::LeaveAutocommit | Item::Text(_) => continue,
        };
        match effect {
            SchemaEffect::None => {}
            SchemaEffect::Change(change) => drop(change.apply(schema)),
            SchemaEffect::Sql(text) => drop(schema.apply_sql(text, place)),
            SchemaEffect::Rebuilt(table) => schema.replace_table(table.as_ref().clone(), place),
        }
    }
}

/// The name by which an item drops a constraint, and where.
fn dropped_name(item: &Item) -> Option<(Span, Name)> {
    let Item::Statement(statement) = item else { return None };
    let SchemaEffect::Change(change) = &statement.effect else { return None };
    match &**change {
        Change::DropConstraint(drop) => Some((drop.place, drop.name.clone()?)),
        _ => None,
    }
}

fn entry<'a>(evaluated: &'a Evaluated, step: &Step) -> Option<&'a Result<Box<StepResult>, Box<Diagnostic>>> {
    let (index, direction) = ran(step)?;
    evaluated.steps.get(&(index.position(), direction))
}
