//! Constraints and indexes carried over to the new table, under its columns' new names.

use std::rc::Rc;

use super::changes::checks;
use super::{Rebuild, condition_names, is_primary_key};
use crate::diag::{Code, Diagnostic};
use crate::model::expr::rewrite;
use crate::model::{
    Column, Computed, Constraint, ConstraintKind, Ident, Index, IndexElement, Name, OptionValue, Options, ServerDefault, SqlExpr, TableName,
};

impl Rebuild {
    /// A constraint with its columns' new names; none where one of its columns is gone.
    ///
    /// # Errors
    /// A column that neither is nor was there.
    pub(super) fn transferred(&self, constraint: &Constraint) -> Result<Option<Constraint>, Diagnostic> {
        let mut copy = constraint.clone();
        copy.type_bound &= constraint.name.is_none() || !self.input.reflected;
        let kept = match &mut copy.kind {
            ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => self.rename_all(columns, constraint)?,
            ConstraintKind::ForeignKey(rule) => {
                if rule.referred_table == self.input.table.name {
                    for column in &mut rule.referred_columns {
                        *column = self.renamed(column).unwrap_or_else(|| column.clone());
                    }
                }
                self.rename_all(&mut rule.columns, constraint)?
            }
            ConstraintKind::Check { condition } => {
                let gone = self.gone().any(|column| checks(constraint, column));
                // `copy_from` gives a text that Alembic does not look into.
                let opaque = !self.input.reflected && matches!(**condition, SqlExpr::Text(_) | SqlExpr::TextClause(_));
                if !opaque {
                    self.rename_in(condition);
                }
                opaque || !gone
            }
            ConstraintKind::Exclude { .. } => true,
        };
        Ok(kept.then_some(copy))
    }

    /// A column that is computed from others under their new names.
    ///
    /// # Errors
    /// One of them is gone.
    pub(super) fn computed_anew(&self, column: &Column) -> Result<Column, Diagnostic> {
        let Some(ServerDefault::Computed(computed)) = &column.server_default else { return Ok(column.clone()) };
        if let Some(gone) = self.gone().find(|gone| condition_names(&computed.expression, gone)) {
            let message = format!("the column `{}` is computed from `{}`, which is dropped", column.name.text, gone.text);
            return Err(Diagnostic::error(Code::BadArgument, message)
                .label(self.input.place, "dropped here")
                .label(column.place, "computed from it")
                .help(format!("drop `{}` too, in the same block", column.name.text)));
        }
        let mut computed = Computed::clone(computed);
        self.rename_in(&mut computed.expression);
        Ok(Column { server_default: Some(ServerDefault::Computed(Rc::new(computed))), ..column.clone() })
    }

    /// The indexes that added columns bring to the new table while it has its temporary name, named after that.
    pub(super) fn flagged_indexes(&self, temporary: &TableName) -> Vec<Index> {
        let added = self.columns.values().filter(|new| new.column.index);
        let index = |column: &Column| Index {
            name: Some(Name::Conventional(format!("ix_{}_{}", temporary.name.text, column.name.text).into())),
            table: temporary.clone(),
            elements: vec![IndexElement::Column(column.name.clone())],
            unique: column.unique,
            options: Options::default(),
            place: self.input.place,
        };
        added.map(|new| index(&new.column)).collect()
    }

    /// The indexes that the table had, but for those that the schema knows to be on columns that are gone, and the new ones.
    ///
    /// # Errors
    /// A new index on a column that is not there.
    pub(super) fn all_indexes(&self, name: &TableName) -> Result<Vec<Index>, Diagnostic> {
        // Of a table that the revision gives, the rebuild writes them as they are.
        let gone = |index: &Index| self.input.reflected && self.gone().any(|column| stands_on(index, column));
        let mut all: Vec<Index> = self.indexes.values().filter(|index| !gone(index)).cloned().collect();
        for index in &self.new_indexes {
            for element in &index.elements {
                // Alembic knows a renamed column by its old name alone until the block ends.
                if let IndexElement::Column(column) = element
                    && (self.renamed(column).is_none() || !self.input.hardened && !self.columns.contains_key(&column.text))
                {
                    return Err(self.no_such("column", &column.text, index.place));
                }
            }
            all.push(index.clone());
        }
        for index in &mut all {
            index.table = name.clone();
            self.rename_index(index);
        }
        Ok(all)
    }

    fn rename_index(&self, index: &mut Index) {
        for element in &mut index.elements {
            match element {
                IndexElement::Column(column) => *column = self.renamed(column).unwrap_or_else(|| column.clone()),
                IndexElement::Expr(expression) => self.rename_in(expression),
            }
        }
        for value in index.options.values_mut() {
            if let OptionValue::Expr(expression) = value {
                self.rename_in(expression);
            }
        }
    }

    /// The columns that the table had and has no more.
    pub(super) fn gone(&self) -> impl Iterator<Item = &Ident> {
        self.input.table.columns.iter().map(|column| &column.name).filter(|name| !self.columns.contains_key(&name.text))
    }

    /// The name that a column has in the new table, found by its old name or its new one.
    fn renamed(&self, column: &Ident) -> Option<Ident> {
        let by_key = self.columns.get(&column.text);
        let new = by_key.or_else(|| self.columns.values().find(|new| new.column.name.text == column.text));
        new.map(|new| new.column.name.clone())
    }

    /// Gives columns their new names; says whether all are there, or is an error where an asked-for one never was.
    ///
    /// Alembic leaves a constraint out that names a column by the name it only gets: so do we, where its bytes are asked for.
    fn rename_all(&self, columns: &mut [Ident], constraint: &Constraint) -> Result<bool, Diagnostic> {
        for column in columns {
            match self.renamed(column) {
                Some(_) if !self.input.hardened && !self.columns.contains_key(&column.text) => return Ok(false),
                Some(renamed) => *column = renamed,
                None if self.gone().any(|gone| gone.text == column.text) || is_primary_key(constraint) => return Ok(false),
                None => return Err(self.no_such("column", &column.text, constraint.place)),
            }
        }
        Ok(true)
    }

    fn rename_in(&self, expression: &mut Rc<SqlExpr>) {
        for (old, new) in &self.columns {
            if **old != *new.column.name.text {
                *expression = Rc::new(rewrite::column_name(expression, old, &new.column.name));
            }
        }
    }
}

/// Whether an index is on a column, by an element or its condition.
pub(super) fn stands_on(index: &Index, column: &Ident) -> bool {
    let element = |element: &IndexElement| match element {
        IndexElement::Column(name) => name.text == column.text,
        IndexElement::Expr(expression) => condition_names(expression, column),
    };
    let option = |value: &OptionValue| matches!(value, OptionValue::Expr(expression) if condition_names(expression, column));
    index.elements.iter().any(element) || index.options.values().any(option)
}
