//! How fast `compile --plain` is, both directions: per revision, beside merely parsing what it read, and in memory.
//!
//!     cargo bench                              chains of 300, 1,000 and 10,000 revisions
//!     cargo bench -- LENGTH ...                of these lengths
//!     cargo bench -- rebuilds [LENGTH ...]     chains of these lengths that make a table of 40 columns anew in every second revision
//!     cargo bench -- write LENGTH DIR [plain]  only writes such a project; `plain` is one without inspectors

#[path = "support/chain.rs"]
mod chain;
#[path = "support/rebuilds.rs"]
mod rebuilds;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use aludel::source::Sources;

/// Times are the best of this many runs, fewer for long chains.
const RUNS: usize = 40;
const LONG: usize = 5_000;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", length, folder] => write(length, folder, true),
        ["write", length, folder, "plain"] => write(length, folder, false),
        ["rebuilds"] => report(&[250, 500, 1_000], &REBUILDS),
        ["rebuilds", lengths @ ..] => report(&numbers(lengths), &REBUILDS),
        [] => report(&[300, 1_000, 10_000], &CHAIN),
        lengths => report(&numbers(lengths), &CHAIN),
    }
}

/// What is measured: how a project is written, and for which dialect it is compiled.
struct Kind {
    write: fn(&Path, usize) -> std::io::Result<()>,
    dialect: &'static str,
}

const CHAIN: Kind = Kind { write: |folder, length| chain::write(folder, length, true), dialect: "postgresql" };
const REBUILDS: Kind = Kind { write: rebuilds::write, dialect: "sqlite" };

fn numbers(words: &[&str]) -> Vec<usize> {
    words.iter().map(|word| number(word)).collect()
}

fn number(text: &str) -> usize {
    text.parse().unwrap_or_else(|_| panic!("`{text}` is no number of revisions"))
}

fn write(length: &str, folder: &str, guards: bool) {
    chain::write(Path::new(folder), number(length), guards).expect("the project is written");
}

fn report(lengths: &[usize], kind: &Kind) {
    println!("{:>9} {:>11} {:>13} {:>11} {:>8} {:>10}", "revisions", "compile", "per revision", "parse", "ratio", "peak");
    let mut per_revision = Vec::new();
    for &length in lengths {
        let measured = Measured::of(length, kind);
        let each = measured.compile.as_secs_f64() / length as f64;
        println!(
            "{length:>9} {:>8.1} ms {:>10.1} µs {:>8.1} ms {:>8.2} {:>7.1} MB",
            milliseconds(measured.compile),
            each * 1e6,
            milliseconds(measured.parse),
            measured.compile.as_secs_f64() / measured.parse.as_secs_f64(),
            measured.peak_kilobytes as f64 / 1024.0,
        );
        per_revision.push((length, each));
    }
    for pair in per_revision.windows(2) {
        println!("per revision, {} beside {}: {:.2}", pair[1].0, pair[0].0, pair[1].1 / pair[0].1);
    }
}

fn milliseconds(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1e3
}

struct Measured {
    /// The whole process, from start to end.
    compile: Duration,
    /// Reading and parsing, on one thread, every Python file that the run opened.
    parse: Duration,
    /// The most memory the process held, as sampled while it ran.
    peak_kilobytes: u64,
}

impl Measured {
    fn of(length: usize, kind: &Kind) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        (kind.write)(folder.path(), length).expect("the project is written");
        let dialect = kind.dialect;
        let runs = if length < LONG { RUNS } else { RUNS / 6 };
        let (mut compiled, mut parsed) = (compile(folder.path(), dialect), Duration::MAX);
        let read = files_read(folder.path(), dialect);
        // In turn, so that a busy moment of the machine counts for both.
        for _ in 0..runs {
            parsed = parsed.min(parse(&read));
            compiled = compiled.min(compile(folder.path(), dialect));
        }
        Self { compile: compiled, parse: parsed, peak_kilobytes: peak(folder.path(), dialect) }
    }
}

fn command(folder: &Path, dialect: &str) -> Command {
    let out = folder.join("out");
    let _ = fs::remove_dir_all(&out);
    let mut command = Command::new(env!("CARGO_BIN_EXE_aludel"));
    command.current_dir(folder).args(["-c", "alembic.ini", "compile", "--plain", "--dialect", dialect, "--out"]).arg(out);
    command.stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn compile(folder: &Path, dialect: &str) -> Duration {
    let mut command = command(folder, dialect);
    let start = Instant::now();
    let status = command.status().expect("aludel runs");
    let taken = start.elapsed();
    assert!(status.success(), "aludel: {status}");
    taken
}

/// The Python files that the manifest names as inputs.
fn files_read(folder: &Path, dialect: &str) -> Vec<PathBuf> {
    let text = fs::read_to_string(folder.join("out").join(dialect).join("manifest.toml")).expect("the manifest");
    let manifest: toml::Table = text.parse().expect("the manifest is TOML");
    let mut names = BTreeSet::new();
    collect_names(&toml::Value::Table(manifest), &mut names);
    let paths: Vec<PathBuf> = names.into_iter().map(|name| folder.join(name)).filter(|path| path.is_file()).collect();
    assert!(!paths.is_empty(), "the manifest names no inputs");
    paths
}

fn collect_names(value: &toml::Value, names: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(text) if text.ends_with(".py") => drop(names.insert(text.clone())),
        toml::Value::Array(items) => items.iter().for_each(|item| collect_names(item, names)),
        toml::Value::Table(items) => {
            for (key, item) in items {
                if key.ends_with(".py") {
                    names.insert(key.clone());
                }
                collect_names(item, names);
            }
        }
        _ => {}
    }
}

fn parse(files: &[PathBuf]) -> Duration {
    let start = Instant::now();
    let sources = Sources::default();
    for path in files {
        let text = fs::read_to_string(path).expect("a file that was just read");
        let source = sources.add(path.to_string_lossy().as_ref(), text);
        assert!(aludel::python::parse(&source).is_ok(), "{}", path.display());
    }
    start.elapsed()
}

/// `VmHWM` of a run, read from /proc until the process ends; 0 where there is no /proc.
fn peak(folder: &Path, dialect: &str) -> u64 {
    let mut child = command(folder, dialect).spawn().expect("aludel runs");
    let status = PathBuf::from(format!("/proc/{}/status", child.id()));
    let mut most = 0;
    while child.try_wait().expect("the child is ours").is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()).and_then(|word| word.parse().ok());
        most = most.max(kilobytes.unwrap_or(0));
        std::thread::sleep(Duration::from_micros(200));
    }
    most
}
