//! From layers to a dialect: merge, read into types, check.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use indexmap::IndexMap;
use rustc_hash::{FxBuildHasher, FxHashSet};
use serde::Deserialize;

use super::check::check;
use super::layer::{self, Layer, Overlay};
use super::merged::{DATA_FILE, EXTENDS, Merged};
use super::patterns::Patterns;
use super::sentence::{self, Sentence};
use super::small::SmallTemplates;
use super::spec::{self, Rows, Spec, TypeText};
use super::statement::{KINDS, Kind};
use super::{Dialect, builtin, place};
use crate::diag::{Code, Diagnostic};
use crate::source::{Source, Span};
use crate::template::{LazyTemplate, Template};

/// The embedded data of a dialect as the build left them.
#[derive(Deserialize)]
struct Prepared {
    spec: Spec,
    files: BTreeMap<String, String>,
}

/// How a type class is written.
#[derive(Debug)]
pub enum TypeRow {
    Template { template: LazyTemplate, asks: Option<spec::Conditional> },
    Unsupported(String),
}

/// The arguments of types that templates may name.
pub const TYPE_FIELDS: &[&str] = &[
    "length",
    "precision",
    "scale",
    "timezone",
    "collation",
    "fields",
    "varying",
    "item",
    "brackets",
    "item_collation",
    "dimensions",
    "charset",
    "unsigned",
    "zerofill",
    "ascii",
    "unicode",
    "binary",
    "national",
    "display_width",
    "fsp",
    "values",
    "name",
    "day_precision",
    "second_precision",
    "local_timezone",
    "binary_precision",
    "filestream",
    "storage_format",
    "storage_type",
    "has_timezone",
    "dim",
    "srid",
    "use_blob",
    "digits_only",
];

impl TypeRow {
    /// What the type asks of its arguments, as a clause where they don't meet it; `given` tells which there are.
    pub fn complaint(&self, given: impl Fn(&str) -> bool) -> Option<String> {
        let Self::Template { asks: Some(asks), .. } = self else {
            return None;
        };
        if let Some(needed) = asks.requires.as_deref().filter(|name| !given(name)) {
            return Some(format!("requires a {needed}"));
        }
        let refused = asks.refuses.as_deref().filter(|name| given(name));
        refused.map(|refused| format!("takes no `{refused}`"))
    }

    /// What the template asks of its arguments.
    pub fn asks(&self) -> Option<&spec::Conditional> {
        match self {
            Self::Template { asks, .. } => asks.as_ref(),
            Self::Unsupported(_) => None,
        }
    }

    /// The compiled template.
    ///
    /// # Errors
    /// What is unsupported or wrong with it, as a sentence.
    pub fn template(&self) -> Result<&Template, String> {
        match self {
            Self::Unsupported(what) => Err(what.clone()),
            Self::Template { template, .. } => template.get(TYPE_FIELDS),
        }
    }
}

/// Loads a dialect; what a user wrote of it is checked down to the last template.
///
/// # Errors
/// An unknown name, or data that is not what Aludel expects.
pub fn load(name: &str, overlays: &[Overlay]) -> Result<Dialect, Diagnostic> {
    if let Some(ready) = builtin::ready(name).filter(|_| overlays.is_empty()) {
        return prepared(ready).map_err(|problem| bad_data(name, &problem, Span::NOWHERE));
    }
    let layers = layer::layers(name, overlays)?;
    let of_user = layers.iter().any(|layer| !layer.sources.is_empty());
    let build = |merged: &Merged| {
        let dialect = of_layers(name, merged.clone())?;
        if of_user { check(&dialect).map(|()| dialect) } else { Ok(dialect) }
    };
    match build(&merged(&layers)) {
        Ok(dialect) => Ok(Dialect { sources: data_files(&layers), of_user, ..dialect }),
        Err(problem) => {
            let place = place::culprit(&problem, &layers, &|merged| build(merged).err());
            Err(bad_data(name, &problem, place))
        }
    }
}

/// The data files that a user wrote, the strongest first.
fn data_files(layers: &[Layer]) -> Vec<Arc<Source>> {
    layers.iter().rev().filter_map(|layer| layer.sources.get(DATA_FILE).cloned()).collect()
}

/// An embedded dialect, its data merged when the program was built.
fn prepared(ready: &builtin::Ready) -> Result<Dialect, String> {
    let Prepared { spec, files } = serde_json::from_str(ready.text).map_err(|error| error.to_string())?;
    let dialect = build(ready.name, spec, &files)?;
    let _ = dialect.hash.set(ready.sha256.to_owned());
    Ok(dialect)
}

/// The merged data in types, nothing compiled yet.
fn of_layers(name: &str, merged: Merged) -> Result<Dialect, String> {
    let mut data = merged.data.clone();
    data.remove(EXTENDS);
    let spec = Spec::deserialize(toml::Value::Table(data)).map_err(|error| error.message().trim_end().to_owned())?;
    let dialect = build(name, spec, &merged.files)?;
    Ok(Dialect { merged, ..dialect })
}

