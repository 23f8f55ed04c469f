//! What `env.py` writes around the migrations: statements before and after them, and where their transaction begins.

use std::rc::Rc;

use super::databases::{Run, Told};
use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Lost, Unwind, Value, Vm};
use crate::ops::{Item, Migration};
use crate::schema::{Rules, Schema, World};
use crate::script::{Line, Section};
use crate::source::Span;

/// Calls in a piece of `env.py` that write to the script.
const WRITING: [&str; 3] = ["execute(", "static_output(", "emit_"];

/// Options of `context.configure()` that the script hangs on.
const SAID: [&str; 5] = ["version_table", "version_table_schema", "version_table_pk", "transaction_per_migration", "transactional_ddl"];

/// A part of a script, as `env.py` puts it together.
#[derive(Clone, Debug)]
pub enum Part {
    /// `context.execute()`.
    Item(Item),
    /// `with context.begin_transaction():` begins.
    Begin,
    /// `context.run_migrations()`.
    Migrations,
    /// The transaction ends.
    Commit,
}

impl Part {
    /// What it puts into a script, if anything.
    pub(super) fn section(&self) -> Option<Section> {
        match self {
            Self::Item(item) => Line::of(item).map(Section::Line),
            Self::Begin => Some(Section::Begin),
            Self::Migrations => Some(Section::Migrations),
            Self::Commit => Some(Section::Commit),
        }
    }
}

/// What nearly every `env.py` does.
pub(super) fn usual() -> Vec<Part> {
    vec![Part::Begin, Part::Migrations, Part::Commit]
}

/// What an `env.py` under way has done so far.
#[derive(Clone, Default)]
pub(super) struct Around {
    /// What `context.configure()` was given last.
    configure: Option<Args>,
    /// What came after that, each run with what it passes on.
    parts: Vec<Part>,
    told: Vec<Told>,
    /// The runs of the contexts before.
    runs: Vec<Run>,
    /// A statement that could not be made, or hangs on what is not known.
    problem: Option<Box<Diagnostic>>,
    /// A piece that may write, and could not be followed.
    lost: Option<Span>,
    /// Whether the transactions under way were begun for the first time.
    begun: Vec<bool>,
    /// Where something was done of which it is not known how often.
    perhaps: Vec<Span>,
}

/// What an `env.py` has done.
#[derive(Default)]
pub(super) struct Done {
    pub runs: Vec<Run>,
    /// What the last context was given.
    pub configure: Option<Args>,
    pub problem: Option<Box<Diagnostic>>,
    pub lost: Option<Span>,
}

impl Around {
    /// A new context, with an output of its own.
    pub(super) fn configures(&mut self, args: Args) {
        self.end_context();
        self.configure = Some(args);
    }

    pub(super) fn runs(&mut self, arguments: Told) {
        self.parts.push(Part::Migrations);
        self.told.push(arguments);
    }

    pub(super) fn add(&mut self, part: Part) {
        self.parts.push(part);
    }

    /// `with context.begin_transaction():`, at its beginning.
    pub(super) fn begins(&mut self, place: Span, perhaps: bool) {
        let is_first = self.is_first(place, perhaps);
        self.begun.push(is_first);
        if is_first {
            self.parts.push(Part::Begin);
        }
    }

    /// At its end.
    pub(super) fn commits(&mut self) {
        if self.begun.pop().unwrap_or(true) {
            self.parts.push(Part::Commit);
        }
    }

    /// Whether something is done for the first time at a place; of a loop of which it is not known how often it turns, one turn
    /// is enough.
    pub(super) fn is_first(&mut self, place: Span, perhaps: bool) -> bool {
        let is_first = !perhaps || !self.perhaps.contains(&place);
        if perhaps && is_first {
            self.perhaps.push(place);
        }
        is_first
    }

    /// A piece that could not be followed.
    pub(super) fn loses(&mut self, piece: &Lost) {
        if piece.texts.iter().any(|text| WRITING.iter().any(|call| text.contains(call))) {
            self.lost.get_or_insert(piece.place);
        }
    }

    /// All that was done; transactions that were not ended, because `env.py` could not be followed so far, are ended.
    pub(super) fn finish(mut self) -> Done {
        self.end_context();
        if let Some(last) = self.runs.last_mut() {
            last.around.append(&mut self.parts);
        }
        for run in &mut self.runs {
            let count = |wanted: fn(&Part) -> bool| run.around.iter().filter(|part| wanted(part)).count();
            let open = count(|part| matches!(part, Part::Begin)).saturating_sub(count(|part| matches!(part, Part::Commit)));
            run.around.extend(std::iter::repeat_n(Part::Commit, open));
        }
        Done { runs: self.runs, configure: self.configure, problem: self.problem, lost: self.lost }
    }

    /// Whether the migrations have been run.
    pub(super) fn has_run(&self) -> bool {
        self.runs_so_far() > 0
    }

