//! The program end to end: finding projects, bad input, what is written where, exit statuses.

mod support;

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use support::place::{Done, Place, revision};

const HEAD: &str = "b2bbb (head)\n";

#[test]
fn the_configuration_is_looked_for_in_order() {
    let version = revision("b2bbb", "None");
    let layouts: [&[(&str, &str)]; 6] = [
        &[("aludel.toml", "versions = ['v']\n"), ("v/x.py", &version)],
        &[("aludel.toml", "config = 'db/my.ini'\n"), ("db/my.ini", "[alembic]\n"), ("db/versions/x.py", &version)],
        &[("alembic.ini", "[alembic]\nscript_location = m\n"), ("m/versions/x.py", &version)],
        &[("pyproject.toml", "[tool.alembic]\nscript_location = 'm'\n"), ("m/versions/x.py", &version)],
        &[("migrations/alembic.ini", "[alembic]\n"), ("migrations/versions/x.py", &version)],
        &[("alembic/alembic.ini", "[alembic]\n"), ("alembic/versions/x.py", &version)],
    ];
    for layout in layouts {
        assert_eq!(Place::new(layout).run(&["heads"]).done(), HEAD, "{}", layout[0].0);
    }
}

#[test]
fn aludel_toml_leads_to_the_configuration_beside_it() {
    let place = Place::new(&[
        ("db/aludel.toml", "dialect = 'sqlite'\n"),
        ("db/alembic.ini", "[alembic]\nscript_location = %(here)s/m\n"),
        ("db/m/versions/x.py", &revision("b2bbb", "None")),
    ]);
    for config in ["db/aludel.toml", "db/alembic.ini"] {
        assert_eq!(place.run(&["heads", "-c", config]).done(), HEAD);
    }
}

#[test]
fn a_pyproject_of_something_else_is_passed_over() {
    let place = Place::new(&[
        ("pyproject.toml", "[project]\nname = 'x'\n"),
        ("migrations/alembic.ini", "[alembic]\n"),
        ("migrations/versions/x.py", &revision("b2bbb", "None")),
    ]);
    assert_eq!(place.run(&["heads"]).done(), HEAD);
}

#[test]
fn options_stand_before_and_after_the_command() {
    let place = Place::new(&[("x/my.ini", "[other]\nscript_location = %(here)s/m\n"), ("x/m/versions/x.py", &revision("b2bbb", "None"))]);
    for arguments in [
        ["-c", "x/my.ini", "-n", "other", "heads"],
        ["-c", "x/my.ini", "heads", "-n", "other"],
        ["heads", "-c", "x/my.ini", "--name", "other"],
    ] {
        assert_eq!(place.run(&arguments).done(), HEAD);
    }
}

#[test]
fn folders_need_no_configuration() {
    let place = Place::new(&[("one/a.py", &revision("a1aaa", "None")), ("two/b.py", &revision("b2bbb", "'a1aaa'"))]);
    assert_eq!(place.run(&["heads", "--versions", "one", "--versions", "two"]).done(), HEAD);
    place.run(&["heads", "--versions", "two"]).refused(&["E0503"]);
    place.write("aludel.toml", "config = 'nowhere.ini'\ndialect = 'sqlite'\n");
    assert!(place.run(&["upgrade", "head", "--sql", "--versions", "one"]).done().contains("RETURNING"), "what it says of the rest holds");
}

#[test]
fn what_alembic_passes_over_is_passed_over() {
    let place = Place::chain();
    for name in ["__init__.py", ".#b2.py", "b2.py~", "README", "notes.txt", "b2.pyc", "__pycache__/b2.cpython-311.pyc", "deeper/c.py"] {
        place.write(&format!("migrations/versions/{name}"), [0xff]);
    }
    assert_eq!(place.run(&["heads"]).done(), HEAD);
}

#[test]
fn folders_within_are_read_where_the_configuration_says_so() {
    let place = Place::chain();
    place.write("migrations/versions/deeper/c.py", revision("c3ccc", "'b2bbb'"));
    place.write("migrations/versions/__pycache__/d.py", [0xff]);
    place.write("alembic.ini", "[alembic]\nscript_location = migrations\nrecursive_version_locations = true\n");
    assert_eq!(place.run(&["heads"]).done(), "c3ccc (head)\n");
}

#[test]
fn a_file_in_two_locations_counts_once() {
    let place = Place::chain();
    place.write("alembic.ini", "[alembic]\nscript_location = migrations\npath_separator = ;\nversion_locations = migrations/versions;%(here)s/migrations/versions\n");
    let done = place.run(&["heads"]);
    assert_eq!(done.done(), HEAD);
    assert!(done.problems.contains("is reached twice"), "{}", done.problems);
}

