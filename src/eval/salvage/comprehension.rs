//! Comprehensions over what is not known: what their bodies do, they may have done.

use ruff_python_ast::{Comprehension, Expr};
use ruff_text_size::Ranged;

use super::undecided;
use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::Vm;

impl Vm {
    /// A comprehension of which it is not known how often it turns; `over` is what its first loop goes over, and what it is worth.
    pub(in crate::eval) fn salvage_comprehension(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        generators: &[Comprehension],
        elements: &[&Expr],
        over: Value,
    ) -> Evaluated {
        let Some((first, rest)) = generators.split_first() else { return Ok(over) };
        let place = frame.span(first.iter.range());
        let never = host.state();
        let item = match &over {
            Value::Live(live) => live.then("[…]"),
            other => other.clone(),
        };
        self.begin_undecided(host);
        let turned = self.salvage_turn(host, frame, (first, item), rest, elements);
        self.end_undecided(host);
        let after = host.state();
        host.merge(&[never, after], place);
        turned.map(|()| over)
    }

    /// One turn, through all the loops within.
    fn salvage_turn(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        (generator, item): (&Comprehension, Value),
        rest: &[Comprehension],
        elements: &[&Expr],
    ) -> Evaluated<()> {
        self.assign(host, frame, &generator.target, item)?;
        for condition in &generator.ifs {
            self.head(host, frame, condition)?;
        }
        match rest.split_first() {
            Some((next, rest)) => {
                self.head(host, frame, &next.iter)?;
                let item = undecided(frame.span(next.iter.range()));
                self.salvage_turn(host, frame, (next, item), rest, elements)
            }
            None => elements.iter().try_for_each(|element| self.head(host, frame, element).map(drop)),
        }
    }
}
