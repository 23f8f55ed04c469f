//! `upgrade RANGE`.

use clap::Args;

use super::args::Shared;
use super::output::Outcome;
use super::script::{self, ScriptOptions};
use super::{Result, Session};
use crate::revision::Plan;

const EXAMPLES: &str = "\
Examples:
  aludel upgrade head --sql                    from an empty database to the head
  aludel upgrade ae10:head -o upgrade.sql      from ae10 on
  aludel upgrade heads --dialect NAME          where the URL is known at run time only";

/// Write the script of an upgrade: REVISION, or START:END
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Upgrade {
    /// Where to: an id or its beginning, `head`, `heads`, `+2`, `ae10+2`, `label@head`; or a range `ae10:head`
    #[arg(allow_negative_numbers = true)]
    revision: String,
    #[command(flatten)]
    script: ScriptOptions,
    #[command(flatten)]
    pub shared: Shared,
}

pub(super) fn run(session: &Session, arguments: Upgrade) -> Result<Outcome> {
    script::run(session, &arguments.script, |graph| Ok((Plan::upgrade(graph, &arguments.revision)?, None)))
}
