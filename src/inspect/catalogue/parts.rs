//! The rows of what belongs to a table: its columns, constraints, keys and indexes.

use std::rc::Rc;

use super::super::Refusal;
use super::condition::Condition;
use super::rows::{Asked, Fields};
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, Name};
use crate::schema::{Reason, Schema, Table, Why};
use crate::source::Span;

impl Asked<'_> {
    /// The rows of a table's parts of a kind, whether they are asked for or not.
    pub(super) fn parts(&self, table: &Table, word: &str) -> Result<Vec<Fields>, Box<Refusal>> {
        let definition = &table.definition;
        let base = || {
            let mut fields = Fields::new();
            fields.insert("table".into(), Rc::clone(&definition.name.name.text));
            let own = definition.name.schema.as_ref().map(|schema| Rc::clone(&schema.text));
            fields.insert("schema".into(), self.one("schema").or(own).unwrap_or_else(|| Rc::clone(&self.schema.rules().default_schema)));
            fields
        };
        Ok(match word {
            "column" => definition
                .columns
                .iter()
                .enumerate()
                .map(|(at, column)| {
                    let mut fields = base();
                    fields.insert("name".into(), Rc::clone(&column.name.text));
                    if !table.gaps_of(self.schema.naming(), &column.name).nullable {
                        fields.insert("nullable".into(), if column.nullable { "YES".into() } else { "NO".into() });
                    }
                    fields.insert("position".into(), (at + 1).to_string().into());
                    fields
                })
                .collect(),
            "constraint" => {
                self.check_not_null(table, base())?;
                let mut rows = Vec::new();
                for constraint in self.schema.constraints_of(table) {
                    rows.extend(self.constraint(table, &constraint, base())?);
                }
                rows
            }
            "key" => {
                let mut rows = Vec::new();
                for constraint in self.schema.constraints_of(table) {
                    rows.extend(self.constraint(table, &constraint, base())?.iter().flat_map(|fields| keys(&constraint, fields)));
                }
                rows
            }
            _ => index_names(self.schema, table)
                .map(|name| {
                    let mut fields = base();
                    fields.insert("name".into(), name);
                    fields.insert("letter".into(), "i".into());
                    fields
                })
                .collect(),
        })
    }

    /// The row of a constraint, whose name must be known if it may be asked for.
    fn constraint(&self, table: &Table, constraint: &Constraint, mut fields: Fields) -> Result<Option<Fields>, Box<Refusal>> {
        let (kind, letter) = kind_of(&constraint.kind);
        fields.insert("kind".into(), kind.into());
        fields.insert("letter".into(), letter.into());
        if let ConstraintKind::ForeignKey(rule) = &constraint.kind {
            fields.insert("referred_table".into(), Rc::clone(&rule.referred_table.name.text));
            fields.insert("referred_schema".into(), self.schema.naming().namespace(rule.referred_table.schema.as_ref()));
        }
        if self.only.is_some_and(|only| only != kind) {
            return Ok(None);
        }
        let primary = self.catalogue.primary_key.as_deref().filter(|_| letter == "p");
        match primary.or(constraint.name.as_ref().map(Name::text)) {
            Some(name) => {
                fields.insert("name".into(), name.into());
                Ok(Some(fields))
            }
            None if self.may_be_asked_for(&fields) => Err(nameless(table, constraint.place)),
            None => Ok(None),
        }
    }

    /// Whether a row is as it must be, but for its name and what only its columns say.
    fn may_be_asked_for(&self, fields: &Fields) -> bool {
        let said = |condition: &&Condition| matches!(&*condition.field, "table" | "schema" | "kind" | "letter" | "referred_table");
        self.conditions.iter().filter(said).all(|condition| condition.meets(fields))
    }

    /// Refuses to list what stands for `NOT NULL`, whose names have numbers that only the database knows.
    fn check_not_null(&self, table: &Table, mut fields: Fields) -> Result<(), Box<Refusal>> {
        let Some(letter) = self.catalogue.not_null.as_ref().filter(|_| self.only.is_none()) else { return Ok(()) };
        fields.insert("kind".into(), "CHECK".into());
        fields.insert("letter".into(), letter.as_str().into());
        let column = table.definition.columns.iter().find(|column| !column.nullable);
        match column.filter(|_| self.one("name").is_none() && self.may_be_asked_for(&fields)) {
            Some(column) => Err(nameless(table, column.place)),
            None => Ok(()),
        }
    }
}

fn nameless(table: &Table, place: Span) -> Box<Refusal> {
    Box::new(Refusal::definition("the name of a constraint", &table.definition.name.name.text, Why::new(place, Reason::Made)))
}

/// A row for each column of a key: its name, and the column that it refers to; `used_table` and `used_column` are what the
/// constraint uses, for a foreign key those of the other table.
fn keys(constraint: &Constraint, base: &Fields) -> Vec<Fields> {
    let row = |at: usize, column: &Ident, rule: Option<&ForeignKeyRule>| {
        let mut fields = base.clone();
        fields.insert("column".into(), Rc::clone(&column.text));
        fields.insert("position".into(), (at + 1).to_string().into());
        let referred = rule.and_then(|rule| rule.referred_columns.get(at));
        if let Some(referred) = referred {
            fields.insert("referred_column".into(), Rc::clone(&referred.text));
        }
        fields.insert("used_column".into(), Rc::clone(&referred.unwrap_or(column).text));
        let used = base.get("referred_table").or_else(|| base.get("table")).cloned();
        used.into_iter().for_each(|table| drop(fields.insert("used_table".into(), table)));
        let used = base.get("referred_schema").or_else(|| base.get("schema")).cloned();
        used.into_iter().for_each(|schema| drop(fields.insert("used_schema".into(), schema)));
        fields
    };
    let (columns, rule) = match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => (columns, None),
        ConstraintKind::ForeignKey(rule) => (&rule.columns, Some(rule)),
        _ => return Vec::new(),
    };
    columns.iter().enumerate().map(|(at, column)| row(at, column, rule.map(|rule| &**rule))).collect()
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
