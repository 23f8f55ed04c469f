//! The order in which revisions run, and the check that targets do not lead to each other.

use super::error::Problem;
use super::graph::{Graph, RevisionIndex};

impl Graph {
    /// `_iterate_related_revisions` with `check`: no target may lead to another.
    pub(super) fn checked<'a>(
        &'a self,
        targets: &[RevisionIndex],
        next: impl Fn(&'a Self, RevisionIndex) -> &'a [RevisionIndex],
    ) -> Result<Vec<bool>, Problem> {
        if let [_] | [] = targets {
            let link = |index: RevisionIndex| next(self, index);
            return Ok(reachable(self.len(), targets, link));
        }
        let mut is_target = vec![false; self.len()];
        targets.iter().for_each(|target| is_target[target.position()] = true);
        let mut seen = vec![false; self.len()];
        for target in targets {
            let mut met: Vec<RevisionIndex> = Vec::new();
            let mut open = vec![*target];
            while let Some(index) = open.pop() {
                if is_target[index.position()] && index != *target && !met.contains(&index) {
                    met.push(index);
                }
                if !std::mem::replace(&mut seen[index.position()], true) {
                    open.extend_from_slice(next(self, index));
                }
            }
            if !met.is_empty() {
                let others = met.iter().map(|index| &**self.id(*index)).collect::<Vec<_>>().join(", ");
                return Problem::other(format!("Requested revision {} overlaps with other requested revisions {others}", self.id(*target)));
            }
        }
        Ok(seen)
    }

    /// `_topological_sort`, the same order without its repeated walks.
    ///
    /// Walks down from one head as long as no other head needs the revision that comes next.
    pub(super) fn topological_sort(&self, mut todo: Vec<bool>, heads: &[RevisionIndex]) -> Result<Vec<RevisionIndex>, Problem> {
        let mut current: Vec<RevisionIndex> = heads.iter().copied().filter(|head| todo[head.position()]).collect();
        current.sort_unstable();
        current.dedup();
        let mut is_current = vec![false; self.len()];
        current.iter().for_each(|head| is_current[head.position()] = true);
        let mut left = todo.iter().filter(|todo| **todo).count();
        let mut done = vec![false; self.len()];
        let mut output = Vec::with_capacity(left);
        let mut at = 0;
        while let Some(candidate) = current.get(at).copied() {
            // Above a revision all of whose dependents are done, no head can be left.
            let settled = current.len() == 1 || self.link(candidate).dependents.iter().all(|dependent| done[dependent.position()]);
            let above = |(other, head): (usize, &RevisionIndex)| other != at && self.is_ancestor_or_same(candidate, *head);
            if !settled && let Some(other) = current.iter().enumerate().position(above) {
                at = other;
                continue;
            }
            output.push(candidate);
            left -= 1;
            (todo[candidate.position()], done[candidate.position()]) = (false, true);
            let parents = self.effective_parents(candidate).iter();
            let mut next =
                parents.copied().filter(|parent| todo[parent.position()] && !is_current[parent.position()]).collect::<Vec<_>>().into_iter();
            is_current[candidate.position()] = false;
            next.clone().for_each(|parent| is_current[parent.position()] = true);
            match next.next() {
                Some(first) => {
                    current[at] = first;
                    current.extend(next);
                }
                None => {
                    current.remove(at);
                    at = at.saturating_sub(1);
                }
            }
        }
        if left > 0 {
            return Problem::other("the range leaves out revisions that others in it depend on");
        }
        Ok(output)
    }
}

fn reachable<'a>(count: usize, start: &[RevisionIndex], next: impl Fn(RevisionIndex) -> &'a [RevisionIndex]) -> Vec<bool> {
    let mut seen = vec![false; count];
    let mut open = start.to_vec();
    while let Some(index) = open.pop() {
        if !std::mem::replace(&mut seen[index.position()], true) {
            open.extend_from_slice(next(index));
        }
    }
    seen
}
