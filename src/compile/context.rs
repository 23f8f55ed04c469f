//! `op.get_context()`, its `impl`, and the functions of `alembic.context`.

use std::rc::Rc;

use super::around;
use super::host::Compiler;
use super::operations;
use crate::eval::{Args, Dict, Origin, Unwind, Value, Vm};
use crate::ops::{Item, Thing};
use crate::source::Span;

/// Methods of `MigrationContext` and of its implementation that are understood.
pub(super) const METHODS: &[&str] = &[
    "execute",
    "autocommit_block",
    "begin_transaction",
    "get_current_revision",
    "get_current_heads",
    "static_output",
    "_exec",
    "get_bind",
];

/// An attribute of the context, of `impl`, or of an `Operations` object.
pub(super) fn attribute(compiler: &mut Compiler<'_>, thing: &Thing, name: &str, span: Span) -> Option<Value> {
    match name {
        "dialect" => Some(Value::Library(compiler.library.dialect_object())),
        "bind" | "connection" => Some(Thing::Connection.into_value(span)),
        "migration_context" => Some(Thing::MigrationContext.into_value(span)),
        "impl" => Some(Thing::Impl.into_value(span)),
        "as_sql" => Some(Value::Bool(compiler.ask_offline(span))),
        "config" if matches!(thing, Thing::MigrationContext) => Some(Thing::Config.into_value(span)),
        "version_table" => Some(Value::str(compiler.configured.version_table.name.as_str())),
        "version_table_schema" => Some(compiler.configured.version_table.schema.as_deref().map_or(Value::None, Value::str)),
        "transactional_ddl" => Some(Value::Bool(compiler.transactional_ddl())),
        "opts" => Some(options(compiler, span)),
        "script" => Some(Thing::Scripts.into_value(span)),
        "environment_context" | "output_buffer" => Some(unknown(span, name)),
        _ => None,
    }
}

/// A call of a method.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    match name {
        "execute" | "_exec" => around::write(compiler, vm, span, |compiler, vm| operations::run(compiler, vm, "execute", args, span)),
        "autocommit_block" => Ok(Thing::AutocommitBlock.into_value(span)),
        "begin_transaction" => Ok(transaction(compiler, span)),
        "get_bind" => Ok(Thing::Connection.into_value(span)),
        "static_output" => around::write(compiler, vm, span, |compiler, vm| static_output(compiler, vm, args, span)),
        _ => Ok(unknown(span, name)),
    }
}

/// A transaction that writes nothing in a revision, and begins that of the script in `env.py`.
fn transaction(compiler: &Compiler<'_>, span: Span) -> Value {
    if compiler.around.is_some() { Thing::ScriptTransaction } else { Thing::Transaction }.into_value(span)
}

/// `impl.static_output(text)`: a text as it is.
fn static_output(compiler: &Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let Some(text) = args.positional.first() else {
        return Err(vm.raise("TypeError", "static_output() missing 1 required positional argument: 'text'", span));
    };
    if let Some(problem) = vm.sink(&text.value, "the text to write", text.span) {
        return Err(problem.into());
    }
    let Some(text) = text.value.as_str() else { return Err(vm.raise("TypeError", "a text is expected", span)) };
    compiler.migration(span)?.borrow_mut().items.push(Item::Text(text.into()));
    Ok(Value::None)
}

/// A call of a function of `alembic.context`; nothing where it is none that is understood.
pub(super) fn function(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    match name {
        "is_offline_mode" => Ok(Value::Bool(compiler.ask_offline(span))),
        "requires_connection" => Ok(Value::Bool(!compiler.ask_offline(span))),
        "get_context" => Ok(Thing::MigrationContext.into_value(span)),
        "get_bind" => Ok(Thing::Connection.into_value(span)),
        "get_impl" => Ok(Thing::Impl.into_value(span)),
        "get_x_argument" => x_argument(compiler, vm, args, span),
        "get_tag_argument" => Ok(compiler.settings.tag.as_deref().map_or(Value::None, Value::str)),
        "is_transactional_ddl" => Ok(Value::Bool(compiler.transactional_ddl())),
        "begin_transaction" => Ok(transaction(compiler, span)),
        "configure" => {
            let perhaps = compiler.ways > 0;
            if let Some(around) = &mut compiler.around
                && around.is_first(span, perhaps)
            {
                around.configures(args.clone());
            }
            Ok(Value::None)
        }
        "run_migrations" => {
            let perhaps = compiler.ways > 0;
            if let Some(around) = &mut compiler.around
                && around.is_first(span, perhaps)
            {
                around.runs(args.keywords.clone());
            }
            Ok(Value::None)
        }
        "execute" | "static_output" => call(compiler, vm, name, args, span),
        _ => Ok(unknown(span, name)),
    }
}

impl Compiler<'_> {
    /// Answers whether it runs offline, and notes that it was asked.
    pub(super) fn ask_offline(&mut self, span: Span) -> bool {
        self.offline_asked.push(span);
        self.offline
    }

    /// Whether DDL takes part in transactions.
    pub(super) fn transactional_ddl(&self) -> bool {
        self.configured.transactional_ddl.unwrap_or(self.settings.dialect.spec().features.transactional_ddl)
    }
}

/// `EnvironmentContext.get_x_argument`.
fn x_argument(compiler: &Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let given = args.positional.first().or_else(|| args.keywords.iter().find(|(name, _)| &**name == "as_dictionary").map(|(_, arg)| arg));
    let as_dictionary = match given.map(|arg| &arg.value) {
        None | Some(Value::Bool(false) | Value::None) => false,
        Some(Value::Bool(true)) => true,
        Some(other) => {
            return Err(vm.sink(other, "`as_dictionary`", span).map_or_else(|| vm.raise("TypeError", "as_dictionary", span), Into::into));
        }
    };
    let given = &compiler.settings.x_arguments;
    if !as_dictionary {
        return Ok(Value::list(given.iter().map(|argument| Value::str(argument.as_str())).collect()));
    }
    let mut dict = Dict::default();
    for argument in given {
        let (key, value) = argument.split_once('=').unwrap_or((argument, ""));
        dict.insert_str(key, Value::str(value));
    }
    Ok(super::dictionary(dict))
}

fn options(compiler: &mut Compiler<'_>, span: Span) -> Value {
    let mut dict = Dict::default();
    let offline = compiler.ask_offline(span);
    dict.insert_str("as_sql", Value::Bool(offline));
    dict.insert_str("target_metadata", compiler.configured.target_metadata.clone());
    dict.insert_str("version_table", Value::str(compiler.configured.version_table.name.as_str()));
    super::dictionary(dict)
}

pub(super) fn unknown(span: Span, name: &str) -> Value {
    Value::unknown(span, Rc::from(format!("`{name}` of the migration context is known at run time only")), Origin::Harmless)
}
