//! What can be done to values: attributes, items, operators, text.

mod arithmetic;
mod attribute;
mod bind;
mod compare;
mod index;
mod item;
mod keys;
pub mod number;
mod sequence;
mod store;
pub mod text;
mod truth;
mod types;
