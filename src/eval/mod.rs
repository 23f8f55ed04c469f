//! The evaluator: Python, and nothing but Python.
//!
//! Input: an [`Ast`](crate::python::Ast) and a [`Host`] that answers for all that is not Python. Output: [`Value`]s,
//! and whatever the host records while it is asked. No Alembic, SQLAlchemy or SQL is known here.

pub mod class;
pub mod dict;
pub mod exception;
pub mod function;
pub mod generator;
pub mod host;
pub mod module;
pub mod natives;
pub mod object;
pub mod scope;
pub mod value;
pub mod vm;

pub use class::{Class, Instance};
pub use dict::{Dict, Key, Set};
pub use exception::{Exception, Unwind};
pub use function::{BoundMethod, Call, Function, Native};
pub use generator::Generator;
pub use host::{Access, Arg, Args, Host, Import, Outcome};
pub use module::Module;
pub use object::{Descriptor, Object, Super};
pub use scope::{Namespace, Scope};
pub use value::{Data, Library, Live, Origin, Range, Unknown, Value};
pub use vm::{Caught, Limits, Vm};
