//! Statements to script text: frames, transactions, version table.
//!
//! Input: the steps of a plan with what each revision wrote. Output: the bytes of a `.sql` file.

mod composer;
mod layout;
mod line;
mod version_table;
mod writer;

pub use composer::{Composed, Composer, Section};
pub use line::Line;
pub use version_table::{VersionTable, VersionTableOptions};
pub use writer::{ScriptOptions, Writer};
