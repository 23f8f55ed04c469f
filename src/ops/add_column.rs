//! `op.add_column`.

use std::rc::Rc;

use super::add_constraint::AddConstraint;
use super::binder::Binder;
use super::change::Change;
use super::column_comment::ColumnComment;
use super::create_index::CreateIndex;
use super::rebuild::ColumnPosition;
use super::signatures;
use crate::eval::{Args, Unwind, Value};
use crate::model::{Column, Constraint, ConstraintKind, SqlExpr, Table, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// A column added at the end of a table (`DefaultImpl.add_column`).
#[derive(Clone, Debug)]
pub struct AddColumn {
    pub table: TableName,
    pub column: Rc<Column>,
    pub if_not_exists: bool,
    pub inline_references: bool,
    pub inline_primary_key: bool,
    /// The foreign keys that are added after the column: one that refers does not count by itself.
    pub references: Rc<[Constraint]>,
    /// What a rebuild puts into the rows that are there.
    pub fill: Option<Filled>,
    pub place: Span,
}

/// What `default=` of a new column puts into the rows that are there (`Insert.from_select`).
#[derive(Clone, Debug)]
pub struct Filled {
    /// The value; why it is not known, where it is not.
    pub value: Result<SqlExpr, Rc<str>>,
    /// Whether the program makes it: Alembic has none offline.
    pub of_program: bool,
}

impl AddColumn {
    /// Binds a call: the column, then what it brings along, and where a rebuild is to put it.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<(Vec<Change>, ColumnPosition), Unwind> {
        let fields = binder.fields(&signatures::ADD_COLUMN, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let column = fields.known(binder, "column")?.map_or(Value::None, |arg| arg.value);
        let (name, schema) = binder.table_values(&table);
        let (_, built) = binder.schema_table(name, schema, vec![column], Vec::new())?;
        let inline_references = fields.flag(binder, "inline_references")?.unwrap_or(false);
        let inline_primary_key = fields.flag(binder, "inline_primary_key")?.unwrap_or(false);
        let if_not_exists = fields.flag(binder, "if_not_exists")?.unwrap_or(false);
        let position =
            ColumnPosition { before: fields.optional_text(binder, "insert_before")?, after: fields.optional_text(binder, "insert_after")? };
        let Some(mut column) = built.columns.first().cloned() else { return Ok((Vec::new(), position)) };
        let place = binder.place;
        let mut references: Vec<Constraint> = built.constraints.iter().filter(|constraint| is_foreign_key(constraint)).cloned().collect();
        let inline_references = inline_references && references.len() == 1;
        if inline_references {
            Rc::make_mut(&mut column).constraints.append(&mut references);
        }
        let references = references.into();
        let mut changes = vec![
            Self {
                table: table.clone(),
                column: Rc::clone(&column),
                if_not_exists,
                inline_references,
                inline_primary_key,
                references,
                fill: None,
                place,
            }
            .into(),
        ];
        changes.extend(brought_along(&built, &table, inline_references, place));
        if column.comment.is_some() && binder.dialect.spec().features.comments && !binder.dialect.spec().features.inline_comments {
            changes.push(ColumnComment { table, column, place }.into());
        }
        Ok((changes, position))
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.add_column(&self.table, &self.column, self.if_not_exists, self.place)
    }

    /// Its one statement.
    pub fn lower(&self) -> Vec<Stmt> {
        let mut column = Rc::clone(&self.column);
        if !self.references.is_empty() {
            Rc::make_mut(&mut column).constraints.extend(self.references.iter().cloned());
        }
        vec![Stmt::AddColumn {
            table: self.table.clone(),
            column,
            if_not_exists: self.if_not_exists,
            inline_references: self.inline_references,
            inline_primary_key: self.inline_primary_key,
        }]
    }
}

fn is_foreign_key(constraint: &Constraint) -> bool {
    matches!(constraint.kind, ConstraintKind::ForeignKey(_))
}

/// Constraints and indexes that the column brings, but for the primary key and for what stands in the column itself.
fn brought_along(built: &Table, table: &TableName, inline_references: bool, place: Span) -> Vec<Change> {
    let inline = |constraint: &&Constraint| inline_references && is_foreign_key(constraint);
    let constraints = built.constraints.iter().filter(|constraint| !matches!(constraint.kind, ConstraintKind::PrimaryKey { .. }));
    let constraints = constraints
        .filter(|constraint| !inline(constraint))
        .map(|constraint| Change::from(AddConstraint { table: table.clone(), constraint: Rc::new(constraint.clone()), place }));
    let indexes = built.indexes.iter().map(|index| CreateIndex { index: Rc::new(index.clone()), if_not_exists: false, place }.into());
    constraints.chain(indexes).collect()
}
