//! `show REV`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::{Result, Session, report};
use crate::revision::report::entry;

/// Tell all that is known of a revision
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  aludel show head\n  aludel show ae10")]
pub struct Show {
    /// A revision; `current` reads the version table's rows from standard input
    #[arg(allow_negative_numbers = true)]
    revision: String,
    /// Taken for Alembic's sake: `show` always tells all
    #[arg(short, long, hide = true)]
    verbose: bool,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: &Show) -> Result<Outcome> {
    let (opened, diagnostics) = session.open()?;
    let graph = &opened.graph;
    let revisions = match arguments.revision.as_str() {
        "current" => session.rows(&opened)?,
        symbol => graph.locate_all(symbol).map_err(|error| vec![error])?,
    };
    let text = revisions.iter().map(|index| entry(graph, *index, false) + "\n").collect();
    let list: Vec<_> = revisions.iter().map(|index| report::revision(graph, *index)).collect();
    Ok(Outcome { text, json: report::told("revisions", list), diagnostics, ..Outcome::default() })
}
