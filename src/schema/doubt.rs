//! Taking back certainty.

use std::rc::Rc;

use super::{Entry, Key, Known, Schema, Table, Why};

impl Schema {
    /// Marks a table as perhaps changed, and with `may_be_gone` perhaps dropped, renamed or made.
    pub fn mark_doubtful(&mut self, key: &Key, why: &Why, may_be_gone: bool) {
        self.clock += 1;
        match self.tables.get(key).map(|known| &known.entry) {
            Some(Entry::There(_)) => {
                if let Some(mut table) = self.settled(key) {
                    table.doubt(why, may_be_gone);
                    self.put_table(key.clone(), table);
                }
            }
            Some(Entry::Gone(_)) if may_be_gone => self.mark_unclear(key.clone(), why.clone()),
            _ => {}
        }
    }

    /// Says that a table may or may not be there, whatever was known: it is made by a downgrade alone.
    pub fn mark_unclear(&mut self, key: Key, why: Why) {
        self.clock += 1;
        self.unlink_table(&key);
        self.tables.insert(key, Known { entry: Entry::Unclear(Rc::new(why)), stamp: self.clock });
    }

    /// Marks everything as perhaps changed.
    pub fn mark_all_doubtful(&mut self, why: Why) {
        self.clock += 1;
        self.all_doubtful = Some((self.clock, Rc::new(why)));
    }

    /// A copy of a table to be edited, with what is in doubt for all tables taken over into it.
    pub(super) fn settled(&self, key: &Key) -> Option<Table> {
        self.table_by_key(key).map(std::borrow::Cow::into_owned)
    }
}
