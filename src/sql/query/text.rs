//! `text()`: parameters in it, and escaped colons.

use std::rc::Rc;

use super::compiler::{Compiler, Context};
use crate::diag::Diagnostic;
use crate::model::expr::Bind;
use crate::model::expr::text::{is_word, parameters};

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
    fn escaped_colons_lose_the_backslash() {
        assert_eq!(unescape("'\\:name' \\:: \\:"), "':name' \\:: :");
    }
}
