//! `heads`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::{Result, Session, report};
use crate::revision::report::{Shown, entry, line};

/// List the heads
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  aludel heads -v")]
pub struct Heads {
    /// Tell all that is known of each revision
    #[arg(short, long)]
    verbose: bool,
    /// Take dependencies for parents
    #[arg(long)]
    resolve_dependencies: bool,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: &Heads) -> Result<Outcome> {
    let (opened, diagnostics) = session.open()?;
    let graph = &opened.graph;
    let heads = if arguments.resolve_dependencies { graph.real_heads() } else { graph.heads() };
    let mut text = String::new();
    for index in heads {
        let shown = Shown { labels: true, ..Shown::default() };
        text.push_str(&if arguments.verbose { entry(graph, *index, false) } else { line(graph, *index, shown) });
        text.push('\n');
    }
    let list: Vec<_> = heads.iter().map(|index| report::revision(graph, *index)).collect();
    Ok(Outcome { text, json: report::told("heads", list), diagnostics, ..Outcome::default() })
}
