//! What `env.py` writes around the migrations: statements before and after them, and where their transaction begins.

use std::rc::Rc;

use super::databases::Run;
use super::host::Compiler;
use crate::diag::Diagnostic;
use crate::eval::{Arg, Args, Unwind, Value, Vm};
use crate::ops::{Item, Migration};
use crate::schema::{Rules, Schema, World};

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

/// What nearly every `env.py` does.
pub(super) fn usual() -> Vec<Part> {
    vec![Part::Begin, Part::Migrations, Part::Commit]
}

/// What an `env.py` under way has done so far.
#[derive(Clone, Default)]
pub(super) struct Around {
    /// What `context.configure()` was given last.
    pub(super) configure: Option<Args>,
    /// What came after that, each run with what it passes on.
    parts: Vec<Part>,
    told: Vec<Vec<(Rc<str>, Arg)>>,
    /// The runs of the contexts before.
    runs: Vec<Run>,
    /// A statement that could not be made.
    problem: Option<Box<Diagnostic>>,
}

impl Around {
    /// A new context, with an output of its own.
    pub(super) fn configures(&mut self, args: Args) {
        self.end_context();
        self.configure = Some(args);
    }

    pub(super) fn runs(&mut self, arguments: Vec<(Rc<str>, Arg)>) {
        self.parts.push(Part::Migrations);
        self.told.push(arguments);
    }

    pub(super) fn begins(&mut self) {
        self.parts.push(Part::Begin);
    }

    pub(super) fn commits(&mut self) {
        self.parts.push(Part::Commit);
    }

    /// The runs, in their order, and what the last context was given.
    pub(super) fn finish(mut self) -> (Vec<Run>, Option<Args>, Option<Box<Diagnostic>>) {
        self.end_context();
        (self.runs, self.configure, self.problem)
    }

    /// Whether the migrations have been run.
    pub(super) fn has_run(&self) -> bool {
        !self.told.is_empty() || !self.runs.is_empty()
    }

    /// How far it has come; of several ways that may have been taken, the one that came farthest is meant.
    pub(super) fn progress(&self) -> (usize, bool, usize) {
        (self.runs.len() + self.told.len(), self.configure.is_some(), self.parts.len())
    }

    fn end_context(&mut self) {
        let (parts, told) = (std::mem::take(&mut self.parts), std::mem::take(&mut self.told));
        for (number, arguments) in told.into_iter().enumerate() {
            self.runs.push(Run { configure: self.configure.clone(), arguments, around: only(&parts, number) });
        }
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
    call: impl FnOnce(&mut Compiler<'w>, &mut Vm) -> Result<Value, Unwind>,
) -> Result<Value, Unwind> {
    if compiler.migration.is_some() || !compiler.in_env_py {
        return call(compiler, vm);
    }
    let dialect = Rc::clone(&compiler.settings.dialect);
    let schema = Schema::new(Rules::of(&dialect), World::Closed);
    let migration = Migration::new(dialect, schema).shared();
    compiler.migration = Some(Rc::clone(&migration));
    let outcome = call(compiler, vm);
    compiler.migration = None;
    let items = std::mem::take(&mut migration.borrow_mut().items);
    compiler.around.parts.extend(items.into_iter().map(Part::Item));
    match outcome {
        Err(Unwind::Stop(problem)) => {
            compiler.around.problem.get_or_insert(problem);
            Ok(Value::None)
        }
        other => other,
    }
}
