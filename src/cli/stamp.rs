//! `stamp REVISION…`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::script::{self, ScriptOptions};
use super::{Result, Session};
use crate::diag::{Code, Diagnostic};
use crate::revision::Plan;

const EXAMPLES: &str = "\
Examples:
  aludel stamp head --sql         an existing database is at the head
  aludel stamp ae10:base --sql    empty the version table";

/// Write the script that sets the version table, and changes nothing else
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Stamp {
    /// Revisions, `heads` for all heads, `base` for none; or START:REVISION
    #[arg(required = true, allow_negative_numbers = true)]
    revisions: Vec<String>,
    /// Alembic's, which refuses it with `--sql`: there is no database whose rows could be deleted
    #[arg(long, hide = true)]
    purge: bool,
    #[command(flatten)]
    script: ScriptOptions,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: Stamp) -> Result<Outcome> {
    if arguments.purge {
        return Err(vec![
            Diagnostic::error(Code::BadUsage, "Can't use --purge with --sql mode")
                .help("name the rows that are to go as the start: `START:REVISION`, such as `ae10:base`"),
        ]);
    }
    script::run(session, &arguments.script, |graph| {
        let revisions: Vec<&str> = arguments.revisions.iter().map(String::as_str).collect();
        Ok((Plan::stamp(graph, &revisions)?, None))
    })
}
