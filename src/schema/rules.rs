//! What replaying needs of a dialect.

use std::rc::Rc;

use rustc_hash::FxHashSet;

use crate::dialect::Dialect;
use crate::dialect::replay::Replay;

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

    /// Whether a statement of which only the beginning may be known works on rows, and surely changes no table's definition.
    pub fn works_on_rows(&self, begins: &str) -> bool {
        let outside_literals: String = begins.split('\'').step_by(2).collect();
        let mut statements = outside_literals.split(';').map(str::trim_start).filter(|statement| !statement.is_empty()).peekable();
        statements.peek().is_some() && statements.all(|statement| self.begins_on_rows(statement))
    }

    fn begins_on_rows(&self, mut statement: &str) -> bool {
        while let Some((_, rest)) = statement.strip_prefix("--").and_then(|comment| comment.split_once('\n')) {
            statement = rest.trim_start();
        }
        let word = statement.split(|letter: char| !letter.is_ascii_alphabetic()).next().unwrap_or_default();
        // A word at the very end may be cut short.
        let word = if word.len() < statement.len() { word.to_ascii_uppercase() } else { return false };
        matches!(word.as_str(), "SELECT" | "WITH" | "VALUES") || self.harmless_statements.contains(&word)
    }

    /// Whether a function surely changes no table's definition.
    pub fn is_harmless(&self, function: &str) -> bool {
        self.harmless.contains(&function.to_ascii_lowercase())
    }
}

impl std::ops::Deref for Rules {
    type Target = Replay;

    fn deref(&self) -> &Replay {
        &self.replay
    }
}
