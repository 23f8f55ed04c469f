//! The patterns of the data, compiled when first asked; wrong ones are found by [`check`](super::check).

use std::sync::OnceLock;

use regex::bytes::{Regex, RegexBuilder};
use regex_syntax::ParserBuilder;
use regex_syntax::hir::Look;
use regex_syntax::hir::literal::Extractor;

use super::spec::Spec;

/// The patterns of a dialect.
#[derive(Debug, Default)]
pub struct Patterns {
    outside_transaction: StatementPatterns,
    keywords: OnceLock<Option<regex::Regex>>,
    on_delete: OnceLock<Option<regex::Regex>>,
    index_using: OnceLock<Option<regex::Regex>>,
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
        slot.get_or_init(|| regex::Regex::new(source).ok()).as_ref().is_none_or(|pattern| pattern.is_match(text))
    }
}

/// Patterns of which few statements match one: what each begins with tells most statements apart without a search.
#[derive(Debug, Default)]
struct StatementPatterns(OnceLock<Vec<StatementPattern>>);

#[derive(Debug)]
struct StatementPattern {
    /// None where that can't be told.
    beginnings: Option<Vec<Vec<u8>>>,
    compiled: OnceLock<Option<Regex>>,
}

impl StatementPatterns {
    fn match_any(&self, sources: &[String], words: &str) -> bool {
        let patterns = self.0.get_or_init(|| sources.iter().map(|source| StatementPattern::new(source)).collect());
        patterns.iter().zip(sources).any(|(pattern, source)| pattern.matches(source, words.as_bytes()))
    }
}

impl StatementPattern {
    fn new(source: &str) -> Self {
        Self { beginnings: beginnings(source), compiled: OnceLock::new() }
    }

    fn matches(&self, source: &str, words: &[u8]) -> bool {
        if self.beginnings.as_ref().is_some_and(|all| !all.iter().any(|beginning| words.starts_with(beginning))) {
            return false;
        }
        self.compiled.get_or_init(|| statement_pattern(source).ok()).as_ref().is_some_and(|pattern| pattern.is_match(words))
    }
}

/// A pattern of statements. It speaks of SQL words, so that of letters only ASCII's count, which makes it cheap to compile.
///
/// # Errors
/// Where it is no pattern.
pub fn statement_pattern(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).unicode(false).build()
}

/// The texts with which all begins that a pattern matches; none where it may match elsewhere than at the start, or there are too
/// many.
fn beginnings(source: &str) -> Option<Vec<Vec<u8>>> {
    let parsed = ParserBuilder::new().unicode(false).utf8(false).build().parse(source).ok()?;
    if !parsed.properties().look_set_prefix().contains(Look::Start) {
        return None;
    }
    let found = Extractor::new().extract(&parsed);
    Some(found.literals()?.iter().map(|literal| literal.as_bytes().to_vec()).collect())
}

#[cfg(test)]
mod tests {
    use super::{StatementPatterns, beginnings};

    fn patterns(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn beginnings_are_those_of_each_way_to_match() {
        let texts = |source: &str| {
            beginnings(source).map(|found| found.iter().map(|text| String::from_utf8_lossy(text).into_owned()).collect::<Vec<_>>())
        };
        assert_eq!(texts(r"^DROP INDEX CONCURRENTLY\b"), Some(patterns(&["DROP INDEX CONCURRENTLY"])));
        assert_eq!(texts(r"^(CREATE|DROP) TABLESPACE\b"), Some(patterns(&["CREATE TABLESPACE", "DROP TABLESPACE"])));
        assert_eq!(texts(r"^REINDEX\b.*\bCONCURRENTLY\b"), Some(patterns(&["REINDEX"])));
        assert_eq!(texts("CONCURRENTLY"), None);
        assert_eq!(texts("^VACUUM|ANALYZE"), None);
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
