//! Real Alembic in a process that is kept alive (`scripts/reference/chains.py`).

use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use crate::support::root;

/// The processes that wait for work.
pub struct Alembic {
    python: PathBuf,
    idle: Mutex<Vec<Process>>,
}

struct Process {
    child: Child,
    requests: ChildStdin,
    answers: BufReader<ChildStdout>,
}

impl Alembic {
    /// With the Python that `ALUDEL_REFERENCE_PYTHON` names, else that of `.venv`; none where it can't run the reference.
    pub fn find() -> Option<Self> {
        let named = std::env::var_os("ALUDEL_REFERENCE_PYTHON").map(PathBuf::from);
        let python = named.unwrap_or_else(|| root().join(".venv/bin/python"));
        let pinned = Command::new(&python).arg("-c").arg(PINNED).current_dir(root()).stderr(Stdio::null()).status();
        pinned.is_ok_and(|status| status.success()).then(|| Self { python, idle: Mutex::new(Vec::new()) })
    }

    /// Goes up or down to a target; otherwise what Alembic raised.
    pub fn migrate(&self, scripts: &Path, database: &Path, direction: &str, target: &str) -> Result<(), String> {
        let waiting = self.idle.lock().expect("no panic").pop();
        let mut process = waiting.unwrap_or_else(|| Process::start(&self.python));
        let request = serde_json::json!({ "scripts": scripts, "database": database, "direction": direction, "target": target });
        writeln!(process.requests, "{request}").expect("the process reads");
        let mut answer = String::new();
        process.answers.read_line(&mut answer).expect("the process answers");
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("an answer");
        self.idle.lock().expect("no panic").push(process);
        answer["error"].as_str().map_or(Ok(()), |error| Err(error.to_owned()))
    }
}

/// Whether the installed packages are the pinned ones.
const PINNED: &str = "import sys; sys.path.insert(0, 'scripts/reference'); import common; common.require_pinned_versions()";

impl Process {
    fn start(python: &Path) -> Self {
        let mut command = Command::new(python);
        command.arg(root().join("scripts/reference/chains.py")).stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("Python");
        let (requests, answers) = (child.stdin.take().expect("piped"), child.stdout.take().expect("piped"));
        Self { child, requests, answers: BufReader::new(answers) }
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // It has no work, and what it did is in files.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
