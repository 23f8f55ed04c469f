//! The evaluator: Python, and nothing but Python.
//!
//! Input: an [`Ast`](crate::python::Ast) and a [`Host`] that answers for all that is not Python. Output: [`Value`]s,
//! and whatever the host records while it is asked. No Alembic, SQLAlchemy or SQL is known here.

mod ahead;
mod call;
pub mod class;
pub mod dict;
pub mod exception;
mod expr;
mod frame;
pub mod function;
pub mod generator;
pub mod host;
mod locate;
pub mod module;
mod modules;
mod mro;
pub mod natives;
pub mod object;
pub mod operate;
pub mod salvage;
pub mod scope;
pub mod set;
mod stmt;
mod unknown;
pub mod value;
pub mod vm;

pub use class::{Class, Instance};
pub use dict::{Dict, DictKind, Key};
pub use exception::{Evaluated, Exception, Unwind};
pub use function::{BoundMethod, Call, Function, Native, NativeType, Row};
pub use generator::{Generator, Pull};
pub use host::{Access, Arg, Args, Deed, Host, Import, Outcome};
pub use module::Module;
pub use modules::{Wanted, Whole};
pub use object::{Descriptor, Object, Super};
pub use salvage::{Lost, State};
pub use scope::{Namespace, Scope};
pub use set::Set;
pub use value::{Data, Library, Live, Origin, Range, Unknown, Value};
pub use vm::{Caught, Limits, Vm};
