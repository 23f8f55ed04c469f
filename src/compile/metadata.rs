//! Tables, metadata and named types created, dropped or reflected over the connection.

use std::rc::Rc;

use super::host::Compiler;
use super::{events, gathering, inspector, operations};
use crate::eval::{Args, Unwind, Value, Vm};
use crate::model::library::metadata::{by_reference, circular};
use crate::model::library::{Cx, bind, indexes, object, tables};
use crate::model::{Constraint, ConstraintKind, Table, TableName};
use crate::ops::create_index::CreateIndex;
use crate::ops::create_table::{self, CreateTable};
use crate::ops::drop_index::DropIndex;
use crate::ops::drop_table::DropTable;
use crate::ops::{Migration, SchemaEffect};
use crate::source::Span;
use crate::sql::{DroppedKind, Stmt};

/// Whether a `Table(…)` call reads its columns from the database.
pub(super) fn is_reflecting(args: &Args) -> bool {
    args.keywords
        .iter()
        .any(|(name, arg)| matches!(&**name, "autoload_with" | "autoload") && !matches!(arg.value, Value::None | Value::Bool(false)))
}

/// `Table(name, metadata, autoload_with=connection)`: the table as the replayed schema has it.
pub(super) fn reflected_table(compiler: &mut Compiler<'_>, vm: &mut Vm, args: &Args, span: Span) -> Result<Value, Unwind> {
    inspector::reflect_into_table(compiler, vm, args, span)
}

/// `metadata.reflect(bind)`.
pub(super) fn reflect(compiler: &mut Compiler<'_>, vm: &mut Vm, metadata: &Value, args: &Args, span: Span) -> Result<Value, Unwind> {
    inspector::reflect_metadata(compiler, vm, metadata, args, span)
}

/// `table.create(bind)` and `table.drop(bind)`.
pub(super) fn table(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    table: &Value,
    method: &str,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let model = with_cx(compiler, vm, span, |cx| bind::table(cx, table))?;
    match method {
        "create" => {
            create_table(compiler, vm, table, model, span)?;
            Ok(Value::None)
        }
        "drop" => {
            drop_table(compiler, vm, table, &model, checks_first(args, 1, false), span)?;
            for counter in counters(table) {
                sequence(compiler, vm, &counter, "drop", &Args::default(), span)?;
            }
            Ok(Value::None)
        }
        _ => inspector::has_named_table(compiler, vm, &model.name, span),
    }
}

/// The sequences that a table's columns count with.
fn counters(table: &Value) -> Vec<Value> {
    let columns = object::handle(table).map(|table| tables::columns(&table)).unwrap_or_default();
    let defaults = columns.iter().filter_map(|column| Some(object::column(column)?.borrow().default.clone()));
    defaults.filter(|default| object::handle(default).is_some_and(|default| object::sequence(&default).is_some())).collect()
}

/// The sequences of metadata: all of them, or those that no column counts with.
fn sequences_of(metadata: &Value, all: bool) -> Vec<Value> {
    let Some(handle) = object::handle(metadata) else { return Vec::new() };
    let Some(cell) = object::metadata(&handle) else { return Vec::new() };
    let metadata = cell.borrow();
    let counts = |sequence: &object::Handle| {
        let mut counters = metadata.tables.values().cloned().map(Value::Library).flat_map(|table| counters(&table));
        counters.any(|counter| object::handle(&counter).is_some_and(|counter| Rc::ptr_eq(&counter, sequence)))
    };
    metadata.sequences.values().filter(|sequence| all || !counts(sequence)).cloned().map(Value::Library).collect()
}

/// Foreign keys that are added once all tables are there (`use_alter=True`).
fn referring_later(compiler: &Compiler<'_>, models: &[Table]) -> Vec<(TableName, Constraint)> {
    if !compiler.settings.dialect.spec().features.alter {
        return Vec::new();
    }
    let later = |constraint: &&Constraint| matches!(&constraint.kind, ConstraintKind::ForeignKey(rule) if rule.use_alter);
    models.iter().flat_map(|table| table.constraints.iter().filter(later).map(|one| (table.name.clone(), one.clone()))).collect()
}

fn write_statement(compiler: &Compiler<'_>, statement: &Stmt, span: Span) -> Result<(), Unwind> {
    let migration = compiler.migration(span)?;
    write_with_sql_effect(&mut migration.borrow_mut(), statement, span)
}

