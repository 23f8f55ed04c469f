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
    /// Attributes of the type itself, computed without arguments: `datetime.max`.
    pub constants: &'static [Row],
    /// Types that this one counts as in `isinstance` and looks attributes up in.
    pub bases: &'static [&'static NativeType],
    /// Whether a value that is no [`Object`](super::object::Object) is of this type.
    pub holds: fn(&Value) -> bool,
}

impl NativeType {
    /// A type without methods, to be completed with `..NativeType::new(…)`.
    pub const fn new(name: &'static str, module: &'static str, construct: Row) -> Self {
        Self { name, module, construct, methods: &[], getters: &[], statics: &[], constants: &[], bases: &[], holds: |_| false }
    }

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
    /// A method reached through its type: its first argument is the object.
    Unbound(&'static Row),
    Type(&'static NativeType),
}

impl Native {
    /// Its name as Python prints it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Function(row) | Self::Method(row, _) | Self::Unbound(row) => row.name,
            Self::Type(ty) => ty.name,
        }
    }

    /// The address of its row.
    pub(super) fn address(&self) -> usize {
        match self {
            Self::Function(row) | Self::Unbound(row) => std::ptr::from_ref(*row) as usize,
            Self::Method(_, receiver) => Rc::as_ptr(receiver) as usize,
            Self::Type(ty) => std::ptr::from_ref(*ty) as usize,
        }
    }

    /// Whether both are the same function or type.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Function(one), Self::Function(two)) | (Self::Unbound(one), Self::Unbound(two)) => std::ptr::eq(*one, *two),
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

impl Call<'_> {
    /// Binds the arguments to parameters of these names, the first `required` of them needed; raises `TypeError`.
    pub fn bind<const N: usize>(&mut self, function: &str, names: [&str; N], required: usize) -> Result<[Option<Value>; N], Unwind> {
        let mut values: [Option<Value>; N] = [const { None }; N];
        let args = std::mem::take(&mut self.args);
        let given = args.positional.len();
        if given > N {
            let message = format!("{function}() takes at most {N} argument{} ({given} given)", if N == 1 { "" } else { "s" });
            return Err(self.vm.raise("TypeError", message, self.span));
        }
        for (slot, argument) in values.iter_mut().zip(args.positional) {
            *slot = Some(argument.value);
        }
        for (name, argument) in args.keywords {
            let slot = names.iter().position(|known| *known == &*name).and_then(|index| values.get_mut(index));
            match slot {
                Some(slot @ None) => *slot = Some(argument.value),
                Some(_) => {
                    let message = format!("{function}() got multiple values for argument '{name}'");
                    return Err(self.vm.raise("TypeError", message, self.span));
                }
                None => {
                    let message = format!("{function}() got an unexpected keyword argument '{name}'");
                    return Err(self.vm.raise("TypeError", message, self.span));
                }
            }
        }
        for (index, name) in names.iter().enumerate().take(required) {
            if values.get(index).is_some_and(Option::is_none) {
                let message = format!("{function}() missing required argument: '{name}' (pos {})", index + 1);
                return Err(self.vm.raise("TypeError", message, self.span));
            }
        }
        Ok(values)
    }

    /// The one argument of a function that takes exactly one.
    pub fn one(&mut self, function: &str) -> Result<Value, Unwind> {
        let [value] = self.bind(function, ["object"], 1)?;
        Ok(value.unwrap_or(Value::None))
    }

    /// The object of the method.
    pub fn this(&self) -> Value {
        self.receiver.clone().unwrap_or(Value::None)
    }

    /// A builtin exception raised at the call.
    pub fn raise(&mut self, class: &str, message: impl Into<String>) -> Unwind {
        self.vm.raise(class, message, self.span)
    }

    /// All items of an iterable argument.
    pub fn iterate(&mut self, value: &Value) -> Result<Vec<Value>, Unwind> {
        self.vm.iterate(self.host, value, self.span)
    }

    /// Calls back into the program.
    pub fn call(&mut self, function: &Value, args: impl IntoIterator<Item = Value>) -> Result<Value, Unwind> {
        self.vm.call(self.host, function, Args::of(args, self.span), self.span)
    }

    /// Whether a value counts as true.
    pub fn truth(&mut self, value: &Value) -> Result<bool, Unwind> {
        self.vm.truth(self.host, value, self.span)
    }
}
