//! Comparing a folder with its manifest, over checksums alone.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{self, Manifest};
use super::hash::sha256_hex;
use super::sums;

/// One way in which a folder or its inputs differ from the manifest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// A file that the manifest lists is gone.
    Missing(String),
    /// A file's bytes are not those of the manifest.
    Changed(String),
    /// A file that the manifest does not list.
    Extra(String),
    /// An input was edited since.
    InputEdited(String),
    /// An input is gone.
    InputGone(String),
    /// The data of the dialect were edited since.
    DialectEdited(String),
}

impl Difference {
    /// The difference in one word, as reports give it.
    pub fn kind(&self) -> &'static str {
        match self {
            Difference::Missing(_) => "missing",
            Difference::Changed(_) => "changed",
            Difference::Extra(_) => "extra",
            Difference::InputEdited(_) => "input-edited",
            Difference::InputGone(_) => "input-gone",
            Difference::DialectEdited(_) => "dialect-edited",
        }
    }

    /// The file it is about, or the dialect.
    pub fn path(&self) -> &str {
        match self {
            Difference::Missing(path)
            | Difference::Changed(path)
            | Difference::Extra(path)
            | Difference::InputEdited(path)
            | Difference::InputGone(path)
            | Difference::DialectEdited(path) => path,
        }
    }
}

/// Compares the files of a folder, as path and SHA-256, with its manifest. `manifest.toml` itself is checked by `SHA256SUMS`.
///
/// `sums` is the text of `SHA256SUMS`, if the file is there, and `manifest_text` that of the manifest.
pub fn compare(manifest: &Manifest, manifest_text: &str, sums: Option<&str>, folder: &BTreeMap<String, String>) -> Vec<Difference> {
    let mut differences = BTreeSet::new();
    for file in &manifest.files {
        match folder.get(&file.path) {
            None => _ = differences.insert(Difference::Missing(file.path.clone())),
            Some(sha256) if *sha256 != file.sha256 => _ = differences.insert(Difference::Changed(file.path.clone())),
            Some(_) => {}
        }
    }
    let listed: BTreeSet<&str> = manifest.files.iter().map(|file| file.path.as_str()).collect();
    let own = [document::FILE_NAME, sums::FILE_NAME];
    let extra = folder.keys().filter(|path| !listed.contains(path.as_str()) && !own.contains(&path.as_str()));
    differences.extend(extra.cloned().map(Difference::Extra));
    differences.extend(compare_sums(manifest, manifest_text, sums));
    differences.into_iter().collect()
}

/// `SHA256SUMS` must say what the manifest says, and hold the manifest's own checksum.
fn compare_sums(manifest: &Manifest, manifest_text: &str, sums: Option<&str>) -> Option<Difference> {
    let Some(sums) = sums else { return Some(Difference::Missing(sums::FILE_NAME.to_owned())) };
    let lines: BTreeMap<&str, &str> = sums::parse(sums).collect();
    let own = sha256_hex(manifest_text.as_bytes());
    let agrees = manifest.files.iter().all(|file| lines.get(file.path.as_str()) == Some(&file.sha256.as_str()));
    if !agrees || lines.len() != manifest.files.len() + 1 {
        return Some(Difference::Changed(sums::FILE_NAME.to_owned()));
    }
    (lines.get(document::FILE_NAME) != Some(&own.as_str())).then(|| Difference::Changed(document::FILE_NAME.to_owned()))
}

/// Compares the inputs that the manifest lists with what they are now; `now` gives an input's checksum, if it is there.
pub fn compare_inputs(manifest: &Manifest, mut now: impl FnMut(&str) -> Option<String>) -> Vec<Difference> {
    let mut inputs: BTreeMap<&str, &str> = BTreeMap::new();
    inputs.extend(manifest.files.iter().flat_map(|file| file.inputs.iter().map(|(name, sha256)| (&**name, &**sha256))));
    let differences = inputs.into_iter().filter_map(|(name, sha256)| match now(name) {
        None => Some(Difference::InputGone(name.to_owned())),
        Some(current) if current != sha256 => Some(Difference::InputEdited(name.to_owned())),
        Some(_) => None,
    });
    differences.collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{Difference, compare, compare_inputs};
    use crate::manifest::document::tests::manifest;
    use crate::manifest::hash::sha256_hex;
    use crate::manifest::sums;

    const SQL: &str = "0001_a1_first.upgrade.sql";

    fn folder(text: &str) -> BTreeMap<String, String> {
        BTreeMap::from([(SQL.to_owned(), sha256_hex(text.as_bytes()))])
    }

    fn sums(manifest_text: &str) -> String {
        let sql = sha256_hex(b"SELECT 1;\n");
        sums::write([(SQL, sql.as_str()), ("manifest.toml", &sha256_hex(manifest_text.as_bytes()))])
    }

    #[test]
    fn an_untouched_folder_agrees() {
        let text = manifest().to_toml().expect("written");
        assert_eq!(compare(&manifest(), &text, Some(&sums(&text)), &folder("SELECT 1;\n")), []);
    }

    #[test]
    fn each_difference_is_named() {
        let text = manifest().to_toml().expect("written");
        let sums = sums(&text);
        let compare = |folder: &BTreeMap<_, _>, sums: Option<&str>, text: &str| compare(&manifest(), text, sums, folder);
        assert_eq!(compare(&folder("SELECT 1"), Some(&sums), &text), [Difference::Changed(SQL.to_owned())]);
        assert_eq!(compare(&BTreeMap::new(), Some(&sums), &text), [Difference::Missing(SQL.to_owned())]);
        let mut more = folder("SELECT 1;\n");
        more.insert("notes.txt".to_owned(), String::new());
        assert_eq!(compare(&more, Some(&sums), &text), [Difference::Extra("notes.txt".to_owned())]);
        assert_eq!(compare(&folder("SELECT 1;\n"), None, &text), [Difference::Missing("SHA256SUMS".to_owned())]);
        assert_eq!(compare(&folder("SELECT 1;\n"), Some(&sums), "# edited"), [Difference::Changed("manifest.toml".to_owned())]);
        assert_eq!(compare(&folder("SELECT 1;\n"), Some(""), &text), [Difference::Changed("SHA256SUMS".to_owned())]);
    }

    #[test]
    fn inputs_are_compared_by_name() {
        let name = "versions/a 'b'.py";
        assert_eq!(compare_inputs(&manifest(), |_| Some("11".to_owned())), []);
        assert_eq!(compare_inputs(&manifest(), |_| Some("22".to_owned())), [Difference::InputEdited(name.to_owned())]);
        assert_eq!(compare_inputs(&manifest(), |_| None), [Difference::InputGone(name.to_owned())]);
    }
}
