//! Touches of what the migration context hands out: which thing it is, and what it has.

use std::rc::Rc;

use super::around::Around;
use super::host::Compiler;
use super::{batch, compilers, config, connection, context, custom, inspector, operations, query, results, scripts, session, url};
use crate::eval::{Access, Args, Library, Origin, Outcome, Unwind, Value, Vm};
use crate::model::library::object;
use crate::ops::Thing;
use crate::source::Span;

/// Answers an access of a thing of the migration context, or of `alembic.op` and `alembic.context`; `None` for all else.
pub(super) fn answer(compiler: &mut Compiler<'_>, vm: &mut Vm, access: &Access<'_>, span: Span) -> Option<Outcome> {
    match access {
        Access::Get { object, name } => match Thing::behind(object) {
            Some(thing) => Some(get(compiler, vm, &thing, name, span).into()),
            None => proxy(compiler, object, name, span).or_else(|| compilers::attribute(object, name, span)).map(Outcome::Value),
        },
        Access::Call { object, args } => {
            let thing = Thing::behind(object)?;
            Some(call(compiler, vm, &thing, args, span).into())
        }
        Access::Set { object, .. } | Access::SetItem { object, .. } => Thing::behind(object).map(|_| Outcome::Value(Value::None)),
        Access::Item { object, key } => {
            let thing = Thing::behind(object)?;
            Some(match &*thing {
                Thing::Row(_, values) => results::item(vm, compiler, values, key, span).into(),
                _ => config::item(compiler, vm, &thing, key, span).into(),
            })
        }
        Access::Contains { object, item } => match &*Thing::behind(object)? {
            Thing::Attributes => Some(Outcome::Value(Value::Bool(false))),
            Thing::Listing(listing) => Some(inspector::contains(compiler, listing, item, span).into()),
            Thing::Row(_, values) => {
                let tuple = Value::tuple(values.to_vec());
                Some(vm.binary(compiler, "in", item, &tuple, span).into())
            }
            _ => None,
        },
        Access::Iter { object } | Access::Len { object } => match &*Thing::behind(object)? {
            Thing::Listing(listing) => Some(Outcome::Refused(Box::new(listing.refusal.diagnostic(span)))),
            Thing::Result(rows) => Some(counted(access, results::all(rows, span))),
            Thing::Scalars(rows) => Some(counted(access, results::scalars(rows))),
            Thing::Query => Some(match compiler.check_given_back(vm, span) {
                Ok(()) => counted(access, Value::list(Vec::new())),
                Err(unwind) => unwind.into(),
            }),
            Thing::Row(_, values) => Some(counted(access, Value::list(values.to_vec()))),
            _ => None,
        },
        Access::Truth { object } => Thing::behind(object).map(|thing| Outcome::Value(Value::Bool(!matches!(*thing, Thing::Attributes)))),
        Access::Enter { object } => {
            let thing = Thing::behind(object)?;
            let allowed = compiler.check_blind_enter(vm, &thing, span);
            Some(allowed.and_then(|()| enter(compiler, &thing, object, span)).into())
        }
        Access::Exit { object, raised } => {
            let thing = Thing::behind(object)?;
            Some(exit(compiler, vm, &thing, raised.is_some(), span).into())
        }
        Access::Text { object, .. } => Thing::behind(object).map(|thing| match *thing {
            Thing::Url => url::text(compiler, span),
            _ => Compiler::not_understood(span, "the text of an object of the migration context"),
        }),
        _ => None,
    }
}

/// The answer to `iter()` or `len()` of something that is a list of values.
fn counted(access: &Access<'_>, list: Value) -> Outcome {
    match (access, &list) {
        (Access::Len { .. }, Value::List(items)) => Outcome::Value(Value::Int(i128::try_from(items.borrow().len()).unwrap_or(i128::MAX))),
        _ => Outcome::Value(list),
    }
}

