//! Comparisons and other operators that are methods: `.in_()`, `.like()`, `.between()`, `.collate()`.

use std::rc::Rc;

use super::super::state::Cx;
use super::selectables;
use super::value::{self, Arguments, Made, as_expr, not_understood, operand};
use crate::eval::Value;
use crate::model::SqlExpr;
use crate::model::expr::FromKind;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{Affinity, Literal, Modifiers, Op, Search};

/// A comparison by a method.
pub fn compared(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
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
    for (name, given) in arguments.rest_keywords() {
        let flag = matches!(given, Value::Bool(true));
        let search = modifiers.search.get_or_insert(Search::PLAIN);
        match name.split_once('_').map_or(&*name, |(_, option)| option) {
            "regconfig" => modifiers.regconfig = value::text(&given),
            "boolean_mode" => search.boolean_mode = flag,
            "natural_language" => search.natural_language = flag,
            "query_expansion" => search.query_expansion = flag,
            _ => return not_understood(cx, format!("`{name}=` of a comparison is not understood")),
        }
    }
    if autoescape {
        let Some(text) = value::text(&other) else {
            return not_understood(cx, "`autoescape` of what is no text is not understood");
        };
        let (escaped, escape) = build::escape_like(&text, modifiers.escape.as_deref());
        other = Value::str(escaped);
        modifiers.escape = Some(escape.into());
    }
    let other = value::operand_beside(cx, expr, &other)?;
    match build::compare(expr, op, other, modifiers) {
        Ok(made) => Ok(made),
        Err(message) => value::argument_error(cx, message),
    }
}

/// `.contains()`: of texts a `LIKE`, of arrays and documents an operator.
pub fn contains(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    if !matches!(expr.ty().affinity(), Affinity::Array | Affinity::Json | Affinity::Hstore | Affinity::Range) {
        return substring(cx, expr, Op::Contains, &mut arguments);
    }
    if &*expr.ty().class == "ARRAY" && matches!(expr, SqlExpr::Column(_)) {
        let text = "ARRAY.contains() not implemented for the base ARRAY type; please use the dialect-specific ARRAY type";
        return Err(value::Stop::Unwind(cx.raise_builtin("NotImplementedError", text)));
    }
    let Some(other) = arguments.take("other") else {
        return not_understood(cx, "`.contains()` without an operand is not understood");
    };
    let other = operand(cx, &other)?;
    Ok(build::custom(expr, Op::type_comparison("@>", true), other, Some(build::boolean_type()), None))
}

pub fn in_(cx: &mut Cx<'_>, expr: &SqlExpr, op: Op, mut arguments: Arguments) -> Made<SqlExpr> {
    let Some(other) = arguments.take("other") else {
        return not_understood(cx, "`.in_()` without an operand is not understood");
    };
    if let Some(other) = as_expr(cx, &other)? {
        let other = match other {
            SqlExpr::From(from) => match &from.kind {
                FromKind::Values { rows, .. } => SqlExpr::ScalarValues(Rc::new(rows.clone())),
                _ => selectables::source_select(&from),
            },
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
    value::operand_beside(cx, expr, item)
}

pub fn between(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
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

pub fn collate(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    match arguments.text(cx, "collation")? {
        Some(collation) => {
            let schema = arguments.text(cx, "collation_schema")?;
            Ok(build::collate(expr, schema, collation))
        }
        None => not_understood(cx, "`.collate()` without a collation is not understood"),
    }
}

pub fn regexp(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
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

pub fn bitwise(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, mut arguments: Arguments) -> Made<SqlExpr> {
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