#[test]
fn no_configuration() {
    Place::new(&[]).run(&["heads"]).refused(&["E0701"]);
    Place::new(&[]).run(&["heads", "-c", "nowhere.ini"]).refused(&["E0705"]);
    Place::new(&[("pyproject.toml", "")]).run(&["heads", "-c", "pyproject.toml"]).refused(&["E0701"]);
}

#[test]
fn configurations_that_are_no_good() {
    for (files, arguments) in [
        (("alembic.ini", "script_location = x\n"), &["heads"][..]),
        (("alembic.ini", "[alembic]\nnonsense\n"), &["heads"]),
        (("alembic.ini", "[alembic]\nscript_location = %(nope)s\n"), &["heads"]),
        (("alembic.ini", "[other]\n"), &["heads"]),
        (("pyproject.toml", "[tool.alembic]\nscript_location = 1.5\n"), &["heads"]),
        (("pyproject.toml", "[tool.alembic\n"), &["heads", "-c", "pyproject.toml"]),
        (("aludel.toml", "dialekt = 'x'\n"), &["heads"]),
        (("alembic.ini", "[alembic]\nscript_location = nothing:here\n"), &["heads"]),
    ] {
        Place::new(&[files]).run(arguments).refused(&["E0702"]);
    }
}

#[test]
fn no_revisions() {
    let place = Place::new(&[("empty/README", ""), ("alembic.ini", "[alembic]\nscript_location = m\n"), ("m/env.py", "")]);
    place.run(&["heads", "--versions", "empty"]).refused(&["E0703"]);
    place.run(&["heads", "--versions", "nowhere"]).refused(&["E0705"]);
    place.run(&["heads"]).refused(&["E0705"]);
}

#[test]
fn every_bad_file_is_named_in_one_run() {
    let place = Place::chain();
    let versions = "migrations/versions";
    place.write(&format!("{versions}/c.py"), "x = '\u{e9}'".chars().map(|c| c as u8).collect::<Vec<u8>>());
    place.write(&format!("{versions}/d.py"), "def upgrade(:\n");
    place.write(&format!("{versions}/e.py"), format!("x = {}{}\n", "(".repeat(10_000), ")".repeat(10_000)));
    place.write(&format!("{versions}/f.py"), "# coding: latin-1\nx = 'é'\n");
    place.write(&format!("{versions}/g.py"), "x = '\0'\n");
    place.write(&format!("{versions}/no id.py"), "x = 1\n");
    let large = fs::File::create(place.path(&format!("{versions}/h.py"))).expect("made");
    large.set_len(200 << 20).expect("stretched");
    let done = place.run(&["upgrade", "head", "--sql"]);
    done.refused(&["E0102", "E0104", "E0102", "E0101", "E0103", "E0101", "E0501"]);
    for name in ["c.py", "d.py:1", "e.py:1", "f.py", "g.py", "h.py", "no id.py"] {
        assert!(done.problems.contains(&format!("migrations/versions/{name}")), "{name}: {}", done.problems);
    }
    assert!(done.problems.len() < 10_000, "a report of a long line is short");
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_revisions_is_refused_and_not_waited_for() {
    let place = Place::chain();
    let made = std::process::Command::new("mkfifo").arg(place.path("migrations/versions/c.py")).status().expect("mkfifo runs");
    assert!(made.success());
    place.run(&["heads"]).refused(&["E0705"]);
}

#[cfg(unix)]
#[test]
fn unreadable_files() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let place = Place::chain();
    symlink("nowhere.py", place.path("migrations/versions/c.py")).expect("linked");
    place.run(&["heads"]).refused(&["E0705"]);
    let file = place.path("migrations/versions/b2.py");
    fs::set_permissions(&file, fs::Permissions::from_mode(0o000)).expect("set");
    // Root reads everything.
    if fs::read(&file).is_err() {
        place.run(&["heads"]).refused(&["E0705", "E0705"]);
    }
}

#[test]
fn line_ends_and_byte_order_marks_change_nothing() {
    let place = Place::chain();
    let text = revision("b2bbb", "'a1aaa'").replace('\n', "\r\n");
    place.write("migrations/versions/b2.py", format!("\u{feff}{text}"));
    let ini = fs::read_to_string(place.path("alembic.ini")).expect("read");
    place.write("alembic.ini", format!("\u{feff}{}", ini.replace('\n', "\r\n")));
    assert_eq!(place.run(&["heads"]).done(), HEAD);
}

#[test]
fn the_dialect_must_be_known() {
    let place = Place::chain();
    for url in ["driver://user:s3cret@localhost/db", "%%(nothing)s", ""] {
        let ini = format!("[alembic]\nscript_location = migrations\nsqlalchemy.url = {url}\n");
        place.write("alembic.ini", ini);
        let done = place.run(&["upgrade", "head", "--sql"]);
        done.refused(&["E0601"]);
        assert!(done.problems.contains("--dialect") && !done.problems.contains("s3cret"), "{}", done.problems);
    }
    place.run(&["upgrade", "head", "--sql", "--dialect", "nonsense"]).refused(&["E0601"]);
}

