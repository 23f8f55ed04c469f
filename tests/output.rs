//! What is written where: scripts and folders, whole or not at all, and what stands on standard error beside them.

mod support;

use std::fs;
use std::process::{Command, Stdio};

use support::place::{Done, Place, revision};

/// A revision whose upgrade is these statements.
fn upgrading(id: &str, parent: &str, body: &str) -> String {
    revision(id, parent).replace("op.execute('SELECT 1')", body)
}

/// The text of every file below a folder, by its path.
fn contents(place: &Place, folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(place.path(folder)).sort_by_file_name() {
        let entry = entry.expect("read");
        if entry.file_type().is_file() {
            files.push((entry.path().display().to_string(), fs::read_to_string(entry.path()).expect("UTF-8")));
        }
    }
    files
}

#[test]

fn a_script_goes_to_standard_output_or_to_a_file() {
    let place = Place::chain();
    let script = place.run(&["upgrade", "head", "--sql"]);
    assert!(script.done().contains("-- Running upgrade a1aaa -> b2bbb"), "{script:?}");
    assert_eq!(script.problems, "");
    let noted = place.run(&["upgrade", "head"]);
    assert_eq!(noted.done(), script.told);
    assert!(noted.problems.contains("no database was changed"), "{}", noted.problems);
    assert_eq!(place.run(&["upgrade", "head", "-q"]).problems, "");
    let written = place.run(&["upgrade", "head", "-o", "up.sql"]);
    assert_eq!((written.done(), written.problems.as_str()), ("", ""));
    assert_eq!(fs::read_to_string(place.path("up.sql")).expect("read"), script.told);
}

#[test]

fn downgrade_starts_at_the_head_and_says_so() {
    let place = Place::chain();
    let done = place.run(&["downgrade", "-1"]);
    assert!(done.done().contains("-- Running downgrade b2bbb -> a1aaa"), "{done:?}");
    assert!(done.problems.contains("L504") && done.problems.contains("`b2bbb`"), "{}", done.problems);
    let from = place.run(&["downgrade", "-1", "--from", "a1aaa", "--sql"]);
    assert!(from.done().contains("-- Running downgrade a1aaa -> "), "{from:?}");
    assert_eq!(from.problems, "");
}

#[test]

fn a_file_is_written_whole_or_not_at_all() {
    let place = Place::chain();
    place.write("up.sql", "what was there");
    place.run(&["upgrade", "head", "-o", "no/such/folder.sql"]).refused(&["E0706"]);
    place.run(&["upgrade", "head", "-o", "migrations"]).refused(&["E0706"]);
    if cfg!(target_os = "linux") {
        place.run(&["upgrade", "head", "-o", "/dev/full"]).refused(&["E0706"]);
    }
    place.write("migrations/versions/c3.py", upgrading("c3ccc", "'b2bbb'", "nowhere()"));
    assert_eq!(place.run(&["upgrade", "head", "-o", "up.sql"]).status, Some(2));
    assert_eq!(fs::read_to_string(place.path("up.sql")).expect("read"), "what was there");
    assert_eq!(place.listing("."), ["alembic.ini", "migrations", "up.sql"]);
}

#[test]

fn a_folder_holds_a_pair_of_files_a_revision_and_the_range() {
    let place = Place::chain();
    place.run(&["compile", "--out", "build"]).done();
    let expected = [
        "0001_a1aaa_revision_a1aaa.downgrade.sql",
        "0001_a1aaa_revision_a1aaa.upgrade.sql",
        "0002_b2bbb_revision_b2bbb.downgrade.sql",
        "0002_b2bbb_revision_b2bbb.upgrade.sql",
        "SHA256SUMS",
        "downgrade.sql",
        "manifest.toml",
        "upgrade.sql",
    ];
    assert_eq!(place.listing("build/postgresql"), expected);
    let manifest: toml::Table = fs::read_to_string(place.path("build/postgresql/manifest.toml")).expect("read").parse().expect("TOML");
    assert_eq!(manifest["complete"].as_bool(), Some(true));
    let files = manifest["file"].as_array().expect("files");
    assert_eq!(files.len(), 6);
    for file in files.iter().filter(|file| file.get("revision").is_some()) {
        let inputs = file["inputs"].as_table().expect("inputs");
        let id = file["revision"].as_str().expect("an id");
        assert!(inputs.contains_key(&format!("migrations/versions/{}.py", &id[..2])), "{inputs:?}");
    }
    place.run(&["verify", "build"]).done();
}

