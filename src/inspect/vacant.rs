//! Statements that surely meet no row, in a database that began with none: what their results hold is known.

use std::rc::Rc;

use sqlparser::ast::{Expr, GroupByExpr, SelectItem, SetExpr, Statement};

use super::catalogue::Rows;
use super::{Guard, Guards};
use crate::eval::Value;
use crate::schema::{Reason, Schema, Why};
use crate::source::Span;

/// How much of a statement a guard quotes, in characters.
const QUOTED: usize = 80;
/// Aggregates that give NULL of no rows.
const NULL_OF_NONE: &[&str] =
    &["max", "min", "sum", "avg", "array_agg", "string_agg", "json_agg", "jsonb_agg", "group_concat", "bool_or", "bool_and", "every"];

/// What a statement gives where it surely meets no row; none where it may meet one.
pub fn vacant(schema: &Schema, guards: &Guards, sql: &str, place: Span) -> Option<Rows> {
    let rows = match schema.parse_sql(sql)? {
        _ if schema.changes_nothing(sql) => Rows::new(Vec::new(), Vec::new()),
        Statement::Query(query) if schema.yields_nothing(&query) => {
            let columns = match &*query.body {
                SetExpr::Select(select) => select.projection.iter().map(column).collect(),
                _ => Vec::new(),
            };
            Rows::new(columns, Vec::new())
        }
        Statement::Query(query) => {
            let SetExpr::Select(select) = &*query.body else { return None };
            let plain = matches!(&select.group_by, GroupByExpr::Expressions(list, _) if list.is_empty());
            if query.with.is_some() || !plain || select.having.is_some() || query.limit_clause.is_some() {
                return None;
            }
            let values: Option<Vec<Value>> = match select.from.is_empty() {
                true => select.projection.iter().map(|item| exists(schema, item)).collect(),
                false if schema.reads_nothing(select) => select.projection.iter().map(of_none).collect(),
                false => None,
            };
            Rows::new(select.projection.iter().map(column).collect(), vec![values?])
        }
        _ => return None,
    };
    let answer = match rows.rows.first() {
        None => "no rows".to_owned(),
        Some(row) => row.iter().map(shown).collect::<Vec<_>>().join(", "),
    };
    guards.record(Guard { place, question: brief(sql), answer, why: Why::nowhere(Reason::Vacant) });
    Some(rows)
}

fn brief(sql: &str) -> String {
    let line = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(QUOTED) {
        Some((at, _)) => format!("{}…", line.get(..at).unwrap_or(&line)),
        None => line,
    }
}

fn shown(value: &Value) -> String {
    match value {
        Value::Int(number) => number.to_string(),
        Value::Bool(flag) => flag.to_string(),
        _ => "NULL".to_owned(),
    }
}

fn column(item: &SelectItem) -> Rc<str> {
    match item {
        SelectItem::ExprWithAlias { alias, .. } => alias.value.as_str().into(),
        SelectItem::UnnamedExpr(Expr::Identifier(name)) => name.value.as_str().into(),
        SelectItem::UnnamedExpr(Expr::CompoundIdentifier(parts)) => parts.last().map_or("", |name| name.value.as_str()).into(),
        SelectItem::UnnamedExpr(Expr::Function(function)) => function.name.to_string().to_lowercase().into(),
        _ => "?column?".into(),
    }
}

fn expression(item: &SelectItem) -> Option<&Expr> {
    match item {
        SelectItem::UnnamedExpr(expression) | SelectItem::ExprWithAlias { expr: expression, .. } => Some(expression),
        _ => None,
    }
}

/// The value of an aggregate of no rows.
fn of_none(item: &SelectItem) -> Option<Value> {
    let Expr::Function(function) = expression(item)? else { return None };
    if function.over.is_some() {
        return None;
    }
    match function.name.to_string().to_lowercase().as_str() {
        "count" => Some(Value::Int(0)),
        name if NULL_OF_NONE.contains(&name) => Some(Value::None),
        _ => None,
    }
}

/// The value of `EXISTS (SELECT …)` over what gives no row.
fn exists(schema: &Schema, item: &SelectItem) -> Option<Value> {
    let Expr::Exists { subquery, negated } = expression(item)? else { return None };
    schema.yields_nothing(subquery).then_some(Value::Bool(*negated))
}
