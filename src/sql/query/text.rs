//! `text()`: parameters in it, and escaped colons.

use std::rc::Rc;

use super::compiler::{Compiler, Context};
use crate::diag::Diagnostic;
use crate::model::expr::Bind;

impl Compiler<'_> {
    /// The text with its parameters written out (`visit_textclause`).
    pub fn text(&mut self, text: &str, binds: &[(Rc<str>, Rc<Bind>)], context: Context<'_>) -> Result<String, Diagnostic> {
        let doubled;
        let text = if self.dialect.doubles_percents() {
            doubled = text.replace('%', "%%");
            &doubled
        } else {
            text
        };
        if !text.contains(':') {
            return Ok(text.to_owned());
        }
        let mut written = String::with_capacity(text.len());
        let mut rest = 0;
        for (start, end) in parameters(text) {
            written.push_str(text.get(rest..start).unwrap_or(""));
            let name = text.get(start + 1..end).unwrap_or("");
            let value = match binds.iter().find(|(key, _)| &**key == name) {
                Some((_, bind)) => self.bind(bind, context)?,
                None if context.literals => self.dialect.spec().literals.null.clone(),
                None => format!(":{name}"),
            };
            written.push_str(&value);
            rest = end;
        }
        written.push_str(text.get(rest..).unwrap_or(""));
        Ok(unescape(&written))
    }
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Where the parameters of a text stand: from the colon to the end of the name (`TextClause._bind_params_regex`).
pub fn parameters(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(':')) {
        let colon = at + offset;
        at = colon + 1;
        let before = text.get(..colon).and_then(|head| head.chars().next_back());
        if before.is_some_and(|character| character == ':' || character == '\\' || is_word(character)) {
            continue;
        }
        let Some(tail) = text.get(colon + 1..) else { break };
        let mut end = colon + 1 + tail.find(|character| !is_word(character)).unwrap_or(tail.len());
        if text.get(end..).is_some_and(|rest| rest.starts_with(':')) {
            // The name ends one character earlier rather than before a second colon.
            end = text.get(colon + 1..end).and_then(|name| name.char_indices().next_back()).map_or(colon + 1, |(last, _)| colon + 1 + last);
        }
        if end > colon + 1 {
            found.push((colon, end));
            at = end;
        }
    }
    found
}

/// `\:name` without its backslash.
fn unescape(text: &str) -> String {
    if !text.contains("\\:") {
        return text.to_owned();
    }
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("\\:") {
        let (head, tail) = rest.split_at(at);
        written.push_str(head);
        let after = tail.get(2..).unwrap_or("");
        let word = after.find(|character| !is_word(character)).unwrap_or(after.len());
        let doubled = after.get(word..).is_some_and(|next| next.starts_with(':'));
        if doubled {
            written.push('\\');
        }
        written.push(':');
        rest = after;
    }
    written.push_str(rest);
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_found_as_sqlalchemy_finds_them() {
        let names = |text: &str| parameters(text).into_iter().map(|(start, end)| text[start..end].to_owned()).collect::<Vec<_>>();
        assert_eq!(names("a = :x AND b=:y_1"), [":x", ":y_1"]);
        assert!(names("x::int, '12:30', \\:no").is_empty());
        assert_eq!(names(":foo: :a: ':q'"), [":fo", ":q"]);
    }

    #[test]
    fn escaped_colons_lose_the_backslash() {
        assert_eq!(unescape("'\\:name' \\:: \\:"), "':name' \\:: :");
    }
}
