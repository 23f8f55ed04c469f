//! Evaluating of a project module only what an asked name needs.
//!
//! That is: the statements that bind the name, and the later ones that can change the object it names. While a
//! statement of the module runs, names are seen as the statements before it left them.

use std::rc::Rc;

use crate::diag::Code;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::module::{Module, Progress};
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// Runs what concerns a name, as far as it stands before the statement that runs.
    pub(super) fn settle(&mut self, host: &mut dyn Host, module: &Rc<Module>, name: &str) -> Evaluated<()> {
        let Some(demand) = &module.demand else { return Ok(()) };
        let limit = demand.cursor.get();
        if demand.settled.borrow().get(name).is_some_and(|settled| *settled >= limit) {
            return Ok(());
        }
        demand.settled.borrow_mut().insert(name.into(), limit);
        let concerning = demand.index.concerning(name);
        // A function that runs early may use what is bound further down: only a circle makes that possible, so it is let through.
        let reachable = concerning.iter().any(|(number, binds)| *binds && *number < limit);
        for (number, binds) in concerning {
            if (reachable && number >= limit) || demand.states.borrow().get(number) != Some(&Progress::Idle) {
                continue;
            }
            let changes = binds || module.bound(name).is_some_and(|value| self.may_change(module, name, &value));
            if changes {
                self.run_statement(host, module, number, (!binds).then_some(name))?;
            }
        }
        Ok(())
    }

    /// Whether a later statement may change the object a name is bound to.
    fn may_change(&self, module: &Module, name: &str, value: &Value) -> bool {
        let Some(demand) = &module.demand else { return false };
        match value {
            Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Instance(_) | Value::Class(_) | Value::Object(_) => true,
            // A library's own names are what they are; what the program made or got from the project may be added to.
            Value::Library(_) => {
                let binder = demand.index.binders.get(name).and_then(|binders| binders.last());
                binder.is_none_or(|binder| demand.index.imports.get(*binder) != Some(&true)) || self.shared_with_project(module, name)
            }
            _ => false,
        }
    }

    /// Whether an imported name comes from another module of the project.
    fn shared_with_project(&self, module: &Module, name: &str) -> bool {
        let (Some(demand), Some(value)) = (&module.demand, module.bound(name)) else { return false };
        demand.index.binders.contains_key(name)
            && self.modules.values().any(|other| match other {
                Value::Module(other) if other.demand.is_some() && other.name != module.name => {
                    other.bound(name).is_some_and(|theirs| theirs.is(&value))
                }
                _ => false,
            })
    }

    /// Runs one top-level statement; where that fails, what it binds or changes is unknown from then on. Gives the place and reason.
    pub(super) fn run_statement(
        &mut self,
        host: &mut dyn Host,
        module: &Rc<Module>,
        number: usize,
        changed: Option<&str>,
    ) -> Evaluated<Option<(Span, String)>> {
        let (Some(demand), Some(ast)) = (&module.demand, &module.ast) else { return Ok(None) };
        let Some(statement) = ast.module.body.get(number) else { return Ok(None) };
        set(&demand.states, number, Progress::Running);
        let before = demand.cursor.replace(number);
        let mark = self.handlers.len();
        let hidden = self.handlers.split_off(0);
        let salvage = self.salvage.take();
        let result = self.statement(host, &mut Frame::top(module, ast), statement);
        self.salvage = salvage;
        self.handlers = hidden;
        self.handlers.truncate(mark);
        demand.cursor.set(before);
        set(&demand.states, number, Progress::Done);
        let Err(unwind) = result else {
            module.remember(number);
            return Ok(None);
        };
        let (place, reason) = match unwind {
            Unwind::Stop(diagnostic) if matches!(diagnostic.code, Code::StepBudget | Code::RecursionLimit | Code::Bug) => {
                return Err(Unwind::Stop(diagnostic));
            }
            Unwind::Stop(diagnostic) => (diagnostic.labels.first().map_or(Span::NOWHERE, |label| label.span), diagnostic.message.clone()),
            Unwind::Raise(exception) => (exception.place, format!("it raises `{}: {}`", exception.class_name(), exception.message())),
        };
        let bound = demand.index.bound_by.get(number).into_iter().flatten().map(|name| name.as_str());
        for name in bound.chain(changed) {
            let reason = format!("`{name}` of `{}` is not known: {reason}", module.name);
            module.set(name, Value::unknown(place, reason, Origin::Project));
        }
        Ok(Some((place, reason)))
    }

    /// Runs what a module registers elsewhere, once for all: nobody has to ask for its name.
    pub(super) fn register(&mut self, host: &mut dyn Host, module: &Rc<Module>) -> Evaluated<()> {
        let Some(demand) = &module.demand else { return Ok(()) };
        let decorated = demand.index.decorated.iter().filter(|decorated| host.registers(&decorated.by, &decorated.texts));
        let numbers: Vec<usize> = decorated.map(|decorated| decorated.number).collect();
        if numbers.is_empty() || !self.registered.insert(Rc::clone(&module.name)) {
            return Ok(());
        }
        for number in numbers {
            if demand.states.borrow().get(number) == Some(&Progress::Idle)
                && let Some((place, reason)) = self.run_statement(host, module, number, None)?
            {
                host.unregistered(place, &reason);
            }
        }
        Ok(())
    }

    /// Evaluates what is left of a module that is evaluated on demand: every statement of it, in order.
    pub fn complete(&mut self, host: &mut dyn Host, module: &Rc<Module>) -> Evaluated<()> {
        let Some(demand) = &module.demand else { return Ok(()) };
        let count = demand.states.borrow().len();
        for number in 0..count {
            if demand.states.borrow().get(number) == Some(&Progress::Idle) {
                self.run_statement(host, module, number, None)?;
            }
        }
        Ok(())
    }
}

impl Module {
    /// Keeps what a statement bound names to that other statements bind too.
    fn remember(&self, number: usize) {
        let Some(demand) = &self.demand else { return };
        for name in demand.index.bound_by.get(number).into_iter().flatten() {
            if demand.index.binders.get(name).is_some_and(|binders| binders.len() > 1)
                && let Some(value) = self.bound(name)
            {
                demand.history.borrow_mut().entry(name.clone()).or_default().push((number, value));
            }
        }
    }

    /// What a name was bound to before the statement that runs, where a later one has bound it anew already.
    pub(super) fn before_cursor(&self, name: &str) -> Option<Value> {
        let demand = self.demand.as_ref()?;
        let limit = demand.cursor.get();
        let history = demand.history.borrow();
        let bindings = history.get(name)?;
        if bindings.iter().all(|(number, _)| *number < limit) {
            return None;
        }
        bindings.iter().filter(|(number, _)| *number < limit).max_by_key(|(number, _)| *number).map(|(_, value)| value.clone())
    }
}

fn set(states: &std::cell::RefCell<Vec<Progress>>, number: usize, progress: Progress) {
    if let Some(state) = states.borrow_mut().get_mut(number) {
        *state = progress;
    }
}
