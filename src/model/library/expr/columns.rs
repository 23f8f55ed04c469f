//! Indexing: elements of arrays, keys of documents.

use std::rc::Rc;

use super::super::object::{Handle, Object};
use super::super::state::Cx;
use super::value::{self, Made, as_expr, not_understood, wrap};
use crate::eval::Value;
use crate::model::SqlExpr;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{Affinity, Literal, Op, SpecialOp};
use crate::model::option::OptionValue;
use crate::model::types::{Type, TypeParam};

/// `expr[key]`.
pub fn item(cx: &mut Cx<'_>, object: &Handle, key: &Value) -> Option<Made<Value>> {
    match Object::of(object)? {
        Object::Expr(_) | Object::Column(_) => {}
        _ => return None,
    }
    let subject = Value::Library(Rc::clone(object));
    let made = as_expr(cx, &subject).and_then(|expr| match expr {
        Some(expr) => indexed(cx, &expr, key),
        None => not_understood(cx, "an index of what is no expression is not understood"),
    });
    Some(made.map(|expr| wrap(cx, expr)))
}

/// An element by its index (`Indexable.Comparator.__getitem__`).
fn indexed(cx: &mut Cx<'_>, expr: &SqlExpr, key: &Value) -> Made<SqlExpr> {
    match expr.ty().affinity() {
        Affinity::Json => json_item(cx, expr, key),
        Affinity::Array => array_item(cx, expr, key),
        Affinity::Hstore => {
            let key = value::operand(cx, key)?;
            let op = Op::type_index("->", Some(SpecialOp::HstoreGetItem));
            Ok(build::custom(expr, op, key, Some(Rc::new(Type::plain("Text"))), None))
        }
        _ => {
            let text = "Operator 'getitem' is not supported on this expression";
            Err(value::Stop::Unwind(cx.raise_builtin("NotImplementedError", text)))
        }
    }
}

/// `JSON.Comparator._setup_getitem`.
fn json_item(cx: &mut Cx<'_>, expr: &SqlExpr, key: &Value) -> Made<SqlExpr> {
    let ty = expr.ty();
    if let Some(index) = as_expr(cx, key)? {
        return Ok(build::arithmetic(expr, Op::JsonGetItem, Operand::Expr(value::scalar(index)), false, Some(ty)));
    }
    let literal = value::literal(cx, key)?;
    let (op, class) = match &literal {
        Literal::List(_) => (Op::JsonPathGetItem, "JSONPathType"),
        Literal::Int(_) => (Op::JsonGetItem, "JSONIntIndexType"),
        _ => (Op::JsonGetItem, "JSONStrIndexType"),
    };
    let index = build::bound(literal, Some(Rc::new(Type::plain(class))));
    Ok(build::arithmetic(expr, op, Operand::Expr(index), false, Some(ty)))
}

/// `ARRAY.Comparator._setup_getitem`.
fn array_item(cx: &mut Cx<'_>, expr: &SqlExpr, key: &Value) -> Made<SqlExpr> {
    let ty = expr.ty();
    let shift = i128::from(ty.flag("zero_indexes"));
    if let Value::Slice(parts) = key {
        let [start, stop, _] = &**parts;
        let bound = |cx: &mut Cx<'_>, value: &Value| match value {
            Value::Int(number) => Ok(integer(number + shift)),
            other => value::column_expr(cx, other, Some(Rc::new(Type::plain("Integer")))),
        };
        let slice = SqlExpr::Slice(Rc::new((bound(cx, start)?, bound(cx, stop)?)));
        return Ok(build::arithmetic(expr, Op::GetItem, Operand::Expr(slice), false, Some(ty)));
    }
    let index = match key {
        Value::Int(number) => Operand::Value(Literal::Int(number + shift)),
        other => value::operand(cx, other)?,
    };
    Ok(build::arithmetic(expr, Op::GetItem, index, false, Some(element_type(&ty))))
}

fn integer(number: i128) -> SqlExpr {
    build::bound(Literal::Int(number), Some(Rc::new(Type::plain("Integer"))))
}

/// The type of an element: of an array of several dimensions, an array of one less.
fn element_type(ty: &Rc<Type>) -> Rc<Type> {
    match ty.param("dimensions") {
        Some(OptionValue::Int(count)) if *count > 1 => {
            let mut inner = (**ty).clone();
            inner.params.insert("dimensions".into(), TypeParam::Value(OptionValue::Int(count - 1)));
            Rc::new(inner)
        }
        _ => ty.item_type().cloned().unwrap_or_else(|| Rc::new(Type::null())),
    }
}

/// The value that an index expression is of, as text: `.astext`, `.as_string()` and their kin.
pub fn json_cast(expr: &SqlExpr, ty: Rc<Type>) -> Option<SqlExpr> {
    let SqlExpr::Binary(binary) = expr else { return None };
    if !matches!(binary.op, Op::JsonGetItem | Op::JsonPathGetItem) {
        return None;
    }
    let mut binary = (**binary).clone();
    binary.ty = ty;
    Some(SqlExpr::Binary(Rc::new(binary)))
}

/// `.astext`: the element as text.
pub fn json_text(expr: &SqlExpr) -> Option<SqlExpr> {
    let SqlExpr::Binary(binary) = expr else { return None };
    let op = match binary.op {
        Op::JsonGetItem => "->>",
        Op::JsonPathGetItem => "#>>",
        _ => return None,
    };
    let ty = match expr.ty().params.get("astext_type") {
        Some(TypeParam::Type(ty)) => Rc::clone(ty),
        _ => Rc::new(Type::plain("Text")),
    };
    Some(build::custom(&binary.left, Op::type_index(op, None), Operand::Expr(binary.right.clone()), Some(ty), None))
}
