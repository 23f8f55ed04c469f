//! What `@compiles` functions are handed, and `dialect.identifier_preparer`: SQLAlchemy's compiler and its quoting.

use std::rc::Rc;

use super::host::Compiler;
use super::metadata::with_cx;
use crate::eval::{Args, Library, Unwind, Value, Vm};
use crate::model::library::object::{self, Object};
use crate::model::library::{bind, compiles, expr, names, signature, tables};
use crate::model::{SqlExpr, TableName};
use crate::ops::Thing;
use crate::source::Span;
use crate::sql::{self, Stmt};

/// Methods of a compiler and of a preparer that are understood.
pub(super) const METHODS: &[&str] = &[
    "process",
    "quote",
    "quote_identifier",
    "quote_schema",
    "format_table",
    "format_column",
    "format_schema",
    "format_index",
    "format_constraint",
];

/// An attribute of the dialect or of a compiler; `None` for all else.
pub(super) fn attribute(object: &Rc<Library>, name: &str, span: Span) -> Option<Value> {
    let is_compiler = object::plain(object).is_some_and(|plain| plain.borrow().class == compiles::COMPILER);
    match (Object::of(object)?, name) {
        (Object::Dialect, "identifier_preparer") => Some(Thing::Preparer.into_value(span)),
        (Object::Plain(plain), "clauses") if names::is_subclass(plain.borrow().class, "sqlalchemy.sql.functions.FunctionElement") => {
            Some(Value::list(plain.borrow().args.positional.iter().map(|arg| arg.value.clone()).collect()))
        }
        (_, "preparer") if is_compiler => Some(Thing::Preparer.into_value(span)),
        (_, "sql_compiler") if is_compiler => Some(Value::Library(Rc::clone(object))),
        (_, "process") if is_compiler => Some(Rc::new(Thing::Method(Rc::new(Thing::Preparer), "process".into())).value(span)),
        _ => None,
    }
}

/// A call of a method.
pub(super) fn call(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    let Some(subject) = args.positional.first().map(|arg| arg.value.clone()) else {
        return Err(vm.raise("TypeError", format!("{name}() missing 1 required positional argument"), span));
    };
    if let Some(problem) = vm.sink(&subject, "what is to be written", span) {
        return Err(problem.into());
    }
    let text = if name == "process" { Some(processed(compiler, vm, &subject, span)?) } else { formatted(compiler, name, &subject) };
    Ok(match text {
        Some(text) => Value::str(text),
        None => super::context::unknown(span, name),
    })
}

/// `process(element)`: a type, or an expression with its values written out.
fn processed(compiler: &mut Compiler<'_>, vm: &mut Vm, subject: &Value, span: Span) -> Result<String, Unwind> {
    if object::handle(subject).is_some_and(|handle| matches!(Object::of(&handle), Some(Object::Type(_)))) {
        let ty = with_cx(compiler, vm, span, |cx| bind::ty(cx, subject))?;
        return Ok(sql::type_text(&ty, &compiler.settings.dialect)?);
    }
    if let Value::List(elements) = subject {
        let elements = elements.borrow().clone();
        let texts: Result<Vec<_>, _> = elements.iter().map(|element| processed(compiler, vm, element, span)).collect();
        return Ok(texts?.join(", "));
    }
    match with_cx(compiler, vm, span, |cx| expr::of_value(cx, subject))? {
        Some(expression) => Ok(sql::render(&Stmt::Expr(Rc::new(expression)), &compiler.settings.dialect)?),
        None => Err(vm.raise("AttributeError", "what is processed has no attribute '_compiler_dispatch'", span)),
    }
}

/// A name as `IdentifierPreparer` writes it.
fn formatted(compiler: &Compiler<'_>, name: &str, subject: &Value) -> Option<String> {
    let dialect = &compiler.settings.dialect;
    match name {
        "quote_identifier" => Some(dialect.quote_always(&signature::plain_text(subject)?)),
        "quote" => Some(dialect.quote(&signature::identifier(subject, None)?).into_owned()),
        "quote_schema" | "format_schema" => Some(dialect.schema(&signature::identifier(subject, None)?)),
        "format_table" => Some(dialect.table(&table_name(subject)?)),
        "format_column" => {
            let handle = object::handle(subject)?;
            match Object::of(&handle)? {
                Object::Column(column) => Some(dialect.quote(column.borrow().name.as_ref()?).into_owned()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The name of a table, or of a light-weight one.
fn table_name(subject: &Value) -> Option<TableName> {
    let handle = object::handle(subject)?;
    match Object::of(&handle)? {
        Object::Table(_) => tables::name(&handle),
        Object::Expr(expression) => match &**expression {
            SqlExpr::From(from) => Some(TableName { schema: from.schema().cloned(), name: from.name.as_ref()?.plain()?.into() }),
            _ => None,
        },
        _ => None,
    }
}
