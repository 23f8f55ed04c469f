//! The cases of `golden/cases`: what is asked (`<family>.toml`) and what real Alembic answers (`<family>.<dialect>.sql`).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use regex::{Captures, Regex};
use serde::Deserialize;

use super::{read, root};

/// A file of cases.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Family {
    #[serde(default)]
    graph: BTreeMap<String, Vec<GraphRevision>>,
    case: Vec<Case>,
}

/// One case: a revision by the body of its `upgrade()`, perhaps behind one that makes its tables, or a graph of them.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Case {
    pub id: String,
    #[serde(default)]
    imports: String,
    /// The body of `upgrade()` of a revision before it: then the reference is connected, and its statements are captured.
    tables: Option<String>,
    #[serde(default)]
    upgrade: String,
    #[serde(default = "pass")]
    downgrade: String,
    graph: Option<String>,
    #[serde(default)]
    configure: toml::Table,
    #[serde(default = "upgrade_head")]
    arguments: String,
    /// The dialects it makes sense in, else all; the reference script reads it.
    #[serde(default)]
    dialects: Vec<String>,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct GraphRevision {
    id: String,
    down: Option<toml::Value>,
    labels: Option<toml::Value>,
    depends_on: Option<toml::Value>,
}

fn pass() -> String {
    "    pass".to_owned()
}

fn upgrade_head() -> String {
    "upgrade head --sql".to_owned()
}

/// What Alembic does with a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    Script(String),
    Error(String),
}

/// The folder of the cases.
pub fn folder() -> PathBuf {
    root().join("golden/cases")
}

/// The names of the families.
pub fn families() -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("golden/cases is there")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok()?.strip_suffix(".toml").map(str::to_owned))
        .collect();
    names.sort();
    names
}

impl Family {
    pub fn read(name: &str) -> Self {
        let text = read(&folder().join(format!("{name}.toml")));
        toml::from_str(&text).unwrap_or_else(|error| panic!("golden/cases/{name}.toml: {error}"))
    }

    pub fn case(&self, id: &str) -> Option<&Case> {
        self.case.iter().find(|case| case.id == id)
    }

    /// Writes a case as a project: `alembic.ini`, `alembic/env.py`, `alembic/versions/*.py`.
    pub fn lay_out(&self, case: &Case, dialect: &str, folder: &Path) {
        let versions = folder.join("alembic/versions");
        std::fs::create_dir_all(&versions).expect("a folder");
        let write = |path: PathBuf, text: String| std::fs::write(&path, text).expect("a file");
        write(folder.join("alembic.ini"), filled("alembic.ini", &[("dialect", dialect)]));
        write(folder.join("alembic/env.py"), case.env_py());
        match &case.graph {
            None => case.revisions().into_iter().for_each(|(name, text)| write(versions.join(name), text)),
            Some(graph) => {
                for revision in &self.graph[graph] {
                    write(versions.join(format!("{0}_message_for_{0}.py", revision.id)), revision.source());
                }
            }
        }
    }
}

impl Case {
    /// The command's words, as for Alembic.
    pub fn arguments(&self) -> impl Iterator<Item = &str> {
        self.arguments.split(' ')
    }

    /// Its name in `golden/DEVIATIONS.toml`.
    pub fn name(&self, dialect: &str) -> String {
        if self.tables.is_some() { self.id.clone() } else { format!("{}@{dialect}", self.id) }
    }

    fn revisions(&self) -> Vec<(&'static str, String)> {
        let own = [("id", &*self.id), ("imports", &*self.imports), ("upgrade", &*self.upgrade), ("downgrade", &*self.downgrade)];
        let Some(tables) = &self.tables else { return vec![("a1_.py", filled("revision.py", &own))] };
        let before = [("id", &*self.id), ("imports", &*self.imports), ("upgrade", &**tables), ("downgrade", "    pass")];
        vec![("a1_.py", filled("revision.py", &before)), ("a2_.py", filled("later_revision.py", &own))]
    }

    fn env_py(&self) -> String {
        let mut options = self.configure.clone();
        let convention = options.remove("naming_convention").map_or_else(|| "None".to_owned(), |value| python(&value));
        options.entry("literal_binds").or_insert(true.into());
        let options: String = options.iter().map(|(name, value)| format!("        {name}={},\n", python(value))).collect();
        let metadata = format!("MetaData(naming_convention={convention})");
        filled("env.py", &[("metadata", &metadata), ("options", &options)])
    }
}

impl GraphRevision {
    fn source(&self) -> String {
        let literal = |value: &Option<toml::Value>| value.as_ref().map_or_else(|| "None".to_owned(), python);
        let revises = match &self.down {
            Some(toml::Value::Array(parents)) => parents.iter().filter_map(toml::Value::as_str).collect::<Vec<_>>().join(", "),
            Some(parent) => parent.as_str().unwrap_or_default().to_owned(),
            None => String::new(),
        };
        let (down, labels, depends_on) = (literal(&self.down), literal(&self.labels), literal(&self.depends_on));
        let fields = [
            ("id", &*self.id),
            ("revises", &*revises),
            ("down_revision", &*down),
            ("branch_labels", &*labels),
            ("depends_on", &*depends_on),
        ];
        filled("graph_revision.py", &fields)
    }
}

/// A value as Python writes it; a list is a tuple.
fn python(value: &toml::Value) -> String {
    match value {
        toml::Value::Boolean(true) => "True".to_owned(),
        toml::Value::Boolean(false) => "False".to_owned(),
        toml::Value::String(text) => format!("'{}'", text.replace('\\', r"\\").replace('\'', r"\'").replace('\n', r"\n")),
        toml::Value::Array(items) => format!("({})", items.iter().map(|item| format!("{},", python(item))).collect::<String>()),
        toml::Value::Table(items) => {
            let items: Vec<String> = items.iter().map(|(key, value)| format!("'{key}': {}", python(value))).collect();
            format!("{{{}}}", items.join(", "))
        }
        other => other.to_string(),
    }
}

/// A template with its `{fields}` put in.
fn filled(template: &str, fields: &[(&str, &str)]) -> String {
    let text = read(&folder().join("templates").join(template));
    let field = Regex::new(r"\{(\w+)\}").expect("a pattern");
    let value = |found: &Captures| {
        let known = fields.iter().find(|(name, _)| *name == &found[1]);
        known.map_or_else(|| found[0].to_owned(), |(_, value)| (*value).to_owned())
    };
    field.replace_all(&text, value).into_owned()
}

/// The answers of a family in a dialect, by case, in order.
pub fn answers(family: &str, dialect: &str) -> Vec<(String, Answer)> {
    let path = folder().join(format!("{family}.{dialect}.sql"));
    if !path.exists() {
        return Vec::new();
    }
    let text = read(&path);
    let heading = Regex::new(r"(?m)^--- case: (.*)\n").expect("a pattern");
    let headings: Vec<Captures> = heading.captures_iter(&text).collect();
    let ends = headings.iter().skip(1).map(|next| next.get_match().start()).chain([text.len()]);
    headings
        .iter()
        .zip(ends)
        .map(|(heading, end)| {
            let (id, body) = (&heading[1], &text[heading.get_match().end()..end]);
            let answer = match body.strip_prefix("--- error: ") {
                Some(message) => Answer::Error(message.trim_end().to_owned()),
                None => Answer::Script(body.to_owned()),
            };
            (id.to_owned(), answer)
        })
        .collect()
}
