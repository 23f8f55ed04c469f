//! A private PostgreSQL for the tests, started and stopped by `scripts/postgresql`.

use std::path::Path;
use std::process::{Command, Stdio};

use regex::{Captures, Regex};
use tempfile::TempDir;

use super::difference::difference;
use super::live::{NoServer, Server};
use super::{Project, output, read, root};

/// The exit status of `scripts/postgresql` where no server is installed.
const NOT_INSTALLED: i32 = 3;

/// A running server; it ends with this value.
pub struct Postgresql {
    folder: TempDir,
    environment: Vec<(String, String)>,
}

impl Server for Postgresql {
    const DIALECT: &str = "postgresql";

    fn start() -> Result<Self, NoServer> {
        let folder = tempfile::Builder::new().prefix("aludel-live-").tempdir().expect("a folder");
        // The server outlives the script and would hold a pipe open.
        let answer = folder.path().join("answer");
        let file = std::fs::File::create(&answer).expect("a file");
        let status = Command::new(root().join("scripts/postgresql")).arg("start").arg(folder.path()).stdout(file).status().expect("bash");
        if status.code() == Some(NOT_INSTALLED) {
            return Err(NoServer::NotInstalled("no PostgreSQL server is installed".to_owned()));
        }
        if !status.success() {
            return Err(NoServer::Failed(format!("scripts/postgresql start: {status}")));
        }
        let lines = read(&answer);
        let environment = lines.lines().filter_map(|line| line.split_once('=')).map(|(name, value)| (name.to_owned(), value.to_owned()));
        Ok(Self { environment: environment.collect(), folder })
    }

    fn create(&self, database: &str) -> Result<(), String> {
        self.run("postgres", &format!("CREATE DATABASE {database}"))
    }

    fn run(&self, database: &str, sql: &str) -> Result<(), String> {
        self.psql(database, &["-c", sql]).map(drop)
    }

    fn apply(&self, database: &str, file: &Path) -> Result<(), String> {
        self.psql(database, &["-f", &file.to_string_lossy()]).map(drop)
    }

    fn holds(&self, database: &str, project: &Project, state: &str) -> Result<(), String> {
        let theirs = read(&root().join(format!("golden/live/{}.{state}.txt", project.name)));
        let ours = self.dump(database)?;
        if ours == theirs { Ok(()) } else { Err(difference(&theirs, &ours)) }
    }
}

impl Postgresql {
    /// Runs psql on a database, stopping at the first error, and returns what it printed.
    fn psql(&self, database: &str, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new("psql");
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.args(["-Xq", "-v", "ON_ERROR_STOP=1", "-d", database]).args(arguments).stdin(Stdio::null());
        let done = output(&mut command);
        if done.status.success() {
            Ok(String::from_utf8_lossy(&done.stdout).into_owned())
        } else {
            Err(format!("psql {}: {}", arguments.join(" "), String::from_utf8_lossy(&done.stderr)))
        }
    }

    /// What a database holds, as `golden/live/schema.sql` puts it, without what chance and the time of day put into its rows.
    fn dump(&self, database: &str) -> Result<String, String> {
        let dump = self.psql(database, &["-At", "-f", &root().join("golden/live/schema.sql").to_string_lossy()])?;
        Ok(without_chance(&dump))
    }
}

/// A dump whose rows are comparable; the same as in `scripts/reference/online.py`. What `golden/live/rows` puts in stays: its
/// identifiers begin with zeros, its times are whole seconds.
fn without_chance(dump: &str) -> String {
    let uuid = Regex::new(r#""([0-9a-f]{8})(-[0-9a-f]{4}){3}-[0-9a-f]{12}""#).expect("a pattern");
    let time = Regex::new(r#""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(\+00:00)?""#).expect("a pattern");
    let masked = |found: &Captures| if &found[1] == "00000000" { found[0].to_owned() } else { "\"random\"".to_owned() };
    let dump = uuid.replace_all(dump, masked);
    let dump = time.replace_all(&dump, "\"now\"");
    let (mut rows, facts): (Vec<&str>, Vec<&str>) = dump.split_inclusive('\n').partition(|line| line.starts_with("row "));
    rows.sort_unstable();
    facts.concat() + &rows.concat()
}

impl Drop for Postgresql {
    fn drop(&mut self) {
        let stopped = Command::new(root().join("scripts/postgresql")).arg("stop").arg(self.folder.path()).status();
        if !stopped.is_ok_and(|status| status.success()) {
            eprintln!("the server in {} did not stop", self.folder.path().display());
        }
    }
}
