//! Words to the database, and options of one dialect: `.with_hint()`, `.with_statement_hint()`, `.with_dialect_options()`, `.ext()`.

use std::rc::Rc;

use super::super::state::Cx;
use super::super::{literals, options};
use super::selectables::source;
use super::value::{Arguments, Made, as_expr, not_understood};
use crate::eval::Value;
use crate::model::ByName;
use crate::model::expr::{ChangeLimit, Hint, Select, SqlExpr};

/// `select.with_hint(selectable, text, dialect_name)`.
pub fn of_select(cx: &mut Cx<'_>, into: &mut Vec<Hint>, mut arguments: Arguments) -> Made<()> {
    let Some(table) = arguments.take("selectable") else {
        return not_understood(cx, "`.with_hint()` without a table is not understood");
    };
    let table = source(cx, &table)?;
    let mut hint = hint(cx, &mut arguments)?;
    hint.table = Some(table);
    arguments.finish(cx, "with_hint")?;
    into.push(hint);
    Ok(())
}

/// `select.with_statement_hint(text, dialect_name)`.
pub fn of_statement(cx: &mut Cx<'_>, into: &mut Vec<Hint>, mut arguments: Arguments) -> Made<()> {
    let hint = hint(cx, &mut arguments)?;
    arguments.finish(cx, "with_statement_hint")?;
    into.push(hint);
    Ok(())
}

/// `insert.with_hint(text, selectable, dialect_name)` and that of its kin.
pub fn of_change(cx: &mut Cx<'_>, into: &mut Vec<Hint>, mut arguments: Arguments) -> Made<()> {
    let Some(words) = arguments.text(cx, "text")? else {
        return not_understood(cx, "`.with_hint()` without a text is not understood");
    };
    let table = match arguments.take("selectable") {
        None | Some(Value::None) => None,
        Some(table) => Some(source(cx, &table)?),
    };
    let dialect = arguments.text(cx, "dialect_name")?.unwrap_or_else(|| Rc::from("*"));
    arguments.finish(cx, "with_hint")?;
    into.push(Hint { table, text: words, dialect });
    Ok(())
}

fn hint(cx: &mut Cx<'_>, arguments: &mut Arguments) -> Made<Hint> {
    let Some(words) = arguments.text(cx, "text")? else {
        return not_understood(cx, "a hint without a text is not understood");
    };
    let dialect = arguments.text(cx, "dialect_name")?.unwrap_or_else(|| Rc::from("*"));
    Ok(Hint { table: None, text: words, dialect })
}

/// `.with_dialect_options(…)` of an `UPDATE` or `DELETE`; `class` is its name in SQLAlchemy.
pub fn change_options(cx: &mut Cx<'_>, class: &str, limit: &mut ChangeLimit, mut arguments: Arguments) -> Made<()> {
    let given: ByName<Value> = arguments.rest_keywords().into_iter().collect();
    options::validate(cx, &[class], &format!("sqlalchemy.sql.dml.{class}"), &given)?;
    for (name, value) in given {
        let Some(value) = literals::option(&value) else {
            return not_understood(cx, format!("`{name}=` is not understood"));
        };
        limit.options.insert(name, value);
    }
    arguments.finish(cx, "with_dialect_options")
}

/// What `.ext(…)` is given, where this knows it: the name under which the extension's function is known, and its arguments.
pub fn extension(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let given = arguments.take("extension").unwrap_or(Value::None);
    arguments.finish(cx, "ext")?;
    match as_expr(cx, &given)? {
        Some(expr @ (SqlExpr::ChangeLimit(_) | SqlExpr::DistinctOn(_))) => Ok(expr),
        _ => not_understood(cx, "this extension of a statement is not understood"),
    }
}

/// `.ext(…)` of a `SELECT`.
pub fn extend_select(cx: &mut Cx<'_>, select: &mut Select, arguments: Arguments) -> Made<()> {
    match extension(cx, arguments)? {
        SqlExpr::DistinctOn(list) => {
            select.distinct = true;
            select.distinct_on = list.clauses.clone();
            Ok(())
        }
        _ => not_understood(cx, "this extension of a `SELECT` is not understood"),
    }
}

/// `.ext(…)` of an `UPDATE` or `DELETE`.
pub fn extend_change(cx: &mut Cx<'_>, limit: &mut ChangeLimit, arguments: Arguments) -> Made<()> {
    match extension(cx, arguments)? {
        SqlExpr::ChangeLimit(clause) => {
            limit.clause = Some((*clause).clone());
            Ok(())
        }
        _ => not_understood(cx, "this extension of an `UPDATE` or `DELETE` is not understood"),
    }
}
