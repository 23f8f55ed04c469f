//! `batch_alter_table`, and what outside of it needs a rebuild too.

use std::cell::RefCell;
use std::rc::Rc;

use super::fill;
use super::host::Compiler;
use super::operations::{perform, run, with_binder};
use super::refusal;
use super::salvage::past;
use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, unsupported};
use crate::eval::{Arg, Args, Unwind, Value, Vm};
use crate::model::library::{bind, naming};
use crate::model::{Table, TableName};
use crate::ops::batch::{Batch, Recreate};
use crate::ops::call;
use crate::ops::rebuild::{Database, Need, Rebuild, RebuildInput, Standing, is_lost, stored};
use crate::ops::{Change, Migration, SchemaEffect, Thing, signatures};
use crate::schema::KeptKind;
use crate::source::Span;
use crate::sql;

/// `op.batch_alter_table`, at the start of its block.
pub(super) fn open(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    let ways = compiler.ways;
    with_binder(compiler, vm, span, |binder| {
        let fields = binder.fields(&signatures::BATCH_ALTER_TABLE, args)?;
        let table = fields.table(binder, "table_name", "schema")?;
        let recreate = match fields.optional_text(binder, "recreate")?.as_deref() {
            None | Some("auto") => Recreate::Auto,
            Some("always") => Recreate::Always,
            Some("never") => Recreate::Never,
            Some(_) => {
                return Err(binder.cx.raise_builtin("ValueError", "recreate may be one of 'auto', 'always', or 'never'."));
            }
        };
        let copy_from = match fields.known(binder, "copy_from")? {
            Some(arg) if !arg.value.is_none() => Some(Rc::new(bind::table(binder.cx, &arg.value)?)),
            _ => None,
        };
        let (table_args, table_options) = binder.table_arguments(&fields)?;
        let overrides = Batch::bind_reflection(binder, &fields, &table)?;
        let batch = Batch {
            table_value: fields.bound.value("table_name"),
            schema_value: fields.bound.value("schema"),
            recreate,
            copy_from,
            table_args,
            table_options,
            partial_reordering: binder.partial_reordering(&fields)?,
            overrides,
            unnamed_allowed: false,
            convention: fields.bound.value("naming_convention"),
            changes: Vec::new(),
            place: span,
            table,
            added: Vec::new(),
            ways,
            uncertain: false,
        };
        Ok(Thing::Batch(Box::new(RefCell::new(batch))).into_value(span))
    })
}

/// A call of a method of `batch_op`.
pub(super) fn run_in_batch(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    batch: &RefCell<Batch>,
    name: &str,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let (table, schema) = {
        let batch = batch.borrow();
        (batch.table_value.clone(), batch.schema_value.clone())
    };
    let Some(args) = call::on_table(name, &table, &schema, args.clone(), |value| Arg { value, span }) else {
        return run(compiler, vm, name, args, span);
    };
    let bound = with_binder(compiler, vm, span, |binder| call::call(name, binder, &args));
    if vm.is_salvaging() && (bound.is_err() || compiler.ways > batch.borrow().ways) {
        batch.borrow_mut().uncertain = true;
        return Ok(Value::None);
    }
    let Some(called) = bound? else {
        return Err(vm.raise("AttributeError", format!("'BatchOperations' object has no attribute '{name}'"), span));
    };
    let placed = called.changes.iter().any(|(_, position)| position.before.is_some() || position.after.is_some());
    if placed && !batch.borrow().recreates(&compiler.settings.dialect) {
        let message = "Can't specify insert_before or insert_after when using ALTER; please specify recreate='always'";
        return Err(Diagnostic::error(Code::BadArgument, message)
            .label(span, "this dialect alters the table, where a column can only be put last")
            .help("leave `insert_before` and `insert_after` out, or pass `recreate=\"always\"` to `batch_alter_table`")
            .into());
    }
    batch.borrow_mut().added.extend(fill::column(&args));
    batch.borrow_mut().changes.extend(called.changes);
    Ok(called.result.unwrap_or(Value::None))
}

