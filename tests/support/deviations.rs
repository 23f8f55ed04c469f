//! `golden/DEVIATIONS.toml`: the outputs that differ from Alembic's on purpose, each held by the hashes of both sides.

use std::collections::BTreeMap;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::difference::difference;
use super::{read, root};

/// The classes a difference may be of. The list is closed: everything else is parity.
const CLASSES: [&str; 7] =
    ["concurrently", "parameters", "tab-in-literal", "print-mixed-in", "result-was-none", "rebuild-keeps", "better-than-error"];

/// One deliberate difference.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// A case of `golden/cases` (`ID@DIALECT`) or a file below `golden/`.
    pub case: Option<String>,
    /// Or a revision of a chain that is not in the repository: these four.
    pub chain: Option<String>,
    pub dialect: Option<String>,
    pub direction: Option<String>,
    pub revision: Option<String>,
    pub class: String,
    /// SHA-256 of what Alembic prints.
    pub theirs: String,
    /// SHA-256 of what Aludel prints.
    pub ours: String,
    pub why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    deviation: Vec<Row>,
}

/// The rows by case.
pub struct Deviations(BTreeMap<String, Row>);

impl Deviations {
    /// Reads the file; refuses unknown classes, rows without a reason and cases named twice.
    pub fn read() -> Self {
        let file: File = toml::from_str(&read(&root().join("golden/DEVIATIONS.toml"))).expect("golden/DEVIATIONS.toml is understood");
        let mut rows = BTreeMap::new();
        for row in file.deviation {
            assert!(CLASSES.contains(&row.class.as_str()), "{row:?}: an unknown class; the list is closed: {CLASSES:?}");
            assert!(!row.why.trim().is_empty(), "{row:?}: says not why");
            if let Some(case) = row.case.clone() {
                assert!(rows.insert(case.clone(), row).is_none(), "{case} has two rows");
            } else {
                let four = [&row.chain, &row.dialect, &row.direction, &row.revision];
                assert!(four.iter().all(|field| field.is_some()), "{row:?}: names neither a case nor a chain's revision");
            }
        }
        Self(rows)
    }

    /// The cases that rows name.
    pub fn cases(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Whether an output is as it should be: the reference's bytes with no row, or other bytes with a row of exactly these two.
    pub fn judge(&self, case: &str, theirs: &str, ours: &str) -> Result<(), String> {
        match self.0.get(case) {
            None if ours == theirs => Ok(()),
            None => Err(format!("{}{}", difference(theirs, ours), as_row(case, theirs, ours))),
            Some(_) if ours == theirs => Err("a row says that this differs, but it is the same: take the row out".to_owned()),
            Some(row) if row.theirs == sha256(theirs) && row.ours == sha256(ours) => Ok(()),
            Some(_) => Err(format!("its row is stale: look again\n{}{}", difference(theirs, ours), as_row(case, theirs, ours))),
        }
    }
}

/// The row that would make this a deliberate difference.
fn as_row(case: &str, theirs: &str, ours: &str) -> String {
    format!(
        "\nIf this is deliberate, golden/DEVIATIONS.toml wants\n\n[[deviation]]\ncase = {case:?}\nclass = \"\"\ntheirs = \"{}\"\nours = \"{}\"\nwhy = \"\"\n",
        sha256(theirs),
        sha256(ours)
    )
}

/// The SHA-256 of a text, in hexadecimal.
pub fn sha256(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
