//! `op.get_bind()`: a connection that writes what it is told to execute.

use std::rc::Rc;

use super::host::Compiler;
use super::{inspector, results, statement};
use crate::eval::{Args, Dict, Unwind, Value, Vm};
use crate::ops::Thing;
use crate::source::Span;

/// Methods of a connection or engine that are understood.
pub(super) const METHODS: &[&str] = &[
    "execute",
    "exec_driver_sql",
    "scalar",
    "scalars",
    "begin",
    "begin_nested",
    "commit",
    "rollback",
    "close",
    "connect",
    "execution_options",
    "in_transaction",
    "get_execution_options",
    "has_table",
    "dispose",
];

/// An attribute of a connection or engine.
pub(super) fn attribute(compiler: &Compiler<'_>, thing: &Rc<Thing>, name: &str, span: Span) -> Option<Value> {
    match name {
        "dialect" => Some(Value::Library(compiler.library.dialect_object())),
        "engine" | "connection" => Some(thing.value(span)),
        "name" => Some(Value::str(compiler.settings.dialect.library_name())),
        "info" => Some(super::dictionary(Dict::default())),
        "url" => Some(Thing::Url.into_value(span)),
        "driver" => Some(Value::Str(Rc::clone(&compiler.library.dialect.driver))),
        "closed" => Some(Value::Bool(false)),
        _ => None,
    }
}

/// A call of a method.
pub(super) fn call(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    thing: &Rc<Thing>,
    name: &str,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    match name {
        "execute" | "scalar" | "scalars" | "exec_driver_sql" => executed(compiler, vm, name, args, span),
        "connect" | "execution_options" => Ok(thing.value(span)),
        "begin" | "begin_nested" => Ok(Thing::Transaction.into_value(span)),
        "in_transaction" => Ok(Value::Bool(true)),
        "get_execution_options" => Ok(super::dictionary(Dict::default())),
        "has_table" => inspector::has_table(compiler, vm, args, span),
        _ => Ok(Value::None),
    }
}

/// A statement with its parameters: written, and its result known to the database only.
pub(super) fn executed(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    let keyword = |wanted: &[&str]| args.keywords.iter().find(|(name, _)| wanted.contains(&&**name)).map(|(_, arg)| arg);
    let statement = args.positional.first().or_else(|| keyword(&["statement", "clause", "object"]));
    let Some(statement) = statement else {
        return Err(vm.raise("TypeError", format!("{name}() missing 1 required positional argument: 'statement'"), span));
    };
    let parameters = args.positional.get(1).or_else(|| keyword(&["parameters", "params", "multiparams"]));
    let query = statement::execute(compiler, vm, &statement.value, parameters, span)?;
    if let Some(nothing) = compiler.blind_result() {
        return Ok(nothing);
    }
    let answer = match compiler.catalogue(&query, span)? {
        Some(rows) => results::result(rows, span),
        None => inspector::result(compiler, query, span)?,
    };
    if name == "execute" || name == "exec_driver_sql" {
        return Ok(answer);
    }
    vm.call_method(compiler, &answer, name, Args::default(), span)
}
