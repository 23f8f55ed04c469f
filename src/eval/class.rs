//! Classes of the program and their instances.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use super::exception::Unwind;
use super::function::{Native, Row, Run};
use super::host::{Args, Host};
use super::scope::Namespace;
use super::value::{Library, Value};
use super::vm::Vm;
use crate::source::Span;

/// A Python class: of the program, or made by [`Vm::exception_class`].
pub struct Class {
    pub name: Rc<str>,
    /// The module that defines it, as a dotted name.
    pub module: Rc<str>,
    /// What it inherits from: classes, library classes, native types, unknown values.
    pub bases: Vec<Value>,
    /// Itself, then its bases in the order attributes are looked up (C3). Bases that are no [`Class`] stand where they are listed.
    pub(super) mro: OnceCell<Vec<Value>>,
    pub namespace: RefCell<Namespace>,
    /// Annotated names of the body in order, with the place of the annotation (not evaluated).
    pub annotations: RefCell<Vec<Annotation>>,
    /// Where it was defined.
    pub place: Span,
    /// What makes it more than a plain class: enumerations, named tuples; inherited.
    pub hooks: Cell<Option<&'static Hooks>>,
    /// Members of an enumeration in order.
    pub(super) members: OnceCell<Vec<(Rc<str>, Rc<Instance>)>>,
    /// The host's view of the class where it has a library base: what [`Access::Subclass`](super::host::Access) gave.
    pub library: RefCell<Option<Rc<Library>>>,
}

/// An annotated name of a class body.
#[derive(Clone, Debug)]
pub struct Annotation {
    pub name: Rc<str>,
    /// The annotation's text as written.
    pub text: Rc<str>,
    pub place: Span,
}

/// What runs when a class is made.
pub type Created = fn(&mut Vm, &mut dyn Host, &Rc<Class>, &Args) -> Result<(), Unwind>;

/// What a metaclass would do: the behaviour of enumerations and their kin, inherited by subclasses.
pub struct Hooks {
    /// Runs after the body of a subclass.
    pub created: Option<Created>,
    /// Replaces making an instance when the class is called; `receiver` is the class.
    pub called: Option<Run>,
    /// Methods of the class object itself: `__iter__`, `__len__`, `__getitem__`; `receiver` is the class.
    pub methods: &'static [Row],
}

impl Class {
    /// A class without attributes, made by Aludel.
    pub fn plain(module: &str, name: &str, bases: Vec<Value>) -> Rc<Self> {
        let class = Rc::new(Self::bare(module.into(), name.into(), bases, Span::NOWHERE));
        let mro = super::mro::linearize(&class).unwrap_or_else(|| vec![Value::Class(Rc::clone(&class))]);
        class.finish(mro);
        class
    }

    /// A class whose resolution order is still to be set.
    pub(super) fn bare(module: Rc<str>, name: Rc<str>, bases: Vec<Value>, place: Span) -> Self {
        Self {
            name,
            module,
            bases,
            mro: OnceCell::new(),
            namespace: RefCell::default(),
            annotations: RefCell::default(),
            place,
            hooks: Cell::default(),
            members: OnceCell::new(),
            library: RefCell::default(),
        }
    }

    /// Sets the resolution order, and inherits the hooks of the first base that has some.
    pub(super) fn finish(&self, mro: Vec<Value>) {
        let hooks = mro.iter().find_map(|base| match base {
            Value::Class(class) => class.hooks.get(),
            _ => None,
        });
        if self.hooks.get().is_none() {
            self.hooks.set(hooks);
        }
        // The order of a class is set once.
        let _ = self.mro.set(mro);
    }

    /// Whether it is a metaclass that decides what calling its classes gives, and leaves all else as it is.
    pub(super) fn only_calls(&self) -> bool {
        let python = self.mro().iter().filter_map(|base| match base {
            Value::Class(class) => Some(class),
            _ => None,
        });
        let is_plain =
            |name: &str| matches!(name, "__call__" | "__doc__" | "__module__") || name.starts_with('_') && !name.starts_with("__");
        python.into_iter().all(|class| class.namespace.borrow().iter().all(|(name, _)| is_plain(name)))
    }

    /// The classes attributes are looked up in, itself first.
    pub fn mro(&self) -> &[Value] {
        self.mro.get().map_or(&[], Vec::as_slice)
    }

    /// Whether it is the other class or inherits from it.
    pub fn is_subclass(self: &Rc<Self>, of: &Rc<Class>) -> bool {
        Rc::ptr_eq(self, of) || self.mro().iter().any(|base| matches!(base, Value::Class(class) if Rc::ptr_eq(class, of)))
    }

    /// An attribute of the class or of its Python bases, undecorated by descriptors.
    pub fn lookup(&self, name: &str) -> Option<Value> {
        if let Some(value) = self.namespace.borrow().get(name) {
            return Some(value.clone());
        }
        self.mro().iter().find_map(|base| match base {
            Value::Class(class) => class.namespace.borrow().get(name).cloned(),
            _ => None,
        })
    }

    /// The members of an enumeration with their values, in order; nothing where the class is none.
    pub fn enum_members(&self) -> Option<Vec<(Rc<str>, Value)>> {
        let members = self.members.get()?;
        Some(members.iter().map(|(name, member)| (Rc::clone(name), member.attribute("_value_").unwrap_or(Value::None))).collect())
    }

    /// The first library class in its resolution order.
    pub fn library_base(&self) -> Option<Rc<Library>> {
        self.mro().iter().find_map(|base| match base {
            Value::Library(library) => Some(Rc::clone(library)),
            _ => None,
        })
    }

    /// The first native type in its resolution order, `object` apart.
    pub fn native_base(&self) -> Option<Native> {
        self.mro().iter().find_map(|base| match base {
            Value::Native(native @ Native::Type(ty)) if ty.name != "object" => Some(native.clone()),
            _ => None,
        })
    }

    /// The first base that is not known.
    pub fn unknown_base(&self) -> Option<Value> {
        self.mro().iter().find(|base| matches!(base, Value::Unknown(_))).cloned()
    }
}

impl std::fmt::Debug for Class {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Class({})", self.name)
    }
}

/// An object of a class of the program.
pub struct Instance {
    pub class: Rc<Class>,
    pub attributes: RefCell<Namespace>,
    /// The part that a library base's `__init__` made.
    pub library: RefCell<Option<Rc<Library>>>,
    /// The part that a native base made: the `str` of a `class Color(str, Enum)`, the `dict` of a `class Row(dict)`.
    pub native: RefCell<Option<Value>>,
    /// Where it was made.
    pub place: Span,
}

impl Instance {
    /// An instance without attributes; `__init__` is not called.
    pub fn new(class: &Rc<Class>, place: Span) -> Rc<Self> {
        Rc::new(Self {
            class: Rc::clone(class),
            attributes: RefCell::default(),
            library: RefCell::default(),
            native: RefCell::default(),
            place,
        })
    }

    /// An attribute of the object itself, its class not asked.
    pub fn attribute(&self, name: &str) -> Option<Value> {
        self.attributes.borrow().get(name).cloned()
    }

    /// Whether its class says for itself what equals it.
    pub fn has_own_equality(&self) -> bool {
        self.native.borrow().is_some() || self.class.lookup("__eq__").is_some() || self.class.lookup("__hash__").is_some()
    }
}

impl std::fmt::Debug for Instance {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Instance({})", self.class.name)
    }
}
