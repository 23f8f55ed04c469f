//! Calls: of functions, classes, and all else that can be called.

mod arguments;
pub mod construct;
mod parameters;

use std::rc::Rc;

use ruff_python_ast::Stmt;

use super::exception::{Evaluated, Unwind};
use super::frame::{Flow, Frame, Sink};
use super::function::{Call, Function, FunctionKind, Native, Row};
use super::generator::Generator;
use super::host::{Access, Arg, Args, Deed, Host};
use super::object::Descriptor;
use super::scope::Scope;
use super::value::Value;
use super::vm::Vm;
use super::{locate, unknown};
use crate::diag::{Code, Diagnostic};
use crate::source::Span;

impl Vm {
    /// `function(*args)`.
    pub fn call(&mut self, host: &mut dyn Host, function: &Value, args: Args, span: Span) -> Evaluated {
        match function {
            Value::Function(function) => self.call_function(host, function, None, args, span),
            Value::Method(method) => self.call_bound(host, &method.function, method.receiver.clone(), args, span),
            Value::Native(native) => self.call_native(host, native, args, span),
            Value::Class(class) => self.instantiate(host, class, args, span),
            Value::Library(library) => Self::outcome(host.library(self, Access::Call { object: library, args }, span)),
            Value::Unknown(inner) => self.call_unknown(host, inner, &args, span),
            Value::Live(live) => {
                let Some(method) = live.steps.last().and_then(|step| step.strip_prefix('.')) else { return Ok(live.then("(…)")) };
                if let Some(answer) = host.call_live(self, live, method, &args, span) {
                    return answer;
                }
                match host.refuses_live(live, Deed::Call(method), span) {
                    Some(refusal) => Err(refusal.into()),
                    None => Ok(live.then("(…)")),
                }
            }
            Value::Descriptor(descriptor) => match &**descriptor {
                Descriptor::StaticMethod(inner) => self.call(host, inner, args, span),
                _ => Err(self.not_callable(function, span)),
            },
            _ => match self.special(host, function, "__call__", span)? {
                Some(method) => self.call(host, &method, args, span),
                None => match Self::library_part(function) {
                    Some(library) => self.call(host, &Value::Library(library), args, span),
                    None => Err(self.not_callable(function, span)),
                },
            },
        }
    }

    /// `value.name(*args)`.
    pub fn call_method(&mut self, host: &mut dyn Host, value: &Value, name: &str, args: Args, span: Span) -> Evaluated {
        let method = self.get_attr(host, value, name, span)?;
        self.call(host, &method, args, span)
    }

    fn not_callable(&mut self, value: &Value, span: Span) -> Unwind {
        let message = format!("'{}' object is not callable", self.type_name(value));
        self.raise("TypeError", message, span)
    }

    /// Calls what a method is made of, the object it was reached through as the first argument.
    pub(super) fn call_bound(&mut self, host: &mut dyn Host, function: &Value, receiver: Value, args: Args, span: Span) -> Evaluated {
        match function {
            Value::Function(function) => self.call_function(host, function, Some(receiver), args, span),
            Value::Native(Native::Function(row)) => self.call_row(host, row, Some(receiver), args, span),
            other => {
                let mut all = args;
                all.positional.insert(0, Arg { value: receiver, span });
                self.call(host, other, all, span)
            }
        }
    }

    fn call_native(&mut self, host: &mut dyn Host, native: &Native, args: Args, span: Span) -> Evaluated {
        match native {
            Native::Function(row) => self.call_row(host, row, None, args, span),
            Native::Method(row, receiver) => self.call_row(host, row, Some((**receiver).clone()), args, span),
            Native::Unbound(row) => {
                let mut args = args;
                if args.positional.is_empty() {
                    let message = format!("unbound method {}() needs an argument", row.name);
                    return Err(self.raise("TypeError", message, span));
                }
                let receiver = args.positional.remove(0).value;
                self.call_row(host, row, Some(receiver), args, span)
            }
            Native::Type(ty) => self.call_row(host, &ty.construct, None, args, span),
        }
    }

