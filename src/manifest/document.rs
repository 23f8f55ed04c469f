//! The manifest of a compiled folder as data and as TOML.

use std::sync::Arc;

use camino::Utf8PathBuf;
use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

use super::hash::ALGORITHM;
use crate::diag::{Code, Diagnostic};

/// The format that this version writes and reads.
pub const FORMAT: i64 = 1;
/// The manifest's file name.
pub const FILE_NAME: &str = "manifest.toml";
/// What the first line says: the mark of a folder that may be written over.
const HEADER: &str = "# Written by Aludel; compare the folder with it by `aludel verify`.\n";
/// How `generator` begins.
const GENERATOR: &str = "aludel ";

/// Everything that is known of a compiled folder.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Manifest {
    pub format: i64,
    /// `aludel` and the version that wrote the folder.
    pub generator: String,
    /// The algorithm of every checksum.
    pub hash: String,
    /// Whether every revision of the range compiled.
    pub complete: bool,
    pub dialect: DialectData,
    pub range: RangeData,
    /// The options that the output depends on, as they were given.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub options: IndexMap<String, toml::Value>,
    /// The guards that the replayed schema decided.
    #[serde(default, rename = "guard", skip_serializing_if = "Vec::is_empty")]
    pub guards: Vec<Guard>,
    /// Revisions that did not compile, with the diagnostic's code and message.
    #[serde(default, rename = "missing", skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<Missing>,
    #[serde(default, rename = "file", skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileEntry>,
}

/// The dialect, and the hash of its merged data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DialectData {
    pub name: String,
    pub sha256: String,
}

/// The range as it was asked for, and the revisions that it comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RangeData {
    /// As asked for: `base`, a revision id.
    pub from: String,
    pub to: String,
    /// The ids, oldest first.
    pub revisions: Vec<String>,
}

/// A branch that asked the schema, and what it was told.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Guard {
    pub file: Utf8PathBuf,
    pub line: usize,
    pub answer: String,
    pub why: String,
    /// How often this was asked there, with this answer.
    #[serde(default = "once", skip_serializing_if = "is_once")]
    pub times: usize,
}

fn once() -> usize {
    1
}

fn is_once(times: &usize) -> bool {
    *times == 1
}

/// Questions that are the same in all are one, which counts them; each stands where it was asked first.
pub fn counted(guards: impl IntoIterator<Item = Guard>) -> Vec<Guard> {
    let mut found: IndexMap<Guard, usize> = IndexMap::new();
    for guard in guards {
        let times = guard.times;
        *found.entry(Guard { times: 0, ..guard }).or_default() += times;
    }
    found.into_iter().map(|(guard, times)| Guard { times, ..guard }).collect()
}

/// A revision that is not in the folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Missing {
    pub revision: String,
    pub direction: Direction,
    pub code: String,
    pub message: String,
}

/// Which way a script goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    Upgrade,
    Downgrade,
}

impl Direction {
    /// `upgrade` or `downgrade`.
    pub fn as_str(self) -> &'static str {
        match self {
            Direction::Upgrade => "upgrade",
            Direction::Downgrade => "downgrade",
        }
    }
}

/// Names and SHA-256 of what was read, in order. Most of it is the same for all files, which share the texts.
pub type Inputs = IndexMap<Arc<str>, Arc<str>, FxBuildHasher>;

/// What a manifest says of one file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct FileEntry {
    /// Relative to the folder, with `/`.
    pub path: String,
    /// None for the scripts of the whole range.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    pub direction: Direction,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parents: Vec<String>,
    /// Counted from 1 in the order of upgrade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<usize>,
    /// Whether all of it runs in transactions.
    pub transactional: bool,
    /// Whether the revision can be downgraded.
    pub reversible: bool,
    /// Why it can't be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub irreversible_because: Option<String>,
    /// Whether hand-written SQL stands for the revision's Python.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_hand: bool,
    /// What a downgrade leaves otherwise than it was before the upgrade, a clause each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leaves: Vec<String>,
    /// SHA-256 of the SQL.
    pub sha256: String,
    /// SHA-256 of everything that was read to make it, by name.
    #[serde(default)]
    pub inputs: Inputs,
}

impl Manifest {
    /// A manifest of this format and version with no files yet.
    pub fn new(dialect: DialectData, range: RangeData) -> Self {
        Self {
            format: FORMAT,
            generator: format!("{GENERATOR}{}", env!("CARGO_PKG_VERSION")),
            hash: ALGORITHM.to_owned(),
            complete: true,
            dialect,
            range,
            options: IndexMap::new(),
            guards: Vec::new(),
            missing: Vec::new(),
            files: Vec::new(),
        }
    }

    /// The text of `manifest.toml`. Entries of files may be written after it, each as [`FileEntry::to_toml`] gives it.
    ///
    /// # Errors
    /// Never for a manifest that this crate made; a value that TOML can't hold is a bug, told as one.
    pub fn to_toml(&self) -> Result<String, Diagnostic> {
        Ok(format!("{HEADER}{}", written(self)?))
    }

