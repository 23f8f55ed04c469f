//! Sources of rows made of other expressions: aliases, subqueries, common table expressions, functions, samples.

use std::rc::Rc;

use super::super::state::Cx;
use super::constructors::label_name;
use super::selectables::{source_of, table_column};
use super::value::{self, Arguments, Made, as_expr, not_understood};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::from::Cte;
use crate::model::expr::{ColumnClause, From, FromKind, LabelName};
use crate::model::types::Type;

/// `.alias()`, `.subquery()`, `.lateral()`, `.cte()`, `.tablesample()`.
pub fn derived(cx: &mut Cx<'_>, element: &SqlExpr, kind: &str, mut arguments: Arguments) -> Made<SqlExpr> {
    if kind == "tablesample" {
        return tablesample(cx, element, arguments);
    }
    let name = alias_name(cx, &mut arguments)?;
    if kind == "cte" {
        let recursive = match arguments.take("recursive") {
            Some(Value::Bool(flag)) => flag,
            _ => false,
        };
        let nesting = arguments.flag(cx, "nesting")?;
        arguments.finish(cx, "cte")?;
        let cte = Cte {
            element: element.clone(),
            recursive,
            nesting,
            prefixes: Vec::new(),
            suffixes: Vec::new(),
            restates: None,
            alias_of: None,
        };
        return Ok(SqlExpr::From(From::cte(name, cte)));
    }
    let joins = arguments.keyword("joins_implicitly");
    drop(joins);
    let flat = arguments.keyword("flat");
    drop(flat);
    arguments.finish(cx, kind)?;
    let lateral = kind == "lateral";
    Ok(SqlExpr::From(match element {
        SqlExpr::From(from) => match &from.kind {
            FromKind::Cte(cte) if kind == "alias" => {
                let cte = Cte { alias_of: Some(cte.alias_of.clone().unwrap_or_else(|| Rc::clone(from))), restates: None, ..cte.clone() };
                From::cte(name, cte)
            }
            FromKind::Function { function, derived, whole, lateral: before } => {
                let lateral = lateral || *before;
                let kind = FromKind::Function { function: Rc::clone(function), lateral, derived: *derived, whole: *whole };
                Rc::new(From { kind, ..(*from.alias(name, false)).clone() })
            }
            FromKind::Values { rows, .. } => {
                let id = crate::model::expr::Identity::fresh();
                let name = name.or_else(|| from.name.clone()).unwrap_or_else(|| From::anonymous_name(id, "anon"));
                let lateral = lateral || matches!(from.kind, FromKind::Values { lateral: true, .. });
                Rc::new(From {
                    id,
                    name: Some(name),
                    kind: FromKind::Values { rows: rows.clone(), lateral },
                    columns: from.columns.clone(),
                })
            }
            _ => from.alias(name, lateral),
        },
        SqlExpr::Function(function) => function_alias(function, name, lateral, None),
        statement if statement.is_select() => From::subquery(statement.clone(), name, lateral),
        _ => return not_understood(cx, format!("`.{kind}()` of such an expression is not understood")),
    }))
}

/// The name of an alias, and whether it is to be quoted.
fn alias_name(cx: &mut Cx<'_>, arguments: &mut Arguments) -> Made<Option<LabelName>> {
    match arguments.take("name") {
        None | Some(Value::None) => Ok(None),
        Some(value @ (Value::Unknown(_) | Value::Live(_))) => Err(value::Stop::Absorb(value)),
        Some(value) => match super::super::signature::identifier(&value, None) {
            Some(name) => Ok(Some(LabelName::Given(name))),
            None => not_understood(cx, "`name` is given something that is no text"),
        },
    }
}

