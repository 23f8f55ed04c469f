//! Constraints as they stand in a table or behind `ADD`.

use super::expression;
use super::option;
use crate::diag::Diagnostic;
use crate::dialect::{Dialect, Phrase, unsupported};
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, Name, SqlExpr};
use crate::template::Fields;

/// A table constraint (`DDLCompiler.visit_primary_key_constraint` and its kin); nothing for a key without columns.
///
/// # Errors
/// What the dialect can't say, or a name that is too long.
pub fn table_constraint(constraint: &Constraint, dialect: &Dialect) -> Result<Option<String>, Diagnostic> {
    let text = match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } if columns.is_empty() => return Ok(None),
        ConstraintKind::PrimaryKey { columns } => key("primary_key", constraint, columns, dialect),
        ConstraintKind::Unique { columns } => key("unique", constraint, columns, dialect),
        ConstraintKind::ForeignKey(rule) => foreign_key("foreign_key", constraint, rule, dialect),
        ConstraintKind::Check { condition } => check(constraint, condition, true, dialect),
        ConstraintKind::Exclude { .. } => exclude(constraint, dialect),
    };
    text.map(Some).map_err(|error| error.label(constraint.place, "this constraint"))
}

/// A check behind its column; dialect options do not reach it (`DDLCompiler.visit_column_check_constraint`).
///
/// # Errors
/// As [`table_constraint`].
pub fn column_check(constraint: &Constraint, dialect: &Dialect) -> Result<String, Diagnostic> {
    match &constraint.kind {
        ConstraintKind::Check { condition } => check(constraint, condition, false, dialect),
        _ => Ok(String::new()),
    }
}

/// A foreign key behind its column, for `add_column(inline_references=True)`.
///
/// # Errors
/// As [`table_constraint`].
pub fn references(constraint: &Constraint, rule: &ForeignKeyRule, dialect: &Dialect) -> Result<String, Diagnostic> {
    foreign_key("references", constraint, rule, dialect)
}

fn key(kind: &'static str, constraint: &Constraint, columns: &[Ident], dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = common(constraint, dialect)?;
    fields.set("columns", list(columns, dialect));
    option::set_fields(&mut fields, &constraint.options, kind, dialect)?;
    dialect.sentence(kind, &fields)
}

fn foreign_key(kind: &'static str, constraint: &Constraint, rule: &ForeignKeyRule, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = common(constraint, dialect)?;
    let referred = if rule.referred_columns.is_empty() { &rule.columns } else { &rule.referred_columns };
    fields.set("columns", list(&rule.columns, dialect));
    fields.set("referred_table", dialect.table(&rule.referred_table));
    fields.set("referred_table_only", dialect.quote(&rule.referred_table.name).into_owned());
    if rule.r#match.is_some() && !dialect.spec().features.foreign_key_match {
        return Err(unsupported(dialect, "`MATCH` in a foreign key, which it would ignore together with `ON UPDATE` and `ON DELETE`"));
    }
    fields.set("referred_columns", list(referred, dialect));
    set_phrase(&mut fields, "match", Phrase::Keywords, rule.r#match.as_deref(), dialect)?;
    set_phrase(&mut fields, "on_delete", Phrase::OnDelete, rule.ondelete.as_deref(), dialect)?;
    set_phrase(&mut fields, "on_update", Phrase::Keywords, rule.onupdate.as_deref(), dialect)?;
    if kind == "foreign_key" {
        option::set_fields(&mut fields, &constraint.options, kind, dialect)?;
    }
    dialect.sentence(kind, &fields)
}

fn check(constraint: &Constraint, condition: &SqlExpr, of_table: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = common(constraint, dialect)?;
    fields.set("condition", expression::ddl(condition, dialect)?);
    if of_table {
        option::set_fields(&mut fields, &constraint.options, "check", dialect)?;
    }
    dialect.sentence("check", &fields)
}

/// `EXCLUDE USING …` (`PGDDLCompiler.visit_exclude_constraint`).
fn exclude(constraint: &Constraint, dialect: &Dialect) -> Result<String, Diagnostic> {
    let ConstraintKind::Exclude { elements, using, r#where, ops } = &constraint.kind else {
        return Ok(String::new());
    };
    let mut texts = Vec::with_capacity(elements.len());
    for (element, operator) in elements {
        let suffix = expression::key(element).and_then(|key| ops.iter().find(|(name, _)| **name == *key));
        let suffix = suffix.map_or(String::new(), |(_, class)| format!(" {class}"));
        texts.push(format!("{}{suffix} WITH {operator}", expression::ddl(element, dialect)?));
    }
    let mut fields = common(constraint, dialect)?;
    fields.set("method", dialect.phrase(Phrase::IndexUsing, using)?.to_lowercase());
    fields.set("elements", texts.join(", "));
    if let Some(condition) = r#where {
        fields.set("condition", expression::statement(condition, dialect)?);
    }
    dialect.sentence("exclude", &fields)
}

/// What every constraint may have: a name, and when it is checked.
fn common<'a>(constraint: &Constraint, dialect: &Dialect) -> Result<Fields<'a>, Diagnostic> {
    let mut fields = Fields::new();
    if let Some(name) = &constraint.name
        && !matches!(name, Name::DatabaseMade(_))
    {
        fields.set("constraint_name", dialect.constraint_name(name)?);
    }
    fields.set("deferrable", constraint.deferrable == Some(true));
    fields.set("not_deferrable", constraint.deferrable == Some(false));
    set_phrase(&mut fields, "initially", Phrase::Keywords, constraint.initially.as_deref(), dialect)?;
    Ok(fields)
}

fn set_phrase(
    fields: &mut Fields<'_>,
    name: &'static str,
    phrase: Phrase,
    text: Option<&str>,
    dialect: &Dialect,
) -> Result<(), Diagnostic> {
    if let Some(text) = text {
        fields.set(name, dialect.phrase(phrase, text)?);
    }
    Ok(())
}

/// Names with commas between.
pub fn list(names: &[Ident], dialect: &Dialect) -> String {
    let names: Vec<_> = names.iter().map(|name| dialect.quote(name)).collect();
    names.join(", ")
}
