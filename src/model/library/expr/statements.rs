//! Methods of `SELECT` and of compound statements, each of which gives a new statement.

use std::rc::Rc;

use super::super::state::Cx;
use super::constructors::by_of;
use super::derived::derived;
use super::hints;
use super::parameters;
use super::selectables::{columns_clause, compound, exists_of, source};
use super::value::{self, Arguments, Made, as_expr, column_expr, condition, not_understood};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::statement::Phrase;
use crate::model::expr::{
    Bind, Cast, ClauseList, Compound, ForUpdate, From, FromKind, JoinStep, LabelStyle, Modifiers, Op, Select, TextualSelect,
};
use crate::model::types::Type;

/// A method of a statement that selects.
pub fn method(cx: &mut Cx<'_>, statement: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let arguments = Arguments::new(args);
    Some(match name {
        "subquery" | "alias" | "lateral" | "cte" => derived(cx, statement, name, arguments),
        "scalar_subquery" | "as_scalar" => Ok(SqlExpr::ScalarSelect(Rc::new(statement.clone()))),
        "label" => super::methods::on_column(cx, &SqlExpr::ScalarSelect(Rc::new(statement.clone())), "label", args)?,
        "exists" => Ok(exists_of(SqlExpr::ScalarSelect(Rc::new(statement.clone())))),
        "union" | "union_all" | "except_" | "except_all" | "intersect" | "intersect_all" => compound(cx, name, Some(statement), arguments),
        "execution_options" => Ok(statement.clone()),
        "into" => super::ddl::via_select(cx, "CreateTableAs", Some(statement), arguments),
        "params" => parameters::of_statement(cx, statement, arguments),
        "options" if args.positional.is_empty() => Ok(statement.clone()),
        _ => match statement {
            SqlExpr::Select(select) => return select_method(cx, select, name, arguments),
            SqlExpr::TextualSelect(textual) if name == "add_cte" => ctes(cx, arguments).map(|ctes| {
                let mut new = (**textual).clone();
                new.ctes.extend(ctes);
                SqlExpr::TextualSelect(Rc::new(new))
            }),
            SqlExpr::Compound(compound) => return compound_method(cx, compound, name, arguments),
            _ => return None,
        },
    })
}

fn select_method(cx: &mut Cx<'_>, select: &Rc<Select>, name: &str, mut arguments: Arguments) -> Option<Made<SqlExpr>> {
    let mut new = (**select).clone();
    let done = match name {
        "where" | "filter" => criteria(cx, &mut new.criteria, arguments),
        "filter_by" => filter_by(cx, &mut new, arguments),
        "having" => criteria(cx, &mut new.having, arguments),
        "select_from" => froms(cx, arguments).map(|froms| new.froms.extend(froms)),
        "add_columns" | "column" => columns_clause(cx, &arguments.rest()).map(|columns| new.columns.extend(columns)),
        "with_only_columns" => with_only_columns(cx, &mut new, arguments),
        "order_by" => ordering(cx, &mut new.order_by, arguments, true),
        "group_by" => ordering(cx, &mut new.group_by, arguments, false),
        "distinct" => distinct(cx, &mut new, arguments),
        "limit" => limit(cx, arguments).map(|limit| (new.limit, new.fetch) = (limit, None)),
        "offset" => limit(cx, arguments).map(|offset| new.offset = offset),
        "slice" => slice(cx, &mut new, arguments),
        "fetch" => fetch(cx, arguments).map(|fetch| (new.limit, new.fetch) = (None, fetch)),
        "join" | "outerjoin" | "join_from" | "outerjoin_from" => join(cx, &mut new, name, arguments),
        "correlate" => correlation(cx, arguments).map(|found| match found {
            Some(froms) => {
                let mut all = new.correlate.take().unwrap_or_default();
                all.extend(froms);
                new.correlate = Some(all);
            }
            None => {
                new.correlate = Some(Vec::new());
                new.no_auto_correlate = true;
            }
        }),
        "correlate_except" => correlation(cx, arguments).map(|found| new.correlate_except = Some(found.unwrap_or_default())),
        "with_for_update" => for_update(cx, arguments).map(|found| new.for_update = Some(found)),
        "prefix_with" => phrases(cx, &mut arguments).map(|phrases| new.prefixes.extend(phrases)),
        "suffix_with" => phrases(cx, &mut arguments).map(|phrases| new.suffixes.extend(phrases)),
        "add_cte" => ctes(cx, arguments).map(|ctes| new.ctes.extend(ctes)),
        "with_hint" => hints::of_select(cx, &mut new.hints, arguments),
        "with_statement_hint" => hints::of_statement(cx, &mut new.statement_hints, arguments),
        "ext" => hints::extend_select(cx, &mut new, arguments),
        "set_label_style" => label_style(cx, &mut new, arguments),
        "reduce_columns" => Ok(()),
        _ => return None,
    };
    Some(done.map(|()| SqlExpr::Select(Rc::new(new))))
}

