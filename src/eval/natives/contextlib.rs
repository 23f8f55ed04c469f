//! `contextlib`.

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::host::Args;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// The module `contextlib`.
pub static MODULE: super::NativeModule = super::NativeModule {
    functions: &[
        Row::any("contextmanager", |call| {
            let function = call.one("contextmanager")?;
            Ok(Object::value(&FACTORY, function))
        }),
        Row::any("redirect_stdout", |call| call.one("redirect_stdout").map(|target| Object::value(&NULL_CONTEXT, target))),
        Row::any("redirect_stderr", |call| call.one("redirect_stderr").map(|target| Object::value(&NULL_CONTEXT, target))),
    ],
    types: &[&SUPPRESS, &NULL_CONTEXT, &CLOSING, &super::exit_stack::EXIT_STACK],
    ..super::NativeModule::new("contextlib")
};

/// What `@contextmanager` makes of a generator function.
static FACTORY: NativeType = NativeType {
    methods: &[
        Row::any("__call__", |call| {
            let args = std::mem::take(&mut call.args);
            let Some(function) = body(call) else { return Ok(Value::None) };
            let generator = call.vm.call(call.host, &function, args, call.span)?;
            Ok(if generator.is_uncertain() { generator } else { Object::value(&MANAGER, generator) })
        }),
        // A method of a class when it stands in a class body.
        Row::any("__get__", |call| {
            let args = std::mem::take(&mut call.args);
            let (Some(function), Some(receiver)) = (body(call), args.positional.into_iter().next()) else { return Ok(Value::None) };
            let method = crate::eval::BoundMethod { function, receiver: receiver.value };
            Ok(Object::value(&FACTORY, Value::Method(std::rc::Rc::new(method))))
        }),
    ],
    getters: &[
        Row::any("__name__", |call| wrapped(call, "__name__")),
        Row::any("__doc__", |call| wrapped(call, "__doc__")),
        Row::any("__wrapped__", |call| Ok(body(call).unwrap_or(Value::None))),
    ],
    ..NativeType::new("function", "contextlib", Row::any("function", |_| Ok(Value::None)))
};

fn wrapped(call: &mut Call<'_>, name: &str) -> Evaluated {
    match body(call) {
        Some(function) => call.vm.get_attr(call.host, &function, name, call.span),
        None => Ok(Value::None),
    }
}

/// A context manager over a generator.
static MANAGER: NativeType =
    NativeType::new("_GeneratorContextManager", "contextlib", Row::any("_GeneratorContextManager", |_| Ok(Value::None)));

/// `suppress(*exceptions)`
static SUPPRESS: NativeType = NativeType::new(
    "suppress",
    "contextlib",
    Row::any("suppress", |call| {
        let classes: Vec<Value> = std::mem::take(&mut call.args).positional.into_iter().map(|argument| argument.value).collect();
        Ok(Object::value(&SUPPRESS, classes))
    }),
);

/// `nullcontext(value)`
static NULL_CONTEXT: NativeType = NativeType {
    methods: &[Row::any("__enter__", |call| Ok(body(call).unwrap_or(Value::None))), Row::any("__exit__", |_| Ok(Value::None))],
    ..NativeType::new(
        "nullcontext",
        "contextlib",
        Row::any("nullcontext", |call| {
            let [value] = call.bind("nullcontext", ["enter_result"], 0)?;
            Ok(Object::value(&NULL_CONTEXT, value.unwrap_or(Value::None)))
        }),
    )
};

/// `closing(object)`
static CLOSING: NativeType = NativeType {
    methods: &[
        Row::any("__enter__", |call| Ok(body(call).unwrap_or(Value::None))),
        Row::any("__exit__", |call| {
            if let Some(object) = body(call) {
                call.vm.call_method(call.host, &object, "close", Args::default(), call.span)?;
            }
            Ok(Value::None)
        }),
    ],
    ..NativeType::new(
        "closing",
        "contextlib",
        Row::any("closing", |call| {
            let object = call.one("closing")?;
            Ok(Object::value(&CLOSING, object))
        }),
    )
};

/// The value that an object of this module wraps.
fn body(call: &Call<'_>) -> Option<Value> {
    match &call.receiver {
        Some(Value::Object(object)) => object.body::<Value>().cloned(),
        _ => None,
    }
}

/// The generator of a context manager made by `@contextmanager`.
pub(in crate::eval) fn generator_of(value: &Value) -> Option<Value> {
    match value {
        Value::Object(object) if std::ptr::eq(object.ty, &MANAGER) => object.body::<Value>().cloned(),
        _ => None,
    }
}

/// The exceptions that a `suppress` swallows.
pub(in crate::eval) fn suppressed(value: &Value) -> Option<Vec<Value>> {
    match value {
        Value::Object(object) if std::ptr::eq(object.ty, &SUPPRESS) => object.body::<Vec<Value>>().cloned(),
        _ => None,
    }
}
