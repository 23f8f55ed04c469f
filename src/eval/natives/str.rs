//! `str`.

use std::rc::Rc;

use super::codecs;
use super::list::end_at;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::value::Value;

/// `str`
pub static TYPE: NativeType = NativeType {
    methods: &[
        Row::new("upper", |call| mapped(call, |text| text.to_uppercase())),
        Row::new("lower", |call| mapped(call, |text| text.to_lowercase())),
        Row::new("casefold", |call| mapped(call, |text| text.to_lowercase().replace('ß', "ss"))),
        Row::new("capitalize", |call| mapped(call, capitalize)),
        Row::new("title", |call| mapped(call, title)),
        Row::new("swapcase", |call| mapped(call, swapcase)),
        Row::new("strip", |call| strip(call, true, true)),
        Row::new("lstrip", |call| strip(call, true, false)),
        Row::new("rstrip", |call| strip(call, false, true)),
        Row::new("startswith", |call| affixed(call, |text, part| text.starts_with(part))),
        Row::new("endswith", |call| affixed(call, |text, part| text.ends_with(part))),
        Row::new("removeprefix", |call| {
            let part = text_argument(call, "removeprefix")?;
            mapped(call, |text| text.strip_prefix(&*part).unwrap_or(text).to_owned())
        }),
        Row::new("removesuffix", |call| {
            let part = text_argument(call, "removesuffix")?;
            mapped(call, |text| text.strip_suffix(&*part).unwrap_or(text).to_owned())
        }),
        Row::new("replace", replace),
        Row::new("split", |call| split(call, false)),
        Row::new("rsplit", |call| split(call, true)),
        Row::new("splitlines", splitlines),
        Row::new("partition", |call| partition(call, false)),
        Row::new("rpartition", |call| partition(call, true)),
        Row::any("join", join),
        Row::any("format", |call| {
            let args = std::mem::take(&mut call.args);
            let template = this(call);
            call.vm.format_template(call.host, &template, &args, None, call.span)
        }),
        Row::any("format_map", |call| {
            let mapping = call.one("format_map")?;
            let template = this(call);
            call.vm.format_template(call.host, &template, &crate::eval::Args::default(), Some(&mapping), call.span)
        }),
        Row::new("find", |call| found(call, |text, part| text.find(part), None)),
        Row::new("rfind", |call| found(call, |text, part| text.rfind(part), None)),
        Row::new("index", |call| found(call, |text, part| text.find(part), Some("substring not found"))),
        Row::new("rindex", |call| found(call, |text, part| text.rfind(part), Some("substring not found"))),
        Row::new("count", |call| {
            let [part, start, end] = call.bind("count", ["sub", "start", "end"], 1)?;
            let part = text_of(call, &part.unwrap_or(Value::None), "count")?;
            let Some((_, text)) = window(&this(call), start.as_ref(), end.as_ref()) else { return Ok(Value::Int(0)) };
            let count = if part.is_empty() { text.chars().count() + 1 } else { text.matches(&*part).count() };
            Ok(Value::Int(count as i128))
        }),
        Row::new("isdigit", |call| tested(call, |char| char.is_ascii_digit())),
        Row::new("isdecimal", |call| tested(call, |char| char.is_ascii_digit())),
        Row::new("isnumeric", |call| tested(call, char::is_numeric)),
        Row::new("isalpha", |call| tested(call, char::is_alphabetic)),
        Row::new("isalnum", |call| tested(call, char::is_alphanumeric)),
        Row::new("isspace", |call| tested(call, char::is_whitespace)),
        Row::new("isascii", |call| Ok(Value::Bool(this(call).is_ascii()))),
        Row::new("isupper", |call| {
            let text = this(call);
            Ok(Value::Bool(text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)))
        }),
        Row::new("islower", |call| {
            let text = this(call);
            Ok(Value::Bool(text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase)))
        }),
        Row::new("isidentifier", |call| {
            let text = this(call);
            let mut chars = text.chars();
            let first = chars.next().is_some_and(|char| char.is_alphabetic() || char == '_');
            Ok(Value::Bool(first && chars.all(|char| char.is_alphanumeric() || char == '_')))
        }),
        Row::new("zfill", |call| {
            let width = width_argument(call, "zfill")?.0;
            mapped(call, |text| {
                let (sign, digits) = match text.strip_prefix(['-', '+']) {
                    Some(digits) => (text.get(..1).unwrap_or_default(), digits),
                    None => ("", text),
                };
                let missing = width.saturating_sub(text.chars().count());
                format!("{sign}{}{digits}", "0".repeat(missing))
            })
        }),
        Row::new("ljust", |call| padded(call, |missing| (0, missing))),
        Row::new("rjust", |call| padded(call, |missing| (missing, 0))),
        Row::new("center", |call| padded(call, |missing| (missing / 2, missing - missing / 2))),
        Row::new("encode", |call| {
            let [encoding, _] = call.bind("encode", ["encoding", "errors"], 0)?;
            let text = this(call);
            let encoding = encoding.as_ref().and_then(Value::as_str).unwrap_or("utf-8");
            Ok(match codecs::encoded(&text, encoding) {
                Some(bytes) => Value::Bytes(bytes.into()),
                None => call.not_computed(format!("this text is not encoded in `{encoding}`")),
            })
        }),
        Row::new("expandtabs", |call| {
            let [size] = call.bind("expandtabs", ["tabsize"], 0)?;
            let size = match size {
                Some(Value::Int(size)) => usize::try_from(size.clamp(0, 1_000)).unwrap_or(0),
                _ => 8,
            };
            mapped(call, |text| expanded(text, size))
        }),
    ],
    ..NativeType::new(
        "str",
        "builtins",
        Row::any("str", |call| {
            let [value, encoding, errors] = call.bind("str", ["object", "encoding", "errors"], 0)?;
            match value {
                Some(Value::Bytes(bytes)) if encoding.is_some() || errors.is_some() => {
                    let encoding = encoding.as_ref().and_then(Value::as_str).unwrap_or("utf-8");
                    let text = codecs::decoded(&bytes, encoding).map(Value::str);
                    Ok(text.unwrap_or_else(|| call.not_computed(format!("these bytes are not decoded from `{encoding}`"))))
                }
                Some(value) => call.vm.text(call.host, &value, call.span),
                None => Ok(Value::str("")),
            }
        }),
    )
};

