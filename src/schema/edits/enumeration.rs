//! Types that a chain makes: enumerations and domains.

use std::rc::Rc;

use super::super::{Answer, Effect, Entry, FailureKind, Key, Reason, Schema, TypeKind, TypeObject, Why};
use crate::model::{EnumType, Ident, TableName, Type, TypeParam};
use crate::source::Span;

/// Where a label of an enumeration is put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LabelPlace {
    End,
    Before(Rc<str>),
    After(Rc<str>),
}

impl Schema {
    /// Makes a type. The check that SQLAlchemy makes offline is none: a second creation is a sure failure.
    pub fn create_type(&mut self, name: &TableName, kind: TypeKind, if_not_exists: bool, place: Span) -> Effect {
        let effect = match self.has_type(name) {
            Answer::Yes(_) if if_not_exists => return Effect::Applied,
            Answer::Yes(why) => return Effect::fails(FailureKind::DuplicateType, format!("type \"{}\"", name.name.text), why),
            Answer::Unknown(why) if !if_not_exists => Effect::Unsure(why),
            _ => Effect::Applied,
        };
        let object = TypeObject { name: Rc::clone(&name.name.text), kind, made: Why::new(place, Reason::Made) };
        let known = self.known(Entry::There(Rc::new(object)));
        self.types.insert(self.naming().key(name), known);
        effect
    }

    /// Makes the type object of an enumeration, where the dialect has such.
    pub fn create_enum(&mut self, ty: &EnumType, if_not_exists: bool, place: Span) -> Effect {
        let Some(name) = enum_name(ty).filter(|_| ty.native && self.rules.enum_types) else { return Effect::Applied };
        self.create_type(&name, TypeKind::Enum(Some(ty.values.clone())), if_not_exists, place)
    }

    /// Drops the type object of an enumeration, where the dialect has such.
    pub fn drop_enum(&mut self, ty: &EnumType, if_exists: bool, place: Span) -> Effect {
        let Some(name) = enum_name(ty).filter(|_| ty.native && self.rules.enum_types) else { return Effect::Applied };
        self.drop_type(&name, if_exists, false, place)
    }

    /// Drops a type; with `cascade` also the columns of it.
    pub fn drop_type(&mut self, name: &TableName, if_exists: bool, cascade: bool, place: Span) -> Effect {
        let key = self.naming().key(name);
        let effect = match self.has_type(name) {
            Answer::No(_) if if_exists => return Effect::Applied,
            Answer::No(why) if self.types.contains_key(&key) || self.is_stated() => {
                return Effect::fails(FailureKind::UndefinedType, format!("type \"{}\"", name.name.text), why);
            }
            Answer::Unknown(_) if if_exists => Effect::Applied,
            Answer::No(why) | Answer::Unknown(why) => {
                self.meet_stranger(&name.name.text, place);
                Effect::Unsure(why)
            }
            Answer::Yes(_) => Effect::Applied,
        };
        if let Some(failure) = self.release_type(&key, cascade, place) {
            return failure;
        }
        let known = self.known(Entry::Gone(Rc::new(Why::new(place, Reason::Dropped))));
        self.types.insert(key, known);
        effect
    }

    fn release_type(&mut self, key: &Key, cascade: bool, place: Span) -> Option<Effect> {
        for home in self.tables_using_type(key) {
            let Some(table) = self.settled(&home) else { continue };
            if !cascade {
                if matches!(table.knowledge, super::super::Knowledge::Doubtful(_)) {
                    continue;
                }
                let object = format!("type \"{}\": table {home} has a column of it", key.name);
                return Some(Effect::fails(FailureKind::DependentObjects, object, table.made.clone()));
            }
            let columns: Vec<Ident> = table
                .definition
                .columns
                .iter()
                .filter(|column| self.named_type(&column.ty).as_ref() == Some(key))
                .map(|column| column.name.clone())
                .collect();
            for column in columns {
                self.drop_column(&table.definition.name, &column, true, true, place);
            }
        }
        None
    }

    /// Adds a label to an enumeration.
    pub fn add_enum_value(&mut self, name: &TableName, value: &Rc<str>, at: &LabelPlace, if_not_exists: bool, place: Span) -> Effect {
        self.edit_labels(name, place, |labels, why| {
            if labels.contains(value) {
                let failure = Effect::fails(FailureKind::DuplicateLabel, format!("enum label \"{value}\""), why);
                return if if_not_exists { Ok(()) } else { Err(failure) };
            }
            let position = match at {
                LabelPlace::End => None,
                LabelPlace::Before(other) => labels.iter().position(|label| label == other),
                LabelPlace::After(other) => labels.iter().position(|label| label == other).map(|found| found + 1),
            };
            labels.insert(position.unwrap_or(labels.len()), Rc::clone(value));
            Ok(())
        })
    }

