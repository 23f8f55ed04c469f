//! The merged data with the layer each key came from, for `aludel dialect show`.

use toml::{Table, Value};

use super::layer::{Layer, Overlay, layers};
use super::load::merged;
use super::merged::{BASE, EXTENDS, is_leaf};
use crate::diag::Diagnostic;

/// One key of the merged data.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The keys of the tables around it, then its own: `types`, `Integer`.
    pub path: Vec<String>,
    pub value: Value,
    pub origin: String,
}

impl Shown {
    /// Dotted, each part quoted where TOML wants it: `types."sqlite.DATE"`.
    pub fn key(&self) -> String {
        self.path.iter().map(|part| quoted(part)).collect::<Vec<_>>().join(".")
    }
}

/// A key as TOML writes it.
pub fn quoted(key: &str) -> String {
    let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if bare { key.to_owned() } else { Value::String(key.to_owned()).to_string() }
}

/// A file beside the data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownFile {
    pub name: String,
    pub text: String,
    pub origin: String,
}

/// All that a dialect is merged from.
#[derive(Clone, Debug, PartialEq)]
pub struct Whole {
    pub title: String,
    /// The dialect that it extends.
    pub extends: String,
    pub url_schemes: Vec<String>,
    /// The folders, the weakest first.
    pub layers: Vec<String>,
    pub sha256: String,
    /// Every key, tables after what stands beside them, else in order.
    pub keys: Vec<Shown>,
    pub files: Vec<ShownFile>,
}

/// A dialect's merged data, and where each part came from; the data need not be what Aludel expects.
///
/// # Errors
/// An unknown name, a file that is no TOML, or dialects that extend each other in a circle.
pub fn show(name: &str, overlays: &[Overlay]) -> Result<Whole, Diagnostic> {
    let layers = layers(name, overlays)?;
    let (mut keys, mut files): (Vec<Shown>, Vec<ShownFile>) = (Vec::new(), Vec::new());
    for layer in &layers {
        collect(&mut Vec::new(), &layer.data, &layer.origin, &mut keys);
        for (name, text) in &layer.files {
            files.retain(|file| file.name != *name);
            files.push(ShownFile { name: name.clone(), text: text.clone(), origin: layer.origin.clone() });
        }
    }
    keys.sort_by(|one, other| order(one).cmp(&order(other)));
    files.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(Whole {
        title: about(&layers, "title").and_then(Value::as_str).unwrap_or(name).to_owned(),
        extends: extends(name, &layers),
        url_schemes: about(&layers, "url_schemes").map(texts).unwrap_or_default(),
        sha256: merged(&layers).hash(),
        layers: layers.into_iter().map(|layer| layer.origin).collect(),
        keys,
        files,
    })
}

/// Keys of a table stand before the tables in it, as TOML must have it.
fn order(shown: &Shown) -> (&[String], Option<&String>) {
    let (last, above) = shown.path.split_last().map_or((None, &[][..]), |(last, above)| (Some(last), above));
    (above, last)
}

fn about<'a>(layers: &'a [Layer], key: &str) -> Option<&'a Value> {
    layers.iter().rev().find_map(|layer| layer.data.get("about")?.get(key))
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
}

fn extends(name: &str, layers: &[Layer]) -> String {
    let own = layers.iter().rev().filter(|layer| layer.dialect == name);
    own.filter_map(|layer| layer.data.get(EXTENDS)?.as_str()).next().unwrap_or(BASE).to_owned()
}

fn collect(path: &mut Vec<String>, table: &Table, origin: &str, shown: &mut Vec<Shown>) {
    for (key, value) in table {
        path.push(key.clone());
        match value {
            Value::Table(inner) if !is_leaf(inner) => collect(path, inner, origin, shown),
            _ => {
                shown.retain(|one| !one.path.starts_with(path));
                shown.push(Shown { path: path.clone(), value: value.clone(), origin: origin.to_owned() });
            }
        }
        path.pop();
    }
}
