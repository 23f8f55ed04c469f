//! `history`, `heads`, `branches` and `show`, compared with what Alembic printed (`tests/listing/record.py`).

mod support;

use std::collections::BTreeMap;

use serde::Deserialize;
use support::{aludel, root};

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum Expected {
    Text(String),
    Error(String),
}

#[test]
fn listings_are_alembics() {
    let expected: BTreeMap<String, Expected> = serde_json::from_str(include_str!("listing/expected.json")).expect("expected");
    let mut wrong = Vec::new();
    for (command, expected) in expected {
        let done = aludel(&root().join("tests/listing/project")).args(command.split(' ')).output().expect("runs");
        let (told, problem) = (String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        let agrees = match &expected {
            Expected::Text(text) => done.status.code() == Some(0) && ordered(text) == ordered(&told),
            Expected::Error(message) => done.status.code() == Some(2) && words(&problem).contains(&words(message)),
        };
        if !agrees {
            let (Expected::Text(text) | Expected::Error(text)) = expected;
            wrong.push(format!("{command}\n--- Alembic\n{text}\n--- ours\n{told}{problem}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Alembic lists a branch point's children in the order of a set, which differs from run to run.
fn ordered(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for line in &mut lines {
        if let Some(children) = line.strip_prefix("Branches into: ") {
            let mut children: Vec<&str> = children.split(", ").collect();
            children.sort_unstable();
            *line = format!("Branches into: {}", children.join(", "));
        }
    }
    for run in lines.chunk_by_mut(|first, second| first.contains("  -> ") && second.contains("  -> ")) {
        run.sort_unstable();
    }
    lines
}

/// A report without what its frame and its line breaks add.
fn words(text: &str) -> String {
    text.split_whitespace().filter(|word| !["│", "×"].contains(word)).collect::<Vec<_>>().join(" ")
}
