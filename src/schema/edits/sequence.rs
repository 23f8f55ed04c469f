//! Sequences: create, drop, rename.

use std::rc::Rc;

use super::super::{Answer, Effect, Entry, FailureKind, Reason, Schema, SequenceObject, Why};
use crate::model::{Ident, Sequence, TableName};
use crate::source::Span;

impl Schema {
    /// Makes a sequence.
    pub fn create_sequence(&mut self, sequence: &Sequence, if_not_exists: bool, place: Span) -> Effect {
        let effect = match self.has_sequence(&sequence.name) {
            Answer::Yes(_) if if_not_exists => return Effect::Applied,
            Answer::Yes(why) => {
                return Effect::fails(FailureKind::DuplicateSequence, format!("relation \"{}\"", sequence.name.name.text), why);
            }
            Answer::Unknown(why) if !if_not_exists => Effect::Unsure(why),
            _ => Effect::Applied,
        };
        let object = SequenceObject {
            name: Rc::clone(&sequence.name.name.text),
            options: sequence.options.clone(),
            owner: None,
            order: self.clock,
            made: Why::new(place, Reason::Made),
        };
        let known = self.known(Entry::There(Rc::new(object)));
        self.sequences.insert(self.naming().key(&sequence.name), known);
        effect
    }

    /// Drops a sequence.
    pub fn drop_sequence(&mut self, name: &TableName, if_exists: bool, place: Span) -> Effect {
        let key = self.naming().key(name);
        let effect = match self.has_sequence(name) {
            Answer::No(_) if if_exists => return Effect::Applied,
            Answer::No(why) if self.sequences.contains_key(&key) || self.is_stated() => {
                return Effect::fails(FailureKind::UndefinedSequence, format!("sequence \"{}\"", name.name.text), why);
            }
            Answer::No(why) | Answer::Unknown(why) if !if_exists => {
                self.meet_stranger(&name.name.text, place);
                Effect::Unsure(why)
            }
            _ => Effect::Applied,
        };
        let known = self.known(Entry::Gone(Rc::new(Why::new(place, Reason::Dropped))));
        self.sequences.insert(key, known);
        effect
    }

    /// Renames a sequence; defaults that draw from it follow.
    pub fn rename_sequence(&mut self, name: &TableName, to: &Ident, place: Span) -> Effect {
        let key = self.naming().key(name);
        let object = self.sequences.get(&key).and_then(|known| known.entry.get()).cloned();
        let effect = self.drop_sequence(name, false, place);
        if matches!(effect, Effect::Fails(_)) {
            return effect;
        }
        let new_key = self.naming().key(&TableName { schema: name.schema.clone(), name: to.clone() });
        let owner = object.as_ref().and_then(|object| object.owner.clone());
        let options = object.map(|object| object.options.clone()).unwrap_or_default();
        let renamed = SequenceObject {
            name: Rc::clone(&to.text),
            options,
            owner: owner.clone(),
            order: self.clock,
            made: Why::new(place, Reason::Renamed),
        };
        let known = self.known(Entry::There(Rc::new(renamed)));
        self.sequences.insert(new_key.clone(), known);
        if let Some(owner) = owner
            && let Some(mut table) = self.settled(&owner)
        {
            for owned in table.sequences.values_mut().filter(|owned| owned.sequence == key) {
                owned.sequence = new_key.clone();
            }
            self.put_table(owner, table);
        }
        effect
    }
}
