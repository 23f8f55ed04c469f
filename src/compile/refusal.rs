//! What is refused outside of `batch_alter_table`, where the program goes on otherwise then: by Alembic, or by the database.

use super::host::Compiler;
use crate::eval::{Caught, Unwind, Vm};
use crate::ops::Change;
use crate::ops::rebuild::{Need, stands_in_use};
use crate::schema::{Effect, FailureKind, Reason, Why};

/// What a refusal of Alembic's own is called in the dialect's data.
const ALTER_OF_CONSTRAINTS: &str = "alter_of_constraints";

/// Raises what would be raised in place of a change, where the program catches it: a rebuild would stand where the program
/// has its own way.
///
/// Mirrors `SQLiteImpl.add_constraint` and `drop_constraint`.
///
/// # Errors
/// The exception.
pub(super) fn refuse(compiler: &mut Compiler<'_>, vm: &mut Vm, change: &Change, need: Need) -> Result<(), Unwind> {
    if !compiler.raises_refusals || !vm.has_handlers() {
        return Ok(());
    }
    match change {
        Change::AddConstraint(_) | Change::DropConstraint(_) if need == Need::Rebuild => unsupported(compiler, vm, change),
        Change::DropColumn(drop) => {
            let used = stands_in_use(&compiler.migration(drop.place)?.borrow().schema, &drop.table, &drop.column);
            if !used && need != Need::Rebuild {
                return Ok(());
            }
            let caught = compiler.catches_database_errors(vm);
            let what = format!("column \"{}\" of table \"{}\" can't be dropped", drop.column.text, drop.table.name.text);
            let why = Why::new(drop.place, Reason::NeverMade);
            match caught {
                Caught::Yes { .. } => compiler.settle(vm, Effect::fails(FailureKind::DependentObjects, what, why), &caught, drop.place),
                Caught::No | Caught::Perhaps { .. } => Ok(()),
            }
        }
        _ => Ok(()),
    }
}

fn unsupported(compiler: &mut Compiler<'_>, vm: &mut Vm, change: &Change) -> Result<(), Unwind> {
    let (class, text) = compiler.settings.dialect.database_error(ALTER_OF_CONSTRAINTS, "");
    match compiler.raised_where_caught(vm, &class, &text, change.place()) {
        Some(raised) => {
            compiler.raised_refusal = true;
            Err(raised)
        }
        None => Ok(()),
    }
}