    /// Renames a label of an enumeration.
    pub fn rename_enum_value(&mut self, name: &TableName, from: &Rc<str>, to: &Rc<str>, place: Span) -> Effect {
        self.edit_labels(name, place, |labels, why| match labels.iter_mut().find(|label| *label == from) {
            Some(label) => {
                *label = Rc::clone(to);
                Ok(())
            }
            None => Err(Effect::fails(FailureKind::UndefinedLabel, format!("enum label \"{from}\""), why)),
        })
    }

    /// Renames a type; the columns of it follow.
    pub fn rename_type(&mut self, name: &TableName, to: &Ident, place: Span) -> Effect {
        let key = self.naming().key(name);
        let new_name = TableName { schema: name.schema.clone(), name: to.clone() };
        let effect = match (self.has_type(name), self.has_type(&new_name)) {
            (Answer::No(why), _) if self.types.contains_key(&key) || self.is_stated() => {
                return Effect::fails(FailureKind::UndefinedType, format!("type \"{}\"", name.name.text), why);
            }
            (_, Answer::Yes(why)) => return Effect::fails(FailureKind::DuplicateType, format!("type \"{}\"", to.text), why),
            (Answer::Yes(_), _) => Effect::Applied,
            (Answer::No(why) | Answer::Unknown(why), _) => {
                self.meet_stranger(&name.name.text, place);
                Effect::Unsure(why)
            }
        };
        let kind = self.types.get(&key).and_then(|known| known.entry.get()).map_or(TypeKind::Enum(None), |object| object.kind.clone());
        let object = TypeObject { name: Rc::clone(&to.text), kind, made: Why::new(place, Reason::Renamed) };
        let known = self.known(Entry::There(Rc::new(object)));
        self.types.insert(self.naming().key(&new_name), known);
        let gone = self.known(Entry::Gone(Rc::new(Why::new(place, Reason::Renamed))));
        self.types.insert(key.clone(), gone);
        self.change_columns_of(&key, |enumeration| enumeration.name = Some(crate::model::Name::Given(to.clone())));
        effect
    }

    fn edit_labels(&mut self, name: &TableName, place: Span, edit: impl FnOnce(&mut Vec<Rc<str>>, Why) -> Result<(), Effect>) -> Effect {
        let key = self.naming().key(name);
        let effect = match self.has_type(name) {
            Answer::No(why) if self.types.contains_key(&key) || self.is_stated() => {
                return Effect::fails(FailureKind::UndefinedType, format!("type \"{}\"", name.name.text), why);
            }
            Answer::Yes(_) => Effect::Applied,
            Answer::No(why) | Answer::Unknown(why) => {
                if !self.types.contains_key(&key) {
                    self.meet_stranger(&name.name.text, place);
                }
                Effect::Unsure(why)
            }
        };
        let Some(object) = self.types.get(&key).and_then(|known| known.entry.get()).cloned() else { return effect };
        let TypeKind::Enum(Some(labels)) = &object.kind else { return effect };
        let mut labels = labels.clone();
        if let Err(failure) = edit(&mut labels, object.made.clone()) {
            return failure;
        }
        self.change_columns_of(&key, |enumeration| enumeration.values.clone_from(&labels));
        let known = self.known(Entry::There(Rc::new(TypeObject { kind: TypeKind::Enum(Some(labels)), ..TypeObject::clone(&object) })));
        self.types.insert(key, known);
        effect
    }

    fn change_columns_of(&mut self, key: &Key, change: impl Fn(&mut EnumType)) {
        for home in self.tables_using_type(key) {
            let Some(mut table) = self.settled(&home) else { continue };
            for column in &mut table.definition.columns {
                if self.named_type(&column.ty).as_ref() == Some(key) {
                    let mut ty = Type::clone(&column.ty);
                    change_enum(&mut ty, &change);
                    Rc::make_mut(column).ty = Rc::new(ty);
                }
            }
            self.put_table(home, table);
        }
    }
}

fn change_enum(ty: &mut Type, change: &impl Fn(&mut EnumType)) {
    if let Some(enumeration) = &mut ty.enumeration {
        change(Rc::make_mut(enumeration));
    }
    for (_, variant) in &mut ty.variants {
        change_enum(Rc::make_mut(variant), change);
    }
    if let Some(decorated) = &mut ty.decorated {
        change_enum(Rc::make_mut(decorated), change);
    }
    for param in ty.params.values_mut() {
        if let TypeParam::Type(inner) = param {
            change_enum(Rc::make_mut(inner), change);
        }
    }
}

/// The name of an enumeration's type object.
pub fn enum_name(ty: &EnumType) -> Option<TableName> {
    let name = ty.name.as_ref()?;
    Some(TableName { schema: ty.schema.clone(), name: Ident::new(name.text()) })
}
