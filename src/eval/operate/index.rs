//! Indices and slices of sequences.

use crate::eval::exception::Evaluated;
use crate::eval::value::{Range, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// The place that an index means in a sequence of this length; nothing where it is out of range.
    pub(in crate::eval) fn index(&mut self, key: &Value, length: usize, span: Span) -> Evaluated<Option<usize>> {
        let number = match key {
            Value::Int(number) => *number,
            Value::Bool(flag) => i128::from(*flag),
            Value::Instance(instance) => {
                let native = instance.native.borrow().clone();
                match native {
                    Some(Value::Int(number)) => number,
                    _ => return Err(self.bad_index(key, span)),
                }
            }
            _ => return Err(self.bad_index(key, span)),
        };
        let absolute = if number < 0 { number.saturating_add(length as i128) } else { number };
        Ok(usize::try_from(absolute).ok().filter(|index| *index < length))
    }

    fn bad_index(&mut self, key: &Value, span: Span) -> crate::eval::Unwind {
        let message = format!("indices must be integers or slices, not {}", self.type_name(key));
        self.raise("TypeError", message, span)
    }

    /// Start, stop and step of a slice, clipped to a sequence of this length.
    pub(in crate::eval) fn slice_bounds(&mut self, slice: &[Value; 3], length: usize, span: Span) -> Evaluated<(usize, usize, i128)> {
        let (start, stop, step) = self.slice_ends(slice, length, span)?;
        Ok((usize::try_from(start).unwrap_or(0), usize::try_from(stop).unwrap_or(0), step))
    }

    fn slice_ends(&mut self, slice: &[Value; 3], length: usize, span: Span) -> Evaluated<(i128, i128, i128)> {
        let [start, stop, step] = slice;
        let mut part = |value: &Value| match value {
            Value::None => Ok(None),
            Value::Int(number) => Ok(Some(*number)),
            Value::Bool(flag) => Ok(Some(i128::from(*flag))),
            other => {
                self.need(other, "this bound of a slice", span)?;
                Err(self.raise("TypeError", "slice indices must be integers or None or have an __index__ method", span))
            }
        };
        let (start, stop, step) = (part(start)?, part(stop)?, part(step)?.unwrap_or(1));
        if step == 0 {
            return Err(self.raise("ValueError", "slice step cannot be zero", span));
        }
        let length = length as i128;
        let (low, high) = if step > 0 { (0, length) } else { (-1, length - 1) };
        let clip = |number: i128| if number < 0 { number.saturating_add(length).max(low) } else { number.min(high) };
        let start = start.map_or(if step > 0 { low } else { high }, clip);
        let stop = stop.map_or(if step > 0 { high } else { low }, clip);
        Ok((start, stop, step))
    }

    /// The places that a slice picks from a sequence of this length, in order.
    pub(in crate::eval) fn slice_indices(&mut self, slice: &[Value; 3], length: usize, span: Span) -> Evaluated<Vec<usize>> {
        let (start, stop, step) = self.slice_ends(slice, length, span)?;
        let range = Range { start, stop, step };
        Ok((0..range.len()).filter_map(|turn| usize::try_from(start + turn * step).ok()).filter(|index| *index < length).collect())
    }
}

impl Range {
    /// How many integers it has.
    pub fn len(&self) -> i128 {
        let span = if self.step > 0 { self.stop.saturating_sub(self.start) } else { self.start.saturating_sub(self.stop) };
        if span <= 0 { 0 } else { (span - 1) / self.step.saturating_abs().max(1) + 1 }
    }

    /// The integer at an index.
    pub fn at(&self, index: i128) -> i128 {
        self.start.saturating_add(index.saturating_mul(self.step))
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether the integer is one of its own.
    pub fn contains(&self, number: i128) -> bool {
        let within = if self.step > 0 { number >= self.start && number < self.stop } else { number <= self.start && number > self.stop };
        within && number.wrapping_sub(self.start) % self.step == 0
    }
}
