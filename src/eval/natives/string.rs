//! `string`.

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const PUNCTUATION: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/// `string`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[Row::new("capwords", |call| {
        let [text, separator] = call.take("capwords", ["s", "sep"], 1)?;
        let text = call.need_text(&text.unwrap_or(Value::None))?;
        let capital = |word: &str| {
            let mut chars = word.chars();
            chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
        };
        Ok(Value::str(match separator.as_ref().and_then(Call::text_of) {
            Some(separator) if !separator.is_empty() => text.split(&*separator).map(capital).collect::<Vec<String>>().join(&separator),
            _ => text.split_whitespace().map(capital).collect::<Vec<String>>().join(" "),
        }))
    })],
    types: &[&TEMPLATE],
    values: &[
        Row::any("ascii_lowercase", |_| Ok(Value::str(LOWER))),
        Row::any("ascii_uppercase", |_| Ok(Value::str(UPPER))),
        Row::any("ascii_letters", |_| Ok(Value::str(format!("{LOWER}{UPPER}")))),
        Row::any("digits", |_| Ok(Value::str("0123456789"))),
        Row::any("hexdigits", |_| Ok(Value::str("0123456789abcdefABCDEF"))),
        Row::any("octdigits", |_| Ok(Value::str("01234567"))),
        Row::any("punctuation", |_| Ok(Value::str(PUNCTUATION))),
        Row::any("whitespace", |_| Ok(Value::str(" \t\n\r\u{b}\u{c}"))),
        Row::any("printable", |_| Ok(Value::str(format!("0123456789{LOWER}{UPPER}{PUNCTUATION} \t\n\r\u{b}\u{c}")))),
    ],
    ..NativeModule::new("string")
};

/// `string.Template`: its body is its text.
static TEMPLATE: NativeType = NativeType {
    methods: &[Row::new("substitute", |call| substituted(call, false)), Row::new("safe_substitute", |call| substituted(call, true))],
    getters: &[Row::any("template", |call| {
        Ok(call.object()?.body::<std::rc::Rc<str>>().map_or(Value::None, |text| Value::Str(text.clone())))
    })],
    ..NativeType::new(
        "Template",
        "string",
        Row::new("Template", |call| {
            let [text] = call.need("Template", ["template"])?;
            let text = call.need_text(&text)?;
            Ok(Object::value(&TEMPLATE, text))
        }),
    )
};

fn substituted(call: &mut Call<'_>, safe: bool) -> Evaluated {
    let Some(template) = call.object()?.body::<std::rc::Rc<str>>().cloned() else { return Ok(Value::None) };
    let args = std::mem::take(&mut call.args);
    let mapping = args.positional.first().map(|argument| argument.value.clone());
    let mut result = String::new();
    let mut rest: &str = &template;
    while let Some(at) = rest.find('$') {
        result.push_str(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + 1..).unwrap_or_default();
        if let Some(after) = after.strip_prefix('$') {
            result.push('$');
            rest = after;
            continue;
        }
        let braced = after.starts_with('{');
        let name = identifier(if braced { after.get(1..).unwrap_or_default() } else { after });
        let end = name.len() + if braced { 2 } else { 0 };
        let closed = !braced || after.get(end - 1..end) == Some("}");
        if name.is_empty() || !closed {
            if !safe {
                return Err(call.raise("ValueError", "Invalid placeholder in string"));
            }
            result.push('$');
            rest = after;
            continue;
        }
        let value = match (args.keyword(name), &mapping) {
            (Some(value), _) => Some(value.clone()),
            (None, Some(mapping)) => {
                let key = Value::str(name);
                let there = !safe || call.holds("in", &key, mapping)?;
                if there { Some(call.vm.get_item(call.host, mapping, &key, call.span)?) } else { None }
            }
            (None, None) => None,
        };
        match value {
            Some(value) => {
                let text = call.vm.text(call.host, &value, call.span)?;
                match text.as_str() {
                    Some(text) => result.push_str(text),
                    None => return Ok(text),
                }
            }
            None if safe => result.push_str(rest.get(at..at + 1 + end).unwrap_or_default()),
            None => return Err(call.vm.raise_builtin("KeyError", vec![Value::str(name)], call.span)),
        }
        rest = after.get(end..).unwrap_or_default();
    }
    result.push_str(rest);
    Ok(Value::str(result))
}

fn identifier(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_ascii_alphanumeric() && char != '_').unwrap_or(text.len());
    let name = text.get(..end).unwrap_or_default();
    if name.starts_with(|char: char| char.is_ascii_digit()) { "" } else { name }
}
