//! Methods of expressions, by receiver.

use std::rc::Rc;

use super::super::object::{self, Object};
use super::super::state::Cx;
use super::comparisons::{between, bitwise, collate, compared, contains, in_, regexp};
use super::constructors::{label_name, optional_type, order_list, order_op};
use super::typed::typed_method;
use super::value::{self, Arguments, Made, as_expr, column_expr, not_understood, operand, wrap};
use super::windows::{filtered, ordered, over};
use super::{dml, functions, parameters, selectables, statements};
use crate::eval::{Args, Library, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::{ClauseList, CustomOp, Op};

/// The name under which a half-applied `expr.op("…")` waits for its operand.
const PENDING_OP: &str = "op(…)";

/// The name under which a compiled statement waits to be printed.
const COMPILED: &str = "compile(…)";

/// What `statement.compile(…)` asked for.
pub struct Compilation {
    pub statement: Rc<SqlExpr>,
    /// Whether values are to be written out.
    pub literal_binds: bool,
    /// The dialect given as an argument, as the program holds it.
    pub dialect: Option<Value>,
}

/// What a value that `statement.compile(…)` gave is of; `str()` of it is answered by whoever can write SQL.
pub fn compilation(value: &Value) -> Option<Compilation> {
    let handle = object::handle(value)?;
    let Object::Method { receiver: Value::Tuple(parts), name } = Object::of(&handle)? else { return None };
    if &**name != COMPILED {
        return None;
    }
    let [statement, literal_binds, dialect] = &**parts else { return None };
    let statement = Rc::clone(object::expr(&object::handle(statement)?)?);
    let dialect = (!dialect.is_none()).then(|| dialect.clone());
    Some(Compilation { statement, literal_binds: matches!(literal_binds, Value::Bool(true)), dialect })
}

/// Calls a method.
pub fn call(cx: &mut Cx<'_>, receiver: &Value, name: &str, args: &Args) -> Option<Made<Value>> {
    if let Value::Tuple(parts) = receiver {
        return pending(cx, parts, name, args);
    }
    if let Some((packages, function)) = function_path(receiver, name) {
        return Some(functions::call(cx, &packages, &function, args).map(|expr| wrap(cx, expr)));
    }
    let handle = object::handle(receiver)?;
    match Object::of(&handle)? {
        Object::Expr(expr) => {
            let expr = Rc::clone(expr);
            Some(on_expr(cx, &expr, name, args))
        }
        Object::Column(_) => {
            let expr = match as_expr(cx, receiver) {
                Ok(expr) => expr?,
                Err(stop) => return Some(Err(stop)),
            };
            Some(on_expr(cx, &Rc::new(expr), name, args))
        }
        Object::Table(_) => {
            if !matches!(name, "insert" | "update" | "delete" | "select" | "alias" | "join" | "outerjoin" | "tablesample" | "lateral") {
                return None;
            }
            let from = match as_expr(cx, receiver) {
                Ok(Some(SqlExpr::From(from))) => from,
                Ok(_) => return None,
                Err(stop) => return Some(Err(stop)),
            };
            Some(selectables::method(cx, &from, name, args)?.map(|expr| wrap(cx, expr)))
        }
        Object::Sequence(_) if name == "next_value" => Some(match super::ddl::sequence(cx, receiver) {
            Ok(Some(sequence)) => Ok(wrap(cx, SqlExpr::NextValue(sequence))),
            Ok(None) => return None,
            Err(stop) => Err(stop),
        }),
        _ => None,
    }
}

/// The packages and name of a function that was reached through `sa.func`.
fn function_path(receiver: &Value, name: &str) -> Option<(Vec<Rc<str>>, Rc<str>)> {
    let handle = object::handle(receiver)?;
    let packages = packages_of(&handle)?;
    Some((packages, function_name(name).into()))
}

/// The packages before a function's name: none for `sa.func` itself.
pub fn packages_of(handle: &Library) -> Option<Vec<Rc<str>>> {
    match Object::of(handle)? {
        Object::Name(path) => (path.path == "sqlalchemy.sql.functions.func").then(Vec::new),
        Object::Method { receiver, name } => {
            let inner = object::handle(receiver)?;
            let mut packages = packages_of(&inner)?;
            packages.push(function_name(name).into());
            Some(packages)
        }
        _ => None,
    }
}

/// `func.if_` is `if`.
fn function_name(name: &str) -> &str {
    name.strip_suffix('_').unwrap_or(name)
}

/// The operand of `expr.op("…")`, or a method of a compiled statement.
fn pending(cx: &mut Cx<'_>, parts: &Rc<[Value]>, name: &str, args: &Args) -> Option<Made<Value>> {
    if name != PENDING_OP {
        return None;
    }
    let [subject, text, precedence, is_comparison, return_type] = &**parts else { return None };
    let made = (|| {
        let expr = column_expr(cx, subject, None)?;
        let op = Op::Custom(Rc::new(CustomOp {
            text: value::text(text).unwrap_or_default(),
            precedence: match precedence {
                Value::Int(number) => i32::try_from(*number).unwrap_or(0),
                _ => 0,
            },
            is_comparison: matches!(is_comparison, Value::Bool(true)),
            return_type: if return_type.is_none() { None } else { Some(value::ty(cx, return_type)?) },
            ..CustomOp::default()
        }));
        let Some(other) = args.positional.first() else {
            return not_understood(cx, "an operator without its operand is not understood");
        };
        let other = operand(cx, &other.value)?;
        Ok(wrap(cx, build::custom(&expr, op, other, None, None)))
    })();
    Some(made)
}

/// A method of an expression or statement.
fn on_expr(cx: &mut Cx<'_>, expr: &Rc<SqlExpr>, name: &str, args: &Args) -> Made<Value> {
    match name {
        "compile" => return compile(cx, expr, args),
        "op" | "bool_op" => return op(cx, expr, name, args),
        "execute_if" => return super::ddl::execute_if(cx, expr, args).map(|expr| wrap(cx, expr)),
        "self_group" => return Ok(wrap(cx, build::self_group(expr, None))),
        _ => {}
    }
    let made = match &**expr {
        SqlExpr::From(from) => selectables::method(cx, from, name, args),
        SqlExpr::Insert(_) | SqlExpr::Update(_) | SqlExpr::Delete(_) => dml::method(cx, expr, name, args),
        SqlExpr::Text(_) | SqlExpr::TextClause(_) => text_method(cx, expr, name, args),
        statement if statement.is_select() => statements::method(cx, expr, name, args),
        _ => on_column(cx, expr, name, args),
    };
    match made {
        Some(made) => made.map(|expr| wrap(cx, expr)),
        None => not_understood(cx, format!("`.{name}()` of a SQL expression is not understood")),
    }
}

fn text_method(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    Some(match name {
        "bindparams" => parameters::bindparams(cx, expr, Arguments::new(args)),
        "params" => parameters::params(cx, expr, Arguments::new(args)),
        "columns" => statements::text_columns(cx, expr, Arguments::new(args)),
        "execution_options" => Ok(expr.clone()),
        _ => return on_column(cx, expr, name, args),
    })
}

/// `statement.compile(dialect=…, compile_kwargs={"literal_binds": True})`.
fn compile(cx: &mut Cx<'_>, expr: &Rc<SqlExpr>, args: &Args) -> Made<Value> {
    let mut arguments = Arguments::new(args);
    let engine = arguments.take("bind");
    let dialect = arguments.keyword("dialect").or(engine).unwrap_or(Value::None);
    let literal_binds = match arguments.keyword("compile_kwargs") {
        Some(Value::Dict(entries)) => entries.borrow().get_str("literal_binds").cloned().unwrap_or(Value::Bool(false)),
        _ => Value::Bool(false),
    };
    let statement = Value::Library(Library::new(cx.span, Object::Expr(Rc::clone(expr))));
    let receiver = Value::tuple(vec![statement, literal_binds, dialect]);
    Ok(Value::Library(Library::new(cx.span, Object::Method { receiver, name: COMPILED.into() })))
}

/// `expr.op("…")`, which waits for its operand.
fn op(cx: &mut Cx<'_>, expr: &Rc<SqlExpr>, name: &str, args: &Args) -> Made<Value> {
    let mut arguments = Arguments::new(args);
    let Some(text) = arguments.text(cx, "opstring")? else {
        return not_understood(cx, "`op()` without an operator is not understood");
    };
    let precedence = arguments.take("precedence").unwrap_or(Value::Int(0));
    let comparison = arguments.take("is_comparison").unwrap_or(Value::Bool(name == "bool_op"));
    let return_type = arguments.take("return_type").unwrap_or(Value::None);
    let _ = arguments.keyword("python_impl");
    let _ = arguments.keyword("operator_class");
    arguments.finish(cx, "op")?;
    let comparison = Value::Bool(name == "bool_op" || matches!(comparison, Value::Bool(true)));
    let subject = Value::Library(Library::new(cx.span, Object::Expr(Rc::clone(expr))));
    let receiver = Value::tuple(vec![subject, Value::Str(text), precedence, comparison, return_type]);
    Ok(Value::Library(Library::new(cx.span, Object::Method { receiver, name: PENDING_OP.into() })))
}

/// A method of a column expression that gives an expression.
pub fn on_column(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let mut arguments = Arguments::new(args);
    Some(match name {
        "label" => arguments.text(cx, "name").map(|name| build::label(expr, label_name(name), None)),
        "desc" | "asc" | "nulls_first" | "nullsfirst" | "nulls_last" | "nullslast" => Ok(match expr {
            // An `OrderByList` hands it on to each of its elements.
            SqlExpr::List(list) if !list.expression => {
                let clauses = list.clauses.iter().map(|clause| build::order_modifier(clause, order_op(name))).collect();
                SqlExpr::List(Rc::new(ClauseList { clauses, ..(**list).clone() }))
            }
            expr => build::order_modifier(expr, order_op(name)),
        }),
        "distinct" => Ok(build::unary(expr, Op::Distinct, expr.ty())),
        "any_" | "all_" => Ok(build::any_or_all(expr, if name == "any_" { Op::Any } else { Op::All })),
        "cast" => match optional_type(cx, &mut arguments) {
            Ok(Some(ty)) => Ok(build::cast(expr.clone(), ty)),
            Ok(None) => not_understood(cx, "`.cast()` without a type is not understood"),
            Err(stop) => Err(stop),
        },
        "is_"
        | "is_not"
        | "isnot"
        | "is_distinct_from"
        | "is_not_distinct_from"
        | "isnot_distinct_from"
        | "like"
        | "ilike"
        | "not_like"
        | "notlike"
        | "not_ilike"
        | "notilike"
        | "startswith"
        | "istartswith"
        | "endswith"
        | "iendswith"
        | "icontains"
        | "match" => compared(cx, expr, name, arguments),
        "__eq__" | "__ne__" => compared(cx, expr, name, arguments),
        "contains" => contains(cx, expr, arguments),
        "in_" | "not_in" | "notin_" => in_(cx, expr, if name == "in_" { Op::In } else { Op::NotIn }, arguments),
        "between" => between(cx, expr, arguments),
        "collate" => collate(cx, expr, arguments),
        "in_boolean_mode" | "in_natural_language_mode" | "with_query_expansion" => return search_mode(expr, name).map(Ok),
        "concat" => match arguments.take("other") {
            Some(other) => operand(cx, &other).map(|other| build::arithmetic(expr, Op::Concat, other, false, None)),
            None => not_understood(cx, "`.concat()` without an operand is not understood"),
        },
        "regexp_match" | "regexp_replace" => regexp(cx, expr, name, arguments),
        "bitwise_and" | "bitwise_or" | "bitwise_xor" | "bitwise_lshift" | "bitwise_rshift" => bitwise(cx, expr, name, arguments),
        "bitwise_not" => Ok(build::unary(expr, Op::BitwiseNot, expr.ty())),
        "over" => over(cx, expr, arguments),
        "filter" => filtered(cx, expr, arguments),
        "within_group" => order_list(cx, arguments.rest()).map(|order_by| ordered(expr, order_by, true)),
        "aggregate_order_by" => order_list(cx, arguments.rest()).map(|order_by| ordered(expr, order_by, false)),
        "where" | "select_from" | "correlate" | "correlate_except" | "with_hint" | "with_statement_hint" => {
            return inner_statement(cx, expr, name, args);
        }
        "select" => {
            let columns = vec![expr.clone()];
            Ok(SqlExpr::Select(Rc::new(crate::model::expr::Select { columns, ..Default::default() })))
        }
        _ => return typed_method(cx, expr, name, args),
    })
}

/// A search with a further mode.
fn search_mode(expr: &SqlExpr, name: &str) -> Option<SqlExpr> {
    let SqlExpr::Binary(binary) = expr else { return None };
    let mut binary = (**binary).clone();
    let search = binary.modifiers.search.as_mut()?;
    match name {
        "in_boolean_mode" => search.boolean_mode = true,
        "in_natural_language_mode" => search.natural_language = true,
        _ => search.query_expansion = true,
    }
    Some(SqlExpr::Binary(Rc::new(binary)))
}

/// Methods that `exists(…)` and scalar subqueries hand on to their statement.
fn inner_statement(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    match expr {
        SqlExpr::ScalarSelect(inner) => {
            let made = statements::method(cx, inner, name, args)?;
            Some(made.map(|statement| SqlExpr::ScalarSelect(Rc::new(statement))))
        }
        SqlExpr::Unary(unary) if unary.op == Op::Exists => {
            let made = inner_statement(cx, &unary.element, name, args)?;
            Some(made.map(selectables::exists_of))
        }
        _ => None,
    }
}
