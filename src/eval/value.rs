//! What a Python expression is worth here.

use std::any::Any;
use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

use super::class::{Class, Instance};
use super::dict::Dict;
use super::function::{BoundMethod, Function, Native};
use super::generator::Generator;
use super::module::Module;
use super::object::{Descriptor, Object, Super};
use super::set::Set;
use crate::source::Span;

/// A value of the evaluator.
///
/// Mutable objects are shared by reference, as in Python: cloning a `Value` never copies what it names.
#[derive(Clone, Debug)]
pub enum Value {
    None,
    Ellipsis,
    NotImplemented,
    Bool(bool),
    Int(i128),
    Float(f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    Tuple(Rc<[Value]>),
    List(Rc<RefCell<Vec<Value>>>),
    Dict(Rc<RefCell<Dict>>),
    Set(Rc<RefCell<Set>>),
    FrozenSet(Rc<Set>),
    Range(Rc<Range>),
    Slice(Rc<[Value; 3]>),
    /// A value of a standard type that has a literal form in SQL: dates, UUIDs, decimals.
    Data(Rc<Data>),
    Function(Rc<Function>),
    Method(Rc<BoundMethod>),
    /// A function or type of Python's own that Aludel implements: `len`, `str`, `json.dumps`.
    Native(Native),
    Class(Rc<Class>),
    Instance(Rc<Instance>),
    Module(Rc<Module>),
    /// An iterator over values computed ahead, or a generator.
    Generator(Rc<Generator>),
    /// An object of a type that Aludel implements and that has no variant of its own.
    Object(Rc<Object>),
    /// `property`, `staticmethod`, `classmethod`.
    Descriptor(Rc<Descriptor>),
    /// `super()`.
    Super(Rc<Super>),
    /// An object of a library class; the host knows what it is.
    Library(Rc<Library>),
    /// A value that only the database will know.
    Live(Rc<Live>),
    /// A value not known at compile time; absorbs what is done to it.
    Unknown(Rc<Unknown>),
}

/// `range(start, stop, step)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub start: i128,
    pub stop: i128,
    pub step: i128,
}

/// Values of `datetime`, `uuid` and `decimal`.
#[derive(Clone, Debug, PartialEq)]
pub enum Data {
    Date(jiff::civil::Date),
    Time(jiff::civil::Time),
    /// A moment, with its offset from UTC in seconds where it is aware.
    DateTime(jiff::civil::DateTime, Option<i32>),
    /// `timedelta` in microseconds.
    TimeDelta(i128),
    /// `timezone` with a fixed offset in seconds.
    TimeZone(i32),
    Uuid(u128),
    /// `Decimal`, as Python's `str()` writes it.
    Decimal(Rc<str>),
}

/// An object of a library class, shared by reference as in Python.
///
/// The evaluator knows only its identity and the place it was made; what it is, the host keeps in `body`.
pub struct Library {
    pub place: Span,
    pub body: Box<dyn Any>,
}

impl Library {
    /// Wraps what the host knows of an object.
    pub fn new(place: Span, body: impl Any) -> Rc<Self> {
        Rc::new(Self { place, body: Box::new(body) })
    }

    /// The host's own view of the object.
    pub fn body<T: Any>(&self) -> Option<&T> {
        self.body.downcast_ref()
    }
}

impl std::fmt::Debug for Library {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Library({:?})", self.place)
    }
}

/// A value that only the database will know, and what makes it.
#[derive(Clone, Debug)]
pub struct Live {
    /// Where the query stands.
    pub place: Span,
    /// The query as SQL text of the current dialect, where it is known.
    pub query: Rc<str>,
    /// What was done to the result since: `.scalar()`, `[0]`, …
    pub steps: Vec<String>,
    /// How it begins, where it is a text of which only that is known.
    pub begins: Option<Rc<str>>,
    /// What the host keeps of it, and after how many steps that holds.
    pub kept: Option<Kept>,
}

/// What a host keeps of a live value.
#[derive(Clone)]
pub struct Kept {
    pub steps: usize,
    pub body: Rc<dyn Any>,
}

impl fmt::Debug for Kept {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Kept").field("steps", &self.steps).finish_non_exhaustive()
    }
}

/// Why a value is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the project, or of unknown origin: calling it may emit operations.
    Project,
    /// From a package that can't touch a database: calling it is harmless.
    Harmless,
}

/// A value not known at compile time, with the reason and the place where that arose.
#[derive(Clone, Debug)]
pub struct Unknown {
    pub place: Span,
    /// A clause like `` `settings.SECRET` comes from a module that isn't there ``.
    pub reason: Rc<str>,
    pub origin: Origin,
    /// How it begins, where it is a text of which only that is known.
    pub begins: Option<Rc<str>>,
}

impl Value {
    /// A Python `str`.
    pub fn str(text: impl Into<Rc<str>>) -> Self {
        Self::Str(text.into())
    }

