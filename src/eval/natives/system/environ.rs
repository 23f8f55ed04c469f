//! `os`: the environment as the user gave it, and of the rest what is the same everywhere.

use std::cell::RefCell;

use indexmap::IndexMap;

use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::natives::NativeModule;
use crate::eval::natives::logging::nothing;
use crate::eval::object::Object;
use crate::eval::value::{Origin, Value};

/// `os`.
pub static OS: NativeModule = NativeModule {
    functions: &[
        Row::new("getenv", |call| {
            let [name, default] = call.take("getenv", ["key", "default"], 1)?;
            let name = call.need_text(&name.unwrap_or(Value::None))?;
            Ok(call.host.env(&name).map(Value::str).or(default).unwrap_or(Value::None))
        }),
        Row::new("fspath", |call| {
            let [path] = call.need("fspath", ["path"])?;
            crate::eval::natives::paths::path_text(call, &path).map(Value::Str)
        }),
        Row::any("putenv", nothing),
        Row::any("getpid", |call| Ok(call.not_computed("the process is not asked for its number"))),
    ],
    values: &[
        Row::any("environ", |_| Ok(Object::value(&ENVIRON, Environ::default()))),
        Row::any("path", |call| call.vm.import(call.host, "os.path", call.span)),
        Row::any("sep", |_| Ok(Value::str("/"))),
        Row::any("altsep", |_| Ok(Value::None)),
        Row::any("linesep", |_| Ok(Value::str("\n"))),
        Row::any("pathsep", |_| Ok(Value::str(":"))),
        Row::any("curdir", |_| Ok(Value::str("."))),
        Row::any("pardir", |_| Ok(Value::str(".."))),
        Row::any("extsep", |_| Ok(Value::str("."))),
        Row::any("devnull", |_| Ok(Value::str("/dev/null"))),
        Row::any("name", |_| Ok(Value::str("posix"))),
        Row::any("system", starts_programs),
        Row::any("popen", starts_programs),
        Row::any("execv", starts_programs),
        Row::any("execvp", starts_programs),
        Row::any("spawnl", starts_programs),
        Row::any("fork", starts_programs),
        Row::any("_exit", starts_programs),
    ],
    ..NativeModule::new("os")
};

/// What may do anything, a database's client included.
fn starts_programs(call: &mut Call<'_>) -> Evaluated {
    Ok(Value::unknown(call.span, "what starts or ends programs is not run", Origin::Project))
}

/// What the program itself has set or taken away.
type Environ = RefCell<IndexMap<String, Option<Value>>>;

static ENVIRON: NativeType = NativeType {
    methods: &[
        Row::new("get", |call| {
            let [name, default] = call.take("get", ["key", "default"], 1)?;
            Ok(variable(call, &name.unwrap_or(Value::None))?.or(default).unwrap_or(Value::None))
        }),
        Row::new("__getitem__", |call| {
            let [name] = call.need("__getitem__", ["key"])?;
            match variable(call, &name)? {
                Some(value) => Ok(value),
                None => Err(call.vm.raise_builtin("KeyError", vec![name], call.span)),
            }
        }),
        Row::new("__contains__", |call| {
            let [name] = call.need("__contains__", ["key"])?;
            Ok(Value::Bool(variable(call, &name)?.is_some()))
        }),
        Row::any("__setitem__", |call| {
            let [name, value] = call.need("__setitem__", ["key", "value"])?;
            store(call, &name, Some(value))
        }),
        Row::new("__delitem__", |call| {
            let [name] = call.need("__delitem__", ["key"])?;
            store(call, &name, None)
        }),
        Row::any("setdefault", |call| {
            let [name, value] = call.need("setdefault", ["key", "value"])?;
            if let Some(value) = variable(call, &name)? {
                return Ok(value);
            }
            store(call, &name, Some(value.clone()))?;
            Ok(value)
        }),
        Row::new("pop", |call| {
            let [name, default] = call.take("pop", ["key", "default"], 1)?;
            let name = name.unwrap_or(Value::None);
            let found = variable(call, &name)?;
            store(call, &name, None)?;
            match found.or(default) {
                Some(value) => Ok(value),
                None => Err(call.vm.raise_builtin("KeyError", vec![name], call.span)),
            }
        }),
        Row::any("update", |call| {
            if let Some(mapping) = call.args.positional.first().map(|argument| argument.value.clone()) {
                for (name, value) in call.vm.mapping_items(call.host, &mapping, call.span)? {
                    store(call, &name, Some(value))?;
                }
            }
            Ok(Value::None)
        }),
        Row::any("copy", |call| Ok(call.this())),
        Row::any("__repr__", |_| Ok(Value::str("environ({…})"))),
        Row::any("__iter__", whole),
        Row::any("keys", whole),
        Row::any("values", whole),
        Row::any("items", whole),
    ],
    ..NativeType::new("_Environ", "os", Row::any("_Environ", |call| Ok(call.not_computed("the environment is not made anew"))))
};

fn whole(call: &mut Call<'_>) -> Evaluated {
    Ok(call.not_computed("the whole environment is not gone over"))
}

fn variable(call: &mut Call<'_>, name: &Value) -> Evaluated<Option<Value>> {
    let name = call.need_text(name)?;
    let object = call.object()?;
    let own = object.body::<Environ>().and_then(|environ| environ.borrow().get(&*name).cloned());
    Ok(match own {
        Some(own) => own,
        None => call.host.env(&name).map(Value::str),
    })
}

fn store(call: &mut Call<'_>, name: &Value, value: Option<Value>) -> Evaluated {
    let name = call.need_text(name)?;
    if let Some(environ) = call.object()?.body::<Environ>() {
        environ.borrow_mut().insert(name.to_string(), value);
    }
    Ok(Value::None)
}