    /// Reads a `manifest.toml` back.
    ///
    /// # Errors
    /// `E0801` where it is no manifest, `E0802` where a later version wrote it.
    pub fn parse(text: &str, name: &str) -> Result<Self, Diagnostic> {
        let unreadable = |reason: &str| {
            Diagnostic::error(Code::BadManifest, format!("{name} can't be read: {}", reason.trim_end()))
                .help("compile the folder again with `aludel compile`")
        };
        let table: toml::Table = text.parse().map_err(|error: toml::de::Error| unreadable(error.message()))?;
        match table.get("format").and_then(toml::Value::as_integer) {
            None => return Err(unreadable("it names no format")),
            Some(format) if format > FORMAT => {
                return Err(Diagnostic::error(Code::NewerManifest, format!("{name} is of format {format}, this version reads {FORMAT}"))
                    .help("use the version of Aludel that wrote the folder, or a later one"));
            }
            Some(_) => {}
        }
        let manifest: Manifest = toml::from_str(text).map_err(|error| unreadable(error.message()))?;
        if manifest.hash == ALGORITHM {
            Ok(manifest)
        } else {
            Err(unreadable(&format!("its checksums are of the kind `{}`, which is not known", manifest.hash)))
        }
    }
}

impl FileEntry {
    /// The entry's table in `manifest.toml`, an empty line before it.
    ///
    /// # Errors
    /// As [`Manifest::to_toml`].
    pub fn to_toml(&self) -> Result<String, Diagnostic> {
        #[derive(Serialize)]
        struct Listed<'a> {
            file: [&'a FileEntry; 1],
        }
        Ok(format!("\n{}", written(&Listed { file: [self] })?))
    }
}

fn written(value: &impl Serialize) -> Result<String, Diagnostic> {
    toml::to_string(value).map_err(|error| Diagnostic::bug(crate::source::Span::NOWHERE, format!("the manifest: {error}")))
}

/// Whether a text is a manifest that Aludel wrote, of any format: only such a folder is written over.
pub fn is_ours(text: &str) -> bool {
    text.parse::<toml::Table>().is_ok_and(|table| {
        let generator = table.get("generator").and_then(toml::Value::as_str);
        table.contains_key("format") && generator.is_some_and(|generator| generator.starts_with(GENERATOR))
    })
}

/// The paths of the files that a manifest of any format lists.
pub fn listed_paths(text: &str) -> Vec<String> {
    let table: toml::Table = text.parse().unwrap_or_default();
    let files = table.get("file").and_then(toml::Value::as_array);
    let paths = files.into_iter().flatten().filter_map(|file| file.get("path").and_then(toml::Value::as_str));
    paths.map(str::to_owned).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::hash::sha256_hex;
    use super::{DialectData, Direction, FileEntry, Guard, Manifest, RangeData, counted, is_ours};

    #[test]
    fn a_question_is_listed_once_for_each_answer() {
        let asked = |line: usize, answer: &str| Guard {
            file: "versions/a.py".into(),
            line,
            answer: answer.to_owned(),
            why: String::new(),
            times: 1,
        };
        let listed = counted([asked(9, "yes"), asked(3, "yes"), asked(9, "yes"), asked(9, "no")]);
        let lines: Vec<_> = listed.iter().map(|guard| (guard.line, guard.answer.as_str(), guard.times)).collect();
        assert_eq!(lines, [(9, "yes", 2), (3, "yes", 1), (9, "no", 1)]);
    }

    pub(in crate::manifest) fn manifest() -> Manifest {
        let dialect = DialectData { name: "postgresql".to_owned(), sha256: "00".to_owned() };
        let range = RangeData { from: "base".to_owned(), to: "heads".to_owned(), revisions: vec!["a1".to_owned()] };
        let mut manifest = Manifest::new(dialect, range);
        manifest.options.insert("plain".to_owned(), toml::Value::Boolean(true));
        manifest.guards.push(Guard {
            file: "versions/a.py".into(),
            line: 3,
            answer: "false".to_owned(),
            why: "not made yet".to_owned(),
            times: 1,
        });
        manifest.files.push(FileEntry {
            path: "0001_a1_first.upgrade.sql".to_owned(),
            revision: Some("a1".to_owned()),
            direction: Direction::Upgrade,
            parents: Vec::new(),
            position: Some(1),
            transactional: true,
            reversible: true,
            irreversible_because: None,
            by_hand: false,
            leaves: Vec::new(),
            sha256: sha256_hex(b"SELECT 1;\n"),
            inputs: [("versions/a 'b'.py".into(), "11".into())].into_iter().collect(),
        });
        manifest
    }

    #[test]
    fn files_that_are_written_after_the_rest_are_as_those_written_with_it() {
        let mut whole = manifest();
        whole.files.push(FileEntry { path: "upgrade.sql".to_owned(), leaves: vec!["a table".to_owned()], ..whole.files[0].clone() });
        let rest = Manifest { files: Vec::new(), ..whole.clone() };
        let files: Vec<String> = whole.files.iter().map(|file| file.to_toml().expect("written")).collect();
        assert_eq!(format!("{}{}", rest.to_toml().expect("written"), files.concat()), whole.to_toml().expect("written"));
    }

    #[test]
    fn it_reads_back_what_it_writes() {
        let text = manifest().to_toml().expect("written");
        assert_eq!(Manifest::parse(&text, "manifest.toml").expect("read"), manifest());
        assert!(is_ours(&text));
    }

    #[test]
    fn later_formats_and_other_files_are_told_apart() {
        let text = manifest().to_toml().expect("written");
        let later = text.replace("format = 1", "format = 2");
        for (text, code) in [(later.as_str(), "E0802"), ("format = 'x'", "E0801"), ("[[", "E0801"), ("format = 1", "E0801"), ("", "E0801")]
        {
            assert_eq!(Manifest::parse(text, "m").expect_err(text).code.as_str(), code, "{text}");
        }
        assert!(is_ours(&later), "a folder of a later version is still Aludel's");
        assert!(!is_ours("[package]\nname = 'x'\n"));
    }
}
