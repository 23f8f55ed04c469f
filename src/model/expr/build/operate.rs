//! What Python's operators and comparison methods make (`default_comparator`).

use std::rc::Rc;

use super::super::SqlExpr;
use super::super::affinity::{Affinity, adapt};
use super::super::literal::Literal;
use super::super::node::{Binary, Bind, ClauseList, Modifiers, Unary};
use super::super::op::Op;
use super::group::{grouping, self_group};
use crate::model::types::Type;

/// An operand: an expression, or a plain value that becomes one beside the other operand.
#[derive(Clone, Debug)]
pub enum Operand {
    Expr(SqlExpr),
    Value(Literal),
}

thread_local! {
    static BOOLEAN: Rc<Type> = Rc::new(Type::plain("Boolean"));
}

/// The type of a comparison.
pub fn boolean_type() -> Rc<Type> {
    BOOLEAN.with(Rc::clone)
}

/// `left op right` as it stands (`BinaryExpression`).
pub fn binary(left: &SqlExpr, right: &SqlExpr, op: Op, ty: Rc<Type>, negate: Option<Op>, modifiers: Modifiers) -> SqlExpr {
    let left = self_group(left, Some(&op));
    let right = self_group(right, Some(&op));
    SqlExpr::Binary(Rc::new(Binary { left, right, op, ty, negate, modifiers }))
}

/// An operator before its operand.
pub fn unary(element: &SqlExpr, op: Op, ty: Rc<Type>) -> SqlExpr {
    let element = self_group(element, Some(&op));
    SqlExpr::Unary(Rc::new(Unary { element, op, modifier: false, ty }))
}

/// `DESC`, `ASC`, `NULLS FIRST`, `NULLS LAST`.
pub fn order_modifier(element: &SqlExpr, op: Op) -> SqlExpr {
    let element = self_group(element, Some(&op));
    SqlExpr::Unary(Rc::new(Unary { element, op, modifier: true, ty: Rc::new(Type::null()) }))
}

/// `ANY (…)` or `ALL (…)`.
pub fn any_or_all(element: &SqlExpr, op: Op) -> SqlExpr {
    unary(&self_group(element, None), op, boolean_type())
}

/// The chain operators flatten, the rest nests (`OperatorExpression._construct_for_op`).
pub fn construct(left: &SqlExpr, right: &SqlExpr, op: Op, ty: Rc<Type>, negate: Option<Op>, modifiers: Modifiers) -> SqlExpr {
    if op.is_associative() {
        let flat_left = flattened(left, &op, &ty);
        let flat_right = flattened(right, &op, &ty);
        if flat_left.is_some() || flat_right.is_some() {
            let mut clauses = flat_left.unwrap_or_else(|| vec![left.clone()]);
            clauses.extend(flat_right.unwrap_or_else(|| vec![right.clone()]));
            let clauses = clauses.iter().map(|clause| self_group(clause, Some(&op))).collect();
            return SqlExpr::List(Rc::new(ClauseList { op, clauses, ty, group: true, expression: true }));
        }
    }
    let negate = if is_collection_aggregate(left) || is_collection_aggregate(right) { None } else { negate };
    binary(left, right, op, ty, negate, modifiers)
}

/// The operands of an expression of the same operator and family of types.
fn flattened(expr: &SqlExpr, op: &Op, ty: &Type) -> Option<Vec<SqlExpr>> {
    match expr {
        SqlExpr::Binary(binary) if binary.op == *op && binary.ty.affinity() == ty.affinity() => {
            Some(vec![binary.left.clone(), binary.right.clone()])
        }
        SqlExpr::List(list) if list.expression && list.op == *op && list.ty.affinity() == ty.affinity() => Some(list.clauses.clone()),
        SqlExpr::Grouping(inner) => flattened(inner, op, ty),
        _ => None,
    }
}

