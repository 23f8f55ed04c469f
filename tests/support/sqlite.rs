//! SQLite, built into the tests: databases in files of a temporary folder.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::fallible_iterator::FallibleIterator;
use tempfile::TempDir;

use super::difference::difference;
use super::live::{NoServer, Server};
use super::sqlite_facts::facts;
use super::{Project, read, root};

/// The engine.
pub struct Sqlite {
    folder: TempDir,
}

impl Server for Sqlite {
    const DIALECT: &str = "sqlite";

    fn start() -> Result<Self, NoServer> {
        let folder = tempfile::Builder::new().prefix("aludel-live-").tempdir();
        folder.map(|folder| Self { folder }).map_err(|error| NoServer::Failed(error.to_string()))
    }

    fn create(&self, database: &str) -> Result<(), String> {
        open(&self.file(database)).map(drop)
    }

    fn run(&self, database: &str, sql: &str) -> Result<(), String> {
        run(&open(&self.file(database))?, sql)
    }

    fn apply(&self, database: &str, file: &Path) -> Result<(), String> {
        self.run(database, &read(file)).map_err(|error| format!("{}: {error}", file.display()))
    }

    fn holds(&self, database: &str, project: &Project, state: &str) -> Result<(), String> {
        let reference = Connection::open_in_memory().and_then(|connection| plain(&connection).map(|()| connection));
        let reference = reference.map_err(|error| error.to_string())?;
        run(&reference, &read(&root().join(format!("golden/live/{}.sqlite.{state}.sql", project.name))))?;
        let (theirs, ours) = (facts(&reference)?, facts(&open(&self.file(database))?)?);
        if ours == theirs { Ok(()) } else { Err(difference(&theirs, &ours)) }
    }
}

impl Sqlite {
    fn file(&self, database: &str) -> PathBuf {
        self.folder.path().join(format!("{database}.sqlite"))
    }
}

/// A connection to a database in a file, made where there is none.
pub fn open(file: &Path) -> Result<Connection, String> {
    let connection = Connection::open(file).map_err(|error| error.to_string())?;
    plain(&connection).map_err(|error| error.to_string())?;
    Ok(connection)
}

/// As SQLite comes: foreign keys are not enforced, which the built-in one is compiled to do. And not safe against a power cut.
fn plain(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update(None, "foreign_keys", false)?;
    connection.pragma_update(None, "synchronous", "off")
}

/// Runs statements one after the other, and says which one fails.
pub fn run(connection: &Connection, sql: &str) -> Result<(), String> {
    let mut batch = rusqlite::Batch::new(connection, sql);
    let mut done = 0;
    loop {
        let failed = |error: rusqlite::Error| format!("statement {}: {error}", done + 1);
        let Some(mut statement) = batch.next().map_err(failed)? else { return Ok(()) };
        let text = statement.expanded_sql().unwrap_or_default();
        let mut rows = statement.raw_query();
        while rows.next().map_err(|error| format!("{error}, in\n{text}"))?.is_some() {}
        done += 1;
    }
}
