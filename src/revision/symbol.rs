//! Symbols of single revisions: ids, parts of ids, labels, `head`, `heads`, `base`, `label@symbol`.

use std::sync::Arc;

use super::error::{Context, Problem};
use super::graph::{Graph, RevisionIndex};
use super::topology::related;
use crate::diag::Diagnostic;

/// Where a walk may stand: at a revision, or below all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Node {
    At(RevisionIndex),
    /// The text `base` where Alembic hands that on instead of a revision.
    Base,
}

/// A position, or nothing at all: `None` of Alembic, which is the empty database as a start.
pub(super) type Position = Option<Node>;

/// `_resolve_revision_number`: the names that a symbol stands for, and its branch.
struct Resolved<'a> {
    names: Vec<Arc<str>>,
    branch: Option<&'a str>,
}

impl Graph {
    /// The revisions that a symbol names, as `alembic show` and `alembic stamp` take it; none for `base`.
    ///
    /// # Errors
    /// `E0505` to `E0508`, in Alembic's words.
    pub fn locate_all(&self, symbol: &str) -> Result<Vec<RevisionIndex>, Diagnostic> {
        let tell = |problem| Context::default().tell(self, problem);
        let positions = self.get_revisions(symbol).map_err(tell)?;
        let revision = |position: Position| match position {
            Some(Node::At(index)) => Ok(index),
            _ => Err(tell(Problem::Other(format!("Relative revision {symbol} didn't produce a revision")))),
        };
        positions.into_iter().map(revision).collect()
    }

    /// The one revision that a symbol names; nothing for `base`.
    ///
    /// # Errors
    /// `E0505` to `E0508`, in Alembic's words.
    pub fn locate(&self, symbol: &str) -> Result<Option<RevisionIndex>, Diagnostic> {
        self.get_revision(symbol).map_err(|problem| Context::default().tell(self, problem))
    }

    /// `RevisionMap.get_revisions` of one symbol.
    pub(super) fn get_revisions(&self, symbol: &str) -> Result<Vec<Position>, Problem> {
        let resolved = self.resolve(symbol)?;
        if let [name] = resolved.names.as_slice()
            && let Some(steps) = name.trim().parse::<i64>().ok().filter(|steps| *steps < 0)
        {
            let heads = self
                .real_heads()
                .iter()
                .filter(|head| resolved.branch.is_none_or(|branch| self.labels(**head).iter().any(|label| &**label == branch)));
            return heads.map(|head| self.walk(Some(Node::At(*head)), steps, None, true)).collect();
        }
        let find = |name: &Arc<str>| Ok(Some(Node::At(self.find_partial(name, resolved.branch)?)));
        resolved.names.iter().map(find).collect()
    }

    /// `RevisionMap.get_revision`.
    pub(super) fn get_revision(&self, symbol: &str) -> Result<Option<RevisionIndex>, Problem> {
        let resolved = self.resolve(symbol)?;
        match resolved.names.as_slice() {
            [] => {
                resolved.branch.map(|branch| self.resolve_branch(branch)).transpose()?;
                Ok(None)
            }
            [name] => self.find_partial(name, resolved.branch).map(Some),
            several => Err(Problem::MultipleHeads { heads: several.to_vec(), argument: symbol.to_owned() }),
        }
    }

