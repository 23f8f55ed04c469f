//! Dialect data put together: what the program does with a user's folders, and the build with the embedded ones.
//!
//! The build script takes in this file as it stands, so that it names nothing else of the crate.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};
use toml::{Table, Value};

/// The file of a dialect's folder that must be there, unless it only adds to an embedded one.
pub const DATA_FILE: &str = "dialect.toml";
/// The key that names the dialect below.
pub const EXTENDS: &str = "extends";
/// What a dialect extends that says nothing else.
pub const BASE: &str = "_base";

/// The data of several folders in one.
#[derive(Clone, Debug, Default)]
pub struct Merged {
    pub data: Table,
    /// All other files by name.
    pub files: BTreeMap<String, String>,
}

impl Merged {
    /// Puts a stronger folder over what is there.
    pub fn put(&mut self, data: &Table, files: &BTreeMap<String, String>) {
        merge(&mut self.data, data);
        self.files.extend(files.iter().map(|(name, text)| (name.clone(), text.clone())));
    }

    /// SHA-256 of the merged data and files, in hexadecimal.
    pub fn hash(&self) -> String {
        let mut digest = Sha256::new();
        digest.update(toml::to_string(&sorted(&self.data)).unwrap_or_default().as_bytes());
        for (name, text) in &self.files {
            digest.update(format!("\n{name} {}\n", text.len()).as_bytes());
            digest.update(text.as_bytes());
        }
        digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// Puts a stronger table over a weaker one: tables merge key by key, all else is replaced.
pub fn merge(under: &mut Table, over: &Table) {
    for (key, value) in over {
        match (under.get_mut(key), value) {
            (Some(Value::Table(below)), Value::Table(above)) if !is_leaf(below) && !is_leaf(above) => merge(below, above),
            _ => {
                under.insert(key.clone(), value.clone());
            }
        }
    }
}

/// Whether a table is one value: `{ unsupported = "…" }`, `{ file = "…" }`.
pub fn is_leaf(table: &Table) -> bool {
    table.len() == 1 && (table.contains_key("unsupported") || table.contains_key("file"))
}

/// The table with its keys in order at every depth.
fn sorted(table: &Table) -> Table {
    let mut keys: Vec<&String> = table.keys().collect();
    keys.sort_unstable();
    keys.into_iter()
        .filter_map(|key| {
            let value = match table.get(key)? {
                Value::Table(inner) => Value::Table(sorted(inner)),
                other => other.clone(),
            };
            Some((key.clone(), value))
        })
        .collect()
}
