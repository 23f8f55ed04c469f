//! `INSERT`, `UPDATE` and `DELETE` as a program builds them.

use std::rc::Rc;

use super::super::state::Cx;
use super::statements::{criteria, ctes, phrases};
use super::value::{self, Arguments, Made, as_expr, not_understood};
use super::{hints, upsert};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::statement::Assignments;
use crate::model::expr::{Delete, From, Insert, SetColumn, Update};
use crate::model::types::Type;

/// `sa.insert(table)` and its kin.
///
/// `class` is where a dialect's package has an `INSERT` of its own.
pub fn construct(cx: &mut Cx<'_>, name: &str, class: Option<&'static str>, args: &Args) -> Option<Made<SqlExpr>> {
    if !matches!(name, "insert" | "update" | "delete") {
        return None;
    }
    let mut arguments = Arguments::new(args);
    let Some(table) = arguments.take("table") else {
        return Some(not_understood(cx, format!("`{name}` without a table is not understood")));
    };
    Some(as_expr(cx, &table).and_then(|table| {
        arguments.finish(cx, name)?;
        match table {
            Some(SqlExpr::From(from)) if class.is_some() => Ok(SqlExpr::Insert(Rc::new(Insert { class, ..Insert::new(from) }))),
            Some(SqlExpr::From(from)) => Ok(on_table(&from, name)),
            _ => not_understood(cx, format!("the table of `{name}` is no table")),
        }
    }))
}

/// `table.insert()` and its kin.
pub fn on_table(table: &Rc<From>, name: &str) -> SqlExpr {
    match name {
        "insert" => SqlExpr::Insert(Rc::new(Insert::new(Rc::clone(table)))),
        "update" => SqlExpr::Update(Rc::new(Update::new(Rc::clone(table)))),
        _ => SqlExpr::Delete(Rc::new(Delete::new(Rc::clone(table)))),
    }
}

/// A method of an `INSERT`, `UPDATE` or `DELETE`.
pub fn method(cx: &mut Cx<'_>, statement: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let arguments = Arguments::new(args);
    if name == "cte" {
        return Some(super::derived::derived(cx, statement, name, arguments));
    }
    if matches!(name, "execution_options" | "inline" | "return_defaults") && !matches!(statement, SqlExpr::Insert(_)) {
        return Some(Ok(statement.clone()));
    }
    Some(match statement {
        SqlExpr::Insert(insert) => {
            let mut new = (**insert).clone();
            insert_method(cx, &mut new, name, arguments)?.map(|()| SqlExpr::Insert(Rc::new(new)))
        }
        SqlExpr::Update(update) => {
            let mut new = (**update).clone();
            update_method(cx, &mut new, name, arguments)?.map(|()| SqlExpr::Update(Rc::new(new)))
        }
        SqlExpr::Delete(delete) => {
            let mut new = (**delete).clone();
            delete_method(cx, &mut new, name, arguments)?.map(|()| SqlExpr::Delete(Rc::new(new)))
        }
        _ => return None,
    })
}

fn insert_method(cx: &mut Cx<'_>, insert: &mut Insert, name: &str, mut arguments: Arguments) -> Option<Made<()>> {
    Some(match name {
        "values" => insert_values(cx, insert, arguments),
        "from_select" => from_select(cx, insert, arguments),
        "returning" => returning(cx, &mut insert.returning, arguments),
        "prefix_with" => phrases(cx, &mut arguments).map(|phrases| insert.prefixes.extend(phrases)),
        "inline" => {
            insert.inline = true;
            Ok(())
        }
        "execution_options" | "return_defaults" => Ok(()),
        "add_cte" => ctes(cx, arguments).map(|ctes| insert.ctes.extend(ctes)),
        "on_conflict_do_nothing" => upsert::conflict(cx, insert, arguments, false),
        "on_conflict_do_update" => upsert::conflict(cx, insert, arguments, true),
        "on_duplicate_key_update" => upsert::duplicate(cx, insert, arguments),
        "with_hint" => hints::of_change(cx, &mut insert.hints, arguments),
        _ => return None,
    })
}

fn update_method(cx: &mut Cx<'_>, update: &mut Update, name: &str, mut arguments: Arguments) -> Option<Made<()>> {
    Some(match name {
        "values" => assignments(cx, &Rc::clone(&update.table), &mut update.values, arguments),
        "ordered_values" => {
            update.ordered = true;
            ordered_values(cx, update, &arguments.rest())
        }
        "where" | "filter" => criteria(cx, &mut update.criteria, arguments),
        "filter_by" => filter_by(cx, &Rc::clone(&update.table), &mut update.criteria, arguments),
        "returning" => returning(cx, &mut update.returning, arguments),
        "prefix_with" => phrases(cx, &mut arguments).map(|phrases| update.prefixes.extend(phrases)),
        "add_cte" => ctes(cx, arguments).map(|ctes| update.ctes.extend(ctes)),
        "with_hint" => hints::of_change(cx, &mut update.hints, arguments),
        "with_dialect_options" => hints::change_options(cx, "Update", &mut update.limit, arguments),
        "ext" => hints::extend_change(cx, &mut update.limit, arguments),
        _ => return None,
    })
}

