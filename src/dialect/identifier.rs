//! Identifiers: when and how they are quoted, and how long they may be.

use std::borrow::Cow;

use md5::{Digest, Md5};

use super::Dialect;
use crate::diag::{Code, Diagnostic};

impl Dialect {
    /// A plain name, quoted where it has to be.
    pub fn quote_text<'a>(&self, name: &'a str) -> Cow<'a, str> {
        if self.needs_quotes(name) { Cow::Owned(self.quote_always(name)) } else { Cow::Borrowed(name) }
    }

    /// A name in quotes (`IdentifierPreparer.quote_identifier`).
    pub fn quote_always(&self, name: &str) -> String {
        let rules = &self.spec.identifiers;
        let [open, close] = &rules.quote;
        let mut text = name.replace(&rules.escape, &rules.escape.repeat(2));
        if self.double_percents {
            text = text.replace('%', "%%");
        }
        format!("{open}{text}{close}")
    }

    /// Whether a name needs quotes (`IdentifierPreparer._requires_quotes`).
    pub fn needs_quotes(&self, name: &str) -> bool {
        let rules = &self.spec.identifiers;
        let Some(first) = name.chars().next() else {
            return true;
        };
        rules.illegal_first.contains(first)
            || !name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || (rules.legal.contains(c) && !c.is_ascii_uppercase()))
            || self.reserved.contains(name)
    }

    /// Refuses a name that is longer than the database takes (`Dialect.validate_identifier`).
    ///
    /// # Errors
    /// Such a name.
    pub fn check_length(&self, name: &str) -> Result<(), Diagnostic> {
        let longest = self.spec.identifiers.max_length;
        if name.chars().count() <= longest {
            return Ok(());
        }
        Err(Diagnostic::error(Code::Unsupported, format!("identifier `{name}` exceeds maximum length of {longest} characters"))
            .help("give a shorter name, or wrap it in `op.f()` to have it truncated"))
    }
}

/// A conventional name cut to the longest length, with four digits of its MD5 (`_truncate_and_render_maxlen_name`).
pub fn truncated(name: &str, longest: usize) -> Cow<'_, str> {
    if name.chars().count() <= longest {
        return Cow::Borrowed(name);
    }
    let head: String = name.chars().take(longest.saturating_sub(8)).collect();
    let digest = Md5::digest(name.as_bytes());
    let tail: String = digest.iter().rev().take(2).rev().map(|byte| format!("{byte:02x}")).collect();
    Cow::Owned(format!("{head}_{tail}"))
}