fn compound_method(cx: &mut Cx<'_>, compound: &Rc<Compound>, name: &str, arguments: Arguments) -> Option<Made<SqlExpr>> {
    let mut new = (**compound).clone();
    let done = match name {
        "order_by" => ordering(cx, &mut new.order_by, arguments, true),
        "group_by" => ordering(cx, &mut new.group_by, arguments, false),
        "limit" => limit(cx, arguments).map(|limit| (new.limit, new.fetch) = (limit, None)),
        "offset" => limit(cx, arguments).map(|offset| new.offset = offset),
        "fetch" => fetch(cx, arguments).map(|fetch| (new.limit, new.fetch) = (None, fetch)),
        "add_cte" => ctes(cx, arguments).map(|ctes| new.ctes.extend(ctes)),
        _ => return None,
    };
    Some(done.map(|()| SqlExpr::Compound(Rc::new(new))))
}

/// Further conditions.
pub fn criteria(cx: &mut Cx<'_>, into: &mut Vec<SqlExpr>, mut arguments: Arguments) -> Made<()> {
    if let Some(only) = arguments.keyword("whereclause") {
        into.push(condition(cx, &only)?);
    }
    for value in arguments.rest() {
        into.push(condition(cx, &value)?);
    }
    arguments.finish(cx, "where")
}

fn filter_by(cx: &mut Cx<'_>, select: &mut Select, mut arguments: Arguments) -> Made<()> {
    let froms: Vec<Rc<From>> = select
        .froms
        .iter()
        .cloned()
        .chain(select.columns.iter().flat_map(SqlExpr::from_objects))
        .chain(select.joins.iter().map(|join| Rc::clone(&join.right)))
        .collect();
    for (key, value) in arguments.rest_keywords() {
        let Some(column) = froms.iter().find_map(|from| from.column(&key)) else {
            return not_understood(cx, format!("`filter_by({key}=…)` names no column of the statement"));
        };
        let operand = value::operand(cx, &value)?;
        match build::compare(&SqlExpr::Column(column), Op::Eq, operand, Modifiers::default()) {
            Ok(made) => select.criteria.push(made),
            Err(message) => return value::argument_error(cx, message),
        }
    }
    arguments.finish(cx, "filter_by")
}

