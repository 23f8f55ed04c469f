//! What was noticed on the way.

use crate::diag::Diagnostic;
use crate::source::Span;

/// Findings that are no errors, what the program printed, and what the replayed schema decided.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub diagnostics: Vec<Diagnostic>,
    /// What revisions printed, logged or warned of, in order.
    pub printed: Vec<String>,
    pub guards: Vec<Decided>,
}

/// A question about the database that the replayed schema answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    pub place: Span,
    /// Like `has_table("users")`; empty where nothing was asked, and `answer` says all.
    pub question: String,
    pub answer: String,
    pub why: String,
}

impl Report {
    /// Takes in another report's entries.
    pub fn extend(&mut self, other: Report) {
        self.diagnostics.extend(other.diagnostics);
        self.printed.extend(other.printed);
        self.guards.extend(other.guards);
    }
}
