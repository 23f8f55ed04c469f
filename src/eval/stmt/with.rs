//! `with`.

use std::rc::Rc;

use ruff_python_ast::{StmtWith, WithItem};
use ruff_text_size::Ranged;

use super::not_understood;
use crate::eval::exception::{Evaluated, Exception, Unwind};
use crate::eval::frame::{Flow, Frame};
use crate::eval::host::{Access, Args, Host};
use crate::eval::natives::contextlib;
use crate::eval::value::{Origin, Value};
use crate::eval::vm::{Handler, Vm};
use crate::source::Span;

/// What stands inside of a `with` item: the further items, then the body.
type Inside<'i> = dyn FnMut(&mut Vm, &mut dyn Host, Value) -> Evaluated<Flow> + 'i;

impl Vm {
    pub(super) fn with_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtWith) -> Evaluated<Flow> {
        if inner.is_async {
            return Err(not_understood(frame.span(inner.range), "`async with`"));
        }
        self.with_items(host, frame, &inner.items, inner)
    }

    fn with_items(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, items: &[WithItem], inner: &StmtWith) -> Evaluated<Flow> {
        let Some((first, rest)) = items.split_first() else { return self.block(host, frame, &inner.body) };
        let context = match self.head(host, frame, &first.context_expr)? {
            Value::Unknown(unknown) if self.is_salvaging() => Value::unknown(unknown.place, Rc::clone(&unknown.reason), Origin::Harmless),
            context => context,
        };
        let span = frame.span(first.context_expr.range());
        self.within(host, &context, span, &mut |vm, host, entered| {
            if let Some(target) = &first.optional_vars {
                vm.assign(host, frame, target, entered)?;
            }
            vm.with_items(host, frame, rest, inner)
        })
    }

    /// Runs `inside` between entering and leaving a context manager.
    fn within(&mut self, host: &mut dyn Host, context: &Value, span: Span, inside: &mut Inside<'_>) -> Evaluated<Flow> {
        if let Some(generator) = contextlib::generator_of(context) {
            return self.within_generator(host, &generator, span, inside);
        }
        if let Some(classes) = contextlib::suppressed(context) {
            return self.suppressing(host, classes, span, inside);
        }
        let entered = self.enter_context(host, context, span)?;
        let result = inside(self, host, entered);
        match result {
            Ok(flow) => {
                self.exit_context(host, context, None, span)?;
                Ok(flow)
            }
            Err(Unwind::Raise(exception)) => {
                if self.exit_context(host, context, Some(&exception), span)? {
                    Ok(Flow::Next)
                } else {
                    Err(Unwind::Raise(exception))
                }
            }
            Err(stop) => Err(stop),
        }
    }

    /// `contextmanager` over a generator function: the body runs at its `yield`, and exceptions go in there.
    fn within_generator(&mut self, host: &mut dyn Host, generator: &Value, span: Span, inside: &mut Inside<'_>) -> Evaluated<Flow> {
        let mut flow = Flow::Next;
        self.run_context(host, generator, span, &mut |vm, host, entered| {
            flow = inside(vm, host, entered)?;
            Ok(())
        })?;
        Ok(flow)
    }

    fn suppressing(&mut self, host: &mut dyn Host, classes: Vec<Value>, span: Span, inside: &mut Inside<'_>) -> Evaluated<Flow> {
        let handler = Handler { classes: classes.iter().cloned().map(Some).collect(), function: self.current_function(), place: span };
        self.handlers.push(handler);
        let mark = self.handlers.len();
        let result = self.salvage_suppressed(host, span, |vm, host| inside(vm, host, Value::None));
        self.handlers.truncate(mark - 1);
        match result {
            Err(Unwind::Raise(exception)) => {
                for class in &classes {
                    if self.catches(host, &exception, class, span)? {
                        return Ok(Flow::Next);
                    }
                }
                Err(Unwind::Raise(exception))
            }
            other => other,
        }
    }

    /// `__enter__`: what `as` binds.
    pub(in crate::eval) fn enter_context(&mut self, host: &mut dyn Host, context: &Value, span: Span) -> Evaluated {
        match context {
            Value::Library(library) => Self::outcome(host.library(self, Access::Enter { object: library }, span)),
            Value::Unknown(unknown) if unknown.origin == Origin::Project => self.call_unknown(host, unknown, &Args::default(), span),
            Value::Unknown(_) => Ok(context.clone()),
            Value::Live(live) => Ok(live.then(" entered")),
            _ => match self.special(host, context, "__enter__", span)? {
                Some(method) => self.call(host, &method, Args::default(), span),
                None => match Self::library_part(context) {
                    Some(library) => self.enter_context(host, &Value::Library(library), span),
                    None => {
                        let message = format!("'{}' object does not support the context manager protocol", self.type_name(context));
                        Err(self.raise("TypeError", message, span))
                    }
                },
            },
        }
    }

    /// `__exit__`: whether it swallows the exception.
    pub(in crate::eval) fn exit_context(
        &mut self,
        host: &mut dyn Host,
        context: &Value,
        raised: Option<&Exception>,
        span: Span,
    ) -> Evaluated<bool> {
        let swallowed = match context {
            Value::Library(library) => Self::outcome(host.library(self, Access::Exit { object: library, raised }, span))?,
            Value::Unknown(_) | Value::Live(_) => Value::None,
            _ => match self.special(host, context, "__exit__", span)? {
                Some(method) => {
                    let values = match raised {
                        Some(exception) => {
                            [Value::Class(exception.instance.class.clone()), Value::Instance(exception.instance.clone()), Value::None]
                        }
                        None => [Value::None, Value::None, Value::None],
                    };
                    self.call(host, &method, Args::of(values, span), span)?
                }
                None => match Self::library_part(context) {
                    Some(library) => return self.exit_context(host, &Value::Library(library), raised, span),
                    None => Value::None,
                },
            },
        };
        if raised.is_none() || swallowed.is_uncertain() {
            return Ok(false);
        }
        self.truth(host, &swallowed, span)
    }
}
