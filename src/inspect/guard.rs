//! The list of questions that were answered.

use std::cell::RefCell;

use crate::schema::Why;
use crate::source::Span;

/// A question about the schema that decided something, and its answer.
#[derive(Clone, Debug, PartialEq)]
pub struct Guard {
    pub place: Span,
    /// As the program would write it: `has_table('users')`.
    pub question: String,
    /// As Python would print it.
    pub answer: String,
    pub why: Why,
}

/// All that was answered, in order.
#[derive(Debug, Default)]
pub struct Guards {
    list: RefCell<Vec<Guard>>,
}

impl Guards {
    /// Keeps an answer.
    pub fn record(&self, guard: Guard) {
        self.list.borrow_mut().push(guard);
    }

    /// Takes all answers so far.
    pub fn take(&self) -> Vec<Guard> {
        self.list.take()
    }
}