/// Sources given to `select_from` and its kin.
fn froms(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<Vec<Rc<From>>> {
    let mut found = Vec::new();
    for value in arguments.rest() {
        found.push(source(cx, &value)?);
    }
    arguments.finish(cx, "select_from")?;
    Ok(found)
}

fn with_only_columns(cx: &mut Cx<'_>, select: &mut Select, mut arguments: Arguments) -> Made<()> {
    if arguments.flag(cx, "maintain_column_froms")? {
        let kept: Vec<Rc<From>> = select.columns.iter().flat_map(SqlExpr::from_objects).collect();
        select.froms.extend(kept);
    }
    let columns = columns_clause(cx, &arguments.rest())?;
    let before = std::mem::replace(&mut select.columns, columns);
    for join in select.joins.iter_mut().filter(|join| join.columns.is_none()) {
        join.columns = Some(before.clone());
    }
    arguments.finish(cx, "with_only_columns")
}

/// `ORDER BY` or `GROUP BY`; None clears what there was.
fn ordering(cx: &mut Cx<'_>, into: &mut Vec<SqlExpr>, mut arguments: Arguments, order: bool) -> Made<()> {
    let given = arguments.rest();
    arguments.finish(cx, "order_by")?;
    if let [Value::None] = given.as_slice() {
        into.clear();
        return Ok(());
    }
    for value in given {
        let items = if value::is_collection(&value) { value::items(cx, &value)? } else { vec![value] };
        for item in items {
            let expr = by_of(cx, &item)?;
            into.push(if order { order_element(expr) } else { group_element(expr) });
        }
    }
    Ok(())
}

/// An element of an `ORDER BY`: a label is named, not repeated (`OrderByImpl`).
fn order_element(expr: SqlExpr) -> SqlExpr {
    fn names_label(expr: &SqlExpr) -> bool {
        match expr {
            SqlExpr::Label(_) => true,
            SqlExpr::Unary(unary) if unary.op.is_order_modifier() => names_label(&unary.element),
            _ => false,
        }
    }
    if names_label(&expr) { SqlExpr::LabelReference(Rc::new(expr)) } else { expr }
}

fn group_element(expr: SqlExpr) -> SqlExpr {
    match expr {
        SqlExpr::From(from) => SqlExpr::List(Rc::new(ClauseList::commas(from.column_refs()))),
        other => other,
    }
}

fn distinct(cx: &mut Cx<'_>, select: &mut Select, mut arguments: Arguments) -> Made<()> {
    let given = arguments.rest();
    select.distinct = true;
    for value in given {
        select.distinct_on.push(by_of(cx, &value)?);
    }
    arguments.finish(cx, "distinct")
}

/// A number of rows (`roles.LimitOffsetRole`).
fn limit(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<Option<SqlExpr>> {
    let given = arguments.take("limit").or_else(|| arguments.keyword("offset")).unwrap_or(Value::None);
    limit_value(cx, &given)
}

pub fn limit_value(cx: &mut Cx<'_>, given: &Value) -> Made<Option<SqlExpr>> {
    if given.is_none() {
        return Ok(None);
    }
    match as_expr(cx, given)? {
        Some(SqlExpr::Text(_) | SqlExpr::TextClause(_)) => {
            return value::argument_error(cx, "LIMIT / OFFSET expression expected, got a textual SQL expression.");
        }
        // Only a plain number is known to be one.
        Some(SqlExpr::Bind(bind)) => {
            let ty = Rc::clone(&bind.ty);
            return Ok(Some(SqlExpr::TypeCoerce(Rc::new(Cast { clause: SqlExpr::Bind(bind), ty }))));
        }
        Some(expr) => return Ok(Some(value::scalar(expr))),
        None => {}
    }
    let value = value::literal(cx, given)?;
    Ok(Some(SqlExpr::Bind(Bind::unique(None, value, Rc::new(Type::plain("Integer"))))))
}

fn slice(cx: &mut Cx<'_>, select: &mut Select, mut arguments: Arguments) -> Made<()> {
    match (arguments.take("start"), arguments.take("stop")) {
        (Some(Value::Int(start)), Some(Value::Int(stop))) => {
            (select.limit, select.fetch) = (limit_value(cx, &Value::Int(stop - start))?, None);
            select.offset = if start == 0 { None } else { limit_value(cx, &Value::Int(start))? };
            Ok(())
        }
        _ => not_understood(cx, "`.slice()` of what are no numbers is not understood"),
    }
}

fn fetch(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<Option<(SqlExpr, bool, bool)>> {
    let given = arguments.take("count").unwrap_or(Value::None);
    let with_ties = arguments.flag(cx, "with_ties")?;
    let percent = arguments.flag(cx, "percent")?;
    Ok(limit_value(cx, &given)?.map(|count| (count, with_ties, percent)))
}

/// `.join(target, onclause)` and its kin, which are put together when compiling.
fn join(cx: &mut Cx<'_>, select: &mut Select, name: &str, mut arguments: Arguments) -> Made<()> {
    let left = if name.ends_with("_from") {
        match arguments.take("from_") {
            Some(left) => Some(source(cx, &left)?),
            None => return not_understood(cx, format!("`.{name}()` without its left side is not understood")),
        }
    } else {
        None
    };
    let Some(right) = arguments.take("target") else {
        return not_understood(cx, format!("`.{name}()` without its right side is not understood"));
    };
    let right = source(cx, &right)?;
    let on = match arguments.take("onclause") {
        None | Some(Value::None) => None,
        Some(on) => Some(condition(cx, &on)?),
    };
    let outer = name.starts_with("outer") || arguments.flag(cx, "isouter")?;
    let full = arguments.flag(cx, "full")?;
    arguments.finish(cx, name)?;
    select.joins.push(JoinStep { left, right, on, outer, full, columns: None });
    Ok(())
}

fn correlation(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<Option<Vec<Rc<From>>>> {
    let given = arguments.rest();
    if let [Value::None | Value::Bool(false)] = given.as_slice() {
        return Ok(None);
    }
    let mut found = Vec::new();
    for value in &given {
        found.push(source(cx, value)?);
    }
    Ok(Some(found))
}

fn for_update(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<ForUpdate> {
    let mut found = ForUpdate {
        read: arguments.flag(cx, "read")?,
        key_share: arguments.flag(cx, "key_share")?,
        nowait: arguments.flag(cx, "nowait")?,
        skip_locked: arguments.flag(cx, "skip_locked")?,
        given: Vec::new(),
    };
    if let Some(of) = arguments.keyword("of") {
        let items = if value::is_collection(&of) { value::items(cx, &of)? } else { vec![of] };
        for item in items {
            let Some(expr) = as_expr(cx, &item)? else {
                return not_understood(cx, "`of=` of `with_for_update` is not understood");
            };
            found.given.push(expr);
        }
    }
    arguments.finish(cx, "with_for_update")?;
    Ok(found)
}

/// Words for `prefix_with` and `suffix_with`.
pub fn phrases(cx: &mut Cx<'_>, arguments: &mut Arguments) -> Made<Vec<Phrase>> {
    let dialect = match arguments.keyword("dialect") {
        None | Some(Value::None) => None,
        Some(name) => value::text(&name),
    };
    let mut found = Vec::new();
    for value in arguments.rest() {
        let phrase = match value::text(&value) {
            Some(text) => SqlExpr::Text(text),
            None => column_expr(cx, &value, None)?,
        };
        found.push((phrase, dialect.clone()));
    }
    Ok(found)
}

/// Expressions for `add_cte`.
pub fn ctes(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<Vec<(Rc<From>, bool)>> {
    let nest_here = arguments.flag(cx, "nest_here")?;
    let mut found = Vec::new();
    for value in arguments.rest() {
        let from = source(cx, &value)?;
        if !matches!(from.kind, FromKind::Cte(_)) {
            return not_understood(cx, "`add_cte` of what is no common table expression is not understood");
        }
        found.push((from, nest_here));
    }
    Ok(found)
}

fn label_style(cx: &mut Cx<'_>, select: &mut Select, mut arguments: Arguments) -> Made<()> {
    let style = arguments.take("style").unwrap_or(Value::None);
    let path = super::super::object::handle(&style).and_then(|handle| super::super::object::name(&handle).map(|name| name.short()));
    match path {
        Some("LABEL_STYLE_TABLENAME_PLUS_COL") => select.labels = LabelStyle::Qualified,
        Some("LABEL_STYLE_DISAMBIGUATE_ONLY" | "LABEL_STYLE_DEFAULT") => select.labels = LabelStyle::Disambiguate,
        Some("LABEL_STYLE_NONE") => select.labels = LabelStyle::None,
        _ => return not_understood(cx, "this label style is not understood"),
    }
    Ok(())
}

/// `text("SELECT …").columns(…)`.
pub fn text_columns(cx: &mut Cx<'_>, text: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut columns = Vec::new();
    for value in arguments.rest() {
        match as_expr(cx, &value)? {
            Some(SqlExpr::Column(reference)) => {
                let name: Rc<str> = reference.column.key_text().unwrap_or("").into();
                columns.push((name, Rc::clone(&reference.column.ty)));
            }
            _ => return not_understood(cx, "a column of a textual statement is no column"),
        }
    }
    for (name, ty) in arguments.rest_keywords() {
        let ty = value::ty(cx, &ty)?;
        columns.push((name, ty));
    }
    Ok(SqlExpr::TextualSelect(Rc::new(TextualSelect { text: text.clone(), columns, ctes: Vec::new() })))
}
