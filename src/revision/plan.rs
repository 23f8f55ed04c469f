//! Plans: the steps of an upgrade, a downgrade or a stamp, in Alembic's order.

use std::borrow::Cow;

use super::error::{Context, Problem};
use super::graph::{Graph, RevisionIndex};
use super::symbol::Node;
use super::version::{StampMove, VersionChange, VersionTable};
use super::walk::{Ends, Ground};
use crate::diag::{Code, Diagnostic};

/// What a step runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    Upgrade(RevisionIndex),
    Downgrade(RevisionIndex),
    /// Nothing but the version table is changed.
    Stamp,
}

/// One step of a plan (`MigrationStep`, and what `HeadMaintainer` makes of it).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub action: Action,
    /// `short_log`: what follows `-- Running `, such as `upgrade a1 -> b2`.
    pub log: String,
    /// The version table has no rows here, so that an offline script creates it before the step.
    pub creates_version_table: bool,
    /// The statements on the version table after the step, in order.
    pub changes: Vec<VersionChange>,
}

impl Step {
    fn of(graph: &Graph, table: &mut VersionTable<'_>, action: Action) -> Result<Self, Diagnostic> {
        let creates_version_table = table.is_empty();
        let (changes, log) = match action {
            Action::Upgrade(index) => {
                (table.upgrade(index), ["upgrade ", &joined(graph, graph.parents(index)), " -> ", graph.id(index)].concat())
            }
            Action::Downgrade(index) => {
                (table.downgrade(index), ["downgrade ", graph.id(index), " -> ", &joined(graph, graph.parents(index))].concat())
            }
            Action::Stamp => (Ok(Vec::new()), String::new()),
        };
        let changes = changes.map_err(|problem| Context::default().tell(graph, problem))?;
        Ok(Self { action, log, creates_version_table, changes })
    }
}

/// The ordered steps of a command, from the rows of the version table before to those after.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    pub steps: Vec<Step>,
    pub before: Vec<RevisionIndex>,
    pub after: Vec<RevisionIndex>,
    /// What is worth saying though the plan holds.
    pub warnings: Vec<Diagnostic>,
}

/// `start:end`, or `end` alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range<'a> {
    pub start: Option<&'a str>,
    pub end: &'a str,
}

impl<'a> Range<'a> {
    /// Cuts a range at its colon.
    ///
    /// # Errors
    /// `E0508` where there are several colons.
    pub fn parse(text: &'a str) -> Result<Self, Diagnostic> {
        let (start, end) = text.split_once(':').map_or((None, text), |(start, end)| (Some(start), end));
        if end.contains(':') {
            return Err(Diagnostic::error(Code::BadRange, format!("the range `{text}` has more than one colon"))
                .help("a range is `start:end`, such as `ae1027a6acf:head`"));
        }
        Ok(Self { start, end })
    }
}

impl Plan {
    /// The steps of `alembic upgrade RANGE --sql` (`command.upgrade`).
    ///
    /// # Errors
    /// `E0505` to `E0508`, in Alembic's words.
    pub fn upgrade(graph: &Graph, range: &str) -> Result<Self, Diagnostic> {
        let range = Range::parse(range)?;
        Self::upgrade_from(graph, &starting_rows(graph, range.start)?, range.end)
    }

    /// The steps of `alembic downgrade START:END --sql` (`command.downgrade`).
    ///
    /// # Errors
    /// `E0508` where no start is named; `E0505` to `E0508`, in Alembic's words.
    pub fn downgrade(graph: &Graph, range: &str) -> Result<Self, Diagnostic> {
        let range = Range::parse(range)?;
        let Some(start) = range.start else {
            return Err(Diagnostic::error(Code::BadRange, "downgrade with --sql requires <fromrev>:<torev>")
                .help(format!("there is no database to ask where it stands: write `head:{}`", range.end)));
        };
        Self::downgrade_from(graph, &starting_rows(graph, Some(start))?, range.end)
    }

    /// The steps up to `target` for a version table with these rows (`_upgrade_revs`).
    ///
    /// # Errors
    /// `E0505` to `E0508`, in Alembic's words.
    pub fn upgrade_from(graph: &Graph, rows: &[RevisionIndex], target: &str) -> Result<Self, Diagnostic> {
        let ancestor = format!("Destination {target} is not a valid upgrade target from current head(s)");
        let context = Context { ancestor: Some(&ancestor), end: Some(target), ..Context::default() };
        let ends = Ends { inclusive: false, implicit_base: true, assert_relative_length: true };
        let revisions = graph.iterate_up(Ground::Symbol(target), Ground::Rows(rows), ends);
        let revisions = revisions.map_err(|problem| context.tell(graph, problem))?;
        Self::of(graph, rows, revisions.into_iter().rev().map(Action::Upgrade))
    }

