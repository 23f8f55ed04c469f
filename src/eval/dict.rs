//! Dictionaries: keyed by hashable values, in insertion order.

use std::rc::Rc;

use indexmap::IndexMap;
use indexmap::map::Entry;
use rustc_hash::FxBuildHasher;

use super::value::{Data, Value};
use crate::python::hash_order;

/// What of a value counts when it is a key: equal keys are equal in Python (`1 == 1.0 == True`).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    None,
    Ellipsis,
    Int(i128),
    /// The bits of a float that is no integer.
    Float(u64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Box<[Key]>),
    /// A frozenset, its keys sorted by their debug text, so that order does not count.
    Frozen(Box<[Key]>),
    Data(&'static str, i128, i128),
    Decimal(Rc<str>),
    /// Objects that are equal to themselves alone.
    Identity(usize),
    /// An instance whose class defines `__hash__`: the class, and what that gave.
    Hash(usize, Box<Key>),
}

/// Why a value can't be a key.
#[derive(Clone, Debug)]
pub enum NoKey {
    /// `unhashable type: 'list'`.
    Unhashable(&'static str),
    /// The value itself is unknown or live: so is everything that depends on the lookup.
    NotKnown(Value),
    /// An instance of a class with `__eq__` or `__hash__` of its own: the evaluator has to ask it.
    Ask,
}

impl Key {
    /// What CPython's `hash()` gives for it with `PYTHONHASHSEED=0`; nothing where that hangs on addresses.
    pub fn hash_in_python(&self) -> Option<u64> {
        match self {
            Self::Int(number) => Some(hash_order::integer(*number)),
            Self::Str(text) => Some(hash_order::text(text)),
            Self::Bytes(bytes) => Some(hash_order::bytes(bytes)),
            Self::Tuple(items) => {
                items.iter().map(Self::hash_in_python).collect::<Option<Vec<_>>>().map(|hashes| hash_order::tuple(&hashes))
            }
            _ => None,
        }
    }

    /// The key of a value.
    ///
    /// # Errors
    /// Where the value is unhashable, not known, or has a hash of its own.
    pub fn of(value: &Value) -> Result<Self, NoKey> {
        Self::within(value, 0)
    }

    fn within(value: &Value, depth: usize) -> Result<Self, NoKey> {
        Ok(match value {
            Value::None => Self::None,
            Value::Ellipsis => Self::Ellipsis,
            Value::Bool(flag) => Self::Int(i128::from(*flag)),
            Value::Int(number) => Self::Int(*number),
            Value::Float(number) => Self::float(*number),
            Value::Str(text) => Self::Str(Rc::clone(text)),
            Value::Bytes(bytes) => Self::Bytes(Rc::clone(bytes)),
            // The evaluator counts how deep it goes; this function does not.
            Value::Tuple(_) if depth > 100 => return Err(NoKey::Ask),
            Value::Tuple(items) => Self::Tuple(items.iter().map(|item| Self::within(item, depth + 1)).collect::<Result<_, _>>()?),
            Value::FrozenSet(set) => {
                let mut keys: Vec<Key> = set.keys().cloned().collect();
                keys.sort_by_cached_key(|key| format!("{key:?}"));
                Self::Frozen(keys.into())
            }
            Value::Data(data) => Self::data(data),
            Value::List(_) => return Err(NoKey::Unhashable("list")),
            Value::Dict(_) => return Err(NoKey::Unhashable("dict")),
            Value::Set(_) => return Err(NoKey::Unhashable("set")),
            Value::Slice(_) => return Err(NoKey::Unhashable("slice")),
            Value::Unknown(_) | Value::Live(_) => return Err(NoKey::NotKnown(value.clone())),
            Value::Instance(instance) if instance.has_own_equality() => return Err(NoKey::Ask),
            other => Self::Identity(other.identity()),
        })
    }

    fn float(number: f64) -> Self {
        // Integral floats equal integers; `as` saturates, which the comparison back notices.
        let integer = number as i128;
        if integer as f64 == number { Self::Int(integer) } else { Self::Float(number.to_bits()) }
    }