fn create_table(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &Value, mut model: Table, span: Span) -> Result<(), Unwind> {
    let dialect = compiler.settings.dialect.library_name();
    let left_out = object::handle(table).map(|table| tables::indexes(&table)).unwrap_or_default();
    for index in left_out.iter().filter(|index| !indexes::is_created_for(index, dialect)) {
        let name = object::index(index).and_then(|index| index.borrow().name.clone());
        model.indexes.retain(|index| index.name != name);
    }
    events::fire(compiler, vm, table, "before_create", span)?;
    for counter in counters(table) {
        sequence(compiler, vm, &counter, "create", &Args::default(), span)?;
    }
    operations::perform(compiler, vm, CreateTable { table: Rc::new(model), if_not_exists: false, place: span }.into())?;
    events::fire(compiler, vm, table, "after_create", span)
}

fn drop_table(compiler: &mut Compiler<'_>, vm: &mut Vm, table: &Value, model: &Table, checked: bool, span: Span) -> Result<(), Unwind> {
    events::fire(compiler, vm, table, "before_drop", span)?;
    operations::perform(compiler, vm, DropTable { table: model.name.clone(), if_exists: false, checked, place: span }.into())?;
    events::fire(compiler, vm, table, "after_drop", span)
}

/// Whether `checkfirst=` says that a connected SQLAlchemy looks first what is there.
fn checks_first(args: &Args, position: usize, default: bool) -> bool {
    let given = args.keyword("checkfirst").or_else(|| args.positional.get(position).map(|arg| &arg.value));
    given.map_or(default, |value| !matches!(value, Value::Bool(false) | Value::None))
}

/// `metadata.create_all(bind)` and `metadata.drop_all(bind)`: every table, in the order of their foreign keys.
pub(super) fn all(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    metadata: &Value,
    method: &str,
    args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let wanted = gathering::tables_of(args).filter(|value| !value.is_none()).cloned();
    let tables: Vec<object::Handle> = match wanted {
        Some(wanted) => vm.iterate(compiler, &wanted, span)?.iter().filter_map(object::handle).collect(),
        None => tables_in(metadata),
    };
    if method == "create_all" {
        create_types(compiler, vm, metadata, span)?;
    }
    let circular = circular(&tables);
    let tables: Vec<Value> = by_reference(tables).into_iter().map(Value::Library).collect();
    let mut models = with_cx(compiler, vm, span, |cx| tables.iter().map(|table| bind::table(cx, table)).collect::<Result<Vec<_>, _>>())?;
    for (table, model) in tables.iter().zip(&mut models) {
        if circular.iter().any(|circular| object::handle(table).is_some_and(|table| Rc::ptr_eq(&table, circular))) {
            defer(model);
        }
    }
    if method == "create_all" {
        events::fire(compiler, vm, metadata, "before_create", span)?;
        for sequence in sequences_of(metadata, false) {
            self::sequence(compiler, vm, &sequence, "create", &Args::default(), span)?;
        }
        let later = referring_later(compiler, &models);
        for (table, model) in tables.iter().zip(models) {
            create_table(compiler, vm, table, model, span)?;
        }
        for constraint in later {
            write_statement(compiler, &Stmt::AddConstraint { table: constraint.0, constraint: Rc::new(constraint.1) }, span)?;
        }
        events::fire(compiler, vm, metadata, "after_create", span)?;
    } else {
        events::fire(compiler, vm, metadata, "before_drop", span)?;
        for (table, constraint) in referring_later(compiler, &models).into_iter().rev() {
            let kind = DroppedKind::of(&constraint.kind);
            let dropped = Stmt::DropConstraint { table, name: constraint.name, kind, if_exists: false, cascade: false };
            write_statement(compiler, &dropped, span)?;
        }
        for (table, model) in tables.iter().zip(&models).rev() {
            drop_table(compiler, vm, table, model, checks_first(args, 2, true), span)?;
        }
        for sequence in sequences_of(metadata, true) {
            self::sequence(compiler, vm, &sequence, "drop", &Args::default(), span)?;
        }
        events::fire(compiler, vm, metadata, "after_drop", span)?;
        let migration = compiler.migration(span)?;
        drop_named_types(&mut migration.borrow_mut(), &models, span)?;
    }
    Ok(Value::None)
}

fn tables_in(metadata: &Value) -> Vec<object::Handle> {
    let handle = object::handle(metadata);
    let cell = handle.as_ref().and_then(object::metadata);
    cell.map(|cell| cell.borrow().tables.values().cloned().collect()).unwrap_or_default()
}

