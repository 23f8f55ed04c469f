//! Calls of `op` and `batch_op`: bound, applied, written.

use std::rc::Rc;

use super::around::Part;
use super::host::Compiler;
use super::salvage::past;
use super::{batch, custom, fill, remade, statement};
use crate::diag::{Code, Diagnostic};
use crate::eval::{Args, Caught, Unwind, Value, Vm};
use crate::model::library::Cx;
use crate::ops::binder::Binder;
use crate::ops::call::{self, Called};
use crate::ops::drop_constraint::DropConstraint;
use crate::ops::{Change, Item, Thing, signatures};
use crate::schema::Schema;
use crate::source::Span;

const OPERATIONS: &[&str] = &[
    "add_column",
    "alter_column",
    "batch_alter_table",
    "bulk_insert",
    "create_check_constraint",
    "create_exclude_constraint",
    "create_foreign_key",
    "create_index",
    "create_primary_key",
    "create_table",
    "create_table_comment",
    "create_unique_constraint",
    "drop_column",
    "drop_constraint",
    "drop_index",
    "drop_table",
    "drop_table_comment",
    "execute",
    "f",
    "get_bind",
    "get_context",
    "implementation_for",
    "inline_literal",
    "invoke",
    "register_operation",
    "rename_table",
    "run_async",
];

/// Whether `op` has a function of this name.
pub(super) fn is_operation(name: &str) -> bool {
    OPERATIONS.contains(&name)
}

/// A call of an operation on `op`.
pub(super) fn run(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    let result = called(compiler, vm, name, args, span).map_err(|unwind| compiler.unsaid(vm, unwind, span));
    past(vm, result, |problem| compiler.past_operation(name, args, problem).map(|()| Value::None))
}

fn called(compiler: &mut Compiler<'_>, vm: &mut Vm, name: &str, args: &Args, span: Span) -> Result<Value, Unwind> {
    match name {
        "get_bind" => return Ok(Thing::Connection.into_value(span)),
        "get_context" => return Ok(Thing::MigrationContext.into_value(span)),
        "f" => return with_binder(compiler, vm, span, |binder| binder.conventional_name(args)),
        "invoke" | "implementation_for" | "register_operation" | "run_async" => return custom::call(compiler, vm, name, args, span),
        "execute" => return execute(compiler, vm, args, span),
        "bulk_insert" => return bulk_insert(compiler, vm, args, span),
        "batch_alter_table" => return batch::open(compiler, vm, args, span),
        _ => {}
    }
    if let Some(class) = compiler.registered.get(name).cloned() {
        return custom::registered(compiler, vm, name, &class, args, span);
    }
    compiler.migration(span)?;
    match with_binder(compiler, vm, span, |binder| call::call(name, binder, args))? {
        Some(Called { changes, result }) => {
            let changes = changes.into_iter().map(|(change, _)| change).collect();
            batch::perform_all(compiler, vm, changes, fill::column(args))?;
            Ok(result.unwrap_or(Value::None))
        }
        None => Err(vm.raise("AttributeError", format!("module 'alembic.op' has no attribute '{name}'"), span)),
    }
}

/// `with autocommit_block():`, at its start.
pub(super) fn enter_autocommit(compiler: &mut Compiler<'_>, span: Span) -> Result<(), Unwind> {
    write_item(compiler, Item::EnterAutocommit, span)
}

/// `with autocommit_block():`, at its end.
pub(super) fn leave_autocommit(compiler: &mut Compiler<'_>, span: Span) -> Result<(), Unwind> {
    write_item(compiler, Item::LeaveAutocommit, span)
}

fn write_item(compiler: &mut Compiler<'_>, item: Item, span: Span) -> Result<(), Unwind> {
    if let (Some(around), None) = (&mut compiler.around, &compiler.migration) {
        around.add(Part::Item(item));
        return Ok(());
    }
    compiler.migration(span)?.borrow_mut().items.push(item);
    Ok(())
}

/// Makes a change, unless the database surely refuses it where the program would catch that: then it is raised.
pub(super) fn perform(compiler: &mut Compiler<'_>, vm: &mut Vm, mut change: Change) -> Result<(), Unwind> {
    let place = change.place();
    if remade::before_change(compiler, &change)? {
        return Ok(());
    }
    let migration = compiler.migration(place)?;
    if let Change::DropConstraint(drop) = &change
        && drop.is_nameless(&compiler.settings.dialect)
    {
        name_dropped(compiler, vm, drop, &migration.borrow().schema)?;
        if let Some(named) = named_before(compiler, drop, &migration.borrow().schema) {
            change = named.into();
        }
    }
    let caught = compiler.catches_database_errors(vm);
    if caught == Caught::No {
        let effect = migration.borrow_mut().perform(change)?;
        return compiler.settle(vm, effect, &caught, place);
    }
    let asked = migration.borrow().asked_schema;
    let effect = migration.borrow_mut().try_out(&change);
    // Without a database nothing is raised: the answer makes no difference to what is written.
    migration.borrow_mut().asked_schema &= asked || !compiler.blind;
    compiler.settle(vm, effect, &caught, place)?;
    migration.borrow_mut().perform(change)?;
    Ok(())
}

