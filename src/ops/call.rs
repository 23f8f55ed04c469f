//! From the name of an operation to its binding, on `op` and on `batch_op`.

use std::rc::Rc;

use super::add_column::AddColumn;
use super::add_constraint_bind as constraints;
use super::alter_column::AlterColumn;
use super::binder::Binder;
use super::change::Change;
use super::create_index::CreateIndex;
use super::create_table::CreateTable;
use super::drop_column::DropColumn;
use super::drop_constraint::DropConstraint;
use super::drop_index::DropIndex;
use super::drop_table::DropTable;
use super::rebuild::ColumnPosition;
use super::rename_table::RenameTable;
use super::table_comment::TableComment;
use crate::eval::{Arg, Args, Unwind, Value};

/// The changes an operation asks for, and what its call gives.
#[derive(Debug, Default)]
pub struct Called {
    pub changes: Vec<(Change, ColumnPosition)>,
    /// The `Table` of `create_table`; `None` otherwise.
    pub result: Option<Value>,
}

/// Binds a call of an operation that changes the schema; nothing where there is no such operation.
///
/// # Errors
/// Where an argument is not what the operation takes, or not known.
pub fn call(name: &str, binder: &mut Binder<'_, '_>, args: &Args) -> Result<Option<Called>, Unwind> {
    let changes = match name {
        "add_column" => {
            let (changes, position) = AddColumn::bind(binder, args)?;
            let changes = changes.into_iter().map(|change| (change, position.clone())).collect();
            return Ok(Some(Called { changes, result: None }));
        }
        "create_table" => {
            let (table, changes) = CreateTable::bind(binder, args)?;
            return Ok(Some(Called { result: Some(table), ..Called::of(changes) }));
        }
        "alter_column" => AlterColumn::bind(binder, args)?,
        "create_check_constraint" => constraints::check(binder, args)?,
        "create_exclude_constraint" => constraints::exclude(binder, args)?,
        "create_foreign_key" => constraints::foreign_key(binder, args)?,
        "create_index" => CreateIndex::bind(binder, args)?,
        "create_primary_key" => constraints::primary_key(binder, args)?,
        "create_table_comment" => TableComment::bind(binder, args)?,
        "create_unique_constraint" => constraints::unique(binder, args)?,
        "drop_column" => DropColumn::bind(binder, args)?,
        "drop_constraint" => DropConstraint::bind(binder, args)?,
        "drop_index" => DropIndex::bind(binder, args)?,
        "drop_table" => DropTable::bind(binder, args)?,
        "drop_table_comment" => TableComment::bind_drop(binder, args)?,
        "rename_table" => RenameTable::bind(binder, args)?,
        _ => return Ok(None),
    };
    Ok(Some(Called::of(changes)))
}

impl Called {
    fn of(changes: Vec<Change>) -> Self {
        Self { changes: changes.into_iter().map(|change| (change, ColumnPosition::default())).collect(), result: None }
    }
}

/// The arguments of a `batch_op` method as those of the `op` function of the same name: the block's table put in its place.
///
/// Nothing where `batch_op` has no such method.
pub fn on_table(name: &str, table: &Value, schema: &Value, args: Args, arg: impl Fn(Value) -> Arg) -> Option<Args> {
    let (at, parameter, schema_keyword) = match name {
        "add_column" | "alter_column" | "drop_column" | "create_table_comment" | "drop_table_comment" => (0, "table_name", "schema"),
        "create_index" | "drop_index" | "create_unique_constraint" | "create_check_constraint" | "create_primary_key"
        | "drop_constraint" | "create_exclude_constraint" => (1, "table_name", "schema"),
        "create_foreign_key" => (1, "source_table", "source_schema"),
        _ => return None,
    };
    let mut args = args;
    if args.positional.len() >= at {
        args.positional.insert(at, arg(table.clone()));
    } else {
        args.keywords.push((Rc::from(parameter), arg(table.clone())));
    }
    if !schema.is_none() {
        args.keywords.push((Rc::from(schema_keyword), arg(schema.clone())));
    }
    Some(args)
}
