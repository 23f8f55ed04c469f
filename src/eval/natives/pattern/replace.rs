//! `re.sub` and `re.split`.

use super::found::{Found, MATCH};
use super::{Pattern, all, refused};
use crate::eval::exception::Evaluated;
use crate::eval::function::Call;
use crate::eval::object::Object;
use crate::eval::value::Value;

/// `pattern.sub(repl, string, count)`; with the number of replacements where it is `subn`.
pub(super) fn sub(call: &mut Call<'_>, pattern: Pattern, counted: bool) -> Evaluated {
    let [replacement, text, count] = call.take("sub", ["repl", "string", "count"], 2)?;
    let replacement = replacement.unwrap_or(Value::None);
    let text = call.need_text(&text.unwrap_or(Value::None))?;
    let limit = match count {
        None => usize::MAX,
        Some(count) => match usize::try_from(call.need_int(&count)?) {
            Ok(0) | Err(_) => usize::MAX,
            Ok(count) => count,
        },
    };
    let Some(found) = all(&pattern, &text) else { return Ok(refused(call, &pattern)) };
    let mut result = String::with_capacity(text.len());
    let mut at = 0;
    let mut done = 0;
    for found in found.into_iter().take(limit) {
        let Some((start, end)) = found.bytes(0) else { continue };
        result.push_str(text.get(at..start).unwrap_or_default());
        match Call::text_of(&replacement) {
            Some(replacement) => result.push_str(&template(call, &replacement, &found)?),
            None => {
                let made = call.apply(&replacement, [Object::value(&MATCH, found)])?;
                if made.is_uncertain() {
                    return Ok(made);
                }
                result.push_str(&call.need_text(&made)?);
            }
        }
        at = end;
        done += 1;
    }
    result.push_str(text.get(at..).unwrap_or_default());
    Ok(if counted { Value::tuple(vec![Value::str(result), Value::Int(done)]) } else { Value::str(result) })
}

/// A replacement text with its group references filled in.
pub(super) fn template(call: &mut Call<'_>, template: &str, found: &Found) -> Evaluated<String> {
    let mut result = String::new();
    let mut chars = template.chars().peekable();
    while let Some(char) = chars.next() {
        if char != '\\' {
            result.push(char);
            continue;
        }
        let Some(escape) = chars.next() else { return Err(call.raise("ValueError", "bad escape (end of pattern)")) };
        let reference = match escape {
            'g' if chars.peek() == Some(&'<') => {
                chars.next();
                let name: String = chars.by_ref().take_while(|char| *char != '>').collect();
                name.parse().map_or_else(|_| Value::str(name.as_str()), Value::Int)
            }
            '0' => {
                result.push('\0');
                continue;
            }
            '1'..='9' => {
                let mut number = escape.to_string();
                if chars.peek().is_some_and(char::is_ascii_digit) {
                    number.extend(chars.next());
                }
                Value::Int(number.parse().unwrap_or(0))
            }
            'n' | 't' | 'r' | 'f' | 'v' | 'a' | 'b' | '\\' => {
                result.push(match escape {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'f' => '\u{c}',
                    'v' => '\u{b}',
                    'a' => '\u{7}',
                    'b' => '\u{8}',
                    _ => '\\',
                });
                continue;
            }
            _ if escape.is_ascii_alphabetic() => return Err(call.raise("ValueError", format!("bad escape \\{escape}"))),
            _ => {
                result.push('\\');
                result.push(escape);
                continue;
            }
        };
        match found.index(&reference) {
            Some(index) => result.push_str(found.group(index).unwrap_or_default()),
            None => return Err(call.raise("IndexError", "invalid group reference")),
        }
    }
    Ok(result)
}

/// `pattern.split(string, maxsplit)`.
pub(super) fn split(call: &mut Call<'_>, pattern: Pattern) -> Evaluated {
    let [text, limit] = call.take("split", ["string", "maxsplit"], 1)?;
    let text = call.need_text(&text.unwrap_or(Value::None))?;
    let limit = match limit {
        None => usize::MAX,
        Some(limit) => match usize::try_from(call.need_int(&limit)?) {
            Ok(0) => usize::MAX,
            Ok(limit) => limit,
            Err(_) => 0,
        },
    };
    let Some(found) = all(&pattern, &text) else { return Ok(refused(call, &pattern)) };
    let mut parts = Vec::new();
    let mut at = 0;
    for found in found.into_iter().take(limit) {
        let Some((start, end)) = found.bytes(0) else { continue };
        parts.push(Value::str(text.get(at..start).unwrap_or_default()));
        parts.extend((1..found.count()).map(|index| found.group(index).map_or(Value::None, Value::str)));
        at = end;
    }
    parts.push(Value::str(text.get(at..).unwrap_or_default()));
    Ok(Value::list(parts))
}
