//! What rows come from, as a program makes it: tables, joins, subqueries, `VALUES`, `EXISTS`, compound statements.

use std::rc::Rc;

use super::super::object::{self, Object};
use super::super::state::Cx;
use super::constructors::label_name;
use super::derived::{derived, render_derived};
use super::statements;
use super::value::{self, Arguments, Made, as_expr, column_expr, condition, not_understood};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::from::Cte;
use crate::model::expr::froms::join_condition;
use crate::model::expr::{ColumnClause, Compound, CompoundKeyword, From, FromKind, LabelName, Op, Select, Unary};
use crate::model::types::Type;

/// `sa.table`, `sa.select`, `sa.exists` and their kin.
pub fn construct(cx: &mut Cx<'_>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let mut arguments = Arguments::new(args);
    Some(match name {
        "table" => table(cx, arguments),
        "select" => select(cx, arguments),
        "exists" => exists(cx, arguments),
        "join" | "outerjoin" => {
            let Some(left) = arguments.take("left") else {
                return Some(not_understood(cx, "`join` without its left side is not understood"));
            };
            source(cx, &left).and_then(|left| join(cx, &left, name == "outerjoin", arguments))
        }
        "alias" | "subquery" | "lateral" | "cte" | "tablesample" => {
            let Some(element) = arguments.take("selectable").or_else(|| arguments.keyword("element")) else {
                return Some(not_understood(cx, format!("`{name}` without its element is not understood")));
            };
            let element = as_expr(cx, &element);
            element.and_then(|element| match element {
                Some(element) => derived(cx, &element, name, arguments),
                None => not_understood(cx, format!("`{name}` of a plain value is not understood")),
            })
        }
        "union" | "union_all" | "except_" | "except_all" | "intersect" | "intersect_all" => compound(cx, name, None, arguments),
        "values" => values(cx, arguments),
        _ => return None,
    })
}

/// A value as a source of rows (`roles.FromClauseRole`).
pub fn source(cx: &mut Cx<'_>, value: &Value) -> Made<Rc<From>> {
    match as_expr(cx, value)? {
        Some(expr) => source_of(cx, expr),
        None => not_understood(cx, "what is selected from is no table"),
    }
}

/// An expression as a source of rows.
pub fn source_of(cx: &mut Cx<'_>, expr: SqlExpr) -> Made<Rc<From>> {
    Ok(match expr {
        SqlExpr::From(from) => from,
        SqlExpr::Text(_) | SqlExpr::TextClause(_) => From::new(None, FromKind::Text(expr), Vec::new()),
        SqlExpr::Function(function) => From::new(None, FromKind::PlainFunction(function), Vec::new()),
        select if select.is_select() => From::subquery(select, None, false),
        _ => return not_understood(cx, "what is selected from is no table"),
    })
}

/// `sa.table(name, *columns, schema=…)`.
fn table(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let given = arguments.take("name").unwrap_or(Value::None);
    if let Value::Unknown(_) | Value::Live(_) = given {
        return Err(value::Stop::Absorb(given));
    }
    let Some(name) = super::super::signature::identifier(&given, None) else {
        return not_understood(cx, "the name of a table is no text");
    };
    let schema = match arguments.keyword("schema") {
        None | Some(Value::None) => None,
        Some(value @ (Value::Unknown(_) | Value::Live(_))) => return Err(value::Stop::Absorb(value)),
        Some(value) => super::super::signature::identifier(&value, None),
    };
    let mut columns = Vec::new();
    for value in arguments.rest() {
        columns.push(table_column(cx, &value)?);
    }
    arguments.finish(cx, "table")?;
    Ok(SqlExpr::From(From::table(schema, name, columns)))
}

/// A column of a light-weight table; each is its own, even if the program uses one twice.
pub fn table_column(cx: &mut Cx<'_>, value: &Value) -> Made<Rc<ColumnClause>> {
    match as_expr(cx, value)? {
        Some(SqlExpr::Column(reference)) => Ok(Rc::new((*reference.column).clone())),
        _ => not_understood(cx, "a column of a `table()` is no column"),
    }
}

/// `sa.select(*columns)`, and the older `select([columns])`.
fn select(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let given = arguments.rest();
    arguments.finish(cx, "select")?;
    if let [Value::List(_)] = given.as_slice() {
        return value::argument_error(
            cx,
            "Column expression, FROM clause, or other columns clause element expected, got a list. Did you mean to say select() with positional arguments?",
        );
    }
    let columns = columns_clause(cx, &given)?;
    Ok(SqlExpr::Select(Rc::new(Select { columns, ..Select::default() })))
}

/// Elements of a columns clause (`roles.ColumnsClauseRole`).
pub fn columns_clause(cx: &mut Cx<'_>, given: &[Value]) -> Made<Vec<SqlExpr>> {
    let mut columns = Vec::with_capacity(given.len());
    for value in given {
        let handle = object::handle(value);
        match handle.as_deref().and_then(Object::of) {
            Some(Object::Columns(members)) => {
                for (_, member) in members {
                    columns.push(column_element(cx, member)?);
                }
            }
            _ => columns.push(column_element(cx, value)?),
        }
    }
    Ok(columns)
}

