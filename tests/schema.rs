//! What the replayed schema tells: as SQL, which a real database takes and which makes what the chain's script makes; of downgrades.

mod support;

use rusqlite::Connection;
use support::{aludel, output, root};

fn told(arguments: &[&str]) -> String {
    let done = output(aludel(&root().join("examples/notebook")).args(arguments));
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("UTF-8")
}

/// Columns, foreign keys and indexes of all tables but the version table's, names of triggers and views.
fn facts(sql: &str) -> Vec<String> {
    let database = Connection::open_in_memory().expect("a database");
    database.execute_batch(sql).unwrap_or_else(|error| panic!("{error}\n{sql}"));
    let queries = [
        "SELECT m.name || '.' || c.name || ' ' || c.type || ' ' || c.\"notnull\" || ' ' || coalesce(c.dflt_value, '-') || ' ' || c.pk
         FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'",
        "SELECT m.name || ' ' || f.\"from\" || ' ' || f.\"table\" || ' ' || f.on_delete
         FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
        "SELECT m.name || ' ' || i.\"unique\" || ' ' || i.partial || ' ' || (SELECT group_concat(coalesce(x.name, '')) FROM pragma_index_info(i.name) x)
         FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table'",
        "SELECT type || ' ' || name FROM sqlite_master WHERE type IN ('trigger', 'view')",
    ];
    let mut found = Vec::new();
    for query in queries {
        let mut statement = database.prepare(query).expect("a query");
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).expect("rows");
        found.extend(
            rows.map(|row| row.expect("a text")).filter(|fact| !fact.starts_with("alembic_version") && !fact.starts_with("sqlite_")),
        );
    }
    found.sort();
    found
}

#[test]
fn it_makes_what_the_chain_makes() {
    let script = told(&["upgrade", "head", "--sql"]);
    let schema = told(&["schema"]);
    assert!(!schema.contains("alembic_version"), "{schema}");
    assert_eq!(facts(&schema), facts(&script));
}

#[test]
fn differences_are_told_both_ways() {
    let (up, down) = (told(&["schema", "--diff", "base..head"]), told(&["schema", "--diff", "head..base"]));
    assert!(up.contains("table \"notes\" is new\n"), "{up}");
    assert!(down.contains("table \"notes\" is gone\n"), "{down}");
    assert_eq!(told(&["schema", "--diff", "head..head"]), "");
}

#[test]
fn a_range_without_two_ends_is_refused() {
    let done = output(aludel(&root().join("examples/notebook")).args(["schema", "--diff", "head"]));
    assert_eq!(done.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&done.stderr).contains("E0708"));
}

#[test]
fn what_a_downgrade_leaves_is_told() {
    let out = tempfile::tempdir().expect("a folder");
    let folder = out.path().join("build");
    let done = output(aludel(&root().join("examples/notebook")).args(["compile", "--out"]).arg(&folder));
    let errors = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success() && errors.contains("L506") && errors.contains("a08dcfefa087"), "{errors}");
    let manifest = std::fs::read_to_string(folder.join("sqlite/manifest.toml")).expect("the manifest");
    assert_eq!(manifest.matches("\nleaves = [").count(), errors.matches("L506").count(), "{manifest}");
}
