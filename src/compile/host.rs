//! The evaluator's host: what the program meets outside of Python.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::report::Report;
use super::settings::{Configured, Settings};
use super::world::{Found, World};
use super::{accesses, calls, gathering};
use crate::diag::{Code, Diagnostic};
use crate::eval::{Access, Args, Deed, Evaluated, Host, Import, Library, Live, Lost, Origin, Outcome, State, Value, Vm};
use crate::model::Name;
use crate::model::library::{self, Cx, DialectFacts, LibraryState, names};
use crate::ops::{Shared, Thing};
use crate::python;
use crate::revision::RevisionIndex;
use crate::schema::Word;
use crate::source::{Sources, Span};

/// Answers for everything that is not Python, for one dialect.
pub struct Compiler<'w> {
    pub(super) world: &'w dyn World,
    pub(super) settings: &'w Settings,
    pub(super) sources: &'w Sources,
    pub(super) library: Rc<LibraryState>,
    pub(super) configured: Rc<Configured>,
    /// The step that is evaluated; none while modules or `env.py` are.
    pub(super) migration: Option<Shared>,
    /// Whether the program is told of what the database surely refuses, where it would catch it.
    pub(super) raises_refusals: bool,
    /// Whether it was told of something in this attempt.
    pub(super) raised_refusal: bool,
    /// The names of constraints that the step drops where it stands by itself, and where: those dropped without one among them.
    pub(super) dropped_names: Vec<(Span, Name)>,
    /// Whether the step is evaluated as Alembic does it offline, where statements give nothing.
    pub(super) blind: bool,
    /// Whether the program made an engine of its own.
    pub(super) engine_made: bool,
    /// What `is_offline_mode()` and `as_sql` answer.
    pub(super) offline: bool,
    /// Where the program asked whether it runs offline.
    pub(super) offline_asked: Vec<Span>,
    /// Operations that the project registered: name to class.
    pub(super) registered: FxHashMap<Rc<str>, Value>,
    /// What the project says how to do its operations: class to function.
    pub(super) implementations: Vec<(Value, Value)>,
    /// What the program listens to.
    pub(super) listeners: Vec<super::events::Listener>,
    /// What seeds the reproducible stream of chance: revision and direction.
    pub(super) position: String,
    pub(super) chances: u64,
    /// How many ways are under way within each other that may not be taken.
    pub(super) ways: usize,
    /// The words of texts that were lost: the same ones are lost over and over.
    pub(super) lost_words: FxHashMap<Rc<str>, Rc<[Word]>>,
    /// The revision that is being evaluated; its Create Date is the moment that `now()` answers.
    pub(super) running: Option<RevisionIndex>,
    pub(super) report: Report,
    /// The project files that the step read.
    pub(super) inputs: std::collections::BTreeSet<String>,
    /// The project files that `env.py` read, itself among them: each step depends on them.
    pub(super) env_py_inputs: Vec<String>,
    /// Whether `env.py` is evaluated: nothing is emitted there, so that calling the unknown is harmless.
    pub(super) in_env_py: bool,
    /// The revisions of the chain, once it is known.
    pub(super) revisions: Option<super::chain::Revisions<'w>>,
    /// The project's `env.py`, once it was evaluated.
    pub(super) env_py: Option<python::Ast>,
    /// The modules that it loaded, in order.
    pub(super) env_py_loaded: Vec<Rc<str>>,
    /// Whether a collection of tables is being completed.
    pub(super) gathering: bool,
    /// What `env.py` has done so far, while it is evaluated.
    pub(super) around: Option<super::around::Around>,
    /// Main options that `env.py` set itself.
    pub(super) overridden: indexmap::IndexMap<String, String>,
}

/// How far a compiler had come at some time.
pub(super) struct Registrations {
    pub(super) listeners: usize,
    pub(super) diagnostics: usize,
    pub(super) overridden: indexmap::IndexMap<String, String>,
}

