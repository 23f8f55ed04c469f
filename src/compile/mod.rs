//! The driver: the one module that knows every stage, from parsed revisions to script text.
//!
//! Input: a linked chain, the settings of one dialect, and a [`World`] that reads the project's other files. Output:
//! scripts, and a [`Report`] of what was noticed. It implements the evaluator's [`Host`](crate::eval::Host).

mod accesses;
mod around;
mod batch;
mod beside;
mod blind;
mod calls;
mod chain;
mod chance;
mod compilers;
mod config;
mod connection;
mod context;
mod custom;
mod databases;
mod described;
mod engine;
mod env_py;
mod events;
mod exceptions;
mod files;
mod fill;
mod folder;
mod gathering;
mod host;
mod inspector;
mod metadata;
mod moment;
mod operations;
mod orm;
mod preload;
mod query;
mod range;
mod reflection;
mod refusal;
mod remade;
mod report;
mod results;
mod salvage;
mod scripts;
mod session;
mod settings;
mod statement;
mod step;
mod url;
mod world;

pub use chain::{Chain, Revisions};
pub use databases::{Database, Databases, folder_name as database_folder, several as several_databases};
pub use files::{FileTexts, RangeDraft, StepDraft};
pub use folder::{Evaluated, Watcher};
pub use host::Compiler;
pub use moment::parse as parse_moment;
pub use range::RangeScript;
pub use report::{Decided, Report};
pub use settings::{Assumption, ByHand, Configured, Settings};
pub use step::StepResult;
pub use step::{Direction, Session};
pub use world::{Found, World};

/// A Python `dict`.
fn dictionary(entries: crate::eval::Dict) -> crate::eval::Value {
    crate::eval::Value::Dict(std::rc::Rc::new(std::cell::RefCell::new(entries)))
}
