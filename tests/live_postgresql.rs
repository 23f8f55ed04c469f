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

    /// The database holds what the reference holds in a state.
    fn holds(&self, state: &str) -> Result<(), String> {
        let theirs = read(&root().join(format!("golden/live/{}.{state}.txt", self.project.name)));
        let ours = self.server.dump(&self.database)?;
        if ours == theirs { Ok(()) } else { Err(format!("{state}: {}", difference(&theirs, &ours))) }
    }

    /// The range's script makes the version table, so the empty one that a downgrade leaves must go before it is applied again.
    fn drop_version_table(&self) -> Result<(), String> {
        self.server.psql(&self.database, &["-c", &format!("DROP TABLE {}", self.project.version_table)]).map(drop)
    }

    /// Puts the version table where a revision's own script takes it to be. The first script makes the table.
    fn stand_at(&self, versions: &[String]) -> Result<(), String> {
        if versions.is_empty() {
            return Ok(());
        }
        let table = &self.project.version_table;
        let rows: Vec<String> = versions.iter().map(|version| format!("('{version}')")).collect();
        let sql = format!("DELETE FROM {table}; INSERT INTO {table} VALUES {}", rows.join(", "));
        self.server.psql(&self.database, &["-c", &sql]).map(drop)
    }
}

/// The range's scripts up, down and up again.
fn whole_range(live: &Live) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let scripts = live.compile(folder.path())?;
    let (up, down) = (scripts.path("upgrade.sql").ok_or("no upgrade.sql")?, scripts.path("downgrade.sql").ok_or("no downgrade.sql")?);
    live.apply(&up)?;
    live.holds("upgraded")?;
    live.apply(&down)?;
    live.holds("downgraded")?;
    live.drop_version_table()?;
    live.apply(&up)?;
    Ok(live.holds("upgraded_again")?)
}

/// The revisions' own scripts, one after the other, up and down. Beside a branch the version table is not where a script takes it to be,
/// so it is put there.
fn each_revision(live: &Live) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let scripts = live.compile(folder.path())?;
    for (direction, state) in [("upgrade", "upgraded"), ("downgrade", "downgraded")] {
        let steps = scripts.steps(direction);
        if steps.is_empty() {
            return Err("the manifest names no revision's script".into());
        }
        for step in steps {
            live.stand_at(&step.assumes)?;
            live.apply(&step.path)?;
        }
        live.holds(state)?;
    }
    Ok(())
}

/// To where rows come in, on from there, and back: ranges that begin in the middle, and data migrations that have work to do.
fn with_rows(live: &Live) -> Result<(), Failed> {
    let rows_after = live.project.rows_after.as_str();
    live.apply_printed(&["upgrade", rows_after])?;
    live.apply(&root().join(format!("golden/live/rows/{}.sql", live.project.name)))?;
    live.apply_printed(&["upgrade", &format!("{rows_after}:heads")])?;
    live.holds("rows_upgraded")?;
    live.apply_printed(&["downgrade", &format!("heads:{rows_after}")])?;
    Ok(live.holds("rows_downgraded")?)
}