    /// Calls a function that Aludel implements; one that takes no unknown arguments gives them back.
    pub(super) fn call_row(
        &mut self,
        host: &mut dyn Host,
        row: &'static Row,
        receiver: Option<Value>,
        args: Args,
        span: Span,
    ) -> Evaluated {
        self.step(span)?;
        if !row.takes_unknown {
            match unknown::absorb(args.all().map(|(_, argument)| &argument.value)) {
                Some(Value::Live(live)) => return Ok(live.then(format!(" in `{}()`", row.name))),
                Some(unknown) => return Ok(unknown),
                None => {}
            }
        }
        self.enter(span)?;
        let result = (row.run)(&mut Call { vm: self, host, receiver, args, span });
        self.leave();
        result
    }

    pub(super) fn call_function(
        &mut self,
        host: &mut dyn Host,
        function: &Rc<Function>,
        receiver: Option<Value>,
        args: Args,
        span: Span,
    ) -> Evaluated {
        let scope = Scope::new(function.closure.clone());
        if function.kind == FunctionKind::Lambda {
            let Some(lambda) = locate::lambda(&function.ast.module, function.range) else { return Err(lost(function)) };
            if let Some(parameters) = &lambda.parameters {
                self.bind_parameters(function, parameters, receiver, args, &scope, span)?;
            }
            self.begin_call(&function.name, span)?;
            let mut frame = Self::function_frame(function, &scope, None);
            let result = self.expr(host, &mut frame, &lambda.body);
            self.end_call();
            return result.map_err(|unwind| traced(unwind, span));
        }
        let Some(definition) = locate::function(&function.ast.module, function.range) else { return Err(lost(function)) };
        self.bind_parameters(function, &definition.parameters, receiver, args, &scope, span)?;
        match function.kind {
            FunctionKind::Async => Err(asynchronous(function, span)),
            FunctionKind::Generator => Ok(Generator::function(Rc::clone(function), scope)),
            FunctionKind::Plain | FunctionKind::Lambda => self.run_body(host, function, &scope, &definition.body, None, span),
        }
    }

    /// Runs a generator function whose arguments are bound, `sink` taking what it yields.
    pub(super) fn run_generator(
        &mut self,
        host: &mut dyn Host,
        function: &Rc<Function>,
        scope: &Rc<Scope>,
        span: Span,
        sink: &mut Sink<'_>,
    ) -> Evaluated {
        let Some(definition) = locate::function(&function.ast.module, function.range) else { return Err(lost(function)) };
        self.run_body(host, function, scope, &definition.body, Some(sink), span)
    }

    fn run_body(
        &mut self,
        host: &mut dyn Host,
        function: &Rc<Function>,
        scope: &Rc<Scope>,
        body: &[Stmt],
        sink: Option<&mut Sink<'_>>,
        span: Span,
    ) -> Evaluated {
        self.check_return(function, span)?;
        self.begin_call(&function.name, span)?;
        self.enter_body(function);
        let result = match sink {
            None => self.block(host, &mut Self::function_frame(function, scope, None), body),
            Some(sink) => {
                let mut forward = |vm: &mut Vm, host: &mut dyn Host, value: Value| sink(vm, host, value);
                self.block(host, &mut Self::function_frame(function, scope, Some(&mut forward)), body)
            }
        };
        let result = self.leave_body(host, result, span);
        self.end_call();
        match result {
            Ok(Flow::Return(value)) => Ok(value),
            Ok(_) => Ok(Value::None),
            Err(unwind) => Err(traced(unwind, span)),
        }
    }

    fn function_frame<'f>(function: &'f Rc<Function>, scope: &Rc<Scope>, sink: Option<&'f mut Sink<'f>>) -> Frame<'f> {
        Frame {
            module: &function.module,
            ast: &function.ast,
            scope: Some(Rc::clone(scope)),
            locals: Some(Rc::clone(scope)),
            function: Some(function),
            owner: function.owner.clone(),
            declared: Vec::new(),
            annotations: None,
            sink,
        }
    }
}

fn traced(mut unwind: Unwind, span: Span) -> Unwind {
    if let Unwind::Raise(exception) = &mut unwind {
        exception.trace.push(span);
    }
    unwind
}

fn lost(function: &Function) -> Unwind {
    Diagnostic::bug(function.place(), format!("the definition of `{}` is not where it was", function.name)).into()
}

fn asynchronous(function: &Function, span: Span) -> Unwind {
    Diagnostic::error(Code::NotUnderstood, format!("`{}` is an `async` function, which is not evaluated", function.name))
        .label(span, "called here")
        .label(function.place(), "defined here")
        .help("let the migration do its work in a plain function")
        .into()
}
