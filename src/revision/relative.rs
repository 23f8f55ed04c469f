//! Relative symbols (`+2`, `ae10-1`, `label@+1`): where the targets of an upgrade and a downgrade lie.

use super::error::Problem;
use super::graph::{Graph, RevisionIndex};
use super::symbol::{Node, Position};
use super::walk::Ground;

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
pub(super) struct DowngradeTarget {
    pub branch: Option<String>,
    pub end: Position,
}

/// Positions that must all be revisions; `symbol` is what was asked for.
pub(super) fn only_revisions(positions: Vec<Position>, symbol: &str) -> Result<Vec<RevisionIndex>, Problem> {
    let revision = |position| match position {
        Some(Node::At(index)) => Ok(index),
        _ => Relative::parse(symbol).map_or_else(|| Problem::other("Walked too far"), |relative| relative.too_few()),
    };
    positions.into_iter().map(revision).collect()
}

impl Graph {
    /// What a walk starts from, as positions.
    pub(super) fn positions(&self, ground: Ground) -> Result<Vec<Position>, Problem> {
        match ground {
            Ground::Symbol(symbol) => self.get_revisions(symbol),
            Ground::Rows(rows) => Ok(rows.iter().map(|row| Some(Node::At(*row))).collect()),
        }
    }

    /// `_parse_upgrade_target`.
    pub(super) fn parse_upgrade_target(&self, current: Ground, target: &str, no_overwalk: bool) -> Result<Vec<Position>, Problem> {
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
    pub(super) fn downgrade_target(&self, current: Ground, target: &str, no_overwalk: bool) -> Result<DowngradeTarget, Problem> {
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
}

fn only_start(starts: &[RevisionIndex]) -> Result<Position, Problem> {
    match starts {
        [] => Ok(None),
        [only] => Ok(Some(Node::At(*only))),
        _ => Problem::other("Ambiguous upgrade from multiple current revisions"),
    }
}