#[test]
fn passwords_are_never_shown() {
    let place = Place::chain();
    place.write("alembic.ini", "[alembic]\nsqlalchemy.url = postgresql://me:s3cret@host/db\nnonsense\n");
    for format in ["text", "json"] {
        let done = place.run(&["heads", "--format", format]);
        assert!(!format!("{done:?}").contains("s3cret"), "{done:?}");
    }
}

#[test]
fn usage_errors_are_errors() {
    let place = Place::chain();
    for arguments in [&["nonsense"][..], &["upgrade"], &["heads", "--nonsense"], &[], &["upgrade", "head", "--env", "novalue"]] {
        assert_eq!(place.run(arguments).status, Some(2), "{arguments:?}");
    }
    place.run(&["heads", "-c", "a.ini", "-c", "b.ini"]).refused(&["E0708"]);
    place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql", "--dialect", "sqlite"]).refused(&["E0708"]);
    place.run(&["downgrade", "head:base", "--from", "b2bbb"]).refused(&["E0708"]);
    place.run(&["stamp", "head", "--purge", "--sql"]).refused(&["E0708"]);
}

#[test]
fn help_has_examples() {
    for command in ["upgrade", "downgrade", "stamp", "compile", "verify", "history", "heads", "branches", "show", "current"] {
        let done = Place::new(&[]).run(&[command, "--help"]);
        assert!(done.done().contains("Example"), "{command}");
    }
    assert!(Place::new(&[]).run(&["--version"]).done().starts_with("aludel "));
}

#[test]
fn downgrade_without_a_start_is_refused_only_as_alembic_does() {
    let place = Place::chain();
    let done = place.run(&["downgrade", "base", "--sql"]);
    done.refused(&["E0508"]);
    assert!(done.problems.contains("downgrade with --sql requires <fromrev>:<torev>"), "{}", done.problems);
}

#[cfg(unix)]
#[test]
fn called_as_alembic_it_wants_to_be_told_sql() {
    let place = Place::chain();
    let link = place.path("alembic");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_aludel"), &link).expect("linked");
    let run = |arguments: &[&str]| Done::of(&Command::new(&link).args(arguments).current_dir(place.0.path()).output().expect("runs"));
    for arguments in [&["upgrade", "head"], &["downgrade", "-1"], &["stamp", "head"]] {
        run(arguments).refused(&["E0708"]);
    }
    assert_eq!(run(&["heads"]).done(), HEAD);
}

#[test]
fn current_reads_the_version_tables_rows() {
    let place = Place::chain();
    assert_eq!(place.run(&["current", "--query"]).done(), "SELECT version_num FROM alembic_version;\n");
    let pending = "a1aaa\n1 revision is pending:\n  a1aaa -> b2bbb (head), revision b2bbb\n";
    assert_eq!(place.run_with(&["current"], " version_num \n-----\n a1aaa\n(1 row)\n").done(), pending);
    assert_eq!(place.run_with(&["current"], "b2bbb\n").done(), "b2bbb (head)\nnothing is pending\n");
    assert_eq!(place.run_with(&["current"], "").done().lines().count(), 3);
    place.run_with(&["current"], "zzz\n").refused(&["E0507"]);
    assert_eq!(place.run_with(&["current", "-c"], "a1aaa\n").status, Some(1));
    assert_eq!(place.run_with(&["current", "-c"], "b2bbb\n").status, Some(0));
    let marked = place.run_with(&["history", "-i"], "a1aaa\n");
    assert!(marked.done().contains("<base> -> a1aaa (current), revision a1aaa"), "{marked:?}");
}

#[test]
fn reports_are_there_for_programs() {
    let place = Place::chain();
    let json = |done: &Done| serde_json::from_str::<serde_json::Value>(&done.told).expect("JSON");
    let history = json(&place.run(&["history", "--format", "json"]));
    assert_eq!(history["revisions"][0]["revision"], "b2bbb");
    assert_eq!(history["revisions"][0]["parents"][0], "a1aaa");
    assert_eq!(history["status"], 0);
    place.write("migrations/versions/c.py", "def upgrade(:\n");
    let failed = place.run(&["heads", "--format", "json"]);
    assert_eq!((failed.status, failed.problems.as_str()), (Some(2), ""));
    let problem = &json(&failed)["diagnostics"][0];
    assert_eq!((problem["code"].as_str(), problem["labels"][0]["line"].as_u64()), (Some("E0101"), Some(1)));
}

