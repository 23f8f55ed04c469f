//! Core constructs compiled beside SQLAlchemy: `tests/core/*.py` against `golden/core/`, which the reference wrote.

use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use aludel::diag::Diagnostic;
use aludel::dialect::Dialect;
use aludel::eval::{Access, Exception, Host, Import, Library, Limits, Outcome, Unwind, Value, Vm};
use aludel::model::library::{self, Cx, DialectFacts, LibraryState, expr};
use aludel::source::{Sources, Span};
use aludel::sql::query;

/// The function that cases hand their statements to.
struct Emit;

/// A host that knows the library and `core_probe.emit`.
struct Probe {
    library: Rc<LibraryState>,
    dialect: Dialect,
    emitted: Vec<String>,
}

impl Probe {
    fn new(name: &str) -> Self {
        let dialect = Dialect::load(name, &[]).expect("the dialect loads");
        let features = &dialect.spec().features;
        let facts = DialectFacts {
            driver: "pysqlite".into(),
            classes: Vec::new(),
            name: dialect.option_prefix().into(),
            native_enum: features.native_enum,
            native_boolean: features.native_boolean,
            boolean_check: !features.native_boolean,
            ..DialectFacts::default()
        };
        Self { library: LibraryState::new(facts), dialect, emitted: Vec::new() }
    }

    fn emit(&mut self, vm: &mut Vm, value: &Value, span: Span) -> Outcome {
        let unknown = vm.sink(value, "a statement", span);
        let library = Rc::clone(&self.library);
        let found = expr::executable(&mut Cx { vm, host: self, span, library }, value);
        let text = match (unknown, found) {
            (Some(problem), _) => {
                format!("!! {}: {}", problem.message, problem.labels.iter().map(|label| label.text.as_str()).collect::<Vec<_>>().join("; "))
            }
            (None, Ok(Some(statement))) => match query::compile(&statement, &self.dialect) {
                Ok(text) => text,
                Err(problem) => format!("!! {}", problem.message),
            },
            (None, Ok(None)) => "!! no statement".to_owned(),
            (None, Err(unwind)) => return unwind.into(),
        };
        self.emitted.push(text);
        Outcome::Value(Value::None)
    }
}

impl Host for Probe {
    fn import(&mut self, name: &str) -> Import {
        if name == "core_probe" {
            return Import::Library(Value::Library(Library::new(Span::NOWHERE, Emit)));
        }
        match library::module(&self.library, name) {
            Some(value) => Import::Library(value),
            None => Import::NotThere { reason: format!("no `{name}`"), harmless: true },
        }
    }

    fn library(&mut self, vm: &mut Vm, access: Access<'_>, span: Span) -> Outcome {
        match &access {
            Access::Get { object, name: "emit" } if object.body::<Emit>().is_some() => {
                return Outcome::Value(Value::Library(Rc::clone(object)));
            }
            Access::Call { object, args } if object.body::<Emit>().is_some() => {
                let value = args.positional.first().map_or(Value::None, |arg| arg.value.clone());
                return self.emit(vm, &value, span);
            }
            _ => {}
        }
        let library = Rc::clone(&self.library);
        let answer = library::access(&mut Cx { vm, host: self, span, library }, &access);
        answer.unwrap_or_else(|| Outcome::Value(Value::unknown(span, "an access is not understood", aludel::eval::Origin::Harmless)))
    }

    fn touches_database(&self, _: &Value) -> bool {
        false
    }

    fn env(&mut self, _: &str) -> Option<String> {
        None
    }

    fn now(&mut self, _: Span) -> i64 {
        0
    }

    fn chance(&mut self, _: Span) -> u128 {
        0
    }

    fn read_file(&mut self, _: &str) -> Result<String, String> {
        Err("no files".into())
    }

    fn path_exists(&mut self, _: &str) -> Option<bool> {
        Some(false)
    }

    fn say(&mut self, _: Span, _: String) {}

    fn report(&mut self, _: Diagnostic) {}
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn shown(exception: &Exception) -> String {
    format!("{}: {}", exception.class_name(), exception.message())
}

/// The texts that a file of cases emits in a dialect.
fn emitted(path: &Path, dialect: &str) -> Vec<String> {
    let sources = Sources::default();
    let source = sources.add(path.to_str().expect("a path is text"), fs::read_to_string(path).expect("the cases can be read"));
    let ast = aludel::python::parse(&source).expect("the cases are Python");
    let mut probe = Probe::new(dialect);
    let mut vm = Vm::new(Limits::default());
    if let Err(unwind) = vm.run_module(&mut probe, &ast, "cases", false) {
        let why = match unwind {
            Unwind::Raise(exception) => {
                let (line, _) = source.position(exception.place.start);
                format!("line {line}: {}", shown(&exception))
            }
            Unwind::Stop(problem) => {
                let line = problem.labels.first().map_or(0, |label| source.position(label.span.start).0);
                format!("line {line}: {}", problem.message)
            }
        };
        probe.emitted.push(format!("!! stopped: {why}"));
    }
    probe.emitted
}

/// The evaluator recurses with the code it evaluates.
fn on_large_stack(path: PathBuf, dialect: String) -> Vec<String> {
    let run = std::thread::Builder::new().stack_size(64 << 20).spawn(move || emitted(&path, &dialect));
    run.expect("a thread starts").join().expect("the cases are evaluated")
}

#[test]
fn core_constructs_compile_as_in_the_reference() {
    let mut wrong = Vec::new();
    let mut total = 0;
    for dialect in fs::read_dir(root().join("golden/core")).expect("there are golden files") {
        let dialect = dialect.expect("a folder").path();
        let name = dialect.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        let mut files: Vec<PathBuf> = fs::read_dir(&dialect).expect("files").map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        for golden in files {
            let cases = root().join("tests/core").join(golden.file_stem().expect("a name")).with_extension("py");
            let expected = fs::read_to_string(&golden).expect("the golden file can be read");
            let expected: Vec<&str> = expected.split_terminator("\n--\n").collect();
            let found = on_large_stack(cases.clone(), name.clone());
            if found.len() != expected.len() {
                wrong.push(format!(
                    "{}: {} statements, {} in the reference: {:?}",
                    cases.display(),
                    found.len(),
                    expected.len(),
                    found.last()
                ));
            }
            for (number, (expected, found)) in expected.iter().zip(&found).enumerate() {
                total += 1;
                let same = if expected.starts_with("!!") { found.starts_with("!!") } else { *expected == found };
                if !same {
                    wrong.push(format!("{} #{}\n  reference: {expected}\n  found:     {found}", cases.display(), number + 1));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {total} differ:\n{}", wrong.len(), wrong.join("\n"));
}
