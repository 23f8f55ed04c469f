//! The order in which Python goes through a set of strings.
//!
//! Where Alembic iterates over such a set, its output changes from run to run, unless `PYTHONHASHSEED` says otherwise. Of the outputs
//! that may come, ours is that of `PYTHONHASHSEED=0`: CPython's table, keyed with zeros.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Slots of an empty set (`PySet_MINSIZE`).
const LEAST: usize = 8;
/// Neighbours that are tried before a key jumps (`LINEAR_PROBES`).
const NEIGHBOURS: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Sets of more grow less (`set_add_entry`).
const MANY: usize = 50_000;

/// A set of strings with the table that CPython would keep it in.
#[derive(Clone, Debug)]
pub(super) struct StringSet<'t> {
    slots: Vec<Option<(u64, &'t str)>>,
    used: usize,
}

impl<'t> StringSet<'t> {
    /// `set(texts)`
    pub(super) fn new(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut set = Self { slots: vec![None; LEAST], used: 0 };
        texts.into_iter().for_each(|text| set.add(text));
        set
    }

    /// `set.union([text])`
    pub(super) fn with(&self, text: &'t str) -> Self {
        let mut set = self.copy();
        set.add(text);
        set
    }

    /// `set.difference(others)`, of a set of as many others.
    pub(super) fn without(&self, others: usize, is_other: impl Fn(&str) -> bool) -> Self {
        // Few others are taken out of a copy, where the rest stays in its slots.
        if self.used >> 2 > others {
            let mut set = self.copy();
            for slot in &mut set.slots {
                if slot.is_some_and(|(_, text)| is_other(text)) {
                    *slot = None;
                    set.used -= 1;
                }
            }
            return set;
        }
        Self::new(self.iter().filter(|text| !is_other(text)))
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'t str> {
        self.slots.iter().flatten().map(|(_, text)| *text)
    }

    /// `set_merge` into an empty set.
    fn copy(&self) -> Self {
        let mut set = Self::new([]);
        if self.used * 5 >= (LEAST - 1) * 3 {
            set.grow(self.used * 2);
        }
        if set.slots.len() == self.slots.len() {
            return self.clone();
        }
        self.iter().for_each(|text| set.insert(hash(text), text));
        set.used = self.used;
        set
    }

    fn add(&mut self, text: &'t str) {
        if self.slots.iter().flatten().any(|(_, known)| *known == text) {
            return;
        }
        self.insert(hash(text), text);
        self.used += 1;
        if self.used * 5 >= (self.slots.len() - 1) * 3 {
            self.grow(if self.used > MANY { self.used * 2 } else { self.used * 4 });
        }
    }

    fn grow(&mut self, least: usize) {
        let mut size = LEAST;
        while size <= least {
            size <<= 1;
        }
        let slots = std::mem::replace(&mut self.slots, vec![None; size]);
        slots.into_iter().flatten().for_each(|(hash, text)| self.insert(hash, text));
    }

    /// Puts a key that is not there yet into the slot that it would have.
    fn insert(&mut self, hash: u64, text: &'t str) {
        let mask = self.slots.len() - 1;
        let (mut at, mut perturb) = (hash as usize & mask, hash as usize);
        loop {
            let last = if at + NEIGHBOURS <= mask { at + NEIGHBOURS } else { at };
            if let Some(free) = self.slots.get_mut(at..=last).and_then(|slots| slots.iter_mut().find(|slot| slot.is_none())) {
                *free = Some((hash, text));
                return;
            }
            perturb >>= PERTURB_SHIFT;
            at = at.wrapping_mul(5).wrapping_add(1).wrapping_add(perturb) & mask;
        }
    }
}

/// `hash(text)`: over the text as Python keeps it, one, two or four bytes a character.
fn hash(text: &str) -> u64 {
    let widest = text.chars().max().unwrap_or('\0');
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    match u32::from(widest) {
        _ if text.is_empty() => return 0,
        0..=0xff => text.chars().for_each(|character| hasher.write(&[u32::from(character) as u8])),
        0x100..=0xffff => text.chars().for_each(|character| hasher.write(&(u32::from(character) as u16).to_le_bytes())),
        _ => text.chars().for_each(|character| hasher.write(&u32::from(character).to_le_bytes())),
    }
    match hasher.finish() {
        u64::MAX => u64::MAX - 1,
        hash => hash,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_hash_as_in_python_without_chance() {
        assert_eq!(hash(""), 0);
        assert_eq!(hash("1c7be20d4f53"), 12_841_646_799_112_803_456);
        assert_eq!(hash("\u{e9}"), 6_047_309_291_227_476_195);
        assert_eq!(hash("\u{101}1"), 11_586_254_342_962_922_154);
        assert_eq!(hash("\u{1f600}x"), 9_520_015_811_591_012_698);
    }

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