fn delete_method(cx: &mut Cx<'_>, delete: &mut Delete, name: &str, mut arguments: Arguments) -> Option<Made<()>> {
    Some(match name {
        "where" | "filter" => criteria(cx, &mut delete.criteria, arguments),
        "filter_by" => filter_by(cx, &Rc::clone(&delete.table), &mut delete.criteria, arguments),
        "returning" => returning(cx, &mut delete.returning, arguments),
        "using" => {
            for value in arguments.rest() {
                match super::selectables::source(cx, &value) {
                    Ok(from) => delete.using.push(from),
                    Err(stop) => return Some(Err(stop)),
                }
            }
            Ok(())
        }
        "prefix_with" => phrases(cx, &mut arguments).map(|phrases| delete.prefixes.extend(phrases)),
        "add_cte" => ctes(cx, arguments).map(|ctes| delete.ctes.extend(ctes)),
        "with_hint" => hints::of_change(cx, &mut delete.hints, arguments),
        "with_dialect_options" => hints::change_options(cx, "Delete", &mut delete.limit, arguments),
        "ext" => hints::extend_change(cx, &mut delete.limit, arguments),
        _ => return None,
    })
}

fn filter_by(cx: &mut Cx<'_>, table: &Rc<From>, into: &mut Vec<SqlExpr>, mut arguments: Arguments) -> Made<()> {
    for (key, value) in arguments.rest_keywords() {
        let Some(column) = table.column(&key) else {
            return not_understood(cx, format!("`filter_by({key}=…)` names no column of the table"));
        };
        let operand = value::operand(cx, &value)?;
        match build::compare(&SqlExpr::Column(column), crate::model::expr::Op::Eq, operand, Default::default()) {
            Ok(made) => into.push(made),
            Err(message) => return value::argument_error(cx, message),
        }
    }
    arguments.finish(cx, "filter_by")
}

/// `.values(…)` of an `INSERT`: one row, or several.
fn insert_values(cx: &mut Cx<'_>, insert: &mut Insert, mut arguments: Arguments) -> Made<()> {
    let given = arguments.rest();
    let keywords = arguments.rest_keywords();
    let [row] = given.as_slice() else {
        return match given.is_empty() {
            true => {
                let pairs = keywords.into_iter().map(|(key, value)| (Value::Str(key), value)).collect();
                merge(cx, &Rc::clone(&insert.table), &mut insert.values, pairs)
            }
            false => not_understood(cx, "`.values()` of several rows that are no list is not understood"),
        };
    };
    if let Some(pairs) = value::pairs(row) {
        return merge(cx, &Rc::clone(&insert.table), &mut insert.values, pairs);
    }
    if !value::is_collection(row) {
        return match as_expr(cx, row)? {
            Some(_) => not_understood(cx, "`.values()` of an expression is not understood"),
            None => not_understood(cx, "`.values()` of what is no dict, list or tuple is not understood"),
        };
    }
    let items = value::items(cx, row)?;
    let several = items.first().is_some_and(|first| value::pairs(first).is_some() || matches!(first, Value::Tuple(_) | Value::List(_)));
    if !several {
        let pairs = positional(cx, &insert.table, &items)?;
        return merge(cx, &Rc::clone(&insert.table), &mut insert.values, pairs);
    }
    for item in &items {
        let pairs = match value::pairs(item) {
            Some(pairs) => pairs,
            None => {
                let items = value::items(cx, item)?;
                positional(cx, &insert.table, &items)?
            }
        };
        let mut row = None;
        merge(cx, &Rc::clone(&insert.table), &mut row, pairs)?;
        insert.rows.extend(row);
    }
    Ok(())
}

/// Values by the order of the table's columns.
fn positional(cx: &mut Cx<'_>, table: &Rc<From>, items: &[Value]) -> Made<Vec<(Value, Value)>> {
    let mut pairs = Vec::with_capacity(items.len());
    for (column, value) in table.columns.iter().zip(items) {
        match column.key_text() {
            Some(key) => pairs.push((Value::str(key), value.clone())),
            None => return not_understood(cx, "values for a column without a name are not understood"),
        }
    }
    Ok(pairs)
}

/// `.values(…)` of an `UPDATE`.
fn assignments(cx: &mut Cx<'_>, table: &Rc<From>, into: &mut Option<Assignments>, mut arguments: Arguments) -> Made<()> {
    let given = arguments.rest();
    let mut pairs = Vec::new();
    for item in &given {
        match value::pairs(item) {
            Some(entries) => pairs.extend(entries),
            None => return not_understood(cx, "`.values()` of what is no dict is not understood"),
        }
    }
    pairs.extend(arguments.rest_keywords().into_iter().map(|(key, value)| (Value::Str(key), value)));
    merge(cx, table, into, pairs)
}

