//! Dialects that a user adds: the folders of `--dialect-dir`, read.

use std::collections::BTreeMap;
use std::fs;

use camino::Utf8Path;

use super::read::{cannot_read, read_text, reason};
use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, Overlay};
use crate::source::Sources;

/// The file that makes a folder a dialect.
const DATA_FILE: &str = "dialect.toml";
/// The list of reserved words.
const RESERVED: &str = "reserved.txt";

/// Reads a folder of dialects' folders, or one dialect's folder; `name` is what reports call it.
///
/// # Errors
/// `E0705` where something can't be read, `E0704` where there is no dialect in it.
pub fn read_dialect_dir(path: &Utf8Path, name: &Utf8Path, sources: &Sources) -> Result<Overlay, Diagnostic> {
    let path = super::paths::tidy(path);
    if path.join(DATA_FILE).is_file() {
        let dialect = path.file_name().unwrap_or_default();
        let above = name.file_name().and(name.parent()).map_or("", Utf8Path::as_str);
        let mut overlay = Overlay { origin: above.to_owned(), files: BTreeMap::new() };
        add(&mut overlay, dialect, &path, name, sources)?;
        return Ok(overlay);
    }
    let mut overlay = Overlay { origin: name.as_str().trim_end_matches('/').to_owned(), files: BTreeMap::new() };
    for dialect in entries(&path, name)? {
        let folder = path.join(&dialect);
        let adds = folder.is_dir() && Dialect::is_built_in(&dialect);
        if adds || folder.join(DATA_FILE).is_file() {
            add(&mut overlay, &dialect, &folder, &name.join(&dialect), sources)?;
        }
    }
    if overlay.files.is_empty() {
        return Err(Diagnostic::error(Code::BadDialectData, format!("`{name}` holds no dialect"))
            .help(format!("a dialect is a folder with a `{DATA_FILE}`: name that folder, or the one it stands in")));
    }
    Ok(overlay)
}

/// Reads one dialect's folder into an overlay.
fn add(overlay: &mut Overlay, dialect: &str, folder: &Utf8Path, name: &Utf8Path, sources: &Sources) -> Result<(), Diagnostic> {
    if dialect.is_empty() || !dialect.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-')) {
        return Err(Diagnostic::error(Code::BadDialectData, format!("`{name}` can't be a dialect: `{dialect}` is no name for one"))
            .help("rename the folder: letters, digits, `_` and `-` make a name"));
    }
    for file in entries(folder, name)?.into_iter().filter(|file| is_data(file) && folder.join(file).is_file()) {
        let name = name.join(&file);
        let read = read_text(&folder.join(&file), &name)?;
        overlay.files.insert(format!("{dialect}/{file}"), sources.add(name, read.text));
    }
    Ok(())
}

/// Whether a file of a dialect's folder is data; others, a README say, may stand beside.
fn is_data(file: &str) -> bool {
    file == DATA_FILE || file == RESERVED || Utf8Path::new(file).extension() == Some("j2")
}

/// The names in a folder, in order; hidden ones are left out.
fn entries(folder: &Utf8Path, name: &Utf8Path) -> Result<Vec<String>, Diagnostic> {
    let entries = fs::read_dir(folder).map_err(|error| cannot_read(name, &reason(&error)))?;
    let mut names: Vec<String> = entries.flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort_unstable();
    Ok(names)
}
