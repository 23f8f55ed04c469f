//! Generated chains make the same of a SQLite database, applied by our scripts and by connected Alembic: up, down, up, the same schema
//! and rows.
//!
//! The chains are those of the seeds 0 to 239. `ALUDEL_CHAINS=1000..2000` tries others. A chain that fails is made smaller and shown;
//! `ALUDEL_KEEP=FOLDER` keeps its projects. Those that taught something are kept below `golden/live/chains`.

mod chains;
mod support;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use chains::alembic::Alembic;
use chains::chain::Recipe;
use chains::check::{Outcome, Pair};
use libtest_mimic::{Arguments, Failed, Trial};
use serde::Deserialize;
use support::live::required;
use support::{read, root};

/// How many chains are one test.
const GROUP: u64 = 10;

/// How many smaller chains are tried in place of one that fails.
const ATTEMPTS: usize = 120;

fn main() {
    let arguments = Arguments::from_args();
    let alembic = Alembic::find().map(Arc::new);
    let agreed = Arc::new(AtomicUsize::new(0));
    let Range { start, end } = seeds();
    let mut trials = Vec::new();
    for first in (start..end).step_by(usize::try_from(GROUP).expect("a small number")) {
        let seeds = first..(first + GROUP).min(end);
        let agreed = Arc::clone(&agreed);
        trials.push(trial(&alembic, format!("chains {first} to {}", seeds.end - 1), move |alembic| {
            generated(alembic, seeds.clone(), &agreed)
        }));
    }
    for case in cases() {
        let name = case.file_name().unwrap_or_default().to_string_lossy().into_owned();
        trials.push(trial(&alembic, format!("case {name}"), move |alembic| kept(alembic, &case)));
    }
    let conclusion = libtest_mimic::run(&arguments, trials);
    match &alembic {
        None if !arguments.list => {
            eprintln!("skipped: no Python with the packages of scripts/reference/requirements.txt (scripts/test makes one)")
        }
        _ => eprintln!("{} generated chains made the same", agreed.load(Ordering::Relaxed)),
    }
    // Leaving the process here would leave Python running.
    drop(alembic);
    conclusion.exit();
}

fn trial(alembic: &Option<Arc<Alembic>>, name: String, test: impl FnOnce(&Alembic) -> Result<(), Failed> + Send + 'static) -> Trial {
    match alembic.clone() {
        Some(alembic) => Trial::test(name, move || test(&alembic)),
        None => Trial::test(name, || Err("no Python with the reference".into())).with_ignored_flag(!required()),
    }
}

fn seeds() -> Range<u64> {
    let Ok(range) = std::env::var("ALUDEL_CHAINS") else { return 0..240 };
    let numbers = range.split_once("..").and_then(|(start, end)| Some(start.parse().ok()?..end.parse().ok()?));
    numbers.unwrap_or_else(|| panic!("ALUDEL_CHAINS is not like 1000..2000: {range}"))
}

fn generated(alembic: &Alembic, seeds: Range<u64>, agreed: &AtomicUsize) -> Result<(), Failed> {
    for seed in seeds {
        let recipe = Recipe::new(seed);
        match check(alembic, &recipe) {
            Outcome::Same => {
                agreed.fetch_add(1, Ordering::Relaxed);
            }
            Outcome::Neither => {}
            Outcome::Differs(how) => return Err(smallest(alembic, seed, recipe, how).into()),
        }
    }
    Ok(())
}

fn check(alembic: &Alembic, recipe: &Recipe) -> Outcome {
    let folder = tempfile::tempdir().expect("a folder");
    let chain = recipe.chain();
    chain.write(folder.path());
    Pair { folder: folder.path().to_owned(), halfway: chain.halfway }.check(alembic)
}

/// Makes a failing chain smaller for as long as it fails, and shows it.
fn smallest(alembic: &Alembic, seed: u64, mut recipe: Recipe, mut how: String) -> String {
    let mut attempts = 0;
    'smaller: loop {
        for smaller in recipe.smaller() {
            attempts += 1;
            if attempts > ATTEMPTS {
                break 'smaller;
            }
            if let Outcome::Differs(difference) = check(alembic, &smaller) {
                (recipe, how) = (smaller, difference);
                continue 'smaller;
            }
        }
        break;
    }
    let chain = recipe.chain();
    if let Some(folder) = std::env::var_os("ALUDEL_KEEP") {
        chain.write(&Path::new(&folder).join(format!("seed_{seed}")));
    }
    let revisions: Vec<String> = chain.revisions.iter().map(|revision| format!("--- {}.py\n{}", revision.id, revision.ours)).collect();
    format!("seed {seed}, halfway {:?}: {how}\n\n{}", chain.halfway, revisions.join("\n"))
}

/// A chain that taught something.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    /// What was wrong.
    #[serde(rename = "about")]
    _about: String,
    halfway: Option<String>,
}

fn cases() -> Vec<PathBuf> {
    let folder = root().join("golden/live/chains");
    let Ok(entries) = std::fs::read_dir(&folder) else { return Vec::new() };
    let mut cases: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    cases.sort();
    cases
}

fn kept(alembic: &Alembic, case: &Path) -> Result<(), Failed> {
    let Case { halfway, .. } = toml::from_str(&read(&case.join("case.toml")))?;
    let folder = tempfile::tempdir()?;
    for project in ["ours", "twin"] {
        let versions = folder.path().join(project).join("versions");
        std::fs::create_dir_all(&versions)?;
        for entry in std::fs::read_dir(case.join(project).join("versions"))? {
            let path = entry?.path();
            std::fs::copy(&path, versions.join(path.file_name().unwrap_or_default()))?;
        }
    }
    match (Pair { folder: folder.path().to_owned(), halfway }).check(alembic) {
        Outcome::Same => Ok(()),
        Outcome::Neither => Err("the database refuses both".into()),
        Outcome::Differs(how) => Err(how.into()),
    }
}
