//! What a database that alters little does with a change outside of `batch_alter_table`.

use super::super::alter_column::AlterColumn;
use super::super::change::Change;
use super::parts::stands_on;
use crate::dialect::{Since, Version};
use crate::model::{Column, ConstraintKind, Ident, ServerDefault, SqlExpr, TableName};
use crate::schema::Schema;

/// How a change is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// By the statement that Alembic prints.
    Alter,
    /// Alembic says nothing, but for a warning.
    Skip,
    /// The table is made anew: Alembic refuses, or prints what the database refuses.
    Rebuild,
}

impl Need {
    /// How a change is made.
    pub fn of(change: &Change, schema: &Schema, database: &Database<'_>) -> Self {
        // Who names a version wants what it takes.
        let hardened = database.hardened || database.version.is_some();
        match change {
            Change::AddConstraint(_) | Change::DropConstraint(_) | Change::AlterColumn(_)
                if database.alters_checks() && is_of_checks(change, schema) =>
            {
                Self::Alter
            }
            Change::AlterColumn(alter) if alter.name.is_some() && !database.has(|since| &since.rename_column) => Self::Rebuild,
            Change::DropColumn(_) if !database.has(|since| &since.drop_column) => Self::Rebuild,
            Change::AddConstraint(add) if add.constraint.type_bound && !hardened => Self::Skip,
            Change::DropConstraint(drop) if drop.type_bound && !hardened => Self::Skip,
            Change::AddConstraint(_) | Change::DropConstraint(_) => Self::Rebuild,
            Change::AlterColumn(alter) if hardened && does_more_than_rename(alter) => Self::Rebuild,
            Change::AddColumn(add) if hardened && !can_be_added(&add.column) => Self::Rebuild,
            Change::DropColumn(drop) if hardened && stands_in_use(schema, &drop.table, &drop.column) => Self::Rebuild,
            _ => Self::Alter,
        }
    }
}

/// The database that a script is written for.
pub struct Database<'a> {
    pub since: &'a Since,
    pub version: Option<&'a Version>,
    /// Whether what it refuses is not to be printed, though Alembic prints it.
    pub hardened: bool,
}

impl Database<'_> {
    /// Whether it can do something; without a version, as Alembic assumes.
    fn has(&self, since: impl Fn(&Since) -> &String) -> bool {
        self.version.is_none_or(|version| version.has(since(self.since)))
    }

    fn alters_checks(&self) -> bool {
        self.version.is_some_and(|version| version.has(&self.since.alter_checks))
    }
}

/// Whether a change is of a check or of `NOT NULL`, and of nothing else.
fn is_of_checks(change: &Change, schema: &Schema) -> bool {
    match change {
        Change::AddConstraint(add) => matches!(add.constraint.kind, ConstraintKind::Check { .. }),
        Change::DropConstraint(drop) => drop.name.as_ref().is_some_and(|name| {
            let table = schema.table(&drop.table);
            let known = table.as_ref().and_then(|table| {
                table.definition.constraints.iter().find(|known| known.name.as_ref().is_some_and(|known| known.text() == name.text()))
            });
            known.is_some_and(|known| matches!(known.kind, ConstraintKind::Check { .. }))
        }),
        Change::AlterColumn(alter) => alter.nullable.is_some() && alter.ty.is_none() && alter.server_default.is_none(),
        _ => false,
    }
}

fn does_more_than_rename(alter: &AlterColumn) -> bool {
    alter.ty.is_some() || alter.nullable.is_some() || alter.server_default.is_some()
}

/// Whether a column can stand behind rows that are there already.
fn can_be_added(column: &Column) -> bool {
    if column.primary_key || column.unique {
        return false;
    }
    match &column.server_default {
        None => column.nullable,
        Some(ServerDefault::Text(_)) => true,
        Some(ServerDefault::Expr(expression)) => is_constant(expression),
        Some(ServerDefault::Computed(computed)) => computed.persisted != Some(true),
        Some(ServerDefault::Identity(_) | ServerDefault::Fetched) => false,
    }
}

/// Whether a default is the same for every row: a literal, not the clock and not an expression.
fn is_constant(expression: &SqlExpr) -> bool {
    match expression {
        SqlExpr::Text(text) => {
            let text = text.trim();
            !text.to_ascii_lowercase().starts_with("current_") && !text.contains('(')
        }
        SqlExpr::True | SqlExpr::False | SqlExpr::Null | SqlExpr::Bind(_) => true,
        _ => false,
    }
}

/// Whether a key, constraint or index stands on a column, so that the database does not let go of it.
pub fn stands_in_use(schema: &Schema, table: &TableName, column: &Ident) -> bool {
    let Some(table) = schema.table(table) else { return false };
    let names = |columns: &[Ident]| columns.iter().any(|known| known.text == column.text);
    let mentions = |expression: &SqlExpr| super::condition_names(expression, column);
    let constraints = table.definition.constraints.iter().any(|constraint| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => names(columns),
        ConstraintKind::ForeignKey(rule) => names(&rule.columns),
        ConstraintKind::Check { condition } => mentions(condition),
        ConstraintKind::Exclude { .. } => false,
    });
    let indexes = table.definition.indexes.iter().any(|index| stands_on(index, column));
    let computed = table.definition.columns.iter().any(|other| match &other.server_default {
        Some(ServerDefault::Computed(computed)) => mentions(&computed.expression),
        _ => false,
    });
    constraints || indexes || computed
}
