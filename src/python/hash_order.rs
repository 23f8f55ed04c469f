//! The order in which CPython goes through a set.
//!
//! That of texts changes from run to run, unless `PYTHONHASHSEED` says otherwise. Of the orders that may come, ours is that of
//! `PYTHONHASHSEED=0`: CPython's table, keyed with zeros. That of numbers is always the same.

use std::hash::Hasher;

use siphasher::sip::SipHasher13;

/// Slots of an empty set (`PySet_MINSIZE`).
const LEAST: usize = 8;
/// Neighbours that are tried before a key jumps (`LINEAR_PROBES`).
const NEIGHBOURS: usize = 9;
const PERTURB_SHIFT: u32 = 5;
/// Sets of more grow less (`set_add_entry`).
const MANY: usize = 50_000;
/// What integers are hashed modulo of (`_PyHASH_MODULUS`).
const MODULUS: u128 = (1 << 61) - 1;

#[derive(Clone, Debug)]
enum Slot<T> {
    Free,
    /// What was here has been taken out.
    Gone,
    Taken(u64, T),
}

/// The table that CPython keeps a set in.
#[derive(Clone, Debug)]
pub struct Slots<T> {
    slots: Vec<Slot<T>>,
    used: usize,
    /// Those taken or gone.
    filled: usize,
    /// Where the next one is popped.
    finger: usize,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { slots: free(LEAST), used: 0, filled: 0, finger: 0 }
    }
}

impl<T> Slots<T> {
    /// The items in order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.slots.iter().filter_map(|slot| match slot {
            Slot::Taken(_, item) => Some(item),
            Slot::Free | Slot::Gone => None,
        })
    }

    /// Adds an item that is not there yet (`set_add_entry`).
    pub fn add(&mut self, hash: u64, item: T) {
        self.used += 1;
        if self.insert(hash, item) {
            return;
        }
        self.filled += 1;
        if self.filled * 5 >= (self.slots.len() - 1) * 3 {
            self.grow(if self.used > MANY { self.used * 2 } else { self.used * 4 });
        }
    }

    /// Takes out the item with a hash of which something holds (`set_discard_entry`).
    pub fn remove(&mut self, hash: u64, goes: impl Fn(&T) -> bool) {
        let mut way = Way::of(hash, self.slots.len() - 1);
        loop {
            for at in way.neighbours() {
                let Some(slot) = self.slots.get_mut(at) else { return };
                match slot {
                    Slot::Free => return,
                    Slot::Taken(own, item) if *own == hash && goes(item) => {
                        *slot = Slot::Gone;
                        self.used -= 1;
                        return;
                    }
                    Slot::Taken(..) | Slot::Gone => {}
                }
            }
            way.jump();
        }
    }

    /// Takes out some item (`set_pop`).
    pub fn pop(&mut self) -> Option<T> {
        let size = self.slots.len();
        for step in 0..size {
            let at = (self.finger + step) & (size - 1);
            if let Some(slot @ Slot::Taken(..)) = self.slots.get_mut(at)
                && let Slot::Taken(_, item) = std::mem::replace(slot, Slot::Gone)
            {
                self.used -= 1;
                self.finger = at + 1;
                return Some(item);
            }
        }
        None
    }

    /// Makes room for so many more, as where a set or dictionary is added (`set_update_internal`).
    pub fn reserve(&mut self, more: usize) {
        if (self.filled + more) * 5 >= (self.slots.len() - 1) * 3 {
            self.grow((self.used + more) * 2);
        }
    }

    fn grow(&mut self, least: usize) {
        let mut size = LEAST;
        while size <= least {
            size <<= 1;
        }
        for slot in std::mem::replace(&mut self.slots, free(size)) {
            if let Slot::Taken(hash, item) = slot {
                self.insert(hash, item);
            }
        }
        self.filled = self.used;
    }

    /// Puts a key that is not there yet into the slot that it would have: the last one on the way to a free one that something has
    /// gone from, or the free one. Gives whether it was the former.
    fn insert(&mut self, hash: u64, item: T) -> bool {
        let mut way = Way::of(hash, self.slots.len() - 1);
        let mut gone = None;
        loop {
            for slot in way.neighbours() {
                match self.slots.get(slot) {
                    Some(Slot::Gone) => gone = Some(slot),
                    Some(Slot::Free) => {
                        if let Some(place) = self.slots.get_mut(gone.unwrap_or(slot)) {
                            *place = Slot::Taken(hash, item);
                        }
                        return gone.is_some();
                    }
                    _ => {}
                }
            }
            way.jump();
        }
    }
}

