//! `logging` and `warnings`: what they are told goes to the report.

use std::rc::Rc;

use super::NativeModule;
use super::calling::function;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `logging`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::any("getLogger", |call| {
            let [name] = call.take("getLogger", ["name"], 0)?;
            let name = name.as_ref().and_then(Call::text_of).unwrap_or_else(|| "root".into());
            Ok(Object::value(&LOGGER, name))
        }),
        Row::any("debug", say),
        Row::any("info", say),
        Row::any("warning", say),
        Row::any("warn", say),
        Row::any("error", say),
        Row::any("exception", say),
        Row::any("critical", say),
        Row::any("fatal", say),
        Row::any("log", say_level),
        Row::any("basicConfig", nothing),
        Row::any("disable", nothing),
        Row::any("captureWarnings", nothing),
        Row::any("addLevelName", nothing),
        Row::any("shutdown", nothing),
        Row::any("getLevelName", |call| {
            let [level] = call.need("getLevelName", ["level"])?;
            let named = LEVELS.iter().find(|(name, number)| level.as_str() == Some(name) || Call::int_of(&level) == Some(*number));
            Ok(match (named, &level) {
                (Some((_, number)), Value::Str(_)) => Value::Int(*number),
                (Some((name, _)), _) => Value::str(*name),
                _ => level,
            })
        }),
    ],
    types: &[&LOGGER, &ADAPTER, &HANDLER, &STREAM_HANDLER, &FILE_HANDLER, &NULL_HANDLER, &FORMATTER, &FILTER],
    values: &[
        Row::any("NOTSET", |_| Ok(Value::Int(0))),
        Row::any("DEBUG", |_| Ok(Value::Int(10))),
        Row::any("INFO", |_| Ok(Value::Int(20))),
        Row::any("WARNING", |_| Ok(Value::Int(30))),
        Row::any("WARN", |_| Ok(Value::Int(30))),
        Row::any("ERROR", |_| Ok(Value::Int(40))),
        Row::any("CRITICAL", |_| Ok(Value::Int(50))),
        Row::any("FATAL", |_| Ok(Value::Int(50))),
        Row::any("root", |_| Ok(Object::value(&LOGGER, Rc::<str>::from("root")))),
        Row::any("lastResort", |_| Ok(Value::None)),
    ],
    ..NativeModule::new("logging")
};

/// `logging.config`.
pub static CONFIG: NativeModule =
    NativeModule { functions: &[Row::any("fileConfig", nothing), Row::any("dictConfig", nothing)], ..NativeModule::new("logging.config") };

/// `warnings`.
pub static WARNINGS: NativeModule = NativeModule {
    functions: &[
        Row::any("warn", |call| {
            let message = call.args.positional.first().map_or(Value::None, |argument| argument.value.clone());
            let text = shown(call, &message)?;
            call.host.say(call.span, text);
            Ok(Value::None)
        }),
        Row::any("warn_explicit", nothing),
        Row::any("filterwarnings", nothing),
        Row::any("simplefilter", nothing),
        Row::any("resetwarnings", nothing),
        Row::any("catch_warnings", handler),
    ],
    ..NativeModule::new("warnings")
};

const LEVELS: [(&str, i128); 6] = [("NOTSET", 0), ("DEBUG", 10), ("INFO", 20), ("WARNING", 30), ("ERROR", 40), ("CRITICAL", 50)];

/// `logging.Logger`: its body is its name.
static LOGGER: NativeType = NativeType {
    methods: METHODS,
    getters: &[
        Row::any("name", |call| Ok(call.object()?.body::<Rc<str>>().map_or(Value::None, |name| Value::Str(Rc::clone(name))))),
        Row::any("level", |_| Ok(Value::Int(0))),
        Row::any("handlers", |_| Ok(Value::list(Vec::new()))),
        Row::any("filters", |_| Ok(Value::list(Vec::new()))),
        Row::any("parent", |_| Ok(Value::None)),
        Row::any("propagate", |_| Ok(Value::Bool(true))),
        Row::any("disabled", |_| Ok(Value::Bool(false))),
        Row::any("root", |_| Ok(Object::value(&LOGGER, Rc::<str>::from("root")))),
    ],
    ..NativeType::new(
        "Logger",
        "logging",
        Row::any("Logger", |call| {
            let [name, _] = call.take("Logger", ["name", "level"], 1)?;
            let name = name.as_ref().and_then(Call::text_of).unwrap_or_else(|| "root".into());
            Ok(Object::value(&LOGGER, name))
        }),
    )
};

static ADAPTER: NativeType = NativeType {
    methods: METHODS,
    getters: &[Row::any("logger", |_| Ok(Object::value(&LOGGER, Rc::<str>::from("root"))))],
    ..NativeType::new("LoggerAdapter", "logging", Row::any("LoggerAdapter", |_| Ok(Object::value(&ADAPTER, Rc::<str>::from("adapter")))))
};

