//! Putting tables in and out while the ways to find them by index, foreign key and type stay true.

use std::collections::BTreeSet;
use std::rc::Rc;

use imbl::OrdMap;

use super::table::{constraint_key, index_key};
use super::{Entry, Key, Known, Schema, Table, Why};
use crate::model::{ConstraintKind, Ident, TableName, Type, TypeParam};

/// The tables in which something is, in order: mostly one.
pub(super) type Homes = Rc<[Key]>;

/// What a table can be found by.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Links {
    indexes: BTreeSet<Key>,
    referred: BTreeSet<Key>,
    types: BTreeSet<Key>,
}

impl Schema {
    /// Puts a table in, or in the place of its earlier form.
    pub(super) fn put_table(&mut self, key: Key, mut table: Table) {
        let before = self.tables.get(&key).and_then(|known| known.entry.get()).map(|table| Rc::clone(&table.links)).unwrap_or_default();
        let after = self.links(&key, &table);
        table.links = if *before == after {
            before
        } else {
            self.relink(&key, &before, &after);
            Rc::new(after)
        };
        self.tables.insert(key, Known { entry: Entry::There(Rc::new(table)), stamp: self.clock });
    }

    /// Takes a table out and remembers what became of it.
    pub(super) fn take_table(&mut self, key: &Key, why: Why) {
        self.unlink_table(key);
        self.tables.insert(key.clone(), Known { entry: Entry::Gone(Rc::new(why)), stamp: self.clock });
    }

    /// Makes a table one that can't be found by what it has.
    pub(super) fn unlink_table(&mut self, key: &Key) {
        if let Some(table) = self.tables.get(key).and_then(|known| known.entry.get()) {
            let before = Rc::clone(&table.links);
            self.relink(key, &before, &Links::default());
        }
    }

    fn relink(&mut self, key: &Key, before: &Links, after: &Links) {
        relink(&mut self.index_homes, key, &before.indexes, &after.indexes);
        relink(&mut self.referrers, key, &before.referred, &after.referred);
        relink(&mut self.type_users, key, &before.types, &after.types);
    }

    fn links(&self, key: &Key, table: &Table) -> Links {
        let naming = self.naming();
        let mut links = Links::default();
        let in_schema = |name| Key::new(name, Rc::clone(&key.schema));
        links.indexes.extend(table.definition.indexes.iter().filter_map(|index| index_key(naming, index)).map(in_schema));
        for constraint in &table.definition.constraints {
            match &constraint.kind {
                ConstraintKind::PrimaryKey { .. } | ConstraintKind::Unique { .. } | ConstraintKind::Exclude { .. }
                    if self.rules.constraint_indexes =>
                {
                    links.indexes.extend(constraint_key(naming, constraint).map(in_schema));
                }
                ConstraintKind::ForeignKey(rule) => {
                    links.referred.insert(naming.key(&rule.referred_table));
                }
                _ => {}
            }
        }
        if self.rules.enum_types {
            links.types.extend(table.definition.columns.iter().filter_map(|column| self.named_type(&column.ty)));
        }
        links
    }

    /// The type that a type is in this dialect, variants and decorators seen through.
    pub fn effective_type<'a>(&self, ty: &'a Type) -> &'a Type {
        if let Some((_, variant)) = ty.variants.iter().find(|(dialect, _)| *dialect == self.rules.name) {
            return self.effective_type(variant);
        }
        ty.decorated.as_ref().map_or(ty, |inner| self.effective_type(inner))
    }

    /// The key of the type object that stands behind a column's type.
    pub(super) fn named_type(&self, ty: &Type) -> Option<Key> {
        let ty = self.effective_type(ty);
        if let Some(enumeration) = &ty.enumeration {
            let name = enumeration.name.as_ref().filter(|_| enumeration.native)?;
            return Some(self.naming().key(&TableName { schema: enumeration.schema.clone(), name: Ident::new(name.text()) }));
        }
        ty.params.values().find_map(|param| match param {
            TypeParam::Type(inner) => self.named_type(inner),
            TypeParam::Value(_) => None,
        })
    }
}

fn relink(map: &mut OrdMap<Key, Homes>, table: &Key, before: &BTreeSet<Key>, after: &BTreeSet<Key>) {
    for gone in before.difference(after) {
        let left: Homes = map.get(gone).into_iter().flat_map(|homes| homes.iter()).filter(|home| *home != table).cloned().collect();
        if left.is_empty() {
            map.remove(gone);
        } else {
            map.insert(gone.clone(), left);
        }
    }
    for new in after.difference(before) {
        let homes = map.get(new).map_or(&[][..], |homes| &**homes);
        let at = homes.partition_point(|home| home < table);
        if homes.get(at) != Some(table) {
            let (below, above) = homes.split_at(at);
            let homes: Homes = below.iter().chain([table]).chain(above).cloned().collect();
            map.insert(new.clone(), homes);
        }
    }
}