    /// The steps down to `target` for a version table with these rows (`_downgrade_revs`).
    ///
    /// # Errors
    /// `E0505` to `E0508`, in Alembic's words.
    pub fn downgrade_from(graph: &Graph, rows: &[RevisionIndex], target: &str) -> Result<Self, Diagnostic> {
        let ancestor = format!("Destination {target} is not a valid downgrade target from current head(s)");
        let context = Context { ancestor: Some(&ancestor), end: Some(target), ..Context::default() };
        let revisions = graph.iterate_down(rows, target).map_err(|problem| context.tell(graph, problem))?;
        let mut plan = Self::of(graph, rows, revisions.into_iter().map(Action::Downgrade))?;
        if rows.len() > 1 && target.starts_with('-') {
            let message = format!("downgrade {target} from multiple heads is ambiguous");
            let help = format!("name the branch, as in `<branchname>@{target}`");
            plan.warnings.push(Diagnostic::warning(Code::MultipleHeads, message).help(help));
        }
        Ok(plan)
    }

    /// The steps from nothing to all heads.
    ///
    /// # Errors
    /// None for a graph that was built; the signature is that of the other plans.
    pub fn whole_upgrade(graph: &Graph) -> Result<Self, Diagnostic> {
        Self::upgrade_from(graph, &[], "heads")
    }

    /// The steps from all heads to nothing.
    ///
    /// # Errors
    /// None for a graph that was built; the signature is that of the other plans.
    pub fn whole_downgrade(graph: &Graph) -> Result<Self, Diagnostic> {
        Self::downgrade_from(graph, graph.real_heads(), "base")
    }

    /// One revision's upgrade, the version table standing at exactly its parents.
    ///
    /// # Errors
    /// `E0508` where the version table can't be brought from there to the revision.
    pub fn upgrade_alone(graph: &Graph, index: RevisionIndex) -> Result<Self, Diagnostic> {
        let mut rows: Vec<RevisionIndex> = Vec::with_capacity(1);
        for parent in graph.parents(index) {
            if !rows.contains(parent) {
                rows.push(*parent);
            }
        }
        Self::of(graph, &rows, [Action::Upgrade(index)].into_iter())
    }

    /// One revision's downgrade, the version table standing at exactly this revision.
    ///
    /// # Errors
    /// `E0508` where the version table can't be brought from there to the revision's parents.
    pub fn downgrade_alone(graph: &Graph, index: RevisionIndex) -> Result<Self, Diagnostic> {
        Self::of(graph, &[index], [Action::Downgrade(index)].into_iter())
    }

    /// The steps of `alembic stamp REVISION… --sql` (`command.stamp`), each argument a symbol or `start:symbol`.
    ///
    /// # Errors
    /// `E0508` where the arguments name several starts; `E0505` to `E0508`, in Alembic's words.
    pub fn stamp(graph: &Graph, arguments: &[&str]) -> Result<Self, Diagnostic> {
        let mut start = None;
        let mut targets = Vec::with_capacity(arguments.len());
        for argument in arguments {
            let range = Range::parse(argument)?;
            if range.start.is_some() && start.is_some() && range.start != start {
                return Err(Diagnostic::error(
                    Code::BadRange,
                    "Stamp operation with --sql only supports a single starting revision at a time",
                ));
            }
            start = start.or(range.start);
            targets.push(range.end);
        }
        Self::stamp_from(graph, &starting_rows(graph, start)?, &targets)
    }

    /// The stamps that bring a version table with these rows to the targets (`_stamp_revs`).
    ///
    /// # Errors
    /// `E0505` to `E0508`, in Alembic's words.
    pub fn stamp_from(graph: &Graph, rows: &[RevisionIndex], targets: &[&str]) -> Result<Self, Diagnostic> {
        let multiple_heads = Some("Multiple heads are present; please specify a single target revision");
        let context = Context { multiple_heads, ..Context::default() };
        let moves = stamp_moves(graph, rows, targets).map_err(|problem| context.tell(graph, problem))?;
        let mut table = VersionTable::new(graph, rows);
        let mut steps = Vec::with_capacity(moves.len());
        for step in &moves {
            let creates_version_table = table.is_empty();
            let changes = table.stamp(step).map_err(|problem| context.tell(graph, problem))?;
            let to: Vec<_> = step.to.into_iter().collect();
            let log = format!("stamp_revision {} -> {}", joined(graph, &step.from), joined(graph, &to));
            steps.push(Step { action: Action::Stamp, log, creates_version_table, changes });
        }
        Ok(Self { steps, before: rows.to_vec(), after: table.into_heads(), warnings: Vec::new() })
    }

    fn of(graph: &Graph, rows: &[RevisionIndex], actions: impl Iterator<Item = Action>) -> Result<Self, Diagnostic> {
        let mut table = VersionTable::new(graph, rows);
        let steps = actions.map(|action| Step::of(graph, &mut table, action));
        let steps = steps.collect::<Result<Vec<_>, Diagnostic>>()?;
        Ok(Self { steps, before: rows.to_vec(), after: table.into_heads(), warnings: Vec::new() })
    }
}

