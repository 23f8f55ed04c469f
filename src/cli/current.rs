//! `current`.

use camino::Utf8PathBuf;
use clap::Args;

use super::args::Rest;
use super::output::{Outcome, Status};
use super::rows::query;
use super::{Result, Session, report};
use crate::diag::{Code, Diagnostic};
use crate::revision::report::{Shown, current, entry, line};
use crate::revision::{Action, Graph, Plan, RevisionIndex};

const EXAMPLES: &str = "\
Examples:
  aludel current --query | CLIENT | aludel current     CLIENT being the database's own
  aludel current < rows.txt";

/// Tell where a database stands, from its version table's rows on standard input, and what is pending
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Current {
    /// Print the query whose result is read, and nothing else
    #[arg(long)]
    query: bool,
    /// Tell all that is known of each revision
    #[arg(short, long)]
    verbose: bool,
    /// Exit with 1 where the database is not at all heads
    #[arg(short, long)]
    check_heads: bool,
    /// Alembic configuration; here `-c` is Alembic's `--check-heads`
    #[arg(long, value_name = "FILE")]
    pub config: Vec<Utf8PathBuf>,
    #[command(flatten)]
    pub rest: Rest,
}

pub(super) fn run(session: &Session, arguments: &Current) -> Result<Outcome> {
    let (opened, mut diagnostics) = session.open()?;
    if arguments.query {
        let query = query(&opened);
        return Ok(Outcome { text: format!("{query};\n"), json: report::told("query", &query), diagnostics, ..Outcome::default() });
    }
    let graph = &opened.graph;
    let rows = session.rows(&opened)?;
    let standing = current(graph, &rows);
    let pending = pending(graph, &rows)?;
    let shown = Shown { tree: true, ..Shown::default() };
    let told = |index: &RevisionIndex| if arguments.verbose { entry(graph, *index, false) } else { line(graph, *index, shown) };
    let mut text: String = standing.iter().map(|index| told(index) + "\n").collect();
    text.push_str(&pending_text(graph, &pending));
    let mut json = report::told("current", list(graph, &standing));
    json.extend(report::told("pending", list(graph, &pending)));
    let mut status = Status::Done;
    if arguments.check_heads && !is_at_heads(graph, &rows) {
        status = Status::Findings;
        diagnostics.push(Diagnostic::warning(Code::VerifyFailed, "Database is not on all head revisions").help("apply what is pending"));
    }
    Ok(Outcome { status, text, json, diagnostics, ..Outcome::default() })
}

/// What `upgrade heads` would run.
fn pending(graph: &Graph, rows: &[RevisionIndex]) -> Result<Vec<RevisionIndex>> {
    let plan = Plan::upgrade_from(graph, rows, "heads").map_err(|error| vec![error])?;
    let revisions = plan.steps.iter().filter_map(|step| match step.action {
        Action::Upgrade(index) => Some(index),
        _ => None,
    });
    Ok(revisions.collect())
}

fn pending_text(graph: &Graph, pending: &[RevisionIndex]) -> String {
    let shown = Shown { labels: true, message: true, parents: true, tree: true, current: false };
    let lines: String = pending.iter().map(|index| format!("  {}\n", line(graph, *index, shown))).collect();
    match pending.len() {
        0 => "nothing is pending\n".to_owned(),
        1 => format!("1 revision is pending:\n{lines}"),
        count => format!("{count} revisions are pending:\n{lines}"),
    }
}

fn is_at_heads(graph: &Graph, rows: &[RevisionIndex]) -> bool {
    graph.heads().len() == rows.len() && graph.heads().iter().all(|head| rows.contains(head))
}

fn list(graph: &Graph, revisions: &[RevisionIndex]) -> Vec<serde_json::Value> {
    revisions.iter().map(|index| report::revision(graph, *index)).collect()
}
