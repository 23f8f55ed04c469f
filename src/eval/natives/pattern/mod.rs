//! `re`.

mod found;
mod replace;
mod translate;

use std::rc::Rc;

use fancy_regex::Regex;
use translate::Flags;

use super::NativeModule;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, NativeType, Row};
use crate::eval::generator::Generator;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `re`.
pub static MODULE: NativeModule = NativeModule {
    functions: &[
        Row::new("compile", |call| {
            let [pattern, flags] = call.take("compile", ["pattern", "flags"], 1)?;
            Ok(match compiled(call, pattern, flags)? {
                Ok(pattern) => Object::value(&PATTERN, pattern),
                Err(unknown) => unknown,
            })
        }),
        Row::new("match", |call| {
            directly(call, "match", ["pattern", "string", "flags"], |call, pattern| search(call, pattern, Where::Start))
        }),
        Row::new("search", |call| {
            directly(call, "search", ["pattern", "string", "flags"], |call, pattern| search(call, pattern, Where::Anywhere))
        }),
        Row::new("fullmatch", |call| {
            directly(call, "fullmatch", ["pattern", "string", "flags"], |call, pattern| search(call, pattern, Where::Whole))
        }),
        Row::new("findall", |call| directly(call, "findall", ["pattern", "string", "flags"], findall)),
        Row::new("finditer", |call| directly(call, "finditer", ["pattern", "string", "flags"], finditer)),
        Row::new("sub", |call| {
            directly(call, "sub", ["pattern", "repl", "string", "count", "flags"], |call, pattern| replace::sub(call, pattern, false))
        }),
        Row::new("subn", |call| {
            directly(call, "subn", ["pattern", "repl", "string", "count", "flags"], |call, pattern| replace::sub(call, pattern, true))
        }),
        Row::new("split", |call| directly(call, "split", ["pattern", "string", "maxsplit", "flags"], replace::split)),
        Row::new("escape", |call| {
            let [pattern] = call.need("escape", ["pattern"])?;
            Ok(Value::str(escape(&call.need_text(&pattern)?)))
        }),
        Row::any("purge", |_| Ok(Value::None)),
    ],
    types: &[&PATTERN, &found::MATCH],
    values: &[
        Row::any("A", |_| Ok(Value::Int(Flags::ASCII))),
        Row::any("ASCII", |_| Ok(Value::Int(Flags::ASCII))),
        Row::any("I", |_| Ok(Value::Int(Flags::IGNORECASE))),
        Row::any("IGNORECASE", |_| Ok(Value::Int(Flags::IGNORECASE))),
        Row::any("M", |_| Ok(Value::Int(Flags::MULTILINE))),
        Row::any("MULTILINE", |_| Ok(Value::Int(Flags::MULTILINE))),
        Row::any("S", |_| Ok(Value::Int(Flags::DOTALL))),
        Row::any("DOTALL", |_| Ok(Value::Int(Flags::DOTALL))),
        Row::any("U", |_| Ok(Value::Int(Flags::UNICODE))),
        Row::any("UNICODE", |_| Ok(Value::Int(Flags::UNICODE))),
        Row::any("X", |_| Ok(Value::Int(Flags::VERBOSE))),
        Row::any("VERBOSE", |_| Ok(Value::Int(Flags::VERBOSE))),
        Row::any("NOFLAG", |_| Ok(Value::Int(0))),
        Row::any("error", |call| {
            let base = call.vm.builtin_exception("Exception");
            Ok(Value::Class(call.vm.exception_class("re", "error", base.as_slice())))
        }),
    ],
    ..NativeModule::new("re")
};

