//! Diagnostics: what went wrong, where, and what to do next.
//!
//! Facts at the origin, rendering at the edge: every stage makes [`Diagnostic`]s, only `cli` shows them.

pub mod code;
mod excerpt;
pub mod redact;
pub mod render;
mod shorten;

pub use code::Code;

use crate::source::Span;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    Error,
    Warning,
    Note,
}

/// A place in a source with a word about it.
#[derive(Clone, Debug)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One thing to tell the user: a code, a sentence, the places, and the next action.
///
/// Sentences start in lower case, put code in backticks and end without a full stop.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: Code,
    pub message: String,
    /// The first label is the place the diagnostic is about.
    pub labels: Vec<Label>,
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error with no place yet.
    pub fn error(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, code, message: message.into(), labels: Vec::new(), help: None }
    }

    /// A warning with no place yet.
    pub fn warning(code: Code, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(code, message) }
    }

    /// An impossibility inside Aludel, reported instead of a panic.
    pub fn bug(span: Span, message: impl Into<String>) -> Self {
        Self::error(Code::Bug, message)
            .label(span, "while compiling this")
            .help("this is a defect of Aludel: report it with the revision that shows it")
    }

    /// Adds a place; a span of nowhere is left out.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        if !span.is_nowhere() {
            self.labels.push(Label { span, text: text.into() });
        }
        self
    }

    /// Says the next action.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}