fn build(name: &str, spec: Spec, files: &BTreeMap<String, String>) -> Result<Dialect, String> {
    let statements = statements(&spec, files)?;
    let derived = derived(&spec);
    let small = SmallTemplates::new(&spec.literals, &spec.version_table);
    let types = spec.types.iter().map(|(class, text)| (class.clone(), type_row(text))).collect();
    Ok(Dialect {
        name: name.to_owned(),
        reserved: reserved(files),
        spec,
        statements,
        types,
        derived,
        small,
        merged: Merged::default(),
        sources: Vec::new(),
        of_user: false,
        hash: OnceLock::new(),
        patterns: Patterns::default(),
        double_percents: false,
    })
}

/// Layers put one over the other, the weakest first.
pub(super) fn merged(layers: &[Layer]) -> Merged {
    let mut merged = Merged::default();
    layers.iter().for_each(|layer| merged.put(&layer.data, &layer.files));
    merged
}

/// The second field that an option may set.
fn derived_field(name: &str, kind: spec::OptionKind) -> Option<String> {
    match kind {
        spec::OptionKind::Flag => Some(format!("not_{name}")),
        spec::OptionKind::FlagOrText | spec::OptionKind::Parameters => Some(format!("{name}_value")),
        _ => None,
    }
}

fn derived(spec: &Spec) -> Rows<String> {
    let options = &spec.options;
    let all = [&options.table, &options.index, &options.primary_key, &options.unique, &options.foreign_key, &options.check];
    all.into_iter().flatten().filter_map(|(name, kind)| Some((name.clone(), derived_field(name, *kind)?))).collect()
}

fn reserved(files: &BTreeMap<String, String>) -> FxHashSet<Box<str>> {
    files.get("reserved.txt").into_iter().flat_map(|text| text.lines()).filter(|word| !word.is_empty()).map(Box::from).collect()
}

fn type_row(text: &TypeText) -> TypeRow {
    match text {
        TypeText::Template(source) => TypeRow::Template { template: LazyTemplate::new(source.as_str()), asks: None },
        TypeText::Conditional(row) => TypeRow::Template { template: LazyTemplate::new(row.template.as_str()), asks: Some(row.clone()) },
        TypeText::Unsupported(what) => TypeRow::Unsupported(what.unsupported.clone()),
    }
}

fn statements(spec: &Spec, files: &BTreeMap<String, String>) -> Result<IndexMap<&'static str, Sentence, FxBuildHasher>, String> {
    if let Some(unknown) = spec.statements.keys().find(|name| super::statement::find(name).is_none()) {
        return Err(format!("`statements.{unknown}` is no statement kind"));
    }
    KINDS.iter().map(|kind| Ok((kind.name, statement(kind, spec, files)?))).collect()
}

fn statement(kind: &Kind, spec: &Spec, files: &BTreeMap<String, String>) -> Result<Sentence, String> {
    let name = kind.name;
    let row = spec.statements.get(name).ok_or_else(|| format!("`statements.{name}` is missing"))?;
    let source = match row {
        spec::Sentence::Unsupported(what) => return Ok(Sentence::Unsupported(what.unsupported.clone())),
        spec::Sentence::Template(source) => source.clone(),
        spec::Sentence::Clauses(clauses) => sentence::clause_list(clauses, &spec.clauses),
        spec::Sentence::File(file) => {
            let text =
                files.get(&file.file).ok_or_else(|| format!("`statements.{name}` names a file that is not there: `{}`", file.file))?;
            text.strip_suffix('\n').unwrap_or(text).to_owned()
        }
    };
    Ok(Sentence::template(source, known_fields(kind, spec)))
}

fn known_fields(kind: &Kind, spec: &Spec) -> Vec<String> {
    let mut known: Vec<String> = kind.fields.iter().map(|field| (*field).to_owned()).collect();
    let options = kind.options.and_then(|name| spec.options.of(name));
    for (option, what) in options.into_iter().flatten() {
        known.push(option.clone());
        known.extend(derived_field(option, *what));
    }
    known
}

fn bad_data(name: &str, problem: &str, place: Span) -> Diagnostic {
    Diagnostic::error(Code::BadDialectData, format!("the data of the dialect `{name}` is not what Aludel expects: {problem}"))
        .label(place, "here")
        .help(format!("correct the file; `aludel dialect show {name}` prints the merged data and where each key comes from"))
}

impl Dialect {
    /// The diagnostic for a value that only its user can judge, by the path of its key.
    pub fn bad_value(&self, key: &[&str], problem: &str) -> Diagnostic {
        bad_data(&self.name, problem, self.place(key))
    }

    /// Where a user's data file says a key, the strongest one.
    pub(super) fn place(&self, key: &[&str]) -> Span {
        let place = self.sources.iter().map(|source| place::key(source, key)).find(|place| !place.is_nowhere());
        place.unwrap_or(Span::NOWHERE)
    }

    /// Where a user's data file has a text.
    pub(super) fn place_of_text(&self, text: &str) -> Span {
        let found = self.sources.iter().find_map(|source| source.text.find(text).map(|at| place::span(source, at..at + text.len())));
        found.unwrap_or(Span::NOWHERE)
    }
}

/// The defect of a statement kind that was never loaded.
pub fn no_sentence(dialect: &Dialect, kind: &str) -> Diagnostic {
    Diagnostic::bug(Span::NOWHERE, format!("`{}` has no statement kind `{kind}`", dialect.name()))
}
