//! Names that the database invents where the revision gives none.

use std::rc::Rc;

use super::rules::Rules;

/// Fills a pattern, cut as the database cuts it, and numbered where the plain name is taken.
///
/// Mirrors the server's own `makeObjectName` and `ChooseConstraintName`: of the parts that are filled in, the longer is
/// shortened first.
pub(super) fn made_name(rules: &Rules, pattern: &str, table: &str, columns: &str, taken: impl Fn(&str) -> bool) -> Rc<str> {
    if pattern.contains("{n}") {
        return numbered(1, |number| fill(rules, &pattern.replace("{n}", &number), table, columns), taken);
    }
    let plain = fill(rules, pattern, table, columns);
    if !taken(&plain) {
        return plain.into();
    }
    let again = |number: String| fill(rules, &format!("{pattern}{}", rules.names.again.replace("{n}", &number)), table, columns);
    numbered(rules.names.again_from, again, taken)
}

fn numbered(from: u32, name: impl Fn(String) -> String, taken: impl Fn(&str) -> bool) -> Rc<str> {
    let mut number = from;
    loop {
        let candidate = name(number.to_string());
        if !taken(&candidate) || number == u32::MAX {
            return candidate.into();
        }
        number += 1;
    }
}

fn fill(rules: &Rules, pattern: &str, table: &str, columns: &str) -> String {
    let fixed = pattern.replace("{table}", "").replace("{columns}", "").len();
    let (table, columns) = shorten(table, if pattern.contains("{columns}") { columns } else { "" }, rules.max_name_bytes, fixed);
    pattern.replace("{table}", table).replace("{columns}", columns)
}

fn shorten<'a>(first: &'a str, second: &'a str, limit: usize, fixed: usize) -> (&'a str, &'a str) {
    let (mut one, mut two) = (first.len(), second.len());
    if limit > fixed {
        while one + two > limit - fixed {
            if one > two { one -= 1 } else { two -= 1 }
        }
    }
    (clip(first, one), clip(second, two))
}

fn clip(text: &str, length: usize) -> &str {
    text.get(..text.floor_char_boundary(length)).unwrap_or(text)
}
