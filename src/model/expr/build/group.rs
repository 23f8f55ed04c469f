//! Parentheses, and the opposite of an expression.

use std::rc::Rc;

use super::super::affinity::Affinity;
use super::super::node::{Binary, Cast, Label, Unary};
use super::super::op::{Op, is_precedent};
use super::super::{SqlExpr, node::ClauseList};
use super::operate::boolean_type;
use crate::model::types::Type;

/// `(expr)`.
pub fn grouping(expr: SqlExpr) -> SqlExpr {
    SqlExpr::Grouping(Rc::new(expr))
}

/// The expression as it stands inside of `against`: itself, in parentheses, or as a condition (`self_group`).
pub fn self_group(expr: &SqlExpr, against: Option<&Op>) -> SqlExpr {
    match expr {
        SqlExpr::Text(_) | SqlExpr::TextClause(_) if against == Some(&Op::In) => grouping(expr.clone()),
        SqlExpr::Text(_) | SqlExpr::TextClause(_) => expr.clone(),
        SqlExpr::Binary(binary) => group_operator(expr, &binary.op, true, against),
        SqlExpr::List(list) if list.expression => {
            let empty_boolean = list.clauses.is_empty() && matches!(list.op, Op::And | Op::Or);
            if empty_boolean { expr.clone() } else { group_operator(expr, &list.op, list.group, against) }
        }
        SqlExpr::List(list) => {
            if list.group && is_precedent(&list.op, against) {
                grouping(expr.clone())
            } else {
                expr.clone()
            }
        }
        SqlExpr::Unary(unary) => group_unary(expr, unary, against),
        SqlExpr::Label(label) => {
            let inner = self_group(&label.element, against);
            relabel(label, inner)
        }
        SqlExpr::TypeCoerce(coerce) => {
            let inner = self_group(&coerce.clause, against);
            if inner.seed() == coerce.clause.seed() {
                expr.clone()
            } else {
                SqlExpr::TypeCoerce(Rc::new(Cast { clause: inner, ty: Rc::clone(&coerce.ty) }))
            }
        }
        SqlExpr::Filter(_) if is_precedent(&Op::Filter, against) => grouping(expr.clone()),
        SqlExpr::Function(function) if against == Some(&Op::GetItem) && function.ty.affinity() == Affinity::Array => grouping(expr.clone()),
        SqlExpr::Array(_) if matches!(against, Some(Op::Any | Op::All | Op::GetItem)) => grouping(expr.clone()),
        SqlExpr::Array(_) | SqlExpr::Tuple(_) | SqlExpr::Grouping(_) | SqlExpr::ScalarSelect(_) | SqlExpr::Slice(_) => expr.clone(),
        _ => group_column(expr, against),
    }
}

/// `OperatorExpression.self_group`.
fn group_operator(expr: &SqlExpr, op: &Op, group: bool, against: Option<&Op>) -> SqlExpr {
    let negated = against == Some(&Op::Inv) && !op.is_boolean();
    if (group && is_precedent(op, against)) || negated { grouping(expr.clone()) } else { expr.clone() }
}

fn group_unary(expr: &SqlExpr, unary: &Unary, against: Option<&Op>) -> SqlExpr {
    let as_boolean = matches!(unary.op, Op::IsTrue | Op::IsFalse);
    if !as_boolean && !unary.modifier && is_precedent(&unary.op, against) { grouping(expr.clone()) } else { expr.clone() }
}

/// `ColumnElement.self_group`.
fn group_column(expr: &SqlExpr, against: Option<&Op>) -> SqlExpr {
    match against {
        Some(Op::And | Op::Or | Op::AsBool) if expr.ty().affinity() == Affinity::Boolean => as_boolean(expr, Op::IsTrue),
        Some(Op::Any | Op::All) => grouping(expr.clone()),
        _ => expr.clone(),
    }
}

fn as_boolean(expr: &SqlExpr, op: Op) -> SqlExpr {
    SqlExpr::Unary(Rc::new(Unary { element: expr.clone(), op, modifier: false, ty: boolean_type() }))
}

fn relabel(label: &Rc<Label>, inner: SqlExpr) -> SqlExpr {
    if inner.seed() == label.element.seed() {
        return SqlExpr::Label(Rc::clone(label));
    }
    SqlExpr::Label(Rc::new(Label { element: inner, ..(**label).clone() }))
}

fn inverted(expr: &SqlExpr, ty: Rc<Type>) -> SqlExpr {
    let element = self_group(expr, Some(&Op::Inv));
    SqlExpr::Unary(Rc::new(Unary { element, op: Op::Inv, modifier: false, ty }))
}

/// `NOT expr`, or the operator that says the opposite (`_negate`).
pub fn negate(expr: &SqlExpr) -> SqlExpr {
    match expr {
        SqlExpr::True => SqlExpr::False,
        SqlExpr::False => SqlExpr::True,
        SqlExpr::Binary(binary) => negate_binary(expr, binary),
        SqlExpr::List(list) if list.expression => inverted(expr, Rc::new(Type::null())),
        SqlExpr::Unary(unary) => negate_unary(expr, unary),
        SqlExpr::Label(label) => relabel(label, negate(&label.element)),
        SqlExpr::Text(_) | SqlExpr::TextClause(_) => inverted(expr, Rc::new(Type::null())),
        _ => negate_column(expr),
    }
}

/// `ColumnElement._negate`.
fn negate_column(expr: &SqlExpr) -> SqlExpr {
    if expr.ty().affinity() == Affinity::Boolean { as_boolean(expr, Op::IsFalse) } else { inverted(expr, Rc::new(Type::null())) }
}

fn negate_unary(expr: &SqlExpr, unary: &Unary) -> SqlExpr {
    match unary.op {
        Op::IsTrue | Op::IsFalse => match &unary.element {
            SqlExpr::True => SqlExpr::False,
            SqlExpr::False => SqlExpr::True,
            element => as_boolean(element, if unary.op == Op::IsTrue { Op::IsFalse } else { Op::IsTrue }),
        },
        _ if unary.ty.affinity() == Affinity::Boolean => inverted(expr, boolean_type()),
        _ => negate_column(expr),
    }
}

fn negate_binary(expr: &SqlExpr, binary: &Binary) -> SqlExpr {
    let Some(negate) = &binary.negate else {
        return negate_column(&self_group(expr, None));
    };
    let right = match &binary.right {
        SqlExpr::Bind(bind) if bind.expand_op.as_ref() == Some(&binary.op) => {
            let mut bind = (**bind).clone();
            bind.expand_op = Some(negate.clone());
            SqlExpr::Bind(Rc::new(bind))
        }
        other => other.clone(),
    };
    SqlExpr::Binary(Rc::new(Binary {
        left: self_group(&binary.left, Some(negate)),
        right: self_group(&right, Some(negate)),
        op: negate.clone(),
        ty: Rc::clone(&binary.ty),
        negate: Some(binary.op.clone()),
        modifiers: binary.modifiers.clone(),
    }))
}

impl ClauseList {
    /// A list with commas and no parentheses of its own.
    pub fn commas(clauses: Vec<SqlExpr>) -> Self {
        Self { op: Op::Comma, clauses, ty: Rc::new(Type::null()), group: true, expression: false }
    }
}
