//! Several ways of which one is taken: branches, turns of loops, handlers.

use std::rc::Rc;

use ruff_python_ast::name::Name;
use ruff_python_ast::{ExceptHandler, Expr, Stmt, StmtFor, StmtIf, StmtTry, StmtWhile};
use ruff_text_size::Ranged;

use super::names::Names;
use super::{State, seen_from, undecided};
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::frame::{Flow, Frame};
use crate::eval::function::Function;
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::{Handler, Vm};
use crate::source::Span;

/// One of several ways.
pub(in crate::eval) struct Way<'s> {
    /// What it begins from.
    pub from: State,
    pub body: &'s [Stmt],
    /// How control goes on after the body, where the body does not say it.
    pub then: Flow,
}

impl Vm {
    /// `if` and `elif` where a condition may not be known.
    pub(in crate::eval) fn salvage_if(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &StmtIf,
        statement: &Stmt,
    ) -> Evaluated<Flow> {
        let first = std::iter::once((Some(&*inner.test), &*inner.body));
        let clauses: Vec<(Option<&Expr>, &[Stmt])> =
            first.chain(inner.elif_else_clauses.iter().map(|clause| (clause.test.as_ref(), &*clause.body))).collect();
        for (at, (test, body)) in clauses.iter().enumerate() {
            let Some(test) = test else { return self.block(host, frame, body) };
            let value = self.head(host, frame, test)?;
            let span = frame.span(test.range());
            match self.decided(host, &value, span)? {
                Some(true) => return self.block(host, frame, body),
                Some(false) => {}
                None => {
                    let from = host.state();
                    let way = |body| Way { from: State::clone(&from), body, then: Flow::Next };
                    let mut ways: Vec<Way<'_>> = clauses.iter().skip(at).map(|(_, body)| way(*body)).collect();
                    if clauses.last().is_none_or(|(test, _)| test.is_some()) {
                        ways.push(way(&[]));
                    }
                    return self.ways(host, frame, ways, statement, span);
                }
            }
        }
        Ok(Flow::Next)
    }

    /// Runs each way, and goes on from what is sure after those that come out.
    pub(in crate::eval) fn ways(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        ways: Vec<Way<'_>>,
        statement: &Stmt,
        place: Span,
    ) -> Evaluated<Flow> {
        let names = Names::of_statement(statement);
        let before = bindings(frame, &names.bound);
        let (mut left, mut raised, mut out, mut bound) = (None, None, Vec::new(), Vec::new());
        self.begin_undecided(host);
        for way in ways {
            host.restore(&way.from);
            self.rebind(frame, &names.bound, &before);
            let flow = match self.block(host, frame, way.body) {
                Ok(Flow::Next) => way.then,
                Ok(flow) => flow,
                Err(Unwind::Raise(exception)) => {
                    if let Some(thrown) = self.salvage.as_mut().and_then(|salvage| salvage.thrown.last_mut()) {
                        thrown.push(host.state());
                    }
                    raised = Some(exception);
                    continue;
                }
                Err(stop) => {
                    self.end_undecided(host);
                    return Err(stop);
                }
            };
            if matches!(flow, Flow::Next) {
                out.push(host.state());
                bound.push(bindings(frame, &names.bound));
            } else {
                left = Some(self.note_leaving(host.state(), flow, place));
            }
        }
        self.end_undecided(host);
        match (left, raised) {
            (left, _) if !out.is_empty() => {
                host.merge(&out, place);
                self.join(frame, &names.bound, &bound, place);
                if left.is_some() || out.len() > 1 {
                    self.forget_changed(frame, &names, place);
                }
                Ok(Flow::Next)
            }
            (Some(flow), _) => Ok(flow),
            (None, Some(exception)) => Err(Unwind::Raise(exception)),
            (None, None) => Ok(Flow::Next),
        }
    }

