//! `op.get_context().script`: the revision files, as Alembic's recipe for replaceable objects looks into them.

use std::rc::Rc;

use super::host::Compiler;
use crate::eval::{Args, Unwind, Value, Vm};
use crate::ops::Thing;
use crate::source::Span;

/// Methods of `ScriptDirectory` that are understood.
pub(super) const METHODS: &[&str] = &["get_revision"];

/// `script.get_revision(id)`, with its file executed.
///
/// # Errors
/// What its file raises, and where none has the id.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let asked = args.positional.first().map(|arg| &arg.value).or_else(|| args.keyword("id_"));
    if let Some(problem) = asked.and_then(|value| vm.sink(value, "the revision to look up", span)) {
        return Err(problem.into());
    }
    let asked = asked.and_then(Value::as_str).unwrap_or_default();
    let Some(revisions) = compiler.revisions else { return Ok(super::context::unknown(span, "script")) };
    let found = revisions.graph.locate(asked).map_err(|problem| problem.label(span, "looked up here"))?;
    let Some((index, ast)) = found.and_then(|index| Some((index, revisions.files.get(index.position())?))) else {
        return Ok(Value::None);
    };
    let revision = revisions.graph.revision(index);
    compiler.inputs.insert(ast.source.name.to_string());
    let module = vm.run_module(compiler, ast, &format!("{}_py", revision.id), false)?;
    Ok(Thing::Script(Rc::from(&*revision.id), module).into_value(span))
}

/// An attribute of a `Script`, or of the directory; what else they have is not known.
pub(super) fn attribute(compiler: &Compiler<'_>, thing: &Thing, name: &str, span: Span) -> Option<Value> {
    let Thing::Script(id, module) = thing else {
        return (!METHODS.contains(&name)).then(|| super::context::unknown(span, name));
    };
    let revision = compiler.revisions.and_then(|revisions| Some(revisions.graph.revision(revisions.graph.find(id)?)))?;
    match name {
        "module" => Some(Value::Module(Rc::clone(module))),
        "revision" => Some(Value::Str(Rc::clone(id))),
        "doc" => Some(Value::str(revision.message())),
        "down_revision" | "branch_labels" | "dependencies" => {
            Some(module.bound(if name == "dependencies" { "depends_on" } else { name }).unwrap_or(Value::None))
        }
        _ => Some(super::context::unknown(span, name)),
    }
}
