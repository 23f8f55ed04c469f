//! A chain applied by our scripts and by connected Alembic, side by side.

use std::path::{Path, PathBuf};

use super::alembic::Alembic;
use crate::support::difference::difference;
use crate::support::scripts::Scripts;
use crate::support::sqlite::{open, run};
use crate::support::sqlite_facts::facts;
use crate::support::{aludel, read};

/// Two projects of the same chain, below a folder: `ours`, and the `twin` for Alembic.
pub struct Pair {
    pub folder: PathBuf,
    pub halfway: Option<String>,
}

/// How a chain turned out.
#[derive(Debug, PartialEq)]
pub enum Outcome {
    /// Both made the same.
    Same,
    /// Neither could: the database refused both.
    Neither,
    Differs(String),
}

/// A way to go: the script of ours, and what Alembic is asked for.
struct Leg {
    direction: &'static str,
    script: PathBuf,
    target: String,
}

impl Pair {
    /// Up, down halfway and up again where that is asked for, down, up: after each the same schema and rows.
    pub fn check(&self, alembic: &Alembic) -> Outcome {
        std::fs::write(self.folder.join("ours/alembic.ini"), INI).expect("a file");
        std::fs::write(self.folder.join("ours/env.py"), ENV).expect("a file");
        let (ours, theirs) = (self.folder.join("ours.sqlite"), self.folder.join("theirs.sqlite"));
        let legs = match self.legs() {
            Ok(legs) => legs,
            // It may be that nobody could.
            Err(text) => return Outcome::Differs(format!("we refused\n{text}")),
        };
        let mut fresh = true;
        for leg in legs {
            if !fresh && leg.direction == "upgrade" && leg.script.ends_with("whole/sqlite/upgrade.sql") {
                for file in [&ours, &theirs] {
                    open(file).and_then(|database| run(&database, "DROP TABLE alembic_version")).expect("the version table");
                }
            }
            fresh = false;
            let reference = alembic.migrate(&self.folder.join("twin"), &theirs, leg.direction, &leg.target);
            let done = apply(&leg.script, &ours);
            let name = format!("{} to {}", leg.direction, leg.target);
            match (reference, done) {
                (Ok(()), Ok(())) => {}
                (Err(_), Err(_)) => return Outcome::Neither,
                (Err(error), Ok(())) => return Outcome::Differs(format!("{name}: Alembic alone raised {error}")),
                (Ok(()), Err(text)) => return Outcome::Differs(format!("{name}: our script fails: {text}")),
            }
            let held = |file: &Path| open(file).and_then(|database| facts(&database));
            match (held(&theirs), held(&ours)) {
                (Ok(theirs), Ok(ours)) if theirs == ours => {}
                (Ok(theirs), Ok(ours)) => return Outcome::Differs(format!("{name}: {}", difference(&theirs, &ours))),
                (theirs, ours) => return Outcome::Differs(format!("{name}: reference {:?}, ours {:?}", theirs.err(), ours.err())),
            }
        }
        Outcome::Same
    }

    fn legs(&self) -> Result<Vec<Leg>, String> {
        let leg = |direction, scripts: &Scripts, target: &str| {
            let script = scripts.path(&format!("{direction}.sql")).expect("the range's script");
            Leg { direction, script, target: target.to_owned() }
        };
        let whole = self.compile("whole", &[])?;
        let mut legs = vec![leg("upgrade", &whole, "heads")];
        if let Some(halfway) = &self.halfway {
            let above = self.compile("above", &[&format!("{halfway}:heads")])?;
            legs.extend([leg("downgrade", &above, halfway), leg("upgrade", &above, "heads")]);
        }
        legs.extend([leg("downgrade", &whole, "base"), leg("upgrade", &whole, "heads")]);
        Ok(legs)
    }

    fn compile(&self, folder: &str, range: &[&str]) -> Result<Scripts, String> {
        Scripts::compile(&mut aludel(&self.folder.join("ours")), "sqlite", &self.folder.join(folder), range)
    }
}

fn apply(script: &Path, database: &Path) -> Result<(), String> {
    let script = read(script);
    open(database).and_then(|database| run(&database, &script)).map_err(|error| format!("{error}\n\nscript:\n{script}"))
}

const INI: &str = "[alembic]\nscript_location = %(here)s\nsqlalchemy.url = sqlite://\n";

const ENV: &str = "\
from alembic import context

context.configure(url=context.config.get_main_option('sqlalchemy.url'), literal_binds=True)
with context.begin_transaction():
    context.run_migrations()
";