/// The texts that an expression joins, or the expression alone, each as it stands beside another text.
pub fn joined_texts(expr: &SqlExpr) -> Vec<SqlExpr> {
    let parts = flattened(expr, &Op::Concat, &Type::plain("String")).unwrap_or_else(|| vec![expr.clone()]);
    parts.iter().map(|part| self_group(part, Some(&Op::Concat))).collect()
}

fn is_collection_aggregate(expr: &SqlExpr) -> bool {
    match expr {
        SqlExpr::Unary(unary) => matches!(unary.op, Op::Any | Op::All),
        SqlExpr::Function(function) => function.generic && matches!(&*function.name, "any" | "all" | "some"),
        _ => false,
    }
}

/// A plain value bound beside an expression (`_bind_param`).
pub fn bind_for(expr: &SqlExpr, value: Literal, ty: Option<Rc<Type>>) -> SqlExpr {
    if let (SqlExpr::Tuple(tuple), Literal::List(items)) = (expr, &value) {
        let clauses = tuple.clauses.iter().zip(items.iter()).map(|(clause, item)| bind_for(clause, item.clone(), ty.clone())).collect();
        return SqlExpr::Tuple(Rc::new(ClauseList::commas(clauses)));
    }
    let key = match expr {
        SqlExpr::Column(reference) => reference.column.key_text(),
        SqlExpr::Function(function) => Some(&*function.name),
        _ => None,
    };
    let ty = ty.unwrap_or_else(|| compared_type(expr).coerce_compared(&value));
    SqlExpr::Bind(Bind::unique(key, value, ty))
}

/// The type a value beside this expression is compared to.
fn compared_type(expr: &SqlExpr) -> Rc<Type> {
    if let SqlExpr::Unary(unary) = expr
        && matches!(unary.op, Op::Any | Op::All)
    {
        let ty = unary.element.ty();
        return ty.item_type().cloned().unwrap_or(ty);
    }
    expr.ty()
}

/// An operand as an expression beside `expr` (`roles.BinaryElementRole`).
fn coerce(expr: &SqlExpr, operand: Operand, ty: Option<Rc<Type>>) -> SqlExpr {
    let resolved = match operand {
        Operand::Value(value) => bind_for(expr, value, ty.clone()),
        Operand::Expr(other) if other.is_select() => SqlExpr::ScalarSelect(Rc::new(other)),
        Operand::Expr(other) => other,
    };
    let mine = expr.ty();
    if resolved.ty().is_null() && !mine.is_null() { retype(&resolved, &ty.unwrap_or(mine)) } else { resolved }
}

/// A bound value without a type takes the one beside it (`_with_binary_element_type`).
pub fn retype(expr: &SqlExpr, ty: &Rc<Type>) -> SqlExpr {
    match expr {
        SqlExpr::Bind(bind) => SqlExpr::Bind(bind.with_type(Rc::clone(ty))),
        SqlExpr::Grouping(inner) => grouping(retype(inner, ty)),
        other => other.clone(),
    }
}

fn is_constant(operand: &Operand) -> Option<SqlExpr> {
    match operand {
        Operand::Value(Literal::None) | Operand::Expr(SqlExpr::Null) => Some(SqlExpr::Null),
        Operand::Value(Literal::Bool(true)) | Operand::Expr(SqlExpr::True) => Some(SqlExpr::True),
        Operand::Value(Literal::Bool(false)) | Operand::Expr(SqlExpr::False) => Some(SqlExpr::False),
        _ => None,
    }
}

