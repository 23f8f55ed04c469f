//! Functions that make expressions: `sa.text`, `sa.and_`, `sa.case`, …

use std::rc::Rc;

use super::super::names::{self, Member};
use super::super::state::Cx;
use super::value::{self, Arguments, Made, as_expr, column_expr, condition, not_understood, wrap};
use super::{ddl, dml, functions, methods, parameters, selectables, statements, typed, windows};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::{Case, ClauseList, ColumnClause, ColumnRef, Filter, LabelName, Modifiers, Op, OrderedAggregate, Search};
use crate::model::types::Type;

/// Answers the call of a library function or class that makes an expression.
pub fn call(cx: &mut Cx<'_>, path: &str, args: &Args) -> Option<Made<Value>> {
    let (module, name) = path.rsplit_once('.')?;
    let made = match module {
        "sqlalchemy.sql._elements_constructors" => element(cx, name, args)?,
        "sqlalchemy.sql._selectable_constructors" => selectables::construct(cx, name, args)?,
        "sqlalchemy.sql._dml_constructors" => dml::construct(cx, name, None, args)?,
        "sqlalchemy.sql.elements" if matches!(name, "literal" | "literal_column") || class_function(name) != name => {
            element(cx, class_function(name), args)?
        }
        "sqlalchemy.sql.elements" if name == "OrderByList" => {
            let mut arguments = Arguments::new(args);
            let given = arguments.take("clauses").into_iter().collect();
            order_list(cx, given).map(|clauses| SqlExpr::List(Rc::new(ClauseList::commas(clauses))))
        }
        "sqlalchemy.sql.elements" if name == "FrameClause" => windows::frame_clause(cx, Arguments::new(args)),
        "sqlalchemy.sql.selectable" if class_function(name) != name => selectables::construct(cx, class_function(name), args)?,
        "sqlalchemy.sql.dml" if matches!(name, "Insert" | "Update" | "Delete") => {
            dml::construct(cx, &name.to_ascii_lowercase(), None, args)?
        }
        "sqlalchemy.sql.ddl" => ddl::construct(cx, name, args)?,
        "sqlalchemy.sql.functions" => functions::generic_class(cx, name, args)?,
        "alembic.op" if name == "inline_literal" => inline_literal(cx, args),
        _ if module.starts_with("sqlalchemy.dialects.") => dialect_construct(cx, module, name, args)?,
        _ => return None,
    };
    Some(made.map(|expr| wrap(cx, expr)))
}

/// The function that makes what a class of this name is.
fn class_function(name: &str) -> &str {
    match name {
        "TextClause" => "text",
        "ColumnClause" => "column",
        "Null" => "null",
        "True_" => "true",
        "False_" => "false",
        "BindParameter" => "bindparam",
        "Case" => "case",
        "Cast" => "cast",
        "TryCast" => "try_cast",
        "TypeCoerce" => "type_coerce",
        "Extract" => "extract",
        "FunctionFilter" => "funcfilter",
        "Label" => "label",
        "Over" => "over",
        "WithinGroup" => "within_group",
        "Tuple" => "tuple_",
        "TableClause" => "table",
        "Select" => "select",
        "Exists" => "exists",
        "Join" => "join",
        "Values" => "values",
        other => other,
    }
}

/// Constructs that a dialect's package brings.
fn dialect_construct(cx: &mut Cx<'_>, module: &str, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    // In a dialect's package some classes hide the module of the same name.
    let inner = if module.split('.').count() == 3 { name } else { module.rsplit('.').next().unwrap_or("") };
    Some(match (inner, name) {
        ("dml", "insert" | "Insert") => return dml::construct(cx, "insert", insert_class(module), args),
        ("dml", "limit") => change_limit(cx, Arguments::new(args)),
        ("ext", "distinct_on") => {
            order_list(cx, Arguments::new(args).rest()).map(|clauses| SqlExpr::DistinctOn(Rc::new(ClauseList::commas(clauses))))
        }
        ("expression" | "match", "match") => search(cx, Arguments::new(args)),
        ("array", "array") => array(cx, args),
        ("array", "Any" | "All") => array_comparison(cx, name, args),
        ("ext", "aggregate_order_by") => aggregate_order_by(cx, args, true),
        ("ext", "array_agg") => functions::call(cx, &[], "array_agg", args),
        ("ext", "to_tsvector" | "to_tsquery" | "plainto_tsquery" | "phraseto_tsquery" | "websearch_to_tsquery" | "ts_headline") => {
            functions::call(cx, &[], name, args)
        }
        ("base" | "try_cast", "try_cast") => cast(cx, name, Arguments::new(args)),
        ("named_types", _) => return ddl::named_type(cx, name, args),
        ("hstore", "hstore") => functions::call(cx, &[], "hstore", args),
        _ => return None,
    })
}

