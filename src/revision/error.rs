//! What goes wrong when symbols and ranges are resolved, and how it is told (`_catch_revision_errors`).

use std::sync::Arc;

use super::graph::{Graph, RevisionIndex};
use crate::diag::{Code, Diagnostic};

/// The exceptions of `alembic/script/revision.py`.
#[derive(Debug)]
pub(super) enum Problem {
    RangeNotAncestor,
    MultipleHeads {
        heads: Vec<Arc<str>>,
        argument: String,
    },
    /// `argument` names nothing, or too much; `why` is what Alembic keeps to itself.
    Resolution {
        argument: String,
        why: String,
        candidates: Vec<Arc<str>>,
    },
    /// Any other, told in these words.
    Other(String),
}

impl Problem {
    pub(super) fn other<T>(message: impl Into<String>) -> Result<T, Self> {
        Err(Self::Other(message.into()))
    }
}

/// What the command that failed has to say about it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Context<'a> {
    /// The whole message where a range's ends are not on one line.
    pub ancestor: Option<&'a str>,
    /// The whole message where there are several heads.
    pub multiple_heads: Option<&'a str>,
    pub start: Option<&'a str>,
    pub end: Option<&'a str>,
}

impl Context<'_> {
    /// Turns a problem into the diagnostic that the user sees.
    pub(super) fn tell(&self, graph: &Graph, problem: Problem) -> Diagnostic {
        match problem {
            Problem::RangeNotAncestor => self.tell_range(graph),
            Problem::MultipleHeads { heads, argument } => self.tell_heads(graph, &heads, &argument),
            Problem::Resolution { argument, why, candidates } => tell_unknown(graph, &argument, &why, &candidates),
            Problem::Other(message) => Diagnostic::error(Code::BadRange, message).help(heads_help(graph)),
        }
    }

    fn tell_range(&self, graph: &Graph) -> Diagnostic {
        let (start, end) = (self.start.unwrap_or("base"), self.end.unwrap_or("base"));
        let message = self.ancestor.map_or_else(
            || format!("Requested range {start}:{end} does not refer to ancestor/descendant revisions along the same branch"),
            str::to_owned,
        );
        Diagnostic::error(Code::BadRange, message).help(heads_help(graph))
    }

    fn tell_heads(&self, graph: &Graph, heads: &[Arc<str>], argument: &str) -> Diagnostic {
        let argument = self.end.unwrap_or(argument);
        let message = self.multiple_heads.map_or_else(
            || {
                format!(
                    "Multiple head revisions are present for given argument '{argument}'; please specify a specific target revision, \
                     '<branchname>@{argument}' to narrow to a specific head, or 'heads' for all heads"
                )
            },
            str::to_owned,
        );
        let help = format!("the heads are {}", heads.iter().map(|id| named(graph, id)).collect::<Vec<_>>().join(", "));
        let error = Diagnostic::error(Code::MultipleHeads, message).help(help);
        heads.iter().filter_map(|id| graph.find(id)).fold(error, |error, head| {
            let revision = graph.revision(head);
            error.label(revision.span, format!("`{}` is a head", revision.id))
        })
    }
}

fn tell_unknown(graph: &Graph, argument: &str, why: &str, candidates: &[Arc<str>]) -> Diagnostic {
    let message = format!("Can't locate revision identified by '{argument}'");
    if !candidates.is_empty() {
        let names: Vec<String> = candidates.iter().take(8).map(|key| format!("`{key}`")).collect();
        let more = if candidates.len() > names.len() { ", …" } else { "" };
        return Diagnostic::error(Code::AmbiguousRevision, format!("{message}: {why}"))
            .help(format!("write more of the id; it may be {}{more}", names.join(", ")));
    }
    let help = nearest(argument, &graph.keys).map_or_else(|| heads_help(graph), |near| format!("did you mean `{near}`?"));
    let message = if why.is_empty() { message } else { format!("{message}: {why}") };
    Diagnostic::error(Code::UnknownRevision, message).help(help)
}

/// The id or label most like a name, if any is near enough to be meant.
pub(super) fn nearest<'a>(name: &str, keys: &'a [(Arc<str>, RevisionIndex)]) -> Option<&'a str> {
    let scored = keys.iter().map(|(key, _)| (strsim::jaro_winkler(name, key), &**key));
    let best = scored.fold(None, |best: Option<(f64, &str)>, next| if best.is_none_or(|best| next.0 > best.0) { Some(next) } else { best });
    best.filter(|(score, _)| *score >= 0.75).map(|(_, key)| key)
}

/// An id with the labels of its branch.
fn named(graph: &Graph, id: &str) -> String {
    let labels = graph.find(id).map(|index| graph.labels(index).join(", ")).unwrap_or_default();
    if labels.is_empty() { format!("`{id}`") } else { format!("`{id}` ({labels})") }
}

fn heads_help(graph: &Graph) -> String {
    let heads = graph.real_heads();
    let names: Vec<String> = heads.iter().take(8).map(|head| named(graph, graph.id(*head))).collect();
    match names.as_slice() {
        [] => "there are no revisions".to_owned(),
        [only] => format!("the chain's head is {only}; `aludel history` lists all revisions"),
        several => format!("the heads are {}; `aludel history` lists all revisions", several.join(", ")),
    }
}
