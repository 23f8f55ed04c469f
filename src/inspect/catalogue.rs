//! Queries of the tables in which a database describes itself, as far as they are simple: one catalogue, a conjunction of
//! comparisons with texts, columns or a constant selected.

use std::rc::Rc;

use sqlparser::ast::{BinaryOperator, Expr, SelectItem, SetExpr, Statement, TableFactor, Value as SqlValue};

use super::catalogue_rows::{Fields, rows};
use super::{Guard, Guards, Refusal};
use crate::dialect::replay::Catalogue;
use crate::eval::Value;
use crate::schema::{Schema, Why};
use crate::source::Span;

/// What a query of the catalogue gives.
#[derive(Clone, Debug)]
pub struct Rows {
    pub columns: Vec<Rc<str>>,
    pub rows: Vec<Vec<Value>>,
}

/// What a column must be equal to: one of these texts, or nothing is said where it is the current schema or database.
pub(super) struct Condition {
    /// What of the object the column holds.
    pub field: Rc<str>,
    pub texts: Vec<Rc<str>>,
}

/// What is selected of each row.
enum Selected {
    Field(Rc<str>, Rc<str>),
    Constant(Rc<str>, Value),
    Count(Rc<str>),
}

/// Answers a query of the catalogue; none where it is no such query, or not a simple one.
///
/// # Errors
/// Where what it asks for is not known.
pub fn query(schema: &Schema, guards: &Guards, sql: &str, place: Span) -> Option<Result<Rows, Box<Refusal>>> {
    let Statement::Query(parsed) = schema.parse_sql(sql)? else { return None };
    if parsed.with.is_some() {
        return None;
    }
    let SetExpr::Select(select) = &*parsed.body else { return None };
    let answer = match (select.projection.as_slice(), select.from.is_empty()) {
        ([item], true) => exists(schema, item)?,
        _ => select_rows(schema, select)?,
    };
    Some(answer.map(|(rows, why)| {
        let question = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        guards.record(Guard { place, question, answer: format!("{} rows", rows.rows.len()), why });
        rows
    }))
}

type Answer = Result<(Rows, Why), Box<Refusal>>;

/// `SELECT EXISTS (SELECT …)`.
fn exists(schema: &Schema, item: &SelectItem) -> Option<Answer> {
    let (expression, name) = match item {
        SelectItem::UnnamedExpr(expression) => (expression, "exists"),
        SelectItem::ExprWithAlias { expr, alias } => (expr, alias.value.as_str()),
        _ => return None,
    };
    let Expr::Exists { subquery, negated } = expression else { return None };
    let SetExpr::Select(select) = &*subquery.body else { return None };
    let answer = select_rows(schema, select)?;
    Some(answer.map(|(found, why)| {
        let there = found.rows.is_empty() == *negated;
        (Rows { columns: vec![name.into()], rows: vec![vec![Value::Bool(there)]] }, why)
    }))
}

fn select_rows(schema: &Schema, select: &sqlparser::ast::Select) -> Option<Answer> {
    let [from] = select.from.as_slice() else { return None };
    let grouped = !matches!(&select.group_by, sqlparser::ast::GroupByExpr::Expressions(list, _) if list.is_empty());
    if !from.joins.is_empty() || select.having.is_some() || select.distinct.is_some() || grouped {
        return None;
    }
    let TableFactor::Table { name, .. } = &from.relation else { return None };
    let catalogue = catalogue(schema, &name.to_string().to_lowercase())?;
    let mut conditions = Vec::new();
    if let Some(selection) = &select.selection {
        collect(catalogue, selection, &mut conditions)?;
    }
    let selected: Vec<Selected> = select.projection.iter().map(|item| selected(catalogue, item)).collect::<Option<_>>()?;
    Some(rows(schema, catalogue, &conditions).map(|(found, why)| (project(&selected, &found), why)))
}

fn catalogue<'a>(schema: &'a Schema, name: &str) -> Option<&'a Catalogue> {
    let rules = schema.rules();
    let bare = rules.system_schemas.iter().find_map(|system| name.strip_prefix(system.as_str())?.strip_prefix('.')).unwrap_or(name);
    rules.catalogues.get(name).or_else(|| rules.catalogues.get(bare))
}

