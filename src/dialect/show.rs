//! The merged data with the layer each key came from, for `aludel dialect show`.

use toml::{Table, Value};

use super::layer::{Overlay, is_leaf, layers};
use crate::diag::Diagnostic;

/// One key of the merged data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Dotted path: `types.Integer`.
    pub key: String,
    /// As TOML.
    pub value: String,
    pub origin: String,
}

/// Every key of a dialect's merged data in order, with where it came from; files count as `file:<name>`.
///
/// # Errors
/// As loading the dialect.
pub fn show(name: &str, overlays: &[Overlay]) -> Result<Vec<Shown>, Diagnostic> {
    let mut shown: Vec<Shown> = Vec::new();
    for layer in layers(name, overlays)? {
        collect("", &layer.data, &layer.origin, &mut shown);
        for (file, text) in &layer.files {
            let lines = text.lines().count();
            put(&mut shown, Shown { key: format!("file:{file}"), value: format!("{lines} lines"), origin: layer.origin.clone() });
        }
    }
    shown.sort_by(|one, other| one.key.cmp(&other.key));
    Ok(shown)
}

fn collect(prefix: &str, table: &Table, origin: &str, shown: &mut Vec<Shown>) {
    for (key, value) in table {
        let path = if prefix.is_empty() { key.clone() } else { format!("{prefix}.{key}") };
        match value {
            Value::Table(inner) if !is_leaf(inner) => collect(&path, inner, origin, shown),
            _ => {
                let below = format!("{path}.");
                shown.retain(|one| !one.key.starts_with(&below));
                put(shown, Shown { key: path, value: value.to_string(), origin: origin.to_owned() });
            }
        }
    }
}

fn put(shown: &mut Vec<Shown>, new: Shown) {
    match shown.iter_mut().find(|one| one.key == new.key) {
        Some(old) => *old = new,
        None => shown.push(new),
    }
}
