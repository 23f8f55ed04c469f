//! Generated chains of revisions for SQLite: random tables, constraints, indexes, rows, plain and batch operations, branches.

pub mod alembic;
pub mod chain;
pub mod check;
mod choose;
mod model;
mod python;
mod random;
mod step;
