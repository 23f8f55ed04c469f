//! A table in the replay: its definition, and how much of it is known.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use imbl::OrdMap;

use super::answer::{Answer, Reason, Why};
use super::name::{Key, Naming};
use super::registry::Links;
use crate::model::{self, Column, Constraint, Ident, Index, TableName};
use crate::source::Span;

/// A table in replay form.
///
/// The definition's constraints and indexes all have names where the dialect says how the database invents them,
/// and what its columns bring along stands among them.
#[derive(Clone, Debug)]
pub struct Table {
    pub definition: model::Table,
    pub knowledge: Knowledge,
    /// What made it exist.
    pub made: Why,
    /// Counts the tables in the order they were made.
    pub order: u64,
    /// Columns of which not everything is known, by compared name.
    pub gaps: BTreeMap<Rc<str>, Gaps>,
    /// Sequences that go along with a column, by the column's compared name.
    pub sequences: BTreeMap<Rc<str>, OwnedSequence>,
    /// Indexes that the database gave foreign keys, by compared name.
    pub implied_indexes: BTreeSet<Rc<str>>,
    /// What is certain of a part of the table, whatever is known of the whole.
    facts: OrdMap<Part, Answer>,
    /// What it can be found by, as it was last put into the schema.
    pub(super) links: Rc<Links>,
    /// Whether it is certain that the table exists.
    pub(super) sure: bool,
    /// Whether it was made without rows in a database that began with none, and no statement names it that puts rows there.
    pub(super) vacant: bool,
}

/// How much of a table is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Knowledge {
    /// All of it.
    Full,
    /// What is listed is there; what else is there is not known.
    Partial(Why),
    /// What is listed may have changed.
    Doubtful(Why),
}

/// What is not known of a column that is known to be there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    pub ty: bool,
    pub nullable: bool,
    pub default: bool,
    pub comment: bool,
}

/// A sequence that a counting column has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedSequence {
    pub sequence: Key,
    /// Whether the column's default draws from it; an identity's does so without a default.
    pub is_default: bool,
}

/// A part of a table that can be there or not, by compared name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    Column(Rc<str>),
    Constraint(Rc<str>),
    Index(Rc<str>),
}

impl Gaps {
    /// Nothing is known but that the column is there.
    pub const ALL: Self = Self { ty: true, nullable: true, default: true, comment: true };

    /// Whether all is known.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Knowledge {
    /// Why not everything is certain, where it is not.
    pub fn why(&self) -> Option<&Why> {
        match self {
            Self::Full => None,
            Self::Partial(why) | Self::Doubtful(why) => Some(why),
        }
    }
}

impl Table {
    /// A table of which everything is known.
    pub fn full(definition: model::Table, made: Why) -> Self {
        Self {
            definition,
            knowledge: Knowledge::Full,
            made,
            order: 0,
            gaps: BTreeMap::new(),
            sequences: BTreeMap::new(),
            implied_indexes: BTreeSet::new(),
            facts: OrdMap::new(),
            links: Rc::default(),
            sure: true,
            vacant: false,
        }
    }

    /// A table of which nothing is known but that it exists.
    pub fn partial(name: TableName, made: Why, because: Why) -> Self {
        let place = made.place;
        Self { knowledge: Knowledge::Partial(because), ..Self::full(model::Table::new(name, place), made) }
    }

    /// Whether all of it is known for certain, so that a rebuild can copy it.
    ///
    /// # Errors
    /// What made the table not fully known.
    pub fn require_full(&self) -> Result<&model::Table, &Why> {
        match &self.knowledge {
            Knowledge::Full if self.gaps.is_empty() => Ok(&self.definition),
            Knowledge::Full => Err(&self.made),
            Knowledge::Partial(why) | Knowledge::Doubtful(why) => Err(why),
        }
    }

    /// A column by name.
    pub fn column(&self, naming: Naming<'_>, name: &Ident) -> Option<&Rc<Column>> {
        self.definition.columns.iter().find(|column| naming.same(&column.name, name))
    }

    /// A constraint by compared name.
    pub fn constraint(&self, naming: Naming<'_>, name: &str) -> Option<&Constraint> {
        self.definition.constraints.iter().find(|constraint| constraint_key(naming, constraint).as_deref() == Some(name))
    }

    /// An index by compared name.
    pub fn index(&self, naming: Naming<'_>, name: &str) -> Option<&Index> {
        self.definition.indexes.iter().find(|index| index_key(naming, index).as_deref() == Some(name))
    }

    /// The index that keeps a unique constraint of a compared name, where the database keeps them so.
    pub(super) fn unique_index(&self, naming: Naming<'_>, name: &str) -> Option<&Index> {
        self.index(naming, name).filter(|index| naming.keys_are_indexes() && index.unique)
    }

