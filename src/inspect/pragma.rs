//! Statements that ask for a table's parts by name, as `PRAGMA table_info(t)`: what the replayed schema knows of them.

use std::rc::Rc;

use super::{Guard, Guards, Refusal, Rows};
use crate::eval::Value;
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, Index, OptionValue, ServerDefault, TableName};
use crate::schema::{Answer, Schema, Table, Why};
use crate::source::Span;

/// What is asked of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    /// `table_info`, and with generated columns `table_xinfo`.
    Columns {
        generated: bool,
    },
    Indexes,
    ForeignKeys,
}

/// Answers such a statement; none where it is no such one, or not one that is understood.
///
/// # Errors
/// Where what it asks for is not known.
pub fn pragma(schema: &Schema, guards: &Guards, sql: &str, place: Span) -> Option<Result<Rows, Box<Refusal>>> {
    if !schema.rules().pragmas {
        return None;
    }
    let (asked, name) = asked(sql)?;
    let name = TableName::new(Ident::new(name));
    let found = match schema.has_table(&name) {
        Answer::Unknown(why) => return Some(Err(Box::new(Refusal::existence("table", &name.name.text, why)))),
        Answer::No(why) => (Vec::new(), why),
        Answer::Yes(_) => match known(schema, &name) {
            Ok(table) => (rows(asked, &table, sql, place)?, table.made.clone()),
            Err(refusal) => return Some(Err(refusal)),
        },
    };
    let (rows, why) = found;
    let question = sql.split_whitespace().collect::<Vec<_>>().join(" ");
    guards.record(Guard { place, question, answer: format!("{} rows", rows.len()), why });
    let columns = columns_of(asked).iter().map(|column| Rc::from(*column)).collect();
    Some(Ok(Rows::new(columns, rows)))
}

/// Reads `PRAGMA what(table)` and `PRAGMA what = table`.
fn asked(sql: &str) -> Option<(Asked, &str)> {
    let text = sql.trim().trim_end_matches(';').trim_end();
    let (head, rest) = text.split_at_checked(6)?;
    if !head.eq_ignore_ascii_case("pragma") || !rest.starts_with(char::is_whitespace) {
        return None;
    }
    let (what, argument) = match rest.split_once('(') {
        Some((what, argument)) => (what, argument.strip_suffix(')')?),
        None => rest.split_once('=')?,
    };
    let what = what.trim().to_ascii_lowercase();
    let asked = match what.strip_prefix("main.").unwrap_or(&what) {
        "table_info" => Asked::Columns { generated: false },
        "table_xinfo" => Asked::Columns { generated: true },
        "index_list" => Asked::Indexes,
        "foreign_key_list" => Asked::ForeignKeys,
        _ => return None,
    };
    let argument = argument.trim();
    let quoted = [('\'', '\''), ('"', '"'), ('`', '`'), ('[', ']')]
        .into_iter()
        .find_map(|(open, close)| argument.strip_prefix(open)?.strip_suffix(close));
    let name = quoted.unwrap_or(argument);
    let plain = |letter: char| letter.is_alphanumeric() || letter == '_';
    (!name.is_empty() && (quoted.is_some() || name.chars().all(plain))).then_some((asked, name))
}

fn columns_of(asked: Asked) -> &'static [&'static str] {
    match asked {
        Asked::Columns { generated: false } => &["cid", "name", "type", "notnull", "dflt_value", "pk"],
        Asked::Columns { generated: true } => &["cid", "name", "type", "notnull", "dflt_value", "pk", "hidden"],
        Asked::Indexes => &["seq", "name", "unique", "origin", "partial"],
        Asked::ForeignKeys => &["id", "seq", "table", "from", "to", "on_update", "on_delete", "match"],
    }
}

fn known(schema: &Schema, name: &TableName) -> Result<Table, Box<Refusal>> {
    let refusal = |why: &Why| Box::new(Refusal::definition("the definition", &name.name.text, why.clone()));
    let Some(table) = schema.table(name) else { return Err(refusal(schema.has_table(name).why())) };
    match table.knowledge.why() {
        Some(why) => Err(refusal(why)),
        None => Ok(table.into_owned()),
    }
}