/// The class of a dialect's own `INSERT`.
fn insert_class(module: &str) -> Option<&'static str> {
    let package = module.strip_suffix(".dml").unwrap_or(module);
    match names::find(&format!("{package}.dml.Insert")) {
        Some(Member::Name(class)) => Some(class.path),
        _ => None,
    }
}

/// `limit(…)` of a dialect whose `UPDATE` and `DELETE` have one.
fn change_limit(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let given = arguments.take("limit").unwrap_or(Value::None);
    match statements::limit_value(cx, &given)? {
        Some(limit) => Ok(SqlExpr::ChangeLimit(Rc::new(limit))),
        None => not_understood(cx, "a limit without a number is not understood"),
    }
}

/// `match(*columns, against=…)`: a search in several columns.
fn search(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut columns = Vec::new();
    for column in arguments.rest() {
        columns.push(column_expr(cx, &column, None)?);
    }
    let against = match arguments.keyword("against") {
        None | Some(Value::None) => return value::argument_error(cx, "against is required"),
        Some(against) => column_expr(cx, &against, None)?,
    };
    let search = Search {
        boolean_mode: arguments.flag(cx, "in_boolean_mode")?,
        natural_language: arguments.flag(cx, "in_natural_language_mode")?,
        query_expansion: arguments.flag(cx, "with_query_expansion")?,
        several_columns: true,
    };
    arguments.finish(cx, "match")?;
    let left = SqlExpr::List(Rc::new(ClauseList { group: false, ..ClauseList::commas(columns) }));
    let modifiers = Modifiers { search: Some(search), ..Modifiers::default() };
    Ok(build::binary(&left, &against, Op::Match, Rc::new(Type::null()), None, modifiers))
}

fn element(cx: &mut Cx<'_>, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let mut arguments = Arguments::new(args);
    Some(match name {
        "text" => text(cx, arguments),
        "null" => Ok(SqlExpr::Null),
        "true" => Ok(SqlExpr::True),
        "false" => Ok(SqlExpr::False),
        "and_" | "or_" => conjunction(cx, if name == "and_" { Op::And } else { Op::Or }, arguments),
        "not_" => match one(cx, &mut arguments) {
            // SQLAlchemy itself fails an assertion here.
            Ok(SqlExpr::Text(_) | SqlExpr::TextClause(_)) => Err(value::Stop::Unwind(cx.raise_builtin("AssertionError", ""))),
            Ok(expr) => Ok(build::negate(&expr)),
            Err(stop) => Err(stop),
        },
        "column" => column(cx, arguments),
        "literal_column" => literal_column(cx, arguments),
        "literal" => literal(cx, arguments),
        "bindparam" => parameters::bindparam(cx, arguments),
        "label" => label(cx, arguments),
        "cast" | "try_cast" | "type_coerce" => cast(cx, name, arguments),
        "case" => case(cx, arguments),
        "extract" => extract(cx, arguments),
        "tuple_" => tuple(cx, arguments),
        "asc" | "desc" | "nulls_first" | "nulls_last" => ordering(cx, name, &mut arguments),
        "distinct" => one(cx, &mut arguments).map(|expr| build::unary(&expr, Op::Distinct, expr.ty())),
        "bitwise_not" => one(cx, &mut arguments).map(|expr| build::unary(&expr, Op::BitwiseNot, expr.ty())),
        "any_" => one(cx, &mut arguments).map(|expr| build::any_or_all(&expr, Op::Any)),
        "all_" => one(cx, &mut arguments).map(|expr| build::any_or_all(&expr, Op::All)),
        "between" | "collate" => delegated(cx, name, args),
        "over" | "within_group" => delegated(cx, name, args),
        "funcfilter" => funcfilter(cx, arguments),
        "aggregate_order_by" => aggregate_order_by(cx, args, false),
        _ => return None,
    })
}

