//! Calls of library names and methods that reach the database or the migration context.

use std::rc::Rc;

use super::host::Compiler;
use super::{context, custom, engine, events, metadata, operations};
use crate::eval::{Args, Library, Outcome, Unwind, Value, Vm};
use crate::inspect::Inspector;
use crate::model::library::object::{self, Object};
use crate::ops::Thing;
use crate::source::Span;

/// Answers a call that reaches the database or the migration context; `None` for pure library construction.
pub(super) fn answer(compiler: &mut Compiler<'_>, vm: &mut Vm, object: &Rc<Library>, args: &Args, span: Span) -> Option<Outcome> {
    match Object::of(object)? {
        Object::Name(name) => named(compiler, vm, name.path, args, span).map(Into::into),
        Object::Method { receiver, name } => {
            let (receiver, name) = (receiver.clone(), Rc::clone(name));
            method(compiler, vm, &receiver, &name, args, span).map(Into::into)
        }
        _ => None,
    }
}

fn named(compiler: &mut Compiler<'_>, vm: &mut Vm, path: &str, args: &Args, span: Span) -> Option<Result<Value, Unwind>> {
    if let Some(operation) = path.strip_prefix("alembic.op.") {
        // An expression, and nothing else: the library makes it.
        return (operation != "inline_literal").then(|| operations::run(compiler, vm, operation, args, span));
    }
    if let Some(function) = path.strip_prefix("alembic.context.") {
        return Some(context::function(compiler, vm, function, args, span));
    }
    match path {
        "sqlalchemy.inspection.inspect" if reaches_database(args) => Some(compiler.inspect(vm, span)),
        "sqlalchemy.engine.reflection.Inspector" if reaches_database(args) => {
            Some(compiler.check_given_back(vm, span).and_then(|()| compiler.inspect(vm, span)))
        }
        "sqlalchemy.engine.create.create_engine" if !compiler.in_env_py => Some(Ok(engine::from_url(compiler, args, span))),
        "sqlalchemy.engine.create.engine_from_config" if !compiler.in_env_py => Some(Ok(engine::from_config(compiler, args, span))),
        "sqlalchemy.event.api.listen" => Some(events::listen(compiler, args, span)),
        "sqlalchemy.event.api.listens_for" => Some(Ok(Thing::Decorator("listens_for".into(), args.clone()).into_value(span))),
        "sqlalchemy.orm.session.Session" => Some(Ok(Thing::Session.into_value(span))),
        "sqlalchemy.orm.session.sessionmaker" | "sqlalchemy.orm.scoping.scoped_session" => Some(Ok(Thing::SessionMaker.into_value(span))),
        "sqlalchemy.sql.schema.Table" if metadata::is_reflecting(args) => {
            Some(compiler.check_inspection(vm, span).and_then(|()| metadata::reflected_table(compiler, vm, args, span)))
        }
        "alembic.operations.base.Operations" => Some(Ok(Thing::Operations.into_value(span))),
        "alembic.runtime.migration.MigrationContext" => Some(Ok(Thing::MigrationContext.into_value(span))),
        _ => None,
    }
}

fn method(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    receiver: &Value,
    name: &str,
    args: &Args,
    span: Span,
) -> Option<Result<Value, Unwind>> {
    let handle = object::handle(receiver)?;
    match (Object::of(&handle)?, name) {
        (Object::Name(class), "from_engine") if class.short() == "Inspector" => {
            Some(compiler.check_given_back(vm, span).and_then(|()| compiler.inspect(vm, span)))
        }
        (Object::Name(class), "configure") if class.short() == "MigrationContext" => Some(Ok(Thing::MigrationContext.into_value(span))),
        (Object::Name(class), "register_operation" | "implementation_for") if class.short().ends_with("Operations") => {
            Some(custom::call(compiler, vm, name, args, span))
        }
        (Object::Name(class), "context") if class.short() == "Operations" => Some(Ok(Thing::Transaction.into_value(span))),
        (Object::Table(_), "create" | "drop" | "exists") => Some(metadata::table(compiler, vm, receiver, name, args, span)),
        (Object::MetaData(_), "create_all" | "drop_all") => Some(metadata::all(compiler, vm, receiver, name, args, span)),
        (Object::MetaData(_), "reflect") => {
            Some(compiler.check_inspection(vm, span).and_then(|()| metadata::reflect(compiler, vm, receiver, args, span)))
        }
        (Object::Type(_), "create" | "drop") => Some(metadata::named_type(compiler, vm, receiver, name, args, span)),
        (Object::Index(_), "create" | "drop") => Some(metadata::index(compiler, vm, receiver, name, args, span)),
        (Object::Sequence(_), "create" | "drop") => Some(metadata::sequence(compiler, vm, receiver, name, args, span)),
        (Object::Dialect, _) if super::inspector::METHODS.contains(&name) => {
            Some(super::inspector::call(compiler, vm, &Inspector::default(), name, &without_first(args), span))
        }
        _ => None,
    }
}

fn reaches_database(args: &Args) -> bool {
    let all = args.positional.iter().chain(args.keywords.iter().map(|(_, arg)| arg));
    all.into_iter().any(|arg| Thing::of(&arg.value).is_some_and(|thing| thing.touches_database()))
}

/// The arguments without the connection that stands first.
fn without_first(args: &Args) -> Args {
    Args { positional: args.positional.iter().skip(1).cloned().collect(), keywords: args.keywords.clone() }
}
