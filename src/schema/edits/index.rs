//! Indexes: create, drop, rename.

use std::rc::Rc;

use super::super::name::Naming;
use super::super::table::{Part, index_key, name_key};
use super::super::{Answer, Effect, FailureKind, Key, Reason, Schema, Why};
use super::Opened;
use crate::dialect::replay::Scope;
use crate::model::{Ident, Index, IndexElement, Name, TableName};
use crate::source::Span;

impl Schema {
    /// Whether an index of a name is there, in a schema or, where index names are a table's own, in a table.
    pub fn has_index(&self, schema: Option<&Ident>, table: Option<&TableName>, name: &Name) -> Answer {
        let text = name_key(self.naming(), name);
        let home = table.map(|table| self.naming().key(table));
        let schema = self.naming().namespace(schema.or(table.and_then(|table| table.schema.as_ref())));
        let key = Key::new(Rc::clone(&text), schema);
        if let Some(table) = home.as_ref().filter(|_| self.rules.index_scope == Scope::Table).and_then(|home| self.table_by_key(home)) {
            return table.has_index(self.naming(), &text);
        }
        for owner in self.tables_with_index(&key) {
            if let Some(table) = self.table_by_key(&owner) {
                let answer = table.has_index(self.naming(), &text);
                return if matches!(answer, Answer::No(_)) { table.has_constraint(self.naming(), &text) } else { answer };
            }
        }
        if let Some(table) = home.as_ref().and_then(|home| self.table_by_key(home)) {
            return table.has_index(self.naming(), &text);
        }
        match self.gone_indexes.get(&key) {
            Some(why) if self.all_doubtful.is_none() => Answer::No(why.clone()),
            _ => self.not_listed_index(),
        }
    }

    /// An index of a table that nothing made may have any name.
    fn not_listed_index(&self) -> Answer {
        self.not_listed()
    }

