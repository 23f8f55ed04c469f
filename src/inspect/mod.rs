//! What an inspector answers: the replayed schema as this dialect's database would describe it.
//!
//! Input: the [`Schema`](crate::schema::Schema) at a step, and what is asked. Output: values shaped as SQLAlchemy's
//! inspector shapes them, or a [`Refusal`] that says what is not known and why. Every answer is kept as a [`Guard`].

pub mod catalogue;
mod columns;
mod constraints;
mod defaults;
mod guard;
mod indexes;
mod inspector;
mod pragma;
mod question;
mod reflect;
mod refusal;
mod shape;
mod vacant;

pub use crate::schema::reflected_type;
pub use catalogue::{Rows, query};
pub use guard::{Guard, Guards};
pub use inspector::{Inspector, Listing, Reply};
pub use pragma::pragma;
pub use question::Question;
pub use reflect::{NoReflection, reflect_table};
pub use refusal::Refusal;
pub use vacant::vacant;

use crate::eval::Value;
use crate::model::{SqlExpr, Type};

/// What inspecting needs of stages that it can't import: how a type becomes a library object, and how the dialect writes
/// an expression.
pub trait Window {
    /// A type as the program sees it.
    fn type_value(&self, ty: Type) -> Value;

    /// An expression's text in the dialect, literals written out; none where it can't be written.
    fn expression(&self, expression: &SqlExpr) -> Option<String>;
}

#[cfg(test)]
mod tests;