/// A comparison (`_boolean_compare`).
///
/// # Errors
/// The message of SQLAlchemy's `ArgumentError` where a constant stands beside an operator that takes none.
pub fn compare(expr: &SqlExpr, op: Op, operand: Operand, modifiers: Modifiers) -> Result<SqlExpr, String> {
    let aggregate = matches!(expr, SqlExpr::Unary(unary) if matches!(unary.op, Op::Any | Op::All));
    let reversed = aggregate;
    let op = if aggregate { op.mirror() } else { op };
    let (other, op, negate) = match is_constant(&operand) {
        Some(constant) => {
            let distinct = matches!(op, Op::IsDistinctFrom | Op::IsNotDistinctFrom);
            let boolean = matches!(op, Op::Eq | Op::Ne) && constant != SqlExpr::Null;
            if distinct || boolean || aggregate {
                let negate = op.negation();
                (constant, op, negate)
            } else if matches!(op, Op::Eq | Op::Is) {
                return Ok(construct(expr, &constant, Op::Is, boolean_type(), Some(Op::IsNot), Modifiers::default()));
            } else if matches!(op, Op::Ne | Op::IsNot) {
                return Ok(construct(expr, &constant, Op::IsNot, boolean_type(), Some(Op::Is), Modifiers::default()));
            } else {
                return Err("Only '=', '!=', 'is_()', 'is_not()', 'is_distinct_from()', 'is_not_distinct_from()' operators can be used with None/True/False".into());
            }
        }
        None => {
            let negate = op.negation();
            (coerce(expr, operand, None), op, negate)
        }
    };
    Ok(if reversed {
        construct(&other, expr, op, boolean_type(), negate, modifiers)
    } else {
        construct(expr, &other, op, boolean_type(), negate, modifiers)
    })
}

/// An operator that computes (`_binary_operate`); `reversed` where the expression stood on the right.
pub fn arithmetic(expr: &SqlExpr, op: Op, operand: Operand, reversed: bool, result: Option<Rc<Type>>) -> SqlExpr {
    let other = coerce(expr, operand, None);
    let (left, right) = if reversed { (&other, expr) } else { (expr, &other) };
    let (op, ty) = match result {
        Some(ty) => (op, ty),
        None => adapt(op, &left.ty(), &right.ty()),
    };
    construct(left, right, op, ty, None, Modifiers::default())
}

/// `expr.op("…")(operand)` and the operators of a dialect's types (`_custom_op_operate`).
pub fn custom(expr: &SqlExpr, op: Op, operand: Operand, result: Option<Rc<Type>>, operand_type: Option<Rc<Type>>) -> SqlExpr {
    let result = result.or_else(|| match &op {
        Op::Custom(custom) => custom.return_type.clone().or_else(|| custom.is_comparison.then(boolean_type)),
        _ => None,
    });
    let other = coerce(expr, operand, operand_type);
    let (op, ty) = match result {
        Some(ty) => (op, ty),
        None => adapt(op, &expr.ty(), &other.ty()),
    };
    construct(expr, &other, op, ty, None, Modifiers::default())
}

/// `BETWEEN` (`_between_impl`).
pub fn between(expr: &SqlExpr, low: Operand, high: Operand, symmetric: bool) -> SqlExpr {
    between_with(expr, low, high, symmetric, Op::Between, Op::NotBetween)
}

/// `NOT BETWEEN`.
pub fn not_between(expr: &SqlExpr, low: Operand, high: Operand, symmetric: bool) -> SqlExpr {
    between_with(expr, low, high, symmetric, Op::NotBetween, Op::Between)
}

fn between_with(expr: &SqlExpr, low: Operand, high: Operand, symmetric: bool, op: Op, negate: Op) -> SqlExpr {
    let bounds = pair(Op::And, coerce(expr, low, None), coerce(expr, high, None));
    binary(expr, &bounds, op, Rc::new(Type::null()), Some(negate), Modifiers { symmetric, ..Modifiers::default() })
}

fn pair(op: Op, first: SqlExpr, second: SqlExpr) -> SqlExpr {
    SqlExpr::List(Rc::new(ClauseList { op, clauses: vec![first, second], ty: Rc::new(Type::null()), group: false, expression: true }))
}

