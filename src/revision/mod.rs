//! The revision graph: headers of revision files, symbols, and the ordered steps of a range.
//!
//! Input: parsed revision files and what the user asked for (`head`, `ae10+2`, `a:b`). Output: a [`Plan`], the steps in
//! Alembic's order with what each does to the version table. Mirrors `alembic/script/revision.py`, the planning half of
//! `alembic/script/base.py`, and `HeadMaintainer` of `alembic/runtime/migration.py`.

mod error;
mod graph;
mod header;
mod order;
mod plan;
mod reach;
mod relative;
pub mod report;
mod string_set;
mod symbol;
mod topology;
mod version;
mod walk;

pub use graph::{Graph, RevisionIndex};
pub use header::{HeaderValue, Name, Revision, is_revision_file, read};
pub use plan::{Action, Plan, Range, Step};
pub use version::VersionChange;
