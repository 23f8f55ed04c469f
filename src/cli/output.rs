//! What a command gives back, and how it reaches the terminal. The only place that prints.

use std::io::{self, ErrorKind, IsTerminal, Write};

use serde_json::{Map, Value};

use super::args::{Color, Format, Rest};
use super::report;
use crate::diag::render::{Style, render};
use crate::diag::{Code, Diagnostic, Severity};
use crate::source::Sources;

/// Columns of a report that goes to no terminal, the same everywhere.
const WIDTH: usize = 100;

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    #[default]
    Done,
    /// A check found something.
    Findings,
    Error,
}

impl Status {
    /// The exit status.
    pub fn code(self) -> u8 {
        match self {
            Status::Done => 0,
            Status::Findings => 1,
            Status::Error => 2,
        }
    }
}

/// What a command gives back.
#[derive(Debug, Default)]
pub struct Outcome {
    pub status: Status,
    /// SQL for standard output, in every format.
    pub sql: Option<String>,
    /// What is told in text.
    pub text: String,
    /// The same as members of the JSON report.
    pub json: Map<String, Value>,
    pub diagnostics: Vec<Diagnostic>,
    /// Lines for standard error that are not about the project.
    pub notes: Vec<String>,
}

impl Outcome {
    /// The outcome of a command that failed.
    pub fn failed(diagnostics: Vec<Diagnostic>) -> Self {
        Self { status: Status::Error, diagnostics, ..Self::default() }
    }
}

/// Where and how a run's results are written.
#[derive(Clone, Copy, Debug)]
pub struct Output {
    format: Format,
    style: Style,
    quiet: bool,
}

impl Output {
    /// The output that the options ask for.
    pub fn new(options: &Rest) -> Self {
        let terminal = io::stderr().is_terminal();
        let color = match options.color.unwrap_or_default() {
            Color::Auto => terminal && std::env::var_os("NO_COLOR").is_none(),
            Color::Always => true,
            Color::Never => false,
        };
        let width = if terminal { terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0)) } else { WIDTH };
        Self { format: options.format.unwrap_or_default(), style: Style { color, width: width.max(40) }, quiet: options.quiet }
    }

    /// Writes an outcome and gives the run's status: an error where standard output takes no more.
    pub fn write(self, command: &str, outcome: Outcome, sources: &Sources) -> Status {
        let (standard_output, standard_error) = match self.format {
            Format::Text => (outcome.sql.unwrap_or(outcome.text), self.told(&outcome.diagnostics, &outcome.notes, sources)),
            Format::Json => {
                let document = report::document(command, outcome.status, &outcome.diagnostics, &outcome.notes, outcome.json, sources);
                match outcome.sql {
                    Some(sql) => (sql, document),
                    None => (document, String::new()),
                }
            }
        };
        let _ = io::stderr().lock().write_all(standard_error.as_bytes());
        match print(&standard_output) {
            Ok(()) => outcome.status,
            Err(error) if error.kind() == ErrorKind::BrokenPipe => outcome.status,
            Err(error) => {
                let problem = Diagnostic::error(Code::CannotWrite, format!("standard output can't be written: {error}"))
                    .help("what was written is not whole: make room and run again, or use `-o FILE`");
                let _ = io::stderr().lock().write_all(self.told(&[problem], &[], sources).as_bytes());
                Status::Error
            }
        }
    }

    fn told(self, diagnostics: &[Diagnostic], notes: &[String], sources: &Sources) -> String {
        let shown = diagnostics.iter().filter(|diagnostic| !self.quiet || diagnostic.severity == Severity::Error);
        let mut text: String = shown.map(|diagnostic| render(diagnostic, sources, self.style)).collect();
        if !self.quiet {
            notes.iter().for_each(|note| text.push_str(&format!("note: {note}\n")));
        }
        text
    }
}

fn print(text: &str) -> io::Result<()> {
    let mut standard_output = io::stdout().lock();
    standard_output.write_all(text.as_bytes())?;
    standard_output.flush()
}