/// `IN` with a list (`_in_impl`).
pub fn in_list(expr: &SqlExpr, op: Op, items: Vec<Operand>) -> SqlExpr {
    let negate = op.negation();
    if items.iter().any(|item| matches!(item, Operand::Expr(_))) {
        let clauses = items
            .into_iter()
            .map(|item| match item {
                Operand::Expr(expr) => expr,
                Operand::Value(value) => bind_for(expr, value, None),
            })
            .collect();
        let list = self_group(&SqlExpr::List(Rc::new(ClauseList::commas(clauses))), Some(&op));
        return construct(expr, &list, op, boolean_type(), negate, Modifiers::default());
    }
    let values: Vec<Literal> = items
        .into_iter()
        .filter_map(|item| match item {
            Operand::Value(value) => Some(value),
            Operand::Expr(_) => None,
        })
        .collect();
    let ty = list_type(expr, values.first());
    let mut bind = (*Bind::unique(column_key(expr), Literal::List(values.into()), ty)).clone();
    bind.expanding = true;
    bind.expand_op = Some(op.clone());
    let bind = coerce(expr, Operand::Expr(SqlExpr::Bind(Rc::new(bind))), None);
    construct(expr, &bind, op, boolean_type(), negate, Modifiers::default())
}

fn column_key(expr: &SqlExpr) -> Option<&str> {
    match expr {
        SqlExpr::Column(reference) => reference.column.key_text(),
        _ => None,
    }
}

fn list_type(expr: &SqlExpr, first: Option<&Literal>) -> Rc<Type> {
    match (expr, first) {
        (SqlExpr::Tuple(_), _) => expr.ty(),
        (_, Some(first)) => expr.ty().coerce_compared(first),
        (_, None) => expr.ty(),
    }
}

/// `IN` with a statement or a bound list.
pub fn in_select(expr: &SqlExpr, op: Op, select: SqlExpr) -> SqlExpr {
    let negate = op.negation();
    let other = match select {
        SqlExpr::Bind(bind) => {
            let mut bind = (*bind).clone();
            bind.expanding = true;
            bind.expand_op = Some(op.clone());
            coerce(expr, Operand::Expr(SqlExpr::Bind(Rc::new(bind))), None)
        }
        other => coerce(expr, Operand::Expr(other), None),
    };
    construct(expr, &other, op, boolean_type(), negate, Modifiers::default())
}

/// `COLLATE`.
pub fn collate(expr: &SqlExpr, schema: Option<Rc<str>>, collation: Rc<str>) -> SqlExpr {
    let right = SqlExpr::Collation(Rc::new((schema, collation)));
    binary(expr, &right, Op::Collate, expr.ty(), None, Modifiers::default())
}

/// `regexp_match`.
pub fn regexp_match(expr: &SqlExpr, pattern: Operand, flags: Option<Rc<str>>) -> SqlExpr {
    let right = coerce(expr, pattern, None);
    let modifiers = Modifiers { flags, ..Modifiers::default() };
    binary(expr, &right, Op::RegexpMatch, Rc::new(Type::null()), Some(Op::NotRegexpMatch), modifiers)
}

/// `regexp_replace`.
pub fn regexp_replace(expr: &SqlExpr, pattern: Operand, replacement: Operand, flags: Option<Rc<str>>) -> SqlExpr {
    let right = pair(Op::Comma, coerce(expr, pattern, None), coerce(expr, replacement, None));
    let modifiers = Modifiers { flags, ..Modifiers::default() };
    binary(expr, &right, Op::RegexpReplace, Rc::new(Type::null()), None, modifiers)
}

/// The text of a `LIKE` whose wildcards are to be taken as they are, and its escape (`_escaped_like_impl`).
pub fn escape_like(text: &str, escape: Option<&str>) -> (String, String) {
    let escape = escape.unwrap_or("/");
    let mut text = text.to_owned();
    if escape != "%" && escape != "_" {
        text = text.replace(escape, &format!("{escape}{escape}"));
    }
    let text = text.replace('%', &format!("{escape}%")).replace('_', &format!("{escape}_"));
    (text, escape.to_owned())
}

/// Whether indexing means something for the type (`sqltypes.Indexable`).
pub fn is_indexable(ty: &Type) -> bool {
    matches!(ty.affinity(), Affinity::Array | Affinity::Json | Affinity::Hstore)
}
