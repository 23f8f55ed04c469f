//! Our scripts of the examples are the reference's, byte for byte, or a row of `golden/DEVIATIONS.toml` says why not.
//!
//! `golden/examples` is written by real Alembic alone (`scripts/reference/regenerate.py`).

mod support;

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use libtest_mimic::{Arguments, Failed, Trial};
use support::deviations::Deviations;
use support::scripts::Scripts;
use support::{Project, read, root, run};
use tempfile::TempDir;

fn main() {
    let arguments = Arguments::from_args();
    let deviations = Arc::new(Deviations::read());
    let mut trials = vec![rows_name_files(&deviations)];
    for project in Project::all() {
        trials.push(reports(project.clone()));
        for dialect in project.dialects.iter().chain(&project.scripts_for) {
            trials.extend(trials_of(&Subject::new(project.clone(), dialect.clone()), &deviations));
        }
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// A project in a dialect: the reference's files, and ours, compiled once when first asked for.
struct Subject {
    project: Project,
    dialect: String,
    folder: PathBuf,
    ours: OnceLock<Result<(TempDir, Scripts), String>>,
}

impl Subject {
    fn new(project: Project, dialect: String) -> Arc<Self> {
        let folder = root().join("golden/examples").join(&project.name).join(&dialect);
        Arc::new(Self { project, dialect, folder, ours: OnceLock::new() })
    }

    /// Our script of a name, as `compile` writes it.
    fn ours(&self, name: &str) -> Result<String, String> {
        self.scripts()?.path(name).map(|path| read(&path)).ok_or_else(|| format!("`compile` wrote no {name}"))
    }

    fn scripts(&self) -> Result<&Scripts, String> {
        let compiled = self.ours.get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let options: Vec<&str> = ["--plain"].into_iter().chain(self.project.options()).collect();
            let scripts = Scripts::compile(&mut self.project.command(), &self.dialect, &folder.path().join("out"), &options)?;
            Ok((folder, scripts))
        });
        compiled.as_ref().map(|(_, scripts)| scripts).map_err(Clone::clone)
    }

    /// Each script depends on what was read for all of them.
    fn names_inputs(&self) -> Result<(), Failed> {
        for input in &self.project.reads {
            let without = self.scripts()?.not_depending_on(input);
            if !without.is_empty() {
                return Err(format!("{input} is no input of {without:?}").into());
            }
        }
        Ok(())
    }

    /// Our script of a range, as the command prints it.
    fn printed(&self, words: &[&str]) -> Result<String, String> {
        run(self.project.command().args(words).args(["--sql", "--dialect", &self.dialect]).args(self.project.options()))
    }

    fn case(&self, name: &str) -> String {
        format!("examples/{}/{}/{name}", self.project.name, self.dialect)
    }

    /// The names of the reference's scripts.
    fn references(&self) -> Vec<String> {
        let names = std::fs::read_dir(&self.folder).unwrap_or_else(|error| panic!("{}: {error}", self.folder.display()));
        let mut names: Vec<String> = names.filter_map(|entry| entry.expect("an entry").file_name().into_string().ok()).collect();
        names.retain(|name| name.ends_with(".sql"));
        names.sort();
        names
    }

    /// The names of the scripts that Alembic can't compile offline.
    fn refused(&self) -> Vec<String> {
        let path = self.folder.join("refused.toml");
        let refused: toml::Table = if path.exists() { toml::from_str(&read(&path)).expect("refused.toml") } else { toml::Table::new() };
        refused.keys().cloned().collect()
    }
}

fn trials_of(subject: &Arc<Subject>, deviations: &Arc<Deviations>) -> Vec<Trial> {
    let mut trials = Vec::new();
    for name in subject.references() {
        let (subject, deviations) = (Arc::clone(subject), Arc::clone(deviations));
        let case = subject.case(&name);
        trials.push(Trial::test(case.clone(), move || {
            let theirs = read(&subject.folder.join(&name));
            Ok(deviations.judge(&case, &theirs, &subject.ours(&name)?)?)
        }));
    }
    for name in subject.refused() {
        let subject = Arc::clone(subject);
        trials.push(Trial::test(format!("{} beyond the reference", subject.case(&name)), move || Ok(subject.ours(&name).map(drop)?)));
    }
    let depends = Arc::clone(subject);
    trials.push(Trial::test(subject.case("manifest names what was read"), move || depends.names_inputs()));
    for (name, words) in [("upgrade.sql", ["upgrade", "heads"]), ("downgrade.sql", ["downgrade", "heads:base"])] {
        let subject = Arc::clone(subject);
        trials.push(Trial::test(format!("{} printed", subject.case(name)), move || printed_is_compiled(&subject, name, &words)));
    }
    trials
}

/// The command prints the same bytes that `compile` writes.
fn printed_is_compiled(subject: &Subject, name: &str, words: &[&str]) -> Result<(), Failed> {
    let printed = subject.printed(words)?;
    if printed == subject.ours(name)? {
        return Ok(());
    }
    Err(support::difference::difference(&subject.ours(name)?, &printed).into())
}

/// The commands that report on the chain print what Alembic's print.
fn reports(project: Project) -> Trial {
    let name = format!("examples/{}/commands.txt", project.name);
    Trial::test(name.clone(), move || {
        let theirs = read(&root().join("golden").join(&name));
        let mut ours = String::new();
        for words in theirs.lines().filter_map(|line| line.strip_prefix("$ ")) {
            ours.push_str(&format!("$ {words}\n{}", run(project.command().args(words.split(' ')))?));
        }
        if ours == theirs { Ok(()) } else { Err(support::difference::difference(&theirs, &ours).into()) }
    })
}

/// Rows about examples name files that are there.
fn rows_name_files(deviations: &Arc<Deviations>) -> Trial {
    let deviations = Arc::clone(deviations);
    Trial::test("deviations name files", move || {
        let missing: Vec<&str> =
            deviations.cases().filter(|case| case.starts_with("examples/") && !root().join("golden").join(case).exists()).collect();
        if missing.is_empty() { Ok(()) } else { Err(format!("no such files: {missing:?}").into()) }
    })
}