/// The rows; none where the database would tell names that can't be foretold.
fn rows(asked: Asked, table: &Table, sql: &str, place: Span) -> Option<Vec<Vec<Value>>> {
    match asked {
        Asked::Columns { generated } => Some(columns(table, generated, &Value::live(place, sql))),
        Asked::Indexes => indexes(table),
        Asked::ForeignKeys => foreign_keys(table),
    }
}

/// Types and defaults are told as the table's own statement has them, which the replay does not keep.
fn columns(table: &Table, generated: bool, told: &Value) -> Vec<Vec<Value>> {
    let key = table.definition.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => Some(columns.as_slice()),
        _ => None,
    });
    let mut rows = Vec::new();
    for column in &table.definition.columns {
        let computed = match &column.server_default {
            Some(ServerDefault::Computed(computed)) => {
                if computed.persisted == Some(true) {
                    3
                } else {
                    2
                }
            }
            _ => 0,
        };
        if computed != 0 && !generated {
            continue;
        }
        let default = if column.server_default.is_none() || computed != 0 { Value::None } else { told.clone() };
        let position = key.and_then(|key| key.iter().position(|member| member.text.eq_ignore_ascii_case(&column.name.text)));
        let mut row = vec![
            number(rows.len()),
            Value::Str(Rc::clone(&column.name.text)),
            told.clone(),
            number(usize::from(!column.nullable)),
            default,
            number(position.map_or(0, |position| position + 1)),
        ];
        if generated {
            row.push(Value::Int(computed));
        }
        rows.push(row);
    }
    rows
}

/// Whether the database has made indexes behind constraints, of which it alone knows the names.
pub(super) fn has_unnamed_indexes(table: &Table) -> bool {
    let integer_key = |columns: &[Ident]| match columns {
        [one] => table.definition.columns.iter().any(|column| column.name.text == one.text && column.ty.class_name() == "Integer"),
        _ => false,
    };
    let behind = |constraint: &Constraint| match &constraint.kind {
        ConstraintKind::Unique { .. } => true,
        ConstraintKind::PrimaryKey { columns } => !integer_key(columns),
        _ => false,
    };
    table.definition.constraints.iter().any(behind)
}

/// The indexes, the newest first.
fn indexes(table: &Table) -> Option<Vec<Vec<Value>>> {
    if has_unnamed_indexes(table) {
        return None;
    }
    let row = |(at, index): (usize, &Index)| {
        let partial = index.options.iter().any(|(key, value)| key.ends_with("where") && !matches!(value, OptionValue::None));
        Some(vec![
            number(at),
            Value::str(index.name.as_ref()?.text()),
            number(usize::from(index.unique)),
            Value::str("c"),
            number(usize::from(partial)),
        ])
    };
    table.definition.indexes.iter().rev().enumerate().map(row).collect()
}

/// The foreign keys, the last one first, a row for each of their columns.
fn foreign_keys(table: &Table) -> Option<Vec<Vec<Value>>> {
    let rules: Vec<&ForeignKeyRule> = table
        .definition
        .constraints
        .iter()
        .filter_map(|constraint| match &constraint.kind {
            ConstraintKind::ForeignKey(rule) => Some(&**rule),
            _ => None,
        })
        .collect();
    let mut rows = Vec::new();
    for (id, rule) in rules.into_iter().rev().enumerate() {
        if rule.columns.len() != rule.referred_columns.len() {
            return None;
        }
        let action = |action: &Option<Rc<str>>| Value::str(action.as_deref().unwrap_or("NO ACTION").to_ascii_uppercase());
        for (at, (from, to)) in rule.columns.iter().zip(&rule.referred_columns).enumerate() {
            rows.push(vec![
                number(id),
                number(at),
                Value::Str(Rc::clone(&rule.referred_table.name.text)),
                Value::Str(Rc::clone(&from.text)),
                Value::Str(Rc::clone(&to.text)),
                action(&rule.onupdate),
                action(&rule.ondelete),
                Value::str("NONE"),
            ]);
        }
    }
    Some(rows)
}

fn number(number: usize) -> Value {
    Value::Int(i128::try_from(number).unwrap_or(i128::MAX))
}
