//! The changes of a batch, worked into the table that a rebuild makes (`ApplyBatchImpl`, its methods of the same names).

use std::rc::Rc;

use super::column::{ColumnPosition, NewColumn};
use super::{Rebuild, condition_names, is_primary_key};
use crate::diag::{Code, Diagnostic};
use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, OptionValue, Type, TypeParam};
use crate::ops::alter_column::AlterColumn;
use crate::ops::change::Change;
use crate::ops::drop_column::DropColumn;
use crate::ops::drop_constraint::DropConstraint;
use crate::ops::drop_index::DropIndex;

impl Rebuild {
    /// Works one change of the batch in.
    ///
    /// # Errors
    /// Where the change names what the table doesn't have, as `ApplyBatchImpl` raises there.
    pub fn change(&mut self, change: &Change, position: &ColumnPosition) -> Result<(), Diagnostic> {
        match change {
            Change::AddColumn(add) => {
                let name = Rc::clone(&add.column.name.text);
                if let Some(known) = self.columns.get(&name) {
                    if add.if_not_exists {
                        return Ok(());
                    }
                    return Err(self.twice(&known.column, &add.column));
                }
                self.ordering.add(&name, position.before.clone(), position.after.clone());
                self.columns.insert(name, NewColumn::added(&add.column, add.fill.clone()));
                self.brought.extend(add.references.iter().cloned());
            }
            Change::DropColumn(drop) => self.drop_column(drop)?,
            Change::AlterColumn(alter) => self.alter_column(alter)?,
            Change::AddConstraint(add) => self.add_constraint(&add.constraint)?,
            Change::DropConstraint(drop) => self.drop_constraint(drop)?,
            Change::CreateIndex(create) => {
                // What the revision makes again, since Alembic's rebuild loses it.
                let name = create.index.name.as_ref().map_or("", |name| name.text());
                if self.input.reflected && self.indexes.get(name).is_some_and(super::is_lost) {
                    self.indexes.shift_remove(name);
                }
                self.new_indexes.push(Index::clone(&create.index));
            }
            Change::DropIndex(drop) => self.drop_index(drop)?,
            Change::ColumnComment(_) | Change::TableComment(_) => {}
            Change::RenameTable(_) | Change::CreateTable(_) | Change::DropTable(_) => {
                return Err(Diagnostic::error(
                    Code::BadArgument,
                    "a table can't be created, dropped or renamed inside `batch_alter_table`",
                )
                .label(change.place(), "asked for here")
                .help("do it with `op` outside of the block"));
            }
        }
        Ok(())
    }

    /// Alembic lets the new column take the place of the other, whose values are lost.
    fn twice(&self, known: &Column, added: &Column) -> Diagnostic {
        let message = format!("the table `{}` has a column `{}` already", self.input.table.name.name.text, added.name.text);
        Diagnostic::error(Code::BadArgument, message)
            .label(added.place, "added here")
            .label(known.place, "the column as it is known")
            .help("alter the column, or drop it first; what is renamed in a block keeps its old name there until the block ends")
    }

    fn drop_column(&mut self, drop: &DropColumn) -> Result<(), Diagnostic> {
        let column = &drop.column;
        if self.columns.shift_remove(&column.text).is_none() {
            return if drop.if_exists { Ok(()) } else { Err(self.no_such("column", &column.text, drop.place)) };
        }
        self.ordering.existing.retain(|known| *known != column.text);
        for constraint in self.named.values_mut().chain(self.unnamed.iter_mut()) {
            if let ConstraintKind::PrimaryKey { columns } = &mut constraint.kind {
                columns.retain(|member| member.text != column.text);
            }
        }
        Ok(())
    }

    fn alter_column(&mut self, alter: &AlterColumn) -> Result<(), Diagnostic> {
        if !self.columns.contains_key(&alter.column.text) {
            return Err(self.no_such("column", &alter.column.text, alter.place));
        }
        if alter.name.is_some()
            && let Some(name) = alter.existing_type.as_ref().and_then(|ty| constraint_name_of(ty))
        {
            self.named.shift_remove(&name);
        }
        if alter.ty.is_some() {
            let of_old_type = |constraint: &Constraint| constraint.type_bound && checks(constraint, &alter.column);
            self.of_types.retain(|constraint| !of_old_type(constraint));
            self.unnamed.retain(|constraint| !of_old_type(constraint));
        }
        if let Some(new) = self.columns.get_mut(&alter.column.text) {
            new.alter(alter, self.input.casts_to_json);
        }
        Ok(())
    }

    fn add_constraint(&mut self, constraint: &Constraint) -> Result<(), Diagnostic> {
        // A foreign key stands with its column as well without a name, as the database takes it in `ADD COLUMN`.
        let needs_name = !constraint.type_bound && !self.input.unnamed_allowed && !self.brought.contains(constraint);
        if constraint.name.is_none() && needs_name {
            return Err(Diagnostic::error(Code::BadArgument, "Constraint must have a name")
                .label(constraint.place, "this one has none")
                .help("name the constraint, or give the metadata a naming convention"));
        }
        if is_primary_key(constraint) {
            self.unnamed.retain(|known| !is_primary_key(known));
        }
        match &constraint.name {
            Some(name) => {
                self.named.insert(Rc::from(name.text()), constraint.clone());
            }
            None => self.unnamed.push(constraint.clone()),
        }
        Ok(())
    }

    fn drop_constraint(&mut self, drop: &DropConstraint) -> Result<(), Diagnostic> {
        let name = drop.name.as_ref().map_or("", |name| name.text());
        if name.is_empty() && drop.type_bound {
            return Ok(());
        }
        if name.is_empty() {
            return Err(Diagnostic::error(Code::BadArgument, "Constraint must have a name").label(drop.place, "this names none"));
        }
        let dropped = self.named.shift_remove(name);
        let mut found = dropped.is_some();
        for new in self.columns.values_mut() {
            found |= new.take_constraint(name);
        }
        if dropped.as_ref().is_some_and(is_primary_key) {
            for new in self.columns.values_mut() {
                new.column.primary_key = false;
            }
        }
        if found || drop.type_bound || drop.if_exists { Ok(()) } else { Err(self.no_such("constraint", name, drop.place)) }
    }

    fn drop_index(&mut self, drop: &DropIndex) -> Result<(), Diagnostic> {
        let name = drop.index.name.as_ref().map_or("", |name| name.text());
        let known = self.indexes.shift_remove(name).is_some();
        let before = self.new_indexes.len();
        let named = |index: &Index| index.name.as_ref().is_some_and(|known| known.text() == name);
        self.new_indexes.retain(|new| !named(new));
        let flagged = self.input.table.indexes.iter().any(named);
        let found = known || flagged || self.new_indexes.len() != before;
        if found || drop.if_exists { Ok(()) } else { Err(self.no_such("index", name, drop.index.place)) }
    }
}

/// Whether a constraint is a check that speaks of a column.
pub(super) fn checks(constraint: &Constraint, column: &Ident) -> bool {
    matches!(&constraint.kind, ConstraintKind::Check { condition } if condition_names(condition, column))
}

/// The name of the check that a `Boolean` or `Enum` brings along.
fn constraint_name_of(ty: &Type) -> Option<Rc<str>> {
    if let Some(enumeration) = &ty.enumeration {
        return enumeration.name.as_ref().map(|name| Rc::from(name.text()));
    }
    match ty.params.get("name") {
        Some(TypeParam::Value(OptionValue::Str(name))) => Some(Rc::clone(name)),
        _ => None,
    }
}
