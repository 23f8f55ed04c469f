//! A database URL: its scheme for the dialect, its password never shown.

use std::fmt;

use crate::diag::redact::redact;

/// A database URL as configured. It prints without its password.
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl(String);

impl DatabaseUrl {
    /// Takes a URL as it stands in a configuration.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The backend's name: `postgresql` of `postgresql+asyncpg://…` (`URL.get_backend_name`). Nothing where the text is no URL.
    pub fn backend(&self) -> Option<&str> {
        let (scheme, _) = self.0.split_once("://")?;
        let name = scheme.split('+').next()?;
        (!name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-')).then_some(name)
    }

    /// The whole text, password included: for evaluation alone, never for a report.
    pub fn secret(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&redact(&self.0))
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "DatabaseUrl({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::DatabaseUrl;

    #[test]
    fn the_backend_is_the_scheme_without_its_driver() {
        for (url, backend) in [
            ("postgresql+asyncpg://u:p@h/d", Some("postgresql")),
            ("sqlite:///x.db", Some("sqlite")),
            ("driver://user:pass@localhost/dbname", Some("driver")),
            ("${DATABASE_URL}", None),
            ("://x", None),
        ] {
            assert_eq!(DatabaseUrl::new(url).backend(), backend, "{url}");
        }
    }

    #[test]
    fn no_password_is_printed() {
        let url = DatabaseUrl::new("postgresql://u:secret@h/d");
        assert_eq!(format!("{url} {url:?}"), "postgresql://u:***@h/d DatabaseUrl(postgresql://u:***@h/d)");
    }
}
