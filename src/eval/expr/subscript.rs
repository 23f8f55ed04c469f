//! Subscripts and slices.

use std::rc::Rc;

use ruff_python_ast::{Expr, ExprSlice, ExprSubscript};

use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::Vm;

impl Vm {
    pub(super) fn subscript(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, subscript: &ExprSubscript) -> Evaluated {
        let value = self.expr(host, frame, &subscript.value)?;
        if value.is_uncertain() {
            return Ok(match &value {
                Value::Live(live) => live.then("[…]"),
                _ => value,
            });
        }
        let key = self.expr(host, frame, &subscript.slice)?;
        self.get_item(host, &value, &key, frame.span(subscript.range))
    }

    pub(super) fn slice_value(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, slice: &ExprSlice) -> Evaluated {
        let mut part = |vm: &mut Self, part: &Option<Box<Expr>>| match part {
            Some(expr) => vm.expr(host, frame, expr),
            None => Ok(Value::None),
        };
        let bounds = [part(self, &slice.lower)?, part(self, &slice.upper)?, part(self, &slice.step)?];
        Ok(Value::Slice(Rc::new(bounds)))
    }
}
