//! What a database's `ALTER TABLE` can do from which version on, and the version that a script is written for.

use serde::Deserialize;

/// Versions from which on `ALTER TABLE` does something by itself; empty where every version does.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Since {
    pub rename_column: String,
    pub drop_column: String,
    /// Checks and `NOT NULL`, added and dropped.
    pub alter_checks: String,
}

/// A version of a database, as its numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(Vec<u32>);

impl Version {
    /// Reads numbers with dots between; nothing where it is anything else.
    pub fn parse(text: &str) -> Option<Self> {
        text.split('.').map(|number| number.parse().ok()).collect::<Option<Vec<_>>>().map(Self)
    }

    /// Its numbers.
    pub fn numbers(&self) -> &[u32] {
        &self.0
    }

    /// Whether a version that has something from `since` on has it here.
    pub fn has(&self, since: &str) -> bool {
        since.is_empty() || Self::parse(since).is_some_and(|since| *self >= since)
    }
}

#[cfg(test)]
mod tests {
    use super::Version;

    #[test]
    fn versions_compare_by_their_numbers() {
        let version = Version::parse("3.35").expect("a version");
        assert!(version.has("3.25") && version.has("3.35") && version.has("") && !version.has("3.53") && !version.has("3.35.1"));
        assert_eq!(Version::parse("3.x"), None);
    }
}
