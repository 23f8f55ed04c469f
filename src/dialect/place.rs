//! Where in a user's dialect data a key stands, and which of them a mistake is to be laid to.

use toml::de::{DeTable, DeValue};
use toml::{Table, Value};

use super::layer::Layer;
use super::merged::{DATA_FILE, Merged, merge};
use crate::source::{Source, Span};

/// The span of a range of bytes.
pub fn span(source: &Source, range: std::ops::Range<usize>) -> Span {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span { source: source.id, start: offset(range.start), end: offset(range.end) }
}

/// Where a key's value stands in a data file; nowhere if it has none.
pub fn key(source: &Source, path: &[&str]) -> Span {
    let found = DeTable::parse(&source.text).ok().and_then(|table| {
        let (last, above) = path.split_last()?;
        let mut table = table.get_ref();
        for name in above {
            table = table.get(*name)?.get_ref().as_table()?;
        }
        Some(table.get(*last)?.span())
    });
    found.map_or(Span::NOWHERE, |range| span(source, range))
}

/// Finds what makes a dialect fail with a message: the first part of a user's layers with which loading says the same.
///
/// `fails` gives the message of loading what was merged so far. Built-in layers are never to blame.
pub fn culprit(message: &str, layers: &[Layer], fails: &dyn Fn(&Merged) -> Option<String>) -> Span {
    let is_it = |merged: &Merged| fails(merged).as_deref() == Some(message);
    let mut merged = Merged::default();
    for layer in layers {
        for (name, text) in &layer.files {
            merged.files.insert(name.clone(), text.clone());
            if let Some(source) = layer.sources.get(name)
                && is_it(&merged)
            {
                return in_text(source, 0..source.text.len(), message);
            }
        }
        if let Some(source) = layer.sources.get(DATA_FILE)
            && let Ok(places) = DeTable::parse(&source.text)
        {
            let search = Search { source, message, is_it: &is_it };
            if let Some(found) = search.table(&merged, &mut Vec::new(), &layer.data, places.get_ref()) {
                return found;
            }
        }
        merge(&mut merged.data, &layer.data);
    }
    Span::NOWHERE
}

/// The search through one data file.
struct Search<'a> {
    source: &'a Source,
    message: &'a str,
    is_it: &'a dyn Fn(&Merged) -> bool,
}

impl Search<'_> {
    /// The first key of a table, in the order of the file, with which loading fails that way; then inside of its value.
    fn table(&self, below: &Merged, path: &mut Vec<String>, data: &Table, places: &DeTable<'_>) -> Option<Span> {
        let mut keys: Vec<_> = places.iter().collect();
        keys.sort_by_key(|(key, _)| key.span().start);
        let mut merged = below.clone();
        for (key, place) in keys {
            let name = key.get_ref().as_ref();
            let value = data.get(name)?;
            let before = merged.clone();
            merge(&mut merged.data, &nested(path, name, value.clone()));
            if !(self.is_it)(&merged) {
                continue;
            }
            if let (Value::Table(inner), DeValue::Table(places)) = (value, place.get_ref()) {
                path.push(name.to_owned());
                let found = self.table(&before, path, inner, places);
                path.pop();
                if found.is_some() {
                    return found;
                }
            }
            let named = self.message.contains(&format!("`{name}`"));
            return Some(if named { span(self.source, key.span()) } else { in_text(self.source, place.span(), self.message) });
        }
        None
    }
}

/// A table that holds one value at the end of a path.
fn nested(path: &[String], name: &str, value: Value) -> Table {
    let innermost = Table::from_iter([(name.to_owned(), value)]);
    path.iter().rev().fold(innermost, |inner, name| Table::from_iter([(name.clone(), Value::Table(inner))]))
}

/// The word of a text that a message names between backticks, or the line it names, else the text's first line.
fn in_text(source: &Source, range: std::ops::Range<usize>, message: &str) -> Span {
    let text = source.text.get(range.clone()).unwrap_or_default();
    let quoted = message.split('`').skip(1).step_by(2).filter(|word| word.chars().all(|c| c.is_alphanumeric() || c == '_'));
    let found = quoted.filter_map(|word| text.find(word).map(|at| at..at + word.len())).last();
    let found = found.or_else(|| named_line(text, message)).unwrap_or(0..text.lines().next().map_or(0, str::len));
    span(source, range.start + found.start..range.start + found.end)
}

/// The line of a text that a message ends with, as `(line 3)`.
fn named_line(text: &str, message: &str) -> Option<std::ops::Range<usize>> {
    let number: usize = message.rsplit_once("(line ")?.1.trim_end_matches(')').parse().ok()?;
    let start: usize = text.split_inclusive('\n').take(number.checked_sub(1)?).map(str::len).sum();
    let line = text.get(start..)?.lines().next()?;
    Some(start..start + line.len())
}