/// `sa.f(expr, …)` where `expr.f(…)` does the same.
fn delegated(cx: &mut Cx<'_>, name: &str, args: &Args) -> Made<SqlExpr> {
    let mut rest = args.clone();
    if rest.positional.is_empty() {
        return not_understood(cx, format!("`{name}` without positional arguments is not understood"));
    }
    let subject = rest.positional.remove(0).value;
    let expr = column_expr(cx, &subject, None)?;
    methods::on_column(cx, &expr, name, &rest).unwrap_or_else(|| not_understood(cx, format!("`{name}` is not understood here")))
}

fn one(cx: &mut Cx<'_>, arguments: &mut Arguments) -> Made<SqlExpr> {
    let Some(value) = arguments.take("expr").or_else(|| arguments.keyword("clause")).or_else(|| arguments.keyword("column")) else {
        return not_understood(cx, "an expression without its operand is not understood");
    };
    column_expr(cx, &value, None)
}

fn text(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    match arguments.text(cx, "text")? {
        Some(text) => Ok(SqlExpr::Text(text)),
        None => not_understood(cx, "`text()` without a text is not understood"),
    }
}

fn conjunction(cx: &mut Cx<'_>, op: Op, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut given = arguments.rest();
    if let [only] = given.as_slice()
        && value::is_collection(only)
    {
        given = value::items(cx, only)?;
    }
    let mut clauses = Vec::with_capacity(given.len());
    for value in &given {
        clauses.push(condition(cx, value)?);
    }
    Ok(build::conjunction(op, &clauses))
}

fn column(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let Some(given) = arguments.take("text") else {
        return not_understood(cx, "`column()` without a name is not understood");
    };
    if let Value::Unknown(_) | Value::Live(_) = given {
        return Err(value::Stop::Absorb(given));
    }
    let Some(name) = super::super::signature::identifier(&given, None) else {
        return not_understood(cx, "the name of a column is no text");
    };
    let ty = match arguments.take("type_") {
        None | Some(Value::None) => Rc::new(Type::null()),
        Some(ty) => value::ty(cx, &ty)?,
    };
    let literal = arguments.flag(cx, "is_literal")?;
    let from = match arguments.keyword("_selectable") {
        None | Some(Value::None) => None,
        Some(table) => match as_expr(cx, &table)? {
            Some(SqlExpr::From(from)) => Some(from),
            _ => return not_understood(cx, "the table of a column is not understood"),
        },
    };
    let column = Rc::new(ColumnClause { name: LabelName::Given(name), key: None, ty, literal, role: Default::default() });
    Ok(SqlExpr::Column(ColumnRef { from, column }))
}

fn literal_column(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let Some(text) = arguments.text(cx, "text")? else {
        return not_understood(cx, "`literal_column()` without a text is not understood");
    };
    let ty = match arguments.take("type_") {
        None | Some(Value::None) => Rc::new(Type::null()),
        Some(ty) => value::ty(cx, &ty)?,
    };
    let column = Rc::new(ColumnClause { name: LabelName::from(&*text), key: None, ty, literal: true, role: Default::default() });
    Ok(SqlExpr::Column(ColumnRef { from: None, column }))
}

fn literal(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let given = arguments.take("value").unwrap_or(Value::None);
    let ty = optional_type(cx, &mut arguments)?;
    if let Some(expr) = as_expr(cx, &given)? {
        return Ok(expr);
    }
    let value = value::literal(cx, &given)?;
    Ok(build::bound(value, ty))
}

/// `op.inline_literal(value, type_)`: a value that is always written out.
fn inline_literal(cx: &mut Cx<'_>, args: &Args) -> Made<SqlExpr> {
    Ok(match literal(cx, Arguments::new(args))? {
        SqlExpr::Bind(bind) => SqlExpr::Bind(Rc::new(crate::model::expr::Bind { inline: true, ..(*bind).clone() })),
        other => other,
    })
}

/// A type given as `type_`.
pub fn optional_type(cx: &mut Cx<'_>, arguments: &mut Arguments) -> Made<Option<Rc<Type>>> {
    match arguments.take("type_") {
        None | Some(Value::None) => Ok(None),
        Some(ty) => value::ty(cx, &ty).map(Some),
    }
}

