//! The plain subset of the template language, written without the engine: literal text, `{{ field }}`,
//! `{{ field.raw }}`, `{% if field %}…{% else %}…{% endif %}`.

use super::fields::{Field, Fields};

/// A part of a plain template.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    Text(Box<str>),
    Field { name: Box<str>, raw: bool },
    If { name: Box<str>, then: Vec<Piece>, or_else: Vec<Piece> },
}

/// What ended a block.
#[derive(PartialEq)]
enum End {
    Source,
    Else,
    Condition,
}

/// The pieces of a template, or nothing where it uses more of the language (or is wrong): the engine decides then.
pub fn parse(source: &str) -> Option<Vec<Piece>> {
    let mut rest = source;
    let (pieces, end) = block(&mut rest, 0)?;
    (end == End::Source).then_some(pieces)
}

/// Conditions nested deeper than this are left to the engine, which refuses what goes too deep.
const DEEPEST: usize = 32;

fn block(rest: &mut &str, depth: usize) -> Option<(Vec<Piece>, End)> {
    if depth > DEEPEST {
        return None;
    }
    let mut pieces = Vec::new();
    loop {
        let Some(start) = rest.find('{') else {
            push_text(&mut pieces, rest);
            *rest = "";
            return Some((pieces, End::Source));
        };
        let (text, tail) = rest.split_at(start);
        push_text(&mut pieces, text);
        if let Some(tail) = tail.strip_prefix("{{") {
            let (inside, tail) = tail.split_once("}}")?;
            pieces.push(field(inside.trim())?);
            *rest = tail;
        } else if let Some(tail) = tail.strip_prefix("{%") {
            let (inside, tail) = tail.split_once("%}")?;
            *rest = tail;
            match inside.trim() {
                "else" => return Some((pieces, End::Else)),
                "endif" => return Some((pieces, End::Condition)),
                tag => pieces.push(condition(tag, rest, depth)?),
            }
        } else if tail.starts_with("{#") {
            return None;
        } else {
            push_text(&mut pieces, "{");
            *rest = tail.get(1..)?;
        }
    }
}

fn condition(tag: &str, rest: &mut &str, depth: usize) -> Option<Piece> {
    let name = tag.strip_prefix("if ")?.trim();
    if !is_name(name) {
        return None;
    }
    let (then, end) = block(rest, depth + 1)?;
    let or_else = match end {
        End::Source => return None,
        End::Condition => Vec::new(),
        End::Else => match block(rest, depth + 1)? {
            (pieces, End::Condition) => pieces,
            _ => return None,
        },
    };
    Some(Piece::If { name: name.into(), then, or_else })
}

fn field(inside: &str) -> Option<Piece> {
    match inside.strip_suffix(".raw") {
        Some(name) if is_name(name) => Some(Piece::Field { name: name.into(), raw: true }),
        None if is_name(inside) => Some(Piece::Field { name: inside.into(), raw: false }),
        _ => None,
    }
}

fn is_name(text: &str) -> bool {
    let starts_well = text.starts_with(|c: char| c.is_ascii_lowercase() || c == '_');
    starts_well && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') && !matches!(text, "not" | "true" | "false" | "none")
}

fn push_text(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Text(text.into()));
    }
}

/// Checks that every name is a known field.
///
/// # Errors
/// A sentence naming the first that is not.
pub fn check(pieces: &[Piece], known: &[&str]) -> Result<(), String> {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Field { name, .. } => known_field(name, known)?,
            Piece::If { name, then, or_else } => {
                known_field(name, known)?;
                check(then, known)?;
                check(or_else, known)?;
            }
        }
    }
    Ok(())
}

/// Checks one name against the known fields.
///
/// # Errors
/// A sentence naming it and the known fields.
pub fn known_field(name: &str, known: &[&str]) -> Result<(), String> {
    if known.contains(&name) {
        return Ok(());
    }
    Err(format!("`{name}` is no field here; the fields are: {}", known.join(", ")))
}

/// Writes pieces with these fields.
pub fn write(pieces: &[Piece], fields: &Fields, text: &mut String) {
    for piece in pieces {
        match piece {
            Piece::Text(part) => text.push_str(part),
            Piece::Field { name, raw } => write_field(fields.get(name), *raw, text),
            Piece::If { name, then, or_else } => {
                let chosen = if fields.get(name).is_some_and(Field::is_set) { then } else { or_else };
                write(chosen, fields, text);
            }
        }
    }
}

fn write_field(field: Option<&Field>, as_raw: bool, text: &mut String) {
    match field {
        Some(Field::Text(part)) => text.push_str(part),
        Some(Field::Name { raw, .. }) if as_raw => text.push_str(raw),
        Some(Field::Name { quoted, .. }) => text.push_str(quoted),
        Some(Field::Flag(flag)) => text.push_str(if *flag { "true" } else { "false" }),
        Some(Field::List(items)) => text.push_str(&items.join(", ")),
        None => {}
    }
}