/// Leaves the foreign keys of a table for later (`sort_tables_and_constraints`).
fn defer(table: &mut Table) {
    for constraint in &mut table.constraints {
        if let ConstraintKind::ForeignKey(rule) = &mut constraint.kind {
            rule.use_alter = true;
        }
    }
}

/// The types of all tables of a collection, whichever of them are made: they listen to the collection
/// (`SchemaType._on_metadata_create`).
fn create_types(compiler: &mut Compiler<'_>, vm: &mut Vm, metadata: &Value, span: Span) -> Result<(), Unwind> {
    if !compiler.settings.dialect.spec().features.native_enum {
        return Ok(());
    }
    for table in tables_in(metadata) {
        let model = with_cx(compiler, vm, span, |cx| bind::table(cx, &Value::Library(table)))?;
        let migration = compiler.migration(span)?;
        for statement in create_table::types(&model, &compiler.settings.dialect) {
            write_with_sql_effect(&mut migration.borrow_mut(), &statement, span)?;
        }
    }
    Ok(())
}

/// `enum.create(bind)` and `enum.drop(bind)`; nothing where the dialect keeps no named types.
pub(super) fn named_type(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    ty: &Value,
    method: &str,
    _args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let model = with_cx(compiler, vm, span, |cx| bind::ty(cx, ty))?;
    let migration = compiler.migration(span)?;
    let mut migration = migration.borrow_mut();
    let Some(named) = crate::sql::named_type(&model, &compiler.settings.dialect) else { return Ok(Value::None) };
    let statement = if method == "create" { Stmt::CreateEnum { ty: named, implicit: false } } else { Stmt::DropEnum { ty: named } };
    write_with_sql_effect(&mut migration, &statement, span)?;
    Ok(Value::None)
}

/// `index.create(bind)` and `index.drop(bind)`.
pub(super) fn index(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    index: &Value,
    method: &str,
    _args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let model = Rc::new(with_cx(compiler, vm, span, |cx| bind::index(cx, index))?);
    let change = if method == "create" {
        CreateIndex { index: model, if_not_exists: false, place: span }.into()
    } else {
        DropIndex { index: model, table_known: true, if_exists: false, place: span }.into()
    };
    operations::perform(compiler, vm, change)?;
    Ok(Value::None)
}

/// `sequence.create(bind)` and `sequence.drop(bind)`.
pub(super) fn sequence(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    sequence: &Value,
    method: &str,
    _args: &Args,
    span: Span,
) -> Result<Value, Unwind> {
    let model = Rc::new(with_cx(compiler, vm, span, |cx| bind::sequence(cx, sequence))?);
    let features = &compiler.settings.dialect.spec().features;
    if !features.sequences || (features.sequences_optional && model.optional) {
        return Ok(Value::None);
    }
    let statement = if method == "create" {
        Stmt::CreateSequence { sequence: model, if_not_exists: false }
    } else {
        Stmt::DropSequence { sequence: model, if_exists: false }
    };
    let migration = compiler.migration(span)?;
    write_with_sql_effect(&mut migration.borrow_mut(), &statement, span)?;
    Ok(Value::None)
}

/// The types that tables brought along go with them.
fn drop_named_types(migration: &mut Migration, tables: &[crate::model::Table], span: Span) -> Result<(), Unwind> {
    let dialect = Rc::clone(&migration.dialect);
    let mut dropped: Vec<Rc<crate::model::Type>> = Vec::new();
    for column in tables.iter().flat_map(|table| &table.columns) {
        if let Some(ty) = crate::sql::named_type(&column.ty, &dialect)
            && !dropped.contains(&ty)
        {
            write_with_sql_effect(migration, &Stmt::DropEnum { ty: Rc::clone(&ty) }, span)?;
            dropped.push(ty);
        }
    }
    Ok(())
}

/// Writes a statement whose effect on the schema is what its text says.
fn write_with_sql_effect(migration: &mut Migration, statement: &Stmt, span: Span) -> Result<(), Unwind> {
    let text = crate::sql::render(statement, &migration.dialect)?;
    migration.schema.apply_sql(&text, span);
    migration.write(statement, SchemaEffect::Sql(text.into()), span)?;
    Ok(())
}

pub(super) fn with_cx<T>(
    compiler: &mut Compiler<'_>,
    vm: &mut Vm,
    span: Span,
    run: impl FnOnce(&mut Cx<'_>) -> Result<T, Unwind>,
) -> Result<T, Unwind> {
    let library = Rc::clone(&compiler.library);
    run(&mut Cx { vm, host: compiler, span, library })
}
