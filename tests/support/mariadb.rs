//! A private MariaDB for the tests, started and stopped by `scripts/mariadb`.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::difference::difference;
use super::live::{NoServer, Server};
use super::{Project, read, root};

/// The exit status of `scripts/mariadb` where no server is installed.
const NOT_INSTALLED: i32 = 3;

/// A running server; it ends with this value.
pub struct Mariadb {
    folder: TempDir,
    socket: String,
}

impl Server for Mariadb {
    const DIALECT: &str = "mariadb";

    fn start() -> Result<Self, NoServer> {
        let folder = tempfile::Builder::new().prefix("aludel-live-").tempdir().expect("a folder");
        // The server outlives the script and would hold a pipe open.
        let answer = folder.path().join("answer");
        let file = std::fs::File::create(&answer).expect("a file");
        let status = script().arg("start").arg(folder.path()).stdout(file).status().expect("bash");
        if status.code() == Some(NOT_INSTALLED) {
            return Err(NoServer::NotInstalled("no MariaDB server is installed".to_owned()));
        }
        if !status.success() {
            return Err(NoServer::Failed(format!("scripts/mariadb start: {status}")));
        }
        Ok(Self { socket: read(&answer).trim().to_owned(), folder })
    }

    fn create(&self, database: &str) -> Result<(), String> {
        self.client("run", "", &format!("CREATE DATABASE {database}")).map(drop)
    }

    fn run(&self, database: &str, sql: &str) -> Result<(), String> {
        self.client("run", database, sql).map(drop)
    }

    fn apply(&self, database: &str, file: &Path) -> Result<(), String> {
        self.run(database, &read(file)).map_err(|error| format!("{}: {error}", file.display()))
    }

    fn holds(&self, database: &str, project: &Project, state: &str) -> Result<(), String> {
        let theirs = read(&root().join(format!("golden/live/{}.mariadb.{state}.txt", project.name)));
        let ours = self.client("dump", database, "")?;
        if ours == theirs { Ok(()) } else { Err(difference(&theirs, &ours)) }
    }
}

impl Mariadb {
    fn client(&self, command: &str, database: &str, input: &str) -> Result<String, String> {
        let mut command = script()
            .arg(command)
            .arg(&self.socket)
            .arg(database)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("bash");
        let sent = command.stdin.take().map(|mut stdin| stdin.write_all(input.as_bytes()));
        let done = command.wait_with_output().expect("an end");
        match (done.status.success(), sent) {
            (true, Some(Ok(())) | None) => Ok(String::from_utf8_lossy(&done.stdout).into_owned()),
            _ => Err(String::from_utf8_lossy(&done.stderr).into_owned()),
        }
    }
}

fn script() -> Command {
    Command::new(root().join("scripts/mariadb"))
}

impl Drop for Mariadb {
    fn drop(&mut self) {
        let stopped = script().arg("stop").arg(self.folder.path()).status();
        if !stopped.is_ok_and(|status| status.success()) {
            eprintln!("the server in {} did not stop", self.folder.path().display());
        }
    }
}
