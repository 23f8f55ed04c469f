//! Checks of a dialect's data that need every template compiled: made of what a user wrote, and in a test of what is embedded.

use regex::Regex;

use super::load::TypeRow;
use super::{Dialect, Version};
use crate::template::Template;

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
    query(dialect)?;
    patterns(dialect)?;
    values(dialect)
}

/// The templates of the SQL expression compiler.
fn query(dialect: &Dialect) -> Result<(), String> {
    let query = &dialect.spec.query;
    let named = |table: &'static str, rows: &indexmap::IndexMap<String, String>| {
        rows.iter().map(|(name, text)| (format!("{table}.{name}"), text.clone())).collect::<Vec<_>>()
    };
    let mut all = named("functions", &query.functions);
    all.extend(named("operators", &query.operators));
    all.extend(named("casts", &query.casts));
    let texts = [
        ("limit_text", &query.limit_text),
        ("offset_text", &query.offset_text),
        ("fetch_operand", &query.fetch_operand),
        ("extract", &query.extract),
        ("empty_set", &query.empty_set),
        ("empty_set_item", &query.empty_set_item),
        ("unlimited_text", &query.unlimited_text),
        ("change_limit", &query.change_limit),
        ("from_hint", &query.from_hint),
        ("select_hint", &query.select_hint),
        ("try_cast", &query.try_cast),
        ("function_source", &query.function_source),
    ];
    all.extend(texts.map(|(name, text)| (name.to_owned(), text.clone())));
    for (name, text) in all.iter().filter(|(_, text)| text.contains("{{") || text.contains("{%")) {
        Template::compile(text, QUERY_FIELDS).map_err(|problem| format!("`query.{name}`: {problem}"))?;
    }
    Ok(())
}

fn patterns(dialect: &Dialect) -> Result<(), String> {
    let phrases = &dialect.spec.phrases;
    let outside = dialect.spec.script.outside_transaction.iter().map(|pattern| ("script.outside_transaction", pattern));
    let phrases =
        [("phrases.keywords", &phrases.keywords), ("phrases.on_delete", &phrases.on_delete), ("phrases.index_using", &phrases.index_using)];
    for (key, pattern) in outside.chain(phrases) {
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
    use crate::dialect::{Dialect, builtin};

    #[test]
    fn every_embedded_dialect_loads_and_checks() {
        for name in builtin::names() {
            let dialect = Dialect::load(name, &[]).unwrap_or_else(|error| panic!("{name}: {error:?}"));
            check(&dialect).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}