    fn data(data: &Data) -> Self {
        match data {
            Data::Date(date) => Self::Data("date", days(*date), 0),
            Data::Time(time) => Self::Data("time", nanoseconds(*time), 0),
            Data::DateTime(moment, None) => Self::Data("datetime", days(moment.date()), nanoseconds(moment.time())),
            Data::DateTime(moment, Some(offset)) => {
                let local = super::natives::datetime::calendar::of_moment(*moment);
                Self::Data("moment", local - i128::from(*offset) * 1_000_000, 0)
            }
            Data::TimeDelta(microseconds) => Self::Data("timedelta", *microseconds, 0),
            Data::TimeZone(offset) => Self::Data("timezone", i128::from(*offset), 0),
            Data::Uuid(number) => Self::Data("uuid", (*number >> 64) as i128, (*number & u128::from(u64::MAX)) as i128),
            Data::Decimal(text) => match super::natives::decimal::key(text) {
                Ok(integer) => Self::Int(integer),
                Err(text) => Self::Decimal(text.into()),
            },
        }
    }
}

fn days(date: jiff::civil::Date) -> i128 {
    i128::from(date.year()) * 512 + i128::from(date.day_of_year())
}

fn nanoseconds(time: jiff::civil::Time) -> i128 {
    let seconds = i128::from(time.hour()) * 3600 + i128::from(time.minute()) * 60 + i128::from(time.second());
    seconds * 1_000_000_000 + i128::from(time.subsec_nanosecond())
}

/// Which of Python's dictionary types a [`Dict`] is.
#[derive(Clone, Debug, Default)]
pub enum DictKind {
    #[default]
    Plain,
    /// `collections.OrderedDict`
    Ordered,
    /// `collections.defaultdict` with its factory.
    Default(Value),
    /// `collections.Counter`
    Counter,
}

/// A Python `dict`, or one of the dictionary types of `collections`.
#[derive(Clone, Debug, Default)]
pub struct Dict {
    pub kind: DictKind,
    entries: IndexMap<Key, (Value, Value), FxBuildHasher>,
}

impl Dict {
    /// An empty dictionary.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty dictionary of a type of `collections`.
    pub fn of(kind: DictKind) -> Self {
        Self { kind, ..Self::default() }
    }

    /// An empty dictionary with room for some entries.
    pub fn with_capacity(entries: usize) -> Self {
        Self { entries: IndexMap::with_capacity_and_hasher(entries, FxBuildHasher), ..Self::default() }
    }

    /// The value at a key.
    pub fn get(&self, key: &Key) -> Option<&Value> {
        self.entries.get(key).map(|(_, value)| value)
    }

    /// The value at a text.
    pub fn get_str(&self, key: &str) -> Option<&Value> {
        self.get(&Key::Str(key.into()))
    }

    /// Sets an entry; an equal key that is there keeps its place and its own form, as in Python.
    pub fn insert(&mut self, key: Key, name: Value, value: Value) {
        match self.entries.entry(key) {
            Entry::Occupied(mut entry) => entry.get_mut().1 = value,
            Entry::Vacant(entry) => drop(entry.insert((name, value))),
        }
    }

    /// Sets the entry of a text.
    pub fn insert_str(&mut self, key: &str, value: Value) {
        let text: Rc<str> = key.into();
        self.insert(Key::Str(Rc::clone(&text)), Value::Str(text), value);
    }

    /// Takes an entry out, keeping the others' order.
    pub fn remove(&mut self, key: &Key) -> Option<Value> {
        self.entries.shift_remove(key).map(|(_, value)| value)
    }

    /// Takes the last entry out.
    pub fn pop_last(&mut self) -> Option<(Value, Value)> {
        self.entries.pop().map(|(_, entry)| entry)
    }

    /// Entries in order: key as given, value.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Value, &Value)> {
        self.entries.values().map(|(name, value)| (name, value))
    }

    /// Entries in order, with the key that counts.
    pub fn entries(&self) -> impl Iterator<Item = (&Key, &Value, &Value)> {
        self.entries.iter().map(|(key, (name, value))| (key, name, value))
    }

    /// Whether the key is there.
    pub fn contains(&self, key: &Key) -> bool {
        self.entries.contains_key(key)
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Takes all entries out.
    pub fn clear(&mut self) {
        self.entries.clear();
    }
}
