//! Names that the database invents where the revision gives none.

use std::rc::Rc;

use super::rules::Rules;

/// Fills a pattern, cut as the database cuts it, and numbered where the plain name is taken.
///
/// Mirrors the server's own `makeObjectName` and `ChooseConstraintName`: of the parts that are filled in, the longer is
/// shortened first.
pub(super) fn made_name(rules: &Rules, pattern: &str, table: &str, columns: &str, taken: impl Fn(&str) -> bool) -> Rc<str> {
    let plain = fill(rules, pattern, table, columns);
    if !taken(&plain) {
        return plain.into();
    }
    let again = |number: String| fill(rules, &format!("{pattern}{}", rules.names.again.replace("{n}", &number)), table, columns);
    numbered(rules.names.again_from, again, taken)
}

/// The name for a pattern that ends in a count: one more than the highest there is, whether the database made that or not.
pub(super) fn counted_name(pattern: &str, table: &str, known: impl Iterator<Item = Rc<str>>) -> Option<Rc<str>> {
    let start = pattern.strip_suffix("{n}")?.replace("{table}", table);
    let number =
        |name: &str| name.get(..start.len()).filter(|head| head.eq_ignore_ascii_case(&start)).and(name.get(start.len()..)?.parse().ok());
    let highest: u32 = known.filter_map(|name| number(&name)).max().unwrap_or(0);
    Some(format!("{start}{}", highest.saturating_add(1)).into())
}

/// What becomes of a name for a pattern that ends in a count where its table is renamed; none where it is no such name.
pub(super) fn followed_name(pattern: &str, old: &str, new: &str, name: &str) -> Option<Rc<str>> {
    let start = pattern.strip_suffix("{n}")?;
    let number = name.strip_prefix(start.replace("{table}", old).as_str())?;
    let counts = !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit());
    counts.then(|| format!("{}{number}", start.replace("{table}", new)).into())
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
    let pattern = &pattern.replace("{column}", "{columns}");
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
