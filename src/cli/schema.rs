//! `schema [REV]`.

use clap::Args;

use super::args::{Compilation, Shared};
use super::output::Outcome;
use super::pipeline::{self, Opened};
use super::target::Target;
use super::{Result, Session, report};
use crate::diag::{Code, Diagnostic};
use crate::revision::RevisionIndex;

const EXAMPLES: &str = "\
Examples:
  aludel schema                        what the whole chain makes, as SQL
  aludel schema ae10 --dialect NAME    what stands after ae10
  aludel schema --diff ae10..head      what changes in between";

/// Write the schema that the chain makes, as the SQL that would make it anew
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Schema {
    /// After which revision [default: heads]
    #[arg(allow_negative_numbers = true)]
    revision: Option<String>,
    /// Tell what differs between two revisions instead
    #[arg(long, value_name = "A..B", conflicts_with = "revision")]
    diff: Option<String>,
    #[command(flatten)]
    compilation: Compilation,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: &Schema) -> Result<Outcome> {
    let (opened, diagnostics) = session.open_to_compile()?;
    let Target { dialect, options, .. } = session.target(&opened, &arguments.compilation)?;
    let mut outcome = Outcome { diagnostics, json: report::told("dialect", &dialect), ..Outcome::default() };
    let Some(diff) = &arguments.diff else {
        let revisions = located(&opened, arguments.revision.as_deref().unwrap_or("heads"))?;
        outcome.sql = Some(pipeline::schema(&opened, &dialect, &revisions, &options)?);
        return Ok(outcome);
    };
    let (from, to) = diff.split_once("..").ok_or_else(|| {
        vec![Diagnostic::error(Code::BadUsage, format!("`{diff}` names no two revisions")).help("write it as `--diff A..B`")]
    })?;
    let (from, to) =
        (located(&opened, if from.is_empty() { "base" } else { from })?, located(&opened, if to.is_empty() { "heads" } else { to })?);
    let differences = pipeline::schema_differences(&opened, &dialect, (&from, &to), &options)?;
    outcome.text = differences.iter().map(|difference| format!("{difference}\n")).collect();
    outcome.json.extend(report::told("differences", differences));
    Ok(outcome)
}

/// The revisions that a symbol means; none for `base`.
fn located(opened: &Opened, symbol: &str) -> Result<Vec<RevisionIndex>> {
    if symbol == "base" {
        return Ok(Vec::new());
    }
    opened.graph.locate_all(symbol).map_err(|error| vec![error])
}