/// `re.Pattern`.
pub static PATTERN: NativeType = NativeType {
    methods: &[
        Row::new("match", |call| method(call, |call, pattern| search(call, pattern, Where::Start))),
        Row::new("search", |call| method(call, |call, pattern| search(call, pattern, Where::Anywhere))),
        Row::new("fullmatch", |call| method(call, |call, pattern| search(call, pattern, Where::Whole))),
        Row::new("findall", |call| method(call, findall)),
        Row::new("finditer", |call| method(call, finditer)),
        Row::new("sub", |call| method(call, |call, pattern| replace::sub(call, pattern, false))),
        Row::new("subn", |call| method(call, |call, pattern| replace::sub(call, pattern, true))),
        Row::new("split", |call| method(call, replace::split)),
        Row::new("__repr__", |call| {
            let pattern = own(call)?;
            let text = call.repr(&Value::Str(Rc::clone(&pattern.text)))?;
            Ok(Value::str(format!("re.compile({text})")))
        }),
    ],
    getters: &[
        Row::any("pattern", |call| Ok(Value::Str(Rc::clone(&own(call)?.text)))),
        Row::any("flags", |call| Ok(Value::Int(own(call)?.flags.0 | Flags::UNICODE))),
        Row::any("groups", |call| Ok(Value::Int(own(call)?.regex.captures_len() as i128 - 1))),
        Row::any("groupindex", |call| {
            let pattern = own(call)?;
            let names: Vec<(Value, Value)> = pattern
                .regex
                .capture_names()
                .enumerate()
                .filter_map(|(index, name)| Some((Value::str(name?), Value::Int(index as i128))))
                .collect();
            call.dict(names)
        }),
    ],
    ..NativeType::new("Pattern", "re", Row::new("Pattern", |call| Err(call.raise("TypeError", "cannot create 're.Pattern' instances"))))
};

/// A compiled pattern.
#[derive(Clone)]
pub(super) struct Pattern {
    text: Rc<str>,
    flags: Flags,
    regex: Rc<Regex>,
}

/// Where a match has to stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Where {
    Start,
    Anywhere,
    Whole,
}

fn own(call: &mut Call<'_>) -> Evaluated<Pattern> {
    let pattern = call.object()?.body::<Pattern>().cloned();
    pattern.ok_or_else(|| call.raise("TypeError", "descriptor requires a 're.Pattern' object"))
}

/// A pattern argument, compiled; or the unknown that it is.
fn compiled(call: &mut Call<'_>, pattern: Option<Value>, flags: Option<Value>) -> Evaluated<Result<Pattern, Value>> {
    let pattern = pattern.unwrap_or(Value::None);
    if let Value::Object(object) = &pattern
        && let Some(pattern) = object.body::<Pattern>()
    {
        return Ok(Ok(pattern.clone()));
    }
    if matches!(pattern, Value::Bytes(_)) {
        return Ok(Err(call.not_computed("a pattern of bytes is not evaluated")));
    }
    let text = call.need_text(&pattern)?;
    let flags = Flags(flags.map_or(Ok(0), |flags| call.need_int(&flags))?);
    let made = translate::translate(&text, flags).and_then(|translated| Regex::new(&translated).map_err(|error| error.to_string()));
    Ok(match made {
        Ok(regex) => Ok(Pattern { text, flags, regex: Rc::new(regex) }),
        Err(reason) => Err(call.not_computed(format!("the pattern `{text}` is not understood: {reason}"))),
    })
}

