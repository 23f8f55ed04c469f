//! `sa.func`: calls of SQL functions.

use std::rc::Rc;

use super::super::state::Cx;
use super::constructors::optional_type;
use super::value::{self, Arguments, Made, column_expr, not_understood};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{Affinity, Bind, ColumnClause, ColumnRef, Function, LabelName, Literal};
use crate::model::types::{Type, TypeParam};

/// Function classes of SQLAlchemy with the type they give (`sqlalchemy.sql.functions`).
const TYPED: &[(&str, &str)] = &[
    ("now", "DateTime"),
    ("concat", "String"),
    ("char_length", "Integer"),
    ("count", "Integer"),
    ("current_date", "Date"),
    ("current_time", "Time"),
    ("current_timestamp", "DateTime"),
    ("current_user", "String"),
    ("localtime", "DateTime"),
    ("localtimestamp", "DateTime"),
    ("session_user", "String"),
    ("sysdate", "DateTime"),
    ("user", "String"),
    ("random", "NullType"),
    ("rank", "Integer"),
    ("dense_rank", "Integer"),
    ("percent_rank", "Numeric"),
    ("cume_dist", "Numeric"),
    ("cube", "NullType"),
    ("rollup", "NullType"),
    ("grouping_sets", "NullType"),
    ("mode", "NullType"),
    ("percentile_cont", "NullType"),
    ("percentile_disc", "NullType"),
    ("aggregate_strings", "String"),
    ("any", "NullType"),
    ("all", "NullType"),
    ("some", "NullType"),
];

/// Functions whose first argument of several is the name of a configuration, which has no literal form.
const TEXT_SEARCH: &[&str] = &["to_tsvector", "to_tsquery", "plainto_tsquery", "phraseto_tsquery", "websearch_to_tsquery", "ts_headline"];

/// Function classes whose type is that of their first argument that has one.
const TYPE_OF_ARGUMENTS: &[&str] = &["coalesce", "max", "min", "sum", "pow"];

/// `sqlalchemy.sql.functions.now()` and the other classes, called by their own name.
pub fn generic_class(cx: &mut Cx<'_>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let name = name.strip_suffix('_').unwrap_or(name);
    let known =
        TYPED.iter().any(|(known, _)| *known == name) || TYPE_OF_ARGUMENTS.contains(&name) || matches!(name, "array_agg" | "next_value");
    known.then(|| call(cx, &[], name, args))
}

/// `func.package.name(…)`.
pub fn call(cx: &mut Cx<'_>, packages: &[Rc<str>], name: &str, args: &Args) -> Made<SqlExpr> {
    let mut arguments = Arguments::new(args);
    let given = arguments.keyword("type_");
    let lower = name.to_lowercase();
    let first = packages.is_empty().then_some(lower.as_str());
    match first {
        Some("cast") => return cast(cx, arguments, given),
        Some("extract") => return extract(cx, arguments),
        Some("next_value") => return next_value(cx, arguments),
        _ => {}
    }
    let mut list = Vec::new();
    for value in arguments.rest() {
        list.push(argument(cx, name, &value)?);
    }
    if let (Some(name), [SqlExpr::Bind(configuration), _, ..]) = (first, list.as_mut_slice())
        && TEXT_SEARCH.contains(&name)
    {
        *configuration = configuration.with_type(Rc::new(Type::plain("REGCONFIG")));
    }
    arguments.finish(cx, &format!("func.{name}"))?;
    if first == Some("count") && list.is_empty() {
        list.push(star());
    }
    let typed = first.and_then(|name| TYPED.iter().find(|(known, _)| *known == name));
    let of_arguments = first.filter(|name| TYPE_OF_ARGUMENTS.contains(name));
    let generic = typed.is_some() || of_arguments.is_some() || matches!(first, Some("array_agg" | "hstore"));
    let ty = match given {
        Some(ty) if !ty.is_none() => value::ty(cx, &ty)?,
        _ => match (typed, first) {
            (Some((_, class)), _) => Rc::new(Type::plain(*class)),
            (None, Some("array_agg")) => array_of(&type_of(&list)),
            (None, Some("hstore")) => Rc::new(Type::plain("HSTORE")),
            _ if of_arguments.is_some() => type_of(&list),
            _ => Rc::new(Type::null()),
        },
    };
    let name: Rc<str> = if generic { lower.into() } else { name.into() };
    let function = Function { packages: packages.to_vec(), name, quote_name: false, arguments: list, ty, generic, with_ordinality: false };
    Ok(SqlExpr::Function(Rc::new(function)))
}

