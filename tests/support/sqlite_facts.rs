//! What a SQLite database holds, as lines that two databases can be compared by.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::sqlite_text::{CreateTable, normal};

/// A line a fact, in a settled order, without what chance and the time of day put into rows. An error where the database is not whole, or a
/// foreign key refers to nothing.
pub fn facts(connection: &Connection) -> Result<String, String> {
    gather(connection).map_err(|error| error.to_string())?
}

fn gather(connection: &Connection) -> rusqlite::Result<Result<String, String>> {
    let broken = lines(
        connection,
        "SELECT * FROM pragma_foreign_key_check UNION ALL SELECT integrity_check, '', '', '' FROM pragma_integrity_check WHERE integrity_check <> 'ok'",
    )?;
    if !broken.is_empty() {
        return Ok(Err(format!("not whole: {}", broken.join("; "))));
    }
    let mut facts = lines(connection, PRAGMAS)?;
    let mut objects = connection.prepare("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")?;
    let mut rows = objects.query([])?;
    let mut tables = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, name, sql): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if kind == "table" {
            facts.extend(table_facts(&name, &sql));
            tables.push(name);
        } else {
            facts.push(format!("{kind} {name} {}", normal(&sql)));
        }
    }
    for table in tables {
        facts.extend(row_facts(connection, &table)?);
    }
    if connection.table_exists(None, "sqlite_sequence")? {
        // Whether one that has not counted yet has a row differs between versions of the engine.
        facts.extend(row_facts(connection, "sqlite_sequence")?.into_iter().filter(|row| !row.ends_with(", 0")));
    }
    facts.sort_unstable();
    Ok(Ok(facts.join("\n")))
}

/// What the engine itself makes of tables, their columns, keys and indexes.
const PRAGMAS: &str = "
    SELECT 'table ' || name, 'without rowid ' || wr, 'strict ' || strict FROM pragma_table_list
    WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
    UNION ALL
    SELECT 'table ' || t.name, 'information', format('%03d %s %s not null %d default %s key %d hidden %d', c.cid, c.name, c.type, c.\"notnull\", coalesce(c.dflt_value, 'none'), c.pk, c.hidden)
    FROM sqlite_master AS t JOIN pragma_table_xinfo(t.name) AS c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
    UNION ALL
    SELECT 'table ' || t.name, 'refers', (
        SELECT group_concat(format('%s to %s.%s update %s delete %s match %s', f.\"from\", f.\"table\", coalesce(f.\"to\", 'key'), f.on_update, f.on_delete, f.\"match\"), ', ' ORDER BY f.seq)
        FROM pragma_foreign_key_list(t.name) AS f WHERE f.id = k.id
    )
    FROM sqlite_master AS t JOIN pragma_foreign_key_list(t.name) AS k WHERE t.type = 'table' AND k.seq = 0
    UNION ALL
    SELECT 'table ' || t.name, 'indexed', format('%s unique %d origin %s partial %d (%s)', iif(i.origin = 'c', i.name, ''), i.\"unique\", i.origin, i.partial, (
        SELECT group_concat(format('%s%s collate %s', coalesce(c.name, 'expression'), iif(c.\"desc\", ' desc', ''), c.coll), ', ' ORDER BY c.seqno)
        FROM pragma_index_xinfo(i.name) AS c WHERE c.key
    ))
    FROM sqlite_master AS t JOIN pragma_index_list(t.name) AS i WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!'
";

/// The rows of a query, each as one line.
fn lines(connection: &Connection, sql: &str) -> rusqlite::Result<Vec<String>> {
    let mut query = connection.prepare(sql)?;
    let lines = query.query_map([], |row| line(row, " "))?;
    lines.collect()
}

fn line(row: &Row, between: &str) -> rusqlite::Result<String> {
    let cells: Result<Vec<String>, _> = (0..row.as_ref().column_count()).map(|at| row.get_ref(at).map(cell)).collect();
    Ok(cells?.join(between))
}

fn cell(value: ValueRef) -> String {
    match value {
        ValueRef::Null => "NULL".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => format!("{number:?}"),
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Blob(bytes) => format!("{bytes:02x?}"),
    }
}

/// What a table's own text says, its constraints in a settled order.
fn table_facts(name: &str, sql: &str) -> Vec<String> {
    let table = CreateTable::parse(sql);
    let columns = table.columns.iter().enumerate().map(|(at, column)| format!("table {name} column {at:03} {column}"));
    let constraints = table.constraints.iter().map(|constraint| format!("table {name} constraint {constraint}"));
    columns.chain(constraints).chain([format!("table {name} options {}", table.options)]).collect()
}

fn row_facts(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let quoted = table.replace('"', "\"\"");
    let mut query = connection.prepare(&format!("SELECT * FROM \"{quoted}\""))?;
    let columns: Vec<String> = query.column_names().map(str::to_owned).collect();
    let rows = query.query_map([], |row| {
        let cells: Result<Vec<String>, _> = (0..columns.len()).map(|at| row.get_ref(at).map(|value| typed(value))).collect();
        Ok(format!("row {table} {}", cells?.join(", ")))
    })?;
    rows.collect()
}

/// A value with its storage class; a time of day of this or a later year as `now`, since what the tests put in is older.
fn typed(value: ValueRef) -> String {
    match value {
        ValueRef::Text(text) if is_now(text) => "now".to_owned(),
        ValueRef::Text(_) => format!("{:?}", cell(value)),
        value => cell(value),
    }
}

fn is_now(text: &[u8]) -> bool {
    text.len() >= 19 && matches!(text, [b'2', b'0', tens, ones, b'-', ..] if [*tens, *ones] >= *b"25") && text[10] == b' '
}
