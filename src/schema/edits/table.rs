//! Tables: create, drop, rename.

use std::rc::Rc;

use super::super::made_names::followed_name;
use super::super::table::{OwnedSequence, Part};
use super::super::{Answer, Effect, Entry, FailureKind, Key, Reason, Schema, SequenceObject, Table, Why};
use crate::model::{self, ConstraintKind, Ident, Name, SequenceOptions, TableName};
use crate::source::Span;

impl Schema {
    /// Makes a table with all its constraints and indexes.
    ///
    /// The columns' flags `unique` and `index` are not read: what they stand for is among the table's constraints and indexes.
    pub fn create_table(&mut self, definition: &model::Table, if_not_exists: bool, place: Span) -> Effect {
        self.clock += 1;
        let key = self.naming().key(&definition.name);
        let effect = match self.has_table_key(&key) {
            Answer::Yes(_) if if_not_exists => return Effect::Applied,
            Answer::Yes(why) => return Effect::fails(FailureKind::DuplicateTable, definition.name.name.text.to_string(), why),
            Answer::Unknown(_) if if_not_exists => return self.make_if_missing(definition, key, place),
            Answer::Unknown(why) => Effect::Unsure(why),
            Answer::No(_) => Effect::Applied,
        };
        let effect = effect.and(self.use_referred(definition, &key, place));
        if matches!(effect, Effect::Fails(_)) {
            return effect;
        }
        self.insert_new(definition, key, place);
        effect
    }

    fn insert_new(&mut self, definition: &model::Table, key: Key, place: Span) {
        let mut table = self.normalize(definition, &key);
        table.made = Why::new(place, Reason::Made);
        table.order = self.clock;
        table.vacant = self.blank;
        self.resolve_referred(&mut table, &key);
        for column in &definition.columns {
            let name = self.naming().ident(&column.name);
            if let Some(owned) = table.sequences.get(&name).cloned() {
                self.put_owned_sequence(&owned, &key, place);
            }
        }
        let shares_rows = table.definition.options.keys().any(|name| name.ends_with("inherits"));
        self.put_table(key, table);
        if shares_rows {
            self.fill_all();
        }
    }

    /// A table that is there afterwards in any case, but perhaps in an older form.
    fn make_if_missing(&mut self, definition: &model::Table, key: Key, place: Span) -> Effect {
        let nothing_listed = !self.tables.contains_key(&key);
        let mut table = if nothing_listed {
            self.normalize(definition, &key)
        } else {
            self.settled(&key).unwrap_or_else(|| self.normalize(definition, &key))
        };
        table.doubt(&Why::new(place, Reason::Conditional), false);
        table.sure = true;
        table.made = Why::new(place, Reason::Made);
        self.put_table(key, table);
        Effect::Applied
    }

    fn use_referred(&mut self, definition: &model::Table, key: &Key, place: Span) -> Effect {
        let mut effect = Effect::Applied;
        let columns = definition.columns.iter().flat_map(|column| &column.constraints);
        for constraint in definition.constraints.iter().chain(columns) {
            if let ConstraintKind::ForeignKey(rule) = &constraint.kind
                && !rule.use_alter
                && self.naming().key(&rule.referred_table) != *key
            {
                effect = effect.and(self.use_referred_table(&rule.referred_table, place));
            }
        }
        effect
    }

    /// Fills in the referred columns where a foreign key names none: the referred table's primary key.
    pub(in crate::schema) fn resolve_referred(&self, table: &mut Table, key: &Key) {
        let own = primary_key(&table.definition);
        for constraint in &mut table.definition.constraints {
            if let ConstraintKind::ForeignKey(rule) = &mut constraint.kind
                && rule.referred_columns.is_empty()
            {
                let referred = self.naming().key(&rule.referred_table);
                let found = if referred == *key {
                    own.clone()
                } else {
                    self.table_by_key(&referred).and_then(|other| primary_key(&other.definition))
                };
                rule.referred_columns = found.unwrap_or_default();
            }
        }
    }

    pub(in crate::schema) fn put_owned_sequence(&mut self, owned: &OwnedSequence, table: &Key, place: Span) {
        let object = SequenceObject {
            name: Rc::clone(&owned.sequence.name),
            options: SequenceOptions::default(),
            owner: Some(table.clone()),
            order: self.clock,
            made: Why::new(place, Reason::Made),
        };
        let known = self.known(Entry::There(Rc::new(object)));
        self.sequences.insert(owned.sequence.clone(), known);
    }

    pub(super) fn drop_owned_sequence(&mut self, owned: &OwnedSequence, place: Span) {
        let known = self.known(Entry::Gone(Rc::new(Why::new(place, Reason::WentAlong))));
        self.sequences.insert(owned.sequence.clone(), known);
    }

    /// Whether anything is known of a table: that a step made, used or dropped it, or that there is none but those.
    pub fn has_heard_of(&self, name: &TableName) -> bool {
        self.tables.contains_key(&self.naming().key(name)) || self.is_stated()
    }

    /// Drops a table; with `cascade` also the foreign keys and views that need it.
    pub fn drop_table(&mut self, name: &TableName, if_exists: bool, cascade: bool, place: Span) -> Effect {
        self.clock += 1;
        let key = self.naming().key(name);
        let answer = self.has_table_key(&key);
        match &answer {
            Answer::No(_) if if_exists => return Effect::Applied,
            Answer::No(why) if self.tables.contains_key(&key) || self.is_stated() => {
                return Effect::fails(FailureKind::UndefinedTable, name.name.text.to_string(), why.clone());
            }
            Answer::Unknown(_) if if_exists => {
                self.remove_table(&key, place);
                return Effect::Applied;
            }
            _ => {}
        }
        if !self.tables.contains_key(&key) {
            self.meet_stranger(&name.name.text, place);
        }
        if let Some(effect) = self.release_dependents(&key, cascade, place) {
            return effect;
        }
        self.remove_table(&key, place);
        match answer {
            Answer::Yes(_) => Effect::Applied,
            Answer::No(why) | Answer::Unknown(why) => Effect::Unsure(why),
        }
    }

