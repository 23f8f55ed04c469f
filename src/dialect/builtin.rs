//! The dialects that come with Aludel, embedded. The one Rust file that knows dialects by name.

use include_dir::{Dir, include_dir};

/// The dialects of SQLAlchemy itself, which are listed first.
const FIRST: &[&str] = &["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"];

/// A dialect's data, merged when the program was built.
pub struct Ready {
    pub name: &'static str,
    /// JSON: the merged data as `spec`, the other files by name as `files`.
    pub text: &'static str,
    /// SHA-256 of the merged data, in hexadecimal.
    pub sha256: &'static str,
}

static READY: &[Ready] = &include!(concat!(env!("OUT_DIR"), "/dialects.rs"));
static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/dialects");

/// The dialects a user can name, in the order they are listed: each folder but those that are only there to be extended.
pub fn names() -> Vec<&'static str> {
    let mut others: Vec<&str> = FOLDER.dirs().filter_map(|folder| folder.path().file_name()?.to_str()).collect();
    others.retain(|name| !name.starts_with('_') && !FIRST.contains(name));
    others.sort_unstable();
    FIRST.iter().copied().chain(others).collect()
}

/// The merged data of an embedded dialect; none of those that are only there to be extended.
pub fn ready(dialect: &str) -> Option<&'static Ready> {
    READY.iter().find(|ready| ready.name == dialect)
}

/// The text of an embedded file: `file("_base", "dialect.toml")`.
pub fn file(dialect: &str, name: &str) -> Option<&'static str> {
    FOLDER.get_file(format!("{dialect}/{name}"))?.contents_utf8()
}

/// The embedded files of a dialect by name within its folder, in order.
pub fn files(dialect: &str) -> Vec<(&'static str, &'static str)> {
    let mut files: Vec<(&str, &str)> = FOLDER.get_dir(dialect).into_iter().flat_map(Dir::files).filter_map(entry).collect();
    files.sort_unstable();
    files
}

fn entry(file: &'static include_dir::File<'static>) -> Option<(&'static str, &'static str)> {
    Some((file.path().file_name()?.to_str()?, file.contents_utf8()?))
}
