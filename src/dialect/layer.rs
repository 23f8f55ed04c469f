//! Layers of dialect data: which files make a dialect, and how they merge.

use std::collections::BTreeMap;
use std::sync::Arc;

use toml::{Table, Value};

use super::merged::{BASE, DATA_FILE, EXTENDS};
use super::{builtin, place};
use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};

/// Dialect files beside the embedded ones: those of a `--dialect-dir`.
#[derive(Clone, Debug, Default)]
pub struct Overlay {
    /// What the user knows it as.
    pub origin: String,
    /// Text by path within the folder: `postgresql/dialect.toml`.
    pub files: BTreeMap<String, Arc<Source>>,
}

impl Overlay {
    /// What the user knows a dialect's folder as.
    fn path(&self, dialect: &str) -> String {
        if self.origin.is_empty() { dialect.to_owned() } else { format!("{}/{dialect}", self.origin) }
    }
}

/// The files of one dialect folder in one source.
#[derive(Debug)]
pub struct Layer {
    /// `built-in postgresql`, `dialects/postgresql`.
    pub origin: String,
    /// The dialect whose folder it is.
    pub dialect: String,
    pub data: Table,
    /// All other files by name.
    pub files: BTreeMap<String, String>,
    /// The texts as a user wrote them, by name; none of what is embedded.
    pub sources: BTreeMap<String, Arc<Source>>,
}

const LONGEST_CHAIN: usize = 16;

/// The layers of a dialect, the weakest first.
///
/// # Errors
/// An unknown name, a file that is no TOML, or dialects that extend each other in a circle.
pub fn layers(name: &str, overlays: &[Overlay]) -> Result<Vec<Layer>, Diagnostic> {
    let chain = chain(name, overlays)?;
    let mut layers = Vec::new();
    for dialect in &chain {
        let files: BTreeMap<_, _> = builtin::files(dialect).into_iter().collect();
        if !files.is_empty() {
            layers.push(embedded(dialect, files)?);
        }
    }
    for overlay in overlays {
        for dialect in &chain {
            let sources = files_of(overlay, dialect);
            if !sources.is_empty() {
                layers.push(written(overlay.path(dialect), dialect, sources)?);
            }
        }
    }
    Ok(layers)
}

fn files_of(overlay: &Overlay, dialect: &str) -> BTreeMap<String, Arc<Source>> {
    let own = overlay.files.iter().filter_map(|(path, source)| Some((path.strip_prefix(dialect)?.strip_prefix('/')?, source)));
    own.map(|(name, source)| (name.to_owned(), Arc::clone(source))).collect()
}

fn embedded(dialect: &str, mut files: BTreeMap<&str, &str>) -> Result<Layer, Diagnostic> {
    let data = files.remove(DATA_FILE).unwrap_or_default();
    let data = data.parse().map_err(|error| no_toml(&format!("`{DATA_FILE}` of the built-in `{dialect}`"), &error))?;
    let files = files.into_iter().map(|(name, text)| (name.to_owned(), text.to_owned())).collect();
    Ok(Layer { origin: format!("built-in {dialect}"), dialect: dialect.to_owned(), data, files, sources: BTreeMap::new() })
}

fn written(origin: String, dialect: &str, sources: BTreeMap<String, Arc<Source>>) -> Result<Layer, Diagnostic> {
    let data = sources.get(DATA_FILE).map(|source| table(source)).transpose()?.unwrap_or_default();
    let files = sources.iter().filter(|(name, _)| *name != DATA_FILE).map(|(name, source)| (name.clone(), source.text.to_string()));
    let (files, dialect) = (files.collect(), dialect.to_owned());
    Ok(Layer { origin, dialect, data, files, sources })
}

/// A user's data file, read.
fn table(source: &Source) -> Result<Table, Diagnostic> {
    source.text.parse().map_err(|error: toml::de::Error| {
        let place = error.span().map_or(Span::NOWHERE, |range| place::span(source, range));
        no_toml(source.name.as_str(), &error).label(place, "here")
    })
}

fn no_toml(name: &str, error: &toml::de::Error) -> Diagnostic {
    Diagnostic::error(Code::BadDialectData, format!("{name} is no TOML: {}", error.message().trim_end()))
        .help("correct the file; texts with quotes or backslashes in them stand best between single quotes")
}

