//! The order of columns in a rebuilt table (`ApplyBatchImpl` with `insert_before`, `insert_after`, `partial_reordering`).

use std::collections::BTreeSet;
use std::rc::Rc;

/// Pairs of column keys, the first to stand before the second.
pub(super) type Pairs = Vec<(Rc<str>, Rc<str>)>;

/// What decides the order.
#[derive(Clone, Debug, Default)]
pub(super) struct Ordering {
    /// The columns that the table had and that are left, in their order.
    pub existing: Vec<Rc<str>>,
    pub partial: Vec<Vec<Rc<str>>>,
    pub added: Pairs,
}

impl Ordering {
    /// Notes where a new column is to stand (`_setup_dependencies_for_add_column`).
    pub(super) fn add(&mut self, name: &Rc<str>, before: Option<Rc<str>>, after: Option<Rc<str>>) {
        let (before, after) = if self.partial.is_empty() { self.neighbours(before, after) } else { (before, after) };
        if let Some(before) = &before {
            self.added.push((Rc::clone(name), Rc::clone(before)));
        }
        if let Some(after) = &after {
            self.added.push((Rc::clone(after), Rc::clone(name)));
        }
        if self.partial.is_empty()
            && before.is_none()
            && after.is_none()
            && let Some(last) = self.existing.last()
        {
            self.added.push((Rc::clone(last), Rc::clone(name)));
        }
    }

    fn neighbours(&self, before: Option<Rc<str>>, after: Option<Rc<str>>) -> (Option<Rc<str>>, Option<Rc<str>>) {
        let position = |name: &Rc<str>| self.existing.iter().position(|known| known == name);
        match (before, after) {
            (None, Some(after)) => {
                let next = match position(&after) {
                    Some(at) => self.existing.get(at + 1).cloned(),
                    None => self.added.iter().rev().find(|(first, _)| *first == after).map(|(_, second)| Rc::clone(second)),
                };
                (next, Some(after))
            }
            (Some(before), None) => {
                let previous = match position(&before) {
                    Some(at) => at.checked_sub(1).and_then(|at| self.existing.get(at).cloned()),
                    None => self.added.iter().rev().find(|(_, second)| *second == before).map(|(first, _)| Rc::clone(first)),
                };
                (Some(before), previous)
            }
            both => both,
        }
    }

    /// Sorts the keys of the new table's columns; `None` where the wishes contradict each other.
    pub(super) fn sort(&self, keys: &[Rc<str>]) -> Option<Vec<Rc<str>>> {
        if self.partial.is_empty() && self.added.is_empty() {
            return Some(keys.to_vec());
        }
        let mut pairs: BTreeSet<(Rc<str>, Rc<str>)> = self.added.iter().cloned().collect();
        if self.partial.is_empty() {
            let existing = keys.iter().zip(keys.iter().skip(1)).take(self.existing.len().saturating_sub(1));
            pairs.extend(existing.map(|(first, second)| (Rc::clone(first), Rc::clone(second))));
        }
        for run in &self.partial {
            pairs.extend(run.iter().zip(run.iter().skip(1)).map(|(first, second)| (Rc::clone(first), Rc::clone(second))));
        }
        pairs.retain(|(first, second)| first != second);
        in_generations(keys, &pairs)
    }
}

/// `sqlalchemy.util.topological.sort` with a deterministic order: all that wait for nothing, then the next generation.
fn in_generations(keys: &[Rc<str>], pairs: &BTreeSet<(Rc<str>, Rc<str>)>) -> Option<Vec<Rc<str>>> {
    let mut left: Vec<Rc<str>> = keys.to_vec();
    let mut sorted = Vec::with_capacity(keys.len());
    while !left.is_empty() {
        let waits = |key: &Rc<str>| pairs.iter().any(|(first, second)| second == key && left.contains(first));
        let (waiting, ready): (Vec<_>, Vec<_>) = left.iter().cloned().partition(|key| waits(key));
        if ready.is_empty() {
            return None;
        }
        sorted.extend(ready);
        left = waiting;
    }
    Some(sorted)
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Ordering;

    fn keys(names: &[&str]) -> Vec<Rc<str>> {
        names.iter().map(|name| Rc::from(*name)).collect()
    }

    #[test]
    fn a_column_is_put_before_or_after_another() {
        let mut ordering = Ordering { existing: keys(&["a", "b", "c"]), ..Ordering::default() };
        ordering.add(&Rc::from("x"), None, Some(Rc::from("a")));
        assert_eq!(ordering.sort(&keys(&["a", "b", "c", "x"])), Some(keys(&["a", "x", "b", "c"])));
    }

    #[test]
    fn wishes_that_contradict_each_other_have_no_order() {
        let ordering = Ordering { partial: vec![keys(&["a", "b"]), keys(&["b", "a"])], ..Ordering::default() };
        assert_eq!(ordering.sort(&keys(&["a", "b"])), None);
    }
}
