//! `urllib.parse` and `html`.

use super::NativeModule;
use crate::eval::dict::{Dict, Key};
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `urllib`, a package of which only `parse` is evaluated.
pub static URLLIB: NativeModule = NativeModule {
    values: &[
        Row::any("parse", |call| call.vm.import(call.host, "urllib.parse", call.span)),
        Row::any("request", |call| {
            let reason = "the module `urllib.request` is not evaluated";
            Ok(Value::unknown(call.span, reason, crate::eval::Origin::Project))
        }),
    ],
    ..NativeModule::new("urllib")
};

/// `urllib.parse`.
pub static PARSE: NativeModule = NativeModule {
    functions: &[
        Row::new("quote", |call| {
            let [text, safe, _, _] = call.take("quote", ["string", "safe", "encoding", "errors"], 1)?;
            let safe = safe.as_ref().and_then(Call::text_of).unwrap_or_else(|| "/".into());
            let bytes = bytes(call, &text.unwrap_or(Value::None))?;
            Ok(Value::str(quote(&bytes, &safe)))
        }),
        Row::new("quote_plus", |call| {
            let [text, safe, _, _] = call.take("quote_plus", ["string", "safe", "encoding", "errors"], 1)?;
            let safe = safe.as_ref().and_then(Call::text_of).unwrap_or_else(|| "".into());
            let bytes = bytes(call, &text.unwrap_or(Value::None))?;
            Ok(Value::str(quote_plus(&bytes, &safe)))
        }),
        Row::new("unquote", |call| {
            let [text, _, _] = call.take("unquote", ["string", "encoding", "errors"], 1)?;
            Ok(Value::str(unquote(&call.need_text(&text.unwrap_or(Value::None))?)))
        }),
        Row::new("unquote_plus", |call| {
            let [text, _, _] = call.take("unquote_plus", ["string", "encoding", "errors"], 1)?;
            Ok(Value::str(unquote(&call.need_text(&text.unwrap_or(Value::None))?.replace('+', " "))))
        }),
        Row::new("urlencode", urlencode),
        Row::new("urlparse", split),
        Row::new("urlsplit", split),
        Row::new("urlunparse", |call| unsplit(call, 6)),
        Row::new("urlunsplit", |call| unsplit(call, 5)),
        Row::new("urljoin", |call| {
            let [base, url] = call.need("urljoin", ["base", "url"])?;
            let (base, url) = (call.need_text(&base)?, call.need_text(&url)?);
            Ok(Value::str(join(&base, &url)))
        }),
        Row::new("parse_qs", |call| {
            let [text] = call.take("parse_qs", ["qs"], 1)?;
            let text = call.need_text(&text.unwrap_or(Value::None))?;
            let mut dict = Dict::new();
            for (name, value) in pairs(&text) {
                let key = Key::Str(name.as_str().into());
                match dict.get(&key) {
                    Some(Value::List(values)) => values.borrow_mut().push(Value::str(value)),
                    _ => dict.insert(key, Value::str(name), Value::list(vec![Value::str(value)])),
                }
            }
            Ok(Value::dict(dict))
        }),
        Row::new("parse_qsl", |call| {
            let [text] = call.take("parse_qsl", ["qs"], 1)?;
            let text = call.need_text(&text.unwrap_or(Value::None))?;
            Ok(Value::list(pairs(&text).map(|(name, value)| Value::tuple(vec![Value::str(name), Value::str(value)])).collect()))
        }),
    ],
    types: &[&RESULT],
    ..NativeModule::new("urllib.parse")
};