impl<'w> Compiler<'w> {
    /// A host for a dialect.
    pub fn new(world: &'w dyn World, settings: &'w Settings, sources: &'w Sources) -> Self {
        let features = &settings.dialect.spec().features;
        let facts = DialectFacts {
            name: settings.dialect.library_name().into(),
            driver: settings.dialect.spec().drivers.default.as_str().into(),
            classes: settings.dialect.spec().drivers.classes.iter().map(|class| class.as_str().into()).collect(),
            native_enum: features.native_enum,
            native_boolean: features.native_boolean,
            boolean_check: features.boolean_check,
            computed_nullable: features.computed_nullable,
            counting_column_first: features.counting_column_first,
            flags: settings.dialect.spec().drivers.flags.clone(),
            server_version: settings.target.as_ref().map(|version| version.numbers().to_vec()).unwrap_or_default(),
            longest_name: settings.dialect.spec().identifiers.max_length,
            adapted_types: settings.dialect.spec().adapted_types.clone(),
        };
        Self {
            world,
            settings,
            sources,
            library: LibraryState::new(facts),
            configured: Rc::new(Configured::default()),
            migration: None,
            raises_refusals: true,
            blind: false,
            engine_made: false,
            raised_refusal: false,
            dropped_names: Vec::new(),
            offline: true,
            offline_asked: Vec::new(),
            registered: FxHashMap::default(),
            implementations: Vec::new(),
            listeners: Vec::new(),
            position: String::new(),
            chances: 0,
            ways: 0,
            lost_words: FxHashMap::default(),
            running: None,
            report: Report::default(),
            inputs: std::collections::BTreeSet::new(),
            env_py_inputs: Vec::new(),
            in_env_py: false,
            revisions: None,
            env_py: None,
            env_py_loaded: Vec::new(),
            gathering: false,
            around: None,
            overridden: indexmap::IndexMap::default(),
        }
    }

    /// `str(statement.compile(…))`, in the dialect compiled for: parameters without a literal are none of it.
    fn compiled_text(&self, compilation: &library::expr::Compilation, span: Span) -> Outcome {
        let has_dialect = compilation.dialect.is_some();
        if let crate::model::SqlExpr::Ddl(_) = *compilation.statement
            && has_dialect
        {
            let statement = crate::sql::Stmt::Expr(Rc::clone(&compilation.statement));
            return match crate::sql::render(&statement, &self.settings.dialect) {
                Ok(text) => Outcome::Value(Value::str(text)),
                Err(problem) => Outcome::Refused(Box::new(problem.label(span, "written here"))),
            };
        }
        match crate::sql::query::compile(&compilation.statement, &self.settings.dialect) {
            Ok(text) if has_dialect && (compilation.literal_binds || !text.contains(['\'', ':'])) => Outcome::Value(Value::str(text)),
            _ => Self::not_understood(span, "the text of this compiled statement"),
        }
    }

    /// The Python that stands in for a module.
    fn stand_in(&self, name: &str) -> Option<Import> {
        let source = library::stand_ins::source(name)?;
        Some(Import::Project(python::parse(&self.sources.add(format!("<{name}>"), source)).ok()?, true))
    }

    /// What a file that is evaluated may change for those after it.
    pub(super) fn registrations(&self) -> Registrations {
        Registrations { listeners: self.listeners.len(), diagnostics: self.report.diagnostics.len(), overridden: self.overridden.clone() }
    }

    /// A value not known, because the library is not understood that far.
    pub(super) fn not_understood(span: Span, what: &str) -> Outcome {
        Outcome::Value(Value::unknown(span, format!("{what} is not understood"), Origin::Project))
    }
}

