//! Views: create, drop, rename.

use std::rc::Rc;

use super::super::{Answer, Effect, Entry, FailureKind, Reason, Schema, View, Why};
use crate::model::{Ident, TableName};
use crate::source::Span;

impl Schema {
    /// Makes a view; with `replace` it may be there already.
    pub fn create_view(&mut self, name: &TableName, view: View, replace: bool, if_not_exists: bool, place: Span) -> Effect {
        let effect = match self.has_view(name) {
            Answer::Yes(_) if if_not_exists => return Effect::Applied,
            Answer::Yes(why) if !replace => {
                return Effect::fails(FailureKind::DuplicateView, format!("relation \"{}\"", name.name.text), why);
            }
            Answer::Unknown(why) if !replace && !if_not_exists => Effect::Unsure(why),
            _ => Effect::Applied,
        };
        let view = View { made: Why::new(place, Reason::Made), ..view };
        let known = self.known(Entry::There(Rc::new(view)));
        self.views.insert(self.naming().key(name), known);
        effect
    }

    /// Drops a view.
    pub fn drop_view(&mut self, name: &TableName, if_exists: bool, place: Span) -> Effect {
        let key = self.naming().key(name);
        let effect = match self.has_view(name) {
            Answer::No(_) if if_exists => return Effect::Applied,
            Answer::No(why) if self.views.contains_key(&key) || self.is_stated() => {
                return Effect::fails(FailureKind::UndefinedView, format!("view \"{}\"", name.name.text), why);
            }
            Answer::No(why) | Answer::Unknown(why) if !if_exists => {
                self.meet_stranger(&name.name.text, place);
                Effect::Unsure(why)
            }
            _ => Effect::Applied,
        };
        let known = self.known(Entry::Gone(Rc::new(Why::new(place, Reason::Dropped))));
        self.views.insert(key, known);
        effect
    }

    /// Renames a view.
    pub fn rename_view(&mut self, name: &TableName, to: &Ident, place: Span) -> Effect {
        let key = self.naming().key(name);
        let view = self.views.get(&key).and_then(|known| known.entry.get()).cloned();
        let effect = self.drop_view(name, false, place);
        if matches!(effect, Effect::Fails(_)) {
            return effect;
        }
        if let Some(view) = view {
            let new_key = self.naming().key(&TableName { schema: name.schema.clone(), name: to.clone() });
            let renamed = View { name: Rc::clone(&to.text), ..View::clone(&view) };
            let known = self.known(Entry::There(Rc::new(renamed)));
            self.views.insert(new_key, known);
        }
        effect
    }

    /// The views that are there for all that is known, in order of their names.
    pub fn views(&self) -> impl Iterator<Item = (&super::Key, &Rc<View>)> {
        self.views.iter().filter_map(|(key, known)| Some((key, known.entry.get()?)))
    }

    /// The sequences that are there for all that is known, in order of their names.
    pub fn sequences(&self) -> impl Iterator<Item = (&super::Key, &Rc<super::super::SequenceObject>)> {
        self.sequences.iter().filter_map(|(key, known)| Some((key, known.entry.get()?)))
    }

    /// The types that the chain made, in order of their names.
    pub fn types(&self) -> impl Iterator<Item = (&super::Key, &Rc<super::super::TypeObject>)> {
        self.types.iter().filter_map(|(key, known)| Some((key, known.entry.get()?)))
    }
}
