//! Literals and displays.

use ruff_python_ast::{Expr, ExprDict, ExprNumberLiteral, ExprSet, Number};
use ruff_text_size::Ranged;

use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::set::Set;
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;

/// The value of a number; one that does not fit is unknown.
pub(super) fn number(literal: &ExprNumberLiteral, frame: &Frame<'_>) -> Value {
    let unknown = |reason: &str| Value::unknown(frame.span(literal.range), reason, Origin::Harmless);
    match &literal.value {
        Number::Int(int) => match int.as_i64() {
            Some(small) => Value::Int(i128::from(small)),
            None => big(&int.to_string()).map_or_else(|| unknown("this integer is larger than Aludel computes with"), Value::Int),
        },
        Number::Float(float) => Value::Float(*float),
        Number::Complex { .. } => unknown("complex numbers are not computed with"),
    }
}

fn big(text: &str) -> Option<i128> {
    let digits = text.replace('_', "").to_ascii_lowercase();
    match digits.get(..2) {
        Some("0x") => i128::from_str_radix(digits.get(2..)?, 16).ok(),
        Some("0o") => i128::from_str_radix(digits.get(2..)?, 8).ok(),
        Some("0b") => i128::from_str_radix(digits.get(2..)?, 2).ok(),
        _ => digits.parse().ok(),
    }
}

impl Vm {
    pub(super) fn dict_display(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, display: &ExprDict) -> Evaluated {
        let mut dict = Dict::new();
        let mut uncertain = None;
        for item in &display.items {
            let value = self.expr(host, frame, &item.value)?;
            let span = frame.span(item.value.range());
            let Some(key) = &item.key else {
                if value.is_uncertain() {
                    uncertain.get_or_insert(value);
                    continue;
                }
                for (name, value) in self.mapping_items(host, &value, span)? {
                    let key = self.key(host, &name, span)?;
                    dict.insert(key, name, value);
                }
                continue;
            };
            let name = self.expr(host, frame, key)?;
            match self.try_key(host, &name, frame.span(key.range()))? {
                Ok(key) => dict.insert(key, name, value),
                Err(unknown) => uncertain = Some(unknown),
            }
        }
        Ok(uncertain.unwrap_or_else(|| Value::dict(dict)))
    }

    /// What a loop or comprehension goes through.
    pub(in crate::eval) fn gone_through(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, expr: &Expr) -> Evaluated {
        match expr {
            Expr::Set(display) => self.set_display(host, frame, display, true),
            _ => self.expr(host, frame, expr),
        }
    }

    /// `{…}`. Constants are a frozen set of the compiler's, which it makes anew once; unless it is `gone_through` at once, three of
    /// them and more are copied from there.
    pub(in crate::eval) fn set_display(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        display: &ExprSet,
        gone_through: bool,
    ) -> Evaluated {
        let values = self.elements(host, frame, &display.elts)?;
        let set = self.set_of(host, values, frame.span(display.range))?;
        let constant = (gone_through || display.elts.len() > 2) && display.elts.iter().all(is_constant);
        let set = if constant { set.map(|set| set.rebuilt()) } else { set };
        let set = if constant && !gone_through { set.map(|set| set.copy()) } else { set };
        Ok(set.map_or_else(|unknown| unknown, Value::set))
    }

    /// A set of the values, or what makes it unknown.
    pub(crate) fn set_of(&mut self, host: &mut dyn Host, values: Vec<Value>, span: crate::source::Span) -> Evaluated<Result<Set, Value>> {
        let mut set = Set::new();
        for value in values {
            match self.try_key(host, &value, span)? {
                Ok(key) => set.insert(key, value),
                Err(unknown) => return Ok(Err(unknown)),
            }
        }
        Ok(Ok(set))
    }
}

fn is_constant(expr: &Expr) -> bool {
    match expr {
        Expr::Tuple(tuple) => tuple.elts.iter().all(is_constant),
        Expr::UnaryOp(negative) => negative.operand.is_number_literal_expr(),
        _ => expr.is_literal_expr(),
    }
}
