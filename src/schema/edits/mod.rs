//! Edits of the schema, by the object they edit: one method an operation.
//!
//! Each gives an [`Effect`]: whether the database surely takes it, surely refuses it, or neither can be said.

mod column;
mod column_facets;
mod comment;
mod constraint;
mod enumeration;
mod index;
mod namespace;
mod sequence;
mod table;
mod view;

pub use column_facets::Facet;
pub use enumeration::{LabelPlace, enum_name};
pub(super) use table::primary_key;

use std::rc::Rc;

use super::table::{Gaps, Part};
use super::{Answer, Effect, Entry, FailureKind, Key, Known, Reason, Schema, Table, Why, World};
use crate::model::{Ident, TableName};
use crate::source::Span;

/// A table taken out for an edit.
pub(super) struct Opened {
    pub key: Key,
    pub table: Table,
    pub place: Span,
    /// Why the edit may fail.
    pub doubt: Option<Why>,
}

impl Schema {
    /// Takes a table for an edit; one that nothing made becomes partly known.
    ///
    /// # Errors
    /// The failure, where the table surely isn't there.
    pub(super) fn open(&mut self, name: &TableName, place: Span) -> Result<Opened, Effect> {
        self.clock += 1;
        let key = self.naming().key(name);
        let answer = self.has_table_key(&key);
        if let (Answer::No(why), true) = (&answer, self.tables.contains_key(&key) || self.is_stated()) {
            return Err(Effect::fails(FailureKind::UndefinedTable, name.name.text.to_string(), why.clone()));
        }
        if !self.tables.contains_key(&key) {
            self.meet_stranger(&name.name.text, place);
        }
        let doubt = match answer {
            Answer::Yes(_) => None,
            Answer::No(why) | Answer::Unknown(why) => Some(why),
        };
        let made = Why::new(place, Reason::Made);
        let mut table =
            self.settled(&key).unwrap_or_else(|| Table::partial(name.clone(), made.clone(), Why::new(place, Reason::NeverMade)));
        table.sure = true;
        Ok(Opened { key, table, place, doubt })
    }

    /// Puts an edited table back.
    pub(super) fn close(&mut self, opened: Opened) -> Effect {
        let Opened { key, table, doubt, .. } = opened;
        self.put_table(key, table);
        doubt.map_or(Effect::Applied, Effect::Unsure)
    }

    /// Runs an edit on a table.
    pub(super) fn edit(&mut self, name: &TableName, place: Span, edit: impl FnOnce(&Self, &mut Opened) -> Result<(), Effect>) -> Effect {
        let mut opened = match self.open(name, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        match edit(self, &mut opened) {
            Ok(()) => self.close(opened),
            Err(effect) => effect,
        }
    }

    /// Whether all there is is known for certain.
    pub(super) fn is_stated(&self) -> bool {
        matches!(self.world, World::Stated(_)) && self.all_doubtful.is_none()
    }

    /// Notes that a step touches what nothing made.
    pub(super) fn meet_stranger(&mut self, name: &Rc<str>, place: Span) {
        if self.stranger.is_none() && !self.lost_words.contains_key(&self.naming().text(name)) {
            self.stranger = Some(Rc::new(Why::new(place, Reason::Stranger(Rc::clone(name)))));
        }
    }

    /// Notes a use of a table that a step does not edit, as by a foreign key.
    pub(super) fn use_table(&mut self, name: &TableName, place: Span) -> Effect {
        let key = self.naming().key(name);
        match self.has_table_key(&key) {
            Answer::Yes(_) => Effect::Applied,
            Answer::No(why) if self.tables.contains_key(&key) || self.is_stated() => {
                Effect::fails(FailureKind::UndefinedTable, name.name.text.to_string(), why)
            }
            Answer::No(why) | Answer::Unknown(why) => {
                if !self.tables.contains_key(&key) {
                    self.meet_stranger(&name.name.text, place);
                    let because = Why::new(place, Reason::NeverMade);
                    self.put_table(key, Table::partial(name.clone(), Why::new(place, Reason::Made), because));
                }
                Effect::Unsure(why)
            }
        }
    }

    /// Notes that a foreign key refers to a table, where the database asks for it to be there.
    pub(super) fn use_referred_table(&mut self, name: &TableName, place: Span) -> Effect {
        if self.rules.foreign_keys_unchecked { Effect::Applied } else { self.use_table(name, place) }
    }

    /// Sets an object of one of the simpler maps, and gives the moment it was set.
    pub(super) fn known<T>(&mut self, entry: Entry<T>) -> Known<T> {
        self.clock += 1;
        Known { entry, stamp: self.clock }
    }
}

impl Opened {
    /// Demands that a part is there.
    ///
    /// # Errors
    /// The failure where it surely isn't.
    pub fn require(&mut self, answer: Answer, kind: FailureKind, object: impl FnOnce() -> String) -> Result<(), Effect> {
        match answer {
            Answer::Yes(_) => {}
            Answer::No(why) => return Err(Effect::fails(kind, object(), why)),
            Answer::Unknown(why) => self.doubt = self.doubt.take().or(Some(why)),
        }
        Ok(())
    }

    /// Demands that a part is not there.
    ///
    /// # Errors
    /// The failure where it surely is.
    pub fn forbid(&mut self, answer: Answer, kind: FailureKind, object: impl FnOnce() -> String) -> Result<(), Effect> {
        match answer {
            Answer::No(_) => {}
            Answer::Yes(why) => return Err(Effect::fails(kind, object(), why)),
            Answer::Unknown(why) => self.doubt = self.doubt.take().or(Some(why)),
        }
        Ok(())
    }

    /// Notes that a part is there since this step.
    pub fn there(&mut self, part: Part) {
        self.table.note(part, Answer::Yes(Why::new(self.place, Reason::Made)));
    }

    /// Notes that a part is gone since this step.
    pub fn gone(&mut self, part: Part, reason: Reason) {
        self.table.note(part, Answer::No(Why::new(self.place, reason)));
    }

    /// How errors speak of a column.
    pub fn describe_column(&self, column: &Ident) -> String {
        format!("column \"{}\" of relation \"{}\"", column.text, self.table.definition.name.name.text)
    }

    /// The gaps of a column, to be changed.
    pub fn gaps(&mut self, column: &Rc<str>) -> &mut Gaps {
        self.table.gaps.entry(Rc::clone(column)).or_default()
    }
}
