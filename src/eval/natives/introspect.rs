//! `types`, `inspect`, `pprint` and `traceback`: what a program asks about itself.

use std::cell::RefCell;

use super::NativeModule;
use super::logging::nothing;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Native, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::scope::Namespace;
use crate::eval::value::Value;

/// `types`.
pub static TYPES: NativeModule = NativeModule {
    functions: &[Row::any("coroutine", |call| call.one("coroutine"))],
    types: &[&NAMESPACE],
    values: &[
        Row::any("FunctionType", |_| Ok(Value::Native(Native::Type(&super::object::FUNCTION_TYPE)))),
        Row::any("LambdaType", |_| Ok(Value::Native(Native::Type(&super::object::FUNCTION_TYPE)))),
        Row::any("MethodType", |_| Ok(Value::Native(Native::Type(&super::object::METHOD_TYPE)))),
        Row::any("BuiltinFunctionType", |_| Ok(Value::Native(Native::Type(&super::object::BUILTIN_TYPE)))),
        Row::any("ModuleType", |_| Ok(Value::Native(Native::Type(&super::object::MODULE_TYPE)))),
        Row::any("GeneratorType", |_| Ok(Value::Native(Native::Type(&super::containers::GENERATOR)))),
        Row::any("NoneType", |_| Ok(Value::Native(Native::Type(&super::object::NONE_TYPE)))),
        Row::any("EllipsisType", |_| Ok(Value::Native(Native::Type(&super::object::ELLIPSIS_TYPE)))),
        // A view that nobody writes through is as good as the dictionary itself.
        Row::any("MappingProxyType", |_| Ok(Value::Native(Native::Function(&PROXY)))),
    ],
    ..NativeModule::new("types")
};

static PROXY: Row = Row::any("mappingproxy", |call| call.one("mappingproxy"));

/// `types.SimpleNamespace`.
static NAMESPACE: NativeType = NativeType {
    methods: &[
        Row::any("__getattr__", |call| {
            let [name] = call.need("__getattr__", ["name"])?;
            let name = call.need_text(&name)?;
            let found = call.object()?.body::<RefCell<Namespace>>().and_then(|names| names.borrow().get(&name).cloned());
            found.ok_or_else(|| call.raise("AttributeError", format!("'types.SimpleNamespace' object has no attribute '{name}'")))
        }),
        Row::any("__setattr__", |call| {
            let [name, value] = call.need("__setattr__", ["name", "value"])?;
            let name = call.need_text(&name)?;
            if let Some(names) = call.object()?.body::<RefCell<Namespace>>() {
                names.borrow_mut().set(&*name, value);
            }
            Ok(Value::None)
        }),
        Row::any("__eq__", |call| {
            let [other] = call.need("__eq__", ["other"])?;
            let Value::Object(object) = &other else { return Ok(Value::NotImplemented) };
            let Some(names) = object.body::<RefCell<Namespace>>() else { return Ok(Value::NotImplemented) };
            let two = names.borrow().to_dict();
            let one = own(call)?.to_dict();
            call.operate("==", &one, &two)
        }),
        Row::any("__repr__", |call| {
            let mut shown = Vec::new();
            for (name, value) in own(call)?.iter() {
                shown.push(format!("{name}={}", call.repr(value)?));
            }
            Ok(Value::str(format!("namespace({})", shown.join(", "))))
        }),
    ],
    getters: &[Row::any("__dict__", |call| Ok(own(call)?.to_dict()))],
    ..NativeType::new(
        "SimpleNamespace",
        "types",
        Row::any("SimpleNamespace", |call| {
            let mut names = Namespace::default();
            for (name, argument) in std::mem::take(&mut call.args.keywords) {
                names.set(&*name, argument.value);
            }
            Ok(Object::value(&NAMESPACE, RefCell::new(names)))
        }),
    )
};

fn own(call: &mut Call<'_>) -> Evaluated<Namespace> {
    Ok(call.object()?.body::<RefCell<Namespace>>().map(|names| names.borrow().clone()).unwrap_or_default())
}

/// `inspect`, as far as it asks what something is.
pub static INSPECT: NativeModule = NativeModule {
    functions: &[
        Row::any("isclass", |call| {
            call.one("isclass").map(|value| Value::Bool(matches!(value, Value::Class(_) | Value::Native(Native::Type(_)))))
        }),
        Row::any("isfunction", |call| call.one("isfunction").map(|value| Value::Bool(matches!(value, Value::Function(_))))),
        Row::any("ismethod", |call| call.one("ismethod").map(|value| Value::Bool(matches!(value, Value::Method(_))))),
        Row::any("ismodule", |call| call.one("ismodule").map(|value| Value::Bool(matches!(value, Value::Module(_))))),
        Row::any("isgenerator", |call| call.one("isgenerator").map(|value| Value::Bool(matches!(value, Value::Generator(_))))),
        Row::new("cleandoc", |call| {
            let [text] = call.need("cleandoc", ["doc"])?;
            Ok(Value::str(clean(&call.need_text(&text)?)))
        }),
        Row::any("getdoc", |call| {
            let [object] = call.need("getdoc", ["object"])?;
            let text = call.attr(&object, "__doc__")?;
            Ok(text.as_str().map(clean).map_or(text, Value::str))
        }),
    ],
    ..NativeModule::new("inspect")
};

/// `inspect.cleandoc`.
fn clean(text: &str) -> String {
    let lines: Vec<&str> = text.split('\n').collect();
    let margin =
        lines.iter().skip(1).filter(|line| !line.trim().is_empty()).map(|line| line.len() - line.trim_start().len()).min().unwrap_or(0);
    let mut cleaned: Vec<&str> = Vec::new();
    for (index, line) in lines.into_iter().enumerate() {
        cleaned.push(if index == 0 { line.trim_start() } else { line.get(margin..).unwrap_or_default() });
    }
    cleaned.join("\n").trim_matches('\n').to_owned()
}

/// `pprint`, of what fits on one line.
pub static PPRINT: NativeModule = NativeModule {
    functions: &[
        Row::any("pformat", |call| {
            call.args.keywords.clear();
            call.args.positional.truncate(1);
            let [object] = call.need("pformat", ["object"])?;
            let text = call.vm.repr(call.host, &object, call.span)?;
            let short = text.as_str().is_some_and(|text| text.len() < 80);
            Ok(if short { text } else { call.not_computed("how `pprint` breaks lines is not computed") })
        }),
        Row::any("pprint", say),
        Row::any("pp", say),
    ],
    ..NativeModule::new("pprint")
};

fn say(call: &mut Call<'_>) -> Evaluated {
    let object = call.args.positional.first().map_or(Value::None, |argument| argument.value.clone());
    let text = call.vm.repr(call.host, &object, call.span)?;
    call.host.say(call.span, text.as_str().unwrap_or("<unknown>").to_owned());
    Ok(Value::None)
}

/// `traceback`: where Python's frames stand is not known, that something is printed is.
pub static TRACEBACK: NativeModule = NativeModule {
    functions: &[
        Row::any("print_exc", nothing),
        Row::any("print_exception", nothing),
        Row::any("print_stack", nothing),
        Row::any("format_exc", |call| Ok(call.not_computed("the text of a traceback is not computed"))),
    ],
    ..NativeModule::new("traceback")
};