/// The version table's rows that a range's start stands for (`get_current_heads` offline).
fn starting_rows(graph: &Graph, start: Option<&str>) -> Result<Vec<RevisionIndex>, Diagnostic> {
    match start {
        None | Some("base") => Ok(Vec::new()),
        Some(symbol) => Ok(graph.locate(symbol)?.into_iter().collect()),
    }
}

/// `format_as_comma` of ids.
fn joined<'a>(graph: &'a Graph, indexes: &[RevisionIndex]) -> Cow<'a, str> {
    match indexes {
        [only] => Cow::Borrowed(graph.id(*only)),
        several => Cow::Owned(several.iter().map(|index| &**graph.id(*index)).collect::<Vec<_>>().join(", ")),
    }
}

/// `ScriptDirectory._stamp_revs`.
fn stamp_moves(graph: &Graph, rows: &[RevisionIndex], targets: &[&str]) -> Result<Vec<StampMove>, Problem> {
    let targets = if targets.is_empty() { &["base"][..] } else { targets };
    let mut heads: Vec<RevisionIndex> = Vec::with_capacity(rows.len());
    let mut ends = Vec::new();
    for target in targets {
        for head in graph.filter_for_lineage(rows, target, true)? {
            if !heads.contains(&head) {
                heads.push(head);
            }
        }
    }
    for target in targets {
        ends.extend(graph.get_revisions(target)?);
    }
    if ends.is_empty() {
        ends.push(None);
    }
    let mut moves = Vec::with_capacity(ends.len());
    for end in ends {
        match end {
            None => moves.extend(heads.iter().map(|head| StampMove { from: vec![*head], to: None, is_upgrade: false, branch_move: true })),
            Some(Node::Base) => return Problem::other("a stamp needs a revision, or `base`, not one counted down from a head to the base"),
            Some(Node::At(end)) if heads.contains(&end) => {}
            Some(Node::At(end)) => moves.push(stamp_move(graph, &heads, end)),
        }
    }
    Ok(moves)
}

fn stamp_move(graph: &Graph, heads: &[RevisionIndex], end: RevisionIndex) -> StampMove {
    let above = graph.descendants(&[end], true);
    let below = graph.ancestors(&[end], true);
    let any = |set: &[bool]| heads.iter().any(|head| set.get(head.position()) == Some(&true));
    let from = heads.to_vec();
    match (any(&above), any(&below)) {
        (true, _) => StampMove { from, to: Some(end), is_upgrade: false, branch_move: false },
        (false, true) => StampMove { from, to: Some(end), is_upgrade: true, branch_move: false },
        (false, false) => StampMove { from: Vec::new(), to: Some(end), is_upgrade: true, branch_move: true },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::revision::{Name, Revision};
    use crate::source::Span;

    /// A graph of `id: parents; dependencies` lines.
    fn graph(lines: &[&str]) -> Graph {
        let names = |text: &str| text.split_whitespace().map(|text| Name { text: text.into(), span: Span::NOWHERE }).collect::<Vec<_>>();
        let revision = |line: &&str| {
            let (id, rest) = line.split_once(':').unwrap();
            let (parents, dependencies) = rest.split_once(';').unwrap_or((rest, ""));
            Revision {
                id: id.into(),
                span: Span::NOWHERE,
                parents: names(parents),
                dependencies: names(dependencies),
                labels: Vec::new(),
                documentation: String::new(),
                path: format!("{id}.py").into(),
            }
        };
        Graph::build(lines.iter().map(revision).collect()).unwrap()
    }

    #[test]
    fn a_merge_passes_over_a_dependency_that_another_parent_implies() {
        // Alembic fails here: it wants to update the row of `d1`, which `b2` took away with `d2`.
        let graph = graph(&["a:", "d1:", "d2: d1", "b1: a", "b2: a; d2", "m: b1 b2; d1"]);
        let plan = Plan::whole_upgrade(&graph).unwrap();
        let (delete, update) = (VersionChange::Delete("b1".into()), VersionChange::Update { from: "b2".into(), to: "m".into() });
        assert_eq!(plan.steps.last().unwrap().changes, [delete, update]);
        assert_eq!(plan.after, [graph.find("m").unwrap()]);
        let back = Plan::whole_downgrade(&graph).unwrap();
        assert!(back.after.is_empty() && back.steps.len() == 6);
    }

    #[test]
    fn a_downgrade_without_a_start_says_how_to_write_one() {
        let error = Plan::downgrade(&graph(&["a1:"]), "-1").unwrap_err();
        assert_eq!(error.message, "downgrade with --sql requires <fromrev>:<torev>");
        assert!(error.help.unwrap().contains("`head:-1`"));
    }

    #[test]
    fn several_heads_are_all_named() {
        let error = Plan::upgrade(&graph(&["a1:", "b2: a1", "c3: a1"]), "head").unwrap_err();
        assert_eq!(error.code, Code::MultipleHeads);
        assert!(error.message.starts_with("Multiple head revisions are present for given argument 'head'; please specify"));
        assert_eq!(error.help.as_deref(), Some("the heads are `b2`, `c3`"));
    }
}
