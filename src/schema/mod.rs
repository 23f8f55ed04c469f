//! The replayed schema: what stands in the database before a step, as far as the chain tells.
//!
//! Input: edits, one an operation (`edits/`) or a statement of SQL text (`from_sql/`), each with its place. Output: a
//! [`Schema`] that answers whether something is there and how it is defined, always with the place that made it so.
//! A schema is a persistent value: a copy costs nothing, so that one can be kept for every step of a long chain.

pub mod answer;
pub mod compare;
pub mod effect;
pub mod name;
pub mod objects;
pub mod table;

mod doubt;
mod edits;
mod existence;
mod from_sql;
mod kept;
mod keys;
mod made_names;
mod merge;
mod normal;
mod reflected;
mod registry;
pub mod rules;
mod standing;
mod whole;
pub mod words;

use std::rc::Rc;

use imbl::{OrdMap, OrdSet};

pub use answer::{Answer, Reason, Why};
pub use compare::Difference;
pub use edits::{Facet, LabelPlace, enum_name};
pub use effect::{Effect, Failure, FailureKind};
pub use from_sql::{Word, is_parser, names_its_object};
pub use kept::KeptKind;
pub use name::{Key, Naming};
pub use objects::{Entry, Known, Plain, PlainKind, SequenceObject, TypeKind, TypeObject, View};
pub use reflected::reflected_type;
use registry::Homes;
pub use rules::Rules;
pub use table::{Gaps, Knowledge, Table};

/// The schema at one point of a chain.
#[derive(Clone, Debug)]
pub struct Schema {
    rules: Rc<Rules>,
    world: World,
    /// Whether the database began with no rows, and nothing but the chain has put any there.
    blank: bool,
    /// Since when any table may hold rows.
    filled_since: Option<u64>,
    /// The first object that was touched though nothing made it.
    stranger: Option<Rc<Why>>,
    /// Since when everything is in doubt, and why.
    all_doubtful: Option<(u64, Rc<Why>)>,
    /// Counts edits.
    clock: u64,
    /// Words of what could not be followed: tables of these names may have been made there.
    lost_words: OrdMap<Rc<str>, Rc<Why>>,
    tables: OrdMap<Key, Known<Table>>,
    sequences: OrdMap<Key, Known<SequenceObject>>,
    types: OrdMap<Key, Known<TypeObject>>,
    views: OrdMap<Key, Known<View>>,
    plain: OrdMap<(PlainKind, Key), Known<Plain>>,
    /// Whether the connection checks foreign keys since a statement of the chain has said so.
    checks_keys: bool,
    /// Whether the chain has turned the checks of foreign keys off, where they keep indexes from being dropped.
    keys_unchecked: bool,
    /// What is there only since a rebuild has kept it.
    kept: OrdSet<(KeptKind, Rc<str>)>,
    /// Indexes dropped whose table is not known.
    gone_indexes: OrdMap<Key, Why>,
    /// The tables that have an index of a name, in a schema.
    index_homes: OrdMap<Key, Homes>,
    /// The tables that have a foreign key to a table.
    referrers: OrdMap<Key, Homes>,
    /// The tables that have a column of a named type.
    type_users: OrdMap<Key, Homes>,
}

/// What may be in the database that no step of the chain made.
#[derive(Clone, Debug, PartialEq)]
pub enum World {
    /// Nothing, for certain: a baseline, or `--assume fresh`.
    Stated(Why),
    /// Nothing, since no step of the chain touches what no earlier one made.
    Closed,
    /// Anything.
    Open(Why),
}

impl Schema {
    /// The schema of a database before the first step.
    pub fn new(rules: Rc<Rules>, world: World) -> Self {
        Self {
            rules,
            world,
            blank: false,
            filled_since: None,
            stranger: None,
            all_doubtful: None,
            clock: 0,
            lost_words: OrdMap::new(),
            tables: OrdMap::new(),
            sequences: OrdMap::new(),
            types: OrdMap::new(),
            views: OrdMap::new(),
            plain: OrdMap::new(),
            checks_keys: false,
            keys_unchecked: false,
            kept: OrdSet::new(),
            gone_indexes: OrdMap::new(),
            index_homes: OrdMap::new(),
            referrers: OrdMap::new(),
            type_users: OrdMap::new(),
        }
    }

    /// How names compare.
    pub fn naming(&self) -> Naming<'_> {
        Naming(&self.rules)
    }

    /// The dialect's rules of replay.
    pub fn rules(&self) -> &Rc<Rules> {
        &self.rules
    }

    /// What may be there that no step made.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// Says anew what may be there that no step made, as after a baseline was read.
    pub fn set_world(&mut self, world: World) {
        self.world = world;
    }

    /// The first touch of an object that nothing made: with one, a chain is not closed.
    pub fn stranger(&self) -> Option<&Why> {
        self.stranger.as_deref()
    }
}

#[cfg(test)]
mod tests;
