//! `shlex` and `fnmatch`.

use fancy_regex::Regex;

use super::NativeModule;
use super::paths::path_text;
use crate::eval::exception::Evaluated;
use crate::eval::function::{Call, Row};
use crate::eval::value::Value;

/// `shlex`.
pub static SHLEX: NativeModule = NativeModule {
    functions: &[
        Row::new("split", |call| {
            let [text, _, _] = call.take("split", ["s", "comments", "posix"], 1)?;
            let text = call.need_text(&text.unwrap_or(Value::None))?;
            match split(&text) {
                Ok(words) => Ok(Value::list(words.into_iter().map(Value::str).collect())),
                Err(message) => Err(call.raise("ValueError", message)),
            }
        }),
        Row::new("quote", |call| {
            let [text] = call.need("quote", ["s"])?;
            Ok(Value::str(quote(&call.need_text(&text)?)))
        }),
        Row::new("join", |call| {
            let [words] = call.need("join", ["split_command"])?;
            let mut quoted = Vec::new();
            for word in call.items(&words)? {
                quoted.push(quote(&call.need_text(&word)?));
            }
            Ok(Value::str(quoted.join(" ")))
        }),
    ],
    ..NativeModule::new("shlex")
};

/// `fnmatch`.
pub static FNMATCH: NativeModule = NativeModule {
    functions: &[
        Row::new("fnmatch", matches_call),
        Row::new("fnmatchcase", matches_call),
        Row::new("filter", |call| {
            let [names, pattern] = call.need("filter", ["names", "pat"])?;
            let pattern = call.need_text(&pattern)?;
            let mut kept = Vec::new();
            for name in call.items(&names)? {
                if matches(&path_text(call, &name)?, &pattern) {
                    kept.push(name);
                }
            }
            Ok(Value::list(kept))
        }),
        Row::new("translate", |call| {
            let [pattern] = call.need("translate", ["pat"])?;
            let pattern = call.need_text(&pattern)?;
            Ok(Value::str(format!("(?s:{})\\Z", translate(&pattern))))
        }),
    ],
    ..NativeModule::new("fnmatch")
};

fn split(text: &str) -> Result<Vec<String>, &'static str> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut chars = text.chars();
    while let Some(char) = chars.next() {
        match char {
            ' ' | '\t' | '\r' | '\n' => words.extend(word.take()),
            '\'' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next() {
                        Some('\'') => break,
                        Some(char) => word.push(char),
                        None => return Err("No closing quotation"),
                    }
                }
            }
            '"' => {
                let word = word.get_or_insert_default();
                loop {
                    match chars.next() {
                        Some('"') => break,
                        Some('\\') => match chars.next() {
                            Some(char @ ('"' | '\\')) => word.push(char),
                            Some(char) => word.extend(['\\', char]),
                            None => return Err("No escaped character"),
                        },
                        Some(char) => word.push(char),
                        None => return Err("No closing quotation"),
                    }
                }
            }
            '\\' => word.get_or_insert_default().push(chars.next().ok_or("No escaped character")?),
            char => word.get_or_insert_default().push(char),
        }
    }
    words.extend(word);
    Ok(words)
}

fn quote(text: &str) -> String {
    let safe = |char: char| char.is_ascii_alphanumeric() || "_@%+=:,./-".contains(char);
    match text {
        "" => "''".to_owned(),
        text if text.chars().all(safe) => text.to_owned(),
        text => format!("'{}'", text.replace('\'', "'\"'\"'")),
    }
}

/// A file name pattern as a regular expression.
fn translate(pattern: &str) -> String {
    let chars: Vec<char> = pattern.chars().collect();
    let mut result = String::new();
    let mut at = 0;
    while let Some(char) = chars.get(at) {
        at += 1;
        match char {
            '*' => result.push_str(".*"),
            '?' => result.push('.'),
            '[' => {
                let begin = at + usize::from(chars.get(at) == Some(&'!'));
                let close = chars.iter().skip(begin + 1).position(|char| *char == ']').map(|place| begin + 1 + place);
                match close {
                    None => result.push_str("\\["),
                    Some(close) => {
                        let set: String = chars.get(begin..close).unwrap_or_default().iter().collect();
                        let set = set.replace('\\', "\\\\").replace('[', "\\[");
                        result.push_str(&format!("[{}{set}]", if begin > at { "^" } else { "" }));
                        at = close + 1;
                    }
                }
            }
            char if char.is_ascii_punctuation() && *char != '_' => result.extend(['\\', *char]),
            char => result.push(*char),
        }
    }
    result
}

fn matches(name: &str, pattern: &str) -> bool {
    Regex::new(&format!("^(?s:{})\\z", translate(pattern))).is_ok_and(|regex| regex.is_match(name).unwrap_or(false))
}

fn matches_call(call: &mut Call<'_>) -> Evaluated {
    let [name, pattern] = call.need("fnmatch", ["name", "pat"])?;
    let (name, pattern) = (path_text(call, &name)?, call.need_text(&pattern)?);
    Ok(Value::Bool(matches(&name, &pattern)))
}
