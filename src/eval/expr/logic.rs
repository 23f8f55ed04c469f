//! `and`, `or`, comparison chains, and the conditional expression.

use ruff_python_ast::{BoolOp, CmpOp, Expr, ExprBoolOp, ExprCompare, ExprIf};
use ruff_text_size::Ranged;

use super::may_act;
use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    pub(super) fn bool_op(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, operation: &ExprBoolOp) -> Evaluated {
        let mut result = Value::None;
        for (index, operand) in operation.values.iter().enumerate() {
            result = self.expr(host, frame, operand)?;
            let rest = operation.values.get(index + 1..).unwrap_or_default();
            if rest.is_empty() {
                break;
            }
            if result.is_uncertain() {
                let what = format!("what stands before this `{}`", operation.op);
                return self.undecided(result, rest, &what, frame.span(operand.range()));
            }
            let truth = self.truth(host, &result, frame.span(operand.range()))?;
            if truth == (operation.op == BoolOp::Or) {
                break;
            }
        }
        Ok(result)
    }

    pub(super) fn conditional(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, choice: &ExprIf) -> Evaluated {
        let test = self.expr(host, frame, &choice.test)?;
        let span = frame.span(choice.test.range());
        if test.is_uncertain() {
            let what = "the condition of this expression";
            self.undecided(test.clone(), std::slice::from_ref(&choice.body), what, span)?;
            return self.undecided(test, std::slice::from_ref(&choice.orelse), what, span);
        }
        if self.truth(host, &test, span)? { self.expr(host, frame, &choice.body) } else { self.expr(host, frame, &choice.orelse) }
    }

    /// A choice that can't be decided is itself not known, unless what it would skip may act.
    fn undecided(&self, value: Value, rest: &[Expr], what: &str, span: Span) -> Evaluated {
        if rest.iter().any(may_act) {
            self.need(&value, what, span)?;
        }
        Ok(value)
    }

    pub(super) fn comparison(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, comparison: &ExprCompare) -> Evaluated {
        let span = frame.span(comparison.range);
        let mut left = self.expr(host, frame, &comparison.left)?;
        let mut result = Value::Bool(true);
        let last = comparison.ops.len().saturating_sub(1);
        for (index, (op, right)) in comparison.ops.iter().zip(&comparison.comparators).enumerate() {
            let right = self.expr(host, frame, right)?;
            result = self.compare_op(host, *op, &left, &right, span)?;
            if index < last && (result.is_uncertain() || !self.truth(host, &result, span)?) {
                break;
            }
            left = right;
        }
        Ok(result)
    }

    /// `left == right`, which need not be a truth value.
    pub fn equals(&mut self, host: &mut dyn Host, left: &Value, right: &Value, span: Span) -> Evaluated {
        self.compare_op(host, CmpOp::Eq, left, right, span)
    }

    fn compare_op(&mut self, host: &mut dyn Host, op: CmpOp, left: &Value, right: &Value, span: Span) -> Evaluated {
        match op {
            CmpOp::Is => Ok(identity(left, right, true)),
            CmpOp::IsNot => Ok(identity(left, right, false)),
            CmpOp::In => self.contains(host, right, left, span),
            CmpOp::NotIn => {
                let found = self.contains(host, right, left, span)?;
                self.negate(host, found, span)
            }
            CmpOp::Eq | CmpOp::NotEq | CmpOp::Lt | CmpOp::LtE | CmpOp::Gt | CmpOp::GtE => self.binary(host, op.as_str(), left, right, span),
        }
    }
}

/// `is`: of values not known only the object itself is surely the same.
fn identity(left: &Value, right: &Value, wanted: bool) -> Value {
    if left.is(right) {
        return Value::Bool(wanted);
    }
    match (left, right) {
        (Value::Live(live), _) | (_, Value::Live(live)) => live.then(if wanted { " is …" } else { " is not …" }),
        (Value::Unknown(_), _) => left.clone(),
        (_, Value::Unknown(_)) => right.clone(),
        _ => Value::Bool(!wanted),
    }
}
