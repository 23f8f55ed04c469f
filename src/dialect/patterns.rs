//! The patterns of the data, compiled when first asked; wrong ones are found by [`check`](super::check).

use std::sync::OnceLock;

use regex::Regex;
use regex::bytes::{RegexSet, RegexSetBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::Look;
use regex_syntax::hir::literal::Extractor;

use super::spec::Spec;

/// The patterns of a dialect.
#[derive(Debug, Default)]
pub struct Patterns {
    outside_transaction: StatementPatterns,
    keywords: OnceLock<Option<Regex>>,
    on_delete: OnceLock<Option<Regex>>,
    index_using: OnceLock<Option<Regex>>,
}

/// A place where SQL words are written as the author gave them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phrase {
    /// `ON UPDATE`, `INITIALLY`, `MATCH`.
    Keywords,
    OnDelete,
    IndexUsing,
}

impl Patterns {
    /// Whether the words of a statement are those of one that no transaction may hold.
    pub fn is_outside_transaction(&self, spec: &Spec, words: &str) -> bool {
        self.outside_transaction.match_any(&spec.script.outside_transaction, words)
    }

    /// Whether a phrase is what may stand at its place.
    pub fn is_phrase(&self, spec: &Spec, phrase: Phrase, text: &str) -> bool {
        let (slot, source) = match phrase {
            Phrase::Keywords => (&self.keywords, &spec.phrases.keywords),
            Phrase::OnDelete => (&self.on_delete, &spec.phrases.on_delete),
            Phrase::IndexUsing => (&self.index_using, &spec.phrases.index_using),
        };
        slot.get_or_init(|| Regex::new(source).ok()).as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

/// Patterns of which few statements match one: what they begin with tells most others apart.
#[derive(Debug, Default)]
struct StatementPatterns {
    /// None where that can't be told of each.
    beginnings: OnceLock<Option<Vec<Vec<u8>>>>,
    set: OnceLock<RegexSet>,
}

impl StatementPatterns {
    fn match_any(&self, patterns: &[String], words: &str) -> bool {
        let beginnings = self.beginnings.get_or_init(|| beginnings(patterns));
        if beginnings.as_ref().is_some_and(|all| !all.iter().any(|beginning| words.as_bytes().starts_with(beginning))) {
            return false;
        }
        self.set.get_or_init(|| statement_patterns(patterns).unwrap_or_default()).is_match(words.as_bytes())
    }
}

/// Patterns of statements. They speak of SQL words, so that of letters only ASCII's count, which makes them cheap to compile.
///
/// # Errors
/// Where one is no pattern.
pub fn statement_patterns(patterns: &[String]) -> Result<RegexSet, regex::Error> {
    RegexSetBuilder::new(patterns).unicode(false).build()
}

/// The texts with which all begins that a pattern matches; none where a pattern may match elsewhere than at the start, or there
/// are too many.
fn beginnings(patterns: &[String]) -> Option<Vec<Vec<u8>>> {
    let mut found = Vec::new();
    for pattern in patterns {
        let parsed = ParserBuilder::new().unicode(false).utf8(false).build().parse(pattern).ok()?;
        if !parsed.properties().look_set_prefix().contains(Look::Start) {
            return None;
        }
        found.extend(Extractor::new().extract(&parsed).literals()?.iter().map(|literal| literal.as_bytes().to_vec()));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::{StatementPatterns, beginnings};

    fn patterns(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn beginnings_are_those_of_each_pattern() {
        let texts = |list: &[&str]| {
            beginnings(&patterns(list)).map(|found| found.iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect::<Vec<_>>())
        };
        assert_eq!(
            texts(&[r"^DROP INDEX CONCURRENTLY\b", r"^(CREATE|DROP) TABLESPACE\b"]),
            Some(patterns(&["DROP INDEX CONCURRENTLY", "CREATE TABLESPACE", "DROP TABLESPACE"]))
        );
        assert_eq!(texts(&[r"^REINDEX\b.*\bCONCURRENTLY\b"]), Some(patterns(&["REINDEX"])));
        assert_eq!(texts(&["^VACUUM", "CONCURRENTLY"]), None);
        assert_eq!(texts(&["^VACUUM|ANALYZE"]), None);
    }

    #[test]
    fn what_may_match_is_searched() {
        let list = patterns(&["^CREATE (UNIQUE )?INDEX CONCURRENTLY\\b", "^CLUSTER$"]);
        let matched = |words: &str| StatementPatterns::default().match_any(&list, words);
        assert!(matched("CREATE INDEX CONCURRENTLY A ON T (B)") && matched("CREATE UNIQUE INDEX CONCURRENTLY A") && matched("CLUSTER"));
        assert!(!matched("CREATE INDEX A ON T (B)") && !matched("CLUSTER T") && !matched("CREATE INDEX CONCURRENTLYX"));
        let anywhere = patterns(&["CONCURRENTLY"]);
        assert!(StatementPatterns::default().match_any(&anywhere, "DROP INDEX CONCURRENTLY A"));
    }
}
