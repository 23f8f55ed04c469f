//! The command line: options in, an exit status out. The only module that prints.

pub mod args;
mod branches;
mod compile;
mod compiling;
mod current;
mod dialect;
mod downgrade;
mod heads;
mod history;
mod maker;
mod open;
mod options;
pub mod output;
pub mod pipeline;
mod relay;
pub mod report;
mod rows;
mod schema;
mod scribe;
mod script;
mod settings;
mod show;
mod stamp;
mod target;
mod upgrade;
mod verify;
mod world;

use std::ffi::OsString;
use std::sync::Arc;

use camino::Utf8PathBuf;
use clap::Parser;

use crate::diag::{Code, Diagnostic};
use crate::source::Sources;
use args::{Cli, Command, Shared};
use output::{Outcome, Output};

/// The stack that a run needs, in bytes: the evaluator recurses with the Python code it evaluates, the parser with its nesting.
pub const STACK: usize = 256 << 20;

/// What every command gets.
struct Session {
    shared: Shared,
    sources: Arc<Sources>,
    /// The current folder, absolute.
    folder: Utf8PathBuf,
    /// Whether the program was called under the name `alembic`.
    as_alembic: bool,
}

impl Session {
    /// Whether the report is to be JSON.
    fn reports_json(&self) -> bool {
        self.shared.rest.format == Some(args::Format::Json)
    }
}

/// A command's result; the errors are all there are, not the first alone.
type Result<T> = std::result::Result<T, Vec<Diagnostic>>;

/// Runs a command line, the program's own name first, and gives the exit status.
pub fn run(arguments: &[OsString]) -> u8 {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return u8::try_from(error.exit_code()).unwrap_or(2);
        }
    };
    let name = cli.command.name();
    let shared = cli.command.shared().after(cli.shared);
    let output = Output::new(&shared.rest);
    let sources = Arc::new(Sources::default());
    let outcome = session(shared, Arc::clone(&sources), arguments)
        .and_then(|session| dispatch(&session, cli.command))
        .unwrap_or_else(Outcome::failed);
    output.write(name, outcome, &sources).code()
}

fn session(shared: Shared, sources: Arc<Sources>, arguments: &[OsString]) -> Result<Session> {
    let folder = std::env::current_dir().ok().and_then(|folder| Utf8PathBuf::from_path_buf(folder).ok());
    let folder = folder.ok_or_else(|| {
        vec![Diagnostic::error(Code::CannotRead, "the current folder can't be told").help("change to a folder whose path is UTF-8 text")]
    })?;
    let program = arguments.first().map(std::path::Path::new).and_then(|path| path.file_stem());
    Ok(Session { shared, sources, folder, as_alembic: program.is_some_and(|name| name == "alembic") })
}

fn dispatch(session: &Session, command: Command) -> Result<Outcome> {
    match command {
        Command::Upgrade(arguments) => upgrade::run(session, arguments),
        Command::Downgrade(arguments) => downgrade::run(session, arguments),
        Command::Stamp(arguments) => stamp::run(session, arguments),
        Command::Compile(arguments) => compile::run(session, arguments),
        Command::Verify(arguments) => verify::run(session, &arguments),
        Command::History(arguments) => history::run(session, &arguments),
        Command::Heads(arguments) => heads::run(session, &arguments),
        Command::Branches(arguments) => branches::run(session, &arguments),
        Command::Show(arguments) => show::run(session, &arguments),
        Command::Schema(arguments) => schema::run(session, &arguments),
        Command::Current(arguments) => current::run(session, &arguments),
        Command::Dialect(arguments) => dialect::run(session, &arguments),
    }
}

impl Command {
    fn name(&self) -> &'static str {
        match self {
            Command::Upgrade(_) => "upgrade",
            Command::Downgrade(_) => "downgrade",
            Command::Stamp(_) => "stamp",
            Command::Compile(_) => "compile",
            Command::Verify(_) => "verify",
            Command::History(_) => "history",
            Command::Heads(_) => "heads",
            Command::Branches(_) => "branches",
            Command::Show(_) => "show",
            Command::Schema(_) => "schema",
            Command::Current(_) => "current",
            Command::Dialect(_) => "dialect",
        }
    }

    /// The shared options that stand after the command.
    fn shared(&self) -> Shared {
        match self {
            Command::Upgrade(arguments) => arguments.shared.clone(),
            Command::Downgrade(arguments) => arguments.shared.clone(),
            Command::Stamp(arguments) => arguments.shared.clone(),
            Command::Compile(arguments) => arguments.shared.clone(),
            Command::Verify(arguments) => arguments.shared.clone(),
            Command::History(arguments) => arguments.shared.clone(),
            Command::Heads(arguments) => arguments.shared.clone(),
            Command::Branches(arguments) => arguments.shared.clone(),
            Command::Show(arguments) => arguments.shared.clone(),
            Command::Schema(arguments) => arguments.shared.clone(),
            Command::Dialect(arguments) => arguments.shared().clone(),
            Command::Current(arguments) => Shared { config: arguments.config.clone(), rest: arguments.rest.clone() },
        }
    }
}