/// Takes a conjunction apart.
fn collect(catalogue: &Catalogue, expression: &Expr, into: &mut Vec<Condition>) -> Option<()> {
    match expression {
        Expr::Nested(inner) => collect(catalogue, inner, into),
        Expr::BinaryOp { left, op: BinaryOperator::And, right } => {
            collect(catalogue, left, into)?;
            collect(catalogue, right, into)
        }
        Expr::BinaryOp { left, op: BinaryOperator::Eq, right } => {
            let (column, other) = if column_name(left).is_some() { (left, right) } else { (right, left) };
            // Only one database and one current schema are ever looked at.
            if matches!(&**other, Expr::Function(_)) && other.to_string().to_lowercase().starts_with("current_") {
                return column_name(column).map(|_| ());
            }
            let field = field(catalogue, column)?;
            into.push(Condition { field, texts: vec![literal(other)?] });
            Some(())
        }
        Expr::InList { expr, list, negated: false } => {
            let texts = list.iter().map(literal).collect::<Option<_>>()?;
            into.push(Condition { field: field(catalogue, expr)?, texts });
            Some(())
        }
        _ => None,
    }
}

fn column_name(expression: &Expr) -> Option<String> {
    match expression {
        Expr::Identifier(ident) => Some(ident.value.to_lowercase()),
        Expr::CompoundIdentifier(parts) => parts.last().map(|ident| ident.value.to_lowercase()),
        _ => None,
    }
}

fn field(catalogue: &Catalogue, expression: &Expr) -> Option<Rc<str>> {
    catalogue.columns.get(&column_name(expression)?).map(|field| field.as_str().into())
}

fn literal(expression: &Expr) -> Option<Rc<str>> {
    match expression {
        Expr::Value(value) => match &value.value {
            SqlValue::SingleQuotedString(text) => Some(text.as_str().into()),
            _ => None,
        },
        Expr::Cast { expr, .. } => literal(expr),
        _ => None,
    }
}

fn selected(catalogue: &Catalogue, item: &SelectItem) -> Option<Selected> {
    let (expression, alias) = match item {
        SelectItem::UnnamedExpr(expression) => (expression, None),
        SelectItem::ExprWithAlias { expr, alias } => (expr, Some(alias.value.as_str())),
        _ => return None,
    };
    if let Some(name) = column_name(expression) {
        return Some(Selected::Field(alias.unwrap_or(&name).into(), field(catalogue, expression)?));
    }
    let constant = |value| Some(Selected::Constant(alias.unwrap_or("?column?").into(), value));
    match expression {
        Expr::Value(value) => match &value.value {
            SqlValue::Number(number, _) => constant(Value::Int(number.to_string().parse().ok()?)),
            SqlValue::Boolean(flag) => constant(Value::Bool(*flag)),
            SqlValue::SingleQuotedString(text) => constant(Value::str(text.as_str())),
            _ => None,
        },
        Expr::Function(function) if function.to_string().eq_ignore_ascii_case("count(*)") => {
            Some(Selected::Count(alias.unwrap_or("count").into()))
        }
        _ => None,
    }
}

fn project(selected: &[Selected], found: &[Fields]) -> Rows {
    let columns = selected
        .iter()
        .map(|one| match one {
            Selected::Field(name, _) | Selected::Constant(name, _) | Selected::Count(name) => Rc::clone(name),
        })
        .collect();
    if selected.iter().any(|one| matches!(one, Selected::Count(_))) {
        return Rows { columns, rows: vec![vec![Value::Int(i128::try_from(found.len()).unwrap_or(0))]] };
    }
    let row = |fields: &Fields| {
        let value = |one: &Selected| match one {
            Selected::Field(_, field) => fields.get(field).map_or(Value::None, |text| Value::Str(Rc::clone(text))),
            Selected::Constant(_, value) => value.clone(),
            Selected::Count(_) => Value::None,
        };
        selected.iter().map(value).collect()
    };
    Rows { columns, rows: found.iter().map(row).collect() }
}
