//! `json`.

mod read;
mod write;

use write::{Style, Writer};

use super::NativeModule;
use crate::eval::class::Instance;
use crate::eval::exception::{Evaluated, Exception, Unwind};
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `json`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("dumps", dumps),
        Row::new("loads", loads),
        Row::any("dump", |call| {
            let file = if call.args.positional.len() > 1 { call.args.positional.remove(1).value } else { Value::None };
            let text = dumps(call)?;
            let write = call.attr(&file, "write")?;
            call.apply(&write, [text]).map(|_| Value::None)
        }),
        Row::new("load", |call| {
            let [file] = call.take("load", ["fp"], 1)?;
            let read = call.attr(&file.unwrap_or(Value::None), "read")?;
            let text = call.apply(&read, [])?;
            if text.is_uncertain() { Ok(text) } else { load_text(call, &text) }
        }),
    ],
    types: &[&ENCODER, &DECODER],
    values: &[Row::any("JSONDecodeError", decode_error)],
    ..NativeModule::new("json")
};

/// `json.decoder`, for the name of its exception.
pub static DECODER_MODULE: NativeModule =
    NativeModule { types: &[&DECODER], values: &[Row::any("JSONDecodeError", imported_error)], ..NativeModule::new("json.decoder") };

/// `json.encoder`.
pub static ENCODER_MODULE: NativeModule = NativeModule { types: &[&ENCODER], ..NativeModule::new("json.encoder") };

static ENCODER: NativeType = NativeType {
    methods: &[
        Row::new("encode", |call| {
            let this = call.this();
            let options = call.object()?;
            if let Some(options) = options.body::<Vec<(std::rc::Rc<str>, crate::eval::host::Arg)>>() {
                call.args.keywords.extend(options.iter().cloned());
            }
            if let Value::Instance(instance) = &this
                && instance.class.lookup("default").is_some()
            {
                let default = call.attr(&this, "default")?;
                call.args.keywords.push(("default".into(), crate::eval::host::Arg { value: default, span: call.span }));
            }
            dumps(call)
        }),
        Row::new("default", |call| {
            let [value] = call.need("default", ["o"])?;
            let message = format!("Object of type {} is not JSON serializable", call.vm.type_name(&value));
            Err(call.raise("TypeError", message))
        }),
    ],
    ..NativeType::new(
        "JSONEncoder",
        "json.encoder",
        Row::new("JSONEncoder", |call| Ok(Object::value(&ENCODER, std::mem::take(&mut call.args.keywords)))),
    )
};

static DECODER: NativeType = NativeType {
    methods: &[Row::new("decode", loads)],
    ..NativeType::new("JSONDecoder", "json.decoder", Row::new("JSONDecoder", |_| Ok(Object::value(&DECODER, ()))))
};

fn decode_error(call: &mut Call<'_>) -> Evaluated {
    let base = call.vm.builtin_exception("ValueError");
    Ok(Value::Class(call.vm.exception_class("json.decoder", "JSONDecodeError", base.as_slice())))
}

fn imported_error(call: &mut Call<'_>) -> Evaluated {
    let module = call.vm.import(call.host, "json", call.span)?;
    call.attr(&module, "JSONDecodeError")
}

fn dumps(call: &mut Call<'_>) -> Evaluated {
    let [value, _, skip_keys, ascii, _, allow_nan, class, indent, separators, default, sort_keys] = call.take(
        "dumps",
        ["obj", "*", "skipkeys", "ensure_ascii", "check_circular", "allow_nan", "cls", "indent", "separators", "default", "sort_keys"],
        1,
    )?;
    let value = value.unwrap_or(Value::None);
    let default = match (default.filter(|default| !default.is_none()), class) {
        (None, Some(class @ (Value::Class(_) | Value::Unknown(_)))) => {
            let encoder = call.apply(&class, [])?;
            if encoder.is_uncertain() {
                return Ok(encoder);
            }
            Some(call.attr(&encoder, "default")?)
        }
        (default, _) => default,
    };
    let indent = match indent {
        None | Some(Value::None) => None,
        Some(indent) => match Call::text_of(&indent) {
            Some(text) => Some(text.to_string()),
            None => Some(" ".repeat(usize::try_from(call.need_int(&indent)?).unwrap_or(0))),
        },
    };
    let (item_separator, key_separator) = match separators {
        None | Some(Value::None) => ((if indent.is_some() { "," } else { ", " }).to_owned(), ": ".to_owned()),
        Some(pair) => {
            let pair = call.items(&pair)?;
            let [item, key] = pair.as_slice() else { return Err(call.raise("ValueError", "separators must be a pair")) };
            (call.need_text(item)?.to_string(), call.need_text(key)?.to_string())
        }
    };
    let style = Style {
        indent,
        item_separator,
        key_separator,
        ascii: call.flag(ascii.as_ref(), true)?,
        sort_keys: call.flag(sort_keys.as_ref(), false)?,
        skip_keys: call.flag(skip_keys.as_ref(), false)?,
        allow_nan: call.flag(allow_nan.as_ref(), true)?,
        default,
    };
    if let Some(unknown) = super::inside::unknown_in(&value) {
        return Ok(unknown);
    }
    let mut writer = Writer::new(call, style);
    writer.value(&value)?;
    Ok(Value::str(writer.out))
}

