//! What of the library lasts from one access to the next.

use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashMap};

use super::compiles::Compiler;
use super::object::{Handle, Object};
use crate::eval::{Class, Host, Library, Value, Vm};
use crate::model::expr::Identity;
use crate::source::Span;

/// What bindings must know of the dialect that is compiled for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct DialectFacts {
    /// The name that `with_variant` and `dialect.name` use.
    pub name: Rc<str>,
    /// `dialect.driver`: the one that SQLAlchemy takes where a URL names none.
    pub driver: Rc<str>,
    /// The paths of its classes, which `isinstance` asks for; none where they are not known.
    pub classes: Vec<Rc<str>>,
    /// `supports_native_enum`.
    pub native_enum: bool,
    /// `supports_native_boolean`.
    pub native_boolean: bool,
    /// `non_native_boolean_check_constraint`.
    pub boolean_check: bool,
    /// Whether a computed column that says nothing of NULL takes it.
    pub computed_nullable: bool,
    /// Whether a primary key that a table makes for itself names its counting column first.
    pub counting_column_first: bool,
    /// What else the dialect object has.
    pub flags: IndexMap<String, bool, FxBuildHasher>,
    /// `server_version_info`: that of the database the script is written for; empty where none is named.
    pub server_version: Vec<u32>,
    /// `max_identifier_length`.
    pub longest_name: usize,
    /// What `dialect.type_descriptor()` makes of type classes (`colspecs`, by short names).
    pub adapted_types: IndexMap<String, String, FxBuildHasher>,
}

/// The state of the library in one evaluation.
#[derive(Default)]
pub struct LibraryState {
    pub dialect: DialectFacts,
    /// One object a name, so that identity holds.
    names: RefCell<FxHashMap<&'static str, Handle>>,
    exceptions: RefCell<FxHashMap<&'static str, Rc<Class>>>,
    /// What the modules' members are, once asked for: each revision asks for the same few.
    members: RefCell<FxHashMap<&'static str, FxHashMap<Box<str>, Value>>>,
    order: Cell<u64>,
    /// Tables and collections that only weak references name; see [`LibraryState::keep`].
    kept: RefCell<Vec<Handle>>,
    dialect_object: RefCell<Option<Handle>>,
    /// Functions registered with `@compiles`, in order.
    pub compilers: RefCell<Vec<Compiler>>,
    /// Tables as expressions know them.
    pub expressions: super::expr::KnownTables,
    /// Tables by what expressions know them by.
    tables: RefCell<FxHashMap<u64, Weak<Library>>>,
    /// Columns that expressions held before they had a name, as those in the body of a mapped class.
    unnamed: RefCell<Vec<Weak<Library>>>,
}

impl LibraryState {
    /// The state of a run for a dialect.
    pub fn new(dialect: DialectFacts) -> Rc<Self> {
        Rc::new(Self { dialect, ..Self::default() })
    }

    /// The next number in the order in which constraints are made.
    pub fn next_order(&self) -> u64 {
        self.order.set(self.order.get() + 1);
        self.order.get()
    }

    /// Keeps an object alive until [`LibraryState::release`]: columns name their table, and tables their collection,
    /// by weak references, so that no circle outlives a revision.
    pub fn keep(&self, handle: &Handle) {
        self.kept.borrow_mut().push(Rc::clone(handle));
    }

    /// Lets go of what was kept, once a revision is done; what the program still names stays.
    pub fn release(&self) {
        self.kept.borrow_mut().clear();
        self.expressions.clear();
        self.tables.borrow_mut().retain(|_, table| table.strong_count() > 0);
        if self.unnamed.borrow().iter().all(|column| column.strong_count() == 0) {
            self.unnamed.borrow_mut().clear();
        }
    }

    /// Notes a table, so that it is found from an expression over it.
    pub(super) fn add_table(&self, identity: Identity, handle: &Handle) {
        self.tables.borrow_mut().insert(identity.number(), Rc::downgrade(handle));
    }

    /// The table that an expression names by its identity.
    pub fn table(&self, identity: Identity) -> Option<Handle> {
        self.tables.borrow().get(&identity.number())?.upgrade()
    }

    /// Notes a column that has no name yet, and gives its number.
    pub(super) fn await_name(&self, column: &Handle) -> usize {
        let mut unnamed = self.unnamed.borrow_mut();
        unnamed.push(Rc::downgrade(column));
        unnamed.len() - 1
    }

    /// The column of a number.
    pub(super) fn awaited(&self, number: usize) -> Option<Handle> {
        self.unnamed.borrow().get(number)?.upgrade()
    }

    /// Whether expressions were made of columns without a name.
    pub(super) fn awaits_names(&self) -> bool {
        !self.unnamed.borrow().is_empty()
    }

    /// The dialect as the program sees it.
    pub fn dialect_object(&self) -> Handle {
        let mut slot = self.dialect_object.borrow_mut();
        Rc::clone(slot.get_or_insert_with(|| Library::new(Span::NOWHERE, Object::Dialect)))
    }

    pub(super) fn interned(&self, path: &'static str, make: impl FnOnce() -> Handle) -> Handle {
        Rc::clone(self.names.borrow_mut().entry(path).or_insert_with(make))
    }

    pub(super) fn known_member(&self, module: &'static str, name: &str) -> Option<Value> {
        self.members.borrow().get(module)?.get(name).cloned()
    }

    pub(super) fn note_member(&self, module: &'static str, name: &str, value: &Value) {
        self.members.borrow_mut().entry(module).or_default().insert(name.into(), value.clone());
    }

    pub(super) fn exception(&self, path: &'static str) -> Option<Rc<Class>> {
        self.exceptions.borrow().get(path).cloned()
    }

    pub(super) fn set_exception(&self, path: &'static str, class: &Rc<Class>) {
        self.exceptions.borrow_mut().insert(path, Rc::clone(class));
    }
}

/// All that answering an access may ask and change.
pub struct Cx<'a> {
    pub vm: &'a mut Vm,
    pub host: &'a mut dyn Host,
    /// The place of the access.
    pub span: Span,
    pub library: Rc<LibraryState>,
}
