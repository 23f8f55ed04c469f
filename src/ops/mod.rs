//! Operations: one file for each, from the call in the revision to the statements of a script.
//!
//! Input: calls on `op` and `batch_op`. Output: changes ([`Change`]) that are applied to the replayed schema and lowered
//! to statements, collected as the [`Item`]s of a step.

pub mod add_column;
pub mod add_constraint;
mod add_constraint_bind;
pub mod alter_column;
mod altering;
pub mod batch;
pub mod binder;
pub mod call;
pub mod change;
pub mod column_comment;
pub mod create_index;
pub mod create_table;
pub mod drop_column;
pub mod drop_constraint;
pub mod drop_index;
pub mod drop_table;
pub mod item;
pub mod migration;
pub mod normal_form;
pub mod place;
pub mod rebuild;
pub mod rename_table;
mod schema_table;
pub mod signatures;
pub mod table_comment;
pub mod thing;

pub use change::Change;
pub use item::{Item, SchemaEffect, Statement};
pub use migration::{Migration, Shared};
pub use thing::Thing;
