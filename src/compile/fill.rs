//! What `default=` of a column that a batch adds puts into the rows that a rebuild copies.

use std::rc::Rc;

use super::host::Compiler;
use super::metadata::with_cx;
use crate::eval::{Args, Unwind, Value, Vm};
use crate::model::library::expr::{Fill, fill_of_column};
use crate::model::library::object;
use crate::ops::Change;
use crate::ops::add_column::Filled;
use crate::ops::rebuild::ColumnPosition;

/// The column among the arguments of an operation.
pub(super) fn column(args: &Args) -> Option<Value> {
    let is_column = |value: &Value| object::handle(value).is_some_and(|handle| object::column(&handle).is_some());
    args.all().map(|(_, arg)| arg.value.clone()).find(is_column)
}

/// Says of the columns that the changes add what they are filled with.
///
/// # Errors
/// What a function that makes a default raises.
pub(super) fn fill(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    changes: &mut [(Change, ColumnPosition)],
    columns: &[Value],
) -> Result<(), Unwind> {
    for (change, _) in changes {
        let Change::AddColumn(add) = change else { continue };
        let named = |value: &&Value| {
            let handle = object::handle(value);
            handle.as_ref().and_then(object::column).and_then(|column| column.borrow().name.clone()).as_ref() == Some(&add.column.name)
        };
        if let Some(column) = columns.iter().find(named).filter(|_| add.column.has_python_default) {
            let fill = with_cx(compiler, vm, add.column.place, |cx| fill_of_column(cx, column))?;
            add.fill = fill.map(filled);
        }
    }
    Ok(())
}

fn filled(fill: Fill) -> Filled {
    match fill {
        Fill::Value(value) => Filled { value: Ok(value), of_program: true },
        Fill::Expr(value) => Filled { value: Ok(value), of_program: false },
        Fill::Unknown(Value::Unknown(unknown)) => Filled { value: Err(Rc::clone(&unknown.reason)), of_program: true },
        Fill::Unknown(_) => Filled { value: Err("it depends on what the database holds".into()), of_program: true },
    }
}
