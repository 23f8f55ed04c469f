//! `downgrade RANGE`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::script::{self, Planned, ScriptOptions};
use super::{Result, Session};
use crate::diag::{Code, Diagnostic, Severity};
use crate::revision::{Graph, Plan};

const EXAMPLES: &str = "\
Examples:
  aludel downgrade head:ae10 --sql      from the head back to ae10
  aludel downgrade -1                   one step back from the head
  aludel downgrade -1 --from ae10       one step back from ae10";

/// Write the script of a downgrade: START:END, or END from the head on
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Downgrade {
    /// Where to: a range `head:ae10`, or its end alone, such as `-1` or `base`
    #[arg(allow_negative_numbers = true)]
    revision: String,
    /// The version that the database stands at [default: the head]
    #[arg(long, value_name = "REV")]
    from: Option<String>,
    #[command(flatten)]
    script: ScriptOptions,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: Downgrade) -> Result<Outcome> {
    let strict = session.shared.rest.sql;
    script::run(session, &arguments.script, |graph| plan(graph, &arguments.revision, arguments.from.as_deref(), strict))
}

/// The plan, and the note on the start where nobody named one.
///
/// With `--sql`, an end alone is refused as Alembic does, unless it is relative: then it has a meaning only from the head.
fn plan(graph: &Graph, revision: &str, from: Option<&str>, strict: bool) -> Planned {
    let is_range = revision.contains(':');
    match from {
        Some(_) if is_range => {
            Err(Diagnostic::error(Code::BadUsage, format!("`{revision}` and `--from` both say where to start"))
                .help("leave one of them out"))
        }
        Some(from) => Ok((Plan::downgrade(graph, &format!("{from}:{revision}"))?, None)),
        None if is_range => Ok((Plan::downgrade(graph, revision)?, None)),
        None => {
            let is_relative = revision.starts_with('-') || revision.contains("@-");
            if strict && !is_relative {
                return Ok((Plan::downgrade(graph, revision)?, None));
            }
            let start = if is_relative { "head" } else { "heads" };
            let plan = Plan::downgrade(graph, &format!("{start}:{revision}"))?;
            let note = assumed(graph, revision, &plan);
            Ok((plan, Some(note)))
        }
    }
}

fn assumed(graph: &Graph, revision: &str, plan: &Plan) -> Diagnostic {
    let versions = plan.before.iter().map(|index| format!("`{}`", graph.id(*index))).collect::<Vec<_>>().join(", ");
    let message = format!("`downgrade {revision}` starts at {versions}, the head, since there is no database to ask");
    let note = Diagnostic::warning(Code::AssumedStart, message).help("where the database stands elsewhere, say so with `--from REV`");
    Diagnostic { severity: Severity::Note, ..note }
}
