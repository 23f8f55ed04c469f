//! What stands on a table and goes, or breaks, with it: triggers and views.

use std::rc::Rc;

use super::name::Key;
use super::objects::{Entry, Known, Plain, PlainKind, View};
use super::{Schema, words};
use crate::model::TableName;

impl Schema {
    /// The views that read a table, directly or through others, each after those it reads itself.
    pub fn views_over(&self, table: &TableName) -> Vec<Rc<View>> {
        let mut names = vec![Rc::clone(&self.naming().key(table).name)];
        let mut found: Vec<(Key, Rc<View>)> = Vec::new();
        // Each round finds the views that read what the rounds before it found.
        loop {
            let next: Vec<(Key, Rc<View>)> = self
                .views
                .iter()
                .filter_map(|(key, known)| Some((key.clone(), Rc::clone(known.entry.get()?))))
                .filter(|(key, view)| !found.iter().any(|(known, _)| known == key) && self.reads(view, &names))
                .collect();
            if next.is_empty() {
                return found.into_iter().map(|(_, view)| view).collect();
            }
            names = next.iter().map(|(key, _)| Rc::clone(&key.name)).collect();
            found.extend(next);
        }
    }

    fn reads(&self, view: &View, names: &[Rc<str>]) -> bool {
        self.text_names(view.definition.as_deref().unwrap_or_default(), names)
    }

    /// The triggers on a table, by name.
    pub fn triggers_on(&self, table: &TableName) -> Vec<Rc<Plain>> {
        let table = self.naming().bare(&table.name);
        self.triggers().filter(|(key, _)| key.schema == table).filter_map(|(_, known)| known.entry.get().cloned()).collect()
    }

    /// The triggers that name one of these, by their names, but for those on `table` itself; where the text of one is not
    /// known it may name anything.
    pub fn triggers_naming(&self, names: &[&Rc<str>], table: &TableName) -> Vec<Rc<Plain>> {
        let own = self.naming().bare(&table.name);
        let folded: Vec<Rc<str>> = names.iter().map(|name| self.naming().text(name)).collect();
        let there = self.triggers().filter(|(key, _)| key.schema != own).filter_map(|(_, known)| known.entry.get());
        there.filter(|trigger| trigger.statement.as_deref().is_none_or(|text| self.text_names(text, &folded))).cloned().collect()
    }

    fn text_names(&self, text: &str, names: &[Rc<str>]) -> bool {
        let naming = self.naming();
        words::of_text(text).into_iter().any(|word| names.contains(&naming.text(&naming.fold(&word.into()))))
    }

    /// Forgets what made the triggers on a table that gets another name: the database writes them anew.
    pub(super) fn rename_triggers(&mut self, from: &Key, to: &Key) {
        for (key, known) in self.taken_triggers(from) {
            let entry = match known.entry {
                Entry::There(trigger) => Entry::There(Rc::new(Plain { statement: None, ..Plain::clone(&trigger) })),
                other => other,
            };
            self.plain.insert((PlainKind::Trigger, Key::new(Rc::clone(&key.name), Rc::clone(&to.name))), Known { entry, ..known });
        }
    }

    /// Lets the triggers on a table go with it.
    pub(super) fn drop_triggers(&mut self, table: &Key) {
        self.taken_triggers(table);
    }

    fn taken_triggers(&mut self, table: &Key) -> Vec<(Key, Known<Plain>)> {
        let taken: Vec<_> =
            self.triggers().filter(|(key, _)| key.schema == table.name).map(|(key, known)| (key.clone(), known.clone())).collect();
        for (key, _) in &taken {
            self.plain.remove(&(PlainKind::Trigger, key.clone()));
        }
        taken
    }

    fn triggers(&self) -> impl Iterator<Item = (&Key, &Known<Plain>)> {
        self.plain.iter().filter(|((kind, _), _)| *kind == PlainKind::Trigger).map(|((_, key), known)| (key, known))
    }

    /// Keeps the statement that made a trigger.
    pub(super) fn note_trigger(&mut self, key: &Key, statement: &str) {
        if let Some(known) = self.plain.get_mut(&(PlainKind::Trigger, key.clone()))
            && let Entry::There(trigger) = &known.entry
        {
            known.entry = Entry::There(Rc::new(Plain { statement: Some(statement.into()), ..Plain::clone(trigger) }));
        }
    }

    /// Keeps the statement that made a view.
    pub(super) fn note_view(&mut self, name: &TableName, statement: &str) {
        let key = self.naming().key(name);
        if let Some(known) = self.views.get_mut(&key)
            && let Entry::There(view) = &known.entry
        {
            known.entry = Entry::There(Rc::new(View { statement: Some(statement.into()), ..View::clone(view) }));
        }
    }
}