/// What becomes of a constraint that is dropped without a name: Alembic raises, which the program may catch; else the report
/// says which is meant.
fn name_dropped(compiler: &mut Compiler<'_>, vm: &mut Vm, drop: &DropConstraint, schema: &Schema) -> Result<(), Unwind> {
    let table = &drop.table.name.text;
    if vm.has_handlers() {
        let text = format!("Can't emit DROP CONSTRAINT for a constraint of '{table}'; it has no name");
        return with_binder(compiler, vm, drop.place, |binder| Err(binder.cx.raise("CompileError", text)));
    }
    if let Some(name) = drop.completed(schema, &compiler.settings.dialect).and_then(|completed| completed.name) {
        let message = format!("the constraint of `{table}` that is dropped without a name is taken for `{}`", name.text());
        let help = "write the name, so that the revision runs in Alembic too";
        compiler.report.diagnostics.push(Diagnostic::warning(Code::NamelessDrop, message).label(drop.place, "dropped here").help(help));
    }
    Ok(())
}

/// A constraint dropped without a name, in a range where another revision has made it anew: by the name that it has where this
/// revision stands by itself.
fn named_before(compiler: &Compiler<'_>, drop: &DropConstraint, schema: &Schema) -> Option<DropConstraint> {
    let names = compiler.dropped_names.iter().filter(|(place, _)| *place == drop.place);
    let unnamed = drop.completed(schema, &compiler.settings.dialect).is_none();
    names.filter(|_| unnamed).find_map(|(_, name)| drop.named(name, schema))
}

impl Compiler<'_> {
    /// The step that is evaluated.
    ///
    /// # Errors
    /// Where none is: operations at the top of a module, or in `env.py`.
    pub(super) fn migration(&self, span: Span) -> Result<crate::ops::Shared, Unwind> {
        self.migration.clone().ok_or_else(|| {
            Diagnostic::error(Code::NotUnderstood, "an operation stands outside of `upgrade()` and `downgrade()`")
                .label(span, "called here, while the file is loaded")
                .help("move it into `upgrade()` or `downgrade()`; Alembic has no migration to add it to here")
                .into()
        })
    }
}

pub(super) fn with_binder<T>(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    span: Span,
    bind: impl FnOnce(&mut Binder<'_, '_>) -> Result<T, Unwind>,
) -> Result<T, Unwind> {
    let dialect = Rc::clone(&compiler.settings.dialect);
    let configured = Rc::clone(&compiler.configured);
    let library = Rc::clone(&compiler.library);
    let mut cx = Cx { vm, host: compiler, span, library };
    bind(&mut Binder {
        cx: &mut cx,
        dialect,
        naming: Rc::clone(&configured.naming),
        convention: configured.convention.clone(),
        place: span,
    })
}

/// `op.execute`, which gives None.
fn execute(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let arg = with_binder(compiler, vm, span, |binder| {
        let fields = binder.fields(&signatures::EXECUTE, args)?;
        fields.known(binder, "sqltext")
    })?;
    if let Some(arg) = arg {
        statement::execute(compiler, vm, &arg.value, None, arg.span)?;
    }
    Ok(Value::None)
}

fn bulk_insert(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let (table, rows) = with_binder(compiler, vm, span, |binder| {
        let fields = binder.fields(&signatures::BULK_INSERT, args)?;
        Ok((fields.known(binder, "table")?, fields.known(binder, "rows")?))
    })?;
    let (Some(table), Some(rows)) = (table, rows) else { return Ok(Value::None) };
    let Value::List(rows) = &rows.value else { return Err(vm.raise("TypeError", "List expected", span)) };
    let rows = rows.borrow().clone();
    if rows.first().is_some_and(|row| !matches!(row, Value::Dict(_))) {
        return Err(vm.raise("TypeError", "List of dictionaries expected", span));
    }
    let target = statement::bulk_table(compiler, vm, &table.value, span)?;
    statement::around_rows(compiler, "rows_begin", &target, span)?;
    for row in &rows {
        statement::insert_row(compiler, vm, &table.value, row, span)?;
    }
    statement::around_rows(compiler, "rows_end", &target, span)?;
    Ok(Value::None)
}
