//! What `history`, `heads`, `branches`, `show` and `current` tell, as lists and as Alembic's text.

use super::error::Context;
use super::graph::{Graph, RevisionIndex};
use super::walk::{Ends, Ground};
use crate::diag::{Code, Diagnostic};

/// What a line about a revision shows beside its id (`Script._head_only`).
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown {
    pub labels: bool,
    pub message: bool,
    pub parents: bool,
    /// Whether it is a branch point or a merge.
    pub tree: bool,
    /// The revision is a row of the version table that was asked.
    pub current: bool,
}

/// The revisions of `history [-r RANGE]`, the newest first (`walk_revisions`).
///
/// `current` are the version table's rows, for a range that names `current`.
///
/// # Errors
/// `E0508` where the range has no colon or its ends are not on one line; `E0505` to `E0507`, in Alembic's words.
pub fn history(graph: &Graph, range: Option<&str>, current: &[RevisionIndex]) -> Result<Vec<RevisionIndex>, Diagnostic> {
    let (base, head) = match range.map(|range| range.trim().split_once(':')) {
        None => ("", ""),
        Some(Some((base, head))) if !head.contains(':') => (base, head),
        Some(_) => {
            return Err(Diagnostic::error(Code::BadRange, "History range requires [start]:[end], [start]:, or :[end]")
                .help("for example `-r ae1027a6acf:head` or `-r -3:`"));
        }
    };
    let end = |symbol, whole| match symbol {
        "" => Ground::Symbol(whole),
        "current" if current.is_empty() => Ground::Symbol(whole),
        "current" => Ground::Rows(current),
        other => Ground::Symbol(other),
    };
    let context = Context {
        start: Some(if base.is_empty() { "base" } else { base }),
        end: Some(if head.is_empty() { "heads" } else { head }),
        ..Context::default()
    };
    let ends = Ends { inclusive: true, implicit_base: false, assert_relative_length: false };
    graph.iterate_up(end(head, "heads"), end(base, "base"), ends).map_err(|problem| context.tell(graph, problem))
}

/// The branch points, in the order of [`history`].
///
/// # Errors
/// Those of [`history`] without a range.
pub fn branches(graph: &Graph) -> Result<Vec<RevisionIndex>, Diagnostic> {
    Ok(history(graph, None, &[])?.into_iter().filter(|index| graph.children(*index).len() > 1).collect())
}

/// The revisions that stand for the rows of a version table: the rows, and heads that only dependencies brought in
/// (`get_all_current`).
pub fn current(graph: &Graph, rows: &[RevisionIndex]) -> Vec<RevisionIndex> {
    graph.all_current(rows)
}

/// One line about a revision (`Script._head_only`).
pub fn line(graph: &Graph, index: RevisionIndex, shown: Shown) -> String {
    let revision = graph.revision(index);
    let mut text = String::new();
    if shown.parents {
        text.push_str(&parents_text(graph, index));
        if !revision.dependencies.is_empty() {
            text.push_str(&format!(" ({})", dependencies_text(graph, index)));
        }
        text.push_str(" -> ");
    }
    text.push_str(&revision.id);
    if shown.labels && !graph.labels(index).is_empty() {
        text.push_str(&format!(" ({})", graph.labels(index).join(", ")));
    }
    let is_real_head = graph.real_heads().binary_search(&index).is_ok();
    flag(&mut text, is_real_head, "head");
    flag(&mut text, graph.children(index).is_empty() && !is_real_head, "effective head");
    flag(&mut text, shown.current, "current");
    flag(&mut text, shown.tree && graph.children(index).len() > 1, "branchpoint");
    flag(&mut text, shown.tree && revision.is_merge(), "mergepoint");
    if shown.message {
        text.push_str(&format!(", {}", revision.message()));
    }
    text
}

/// All that is known of a revision, as `show` and `-v` print it (`Script.log_entry`); ends in a newline.
pub fn entry(graph: &Graph, index: RevisionIndex, current: bool) -> String {
    let revision = graph.revision(index);
    let mut text = format!("Rev: {}", revision.id);
    flag(&mut text, graph.children(index).is_empty(), "head");
    flag(&mut text, graph.children(index).len() > 1, "branchpoint");
    flag(&mut text, revision.is_merge(), "mergepoint");
    flag(&mut text, current, "current");
    let title = if revision.is_merge() { "Merges" } else { "Parent" };
    text.push_str(&format!("\n{title}: {}\n", parents_text(graph, index)));
    if !revision.dependencies.is_empty() {
        text.push_str(&format!("Also depends on: {}\n", dependencies_text(graph, index)));
    }
    if graph.children(index).len() > 1 {
        let children: Vec<&str> = graph.children(index).iter().map(|child| &**graph.id(*child)).collect();
        text.push_str(&format!("Branches into: {}\n", children.join(", ")));
    }
    if !graph.labels(index).is_empty() {
        text.push_str(&format!("Branch names: {}\n", graph.labels(index).join(", ")));
    }
    text.push_str(&format!("Path: {}\n", revision.path));
    let lines: Vec<String> = python_lines(revision.long_documentation()).map(|line| format!("    {line}")).collect();
    text.push_str(&format!("\n{}\n", lines.join("\n")));
    text
}

/// A branch point and its children, as `branches` prints them (`command.branches`), without the last newline.
pub fn branch(graph: &Graph, index: RevisionIndex, verbose: bool) -> String {
    let shown = Shown { labels: true, tree: true, ..Shown::default() };
    let first = if verbose { entry(graph, index, false) } else { line(graph, index, shown) };
    let indent = " ".repeat(graph.id(index).chars().count());
    let child = |child: &RevisionIndex| format!("{indent} -> {}", line(graph, *child, Shown { message: verbose, ..shown }));
    let children: Vec<String> = graph.children(index).iter().map(child).collect();
    format!("{first}\n{}\n", children.join("\n"))
}

fn flag(text: &mut String, holds: bool, word: &str) {
    if holds {
        text.push_str(&format!(" ({word})"));
    }
}

/// `Script._format_down_revision`.
fn parents_text(graph: &Graph, index: RevisionIndex) -> String {
    let parents = &graph.revision(index).parents;
    if parents.is_empty() { "<base>".to_owned() } else { parents.iter().map(|parent| &*parent.text).collect::<Vec<_>>().join(", ") }
}

fn dependencies_text(graph: &Graph, index: RevisionIndex) -> String {
    graph.revision(index).dependencies.iter().map(|name| &*name.text).collect::<Vec<_>>().join(", ")
}

/// `str.splitlines`.
fn python_lines(text: &str) -> impl Iterator<Item = &str> {
    let is_break = |c: char| matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1c}'..='\u{1e}' | '\u{85}' | '\u{2028}' | '\u{2029}');
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let Some(end) = rest.find(is_break) else { return Some(std::mem::take(&mut rest)) };
        let (line, tail) = rest.split_at(end);
        let width = if tail.starts_with("\r\n") { 2 } else { tail.chars().next().map_or(0, char::len_utf8) };
        rest = &tail[width..];
        Some(line)
    })
}
