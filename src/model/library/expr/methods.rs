//! Methods of column expressions (`ColumnOperators`), and the dispatch of method calls by receiver.

use std::rc::Rc;

use super::super::object::{self, Object};
use super::super::state::Cx;
use super::columns::{json_cast, json_text};
use super::constructors::{filter, label_name, optional_type, order_list, order_op};
use super::value::{self, Arguments, Made, as_expr, column_expr, condition, not_understood, operand, wrap};
use super::{dml, functions, parameters, selectables, statements};
use crate::eval::{Args, Library, Value};
use crate::model::SqlExpr;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{Affinity, CustomOp, Frame, FrameBound, Literal, Modifiers, Op, OrderedAggregate, Over};
use crate::model::option::OptionValue;
use crate::model::types::{Type, TypeParam};

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
    let _engine = arguments.take("bind");
    let dialect = arguments.keyword("dialect").unwrap_or(Value::None);
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
        "desc" | "asc" | "nulls_first" | "nullsfirst" | "nulls_last" | "nullslast" => Ok(build::order_modifier(expr, order_op(name))),
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
        "where" | "select_from" | "correlate" | "correlate_except" => return inner_statement(cx, expr, name, args),
        "select" => {
            let columns = vec![expr.clone()];
            Ok(SqlExpr::Select(Rc::new(crate::model::expr::Select { columns, ..Default::default() })))
        }
        _ => return typed_method(cx, expr, name, args),
    })
}

/// Methods that only expressions of some types or kinds have.
fn typed_method(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let mut arguments = Arguments::new(args);
    let comparison = |text: &str, eager: bool| Some((Op::type_comparison(text, eager), build::boolean_type()));
    let affinity = expr.ty().affinity();
    let (op, ty) = match (affinity, name) {
        (Affinity::Json | Affinity::Hstore, "has_key") => comparison("?", true)?,
        (Affinity::Json | Affinity::Hstore, "has_all") => comparison("?&", true)?,
        (Affinity::Json | Affinity::Hstore, "has_any") => comparison("?|", true)?,
        (Affinity::Json | Affinity::Hstore | Affinity::Array | Affinity::Range, "contained_by") => comparison("<@", true)?,
        (Affinity::Array, "overlap") => comparison("&&", false)?,
        (Affinity::Range, "overlaps") => comparison("&&", false)?,
        (Affinity::Json, "path_exists") => comparison("@?", true)?,
        (Affinity::Json, "path_match") => comparison("@@", true)?,
        (Affinity::Json, "as_boolean" | "as_string" | "as_integer" | "as_float" | "as_numeric" | "as_json") => {
            return Some(json_as(cx, expr, name, arguments));
        }
        (Affinity::Array, "any" | "all") => {
            let Some(other) = arguments.take("other") else {
                return Some(not_understood(cx, format!("`.{name}()` without a value is not understood")));
            };
            return Some(array_member(cx, expr, if name == "any" { Op::Any } else { Op::All }, &other));
        }
        _ => return function_method(cx, expr, name, args),
    };
    let Some(other) = arguments.take("other") else {
        return Some(not_understood(cx, format!("`.{name}()` without an operand is not understood")));
    };
    let operand_type = matches!(name, "path_exists" | "path_match").then(|| Rc::new(Type::plain("JSONPathType")));
    Some(operand(cx, &other).map(|other| build::custom(expr, op, other, Some(ty), operand_type)))
}

/// `array.any(value)`: `value = ANY (array)`.
pub fn array_member(cx: &mut Cx<'_>, array: &SqlExpr, op: Op, other: &Value) -> Made<SqlExpr> {
    let item = array.ty().item_type().cloned();
    let other = match operand(cx, other)? {
        Operand::Value(value) => Operand::Expr(build::bind_for(array, value, item)),
        expr => expr,
    };
    match build::compare(&build::any_or_all(array, op), Op::Eq, other, Modifiers::default()) {
        Ok(made) => Ok(made),
        Err(message) => value::argument_error(cx, message),
    }
}

/// Methods of functions alone.
fn function_method(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
    let SqlExpr::Function(function) = expr else { return None };
    let mut arguments = Arguments::new(args);
    Some(match name {
        "alias" | "lateral" => selectables::derived(cx, expr, name, arguments),
        "table_valued" => selectables::table_valued(cx, function, args),
        "column_valued" => {
            let name = match arguments.text(cx, "name") {
                Ok(name) => name,
                Err(stop) => return Some(Err(stop)),
            };
            let from = selectables::function_alias(function, label_name(name), false, None);
            Ok(super::attributes::alias_column(&from))
        }
        _ => return None,
    })
}

