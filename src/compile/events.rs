//! `event.listen(table, "after_create", …)`: what stands before and after a table that is created or dropped over the connection.

use std::rc::Rc;

use super::host::Compiler;
use super::statement;
use crate::eval::{Arg, Args, Unwind, Value, Vm};
use crate::model::SqlExpr;
use crate::model::expr::Ddl;
use crate::model::library::{object, tables};
use crate::ops::Thing;
use crate::source::Span;

/// A function or DDL element that waits for an event of a table or of metadata.
pub(super) struct Listener {
    target: Value,
    event: Rc<str>,
    function: Value,
}

/// `event.listen(target, event, function)`; those of other objects than tables and metadata never come to be in a script.
pub(super) fn listen(compiler: &mut Compiler<'_>, args: &Args) -> Value {
    if let [target, event, function, ..] = args.positional.as_slice() {
        note(compiler, &target.value, &event.value, &function.value);
    }
    Value::None
}

/// `@event.listens_for(target, event)`, applied to its function.
pub(super) fn note(compiler: &mut Compiler<'_>, target: &Value, event: &Value, function: &Value) {
    let Some(handle) = object::handle(target) else { return };
    if let Some(event) = event.as_str()
        && (object::table(&handle).is_some() || object::metadata(&handle).is_some())
    {
        let (target, event, function) = (target.clone(), event.into(), function.clone());
        compiler.listeners.push(Listener { target, event, function });
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
