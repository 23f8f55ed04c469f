//! Checks of a dialect's data that need every template compiled: made of what a user wrote, and in a test of what is embedded.

use regex::Regex;
use toml::Value;

use super::load::TypeRow;
use super::{Dialect, Version};
use crate::template::Template;

/// The table of the SQL expression compiler.
const QUERY: &str = "query";

/// The fields of the templates of `[query]`.
pub const QUERY_FIELDS: &[&str] = &[
    "left",
    "right",
    "flags",
    "config",
    "arguments",
    "first",
    "second",
    "third",
    "text",
    "items",
    "limit",
    "offset",
    "operand",
    "field",
    "length",
    "precision",
    "scale",
    "unsigned",
    "pattern",
    "kept_pattern",
    "replacement",
    "names",
    "name",
    "type",
    "table",
    "hint",
    "boolean_mode",
    "natural_language",
    "query_expansion",
    "affinity",
    "collation",
    "charset",
    "order",
    "path",
    "nested",
];

/// Compiles every template and pattern, so that a wrong one is found before it is needed.
///
/// # Errors
/// The first that does not compile, with its key.
pub fn check(dialect: &Dialect) -> Result<(), String> {
    for (kind, sentence) in &dialect.statements {
        sentence.check().map_err(|problem| format!("`statements.{kind}`: {problem}"))?;
    }
    for (class, row) in &dialect.types {
        if let TypeRow::Template { .. } = row {
            row.template().map_err(|problem| format!("`types.{class}`: {problem}"))?;
        }
    }
    dialect.small.check()?;
    dialect.merged.data.get(QUERY).map_or(Ok(()), |data| query(data, QUERY))?;
    patterns(dialect)?;
    values(dialect)
}

/// The templates of the SQL expression compiler: whatever there looks like one.
fn query(data: &Value, path: &str) -> Result<(), String> {
    match data {
        Value::Table(table) => table.iter().try_for_each(|(name, value)| query(value, &format!("{path}.{name}"))),
        Value::String(text) if text.contains("{{") || text.contains("{%") => {
            Template::compile(text, QUERY_FIELDS).map(|_| ()).map_err(|problem| format!("`{path}`: {problem}"))
        }
        _ => Ok(()),
    }
}

fn patterns(dialect: &Dialect) -> Result<(), String> {
    let phrases = &dialect.spec.phrases;
    let outside = &dialect.spec.script.outside_transaction;
    for pattern in outside {
        super::patterns::statement_pattern(pattern).map_err(|error| format!("`script.outside_transaction`: {error}"))?;
    }
    let phrases =
        [("phrases.keywords", &phrases.keywords), ("phrases.on_delete", &phrases.on_delete), ("phrases.index_using", &phrases.index_using)];
    for (key, pattern) in phrases {
        Regex::new(pattern).map_err(|error| format!("`{key}`: {error}"))?;
    }
    Ok(())
}

/// Values that only look like any text.
fn values(dialect: &Dialect) -> Result<(), String> {
    let spec = &dialect.spec;
    if spec.about.name.is_empty() {
        return Err("`about.name` is empty".to_owned());
    }
    if !spec.replay.names.again.contains("{n}") {
        return Err("`replay.names.again` has no `{n}`, by which names differ".to_owned());
    }
    let since = &spec.since;
    let versions = [("rename_column", &since.rename_column), ("drop_column", &since.drop_column), ("alter_checks", &since.alter_checks)];
    match versions.into_iter().find(|(_, version)| !version.is_empty() && Version::parse(version).is_none()) {
        Some((name, version)) => Err(format!("`since.{name}`: `{version}` is no version")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use crate::dialect::{Dialect, Overlay, builtin};

    /// With an overlay, though there is nothing in it, a dialect is read from its folders.
    fn of_folders(name: &str) -> Dialect {
        Dialect::load(name, &[Overlay::default()]).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    #[test]
    fn every_embedded_dialect_loads_and_checks() {
        for name in builtin::names() {
            check(&of_folders(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }

    #[test]
    fn what_the_build_put_together_is_what_the_folders_say() {
        for name in builtin::names() {
            let (prepared, read) = (Dialect::load(name, &[]).expect("embedded"), of_folders(name));
            assert_eq!(format!("{:#?}", prepared.spec), format!("{:#?}", read.spec), "{name}");
            assert_eq!(prepared.hash(), read.hash(), "{name}");
            assert_eq!(prepared.reserved, read.reserved, "{name}");
            assert_eq!(format!("{:?}", prepared.statements), format!("{:?}", read.statements), "{name}");
        }
    }
}
