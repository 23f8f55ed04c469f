//! Whether what a revision writes hangs on revisions that it does not come after, as those of another branch.
//!
//! A revision is compiled from its place in the whole chain's order. Its own script is right there; on a database that holds
//! nothing but what it comes after, another one may be.

use super::chain::Chain;
use super::folder::{Evaluated, replay};
use super::step::{Direction, StepResult};
use crate::diag::{Code, Diagnostic};
use crate::ops::{Item, SchemaEffect};
use crate::revision::RevisionIndex;
use crate::source::Span;

impl Chain<'_, '_> {
    /// Warns where a step that asked the schema would be another one without the revisions that only stand before it in the
    /// order.
    pub(super) fn note_beside(&mut self, index: RevisionIndex, up: &StepResult, evaluated: &mut Evaluated) {
        if !up.asked_schema {
            return;
        }
        let graph = self.revisions.graph;
        let parents = graph.effective_parents(index);
        if evaluated.tips.iter().all(|tip| parents.contains(tip)) {
            // It comes after all that stand before it.
            return;
        }
        let above = graph.up_to(&[index]);
        let is_above = |other: RevisionIndex| above.get(other.position()).copied().unwrap_or_default();
        let earlier: Vec<RevisionIndex> = evaluated.order.iter().copied().take_while(|other| *other != index).collect();
        let items = |other: RevisionIndex| match evaluated.steps.get(&(other.position(), Direction::Upgrade)) {
            Some(Ok(result)) => Some(&result.items[..]),
            _ => None,
        };
        let beside: Vec<RevisionIndex> =
            earlier.iter().copied().filter(|other| !is_above(*other) && items(*other).is_some_and(changes_schema)).collect();
        if beside.is_empty() {
            return;
        }
        let mut schema = self.empty_schema();
        for other in earlier.into_iter().filter(|other| is_above(*other)) {
            // What a revision does that can't be compiled is in doubt, wherever it stands.
            let Some(items) = items(other) else { return };
            replay(items, &mut schema);
        }
        let place = match self.evaluate(index, Direction::Upgrade, &schema) {
            Ok(alone) => first_difference(&up.items, &alone.items),
            Err(error) => error.diagnostic.labels.first().map(|label| label.span),
        };
        if let Some(place) = place {
            evaluated.report.diagnostics.push(self.hangs_on(index, &beside, place));
        }
    }

    fn hangs_on(&self, index: RevisionIndex, beside: &[RevisionIndex], place: Span) -> Diagnostic {
        let graph = self.revisions.graph;
        let names: Vec<&str> = beside.iter().map(|other| &**graph.id(*other)).collect();
        let message = format!("what revision {} writes hangs on revisions that it does not come after", graph.id(index));
        let mut warning =
            Diagnostic::warning(Code::HangsOnOthers, message).label(place, "this is for a database on which they ran").help(format!(
                "its own script is right only where {} ran before it: apply the scripts in the folder's order, or name what it needs in `depends_on`",
                names.join(", ")
            ));
        if let Some(other) = beside.last() {
            warning = warning.label(graph.revision(*other).span, "such a revision, of another branch");
        }
        warning
    }
}

fn changes_schema(items: &[Item]) -> bool {
    items.iter().any(|item| match item {
        Item::Statement(statement) => !matches!(statement.effect, SchemaEffect::None),
        Item::Unwritten(_) => true,
        Item::Text(_) | Item::EnterAutocommit | Item::LeaveAutocommit => false,
    })
}

/// Where the statements of two steps part.
fn first_difference(here: &[Item], there: &[Item]) -> Option<Span> {
    let texts = |items: &[Item]| -> Vec<(String, Span)> {
        let text = |item: &Item| match item {
            Item::Statement(statement) => Some((statement.text.to_string(), statement.place)),
            _ => None,
        };
        items.iter().filter_map(text).collect()
    };
    let (here, there) = (texts(here), texts(there));
    let parts = here.iter().zip(&there).find(|((one, _), (two, _))| one != two).map(|((_, place), _)| *place);
    parts.or_else(|| {
        let longer = if here.len() > there.len() { here.get(there.len()) } else { there.get(here.len()) };
        longer.map(|(_, place)| *place)
    })
}
