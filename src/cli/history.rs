//! `history`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::{Result, Session, report};
use crate::revision::report::{Shown, entry, history, line};

const EXAMPLES: &str = "\
Examples:
  aludel history -v
  aludel history -r ae10:head
  aludel history -r -3:
  aludel current --query | CLIENT | aludel history -i";

/// List the revisions, the newest first
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct History {
    /// Tell all that is known of each revision
    #[arg(short, long)]
    verbose: bool,
    /// Only these revisions: [start]:[end]; `current` reads the version table's rows from standard input
    #[arg(short, long, value_name = "RANGE", allow_hyphen_values = true)]
    rev_range: Option<String>,
    /// Mark the current revisions, reading the version table's rows from standard input
    #[arg(short, long)]
    indicate_current: bool,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: &History) -> Result<Outcome> {
    let (opened, diagnostics) = session.open()?;
    let range = arguments.rev_range.as_deref();
    let asks = range.is_some_and(|range| range.trim().split(':').any(|end| end == "current"));
    let rows = if asks || arguments.indicate_current { session.rows(&opened)? } else { Vec::new() };
    let graph = &opened.graph;
    let revisions = history(graph, range, &rows).map_err(|error| vec![error])?;
    let mut text = String::new();
    for index in &revisions {
        let current = arguments.indicate_current && rows.contains(index);
        let shown = Shown { labels: true, message: true, parents: true, tree: true, current };
        text.push_str(&if arguments.verbose { entry(graph, *index, current) } else { line(graph, *index, shown) });
        text.push('\n');
    }
    let list: Vec<_> = revisions.iter().map(|index| report::revision(graph, *index)).collect();
    Ok(Outcome { text, json: report::told("revisions", list), diagnostics, ..Outcome::default() })
}
