//! The rows of the tables in which a database describes itself.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Refusal;
use super::catalogue::Condition;
use crate::dialect::replay::{Catalogue, CatalogueRow};
use crate::model::{ConstraintKind, Ident, Name, TableName};
use crate::schema::{Answer, Key, PlainKind, Reason, Schema, Table, Why};

/// What a row says of its object.
pub(super) type Fields = BTreeMap<Rc<str>, Rc<str>>;

/// The rows that meet the conditions, for certain all of them.
///
/// # Errors
/// Where there may be more, or fewer.
pub(super) fn rows(schema: &Schema, catalogue: &Catalogue, conditions: &[Condition]) -> Result<(Vec<Fields>, Why), Box<Refusal>> {
    let mut found = Vec::new();
    let mut why = Why::nowhere(Reason::NotThere);
    let letter = one(conditions, "letter");
    let asked = conditions.iter().find(|condition| &*condition.field == "kind").map(|condition| condition.texts.as_slice());
    let is_word = |text: &Rc<str>| catalogue.words.values().any(|word| **word == **text);
    if !catalogue.words.is_empty() && !asked.is_some_and(|texts| texts.iter().all(is_word)) {
        return Err(everything(schema));
    }
    for kind in &catalogue.rows {
        let word = catalogue.words.get(kind);
        if letter.as_deref().is_some_and(|letter| !letters(*kind).contains(&letter))
            || word.is_some_and(|word| asked.is_some_and(|texts| texts.iter().all(|text| **text != **word)))
        {
            continue;
        }
        let (mut more, because) = rows_of(schema, *kind, conditions)?;
        if let Some(word) = word {
            more.iter_mut().for_each(|fields| {
                fields.insert("kind".into(), word.as_str().into());
            });
        }
        if !more.is_empty() {
            why = because;
        }
        found.extend(more);
    }
    found.retain(|fields| {
        conditions.iter().all(|condition| fields.get(&condition.field).is_some_and(|text| condition.texts.contains(text)))
    });
    Ok((found, why))
}

/// The letters by which a kind goes where kinds are letters.
fn letters(kind: CatalogueRow) -> &'static [&'static str] {
    match kind {
        CatalogueRow::Table => &["r", "p"],
        CatalogueRow::View => &["v", "m"],
        CatalogueRow::Index => &["i"],
        CatalogueRow::Sequence => &["S"],
        CatalogueRow::Constraint => &["p", "u", "f", "c", "x"],
        _ => &[],
    }
}

fn one(conditions: &[Condition], field: &str) -> Option<Rc<str>> {
    let condition = conditions.iter().find(|condition| &*condition.field == field)?;
    match condition.texts.as_slice() {
        [text] => Some(Rc::clone(text)),
        _ => None,
    }
}

fn rows_of(schema: &Schema, kind: CatalogueRow, conditions: &[Condition]) -> Result<(Vec<Fields>, Why), Box<Refusal>> {
    let namespace = one(conditions, "schema");
    let named = |name: &Rc<str>| TableName { schema: namespace.as_deref().map(Ident::new), name: Ident::new(Rc::clone(name)) };
    let name = one(conditions, "name");
    match (kind, name) {
        (CatalogueRow::Column, name) => {
            of_table(schema, conditions, name, "column", |table, name| table.has_column(schema.naming(), &Ident::new(Rc::clone(name))))
        }
        (CatalogueRow::Constraint, name) => {
            of_table(schema, conditions, name, "constraint", |table, name| table.has_constraint(schema.naming(), name))
        }
        (CatalogueRow::Index, Some(name)) => {
            let table = one(conditions, "table").map(|table| named(&table));
            let answer =
                schema.has_index(namespace.as_deref().map(Ident::new).as_ref(), table.as_ref(), &Name::Conventional(Rc::clone(&name)));
            existing(schema, kind, &name, namespace.as_ref(), answer)
        }
        (CatalogueRow::Index, None) => of_table(schema, conditions, None, "index", |_, _| Answer::No(Why::nowhere(Reason::NotThere))),
        (_, None) => Err(everything(schema)),
        (CatalogueRow::Table, Some(name)) => existing(schema, kind, &name, namespace.as_ref(), schema.has_table(&named(&name))),
        (CatalogueRow::View, Some(name)) => existing(schema, kind, &name, namespace.as_ref(), schema.has_view(&named(&name))),
        (CatalogueRow::Sequence, Some(name)) => existing(schema, kind, &name, namespace.as_ref(), schema.has_sequence(&named(&name))),
        (CatalogueRow::Type, Some(name)) => existing(schema, kind, &name, namespace.as_ref(), schema.has_type(&named(&name))),
        (CatalogueRow::Schema, Some(name)) => plain(schema, kind, PlainKind::Schema, &name),
        (CatalogueRow::Extension, Some(name)) => plain(schema, kind, PlainKind::Extension, &name),
    }
}

fn plain(schema: &Schema, kind: CatalogueRow, object: PlainKind, name: &Rc<str>) -> Result<(Vec<Fields>, Why), Box<Refusal>> {
    let answer = schema.has_plain(object, &schema.schema_key(&Ident::new(Rc::clone(name))));
    existing(schema, kind, name, None, answer)
}

