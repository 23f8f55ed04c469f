//! Binding of SQLAlchemy Core's expression constructs.
//!
//! Input: accesses to expressions, to columns and tables where they stand in one, and calls of what makes them.
//! Output: [`SqlExpr`] behind [`Object::Expr`](super::Object::Expr). What is not understood becomes unknown, with
//! the reason; an operand that is unknown or live makes the whole so.

mod attributes;
mod awaited;
mod columns;
mod comparisons;
mod constructors;
mod ddl;
mod derived;
mod dml;
mod fill;
mod functions;
mod hints;
mod methods;
mod parameters;
mod selectables;
mod statements;
mod tables;
mod typed;
mod upsert;
mod value;
mod windows;
mod words;

use std::rc::Rc;

use super::Cx;
use super::object::{self, Handle, MappedObject, Object};
use crate::eval::{Access, Args, Outcome, Unwind, Value};
use crate::model::SqlExpr;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{Modifiers, Op};

pub use attributes::class_path;
pub use awaited::in_ddl;
pub use fill::{Fill, of_column as fill_of_column};
pub use methods::{Compilation, compilation};
pub use parameters::{bulk_row, bulk_table, with_parameters};
pub use tables::KnownTables;
use value::{Made, Stop, as_expr, wrap};

/// Answers an access to an expression or to what makes one; `None` for all else.
pub fn access(cx: &mut Cx<'_>, access: &Access<'_>) -> Option<Outcome> {
    match answer(cx, access)? {
        Ok(value) => Some(Outcome::Value(value)),
        Err(Stop::Absorb(value)) => Some(Outcome::Value(match verb(access) {
            Some(verb) => value.beginning(&verb),
            None => value,
        })),
        Err(Stop::Unwind(unwind)) => Some(unwind.into()),
    }
}

/// How the statement begins that a call makes or adds to.
fn verb(access: &Access<'_>) -> Option<Rc<str>> {
    let Access::Call { object, .. } = access else { return None };
    let named = |name: &str| match name {
        "insert" | "Insert" => Some("INSERT INTO"),
        "update" | "Update" => Some("UPDATE "),
        "delete" | "Delete" => Some("DELETE FROM"),
        "select" | "Select" => Some("SELECT "),
        _ => None,
    };
    let begins = match Object::of(object)? {
        Object::Name(name) => named(name.short())?,
        Object::Method { receiver, name } => {
            let receiver = object::handle(receiver)?;
            match object::expr(&receiver).map(|expr| &**expr) {
                Some(SqlExpr::Text(text)) => return Some(Rc::clone(text)),
                Some(SqlExpr::TextClause(clause)) => return Some(Rc::clone(&clause.text)),
                Some(expr) if expr.is_select() => "SELECT ",
                Some(expr) if expr.works_on_rows() => "UPDATE ",
                _ => named(name)?,
            }
        }
        _ => return None,
    };
    Some(begins.into())
}

/// The expression that a value is: an expression, a column, a table; `None` for a plain value.
///
/// # Errors
/// What reading the objects of the program raises.
pub fn of_value(cx: &mut Cx<'_>, value: &Value) -> Result<Option<SqlExpr>, Unwind> {
    match as_expr(cx, value) {
        Ok(Some(expr)) if cx.library.awaits_names() && awaited::is_waiting(&expr) => Ok(None),
        Ok(found) => Ok(found),
        Err(Stop::Absorb(_)) => Ok(None),
        Err(Stop::Unwind(unwind)) => Err(unwind),
    }
}

/// What can be executed: an expression, or a plain string as `text()`.
///
/// # Errors
/// As [`of_value`].
pub fn executable(cx: &mut Cx<'_>, value: &Value) -> Result<Option<Rc<SqlExpr>>, Unwind> {
    match value::text(value) {
        Some(given) => text(cx, &given).map(Some),
        None => Ok(of_value(cx, value)?.map(Rc::new)),
    }
}

/// A plain string as `text()`.
///
/// # Errors
/// None yet.
pub fn text(_cx: &mut Cx<'_>, text: &str) -> Result<Rc<SqlExpr>, Unwind> {
    Ok(Rc::new(SqlExpr::Text(text.into())))
}

/// What was made, where it is to be executed: a value that is unknown or live is an error here.
fn needed<T>(cx: &Cx<'_>, made: Made<T>, needed: &str) -> Result<T, Unwind> {
    made.map_err(|stop| match stop {
        Stop::Unwind(unwind) => unwind,
        Stop::Absorb(value) => match cx.vm.sink(&value, needed, cx.span) {
            Some(diagnostic) => diagnostic.into(),
            None => crate::diag::Diagnostic::bug(cx.span, "an operand was taken for unknown").into(),
        },
    })
}

fn answer(cx: &mut Cx<'_>, access: &Access<'_>) -> Option<Made<Value>> {
    match access {
        Access::Get { object, name } => attributes::get(cx, object, name),
        Access::Call { object, args } => call(cx, object, args),
        Access::Item { object, key } => columns::item(cx, object, key),
        Access::Binary { op, left, right } => binary(cx, op, left, right),
        Access::Unary { op, operand } => unary(cx, op, operand),
        Access::Truth { object } => truth(cx, object),
        Access::Contains { object, .. } | Access::Len { object } => {
            object::expr(object)?;
            Some(value::not_understood(cx, "a SQL expression has no length or members"))
        }
        Access::Text { object, repr: false } => words::of(object::expr(object)?).map(|text| Ok(Value::str(text))),
        _ => None,
    }
}