    /// A Python `list`.
    pub fn list(items: Vec<Value>) -> Self {
        Self::List(Rc::new(RefCell::new(items)))
    }

    /// A Python `dict`.
    pub fn dict(dict: Dict) -> Self {
        Self::Dict(Rc::new(RefCell::new(dict)))
    }

    /// A Python `set`.
    pub fn set(set: Set) -> Self {
        Self::Set(Rc::new(RefCell::new(set)))
    }

    /// A Python `tuple`.
    pub fn tuple(items: Vec<Value>) -> Self {
        Self::Tuple(items.into())
    }

    /// A value not known, for a reason that arose at `place`.
    pub fn unknown(place: Span, reason: impl Into<Rc<str>>, origin: Origin) -> Self {
        Self::Unknown(Rc::new(Unknown { place, reason: reason.into(), origin, begins: None }))
    }

    /// A value that the query at `place` will give.
    pub fn live(place: Span, query: impl Into<Rc<str>>) -> Self {
        Self::Live(Rc::new(Live { place, query: query.into(), steps: Vec::new(), begins: None, kept: None }))
    }

    /// The value, where it is unknown or live, as a text of which only the beginning is known.
    #[must_use]
    pub fn beginning(self, text: &str) -> Self {
        match self {
            Self::Live(live) => Self::Live(Rc::new(Live { begins: Some(text.into()), ..Live::clone(&live) })),
            Self::Unknown(unknown) => Self::Unknown(Rc::new(Unknown { begins: Some(text.into()), ..Unknown::clone(&unknown) })),
            known => known,
        }
    }

    /// How a text begins that is not known to its end.
    pub fn begins(&self) -> Option<&str> {
        match self {
            Self::Live(live) => live.begins.as_deref(),
            Self::Unknown(unknown) => unknown.begins.as_deref(),
            _ => None,
        }
    }

    /// The text of a `str`, else nothing.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Str(text) => Some(text),
            _ => None,
        }
    }

    /// Whether this is `None`.
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }

    /// Whether both are one object (`is`).
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::None, Self::None) | (Self::Ellipsis, Self::Ellipsis) | (Self::NotImplemented, Self::NotImplemented) => true,
            (Self::Bool(one), Self::Bool(two)) => one == two,
            (Self::Int(one), Self::Int(two)) => one == two,
            (Self::Native(one), Self::Native(two)) => one.is(two),
            // Python shares equal literals; no program that compiles tells texts apart by identity.
            (Self::Str(one), Self::Str(two)) => one == two,
            (Self::Tuple(one), Self::Tuple(two)) => Rc::ptr_eq(one, two) || (one.is_empty() && two.is_empty()),
            (Self::None | Self::Ellipsis | Self::NotImplemented | Self::Bool(_) | Self::Int(_) | Self::Float(_) | Self::Native(_), _) => {
                false
            }
            _ => std::mem::discriminant(self) == std::mem::discriminant(other) && self.identity() == other.identity(),
        }
    }

    /// The address of what the value shares, for identity; zero for values that are not shared.
    pub fn identity(&self) -> usize {
        match self {
            Self::None | Self::Ellipsis | Self::NotImplemented | Self::Bool(_) | Self::Int(_) | Self::Float(_) => 0,
            Self::Str(shared) => Rc::as_ptr(shared).cast::<u8>() as usize,
            Self::Bytes(shared) => Rc::as_ptr(shared).cast::<u8>() as usize,
            Self::Tuple(shared) => Rc::as_ptr(shared).cast::<u8>() as usize,
            Self::List(shared) => Rc::as_ptr(shared) as usize,
            Self::Dict(shared) => Rc::as_ptr(shared) as usize,
            Self::Set(shared) => Rc::as_ptr(shared) as usize,
            Self::FrozenSet(shared) => Rc::as_ptr(shared) as usize,
            Self::Range(shared) => Rc::as_ptr(shared) as usize,
            Self::Slice(shared) => Rc::as_ptr(shared).cast::<u8>() as usize,
            Self::Data(shared) => Rc::as_ptr(shared) as usize,
            Self::Function(shared) => Rc::as_ptr(shared) as usize,
            Self::Method(shared) => Rc::as_ptr(shared) as usize,
            Self::Native(native) => native.address(),
            Self::Class(shared) => Rc::as_ptr(shared) as usize,
            Self::Instance(shared) => Rc::as_ptr(shared) as usize,
            Self::Module(shared) => Rc::as_ptr(shared) as usize,
            Self::Generator(shared) => Rc::as_ptr(shared) as usize,
            Self::Object(shared) => Rc::as_ptr(shared) as usize,
            Self::Descriptor(shared) => Rc::as_ptr(shared) as usize,
            Self::Super(shared) => Rc::as_ptr(shared) as usize,
            Self::Library(shared) => Rc::as_ptr(shared) as usize,
            Self::Live(shared) => Rc::as_ptr(shared) as usize,
            Self::Unknown(shared) => Rc::as_ptr(shared) as usize,
        }
    }
}
