//! Queries of the tables in which a database describes itself, as far as they are simple: one catalogue or some that are joined
//! on an object, a conjunction of comparisons with texts, columns or a constant selected.

mod condition;
mod parts;
mod rows;
mod selection;
mod source;

use std::rc::Rc;

use sqlparser::ast::{
    Expr, GroupByExpr, LimitClause, OrderByKind, OrderBySort, Query, Select, SelectItem, SetExpr, Statement, Value as SqlValue,
};

use super::{Guard, Guards, Refusal};
use crate::eval::Value;
use crate::model::TableName;
use crate::schema::{Answer as Existence, Schema, Why};
use crate::source::Span;
use condition::Condition;
use source::{Column, Source};

/// What a query of the catalogue gives.
#[derive(Clone, Debug)]
pub struct Rows {
    pub columns: Vec<Rc<str>>,
    pub rows: Vec<Vec<Value>>,
    /// Whether the database may give them in another order.
    pub any_order: bool,
}

impl Rows {
    /// Rows in the order in which they come.
    pub fn new(columns: Vec<Rc<str>>, rows: Vec<Vec<Value>>) -> Self {
        Self { columns, rows, any_order: false }
    }
}

type Answer = Result<(Rows, Why), Box<Refusal>>;
/// The name of an object, where it is there.
type Named = Result<(Option<Rc<str>>, Why), Box<Refusal>>;

/// Answers a query of the catalogue; none where it is no such query, or not a simple one. What of the answer is not known, as the
/// type of a column, is a value that only the database can say.
///
/// # Errors
/// Where what it asks for is not known.
pub fn query(schema: &Schema, guards: &Guards, sql: &str, place: Span) -> Option<Result<Rows, Box<Refusal>>> {
    let Statement::Query(parsed) = schema.parse_sql(sql)? else { return None };
    let SetExpr::Select(select) = &*parsed.body else { return None };
    let unknown = Value::live(place, sql);
    let answer = match (select.projection.as_slice(), select.from.is_empty()) {
        _ if parsed.with.is_some() || parsed.fetch.is_some() => return None,
        ([_], true) if select.selection.is_some() || parsed.limit_clause.is_some() => return None,
        ([item], true) => alone(schema, item, &unknown)?,
        _ => listed(schema, &parsed, select, &unknown)?,
    };
    Some(answer.map(|(rows, why)| {
        let question = sql.split_whitespace().collect::<Vec<_>>().join(" ");
        guards.record(Guard { place, question, answer: format!("{} rows", rows.rows.len()), why });
        rows
    }))
}

/// `SELECT EXISTS (SELECT …)`, `SELECT to_regclass('…')`.
fn alone(schema: &Schema, item: &SelectItem, unknown: &Value) -> Option<Answer> {
    let (expression, alias) = match item {
        SelectItem::UnnamedExpr(expression) => (expression, None),
        SelectItem::ExprWithAlias { expr, alias } => (expr, Some(alias.value.as_str())),
        _ => return None,
    };
    let one = |name: &str, value: Value| Rows::new(vec![alias.unwrap_or(name).into()], vec![vec![value]]);
    let relation = |expression: &Expr| match expression {
        Expr::Cast { expr, data_type, .. } if is_text(&data_type.to_string()) => relation_of(schema, expr),
        _ => relation_of(schema, expression),
    };
    match expression {
        Expr::Exists { subquery, negated } => {
            let SetExpr::Select(select) = &*subquery.body else { return None };
            if subquery.with.is_some() || subquery.fetch.is_some() {
                return None;
            }
            let answer = listed(schema, subquery, select, &Value::None)?;
            Some(answer.map(|(found, why)| (one("exists", Value::Bool(found.rows.is_empty() == *negated)), why)))
        }
        Expr::IsNull(inner) => Some(relation(inner)?.map(|(name, why)| (one("?column?", Value::Bool(name.is_none())), why))),
        Expr::IsNotNull(inner) => Some(relation(inner)?.map(|(name, why)| (one("?column?", Value::Bool(name.is_some())), why))),
        _ => Some(relation(expression)?.map(|(name, why)| {
            // a name that needs quotes or a schema has them
            let told = |name: Rc<str>| if is_plain(&name) { Value::Str(name) } else { unknown.clone() };
            (one("to_regclass", name.map_or(Value::None, told)), why)
        })),
    }
}

