//! What a query of the catalogue gives of each row.

use std::rc::Rc;

use sqlparser::ast::{Expr, Select, SelectItem, Value as SqlValue};

use super::Rows;
use super::condition::is_unnamed;
use super::rows::Fields;
use super::source::{Column, Source};
use crate::eval::Value;
use crate::schema::Schema;

/// What is selected of each row.
pub(super) enum Selected {
    Field(Rc<str>, Rc<str>),
    Constant(Rc<str>, Value),
    Count(Rc<str>),
}

/// What a query selects; none where it is not understood. `unknown` is what stands for what only the database can say.
pub(super) fn read(schema: &Schema, source: &Source<'_>, select: &Select, unknown: &Value) -> Option<Vec<Selected>> {
    let mut selected = Vec::new();
    for item in &select.projection {
        match item {
            SelectItem::Wildcard(_) => {
                let catalogue = source.catalogue();
                let field = |column: &String| catalogue.columns.get(column);
                let all = catalogue.all.iter().map(|column| match field(column).filter(|field| is_told(schema, field)) {
                    Some(field) => Selected::Field(column.as_str().into(), field.as_str().into()),
                    None => Selected::Constant(column.as_str().into(), unknown.clone()),
                });
                let before = selected.len();
                selected.extend(all);
                (selected.len() > before && !source.matches_by_name()).then_some(())?;
            }
            SelectItem::UnnamedExpr(expression) => selected.push(one(schema, source, expression, None, unknown)?),
            SelectItem::ExprWithAlias { expr, alias } => selected.push(one(schema, source, expr, Some(&alias.value), unknown)?),
            _ => return None,
        }
    }
    Some(selected)
}

fn one(schema: &Schema, source: &Source<'_>, expression: &Expr, alias: Option<&str>, unknown: &Value) -> Option<Selected> {
    if let Some(column) = source.column(expression) {
        let name = alias.map_or_else(|| label(schema, expression), |alias| alias.into());
        return Some(match column {
            Column::Field(field) if is_told(schema, &field) => Selected::Field(name, field),
            Column::Flag => Selected::Constant(name, Value::Bool(true)),
            _ => Selected::Constant(name, unknown.clone()),
        });
    }
    let constant = |value| Some(Selected::Constant(alias.unwrap_or("?column?").into(), value));
    match expression {
        Expr::Value(value) => match &value.value {
            SqlValue::Number(number, _) => constant(Value::Int(number.to_string().parse().ok()?)),
            SqlValue::Boolean(flag) => constant(Value::Bool(*flag)),
            SqlValue::SingleQuotedString(text) => constant(Value::str(text.as_str())),
            _ => None,
        },
        Expr::Function(function) if ["count(*)", "count(1)"].contains(&&*function.to_string().to_lowercase()) => {
            Some(Selected::Count(alias.unwrap_or("count").into()))
        }
        _ => None,
    }
}

/// Whether the replay knows what a field holds, and does not only sort by it.
fn is_told(schema: &Schema, field: &str) -> bool {
    field != "order" && !is_unnamed(schema, field)
}

/// What the database calls a column that has no other name.
fn label(schema: &Schema, expression: &Expr) -> Rc<str> {
    let ident = match expression {
        Expr::Identifier(ident) => Some(ident),
        Expr::CompoundIdentifier(parts) => parts.last(),
        _ => None,
    };
    schema.naming().fold(&ident.map_or("", |ident| &ident.value).into())
}

/// The rows that are given. What a row has no word of is NULL where that has a meaning, else not known.
pub(super) fn project(selected: &[Selected], found: &[Fields], unknown: &Value) -> Rows {
    let columns = selected
        .iter()
        .map(|one| match one {
            Selected::Field(name, _) | Selected::Constant(name, _) | Selected::Count(name) => Rc::clone(name),
        })
        .collect();
    if selected.iter().any(|one| matches!(one, Selected::Count(_))) {
        return Rows::new(columns, vec![vec![Value::Int(i128::try_from(found.len()).unwrap_or(0))]]);
    }
    let row = |fields: &Fields| {
        let value = |one: &Selected| match one {
            Selected::Field(_, field) => match fields.get(field) {
                Some(text) => told(field, text),
                None if field.starts_with("referred_") => Value::None,
                None => unknown.clone(),
            },
            Selected::Constant(_, value) => value.clone(),
            Selected::Count(_) => Value::None,
        };
        selected.iter().map(value).collect()
    };
    Rows::new(columns, found.iter().map(row).collect())
}

/// A field as the database gives it.
fn told(field: &str, text: &Rc<str>) -> Value {
    match (field, text.parse()) {
        ("position", Ok(number)) => Value::Int(number),
        _ => Value::Str(Rc::clone(text)),
    }
}