/// A function as a source of rows with one column or the named ones.
pub fn function_alias(
    function: &Rc<crate::model::expr::Function>,
    name: Option<LabelName>,
    lateral: bool,
    columns: Option<Vec<Rc<ColumnClause>>>,
) -> Rc<From> {
    let id = crate::model::expr::Identity::fresh();
    let name = name.unwrap_or_else(|| From::anonymous_name(id, "anon"));
    let columns = columns.unwrap_or_else(|| {
        let label = SqlExpr::Function(Rc::clone(function)).invented_label();
        let column = ColumnClause::new(label, Rc::clone(&function.ty));
        vec![Rc::new(ColumnClause { key: Some(Rc::clone(&function.name)), ..(*column).clone() })]
    });
    Rc::new(From {
        id,
        name: Some(name),
        kind: FromKind::Function { function: Rc::clone(function), lateral, derived: None, whole: false },
        columns,
    })
}

fn tablesample(cx: &mut Cx<'_>, element: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let from = source_of(cx, element.clone())?;
    let sampling = arguments.take("sampling").unwrap_or(Value::None);
    let method = match as_expr(cx, &sampling)? {
        Some(expr @ SqlExpr::Function(_)) => expr,
        Some(expr) => system_sample(expr),
        None => system_sample(build::literal(value::literal(cx, &sampling)?, None)),
    };
    let name = alias_name(cx, &mut arguments)?;
    let seed = match arguments.take("seed") {
        None | Some(Value::None) => None,
        Some(seed) => match as_expr(cx, &seed)? {
            Some(seed) => Some(seed),
            None => {
                let text = format!("'{}' object has no attribute '_compiler_dispatch'", cx.vm.type_name(&seed));
                return Err(value::Stop::Unwind(cx.raise_builtin("AttributeError", text)));
            }
        },
    };
    arguments.finish(cx, "tablesample")?;
    let alias = from.alias(name, false);
    Ok(SqlExpr::From(Rc::new(From { kind: FromKind::TableSample { element: from, method, seed }, ..(*alias).clone() })))
}

fn system_sample(argument: SqlExpr) -> SqlExpr {
    SqlExpr::Function(Rc::new(crate::model::expr::Function {
        packages: Vec::new(),
        name: "system".into(),
        quote_name: false,
        arguments: vec![argument],
        ty: Rc::new(Type::null()),
        generic: false,
        with_ordinality: false,
    }))
}

/// `.render_derived(…)`: the names of the columns behind the alias, perhaps with their types.
pub fn render_derived(cx: &mut Cx<'_>, from: &Rc<From>, mut arguments: Arguments) -> Made<SqlExpr> {
    let FromKind::Function { function, lateral, .. } = &from.kind else {
        return not_understood(cx, "`.render_derived()` of a table is not understood");
    };
    let id = crate::model::expr::Identity::fresh();
    let name = label_name(arguments.text(cx, "name")?).unwrap_or_else(|| From::anonymous_name(id, "anon"));
    let with_types = arguments.flag(cx, "with_types")?;
    let kind = FromKind::Function { function: Rc::clone(function), lateral: *lateral, derived: Some(with_types), whole: false };
    Ok(SqlExpr::From(Rc::new(From { id, name: Some(name), kind, columns: from.columns.clone() })))
}

/// `func.f(…).table_valued("a", "b", …)`.
pub fn table_valued(cx: &mut Cx<'_>, function: &Rc<crate::model::expr::Function>, args: &Args) -> Made<SqlExpr> {
    let mut arguments = Arguments::new(args);
    let ordinality = arguments.keyword("with_ordinality");
    let name = match arguments.keyword("name") {
        None | Some(Value::None) => None,
        Some(name) => value::text(&name),
    };
    let _ = arguments.keyword("joins_implicitly");
    let mut columns = Vec::new();
    for value in arguments.rest().iter().chain(ordinality.iter()) {
        columns.push(match value::text(value) {
            Some(name) => ColumnClause::new(&*name, Rc::new(Type::null())),
            None => table_column(cx, value)?,
        });
    }
    arguments.finish(cx, "table_valued")?;
    let mut function = (**function).clone();
    function.with_ordinality = ordinality.is_some();
    Ok(SqlExpr::From(function_alias(&Rc::new(function), label_name(name), false, Some(columns))))
}
