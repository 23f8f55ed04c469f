//! The dialects that come with Aludel, embedded. The one Rust file that knows dialects by name.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};
use std::thread;

use include_dir::{Dir, include_dir};
use toml::Table;

/// The dialects of SQLAlchemy itself, which are listed first.
const FIRST: &[&str] = &["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"];

/// The folder every dialect stands on.
pub const BASE: &str = "_base";

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/dialects");

/// The dialects a user can name, in the order they are listed: each folder but those that are only there to be extended.
pub fn names() -> Vec<&'static str> {
    let mut others: Vec<&str> = FOLDER.dirs().filter_map(|folder| folder.path().file_name()?.to_str()).collect();
    others.retain(|name| !name.starts_with('_') && !FIRST.contains(name));
    others.sort_unstable();
    FIRST.iter().copied().chain(others).collect()
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

/// What reading a data file gives.
type Read = Result<Arc<Table>, toml::de::Error>;

/// The data files as read, each read once.
static TABLES: LazyLock<BTreeMap<&'static str, OnceLock<Read>>> = LazyLock::new(|| {
    let names = FOLDER.dirs().filter_map(|folder| folder.path().file_name()?.to_str());
    names.map(|name| (name, OnceLock::new())).collect()
});

/// The data of an embedded dialect, by itself; empty where there is no such dialect.
///
/// # Errors
/// Where it is no TOML.
pub fn table(dialect: &str, data_file: &str) -> Read {
    let read = || file(dialect, data_file).unwrap_or_default().parse().map(Arc::new);
    TABLES.get(dialect).map_or_else(read, |slot| slot.get_or_init(read).clone())
}

/// Begins to read the data of dialects before they are asked for, on a thread of its own.
pub fn read_ahead(dialects: Vec<String>, data_file: &'static str) {
    let read = move || dialects.iter().for_each(|dialect| drop(table(dialect, data_file)));
    // Where no thread can be had they are read when they are asked for.
    let _ = thread::Builder::new().spawn(read);
}

fn entry(file: &'static include_dir::File<'static>) -> Option<(&'static str, &'static str)> {
    Some((file.path().file_name()?.to_str()?, file.contents_utf8()?))
}
