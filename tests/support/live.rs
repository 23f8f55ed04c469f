//! What is checked of a project on a real database, whichever it is.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

use super::scripts::Scripts;
use super::{Project, root};

/// A real database that the tests start, or why there is none.
pub trait Server: Send + Sync + Sized + 'static {
    /// What it is asked to compile for.
    const DIALECT: &str;

    /// Ready to make databases.
    fn start() -> Result<Self, NoServer>;

    /// Makes an empty database of a name that is not in use.
    fn create(&self, database: &str) -> Result<(), String>;

    /// Runs statements, stopping at the first error.
    fn run(&self, database: &str, sql: &str) -> Result<(), String>;

    /// Runs a file of statements as the server's own client does, stopping at the first error.
    fn apply(&self, database: &str, file: &Path) -> Result<(), String>;

    /// That a database holds what the reference holds in a state; otherwise the difference.
    fn holds(&self, database: &str, project: &Project, state: &str) -> Result<(), String>;
}

/// Why there is no server.
pub enum NoServer {
    NotInstalled(String),
    Failed(String),
}

/// Runs the tests of all examples on a server, and ends the process. Where no server is installed they are named as ignored, which is a
/// failure with `ALUDEL_REQUIRE_LIVE=1`.
pub fn main<S: Server>() {
    let arguments = Arguments::from_args();
    let started = if arguments.list { Err(NoServer::NotInstalled("only listed".to_owned())) } else { S::start() };
    let server = started.map(Arc::new);
    let trials = Project::all()
        .into_iter()
        .filter(|project| project.dialects.iter().any(|dialect| dialect == S::DIALECT))
        .flat_map(|project| trials_of(&server, &project))
        .collect();
    let conclusion = libtest_mimic::run(&arguments, trials);
    if let (Err(NoServer::NotInstalled(why) | NoServer::Failed(why)), false) = (&server, arguments.list) {
        eprintln!("skipped: {why}");
    }
    // Leaving the process here would leave the server running.
    drop(server);
    conclusion.exit();
}

/// Whether a test that can't run is a failure.
pub fn required() -> bool {
    std::env::var_os("ALUDEL_REQUIRE_LIVE").is_some_and(|value| value == "1")
}

fn trials_of<S: Server>(server: &Result<Arc<S>, NoServer>, project: &Project) -> Vec<Trial> {
    let tests = [("range", whole_range as Test<S>), ("revision by revision", each_revision), ("with rows", with_rows)];
    let trial = |(how, test): (&str, Test<S>)| {
        let name = format!("{} {how}", project.name);
        let database = name.replace(|letter: char| !letter.is_ascii_alphanumeric(), "_");
        match server {
            Ok(server) => {
                let (server, project) = (Arc::clone(server), project.clone());
                Trial::test(name, move || test(&Live::new(server, project, database)?))
            }
            Err(NoServer::NotInstalled(why)) => {
                let why = why.clone();
                Trial::test(name, || Err(why.into())).with_ignored_flag(!required())
            }
            Err(NoServer::Failed(why)) => {
                let why = why.clone();
                Trial::test(name, || Err(why.into()))
            }
        }
    };
    tests.into_iter().map(trial).collect()
}

type Test<S> = fn(&Live<S>) -> Result<(), Failed>;

/// A database of its own for one project.
struct Live<S> {
    server: Arc<S>,
    project: Project,
    database: String,
}

impl<S: Server> Live<S> {
    fn new(server: Arc<S>, project: Project, database: String) -> Result<Self, String> {
        server.create(&database)?;
        for file in &project.prepare {
            server.apply(&database, &root().join(file))?;
        }
        Ok(Self { server, project, database })
    }

    /// Compiles a range, or the whole chain, into a folder.
    fn compile(&self, folder: &Path, range: &[&str]) -> Result<Scripts, String> {
        let options: Vec<&str> = range.iter().copied().chain(self.project.options()).collect();
        Scripts::compile(&mut self.project.command(), S::DIALECT, &folder.join("out"), &options)
    }

    fn apply(&self, path: &Path) -> Result<(), String> {
        self.server.apply(&self.database, path)
    }

    fn holds(&self, state: &str) -> Result<(), String> {
        self.server.holds(&self.database, &self.project, state).map_err(|difference| format!("{state}: {difference}"))
    }

    /// The range's script makes the version table, so the empty one that a downgrade leaves must go before it is applied again.
    fn drop_version_table(&self) -> Result<(), String> {
        self.server.run(&self.database, &format!("DROP TABLE {}", self.project.version_table))
    }

    /// Puts the version table where a revision's own script takes it to be. The first script makes the table.
    fn stand_at(&self, versions: &[String]) -> Result<(), String> {
        if versions.is_empty() {
            return Ok(());
        }
        let table = &self.project.version_table;
        let rows: Vec<String> = versions.iter().map(|version| format!("('{version}')")).collect();
        self.server.run(&self.database, &format!("DELETE FROM {table}; INSERT INTO {table} VALUES {}", rows.join(", ")))
    }
}

/// The range's scripts up, down and up again.
fn whole_range<S: Server>(live: &Live<S>) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let scripts = live.compile(folder.path(), &[])?;
    let (up, down) = (range_script(&scripts, "upgrade.sql")?, range_script(&scripts, "downgrade.sql")?);
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
fn each_revision<S: Server>(live: &Live<S>) -> Result<(), Failed> {
    let folder = tempfile::tempdir()?;
    let scripts = live.compile(folder.path(), &[])?;
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
fn with_rows<S: Server>(live: &Live<S>) -> Result<(), Failed> {
    let rows_after = live.project.rows_after.as_str();
    let (below, above) = (tempfile::tempdir()?, tempfile::tempdir()?);
    live.apply(&range_script(&live.compile(below.path(), &[rows_after])?, "upgrade.sql")?)?;
    live.apply(&live.project.rows(S::DIALECT))?;
    let scripts = live.compile(above.path(), &[&format!("{rows_after}:heads")])?;
    live.apply(&range_script(&scripts, "upgrade.sql")?)?;
    live.holds("rows_upgraded")?;
    live.apply(&range_script(&scripts, "downgrade.sql")?)?;
    Ok(live.holds("rows_downgraded")?)
}

fn range_script(scripts: &Scripts, name: &str) -> Result<PathBuf, String> {
    scripts.path(name).ok_or_else(|| format!("`compile` wrote no {name}"))
}
