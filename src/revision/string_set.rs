//! Sets of strings in the order in which Python goes through them.
//!
//! Where Alembic iterates over such a set, its output depends on that order.

use crate::python::hash_order::{self, Slots};

/// A set of strings.
#[derive(Clone, Debug, Default)]
pub(super) struct StringSet<'t> {
    slots: Slots<&'t str>,
    len: usize,
}

impl<'t> StringSet<'t> {
    /// `set(texts)`
    pub(super) fn new(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut set = Self::default();
        texts.into_iter().for_each(|text| set.add(text));
        set
    }

    /// `set.union([text])`
    pub(super) fn with(&self, text: &'t str) -> Self {
        let mut set = Self { slots: self.slots.copy(), len: self.len };
        set.add(text);
        set
    }

    /// `set.difference(others)`, of a set of as many others.
    pub(super) fn without(&self, others: usize, is_other: impl Fn(&str) -> bool) -> Self {
        // Few others are taken out of a copy, where the rest stays in its slots.
        if self.len >> 2 > others {
            let mut slots = self.slots.copy();
            for text in self.iter().filter(|text| is_other(text)) {
                slots.remove(hash_order::text(text), |known| *known == text);
            }
            let len = slots.iter().count();
            return Self { slots, len };
        }
        Self::new(self.iter().filter(|text| !is_other(text)))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'t str> {
        self.slots.iter().copied()
    }

    fn add(&mut self, text: &'t str) {
        if self.iter().all(|known| known != text) {
            self.slots.add(hash_order::text(text), text);
            self.len += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sets_have_the_order_of_python_without_chance() {
        let words: Vec<String> = (0..12_u64).map(|number| format!("{:08x}", (number * 2_654_435_761) as u32)).collect();
        let order = |set: &StringSet<'_>| set.iter().map(|text| words.iter().position(|word| word == text).unwrap()).collect::<Vec<_>>();
        let first = |count: usize| words.iter().take(count).map(String::as_str);
        assert_eq!(order(&StringSet::new(first(4))), [2, 0, 3, 1]);
        assert_eq!(order(&StringSet::new(first(6))), [1, 4, 3, 0, 2, 5]);
        assert_eq!(order(&StringSet::new(first(12))), [9, 6, 1, 4, 7, 3, 0, 8, 2, 10, 11, 5]);
        let grown = first(6).fold(StringSet::new([]), |set, word| set.with(word));
        assert_eq!(order(&grown), [0, 1, 2, 5, 4, 3]);
        assert_eq!(order(&StringSet::new(first(3)).without(1, |word| word == words[1])), [0, 2]);
        assert_eq!(order(&StringSet::new(first(5)).without(0, |_| false)), [0, 1, 2, 4, 3]);
    }
}
