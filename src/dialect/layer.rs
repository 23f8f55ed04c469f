//! Layers of dialect data: which files make a dialect, and how they merge.

use std::collections::BTreeMap;

use toml::{Table, Value};

use super::builtin;
use crate::diag::{Code, Diagnostic};

/// Dialect files beside the embedded ones: a project's `dialects/` folder or a `--dialect-dir`.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// What the user knows it as.
    pub origin: String,
    /// Text by path within the folder: `postgresql/dialect.toml`.
    pub files: BTreeMap<String, String>,
}

/// The files of one dialect folder in one source.
#[derive(Debug)]
pub struct Layer {
    /// `built-in postgresql`, `dialects/postgresql`.
    pub origin: String,
    pub data: Table,
    /// All other files by name.
    pub files: BTreeMap<String, String>,
}

const DATA_FILE: &str = "dialect.toml";
const LONGEST_CHAIN: usize = 16;

/// The layers of a dialect, the weakest first.
///
/// # Errors
/// An unknown name, a file that is no TOML, or dialects that extend each other in a circle.
pub fn layers(name: &str, overlays: &[Overlay]) -> Result<Vec<Layer>, Diagnostic> {
    let chain = chain(name, overlays)?;
    let mut layers = Vec::new();
    for dialect in &chain {
        let files: Vec<_> = builtin::files(dialect);
        if !files.is_empty() {
            layers.push(layer(format!("built-in {dialect}"), files.into_iter())?);
        }
    }
    for overlay in overlays {
        for dialect in &chain {
            let files: Vec<_> = files_of(overlay, dialect).collect();
            if !files.is_empty() {
                layers.push(layer(format!("{}/{dialect}", overlay.origin), files.into_iter())?);
            }
        }
    }
    Ok(layers)
}

fn files_of<'a>(overlay: &'a Overlay, dialect: &str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let prefix = format!("{dialect}/");
    overlay.files.iter().filter_map(move |(path, text)| Some((path.strip_prefix(&prefix)?, text.as_str())))
}

fn layer<'a>(origin: String, files: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Layer, Diagnostic> {
    let mut layer = Layer { origin, data: Table::new(), files: BTreeMap::new() };
    for (name, text) in files {
        if name == DATA_FILE {
            layer.data = parse(&layer.origin, text)?;
        } else {
            layer.files.insert(name.to_owned(), text.to_owned());
        }
    }
    Ok(layer)
}

fn parse(origin: &str, text: &str) -> Result<Table, Diagnostic> {
    text.parse::<Table>().map_err(|error| {
        Diagnostic::error(Code::BadDialectData, format!("`{DATA_FILE}` of {origin} is no TOML: {}", error.message().trim_end()))
            .help("correct the file; `aludel dialect show` prints what it is merged into")
    })
}

/// The names from `_base` to the dialect itself.
fn chain(name: &str, overlays: &[Overlay]) -> Result<Vec<String>, Diagnostic> {
    let mut chain = vec![name.to_owned()];
    let mut current = name.to_owned();
    while current != builtin::BASE {
        let Some(parent) = parent(&current, overlays)? else {
            return Err(unknown(&current, overlays));
        };
        if chain.contains(&parent) || chain.len() > LONGEST_CHAIN {
            return Err(Diagnostic::error(Code::BadDialectData, format!("the dialect `{name}` extends itself")));
        }
        chain.push(parent.clone());
        current = parent;
    }
    chain.reverse();
    Ok(chain)
}

/// What a dialect extends, or nothing where there is no such dialect.
fn parent(name: &str, overlays: &[Overlay]) -> Result<Option<String>, Diagnostic> {
    let path = format!("{name}/{DATA_FILE}");
    let texts = overlays.iter().rev().filter_map(|overlay| Some((overlay.origin.as_str(), overlay.files.get(&path)?.as_str())));
    let embedded = builtin::file(name, DATA_FILE).map(|text| ("the built-in dialects", text));
    let mut found = false;
    for (origin, text) in texts.chain(embedded) {
        found = true;
        if let Some(parent) = extends(origin, text)? {
            return Ok(Some(parent));
        }
    }
    Ok(found.then(|| builtin::BASE.to_owned()))
}

/// The `extends` line, which stands above all tables, read without parsing the whole file.
fn extends(origin: &str, text: &str) -> Result<Option<String>, Diagnostic> {
    let head: String = text.lines().take_while(|line| !line.trim_start().starts_with('[')).flat_map(|line| [line, "\n"]).collect();
    let table = parse(origin, &head)?;
    Ok(table.get("extends").and_then(Value::as_str).map(str::to_owned))
}

fn unknown(name: &str, overlays: &[Overlay]) -> Diagnostic {
    let names = names(overlays);
    let nearest = names.iter().max_by(|one, other| similar(name, one).total_cmp(&similar(name, other)));
    let error = Diagnostic::error(Code::UnknownDialect, format!("there is no dialect `{name}`"));
    match nearest {
        Some(nearest) if similar(name, nearest) > 0.7 => error.help(format!("did you mean `{nearest}`? there are: {}", names.join(", "))),
        _ => error.help(format!("there are: {}", names.join(", "))),
    }
}

fn similar(one: &str, other: &str) -> f64 {
    strsim::jaro_winkler(one, other)
}

/// The dialects that can be named, the embedded ones first.
pub fn names(overlays: &[Overlay]) -> Vec<String> {
    let mut names: Vec<String> = builtin::NAMES.iter().map(|name| (*name).to_owned()).collect();
    for path in overlays.iter().flat_map(|overlay| overlay.files.keys()) {
        if let Some((name, DATA_FILE)) = path.split_once('/')
            && name != builtin::BASE
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
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