    /// Lets go of the foreign keys to a table that is about to be dropped, or tells why that can't be.
    fn release_dependents(&mut self, key: &Key, cascade: bool, place: Span) -> Option<Effect> {
        let referring: Vec<Key> = self.tables_referring_to(key).into_iter().filter(|other| other != key).collect();
        for other in referring {
            let Some(mut table) = self.settled(&other) else { continue };
            let certain = matches!(table.knowledge, super::super::Knowledge::Full | super::super::Knowledge::Partial(_));
            if !cascade && certain && self.rules.drop_needs_cascade {
                let object = format!("{key}: table {other} has a foreign key to it");
                return Some(Effect::fails(FailureKind::DependentObjects, object, table.made.clone()));
            }
            if cascade {
                let naming = self.naming();
                table.definition.constraints.retain(|constraint| !refers_to(constraint, |name| naming.key(name) == *key));
                table.made.place = if table.made.place.is_nowhere() { place } else { table.made.place };
                self.put_table(other, table);
            }
        }
        None
    }

    /// Takes a table out together with what belongs to it.
    pub(super) fn remove_table(&mut self, key: &Key, place: Span) {
        if let Some(table) = self.settled(key) {
            for owned in table.sequences.values() {
                self.drop_owned_sequence(owned, place);
            }
        }
        self.drop_triggers(key);
        self.take_table(key, Why::new(place, Reason::Dropped));
    }

    /// Renames a table; the foreign keys of others follow, indexes and sequences keep their names.
    pub fn rename_table(&mut self, name: &TableName, to: &Ident, place: Span) -> Effect {
        let mut opened = match self.open(name, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let new_name = TableName { schema: name.schema.clone(), name: to.clone() };
        self.move_table(&mut opened, &new_name).unwrap_or_else(|| self.close(opened))
    }

    /// Moves a table to another schema.
    pub fn set_table_schema(&mut self, name: &TableName, schema: &Ident, place: Span) -> Effect {
        let mut opened = match self.open(name, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let new_name = TableName { schema: Some(schema.clone()), name: name.name.clone() };
        self.move_table(&mut opened, &new_name).unwrap_or_else(|| self.close(opened))
    }

    fn move_table(&mut self, opened: &mut super::Opened, to: &TableName) -> Option<Effect> {
        let new_key = self.naming().key(to);
        match self.has_table_key(&new_key) {
            Answer::Yes(why) => return Some(Effect::fails(FailureKind::DuplicateTable, to.name.text.to_string(), why)),
            Answer::Unknown(why) => opened.doubt = opened.doubt.take().or(Some(why)),
            Answer::No(_) => {}
        }
        let old_key = std::mem::replace(&mut opened.key, new_key.clone());
        self.follow_rename(&old_key, &new_key, to);
        self.rename_triggers(&old_key, &new_key);
        let naming = self.naming();
        point_to(&mut opened.table, |name| naming.key(name) == old_key, to);
        if self.rules.names.foreign_keys_follow {
            rename_made_keys(naming, &mut opened.table, &self.rules.names.foreign_key, &to.name.text);
        }
        opened.table.definition.name = to.clone();
        for index in &mut opened.table.definition.indexes {
            index.table = to.clone();
        }
        self.take_table(&old_key, Why::new(opened.place, Reason::Renamed));
        None
    }

    fn follow_rename(&mut self, old: &Key, new: &Key, to: &TableName) {
        for other in self.tables_referring_to(old) {
            if other == *old || other == *new {
                continue;
            }
            if let Some(mut table) = self.settled(&other) {
                let naming = self.naming();
                point_to(&mut table, |name| naming.key(name) == *old, to);
                self.put_table(other, table);
            }
        }
    }
}

/// Gives foreign keys whose name is made of the table's the name that they have after it is renamed.
fn rename_made_keys(naming: super::super::Naming<'_>, table: &mut Table, pattern: &str, to: &Rc<str>) {
    let old = Rc::clone(&table.definition.name.name.text);
    for constraint in &mut table.definition.constraints {
        let name = constraint.name.as_ref().filter(|_| matches!(constraint.kind, ConstraintKind::ForeignKey(_)));
        if let Some(name) = name.and_then(|name| followed_name(pattern, &old, to, name.text())) {
            constraint.name = Some(Name::DatabaseMade(name));
        }
    }
    let (old, to) = (naming.part(&old), naming.part(to));
    table.rename_facts(|part| match part {
        Part::Constraint(name) => followed_name(pattern, &old, &to, name).map(Part::Constraint),
        _ => None,
    });
}

fn point_to(table: &mut Table, is_old: impl Fn(&TableName) -> bool, to: &TableName) {
    for constraint in &mut table.definition.constraints {
        if let ConstraintKind::ForeignKey(rule) = &mut constraint.kind
            && is_old(&rule.referred_table)
        {
            rule.referred_table = to.clone();
        }
    }
}

/// Whether a constraint is a foreign key to a table.
pub(super) fn refers_to(constraint: &model::Constraint, is_it: impl Fn(&TableName) -> bool) -> bool {
    matches!(&constraint.kind, ConstraintKind::ForeignKey(rule) if is_it(&rule.referred_table))
}

/// The columns of a table's primary key.
pub(in crate::schema) fn primary_key(definition: &model::Table) -> Option<Vec<Ident>> {
    definition.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => Some(columns.clone()),
        _ => None,
    })
}
