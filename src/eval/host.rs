//! The one door out of the evaluator.

use std::rc::Rc;

use super::class::{Class, Instance};
use super::exception::{Evaluated, Exception, Unwind};
use super::salvage::{Lost, State};
use super::value::{Library, Live, Value};
use super::vm::Vm;
use crate::diag::Diagnostic;
use crate::python::Ast;
use crate::source::Span;

/// What is done to a value that only the database knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deed<'a> {
    /// A method of this name is called.
    Call(&'a str),
    /// Something is stored in it.
    Store,
}

/// The arguments of a call, each with the place it stands at.
#[derive(Clone, Debug, Default)]
pub struct Args {
    pub positional: Vec<Arg>,
    pub keywords: Vec<(Rc<str>, Arg)>,
}

impl Args {
    /// Positional arguments without a place of their own.
    pub fn of(values: impl IntoIterator<Item = Value>, span: Span) -> Self {
        Self { positional: values.into_iter().map(|value| Arg { value, span }).collect(), keywords: Vec::new() }
    }

    /// All arguments in order, each with its keyword if it has one.
    pub fn all(&self) -> impl Iterator<Item = (Option<&Rc<str>>, &Arg)> {
        let keywords = self.keywords.iter().map(|(name, argument)| (Some(name), argument));
        self.positional.iter().map(|argument| (None, argument)).chain(keywords)
    }

    /// The value of a keyword argument.
    pub fn keyword(&self, name: &str) -> Option<&Value> {
        self.keywords.iter().find(|(keyword, _)| &**keyword == name).map(|(_, argument)| &argument.value)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.positional.is_empty() && self.keywords.is_empty()
    }
}

/// One argument.
#[derive(Clone, Debug)]
pub struct Arg {
    pub value: Value,
    pub span: Span,
}

/// What an import statement finds.
pub enum Import {
    /// A module of the project, or of `--sys-path`: evaluated on demand. The flag says whether it is a package.
    Project(Ast, bool),
    /// A library module or a member of one, known to the host.
    Library(Value),
    /// Nothing, with the reason as a clause, and whether what it holds is harmless to call.
    NotThere { reason: String, harmless: bool },
}

/// Every way a Python program can touch a library object.
pub enum Access<'a> {
    Get {
        object: &'a Rc<Library>,
        name: &'a str,
    },
    Set {
        object: &'a Rc<Library>,
        name: &'a str,
        value: Value,
    },
    Call {
        object: &'a Rc<Library>,
        args: Args,
    },
    Item {
        object: &'a Rc<Library>,
        key: &'a Value,
    },
    SetItem {
        object: &'a Rc<Library>,
        key: &'a Value,
        value: Value,
    },
    /// All items in order, as a list.
    Iter {
        object: &'a Rc<Library>,
    },
    Truth {
        object: &'a Rc<Library>,
    },
    Len {
        object: &'a Rc<Library>,
    },
    Contains {
        object: &'a Rc<Library>,
        item: &'a Value,
    },
    /// At least one side is a library object. `op` is the Python operator: `+`, `==`, `<`, `|`, …
    Binary {
        op: &'static str,
        left: &'a Value,
        right: &'a Value,
    },
    /// `-`, `~`, `+`.
    Unary {
        op: &'static str,
        operand: &'a Rc<Library>,
    },
    /// `str()` or `repr()` or formatting; gives a `Value::Str`.
    Text {
        object: &'a Rc<Library>,
        repr: bool,
    },
    /// `isinstance(value, class)` where the class, or the value, is a library object.
    IsInstance {
        value: &'a Value,
        class: &'a Value,
    },
    /// `issubclass(class, of)` where one of them is a library class.
    IsSubclass {
        class: &'a Value,
        of: &'a Value,
    },
    /// `with object:`; gives what `as` binds.
    Enter {
        object: &'a Rc<Library>,
    },
    /// The end of a `with`; a truthy value swallows the exception.
    Exit {
        object: &'a Rc<Library>,
        raised: Option<&'a Exception>,
    },
    /// A Python class with a library base was defined (its body has run).
    Subclass {
        class: &'a Rc<Class>,
    },
    /// A class attribute that neither the class nor its Python bases have (`User.__table__`).
    ClassGet {
        class: &'a Rc<Class>,
        base: &'a Rc<Library>,
        name: &'a str,
    },
    /// The `__init__` of a library base is called on an instance of a Python class; gives the instance's library part.
    Construct {
        instance: &'a Rc<Instance>,
        base: &'a Rc<Library>,
        args: Args,
    },
    /// A name was used as a decorator or call target on a Python function: handled by `Call`.
    /// `del object.name` or `del object[key]`.
    Delete {
        object: &'a Rc<Library>,
        key: &'a Value,
    },
}

