//! Python in, model out: what the bindings make of programs.

mod schema;
mod types;

use std::rc::Rc;

use super::{Cx, DialectFacts, LibraryState, access, module};
use crate::diag::Diagnostic;
use crate::eval::vm::Limits;
use crate::eval::{Access, Host, Import, Module, Origin, Outcome, Unwind, Value, Vm};
use crate::source::{Sources, Span};

/// A host that knows libraries alone.
struct Libraries {
    library: Rc<LibraryState>,
}

impl Host for Libraries {
    fn import(&mut self, name: &str) -> Import {
        match module(&self.library, name) {
            Some(value) => Import::Library(value),
            None => Import::NotThere { reason: format!("there is no `{name}`"), harmless: false },
        }
    }

    fn library(&mut self, vm: &mut Vm, wanted: Access<'_>, span: Span) -> Outcome {
        let library = Rc::clone(&self.library);
        let answer = access(&mut Cx { vm, host: self, span, library }, &wanted);
        answer.unwrap_or_else(|| Outcome::Value(Value::unknown(span, "the host is not asked here", Origin::Project)))
    }

    fn touches_database(&self, _value: &Value) -> bool {
        false
    }

    fn env(&mut self, _name: &str) -> Option<String> {
        None
    }

    fn now(&mut self, _span: Span) -> i64 {
        0
    }

    fn chance(&mut self, _span: Span) -> u128 {
        0
    }

    fn read_file(&mut self, path: &str) -> Result<String, String> {
        Err(path.to_owned())
    }

    fn path_exists(&mut self, _path: &str) -> Option<bool> {
        Some(false)
    }

    fn say(&mut self, _span: Span, _text: String) {}

    fn report(&mut self, _diagnostic: Diagnostic) {}
}

/// A program that has run.
struct Program {
    vm: Vm,
    host: Libraries,
    module: Result<Rc<Module>, Unwind>,
}

/// Runs a program for a dialect.
fn run_for(dialect: &str, code: &str) -> Program {
    let facts = DialectFacts {
        driver: "pysqlite".into(),
        classes: Vec::new(),
        name: dialect.into(),
        computed_nullable: false,
        counting_column_first: true,
        adapted_types: indexmap::IndexMap::default(),
        native_enum: matches!(dialect, "postgresql" | "mysql"),
        native_boolean: dialect == "postgresql",
        boolean_check: dialect != "mysql",
        flags: indexmap::IndexMap::default(),
        server_version: Vec::new(),
        longest_name: 63,
    };
    let library = LibraryState::new(facts);
    let mut host = Libraries { library };
    let mut vm = Vm::new(Limits::default());
    let sources = Sources::default();
    let source = sources.add("test.py", code);
    let ast = crate::python::parse(&source).unwrap();
    let module = vm.run_module(&mut host, &ast, "test", false);
    Program { vm, host, module }
}

fn run(code: &str) -> Program {
    run_for("postgresql", &format!("import sqlalchemy as sa\nfrom sqlalchemy.dialects import postgresql\n{code}"))
}

impl Program {
    /// A global.
    fn get(&mut self, name: &str) -> Value {
        match &self.module {
            Ok(module) => module.bound(name).unwrap(),
            Err(Unwind::Raise(exception)) => panic!("{}: {}", exception.class_name(), exception.message()),
            Err(Unwind::Stop(diagnostic)) => panic!("{}", diagnostic.message),
        }
    }

    /// The class and text of the exception that ended the program.
    fn exception(&self) -> String {
        match &self.module {
            Ok(_) => panic!("the program ran"),
            Err(Unwind::Raise(exception)) => format!("{}: {}", exception.class_name(), exception.message()),
            Err(Unwind::Stop(diagnostic)) => panic!("{}", diagnostic.message),
        }
    }

    /// Hands a global to a binding.
    fn bind<T>(&mut self, name: &str, binding: impl FnOnce(&mut Cx<'_>, &Value) -> Result<T, Unwind>) -> T {
        let value = self.get(name);
        let library = Rc::clone(&self.host.library);
        let mut cx = Cx { vm: &mut self.vm, host: &mut self.host, span: Span::NOWHERE, library };
        match binding(&mut cx, &value) {
            Ok(bound) => bound,
            Err(Unwind::Raise(exception)) => panic!("{}: {}", exception.class_name(), exception.message()),
            Err(Unwind::Stop(diagnostic)) => panic!("{}", diagnostic.message),
        }
    }
}
