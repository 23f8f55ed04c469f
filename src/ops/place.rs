//! Diagnostics that point at an operation.

use crate::diag::Diagnostic;
use crate::source::Span;

/// Adds the place of the operation to a diagnostic made below the level that knows it.
pub trait Placed {
    /// Labels the operation's place, unless the diagnostic has a place already.
    #[must_use]
    fn here(self, place: Span) -> Self;
}

impl Placed for Diagnostic {
    fn here(self, place: Span) -> Self {
        if self.labels.is_empty() { self.label(place, "asked for here") } else { self }
    }
}
