//! Defaults as the database writes them back.

use std::rc::Rc;

use super::Window;
use crate::dialect::replay::Bare;
use crate::model::{Column, OptionValue, ServerDefault, SqlExpr, Type, TypeParam};
use crate::schema::{Key, Schema, Table};

/// The text of a column's default: none where the column has none, no answer where it is not known.
pub fn default_text(schema: &Schema, window: &dyn Window, table: &Table, column: &Column, reflected: &Type) -> Option<Option<String>> {
    let name = schema.naming().ident(&column.name);
    if let Some(owned) = table.sequences.get(&name).filter(|owned| owned.is_default) {
        return Some(Some(sequence_default(schema, &owned.sequence)));
    }
    match &column.server_default {
        None | Some(ServerDefault::Computed(_) | ServerDefault::Identity(_)) => Some(None),
        Some(ServerDefault::Fetched) => None,
        Some(ServerDefault::Text(text)) => Some(Some(literal(schema, text, reflected))),
        Some(ServerDefault::Expr(expression)) => expression_default(schema, window, expression, reflected),
    }
}

fn expression_default(schema: &Schema, window: &dyn Window, expression: &SqlExpr, reflected: &Type) -> Option<Option<String>> {
    let written = window.expression(expression)?;
    let text = strip_parentheses(written.trim());
    if text.eq_ignore_ascii_case("null") {
        return Some(None);
    }
    Some(Some(normalized(schema, text, reflected)))
}

/// A default's text as the database would have it.
fn normalized(schema: &Schema, text: &str, reflected: &Type) -> String {
    if let Some(inner) = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''))
        && !inner.replace("''", "").contains('\'')
    {
        return literal(schema, &inner.replace("''", "'"), reflected);
    }
    let lower = text.to_lowercase();
    if text.parse::<f64>().is_ok() {
        return if text.starts_with('-') { literal(schema, text, reflected) } else { text.to_owned() };
    }
    if schema.rules().shapes.upper_functions.contains(&lower) {
        return text.to_uppercase();
    }
    if matches!(lower.as_str(), "true" | "false") {
        return lower;
    }
    let is_call = text
        .split_once('(')
        .is_some_and(|(name, rest)| rest.ends_with(')') && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_'));
    if is_call && !text.contains(['\'', '"']) {
        return lower;
    }
    let text = cast_arguments(schema, text);
    if has_operator(&text) { format!("({text})") } else { text }
}

/// Whether an operator stands outside of all parentheses and literals; casts are none.
fn has_operator(text: &str) -> bool {
    let mut depth = 0_i32;
    text.split('\'').step_by(2).any(|piece| {
        piece.chars().any(|letter| {
            depth += i32::from(letter == '(') - i32::from(letter == ')');
            depth == 0 && "+-*/%|<>=".contains(letter)
        })
    })
}

/// A string literal, with the type that the database writes behind it.
fn literal(schema: &Schema, text: &str, reflected: &Type) -> String {
    let bare = schema.rules().reflected.get(&*reflected.class).map_or(Bare::None, |row| row.bare);
    match bare {
        Bare::Integer if text.trim().parse::<u64>().is_ok() => return text.trim().to_owned(),
        Bare::Number if text.trim().parse::<f64>().is_ok_and(|number| number >= 0.0) => return text.trim().to_owned(),
        Bare::Boolean => match text.trim().to_lowercase().as_str() {
            "t" | "true" | "1" | "yes" | "y" | "on" => return "true".to_owned(),
            "f" | "false" | "0" | "no" | "n" | "off" => return "false".to_owned(),
            _ => {}
        },
        _ => {}
    }
    let quoted = format!("'{}'", text.replace('\'', "''"));
    match cast(schema, reflected) {
        cast if cast.is_empty() => quoted,
        cast => format!("{quoted}::{cast}"),
    }
}

/// The type's name as the database writes it behind a literal.
fn cast(schema: &Schema, reflected: &Type) -> String {
    if let Some(enumeration) = &reflected.enumeration {
        let name = enumeration.name.as_ref().map(|name| quoted(name.text())).unwrap_or_default();
        return enumeration.schema.as_ref().map_or(name.clone(), |schema| format!("{}.{name}", quoted(&schema.text)));
    }
    if let Some(TypeParam::Type(item)) = reflected.params.get("item_type") {
        return match cast(schema, item) {
            item if item.is_empty() => item,
            item => format!("{item}[]"),
        };
    }
    let zoned = matches!(reflected.params.get("timezone"), Some(TypeParam::Value(OptionValue::Bool(true))));
    let row = schema.rules().reflected.get(&*reflected.class);
    row.map(|row| if zoned { row.zoned_cast.clone() } else { row.cast.clone() }).unwrap_or_default()
}

/// Writes string arguments with the type they are taken for.
fn cast_arguments(schema: &Schema, text: &str) -> String {
    if let Some(sequence) = drawn_from(schema, text) {
        return schema.rules().shapes.sequence_default.replace("{sequence}", sequence);
    }
    let text = &lower_casts(text);
    let cast = schema.rules().reflected.get("TEXT").map(|row| row.cast.as_str()).unwrap_or_default();
    if cast.is_empty() || text.contains("::") || !text.ends_with(')') {
        return text.to_owned();
    }
    let pieces: Vec<&str> = text.split('\'').collect();
    let mut out = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        out.push_str(piece);
        if at + 1 < pieces.len() {
            out.push('\'');
            if at % 2 == 1 {
                out.push_str("::");
                out.push_str(cast);
            }
        }
    }
    out
}

/// The sequence that a default draws from.
pub fn drawn_from<'a>(schema: &Schema, text: &'a str) -> Option<&'a str> {
    let (before, _) = schema.rules().shapes.sequence_default.split_once("{sequence}")?;
    let head = text.get(..before.len()).filter(|head| head.eq_ignore_ascii_case(before))?;
    text.get(head.len()..)?.split_once('\'').map(|(sequence, _)| sequence)
}

/// Type names behind `::` in lower case.
fn lower_casts(text: &str) -> String {
    let mut parts = text.split("::");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name = part.find(|letter: char| !letter.is_alphanumeric() && letter != ' ').unwrap_or(part.len());
        let (name, rest) = part.split_at(name);
        out.push_str("::");
        out.push_str(&name.to_lowercase());
        out.push_str(rest);
    }
    out
}

fn sequence_default(schema: &Schema, sequence: &Key) -> String {
    let rules = schema.rules();
    let name = if *sequence.schema == *rules.default_schema {
        quoted(&sequence.name)
    } else {
        format!("{}.{}", quoted(&sequence.schema), quoted(&sequence.name))
    };
    rules.shapes.sequence_default.replace("{sequence}", &name)
}

fn quoted(name: &str) -> String {
    let plain = name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
        && !name.starts_with(|letter: char| letter.is_ascii_digit());
    if plain { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// Text without the parentheses that enclose all of it.
pub fn strip_parentheses(text: &str) -> &str {
    let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) else { return text };
    let mut depth = 0_i32;
    for letter in inner.chars() {
        depth += i32::from(letter == '(') - i32::from(letter == ')');
        if depth < 0 {
            return text;
        }
    }
    strip_parentheses(inner.trim())
}

/// The text of a computed column's expression.
pub fn computed_text(window: &dyn Window, expression: &Rc<SqlExpr>) -> Option<String> {
    let text = window.expression(expression)?;
    Some(if text.starts_with('(') { text } else { format!("({text})") })
}
