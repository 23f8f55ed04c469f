//! Which revisions a range takes in, and in which order (`iterate_revisions`).

use super::error::Problem;
use super::graph::{Graph, RevisionIndex};
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

/// `[branch@][symbol]±steps` (`_relative_destination`).
struct Relative<'a> {
    branch: Option<&'a str>,
    symbol: Option<&'a str>,
    steps: i64,
    text: &'a str,
}

impl<'a> Relative<'a> {
    /// Reads the beginning of a symbol; what follows the digits is not looked at, as in Alembic.
    fn parse(symbol: &'a str) -> Option<Self> {
        let with_branch = symbol.match_indices('@').filter(|(at, _)| *at > 0).find_map(|(at, _)| {
            let (branch, rest) = (&symbol[..at], &symbol[at + 1..]);
            Self::parse_plain(rest).map(|relative| Self { branch: Some(branch), ..relative })
        });
        with_branch.or_else(|| Self::parse_plain(symbol))
    }

    fn parse_plain(text: &'a str) -> Option<Self> {
        let sign = text.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
        let (symbol, relative) = text.split_at(sign);
        let digits = relative.strip_prefix(['+', '-'])?;
        let length = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
        let text = relative.get(..=length).filter(|_| length > 0)?;
        let end_of_range = if text.starts_with('-') { -i64::MAX } else { i64::MAX };
        let symbol = Some(symbol).filter(|symbol| !symbol.is_empty());
        Some(Self { branch: None, symbol, steps: text.parse().unwrap_or(end_of_range), text })
    }

    /// What Alembic raises where the walk ends before the steps do.
    fn too_few<T>(&self) -> Result<T, Problem> {
        Problem::other(format!("Relative revision {} didn't produce {} migrations", self.text, self.steps.unsigned_abs()))
    }

    /// The symbol that a walk down begins at.
    fn start(&self, graph: &Graph, branch: Option<&str>, symbol: &str) -> Result<Position, Problem> {
        let start = match branch {
            Some(branch) => graph.get_revision(&format!("{branch}@{symbol}"))?,
            None => graph.get_revision(symbol)?,
        };
        Ok(start.map(Node::At))
    }
}

/// The target of a downgrade: the branch it names, and where it ends; nothing for `base`.
struct DowngradeTarget {
    branch: Option<String>,
    end: Position,
}

fn only_revisions(positions: Vec<Position>, symbol: &str) -> Result<Vec<RevisionIndex>, Problem> {
    let revision = |position| match position {
        Some(Node::At(index)) => Ok(index),
        _ => Relative::parse(symbol).map_or_else(|| Problem::other("Walked too far"), |relative| relative.too_few()),
    };
    positions.into_iter().map(revision).collect()
}

impl Graph {
    fn positions(&self, ground: Ground) -> Result<Vec<Position>, Problem> {
        match ground {
            Ground::Symbol(symbol) => self.get_revisions(symbol),
            Ground::Rows(rows) => Ok(rows.iter().map(|row| Some(Node::At(*row))).collect()),
        }
    }

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

    /// `_parse_upgrade_target`.
    fn parse_upgrade_target(&self, current: Ground, target: &str, no_overwalk: bool) -> Result<Vec<Position>, Problem> {
        let Some(relative) = Relative::parse(target) else { return self.get_revisions(target) };
        let end = match relative.symbol {
            None if relative.steps == 0 => return Relative { text: "0", ..relative }.too_few(),
            None if relative.steps < 0 => return relative.too_few(),
            None => {
                let start = self.start_of_upgrade(current, relative.branch)?;
                let end = self.walk(start, relative.steps, relative.branch, no_overwalk)?;
                if end.is_none() {
                    return relative.too_few();
                }
                end
            }
            Some(symbol) if relative.steps > 0 => {
                let start = self.get_revision(symbol)?.map(Node::At);
                self.walk(start, relative.steps, relative.branch, no_overwalk)?
            }
            Some(symbol) => self.walk(relative.start(self, relative.branch, symbol)?, relative.steps, None, no_overwalk)?,
        };
        Ok(vec![end])
    }

