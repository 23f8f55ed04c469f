//! The order in which a class and its bases are asked for an attribute.

use std::rc::Rc;

use super::class::Class;
use super::value::Value;

/// Orders a class and its bases as Python does (C3); nothing where the bases contradict each other.
///
/// A base that is no [`Class`] (a library class, a native type) counts as a class without bases.
pub(super) fn linearize(class: &Rc<Class>) -> Option<Vec<Value>> {
    let mut lists: Vec<Vec<Value>> = class.bases.iter().map(order).collect();
    lists.push(class.bases.clone());
    let mut result = vec![Value::Class(Rc::clone(class))];
    loop {
        lists.retain(|list| !list.is_empty());
        if lists.is_empty() {
            return Some(result);
        }
        let next = lists.iter().filter_map(|list| list.first()).find(|head| !in_a_tail(head, &lists))?.clone();
        for list in &mut lists {
            if list.first().is_some_and(|head| head.is(&next)) {
                list.remove(0);
            }
        }
        result.push(next);
    }
}

fn order(base: &Value) -> Vec<Value> {
    match base {
        Value::Class(class) => class.mro().to_vec(),
        other => vec![other.clone()],
    }
}

fn in_a_tail(head: &Value, lists: &[Vec<Value>]) -> bool {
    lists.iter().any(|list| list.iter().skip(1).any(|base| base.is(head)))
}
