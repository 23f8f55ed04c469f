//! Schemas (namespaces), extensions, functions, triggers: only their existence is followed.

use std::rc::Rc;

use super::super::{Answer, Effect, Entry, FailureKind, Key, Plain, PlainKind, Reason, Schema, Why};
use crate::model::Ident;
use crate::source::Span;

impl Schema {
    /// Makes an object of which only existence is followed; with `replace` it may be there already.
    pub fn create_plain(&mut self, kind: PlainKind, key: Key, replace: bool, place: Span) -> Effect {
        let effect = match self.has_plain(kind, &key) {
            Answer::Yes(_) if replace => return Effect::Applied,
            Answer::Yes(why) => return Effect::fails(duplicate(kind), format!("{} \"{}\"", kind.word(), key.name), why),
            Answer::Unknown(why) if !replace => Effect::Unsure(why),
            _ => Effect::Applied,
        };
        let object = Plain::new(Rc::clone(&key.name), place);
        let known = self.known(Entry::There(Rc::new(object)));
        self.plain.insert((kind, key), known);
        effect
    }

    /// Drops such an object.
    pub fn drop_plain(&mut self, kind: PlainKind, key: Key, if_exists: bool, place: Span) -> Effect {
        let listed = self.plain.contains_key(&(kind, key.clone()));
        let effect = match self.has_plain(kind, &key) {
            Answer::No(_) if if_exists => return Effect::Applied,
            Answer::No(why) if listed || self.is_stated() => {
                return Effect::fails(undefined(kind), format!("{} \"{}\"", kind.word(), key.name), why);
            }
            Answer::No(why) | Answer::Unknown(why) if !if_exists => {
                self.meet_stranger(&key.name, place);
                Effect::Unsure(why)
            }
            _ => Effect::Applied,
        };
        let known = self.known(Entry::Gone(Rc::new(Why::new(place, Reason::Dropped))));
        self.plain.insert((kind, key), known);
        effect
    }

    /// Makes a schema.
    pub fn create_schema(&mut self, name: &Ident, if_not_exists: bool, place: Span) -> Effect {
        self.create_plain(PlainKind::Schema, self.schema_key(name), if_not_exists, place)
    }

    /// Drops a schema; with `cascade` everything in it too.
    pub fn drop_schema(&mut self, name: &Ident, if_exists: bool, cascade: bool, place: Span) -> Effect {
        let key = self.schema_key(name);
        let inside: Vec<Key> = self.tables().filter(|(table, _)| table.schema == key.name).map(|(table, _)| table.clone()).collect();
        if let (Some(table), false) = (inside.first(), cascade) {
            let why = self.has_table_key(table).why().clone();
            return Effect::fails(FailureKind::DependentObjects, format!("schema \"{}\": table {table} is in it", key.name), why);
        }
        for table in inside {
            let name = self.settled(&table).map(|table| table.definition.name);
            if let Some(name) = name {
                self.drop_table(&name, true, true, place);
            }
        }
        self.drop_plain(PlainKind::Schema, key, if_exists, place)
    }

    /// The key under which a schema is kept.
    pub fn schema_key(&self, name: &Ident) -> Key {
        Key::new(self.naming().bare(name), "".into())
    }

    /// The schemas that the chain made.
    pub fn schemas(&self) -> impl Iterator<Item = &Rc<str>> {
        self.plain
            .iter()
            .filter(|((kind, _), known)| *kind == PlainKind::Schema && known.entry.get().is_some())
            .map(|((_, key), _)| &key.name)
    }
}

fn duplicate(kind: PlainKind) -> FailureKind {
    match kind {
        PlainKind::Schema => FailureKind::DuplicateSchema,
        PlainKind::Extension => FailureKind::DuplicateExtension,
        _ => FailureKind::DuplicateObject,
    }
}

fn undefined(kind: PlainKind) -> FailureKind {
    match kind {
        PlainKind::Schema => FailureKind::UndefinedSchema,
        PlainKind::Extension => FailureKind::UndefinedExtension,
        PlainKind::Function => FailureKind::UndefinedFunction,
        _ => FailureKind::UndefinedObject,
    }
}
