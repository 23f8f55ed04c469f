//! Statements and their text: quoting, literals, types, column specifications, expressions.
//!
//! [`render`] takes a statement and a dialect to SQL. The texts are the dialect's data; here is decided which clauses
//! are written and from what, rule by rule as SQLAlchemy's and Alembic's compilers do it.

mod alter;
pub mod autoincrement;
mod column;
mod comment;
mod constraint;
pub mod default;
pub mod expression;
mod identifier;
mod index;
pub mod literal;
mod named;
mod option;
pub mod query;
pub mod render;
mod settings;
pub mod stmt;
mod table;
pub mod types;
pub mod version;
mod view;

pub use alter::around;
pub use render::render;
pub use stmt::{ColumnConstraint, ColumnRef, CopiedColumn, DroppedKind, Stmt};
pub use table::keeps_counter;
pub use types::{comes_with_table, named_type, type_text};
pub use version::{VersionChange, version_statement};

#[cfg(test)]
mod tests;
