//! Equality, order and membership.

use std::cmp::Ordering;
use std::rc::Rc;

use super::number;
use crate::eval::dict::Key;
use crate::eval::exception::Evaluated;
use crate::eval::host::{Access, Args, Host};
use crate::eval::natives;
use crate::eval::unknown::absorb;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `left == right`, decided; an error where that is unknown or live.
    pub fn equal(&mut self, host: &mut dyn Host, left: &Value, right: &Value, span: Span) -> Evaluated<bool> {
        let answer = self.compare(host, "==", left, right, span)?;
        self.truth(host, &answer, span)
    }

    /// A comparison: a `Bool`, or what makes it unknown, live or an expression of a library.
    pub(super) fn compare(&mut self, host: &mut dyn Host, op: &'static str, left: &Value, right: &Value, span: Span) -> Evaluated {
        if let (Value::Str(one), Value::Str(two)) = (left, right) {
            return Ok(Value::Bool(holds(op, one.cmp(two))));
        }
        if let Some(ordering) = number::compare(left, right) {
            return Ok(Value::Bool(ordering.map_or(op == "!=", |ordering| holds(op, ordering))));
        }
        if matches!(left, Value::Library(_)) || matches!(right, Value::Library(_)) {
            return Self::outcome(host.library(self, Access::Binary { op, left, right }, span));
        }
        match absorb([left, right]) {
            Some(Value::Live(live)) => return Ok(live.then(format!(" {op} …"))),
            Some(unknown) => return Ok(unknown),
            None => {}
        }
        if let Some(answer) = self.asked_comparison(host, op, left, right, span)? {
            return Ok(answer);
        }
        match op {
            "==" => self.same(host, left, right, span),
            "!=" => {
                let same = self.same(host, left, right, span)?;
                self.negate(host, same, span)
            }
            _ => self.ordered(host, op, left, right, span),
        }
    }

    /// `not value` where the value may be unknown, live or an expression of a library.
    pub(in crate::eval) fn negate(&mut self, host: &mut dyn Host, value: Value, span: Span) -> Evaluated {
        match &value {
            Value::Bool(flag) => Ok(Value::Bool(!flag)),
            Value::Live(live) => Ok(live.then(" is false")),
            Value::Unknown(_) => Ok(value),
            other => Ok(Value::Bool(!self.truth(host, other, span)?)),
        }
    }

    /// What `__eq__` and its kin say, the right side asked where the left declines.
    fn asked_comparison(
        &mut self,
        host: &mut dyn Host,
        op: &'static str,
        left: &Value,
        right: &Value,
        span: Span,
    ) -> Evaluated<Option<Value>> {
        let (method, mirrored) = match op {
            "==" => ("__eq__", "__eq__"),
            "!=" => ("__ne__", "__ne__"),
            "<" => ("__lt__", "__gt__"),
            "<=" => ("__le__", "__ge__"),
            ">" => ("__gt__", "__lt__"),
            _ => ("__ge__", "__le__"),
        };
        for (value, other, name) in [(left, right, method), (right, left, mirrored)] {
            if !matches!(value, Value::Instance(_) | Value::Object(_) | Value::Data(_)) {
                continue;
            }
            if let Some(function) = self.special(host, value, name, span)? {
                let answer = self.call(host, &function, Args::of([other.clone()], span), span)?;
                if !matches!(answer, Value::NotImplemented) {
                    return Ok(Some(answer));
                }
            } else if op == "!=" {
                // Without `__ne__`, inequality is the opposite of `__eq__`.
                if let Some(function) = self.special(host, value, "__eq__", span)? {
                    let answer = self.call(host, &function, Args::of([other.clone()], span), span)?;
                    if !matches!(answer, Value::NotImplemented) {
                        return self.negate(host, answer, span).map(Some);
                    }
                }
            }
            if let Some(part) = self.comparable_part(value, other) {
                let (one, two) = if std::ptr::eq(value, left) { (&part, right) } else { (left, &part) };
                return self.compare(host, op, one, two, span).map(Some);
            }
        }
        Ok(None)
    }

    /// The native or library part of an instance that is compared as such.
    fn comparable_part(&self, value: &Value, other: &Value) -> Option<Value> {
        let Value::Instance(instance) = value else { return None };
        if value.is(other) {
            return None;
        }
        if let Some(native) = instance.native.borrow().clone() {
            return Some(native);
        }
        instance.library.borrow().clone().map(Value::Library)
    }

    /// Equality of values that have no say in it themselves.
    fn same(&mut self, host: &mut dyn Host, left: &Value, right: &Value, span: Span) -> Evaluated {
        if left.is(right) {
            return Ok(Value::Bool(true));
        }
        match (left, right) {
            (Value::List(one), Value::List(two)) => {
                let (one, two) = (one.borrow().clone(), two.borrow().clone());
                self.same_items(host, &one, &two, span)
            }
            (Value::Tuple(one), Value::Tuple(two)) => self.same_items(host, one, two, span),
            (Value::Dict(one), Value::Dict(two)) => {
                let one: Vec<(Key, Value)> = one.borrow().entries().map(|(key, _, value)| (key.clone(), value.clone())).collect();
                let two = two.borrow().clone();
                if one.len() != two.len() {
                    return Ok(Value::Bool(false));
                }
                let (mut left, mut right) = (Vec::new(), Vec::new());
                for (key, value) in one {
                    let Some(other) = two.get(&key) else { return Ok(Value::Bool(false)) };
                    left.push(value);
                    right.push(other.clone());
                }
                self.same_items(host, &left, &right, span)
            }
            (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) => {
                Ok(Value::Bool(natives::set::with(left, |one| natives::set::with(right, |two| one.same(two)))))
            }
            (Value::Bytes(one), Value::Bytes(two)) => Ok(Value::Bool(one == two)),
            (Value::Range(one), Value::Range(two)) => Ok(Value::Bool(one == two || (one.is_empty() && two.is_empty()))),
            (Value::Data(_), Value::Data(_) | Value::Int(_) | Value::Float(_)) | (Value::Int(_) | Value::Float(_), Value::Data(_)) => {
                Ok(Value::Bool(matches!((Key::of(left), Key::of(right)), (Ok(one), Ok(two)) if one == two)))
            }
            (Value::Slice(one), Value::Slice(two)) => self.same_items(host, &one[..], &two[..], span),
            (Value::Method(one), Value::Method(two)) => Ok(Value::Bool(one.receiver.is(&two.receiver) && one.function.is(&two.function))),
            _ => Ok(Value::Bool(false)),
        }
    }

    /// Equality item by item; unknown only where no pair surely differs.
    fn same_items(&mut self, host: &mut dyn Host, one: &[Value], two: &[Value], span: Span) -> Evaluated {
        if one.len() != two.len() {
            return Ok(Value::Bool(false));
        }
        self.enter(span)?;
        let mut uncertain = None;
        let mut result = Ok(Value::Bool(true));
        for (left, right) in one.iter().zip(two) {
            if left.is(right) {
                continue;
            }
            match self.compare(host, "==", left, right, span) {
                Ok(answer) if answer.is_uncertain() => uncertain = Some(answer),
                Ok(answer) => match self.truth(host, &answer, span) {
                    Ok(true) => {}
                    Ok(false) => {
                        self.leave();
                        return Ok(Value::Bool(false));
                    }
                    Err(unwind) => result = Err(unwind),
                },
                Err(unwind) => result = Err(unwind),
            }
        }
        self.leave();
        match (result, uncertain) {
            (Ok(_), Some(uncertain)) => Ok(uncertain),
            (result, _) => result,
        }
    }

    fn ordered(&mut self, host: &mut dyn Host, op: &'static str, left: &Value, right: &Value, span: Span) -> Evaluated {
        match (left, right) {
            (Value::List(one), Value::List(two)) => {
                let (one, two) = (one.borrow().clone(), two.borrow().clone());
                self.ordered_items(host, op, &one, &two, span)
            }
            (Value::Tuple(one), Value::Tuple(two)) => self.ordered_items(host, op, one, two, span),
            (Value::Bytes(one), Value::Bytes(two)) => Ok(Value::Bool(holds(op, one.cmp(two)))),
            (Value::Set(_) | Value::FrozenSet(_), Value::Set(_) | Value::FrozenSet(_)) => {
                let (subset, superset, equal) = natives::set::with(left, |one| {
                    natives::set::with(right, |two| {
                        (one.keys().all(|key| two.contains(key)), two.keys().all(|key| one.contains(key)), one.same(two))
                    })
                });
                Ok(Value::Bool(match op {
                    "<=" => subset,
                    "<" => subset && !equal,
                    ">=" => superset,
                    _ => superset && !equal,
                }))
            }
            (Value::Data(one), Value::Data(two)) => match number::compare_data(one, two) {
                Some(ordering) => Ok(Value::Bool(holds(op, ordering))),
                None => Err(self.unordered(op, left, right, span)),
            },
            _ => Err(self.unordered(op, left, right, span)),
        }
    }

    fn ordered_items(&mut self, host: &mut dyn Host, op: &'static str, one: &[Value], two: &[Value], span: Span) -> Evaluated {
        for (left, right) in one.iter().zip(two) {
            let same = self.compare(host, "==", left, right, span)?;
            if same.is_uncertain() {
                return Ok(same);
            }
            if !self.truth(host, &same, span)? {
                return self.compare(host, op, left, right, span);
            }
        }
        Ok(Value::Bool(holds(op, one.len().cmp(&two.len()))))
    }

    fn unordered(&mut self, op: &str, left: &Value, right: &Value, span: Span) -> crate::eval::Unwind {
        let message = format!("'{op}' not supported between instances of '{}' and '{}'", self.type_name(left), self.type_name(right));
        self.raise("TypeError", message, span)
    }

    /// `item in container`.
    pub(in crate::eval) fn contains(&mut self, host: &mut dyn Host, container: &Value, item: &Value, span: Span) -> Evaluated {
        match container {
            Value::Library(object) => return Self::outcome(host.library(self, Access::Contains { object, item }, span)),
            Value::Live(live) => return Ok(live.then(" contains …")),
            Value::Unknown(_) => return Ok(container.clone()),
            Value::List(items) => {
                let items = items.borrow().clone();
                return self.contains_item(host, &items, item, span);
            }
            Value::Tuple(items) => {
                let items = Rc::clone(items);
                return self.contains_item(host, &items, item, span);
            }
            _ => {}
        }
        if let Some(method) = self.special(host, container, "__contains__", span)? {
            return self.call(host, &method, Args::of([item.clone()], span), span);
        }
        match (container, item) {
            (_, Value::Unknown(_)) => Ok(item.clone()),
            (_, Value::Live(live)) => Ok(live.then(" is among …")),
            (Value::Str(text), Value::Str(part)) => Ok(Value::Bool(text.contains(&**part))),
            (Value::Str(_), _) => {
                let message = format!("'in <string>' requires string as left operand, not {}", self.type_name(item));
                Err(self.raise("TypeError", message, span))
            }
            (Value::Dict(dict), _) => {
                let key = self.key(host, item, span)?;
                Ok(Value::Bool(dict.borrow().contains(&key)))
            }
            (Value::Set(set), _) => {
                let key = self.key(host, item, span)?;
                Ok(Value::Bool(set.borrow().contains(&key)))
            }
            (Value::FrozenSet(set), _) => {
                let key = self.key(host, item, span)?;
                Ok(Value::Bool(set.contains(&key)))
            }
            (Value::Range(range), Value::Int(number)) => Ok(Value::Bool(range.contains(*number))),
            (Value::Bytes(bytes), Value::Int(number)) => Ok(Value::Bool(bytes.iter().any(|byte| i128::from(*byte) == *number))),
            (Value::Bytes(bytes), Value::Bytes(part)) => {
                Ok(Value::Bool(part.is_empty() || bytes.windows(part.len().max(1)).any(|window| window == &**part)))
            }
            (Value::Instance(instance), _) => {
                let native = instance.native.borrow().clone();
                match native.or_else(|| Self::library_part(container).map(Value::Library)) {
                    Some(part) => self.contains(host, &part, item, span),
                    None => self.contains_iterated(host, container, item, span),
                }
            }
            _ => self.contains_iterated(host, container, item, span),
        }
    }

    fn contains_iterated(&mut self, host: &mut dyn Host, container: &Value, item: &Value, span: Span) -> Evaluated {
        let items = self.iterate(host, container, span)?;
        self.contains_item(host, &items, item, span)
    }

    fn contains_item(&mut self, host: &mut dyn Host, items: &[Value], item: &Value, span: Span) -> Evaluated {
        let mut uncertain = None;
        for candidate in items {
            if candidate.is(item) && !item.is_uncertain() {
                return Ok(Value::Bool(true));
            }
            let answer = self.compare(host, "==", candidate, item, span)?;
            if answer.is_uncertain() {
                uncertain = Some(answer);
            } else if self.truth(host, &answer, span)? {
                return Ok(Value::Bool(true));
            }
        }
        Ok(uncertain.unwrap_or(Value::Bool(false)))
    }
}

fn holds(op: &str, ordering: Ordering) -> bool {
    match op {
        "==" => ordering.is_eq(),
        "!=" => ordering.is_ne(),
        "<" => ordering.is_lt(),
        "<=" => ordering.is_le(),
        ">" => ordering.is_gt(),
        _ => ordering.is_ge(),
    }
}
