//! Statements and their text: quoting, literals, types, column specifications, expressions.

pub mod stmt;

pub use stmt::{ColumnRef, CopiedColumn, DroppedKind, Stmt};
