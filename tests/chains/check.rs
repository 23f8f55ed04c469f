//! A chain applied by our scripts and by connected Alembic, side by side.

use std::path::{Path, PathBuf};

use super::alembic::Alembic;
use crate::support::difference::difference;
use crate::support::scripts::Scripts;
use crate::support::sqlite::{open, run};
use crate::support::sqlite_facts::facts;
use crate::support::{aludel, read, run as run_command};

/// Two projects of the same chain, below a folder: `ours`, and the `twin` for Alembic.
pub struct Pair {
    pub folder: PathBuf,
    pub halfway: Option<String>,
    pub heads: usize,
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

/// A way to go: what we are asked for, and what Alembic is.
struct Leg {
    direction: &'static str,
    range: String,
    target: String,
}

impl Pair {
    /// Up, down halfway and up again where that is asked for, down, up: after each the same schema and rows.
    pub fn check(&self, alembic: &Alembic) -> Outcome {
        std::fs::write(self.folder.join("ours/alembic.ini"), INI).expect("a file");
        std::fs::write(self.folder.join("ours/env.py"), ENV).expect("a file");
        let (ours, theirs) = (self.folder.join("ours.sqlite"), self.folder.join("theirs.sqlite"));
        for (at, leg) in self.legs().into_iter().enumerate() {
            if at > 0 && leg.range == "heads" {
                for file in [&ours, &theirs] {
                    open(file).and_then(|database| run(&database, "DROP TABLE alembic_version")).expect("the version table");
                }
            }
            let reference = alembic.migrate(&self.folder.join("twin"), &theirs, leg.direction, &leg.target);
            let done = self.apply(&leg, &ours);
            let name = format!("{} {}", leg.direction, leg.range);
            match (reference, done) {
                (Ok(()), Ok(())) => {}
                (Err(_), Err(Failure::Database(_))) => return Outcome::Neither,
                (Err(error), Err(Failure::Compile(text))) => {
                    return Outcome::Differs(format!("{name}: Alembic raised {error}; we refused\n{text}"));
                }
                (Err(error), Ok(())) => return Outcome::Differs(format!("{name}: Alembic alone raised {error}")),
                (Ok(()), Err(Failure::Compile(text))) => return Outcome::Differs(format!("{name}: we refused\n{text}")),
                (Ok(()), Err(Failure::Database(text))) => return Outcome::Differs(format!("{name}: our script fails: {text}")),
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

    fn legs(&self) -> Vec<Leg> {
        let leg = |direction, range: &str, target: &str| Leg { direction, range: range.to_owned(), target: target.to_owned() };
        let mut legs = vec![leg("upgrade", "heads", "heads")];
        if let Some(halfway) = &self.halfway {
            legs.push(leg("downgrade", &format!("heads:{halfway}"), halfway));
            legs.push(leg("upgrade", &format!("{halfway}:heads"), "heads"));
        }
        legs.push(leg("downgrade", "heads:base", "base"));
        legs.push(leg("upgrade", "heads", "heads"));
        legs
    }

    fn apply(&self, leg: &Leg, database: &Path) -> Result<(), Failure> {
        let mut command = aludel(&self.folder.join("ours"));
        let script = if leg.target == "base" && self.heads > 1 {
            // Where there are several heads, the command knows no range that begins at all of them, as Alembic's doesn't.
            let out = self.folder.join("out");
            let scripts = Scripts::compile(&mut command, "sqlite", &out, &[]).map_err(Failure::Compile)?;
            read(&scripts.path("downgrade.sql").expect("the range's script"))
        } else {
            run_command(command.args([leg.direction, &leg.range, "--sql"])).map_err(Failure::Compile)?
        };
        let apply = open(database).and_then(|database| run(&database, &script));
        apply.map_err(|error| Failure::Database(format!("{error}\n\nscript:\n{script}")))
    }
}

enum Failure {
    Compile(String),
    Database(String),
}

const INI: &str = "[alembic]\nscript_location = %(here)s\nsqlalchemy.url = sqlite://\n";

const ENV: &str = "\
from alembic import context

context.configure(url=context.config.get_main_option('sqlalchemy.url'), literal_binds=True)
with context.begin_transaction():
    context.run_migrations()
";