/// The row of one object that is named.
fn existing(
    schema: &Schema,
    kind: CatalogueRow,
    name: &Rc<str>,
    namespace: Option<&Rc<str>>,
    answer: Answer,
) -> Result<(Vec<Fields>, Why), Box<Refusal>> {
    match answer {
        Answer::Unknown(why) => Err(Box::new(Refusal::existence("what is called", name, why))),
        Answer::No(why) => Ok((Vec::new(), why)),
        Answer::Yes(why) => {
            let mut fields = Fields::new();
            fields.insert("name".into(), Rc::clone(name));
            fields.insert("schema".into(), namespace.cloned().unwrap_or_else(|| Rc::clone(&schema.rules().default_schema)));
            let word = match kind {
                CatalogueRow::Table => "BASE TABLE",
                CatalogueRow::View => "VIEW",
                _ => "",
            };
            fields.insert("kind".into(), word.into());
            if matches!(kind, CatalogueRow::Table | CatalogueRow::View) {
                fields.insert("table".into(), Rc::clone(name));
            }
            if let Some(letter) = letters(kind).first() {
                fields.insert("letter".into(), Rc::from(*letter));
            }
            if kind == CatalogueRow::Index {
                let key = Key::new(Rc::clone(name), schema.naming().namespace(namespace.map(|name| Ident::new(Rc::clone(name))).as_ref()));
                if let Some(home) = schema.tables_with_index(&key).first() {
                    fields.insert("table".into(), Rc::clone(&home.name));
                }
            }
            Ok((vec![fields], why))
        }
    }
}

/// Rows that belong to a table, which must be named unless everything is known.
fn of_table(
    schema: &Schema,
    conditions: &[Condition],
    name: Option<Rc<str>>,
    word: &str,
    has: impl Fn(&Table, &Rc<str>) -> Answer,
) -> Result<(Vec<Fields>, Why), Box<Refusal>> {
    let namespace = one(conditions, "schema");
    let Some(table) = one(conditions, "table") else { return Err(everything(schema)) };
    let named = TableName { schema: namespace.as_deref().map(Ident::new), name: Ident::new(Rc::clone(&table)) };
    match schema.has_table(&named) {
        Answer::Unknown(why) => return Err(Box::new(Refusal::existence("table", &table, why))),
        Answer::No(why) => return Ok((Vec::new(), why)),
        Answer::Yes(_) => {}
    }
    let Some(found) = schema.table(&named) else { return Err(everything(schema)) };
    if name.is_none() && word == "index" && schema.rules().pragmas && super::pragma::has_unnamed_indexes(&found) {
        return Err(everything(schema));
    }
    let sure = name.as_ref().map(|name| has(&found, name));
    match (&sure, found.knowledge.why()) {
        (Some(Answer::Unknown(why)), _) | (None, Some(why)) => {
            return Err(Box::new(Refusal::definition(&format!("every {word}"), &table, why.clone())));
        }
        _ => {}
    }
    let why = sure.map_or_else(|| found.made.clone(), |answer| answer.why().clone());
    Ok((parts(schema, &found, &table, namespace.as_ref(), word), why))
}

fn parts(schema: &Schema, table: &Table, name: &Rc<str>, namespace: Option<&Rc<str>>, word: &str) -> Vec<Fields> {
    let base = || {
        let mut fields = Fields::new();
        fields.insert("table".into(), Rc::clone(name));
        fields.insert("schema".into(), namespace.cloned().unwrap_or_else(|| Rc::clone(&schema.rules().default_schema)));
        fields
    };
    let definition = &table.definition;
    match word {
        "column" => definition
            .columns
            .iter()
            .map(|column| {
                let mut fields = base();
                fields.insert("name".into(), Rc::clone(&column.name.text));
                fields.insert("nullable".into(), if column.nullable { "YES".into() } else { "NO".into() });
                fields
            })
            .collect(),
        "constraint" => definition
            .constraints
            .iter()
            .filter_map(|constraint| {
                let mut fields = base();
                fields.insert("name".into(), constraint.name.as_ref()?.text().into());
                let (kind, letter) = kind_of(&constraint.kind);
                fields.insert("kind".into(), kind.into());
                fields.insert("letter".into(), letter.into());
                Some(fields)
            })
            .collect(),
        _ => index_names(schema, table)
            .map(|name| {
                let mut fields = base();
                fields.insert("name".into(), name);
                fields
            })
            .collect(),
    }
}

/// The indexes of a table, those behind its constraints among them.
fn index_names<'a>(schema: &'a Schema, table: &'a Table) -> impl Iterator<Item = Rc<str>> + 'a {
    let behind = |kind: &ConstraintKind| !matches!(kind, ConstraintKind::ForeignKey(_) | ConstraintKind::Check { .. });
    let constraints = table.definition.constraints.iter().filter(move |one| schema.rules().constraint_indexes && behind(&one.kind));
    let own = table.definition.indexes.iter().map(|index| index.name.as_ref());
    own.chain(constraints.map(|one| one.name.as_ref())).flatten().map(|name| name.text().into())
}

fn kind_of(kind: &ConstraintKind) -> (&'static str, &'static str) {
    match kind {
        ConstraintKind::PrimaryKey { .. } => ("PRIMARY KEY", "p"),
        ConstraintKind::Unique { .. } => ("UNIQUE", "u"),
        ConstraintKind::ForeignKey(_) => ("FOREIGN KEY", "f"),
        ConstraintKind::Check { .. } => ("CHECK", "c"),
        ConstraintKind::Exclude { .. } => ("EXCLUDE", "x"),
    }
}

/// The refusal to list what is not named.
fn everything(schema: &Schema) -> Box<Refusal> {
    let why = schema.not_listed().why().clone();
    Box::new(Refusal { unknown: "everything that this query may find".to_owned(), object: String::new(), why, existence: false })
}