/// A folder as `compile` writes it, made by hand: these tests are about `verify` alone.
fn compiled(place: &Place) {
    let manifest = "format = 1\ngenerator = \"aludel 0.1.0\"\nhash = \"sha256\"\ncomplete = true\n\
        [dialect]\nname = \"x\"\nsha256 = \"00\"\n[range]\nfrom = \"base\"\nto = \"heads\"\nrevisions = [\"a1aaa\"]\n\
        [[file]]\npath = \"a.sql\"\ndirection = \"upgrade\"\ntransactional = true\nreversible = true\n\
        sha256 = \"b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd\"\n\
        [file.inputs]\n\"migrations/versions/a1.py\" = \"INPUT\"\n";
    let input = fs::read(place.path("migrations/versions/a1.py")).expect("read");
    let manifest = manifest.replace("INPUT", &aludel::manifest::hash::sha256_hex(&input));
    let sums = format!(
        "b4e0497804e46e0a0b0b8c31975b062152d551bac49c3c2e80932567b4085dcd  a.sql\n{}  manifest.toml\n",
        aludel::manifest::hash::sha256_hex(manifest.as_bytes())
    );
    place.write("build/x/a.sql", "SELECT 1;\n");
    place.write("build/x/manifest.toml", &manifest);
    place.write("build/x/SHA256SUMS", sums);
}

#[test]
fn verify_names_every_difference() {
    let place = Place::chain();
    compiled(&place);
    assert_eq!(place.run(&["verify", "build"]).done(), "build/x: as compiled\n");
    assert_eq!(place.run(&["verify", "build/x"]).done(), "build/x: as compiled\n");
    place.write("build/x/a.sql", "SELECT 1");
    place.write("build/x/more.sql", "");
    place.write("migrations/versions/a1.py", "# edited");
    let done = place.run(&["verify", "build"]);
    assert_eq!(done.status, Some(1));
    let expected = "build/x/a.sql: changed\nbuild/x/more.sql: not of this folder\nbuild/x: migrations/versions/a1.py was edited since\n";
    assert_eq!(done.told, expected);
    fs::remove_file(place.path("build/x/a.sql")).expect("removed");
    assert!(place.run(&["verify", "build"]).told.contains("build/x/a.sql: missing\n"));
}

#[test]
fn verify_leaves_another_project_alone() {
    let place = Place::chain();
    compiled(&place);
    place.write("other/alembic.ini", "[alembic]\nscript_location = migrations\n");
    place.write("other/migrations/versions/x.py", revision("c3ccc", "None"));
    let mut command = place.command(&["verify", "../build"]);
    let done = Done::of(&command.current_dir(place.path("other")).output().expect("runs"));
    assert_eq!(done.done(), "../build/x: as compiled\n");
    assert!(done.problems.contains("no project is at hand"), "{}", done.problems);
    let mut command = place.command(&["verify", "../build", "-c", "alembic.ini"]);
    assert_eq!(command.current_dir(place.path("other")).status().expect("runs").code(), Some(1));
}

#[test]
fn verify_refuses_what_is_no_manifest() {
    let place = Place::chain();
    place.run(&["verify", "nowhere"]).refused(&["E0705"]);
    place.run(&["verify", "migrations"]).refused(&["E0801"]);
    compiled(&place);
    let manifest = fs::read_to_string(place.path("build/x/manifest.toml")).expect("read");
    place.write("build/x/manifest.toml", manifest.replace("format = 1", "format = 2"));
    place.run(&["verify", "build"]).refused(&["E0802"]);
    place.write("build/x/manifest.toml", &manifest[..100]);
    place.run(&["verify", "build"]).refused(&["E0801"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_standard_output_is_an_error_and_a_closed_one_is_not() {
    let place = Place::chain();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("opened");
    let done = Done::of(
        &place.command(&["history"]).stdout(full).stderr(Stdio::piped()).spawn().expect("starts").wait_with_output().expect("runs"),
    );
    done.refused(&["E0706"]);
    let (reader, writer) = std::io::pipe().expect("a pipe");
    drop(reader);
    let done = place.command(&["history"]).stdout(writer).stderr(Stdio::piped()).spawn().expect("starts").wait_with_output().expect("runs");
    assert_eq!((done.status.code(), done.stderr.len()), (Some(0), 0));
}

#[test]
fn nothing_of_the_machine_stands_in_reports() {
    let place = Place::chain();
    place.write("migrations/versions/c.py", "def upgrade(:\n");
    let done = place.run(&["heads", "-c", place.path("alembic.ini").to_str().expect("UTF-8")]);
    done.refused(&["E0101"]);
    let folder: &Path = place.0.path();
    assert!(!done.problems.contains(folder.to_str().expect("UTF-8")), "{}", done.problems);
    assert_eq!(place.listing("migrations"), ["versions"]);
}
