//! Which revisions a range takes in, and in which order (`iterate_revisions`).

use super::error::Problem;
use super::graph::{Graph, RevisionIndex};
use super::relative::{DowngradeTarget, only_revisions};
use super::symbol::{Node, Position};

/// Where a walk starts from: what the user named, or the rows of the version table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ground<'a> {
    Symbol(&'a str),
    Rows(&'a [RevisionIndex]),
}

/// How a walk upwards treats its ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    /// The lower end is part of the walk.
    pub inclusive: bool,
    /// What the targets need but the lower end does not lead to is part of the walk.
    pub implicit_base: bool,
    /// A relative symbol that leads past the chain's end is an error.
    pub assert_relative_length: bool,
}

impl Graph {
    /// The revisions of an upgrade or a history, the last first (`_collect_upgrade_revisions`, sorted).
    pub(super) fn iterate_up(&self, upper: Ground, lower: Ground, ends: Ends) -> Result<Vec<RevisionIndex>, Problem> {
        let targets = self.upgrade_targets(upper, lower, ends)?;
        let required = self.ancestors_checked(&targets)?;
        let positions = self.positions(lower)?;
        let outside = |position: &Position| match position {
            None => false,
            Some(Node::Base) => true,
            Some(Node::At(index)) => !required[index.position()],
        };
        if !ends.implicit_base && positions.iter().any(outside) {
            return Err(Problem::RangeNotAncestor);
        }
        let current = match (positions.first(), lower, upper) {
            // A relative lower end that leads below the chain is read again, from the upper end.
            (Some(None), Ground::Symbol(symbol), _) => match self.downgrade_target(upper, symbol, ends.assert_relative_length)?.end {
                Some(Node::At(index)) => vec![index],
                _ => Vec::new(),
            },
            _ => only_revisions(positions, if let Ground::Symbol(symbol) = lower { symbol } else { "" })?,
        };
        let present = self.ancestors_checked(&current)?;
        let mut needed: Vec<bool> = required.iter().zip(present).map(|(required, present)| *required && !present).collect();
        if ends.inclusive {
            current.iter().for_each(|index| needed[index.position()] = true);
        }
        if !current.is_empty() && !ends.implicit_base {
            let above = self.checked(&current, |graph, index| graph.children(index))?;
            needed.iter_mut().zip(above).for_each(|(needed, above)| *needed &= above);
        }
        self.topological_sort(needed, &targets)
    }

    /// The targets of a walk up, on the branch that the lower end names.
    fn upgrade_targets(&self, upper: Ground, lower: Ground, ends: Ends) -> Result<Vec<RevisionIndex>, Problem> {
        let mut targets = match upper {
            Ground::Rows(rows) => rows.to_vec(),
            Ground::Symbol(symbol) => only_revisions(self.parse_upgrade_target(lower, symbol, ends.assert_relative_length)?, symbol)?,
        };
        if let Ground::Symbol(symbol) = lower
            && let Some((branch, _)) = symbol.split_once('@')
        {
            let mut label = branch;
            if let Some(root) = self.get_revision(branch)?.filter(|root| &**self.id(*root) == branch) {
                let [only] = self.labels(root) else {
                    return Problem::other(format!("Revision {branch} stands for a branch, but has not exactly one branch label"));
                };
                label = only;
            }
            targets.retain(|target| self.labels(*target).iter().any(|other| &**other == label));
        }
        Ok(targets)
    }

    /// The revisions of a downgrade in the order in which they run (`_collect_downgrade_revisions`, sorted).
    pub(super) fn iterate_down(&self, rows: &[RevisionIndex], target: &str) -> Result<Vec<RevisionIndex>, Problem> {
        let DowngradeTarget { branch, end } = self.downgrade_target(Ground::Rows(rows), target, true)?;
        // Alembic's map lists a revision once more for each of its labels, and counts them all.
        let (mut roots, listed) = match end {
            Some(Node::At(index)) => (self.children(index).to_vec(), self.children(index).len()),
            _ => (self.bases().to_vec(), self.keys.iter().filter(|(_, index)| self.parents(*index).is_empty()).count()),
        };
        if let Some(branch) = branch.filter(|_| listed > 1) {
            let below = self.ancestors(&[self.resolve_branch(&branch)?], false);
            roots.retain(|root| below[root.position()]);
            if roots.is_empty() {
                return Problem::other("Not a valid downgrade target from current heads");
            }
        }
        let active = self.ancestors(rows, true);
        let dropped: Vec<bool> = self.descendants(&roots, true).iter().zip(active).map(|(above, active)| *above && active).collect();
        if let Some(Node::At(index)) = end
            && !dropped.contains(&true)
            && !rows.contains(&index)
        {
            return Err(Problem::RangeNotAncestor);
        }
        self.topological_sort(dropped, rows)
    }

    /// `_get_all_current`: the rows and those that ran before them, as far as no child of theirs ran.
    pub(super) fn all_current(&self, rows: &[RevisionIndex]) -> Vec<RevisionIndex> {
        let ran = self.ancestors(rows, true);
        let mut covered = vec![false; self.len()];
        let ran: Vec<_> = self.indexes().filter(|index| ran[index.position()]).collect();
        ran.iter().flat_map(|index| self.parents(*index)).for_each(|parent| covered[parent.position()] = true);
        ran.into_iter().filter(|index| !covered[index.position()]).collect()
    }

    fn ancestors_checked(&self, targets: &[RevisionIndex]) -> Result<Vec<bool>, Problem> {
        self.checked(targets, |graph, index| graph.effective_parents(index))
    }
}
