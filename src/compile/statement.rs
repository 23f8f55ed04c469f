//! What is given to `execute()`: text, Core statements, DDL elements; with parameters or without.

use std::rc::Rc;

use super::host::Compiler;
use super::metadata::with_cx;

use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Unwind, Value, Vm};
use crate::model::SqlExpr;
use crate::model::library::expr;
use crate::ops::{Item, SchemaEffect};
use crate::source::Span;
use crate::sql::{self, Stmt};

/// Writes a statement, and applies to the replayed schema what it does; gives its text.
pub(super) fn execute(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    statement: &Value,
    parameters: Option<&Arg>,
    span: Span,
) -> Result<Rc<str>, Unwind> {
    if let Some(problem) = vm.sink(statement, "the statement to execute", span) {
        return Err(problem.into());
    }
    let expression = expression(compiler, vm, statement, span)?;
    let expressions = match parameters {
        Some(parameters) if !parameters.value.is_none() => {
            if let Some(problem) = vm.sink(&parameters.value, "the parameters of a statement", parameters.span) {
                return Err(problem.into());
            }
            let bound = with_cx(compiler, vm, span, |cx| expr::with_parameters(cx, &expression, &parameters.value))?;
            known(vm, bound, "a parameter of a statement", parameters.span)?
        }
        _ => vec![expression],
    };
    let mut last: Rc<str> = "".into();
    for expression in expressions {
        last = write(compiler, vm, &Rc::new(expression), span)?;
    }
    Ok(last)
}

/// Writes the inserts of `bulk_insert`, a row each, as Alembic does offline.
pub(super) fn insert_rows(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &Value, rows: &Value, span: Span) -> Result<(), Unwind> {
    let bound = with_cx(compiler, vm, span, |cx| expr::with_rows(cx, table, rows))?;
    for expression in known(vm, bound, "a value of `bulk_insert`", span)? {
        write(compiler, vm, &Rc::new(expression), span)?;
    }
    Ok(())
}

/// What was bound, where all of it is known.
fn known(vm: &Vm, bound: Result<Vec<SqlExpr>, Value>, needed: &str, span: Span) -> Result<Vec<SqlExpr>, Unwind> {
    bound.map_err(|value| match vm.sink(&value, needed, span) {
        Some(problem) => problem.into(),
        None => Diagnostic::bug(span, "a value is neither known nor unknown").into(),
    })
}

/// The statement as an expression; a plain string is `text()`.
fn expression(compiler: &mut Compiler<'_>, vm: &mut Vm, statement: &Value, span: Span) -> Result<SqlExpr, Unwind> {
    match with_cx(compiler, vm, span, |cx| expr::executable(cx, statement))? {
        Some(expression) => Ok(expression),
        None => Err(Diagnostic::error(Code::BadArgument, "this is no statement that can be executed")
            .label(span, "given to `execute` here")
            .help("pass a string, `sa.text(…)`, or a Core statement")
            .into()),
    }
}

fn write(compiler: &mut Compiler<'_>, vm: &mut Vm, expression: &Rc<SqlExpr>, span: Span) -> Result<Rc<str>, Unwind> {
    let migration = compiler.migration(span)?;
    let caught = compiler.catches_database_errors(vm);
    let (text, effect) = {
        let mut migration = migration.borrow_mut();
        let text: Rc<str> = sql::render(&Stmt::Expr(Rc::clone(expression)), &migration.dialect)
            .map_err(|problem| if problem.labels.is_empty() { problem.label(span, "written here") } else { problem })?
            .into();
        let before = migration.schema.clone();
        let effect = migration.schema.apply_sql(&text, span);
        if caught != crate::eval::Caught::No && effect != crate::schema::Effect::Applied {
            migration.schema = before;
        } else {
            migration.items.push(Item::Statement(crate::ops::Statement {
                text: text.to_string(),
                once: None,
                effect: SchemaEffect::Sql(Rc::clone(&text)),
                place: span,
            }));
        }
        (text, effect)
    };
    compiler.settle(vm, effect, &caught, span)?;
    Ok(text)
}
