//! `contextlib.ExitStack`.

use std::cell::RefCell;

use crate::eval::exception::{Evaluated, Exception, Unwind};
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::host::Args;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// What is done when the stack ends.
#[derive(Clone)]
enum Exit {
    /// A context manager that was entered.
    Manager(Value),
    /// A function that is called with the exception's three parts.
    Function(Value),
    Callback(Value, Args),
}

type Stack = RefCell<Vec<Exit>>;

/// `contextlib.ExitStack`.
pub static EXIT_STACK: NativeType = NativeType {
    methods: &[
        Row::any("enter_context", |call| {
            let [manager] = call.need("enter_context", ["cm"])?;
            if super::contextlib::generator_of(&manager).is_some() {
                // The body of such a manager runs inside its generator; a stack would have to suspend it.
                return Ok(Value::unknown(
                    call.span,
                    "a generator's context manager is entered by an `ExitStack`, which is not evaluated",
                    crate::eval::Origin::Project,
                ));
            }
            let entered = call.vm.enter_context(call.host, &manager, call.span)?;
            push(call, Exit::Manager(manager))?;
            Ok(entered)
        }),
        Row::any("push", |call| {
            let [exit] = call.need("push", ["exit"])?;
            let is_manager = call.vm.special(call.host, &exit, "__exit__", call.span)?.is_some();
            push(call, if is_manager { Exit::Manager(exit.clone()) } else { Exit::Function(exit.clone()) })?;
            Ok(exit)
        }),
        Row::any("callback", |call| {
            let mut args = std::mem::take(&mut call.args);
            if args.positional.is_empty() {
                return Err(call.raise("TypeError", "callback() missing 1 required positional argument: 'callback'"));
            }
            let function = args.positional.remove(0).value;
            push(call, Exit::Callback(function.clone(), args))?;
            Ok(function)
        }),
        Row::any("pop_all", |call| {
            let exits = taken(call)?;
            Ok(Object::value(&EXIT_STACK, RefCell::new(exits)))
        }),
        Row::any("close", |call| leave(call, None).map(|_| Value::None)),
        Row::any("__enter__", |call| Ok(call.this())),
        Row::any("__exit__", |call| {
            let raised = match call.args.positional.get(1).map(|argument| &argument.value) {
                Some(Value::Instance(instance)) => Some(Exception::new(std::rc::Rc::clone(instance), call.span)),
                _ => None,
            };
            leave(call, raised).map(Value::Bool)
        }),
    ],
    ..NativeType::new("ExitStack", "contextlib", Row::any("ExitStack", |_| Ok(Object::value(&EXIT_STACK, Stack::default()))))
};

fn push(call: &mut Call<'_>, exit: Exit) -> Evaluated<()> {
    if let Some(stack) = call.object()?.body::<Stack>() {
        stack.borrow_mut().push(exit);
    }
    Ok(())
}

fn taken(call: &mut Call<'_>) -> Evaluated<Vec<Exit>> {
    Ok(call.object()?.body::<Stack>().map(RefCell::take).unwrap_or_default())
}

/// Runs what the stack holds, last first; whether the exception was swallowed.
fn leave(call: &mut Call<'_>, raised: Option<Exception>) -> Evaluated<bool> {
    let had = raised.is_some();
    let mut raised = raised;
    let mut new = false;
    for exit in taken(call)?.into_iter().rev() {
        let swallowed = match exit {
            Exit::Manager(manager) => call.vm.exit_context(call.host, &manager, raised.as_ref(), call.span),
            Exit::Callback(function, args) => call.vm.call(call.host, &function, args, call.span).map(|_| false),
            Exit::Function(function) => {
                let parts = match &raised {
                    Some(exception) => {
                        let instance = std::rc::Rc::clone(&exception.instance);
                        [Value::Class(std::rc::Rc::clone(&instance.class)), Value::Instance(instance), Value::None]
                    }
                    None => [Value::None, Value::None, Value::None],
                };
                let answer = call.apply(&function, parts)?;
                if answer.is_uncertain() { Ok(false) } else { call.truth(&answer) }
            }
        };
        match swallowed {
            Ok(true) => (raised, new) = (None, false),
            Ok(false) => {}
            Err(Unwind::Raise(exception)) => (raised, new) = (Some(exception), true),
            Err(stop) => return Err(stop),
        }
    }
    match raised {
        Some(exception) if new => Err(Unwind::Raise(exception)),
        Some(_) => Ok(false),
        None => Ok(had),
    }
}
