//! `functools.singledispatch`.

use std::cell::RefCell;

use super::partial;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::host::Args;
use crate::eval::natives::calling::function;
use crate::eval::object::Object;
use crate::eval::value::Value;

static DISPATCHED: NativeType = NativeType {
    methods: &[Row::any("__call__", dispatch), Row::any("register", register)],
    ..NativeType::new("singledispatch", "functools", Row::any("singledispatch", singledispatch))
};

struct Dispatched {
    fallback: Value,
    rules: RefCell<Vec<(Value, Value)>>,
}

pub(super) fn singledispatch(call: &mut Call<'_>) -> Evaluated {
    let [fallback] = call.need("singledispatch", ["func"])?;
    Ok(Object::value(&DISPATCHED, Dispatched { fallback, rules: RefCell::default() }))
}

fn register(call: &mut Call<'_>) -> Evaluated {
    let [class, target] = call.take("register", ["cls", "func"], 1)?;
    let class = class.unwrap_or(Value::None);
    match (&class, target) {
        (Value::Function(_), None) => Ok(call.not_computed("`register` by annotation is not evaluated")),
        (_, None) => {
            let this = call.this();
            Ok(partial::of(function(&REGISTER), Args::of([this, class], call.span)))
        }
        (_, Some(target)) => {
            if let Some(dispatched) = call.object()?.body::<Dispatched>() {
                dispatched.rules.borrow_mut().push((class, target.clone()));
            }
            Ok(target)
        }
    }
}

/// `register(dispatched, class, function)`, what the decorator form ends in.
static REGISTER: Row = Row::any("register", |call| {
    let mut positional = std::mem::take(&mut call.args.positional).into_iter();
    call.receiver = positional.next().map(|argument| argument.value);
    call.args.positional = positional.collect();
    register(call)
});

/// The rule of the most special class that the first argument is of.
fn dispatch(call: &mut Call<'_>) -> Evaluated {
    let object = call.object()?;
    let Some(dispatched) = object.body::<Dispatched>() else { return Ok(Value::None) };
    let Some(first) = call.args.positional.first().map(|argument| argument.value.clone()) else {
        return Err(call.raise("TypeError", "singledispatch function requires at least 1 positional argument"));
    };
    let rules = dispatched.rules.borrow().clone();
    let mut chosen: Option<(Value, Value)> = None;
    for (class, target) in rules {
        let fits = call.vm.is_instance(call.host, &first, &class, call.span)?;
        if !call.truth(&fits)? {
            continue;
        }
        let better = match &chosen {
            None => true,
            Some((best, _)) => {
                let narrower = call.vm.is_subclass(call.host, &class, best, call.span)?;
                call.truth(&narrower)?
            }
        };
        if better {
            chosen = Some((class, target));
        }
    }
    let target = chosen.map_or_else(|| dispatched.fallback.clone(), |(_, target)| target);
    let args = std::mem::take(&mut call.args);
    call.vm.call(call.host, &target, args, call.span)
}