/// The slots that a key may have, in the order in which they are tried.
struct Way {
    at: usize,
    perturb: usize,
    mask: usize,
}

impl Way {
    fn of(hash: u64, mask: usize) -> Self {
        Self { at: hash as usize & mask, perturb: hash as usize, mask }
    }

    fn neighbours(&self) -> std::ops::RangeInclusive<usize> {
        let last = if self.at + NEIGHBOURS <= self.mask { self.at + NEIGHBOURS } else { self.at };
        self.at..=last
    }

    fn jump(&mut self) {
        self.perturb >>= PERTURB_SHIFT;
        self.at = self.at.wrapping_mul(5).wrapping_add(1).wrapping_add(self.perturb) & self.mask;
    }
}

impl<T: Clone> Slots<T> {
    /// A set made of this one (`set_merge` into an empty set).
    pub fn copy(&self) -> Self {
        let mut copy = Self::default();
        copy.reserve(self.used);
        if copy.slots.len() == self.slots.len() && self.used == self.filled {
            return self.clone();
        }
        for slot in &self.slots {
            if let Slot::Taken(hash, item) = slot {
                copy.insert(*hash, item.clone());
            }
        }
        (copy.used, copy.filled) = (self.used, self.used);
        copy
    }
}

fn free<T>(size: usize) -> Vec<Slot<T>> {
    std::iter::repeat_with(|| Slot::Free).take(size).collect()
}

/// `hash(text)`: over the text as Python keeps it, one, two or four bytes a character.
pub fn text(text: &str) -> u64 {
    let widest = text.chars().max().unwrap_or('\0');
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    match u32::from(widest) {
        _ if text.is_empty() => return 0,
        0..=0xff => text.chars().for_each(|character| hasher.write(&[u32::from(character) as u8])),
        0x100..=0xffff => text.chars().for_each(|character| hasher.write(&(u32::from(character) as u16).to_le_bytes())),
        _ => text.chars().for_each(|character| hasher.write(&u32::from(character).to_le_bytes())),
    }
    settled(hasher.finish())
}

/// `hash(bytes)`
pub fn bytes(bytes: &[u8]) -> u64 {
    let mut hasher = SipHasher13::new_with_keys(0, 0);
    hasher.write(bytes);
    if bytes.is_empty() { 0 } else { settled(hasher.finish()) }
}

/// `hash(number)`
pub fn integer(number: i128) -> u64 {
    let magnitude = (number.unsigned_abs() % MODULUS) as u64;
    settled(if number < 0 { magnitude.wrapping_neg() } else { magnitude })
}

/// `hash(tuple)` from the hashes of its items (`tuplehash`).
pub fn tuple(items: &[u64]) -> u64 {
    const PRIMES: [u64; 3] = [11_400_714_785_074_694_791, 14_029_467_366_897_019_727, 2_870_177_450_012_600_261];
    let mixed =
        items.iter().fold(PRIMES[2], |sum, item| sum.wrapping_add(item.wrapping_mul(PRIMES[1])).rotate_left(31).wrapping_mul(PRIMES[0]));
    match mixed.wrapping_add(items.len() as u64 ^ (PRIMES[2] ^ 3_527_539)) {
        u64::MAX => 1_546_275_796,
        hash => hash,
    }
}

/// -1 says that hashing failed, so no hash is -1.
fn settled(hash: u64) -> u64 {
    if hash == u64::MAX { u64::MAX - 1 } else { hash }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_hash_as_in_python_without_chance() {
        assert_eq!(text(""), 0);
        assert_eq!(text("1c7be20d4f53"), 12_841_646_799_112_803_456);
        assert_eq!(text("\u{e9}"), 6_047_309_291_227_476_195);
        assert_eq!(text("\u{101}1"), 11_586_254_342_962_922_154);
        assert_eq!(text("\u{1f600}x"), 9_520_015_811_591_012_698);
        assert_eq!([integer(5), integer(-1), integer(-7), integer(1 << 61)], [5, u64::MAX - 1, u64::MAX - 6, 1]);
    }
}