/// The text that a method was called on.
fn this(call: &Call<'_>) -> Rc<str> {
    match call.receiver.as_ref() {
        Some(Value::Str(text)) => Rc::clone(text),
        Some(Value::Instance(instance)) => match &*instance.native.borrow() {
            Some(Value::Str(text)) => Rc::clone(text),
            _ => "".into(),
        },
        _ => "".into(),
    }
}

fn mapped(call: &mut Call<'_>, map: impl FnOnce(&str) -> String) -> Evaluated {
    Ok(Value::str(map(&this(call))))
}

fn tested(call: &mut Call<'_>, test: fn(char) -> bool) -> Evaluated {
    let text = this(call);
    Ok(Value::Bool(!text.is_empty() && text.chars().all(test)))
}

fn text_argument(call: &mut Call<'_>, function: &str) -> Evaluated<Rc<str>> {
    let value = match call.args.positional.first() {
        Some(argument) => argument.value.clone(),
        None => Value::None,
    };
    text_of(call, &value, function)
}

/// The text of a value that has to be one.
fn text_of(call: &mut Call<'_>, value: &Value, function: &str) -> Evaluated<Rc<str>> {
    match value {
        Value::Str(text) => return Ok(Rc::clone(text)),
        Value::Instance(instance) => {
            if let Some(Value::Str(text)) = &*instance.native.borrow() {
                return Ok(Rc::clone(text));
            }
        }
        _ => {}
    }
    let message = format!("{function}() argument must be str, not {}", call.vm.type_name(value));
    Err(call.raise("TypeError", message))
}

fn capitalize(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect())
}

fn title(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut within = false;
    for char in text.chars() {
        if within {
            result.extend(char.to_lowercase());
        } else {
            result.extend(char.to_uppercase());
        }
        within = char.is_alphabetic();
    }
    result
}

fn swapcase(text: &str) -> String {
    let swap = |char: char| if char.is_uppercase() { char.to_lowercase().to_string() } else { char.to_uppercase().to_string() };
    text.chars().map(swap).collect()
}