static METHODS: &[Row] = &[
    Row::any("debug", say),
    Row::any("info", say),
    Row::any("warning", say),
    Row::any("warn", say),
    Row::any("error", say),
    Row::any("exception", say),
    Row::any("critical", say),
    Row::any("fatal", say),
    Row::any("log", say_level),
    Row::any("setLevel", nothing),
    Row::any("addHandler", nothing),
    Row::any("removeHandler", nothing),
    Row::any("addFilter", nothing),
    Row::any("removeFilter", nothing),
    Row::any("hasHandlers", |_| Ok(Value::Bool(true))),
    // What a root logger of level WARNING, Python's own default, answers.
    Row::any("getEffectiveLevel", |_| Ok(Value::Int(30))),
    Row::any("isEnabledFor", |call| {
        let [level] = call.need("isEnabledFor", ["level"])?;
        Ok(Value::Bool(Call::int_of(&level).is_some_and(|level| level >= 30)))
    }),
    Row::any("getChild", |call| {
        let [suffix] = call.need("getChild", ["suffix"])?;
        let suffix = call.need_text(&suffix)?;
        let name = call.object()?.body::<Rc<str>>().cloned().unwrap_or_else(|| "root".into());
        let name: Rc<str> = if &*name == "root" { suffix } else { format!("{name}.{suffix}").into() };
        Ok(Object::value(&LOGGER, name))
    }),
    Row::any("__setattr__", nothing),
];

/// A handler, formatter or guard: it takes anything and does nothing.
static HANDLER: NativeType = NativeType {
    methods: &[
        Row::any("setLevel", nothing),
        Row::any("setFormatter", nothing),
        Row::any("addFilter", nothing),
        Row::any("flush", nothing),
        Row::any("close", nothing),
        Row::any("__enter__", |_| Ok(Value::list(Vec::new()))),
        Row::any("__exit__", nothing),
        Row::any("__setattr__", nothing),
    ],
    ..NativeType::new("Handler", "logging", Row::any("Handler", handler))
};

static STREAM_HANDLER: NativeType =
    NativeType { bases: &[&HANDLER], ..NativeType::new("StreamHandler", "logging", Row::any("StreamHandler", handler)) };

static FILE_HANDLER: NativeType =
    NativeType { bases: &[&STREAM_HANDLER], ..NativeType::new("FileHandler", "logging", Row::any("FileHandler", handler)) };

static NULL_HANDLER: NativeType =
    NativeType { bases: &[&HANDLER], ..NativeType::new("NullHandler", "logging", Row::any("NullHandler", handler)) };

static FORMATTER: NativeType = NativeType {
    methods: &[Row::any("__setattr__", nothing)],
    ..NativeType::new("Formatter", "logging", Row::any("Formatter", |_| Ok(Object::value(&FORMATTER, ()))))
};

static FILTER: NativeType = NativeType {
    methods: &[Row::any("__setattr__", nothing)],
    ..NativeType::new("Filter", "logging", Row::any("Filter", |_| Ok(Object::value(&FILTER, ()))))
};

fn handler(_: &mut Call<'_>) -> Evaluated {
    Ok(Object::value(&HANDLER, ()))
}

pub(super) fn nothing(_: &mut Call<'_>) -> Evaluated {
    Ok(Value::None)
}

/// A function that takes anything and does nothing, as a value.
pub(super) fn ignored() -> Value {
    static NOTHING: Row = Row::any("ignored", nothing);
    function(&NOTHING)
}

/// The text of a value; a mark where it is not known, since a report needs no more.
fn shown(call: &mut Call<'_>, value: &Value) -> Evaluated<String> {
    let text = call.vm.text(call.host, value, call.span)?;
    Ok(text.as_str().unwrap_or("<unknown>").to_owned())
}

fn say_level(call: &mut Call<'_>) -> Evaluated {
    if !call.args.positional.is_empty() {
        call.args.positional.remove(0);
    }
    say(call)
}

/// Says a message with its arguments filled in by `%`, as `LogRecord.getMessage` does.
fn say(call: &mut Call<'_>) -> Evaluated {
    let mut args = std::mem::take(&mut call.args).positional.into_iter().map(|argument| argument.value);
    let message = args.next().unwrap_or(Value::None);
    let args: Vec<Value> = args.map(known).collect();
    let template = shown(call, &message)?;
    let text = match args.as_slice() {
        [] => template,
        [Value::Dict(_)] => filled(call, &template, args.first().cloned().unwrap_or(Value::None))?,
        _ => filled(call, &template, Value::tuple(args))?,
    };
    call.host.say(call.span, text);
    Ok(Value::None)
}

/// A value that is not known as the mark that stands for it in a text.
fn known(value: Value) -> Value {
    if value.is_uncertain() { Value::str("<unknown>") } else { value }
}

/// A message that does not fit its arguments is no error of the program: Python prints a complaint and goes on.
fn filled(call: &mut Call<'_>, template: &str, args: Value) -> Evaluated<String> {
    match call.operate("%", &Value::str(template), &args) {
        Ok(text) => Ok(text.as_str().unwrap_or(template).to_owned()),
        Err(crate::eval::Unwind::Raise(_)) => Ok(template.to_owned()),
        Err(stop) => Err(stop),
    }
}