/// What came of an access.
pub enum Outcome {
    Value(Value),
    Raise(Exception),
    Refused(Box<Diagnostic>),
}

impl From<Unwind> for Outcome {
    fn from(unwind: Unwind) -> Self {
        match unwind {
            Unwind::Raise(exception) => Self::Raise(exception),
            Unwind::Stop(diagnostic) => Self::Refused(diagnostic),
        }
    }
}

impl From<Result<Value, Unwind>> for Outcome {
    fn from(result: Result<Value, Unwind>) -> Self {
        match result {
            Ok(value) => Self::Value(value),
            Err(unwind) => unwind.into(),
        }
    }
}

/// The world outside of Python: what imports find, what library objects do, what the machine would tell.
pub trait Host {
    /// Finds a module by its absolute dotted name.
    fn import(&mut self, name: &str) -> Import;

    /// Answers every touch of a library object.
    fn library(&mut self, vm: &mut Vm, access: Access<'_>, span: Span) -> Outcome;

    /// Whether a decorator of this name, passed these texts, has an effect beside what it decorates: importing its module is enough.
    fn registers(&self, _decorator: &str, _texts: &[String]) -> bool {
        false
    }

    /// Takes note that what a module registers could not be evaluated.
    fn unregistered(&mut self, _place: Span, _reason: &str) {}

    /// Whether a library object can reach the database: `op`, a connection, a session, what is bound to one.
    fn touches_database(&self, value: &Value) -> bool;

    /// Whether what is evaluated may emit operations: where not, calling what is unknown is harmless.
    fn emits(&self) -> bool {
        true
    }

    /// Whether a file is being loaded: what is called there emits nothing unless it is handed the means.
    fn loads(&self) -> bool {
        false
    }

    /// The call of a method of a live value of which the host keeps something; nothing where that does not matter.
    fn call_live(&mut self, _vm: &mut Vm, _live: &Rc<Live>, _method: &str, _args: &Args, _span: Span) -> Option<Evaluated> {
        None
    }

    /// The refusal of what, done to a live value, makes the database change though no statement is written.
    fn refuses_live(&self, _live: &Live, _deed: Deed<'_>, _span: Span) -> Option<Diagnostic> {
        None
    }

    /// An environment variable, only as the user gave it.
    fn env(&mut self, name: &str) -> Option<String>;

    /// The words that the program was started with, its own name first, as far as they are known.
    fn arguments(&self) -> Vec<Value> {
        Vec::new()
    }

    /// The moment that `now()` answers, in seconds since 1970, UTC.
    fn now(&mut self, span: Span) -> i64;

    /// The next number of the reproducible stream that `uuid4()` and `random` draw from.
    fn chance(&mut self, span: Span) -> u128;

    /// Reads a text file for the program, confined to the project; the reason where it can't.
    fn read_file(&mut self, path: &str) -> Result<String, String>;

    /// Whether such a path exists for the program, within the project.
    fn path_exists(&mut self, path: &str) -> Option<bool>;

    /// Takes what the program printed, logged or warned of.
    fn say(&mut self, span: Span, text: String);

    /// Takes a warning or note for the report.
    fn report(&mut self, diagnostic: Diagnostic);

    /// What the program has done so far; asked while it is salvaged, as are the four below.
    fn state(&mut self) -> State {
        std::rc::Rc::new(())
    }

    /// Goes back to a state.
    fn restore(&mut self, _state: &State) {}

    /// Goes on from what is sure after each of several ways, of which one was taken.
    fn merge(&mut self, _ways: &[State], _place: Span) {}

    /// A way begins, or ends, that may not be taken.
    fn perhaps(&mut self, _begins: bool) {}

    /// Takes note that a piece of the program could not be followed.
    fn lost(&mut self, _piece: &Lost) {}
}