    /// Keeps the state in which a way left its loop or function.
    fn note_leaving(&mut self, state: State, flow: Flow, place: Span) -> Flow {
        let Some(salvage) = &mut self.salvage else { return flow };
        let (list, flow) = match flow {
            Flow::Break => (salvage.breaks.last_mut(), Flow::Break),
            Flow::Continue => (salvage.continues.last_mut(), Flow::Continue),
            Flow::Return(_) => (salvage.returns.last_mut(), Flow::Return(undecided(place))),
            Flow::Next => (None, Flow::Next),
        };
        if let Some(list) = list {
            list.push(state);
        }
        flow
    }

    fn rebind(&mut self, frame: &mut Frame<'_>, names: &[Name], values: &[Option<Value>]) {
        for (name, value) in names.iter().zip(values) {
            match value {
                Some(value) => self.bind(frame, name, value.clone()),
                None => {
                    self.unbind(frame, name);
                }
            }
        }
    }

    /// Binds what all ways agree on; the rest is unknown.
    fn join(&mut self, frame: &mut Frame<'_>, names: &[Name], ways: &[Vec<Option<Value>>], place: Span) {
        for (at, name) in names.iter().enumerate() {
            let mut values = ways.iter().filter_map(|way| way.get(at));
            let Some(first) = values.next() else { continue };
            let same = values.all(|value| match (first, value) {
                (Some(one), Some(two)) => one.is(two),
                (None, None) => true,
                _ => false,
            });
            let value = if same { first.clone() } else { Some(undecided(place)) };
            self.rebind(frame, std::slice::from_ref(name), &[value]);
        }
    }

    fn forget_changed(&mut self, frame: &mut Frame<'_>, names: &Names, place: Span) {
        let changed = Names { range: names.range, loaded: Vec::new(), bound: Vec::new(), changed: names.changed.clone() };
        self.forget(frame, &changed, place);
    }

    /// Begins a function's body, in which ways may return.
    pub(in crate::eval) fn enter_body(&mut self, function: &Rc<Function>) {
        if let Some(salvage) = &mut self.salvage {
            salvage.returns.push(Vec::new());
            salvage.running.push((Rc::clone(function), salvage.undecided));
        }
    }

    /// Ends a function's body: what it gives is not known where a way returned before.
    pub(in crate::eval) fn leave_body(&mut self, host: &mut dyn Host, result: Evaluated<Flow>, place: Span) -> Evaluated<Flow> {
        let mut returned = self.salvage.as_mut().and_then(|salvage| salvage.returns.pop()).unwrap_or_default();
        self.salvage.iter_mut().for_each(|salvage| drop(salvage.running.pop()));
        if returned.is_empty() {
            return result;
        }
        match result {
            Ok(_) => returned.push(host.state()),
            Err(Unwind::Raise(_)) => {}
            Err(stop) => return Err(stop),
        }
        host.merge(&returned, place);
        Ok(Flow::Return(undecided(place)))
    }

    /// Begins a loop, which ways may leave.
    pub(in crate::eval) fn enter_loop(&mut self) {
        if let Some(salvage) = &mut self.salvage {
            salvage.breaks.push(Vec::new());
            salvage.continues.push(Vec::new());
        }
    }

    /// Ends a turn of a loop: ways that went on to the next one join here.
    pub(in crate::eval) fn end_turn(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, body: &[Stmt], place: Span) {
        let Some(salvage) = &mut self.salvage else { return };
        let mut states = salvage.continues.last_mut().map(std::mem::take).unwrap_or_default();
        if !states.is_empty() {
            states.push(host.state());
            host.merge(&states, place);
            self.forget_bound(frame, body, place);
        }
    }

    /// Ends a loop: ways that left it join here. Gives whether there were any.
    pub(in crate::eval) fn leave_loop(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, body: &[Stmt], place: Span) -> bool {
        let Some(salvage) = &mut self.salvage else { return false };
        salvage.continues.pop();
        let mut states = salvage.breaks.pop().unwrap_or_default();
        if states.is_empty() {
            return false;
        }
        states.push(host.state());
        host.merge(&states, place);
        self.forget_bound(frame, body, place);
        true
    }