fn is_text(ty: &str) -> bool {
    ["text", "varchar"].iter().any(|known| known.eq_ignore_ascii_case(ty))
}

fn is_plain(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

/// The name of a relation, where it is there: `to_regclass('…')`.
fn relation_of(schema: &Schema, expression: &Expr) -> Option<Named> {
    let Expr::Function(function) = expression else { return None };
    if !function.name.to_string().eq_ignore_ascii_case("to_regclass") {
        return None;
    }
    let name = condition::object(schema, expression)?;
    Some(match relation(schema, &name) {
        Existence::Yes(why) => {
            let elsewhere = name.schema.as_ref().filter(|own| *own.text != *schema.rules().default_schema);
            let text = elsewhere.map_or_else(|| Rc::clone(&name.name.text), |own| format!("{}.{}", own.text, name.name.text).into());
            Ok((Some(text), why))
        }
        Existence::No(why) => Ok((None, why)),
        Existence::Unknown(why) => Err(Box::new(Refusal::existence("what is called", &name.name.text, why))),
    })
}

/// Whether there is a table, view, sequence or index of a name.
fn relation(schema: &Schema, name: &TableName) -> Existence {
    let index = crate::model::Name::Conventional(Rc::clone(&name.name.text));
    let answers =
        [schema.has_table(name), schema.has_view(name), schema.has_sequence(name), schema.has_index(name.schema.as_ref(), None, &index)];
    let found = answers.iter().find(|answer| answer.known() == Some(true));
    let found = found.or_else(|| answers.iter().find(|answer| answer.known().is_none()));
    let [table, ..] = &answers;
    found.unwrap_or(table).clone()
}

/// The rows of a query with its order and limit.
fn listed(schema: &Schema, query: &Query, select: &Select, unknown: &Value) -> Option<Answer> {
    let most = match &query.limit_clause {
        None => usize::MAX,
        Some(LimitClause::LimitOffset { limit: Some(limit), offset: None, limit_by }) if limit_by.is_empty() => number(limit)?,
        Some(_) => return None,
    };
    let by_order = query.order_by.as_ref().is_none_or(|order| is_natural(schema, select, &order.kind));
    match select_rows(schema, select, unknown)? {
        // Which come first is the database's to say.
        Ok((found, ..)) if found.rows.len() > most => None,
        Ok((found, _, in_order)) if query.order_by.is_some() && found.rows.len() > 1 && !(by_order && in_order) => None,
        answer => Some(answer.map(|(found, why, in_order)| (Rows { any_order: !in_order, ..found }, why))),
    }
}

fn number(expression: &Expr) -> Option<usize> {
    match expression {
        Expr::Value(value) => match &value.value {
            SqlValue::Number(number, _) => number.to_string().parse().ok(),
            _ => None,
        },
        _ => None,
    }
}

/// Whether rows are asked for in the order in which a table has its parts.
fn is_natural(schema: &Schema, select: &Select, order: &OrderByKind) -> bool {
    let (OrderByKind::Expressions(by), Some((source, _))) = (order, Source::of(schema, select)) else { return false };
    let natural = |expression| matches!(source.column(expression), Some(Column::Field(field)) if matches!(&*field, "position" | "order"));
    matches!(by.as_slice(), [one] if matches!(one.options.sort, None | Some(OrderBySort::Asc)) && natural(&one.expr))
}

/// The rows, why they are known, and whether they have an order.
fn select_rows(schema: &Schema, select: &Select, unknown: &Value) -> Option<Result<(Rows, Why, bool), Box<Refusal>>> {
    let grouped = !matches!(&select.group_by, GroupByExpr::Expressions(list, _) if list.is_empty());
    if select.having.is_some() || select.distinct.is_some() || grouped {
        return None;
    }
    let (source, given) = Source::of(schema, select)?;
    let mut conditions: Vec<_> = source.needed().map(Condition::there).collect();
    given.into_iter().try_for_each(|condition| condition::read(schema, &source, condition, &mut conditions))?;
    let selected = selection::read(schema, &source, select, unknown)?;
    let found = rows::rows(schema, &source, &conditions);
    Some(found.map(|(found, why)| (selection::project(&selected, &found, unknown), why, rows::are_in_order(&found))))
}
