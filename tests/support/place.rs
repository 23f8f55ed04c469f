//! Projects made for one test, and what a run of the program on them left behind.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// A project made for one test.
pub struct Place(pub TempDir);

impl Place {
    pub fn new(files: &[(&str, &str)]) -> Self {
        let place = Self(tempfile::tempdir().expect("a folder"));
        files.iter().for_each(|(name, text)| place.write(name, text));
        place
    }

    /// A project of revisions, one after the other: each an `upgrade()`'s body.
    pub fn of(url: &str, bodies: &[&str]) -> Self {
        let ini = format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = {url}\n");
        let revisions: Vec<(String, String)> = bodies
            .iter()
            .enumerate()
            .map(|(at, body)| {
                let down = if at == 0 { "None".to_owned() } else { format!("'r{}'", at - 1) };
                let text = format!(
                    "from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'r{at}'\ndown_revision = {down}\n\n\n\
                     def upgrade():\n{body}\n\n\ndef downgrade():\n    pass\n"
                );
                (format!("migrations/versions/r{at}.py"), text)
            })
            .collect();
        let mut files = vec![("alembic.ini", ini.as_str())];
        files.extend(revisions.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        Self::new(&files)
    }

    /// A project of two revisions.
    pub fn chain() -> Self {
        Self::new(&[
            ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = postgresql://me:s3cret@host/db\n"),
            ("migrations/versions/a1.py", &revision("a1aaa", "None")),
            ("migrations/versions/b2.py", &revision("b2bbb", "'a1aaa'")),
        ])
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a parent")).expect("made");
        fs::write(path, text).expect("written");
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = super::aludel(self.0.path());
        command.args(arguments).stdin(Stdio::null());
        command
    }

    pub fn run(&self, arguments: &[&str]) -> Done {
        Done::of(&self.command(arguments).output().expect("runs"))
    }

    /// What is said while all that compiles for SQLite is written: the codes of errors, in order, and all of it on one line.
    pub fn kept_going(&self) -> (Vec<String>, String) {
        let run = self.run(&["compile", "--keep-going", "--plain", "--dialect", "sqlite", "--out", "out"]);
        let codes = run.problems.lines().filter(|line| line.len() == 5 && line.starts_with("E0")).map(str::to_owned).collect();
        (codes, run.problems.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    pub fn run_with(&self, arguments: &[&str], input: &str) -> Done {
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("starts");
        child.stdin.take().expect("piped").write_all(input.as_bytes()).expect("taken");
        Done::of(&child.wait_with_output().expect("runs"))
    }

    pub fn listing(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).expect("listed");
        let mut names: Vec<String> = entries.map(|entry| entry.expect("read").file_name().into_string().expect("UTF-8")).collect();
        names.sort();
        names
    }
}

/// What a run left behind.
#[derive(Debug)]
pub struct Done {
    pub status: Option<i32>,
    pub told: String,
    pub problems: String,
}

impl Done {
    pub fn of(output: &Output) -> Self {
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
        Self { status: output.status.code(), told: text(&output.stdout), problems: text(&output.stderr) }
    }

    /// The run failed with these codes and wrote nothing to standard output.
    #[track_caller]
    pub fn refused(&self, codes: &[&str]) {
        assert_eq!(self.status, Some(2), "{self:#?}");
        assert_eq!(self.told, "");
        let found: Vec<&str> = self.problems.lines().filter(|line| is_code(line)).collect();
        assert_eq!(found, codes, "{}", self.problems);
        assert_eq!(self.problems.matches("help:").count(), codes.len(), "each has help: {}", self.problems);
    }

    #[track_caller]
    pub fn done(&self) -> &str {
        assert_eq!(self.status, Some(0), "{self:#?}");
        &self.told
    }
}

fn is_code(line: &str) -> bool {
    line.len() == 5 && line.starts_with(['E', 'L']) && line[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// A revision file of one line each way, which may say `op` and `sa`.
pub fn revision_of(id: &str, parent: &str, up: &str, down: &str) -> String {
    format!(
        "from alembic import op\nimport sqlalchemy as sa\n\nrevision = '{id}'\ndown_revision = {parent}\n\n\ndef upgrade():\n    {up}\n\n\n\
         def downgrade():\n    {down}\n"
    )
}

/// A revision file of one statement each way.
pub fn revision(id: &str, parent: &str) -> String {
    format!(
        "\"\"\"revision {id}\"\"\"\nfrom alembic import op\nrevision = '{id}'\ndown_revision = {parent}\n\n\n\
         def upgrade():\n    op.execute('SELECT 1')\n\n\ndef downgrade():\n    op.execute('SELECT 2')\n"
    )
}
