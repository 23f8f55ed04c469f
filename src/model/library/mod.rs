//! The binding of library objects to the nouns of the model.
//!
//! Input: every touch of a SQLAlchemy or Alembic object that the evaluator reports. Output: values, and through
//! [`bind`] the plain structs of [`crate::model`] that operations are made of. What asks for a database or for the
//! migration context (`op.*`, `execute`, `inspect`, sessions) is not answered here: the driver does that.

pub mod annotations;
pub mod bind;
pub mod bridge;
pub mod collections;
pub mod columns;
pub mod compiles;
pub mod constraints;
pub mod data;
pub mod declarative;
pub mod decorator;
pub mod defaults;
mod dialect_object;
mod dispatch;
pub mod enums;
pub mod exceptions;
pub mod expr;
pub mod foreign_keys;
pub mod indexes;
pub mod isinstance;
pub mod literals;
pub mod metadata;
pub mod names;
pub mod naming;
pub mod object;
pub mod options;
pub mod reflect;
mod shown;
pub mod signature;
pub mod stand_ins;
pub mod state;
pub mod tables;
#[cfg(test)]
mod tests;
pub mod texts;
pub mod third_party;
pub mod type_checks;
pub mod type_indexes;
mod type_text;
pub mod types;

pub use dispatch::{access, import, member, module};
pub use object::{Handle, Object};
pub use state::{Cx, DialectFacts, LibraryState};