fn loads(call: &mut Call<'_>) -> Evaluated {
    call.args.keywords.retain(|(name, _)| &**name != "strict");
    if let Some((name, _)) = call.args.keywords.iter().find(|(name, _)| name.starts_with("parse_") || &**name == "cls") {
        return Ok(call.not_computed(format!("`json.loads` with `{name}` is not evaluated")));
    }
    let [text, _, hook, pairs_hook] = call.take("loads", ["s", "*", "object_hook", "object_pairs_hook"], 1)?;
    let value = load_text(call, &text.unwrap_or(Value::None))?;
    match (hook, pairs_hook) {
        (_, Some(pairs_hook)) if !pairs_hook.is_none() => hooked(call, value, &pairs_hook, true),
        (Some(hook), _) if !hook.is_none() => hooked(call, value, &hook, false),
        _ => Ok(value),
    }
}

fn load_text(call: &mut Call<'_>, text: &Value) -> Evaluated {
    let text = match (text, Call::text_of(text)) {
        (_, Some(text)) => text,
        (Value::Bytes(bytes), _) => String::from_utf8_lossy(bytes).into(),
        _ => {
            let message = format!("the JSON object must be str, bytes or bytearray, not {}", call.vm.type_name(text));
            return Err(call.raise("TypeError", message));
        }
    };
    read::document(&text).map_err(|fault| match raised(call, &text, &fault) {
        Ok(unwind) | Err(unwind) => unwind,
    })
}

fn raised(call: &mut Call<'_>, text: &std::rc::Rc<str>, fault: &read::Fault) -> Evaluated<Unwind> {
    let Value::Class(class) = imported_error(call)? else { return Ok(call.raise("ValueError", fault.message)) };
    let before: Vec<char> = text.chars().take(fault.position).collect();
    let line = before.iter().filter(|char| **char == '\n').count() + 1;
    let column = before.iter().rev().take_while(|char| **char != '\n').count() + 1;
    let message = format!("{}: line {line} column {column} (char {})", fault.message, fault.position);
    let instance = Instance::new(&class, call.span);
    {
        let mut attributes = instance.attributes.borrow_mut();
        attributes.set("args", Value::tuple(vec![Value::str(message)]));
        attributes.set("msg", Value::str(fault.message));
        attributes.set("doc", Value::Str(std::rc::Rc::clone(text)));
        attributes.set("pos", Value::Int(fault.position as i128));
        attributes.set("lineno", Value::Int(line as i128));
        attributes.set("colno", Value::Int(column as i128));
    }
    Ok(Unwind::Raise(Exception::new(instance, call.span)))
}

/// Hands every object to a hook, innermost first.
fn hooked(call: &mut Call<'_>, value: Value, hook: &Value, pairs: bool) -> Evaluated {
    match &value {
        Value::List(items) => {
            let items = items.borrow().clone();
            Ok(Value::list(items.into_iter().map(|item| hooked(call, item, hook, pairs)).collect::<Evaluated<_>>()?))
        }
        Value::Dict(dict) => {
            let entries: Vec<(Value, Value)> = dict.borrow().iter().map(|(name, value)| (name.clone(), value.clone())).collect();
            let mut made = Vec::with_capacity(entries.len());
            for (name, item) in entries {
                made.push((name, hooked(call, item, hook, pairs)?));
            }
            let object = if pairs {
                Value::list(made.into_iter().map(|(name, item)| Value::tuple(vec![name, item])).collect())
            } else {
                call.dict(made)?
            };
            call.apply(hook, [object])
        }
        _ => Ok(value),
    }
}
