//! What stands in a script, without what it does to a schema: what one thread evaluates, another can write.

use std::sync::Arc;

use crate::ops::Item;

/// One thing that a step puts into its script.
#[derive(Clone, Debug)]
pub enum Line {
    /// A statement without terminator; left out where one with the same key stands earlier.
    Statement { text: Arc<str>, once: Option<Arc<str>> },
    /// A text as it is.
    Text(Arc<str>),
    /// The transaction ends here.
    EnterAutocommit,
    /// A new transaction begins.
    LeaveAutocommit,
}

impl Line {
    /// What an item puts into its script, if anything.
    pub fn of(item: &Item) -> Option<Self> {
        match item {
            Item::Statement(statement) => Some(Self::Statement { text: Arc::clone(&statement.text), once: statement.once.clone() }),
            Item::Text(text) => Some(Self::Text(Arc::clone(text))),
            Item::Unwritten(_) => None,
            Item::EnterAutocommit => Some(Self::EnterAutocommit),
            Item::LeaveAutocommit => Some(Self::LeaveAutocommit),
        }
    }

    /// What a step puts into its script.
    pub fn all(items: &[Item]) -> Vec<Self> {
        items.iter().filter_map(Self::of).collect()
    }
}
