//! The builtin exceptions.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::object::exception_text;
use crate::eval::class::Class;
use crate::eval::function::{Native, Row};
use crate::eval::value::Value;

/// Every builtin exception with its base, bases first.
const TREE: &[(&str, &str)] = &[
    ("BaseException", ""),
    ("Exception", "BaseException"),
    ("GeneratorExit", "BaseException"),
    ("KeyboardInterrupt", "BaseException"),
    ("SystemExit", "BaseException"),
    ("ArithmeticError", "Exception"),
    ("FloatingPointError", "ArithmeticError"),
    ("OverflowError", "ArithmeticError"),
    ("ZeroDivisionError", "ArithmeticError"),
    ("AssertionError", "Exception"),
    ("AttributeError", "Exception"),
    ("BufferError", "Exception"),
    ("EOFError", "Exception"),
    ("ImportError", "Exception"),
    ("ModuleNotFoundError", "ImportError"),
    ("LookupError", "Exception"),
    ("IndexError", "LookupError"),
    ("KeyError", "LookupError"),
    ("MemoryError", "Exception"),
    ("NameError", "Exception"),
    ("UnboundLocalError", "NameError"),
    ("OSError", "Exception"),
    ("BlockingIOError", "OSError"),
    ("ConnectionError", "OSError"),
    ("FileExistsError", "OSError"),
    ("FileNotFoundError", "OSError"),
    ("InterruptedError", "OSError"),
    ("IsADirectoryError", "OSError"),
    ("NotADirectoryError", "OSError"),
    ("PermissionError", "OSError"),
    ("TimeoutError", "OSError"),
    ("ReferenceError", "Exception"),
    ("RuntimeError", "Exception"),
    ("NotImplementedError", "RuntimeError"),
    ("RecursionError", "RuntimeError"),
    ("StopIteration", "Exception"),
    ("StopAsyncIteration", "Exception"),
    ("SyntaxError", "Exception"),
    ("SystemError", "Exception"),
    ("TypeError", "Exception"),
    ("ValueError", "Exception"),
    ("UnicodeError", "ValueError"),
    ("UnicodeDecodeError", "UnicodeError"),
    ("UnicodeEncodeError", "UnicodeError"),
    ("Warning", "Exception"),
    ("DeprecationWarning", "Warning"),
    ("FutureWarning", "Warning"),
    ("ImportWarning", "Warning"),
    ("PendingDeprecationWarning", "Warning"),
    ("ResourceWarning", "Warning"),
    ("RuntimeWarning", "Warning"),
    ("SyntaxWarning", "Warning"),
    ("UnicodeWarning", "Warning"),
    ("UserWarning", "Warning"),
    ("BytesWarning", "Warning"),
];

/// What every exception can do.
static METHODS: &[Row] = &[
    Row::any("__init__", |call| {
        let args = std::mem::take(&mut call.args);
        if let Value::Instance(instance) = call.this() {
            let values = args.positional.into_iter().map(|argument| argument.value).collect();
            instance.attributes.borrow_mut().set("args", Value::tuple(values));
            for (name, argument) in args.keywords {
                instance.attributes.borrow_mut().set(&*name, argument.value);
            }
        }
        Ok(Value::None)
    }),
    Row::any("__str__", |call| exception_text(call, false)),
    Row::any("__repr__", |call| exception_text(call, true)),
    Row::any("with_traceback", |call| Ok(call.this())),
    Row::any("add_note", |_| Ok(Value::None)),
];

/// The builtin exception classes by name.
pub(in crate::eval) fn classes() -> FxHashMap<&'static str, Rc<Class>> {
    let mut classes: FxHashMap<&'static str, Rc<Class>> = FxHashMap::default();
    for (name, base) in TREE {
        let bases = classes.get(base).map(|base| Value::Class(Rc::clone(base))).into_iter().collect();
        let class = Class::plain("builtins", name, bases);
        if base.is_empty() {
            let mut namespace = class.namespace.borrow_mut();
            for row in METHODS {
                namespace.set(row.name, Value::Native(Native::Function(row)));
            }
            for name in ["__cause__", "__context__", "__traceback__"] {
                namespace.set(name, Value::None);
            }
        }
        classes.insert(name, class);
    }
    for alias in ["IOError", "EnvironmentError"] {
        if let Some(class) = classes.get("OSError").cloned() {
            classes.insert(alias, class);
        }
    }
    classes
}
