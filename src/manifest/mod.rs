//! The manifest of a compiled folder, its checksums and its verification: text in, text out.

pub mod document;
pub mod hash;
pub mod names;
pub mod sums;
pub mod verify;

pub use document::{DialectData, Direction, FileEntry, Guard, Inputs, Manifest, Missing, RangeData, counted};
