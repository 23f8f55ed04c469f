//! The manifest of a compiled folder: text in, text out.

pub mod hash;
