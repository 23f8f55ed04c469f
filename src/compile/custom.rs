//! Operations that a project registers itself (`Operations.register_operation`, `Operations.implementation_for`).

use std::rc::Rc;

use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Args, Unwind, Value, Vm};
use crate::ops::Thing;
use crate::source::Span;

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
