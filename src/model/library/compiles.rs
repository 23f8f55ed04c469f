//! `@compiles`: constructs and types whose SQL the program writes itself.

use std::rc::Rc;

use indexmap::IndexMap;
use std::cell::RefCell;

use super::object::{self, Handle, Object, PlainObject};
use super::signature::plain_text;
use super::state::Cx;
use super::{bind, names};
use crate::eval::{Arg, Args, Library, Unwind, Value};

/// One function that writes a construct.
#[derive(Clone, Debug)]
pub struct Compiler {
    pub class: Value,
    /// Dialects it is for; none means all others.
    pub dialects: Vec<Rc<str>>,
    pub function: Value,
}

/// The class that `@compiles` functions are handed as their compiler.
pub const COMPILER: &str = "sqlalchemy.sql.compiler.SQLCompiler";

/// `compiles(class, *dialects)`: a decorator that waits for its function.
pub fn decorator(cx: &Cx<'_>, args: &Args) -> Value {
    let object = PlainObject { class: "sqlalchemy.ext.compiler.compiles", args: args.clone(), attributes: IndexMap::default() };
    Value::Library(Library::new(cx.span, Object::Plain(RefCell::new(object))))
}

/// The decorator meets its function: it is registered, and given back.
///
/// # Errors
/// Where it is not known for what or for which dialects it is.
pub fn register(cx: &mut Cx<'_>, decorator: &Handle, function: &Value) -> Option<Result<Value, Unwind>> {
    let plain = object::plain(decorator)?.borrow();
    if plain.class != "sqlalchemy.ext.compiler.compiles" {
        return None;
    }
    let unknown = plain.args.positional.iter().find_map(|arg| bind::refuse_unknown(cx, &arg.value, "what `@compiles` is for").err());
    if let Some(unknown) = unknown {
        return Some(Err(unknown));
    }
    let mut given = plain.args.positional.iter().map(|arg| arg.value.clone());
    let class = given.next()?;
    let dialects: Vec<Rc<str>> = given.filter_map(|value| plain_text(&value)).collect();
    if let Some(other) = not_followed(&class)
        && (dialects.is_empty() || dialects.contains(&cx.library.dialect.name))
    {
        cx.host.unregistered(cx.span, &format!("how every `{other}` is written is not followed"));
    }
    cx.library.compilers.borrow_mut().push(Compiler { class, dialects, function: function.clone() });
    Some(Ok(function.clone()))
}

/// The name of a class of the library whose statements and clauses are written as the dialect's data says, whatever is registered.
fn not_followed(class: &Value) -> Option<&'static str> {
    let Value::Library(handle) = class else { return None };
    let name = object::name(handle)?;
    (!names::is_subclass(name.path, super::types::ENGINE)).then(|| name.short())
}

/// The text that the program writes for a construct or type of its own; `None` where it registered no function.
///
/// `path` is the library class of the value, for functions registered for library classes.
///
/// # Errors
/// What the function raises; a diagnostic where its text is not known.
pub fn type_text(cx: &mut Cx<'_>, value: &Value, path: &str) -> Result<Option<Rc<str>>, Unwind> {
    let Some(function) = find(cx, value, path) else { return Ok(None) };
    let object = PlainObject { class: COMPILER, args: Args::default(), attributes: IndexMap::default() };
    let compiler = Value::Library(Library::new(cx.span, Object::Plain(RefCell::new(object))));
    if let Some(handle) = object::handle(&compiler)
        && let Some(plain) = object::plain(&handle)
    {
        plain.borrow_mut().attributes.insert("dialect".into(), Value::Library(cx.library.dialect_object()));
    }
    let positional = [value.clone(), compiler].into_iter().map(|value| Arg { value, span: cx.span }).collect();
    let text = cx.vm.call(cx.host, &function, Args { positional, keywords: Vec::new() }, cx.span)?;
    bind::refuse_unknown(cx, &text, "the text that a `@compiles` function writes")?;
    Ok(plain_text(&text))
}

/// The library class behind an instance of a construct of the program's own, where it is one of SQL.
pub fn construct(value: &Value) -> Option<&'static str> {
    let Value::Instance(instance) = value else { return None };
    let path = object::name(&instance.class.library_base()?)?.path;
    names::is_subclass(path, "sqlalchemy.sql.elements.ClauseElement").then_some(path)
}

fn find(cx: &Cx<'_>, value: &Value, path: &str) -> Option<Value> {
    let compilers = cx.library.compilers.borrow();
    if compilers.is_empty() {
        return None;
    }
    let fits = |compiler: &&Compiler| match (&compiler.class, value) {
        (Value::Class(class), Value::Instance(instance)) => instance.class.is_subclass(class),
        (Value::Library(class), _) => object::name(class).is_some_and(|name| name.path == path || names::is_subclass(path, name.path)),
        _ => false,
    };
    let for_dialect = |compiler: &&Compiler| compiler.dialects.iter().any(|dialect| *dialect == cx.library.dialect.name);
    let own = compilers.iter().rev().filter(fits).find(for_dialect);
    let any = || compilers.iter().rev().filter(fits).find(|compiler| compiler.dialects.is_empty());
    own.or_else(any).map(|compiler| compiler.function.clone())
}
