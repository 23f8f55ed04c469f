//! The arguments of a call expression.

use ruff_python_ast::{Arguments, Expr, ExprCall};
use ruff_text_size::Ranged;

use crate::eval::class::Instance;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::frame::Frame;
use crate::eval::host::{Arg, Args, Host};
use crate::eval::natives;
use crate::eval::object::{Receiver, Super};
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

use std::rc::Rc;

impl Vm {
    pub(in crate::eval) fn call_expr(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, call: &ExprCall) -> Evaluated {
        let span = frame.span(call.range());
        if let Some(value) = self.frame_builtin(frame, call, span)? {
            return Ok(value);
        }
        let function = self.expr(host, frame, &call.func)?;
        let args = self.arguments(host, frame, &call.arguments, &function)?;
        match self.call(host, &function, args, span) {
            Err(unwind) if self.is_salvaging() => self.past_call(host, frame, call, unwind),
            result => result,
        }
    }

    /// Evaluates the arguments; of a star over something unknown the callee decides what it means.
    pub(in crate::eval) fn arguments(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        arguments: &Arguments,
        callee: &Value,
    ) -> Evaluated<Args> {
        let mut args =
            Args { positional: Vec::with_capacity(arguments.args.len()), keywords: Vec::with_capacity(arguments.keywords.len()) };
        for argument in &arguments.args {
            let span = frame.span(argument.range());
            if let Expr::Starred(starred) = argument {
                let iterable = self.expr(host, frame, &starred.value)?;
                if iterable.is_uncertain() && callee.is_uncertain() {
                    if is_kept(callee) {
                        args.positional.push(Arg { value: iterable, span });
                    }
                    continue;
                }
                let items = self.iterate(host, &iterable, span)?;
                args.positional.extend(items.into_iter().map(|value| Arg { value, span }));
            } else {
                let value = self.argument(host, frame, argument)?;
                args.positional.push(Arg { value, span });
            }
        }
        for keyword in &arguments.keywords {
            let value = self.argument(host, frame, &keyword.value)?;
            let span = frame.span(keyword.value.range());
            match &keyword.arg {
                Some(name) => {
                    let name = self.intern(name.as_str());
                    args.keywords.push((name, Arg { value, span }));
                }
                None if value.is_uncertain() && is_kept(callee) => args.positional.push(Arg { value, span }),
                None if value.is_uncertain() && callee.is_uncertain() => {}
                None if value.is_uncertain() && self.goes_past_arguments(host) => {
                    if let Value::Library(_) = callee {
                        args.keywords.push((self.intern("**"), Arg { value, span }));
                    }
                }
                None => self.spread(host, &value, span, &mut args)?,
            }
        }
        Ok(args)
    }

    /// The value of an argument; unknown where it fails, if that may be passed.
    fn argument(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, argument: &Expr) -> Evaluated {
        match self.expr(host, frame, argument) {
            Err(unwind) if self.goes_past_arguments(host) && self.goes_past(&unwind) => {
                Ok(Value::unknown(unwind.place(), why(&unwind), Origin::Project))
            }
            result => result,
        }
    }

    /// Whether calls are made though an argument fails: where nothing can be emitted, what the others say is worth having.
    fn goes_past_arguments(&self, host: &dyn Host) -> bool {
        self.is_salvaging() && !host.emits()
    }

    fn spread(&mut self, host: &mut dyn Host, mapping: &Value, span: Span, args: &mut Args) -> Evaluated<()> {
        self.need(mapping, "what `**` spreads into this call", span)?;
        for (name, value) in self.mapping_items(host, mapping, span)? {
            let Value::Str(name) = name else { return Err(self.raise("TypeError", "keywords must be strings", span)) };
            args.keywords.push((name, Arg { value, span }));
        }
        Ok(())
    }

    /// The builtins that ask for the frame they are called in: `super()`, `locals()`, `globals()`, `vars()`.
    fn frame_builtin(&mut self, frame: &Frame<'_>, call: &ExprCall, span: Span) -> Evaluated<Option<Value>> {
        let Expr::Name(name) = &*call.func else { return Ok(None) };
        if !call.arguments.is_empty() {
            return Ok(None);
        }
        let name = name.id.as_str();
        if !matches!(name, "super" | "locals" | "globals" | "vars" | "dir") || frame.module.bound(name).is_some() {
            return Ok(None);
        }
        match name {
            "super" => self.bare_super(frame, span).map(Some),
            "globals" => Ok(Some(natives::globals::of(frame.module))),
            _ => Ok(Some(match &frame.scope {
                Some(scope) => scope.names.borrow().to_dict(),
                None => natives::globals::of(frame.module),
            })),
        }
    }

    fn bare_super(&mut self, frame: &Frame<'_>, span: Span) -> Evaluated {
        let class = frame.owner.as_ref().and_then(|owner| owner.get()).cloned();
        let first = frame.locals.as_ref().and_then(|locals| locals.names.borrow().iter().next().map(|(_, value)| value.clone()));
        match (class, first) {
            (Some(class), Some(first)) => self.super_of(&class, &first, span),
            _ => Err(self.raise("RuntimeError", "super(): no arguments", span)),
        }
    }

    /// `super(class, this)`.
    pub(in crate::eval) fn super_of(&mut self, class: &Rc<crate::eval::Class>, this: &Value, span: Span) -> Evaluated {
        let this = match this {
            Value::Instance(instance) => Receiver::Instance(Rc::<Instance>::clone(instance)),
            Value::Class(class) => Receiver::Class(Rc::clone(class)),
            _ => return Err(self.raise("TypeError", "super(type, obj): obj must be an instance or subtype of type", span)),
        };
        Ok(Value::Super(Rc::new(Super { after: Rc::clone(class), this })))
    }
}

/// Whether the host acts on what a live value is called with, so that nothing may be left out.
fn is_kept(callee: &Value) -> bool {
    matches!(callee, Value::Live(live) if live.kept(1).is_some())
}

/// Why the value of an argument that failed is not known.
fn why(failure: &Unwind) -> String {
    match failure {
        Unwind::Raise(exception) => format!("this raises {}: {}", exception.class_name(), exception.message()),
        Unwind::Stop(problem) => problem.message.clone(),
    }
}
