//! What the sources may and may not contain: the levels of ARCHITECTURE.md, and who alone uses what.

mod support;

use std::path::Path;

use regex::Regex;
use support::{read, root};

/// The folders of `src/` by level. A module imports from lower levels alone.
const LEVELS: [(&str, u8); 19] = [
    ("source", 0),
    ("diag", 1),
    ("template", 1),
    ("python", 2),
    ("eval", 3),
    ("revision", 4),
    ("dialect", 4),
    ("model", 4),
    ("schema", 5),
    ("inspect", 6),
    ("sql", 6),
    ("ops", 7),
    ("review", 8),
    ("script", 9),
    ("manifest", 9),
    ("compile", 10),
    ("project", 11),
    ("cli", 12),
    ("main", 13),
];

/// What only some files may name: a pattern, and the prefixes of those files' paths below `src/`.
const RESERVED: [(&str, &str, &[&str]); 9] = [
    ("the Python parser", r"\bruff_\w+", &["python/", "eval/"]),
    ("miette", r"\bmiette\b", &["diag/excerpt.rs", "diag/render.rs"]),
    ("minijinja", r"\bminijinja\b", &["template/", "template.rs"]),
    ("sqlparser", r"\bsqlparser::", &["schema/", "inspect/"]),
    ("the file system", r"\bstd::fs\b|\bfs::(read|write|File)|\btempfile::", &["project/"]),
    ("printing", r"\be?print(ln)?!", &["cli/", "main.rs"]),
    ("clap", r"\bclap::", &["cli/", "main.rs"]),
    (
        "clock and environment",
        r"\bSystemTime\b|\bInstant::now\b|\benv::var\b|\benv::vars\b|\bcurrent_dir\b",
        &["project/", "cli/", "main.rs"],
    ),
    ("panics", r"\.unwrap\(\)|\.expect\(|\bpanic!|\btodo!|\bunimplemented!|\bunreachable!|\bunsafe\b", &[]),
];

/// The most lines of code, tests not counted, that a file may have.
const LONGEST_FILE: usize = 500;

/// A file of `src/`, its path from there, its code without comments and without its test module.
struct File {
    path: String,
    code: String,
}

fn files() -> Vec<File> {
    let src = root().join("src");
    let mut files: Vec<File> = walkdir::WalkDir::new(&src)
        .sort_by_file_name()
        .into_iter()
        .map(|entry| entry.expect("an entry").into_path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .map(|path| File { path: relative(&path, &src), code: without_comments(&without_tests(&read(&path))) })
        .collect();
    files.retain(|file| !file.path.ends_with("tests.rs") && !file.path.contains("/tests/"));
    assert!(files.len() > 20, "the sources were not found");
    files
}

fn relative(path: &Path, folder: &Path) -> String {
    path.strip_prefix(folder).expect("below the folder").to_string_lossy().replace('\\', "/")
}

fn without_tests(text: &str) -> String {
    let start = Regex::new(r"(?m)^#\[cfg\(test\)\]").expect("a pattern");
    start.find(text).map_or(text, |found| &text[..found.start()]).to_owned()
}

/// Line comments go; a `//` in a text literal is taken for none where a quote stands before it on its line.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.find("//").filter(|at| !line[..*at].contains('"')).map_or(line, |at| &line[..at])).fold(
        String::new(),
        |mut code, line| {
            code.push_str(line);
            code.push('\n');
            code
        },
    )
}

/// The level of a file or of a module that is imported; `None` for `lib.rs` and what is no folder of ours.
fn level(module: &str) -> Option<u8> {
    LEVELS.iter().find(|(name, _)| *name == module).map(|(_, level)| *level)
}

fn module_of(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The top-level modules that a file names: `crate::x`, and each of `use crate::{x, y}`.
fn imports(code: &str) -> Vec<String> {
    let path = Regex::new(r"\b(?:crate|aludel)::(\w+)").expect("a pattern");
    let group = Regex::new(r"(?s)\b(?:crate|aludel)::\{(.*?)\};").expect("a pattern");
    let first = Regex::new(r"(?:^|,)\s*(\w+)").expect("a pattern");
    let nested = Regex::new(r"\{[^{}]*\}").expect("a pattern");
    let mut found: Vec<String> = path.captures_iter(code).map(|found| found[1].to_owned()).collect();
    for names in group.captures_iter(code) {
        let flat = nested.replace_all(&names[1], "").into_owned();
        found.extend(first.captures_iter(&flat).map(|name| name[1].to_owned()));
    }
    found
}

fn complain(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn modules_import_lower_levels_alone() {
    let mut faults = Vec::new();
    for file in files() {
        let module = module_of(&file.path);
        if module == "lib" {
            continue;
        }
        let Some(own) = level(module) else {
            faults.push(format!("{}: no level is known for `{module}`", file.path));
            continue;
        };
        for import in imports(&file.code) {
            match level(&import) {
                _ if import == module => {}
                Some(other) if other < own => {}
                Some(other) => faults.push(format!("{}: level {own} imports `{import}` of level {other}", file.path)),
                None => faults.push(format!("{}: imports `{import}`, which has no level", file.path)),
            }
        }
    }
    complain(&faults);
}

#[test]
fn what_is_reserved_stays_where_it_belongs() {
    let mut faults = Vec::new();
    for (what, pattern, allowed) in RESERVED {
        let pattern = Regex::new(pattern).expect("a pattern");
        for file in files().iter().filter(|file| !allowed.iter().any(|prefix| file.path.starts_with(prefix))) {
            for (number, line) in file.code.lines().enumerate().filter(|(_, line)| pattern.is_match(line)) {
                faults.push(format!("{}:{}: {what}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    complain(&faults);
}

#[test]
fn dialects_are_named_in_one_file() {
    let names: Vec<String> = std::fs::read_dir(root().join("dialects"))
        .expect("dialects/")
        .filter_map(|entry| entry.expect("an entry").file_name().into_string().ok())
        .filter(|name| !name.starts_with('_') && !name.contains('.'))
        .chain(["mysql", "mariadb", "sqlite", "mssql", "oracle", "postgresql"].map(str::to_owned))
        .collect();
    let pattern = Regex::new(&format!(r"\b({})(?:\b|_)", names.join("|"))).expect("a pattern");
    let mut faults = Vec::new();
    for file in files().iter().filter(|file| file.path != "dialect/builtin.rs") {
        for (number, line) in file.code.lines().enumerate().filter(|(_, line)| pattern.is_match(line)) {
            faults.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
        }
    }
    complain(&faults);
}

#[test]
fn files_hold_one_idea() {
    let long: Vec<String> = files()
        .iter()
        .map(|file| (file.code.lines().count(), &file.path))
        .filter(|(lines, _)| *lines > LONGEST_FILE)
        .map(|(lines, path)| format!("{path}: {lines} lines; which idea in it wants a file of its own?"))
        .collect();
    complain(&long);
}

#[test]
fn imports_are_found_in_every_form() {
    let code = "use crate::{diag::{Code, Diagnostic}, model, source::Span};\nlet x = crate::sql::y();\n";
    let mut found = imports(code);
    found.sort();
    assert_eq!(found, ["diag", "model", "source", "sql"]);
}
