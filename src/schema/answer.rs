//! Answers about the schema, each with the place that made it so.

use std::rc::Rc;

use crate::source::Span;

/// Whether something is there.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Yes(Why),
    No(Why),
    Unknown(Why),
}

/// What made an answer so, and where.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    pub place: Span,
    pub reason: Reason,
}

/// What made an answer so.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A step of the chain made it, or used it in a way that only works where it is.
    Made,
    Dropped,
    Renamed,
    /// It belongs to a table that was dropped.
    WentAlong,
    /// `--assume`.
    Assumed,
    /// The database began with no rows, and nothing has put any there.
    Vacant,
    /// The baseline has it.
    Baseline,
    /// All there is is known, and this is not among it.
    NotThere,
    /// No step of the chain so far made it.
    NeverMade,
    /// It is a list of all that the steps of the chain so far made.
    Complete,
    /// The chain touches what no step of it made, so more may be there.
    Stranger(Rc<str>),
    /// SQL text that was not understood names it, or may run anything.
    NotUnderstood,
    /// A statement made it only where it was not there, or dropped it only where it was.
    Conditional,
    /// Anything else, as a clause.
    Other(Rc<str>),
}

impl Answer {
    /// The place and reason behind the answer.
    pub fn why(&self) -> &Why {
        match self {
            Self::Yes(why) | Self::No(why) | Self::Unknown(why) => why,
        }
    }

    /// The answer as a truth value, where there is one.
    pub fn known(&self) -> Option<bool> {
        match self {
            Self::Yes(_) => Some(true),
            Self::No(_) => Some(false),
            Self::Unknown(_) => None,
        }
    }
}

impl Why {
    /// A reason at a place.
    pub fn new(place: Span, reason: Reason) -> Self {
        Self { place, reason }
    }

    /// A reason that stands in no file.
    pub fn nowhere(reason: Reason) -> Self {
        Self::new(Span::NOWHERE, reason)
    }
}

impl Reason {
    /// The reason as a clause for a label or a report.
    pub fn text(&self) -> String {
        match self {
            Self::Made => "made or used here".to_owned(),
            Self::Dropped => "dropped here".to_owned(),
            Self::Renamed => "renamed here".to_owned(),
            Self::WentAlong => "dropped here together with what it belongs to".to_owned(),
            Self::Assumed => "assumed by `--assume`".to_owned(),
            Self::Vacant => "`--assume fresh`, and nothing has put a row there yet".to_owned(),
            Self::Baseline => "given by the baseline".to_owned(),
            Self::NotThere => "everything in the database is known, and this is not among it".to_owned(),
            Self::NeverMade => "no earlier step of the chain makes it".to_owned(),
            Self::Complete => "no earlier step of the chain makes more".to_owned(),
            Self::Stranger(name) => {
                format!("`{name}` is used here though no earlier step makes it, so the chain begins on a database that is not empty")
            }
            Self::NotUnderstood => "this may have changed it, and is not understood".to_owned(),
            Self::Conditional => "this depends on whether it was there before".to_owned(),
            Self::Other(text) => text.to_string(),
        }
    }
}