/// The end of a `batch_alter_table` block (`BatchOperationsImpl.flush`).
pub(super) fn flush(compiler: &mut Compiler<'_>, vm: &mut Vm, batch: &RefCell<Batch>, span: Span) -> Result<(), Unwind> {
    if !vm.is_salvaging() {
        return flushed(compiler, vm, batch, span);
    }
    let table = batch.borrow().table.clone();
    let result = if batch.borrow().uncertain {
        Err(Diagnostic::error(Code::NotUnderstood, "what this block asks for is not known").label(span, "this block").into())
    } else {
        flushed(compiler, vm, batch, span)
    };
    past(vm, result, |problem| {
        compiler.doubt_table(&table, problem, false, false);
        Some(())
    })
}

fn flushed(compiler: &mut Compiler<'_>, vm: &mut Vm, batch: &RefCell<Batch>, span: Span) -> Result<(), Unwind> {
    let changes = std::mem::take(&mut batch.borrow_mut().changes);
    let mut batch = Batch { changes, ..batch.borrow().clone() };
    if !batch.recreates(&compiler.settings.dialect) {
        let skips = compiler.settings.dialect.spec().strategies.recreate_in_batch;
        for (change, _) in batch.changes {
            if skips && change.is_implied() {
                compiler.report.diagnostics.push(skipped(&change));
            } else if skips && matches!(change, Change::AddConstraint(_) | Change::DropConstraint(_)) {
                return Err(never(&change, &compiler.settings.dialect).into());
            } else {
                perform(compiler, vm, change)?;
            }
        }
        return Ok(());
    }
    fill::fill(compiler, vm, &mut batch.changes, &batch.added)?;
    let table = rebuilt_table(compiler, &batch, span)?;
    let before = Rc::clone(&table);
    let mut rebuild = Rebuild::new(RebuildInput {
        table,
        reflected: batch.copy_from.is_none(),
        unnamed_allowed: batch.unnamed_allowed,
        hardened: compiler.settings.hardened,
        casts_to_json: !compiler.settings.dialect.spec().strategies.recreate_in_batch,
        table_args: batch.table_args,
        table_options: batch.table_options,
        partial_reordering: batch.partial_reordering,
        place: batch.place,
    });
    for (change, position) in &batch.changes {
        rebuild.change(change, position).map_err(|problem| compiler.rebuild_refused(vm, change, problem))?;
    }
    let moved = rebuild.moved_columns();
    let rebuilt = rebuild.finish(&compiler.settings.dialect)?;
    compiler.report.diagnostics.extend(rebuilt.left_out.iter().map(left_out));
    let migration = compiler.migration(span)?;
    let mut migration = migration.borrow_mut();
    let standing = Standing::over(&migration.schema, &batch.table);
    standing.check(&moved, batch.place)?;
    let checks_keys = migration.schema.checks_keys();
    if checks_keys {
        unchecked(&mut migration, "unchecked_begin", &batch.table, batch.place)?;
    }
    standing.dropped(&compiler.settings.dialect).iter().for_each(|text| migration.write_text(text, batch.place));
    let reflects = compiler.settings.dialect.spec().strategies.recreate_in_batch;
    let mut effects = std::iter::once(SchemaEffect::Rebuilt(Rc::new(rebuilt.table.clone())));
    for statement in &rebuilt.statements {
        migration.write(statement, effects.next().unwrap_or(SchemaEffect::None), batch.place)?;
    }
    standing.made_again().for_each(|text| migration.write_text(text, batch.place));
    if checks_keys {
        unchecked(&mut migration, "unchecked_end", &batch.table, batch.place)?;
    }
    let indexes: Vec<_> =
        rebuilt.table.indexes.iter().filter(|index| reflects && is_lost(index)).filter_map(|index| index.name.clone()).collect();
    migration.replace_table(rebuilt.table, batch.place);
    indexes.iter().for_each(|name| migration.schema.keep(KeptKind::Index, name.text()));
    if compiler.settings.hardened && batch.unnamed_allowed {
        before
            .indexes
            .iter()
            .filter_map(|index| index.name.as_ref())
            .for_each(|name| migration.schema.keep(KeptKind::TakenIndex, name.text()));
    }
    standing.triggers().for_each(|name| migration.schema.keep(KeptKind::Trigger, name));
    Ok(())
}

/// Where foreign keys are checked, a table that is dropped takes the rows that refer to it along: not so in a rebuild.
fn unchecked(migration: &mut Migration, kind: &'static str, table: &TableName, place: Span) -> Result<(), Diagnostic> {
    let text = sql::around(kind, table, &migration.dialect)?;
    if !text.is_empty() {
        migration.write_text(&text, place);
    }
    Ok(())
}

