//! `for` and `while`.

use ruff_python_ast::{StmtFor, StmtWhile};
use ruff_text_size::Ranged;

use super::not_understood;
use crate::diag::{Code, Diagnostic};
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::frame::{Flow, Frame};
use crate::eval::host::Host;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    pub(super) fn for_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtFor) -> Evaluated<Flow> {
        if inner.is_async {
            return Err(not_understood(frame.span(inner.range), "`async for`"));
        }
        let iterable = self.head(host, frame, &inner.iter)?;
        let span = frame.span(inner.iter.range());
        if self.is_salvaging() && iterable.is_uncertain() {
            return self.salvage_for(host, frame, inner, &iterable);
        }
        self.enter_loop();
        self.need(&iterable, "what this loop goes over", span)?;
        let mut left = None;
        let mut turns = 0;
        let limit = self.limits.turns;
        let turned = self.for_each(host, &iterable, span, &mut |vm, host, item| {
            turns += 1;
            if turns > limit {
                return Err(too_long(limit, span));
            }
            vm.step(span)?;
            vm.assign(host, frame, &inner.target, item)?;
            let flow = vm.block(host, frame, &inner.body)?;
            vm.end_turn(host, frame, &inner.body, span);
            match flow {
                Flow::Next | Flow::Continue => Ok(true),
                leaving => {
                    left = Some(leaving);
                    Ok(false)
                }
            }
        });
        self.leave_loop(host, frame, &inner.body, span);
        turned?;
        match left {
            None => self.block(host, frame, &inner.orelse),
            Some(Flow::Return(value)) => Ok(Flow::Return(value)),
            Some(_) => Ok(Flow::Next),
        }
    }

    pub(super) fn while_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtWhile) -> Evaluated<Flow> {
        let span = frame.span(inner.test.range());
        let mut turns = 0;
        while self.condition(host, frame, &inner.test, "the condition of this `while`")? {
            turns += 1;
            if turns > self.limits.turns {
                return Err(too_long(self.limits.turns, span));
            }
            self.step(span)?;
            match self.block(host, frame, &inner.body)? {
                Flow::Next | Flow::Continue => {}
                Flow::Break => return Ok(Flow::Next),
                leaving @ Flow::Return(_) => return Ok(leaving),
            }
        }
        self.block(host, frame, &inner.orelse)
    }
}

fn too_long(limit: u64, span: Span) -> Unwind {
    Diagnostic::error(Code::StepBudget, format!("this loop has turned {limit} times and goes on"))
        .label(span, "this loop")
        .help("a condition that never becomes false is the usual cause")
        .into()
}