#[test]

fn checksums_need_no_aludel() {
    let place = Place::chain();
    place.run(&["compile", "--out", "build"]).done();
    let check = || Command::new("sha256sum").args(["-c", "SHA256SUMS"]).current_dir(place.path("build/postgresql")).output();
    let Ok(done) = check() else { return };
    assert!(done.status.success(), "{done:?}");
    place.write("build/postgresql/upgrade.sql", "cut off");
    assert!(!check().expect("runs").status.success());
    assert_eq!(place.run(&["verify", "build"]).status, Some(1));
}

#[test]

fn the_same_input_gives_the_same_bytes() {
    let place = Place::chain();
    place.run(&["compile", "--out", "one"]).done();
    place.run(&["compile", "--out", "two"]).done();
    let texts = |folder: &str| contents(&place, folder).into_iter().map(|(_, text)| text).collect::<Vec<_>>();
    assert_eq!(texts("one"), texts("two"));
    let all: String = texts("one").concat();
    assert!(!all.contains(place.0.path().to_str().expect("UTF-8")) && !all.contains("s3cret"));
}

#[test]

fn only_aludels_own_folder_is_written_over() {
    let place = Place::chain();
    place.run(&["compile", "--out", "build"]).done();
    place.run(&["compile", "--out", "build"]).done();
    place.write("build/postgresql/notes.txt", "mine");
    place.run(&["compile", "--out", "build"]).refused(&["E0707"]);
    place.write("other/postgresql/notes.txt", "mine");
    place.run(&["compile", "--out", "other"]).refused(&["E0707"]);
    assert_eq!(place.listing("other/postgresql"), ["notes.txt"]);
    place.write("file", "");
    place.run(&["compile", "--out", "file"]).refused(&["E0707"]);
}

/// A limit on the size of files stands for a full disk: writing fails midway.
#[cfg(target_os = "linux")]
#[test]

fn a_full_disk_leaves_nothing_behind() {
    let place = Place::chain();
    place.write("migrations/versions/c3.py", upgrading("c3ccc", "'b2bbb'", &format!("op.execute('{}')", "SELECT 1".repeat(1000))));
    let limited = |script: &str| {
        let script = format!("trap '' XFSZ; ulimit -f 4; exec {} {script}", env!("CARGO_BIN_EXE_aludel"));
        let mut command = Command::new("sh");
        command.args(["-c", &script]).current_dir(place.0.path()).stdin(Stdio::null());
        Done::of(&command.output().expect("runs"))
    };
    limited("compile --out deep/build").refused(&["E0706"]);
    limited("upgrade head -o up.sql").refused(&["E0706"]);
    assert_eq!(place.listing("."), ["alembic.ini", "migrations"]);
}

#[test]

fn what_can_not_be_known_is_refused_with_its_place() {
    for (body, code) in [
        ("import os\n    os.system('rm -rf /')", "E0204"),
        ("while True:\n        pass", "E0206"),
        ("def f():\n        f()\n    f()", "E0207"),
    ] {
        let place = Place::chain();
        place.write("migrations/versions/c3.py", upgrading("c3ccc", "'b2bbb'", body));
        for arguments in [&["upgrade", "head", "--sql"][..], &["compile", "--out", "build"]] {
            let done = place.run(arguments);
            done.refused(&[code]);
            assert!(done.problems.contains("migrations/versions/c3.py:"), "{}", done.problems);
        }
        assert_eq!(place.listing("."), ["alembic.ini", "migrations"]);
    }
}