fn json_as(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
    let ty = match name {
        "as_json" => return Ok(expr.clone()),
        "as_boolean" => Type::plain("Boolean"),
        "as_string" => Type::plain("Unicode"),
        "as_integer" => Type::plain("Integer"),
        "as_float" => Type::plain("Float"),
        _ => {
            let mut ty = Type::plain("Numeric");
            for parameter in ["precision", "scale"] {
                if let Some(Value::Int(number)) = arguments.take(parameter) {
                    ty.params.insert(parameter.into(), TypeParam::Value(OptionValue::Int(number)));
                }
            }
            ty
        }
    };
    match json_cast(expr, Rc::new(ty)) {
        Some(made) => Ok(made),
        None => not_understood(cx, format!("`.{name}()` of what is no element of a document is not understood")),
    }
}

/// Attributes of an element of a document.
pub fn json_attribute(expr: &SqlExpr, name: &str) -> Option<SqlExpr> {
    if name == "astext" { json_text(expr) } else { None }
}

/// A comparison by a method.
fn compared(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
    let op = match name {
        "is_" => Op::Is,
        "is_not" | "isnot" => Op::IsNot,
        "is_distinct_from" => Op::IsDistinctFrom,
        "is_not_distinct_from" | "isnot_distinct_from" => Op::IsNotDistinctFrom,
        "like" => Op::Like,
        "not_like" | "notlike" => Op::NotLike,
        "ilike" => Op::Ilike,
        "not_ilike" | "notilike" => Op::NotIlike,
        "startswith" => Op::StartsWith,
        "istartswith" => Op::IStartsWith,
        "endswith" => Op::EndsWith,
        "iendswith" => Op::IEndsWith,
        "icontains" => Op::IContains,
        "__ne__" => Op::Ne,
        "__eq__" => Op::Eq,
        _ => Op::Match,
    };
    substring(cx, expr, op, &mut arguments)
}

fn substring(cx: &mut Cx<'_>, expr: &SqlExpr, op: Op, arguments: &mut Arguments) -> Made<SqlExpr> {
    let Some(mut other) = arguments.take("other") else {
        return not_understood(cx, "a comparison without an operand is not understood");
    };
    let mut modifiers = Modifiers { escape: None, ..Modifiers::default() };
    let autoescape = arguments.flag(cx, "autoescape")?;
    if let Some(escape) = arguments.take("escape").filter(|escape| !escape.is_none()) {
        modifiers.escape = value::text(&escape);
    }
    if let Some(config) = arguments.rest_keywords().into_iter().find(|(name, _)| name.ends_with("_regconfig")) {
        modifiers.regconfig = value::text(&config.1);
    }
    if autoescape {
        let Some(text) = value::text(&other) else {
            return not_understood(cx, "`autoescape` of what is no text is not understood");
        };
        let (escaped, escape) = build::escape_like(&text, modifiers.escape.as_deref());
        other = Value::str(escaped);
        modifiers.escape = Some(escape.into());
    }
    let other = operand(cx, &other)?;
    match build::compare(expr, op, other, modifiers) {
        Ok(made) => Ok(made),
        Err(message) => value::argument_error(cx, message),
    }
}

/// `.contains()`: of texts a `LIKE`, of arrays and documents an operator.
fn contains(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    if !matches!(expr.ty().affinity(), Affinity::Array | Affinity::Json | Affinity::Hstore | Affinity::Range) {
        return substring(cx, expr, Op::Contains, &mut arguments);
    }
    let Some(other) = arguments.take("other") else {
        return not_understood(cx, "`.contains()` without an operand is not understood");
    };
    let other = operand(cx, &other)?;
    Ok(build::custom(expr, Op::type_comparison("@>", true), other, Some(build::boolean_type()), None))
}

fn in_(cx: &mut Cx<'_>, expr: &SqlExpr, op: Op, mut arguments: Arguments) -> Made<SqlExpr> {
    let Some(other) = arguments.take("other") else {
        return not_understood(cx, "`.in_()` without an operand is not understood");
    };
    if let Some(other) = as_expr(cx, &other)? {
        let other = match other {
            SqlExpr::From(from) => selectables::source_select(&from),
            other => other,
        };
        return Ok(build::in_select(expr, op, value::scalar(other)));
    }
    if let Value::Str(_) | Value::None = other {
        return value::argument_error(cx, "IN expression list, SELECT construct, or bound parameter object expected");
    }
    let mut items = Vec::new();
    for item in value::items(cx, &other)? {
        items.push(in_item(cx, expr, &item)?);
    }
    Ok(build::in_list(expr, op, items))
}

/// An item of a list: of tuples, a tuple.
fn in_item(cx: &mut Cx<'_>, expr: &SqlExpr, item: &Value) -> Made<Operand> {
    if matches!(expr, SqlExpr::Tuple(_)) && value::is_collection(item) {
        let members = value::items(cx, item)?;
        let mut literals = Vec::with_capacity(members.len());
        for member in &members {
            literals.push(value::literal(cx, member)?);
        }
        return Ok(Operand::Value(Literal::List(literals.into())));
    }
    operand(cx, item)
}

