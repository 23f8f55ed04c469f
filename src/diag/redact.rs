//! Hides passwords of URLs in what is shown.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// `scheme://user:` then the password then `@`, as SQLAlchemy's `_parse_url` splits it: the password ends at the last `@`
/// before the next `/` or blank.
static PASSWORD: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r#"([A-Za-z][\w+.\-]*://[^\s:/@'"]*:)([^\s/'"]+)@"#).ok());

/// Replaces each password by `***`, as SQLAlchemy shows URLs.
pub fn redact(text: &str) -> Cow<'_, str> {
    replace(text, |_| "***".to_owned())
}

/// Replaces each byte of a password by `*`, so that spans into the text still hold.
pub fn redact_in_place(text: &str) -> Cow<'_, str> {
    replace(text, |password| "*".repeat(password.len()))
}

fn replace(text: &str, hidden: impl Fn(&str) -> String) -> Cow<'_, str> {
    match PASSWORD.as_ref() {
        Some(pattern) if text.contains("://") => {
            pattern.replace_all(text, |found: &Captures<'_>| format!("{}{}@", &found[1], hidden(&found[2])))
        }
        _ => Cow::Borrowed(text),
    }
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