    fn forget_bound(&mut self, frame: &mut Frame<'_>, body: &[Stmt], place: Span) {
        for statement in body {
            let names = Names::of_statement(statement);
            self.forget(frame, &names, place);
        }
    }

    /// Whether a way has left the loop or the function since there were so many that had.
    pub(in crate::eval) fn ways_left(&self) -> usize {
        let Some(salvage) = &self.salvage else { return 0 };
        salvage.breaks.last().map_or(0, Vec::len) + salvage.returns.last().map_or(0, Vec::len)
    }

    /// A loop of which it is not known how often it turns; `item` is what its target is bound to.
    pub(in crate::eval) fn salvage_turns(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        target: Option<(&Expr, Value)>,
        body: &[Stmt],
        place: Span,
    ) -> Evaluated<()> {
        let never = host.state();
        self.enter_loop();
        self.begin_undecided(host);
        let mut result = Ok(());
        // What one turn leaves may make a difference to the next; after that there is nothing left to be unsure of. Within another
        // such loop, the second turn of that one is it: loops in loops must not double the work at each level.
        for _ in 0..self.begin_turns() {
            let before = host.state();
            self.forget_bound(frame, body, place);
            let assigned = target.as_ref().map_or(Ok(()), |(target, item)| self.assign(host, frame, target, item.clone()));
            match assigned.and_then(|()| self.block(host, frame, body)) {
                Ok(Flow::Next | Flow::Continue) => {}
                Ok(flow) => {
                    self.note_leaving(host.state(), flow, place);
                }
                Err(Unwind::Raise(_)) => host.restore(&before),
                Err(stop) => {
                    result = Err(stop);
                    break;
                }
            }
            self.end_turn(host, frame, body, place);
            let after = host.state();
            host.merge(&[State::clone(&never), after], place);
        }
        self.end_turns();
        self.end_undecided(host);
        self.forget_bound(frame, body, place);
        self.leave_loop(host, frame, body, place);
        result
    }

    pub(super) fn begin_undecided(&mut self, host: &mut dyn Host) {
        host.perhaps(true);
        self.salvage.iter_mut().for_each(|salvage| salvage.undecided += 1);
    }

    pub(super) fn end_undecided(&mut self, host: &mut dyn Host) {
        host.perhaps(false);
        self.salvage.iter_mut().for_each(|salvage| salvage.undecided -= 1);
    }

    /// Begins a loop of which it is not known how often it turns; gives how many turns say all.
    fn begin_turns(&mut self) -> usize {
        let Some(salvage) = &mut self.salvage else { return 1 };
        salvage.turning += 1;
        if salvage.turning > 1 { 1 } else { 2 }
    }

    fn end_turns(&mut self) {
        self.salvage.iter_mut().for_each(|salvage| salvage.turning -= 1);
    }

    /// `for` over what is not known.
    pub(in crate::eval) fn salvage_for(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &StmtFor,
        iterable: &Value,
    ) -> Evaluated<Flow> {
        let place = frame.span(inner.iter.range());
        let item = match iterable {
            Value::Live(live) => live.then("[…]"),
            other => other.clone(),
        };
        self.salvage_turns(host, frame, Some((&inner.target, item)), &inner.body, place)?;
        self.block(host, frame, &inner.orelse)
    }

