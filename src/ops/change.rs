//! The changes that operations are made of: what Alembic's `DefaultImpl` has a method for.
//!
//! An operation becomes one change or several; `batch_alter_table` keeps them back until its block ends.

use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::TableName;
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::Stmt;

/// Makes the [`Change`] enum and its dispatch from one list.
macro_rules! changes {
    ($($variant:ident($module:ident),)*) => {
        /// One change to a schema.
        #[derive(Clone, Debug)]
        pub enum Change { $($variant(super::$module::$variant),)* }

        impl Change {
            /// Writes the change into the replayed schema.
            pub fn apply(&self, schema: &mut Schema) -> Effect {
                match self { $(Self::$variant(change) => change.apply(schema),)* }
            }

            /// Where the revision asks for it.
            pub fn place(&self) -> Span {
                match self { $(Self::$variant(change) => change.place,)* }
            }
        }

        $(impl From<super::$module::$variant> for Change {
            fn from(change: super::$module::$variant) -> Self {
                Self::$variant(change)
            }
        })*
    };
}

changes! {
    AddColumn(add_column),
    AddConstraint(add_constraint),
    AlterColumn(alter_column),
    ColumnComment(column_comment),
    CreateIndex(create_index),
    CreateTable(create_table),
    DropColumn(drop_column),
    DropConstraint(drop_constraint),
    DropIndex(drop_index),
    DropTable(drop_table),
    RenameTable(rename_table),
    TableComment(table_comment),
}

impl Change {
    /// The table that is altered; none where no table is, or the table as a whole.
    pub fn table(&self) -> Option<&TableName> {
        match self {
            Self::AddColumn(change) => Some(&change.table),
            Self::AddConstraint(change) => Some(&change.table),
            Self::AlterColumn(change) => Some(&change.table),
            Self::DropColumn(change) => Some(&change.table),
            Self::DropConstraint(change) => Some(&change.table),
            _ => None,
        }
    }

    /// Whether it is about a check that a type brings along, and no operation of its own.
    pub fn is_implied(&self) -> bool {
        match self {
            Self::AddConstraint(change) => change.constraint.type_bound,
            Self::DropConstraint(change) => change.type_bound,
            _ => false,
        }
    }

    /// The change with what the schema knows and the dialect needs to hear, where the revision does not say it.
    pub fn completed(&self, schema: &Schema, dialect: &Dialect) -> Option<Self> {
        match self {
            Self::AlterColumn(change) => change.completed(schema, dialect).map(Into::into),
            Self::DropConstraint(change) => change.completed(schema, dialect).map(Into::into),
            _ => None,
        }
    }

    /// The statements that make the change in a dialect.
    ///
    /// # Errors
    /// Where the dialect has no way to say it.
    pub fn lower(&self, dialect: &Dialect) -> Result<Vec<Stmt>, Diagnostic> {
        Ok(match self {
            Self::AlterColumn(change) => return change.lower(dialect),
            Self::CreateTable(change) => change.lower(dialect),
            Self::AddColumn(change) => change.lower(),
            Self::AddConstraint(change) => change.lower(),
            Self::ColumnComment(change) => change.lower(),
            Self::CreateIndex(change) => change.lower(),
            Self::DropColumn(change) => change.lower(dialect),
            Self::DropConstraint(change) => return change.lower(dialect),
            Self::DropIndex(change) => change.lower(),
            Self::DropTable(change) => change.lower(),
            Self::RenameTable(change) => change.lower(),
            Self::TableComment(change) => change.lower(),
        })
    }
}
