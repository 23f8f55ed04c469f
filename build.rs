//! Puts the dialects' data together, so that the program has them at hand without reading TOML.
//!
//! Output: `dialects.rs`, a list of names, merged data as JSON, and their checksums.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use merged::{BASE, DATA_FILE, EXTENDS, Merged};
use toml::{Table, Value};

#[path = "src/dialect/merged.rs"]
mod merged;

fn main() {
    println!("cargo:rerun-if-changed=dialects");
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/dialect/merged.rs");
    let folders = fs::read_dir("dialects").expect("the folder of the dialects").map(|entry| entry.expect("an entry").path());
    let names = folders.filter(|path| path.is_dir()).map(|path| path.file_name().expect("a name").to_string_lossy().into_owned());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('_')).collect();
    names.sort();
    let rows: Vec<String> = names.iter().map(|name| row(name)).collect();
    let folder = std::env::var("OUT_DIR").expect("set by Cargo");
    fs::write(Path::new(&folder).join("dialects.rs"), format!("[{}]", rows.concat())).expect("written");
}

fn row(name: &str) -> String {
    let mut merged = merged_folders(name);
    let hash = merged.hash();
    merged.data.remove(EXTENDS);
    let text = serde_json::json!({ "spec": merged.data, "files": merged.files }).to_string();
    format!("Ready {{ name: {name:?}, text: {text:?}, sha256: {hash:?} }},\n")
}

/// A dialect's folder over those that it extends.
fn merged_folders(name: &str) -> Merged {
    let (data, files) = folder(name);
    let below = match data.get(EXTENDS) {
        Some(Value::String(below)) => Some(below.as_str()),
        _ => Some(BASE).filter(|_| name != BASE),
    };
    let mut merged = below.map(merged_folders).unwrap_or_default();
    merged.put(&data, &files);
    merged
}

/// The data of a folder, and its other files; what is no text does not count, as where a file manager leaves its own there.
fn folder(name: &str) -> (Table, BTreeMap<String, String>) {
    let folder = fs::read_dir(Path::new("dialects").join(name)).unwrap_or_else(|error| panic!("the dialect `{name}`: {error}"));
    let paths = folder.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file());
    let text = |path: &Path| String::from_utf8(fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))).ok();
    let named = |path: &Path| Some((path.file_name()?.to_str()?.to_owned(), text(path)?));
    let mut files: BTreeMap<String, String> = paths.filter_map(|path| named(&path)).collect();
    let data = files.remove(DATA_FILE).unwrap_or_default();
    (data.parse().unwrap_or_else(|error| panic!("`{DATA_FILE}` of `{name}`: {error}")), files)
}