    /// Makes an index; one without a name gets the one that the database invents.
    pub fn create_index(&mut self, index: &Index, if_not_exists: bool, place: Span) -> Effect {
        // A materialized view takes indexes too; of views nothing but their definition is followed.
        if self.has_view(&index.table).known() == Some(true) {
            return Effect::Applied;
        }
        let mut opened = match self.open(&index.table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let mut index = Index { place, ..index.clone() };
        let invented = self.index_name(&index, &opened.table.definition.constraints, &opened.table.definition.indexes, &opened.key);
        index.name = invented.or(index.name);
        if let Some(name) = &index.name {
            let answer = self.has_index(index.table.schema.as_ref(), Some(&index.table), name);
            match answer {
                Answer::Yes(_) if if_not_exists => return self.close(opened),
                Answer::Unknown(_) if if_not_exists => {}
                answer => {
                    let object = format!("relation \"{}\"", name.text());
                    if let Err(effect) = opened.forbid(answer, FailureKind::DuplicateIndex, || object) {
                        return effect;
                    }
                }
            }
        }
        match self.check_index_columns(&mut opened, &index) {
            Err(effect) => effect,
            Ok(()) => {
                self.insert_index(&mut opened, index);
                self.index_foreign_keys(&mut opened.table);
                self.close(opened)
            }
        }
    }

    fn check_index_columns(&self, opened: &mut Opened, index: &Index) -> Result<(), Effect> {
        for element in &index.elements {
            if let IndexElement::Column(column) = element {
                let answer = opened.table.has_column(self.naming(), column);
                let object = opened.describe_column(column);
                opened.require(answer, FailureKind::UndefinedColumn, || object)?;
            }
        }
        Ok(())
    }

    pub(super) fn insert_index(&mut self, opened: &mut Opened, mut index: Index) {
        let named = index.elements.iter_mut().filter_map(|element| match element {
            IndexElement::Column(column) => Some(column),
            IndexElement::Expr(_) => None,
        });
        self.respell(&opened.table, named);
        let naming = Naming(&self.rules);
        if let Some(name) = index_key(naming, &index) {
            self.gone_indexes.remove(&Key::new(Rc::clone(&name), Rc::clone(&opened.key.schema)));
            opened.table.definition.indexes.retain(|known| index_key(naming, known).as_ref() != Some(&name));
            opened.table.implied_indexes.remove(&name);
            opened.there(Part::Index(name));
        }
        opened.table.definition.indexes.push(index);
    }

    /// Drops an index; the table may be left out where index names are a schema's own.
    pub fn drop_index(&mut self, schema: Option<&Ident>, table: Option<&TableName>, name: &Name, if_exists: bool, place: Span) -> Effect {
        self.clock += 1;
        let answer = self.has_index(schema, table, name);
        let text = name_key(self.naming(), name);
        if let (Answer::No(_), true) = (&answer, if_exists) {
            return Effect::Applied;
        }
        let key = self.index_place(schema, table, &text);
        let home = self.index_home(&key, table);
        if let Answer::No(why) = &answer
            && (home.is_some() || self.gone_indexes.contains_key(&key) || self.is_stated())
        {
            return Effect::fails(FailureKind::UndefinedIndex, format!("index \"{}\"", name.text()), why.clone());
        }
        let Some(home) = home else { return self.drop_stray_index(key, table, answer, if_exists, place) };
        self.drop_index_of(&home, &text, answer, if_exists, place)
    }

    fn drop_index_of(&mut self, home: &Key, name: &Rc<str>, answer: Answer, if_exists: bool, place: Span) -> Effect {
        let Some(table) = self.settled(home) else { return Effect::Applied };
        if table.index(self.naming(), name).is_none()
            && let Answer::Yes(why) = table.has_constraint(self.naming(), name)
        {
            let object = format!("index \"{name}\": the constraint of the same name needs it");
            return Effect::fails(FailureKind::DependentObjects, object, why);
        }
        if let Some(effect) = self.needed_index(home, &table, name) {
            return effect;
        }
        let doubt = match answer {
            Answer::Unknown(why) | Answer::No(why) if !if_exists => Some(why),
            _ => None,
        };
        let mut opened = Opened { key: home.clone(), table, place, doubt };
        let naming = Naming(&self.rules);
        opened.table.definition.indexes.retain(|known| index_key(naming, known).as_ref() != Some(name));
        opened.table.implied_indexes.remove(name);
        self.index_keys_left(&mut opened.table);
        opened.gone(Part::Index(Rc::clone(name)), Reason::Dropped);
        self.close(opened)
    }

    /// Drops an index that nothing made.
    fn drop_stray_index(&mut self, key: Key, table: Option<&TableName>, answer: Answer, if_exists: bool, place: Span) -> Effect {
        let name = Rc::clone(&key.name);
        self.gone_indexes.insert(key, Why::new(place, Reason::Dropped));
        if if_exists {
            return Effect::Applied;
        }
        self.meet_stranger(&name, place);
        if let Some(table) = table {
            return self.edit(table, place, |_, opened| {
                opened.gone(Part::Index(name), Reason::Dropped);
                Ok(())
            });
        }
        Effect::Unsure(answer.why().clone())
    }

    fn index_place(&self, schema: Option<&Ident>, table: Option<&TableName>, name: &Rc<str>) -> Key {
        let schema = schema.or(table.and_then(|table| table.schema.as_ref()));
        Key::new(Rc::clone(name), self.naming().namespace(schema))
    }

    /// The table that has an index, for all that is known.
    fn index_home(&self, index: &Key, table: Option<&TableName>) -> Option<Key> {
        let homes = self.tables_with_index(index);
        let named = table.map(|table| self.naming().key(table));
        match (&named, self.rules.index_scope) {
            (Some(named), Scope::Table) => return self.tables.contains_key(named).then(|| named.clone()),
            (Some(named), Scope::Schema) if homes.is_empty() => {
                return self.tables.get(named).and_then(|known| known.entry.get()).map(|_| named.clone());
            }
            _ => {}
        }
        homes.into_iter().next()
    }

    /// Renames an index, or the constraint it belongs to.
    pub fn rename_index(&mut self, schema: Option<&Ident>, table: Option<&TableName>, name: &Name, to: &Name, place: Span) -> Effect {
        self.clock += 1;
        let answer = self.has_index(schema, table, name);
        let (old, new) = (name_key(self.naming(), name), name_key(self.naming(), to));
        let key = self.index_place(schema, table, &old);
        let Some(home) = self.index_home(&key, table) else {
            return self.drop_stray_index(key, table, answer, false, place);
        };
        if let Answer::No(why) = answer {
            return Effect::fails(FailureKind::UndefinedIndex, format!("index \"{}\"", name.text()), why);
        }
        let Some(table) = self.settled(&home) else { return Effect::Applied };
        let doubt = if let Answer::Unknown(why) = answer { Some(why) } else { None };
        let mut opened = Opened { key: home, table, place, doubt };
        self.rename_index_in(&mut opened, &old, &new, to);
        self.close(opened)
    }

    fn rename_index_in(&self, opened: &mut Opened, old: &Rc<str>, new: &Rc<str>, to: &Name) {
        let naming = Naming(&self.rules);
        let definition = &mut opened.table.definition;
        let mut part: fn(Rc<str>) -> Part = Part::Index;
        for index in definition.indexes.iter_mut().filter(|index| index_key(naming, index).as_ref() == Some(old)) {
            index.name = Some(to.clone());
        }
        for constraint in &mut definition.constraints {
            if super::super::table::constraint_key(naming, constraint).as_ref() == Some(old) {
                constraint.name = Some(to.clone());
                part = Part::Constraint;
            }
        }
        opened.gone(part(Rc::clone(old)), Reason::Renamed);
        opened.there(part(Rc::clone(new)));
    }
}
