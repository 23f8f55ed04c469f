//! Statements and their text: quoting, literals, types, column specifications, expressions.

pub mod render;
pub mod stmt;

pub use render::render;
pub use stmt::{ColumnRef, CopiedColumn, DroppedKind, Stmt};
