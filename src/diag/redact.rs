//! Hides passwords of URLs in what is shown.

use std::borrow::Cow;
use std::ops::Range;

/// Replaces each password by `***`, as SQLAlchemy shows URLs.
pub fn redact(text: &str) -> Cow<'_, str> {
    replace(text, |_| "***".to_owned())
}

/// Replaces each byte of a password by `*`, so that spans into the text still hold.
pub fn redact_in_place(text: &str) -> Cow<'_, str> {
    replace(text, |password| "*".repeat(password.len()))
}

/// A password stands between `scheme://user:` and `@`, as SQLAlchemy's `_parse_url` splits it: it ends at the last `@` before
/// the next `/` or blank.
fn replace(text: &str, hidden: impl Fn(&str) -> String) -> Cow<'_, str> {
    let (mut shown, mut copied, mut from) = (String::new(), 0, 0);
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(SEPARATOR)).map(|at| from + at) {
        from = at + SEPARATOR.len();
        let (Some(before), Some(after)) = (text.get(..at), text.get(from..)) else { break };
        let Some(password) = password(before, after) else { continue };
        let (start, end) = (from + password.start, from + password.end);
        shown.push_str(text.get(copied..start).unwrap_or_default());
        shown.push_str(&hidden(text.get(start..end).unwrap_or_default()));
        (copied, from) = (end, end);
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    shown.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(shown)
}

const SEPARATOR: &str = "://";

/// Where the password stands in what comes after `://`, if what comes before it ends with a scheme.
fn password(before: &str, after: &str) -> Option<Range<usize>> {
    let scheme = before.chars().rev().take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '+' | '.' | '-'));
    if !scheme.into_iter().any(|c| c.is_ascii_alphabetic()) {
        return None;
    }
    let user = after.find(|c: char| c.is_whitespace() || matches!(c, ':' | '/' | '@' | '\'' | '"'))?;
    let rest = after.get(user..)?.strip_prefix(':')?;
    let run = rest.find(|c: char| c.is_whitespace() || matches!(c, '/' | '\'' | '"')).unwrap_or(rest.len());
    let length = rest.get(..run)?.rfind('@').filter(|length| *length > 0)?;
    Some(user + 1..user + 1 + length)
}

#[cfg(test)]
mod tests {
    use super::{redact, redact_in_place};

    #[test]
    fn passwords_go_and_the_rest_stays() {
        assert_eq!(redact("url = postgresql+asyncpg://me:s3@cr:t@host:5432/db"), "url = postgresql+asyncpg://me:***@host:5432/db");
        assert_eq!(redact("postgresql://:pw@/db and mysql://u:p%40@h"), "postgresql://:***@/db and mysql://u:***@h");
        for plain in ["postgresql://host:5432/db", "http://a.b/c@d", "sqlite:///x.db", "a:b@c"] {
            assert_eq!(redact(plain), plain);
        }
    }

    #[test]
    fn in_place_keeps_the_length() {
        let text = "a = 'postgresql://u:päss@h/d'";
        assert_eq!(redact_in_place(text).len(), text.len());
        assert!(!redact_in_place(text).contains("ss@"));
    }
}
