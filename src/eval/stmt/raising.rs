//! `raise` and `try`.

use std::rc::Rc;

use ruff_python_ast::{ExceptHandler, ExceptHandlerExceptHandler, Expr, Stmt, StmtRaise, StmtTry};
use ruff_text_size::Ranged;

use super::not_understood;
use crate::eval::class::Class;
use crate::eval::exception::{Evaluated, Exception, Unwind};
use crate::eval::frame::{Flow, Frame};
use crate::eval::host::{Access, Args, Host};
use crate::eval::value::Value;
use crate::eval::vm::{Handler, Vm};
use crate::source::Span;

impl Vm {
    /// The exception that a `raise` statement raises, or the error on the way to it.
    pub(super) fn raise_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtRaise) -> Unwind {
        let span = frame.span(inner.range);
        let Some(raised) = &inner.exc else {
            return match self.handling.last() {
                Some(exception) => Unwind::Raise(exception.clone()),
                None => self.raise("RuntimeError", "No active exception to reraise", span),
            };
        };
        match self.expr(host, frame, raised).and_then(|value| self.exception_of(host, &value, span)) {
            Ok(exception) => {
                if let Some(cause) = &inner.cause {
                    match self.expr(host, frame, cause) {
                        Ok(cause) => exception.instance.attributes.borrow_mut().set("__cause__", cause),
                        Err(unwind) => return unwind,
                    }
                }
                Unwind::Raise(exception)
            }
            Err(unwind) => unwind,
        }
    }

    /// The exception that raising a class or an instance raises.
    pub(in crate::eval) fn exception_of(&mut self, host: &mut dyn Host, value: &Value, span: Span) -> Evaluated<Exception> {
        self.need(value, "the exception that this raises", span)?;
        match value {
            Value::Instance(instance) if self.is_exception(&instance.class) => Ok(Exception::new(Rc::clone(instance), span)),
            Value::Class(class) if self.is_exception(class) => {
                let made = self.call(host, value, Args::default(), span)?;
                match made {
                    Value::Instance(instance) => Ok(Exception::new(instance, span)),
                    _ => Err(self.raise("TypeError", "exceptions must derive from BaseException", span)),
                }
            }
            Value::Library(_) => match self.call(host, value, Args::default(), span)? {
                made @ Value::Instance(_) => self.exception_of(host, &made, span),
                _ => Err(self.raise("TypeError", "exceptions must derive from BaseException", span)),
            },
            _ => Err(self.raise("TypeError", "exceptions must derive from BaseException", span)),
        }
    }

    fn is_exception(&self, class: &Rc<Class>) -> bool {
        self.builtin_exception("BaseException").is_some_and(|base| class.is_subclass(&base))
    }

    pub(super) fn try_statement(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &StmtTry,
        statement: &Stmt,
    ) -> Evaluated<Flow> {
        if inner.is_star {
            return Err(not_understood(frame.span(inner.range), "`except*`"));
        }
        let result = self.guarded(host, frame, inner, statement);
        if inner.finalbody.is_empty() || matches!(result, Err(Unwind::Stop(_))) {
            return result;
        }
        match self.block(host, frame, &inner.finalbody)? {
            Flow::Next => result,
            leaving => Ok(leaving),
        }
    }

    fn guarded(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtTry, statement: &Stmt) -> Evaluated<Flow> {
        if inner.handlers.is_empty() {
            return self.block(host, frame, &inner.body);
        }
        let mark = self.handlers.len();
        let handler = self.handler(host, frame, inner);
        if self.is_salvaging() {
            return self.salvage_try(host, frame, inner, handler, statement);
        }
        self.handlers.push(handler);
        let result = self.block(host, frame, &inner.body);
        self.handlers.truncate(mark);
        match result {
            Ok(Flow::Next) => self.block(host, frame, &inner.orelse),
            Err(Unwind::Raise(exception)) => self.handle(host, frame, inner, exception),
            other => other,
        }
    }

    /// What the `except` clauses name, as far as that can be told before something is raised.
    fn handler(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtTry) -> Handler {
        let mut classes = Vec::new();
        for ExceptHandler::ExceptHandler(clause) in &inner.handlers {
            let Some(named) = &clause.type_ else {
                classes.push(None);
                continue;
            };
            let value = match &**named {
                Expr::Call(_) => None,
                named => self.expr(host, frame, named).ok(),
            };
            match value {
                Some(Value::Tuple(items)) => classes.extend(items.iter().cloned().map(Some)),
                Some(value) => classes.push(Some(value)),
                None => classes.push(Some(Value::None)),
            }
        }
        Handler { classes, function: self.current_function(), place: frame.span(inner.range) }
    }

    pub(in crate::eval) fn handle(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &StmtTry,
        exception: Exception,
    ) -> Evaluated<Flow> {
        for ExceptHandler::ExceptHandler(clause) in &inner.handlers {
            let caught = match &clause.type_ {
                None => true,
                Some(named) => {
                    let class = self.expr(host, frame, named)?;
                    self.catches(host, &exception, &class, frame.span(named.range()))?
                }
            };
            if caught {
                return self.run_handler(host, frame, clause, exception);
            }
        }
        Err(Unwind::Raise(exception))
    }

    fn run_handler(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        clause: &ExceptHandlerExceptHandler,
        exception: Exception,
    ) -> Evaluated<Flow> {
        if let Some(name) = &clause.name {
            self.bind(frame, &name.id, Value::Instance(Rc::clone(&exception.instance)));
        }
        self.handling.push(exception);
        let result = self.block(host, frame, &clause.body);
        self.handling.pop();
        if let Some(name) = &clause.name {
            self.unbind(frame, name.as_str());
        }
        result
    }

    /// Whether an `except` of the class, or tuple of classes, catches the exception.
    pub(in crate::eval) fn catches(&mut self, host: &mut dyn Host, exception: &Exception, class: &Value, span: Span) -> Evaluated<bool> {
        match class {
            Value::Class(class) => Ok(exception.instance.class.is_subclass(class)),
            Value::Tuple(classes) => {
                for class in classes.iter() {
                    if self.catches(host, exception, class, span)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
            Value::Library(_) => {
                let raised = Value::Class(Rc::clone(&exception.instance.class));
                let answer = Self::outcome(host.library(self, Access::IsSubclass { class: &raised, of: class }, span))?;
                self.truth(host, &answer, span)
            }
            _ => {
                self.need(class, "what this `except` catches", span)?;
                Err(self.raise("TypeError", "catching classes that do not inherit from BaseException is not allowed", span))
            }
        }
    }
}
