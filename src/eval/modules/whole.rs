//! Running what nobody asks for by name: the statements by which imported modules add to a collection they share.
//!
//! Modules are evaluated on demand, but such a collection holds what every imported module put there, whoever imported it.

use std::rc::Rc;

use ruff_python_ast::{Stmt, StmtImportFrom};
use ruff_text_size::Ranged;
use rustc_hash::FxHashSet;

use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::locate::blocks;
use crate::eval::module::{Module, Progress};
use crate::eval::stmt::import::absolute;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::python::Ast;
use crate::source::{SourceId, Span};

/// What running the wanted statements of imported modules came to.
#[derive(Default)]
pub struct Whole {
    /// Where those statements stand, in the order in which Python runs them.
    pub order: Vec<Span>,
    /// Those that could not be followed.
    pub failed: Vec<Unfollowed>,
}

/// A wanted statement that could not be followed.
pub struct Unfollowed {
    pub place: Span,
    pub reason: String,
    /// Whether it surely was to add something.
    pub counts: bool,
    /// The bases of the class that it defines; none where it defines no class.
    pub bases: Option<Vec<Value>>,
}

/// Which statements are run.
pub struct Wanted<'w> {
    pub runs: &'w dyn Fn(&Stmt) -> bool,
    /// Those of them that surely add something.
    pub counts: &'w dyn Fn(&Stmt) -> bool,
    /// Those that import modules by names that they compute.
    pub imports: &'w dyn Fn(&Stmt) -> bool,
    /// Why one can't be followed, whatever running it comes to.
    pub refused: &'w dyn Fn(&Stmt) -> Option<&'static str>,
}

struct Walk<'w> {
    wanted: Wanted<'w>,
    seen: FxHashSet<Rc<str>>,
    whole: Whole,
}

impl Vm {
    /// Runs the wanted top-level statements of the modules of the names, of all that the files import, through others too, and of
    /// those imported so far.
    ///
    /// # Errors
    /// What stops an evaluation altogether.
    pub fn run_imported(&mut self, host: &mut dyn Host, names: &[Rc<str>], files: &[&Ast], wanted: Wanted<'_>) -> Evaluated<Whole> {
        let mut walk = Walk { wanted, seen: FxHashSet::default(), whole: Whole::default() };
        for name in names {
            self.walk_name(host, name, &mut walk)?;
        }
        let root = Module::namespace("");
        for statement in files.iter().flat_map(|file| &file.module.body) {
            if matches!(statement, Stmt::Import(_) | Stmt::ImportFrom(_)) {
                self.walk_imports(host, &root, statement, false, &mut walk)?;
            }
        }
        // Those that functions have imported.
        let mut at = 0;
        while let Some(name) = self.loaded.get(at).cloned() {
            self.walk_name(host, &name, &mut walk)?;
            at += 1;
        }
        Ok(walk.whole)
    }

    /// Whether a file was imported as a module, and not run as a script.
    pub fn has_imported(&self, source: SourceId) -> bool {
        self.modules.values().any(|module| match module {
            Value::Module(module) => module.ast().is_some_and(|ast| ast.source.id == source),
            _ => false,
        })
    }

    /// Walks what a statement imports; within a block what was loaded, since not every block is run.
    fn walk_imports(
        &mut self,
        host: &mut dyn Host,
        from: &Rc<Module>,
        statement: &Stmt,
        loaded: bool,
        walk: &mut Walk<'_>,
    ) -> Evaluated<()> {
        match statement {
            Stmt::Import(import) => {
                for alias in &import.names {
                    if !loaded || self.is_loaded(alias.name.as_str()) {
                        self.walk_name(host, alias.name.as_str(), walk)?;
                    }
                }
            }
            Stmt::ImportFrom(import) => self.walk_members(host, from, import, loaded, walk)?,
            Stmt::FunctionDef(_) | Stmt::ClassDef(_) => {}
            _ => {
                for inner in blocks(statement).into_iter().flatten() {
                    self.walk_imports(host, from, inner, true, walk)?;
                }
            }
        }
        Ok(())
    }

    fn is_loaded(&self, name: &str) -> bool {
        self.modules.contains_key(name) || self.loaded.iter().any(|loaded| **loaded == *name)
    }

