//! Lists of folders in one option, split as Alembic splits them.

use std::sync::LazyLock;

use regex::Regex;

/// The character that a `path_separator` names; nothing for an unknown name.
pub(super) fn separator(name: &str) -> Option<char> {
    match name {
        "space" => Some(' '),
        "newline" => Some('\n'),
        "os" => Some(if cfg!(windows) { ';' } else { ':' }),
        ":" => Some(':'),
        ";" => Some(';'),
        _ => None,
    }
}

/// Splits at a separator, each part trimmed and empty ones left out.
pub(super) fn split(value: &str, separator: char) -> Vec<String> {
    kept(value.split(separator))
}

/// The splitting of `version_locations` where no separator is configured: at commas and blanks.
pub(super) fn split_legacy_locations(value: &str) -> Vec<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(", *|(?: +)").ok());
    split_at(value, PATTERN.as_ref())
}

/// The splitting of `prepend_sys_path` where no separator is configured: at commas, blanks and colons.
pub(super) fn split_legacy_sys_path(value: &str) -> Vec<String> {
    static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(", *|(?: +)|:").ok());
    split_at(value, PATTERN.as_ref())
}

fn split_at(value: &str, pattern: Option<&Regex>) -> Vec<String> {
    pattern.map_or_else(Vec::new, |pattern| kept(pattern.split(value)))
}

/// Alembic would take an empty part for the current folder; no project means that.
fn kept<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    parts.map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::{separator, split, split_legacy_locations, split_legacy_sys_path};

    #[test]
    fn every_separator_splits() {
        for (name, value) in [("space", "a b"), ("newline", "\n  a\n  b"), (":", "a:b"), (";", "a ; b;")] {
            assert_eq!(split(value, separator(name).expect(name)), ["a", "b"], "{name}");
        }
        assert_eq!(separator("comma"), None);
    }

    #[test]
    fn legacy_splitting_knows_commas_and_blanks() {
        assert_eq!(split_legacy_locations("a, b  c,d pkg:e"), ["a", "b", "c", "d", "pkg:e"]);
        assert_eq!(split_legacy_sys_path("a, b:c"), ["a", "b", "c"]);
    }
}
