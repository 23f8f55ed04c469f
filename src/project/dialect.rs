//! Which dialects to compile for.

use super::Project;
use super::url::DatabaseUrl;
use crate::diag::{Code, Diagnostic};

impl Project {
    /// The dialects: those of `--dialect`, else of `aludel.toml`, else that of the URL's scheme.
    ///
    /// `resolve` gives the dialect of a name or an alias of it. `from_env_py` is the URL that `env.py` gives as a literal.
    ///
    /// # Errors
    /// `E0601` for a name that is no dialect, or where no dialect is given and the URL is not known.
    pub fn dialects(
        &self,
        asked: &[String],
        from_env_py: Option<&str>,
        resolve: impl Fn(&str) -> Option<String>,
    ) -> Result<Vec<String>, Diagnostic> {
        let named = if asked.is_empty() { &self.settings.dialect.0 } else { asked };
        if named.is_empty() {
            return self.dialect_of_url(from_env_py, resolve).map(|name| vec![name]);
        }
        let mut dialects = Vec::new();
        for name in named {
            let dialect = resolve(name).ok_or_else(|| {
                Diagnostic::error(Code::UnknownDialect, format!("`{name}` is no dialect"))
                    .help("`aludel dialect list` names those there are; `--dialect-dir` adds others")
            })?;
            if !dialects.contains(&dialect) {
                dialects.push(dialect);
            }
        }
        Ok(dialects)
    }

    /// A scheme that is no dialect is what `alembic init` writes for one to fill in, or what `env.py` replaces.
    fn dialect_of_url(&self, from_env_py: Option<&str>, resolve: impl Fn(&str) -> Option<String>) -> Result<String, Diagnostic> {
        let urls = from_env_py.map(DatabaseUrl::new).into_iter().chain(self.url.clone());
        let found = urls.into_iter().find_map(|url| url.backend().and_then(&resolve));
        found.ok_or_else(|| {
            let message = match &self.url {
                Some(url) => format!("which dialect to compile for is known at run time only: `sqlalchemy.url` is `{url}`"),
                None => "which dialect to compile for is known at run time only: the configuration has no `sqlalchemy.url`".to_owned(),
            };
            Diagnostic::error(Code::UnknownDialect, message)
                .label(self.config.place("sqlalchemy.url"), "of which no dialect can be told")
                .help("pass `--dialect`, or write `dialect = \"…\"` into aludel.toml")
        })
    }
}