#[test]

fn keep_going_writes_what_compiles() {
    let place = Place::chain();
    place.write("migrations/versions/b2.py", upgrading("b2bbb", "'a1aaa'", "import os\n    os.system('x')"));
    let done = place.run(&["compile", "--keep-going", "--out", "build"]);
    assert_eq!(done.status, Some(2));
    assert!(done.problems.contains("E0204"), "{}", done.problems);
    let names = place.listing("build/postgresql");
    assert!(names.iter().any(|name| name.starts_with("0001_a1aaa")) && !names.contains(&"upgrade.sql".to_owned()), "{names:?}");
    let manifest: toml::Table = fs::read_to_string(place.path("build/postgresql/manifest.toml")).expect("read").parse().expect("TOML");
    assert_eq!(manifest["complete"].as_bool(), Some(false));
    assert_eq!(manifest["missing"][0]["revision"].as_str(), Some("b2bbb"));
}

#[test]
fn what_was_written_before_the_chain_is_found_open_is_taken_back() {
    let asks = "    if not sa.inspect(op.get_bind()).has_table('x'):\n        op.execute('SELECT 1')";
    let mut bodies = vec![asks];
    bodies.extend(["    op.execute('SELECT 2')"; 98]);
    bodies.push("    op.add_column('nobody_made_it', sa.Column('a', sa.Integer))");
    let place = Place::of("postgresql://h/d", &bodies);
    let done = place.run(&["compile", "--keep-going", "--out", "build"]);
    assert_eq!(done.status, Some(2));
    let names = place.listing("build/postgresql");
    assert!(names.iter().any(|name| name.ends_with("r1.upgrade.sql")), "{names:?}");
    assert!(!names.iter().any(|name| name.ends_with("r0.upgrade.sql")), "{names:?}");
    place.run(&["verify", "build"]).done();
}

#[test]
fn a_folder_in_the_way_and_what_does_not_compile_are_told_in_one_run() {
    let place = Place::chain();
    place.write("migrations/versions/b2.py", upgrading("b2bbb", "'a1aaa'", "import os\n    os.system('x')"));
    place.write("build/postgresql/notes.txt", "mine");
    place.run(&["compile", "--out", "build"]).refused(&["E0204", "E0707"]);
    place.run(&["compile", "--out", "build", "--keep-going"]).refused(&["E0204", "E0707"]);
    assert_eq!(place.listing("build/postgresql"), ["notes.txt"]);
}

#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_nothing_behind() {
    let slow = "    for i in range(2000):\n        str(i)";
    let place = Place::of("postgresql://h/d", &[slow; 200]);
    let mut child = place.command(&["compile", "--out", "deep/build"]).stderr(Stdio::piped()).spawn().expect("starts");
    while !place.path("deep/build").exists() {
        assert!(child.try_wait().expect("ours").is_none(), "it has ended before");
    }
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
    assert!(sent.success());
    Done::of(&child.wait_with_output().expect("ends")).refused(&["E0706"]);
    assert_eq!(place.listing("."), ["alembic.ini", "migrations"]);
}

#[test]
fn a_missing_environment_variable_names_the_option_that_gives_it() {
    let revision = "import os\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
                    op.execute(f\"SELECT '{os.environ['STAGE']}'\")\n\n\ndef downgrade():\n    pass\n";
    let ini = "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = postgresql://h/d\n";
    let place = Place::new(&[("alembic.ini", ini), ("migrations/versions/r1.py", revision)]);
    let run = place.run(&["upgrade", "head", "--sql"]);
    run.refused(&["E0205"]);
    assert!(run.problems.contains("--env STAGE=VALUE"), "{}", run.problems);
    assert!(place.run(&["upgrade", "head", "--sql", "--env", "STAGE=blue"]).done().contains("SELECT 'blue'"));
}