    fn walk_members(
        &mut self,
        host: &mut dyn Host,
        from: &Rc<Module>,
        import: &StmtImportFrom,
        loaded: bool,
        walk: &mut Walk<'_>,
    ) -> Evaluated<()> {
        let Some(name) = absolute(from, import.level, import.module.as_ref().map(|module| module.as_str())) else { return Ok(()) };
        if loaded && !self.is_loaded(&name) {
            return Ok(());
        }
        self.walk_name(host, &name, walk)?;
        let package = self.modules.get(name.as_str()).cloned();
        for alias in &import.names {
            let is_bound = match &package {
                Some(Value::Module(module)) => module.name != from.name && module.defines(alias.name.as_str()),
                _ => false,
            };
            let member = format!("{name}.{}", alias.name);
            if !is_bound && (!loaded || self.is_loaded(&member)) {
                self.walk_name(host, &member, walk)?;
            }
        }
        Ok(())
    }

    /// Walks a module by its name, its packages first, as importing it does.
    fn walk_name(&mut self, host: &mut dyn Host, name: &str, walk: &mut Walk<'_>) -> Evaluated<()> {
        let ends = name.match_indices('.').map(|(at, _)| at).chain([name.len()]);
        for end in ends {
            let part = &name[..end];
            if part.is_empty() || !walk.seen.insert(part.into()) {
                continue;
            }
            if let Some(Value::Module(module)) = self.found(host, part)? {
                self.walk_module(host, &module, walk)?;
            }
        }
        Ok(())
    }

    fn walk_module(&mut self, host: &mut dyn Host, module: &Rc<Module>, walk: &mut Walk<'_>) -> Evaluated<()> {
        let (Some(_), Some(ast)) = (&module.demand, &module.ast) else { return Ok(()) };
        for (number, statement) in ast.module.body.iter().enumerate() {
            let is_import = matches!(statement, Stmt::Import(_) | Stmt::ImportFrom(_));
            if !is_import && (walk.wanted.runs)(statement) {
                walk.whole.order.push(Frame::top(module, ast).span(statement.range()));
                self.run_wanted(host, module, number, walk)?;
            }
            self.walk_imports(host, module, statement, false, walk)?;
        }
        Ok(())
    }

    fn run_wanted(&mut self, host: &mut dyn Host, module: &Rc<Module>, number: usize, walk: &mut Walk<'_>) -> Evaluated<()> {
        let (Some(demand), Some(ast)) = (&module.demand, &module.ast) else { return Ok(()) };
        let Some(statement) = ast.module.body.get(number) else { return Ok(()) };
        let is_idle = demand.states.borrow().get(number) == Some(&Progress::Idle);
        let before = self.loaded.len();
        let failure = if is_idle { self.run_statement(host, module, number, None)? } else { None };
        let is_of_project = |name: &Rc<str>| match self.modules.get(name) {
            Some(Value::Module(module)) => module.demand.is_some(),
            _ => false,
        };
        let place = Frame::top(module, ast).span(statement.range());
        if is_idle && (walk.wanted.imports)(statement) && !self.loaded.iter().skip(before).any(is_of_project) {
            let reason = "which modules this imports is not known".to_owned();
            walk.whole.failed.push(Unfollowed { place, reason, counts: true, bases: None });
        }
        if let Some(reason) = (walk.wanted.refused)(statement) {
            walk.whole.failed.push(Unfollowed { place, reason: reason.to_owned(), counts: true, bases: None });
        }
        let unknown = || match module.bound(&statement.as_class_def_stmt()?.name.id)? {
            Value::Unknown(unknown) => Some((unknown.place, unknown.reason.to_string())),
            _ => None,
        };
        if let Some((place, reason)) = failure.or_else(unknown) {
            let bases = statement.as_class_def_stmt().map(|class| {
                let mut frame = Frame::top(module, ast);
                class.bases().iter().filter_map(|base| self.expr(host, &mut frame, base).ok()).collect()
            });
            let counts = (walk.wanted.counts)(statement);
            walk.whole.failed.push(Unfollowed { place, reason, counts, bases });
        }
        Ok(())
    }
}

impl Module {
    /// Whether a statement other than an import binds the name: it then hides a module of that name.
    fn defines(&self, name: &str) -> bool {
        let Some(demand) = &self.demand else { return false };
        let binders = demand.index.binders.get(name).into_iter().flatten();
        binders.into_iter().any(|number| demand.index.imports.get(*number) == Some(&false))
    }
}