/// Attributes of the modules `alembic.op` and `alembic.context` that no data row can know.
fn proxy(compiler: &Compiler<'_>, object: &Rc<Library>, name: &str, span: Span) -> Option<Value> {
    let module = object::name(object)?.path;
    match (module, name) {
        ("alembic.context", "config") => Some(Thing::Config.into_value(span)),
        ("alembic.op", _) if compiler.registered.contains_key(name) => {
            Some(Rc::new(Thing::Method(Rc::new(Thing::Operations), name.into())).value(span))
        }
        _ => None,
    }
}

fn get(compiler: &mut Compiler<'_>, vm: &mut Vm, thing: &Rc<Thing>, name: &str, span: Span) -> Result<Value, Unwind> {
    if matches!((&**thing, name), (Thing::Connection, "__class__")) {
        compiler.offline_asked.push(span);
        let module = vm.import(compiler, "sqlalchemy.engine.mock", span)?;
        return vm.get_attr(compiler, &module, "MockConnection", span);
    }
    if matches!(**thing, Thing::Connection) {
        compiler.check_blind(vm, name, span)?;
    }
    let attribute = match &**thing {
        Thing::Connection => connection::attribute(compiler, thing, name, span),
        Thing::MigrationContext | Thing::Impl | Thing::Operations => context::attribute(compiler, thing, name, span),
        Thing::Config => config::attribute(compiler, name, span),
        Thing::Session => session::attribute(name, span),
        Thing::Inspector(_) => inspector::attribute(compiler, name, span),
        Thing::Result(_) | Thing::Row(..) => results::attribute(thing, name),
        Thing::Url => url::attribute(compiler, thing, name, span),
        Thing::Script(..) | Thing::Scripts => scripts::attribute(compiler, thing, name, span),
        _ => None,
    };
    match attribute {
        Some(value) => Ok(value),
        None if matches!(**thing, Thing::Query) && !query::has_method(name) => {
            vm.get_attr(compiler, &Value::live(span, query::ORM), name, span)
        }
        None if has_method(compiler, thing, name) => Ok(Rc::new(Thing::Method(Rc::clone(thing), name.into())).value(span)),
        None => Err(vm.raise("AttributeError", format!("'{}' object has no attribute '{name}'", class_name(thing)), span)),
    }
}

fn has_method(compiler: &Compiler<'_>, thing: &Thing, name: &str) -> bool {
    match thing {
        Thing::Connection => connection::METHODS.contains(&name),
        Thing::MigrationContext | Thing::Impl => context::METHODS.contains(&name),
        Thing::Operations => operations::is_operation(name) || compiler.registered.contains_key(name),
        Thing::Batch(_) => operations::is_operation(name) || compiler.registered.contains_key(name),
        Thing::Config => config::METHODS.contains(&name),
        Thing::Scripts => scripts::METHODS.contains(&name),
        Thing::Attributes => config::DICTIONARY.contains(&name),
        Thing::Inspector(_) => inspector::METHODS.contains(&name),
        Thing::Preparer => compilers::METHODS.contains(&name),
        Thing::Session => session::METHODS.contains(&name),
        Thing::Query => query::has_method(name),
        Thing::Transaction | Thing::ScriptTransaction => matches!(name, "commit" | "rollback" | "close" | "is_active"),
        Thing::SessionMaker => matches!(name, "configure" | "query_property" | "remove") || session::METHODS.contains(&name),
        Thing::Listing(_) => matches!(name, "copy" | "index" | "count"),
        Thing::Result(_) | Thing::Scalars(_) => results::METHODS.contains(&name),
        Thing::Row(..) => name == "_asdict",
        Thing::AutocommitBlock | Thing::Decorator(..) | Thing::Method(..) | Thing::Url | Thing::Script(..) => false,
    }
}

fn class_name(thing: &Thing) -> &'static str {
    match thing {
        Thing::Operations => "Operations",
        Thing::Batch(_) => "BatchOperations",
        Thing::MigrationContext => "MigrationContext",
        Thing::Impl => "DefaultImpl",
        Thing::Connection => "Connection",
        Thing::Config => "Config",
        Thing::Scripts => "ScriptDirectory",
        Thing::Script(..) => "Script",
        Thing::Attributes => "dict",
        Thing::AutocommitBlock => "_GeneratorContextManager",
        Thing::Transaction | Thing::ScriptTransaction => "Transaction",
        Thing::Inspector(_) => "Inspector",
        Thing::Listing(_) => "list",
        Thing::Result(_) => "CursorResult",
        Thing::Scalars(_) => "ScalarResult",
        Thing::Row(..) => "Row",
        Thing::Preparer => "IdentifierPreparer",
        Thing::Session => "Session",
        Thing::Query => "Query",
        Thing::SessionMaker => "sessionmaker",
        Thing::Url => "URL",
        Thing::Decorator(..) => "function",
        Thing::Method(..) => "method",
    }
}

fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, thing: &Rc<Thing>, args: &Args, span: Span) -> Result<Value, Unwind> {
    let Thing::Method(of, name) = &**thing else {
        return match &**thing {
            Thing::SessionMaker => Ok(Thing::Session.into_value(span)),
            Thing::Decorator(kind, of) => custom::decorate(compiler, vm, kind, of, args, span),
            _ => Err(vm.raise("TypeError", format!("'{}' object is not callable", class_name(thing)), span)),
        };
    };
    match &**of {
        Thing::Connection => connection::call(compiler, vm, of, name, args, span),
        Thing::MigrationContext | Thing::Impl => context::call(compiler, vm, name, args, span),
        Thing::Operations => operations::run(compiler, vm, name, args, span),
        Thing::Batch(block) => batch::run_in_batch(compiler, vm, block, name, args, span),
        Thing::Config => config::call(compiler, vm, name, args, span),
        Thing::Scripts => scripts::call(compiler, vm, args, span),
        Thing::Attributes => Ok(config::absent(args)),
        Thing::Inspector(inspector) => inspector::call(compiler, vm, inspector, name, args, span),
        Thing::Listing(listing) => Err(listing.refusal.diagnostic(span).into()),
        Thing::Result(rows) => results::call(vm, rows, name, args, span),
        Thing::Scalars(rows) => results::call_scalars(vm, rows, name, args, span),
        Thing::Row(columns, values) => Ok(results::call_row(columns, values, args)),
        Thing::Preparer => compilers::call(compiler, vm, name, args, span),
        Thing::Session => session::call(compiler, vm, name, args, span),
        Thing::Query => query::call(compiler, vm, name, span),
        // a scoped session hands its calls on
        Thing::SessionMaker if session::METHODS.contains(&&**name) => session::call(compiler, vm, name, args, span),
        Thing::SessionMaker if &**name == "query_property" => {
            Ok(Value::unknown(span, "what an application's own session asks is not known", Origin::Project))
        }
        Thing::SessionMaker => Ok(Value::None),
        Thing::Url => Ok(url::call(compiler, name, span)),
        Thing::Transaction
        | Thing::ScriptTransaction
        | Thing::AutocommitBlock
        | Thing::Decorator(..)
        | Thing::Method(..)
        | Thing::Script(..) => Ok(Value::None),
    }
}

fn enter(compiler: &mut Compiler<'_>, thing: &Rc<Thing>, object: &Rc<Library>, span: Span) -> Result<Value, Unwind> {
    match **thing {
        Thing::AutocommitBlock => operations::enter_autocommit(compiler, span).map(|()| Value::None),
        // what `engine.begin()` gives; a transaction can do no more than that
        Thing::Transaction => Ok(Thing::Connection.into_value(span)),
        Thing::ScriptTransaction => {
            let perhaps = compiler.ways > 0;
            compiler.around.iter_mut().for_each(|around| around.begins(span, perhaps));
            Ok(Value::None)
        }
        _ => Ok(Value::Library(Rc::clone(object))),
    }
}

fn exit(compiler: &mut Compiler<'_>, vm: &mut Vm, thing: &Rc<Thing>, raised: bool, span: Span) -> Result<Value, Unwind> {
    match &**thing {
        Thing::AutocommitBlock => operations::leave_autocommit(compiler, span)?,
        Thing::ScriptTransaction => compiler.around.iter_mut().for_each(Around::commits),
        Thing::Batch(block) if !raised => batch::flush(compiler, vm, block, span)?,
        _ => {}
    }
    Ok(Value::Bool(false))
}
