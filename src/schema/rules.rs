//! What replaying needs of a dialect.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::dialect::Dialect;
use crate::dialect::replay::Replay;

/// In the list of harmless functions: all of them.
const ALL: &str = "*";

/// A dialect's rules of replay.
#[derive(Clone, Debug)]
pub struct Rules {
    /// `dialect.name` of SQLAlchemy, by which types have variants.
    pub name: Rc<str>,
    /// The prefix of its options and of its own types.
    pub dialect: Rc<str>,
    /// The dialect whose options and types it has too; empty where there is none.
    pub parent: Rc<str>,
    /// The schema (namespace) an unqualified name means; empty where there is none.
    pub default_schema: Rc<str>,
    pub replay: Replay,
    /// Functions that surely change no table's definition.
    harmless: FxHashSet<String>,
}

impl Rules {
    /// The rules of a dialect.
    pub fn of(dialect: &Dialect) -> Rc<Self> {
        let spec = dialect.spec();
        Rc::new(Self {
            name: dialect.library_name().into(),
            dialect: dialect.option_prefix().into(),
            parent: spec.about.fallback_prefix.as_str().into(),
            default_schema: spec.identifiers.default_schema.as_str().into(),
            replay: spec.replay.clone(),
            harmless: spec.replay.harmless_functions.iter().cloned().collect(),
        })
    }

    /// Whether a function surely changes no table's definition.
    pub fn is_harmless(&self, function: &str) -> bool {
        self.harmless.contains(ALL) || self.harmless.contains(&function.to_ascii_lowercase())
    }
}

impl std::ops::Deref for Rules {
    type Target = Replay;

    fn deref(&self) -> &Replay {
        &self.replay
    }
}
