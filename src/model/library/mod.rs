//! The binding of library objects to the nouns of the model.
//!
//! Input: every touch of a SQLAlchemy or Alembic object that the evaluator reports. Output: values, and through
//! [`bind`] the plain structs of [`crate::model`] that operations are made of. What asks for a database or for the
//! migration context (`op.*`, `execute`, `inspect`, sessions) is not answered here: the driver does that.

pub mod data;
pub mod expr;
pub mod names;
pub mod object;
pub mod state;
pub mod types;

pub use object::{Handle, Object};
pub use state::{Cx, DialectFacts, LibraryState};

use crate::eval::{Access, Outcome};

/// Answers an access that is pure library construction; `None` where it asks for a database or the migration context.
pub fn access(cx: &mut Cx<'_>, access: &Access<'_>) -> Option<Outcome> {
    expr::access(cx, access)
}
