//! `branches`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::{Result, Session, report};
use crate::revision::report::{branch, branches};

/// List the branch points
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  aludel branches -v")]
pub struct Branches {
    /// Tell all that is known of each revision
    #[arg(short, long)]
    verbose: bool,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: &Branches) -> Result<Outcome> {
    let (opened, diagnostics) = session.open()?;
    let graph = &opened.graph;
    let points = branches(graph).map_err(|error| vec![error])?;
    let text = points.iter().map(|index| branch(graph, *index, arguments.verbose) + "\n").collect();
    let list: Vec<_> = points.iter().map(|index| report::revision(graph, *index)).collect();
    Ok(Outcome { text, json: report::told("branches", list), diagnostics, ..Outcome::default() })
}
