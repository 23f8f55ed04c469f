//! Operations that a project registers itself (`Operations.register_operation`, `Operations.implementation_for`).

use std::rc::Rc;

use super::host::Compiler;
use super::operations;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Args, Unwind, Value, Vm};
use crate::model::library::object;
use crate::ops::Thing;
use crate::source::Span;

/// Classes of `alembic.operations.ops`, and the functions of `op` that take the same.
const OBJECTS: &[(&str, &str)] = &[
    ("AddColumnOp", "add_column"),
    ("AlterColumnOp", "alter_column"),
    ("BulkInsertOp", "bulk_insert"),
    ("CreateCheckConstraintOp", "create_check_constraint"),
    ("CreateForeignKeyOp", "create_foreign_key"),
    ("CreateIndexOp", "create_index"),
    ("CreatePrimaryKeyOp", "create_primary_key"),
    ("CreateTableCommentOp", "create_table_comment"),
    ("CreateTableOp", "create_table"),
    ("CreateUniqueConstraintOp", "create_unique_constraint"),
    ("DropColumnOp", "drop_column"),
    ("DropConstraintOp", "drop_constraint"),
    ("DropIndexOp", "drop_index"),
    ("DropTableCommentOp", "drop_table_comment"),
    ("DropTableOp", "drop_table"),
    ("ExecuteSQLOp", "execute"),
    ("RenameTableOp", "rename_table"),
];

/// Keywords of `AlterColumnOp` that the function of `op` calls otherwise.
const RENAMED: &[(&str, &str)] = &[
    ("modify_nullable", "nullable"),
    ("modify_comment", "comment"),
    ("modify_server_default", "server_default"),
    ("modify_name", "new_column_name"),
    ("modify_type", "type_"),
];

/// A call of one of the functions that register or run custom operations.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    match name {
        "register_operation" | "implementation_for" => Ok(Rc::new(Thing::Decorator(name.into(), args.clone())).value(span)),
        "invoke" => match args.positional.first() {
            Some(operation) => invoke(compiler, vm, operation, span),
            None => Err(vm.raise("TypeError", "invoke() missing 1 required positional argument: 'operation'", span)),
        },
        _ => Err(Diagnostic::error(Code::NotUnderstood, format!("`op.{name}()` is not understood"))
            .label(span, "called here")
            .help("give the revision's SQL by hand in `aludel.toml`")
            .into()),
    }
}

/// A decorator made by `register_operation` or `implementation_for`, applied; gives back what it decorates.
pub(super) fn decorate(compiler: &mut Compiler<'_>, vm: &mut Vm, kind: &str, of: &Args, args: &Args, span: Span) -> Result<Value, Unwind> {
    let Some(decorated) = args.positional.first().map(|arg| arg.value.clone()) else { return Ok(Value::None) };
    if kind == "listens_for" {
        super::events::listens_for(compiler, of, &decorated, span)?;
        return Ok(decorated);
    }
    let Some(first) = of.positional.first() else {
        return Err(vm.raise("TypeError", format!("{kind}() missing 1 required positional argument"), span));
    };
    match (kind, &first.value) {
        ("register_operation", Value::Str(name)) => {
            let source = of.positional.get(1).or_else(|| of.keywords.iter().find(|(key, _)| &**key == "sourcename").map(|(_, arg)| arg));
            let source = source.and_then(|arg| arg.value.as_str()).unwrap_or(name);
            let function = vm.get_attr(compiler, &decorated, source, span)?;
            compiler.registered.insert(Rc::clone(name), function);
        }
        ("implementation_for", class) => compiler.implementations.push((class.clone(), decorated.clone())),
        _ => {}
    }
    Ok(decorated)
}

/// An object of `alembic.operations.ops` as the call of `op` that makes it.
fn library_operation(value: &Value) -> Option<(&'static str, Args)> {
    let handle = object::handle(value)?;
    let plain = object::plain(&handle)?.borrow();
    let (_, name) = OBJECTS.iter().find(|(class, _)| plain.class.strip_prefix("alembic.operations.ops.") == Some(class))?;
    let mut args = plain.args.clone();
    if *name == "create_table" {
        let at = args.keywords.iter().position(|(key, _)| &**key == "columns");
        let columns = match at {
            Some(at) => Some(args.keywords.remove(at).1),
            None if args.positional.len() > 1 => Some(args.positional.remove(1)),
            None => None,
        };
        let items = match columns.as_ref().map(|columns| &columns.value) {
            Some(Value::List(items)) => items.borrow().clone(),
            Some(Value::Tuple(items)) => items.to_vec(),
            _ => return None,
        };
        args.positional.extend(items.into_iter().map(|value| Arg { value, span: handle.place }));
    }
    for (key, _) in &mut args.keywords {
        if let Some((_, renamed)) = RENAMED.iter().find(|(given, _)| **key == **given) {
            *key = (*renamed).into();
        }
    }
    Some((name, args))
}

/// A call of a registered operation: its class method gets the `Operations` first.
pub(super) fn registered(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    _name: &str,
    function: &Value,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let mut args = args.clone();
    args.positional.insert(0, Arg { value: Thing::Operations.into_value(span), span });
    vm.call(compiler, function, args, span)
}

/// `operations.invoke(operation)`: runs what the project says how to do it.
fn invoke(compiler: &mut Compiler<'_>, vm: &mut Vm, operation: &Arg, span: Span) -> Result<Value, Unwind> {
    if let Some((name, args)) = library_operation(&operation.value) {
        return operations::run(compiler, vm, name, &args, span);
    }
    let implementation = match &operation.value {
        Value::Instance(instance) => compiler
            .implementations
            .iter()
            .rev()
            .find(|(class, _)| matches!(class, Value::Class(class) if instance.class.is_subclass(class)))
            .map(|(_, function)| function.clone()),
        _ => None,
    };
    let Some(implementation) = implementation else {
        return Err(Diagnostic::error(Code::NotUnderstood, "how this operation is done is not known")
            .label(span, "invoked here")
            .label(operation.span, "no `implementation_for` of its class was registered")
            .help("register it in the project, or give the revision's SQL by hand in `aludel.toml`")
            .into());
    };
    let first = Arg { value: Thing::Operations.into_value(span), span };
    vm.call(compiler, &implementation, Args { positional: vec![first, operation.clone()], keywords: Vec::new() }, span)
}