fn strip(call: &mut Call<'_>, left: bool, right: bool) -> Evaluated {
    let [chars] = call.bind("strip", ["chars"], 0)?;
    let chars = match chars {
        Some(Value::None) | None => None,
        Some(value) => Some(text_of(call, &value, "strip")?),
    };
    let strip = |char: char| match &chars {
        Some(chars) => chars.contains(char),
        None => char.is_whitespace(),
    };
    mapped(call, |text| {
        let text = if left { text.trim_start_matches(strip) } else { text };
        (if right { text.trim_end_matches(strip) } else { text }).to_owned()
    })
}

fn affixed(call: &mut Call<'_>, test: fn(&str, &str) -> bool) -> Evaluated {
    let [parts, start, end] = call.bind("startswith", ["prefix", "start", "end"], 1)?;
    let Some((_, text)) = window(&this(call), start.as_ref(), end.as_ref()) else { return Ok(Value::Bool(false)) };
    let parts = match parts {
        Some(Value::Tuple(parts)) => parts.to_vec(),
        Some(part) => vec![part],
        None => Vec::new(),
    };
    for part in parts {
        if test(&text, &text_of(call, &part, "startswith")?) {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

fn replace(call: &mut Call<'_>) -> Evaluated {
    let [old, new, count] = call.bind("replace", ["old", "new", "count"], 2)?;
    let old = text_of(call, &old.unwrap_or(Value::None), "replace")?;
    let new = text_of(call, &new.unwrap_or(Value::None), "replace")?;
    mapped(call, |text| match count {
        Some(Value::Int(count)) if count >= 0 => text.replacen(&*old, &new, usize::try_from(count).unwrap_or(usize::MAX)),
        _ => text.replace(&*old, &new),
    })
}

fn split(call: &mut Call<'_>, from_right: bool) -> Evaluated {
    let [separator, limit] = call.bind("split", ["sep", "maxsplit"], 0)?;
    let text = this(call);
    let limit = match limit {
        Some(Value::Int(limit)) => usize::try_from(limit).unwrap_or(usize::MAX),
        _ => usize::MAX,
    };
    let parts: Vec<String> = match separator {
        Some(Value::None) | None => split_whitespace(&text, limit, from_right),
        Some(separator) => {
            let separator = text_of(call, &separator, "split")?;
            if separator.is_empty() {
                return Err(call.raise("ValueError", "empty separator"));
            }
            if from_right {
                let mut parts: Vec<String> = text.rsplitn(limit.saturating_add(1), &*separator).map(str::to_owned).collect();
                parts.reverse();
                parts
            } else {
                text.splitn(limit.saturating_add(1), &*separator).map(str::to_owned).collect()
            }
        }
    };
    Ok(Value::list(parts.into_iter().map(Value::str).collect()))
}

fn split_whitespace(text: &str, limit: usize, from_right: bool) -> Vec<String> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        if parts.len() == limit {
            parts.push(rest.to_owned());
            break;
        }
        let at = if from_right { rest.rfind(char::is_whitespace) } else { rest.find(char::is_whitespace) };
        match at {
            Some(at) => {
                let (before, after) = rest.split_at(at);
                if from_right {
                    parts.push(after.trim_start().to_owned());
                    rest = before.trim_end();
                } else {
                    parts.push(before.to_owned());
                    rest = after.trim_start();
                }
            }
            None => {
                parts.push(rest.to_owned());
                break;
            }
        }
    }
    if from_right {
        parts.reverse();
    }
    parts
}

fn splitlines(call: &mut Call<'_>) -> Evaluated {
    let [keep] = call.bind("splitlines", ["keepends"], 0)?;
    let keep = match keep {
        Some(keep) => call.truth(&keep)?,
        None => false,
    };
    let text = this(call);
    let mut lines = Vec::new();
    let mut rest: &str = &text;
    while let Some(at) = rest.find(['\n', '\r']) {
        let width = if rest.get(at..).is_some_and(|end| end.starts_with("\r\n")) { 2 } else { 1 };
        lines.push(Value::str(rest.get(..if keep { at + width } else { at }).unwrap_or_default()));
        rest = rest.get(at + width..).unwrap_or_default();
    }
    if !rest.is_empty() {
        lines.push(Value::str(rest));
    }
    Ok(Value::list(lines))
}

fn partition(call: &mut Call<'_>, from_right: bool) -> Evaluated {
    let separator = text_argument(call, "partition")?;
    let text = this(call);
    let parted = if from_right { text.rsplit_once(&*separator) } else { text.split_once(&*separator) };
    let parts = match parted {
        Some((before, after)) => [before, &*separator, after],
        None if from_right => ["", "", &*text],
        None => [&*text, "", ""],
    };
    Ok(Value::tuple(parts.into_iter().map(Value::str).collect()))
}

fn join(call: &mut Call<'_>) -> Evaluated {
    let items = call.one("join")?;
    if let Value::Live(live) = &items {
        return Ok(live.then(" joined"));
    }
    if items.is_uncertain() {
        return Ok(items);
    }
    let items = call.iterate(&items)?;
    if let Some(uncertain) = crate::eval::unknown::absorb(&items) {
        return Ok(match uncertain {
            Value::Live(live) => live.then(" joined"),
            unknown => unknown,
        });
    }
    let separator = this(call);
    let mut text = String::new();
    for (index, item) in items.iter().enumerate() {
        if index > 0 {
            text.push_str(&separator);
        }
        match text_of(call, item, "join") {
            Ok(part) => text.push_str(&part),
            Err(_) => {
                let message = format!("sequence item {index}: expected str instance, {} found", call.vm.type_name(item));
                return Err(call.raise("TypeError", message));
            }
        }
    }
    Ok(Value::str(text))
}

/// The part of a text between two ends, which may count from behind, and how many characters stand before it; nothing where it
/// begins behind the text.
fn window(text: &str, start: Option<&Value>, end: Option<&Value>) -> Option<(usize, String)> {
    let length = text.chars().count();
    let (start, end) = (end_at(start, length, 0), end_at(end, length, length).min(length));
    (start <= length && start <= end).then(|| (start, text.chars().skip(start).take(end - start).collect()))
}

fn found(call: &mut Call<'_>, find: fn(&str, &str) -> Option<usize>, missing: Option<&str>) -> Evaluated {
    let [part, start, end] = call.bind("find", ["sub", "start", "end"], 1)?;
    let part = text_of(call, &part.unwrap_or(Value::None), "find")?;
    let within = window(&this(call), start.as_ref(), end.as_ref());
    let place = within.and_then(|(skipped, text)| Some(skipped + text.get(..find(&text, &part)?)?.chars().count()));
    match place {
        Some(place) => Ok(Value::Int(place as i128)),
        None => match missing {
            Some(message) => Err(call.raise("ValueError", message)),
            None => Ok(Value::Int(-1)),
        },
    }
}

fn width_argument(call: &mut Call<'_>, function: &str) -> Evaluated<(usize, char)> {
    let [width, fill] = call.bind(function, ["width", "fillchar"], 1)?;
    let fill = fill.as_ref().and_then(Value::as_str).and_then(|fill| fill.chars().next()).unwrap_or(' ');
    match width {
        Some(Value::Int(width)) if width > 1_000_000 => Err(call.raise("MemoryError", format!("a text of {width} characters"))),
        Some(Value::Int(width)) => Ok((usize::try_from(width).unwrap_or(0), fill)),
        _ => Err(call.raise("TypeError", "an integer is required")),
    }
}

/// Tabs as the spaces up to the next multiple of `size`.
fn expanded(text: &str, size: usize) -> String {
    let (mut out, mut column) = (String::with_capacity(text.len()), 0);
    for character in text.chars() {
        match character {
            '\t' if size == 0 => {}
            '\t' => {
                let spaces = size - column % size;
                out.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            other => {
                column = if matches!(other, '\n' | '\r') { 0 } else { column + 1 };
                out.push(other);
            }
        }
    }
    out
}

fn padded(call: &mut Call<'_>, sides: fn(usize) -> (usize, usize)) -> Evaluated {
    let (width, fill) = width_argument(call, "ljust")?;
    mapped(call, |text| {
        let (left, right) = sides(width.saturating_sub(text.chars().count()));
        let fill = fill.to_string();
        format!("{}{text}{}", fill.repeat(left), fill.repeat(right))
    })
}
