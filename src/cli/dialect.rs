//! `dialect list` and `dialect show NAME`.

use clap::{Args, Subcommand};
use serde_json::json;

use super::args::Shared;
use super::output::{Outcome, Status};
use super::{Result, Session, pipeline, report};
use crate::diag::{Code, Diagnostic};
use crate::dialect::show::{Shown, Whole, quoted, show};
use crate::dialect::{Dialect, Overlay};

const EXAMPLES: &str = "\
Examples:
  aludel dialect list                                   the dialects there are
  aludel dialect show NAME                              all that one says, and where it says so
  aludel dialect show NAME types                        one table of it
  aludel dialect list --dialect-dir DIR                 with those of a folder of your own";

/// List dialects, or show the data of one
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Dialects {
    #[command(subcommand)]
    pub action: Action,
}

/// What to tell of dialects.
#[derive(Debug, Subcommand)]
pub enum Action {
    /// List the dialects: name, title, what each extends, where it comes from
    List(List),
    /// Show the merged data of a dialect, and where each key comes from
    Show(Show),
}

#[derive(Debug, Args)]
pub struct List {
    #[command(flatten)]
    pub shared: Shared,
}

#[derive(Debug, Args)]
pub struct Show {
    /// The dialect
    dialect: String,
    /// A table (`types`), a key (`types.Integer`) or a file (`reserved.txt`) of it [default: everything but the files]
    key: Option<String>,
    #[command(flatten)]
    pub shared: Shared,
}

impl Dialects {
    pub fn shared(&self) -> &Shared {
        match &self.action {
            Action::List(list) => &list.shared,
            Action::Show(show) => &show.shared,
        }
    }
}

pub(super) fn run(session: &Session, arguments: &Dialects) -> Result<Outcome> {
    let overlays = session.known_overlays()?;
    match &arguments.action {
        Action::List(_) => list(&overlays),
        Action::Show(show) => shown(show, &overlays),
    }
}

fn list(overlays: &[Overlay]) -> Result<Outcome> {
    let (mut rows, mut told, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for name in Dialect::names(overlays) {
        match show(&name, overlays) {
            Ok(whole) => {
                told.push(json!({
                    "name": name, "title": whole.title, "extends": whole.extends, "url_schemes": whole.url_schemes,
                    "layers": whole.layers, "sha256": whole.sha256,
                }));
                let from = whole.layers.last().map_or("", |layer| if layer.starts_with("built-in ") { "built-in" } else { layer.as_str() });
                rows.push([name, whole.title, format!("extends {}", whole.extends), from.to_owned()]);
            }
            Err(problem) => problems.push(problem),
        }
    }
    let status = if problems.is_empty() { Status::Done } else { Status::Error };
    Ok(Outcome { status, text: aligned(&rows), json: report::told("dialects", told), diagnostics: problems, ..Outcome::default() })
}

/// Rows with their columns under each other.
fn aligned(rows: &[[String; 4]]) -> String {
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths = [width(0), width(1), width(2)];
    let line = |[name, title, extends, from]: &[String; 4]| {
        let [first, second, third] = widths;
        format!("{name:first$}  {title:second$}  {extends:third$}  {from}\n")
    };
    rows.iter().map(line).collect()
}

fn shown(arguments: &Show, overlays: &[Overlay]) -> Result<Outcome> {
    let name = &arguments.dialect;
    let whole = show(name, overlays).map_err(|problem| vec![problem])?;
    let loaded = pipeline::loaded(name, overlays).err();
    let status = if loaded.is_some() { Status::Error } else { Status::Done };
    let (text, json) = match &arguments.key {
        None => (heading(name, &whole) + &keys(whole.keys.iter()), document(name, &whole, whole.keys.iter(), true)),
        Some(key) => part(name, &whole, key)?,
    };
    Ok(Outcome { status, text, json, diagnostics: loaded.into_iter().collect(), ..Outcome::default() })
}

type Json = serde_json::Map<String, serde_json::Value>;

/// One table, key or file.
fn part(name: &str, whole: &Whole, key: &str) -> Result<(String, Json)> {
    if let Some(file) = whole.files.iter().find(|file| file.name == key) {
        let told = json!({ "name": file.name, "origin": file.origin, "text": file.text });
        return Ok((file.text.clone(), report::told("file", told)));
    }
    let below = format!("{key}.");
    let found = whole.keys.iter().filter(|shown| shown.path.join(".") == key || shown.path.join(".").starts_with(&below));
    if found.clone().next().is_none() {
        let tables: Vec<&str> = whole.keys.iter().filter_map(|shown| shown.path.first()).map(String::as_str).collect();
        let mut tables: Vec<String> = tables.into_iter().map(|table| format!("`{table}`")).collect();
        tables.dedup();
        return Err(vec![
            Diagnostic::error(Code::BadUsage, format!("`{name}` has no table, key or file `{key}`"))
                .help(format!("its tables are {}; `aludel dialect show {name}` prints them", tables.join(", "))),
        ]);
    }
    Ok((keys(found.clone()).trim_start().to_owned(), document(name, whole, found, false)))
}

fn heading(name: &str, whole: &Whole) -> String {
    let files = whole.files.iter().map(|file| format!("#   {}, {} lines  # {}\n", file.name, file.text.lines().count(), file.origin));
    format!(
        "# {name}: {}\n# merged from {}\n# SHA-256 {}\n# files:\n{}",
        whole.title,
        whole.layers.join(" < "),
        whole.sha256,
        files.collect::<String>()
    )
}

/// Keys as TOML, with where each came from behind it; a change of table begins a new one.
fn keys<'a>(shown: impl Iterator<Item = &'a Shown>) -> String {
    let (mut text, mut table): (String, Option<&[String]>) = (String::new(), None);
    for one in shown {
        let Some((last, above)) = one.path.split_last() else { continue };
        if table != Some(above) {
            let path: Vec<String> = above.iter().map(|part| quoted(part)).collect();
            text.push_str(&if above.is_empty() { "\n".to_owned() } else { format!("\n[{}]\n", path.join(".")) });
            table = Some(above);
        }
        text.push_str(&format!("{} = {}  # {}\n", quoted(last), one.value, one.origin));
    }
    text
}

fn document<'a>(name: &str, whole: &Whole, keys: impl Iterator<Item = &'a Shown>, files: bool) -> Json {
    let keys: Vec<_> = keys.map(|shown| json!({ "key": shown.key(), "value": shown.value, "origin": shown.origin })).collect();
    let mut document = report::told("name", name);
    document.extend(report::told("title", &whole.title));
    document.extend(report::told("extends", &whole.extends));
    document.extend(report::told("layers", &whole.layers));
    document.extend(report::told("sha256", &whole.sha256));
    document.extend(report::told("keys", keys));
    if files {
        let files: Vec<_> = whole.files.iter().map(|file| json!({ "name": file.name, "origin": file.origin, "text": file.text })).collect();
        document.extend(report::told("files", files));
    }
    document
}

impl Session {
    /// The dialects beside the built-in ones, those of a project where one is at hand.
    fn known_overlays(&self) -> Result<Vec<Overlay>> {
        self.overlays(self.project_at_hand()?.as_ref())
    }
}
