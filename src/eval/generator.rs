//! Iterators and generators.
//!
//! A generator function runs by inversion: whoever loops over it is called at each `yield`, on top of the generator's
//! own native stack frame. Where values are asked for one at a time (`next`, `zip`), a generator function runs to its
//! end first and its values are kept.

use std::cell::RefCell;
use std::rc::Rc;

use super::ahead::Ahead;
use super::exception::{Evaluated, Unwind, is_exit};
use super::function::Function;
use super::host::{Access, Args, Host};
use super::scope::Scope;
use super::value::Value;
use super::vm::Vm;
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

/// An iterator: values computed ahead, or something that computes the next one when it is asked.
pub struct Generator {
    state: RefCell<State>,
}

/// Something that gives one value after the other.
pub trait Pull {
    /// The next value; nothing at the end.
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>>;
}

/// What an iterator still has to do.
enum State {
    /// A generator function that was called and has not begun.
    Function(Rc<Function>, Rc<Scope>),
    /// A generator expression.
    Program(Box<dyn Pull>),
    Lazy(Box<dyn Pull>),
    Running,
    Done,
}

/// What a consumer does with one value; false ends the loop.
pub(super) type Consume<'c> = dyn FnMut(&mut Vm, &mut dyn Host, Value) -> Evaluated<bool> + 'c;

impl Generator {
    fn with(state: State) -> Value {
        Value::Generator(Rc::new(Self { state: RefCell::new(state) }))
    }

    /// An iterator over values that are there.
    pub fn over(values: Vec<Value>) -> Value {
        Self::with(State::Lazy(Box::new(Computed(values.into_iter()))))
    }

    /// An iterator that computes its values when it is asked.
    pub fn lazy(pull: impl Pull + 'static) -> Value {
        Self::with(State::Lazy(Box::new(pull)))
    }

    /// A generator expression of the program.
    pub(super) fn program(pull: impl Pull + 'static) -> Value {
        Self::with(State::Program(Box::new(pull)))
    }

    /// A generator function with its arguments bound.
    pub(super) fn function(function: Rc<Function>, scope: Rc<Scope>) -> Value {
        Self::with(State::Function(function, scope))
    }

    /// Whether going on runs code of the program.
    pub(super) fn is_program(&self) -> bool {
        matches!(&*self.state.borrow(), State::Function(..) | State::Program(_))
    }

    /// Takes the state out, so that it can run; `Running` stands in its place.
    fn take(&self) -> State {
        self.state.replace(State::Running)
    }
}

impl std::fmt::Debug for Generator {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Generator")
    }
}

/// Values computed ahead.
struct Computed(std::vec::IntoIter<Value>);

impl Pull for Computed {
    fn next(&mut self, _: &mut Vm, _: &mut dyn Host, _: Span) -> Evaluated<Option<Value>> {
        Ok(self.0.next())
    }
}

/// A list that may change while it is gone over.
struct Listed(Rc<RefCell<Vec<Value>>>, usize);

impl Pull for Listed {
    fn next(&mut self, _: &mut Vm, _: &mut dyn Host, _: Span) -> Evaluated<Option<Value>> {
        self.1 += 1;
        Ok(self.0.borrow().get(self.1 - 1).cloned())
    }
}

/// The integers of a `range`.
struct Counted {
    next: i128,
    left: i128,
    step: i128,
}

impl Pull for Counted {
    fn next(&mut self, _: &mut Vm, _: &mut dyn Host, _: Span) -> Evaluated<Option<Value>> {
        if self.left <= 0 {
            return Ok(None);
        }
        let value = self.next;
        (self.left, self.next) = (self.left - 1, self.next.saturating_add(self.step));
        Ok(Some(Value::Int(value)))
    }
}

/// An object of the program with `__next__`.
struct Stepped(Value);

impl Pull for Stepped {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        match vm.call_method(host, &self.0, "__next__", Args::default(), span) {
            Ok(value) => Ok(Some(value)),
            Err(Unwind::Raise(exception)) if exception.class_name() == "StopIteration" => Ok(None),
            Err(unwind) => Err(unwind),
        }
    }
}

