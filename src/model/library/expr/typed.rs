//! Methods that only expressions of some types have: documents, arrays, ranges, functions.

use std::rc::Rc;

use super::super::state::Cx;
use super::columns::{json_cast, json_text};
use super::constructors::label_name;
use super::derived;
use super::value::{self, Arguments, Made, not_understood, operand};
use crate::eval::{Args, Value};
use crate::model::SqlExpr;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{Affinity, ColumnClause, Function, Modifiers, Op};
use crate::model::option::OptionValue;
use crate::model::types::{Type, TypeParam};

/// Methods that only expressions of some types or kinds have.
pub fn typed_method(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, args: &Args) -> Option<Made<SqlExpr>> {
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
        (Affinity::Hstore, "defined" | "delete" | "slice" | "keys" | "vals" | "array" | "matrix") => {
            return Some(hstore_function(cx, expr, name, &mut arguments));
        }
        _ => return function_method(cx, expr, name, args),
    };
    let Some(other) = arguments.take("other") else {
        return Some(not_understood(cx, format!("`.{name}()` without an operand is not understood")));
    };
    let operand_type = matches!(name, "path_exists" | "path_match").then(|| Rc::new(Type::plain("JSONPathType")));
    Some(operand(cx, &other).map(|other| build::custom(expr, op, other, Some(ty), operand_type)))
}

/// Functions over maps that are methods (`HSTORE.Comparator`).
fn hstore_function(cx: &mut Cx<'_>, expr: &SqlExpr, name: &str, arguments: &mut Arguments) -> Made<SqlExpr> {
    let function = match name {
        "keys" => "akeys",
        "vals" => "avals",
        "array" => "hstore_to_array",
        "matrix" => "hstore_to_matrix",
        other => other,
    };
    let mut list = vec![expr.clone()];
    if let Some(argument) = arguments.take("key").or_else(|| arguments.keyword("array")) {
        list.push(value::column_expr(cx, &argument, None)?);
    }
    let ty = match name {
        "defined" => build::boolean_type(),
        "delete" | "slice" => expr.ty(),
        _ => super::functions::array_of(&Rc::new(Type::plain("Text"))),
    };
    Ok(SqlExpr::Function(Rc::new(Function {
        packages: Vec::new(),
        name: function.into(),
        quote_name: false,
        arguments: list,
        ty,
        generic: false,
        with_ordinality: false,
    })))
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
        "alias" | "lateral" => derived::derived(cx, expr, name, arguments),
        "table_valued" => derived::table_valued(cx, function, args),
        "scalar_table_valued" => match arguments.text(cx, "name") {
            Ok(Some(name)) => super::constructors::optional_type(cx, &mut arguments).map(|ty| {
                let column = ColumnClause::new(&*name, ty.unwrap_or_else(|| Rc::new(Type::null())));
                SqlExpr::FunctionColumn(Rc::new((expr.clone(), column)))
            }),
            Ok(None) => not_understood(cx, "`.scalar_table_valued()` without a name is not understood"),
            Err(stop) => Err(stop),
        },
        "column_valued" => {
            let name = match arguments.text(cx, "name") {
                Ok(name) => name,
                Err(stop) => return Some(Err(stop)),
            };
            let from = derived::function_alias(function, label_name(name), false, None);
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
