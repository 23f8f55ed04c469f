//! What a revision has written so far: the raw material of a script.

use std::rc::Rc;
use std::sync::Arc;

use super::change::Change;
use crate::model::Table;
use crate::source::Span;

/// One thing that a step of the chain puts into its script.
#[derive(Clone, Debug)]
pub enum Item {
    Statement(Statement),
    /// A text as it is, such as a comment; no terminator follows.
    Text(Arc<str>),
    /// A change that the dialect has no words for: the schema knows of it, the script does not.
    Unwritten(SchemaEffect),
    /// `autocommit_block()` begins: the transaction ends here.
    EnterAutocommit,
    /// `autocommit_block()` ends: a new transaction begins.
    LeaveAutocommit,
}

/// A statement in the dialect's words, without terminator.
#[derive(Clone, Debug)]
pub struct Statement {
    /// Shared with the thread that writes it.
    pub text: Arc<str>,
    /// Left out where a statement with the same key stands earlier in the script: types that a table brings along.
    pub once: Option<Arc<str>>,
    pub effect: SchemaEffect,
    pub place: Span,
}

impl Statement {
    /// A statement that is written each time.
    pub fn new(text: impl Into<Arc<str>>, effect: SchemaEffect, place: Span) -> Self {
        Self { text: text.into(), once: None, effect, place }
    }
}

/// How a statement changes the schema, so that it can be replayed from another state.
#[derive(Clone, Debug)]
pub enum SchemaEffect {
    /// None, or one that an earlier statement of the same change stands for.
    None,
    Change(Rc<Change>),
    /// SQL text, applied as far as it is understood.
    Sql(Rc<str>),
    /// A table in the form that a rebuild gives it.
    Rebuilt(Rc<Table>),
}