fn call(cx: &mut Cx<'_>, object: &Handle, args: &Args) -> Option<Made<Value>> {
    match Object::of(object)? {
        Object::Name(name) => constructors::call(cx, name.path, args),
        Object::Expr(_) => Some(value::not_understood(cx, "a SQL expression is called")),
        Object::Method { receiver, name } => {
            let (receiver, name) = (receiver.clone(), Rc::clone(name));
            methods::call(cx, &receiver, &name, args)
        }
        _ => None,
    }
}

/// Whether a value takes part in expressions as a column does; a statement or a table has no operators.
fn is_operand(value: &Value) -> bool {
    let Some(handle) = object::handle(value) else { return false };
    match Object::of(&handle) {
        Some(Object::Expr(expr)) => !expr.works_on_rows() && !matches!(**expr, SqlExpr::From(_)),
        Some(Object::Column(_) | Object::Mapped(MappedObject::Column(_))) => true,
        _ => false,
    }
}

/// Whether the class of the right operand descends from that of the left, so that Python asks the right one first.
fn answers_first(left: &SqlExpr, right: &SqlExpr) -> bool {
    match (left, right) {
        (SqlExpr::Column(left), SqlExpr::Column(right)) => !left.column.role.real && right.column.role.real,
        (SqlExpr::Function(left), SqlExpr::Function(right)) => !left.generic && right.generic,
        (SqlExpr::Cast(_), SqlExpr::TryCast(_)) => true,
        _ => false,
    }
}

/// `left op right` (`ColumnOperators`).
fn binary(cx: &mut Cx<'_>, op: &str, left: &Value, right: &Value) -> Option<Made<Value>> {
    if !is_operand(left) && !is_operand(right) {
        return None;
    }
    Some(operate(cx, op, left, right).map(|expr| wrap(cx, expr)))
}

fn operate(cx: &mut Cx<'_>, op: &str, left: &Value, right: &Value) -> Made<SqlExpr> {
    let reversed = !is_operand(left);
    let (subject, other) = if reversed { (right, left) } else { (left, right) };
    let expr = value::column_expr(cx, subject, None)?;
    if matches!(op, "&" | "|") {
        let op = if op == "&" { Op::And } else { Op::Or };
        let mut clauses = vec![expr, value::condition(cx, other)?];
        if reversed {
            clauses.reverse();
        }
        return Ok(build::conjunction(op, &clauses));
    }
    let other = value::operand_beside(cx, &expr, other)?;
    if let Some(op) = comparison(op) {
        let (expr, op, other) = match other {
            Operand::Expr(other) if !reversed && answers_first(&expr, &other) => (other, op.mirror(), Operand::Expr(expr)),
            other => (expr, if reversed { op.mirror() } else { op }, other),
        };
        return match build::compare(&expr, op, other, Modifiers::default()) {
            Ok(made) => Ok(made),
            Err(message) => value::argument_error(cx, message),
        };
    }
    arithmetic(cx, op, &expr, other, reversed)
}

fn comparison(op: &str) -> Option<Op> {
    Some(match op {
        "==" => Op::Eq,
        "!=" => Op::Ne,
        "<" => Op::Lt,
        "<=" => Op::Le,
        ">" => Op::Gt,
        ">=" => Op::Ge,
        _ => return None,
    })
}

fn arithmetic(cx: &mut Cx<'_>, op: &str, expr: &SqlExpr, other: Operand, reversed: bool) -> Made<SqlExpr> {
    let op = match op {
        "+" => Op::Add,
        "-" => Op::Sub,
        "*" => Op::Mul,
        "/" => Op::TrueDiv,
        "//" => Op::FloorDiv,
        "%" => Op::Mod,
        "**" => return functions::power(expr, other, reversed),
        _ => return value::not_understood(cx, format!("the operator `{op}` of a SQL expression is not understood")),
    };
    Ok(build::arithmetic(expr, op, other, reversed, None))
}

/// `-expr`, `~expr`.
fn unary(cx: &mut Cx<'_>, op: &str, operand: &Handle) -> Option<Made<Value>> {
    let subject = Value::Library(Rc::clone(operand));
    if !is_operand(&subject) {
        return None;
    }
    Some(invert(cx, op, &subject).map(|expr| wrap(cx, expr)))
}

fn invert(cx: &mut Cx<'_>, op: &str, subject: &Value) -> Made<SqlExpr> {
    let expr = value::column_expr(cx, subject, None)?;
    match op {
        "~" => Ok(build::negate(&expr)),
        "-" => Ok(build::unary(&expr, Op::Neg, expr.ty())),
        _ => value::not_understood(cx, format!("the operator `{op}` of a SQL expression is not understood")),
    }
}

/// `bool(expr)`: a comparison with `==` or `!=` asks whether both sides are one object.
fn truth(cx: &mut Cx<'_>, object: &Handle) -> Option<Made<Value>> {
    let expr = Rc::clone(object::expr(object)?);
    if let SqlExpr::Binary(binary) = &*expr
        && matches!(binary.op, Op::Eq | Op::Ne)
    {
        let same = binary.left.seed() == binary.right.seed();
        return Some(Ok(Value::Bool(same == (binary.op == Op::Eq))));
    }
    if let SqlExpr::True | SqlExpr::False = &*expr {
        return Some(Ok(Value::Bool(*expr == SqlExpr::True)));
    }
    if expr.is_select() || matches!(&*expr, SqlExpr::Insert(_) | SqlExpr::Update(_) | SqlExpr::Delete(_)) {
        return Some(Err(Stop::Unwind(cx.raise_builtin("TypeError", "Boolean value of this clause is not defined"))));
    }
    Some(Err(Stop::Unwind(cx.raise_builtin("TypeError", "Boolean value of this clause is not defined"))))
}