fn between(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let (Some(low), Some(high)) = (arguments.take("cleft"), arguments.take("cright")) else {
        return not_understood(cx, "`.between()` without its bounds is not understood");
    };
    let (low, high) = (operand(cx, &low)?, operand(cx, &high)?);
    let symmetric = match arguments.take("symmetric") {
        Some(Value::Bool(flag)) => flag,
        _ => false,
    };
    Ok(build::between(expr, low, high, symmetric))
}

fn collate(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    match arguments.text(cx, "collation")? {
        Some(collation) => {
            let schema = arguments.text(cx, "collation_schema")?;
            Ok(build::collate(expr, schema, collation))
        }
        None => not_understood(cx, "`.collate()` without a collation is not understood"),
    }
}

fn regexp(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
    let Some(pattern) = arguments.take("pattern") else {
        return not_understood(cx, format!("`.{name}()` without a pattern is not understood"));
    };
    let pattern = operand(cx, &pattern)?;
    if name == "regexp_match" {
        let flags = arguments.text(cx, "flags")?;
        return Ok(build::regexp_match(expr, pattern, flags));
    }
    let Some(replacement) = arguments.take("replacement") else {
        return not_understood(cx, "`.regexp_replace()` without a replacement is not understood");
    };
    let replacement = operand(cx, &replacement)?;
    let flags = arguments.text(cx, "flags")?;
    Ok(build::regexp_replace(expr, pattern, replacement, flags))
}

fn bitwise(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
    let op = match name {
        "bitwise_and" => Op::BitwiseAnd,
        "bitwise_or" => Op::BitwiseOr,
        "bitwise_xor" => Op::BitwiseXor,
        "bitwise_lshift" => Op::BitwiseShiftLeft,
        _ => Op::BitwiseShiftRight,
    };
    let Some(other) = arguments.take("other") else {
        return not_understood(cx, format!("`.{name}()` without an operand is not understood"));
    };
    Ok(build::arithmetic(expr, op, operand(cx, &other)?, false, None))
}

/// `.over(…)` (`Over.__init__`).
fn over(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let partition_by = one_or_many(cx, arguments.take("partition_by"))?;
    let order_by = one_or_many(cx, arguments.take("order_by"))?;
    let mut frame = None;
    for (name, unit) in [("range_", "RANGE"), ("rows", "ROWS"), ("groups", "GROUPS")] {
        if let Some(bounds) = arguments.keyword(name).filter(|bounds| !bounds.is_none()) {
            frame = Some(self::frame(cx, unit, &bounds)?);
        }
    }
    if let (Some(exclude), Some(frame)) = (arguments.keyword("exclude"), frame.as_mut()) {
        frame.exclude = value::text(&exclude);
    }
    arguments.finish(cx, "over")?;
    Ok(SqlExpr::Over(Rc::new(Over { element: expr.clone(), partition_by, order_by, frame })))
}

fn one_or_many(cx: &mut Cx<'_>, given: Option<Value>) -> Made<Vec<SqlExpr>> {
    order_list(cx, given.into_iter().collect())
}

fn frame(cx: &mut Cx<'_>, unit: &'static str, bounds: &Value) -> Made<Frame> {
    let items = value::items(cx, bounds)?;
    let [lower, upper] = items.as_slice() else {
        return not_understood(cx, "the frame of a window is no pair");
    };
    Ok(Frame { unit, lower: frame_bound(cx, lower)?, upper: frame_bound(cx, upper)?, exclude: None })
}

fn frame_bound(cx: &mut Cx<'_>, value: &Value) -> Made<FrameBound> {
    let bound = |number: i128| build::bound(Literal::Int(number), Some(Rc::new(Type::plain("Integer"))));
    Ok(match value {
        Value::None => FrameBound::Unbounded,
        Value::Int(0) => FrameBound::Current,
        Value::Int(number) if *number < 0 => FrameBound::Preceding(bound(-number)),
        Value::Int(number) => FrameBound::Following(bound(*number)),
        _ => return not_understood(cx, "a bound of a window's frame is no number"),
    })
}

fn filtered(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut criteria = Vec::new();
    for value in arguments.rest() {
        criteria.push(condition(cx, &value)?);
    }
    filter(cx, expr.clone(), &criteria)
}

fn ordered(expr: &SqlExpr, order_by: Vec<SqlExpr>, within_group: bool) -> SqlExpr {
    let ty = match (&expr.ty(), within_group, expr) {
        (_, true, SqlExpr::Function(function)) if matches!(&*function.name, "mode" | "percentile_cont" | "percentile_disc") => {
            order_by.first().map_or_else(|| Rc::new(Type::null()), SqlExpr::ty)
        }
        (ty, _, _) => Rc::clone(ty),
    };
    SqlExpr::OrderedAggregate(Rc::new(OrderedAggregate { element: expr.clone(), order_by, within_group, argument: false, ty }))
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