/// Makes the changes of one operation outside of a block: as they are, or all of them in one rebuild where the database
/// can't alter what one of them asks for.
pub(super) fn perform_all(compiler: &mut Compiler<'_>, vm: &mut Vm, changes: Vec<Change>, added: Option<Value>) -> Result<(), Unwind> {
    let needs: Vec<Need> = changes.iter().map(|change| need(compiler, change)).collect::<Result<_, _>>()?;
    if compiler.settings.dialect.spec().strategies.recreate_in_batch {
        for (done, (change, need)) in changes.iter().zip(&needs).enumerate() {
            if let Err(raised) = refusal::refuse(compiler, vm, change, *need) {
                // Alembic has sent what stands before the change that it refuses.
                perform_all(compiler, vm, changes.into_iter().take(done).collect(), added)?;
                return Err(raised);
            }
        }
    }
    let place = changes.first().map_or(Span::NOWHERE, Change::place);
    let table = changes.first().and_then(Change::table).cloned();
    if let (true, Some(table)) = (needs.contains(&Need::Rebuild), table) {
        let batch = Batch { added: Vec::from_iter(added), ..Batch::alone(table, changes, place) };
        let batch = RefCell::new(batch);
        return flush(compiler, vm, &batch, place);
    }
    for (change, need) in changes.into_iter().zip(needs) {
        match need {
            Need::Skip => compiler.report.diagnostics.push(skipped(&change)),
            Need::Alter | Need::Rebuild => perform(compiler, vm, change)?,
        }
    }
    Ok(())
}

fn need(compiler: &Compiler<'_>, change: &Change) -> Result<Need, Unwind> {
    let settings = compiler.settings;
    if !settings.dialect.spec().strategies.recreate_in_batch {
        return Ok(Need::Alter);
    }
    let migration = compiler.migration(change.place())?;
    let migration = migration.borrow();
    let since = &settings.dialect.spec().since;
    Ok(Need::of(change, &migration.schema, &Database { since, version: settings.target.as_ref(), hardened: settings.hardened }))
}

/// A constraint of a table that the block forbids to rebuild.
fn never(change: &Change, dialect: &Dialect) -> Diagnostic {
    unsupported(dialect, "ALTER of constraints, without a rebuild of the table")
        .label(change.place(), "asked for here")
        .help("leave `recreate=\"never\"` out of `batch_alter_table`")
}

/// What Alembic leaves out, and we with it, so that its bytes and ours are the same.
fn skipped(change: &Change) -> Diagnostic {
    Diagnostic::warning(Code::SkippedConstraint, "the check that this type brings along is left out, as Alembic leaves it out here")
        .label(change.place(), "asked for here")
        .help("do it inside `batch_alter_table`, or compile without `--plain`: then the table is rebuilt with its check")
}

/// A constraint that names a column by the name that the same block gives it.
fn left_out(constraint: &crate::model::Constraint) -> Diagnostic {
    let name = constraint.name.as_ref().map_or("", |name| name.text());
    Diagnostic::warning(Code::SkippedConstraint, format!("the constraint `{name}` is left out, as Alembic leaves it out here"))
        .label(constraint.place, "names a column that is renamed in the same block")
        .help("add it in a block of its own after the rename, or compile without `--plain`")
}

/// The table that a rebuild starts from: `copy_from`, else what the replayed schema knows.
fn rebuilt_table(compiler: &Compiler<'_>, batch: &Batch, span: Span) -> Result<Rc<Table>, Unwind> {
    if let Some(table) = &batch.copy_from {
        return Ok(Rc::clone(table));
    }
    let dialect = &compiler.settings.dialect;
    let migration = compiler.migration(span)?;
    let table = migration.borrow_mut().read_table(&batch.table, batch.place)?;
    if !dialect.spec().strategies.recreate_in_batch {
        return Ok(table);
    }
    let mut table = stored::stored(&table, &migration.borrow().schema, dialect)?;
    if let Some(overrides) = &batch.overrides {
        stored::override_parts(&mut table, overrides);
    }
    if !batch.convention.is_none() {
        stored::name_by(&naming::convention(Some(&batch.convention)).rules, &mut table);
    }
    Ok(Rc::new(table))
}