/// `html`.
pub static HTML: NativeModule = NativeModule {
    functions: &[
        Row::new("escape", |call| {
            let [text, quotes] = call.take("escape", ["s", "quote"], 1)?;
            let quotes = call.flag(quotes.as_ref(), true)?;
            let text = call.need_text(&text.unwrap_or(Value::None))?;
            let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
            Ok(Value::str(if quotes { text.replace('"', "&quot;").replace('\'', "&#x27;") } else { text }))
        }),
        Row::new("unescape", |call| {
            let [text] = call.need("unescape", ["s"])?;
            let text = unescape(&call.need_text(&text)?);
            Ok(text.map_or_else(|| call.not_computed("a character reference by name is not evaluated"), Value::str))
        }),
    ],
    ..NativeModule::new("html")
};

fn bytes(call: &mut Call<'_>, value: &Value) -> Evaluated<Vec<u8>> {
    match value {
        Value::Bytes(bytes) => Ok(bytes.to_vec()),
        _ => Ok(call.need_text(value)?.as_bytes().to_vec()),
    }
}

fn quote(bytes: &[u8], safe: &str) -> String {
    let mut text = String::new();
    for byte in bytes {
        let char = char::from(*byte);
        if byte.is_ascii_alphanumeric() || b"_.-~".contains(byte) || (byte.is_ascii() && safe.contains(char)) {
            text.push(char);
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}

fn quote_plus(bytes: &[u8], safe: &str) -> String {
    quote(bytes, &format!("{safe} ")).replace(' ', "+")
}

fn unquote(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|pair| std::str::from_utf8(pair).ok()).and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (first, code) {
            (b'%', Some(code)) => {
                bytes.push(code);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn pairs(text: &str) -> impl Iterator<Item = (String, String)> {
    let part = |text: &str| unquote(&text.replace('+', " "));
    text.split('&')
        .filter_map(move |pair| pair.split_once('='))
        .filter(|(_, value)| !value.is_empty())
        .map(move |(name, value)| (part(name), part(value)))
}

fn urlencode(call: &mut Call<'_>) -> Evaluated {
    let [query, many, ..] = call.take("urlencode", ["query", "doseq", "safe", "encoding", "errors", "quote_via"], 1)?;
    let query = query.unwrap_or(Value::None);
    let many = call.flag(many.as_ref(), false)?;
    let entries: Vec<(Value, Value)> = if matches!(query, Value::Dict(_)) {
        call.vm.mapping_items(call.host, &query, call.span)?
    } else {
        let mut entries = Vec::new();
        for pair in call.items(&query)? {
            match <[Value; 2]>::try_from(call.items(&pair)?) {
                Ok([name, value]) => entries.push((name, value)),
                Err(_) => return Err(call.raise("TypeError", "not a valid non-string sequence or mapping object")),
            }
        }
        entries
    };
    let mut parts = Vec::new();
    for (name, value) in entries {
        let values = if many && matches!(value, Value::List(_) | Value::Tuple(_)) { call.items(&value)? } else { vec![value] };
        let name = encoded(call, &name)?;
        for value in values {
            parts.push(format!("{name}={}", encoded(call, &value)?));
        }
    }
    Ok(Value::str(parts.join("&")))
}

fn encoded(call: &mut Call<'_>, value: &Value) -> Evaluated<String> {
    if let Value::Bytes(bytes) = value {
        return Ok(quote_plus(bytes, ""));
    }
    let text = call.vm.text(call.host, value, call.span)?;
    Ok(quote_plus(text.as_str().unwrap_or_default().as_bytes(), ""))
}

/// The parts of a URL: scheme, network location, path, query, fragment.
#[derive(Clone, Default)]
struct Parts([String; 5]);

fn parts(url: &str) -> Parts {
    let mut rest = url;
    let mut found = Parts::default();
    let [scheme, location, path, query, fragment] = &mut found.0;
    if let Some((head, tail)) = url.split_once(':')
        && head.starts_with(|char: char| char.is_ascii_alphabetic())
        && head.chars().all(|char| char.is_ascii_alphanumeric() || "+-.".contains(char))
    {
        *scheme = head.to_ascii_lowercase();
        rest = tail;
    }
    if let Some(tail) = rest.strip_prefix("//") {
        let end = tail.find(['/', '?', '#']).unwrap_or(tail.len());
        *location = tail.get(..end).unwrap_or_default().to_owned();
        rest = tail.get(end..).unwrap_or_default();
    }
    if let Some((head, tail)) = rest.split_once('#') {
        *fragment = tail.to_owned();
        rest = head;
    }
    if let Some((head, tail)) = rest.split_once('?') {
        *query = tail.to_owned();
        rest = head;
    }
    *path = rest.to_owned();
    found
}

fn unparsed(parts: &Parts) -> String {
    let [scheme, location, path, query, fragment] = &parts.0;
    let mut url = if scheme.is_empty() { String::new() } else { format!("{scheme}:") };
    if !location.is_empty() || path.starts_with("//") {
        url.push_str("//");
        url.push_str(location);
        if !path.is_empty() && !path.starts_with('/') {
            url.push('/');
        }
    }
    url.push_str(path);
    for (mark, part) in [('?', query), ('#', fragment)] {
        if !part.is_empty() {
            url.push(mark);
            url.push_str(part);
        }
    }
    url
}

fn join(base: &str, url: &str) -> String {
    let (base, other) = (parts(base), parts(url));
    let [scheme, location, path, query, fragment] = other.0;
    if url.is_empty() {
        return unparsed(&base);
    }
    if !scheme.is_empty() && scheme != base.0[0] {
        return url.to_owned();
    }
    let [scheme, base_location, base_path, ..] = base.0;
    if !location.is_empty() {
        return unparsed(&Parts([scheme, location, path, query, fragment]));
    }
    let folder = base_path.rfind('/').and_then(|at| base_path.get(..=at)).unwrap_or_default();
    let joined = match path.as_str() {
        "" => base_path,
        path if path.starts_with('/') => path.to_owned(),
        path => {
            let mut steps: Vec<&str> = Vec::new();
            let whole = format!("{folder}{path}");
            for step in whole.split('/') {
                match step {
                    "." => {}
                    ".." if steps.len() > 1 => drop(steps.pop()),
                    ".." => {}
                    step => steps.push(step),
                }
            }
            steps.join("/")
        }
    };
    unparsed(&Parts([scheme, base_location, joined, query, fragment]))
}

static RESULT: NativeType = NativeType {
    methods: &[
        Row::new("geturl", |call| Ok(Value::str(unparsed(&own(call)?)))),
        Row::new("__getitem__", |call| {
            let [place] = call.need("__getitem__", ["index"])?;
            let tuple = tuple(&own(call)?);
            call.vm.get_item(call.host, &tuple, &place, call.span)
        }),
        Row::new("__iter__", |call| {
            let tuple = tuple(&own(call)?);
            call.vm.iterator(call.host, &tuple, call.span)
        }),
        Row::new("_replace", |call| {
            let mut parts = own(call)?;
            for (name, argument) in std::mem::take(&mut call.args.keywords) {
                let place = NAMES.iter().position(|known| *known == &*name);
                if let Some(part) = place.and_then(|place| parts.0.get_mut(place)) {
                    *part = call.need_text(&argument.value)?.to_string();
                }
            }
            Ok(Object::value(&RESULT, parts))
        }),
    ],
    getters: &[
        Row::any("scheme", |call| part(call, 0)),
        Row::any("netloc", |call| part(call, 1)),
        Row::any("path", |call| part(call, 2)),
        Row::any("params", |_| Ok(Value::str(""))),
        Row::any("query", |call| part(call, 3)),
        Row::any("fragment", |call| part(call, 4)),
        Row::any("hostname", |call| {
            let host = host(&own(call)?).0.to_lowercase();
            Ok(if host.is_empty() { Value::None } else { Value::str(host) })
        }),
        Row::any("port", |call| Ok(host(&own(call)?).1.and_then(|port| port.parse().ok()).map_or(Value::None, Value::Int))),
        Row::any("username", |call| Ok(user(&own(call)?).map_or(Value::None, |(name, _)| Value::str(name)))),
        Row::any("password", |call| Ok(user(&own(call)?).and_then(|(_, password)| password).map_or(Value::None, Value::str))),
    ],
    ..NativeType::new(
        "ParseResult",
        "urllib.parse",
        Row::new("ParseResult", |call| Ok(call.not_computed("a URL made of parts is not evaluated"))),
    )
};

const NAMES: [&str; 5] = ["scheme", "netloc", "path", "query", "fragment"];

fn own(call: &mut Call<'_>) -> Evaluated<Parts> {
    Ok(call.object()?.body::<Parts>().cloned().unwrap_or_default())
}

fn tuple(parts: &Parts) -> Value {
    let [scheme, location, path, query, fragment] = parts.0.clone();
    Value::tuple([scheme, location, path, String::new(), query, fragment].map(Value::str).to_vec())
}

fn part(call: &mut Call<'_>, place: usize) -> Evaluated {
    Ok(own(call)?.0.get(place).map_or(Value::None, |part| Value::str(part.as_str())))
}

fn host(parts: &Parts) -> (String, Option<String>) {
    let location = parts.0[1].rsplit_once('@').map_or(parts.0[1].as_str(), |(_, host)| host);
    match location.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host.trim_matches(['[', ']']).to_owned(), Some(port.to_owned())),
        _ => (location.trim_matches(['[', ']']).to_owned(), None),
    }
}

fn user(parts: &Parts) -> Option<(String, Option<String>)> {
    let (user, _) = parts.0[1].rsplit_once('@')?;
    Some(match user.split_once(':') {
        Some((name, password)) => (name.to_owned(), Some(password.to_owned())),
        None => (user.to_owned(), None),
    })
}

fn split(call: &mut Call<'_>) -> Evaluated {
    let [url, _, _] = call.take("urlparse", ["url", "scheme", "allow_fragments"], 1)?;
    let url = call.need_text(&url.unwrap_or(Value::None))?;
    Ok(Object::value(&RESULT, parts(&url)))
}

fn unsplit(call: &mut Call<'_>, count: usize) -> Evaluated {
    let [components] = call.need("urlunparse", ["components"])?;
    let mut texts = Vec::new();
    for part in call.items(&components)? {
        texts.push(call.need_text(&part)?.to_string());
    }
    if count == 6 && texts.len() == 6 {
        texts.remove(3);
    }
    match <[String; 5]>::try_from(texts) {
        Ok(parts) => Ok(Value::str(unparsed(&Parts(parts)))),
        Err(_) => Err(call.raise("ValueError", "not enough values to unpack")),
    }
}

/// Fills in character references; nothing where one has a name that is not among the common ones.
fn unescape(text: &str) -> Option<String> {
    let mut result = String::new();
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        result.push_str(rest.get(..at).unwrap_or_default());
        rest = rest.get(at..).unwrap_or_default();
        let end = rest.find(';').filter(|end| *end < 12);
        let named = end.and_then(|end| rest.get(1..end));
        let char = named.and_then(|name| match name.strip_prefix('#') {
            Some(code) => {
                let code = match code.strip_prefix(['x', 'X']) {
                    Some(hex) => u32::from_str_radix(hex, 16),
                    None => code.parse(),
                };
                code.ok().and_then(char::from_u32)
            }
            None => match name {
                "amp" => Some('&'),
                "lt" => Some('<'),
                "gt" => Some('>'),
                "quot" => Some('"'),
                "apos" => Some('\''),
                "nbsp" => Some('\u{a0}'),
                _ => None,
            },
        });
        match (char, end) {
            (Some(char), Some(end)) => {
                result.push(char);
                rest = rest.get(end + 1..).unwrap_or_default();
            }
            _ => {
                if named.is_some_and(|name| !name.is_empty() && name.chars().all(|char| char.is_ascii_alphanumeric())) {
                    return None;
                }
                result.push('&');
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
    result.push_str(rest);
    Some(result)
}