fn ordered_values(cx: &mut Cx<'_>, update: &mut Update, given: &[Value]) -> Made<()> {
    let mut pairs = Vec::with_capacity(given.len());
    for item in given {
        match value::items(cx, item)?.as_slice() {
            [key, value] => pairs.push((key.clone(), value.clone())),
            _ => return not_understood(cx, "a value of `.ordered_values()` is no pair"),
        }
    }
    merge(cx, &Rc::clone(&update.table), &mut update.values, pairs)
}

/// Puts values by column with those given before; a later one for the same column wins.
pub fn merge(cx: &mut Cx<'_>, table: &Rc<From>, into: &mut Option<Assignments>, pairs: Vec<(Value, Value)>) -> Made<()> {
    let mut all = into.take().unwrap_or_default();
    for (key, value) in pairs {
        let column = set_column(cx, &key)?;
        let value = stored_in(cx, table, &column, &value)?;
        match all.iter_mut().find(|(known, _)| same_column(known, &column)) {
            Some((_, slot)) => *slot = value,
            None => all.push((column, value)),
        }
    }
    *into = Some(all);
    Ok(())
}

fn same_column(one: &SetColumn, two: &SetColumn) -> bool {
    match (one, two) {
        (SetColumn::Key(one), SetColumn::Key(two)) => one == two,
        (SetColumn::Column(one), SetColumn::Column(two)) => Rc::ptr_eq(&one.column, &two.column),
        _ => false,
    }
}

/// What a value is stored into.
pub fn set_column(cx: &mut Cx<'_>, key: &Value) -> Made<SetColumn> {
    if let Some(name) = value::text(key) {
        return Ok(SetColumn::Key(name));
    }
    match as_expr(cx, key)? {
        Some(SqlExpr::Column(reference)) => Ok(SetColumn::Column(reference)),
        Some(expr) => Ok(SetColumn::Expr(expr)),
        None => not_understood(cx, "a value is given for what is no column"),
    }
}

/// A value for a column of a table, through the column's type where the program defines it.
pub fn stored_in(cx: &mut Cx<'_>, table: &Rc<From>, column: &SetColumn, value: &Value) -> Made<SqlExpr> {
    let ty = match column {
        SetColumn::Key(key) => table.column(key).map(|reference| Rc::clone(&reference.column.ty)),
        SetColumn::Column(reference) => Some(Rc::clone(&reference.column.ty)),
        SetColumn::Expr(expr) => Some(expr.ty()),
    };
    let Some(ty) = ty.filter(|ty| ty.decorated.is_some()) else { return stored(cx, value) };
    if as_expr(cx, value)?.is_some() {
        return stored(cx, value);
    }
    let value = super::tables::processed(cx, &ty, value)?;
    stored(cx, &value)
}

/// A value for a column: what is no expression takes the column's type when it is written.
pub fn stored(cx: &mut Cx<'_>, value: &Value) -> Made<SqlExpr> {
    match as_expr(cx, value)? {
        Some(expr) => Ok(value::scalar(expr)),
        None => {
            let value = value::literal(cx, value)?;
            Ok(build::bound(value, Some(Rc::new(Type::null()))))
        }
    }
}

fn from_select(cx: &mut Cx<'_>, insert: &mut Insert, mut arguments: Arguments) -> Made<()> {
    let names = arguments.take("names").unwrap_or(Value::None);
    for name in value::items(cx, &names)? {
        let name = match set_column(cx, &name)? {
            SetColumn::Key(name) => name,
            SetColumn::Column(reference) => reference.column.key_text().unwrap_or("").into(),
            SetColumn::Expr(_) => return not_understood(cx, "`from_select` into what is no column is not understood"),
        };
        insert.select_names.push(name);
    }
    let select = arguments.take("select").unwrap_or(Value::None);
    let statement = match as_expr(cx, &select)? {
        Some(statement) if statement.is_select() => statement,
        Some(SqlExpr::From(from)) => {
            SqlExpr::Select(Rc::new(crate::model::expr::Select { columns: vec![SqlExpr::From(from)], ..Default::default() }))
        }
        Some(SqlExpr::Text(_) | SqlExpr::TextClause(_)) => {
            return value::argument_error(cx, "SELECT statement or equivalent textual object expected, got a textual SQL expression.");
        }
        _ => return not_understood(cx, "`from_select` of what is no statement is not understood"),
    };
    insert.select = Some(statement);
    insert.inline = true;
    if let Some(Value::Bool(flag)) = arguments.take("include_defaults") {
        insert.include_defaults = flag;
    }
    arguments.finish(cx, "from_select")
}

fn returning(cx: &mut Cx<'_>, into: &mut Vec<SqlExpr>, mut arguments: Arguments) -> Made<()> {
    let _ = arguments.keyword("sort_by_parameter_order");
    let columns = super::selectables::columns_clause(cx, &arguments.rest())?;
    into.extend(columns);
    arguments.finish(cx, "returning")
}