type Act = fn(&mut Call<'_>, Pattern) -> Evaluated;

/// A function of the module: its first argument is the pattern, its last the flags, the others are the method's.
fn directly<const N: usize>(call: &mut Call<'_>, name: &str, parameters: [&str; N], act: Act) -> Evaluated {
    let taken = call.take(name, parameters, 2)?;
    let mut pattern = None;
    let mut flags = None;
    let mut args = crate::eval::host::Args::default();
    for (value, parameter) in taken.into_iter().zip(parameters) {
        match (parameter, value) {
            ("pattern", value) => pattern = value,
            ("flags", value) => flags = value,
            (_, Some(value)) => args.keywords.push((parameter.into(), crate::eval::host::Arg { value, span: call.span })),
            (_, None) => {}
        }
    }
    call.args = args;
    match compiled(call, pattern, flags)? {
        Ok(pattern) => act(call, pattern),
        Err(unknown) => Ok(unknown),
    }
}

fn method(call: &mut Call<'_>, act: Act) -> Evaluated {
    let pattern = own(call)?;
    act(call, pattern)
}

/// What the engine refuses at run time, like too much backtracking.
fn refused(call: &mut Call<'_>, pattern: &Pattern) -> Value {
    call.not_computed(format!("the pattern `{}` can't be run to its end", pattern.text))
}

/// The byte offset of the character at a place that may be given.
fn offset(call: &mut Call<'_>, text: &str, place: Option<Value>, default: usize) -> Evaluated<usize> {
    let Some(place) = place else { return Ok(default) };
    let place = usize::try_from(call.need_int(&place)?).unwrap_or(0);
    Ok(text.char_indices().nth(place).map_or(text.len(), |(offset, _)| offset))
}

fn search(call: &mut Call<'_>, pattern: Pattern, place: Where) -> Evaluated {
    let [text, start, end] = call.take("search", ["string", "pos", "endpos"], 1)?;
    let text = call.need_text(&text.unwrap_or(Value::None))?;
    let start = offset(call, &text, start, 0)?;
    let end = offset(call, &text, end, text.len())?;
    let text: Rc<str> = text.get(..end).unwrap_or(&text).into();
    let anchored = match place {
        Where::Anywhere => Ok((*pattern.regex).clone()),
        Where::Start => Regex::new(&format!("\\G(?:{})", pattern.regex.as_str())),
        Where::Whole => Regex::new(&format!("\\G(?:{})\\z", pattern.regex.as_str())),
    };
    let Ok(regex) = anchored else { return Ok(refused(call, &pattern)) };
    let captures = regex.captures_from_pos(&*text, start);
    Ok(match captures {
        Ok(Some(captures)) => found::wrap(&pattern, &text, &captures),
        Ok(None) => Value::None,
        Err(_) => refused(call, &pattern),
    })
}

/// Every match of the pattern, or nothing where the engine refuses.
///
/// After an empty match the next one may begin at the same place, but has to end behind it.
fn all(pattern: &Pattern, text: &Rc<str>) -> Option<Vec<found::Found>> {
    let mut found = Vec::new();
    let mut advancing: Option<Regex> = None;
    let (mut at, mut advance) = (0, false);
    while at <= text.len() {
        let regex = if advance {
            if advancing.is_none() {
                advancing = Some(Regex::new(&format!("(?:{})(?!\\G)", pattern.regex.as_str())).ok()?);
            }
            advancing.as_ref()?
        } else {
            &pattern.regex
        };
        let Some(captures) = regex.captures_from_pos(&**text, at).ok()? else { break };
        let whole = captures.get(0)?;
        (at, advance) = (whole.end(), whole.start() == whole.end());
        found.push(found::Found::of(pattern, text, &captures));
    }
    Some(found)
}

fn findall(call: &mut Call<'_>, pattern: Pattern) -> Evaluated {
    let [text] = call.need("findall", ["string"])?;
    let text = call.need_text(&text)?;
    let Some(found) = all(&pattern, &text) else { return Ok(refused(call, &pattern)) };
    let item = |found: found::Found| {
        let group = |index| found.group(index).map_or_else(|| Value::str(""), Value::str);
        match found.count() {
            1 => group(0),
            2 => group(1),
            count => Value::tuple((1..count).map(group).collect()),
        }
    };
    Ok(Value::list(found.into_iter().map(item).collect()))
}

fn finditer(call: &mut Call<'_>, pattern: Pattern) -> Evaluated {
    let [text] = call.need("finditer", ["string"])?;
    let text = call.need_text(&text)?;
    let Some(found) = all(&pattern, &text) else { return Ok(refused(call, &pattern)) };
    Ok(Generator::over(found.into_iter().map(|found| Object::value(&found::MATCH, found)).collect()))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in text.chars() {
        if "()[]{}?*+-|^$\\.&~# \t\n\r\u{b}\u{c}".contains(char) {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}
