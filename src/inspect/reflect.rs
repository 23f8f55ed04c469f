//! Reflection of whole tables: `Table(…, autoload_with=…)` and `MetaData.reflect()`.

use std::rc::Rc;

use super::{Refusal, Window, reflected_type};
use crate::inspect::defaults::default_text;
use crate::model::{Autoincrement, Column, Constraint, ConstraintKind, Name, ServerDefault, SqlExpr, TableName, Type};
use crate::schema::{Answer, Schema, Table};

/// Why a table can't be reflected.
#[derive(Clone, Debug, PartialEq)]
pub enum NoReflection {
    /// `sqlalchemy.exc.NoSuchTableError`.
    NoSuchTable,
    Refused(Box<Refusal>),
}

/// A table as reflection gives it: types, names and defaults are the database's own.
///
/// Mirrors `Inspector.reflect_table`. Checks are reflected by some dialects alone and left out, as `Table` does.
///
/// # Errors
/// Where the table is not there, or not enough of it is known.
pub fn reflect_table(schema: &Schema, window: &dyn Window, name: &TableName) -> Result<crate::model::Table, NoReflection> {
    match schema.has_table(name) {
        Answer::Yes(_) => {}
        Answer::No(_) => return Err(NoReflection::NoSuchTable),
        Answer::Unknown(why) => return Err(NoReflection::Refused(Box::new(Refusal::existence("table", &name.name.text, why)))),
    }
    let table = schema.table(name).ok_or(NoReflection::NoSuchTable)?;
    let refused =
        |why: &crate::schema::Why| NoReflection::Refused(Box::new(Refusal::definition("the definition", &name.name.text, why.clone())));
    table.require_full().map_err(refused)?;
    let mut reflected = table.definition.clone();
    reflected.name = name.clone();
    for column in &mut reflected.columns {
        *column = Rc::new(reflect_column(schema, window, &table, column).ok_or_else(|| refused(&table.made))?);
    }
    for constraint in &mut reflected.constraints {
        settle_name(constraint);
    }
    reflected.constraints.retain(|constraint| !matches!(constraint.kind, ConstraintKind::Check { .. }));
    for index in &mut reflected.indexes {
        index.name = index.name.take().map(final_name);
    }
    reflected.options.clear();
    reflected.prefixes.clear();
    Ok(reflected)
}

fn reflect_column(schema: &Schema, window: &dyn Window, table: &Table, column: &Column) -> Option<Column> {
    let ty = reflected_type(schema, &column.ty)?;
    let server_default = reflect_default(schema, window, table, column, &ty)?;
    let counts = table.sequences.contains_key(&schema.naming().ident(&column.name));
    Some(Column {
        ty: Rc::new(ty),
        server_default,
        autoincrement: if counts { Autoincrement::Yes } else { Autoincrement::Auto },
        sequence: None,
        has_python_default: false,
        has_python_onupdate: false,
        unique: false,
        index: false,
        ..column.clone()
    })
}

fn reflect_default(schema: &Schema, window: &dyn Window, table: &Table, column: &Column, ty: &Type) -> Option<Option<ServerDefault>> {
    if let Some(ServerDefault::Computed(_) | ServerDefault::Identity(_)) = &column.server_default {
        return Some(column.server_default.clone());
    }
    let text = default_text(schema, window, table, column, ty)?;
    Some(text.map(|text| ServerDefault::Expr(Rc::new(SqlExpr::Text(text.into())))))
}

fn settle_name(constraint: &mut Constraint) {
    constraint.name = constraint.name.take().map(final_name);
    constraint.type_bound = false;
}

/// A name as it stands in the database is final.
fn final_name(name: Name) -> Name {
    Name::Conventional(name.text().into())
}
