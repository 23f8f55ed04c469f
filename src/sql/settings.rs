//! Options of a table written as `KEY=value` (`MySQLDDLCompiler.post_create_table`).

use super::literal;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::dialect::spec::TableSettings;
use crate::model::{OptionValue, Table};

/// All options that are meant for the dialect, in the order given but for those that must stand behind others.
///
/// # Errors
/// A value that is no text, or the dialect's template for strings fails.
pub fn settings(table: &Table, dialect: &Dialect) -> Result<String, Diagnostic> {
    let rules = &dialect.spec().table_settings;
    let mut given: Vec<(String, String)> = Vec::new();
    for (keyword, value) in &table.options {
        if let Some(name) = dialect.own_option(keyword) {
            given.push((name.to_uppercase(), plain(keyword, value)?));
        }
    }
    if let Some(comment) = &table.comment {
        given.push(("COMMENT".to_owned(), comment.to_string()));
    }
    let (last, first): (Vec<_>, Vec<_>) = given.into_iter().partition(|(key, _)| rules.last.contains(key));
    let ordered = ordered(first, rules).into_iter().chain(self::ordered(last, rules));
    let texts: Result<Vec<_>, _> = ordered.map(|(key, value)| setting(&key, &value, rules, dialect)).collect();
    Ok(texts?.join(" "))
}

fn setting(key: &str, value: &str, rules: &TableSettings, dialect: &Dialect) -> Result<String, Diagnostic> {
    let contains = |keys: &[String], key: &str| keys.iter().any(|known| known == key);
    let value = if contains(&rules.quoted, key) { literal::string(value, dialect)? } else { value.to_owned() };
    let key = if contains(&rules.words, key) { key.replace('_', " ") } else { key.to_owned() };
    let joiner = if contains(&rules.spaced, &key) { " " } else { "=" };
    Ok(format!("{key}{joiner}{value}"))
}

/// The settings so that none stands before one it must follow, else in the order given (`util.topological.sort`).
fn ordered(mut left: Vec<(String, String)>, rules: &TableSettings) -> Vec<(String, String)> {
    let mut done = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let waits = |key: &str| rules.order.iter().any(|[before, after]| after == key && left.iter().any(|(other, _)| other == before));
        let flags: Vec<bool> = left.iter().map(|(key, _)| waits(key)).collect();
        if flags.iter().all(|waits| *waits) {
            done.append(&mut left);
            break;
        }
        let mut waiting = Vec::new();
        for (entry, waits) in left.drain(..).zip(flags) {
            if waits { waiting.push(entry) } else { done.push(entry) }
        }
        left = waiting;
    }
    done
}

fn plain(keyword: &str, value: &OptionValue) -> Result<String, Diagnostic> {
    match value {
        OptionValue::Str(text) => Ok(text.to_string()),
        _ => Err(Diagnostic::error(Code::BadArgument, format!("`{keyword}` of a table is no text")).help("write the value as a string")),
    }
}
