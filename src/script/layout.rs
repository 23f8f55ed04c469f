//! A statement's text as Alembic's offline mode lays it out.

use std::borrow::Cow;

/// Replaces tabs by four spaces and strips the ends (`DefaultImpl._exec`), but leaves a tab inside a quoted literal.
///
/// `$$` bodies are text to Alembic and to us, literals inside of them too.
pub fn layout(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return Cow::Borrowed(strip(text));
    }
    if !text.contains('\'') {
        return Cow::Owned(strip(&text.replace('\t', "    ")).to_owned());
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while !rest.is_empty() {
        let (token, is_literal) = next_token(rest);
        if is_literal || !token.contains('\t') {
            out.push_str(token);
        } else {
            out.push_str(&token.replace('\t', "    "));
        }
        rest = rest.get(token.len()..).unwrap_or("");
    }
    Cow::Owned(strip(&out).to_owned())
}

/// What Python's `str.strip()` takes off.
fn strip(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c))
}

/// The next stretch of SQL that is of one kind, and whether it is a quoted literal.
fn next_token(text: &str) -> (&str, bool) {
    let (length, is_literal) = match text.as_bytes() {
        [b'\'', ..] => (quoted(text, false), true),
        [b'E' | b'e', b'\'', ..] => (1 + quoted(text.get(1..).unwrap_or(""), true), true),
        [b'"', ..] => (until(text, 1, "\""), false),
        [b'-', b'-', ..] => (until(text, 2, "\n"), false),
        [b'/', b'*', ..] => (until(text, 2, "*/"), false),
        [b'$', ..] => (dollar_quoted(text), false),
        [first, ..] if first.is_ascii_alphanumeric() || *first == b'_' => (word(text), false),
        _ => (text.chars().next().map_or(1, char::len_utf8), false),
    };
    (text.get(..length).unwrap_or(text), is_literal)
}

/// The length of a word, so that the `e` at the end of one is not taken for the start of a literal.
fn word(text: &str) -> usize {
    text.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(text.len())
}

/// The length up to and with `end`, looked for from `from` on; all of the text where there is none.
fn until(text: &str, from: usize, end: &str) -> usize {
    text.get(from..).and_then(|rest| rest.find(end)).map_or(text.len(), |at| from + at + end.len())
}

/// The length of a literal that starts with a quote; a doubled quote goes on.
fn quoted(text: &str, backslash: bool) -> usize {
    let bytes = text.as_bytes();
    let mut at = 1;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if backslash => at += 2,
            b'\'' if bytes.get(at + 1) == Some(&b'\'') => at += 2,
            b'\'' => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// The length of `$tag$ … $tag$`, or of the lone dollar sign.
fn dollar_quoted(text: &str) -> usize {
    let tag_end = text.get(1..).and_then(|rest| rest.find(|c: char| !(c.is_alphanumeric() || c == '_'))).map(|at| at + 1);
    match tag_end.filter(|end| text.as_bytes().get(*end) == Some(&b'$')) {
        Some(end) => until(text, end + 1, text.get(..=end).unwrap_or("$$")),
        None => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::layout;

    #[test]
    fn tabs_become_spaces_outside_of_literals() {
        assert_eq!(layout("\tUPDATE t\tSET a = 'x\ty', b = e'\\'\t'\n"), "UPDATE t    SET a = 'x\ty', b = e'\\'\t'");
        assert_eq!(layout("-- don't\n\tSELECT 1"), "-- don't\n    SELECT 1");
        assert_eq!(layout("DO $x$ '\t' $x$\t"), "DO $x$ '    ' $x$");
    }

    #[test]
    fn a_word_that_ends_in_e_starts_no_escape_literal() {
        assert_eq!(layout("LIKE'a\\'\t, '\t'"), "LIKE'a\\'    , '\t'");
    }
}
