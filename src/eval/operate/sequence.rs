//! Operators of texts, lists, tuples, dictionaries and sets.

use crate::eval::exception::Evaluated;
use crate::eval::host::Host;
use crate::eval::natives;
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

/// The most bytes that an operator makes at once.
pub(super) const LARGEST: usize = 50_000_000;

impl Vm {
    /// What the operator gives for sequences and collections; nothing where it is none of theirs.
    pub(super) fn sequence_operator(
        &mut self,
        host: &mut dyn Host,
        op: &'static str,
        left: &Value,
        right: &Value,
        span: Span,
    ) -> Evaluated<Option<Value>> {
        Ok(Some(match (op, left, right) {
            ("%", Value::Str(format), _) => return self.percent(host, format, right, span).map(Some),
            ("+", _, _) if size(left) + size(right) > LARGEST => too_large(span),
            ("+", Value::List(one), Value::List(two)) => Value::list(one.borrow().iter().chain(two.borrow().iter()).cloned().collect()),
            ("+", Value::Tuple(one), Value::Tuple(two)) => Value::tuple(one.iter().chain(two.iter()).cloned().collect()),
            ("+", Value::Bytes(one), Value::Bytes(two)) => Value::Bytes([&**one, &**two].concat().into()),
            ("*", sequence, Value::Int(count)) | ("*", Value::Int(count), sequence) => return Ok(repeat(sequence, *count, span)),
            ("*", sequence, Value::Bool(count)) => return Ok(repeat(sequence, i128::from(*count), span)),
            ("|", Value::Dict(one), Value::Dict(two)) => {
                let mut merged = one.borrow().clone();
                for (key, name, value) in two.borrow().entries() {
                    merged.insert(key.clone(), name.clone(), value.clone());
                }
                Value::dict(merged)
            }
            ("|" | "&" | "-" | "^", Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) => {
                let combined = natives::set::with(left, |one| natives::set::with(right, |two| one.combined(op, two)));
                if matches!(left, Value::FrozenSet(_)) { Value::FrozenSet(combined.into()) } else { Value::set(combined) }
            }
            _ => return Ok(None),
        }))
    }
}

/// What stands for a sequence that would be too large to keep.
pub(super) fn too_large(span: Span) -> Value {
    Value::unknown(span, "this makes something larger than Aludel keeps", Origin::Harmless)
}

/// About how many bytes a sequence takes.
fn size(sequence: &Value) -> usize {
    match sequence {
        Value::Str(text) => text.len(),
        Value::Bytes(bytes) => bytes.len(),
        Value::List(items) => items.borrow().len() * size_of::<Value>(),
        Value::Tuple(items) => items.len() * size_of::<Value>(),
        _ => 0,
    }
}

fn repeat(sequence: &Value, count: i128, span: Span) -> Option<Value> {
    let count = usize::try_from(count.max(0)).unwrap_or(usize::MAX);
    if size(sequence).saturating_mul(count) > LARGEST {
        return Some(too_large(span));
    }
    Some(match sequence {
        Value::Str(text) => Value::str(text.repeat(count)),
        Value::Bytes(bytes) => Value::Bytes(bytes.repeat(count).into()),
        Value::List(items) => Value::list(repeated(&items.borrow(), count)),
        Value::Tuple(items) => Value::tuple(repeated(items, count)),
        _ => return None,
    })
}

fn repeated(items: &[Value], count: usize) -> Vec<Value> {
    items.iter().cycle().take(items.len() * count).cloned().collect()
}
