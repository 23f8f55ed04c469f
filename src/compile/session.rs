//! ORM sessions over the connection of the migration, as far as they execute statements.

use super::host::Compiler;
use super::{connection, query};
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Unwind, Value, Vm};
use crate::ops::Thing;
use crate::source::Span;

/// Methods of a session that are understood, or refused with a way out.
pub(super) const METHODS: &[&str] = &[
    "execute",
    "exec",
    "scalar",
    "scalars",
    "query",
    "get",
    "add",
    "add_all",
    "delete",
    "merge",
    "flush",
    "commit",
    "rollback",
    "close",
    "connection",
    "get_bind",
    "begin",
    "begin_nested",
    "expunge_all",
    "expire_all",
    "bulk_save_objects",
    "bulk_insert_mappings",
    "bulk_update_mappings",
    "refresh",
    "no_autoflush",
];

/// An attribute of a session.
pub(super) fn attribute(name: &str, span: Span) -> Option<Value> {
    match name {
        "bind" => Some(Thing::Connection.into_value(span)),
        "no_autoflush" => Some(Thing::Transaction.into_value(span)),
        _ => None,
    }
}

/// A call of a method.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    compiler.check_blind_session(vm, name, span)?;
    match name {
        // That of SQLModel.
        "exec" => connection::executed(compiler, vm, "execute", args, span),
        "execute" | "scalar" | "scalars" => connection::executed(compiler, vm, name, args, span),
        "connection" | "get_bind" => Ok(Thing::Connection.into_value(span)),
        "begin" | "begin_nested" => Ok(Thing::Transaction.into_value(span)),
        "query" => Ok(query::of(compiler, vm, args, span)),
        "get" => {
            let entity = Args { positional: args.positional.iter().take(1).cloned().collect(), keywords: Vec::new() };
            let found = query::of(compiler, vm, &entity, span);
            Ok(if Thing::of(&found).is_some() { Value::None } else { found })
        }
        "flush" | "commit" | "rollback" | "close" | "expunge_all" | "expire_all" | "refresh" => Ok(Value::None),
        _ if vm.is_salvaging() => Ok(Value::live(span, "an ORM query")),
        _ => Err(Diagnostic::error(Code::NotUnderstood, format!("what `Session.{name}()` sends to the database is not known offline"))
            .label(span, "called here")
            .help("write it as `op.execute(sa.insert(…))`, `sa.update(…)` or `sa.delete(…)`, or give the revision's SQL by hand in `aludel.toml`")
            .into()),
    }
}