fn label(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let name = arguments.text(cx, "name")?;
    let element = match arguments.take("element") {
        Some(element) => column_expr(cx, &element, None)?,
        None => return not_understood(cx, "`label()` without an element is not understood"),
    };
    let ty = optional_type(cx, &mut arguments)?;
    Ok(build::label(&element, name.map(|name| LabelName::from(&*name)), ty))
}

fn cast(cx: &mut Cx<'_>, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
    let (Some(expression), Some(ty)) = (arguments.take("expression"), arguments.take("type_")) else {
        return not_understood(cx, format!("`{name}` without an expression and a type is not understood"));
    };
    let ty = value::ty(cx, &ty)?;
    let clause = column_expr(cx, &expression, Some(Rc::clone(&ty)))?;
    Ok(match name {
        "cast" => build::cast(clause, ty),
        "type_coerce" => SqlExpr::TypeCoerce(Rc::new(crate::model::expr::Cast { clause, ty })),
        _ => SqlExpr::TryCast(Rc::new(crate::model::expr::Cast { clause, ty })),
    })
}

/// `CASE` (`Case.__init__`).
fn case(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let subject = arguments.keyword("value");
    let otherwise = arguments.keyword("else_");
    let given = arguments.rest();
    let mut pairs = Vec::new();
    for item in &given {
        match (value::pairs(item), item) {
            (Some(entries), _) => pairs.extend(entries),
            (None, Value::List(list)) if given.len() == 1 => {
                let list = list.borrow().clone();
                for pair in &list {
                    pairs.push(pair_of(cx, pair)?);
                }
            }
            (None, item) => pairs.push(pair_of(cx, item)?),
        }
    }
    arguments.finish(cx, "case")?;
    let mut whens = Vec::with_capacity(pairs.len());
    for (when, then) in &pairs {
        let when = build::self_group(&column_expr(cx, when, None)?, None);
        whens.push((when, column_expr(cx, then, None)?));
    }
    let value = match subject {
        None | Some(Value::None) => None,
        Some(value) => Some(column_expr(cx, &value, None)?),
    };
    let otherwise = match otherwise {
        None | Some(Value::None) => None,
        Some(value) => Some(column_expr(cx, &value, None)?),
    };
    let thens = whens.iter().rev().map(|(_, then)| then.ty());
    let ty = thens.into_iter().find(|ty| !ty.is_null()).or_else(|| otherwise.as_ref().map(SqlExpr::ty));
    Ok(SqlExpr::Case(Rc::new(Case { value, whens, otherwise, ty: ty.unwrap_or_else(|| Rc::new(Type::null())) })))
}

fn pair_of(cx: &mut Cx<'_>, value: &Value) -> Made<(Value, Value)> {
    let items = value::items(cx, value)?;
    match items.as_slice() {
        [first, second] => Ok((first.clone(), second.clone())),
        _ => not_understood(cx, "an arm of a `case` is no pair"),
    }
}

fn extract(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let field = arguments.text(cx, "field")?;
    let (Some(field), Some(expr)) = (field, arguments.take("expr")) else {
        return not_understood(cx, "`extract` without a field and an expression is not understood");
    };
    Ok(SqlExpr::Extract(Rc::new((field, column_expr(cx, &expr, None)?))))
}

fn tuple(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut types = Vec::new();
    if let Some(given) = arguments.keyword("types").filter(|given| !given.is_none()) {
        for item in value::items(cx, &given)? {
            types.push(value::ty(cx, &item)?);
        }
    }
    let mut clauses = Vec::new();
    for (index, value) in arguments.rest().iter().enumerate() {
        clauses.push(column_expr(cx, value, types.get(index).cloned())?);
    }
    arguments.finish(cx, "tuple_")?;
    let mut ty = Type::plain("TupleType");
    for (index, clause) in clauses.iter().enumerate() {
        let member = types.get(index).cloned().unwrap_or_else(|| clause.ty());
        ty.params.insert(index.to_string().into(), crate::model::types::TypeParam::Type(member));
    }
    Ok(SqlExpr::Tuple(Rc::new(ClauseList { ty: Rc::new(ty), ..ClauseList::commas(clauses) })))
}