/// An argument: tables stand for all of their columns nowhere, so they are not understood.
fn argument(cx: &mut Cx<'_>, name: &str, value: &Value) -> Made<SqlExpr> {
    let expr = match value::operand(cx, value)? {
        Operand::Value(Literal::None) => SqlExpr::Null,
        Operand::Value(literal) => {
            let ty = Rc::new(literal.natural_type());
            SqlExpr::Bind(Bind::unique(Some(name), literal, ty))
        }
        Operand::Expr(expr) => expr,
    };
    if let SqlExpr::From(_) = expr {
        return not_understood(cx, "a table as an argument of a function is not understood");
    }
    Ok(expr)
}

/// `*`.
pub fn star() -> SqlExpr {
    let column =
        Rc::new(ColumnClause { name: LabelName::from("*"), key: None, ty: Rc::new(Type::null()), literal: true, role: Default::default() });
    SqlExpr::Column(ColumnRef { from: None, column })
}

fn type_of(arguments: &[SqlExpr]) -> Rc<Type> {
    arguments.iter().map(SqlExpr::ty).find(|ty| !ty.is_null()).unwrap_or_else(|| Rc::new(Type::null()))
}

/// The array type of items of a type; of arrays, one dimension more.
pub fn array_of(item: &Rc<Type>) -> Rc<Type> {
    let mut ty = Type::plain("ARRAY");
    let inner = if item.affinity() == Affinity::Array { item.item_type().cloned() } else { None };
    if inner.is_some() {
        let dimensions = match item.param("dimensions") {
            Some(crate::model::option::OptionValue::Int(count)) => count + 1,
            _ => 2,
        };
        ty.params.insert("dimensions".into(), TypeParam::Value(crate::model::option::OptionValue::Int(dimensions)));
    }
    ty.params.insert("item_type".into(), TypeParam::Type(inner.unwrap_or_else(|| Rc::clone(item))));
    Rc::new(ty)
}

/// `left ** right` (`functions.pow`).
pub fn power(expr: &SqlExpr, other: Operand, reversed: bool) -> Made<SqlExpr> {
    let other = match other {
        Operand::Expr(other) => other,
        Operand::Value(value) => match build::literal(value.clone(), None) {
            SqlExpr::Bind(bind) => SqlExpr::Bind(Bind::unique(Some("pow"), value, Rc::clone(&bind.ty))),
            constant => constant,
        },
    };
    let arguments = if reversed { vec![other, expr.clone()] } else { vec![expr.clone(), other] };
    let ty = type_of(&arguments);
    let function =
        Function { packages: Vec::new(), name: "pow".into(), quote_name: false, arguments, ty, generic: true, with_ordinality: false };
    Ok(SqlExpr::Function(Rc::new(function)))
}

fn cast(cx: &mut Cx<'_>, mut arguments: Arguments, given: Option<Value>) -> Made<SqlExpr> {
    let expression = arguments.take("expression");
    let ty = arguments.take("type_").or(given);
    let (Some(expression), Some(ty)) = (expression, ty) else {
        return not_understood(cx, "`func.cast` without an expression and a type is not understood");
    };
    let ty = value::ty(cx, &ty)?;
    let clause = column_expr(cx, &expression, Some(Rc::clone(&ty)))?;
    Ok(build::cast(clause, ty))
}

fn extract(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let field = arguments.text(cx, "field")?;
    let (Some(field), Some(expr)) = (field, arguments.take("expr")) else {
        return not_understood(cx, "`func.extract` without a field and an expression is not understood");
    };
    Ok(SqlExpr::Extract(Rc::new((field, column_expr(cx, &expr, None)?))))
}

fn next_value(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let _ = optional_type(cx, &mut Arguments::new(&Args::default()))?;
    match arguments.take("seq") {
        Some(sequence) => match super::ddl::sequence(cx, &sequence)? {
            Some(sequence) => Ok(SqlExpr::NextValue(sequence)),
            None => not_understood(cx, "`next_value` of what is no sequence is not understood"),
        },
        None => not_understood(cx, "`next_value` without a sequence is not understood"),
    }
}
