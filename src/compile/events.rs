//! `event.listen(table, "after_create", …)`: what stands before and after a table that is created or dropped over the connection.

use std::rc::Rc;

use super::host::Compiler;
use super::statement;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Args, Unwind, Value, Vm};
use crate::model::SqlExpr;
use crate::model::expr::Ddl;
use crate::model::library::{object, tables};
use crate::ops::Thing;
use crate::source::{SourceId, Span};

/// Events by which a listener that hears every object of a class would come to be in a script.
const EFFECTS: &[&str] = &["before_create", "after_create", "before_drop", "after_drop", "before_parent_attach", "after_parent_attach"];

/// Whether an event of a table, of metadata or of what belongs to them may come to be in a script.
pub(super) fn has_effect(event: &str) -> bool {
    EFFECTS.contains(&event)
}

/// A function or DDL element that waits for an event of a table or of metadata.
pub(super) struct Listener {
    target: Value,
    event: Rc<str>,
    function: Value,
    /// Where it was told to listen.
    place: Span,
}

/// `event.listen(target, identifier, fn)`.
pub(super) fn listen(compiler: &mut Compiler<'_>, args: &Args, span: Span) -> Result<Value, Unwind> {
    let function = args.positional.get(2).map(|arg| &arg.value).or_else(|| args.keyword("fn"));
    if let Some(function) = function {
        listens_for(compiler, args, function, span)?;
    }
    Ok(Value::None)
}

/// `@event.listens_for(target, identifier)`, applied to its function. Events of other objects than tables and metadata, like
/// those of mapped classes and engines, never come to be in a script.
///
/// # Errors
/// Where a whole class of tables is listened to, while a revision runs; before that it is a warning.
pub(super) fn listens_for(compiler: &mut Compiler<'_>, args: &Args, function: &Value, span: Span) -> Result<(), Unwind> {
    let given = |at: usize, name: &str| args.positional.get(at).map(|arg| &arg.value).or_else(|| args.keyword(name));
    let (Some(target), Some(event)) = (given(0, "target"), given(1, "identifier").and_then(Value::as_str)) else { return Ok(()) };
    let Some(handle) = object::handle(target) else { return Ok(()) };
    if object::table(&handle).is_some() || object::metadata(&handle).is_some() {
        let (target, event, function) = (target.clone(), event.into(), function.clone());
        compiler.listeners.push(Listener { target, event, function, place: span });
    } else if has_effect(event) && object::name(&handle).is_some_and(|name| name.path.starts_with("sqlalchemy.sql.")) {
        let what = format!("`{event}` of every object of a class is not followed");
        if compiler.in_env_py {
            let warning = Diagnostic::warning(Code::NotHeard, what).label(span, "listened to here");
            compiler.report.diagnostics.push(warning.help("compare what it does to constraints and tables with the scripts"));
            return Ok(());
        }
        let error = Diagnostic::error(Code::NotUnderstood, what).label(span, "listened to here");
        return Err(error.help("listen to the one table or metadata that is meant").into());
    }
    Ok(())
}

impl Compiler<'_> {
    /// Whether a file told some to listen.
    pub(super) fn has_listener_of(&self, file: SourceId) -> bool {
        self.listeners.iter().any(|listener| listener.place.source == file)
    }

    /// Forgets those after the first so many whom a file told to listen: what its functions did in an attempt that is over.
    pub(super) fn forget_listeners(&mut self, kept: usize, file: SourceId) {
        let later = self.listeners.split_off(kept.min(self.listeners.len()));
        self.listeners.extend(later.into_iter().filter(|listener| listener.place.source != file));
    }
}

/// Calls or writes what listens to an event (`InvokeDDLBase.with_ddl_events`).
pub(super) fn fire(compiler: &mut Compiler<'_>, vm: &mut Vm, target: &Value, event: &str, span: Span) -> Result<(), Unwind> {
    let Some(handle) = object::handle(target) else { return Ok(()) };
    let heard = compiler.listeners.iter().filter(|listener| {
        &*listener.event == event && object::handle(&listener.target).is_some_and(|listened| Rc::ptr_eq(&listened, &handle))
    });
    let functions: Vec<Value> = heard.map(|listener| listener.function.clone()).collect();
    for function in functions {
        let element = object::handle(&function).and_then(|function| object::expr(&function).cloned());
        match element.as_deref() {
            Some(SqlExpr::Ddl(element)) => write(compiler, vm, element, &handle, span)?,
            _ => {
                let positional = [target.clone(), Thing::Connection.into_value(span)].map(|value| Arg { value, span }).into();
                vm.call(compiler, &function, Args { positional, keywords: Vec::new() }, span)?;
            }
        }
    }
    Ok(())
}

fn write(compiler: &mut Compiler<'_>, vm: &mut Vm, element: &Rc<Ddl>, target: &object::Handle, span: Span) -> Result<(), Unwind> {
    let element = match &**element {
        Ddl::Conditional { holds: false, .. } => return Ok(()),
        Ddl::Conditional { element, .. } => element,
        _ => element,
    };
    let written = match (&**element, tables::name(target)) {
        (Ddl::Text(text), Some(table)) => {
            let dialect = &compiler.settings.dialect;
            let schema = table.schema.as_ref().map(|schema| dialect.schema(schema)).unwrap_or_default();
            let text = text.replace("%(table)s", &dialect.quote(&table.name)).replace("%(schema)s", &schema);
            Rc::new(Ddl::Text(text.replace("%(fullname)s", &dialect.table(&table)).into()))
        }
        _ => Rc::clone(element),
    };
    statement::write(compiler, vm, &Rc::new(SqlExpr::Ddl(written)), span).map(drop)
}
