//! The cases of `golden/cases`: the bytes that real Alembic prints, and where it raises, an error with a code and exit status 2.

mod support;

use std::collections::BTreeSet;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};
use regex::Regex;
use support::cases::{Answer, Family, answers, families};
use support::deviations::Deviations;
use support::{aludel, output};

fn main() {
    let arguments = Arguments::from_args();
    let deviations = Arc::new(Deviations::read());
    let dialects: Vec<Arc<str>> = aludel::dialect::Dialect::names(&[]).into_iter().map(Arc::from).collect();
    let mut trials = Vec::new();
    let mut known = BTreeSet::new();
    for name in families() {
        let family = Arc::new(Family::read(&name));
        for dialect in &dialects {
            for (id, answer) in answers(&name, dialect) {
                known.insert(family.case(&id).map_or_else(|| id.clone(), |case| case.name(dialect)));
                let (family, deviations, dialect) = (Arc::clone(&family), Arc::clone(&deviations), Arc::clone(dialect));
                trials.push(Trial::test(format!("{id}@{dialect}"), move || check(&family, &id, &dialect, &answer, &deviations)));
            }
        }
    }
    trials.push(Trial::test("deviations name cases", move || rows_name_cases(&deviations, &known)));
    libtest_mimic::run(&arguments, trials).exit();
}

fn check(family: &Family, id: &str, dialect: &str, answer: &Answer, deviations: &Deviations) -> Result<(), Failed> {
    let case = family.case(id).ok_or("no such case: the answers are older than the questions")?;
    let folder = tempfile::tempdir()?;
    family.lay_out(case, dialect, folder.path());
    let done = output(aludel(folder.path()).args(["-c", "alembic.ini"]).args(case.arguments()));
    let (printed, errors) = (String::from_utf8(done.stdout)?, String::from_utf8_lossy(&done.stderr).into_owned());
    let name = case.name(dialect);
    match answer {
        Answer::Script(theirs) if done.status.success() => Ok(deviations.judge(&name, theirs, &printed)?),
        Answer::Script(_) => Err(format!("{}\n{errors}", done.status).into()),
        Answer::Error(theirs) if done.status.success() => Ok(deviations.judge(&name, theirs, &printed)?),
        Answer::Error(_) => is_coded(done.status.code(), &errors),
    }
}

/// Exit status 2 and a diagnostic with a code.
fn is_coded(status: Option<i32>, errors: &str) -> Result<(), Failed> {
    let code = Regex::new(r"\b[EL]\d{4}\b").expect("a pattern");
    if status == Some(2) && code.is_match(errors) { Ok(()) } else { Err(format!("exit status {status:?}\n{errors}").into()) }
}

/// Rows about cases name cases of ours.
fn rows_name_cases(deviations: &Deviations, known: &BTreeSet<String>) -> Result<(), Failed> {
    let unknown: Vec<&str> = deviations.cases().filter(|case| !case.starts_with("examples/") && !known.contains(*case)).collect();
    if unknown.is_empty() { Ok(()) } else { Err(format!("no such cases: {unknown:?}").into()) }
}
