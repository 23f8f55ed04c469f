//! `sys`, `os`, `platform` and their kin: what a program may ask of the machine, of which hardly anything is answered.

mod environ;

pub use environ::OS;

use std::rc::Rc;

use super::NativeModule;
use super::logging::{ignored, nothing};
use crate::eval::class::{Class, Instance};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `sys`.
pub static SYS: NativeModule = NativeModule {
    functions: &[
        Row::any("exit", |call| {
            let status = call.args.positional.first().map_or(Value::None, |argument| argument.value.clone());
            match call.vm.builtin_exception("SystemExit") {
                Some(class) => Err(call.vm.raise_class(&class, vec![status], call.span)),
                None => Ok(Value::None),
            }
        }),
        Row::any("exc_info", |call| {
            Ok(Value::tuple(match call.vm.handling.last() {
                Some(exception) => {
                    let instance = Rc::clone(&exception.instance);
                    vec![Value::Class(Rc::clone(&instance.class)), Value::Instance(instance), Value::None]
                }
                None => vec![Value::None, Value::None, Value::None],
            }))
        }),
        Row::any("getdefaultencoding", |_| Ok(Value::str("utf-8"))),
        Row::any("getfilesystemencoding", |_| Ok(Value::str("utf-8"))),
        Row::any("getrecursionlimit", |_| Ok(Value::Int(1000))),
        Row::any("setrecursionlimit", nothing),
        Row::any("intern", |call| {
            let [text] = call.need("intern", ["string"])?;
            Ok(text)
        }),
    ],
    values: &[
        Row::any("version_info", version_info),
        Row::any("version", |_| Ok(Value::str("3.11.7"))),
        Row::any("hexversion", |_| Ok(Value::Int(0x030b_07f0))),
        Row::any("platform", |_| Ok(Value::str("linux"))),
        Row::any("byteorder", |_| Ok(Value::str("little"))),
        Row::any("maxsize", |_| Ok(Value::Int(i128::from(i64::MAX)))),
        Row::any("maxunicode", |_| Ok(Value::Int(0x10_ffff))),
        Row::any("path", |_| Ok(Value::list(Vec::new()))),
        Row::any("argv", |call| Ok(Value::list(call.host.arguments()))),
        Row::any("stdout", |_| Ok(Object::value(&OUTPUT, ()))),
        Row::any("stderr", |_| Ok(Object::value(&OUTPUT, ()))),
        Row::any("dont_write_bytecode", |_| Ok(Value::Bool(false))),
        Row::any("flags", |call| Ok(call.not_computed("the options of the interpreter are not asked"))),
    ],
    ..NativeModule::new("sys")
};

/// Standard output: what is written goes to the report.
static OUTPUT: NativeType = NativeType {
    methods: &[
        Row::any("write", |call| {
            let [text] = call.need("write", ["s"])?;
            let text = text.as_str().unwrap_or("<unknown>").to_owned();
            let length = text.chars().count() as i128;
            call.host.say(call.span, text.trim_end_matches('\n').to_owned());
            Ok(Value::Int(length))
        }),
        Row::any("flush", nothing),
        Row::any("isatty", |_| Ok(Value::Bool(false))),
    ],
    getters: &[Row::any("encoding", |_| Ok(Value::str("utf-8")))],
    ..NativeType::new("TextIOWrapper", "_io", Row::any("TextIOWrapper", |call| Ok(call.not_computed("a wrapped stream is not evaluated"))))
};

/// The version that the reference runs on, as a tuple with names.
fn version_info(call: &mut Call<'_>) -> Evaluated {
    let class = Class::plain("sys", "version_info", vec![Value::Native(Native::Type(&super::containers::TUPLE))]);
    let instance = Instance::new(&class, call.span);
    let parts = [
        ("major", Value::Int(3)),
        ("minor", Value::Int(11)),
        ("micro", Value::Int(7)),
        ("releaselevel", Value::str("final")),
        ("serial", Value::Int(0)),
    ];
    for (name, value) in &parts {
        instance.attributes.borrow_mut().set(*name, value.clone());
    }
    *instance.native.borrow_mut() = Some(Value::tuple(parts.into_iter().map(|(_, value)| value).collect()));
    Ok(Value::Instance(instance))
}

/// `importlib`.
pub static IMPORTLIB: NativeModule = NativeModule {
    functions: &[
        Row::new("import_module", |call| {
            let [name, package] = call.take("import_module", ["name", "package"], 1)?;
            let name = call.need_text(&name.unwrap_or(Value::None))?;
            let dots = name.len() - name.trim_start_matches('.').len();
            if dots == 0 {
                return call.vm.import(call.host, &name, call.span);
            }
            let package = call.need_text(&package.unwrap_or(Value::None))?;
            let parents: Vec<&str> = package.split('.').collect();
            let kept = parents.len().saturating_sub(dots - 1);
            let mut path: Vec<&str> = parents.into_iter().take(kept).collect();
            path.push(name.trim_start_matches('.'));
            call.vm.import(call.host, &path.join("."), call.span)
        }),
        Row::any("reload", |call| {
            let [module] = call.need("reload", ["module"])?;
            Ok(module)
        }),
        Row::any("invalidate_caches", nothing),
    ],
    ..NativeModule::new("importlib")
};

/// `gc` and `atexit`: nothing of a script depends on them.
pub static GC: NativeModule = NativeModule {
    functions: &[Row::any("collect", |_| Ok(Value::Int(0))), Row::any("disable", nothing), Row::any("enable", nothing)],
    ..NativeModule::new("gc")
};

/// `atexit`.
pub static ATEXIT: NativeModule = NativeModule { functions: &[Row::any("register", nothing)], ..NativeModule::new("atexit") };

/// `locale`.
pub static LOCALE: NativeModule = NativeModule {
    functions: &[Row::any("setlocale", |_| Ok(Value::str("C")))],
    values: &[Row::any("LC_ALL", |_| Ok(Value::Int(6)))],
    ..NativeModule::new("locale")
};

/// `gettext`: texts stay as they are.
pub static GETTEXT: NativeModule = NativeModule {
    functions: &[
        Row::any("gettext", |call| {
            let [text] = call.need("gettext", ["message"])?;
            Ok(text)
        }),
        Row::any("ngettext", |call| {
            let [one, several, count] = call.need("ngettext", ["singular", "plural", "n"])?;
            Ok(if Call::int_of(&count) == Some(1) { one } else { several })
        }),
    ],
    values: &[Row::any("install", |_| Ok(ignored()))],
    ..NativeModule::new("gettext")
};