fn column_element(cx: &mut Cx<'_>, value: &Value) -> Made<SqlExpr> {
    if let Some(expr) = as_expr(cx, value)? {
        return Ok(value::scalar(expr));
    }
    match value {
        Value::None => Ok(SqlExpr::Null),
        Value::Bool(true) => Ok(SqlExpr::True),
        Value::Bool(false) => Ok(SqlExpr::False),
        Value::Int(number) => Ok(literal_text(&number.to_string())),
        Value::Float(number) => Ok(literal_text(&crate::model::expr::literal::float_repr(*number))),
        Value::Str(text) if &**text == "*" => Ok(literal_text("*")),
        Value::Str(text) => value::argument_error(
            cx,
            format!(
                "Textual column expression '{text}' should be explicitly declared with text('{text}'), or use column('{text}') for more specificity"
            ),
        ),
        _ => not_understood(cx, "an element of a `select` is not understood"),
    }
}

/// Text in place of a column.
fn literal_text(text: &str) -> SqlExpr {
    let column = Rc::new(ColumnClause {
        name: LabelName::from(text),
        key: None,
        ty: Rc::new(Type::null()),
        literal: true,
        role: Default::default(),
    });
    SqlExpr::Column(crate::model::expr::ColumnRef { from: None, column })
}

/// `sa.exists(…)`.
fn exists(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let given = arguments.rest();
    arguments.finish(cx, "exists")?;
    let element = match given.as_slice() {
        [] => select_star(),
        [only] => match as_expr(cx, only)? {
            Some(statement) if statement.is_select() => SqlExpr::ScalarSelect(Rc::new(statement)),
            Some(scalar @ SqlExpr::ScalarSelect(_)) => scalar,
            _ => plain_select(columns_clause(cx, &given)?),
        },
        _ => plain_select(columns_clause(cx, &given)?),
    };
    Ok(exists_of(element))
}

/// `EXISTS (…)`.
pub fn exists_of(element: SqlExpr) -> SqlExpr {
    SqlExpr::Unary(Rc::new(Unary { element, op: Op::Exists, modifier: false, ty: build::boolean_type() }))
}

fn select_star() -> SqlExpr {
    plain_select(vec![super::functions::star()])
}

fn plain_select(columns: Vec<SqlExpr>) -> SqlExpr {
    SqlExpr::ScalarSelect(Rc::new(SqlExpr::Select(Rc::new(Select { columns, ..Select::default() }))))
}

/// `left.join(right, onclause, isouter, full)`.
pub fn join(cx: &mut Cx<'_>, left: &Rc<From>, outer: bool, mut arguments: Arguments) -> Made<SqlExpr> {
    let Some(right) = arguments.take("right") else {
        return not_understood(cx, "`join` without its right side is not understood");
    };
    let right = source(cx, &right)?;
    let on = match arguments.take("onclause") {
        None | Some(Value::None) => None,
        Some(on) => Some(condition(cx, &on)?),
    };
    let outer = outer || arguments.flag(cx, "isouter")?;
    let full = arguments.flag(cx, "full")?;
    arguments.finish(cx, "join")?;
    let on = match on {
        Some(on) => on,
        None => match join_condition(left, &right) {
            Some(on) => on,
            None => {
                return not_understood(cx, "a join without a condition, of tables without a foreign key between them, is not understood");
            }
        },
    };
    Ok(SqlExpr::From(From::join(left, &right, on, outer, full)))
}

/// `union` and its kin, of these statements (after `first`, where it is a method).
pub fn compound(cx: &mut Cx<'_>, name: &str, first: Option<&SqlExpr>, mut arguments: Arguments) -> Made<SqlExpr> {
    let keyword = match name {
        "union" => CompoundKeyword::Union,
        "union_all" => CompoundKeyword::UnionAll,
        "except_" => CompoundKeyword::Except,
        "except_all" => CompoundKeyword::ExceptAll,
        "intersect" => CompoundKeyword::Intersect,
        _ => CompoundKeyword::IntersectAll,
    };
    let mut selects: Vec<SqlExpr> = first.cloned().into_iter().collect();
    for value in arguments.rest() {
        match as_expr(cx, &value)? {
            Some(statement) if statement.is_select() => selects.push(statement),
            _ => return not_understood(cx, format!("`{name}` of what is no statement is not understood")),
        }
    }
    arguments.finish(cx, name)?;
    let selects = selects.into_iter().map(compound_part).collect();
    Ok(SqlExpr::Compound(Rc::new(Compound {
        keyword,
        selects,
        group_by: Vec::new(),
        order_by: Vec::new(),
        limit: None,
        offset: None,
        fetch: None,
        ctes: Vec::new(),
    })))
}

