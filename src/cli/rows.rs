//! The version table's rows, as a database client printed them, on standard input.

use std::io::{self, IsTerminal, Read};

use super::pipeline::Opened;
use super::{Result, Session};
use crate::diag::{Code, Diagnostic};
use crate::revision::{Graph, RevisionIndex};

/// More than any version table holds.
const LIMIT: u64 = 1 << 20;

impl Session {
    /// The revisions that the version table holds, read from standard input.
    ///
    /// # Errors
    /// `E0708` on a terminal, where nothing was piped in; `E0507` for a row that is no revision.
    pub(super) fn rows(&self, opened: &Opened) -> Result<Vec<RevisionIndex>> {
        if io::stdin().is_terminal() {
            return Err(vec![explanation(&query(opened))]);
        }
        let mut text = String::new();
        io::stdin().lock().take(LIMIT).read_to_string(&mut text).map_err(|error| {
            vec![
                Diagnostic::error(Code::CannotRead, format!("standard input can't be read: {error}"))
                    .help("pipe in the rows of the version table"),
            ]
        })?;
        find_all(&opened.graph, &text)
    }
}

/// The query whose result is wanted.
pub(super) fn query(opened: &Opened) -> String {
    let (schema, table) = super::pipeline::version_table(opened);
    let schema = schema.map(|schema| format!("{}.", quoted(&schema))).unwrap_or_default();
    format!("SELECT version_num FROM {schema}{}", quoted(&table))
}

/// Quoted as the SQL standard has it, where it is no plain word.
fn quoted(name: &str) -> String {
    let plain =
        name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_') && !name.starts_with(|c: char| c.is_ascii_digit());
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

fn explanation(query: &str) -> Diagnostic {
    Diagnostic::error(Code::BadUsage, "there is no database to ask: the version table's rows are read from standard input")
        .help(format!("pipe in what `{query}` gives, as in\naludel current --query | CLIENT | aludel current"))
}

fn find_all(graph: &Graph, text: &str) -> Result<Vec<RevisionIndex>> {
    let (mut rows, mut problems) = (Vec::new(), Vec::new());
    for id in values(text) {
        match graph.indexes().find(|index| **graph.id(*index) == *id) {
            Some(index) if rows.contains(&index) => {}
            Some(index) => rows.push(index),
            None => problems.push(unknown(id)),
        }
    }
    if problems.is_empty() { Ok(rows) } else { Err(problems) }
}

fn unknown(id: &str) -> Diagnostic {
    Diagnostic::error(Code::UnknownRevision, format!("the version table holds `{id}`, which is no revision here"))
        .help("the database belongs to another project, or to another state of this one")
}

/// The values in what a client prints: bare rows, or a table with title, rules and row count.
fn values(text: &str) -> impl Iterator<Item = &str> {
    let lines = text.trim_start_matches('\u{feff}').lines();
    let cells = lines.map(|line| line.trim().trim_matches('|').trim().trim_matches(['"', '\'']));
    cells.filter(|cell| !cell.is_empty() && !cell.eq_ignore_ascii_case("version_num") && !is_rule(cell) && !is_count(cell))
}

fn is_rule(cell: &str) -> bool {
    cell.chars().all(|c| "-+=".contains(c))
}

/// `(1 row)`, `(2 rows affected)`, `1 rows selected.`
fn is_count(cell: &str) -> bool {
    let words: Vec<&str> = cell.trim_matches(['(', ')', '.']).split_whitespace().collect();
    matches!(words.as_slice(), [count, what, ..] if count.chars().all(|c| c.is_ascii_digit()) && what.starts_with("row"))
}

#[cfg(test)]
mod tests {
    use super::values;

    #[test]
    fn rows_are_found_in_what_clients_print() {
        for text in [
            "ae10\nbf2\n",
            " version_num \n-------------\n ae10\n bf2\n(2 rows)\n\n",
            "+-------------+\n| version_num |\n+-------------+\n| ae10        |\n| bf2         |\n+-------------+\n",
            "version_num\r\n\"ae10\"\r\n\"bf2\"\r\n",
            "VERSION_NUM\n----\nae10\nbf2\n\n2 rows selected.\n",
        ] {
            assert_eq!(values(text).collect::<Vec<_>>(), ["ae10", "bf2"], "{text:?}");
        }
    }
}
