//! Iterators and generators.

use std::cell::RefCell;
use std::rc::Rc;

use super::value::Value;

/// An iterator: values computed ahead, or something that computes the next one when it is asked.
#[derive(Debug)]
pub struct Generator {
    pub(super) state: RefCell<State>,
}

/// What an iterator still has to do.
#[derive(Debug)]
pub(super) enum State {
    /// Values computed ahead, and how many were taken.
    Values(Vec<Value>, usize),
    Done,
}

impl Generator {
    /// An iterator over values that are there.
    pub fn over(values: Vec<Value>) -> Value {
        Value::Generator(Rc::new(Self { state: RefCell::new(State::Values(values, 0)) }))
    }
}
