//! The dialects that come with Aludel, embedded. The one Rust file that knows dialects by name.

use include_dir::{Dir, include_dir};

/// The dialects a user can name, in the order they are listed.
pub const NAMES: &[&str] = &["postgresql", "mysql", "mariadb", "sqlite", "mssql", "oracle"];

/// The folder every dialect stands on.
pub const BASE: &str = "_base";

/// The dialect that a database URL's scheme means: `postgresql+asyncpg`, `postgres`, `mysql+pymysql`.
const SCHEMES: &[(&str, &str)] = &[("postgres", "postgresql"), ("cockroachdb", "postgresql"), ("sqlserver", "mssql")];

static FOLDER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/dialects");

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

/// The name of the dialect that a URL scheme or another usual name means.
pub fn canonical(scheme: &str) -> Option<&'static str> {
    let name = scheme.split('+').next().unwrap_or(scheme).to_ascii_lowercase();
    let name = SCHEMES.iter().find(|(alias, _)| *alias == name).map_or(name.as_str(), |(_, meant)| meant);
    NAMES.iter().find(|known| **known == name).copied()
}
