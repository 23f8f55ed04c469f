//! Runs `tests/eval/*.md`: the manual of what Python is understood, each section a test.
//!
//! A section's ```` ```py ```` block is evaluated as a module; a block with `file=NAME` is a module of the project that it
//! can import. What is expected stands in comments at the ends of lines:
//!
//! - `# value: REPR`: the expression on the line has this `repr()`.
//! - `# unknown` and `# live`: it is not known, or known to the database alone.
//! - `# says: TEXT`: the line prints this.
//! - `# raises: Class: message`: the line raises an exception that nothing catches.
//! - `# error: CODE`: the line is where a diagnostic points first.
//!
//! Two modules stand for the world outside: `database`, whose `query()` gives a live value, whose `execute()` touches the
//! database and whose `caught()` says which function would catch an exception of a class, and `elsewhere`, which can't be read; `harmless` can't be read either, but is known to touch no database.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::rc::Rc;

use aludel::diag::Diagnostic;
use aludel::eval::{Access, Args, Caught, Host, Import, Library, Limits, Outcome, Unwind, Value, Vm};
use aludel::python::{self, Ast};
use aludel::source::{Source, Sources, Span};
use libtest_mimic::{Arguments, Failed, Trial};

fn main() {
    let args = Arguments::from_args();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/eval");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut trials = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "md")) {
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        for section in sections(&std::fs::read_to_string(file).unwrap()) {
            let title = format!("{name}: {}", section.title);
            trials.push(Trial::test(title, move || on_a_deep_stack(move || section.run())));
        }
    }
    libtest_mimic::run(&args, trials).exit();
}

/// Evaluation recurses on the native stack.
fn on_a_deep_stack(run: impl FnOnce() -> Result<(), Failed> + Send + 'static) -> Result<(), Failed> {
    std::thread::Builder::new().stack_size(256 << 20).spawn(run).unwrap().join().unwrap()
}

#[derive(Default)]
struct Section {
    title: String,
    main: String,
    files: BTreeMap<String, String>,
}

fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut block: Option<Option<String>> = None;
    for line in text.lines() {
        match &block {
            None if line.starts_with('#') => {
                sections.push(Section { title: line.trim_start_matches('#').trim().to_owned(), ..Section::default() });
            }
            None => {
                if let Some(info) = line.strip_prefix("```py") {
                    block = Some(info.trim().strip_prefix("file=").map(str::to_owned));
                }
            }
            Some(_) if line == "```" => block = None,
            Some(file) => {
                let section = sections.last_mut().expect("a block stands under a heading");
                let text = match file {
                    Some(name) => section.files.entry(name.clone()).or_default(),
                    None => &mut section.main,
                };
                text.push_str(line);
                text.push('\n');
            }
        }
    }
    sections.retain(|section| !section.main.is_empty());
    sections
}

/// What a line is expected to do, by its number.
enum Expected {
    Says(usize, String),
    Fails(usize, String),
}

impl Section {
    fn run(&self) -> Result<(), Failed> {
        let sources = Sources::default();
        let files = self.files.iter().map(|(name, text)| (module_name(name), parse(&sources.add(name, text.as_str())))).collect();
        let (text, expected) = prepared(&self.main);
        let main = sources.add("main.py", text.as_str());
        let mut host = World { files, said: Vec::new() };
        let outcome = match python::parse(&main) {
            Ok(ast) => Vm::new(limits()).run_module(&mut host, &ast, "main", false).map(drop),
            Err(diagnostic) => Err(Unwind::Stop(Box::new(diagnostic))),
        };
        let says: Vec<String> = expected
            .iter()
            .filter_map(|expected| match expected {
                Expected::Says(line, text) => Some(format!("{line}: {text}")),
                Expected::Fails(..) => None,
            })
            .collect();
        let fails = expected.iter().find_map(|expected| match expected {
            Expected::Fails(line, text) => Some(format!("{line}: {text}")),
            Expected::Says(..) => None,
        });
        let said: Vec<String> = host.said.iter().map(|(span, text)| format!("{}: {text}", line(&main, *span))).collect();
        let failed = outcome.err().map(|unwind| describe(&unwind, &main, fails.as_deref()));
        if said == says && failed == fails {
            return Ok(());
        }
        Err(format!("{}\n expected: {says:#?} {fails:?}\n but got: {said:#?} {failed:?}", self.title).into())
    }
}

fn limits() -> Limits {
    Limits { steps: 100_000, turns: 10_000, ..Limits::default() }
}

fn module_name(file: &str) -> (String, bool) {
    let name = file.trim_end_matches(".py").replace('/', ".");
    match name.strip_suffix(".__init__") {
        Some(package) => (package.to_owned(), true),
        None => (name, false),
    }
}

fn parse(source: &std::sync::Arc<Source>) -> Ast {
    python::parse(source).expect("a helper file parses")
}

fn line(source: &Source, span: Span) -> usize {
    source.position(span.start).0
}

fn describe(unwind: &Unwind, source: &Source, expected: Option<&str>) -> String {
    match unwind {
        Unwind::Raise(exception) => {
            let (name, message) = (exception.class_name(), exception.message());
            let message = if message.is_empty() { name.to_owned() } else { format!("{name}: {message}") };
            format!("{}: {message}", line(source, exception.place))
        }
        Unwind::Stop(diagnostic) => {
            let at = diagnostic.labels.first().map_or(0, |label| line(source, label.span));
            let short = format!("{at}: {}", diagnostic.code.as_str());
            if expected == Some(&short) { short } else { format!("{short}: {}", diagnostic.message) }
        }
    }
}