impl Host for Compiler<'_> {
    fn import(&mut self, name: &str) -> Import {
        if names::is_library(name)
            && let Some(import) = self.stand_in(name)
        {
            return import;
        }
        if let Some(value) = library::module(&self.library, name) {
            return Import::Library(value);
        }
        if !names::is_library(name) {
            match self.world.module(name) {
                Found::Module(ast, is_package) => {
                    self.inputs.insert(ast.source.name.to_string());
                    return Import::Project(ast, is_package);
                }
                Found::Namespace => {
                    return Import::NotThere { reason: format!("`{name}` is a folder without modules of its own"), harmless: true };
                }
                Found::Broken(problem) => {
                    let reason = format!("`{name}` can't be read: {}", problem.message);
                    return Import::NotThere { reason, harmless: false };
                }
                Found::Nothing => {}
            }
        }
        if let Some(import) = self.stand_in(name) {
            return import;
        }
        Import::NotThere { reason: format!("there is no module `{name}` in the project"), harmless: names::harmless(name) }
    }

    fn registers(&self, decorator: &str, texts: &[String]) -> bool {
        match decorator {
            "register_operation" | "implementation_for" | "compiles" => true,
            "listens_for" => texts.iter().any(|text| super::events::has_effect(text)),
            _ => false,
        }
    }

    fn unregistered(&mut self, place: Span, reason: &str) {
        let warning = Diagnostic::warning(Code::NotHeard, "what is registered here is not known to the revisions");
        let help = "make what it needs readable with `--sys-path`, or compare what it does with the scripts";
        self.report.diagnostics.push(warning.label(place, reason).help(help));
    }

    fn library(&mut self, vm: &mut Vm, access: Access<'_>, span: Span) -> Outcome {
        if let Some(refused) = gathering::before(self, vm, &access, span) {
            return refused;
        }
        if let Some(outcome) = accesses::answer(self, vm, &access, span) {
            return outcome;
        }
        if let Access::Call { object, args } = &access
            && let Some(outcome) = calls::answer(self, vm, object, args, span)
        {
            return outcome;
        }
        if let Access::Text { object, repr: false } = &access
            && let Some(compilation) = library::expr::compilation(&Value::Library(Rc::clone(object)))
        {
            return self.compiled_text(&compilation, span);
        }
        let library = Rc::clone(&self.library);
        let answer = library::access(&mut Cx { vm, host: self, span, library }, &access);
        answer.unwrap_or_else(|| Self::not_understood(span, "what is done to the library object here"))
    }

    fn touches_database(&self, value: &Value) -> bool {
        match value {
            Value::Library(object) => reaches_database(object),
            _ => false,
        }
    }

    fn emits(&self) -> bool {
        !self.in_env_py
    }

    fn loads(&self) -> bool {
        self.migration.is_none()
    }

    fn call_live(&mut self, vm: &mut Vm, live: &Rc<Live>, method: &str, args: &Args, span: Span) -> Option<Evaluated> {
        super::orm::call(self, vm, live, method, args, span).or_else(|| super::inspector::result_keys(self, vm, live, method, span))
    }

    fn refuses_live(&self, live: &Live, deed: Deed<'_>, span: Span) -> Option<Diagnostic> {
        super::query::refused(live, deed, span)
    }

    fn env(&mut self, name: &str) -> Option<String> {
        self.settings.environment.get(name).cloned()
    }

    fn arguments(&self) -> Vec<Value> {
        let rest = Value::unknown(Span::NOWHERE, "what Alembic is started with is not known", Origin::Harmless);
        vec![Value::str("alembic"), rest]
    }

    fn now(&mut self, span: Span) -> i64 {
        if let Some(now) = self.settings.now {
            return now;
        }
        let created = self.running.zip(self.revisions).and_then(|(index, revisions)| revisions.graph.revision(index).create_date());
        let (moment, origin) = match created.and_then(super::moment::parse) {
            Some(created) => (created, "the revision's Create Date"),
            None => (0, "1970-01-01, since the revision says no Create Date"),
        };
        self.report.diagnostics.push(
            Diagnostic::warning(Code::Reproducible, format!("the current time is taken to be {origin}"))
                .label(span, "asked for here")
                .help("say another time with `--now`"),
        );
        moment
    }

    fn chance(&mut self, span: Span) -> u128 {
        if self.chances == 0 {
            self.report.diagnostics.push(
                Diagnostic::warning(Code::Reproducible, "a random value is fixed, so that the script is the same at each run")
                    .label(span, "asked for here")
                    .help("where each database needs its own value, let the database make it: `gen_random_uuid()` and its kin"),
            );
        }
        self.chances += 1;
        super::chance::number(&self.position, self.chances)
    }

    fn read_file(&mut self, path: &str) -> Result<String, String> {
        self.inputs.insert(path.to_owned());
        self.world.text(path).map(|text| text.to_string()).map_err(|problem| problem.message)
    }

    fn path_exists(&mut self, path: &str) -> Option<bool> {
        self.world.exists(path)
    }

    fn say(&mut self, _span: Span, text: String) {
        if !self.in_env_py {
            self.report.printed.push(text);
        }
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        if !self.in_env_py {
            self.report.diagnostics.push(diagnostic);
        }
    }

    fn state(&mut self) -> State {
        self.salvaged_state()
    }

    fn restore(&mut self, state: &State) {
        self.restore_state(state);
    }

    fn merge(&mut self, ways: &[State], place: Span) {
        self.merge_states(ways, place);
    }

    fn perhaps(&mut self, begins: bool) {
        self.ways = if begins { self.ways + 1 } else { self.ways.saturating_sub(1) };
    }

    fn lost(&mut self, piece: &Lost) {
        self.note_lost(piece);
    }
}

/// Whether a library object can reach the database: `op`, the context, a connection.
fn reaches_database(object: &Rc<Library>) -> bool {
    if let Some(thing) = Thing::behind(object) {
        return thing.touches_database();
    }
    match library::object::name(object) {
        Some(name) => name.path.starts_with("alembic.op") || name.path.starts_with("alembic.context"),
        None => false,
    }
}