    /// The one place that `+n` counts from.
    fn start_of_upgrade(&self, current: Ground, branch: Option<&str>) -> Result<Position, Problem> {
        let Some(branch) = branch else {
            return match current {
                Ground::Symbol(symbol) => Ok(self.get_revision(symbol)?.map(Node::At)),
                Ground::Rows(rows) => only_start(rows),
            };
        };
        let here = only_revisions(self.positions(current)?, "")?;
        let on_branch = self.filter_for_lineage(&here, branch, false)?;
        if !on_branch.is_empty() {
            return only_start(&on_branch);
        }
        // The branch is no row of its own: its topmost revisions among those that ran.
        let ran = self.ancestors(&here, true);
        let ran: Vec<_> = self.indexes().filter(|index| ran[index.position()]).collect();
        let active = self.filter_for_lineage(&ran, branch, false)?;
        let mut covered = vec![false; self.len()];
        active.iter().flat_map(|index| self.effective_parents(*index)).for_each(|parent| covered[parent.position()] = true);
        only_start(&active.into_iter().filter(|index| !covered[index.position()]).collect::<Vec<_>>())
    }

    /// `_parse_downgrade_target`.
    fn downgrade_target(&self, current: Ground, target: &str, no_overwalk: bool) -> Result<DowngradeTarget, Problem> {
        let Some(relative) = Relative::parse(target) else {
            let (branch, symbol) = target.rsplit_once('@').map_or((None, target), |(branch, symbol)| (Some(branch), symbol));
            let branch = branch.filter(|branch| !branch.is_empty()).map(str::to_owned);
            return Ok(DowngradeTarget { branch, end: self.get_revision(symbol)?.map(Node::At) });
        };
        let branch = relative.branch.map(str::to_owned);
        match relative.symbol {
            None if relative.steps >= 0 => relative.too_few(),
            Some(symbol) if relative.steps >= 0 => {
                let start = self.get_revision(symbol)?.map(Node::At);
                let end = self.walk(start, relative.steps, relative.branch, no_overwalk)?;
                if end.is_none() { Problem::other("Walked too far") } else { Ok(DowngradeTarget { branch, end }) }
            }
            Some(symbol) => {
                let end = self.walk(relative.start(self, relative.branch, symbol)?, relative.steps, None, no_overwalk)?;
                if end.is_none() { Problem::other("Walked too far") } else { Ok(DowngradeTarget { branch, end }) }
            }
            None => {
                let symbol = self.start_of_downgrade(current, &relative)?;
                // Without a branch the row itself is one, so that the walk stays below it.
                let branch = branch.unwrap_or_else(|| symbol.clone());
                let end = self.walk(relative.start(self, Some(&branch), &symbol)?, relative.steps, None, no_overwalk)?;
                if end.is_none() { relative.too_few() } else { Ok(DowngradeTarget { branch: Some(branch), end }) }
            }
        }
    }

    /// The row, as text, that `-n` counts from.
    fn start_of_downgrade(&self, current: Ground, relative: &Relative) -> Result<String, Problem> {
        let id = |index: &RevisionIndex| self.id(*index).to_string();
        let Some(branch) = relative.branch else {
            return match current {
                Ground::Symbol(symbol) => Ok(symbol.to_owned()),
                Ground::Rows([first, ..]) => Ok(id(first)),
                Ground::Rows([]) => relative.too_few(),
            };
        };
        let here = only_revisions(self.positions(current)?, "")?;
        let mut rows = self.filter_for_lineage(&here, branch, false)?;
        if rows.is_empty() {
            rows = self.filter_for_lineage(&self.all_current(&here), branch, false)?;
        }
        match rows.as_slice() {
            [only] => Ok(id(only)),
            _ => Problem::other(format!(
                "Relative revision {branch}@{} is ambiguous: {} revisions are current on that branch",
                relative.text,
                rows.len()
            )),
        }
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

    /// `_iterate_related_revisions` with `check`: no target may lead to another.
    fn checked<'a>(
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
    fn topological_sort(&self, mut todo: Vec<bool>, heads: &[RevisionIndex]) -> Result<Vec<RevisionIndex>, Problem> {
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

fn only_start(starts: &[RevisionIndex]) -> Result<Position, Problem> {
    match starts {
        [] => Ok(None),
        [only] => Ok(Some(Node::At(*only))),
        _ => Problem::other("Ambiguous upgrade from multiple current revisions"),
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
