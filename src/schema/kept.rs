//! What a rebuild kept that Alembic's would have lost, so that a revision may make it again; and what it took that one may drop.

use std::rc::Rc;

use super::objects::PlainKind;
use super::{Answer, Schema};
use crate::model::{Name, TableName};

/// A kind of such objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeptKind {
    Index,
    Trigger,
    /// An index that went with its column, where the database alone would have refused to drop that.
    TakenIndex,
}

impl Schema {
    /// Takes note that a rebuild has kept an object.
    pub fn keep(&mut self, kind: KeptKind, name: &str) {
        let name = self.kept_name(name);
        self.kept.insert((kind, name));
    }

    /// Whether an object is there since a rebuild has kept it, or not there since one has taken it.
    pub fn has_kept(&self, kind: KeptKind, table: &TableName, name: &str) -> bool {
        let key = self.kept_name(name);
        let index = || self.has_index(None, Some(table), &Name::Conventional(name.into()));
        let there = || match kind {
            KeptKind::Index => matches!(index(), Answer::Yes(_)),
            KeptKind::TakenIndex => matches!(index(), Answer::No(_)),
            KeptKind::Trigger => self
                .plain
                .iter()
                .any(|((plain, known), object)| *plain == PlainKind::Trigger && known.name == key && object.entry.get().is_some()),
        };
        self.kept.contains(&(kind, Rc::clone(&key))) && there()
    }

    /// Forgets that an object was kept, where it is dropped to be made again.
    pub fn forget_kept(&mut self, kind: KeptKind, name: &str) {
        let name = self.kept_name(name);
        self.kept.remove(&(kind, name));
    }

    fn kept_name(&self, name: &str) -> Rc<str> {
        self.naming().ident(&name.into())
    }
}
