//! What a step does to the version table (`HeadMaintainer`).

use std::sync::Arc;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::error::Problem;
use super::graph::{Graph, RevisionIndex};
use super::string_set::StringSet;

/// One statement on the version table.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum VersionChange {
    Insert(Arc<str>),
    Delete(Arc<str>),
    Update { from: Arc<str>, to: Arc<str> },
}

/// A stamp's move from some heads to others (`StampStep`).
#[derive(Clone, Debug)]
pub(super) struct StampMove {
    pub from: Vec<RevisionIndex>,
    pub to: Option<RevisionIndex>,
    pub is_upgrade: bool,
    /// The branch as a whole comes or goes.
    pub branch_move: bool,
}

/// The version table's rows while a plan is made.
pub(super) struct VersionTable<'a> {
    graph: &'a Graph,
    heads: IndexSet<RevisionIndex, FxBuildHasher>,
    changes: Vec<VersionChange>,
}

impl<'a> VersionTable<'a> {
    pub(super) fn new(graph: &'a Graph, heads: &[RevisionIndex]) -> Self {
        Self { graph, heads: heads.iter().copied().collect(), changes: Vec::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.heads.is_empty()
    }

    /// The rows, in the order in which the graph lists revisions.
    pub(super) fn into_heads(self) -> Vec<RevisionIndex> {
        let mut heads: Vec<_> = self.heads.into_iter().collect();
        heads.sort_unstable();
        heads
    }

    fn id(&self, index: RevisionIndex) -> Arc<str> {
        Arc::clone(self.graph.id(index))
    }

    fn insert(&mut self, index: RevisionIndex) -> Result<(), Problem> {
        if !self.heads.insert(index) {
            return Problem::other(format!("Revision {} is in the version table already", self.graph.id(index)));
        }
        self.changes.push(VersionChange::Insert(self.id(index)));
        Ok(())
    }

    fn delete(&mut self, index: RevisionIndex) -> Result<(), Problem> {
        self.remove(index)?;
        self.changes.push(VersionChange::Delete(self.id(index)));
        Ok(())
    }

    fn update(&mut self, from: RevisionIndex, to: RevisionIndex) -> Result<(), Problem> {
        if self.heads.contains(&to) {
            return Problem::other(format!("Revision {} is in the version table already", self.graph.id(to)));
        }
        self.remove(from)?;
        self.heads.insert(to);
        self.changes.push(VersionChange::Update { from: self.id(from), to: self.id(to) });
        Ok(())
    }

    fn remove(&mut self, index: RevisionIndex) -> Result<(), Problem> {
        if !self.heads.swap_remove(&index) {
            return Problem::other(format!("Revision {} is not in the version table", self.graph.id(index)));
        }
        Ok(())
    }

    /// `update_to_step` of an upgrade.
    pub(super) fn upgrade(&mut self, index: RevisionIndex) -> Result<Vec<VersionChange>, Problem> {
        let parents = self.graph.effective_parents(index);
        let present: Vec<_> = parents.iter().copied().filter(|parent| self.heads.contains(parent)).collect();
        match present.as_slice() {
            [] => self.insert(index)?,
            [only] => self.update(*only, index)?,
            _ => self.merge(index, parents)?,
        }
        Ok(std::mem::take(&mut self.changes))
    }

    /// `merge_branch_idents`: all parents but the last go, the last becomes the merge.
    fn merge(&mut self, index: RevisionIndex, parents: &[RevisionIndex]) -> Result<(), Problem> {
        let others: Vec<_> = self.heads.iter().copied().filter(|head| !parents.contains(head)).collect();
        let from =
            if others.is_empty() { parents.to_vec() } else { self.without(parents, &others, |parent| self.is_below(parent, &others)) };
        // A dependency may be implied by another parent and have no row of its own; Alembic fails on it.
        let from: Vec<_> = from.into_iter().filter(|parent| self.heads.contains(parent)).collect();
        let Some((last, rest)) = from.split_last() else {
            return Problem::other(format!("no parent of revision {} is in the version table", self.graph.id(index)));
        };
        rest.iter().try_for_each(|parent| self.delete(*parent))?;
        self.update(*last, index)
    }

    /// `update_to_step` of a downgrade.
    pub(super) fn downgrade(&mut self, index: RevisionIndex) -> Result<Vec<VersionChange>, Problem> {
        let to = self.unmerged(index);
        match to.split_last() {
            None => self.delete(index)?,
            Some((last, rest)) => {
                rest.iter().try_for_each(|parent| self.insert(*parent))?;
                self.update(index, *last)?;
            }
        }
        Ok(std::mem::take(&mut self.changes))
    }

    /// `_unmerge_to_revisions`: the parents that no other row implies.
    fn unmerged(&self, index: RevisionIndex) -> Vec<RevisionIndex> {
        let parents = self.graph.effective_parents(index);
        let others: Vec<_> = self.heads.iter().copied().filter(|head| *head != index).collect();
        if !others.is_empty() {
            return self.without(parents, &others, |parent| self.is_below(parent, &others));
        }
        let implied = |parent| parents.iter().any(|other| *other != parent && self.graph.is_ancestor_or_same(parent, *other));
        self.without(parents, parents, implied)
    }

    /// The parents that are not below some revisions, as Alembic takes them from `set(parents).difference(…)`.
    fn without(
        &self,
        parents: &[RevisionIndex],
        revisions: &[RevisionIndex],
        is_below: impl Fn(RevisionIndex) -> bool,
    ) -> Vec<RevisionIndex> {
        if let [only] = parents {
            return if is_below(*only) { Vec::new() } else { vec![*only] };
        }
        let id = |parent: &RevisionIndex| &**self.graph.id(*parent);
        let of = |text: &str| parents.iter().copied().find(|parent| id(parent) == text);
        let above = parents.iter().filter(|parent| revisions.contains(parent) && !is_below(**parent)).count();
        // How many there are below matters to large sets only.
        let below = if parents.len() < 4 { 1 } else { self.graph.up_to(revisions).into_iter().filter(|is| *is).count() - above };
        let left = StringSet::new(parents.iter().map(id)).without(below, |text| of(text).is_some_and(&is_below));
        left.iter().filter_map(of).collect()
    }

    fn is_below(&self, index: RevisionIndex, heads: &[RevisionIndex]) -> bool {
        heads.iter().any(|head| self.graph.is_ancestor_or_same(index, *head))
    }

    /// `update_to_step` of a stamp.
    pub(super) fn stamp(&mut self, step: &StampMove) -> Result<Vec<VersionChange>, Problem> {
        let absent = |index: &RevisionIndex| !self.heads.contains(index);
        match (step.from.as_slice(), step.to) {
            ([only], None) if !step.is_upgrade && step.branch_move => self.delete(*only)?,
            (from, Some(to)) if step.is_upgrade && (step.branch_move || from.iter().any(absent)) && absent(&to) => self.insert(to)?,
            ([rest @ .., last], Some(to)) => {
                rest.iter().try_for_each(|index| self.delete(*index))?;
                self.update(*last, to)?;
            }
            (_, Some(to)) => return Problem::other(format!("Revision {} is in the version table already", self.graph.id(to))),
            (_, None) => return Problem::other("a stamp to base takes one branch at a time"),
        }
        Ok(std::mem::take(&mut self.changes))
    }
}
