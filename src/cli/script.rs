//! What `upgrade`, `downgrade` and `stamp` share: one script, to standard output or to a file.

use camino::{Utf8Path, Utf8PathBuf};
use clap::Args;

use super::args::Compilation;
use super::output::Outcome;
use super::pipeline::{self, Report};
use super::{Result, Session, report};
use crate::diag::{Code, Diagnostic};
use crate::manifest::Guard;
use crate::project::write;
use crate::revision::{Graph, Plan};

/// The options of a command that makes one script.
#[derive(Clone, Debug, Default, Args)]
pub struct ScriptOptions {
    /// Write the script to FILE, whole or not at all
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<Utf8PathBuf>,
    #[command(flatten)]
    pub compilation: Compilation,
}

/// Compiles the plan that `plan` makes of the graph, and writes the script.
pub(super) fn run(session: &Session, options: &ScriptOptions, plan: impl FnOnce(&Graph) -> Planned) -> Result<Outcome> {
    session.refuse_as_alembic()?;
    let (opened, mut diagnostics) = session.open_to_compile()?;
    let (plan, assumed) = plan(&opened.graph).map_err(|error| vec![error])?;
    diagnostics.extend(plan.warnings.iter().cloned());
    diagnostics.extend(assumed);
    let target = session.target(&opened, &options.compilation)?;
    let script = pipeline::script(&opened, &target.dialect, &plan, &target.options)?;
    let mut outcome = Outcome { json: report::told("dialect", &target.dialect), ..Outcome::default() };
    add_report(&mut outcome, script.report);
    diagnostics.append(&mut outcome.diagnostics);
    outcome.diagnostics = diagnostics;
    match &options.output {
        Some(file) => session.write_script(file, &script.sql)?,
        None => outcome.sql = Some(script.sql),
    }
    if options.output.is_none() && !session.shared.rest.sql {
        outcome.notes.push("SQL was written to standard output, no database was changed; `--sql` says that this is meant".to_owned());
    }
    Ok(outcome)
}

/// A plan, and the note on what was assumed for it.
pub(super) type Planned = std::result::Result<(Plan, Option<Diagnostic>), Diagnostic>;

/// Takes a compilation's report into an outcome.
pub(super) fn add_report(outcome: &mut Outcome, report: Report) {
    outcome.diagnostics.extend(report.diagnostics);
    outcome.notes.extend(report.printed.into_iter().map(|line| format!("a revision printed: {line}")));
    outcome.notes.extend(report.guards.iter().map(told_guard));
    outcome.json.extend(report::told("guards", report.guards));
}

fn told_guard(guard: &Guard) -> String {
    let times = if guard.times > 1 { format!("; asked {} times", guard.times) } else { String::new() };
    format!("{}:{}: decided: {} ({}{times})", guard.file, guard.line, guard.answer, guard.why)
}

impl Session {
    /// Under Alembic's name, a command that would change a database there must be told that SQL is meant.
    fn refuse_as_alembic(&self) -> Result<()> {
        if !self.as_alembic || self.shared.rest.sql {
            return Ok(());
        }
        Err(vec![
            Diagnostic::error(Code::BadUsage, "this is Aludel called as `alembic`: it connects to no database")
                .help("add `--sql` to get the script, or call Alembic itself"),
        ])
    }

    fn write_script(&self, file: &Utf8Path, sql: &str) -> Result<()> {
        write::write_file(&self.folder.join(file), file, sql.as_bytes()).map_err(|error| vec![error])
    }
}
