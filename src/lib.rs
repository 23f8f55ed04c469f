//! Aludel compiles an Alembic revision chain to plain SQL scripts, offline.
#![doc = include_str!("../ARCHITECTURE.md")]

pub mod cli;
pub mod compile;
pub mod diag;
pub mod dialect;
pub mod eval;
pub mod inspect;
pub mod manifest;
pub mod model;
pub mod ops;
pub mod project;
pub mod python;
pub mod revision;
pub mod schema;
pub mod script;
pub mod source;
pub mod sql;
pub mod template;