    /// `while`: turns as long as it is known that it does, then as one of which that is not known.
    pub(in crate::eval) fn salvage_while(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtWhile) -> Evaluated<Flow> {
        let place = frame.span(inner.test.range());
        let mut turns = 0;
        loop {
            let value = self.head(host, frame, &inner.test)?;
            match self.decided(host, &value, place)? {
                Some(false) => return self.block(host, frame, &inner.orelse),
                Some(true) if turns < self.limits.turns => {}
                _ => {
                    self.salvage_turns(host, frame, None, &inner.body, place)?;
                    return self.block(host, frame, &inner.orelse);
                }
            }
            turns += 1;
            self.step(place)?;
            self.enter_loop();
            let before = self.ways_left();
            let flow = self.block(host, frame, &inner.body)?;
            let undecided = self.ways_left() != before;
            self.end_turn(host, frame, &inner.body, place);
            if undecided && matches!(flow, Flow::Next | Flow::Continue) {
                self.forget_bound(frame, &inner.body, place);
                self.salvage_turns(host, frame, None, &inner.body, place)?;
            }
            let broken = self.leave_loop(host, frame, &inner.body, place);
            match flow {
                Flow::Break => return Ok(Flow::Next),
                Flow::Return(value) => return Ok(Flow::Return(value)),
                _ if undecided || broken => return Ok(Flow::Next),
                _ => {}
            }
        }
    }

    /// `try` with handlers: where something in its body could not be followed, it may have raised.
    pub(in crate::eval) fn salvage_try(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &StmtTry,
        handler: Handler,
        statement: &Stmt,
    ) -> Evaluated<Flow> {
        let place = frame.span(inner.range);
        let (before, losses, mark) = (host.state(), self.losses(), self.handlers.len());
        if let Some(salvage) = &mut self.salvage {
            salvage.thrown.push(Vec::new());
        }
        self.handlers.push(handler);
        let result = self.block(host, frame, &inner.body);
        self.handlers.truncate(mark);
        let mut thrown = self.salvage.as_mut().and_then(|salvage| salvage.thrown.pop()).unwrap_or_default();
        let flow = match result {
            Ok(flow) if losses == self.losses() && thrown.is_empty() => {
                return if matches!(flow, Flow::Next) { self.block(host, frame, &inner.orelse) } else { Ok(flow) };
            }
            Ok(flow) => flow,
            Err(Unwind::Raise(exception)) => {
                if !thrown.is_empty() {
                    thrown.push(host.state());
                    host.merge(&thrown, place);
                }
                return self.handle(host, frame, inner, exception);
            }
            Err(stop) => return Err(stop),
        };
        let went = host.state();
        thrown.extend([before, State::clone(&went)]);
        host.merge(&thrown, place);
        let failed = host.state();
        let orelse: &[Stmt] = if matches!(flow, Flow::Next) { &inner.orelse } else { &[] };
        let mut ways = vec![Way { from: went, body: orelse, then: flow }];
        for ExceptHandler::ExceptHandler(clause) in &inner.handlers {
            if let Some(name) = &clause.name {
                self.bind(frame, &name.id, undecided(place));
            }
            ways.push(Way { from: State::clone(&failed), body: &clause.body, then: Flow::Next });
        }
        self.ways(host, frame, ways, statement, place)
    }

    /// What stands in a `with suppress(…)`: where something in it could not be followed, the rest may not have run.
    pub(in crate::eval) fn salvage_suppressed(
        &mut self,
        host: &mut dyn Host,
        place: Span,
        inside: impl FnOnce(&mut Self, &mut dyn Host) -> Evaluated<Flow>,
    ) -> Evaluated<Flow> {
        if !self.is_salvaging() {
            return inside(self, host);
        }
        let (before, losses) = (host.state(), self.losses());
        let result = inside(self, host);
        if losses != self.losses() {
            let after = host.state();
            host.merge(&[before, after], place);
        }
        result
    }
}

/// What names are bound to where they are bound by the frame's own statements.
fn bindings(frame: &Frame<'_>, names: &[Name]) -> Vec<Option<Value>> {
    names.iter().map(|name| own(frame, name)).collect()
}

fn own(frame: &Frame<'_>, name: &str) -> Option<Value> {
    match &frame.scope {
        Some(scope) if frame.declared(name).is_none() => scope.own(name),
        _ => seen_from(frame, name),
    }
}
