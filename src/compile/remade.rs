//! What a revision makes again because Alembic's rebuild has lost it, where ours has kept it: it makes way.

use std::rc::Rc;

use super::host::Compiler;
use crate::diag::{Code, Diagnostic};
use crate::eval::Unwind;
use crate::model::{Ident, Index, Name, Options, TableName};
use crate::ops::drop_index::DropIndex;
use crate::ops::{Change, Item, Migration, SchemaEffect, Statement};
use crate::schema::KeptKind;
use crate::source::Span;

/// Drops the kept index that a change makes; says whether nothing is left to do, since a rebuild has done it.
///
/// # Errors
/// Where no step is evaluated.
pub(super) fn before_change(compiler: &mut Compiler<'_>, change: &Change) -> Result<bool, Unwind> {
    match change {
        Change::CreateIndex(create) => {
            if let Some(name) = &create.index.name {
                make_way(compiler, KeptKind::Index, &create.index.table, &Ident::new(name.text()), create.place)?;
            }
            Ok(false)
        }
        Change::DropIndex(drop) => {
            let Some(name) = drop.index.name.as_ref().map(Name::text) else { return Ok(false) };
            let migration = compiler.migration(drop.place)?;
            let mut migration = migration.borrow_mut();
            let taken = migration.schema.has_kept(KeptKind::TakenIndex, &drop.index.table, name);
            if taken {
                migration.asked_schema = true;
                migration.schema.forget_kept(KeptKind::TakenIndex, name);
            }
            Ok(taken)
        }
        _ => Ok(false),
    }
}

/// Drops the kept index or trigger that a statement makes.
///
/// # Errors
/// Where no step is evaluated.
pub(super) fn before_statement(compiler: &mut Compiler<'_>, text: &str, place: Span) -> Result<(), Unwind> {
    let made = compiler.migration(place)?.borrow().schema.made_by(text);
    let Some((kind, table, name)) = made else { return Ok(()) };
    make_way(compiler, kind, &table, &name, place)
}

fn make_way(compiler: &mut Compiler<'_>, kind: KeptKind, table: &TableName, name: &Ident, place: Span) -> Result<(), Unwind> {
    let migration = compiler.migration(place)?;
    let mut migration = migration.borrow_mut();
    if !migration.schema.has_kept(kind, table, &name.text) {
        return Ok(());
    }
    migration.asked_schema = true;
    migration.schema.forget_kept(kind, &name.text);
    match kind {
        KeptKind::Index | KeptKind::TakenIndex => drop_index(&mut migration, table, name, place)?,
        KeptKind::Trigger => drop_trigger(&mut migration, name, place),
    }
    compiler.report.diagnostics.push(made_again(name, place));
    Ok(())
}

fn drop_index(migration: &mut Migration, table: &TableName, name: &Ident, place: Span) -> Result<(), Diagnostic> {
    let index = Index {
        name: Some(Name::Given(name.clone())),
        table: table.clone(),
        elements: Vec::new(),
        unique: false,
        options: Options::default(),
        place,
    };
    let drop = DropIndex { index: Rc::new(index), table_known: true, if_exists: false, place };
    migration.perform(drop.into()).map(|_| ())
}

fn drop_trigger(migration: &mut Migration, name: &Ident, place: Span) {
    let text = format!("DROP TRIGGER {}", migration.dialect.quote(name));
    migration.schema.apply_sql(&text, place);
    let statement = Statement::new(text.as_str(), SchemaEffect::Sql(text.as_str().into()), place);
    migration.items.push(Item::Statement(statement));
}

fn made_again(name: &Ident, place: Span) -> Diagnostic {
    Diagnostic::warning(
        Code::MadeAgain,
        format!("`{}` is there already: a rebuild has kept it, which Alembic's would have lost", name.text),
    )
    .label(place, "made again here")
    .help("the script drops it first, so that what is made here stands; look whether both are the same")
}