impl Vm {
    /// All items of an iterable, in order; an error where it is unknown or live.
    pub fn iterate(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Vec<Value>> {
        match value {
            Value::List(items) => return Ok(items.borrow().clone()),
            Value::Tuple(items) => return Ok(items.to_vec()),
            Value::Dict(dict) => return Ok(dict.borrow().iter().map(|(name, _)| name.clone()).collect()),
            Value::Set(set) => return Ok(set.borrow().iter().cloned().collect()),
            Value::FrozenSet(set) => return Ok(set.iter().cloned().collect()),
            _ => {}
        }
        let mut items = Vec::new();
        let limit = self.limits.turns;
        self.for_each(host, value, span, &mut |vm, _, item| {
            vm.step(span)?;
            items.push(item);
            if items.len() as u64 > limit { Err(too_many(span)) } else { Ok(true) }
        })?;
        Ok(items)
    }

    /// Appends items to a list; an error where it grows beyond all reason.
    pub(super) fn extend_list(&mut self, list: &RefCell<Vec<Value>>, items: Vec<Value>, span: Span) -> Evaluated<()> {
        let mut list = list.borrow_mut();
        if (list.len() + items.len()) as u64 > self.limits.turns {
            return Err(too_many(span));
        }
        list.extend(items);
        Ok(())
    }

    /// `iter(value)`.
    pub fn iterator(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated {
        Ok(match value {
            Value::Generator(_) => value.clone(),
            Value::List(items) => Generator::lazy(Listed(Rc::clone(items), 0)),
            Value::Str(text) => Generator::over(text.chars().map(|char| Value::str(char.to_string())).collect()),
            Value::Bytes(bytes) => Generator::over(bytes.iter().map(|byte| Value::Int(i128::from(*byte))).collect()),
            Value::Tuple(_) | Value::Dict(_) | Value::Set(_) | Value::FrozenSet(_) => Generator::over(self.iterate(host, value, span)?),
            Value::Range(range) => Generator::lazy(Counted { next: range.start, left: range.len(), step: range.step }),
            Value::Library(library) => {
                let items = Self::outcome(host.library(self, Access::Iter { object: library }, span))?;
                return if items.is_uncertain() {
                    self.need(&items, "what this goes over", span).map(|()| items)
                } else {
                    self.iterator(host, &items, span)
                };
            }
            Value::Unknown(_) | Value::Live(_) => {
                self.need(value, "what this goes over", span)?;
                Value::None
            }
            _ => return self.iterator_of_object(host, value, span),
        })
    }

    fn iterator_of_object(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated {
        if let Some(method) = self.special(host, value, "__iter__", span)? {
            let iterator = self.call(host, &method, Args::default(), span)?;
            return match &iterator {
                Value::Instance(_) => Ok(Generator::lazy(Stepped(iterator))),
                Value::Object(_) if iterator.is(value) => Ok(Generator::lazy(Stepped(iterator))),
                _ => self.iterator(host, &iterator, span),
            };
        }
        if self.special(host, value, "__getitem__", span)?.is_some() && !matches!(value, Value::Class(_)) {
            return Ok(Generator::lazy(Indexed(value.clone(), 0)));
        }
        let native = match value {
            Value::Instance(instance) => instance.native.borrow().clone(),
            _ => None,
        };
        if let Some(native) = native {
            return self.iterator(host, &native, span);
        }
        if let Some(library) = Self::library_part(value) {
            return self.iterator(host, &Value::Library(library), span);
        }
        let message = format!("'{}' object is not iterable", self.type_name(value));
        Err(self.raise("TypeError", message, span))
    }

    /// The next value of an iterator; nothing at its end.
    pub fn pull(&mut self, host: &mut dyn Host, iterator: &Value, span: Span) -> Evaluated<Option<Value>> {
        let Value::Generator(generator) = iterator else {
            let iterator = self.iterator(host, iterator, span)?;
            return if matches!(iterator, Value::Generator(_)) { self.pull(host, &iterator, span) } else { Ok(None) };
        };
        match generator.take() {
            State::Function(function, scope) => {
                let mut items = Vec::new();
                let mut ahead = Ahead { host: &mut *host, asked: span };
                self.invert(&mut ahead, &function, &scope, span, &mut |_, _, item| {
                    items.push(item);
                    if items.len() > 100_000 { Err(endless(span)) } else { Ok(true) }
                })?;
                generator.state.replace(State::Lazy(Box::new(Computed(items.into_iter()))));
                self.pull(host, iterator, span)
            }
            State::Program(mut pull) => {
                let next = pull.next(self, host, span);
                generator.state.replace(if matches!(next, Ok(Some(_))) { State::Program(pull) } else { State::Done });
                next
            }
            State::Lazy(mut pull) => {
                let next = pull.next(self, host, span);
                generator.state.replace(if matches!(next, Ok(Some(_))) { State::Lazy(pull) } else { State::Done });
                next
            }
            State::Done => {
                generator.state.replace(State::Done);
                Ok(None)
            }
            State::Running => Err(self.raise("ValueError", "generator already executing", span)),
        }
    }

    /// Hands every item of an iterable to `consume`, until that says false.
    pub(super) fn for_each(&mut self, host: &mut dyn Host, value: &Value, span: Span, consume: &mut Consume<'_>) -> Evaluated<()> {
        match value {
            Value::List(items) => {
                let mut index = 0;
                loop {
                    let Some(item) = items.borrow().get(index).cloned() else { return Ok(()) };
                    index += 1;
                    if !consume(self, host, item)? {
                        return Ok(());
                    }
                }
            }
            Value::Tuple(items) => {
                for item in items.iter() {
                    if !consume(self, host, item.clone())? {
                        return Ok(());
                    }
                }
                return Ok(());
            }
            _ => {}
        }
        let iterator = self.iterator(host, value, span)?;
        if let Value::Generator(generator) = &iterator {
            let state = generator.take();
            if let State::Function(function, scope) = state {
                let result = self.invert(host, &function, &scope, span, consume);
                generator.state.replace(State::Done);
                return result;
            }
            generator.state.replace(state);
        }
        while let Some(item) = self.pull(host, &iterator, span)? {
            if !consume(self, host, item)? {
                break;
            }
        }
        Ok(())
    }

    /// Runs a generator function, its consumer called at each `yield`.
    ///
    /// What ends the consumer early closes the generator: its `finally` blocks run, its `except` clauses do not see the
    /// consumer's exception.
    fn invert(
        &mut self,
        host: &mut dyn Host,
        function: &Rc<Function>,
        scope: &Rc<Scope>,
        span: Span,
        consume: &mut Consume<'_>,
    ) -> Evaluated<()> {
        let mark = self.handlers.len();
        let mut ended: Option<Evaluated<()>> = None;
        let ran = self.run_generator(host, function, scope, span, &mut |vm, host, item| {
            if ended.is_some() {
                return Err(vm.raise("RuntimeError", "generator ignored GeneratorExit", span));
            }
            let hidden = vm.handlers.split_off(mark.min(vm.handlers.len()));
            let went = consume(vm, host, item);
            vm.handlers.truncate(mark);
            vm.handlers.extend(hidden);
            match went {
                Ok(true) => return Ok(Value::None),
                Ok(false) => ended = Some(Ok(())),
                Err(Unwind::Stop(diagnostic)) => return Err(Unwind::Stop(diagnostic)),
                Err(raised) => ended = Some(Err(raised)),
            }
            Err(vm.raise_empty("GeneratorExit", span))
        });
        match (ended, ran) {
            (None, ran) => ran.map(drop),
            (Some(ended), Ok(_)) => ended,
            (Some(ended), Err(unwind)) if is_exit(&unwind) => ended,
            (Some(_), Err(unwind)) => Err(unwind),
        }
    }

    /// Runs the body of a `with` over a `contextmanager` function: at its `yield`.
    ///
    /// `body` says whether an exception goes into the generator by returning it.
    pub(super) fn run_context(
        &mut self,
        host: &mut dyn Host,
        generator: &Value,
        span: Span,
        body: &mut dyn FnMut(&mut Vm, &mut dyn Host, Value) -> Evaluated<()>,
    ) -> Evaluated<()> {
        let state = match generator {
            Value::Generator(generator) => generator.take(),
            _ => State::Done,
        };
        let State::Function(function, scope) = state else {
            return Err(self.raise("RuntimeError", "generator didn't yield", span));
        };
        let mut yielded = false;
        self.run_generator(host, &function, &scope, span, &mut |vm, host, item| {
            if yielded {
                return Err(vm.raise("RuntimeError", "generator didn't stop", span));
            }
            yielded = true;
            body(vm, host, item).map(|()| Value::None)
        })?;
        if yielded { Ok(()) } else { Err(self.raise("RuntimeError", "generator didn't yield", span)) }
    }
}

/// An object with `__getitem__` alone, asked for 0, 1, 2, … until it raises `IndexError`.
struct Indexed(Value, i128);

impl Pull for Indexed {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        self.1 += 1;
        match vm.get_item(host, &self.0, &Value::Int(self.1 - 1), span) {
            Ok(value) => Ok(Some(value)),
            Err(Unwind::Raise(exception)) if exception.class_name() == "IndexError" => Ok(None),
            Err(unwind) => Err(unwind),
        }
    }
}

fn too_many(span: Span) -> Unwind {
    Diagnostic::error(Code::StepBudget, "this has more items than Aludel keeps")
        .label(span, "here")
        .help("let the database count: `generate_series` makes as many rows as you like")
        .into()
}

fn endless(span: Span) -> Unwind {
    Diagnostic::error(Code::StepBudget, "this generator yields more values than Aludel keeps")
        .label(span, "asked for one value at a time here")
        .help("go over the generator with `for`, which takes its values as they come")
        .into()
}