    /// Whether a column is there.
    pub fn has_column(&self, naming: Naming<'_>, name: &Ident) -> Answer {
        let place = self.column(naming, name).map(|column| column.place);
        self.has(&Part::Column(naming.ident(name)), place)
    }

    /// Whether a constraint is there, by compared name.
    pub fn has_constraint(&self, naming: Naming<'_>, name: &Rc<str>) -> Answer {
        let place = self.constraint(naming, name).map(|constraint| constraint.place);
        if place.is_none()
            && let Some(index) = self.unique_index(naming, name)
        {
            return self.has(&Part::Index(Rc::clone(name)), Some(index.place));
        }
        self.has_own_constraint(naming, name)
    }

    /// Whether a constraint is there that is no index.
    pub(super) fn has_own_constraint(&self, naming: Naming<'_>, name: &Rc<str>) -> Answer {
        let place = self.constraint(naming, name).map(|constraint| constraint.place);
        self.has(&Part::Constraint(Rc::clone(name)), place)
    }

    /// Whether an index is there, by compared name.
    pub fn has_index(&self, naming: Naming<'_>, name: &Rc<str>) -> Answer {
        let place = self.index(naming, name).map(|index| index.place);
        self.has(&Part::Index(Rc::clone(name)), place)
    }

    fn has(&self, part: &Part, listed: Option<Span>) -> Answer {
        if let Some(fact) = self.facts.get(part) {
            return fact.clone();
        }
        match (&self.knowledge, listed) {
            (Knowledge::Full | Knowledge::Partial(_), Some(place)) => Answer::Yes(Why::new(place, Reason::Made)),
            (Knowledge::Full, None) => Answer::No(Why::new(self.made.place, Reason::NotThere)),
            (Knowledge::Partial(why) | Knowledge::Doubtful(why), _) => Answer::Unknown(why.clone()),
        }
    }

    /// Notes for certain that a part is there, or is not.
    pub(super) fn note(&mut self, part: Part, answer: Answer) {
        match (&self.knowledge, &answer) {
            (Knowledge::Full | Knowledge::Partial(_), Answer::Yes(_)) => {
                self.facts.remove(&part);
            }
            _ => {
                self.facts.insert(part, answer);
            }
        }
    }

    /// Gives parts of which it is known whether they are there the names that they have now.
    pub(in crate::schema) fn rename_facts(&mut self, renamed: impl Fn(&Part) -> Option<Part>) {
        let facts = std::mem::take(&mut self.facts);
        self.facts = facts.into_iter().map(|(part, fact)| (renamed(&part).unwrap_or(part), fact)).collect();
    }

    /// Takes back all certainty: what is listed may have changed, and with `may_be_gone` the table may not exist any more.
    pub(super) fn doubt(&mut self, why: &Why, may_be_gone: bool) {
        if let Knowledge::Full | Knowledge::Doubtful(_) = self.knowledge {
            self.knowledge = Knowledge::Doubtful(why.clone());
        } else {
            self.definition.columns.clear();
            self.definition.constraints.clear();
            self.definition.indexes.clear();
            self.knowledge = Knowledge::Partial(why.clone());
        }
        self.facts.clear();
        self.vacant = false;
        self.sure &= !may_be_gone;
    }

    /// Whether it is known to be the same, and as well known.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.sure == other.sure
            && self.knowledge == other.knowledge
            && self.definition == other.definition
            && self.gaps == other.gaps
            && self.sequences == other.sequences
            && self.implied_indexes == other.implied_indexes
            && self.facts == other.facts
    }

    /// What is not known of a column.
    pub fn gaps_of(&self, naming: Naming<'_>, name: &Ident) -> Gaps {
        self.gaps.get(&naming.ident(name)).copied().unwrap_or_default()
    }
}

/// A constraint's name in compared form.
pub fn constraint_key(naming: Naming<'_>, constraint: &Constraint) -> Option<Rc<str>> {
    constraint.name.as_ref().map(|name| name_key(naming, name))
}

/// An index's name in compared form.
pub fn index_key(naming: Naming<'_>, index: &Index) -> Option<Rc<str>> {
    index.name.as_ref().map(|name| name_key(naming, name))
}

/// A name of a constraint or index in compared form.
pub fn name_key(naming: Naming<'_>, name: &model::Name) -> Rc<str> {
    match name {
        model::Name::Given(ident) => naming.ident(ident),
        model::Name::Conventional(text) | model::Name::DatabaseMade(text) => naming.part(text),
    }
}