/// `sa.desc("name")` and its kin: a plain string names a label.
fn ordering(cx: &mut Cx<'_>, name: &str, arguments: &mut Arguments) -> Made<SqlExpr> {
    let Some(given) = arguments.take("column") else {
        return not_understood(cx, format!("`{name}` without a column is not understood"));
    };
    let expr = by_of(cx, &given)?;
    Ok(build::order_modifier(&expr, order_op(name)))
}

/// The operator of `desc` and its kin.
pub fn order_op(name: &str) -> Op {
    match name {
        "asc" => Op::Asc,
        "desc" => Op::Desc,
        "nulls_first" | "nullsfirst" => Op::NullsFirst,
        _ => Op::NullsLast,
    }
}

/// An element of `GROUP BY` and its kin (`roles.ByOfRole`).
pub fn by_of(cx: &mut Cx<'_>, value: &Value) -> Made<SqlExpr> {
    match value::text(value) {
        Some(name) => Ok(SqlExpr::TextLabelReference(name)),
        None => column_expr(cx, value, None),
    }
}

fn funcfilter(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let function = one(cx, &mut arguments)?;
    let mut criteria = Vec::new();
    for value in arguments.rest() {
        criteria.push(condition(cx, &value)?);
    }
    filter(function, &criteria)
}

/// `function FILTER (WHERE …)`.
pub fn filter(function: SqlExpr, criteria: &[SqlExpr]) -> Made<SqlExpr> {
    let (function, before) = match function {
        SqlExpr::Filter(filter) => (filter.function.clone(), Some(filter.criterion.clone())),
        function => (function, None),
    };
    // A single condition stands as it is.
    let criterion = before.into_iter().chain(criteria.iter().cloned()).reduce(|all, next| build::and_(&[all, next]));
    Ok(match criterion {
        Some(criterion) => SqlExpr::Filter(Rc::new(Filter { function, criterion })),
        None => function,
    })
}

/// An argument of an aggregate with the order in which rows come.
fn aggregate_order_by(cx: &mut Cx<'_>, args: &Args, argument: bool) -> Made<SqlExpr> {
    let mut arguments = Arguments::new(args);
    let element = one(cx, &mut arguments)?;
    let order_by = order_list(cx, arguments.rest())?;
    let ty = element.ty();
    Ok(SqlExpr::OrderedAggregate(Rc::new(OrderedAggregate { element, order_by, within_group: false, argument, ty })))
}

/// Elements of an `ORDER BY` inside of an expression.
pub fn order_list(cx: &mut Cx<'_>, given: Vec<Value>) -> Made<Vec<SqlExpr>> {
    let mut list = Vec::with_capacity(given.len());
    for value in given {
        if value::is_collection(&value) {
            let items = value::items(cx, &value)?;
            list.extend(order_list(cx, items)?);
        } else if !value.is_none() {
            list.push(by_of(cx, &value)?);
        }
    }
    Ok(list)
}

/// An array literal of a dialect that has them.
fn array(cx: &mut Cx<'_>, args: &Args) -> Made<SqlExpr> {
    let mut arguments = Arguments::new(args);
    let given = arguments.take("clauses").unwrap_or(Value::None);
    let mut clauses = Vec::new();
    for item in value::items(cx, &given)? {
        clauses.push(column_expr(cx, &item, None)?);
    }
    let item = match optional_type(cx, &mut arguments)? {
        Some(ty) => ty,
        None => clauses.first().map_or_else(|| Rc::new(Type::null()), SqlExpr::ty),
    };
    Ok(SqlExpr::Array(Rc::new((clauses, functions::array_of(&item)))))
}

/// `Any(value, array)` of a dialect's own: `value = ANY (array)`.
fn array_comparison(cx: &mut Cx<'_>, name: &str, args: &Args) -> Made<SqlExpr> {
    let mut arguments = Arguments::new(args);
    let (Some(other), Some(array)) = (arguments.take("other"), arguments.take("arrexpr")) else {
        return not_understood(cx, format!("`{name}` without a value and an array is not understood"));
    };
    let array = column_expr(cx, &array, None)?;
    arguments.finish(cx, name)?;
    typed::array_member(cx, &array, if name == "Any" { Op::Any } else { Op::All }, &other)
}

/// A label's or alias' name.
pub fn label_name(name: Option<Rc<str>>) -> Option<LabelName> {
    name.map(|name| LabelName::from(&*name))
}
