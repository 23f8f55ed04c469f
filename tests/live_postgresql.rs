//! Our scripts of the examples, applied to a PostgreSQL: what they make is what real Alembic, connected, makes of the same chain.
//!
//! `golden/live/<project>.*.txt` is written by real Alembic alone (`scripts/reference/online.py`). Where no server is installed the
//! tests are named as ignored; with `ALUDEL_REQUIRE_LIVE=1` that is a failure.

mod support;

use std::path::Path;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use support::difference::difference;
use support::postgresql::{NoServer, Server};
use support::scripts::Scripts;
use support::{Project, read, root, run};

const DIALECT: &str = "postgresql";

fn main() {
    let arguments = Arguments::from_args();
    let projects = Project::all().into_iter().filter(|project| project.dialects.iter().any(|dialect| dialect == DIALECT));
    let started = if arguments.list { Err(NoServer::NotInstalled) } else { Server::start() };
    let required = std::env::var_os("ALUDEL_REQUIRE_LIVE").is_some_and(|value| value == "1");
    let (server, missing) = match started {
        Ok(server) => (Some(Arc::new(server)), None),
        Err(NoServer::NotInstalled) => (None, Some("no PostgreSQL server is installed".to_owned())),
        Err(NoServer::Failed(why)) => (None, Some(why)),
    };
    let mut trials = Vec::new();
    for project in projects {
        for (how, test) in [("range", whole_range as Test), ("revision by revision", each_revision), ("with rows", with_rows)] {
            let name = format!("{} {how}", project.name);
            let database = name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
            let project = project.clone();
            trials.push(match (&server, &missing) {
                (Some(server), _) => {
                    let server = Arc::clone(server);
                    Trial::test(name, move || test(&Live::new(server, project, database)?))
                }
                (None, why) => {
                    let why = why.clone().unwrap_or_default();
                    Trial::test(name, || Err(why.into())).with_ignored_flag(!required)
                }
            });
        }
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    if let (Some(why), false) = (&missing, arguments.list) {
        eprintln!("skipped: {why}");
    }
    // Leaving the process here would leave the server running.
    drop(server);
    conclusion.exit();
}

type Test = fn(&Live) -> Result<(), Failed>;

/// A database of its own for one project.
struct Live {
    server: Arc<Server>,
    project: Project,
    database: String,
}

impl Live {
    fn new(server: Arc<Server>, project: Project, database: String) -> Result<Self, String> {
        server.psql("postgres", &["-c", &format!("CREATE DATABASE {database}")])?;
        for file in &project.prepare {
            server.apply(&database, &root().join(file))?;
        }
        Ok(Self { server, project, database })
    }

    fn compile(&self, folder: &Path) -> Result<Scripts, String> {
        Scripts::compile(&mut self.project.command(), DIALECT, &folder.join("out"), &[])
    }

    /// Applies the script that a command prints.
    fn apply_printed(&self, words: &[&str]) -> Result<(), String> {
        let script = run(self.project.command().args(words).args(["--sql", "--dialect", DIALECT]))?;
        let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
        let path = folder.path().join("script.sql");
        std::fs::write(&path, script).map_err(|error| error.to_string())?;
        self.apply(&path)
    }

    fn apply(&self, path: &Path) -> Result<(), String> {
        self.server.apply(&self.database, path)
    }

    /// The database holds what the reference holds in a state; `seen` says which lines count.
    fn holds(&self, state: &str, seen: impl Fn(&str) -> bool) -> Result<(), String> {
        let lines = |text: &str| text.split_inclusive('\n').filter(|line| seen(line)).collect::<String>();
        let theirs = lines(&read(&root().join(format!("golden/live/{}.{state}.txt", self.project.name))));
        let ours = lines(&self.server.dump(&self.database)?);
        if ours == theirs { Ok(()) } else { Err(format!("{state}: {}", difference(&theirs, &ours))) }
    }

    /// The range's script makes the version table, so the empty one that a downgrade leaves must go before it is applied again.
    fn drop_version_table(&self) -> Result<(), String> {
        self.server.psql(&self.database, &["-c", "DROP TABLE IF EXISTS alembic_version, alembic_version_analytics"]).map(drop)
    }
}

/// The range's scripts up, down and up again.
fn whole_range(live: &Live) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let scripts = live.compile(folder.path())?;
    let (up, down) = (scripts.path("upgrade.sql").ok_or("no upgrade.sql")?, scripts.path("downgrade.sql").ok_or("no downgrade.sql")?);
    live.apply(&up)?;
    live.holds("upgraded", |_| true)?;
    live.apply(&down)?;
    live.holds("downgraded", |_| true)?;
    live.drop_version_table()?;
    live.apply(&up)?;
    Ok(live.holds("upgraded_again", |_| true)?)
}

/// The revisions' own scripts, one after the other, up and down. Each takes the version table to stand at its parents, which is not so
/// beside a branch: its rows are not compared.
fn each_revision(live: &Live) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let scripts = live.compile(folder.path())?;
    let counts = |line: &str| !line.starts_with("row public.alembic_version");
    for (direction, state) in [("upgrade", "upgraded"), ("downgrade", "downgraded")] {
        let files = scripts.of_revisions(direction);
        if files.is_empty() {
            return Err("the manifest names no revision's script".into());
        }
        for file in files {
            live.apply(&file)?;
        }
        live.holds(state, counts)?;
    }
    Ok(())
}

/// To where rows come in, on from there, and back: ranges that begin in the middle, and data migrations that have work to do.
fn with_rows(live: &Live) -> Result<(), Failed> {
    let rows_after = live.project.rows_after.as_str();
    live.apply_printed(&["upgrade", rows_after])?;
    live.apply(&root().join(format!("golden/live/rows/{}.sql", live.project.name)))?;
    live.apply_printed(&["upgrade", &format!("{rows_after}:heads")])?;
    live.holds("rows_upgraded", |_| true)?;
    live.apply_printed(&["downgrade", &format!("heads:{rows_after}")])?;
    Ok(live.holds("rows_downgraded", |_| true)?)
}