/// A part of a compound statement: in parentheses where it has an order or a limit, or is compound itself.
fn compound_part(statement: SqlExpr) -> SqlExpr {
    let grouped = match &statement {
        SqlExpr::Select(select) => {
            !select.order_by.is_empty() || select.limit.is_some() || select.offset.is_some() || select.fetch.is_some()
        }
        SqlExpr::Compound(_) => true,
        _ => false,
    };
    if grouped { SqlExpr::SelectGrouping(Rc::new(statement)) } else { statement }
}

/// `sa.values(*columns, name=…)`.
fn values(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut columns = Vec::new();
    for value in arguments.rest() {
        columns.push(table_column(cx, &value)?);
    }
    let name = match arguments.keyword("name") {
        None | Some(Value::None) => None,
        Some(name) => value::text(&name),
    };
    let _ = arguments.keyword("literal_binds");
    arguments.finish(cx, "values")?;
    Ok(SqlExpr::From(From::new(label_name(name), FromKind::Values { rows: Vec::new(), lateral: false }, columns)))
}

/// Methods of a source of rows.
pub fn method(cx: &mut Cx<'_>, from: &Rc<From>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let mut arguments = Arguments::new(args);
    Some(match name {
        "join" => join(cx, from, false, arguments),
        "outerjoin" => join(cx, from, true, arguments),
        "alias" | "cte" | "lateral" | "tablesample" => derived(cx, &SqlExpr::From(Rc::clone(from)), name, arguments),
        "select" => {
            let columns = vec![SqlExpr::From(Rc::clone(from))];
            let froms = if matches!(from.kind, FromKind::Join { .. }) { vec![Rc::clone(from)] } else { Vec::new() };
            Ok(SqlExpr::Select(Rc::new(Select { columns, froms, ..Select::default() })))
        }
        "insert" | "update" | "delete" => Ok(super::dml::on_table(from, name)),
        "union" | "union_all" => cte_union(cx, from, name, arguments),
        "data" => values_data(cx, from, arguments),
        "render_derived" => render_derived(cx, from, arguments),
        "scalar_values" => match &from.kind {
            FromKind::Values { rows, .. } => Ok(SqlExpr::ScalarValues(Rc::new(rows.clone()))),
            _ => not_understood(cx, "`.scalar_values()` of a table is not understood"),
        },
        "table_valued" => {
            let name = from.name.clone().unwrap_or_else(|| LabelName::from(""));
            let column = ColumnClause::new(name, Rc::new(Type::null()));
            Ok(SqlExpr::WholeRow(Rc::new((Rc::clone(from), column))))
        }
        "prefix_with" | "suffix_with" => cte_phrase(cx, from, name, &mut arguments),
        _ => return None,
    })
}

/// `cte.union_all(…)`: the expression restated with what was added.
fn cte_union(cx: &mut Cx<'_>, from: &Rc<From>, name: &str, arguments: Arguments) -> Made<SqlExpr> {
    let FromKind::Cte(cte) = &from.kind else {
        return not_understood(cx, format!("`.{name}()` of a table is not understood"));
    };
    let element = compound(cx, name, Some(&cte.element), arguments)?;
    let cte = Cte { element, restates: Some(Rc::clone(from)), alias_of: None, ..cte.clone() };
    Ok(SqlExpr::From(From::cte(from.name.clone(), cte)))
}

fn cte_phrase(cx: &mut Cx<'_>, from: &Rc<From>, name: &str, arguments: &mut Arguments) -> Made<SqlExpr> {
    let FromKind::Cte(cte) = &from.kind else {
        return not_understood(cx, format!("`.{name}()` of a table is not understood"));
    };
    let mut cte = cte.clone();
    let phrases = statements::phrases(cx, arguments)?;
    if name == "prefix_with" {
        cte.prefixes.extend(phrases)
    } else {
        cte.suffixes.extend(phrases)
    }
    Ok(SqlExpr::From(Rc::new(From { kind: FromKind::Cte(cte), ..(**from).clone() })))
}

/// `values(…).data([…])`.
fn values_data(cx: &mut Cx<'_>, from: &Rc<From>, mut arguments: Arguments) -> Made<SqlExpr> {
    let FromKind::Values { rows, lateral } = &from.kind else {
        return not_understood(cx, "`.data()` of a table is not understood");
    };
    let given = arguments.take("values").unwrap_or(Value::None);
    let mut rows = rows.clone();
    for row in value::items(cx, &given)? {
        let mut written = Vec::new();
        for (index, value) in value::items(cx, &row)?.iter().enumerate() {
            let ty = from.columns.get(index).map(|column| Rc::clone(&column.ty)).filter(|ty| !ty.is_null());
            written.push(column_expr(cx, value, ty)?);
        }
        rows.push(written);
    }
    Ok(SqlExpr::From(Rc::new(From { kind: FromKind::Values { rows, lateral: *lateral }, ..(**from).clone() })))
}

/// `SELECT` of all of a source.
pub fn source_select(from: &Rc<From>) -> SqlExpr {
    SqlExpr::Select(Rc::new(Select { columns: vec![SqlExpr::From(Rc::clone(from))], ..Select::default() }))
}
