//! Names: where they are looked up, and where they are bound.

use std::rc::Rc;

use ruff_python_ast::ExprName;
use ruff_python_ast::name::Name;

use crate::eval::exception::Evaluated;
use crate::eval::frame::{Declared, Frame};
use crate::eval::host::Host;
use crate::eval::scope::Scope;
use crate::eval::value::Value;
use crate::eval::vm::Vm;

impl Vm {
    pub(super) fn name(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, name: &ExprName) -> Evaluated {
        if let Some(value) = local(frame, &name.id) {
            return Ok(value);
        }
        let span = frame.span(name.range);
        if let Some(value) = self.global(host, frame.module, &name.id, span)? {
            return Ok(value);
        }
        if let Some(value) = self.builtins.get(name.id.as_str()) {
            return Ok(value.clone());
        }
        let message = format!("name '{}' is not defined", name.id);
        Err(self.raise("NameError", message, span))
    }

    /// Binds a name in the frame's scope, or where it was declared to live.
    pub(in crate::eval) fn bind(&mut self, frame: &mut Frame<'_>, name: &Name, value: Value) {
        let declared = if frame.declared.is_empty() { None } else { frame.declared(name) };
        match (&frame.scope, declared) {
            (Some(scope), None) => scope.names.borrow_mut().set(name.clone(), value),
            (Some(scope), Some(Declared::Nonlocal)) => bind_nonlocal(scope, name, value),
            (None, _) | (_, Some(Declared::Global)) => frame.module.set(name, value),
        }
    }

    /// Binds the target of `:=`, which lives outside of the comprehensions it stands in.
    pub(super) fn bind_walrus(&mut self, frame: &mut Frame<'_>, name: &Name, value: Value) {
        let mut scope = frame.scope.clone();
        while let Some(inner) = scope.as_ref().filter(|scope| scope.is_comprehension) {
            scope = inner.parent.clone();
        }
        let inner = std::mem::replace(&mut frame.scope, scope);
        self.bind(frame, name, value);
        frame.scope = inner;
    }

    /// `del name`; whether it was bound.
    pub(in crate::eval) fn unbind(&mut self, frame: &mut Frame<'_>, name: &str) -> bool {
        match &frame.scope {
            Some(scope) if frame.declared(name) != Some(Declared::Global) => scope.names.borrow_mut().remove(name).is_some(),
            _ => frame.module.unset(name),
        }
    }
}

fn local(frame: &Frame<'_>, name: &str) -> Option<Value> {
    let mut scope = frame.scope.as_ref()?;
    if !frame.declared.is_empty() && frame.declared(name) == Some(Declared::Global) {
        return None;
    }
    loop {
        if let Some(value) = scope.own(name) {
            return Some(value);
        }
        scope = scope.parent.as_ref()?;
    }
}

fn bind_nonlocal(scope: &Rc<Scope>, name: &Name, value: Value) {
    let mut outer = scope.parent.as_ref();
    while let Some(scope) = outer {
        if scope.names.borrow().contains(name) {
            scope.names.borrow_mut().set(name.clone(), value);
            return;
        }
        outer = scope.parent.as_ref();
    }
    scope.names.borrow_mut().set(name.clone(), value);
}
