//! Functions: those of the program, and those that Aludel implements.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use ruff_text_size::TextRange;

use super::class::Class;
use super::exception::Unwind;
use super::host::{Args, Host};
use super::module::Module;
use super::scope::{Namespace, Scope};
use super::value::Value;
use super::vm::Vm;
use crate::python::Ast;
use crate::source::Span;

/// The class that a method was defined in, known once the class body has run: what `super()` without arguments asks.
pub(super) type ClassCell = Rc<OnceCell<Rc<Class>>>;

/// A function or lambda of the program, with what it closes over.
pub struct Function {
    pub name: Rc<str>,
    pub module: Rc<Module>,
    pub(super) ast: Ast,
    /// The `def` or `lambda` within the file.
    pub(super) range: TextRange,
    pub(super) kind: FunctionKind,
    /// Values of the parameters that have a default, in order of parameters.
    pub(super) defaults: Vec<Value>,
    pub(super) closure: Option<Rc<Scope>>,
    pub(super) owner: Option<ClassCell>,
    pub attributes: RefCell<Namespace>,
}

/// What a call of a function does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FunctionKind {
    Plain,
    Generator,
    Async,
    Lambda,
}

impl Function {
    /// The place of the whole definition.
    pub fn place(&self) -> Span {
        Span { source: self.ast.source.id, start: self.range.start().to_u32(), end: self.range.end().to_u32() }
    }

    /// The file that the function stands in.
    pub fn ast(&self) -> &Ast {
        &self.ast
    }
}

impl std::fmt::Debug for Function {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Function({})", self.name)
    }
}

/// A function of a class, with the object it was reached through.
#[derive(Clone, Debug)]
pub struct BoundMethod {
    pub function: Value,
    pub receiver: Value,
}

/// The call of a native function: all that it may ask and change.
pub struct Call<'a> {
    pub vm: &'a mut Vm,
    pub host: &'a mut dyn Host,
    /// The object of a method; nothing for a plain function.
    pub receiver: Option<Value>,
    pub args: Args,
    /// The place of the call.
    pub span: Span,
}

/// What implements a native function.
pub type Run = fn(&mut Call<'_>) -> Result<Value, Unwind>;

/// One row of a table of native functions.
pub struct Row {
    pub name: &'static str,
    pub run: Run,
    /// Whether it takes unknown and live arguments; where not, its result is unknown when an argument is.
    pub takes_unknown: bool,
}

impl Row {
    /// A function whose result is unknown where an argument is.
    pub const fn new(name: &'static str, run: Run) -> Self {
        Self { name, run, takes_unknown: false }
    }

    /// A function that can be handed values not known, like `list.append` or `isinstance`.
    pub const fn any(name: &'static str, run: Run) -> Self {
        Self { name, run, takes_unknown: true }
    }
}

/// A type that Aludel implements: `str`, `dict`, `datetime.date`, `re.Pattern`.
///
/// Dunder methods (`__len__`, `__getitem__`, `__truediv__`, …) among `methods` are what operators use on an
/// [`Object`](super::object::Object) of the type.
pub struct NativeType {
    pub name: &'static str,
    /// The dotted module it belongs to, `builtins` for Python's own.
    pub module: &'static str,
    pub construct: Row,
    pub methods: &'static [Row],
    /// Attributes computed from the object.
    pub getters: &'static [Row],
    /// Functions reached through the type itself: `dict.fromkeys`, `datetime.now`.
    pub statics: &'static [Row],
    /// Types that this one counts as in `isinstance` and looks attributes up in.
    pub bases: &'static [&'static NativeType],
    /// Whether a value that is no [`Object`](super::object::Object) is of this type.
    pub holds: fn(&Value) -> bool,
}

impl NativeType {
    /// A method or getter row by name, its bases' rows included.
    pub(super) fn find(&self, pick: fn(&NativeType) -> &'static [Row], name: &str) -> Option<&'static Row> {
        pick(self).iter().find(|row| row.name == name).or_else(|| self.bases.iter().find_map(|base| base.find(pick, name)))
    }
}

/// A function or type of Python's own that Aludel implements.
#[derive(Clone)]
pub enum Native {
    Function(&'static Row),
    /// A method with the object it belongs to.
    Method(&'static Row, Rc<Value>),
    Type(&'static NativeType),
}

impl Native {
    /// Its name as Python prints it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Function(row) | Self::Method(row, _) => row.name,
            Self::Type(ty) => ty.name,
        }
    }

    /// The address of its row.
    pub(super) fn address(&self) -> usize {
        match self {
            Self::Function(row) => std::ptr::from_ref(*row) as usize,
            Self::Method(_, receiver) => Rc::as_ptr(receiver) as usize,
            Self::Type(ty) => std::ptr::from_ref(*ty) as usize,
        }
    }

    /// Whether both are the same function or type.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Function(one), Self::Function(two)) => std::ptr::eq(*one, *two),
            (Self::Method(one, a), Self::Method(two, b)) => std::ptr::eq(*one, *two) && Rc::ptr_eq(a, b),
            (Self::Type(one), Self::Type(two)) => std::ptr::eq(*one, *two),
            _ => false,
        }
    }
}

impl std::fmt::Debug for Native {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Native({})", self.name())
    }
}
