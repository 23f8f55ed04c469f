//! What is sure after one of several ways that may have been taken.

use std::collections::BTreeSet;
use std::rc::Rc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::{Entry, Key, Known, Schema, Why};

impl Schema {
    /// The schema after either of two ways: what both left alike stays as it is, all else is in doubt, for this reason.
    #[must_use]
    pub fn merged(&self, other: &Self, why: &Why) -> Self {
        let mut merged = self.clone();
        merged.clock = self.clock.max(other.clock) + 1;
        merged.blank &= other.blank;
        merged.filled_since = self.filled_since.max(other.filled_since);
        // What one way alone met is met only where that way is taken.
        merged.stranger = self.stranger.clone().filter(|_| other.stranger.is_some());
        add_missing(&mut merged.lost_words, &other.lost_words);
        merged.all_doubtful = match (&self.all_doubtful, &other.all_doubtful) {
            (Some((one, why)), Some((two, _))) => Some((*one.max(two), Rc::clone(why))),
            (one, two) => one.clone().or_else(|| two.clone()),
        };
        for key in differing(&self.tables, &other.tables) {
            merged.merge_table(&key, self, other, why);
        }
        let stamp = merged.clock;
        unclear(&mut merged.sequences, &other.sequences, why, stamp);
        unclear(&mut merged.types, &other.types, why, stamp);
        unclear(&mut merged.views, &other.views, why, stamp);
        unclear(&mut merged.plain, &other.plain, why, stamp);
        add_missing(&mut merged.gone_indexes, &other.gone_indexes);
        merged
    }

    fn merge_table(&mut self, key: &Key, one: &Self, two: &Self, why: &Why) {
        match (one.table_by_key(key), two.table_by_key(key)) {
            (Some(left), Some(right)) if left.is_like(&right) => {
                if left.vacant && !right.vacant {
                    self.put_table(key.clone(), right.into_owned());
                }
            }
            (Some(left), Some(right)) => {
                let mut table = left.into_owned();
                let sure = table.sure && right.sure;
                table.doubt(why, !sure);
                self.put_table(key.clone(), table);
            }
            _ => self.mark_unclear(key.clone(), why.clone()),
        }
    }
}

/// Adds what another map has under further keys.
fn add_missing<K: Ord + Clone, V: Clone + PartialEq>(map: &mut OrdMap<K, V>, other: &OrdMap<K, V>) {
    let before = map.clone();
    for item in before.diff(other) {
        if let DiffItem::Add(key, value) = item {
            map.insert(key.clone(), value.clone());
        }
    }
}

/// The keys under which two maps hold something else.
fn differing<K: Ord + Clone, T>(one: &OrdMap<K, Known<T>>, two: &OrdMap<K, Known<T>>) -> BTreeSet<K> {
    let key = |item| match item {
        DiffItem::Add(key, _) | DiffItem::Remove(key, _) | DiffItem::Update { old: (key, _), .. } => K::clone(key),
    };
    one.diff(two).map(key).collect()
}

fn unclear<K: Ord + Clone, T: Clone>(merged: &mut OrdMap<K, Known<T>>, other: &OrdMap<K, Known<T>>, why: &Why, stamp: u64) {
    for key in differing(merged, other) {
        merged.insert(key, Known { entry: Entry::Unclear(Rc::new(why.clone())), stamp });
    }
}
