//! Names and what they are bound to.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;
use ruff_python_ast::name::Name;
use rustc_hash::FxBuildHasher;

use super::dict::Dict;
use super::value::Value;

/// Names in the order they were first bound: the attributes of an object, the locals of a call.
#[derive(Clone, Debug, Default)]
pub struct Namespace {
    names: IndexMap<Name, Value, FxBuildHasher>,
}

impl Namespace {
    /// No names yet, with room for some.
    pub fn with_capacity(names: usize) -> Self {
        Self { names: IndexMap::with_capacity_and_hasher(names, FxBuildHasher) }
    }

    /// What the name is bound to.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.names.get(name)
    }

    /// Binds the name, keeping its place where it was bound before.
    pub fn set(&mut self, name: impl Into<Name>, value: Value) {
        self.names.insert(name.into(), value);
    }

    /// Unbinds the name and gives what it was bound to.
    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.names.shift_remove(name)
    }

    /// All names with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.names.iter().map(|(name, value)| (&**name, value))
    }

    /// The names and values as a Python dictionary.
    pub fn to_dict(&self) -> Value {
        let mut dict = Dict::new();
        for (name, value) in self.iter() {
            dict.insert_str(name, value.clone());
        }
        Value::dict(dict)
    }

    /// Whether the name is bound.
    pub fn contains(&self, name: &str) -> bool {
        self.names.contains_key(name)
    }

    /// How many names are bound.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether no name is bound.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// Unbinds every name.
    pub fn clear(&mut self) {
        self.names.clear();
    }
}

/// The names of one call, class body or comprehension; those of a module stand in the [`Module`](super::module::Module).
#[derive(Debug)]
pub struct Scope {
    pub(super) names: RefCell<Namespace>,
    /// The scope whose names are seen from here where this one has none: never a class body's.
    pub(super) parent: Option<Rc<Scope>>,
    /// Whether `:=` binds further out.
    pub(super) is_comprehension: bool,
}

impl Scope {
    /// An empty scope within another.
    pub(super) fn new(parent: Option<Rc<Scope>>) -> Rc<Self> {
        Rc::new(Self { names: RefCell::default(), parent, is_comprehension: false })
    }

    /// The scope of a comprehension.
    pub(super) fn comprehension(parent: Option<Rc<Scope>>) -> Rc<Self> {
        Rc::new(Self { names: RefCell::default(), parent, is_comprehension: true })
    }

    /// The value of a name in this scope alone.
    pub(super) fn own(&self, name: &str) -> Option<Value> {
        self.names.borrow().get(name).cloned()
    }
}
