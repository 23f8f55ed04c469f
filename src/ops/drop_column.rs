//! `op.drop_column`.

use super::binder::Binder;
use super::change::Change;
use super::signatures;
use crate::dialect::Dialect;
use crate::eval::{Args, Unwind};
use crate::model::{Ident, OptionValue, Options, TableName};
use crate::schema::{Effect, Schema};
use crate::source::Span;
use crate::sql::{ColumnConstraint, Stmt};

/// A column dropped (`DefaultImpl.drop_column`).
#[derive(Clone, Debug)]
pub struct DropColumn {
    pub table: TableName,
    pub column: Ident,
    pub if_exists: bool,
    pub options: Options,
    pub place: Span,
}

impl DropColumn {
    /// Binds a call.
    ///
    /// # Errors
    /// Where an argument is not what the operation takes, or not known.
    pub fn bind(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
        let mut fields = binder.fields(&signatures::DROP_COLUMN, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let column = fields.ident(binder, "column_name")?;
        let if_exists = fields.flag(binder, "if_exists")?.unwrap_or(false);
        fields.bound.extra.retain(|(keyword, _)| keyword.starts_with(&format!("{}_", binder.dialect.option_prefix())));
        let options = fields.options(binder, "drop_column")?;
        Ok(vec![Self { table, column, if_exists, options, place: binder.place }.into()])
    }

    /// Writes the change into the replayed schema.
    pub fn apply(&self, schema: &mut Schema) -> Effect {
        schema.drop_column(&self.table, &self.column, self.if_exists, false, self.place)
    }

    /// Its statement, and before it those that drop what stands on the column, where the options ask for that.
    pub fn lower(&self, dialect: &Dialect) -> Vec<Stmt> {
        let wanted = |kind: &&ColumnConstraint| {
            self.options
                .iter()
                .any(|(keyword, value)| dialect.own_option(keyword) == Some(option(**kind)) && *value == OptionValue::Bool(true))
        };
        let first = KINDS.iter().filter(wanted);
        let dropped = first.map(|kind| Stmt::DropColumnConstraint { table: self.table.clone(), column: self.column.clone(), kind: *kind });
        let column = Stmt::DropColumn { table: self.table.clone(), column: self.column.clone(), if_exists: self.if_exists };
        dropped.chain([column]).collect()
    }
}

const KINDS: [ColumnConstraint; 3] = [ColumnConstraint::Default, ColumnConstraint::Check, ColumnConstraint::ForeignKey];

/// The option that asks for it, without the dialect's prefix.
fn option(kind: ColumnConstraint) -> &'static str {
    match kind {
        ColumnConstraint::Default => "drop_default",
        ColumnConstraint::Check => "drop_check",
        ColumnConstraint::ForeignKey => "drop_foreign_key",
    }
}
