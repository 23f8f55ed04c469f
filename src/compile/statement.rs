//! What is given to `execute()`: text, Core statements, DDL elements; with parameters or without.

use std::cell::Cell;
use std::rc::Rc;

use super::host::Compiler;
use super::metadata::with_cx;
use super::remade;
use super::salvage::past;
use crate::diag::{Code, Diagnostic};
use crate::eval::{Arg, Caught, Unwind, Value, Vm};
use crate::model::library::{expr, signature};
use crate::model::{SqlExpr, TableName};
use crate::ops::{Item, Migration, SchemaEffect, Statement};
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
    let result = executed(compiler, vm, statement, parameters, span);
    past(vm, result, |problem| {
        let told = if compiler.around.is_some() { None } else { compiler.doubt_statement(statement, problem) };
        told.map(|()| "".into())
    })
}

fn executed(compiler: &mut Compiler<'_>, vm: &mut Vm, statement: &Value, parameters: Option<&Arg>, span: Span) -> Result<Rc<str>, Unwind> {
    if let Some(problem) = vm.sink(statement, "the statement to execute", span) {
        return Err(problem.into());
    }
    let expression = expression(compiler, vm, statement, span)?;
    let expressions = match parameters {
        Some(parameters) if !parameters.value.is_none() => {
            if let Some(problem) = vm.sink(&parameters.value, "the parameters of a statement", parameters.span) {
                return Err(problem.into());
            }
            with_cx(compiler, vm, span, |cx| expr::with_parameters(cx, &expression, &parameters.value))?
        }
        _ => vec![expression],
    };
    let mut last: Rc<str> = "".into();
    for expression in expressions {
        last = write(compiler, vm, &expression, span)?;
    }
    Ok(last)
}

/// Writes the insert of one row, as `bulk_insert` does offline.
pub(super) fn insert_row(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &Value, row: &Value, span: Span) -> Result<(), Unwind> {
    let expression = with_cx(compiler, vm, span, |cx| expr::bulk_row(cx, table, row))?;
    write(compiler, vm, &expression, span).map(drop)
}

/// The table of a `bulk_insert`.
pub(super) fn bulk_table(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &Value, span: Span) -> Result<TableName, Unwind> {
    with_cx(compiler, vm, span, |cx| expr::bulk_table(cx, table))
}

/// What stands before and after rows that may fill counting columns, where the dialect has such a statement.
pub(super) fn around_rows(compiler: &Compiler<'_>, kind: &'static str, table: &TableName, span: Span) -> Result<(), Unwind> {
    let migration = compiler.migration(span)?;
    let mut migration = migration.borrow_mut();
    let text = sql::around(kind, table, &migration.dialect)?;
    if !text.is_empty() {
        migration.write_text(&text, span);
    }
    Ok(())
}

/// The statement as an expression; a plain string is `text()`.
fn expression(compiler: &mut Compiler<'_>, vm: &mut Vm, statement: &Value, span: Span) -> Result<Rc<SqlExpr>, Unwind> {
    if let Some(text) = signature::plain_text(statement) {
        return with_cx(compiler, vm, span, |cx| expr::text(cx, &text));
    }
    match with_cx(compiler, vm, span, |cx| expr::executable(cx, statement))? {
        Some(expression) => Ok(expression),
        None => Err(Diagnostic::error(Code::BadArgument, "this is no statement that can be executed")
            .label(span, "given to `execute` here")
            .help("pass a string, `sa.text(…)`, or a Core statement")
            .into()),
    }
}

/// Writes an expression, and applies it to the replayed schema.
pub(super) fn write(compiler: &mut Compiler<'_>, vm: &mut Vm, expression: &Rc<SqlExpr>, span: Span) -> Result<Rc<str>, Unwind> {
    let migration = compiler.migration(span)?;
    let caught = compiler.catches_database_errors(vm);
    let text: Rc<str> = text_of(expression, &mut migration.borrow_mut())
        .map_err(|problem| if problem.labels.is_empty() { problem.label(span, "written here") } else { problem })?
        .into();
    remade::before_statement(compiler, &text, span)?;
    let (schema, effect) = {
        let mut migration = migration.borrow_mut();
        let mut schema = migration.schema.clone();
        let effect = schema.apply_sql(&text, span);
        migration.asked_schema |= caught != Caught::No && !compiler.blind;
        (schema, effect)
    };
    compiler.settle(vm, effect, &caught, span)?;
    let mut migration = migration.borrow_mut();
    migration.schema = schema;
    let statement = Statement::new(&*text, SchemaEffect::Sql(Rc::clone(&text)), span);
    migration.items.push(Item::Statement(statement));
    Ok(text)
}

/// The SQL of a statement; values for columns without a type take the type that the replayed schema knows.
fn text_of(expression: &Rc<SqlExpr>, migration: &mut Migration) -> Result<String, Diagnostic> {
    if let SqlExpr::Ddl(_) = **expression {
        return sql::render(&Stmt::Expr(Rc::clone(expression)), &migration.dialect);
    }
    let looked_up = Cell::new(false);
    let schema = &migration.schema;
    let column_type = |table: &TableName, column: &str| {
        let table = schema.table(table)?;
        looked_up.set(true);
        table.definition.columns.iter().find(|known| &*known.name.text == column).map(|known| Rc::clone(&known.ty))
    };
    let text = sql::query::compile_with(expression, &migration.dialect, &column_type);
    migration.asked_schema |= looked_up.get();
    text
}
