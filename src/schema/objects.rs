//! What a schema holds besides tables.

use std::rc::Rc;

use super::answer::Why;
use super::name::Key;
use crate::model::{SequenceOptions, Type};
use crate::source::Span;

/// What is known of an object's existence.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry<T> {
    There(Rc<T>),
    Gone(Rc<Why>),
    /// It may or may not be there.
    Unclear(Rc<Why>),
}

/// An entry and the moment it was last touched, to be held against the moment since when everything is in doubt.
#[derive(Clone, Debug)]
pub struct Known<T> {
    pub entry: Entry<T>,
    pub(super) stamp: u64,
}

/// Equal where nothing was touched in between.
impl<T> PartialEq for Known<T> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.entry, &other.entry) {
            (Entry::There(left), Entry::There(right)) => Rc::ptr_eq(left, right),
            (Entry::Gone(_), Entry::Gone(_)) => true,
            (Entry::Unclear(left), Entry::Unclear(right)) => left == right,
            _ => false,
        }
    }
}

impl<T> Entry<T> {
    /// The object, where it is there for all that is known.
    pub fn get(&self) -> Option<&Rc<T>> {
        match self {
            Self::There(object) => Some(object),
            _ => None,
        }
    }
}

/// A sequence.
#[derive(Clone, Debug, PartialEq)]
pub struct SequenceObject {
    pub name: Rc<str>,
    pub options: SequenceOptions,
    /// The table whose column it goes along with.
    pub owner: Option<Key>,
    /// Counts the sequences in the order they were made.
    pub order: u64,
    pub made: Why,
}

/// A type that the chain made: an enumeration, a domain, or another.
#[derive(Clone, Debug, PartialEq)]
pub struct TypeObject {
    pub name: Rc<str>,
    pub kind: TypeKind,
    pub made: Why,
}

/// The kinds of types a chain can make.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeKind {
    /// The labels in order; none where they are not known.
    Enum(Option<Vec<Rc<str>>>),
    Domain(Option<Rc<Type>>),
    Other,
}

/// A view; its columns are not followed.
#[derive(Clone, Debug, PartialEq)]
pub struct View {
    pub name: Rc<str>,
    pub materialized: bool,
    /// Its query as text.
    pub definition: Option<Rc<str>>,
    /// Tables and views it reads, as far as they are known.
    pub reads: Vec<Key>,
    /// The statement that made it, where it was SQL text.
    pub statement: Option<Rc<str>>,
    pub made: Why,
}

/// An object of which only its existence is followed: a schema, an extension, a function; and a trigger.
#[derive(Clone, Debug, PartialEq)]
pub struct Plain {
    pub name: Rc<str>,
    /// The statement that made it, where that was SQL text and still holds.
    pub statement: Option<Rc<str>>,
    pub made: Why,
}

/// The kinds of objects of which only existence is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlainKind {
    Schema,
    Extension,
    Function,
    /// Named by the trigger; its key's schema is the table's name.
    Trigger,
    Role,
    Policy,
}

impl Plain {
    /// An object made at a place.
    pub fn new(name: Rc<str>, place: Span) -> Self {
        Self { name, statement: None, made: Why::new(place, super::answer::Reason::Made) }
    }
}