/// Turns expectations into calls of `print`, and lists them.
fn prepared(text: &str) -> (String, Vec<Expected>) {
    let mut result = String::new();
    let mut expected = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        let parts = line.rsplit_once("  # ").map(|(code, comment)| (code.trim_end(), comment));
        let shown = parts.and_then(|(code, comment)| {
            let text = match comment.split_once(": ") {
                Some(("value", value)) => value,
                None if comment == "unknown" || comment == "live" => "<unknown>",
                _ => return None,
            };
            expected.push(Expected::Says(number, text.to_owned()));
            let indent: String = code.chars().take_while(|char| *char == ' ').collect();
            Some(format!("{indent}print(repr({}))", code.trim_start()))
        });
        match parts.and_then(|(_, comment)| comment.split_once(": ")) {
            Some(("says", text)) => expected.push(Expected::Says(number, text.to_owned())),
            Some(("raises" | "error", text)) => expected.push(Expected::Fails(number, text.to_owned())),
            _ => {}
        }
        result.push_str(shown.as_deref().unwrap_or(line));
        result.push('\n');
    }
    (result, expected)
}

/// The world outside of the tests' Python.
struct World {
    files: BTreeMap<(String, bool), Ast>,
    said: Vec<(Span, String)>,
}

/// What a library object of the tests is.
enum Thing {
    Module,
    Query,
    Execute,
    Table,
    Base,
    Caught,
}

fn thing(kind: Thing) -> Value {
    Value::Library(Library::new(Span::NOWHERE, kind))
}

/// Whether an exception of the class in the arguments would be caught where the call stands.
fn caught(vm: &Vm, args: &Args) -> Value {
    let classes: Vec<_> = args
        .positional
        .iter()
        .filter_map(|argument| match &argument.value {
            Value::Class(class) => Some(Rc::clone(class)),
            _ => None,
        })
        .collect();
    Value::str(match vm.would_catch(&classes) {
        Caught::No => "no".to_owned(),
        Caught::Yes { function, .. } => format!("by {function}"),
        Caught::Perhaps { .. } => "perhaps".to_owned(),
    })
}

impl Host for World {
    fn import(&mut self, name: &str) -> Import {
        for is_package in [false, true] {
            if let Some(ast) = self.files.get(&(name.to_owned(), is_package)) {
                return Import::Project(ast.clone(), is_package);
            }
        }
        match name {
            "database" => Import::Library(thing(Thing::Module)),
            _ => Import::NotThere { reason: format!("there is no module `{name}`"), harmless: name == "harmless" },
        }
    }

    fn library(&mut self, vm: &mut Vm, access: Access<'_>, span: Span) -> Outcome {
        match access {
            Access::Get { object, name } => match (object.body::<Thing>(), name) {
                (Some(Thing::Module), "query") => Outcome::Value(thing(Thing::Query)),
                (Some(Thing::Module), "execute") => Outcome::Value(thing(Thing::Execute)),
                (Some(Thing::Module), "table") => Outcome::Value(thing(Thing::Table)),
                (Some(Thing::Module), "caught") => Outcome::Value(thing(Thing::Caught)),
                (Some(Thing::Module), "Base") => Outcome::Value(thing(Thing::Base)),
                (Some(Thing::Table), "name") => Outcome::Value(Value::str("users")),
                _ => vm.raise("AttributeError", name, span).into(),
            },
            Access::Call { object, args } => match object.body::<Thing>() {
                Some(Thing::Caught) => Outcome::Value(caught(vm, &args)),
                Some(Thing::Query) => Outcome::Value(Value::live(span, "SELECT 1")),
                _ => Outcome::Value(Value::None),
            },
            Access::Construct { .. } => Outcome::Value(thing(Thing::Table)),
            Access::ClassGet { name: "registry", .. } => Outcome::Value(Value::str("registry")),
            Access::ClassGet { name, .. } => vm.raise("AttributeError", name, span).into(),
            Access::Binary { op, .. } => Outcome::Value(Value::str(format!("expression {op}"))),
            Access::Text { .. } => Outcome::Value(Value::str("a library object")),
            Access::Enter { object } => Outcome::Value(Value::Library(Rc::clone(object))),
            Access::Truth { .. } => Outcome::Value(Value::Bool(true)),
            Access::IsInstance { .. } | Access::IsSubclass { .. } => Outcome::Value(Value::Bool(false)),
            _ => Outcome::Value(Value::None),
        }
    }

    fn touches_database(&self, value: &Value) -> bool {
        matches!(value, Value::Library(_))
    }

    fn env(&mut self, _: &str) -> Option<String> {
        None
    }

    fn now(&mut self, _: Span) -> i64 {
        0
    }

    fn chance(&mut self, _: Span) -> u128 {
        4
    }

    fn read_file(&mut self, path: &str) -> Result<String, String> {
        Err(format!("there is no file `{path}`"))
    }

    fn path_exists(&mut self, _: &str) -> Option<bool> {
        Some(false)
    }

    fn say(&mut self, span: Span, text: String) {
        self.said.push((span, text));
    }

    fn report(&mut self, _: Diagnostic) {}
}