    /// What is the case after all of several ways, of which it is not known which is taken: the one that came farthest is meant,
    /// and what as many runs of the migrations stand in must be the same in each.
    pub(super) fn merged<'a>(ways: impl Iterator<Item = &'a Self>, place: Span) -> Option<Self> {
        let ways: Vec<&Self> = ways.collect();
        let mut farthest = (*ways.iter().rev().max_by_key(|way| (way.runs_so_far(), way.configure.is_some(), way.parts.len()))?).clone();
        for way in &ways {
            farthest.problem = farthest.problem.take().or_else(|| way.problem.clone());
            farthest.lost = farthest.lost.or(way.lost);
        }
        let rivals = ways.iter().filter(|way| way.runs_so_far() == farthest.runs_so_far());
        if rivals.map(|way| way.written()).any(|written| written != farthest.written()) {
            let problem = Diagnostic::error(Code::UnknownValue, "what `env.py` writes around the migrations is not known at compile time")
                .label(place, "it hangs on this")
                .help("say what it asks for with `--env` or `-x`, or make what it comes from readable with `--sys-path`");
            farthest.problem.get_or_insert(Box::new(problem));
        }
        Some(farthest)
    }

    fn runs_so_far(&self) -> usize {
        self.runs.len() + self.told.len()
    }

    /// The texts that were written, where the transactions begin and end, and what was said of the version table and the revisions.
    fn written(&self) -> Vec<&str> {
        let arguments = self.told.iter().flatten().chain(self.runs.iter().flat_map(|run| &run.arguments));
        let configured = self.runs.iter().map(|run| &run.configure).chain([&self.configure]).flatten().flat_map(|args| &args.keywords);
        let configured = configured.filter(|(name, _)| SAID.contains(&&**name));
        let said = arguments.chain(configured).flat_map(|(name, arg)| [&**name, shown(&arg.value)]);
        let parts = self.runs.iter().flat_map(|run| &run.around).chain(&self.parts);
        let text = |part| match part {
            &Part::Item(Item::Statement(ref statement)) => &statement.text,
            &Part::Item(Item::Text(ref text)) => text,
            Part::Item(Item::EnterAutocommit) => "enter",
            Part::Item(Item::LeaveAutocommit) => "leave",
            Part::Item(Item::Unwritten(_)) => "",
            Part::Begin => "begin",
            Part::Migrations => "migrations",
            Part::Commit => "commit",
        };
        parts.map(text).chain(said).collect()
    }

    /// What was written so far belongs to the migrations that were run, else to those that the next context runs.
    fn end_context(&mut self) {
        if self.told.is_empty() {
            return;
        }
        let (parts, told) = (std::mem::take(&mut self.parts), std::mem::take(&mut self.told));
        let run = |arguments, around| Run { configure: self.configure.clone(), arguments, around };
        if told.iter().all(Vec::is_empty) {
            self.runs.push(run(Vec::new(), parts));
            return;
        }
        let runs = told.into_iter().enumerate().map(|(number, arguments)| run(arguments, only(&parts, number)));
        let runs: Vec<Run> = runs.collect();
        self.runs.extend(runs);
    }
}

fn shown(value: &Value) -> &str {
    match value {
        Value::Str(text) => text,
        Value::None => "None",
        Value::Bool(true) => "True",
        Value::Bool(false) => "False",
        _ => "",
    }
}

/// The parts with one of the runs alone.
fn only(parts: &[Part], meant: usize) -> Vec<Part> {
    let mut run = 0;
    let mut keep = |part: &&Part| {
        let is_run = matches!(part, Part::Migrations);
        run += usize::from(is_run);
        !is_run || run == meant + 1
    };
    parts.iter().filter(|part| keep(part)).cloned().collect()
}

/// Runs what writes, `context.execute()` or `context.static_output()`: in `env.py` for what stands around the migrations.
pub(super) fn write<'w>(
    compiler: &mut Compiler<'w>,
    vm: &mut Vm,
    span: Span,
    call: impl FnOnce(&mut Compiler<'w>, &mut Vm) -> Result<Value, Unwind>,
) -> Result<Value, Unwind> {
    let perhaps = compiler.ways > 0;
    let Some(around) = compiler.around.as_mut().filter(|_| compiler.migration.is_none()) else { return call(compiler, vm) };
    if !around.is_first(span, perhaps) {
        around.lost.get_or_insert(span);
        return Ok(Value::None);
    }
    let dialect = Rc::clone(&compiler.settings.dialect);
    let schema = Schema::new(Rules::of(&dialect), World::Closed);
    let migration = Migration::new(dialect, schema).shared();
    compiler.migration = Some(Rc::clone(&migration));
    let outcome = call(compiler, vm);
    compiler.migration = None;
    let items = std::mem::take(&mut migration.borrow_mut().items);
    let Some(around) = &mut compiler.around else { return outcome };
    around.parts.extend(items.into_iter().map(Part::Item));
    match outcome {
        Err(Unwind::Stop(problem)) => {
            around.problem.get_or_insert(problem);
            Ok(Value::None)
        }
        other => other,
    }
}
