//! The table that a rebuild starts from: as the database has stored it, and an inspector would give it.

use std::rc::Rc;

use super::super::place::Placed;
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::naming::{Named, NamedColumn, NamingConvention, Subject};
use crate::model::{Autoincrement, Column, Computed, Constraint, ConstraintKind, Name, ServerDefault, SqlExpr, Table, Type, TypeParam};
use crate::schema::Schema;
use crate::sql::{default, type_text};

/// A table with the types, defaults and order of indexes that reflection gives, and with all that it would lose: counting
/// keys, collations, checks without a name, indexes on expressions.
///
/// Mirrors `Table(…, autoload_with=…)` as `BatchOperationsImpl.flush` calls it.
///
/// # Errors
/// A type or default that the dialect can't say.
pub fn stored(table: &Table, schema: &Schema, dialect: &Dialect) -> Result<Table, Diagnostic> {
    let mut stored = table.clone();
    for column in &mut stored.columns {
        let column = Rc::make_mut(column);
        column.ty = stored_type(column, schema, dialect)?;
        column.server_default = stored_default(column.server_default.take(), dialect)?;
        (column.unique, column.index) = (false, false);
        (column.key, column.sequence) = (None, None);
        column.autoincrement = Autoincrement::Auto;
    }
    stored.constraints.iter_mut().for_each(stored_constraint);
    stored.indexes.sort_by(|one, other| index_name(&one.name).cmp(index_name(&other.name)));
    Ok(stored)
}

/// Names are final, actions are words in capitals. A check without a name can't be told from one of a type, so which it is stays.
fn stored_constraint(constraint: &mut Constraint) {
    constraint.type_bound &= constraint.name.is_none();
    constraint.name = constraint.name.take().map(|name| Name::Conventional(name.text().into()));
    constraint.initially = constraint.initially.take().map(|initially| initially.to_uppercase().into());
    if let ConstraintKind::ForeignKey(rule) = &mut constraint.kind {
        for action in [&mut rule.ondelete, &mut rule.onupdate] {
            *action = action.take().map(|action| action.to_uppercase()).filter(|action| action != "NO ACTION").map(Rc::from);
        }
    }
}

fn index_name(name: &Option<Name>) -> &str {
    name.as_ref().map_or("", Name::text)
}

fn stored_type(column: &Column, schema: &Schema, dialect: &Dialect) -> Result<Rc<Type>, Diagnostic> {
    if column.ty.affinity() == crate::model::expr::Affinity::Null {
        return Ok(Rc::clone(&column.ty));
    }
    // The collation is the column's there, and no part of the type's text.
    let mut bare = (*column.ty).clone();
    let collation = bare.params.shift_remove("collation").filter(|value| matches!(value, TypeParam::Value(_)));
    let text = type_text(&bare, dialect).map_err(|problem| problem.here(column.place))?;
    let mut ty = schema.stored_type(&text);
    if let Some(collation) = collation {
        ty.params.insert("collation".into(), collation);
    }
    Ok(Rc::new(ty))
}

fn stored_default(default: Option<ServerDefault>, dialect: &Dialect) -> Result<Option<ServerDefault>, Diagnostic> {
    match &default {
        Some(ServerDefault::Text(_) | ServerDefault::Expr(_)) => {
            let text = default::stored_text(default.as_ref(), dialect)?;
            Ok(text.map(|text| ServerDefault::Expr(Rc::new(SqlExpr::Text(text.into())))))
        }
        Some(ServerDefault::Computed(computed)) => {
            let persisted = Some(computed.persisted == Some(true));
            Ok(Some(ServerDefault::Computed(Rc::new(Computed { persisted, ..Computed::clone(computed) }))))
        }
        _ => Ok(default),
    }
}

/// Puts columns and constraints in the place of those that were reflected, and new ones last, as in
/// `Table(…, *reflect_args, autoload_with=…)`.
pub fn override_parts(table: &mut Table, overrides: &Table) {
    for own in &overrides.columns {
        match table.columns.iter_mut().find(|column| column.name.text == own.name.text) {
            Some(column) => *column = own.clone(),
            None => table.columns.push(own.clone()),
        }
    }
    for constraint in &overrides.constraints {
        let known = |other: &Constraint| other.kind == constraint.kind || (other.name.is_some() && other.name == constraint.name);
        if !matches!(constraint.kind, ConstraintKind::PrimaryKey { .. }) && !table.constraints.iter().any(known) {
            table.constraints.push(constraint.clone());
        }
    }
}

/// Names what has none by a convention, as `naming_convention=` of `batch_alter_table` asks for.
pub fn name_by(convention: &NamingConvention, table: &mut Table) {
    let name = table.name.clone();
    for constraint in table.constraints.iter_mut().filter(|constraint| constraint.name.is_none()) {
        constraint.name = conventional(convention, &name, constraint);
    }
}

fn conventional(convention: &NamingConvention, table: &crate::model::TableName, constraint: &Constraint) -> Option<Name> {
    let (columns, referred): (&[_], _) = match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => (columns, None),
        ConstraintKind::ForeignKey(rule) => (&rule.columns, Some(rule)),
        ConstraintKind::Check { .. } | ConstraintKind::Exclude { .. } => (&[], None),
    };
    let columns: Vec<NamedColumn> = columns.iter().map(|column| NamedColumn::new(Rc::clone(&column.text))).collect();
    let referred_columns: Vec<Rc<str>> =
        referred.iter().flat_map(|rule| &rule.referred_columns).map(|column| Rc::clone(&column.text)).collect();
    let subject = Subject {
        kind: Named::of(&constraint.kind)?,
        name: None,
        table,
        columns: &columns,
        referred_table: referred.map(|rule| &*rule.referred_table.name.text),
        referred_columns: &referred_columns,
    };
    convention.name::<()>(subject, &mut |_| Err(())).ok().flatten()
}