/// The names from `_base` to the dialect itself.
fn chain(name: &str, overlays: &[Overlay]) -> Result<Vec<String>, Diagnostic> {
    let mut chain = vec![name.to_owned()];
    let (mut current, mut place) = (name.to_owned(), Span::NOWHERE);
    while current != BASE {
        let Some(parent) = parent(&current, overlays)? else {
            return Err(unknown(&current, overlays).label(place, "which this one extends"));
        };
        if chain.contains(&parent.name) || chain.len() > LONGEST_CHAIN {
            return Err(Diagnostic::error(Code::BadDialectData, format!("the dialect `{name}` extends itself"))
                .label(parent.place, "here the circle closes")
                .help("name a dialect that stands on `_base` in the end; `aludel dialect list` names those there are"));
        }
        chain.push(parent.name.clone());
        (current, place) = (parent.name, parent.place);
    }
    chain.reverse();
    Ok(chain)
}

/// What a dialect extends, and where that is said.
struct Parent {
    name: String,
    place: Span,
}

/// What a dialect extends, or nothing where there is no such dialect.
fn parent(name: &str, overlays: &[Overlay]) -> Result<Option<Parent>, Diagnostic> {
    let path = format!("{name}/{DATA_FILE}");
    for source in overlays.iter().rev().filter_map(|overlay| overlay.files.get(&path)) {
        let place = place::key(source, &[EXTENDS]);
        match table(source)?.get(EXTENDS) {
            Some(Value::String(parent)) => return Ok(Some(Parent { name: parent.clone(), place })),
            Some(_) => {
                return Err(Diagnostic::error(Code::BadDialectData, format!("`{EXTENDS}` of {} is no name", source.name))
                    .label(place, "here")
                    .help("write the name of one dialect in quotes"));
            }
            None => {}
        }
    }
    let embedded = builtin::file(name, DATA_FILE);
    let known = embedded.is_some() || overlays.iter().any(|overlay| overlay.files.contains_key(&path));
    let parent = embedded.and_then(embedded_parent).unwrap_or_else(|| BASE.to_owned());
    Ok(known.then_some(Parent { name: parent, place: Span::NOWHERE }))
}

/// The `extends` line of an embedded file, which stands above all tables, read without parsing the whole of it.
fn embedded_parent(text: &str) -> Option<String> {
    let mut head = text.lines().take_while(|line| !line.starts_with('['));
    let value = head.find_map(|line| line.strip_prefix(EXTENDS)?.trim_start().strip_prefix('='))?;
    Some(value.trim().trim_matches('"').to_owned())
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

/// The dialect that the scheme of a database URL means: `postgresql+asyncpg`, `postgres`.
pub fn for_scheme(scheme: &str, overlays: &[Overlay]) -> Option<String> {
    let scheme = scheme.split('+').next().unwrap_or(scheme).to_ascii_lowercase();
    let names = names(overlays);
    if names.contains(&scheme) {
        return Some(scheme);
    }
    names.into_iter().find(|name| own_schemes(name, overlays).contains(&scheme))
}

/// The schemes that a dialect's own folders list; what it extends keeps its own. One that can't be read has none.
fn own_schemes(name: &str, overlays: &[Overlay]) -> Vec<String> {
    let own = layers(name, overlays).unwrap_or_default().into_iter().rev().filter(|layer| layer.dialect == name);
    let schemes = own.filter_map(|layer| layer.data.get("about")?.get("url_schemes")?.as_array().cloned()).next();
    schemes.into_iter().flatten().filter_map(|scheme| Some(scheme.as_str()?.to_ascii_lowercase())).collect()
}

/// The dialects that can be named, the embedded ones first; a folder whose name begins with `_` is there to be extended.
pub fn names(overlays: &[Overlay]) -> Vec<String> {
    let mut names: Vec<String> = builtin::names().into_iter().map(str::to_owned).collect();
    for path in overlays.iter().flat_map(|overlay| overlay.files.keys()) {
        if let Some((name, DATA_FILE)) = path.split_once('/')
            && !name.starts_with('_')
            && !names.iter().any(|known| known == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}
