//! `get_pk_constraint`, `get_foreign_keys`, `get_unique_constraints`, `get_check_constraints`.

use std::rc::Rc;

use super::Window;
use super::defaults::strip_parentheses;
use super::shape::{dictionary, entries, optional, texts};
use crate::eval::Value;
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, Name, OptionValue};
use crate::schema::{Schema, Table};

/// The constraints of a table that `pick` takes, in the order in which the database lists them.
pub fn listed<'a>(schema: &Schema, table: &'a Table, pick: impl Fn(&ConstraintKind) -> bool) -> Vec<&'a Constraint> {
    let mut found: Vec<&Constraint> = table.definition.constraints.iter().filter(|constraint| pick(&constraint.kind)).collect();
    if schema.rules().shapes.parts_by_name {
        found.sort_by_key(|constraint| constraint.name.as_ref().map(|name| name.text().to_owned()));
    }
    found
}

/// The dictionary of the primary key, also where there is none.
pub fn primary_key(schema: &Schema, table: &Table) -> Value {
    let shapes = &schema.rules().shapes;
    let found = table.definition.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => Some((constraint, columns)),
        _ => None,
    });
    let Some((constraint, columns)) = found else {
        return dictionary(&shapes.no_primary_key, |key| (key == "constrained_columns").then(|| Value::list(Vec::new())));
    };
    dictionary(&shapes.primary_key, |key| match key {
        "constrained_columns" => Some(names(columns)),
        _ => common(schema, constraint, key, "primary_key"),
    })
}

/// The dictionary of a foreign key.
pub fn foreign_key(schema: &Schema, constraint: &Constraint, rule: &ForeignKeyRule, asked_schema: bool) -> Value {
    let rules = schema.rules();
    let default = |name: &&Ident| *name.text == *rules.default_schema && !asked_schema;
    dictionary(&rules.shapes.foreign_key, |key| match key {
        "constrained_columns" => Some(names(&rule.columns)),
        "referred_schema" => {
            let referred = rule.referred_table.schema.as_ref().filter(|name| !default(name));
            Some(optional(referred.map(|name| &name.text)))
        }
        "referred_table" => Some(Value::Str(Rc::clone(&rule.referred_table.name.text))),
        "referred_columns" => Some(names(&rule.referred_columns)),
        "options" => Some(foreign_key_options(constraint, rule)),
        _ => common(schema, constraint, key, "foreign_key"),
    })
}

fn foreign_key_options(constraint: &Constraint, rule: &ForeignKeyRule) -> Value {
    let action = |text: &Option<Rc<str>>| text.as_ref().map(|text| text.to_uppercase()).filter(|text| text != "NO ACTION").map(Value::str);
    let fields = [
        ("onupdate", action(&rule.onupdate)),
        ("ondelete", action(&rule.ondelete)),
        (
            "initially",
            constraint.initially.as_ref().map(|text| Value::str(text.to_uppercase())).filter(|value| value.as_str() != Some("IMMEDIATE")),
        ),
        ("deferrable", constraint.deferrable.filter(|deferrable| *deferrable).map(Value::Bool)),
        ("match", rule.r#match.as_ref().map(|text| Value::str(text.to_uppercase())).filter(|value| value.as_str() != Some("SIMPLE"))),
    ];
    entries(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))))
}

/// The dictionaries of a table's unique constraints, those that indexes keep among them.
pub fn uniques(schema: &Schema, table: &Table) -> Vec<Value> {
    let mut found = schema.constraints_of(table);
    if schema.rules().shapes.parts_by_name {
        found.sort_by_key(|constraint| constraint.name.as_ref().map(|name| name.text().to_owned()));
    }
    let dictionary = |constraint: &Constraint| match &constraint.kind {
        ConstraintKind::Unique { columns } => Some(unique(schema, constraint, columns)),
        _ => None,
    };
    found.iter().filter_map(|constraint| dictionary(constraint)).collect()
}

/// The dictionary of a unique constraint.
pub fn unique(schema: &Schema, constraint: &Constraint, columns: &[Ident]) -> Value {
    dictionary(&schema.rules().shapes.unique, |key| match key {
        "column_names" => Some(names(columns)),
        _ => common(schema, constraint, key, "unique"),
    })
}

/// The dictionary of a check.
pub fn check(schema: &Schema, window: &dyn Window, constraint: &Constraint) -> Value {
    dictionary(&schema.rules().shapes.check, |key| match (key, &constraint.kind) {
        ("sqltext", ConstraintKind::Check { condition }) => {
            Some(window.expression(condition).map_or(Value::None, |text| Value::str(strip_parentheses(text.trim()))))
        }
        _ => common(schema, constraint, key, "check"),
    })
}

fn common(schema: &Schema, constraint: &Constraint, key: &str, kind: &str) -> Option<Value> {
    match key {
        "name" => Some(constraint.name.as_ref().map_or(Value::None, |name| Value::str(name.text()))),
        "duplicates_index" => Some(constraint.name.as_ref().map_or(Value::None, |name| Value::str(name.text()))),
        "comment" => Some(optional(constraint.comment.as_ref())),
        "dialect_options" => Some(options(schema, &constraint.options, kind)),
        _ => None,
    }
}

/// `dialect_options`: what was given, after what is always there.
pub fn options(schema: &Schema, given: &crate::model::Options, kind: &str) -> Value {
    let rules = schema.rules();
    let always = rules.shapes.always.get(kind).into_iter().flatten();
    entries(always.map(|option| {
        let keyword = format!("{}_{option}", rules.dialect);
        let value = match given.get(keyword.as_str()) {
            Some(value) => option_value(value),
            None if option == "include" => Value::list(Vec::new()),
            None => Value::Bool(false),
        };
        (keyword, value)
    }))
}

/// An option as a value.
pub fn option_value(option: &OptionValue) -> Value {
    match option {
        OptionValue::Bool(flag) => Value::Bool(*flag),
        OptionValue::Int(number) => Value::Int(*number),
        OptionValue::Float(number) => Value::Float(*number),
        OptionValue::Str(text) => Value::Str(Rc::clone(text)),
        OptionValue::List(items) => Value::list(items.iter().map(option_value).collect()),
        OptionValue::Map(map) => entries(map.iter().map(|(key, value)| (key.to_string(), option_value(value)))),
        OptionValue::None | OptionValue::Expr(_) => Value::None,
    }
}

/// Names as a list of texts.
pub fn names(columns: &[Ident]) -> Value {
    texts(columns.iter().map(|column| &column.text))
}

/// The name of a constraint as text.
pub fn name_text(name: Option<&Name>) -> Option<Rc<str>> {
    name.map(|name| name.text().into())
}
