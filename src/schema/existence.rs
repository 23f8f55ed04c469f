//! Whether something is there.

use std::borrow::Cow;
use std::rc::Rc;

use super::{Answer, Entry, Key, Known, PlainKind, Reason, Schema, Table, Why, World};
use crate::model::TableName;

impl Schema {
    /// Whether a table exists.
    pub fn has_table(&self, name: &TableName) -> Answer {
        self.has_table_key(&self.naming().key(name))
    }

    /// Whether a table exists, by key.
    pub fn has_table_key(&self, key: &Key) -> Answer {
        match self.tables.get(key) {
            Some(Known { entry: Entry::There(table), stamp }) if self.doubt_since(*stamp).is_none() && !table.sure => {
                Answer::Unknown(table.knowledge.why().cloned().unwrap_or_else(|| table.made.clone()))
            }
            None => match self.lost_words.get(&key.name) {
                Some(why) => Answer::Unknown(Why::clone(why)),
                None => self.not_listed(),
            },
            known => self.listed(known, |table| &table.made),
        }
    }

    /// Whether a sequence exists.
    pub fn has_sequence(&self, name: &TableName) -> Answer {
        self.listed(self.sequences.get(&self.naming().key(name)), |sequence| &sequence.made)
    }

    /// Whether a type that a chain can make exists.
    pub fn has_type(&self, name: &TableName) -> Answer {
        self.listed(self.types.get(&self.naming().key(name)), |ty| &ty.made)
    }

    /// Whether a view exists.
    pub fn has_view(&self, name: &TableName) -> Answer {
        self.listed(self.views.get(&self.naming().key(name)), |view| &view.made)
    }

    /// Whether an object exists of which nothing else is followed.
    pub fn has_plain(&self, kind: PlainKind, key: &Key) -> Answer {
        if kind == PlainKind::Schema && key.name == self.rules.default_schema {
            return Answer::Yes(Why::nowhere(Reason::Baseline));
        }
        self.listed(self.plain.get(&(kind, key.clone())), |object| &object.made)
    }

    pub(super) fn listed<T>(&self, known: Option<&Known<T>>, made: impl Fn(&T) -> &Why) -> Answer {
        let Some(known) = known else { return self.not_listed() };
        if let Some(why) = self.doubt_since(known.stamp) {
            return Answer::Unknown(why.clone());
        }
        match &known.entry {
            Entry::There(object) => Answer::Yes(made(object).clone()),
            Entry::Gone(why) => Answer::No(Why::clone(why)),
            Entry::Unclear(why) => Answer::Unknown(Why::clone(why)),
        }
    }

    /// The answer for what nothing ever made: whether more may be there than is listed.
    pub fn not_listed(&self) -> Answer {
        if let Some((_, why)) = &self.all_doubtful {
            return Answer::Unknown(Why::clone(why));
        }
        match &self.world {
            World::Stated(why) => Answer::No(why.clone()),
            World::Closed => Answer::No(Why::nowhere(Reason::NeverMade)),
            World::Open(why) => Answer::Unknown(why.clone()),
        }
    }

    /// Why what was last touched at `stamp` is in doubt since, where it is.
    pub(super) fn doubt_since(&self, stamp: u64) -> Option<&Why> {
        self.all_doubtful.as_ref().filter(|(since, _)| stamp < *since).map(|(_, why)| &**why)
    }

    /// Why everything has been in doubt since some step, where it has.
    pub fn all_doubtful(&self) -> Option<&Why> {
        self.all_doubtful.as_ref().map(|(_, why)| &**why)
    }

    /// A table as far as it is known, with what is in doubt marked as such.
    pub fn table(&self, name: &TableName) -> Option<Cow<'_, Table>> {
        self.table_by_key(&self.naming().key(name))
    }

    /// A table by key.
    pub fn table_by_key(&self, key: &Key) -> Option<Cow<'_, Table>> {
        let known = self.tables.get(key)?;
        let table = known.entry.get()?;
        Some(match self.doubt_since(known.stamp) {
            None => Cow::Borrowed(&**table),
            Some(why) => {
                let mut copy = Table::clone(table);
                copy.doubt(why, true);
                Cow::Owned(copy)
            }
        })
    }

    /// The tables that are there for all that is known, in order of their keys.
    pub fn tables(&self) -> impl Iterator<Item = (&Key, &Rc<Table>)> {
        self.tables.iter().filter_map(|(key, known)| Some((key, known.entry.get()?)))
    }

    /// The tables that are there for all that is known, each with whether that is sure ([`Schema::has_table_key`] says yes).
    pub fn tables_and_sureness(&self) -> impl Iterator<Item = (&Key, &Rc<Table>, bool)> {
        self.tables.iter().filter_map(|(key, known)| {
            let table = known.entry.get()?;
            Some((key, table, table.sure && self.doubt_since(known.stamp).is_none()))
        })
    }

    /// The tables that have an index of this name.
    pub fn tables_with_index(&self, index: &Key) -> Vec<Key> {
        self.index_homes.get(index).map(|homes| homes.to_vec()).unwrap_or_default()
    }

    /// The tables that have a foreign key to a table.
    pub fn tables_referring_to(&self, table: &Key) -> Vec<Key> {
        self.referrers.get(table).map(|homes| homes.to_vec()).unwrap_or_default()
    }

    /// The tables that have a column of a named type.
    pub fn tables_using_type(&self, ty: &Key) -> Vec<Key> {
        self.type_users.get(ty).map(|homes| homes.to_vec()).unwrap_or_default()
    }

    /// What is known of a type that a chain can make.
    pub fn type_object(&self, name: &TableName) -> Option<&Entry<super::TypeObject>> {
        self.types.get(&self.naming().key(name)).map(|known| &known.entry)
    }

    /// The tables of a bare name, in whatever schema.
    pub(super) fn tables_named(&self, name: &Rc<str>) -> Vec<Key> {
        let first = Key::new(Rc::clone(name), "".into());
        self.tables.range(first..).map(|(key, _)| key).take_while(|key| key.name == *name).cloned().collect()
    }
}
