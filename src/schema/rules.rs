//! What replaying needs of a dialect.

use std::rc::Rc;

use crate::dialect::Dialect;
use crate::dialect::replay::Replay;

/// A dialect's rules of replay.
#[derive(Clone, Debug)]
pub struct Rules {
    /// `dialect.name` of SQLAlchemy, by which types have variants.
    pub dialect: Rc<str>,
    /// The schema (namespace) an unqualified name means; empty where there is none.
    pub default_schema: Rc<str>,
    pub replay: Replay,
}

impl Rules {
    /// The rules of a dialect.
    pub fn of(dialect: &Dialect) -> Rc<Self> {
        let spec = dialect.spec();
        Rc::new(Self {
            dialect: dialect.option_prefix().into(),
            default_schema: spec.identifiers.default_schema.as_str().into(),
            replay: spec.replay.clone(),
        })
    }
}

impl std::ops::Deref for Rules {
    type Target = Replay;

    fn deref(&self) -> &Replay {
        &self.replay
    }
}
