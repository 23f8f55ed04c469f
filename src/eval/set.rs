//! Sets: hashable values in the order in which CPython goes through them.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::dict::Key;
use super::value::Value;
use crate::python::hash_order::Slots;

/// A Python `set` or `frozenset`, or the keys of a dictionary.
///
/// Iterates in CPython's order where the hashes of its values are known, else in that of insertion, as the keys of a dictionary do.
#[derive(Clone, Debug)]
pub struct Set {
    entries: IndexMap<Key, Value, FxBuildHasher>,
    /// Nothing where the order is that of insertion.
    slots: Option<Slots<Key>>,
}

impl Default for Set {
    fn default() -> Self {
        Self { entries: IndexMap::default(), slots: Some(Slots::default()) }
    }
}

impl Set {
    /// An empty set.
    pub fn new() -> Self {
        Self::default()
    }

    /// What keeps the order of insertion: a dictionary's keys.
    pub fn of_keys() -> Self {
        Self { slots: None, ..Self::default() }
    }

    /// Adds a value; an equal one that is there stays.
    pub fn insert(&mut self, key: Key, value: Value) {
        if self.contains(&key) {
            return;
        }
        match (key.hash_in_python(), &mut self.slots) {
            (Some(hash), Some(slots)) => slots.add(hash, key.clone()),
            _ => self.slots = None,
        }
        self.entries.insert(key, value);
    }

    /// Takes a value out.
    pub fn remove(&mut self, key: &Key) -> Option<Value> {
        if let (Some(slots), Some(hash)) = (&mut self.slots, key.hash_in_python()) {
            slots.remove(hash, |known| known == key);
        }
        self.entries.shift_remove(key)
    }

    /// Takes a value out: that which CPython would, or the first.
    pub fn pop(&mut self) -> Option<Value> {
        match &mut self.slots {
            Some(slots) => self.entries.swap_remove(&slots.pop()?),
            None => self.entries.shift_remove_index(0).map(|(_, value)| value),
        }
    }

    /// A set made of this one, as `set(other)` makes it.
    pub fn copy(&self) -> Self {
        match &self.slots {
            Some(slots) => Self { entries: self.entries.clone(), slots: Some(slots.copy()) },
            None => self.rebuilt(),
        }
    }

    /// A set made of this one's values in their order, as `set(list(other))` makes it.
    pub fn rebuilt(&self) -> Self {
        let mut rebuilt = Self::new();
        rebuilt.add_all(self);
        rebuilt
    }

    /// Makes room for so many more, as where another set is added.
    fn reserve(&mut self, more: usize) {
        if let Some(slots) = &mut self.slots {
            slots.reserve(more);
        }
    }

    /// `self op= other`, in the table that is there.
    pub fn update(&mut self, op: &str, other: &Self) {
        match op {
            "|" => {
                self.reserve(other.len());
                self.add_all(other);
            }
            "-" => other.keys().for_each(|key| drop(self.remove(key))),
            "&" => *self = self.combined(op, other),
            _ => {
                for (key, value) in other.entries() {
                    if self.remove(key).is_none() {
                        self.insert(key.clone(), value.clone());
                    }
                }
            }
        }
    }

    /// The same with what is no set, its items in the order of insertion into `items`.
    pub fn update_with_items(&mut self, op: &str, items: &Self) {
        match op {
            "|" => items.entries.iter().for_each(|(key, value)| self.insert(key.clone(), value.clone())),
            "&" => *self = self.combined_with_items(op, items),
            _ => self.update(op, items),
        }
    }

    /// The same with what is no set.
    pub fn combined_with_items(&self, op: &str, items: &Self) -> Self {
        match op {
            "&" => {
                let mut result = Self::new();
                let common = items.entries.iter().filter(|(key, _)| self.contains(key));
                common.for_each(|(key, value)| result.insert(key.clone(), value.clone()));
                result
            }
            "^" => self.combined(op, items),
            _ => {
                let mut result = self.copy();
                result.update_with_items(op, items);
                result
            }
        }
    }

    fn add_all(&mut self, other: &Self) {
        other.entries().for_each(|(key, value)| self.insert(key.clone(), value.clone()));
    }

    /// `self op other`, built as CPython builds it.
    pub fn combined(&self, op: &str, other: &Self) -> Self {
        match op {
            "|" => {
                let mut result = self.copy();
                result.update(op, other);
                result
            }
            // The smaller one is gone through (`set_intersection`).
            "&" if other.len() > self.len() => self.kept(|key| other.contains(key)),
            "&" => other.kept(|key| self.contains(key)),
            // Few others are taken out of a copy (`set_difference`).
            "-" if self.len() >> 2 > other.len() => {
                let mut result = self.copy();
                result.update(op, other);
                result
            }
            "-" => self.kept(|key| !other.contains(key)),
            _ => {
                let mut result = other.copy();
                result.update(op, self);
                result
            }
        }
    }

    fn kept(&self, stays: impl Fn(&Key) -> bool) -> Self {
        let mut result = Self::new();
        self.entries().filter(|(key, _)| stays(key)).for_each(|(key, value)| result.insert(key.clone(), value.clone()));
        result
    }

    /// Whether an equal value is there.
    pub fn contains(&self, key: &Key) -> bool {
        self.entries.contains_key(key)
    }

    /// The values in order.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        self.entries().map(|(_, value)| value)
    }

    /// The keys in order.
    pub fn keys(&self) -> impl Iterator<Item = &Key> {
        let slots = self.slots.iter().flat_map(Slots::iter);
        slots.chain(self.entries.keys().take(if self.slots.is_some() { 0 } else { usize::MAX }))
    }

    /// Keys and values in order.
    pub fn entries(&self) -> impl Iterator<Item = (&Key, &Value)> {
        self.keys().filter_map(|key| self.entries.get_key_value(key))
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes all values out.
    pub fn clear(&mut self) {
        *self = Self { entries: IndexMap::default(), slots: self.slots.as_ref().map(|_| Slots::default()) };
    }

    /// Whether both hold the same values.
    pub fn same(&self, other: &Self) -> bool {
        self.len() == other.len() && self.entries.keys().all(|key| other.contains(key))
    }
}