    fn resolve<'a>(&self, symbol: &'a str) -> Result<Resolved<'a>, Problem> {
        let (branch, name) = symbol.split_once('@').map_or((None, symbol), |(branch, name)| (Some(branch), name));
        let branch = branch.filter(|branch| !branch.is_empty());
        let ids = |indexes: &[RevisionIndex]| indexes.iter().map(|index| Arc::clone(self.id(*index))).collect::<Vec<_>>();
        let names = match (name, branch) {
            ("heads", None) => ids(self.real_heads()),
            ("heads", Some(branch)) => ids(&self.filter_for_lineage(self.heads(), branch, false)?),
            ("head", _) => self.current_head(branch)?.map(|head| Arc::clone(self.id(head))).into_iter().collect(),
            ("base", _) => Vec::new(),
            _ => vec![Arc::from(name)],
        };
        Ok(Resolved { names, branch })
    }

    /// `get_current_head`.
    fn current_head(&self, branch: Option<&str>) -> Result<Option<RevisionIndex>, Problem> {
        let heads = match branch {
            Some(branch) => self.filter_for_lineage(self.heads(), branch, false)?,
            None => self.heads().to_vec(),
        };
        if heads.len() > 1 {
            let argument = branch.map_or_else(|| "head".to_owned(), |branch| format!("{branch}@head"));
            return Err(Problem::MultipleHeads { heads: heads.iter().map(|head| Arc::clone(self.id(*head))).collect(), argument });
        }
        Ok(heads.first().copied())
    }

    /// `_resolve_branch`.
    pub(super) fn resolve_branch(&self, branch: &str) -> Result<RevisionIndex, Problem> {
        match self.find(branch) {
            Some(index) => Ok(index),
            None => self.find_partial(branch, None).map_err(|problem| match problem {
                Problem::Resolution { argument, candidates, .. } => {
                    Problem::Resolution { argument, why: format!("No such branch: '{branch}'"), candidates }
                }
                other => other,
            }),
        }
    }

    /// `_revision_for_ident`: an id or label, whole or the beginning of one of at least four characters.
    fn find_partial(&self, name: &str, branch: Option<&str>) -> Result<RevisionIndex, Problem> {
        let branch = branch.map(|branch| Ok((branch, self.resolve_branch(branch)?))).transpose()?;
        let index = match self.find(name) {
            Some(index) => index,
            None => self.find_beginning(name, branch.map(|(branch, _)| branch))?,
        };
        match branch {
            Some((branch, root)) if !self.lineage(&[root], false)[index.position()] => {
                let why = format!("Revision {} is not a member of branch '{branch}'", self.id(index));
                Err(Problem::Resolution { argument: name.to_owned(), why, candidates: Vec::new() })
            }
            _ => Ok(index),
        }
    }

    fn find_beginning(&self, name: &str, branch: Option<&str>) -> Result<RevisionIndex, Problem> {
        let problem = |why: String, candidates| Err(Problem::Resolution { argument: name.to_owned(), why, candidates });
        if name.is_empty() {
            return problem("an empty name names no revision".to_owned(), Vec::new());
        }
        let mut fitting: Vec<&(Arc<str>, RevisionIndex)> =
            self.keys.iter().filter(|(key, _)| key.chars().nth(3).is_some() && key.starts_with(name)).collect();
        if let Some(branch) = branch.filter(|_| !fitting.is_empty()) {
            let member = self.lineage(&self.shares(branch)?, false);
            fitting.retain(|(_, index)| member[index.position()]);
        }
        match fitting.as_slice() {
            [(_, index)] => Ok(*index),
            [] if name.chars().nth(3).is_none() => {
                problem("at least four characters are needed to find an id by its beginning".to_owned(), Vec::new())
            }
            [] => problem(String::new(), Vec::new()),
            several => problem(
                format!("several revisions or labels start with '{name}'"),
                several.iter().map(|(key, _)| Arc::clone(key)).collect(),
            ),
        }
    }

    /// `filter_for_lineage`: those that stand above or below what the symbol names.
    pub(super) fn filter_for_lineage(
        &self,
        targets: &[RevisionIndex],
        symbol: &str,
        dependencies: bool,
    ) -> Result<Vec<RevisionIndex>, Problem> {
        // The symbol is resolved even for no targets, its names only for some: errors come out as in Alembic.
        let resolved = self.resolve(symbol)?;
        if targets.is_empty() || (resolved.branch.is_none() && resolved.names.is_empty()) {
            return Ok(targets.to_vec());
        }
        let member = self.lineage(&self.shares(symbol)?, dependencies);
        Ok(targets.iter().copied().filter(|target| member[target.position()]).collect())
    }

    fn shares(&self, symbol: &str) -> Result<Vec<RevisionIndex>, Problem> {
        let resolved = self.resolve(symbol)?;
        let names = resolved.branch.into_iter().chain(resolved.names.iter().map(|name| &**name));
        names.map(|name| self.find_partial(name, None)).collect()
    }

    /// `_shares_lineage` for all revisions at once: ancestors and descendants of any of `roots`, and these.
    pub(super) fn lineage(&self, roots: &[RevisionIndex], dependencies: bool) -> Vec<bool> {
        let mut member = self.ancestors(roots, dependencies);
        let above = self.descendants(roots, dependencies);
        member.iter_mut().zip(above).for_each(|(member, above)| *member |= above);
        member
    }

    /// `_get_ancestor_nodes` as a set.
    pub(super) fn ancestors(&self, roots: &[RevisionIndex], dependencies: bool) -> Vec<bool> {
        related(&self.links, roots, |link| if dependencies { &link.effective_parents } else { &link.parents })
    }

    /// `_get_descendant_nodes` as a set.
    pub(super) fn descendants(&self, roots: &[RevisionIndex], dependencies: bool) -> Vec<bool> {
        related(&self.links, roots, |link| if dependencies { &link.dependents } else { &link.children })
    }

    /// `_walk`: so many steps up (above 0) or down; nothing where the chain ends before and `no_overwalk` is given.
    pub(super) fn walk(&self, start: Position, steps: i64, branch: Option<&str>, no_overwalk: bool) -> Result<Position, Problem> {
        let mut here = start;
        let mut member: Option<Vec<bool>> = None;
        for _ in 0..steps.unsigned_abs() {
            let next = if steps > 0 { self.above(here, branch, &mut member)? } else { self.below(here) };
            match next.as_slice() {
                [] => return Ok(if no_overwalk { None } else { here }),
                [only] => here = Some(*only),
                _ => return Problem::other("Ambiguous walk"),
            }
        }
        Ok(here)
    }

    fn above(&self, here: Position, branch: Option<&str>, member: &mut Option<Vec<bool>>) -> Result<Vec<Node>, Problem> {
        let children = match here {
            None => self.bases(),
            Some(Node::At(index)) => self.children(index),
            Some(Node::Base) => return Problem::other("Walked too far"),
        };
        let Some(branch) = branch.filter(|_| !children.is_empty()) else {
            return Ok(children.iter().copied().map(Node::At).collect());
        };
        let shares = self.shares(branch)?;
        let member = member.get_or_insert_with(|| self.lineage(&shares, false));
        let on_branch = |child: &&RevisionIndex| shares.is_empty() || member[child.position()];
        Ok(children.iter().filter(on_branch).copied().map(Node::At).collect())
    }

    fn below(&self, here: Position) -> Vec<Node> {
        let parents = match here {
            Some(Node::Base) => return Vec::new(),
            None => self.heads(),
            Some(Node::At(index)) => self.parents(index),
        };
        if parents.is_empty() { vec![Node::Base] } else { parents.iter().copied().map(Node::At).collect() }
    }
}
