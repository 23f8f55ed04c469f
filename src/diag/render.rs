//! Diagnostics as text for people. Nobody outside of this folder uses `miette`.

use std::fmt;

use miette::{GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, SourceCode};

use super::excerpt::Excerpt;
use super::redact::{redact, redact_in_place};
use super::shorten::shorten;
use super::{Diagnostic, Label, Severity};
use crate::source::{Sources, Span};

/// The last column that a label is drawn under.
const COLUMNS: usize = 1_000;

/// How a report is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    pub color: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// Renders one diagnostic with its source underlined.
///
/// Labels in other files than the first label's, or far to the right, are added as lines of the help text. Passwords of URLs
/// are hidden.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, style: Style) -> String {
    let theme = if style.color { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme).with_width(style.width).with_links(false);
    let mut text = String::new();
    match handler.render_report(&mut text, &shown(diagnostic, sources)) {
        Ok(()) => text,
        Err(_) => format!("{}: {}\n", diagnostic.code.as_str(), redact(&diagnostic.message)),
    }
}

/// A diagnostic with the text that it points into. `miette`'s own `Report` looks at the terminal each time one is made.
#[derive(Debug)]
struct Shown {
    said: MietteDiagnostic,
    source: Option<Excerpt>,
}

impl fmt::Display for Shown {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said.fmt(out)
    }
}

impl std::error::Error for Shown {}

impl miette::Diagnostic for Shown {
    fn code(&self) -> Option<Box<dyn fmt::Display + '_>> {
        self.said.code()
    }

    fn severity(&self) -> Option<miette::Severity> {
        self.said.severity()
    }

    fn help(&self) -> Option<Box<dyn fmt::Display + '_>> {
        self.said.help()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.said.labels()
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        self.source.as_ref().map(|source| source as &dyn SourceCode)
    }
}

fn shown(diagnostic: &Diagnostic, sources: &Sources) -> Shown {
    let mut said = MietteDiagnostic::new(redact(&diagnostic.message).into_owned())
        .with_code(diagnostic.code.as_str())
        .with_severity(severity(diagnostic.severity));
    let mut help: Vec<String> = Vec::new();
    let home = diagnostic.labels.first().map(|label| label.span.source);
    let is_shown = |label: &&Label| Some(label.span.source) == home && is_drawn(label.span, sources);
    let (here, elsewhere): (Vec<_>, Vec<_>) = diagnostic.labels.iter().partition(is_shown);
    for label in elsewhere {
        if let Some(source) = sources.get(label.span.source) {
            let (line, column) = source.position(label.span.start);
            help.push(format!("{}:{line}:{column}: {}", source.name, label.text));
        }
    }
    help.extend(diagnostic.help.clone());
    if !help.is_empty() {
        said = said.with_help(redact(&help.join("\n")).into_owned());
    }
    let Some(source) = home.filter(|_| !here.is_empty()).and_then(|id| sources.get(id)) else {
        return Shown { said, source: None };
    };
    let ranges: Vec<_> = here.iter().map(|label| range(label.span)).collect();
    let (text, ranges) = shorten(&redact_in_place(&source.text), &ranges);
    let labels = here.iter().zip(ranges).map(|(label, range)| LabeledSpan::at(range, redact(&label.text).into_owned()));
    Shown { said: said.and_labels(labels), source: Some(Excerpt { name: source.name.to_string(), text }) }
}

/// Whether a place can be drawn under its line: what stands far to the right is named in words.
fn is_drawn(span: Span, sources: &Sources) -> bool {
    sources.get(span.source).is_some_and(|source| source.position(span.start).1 <= COLUMNS)
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start as usize..span.end as usize
}

fn severity(severity: Severity) -> miette::Severity {
    match severity {
        Severity::Error => miette::Severity::Error,
        Severity::Warning => miette::Severity::Warning,
        Severity::Note => miette::Severity::Advice,
    }
}
