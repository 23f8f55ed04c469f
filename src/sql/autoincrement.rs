//! Which column of a table the database counts up (`PrimaryKeyConstraint._autoincrement_column`).

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::model::{Autoincrement, Column, Constraint, ConstraintKind, Ident, OptionValue, ServerDefault, Table, Type, TypeParam};

/// How wide an integer type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    Small,
    Normal,
    Big,
}

/// The width of an integer type, as the classes of SQLAlchemy have it; nothing for all other types.
pub fn integer_width(ty: &Type) -> Option<Width> {
    match ty.class.rsplit('.').next().unwrap_or(&ty.class) {
        "Integer" | "INTEGER" | "INT" | "TINYINT" | "MEDIUMINT" => Some(Width::Normal),
        "SmallInteger" | "SMALLINT" => Some(Width::Small),
        "BigInteger" | "BIGINT" => Some(Width::Big),
        // `NUMBER._type_affinity`: what has no places after the point is an integer.
        "NUMBER" => match ty.params.get("scale") {
            Some(TypeParam::Value(OptionValue::Int(scale))) if *scale > 0 => None,
            _ => Some(Width::Normal),
        },
        _ => None,
    }
}

/// The names of a table's primary key columns in order: those of its constraint, else those flagged.
pub fn primary_key(table: &Table) -> Vec<&Ident> {
    let constraint = table.constraints.iter().find_map(|constraint| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => Some(columns),
        _ => None,
    });
    match constraint {
        Some(columns) if !columns.is_empty() => columns.iter().collect(),
        _ => table.columns.iter().filter(|column| column.primary_key).map(|column| &column.name).collect(),
    }
}

/// The column that counts by itself, where there is one.
///
/// # Errors
/// `autoincrement=True` on a column that can't count, or on two.
pub fn autoincrement_column<'a>(
    columns: &'a [Rc<Column>],
    primary_key: &[&Ident],
    constraints: &[Constraint],
) -> Result<Option<&'a Column>, Diagnostic> {
    let keys: Vec<&Rc<Column>> =
        primary_key.iter().filter_map(|name| columns.iter().find(|column| column.name.text == name.text)).collect();
    if let [column] = keys.as_slice() {
        return single(column, constraints);
    }
    let mut found: Option<&Column> = None;
    for column in keys.into_iter().filter(|column| column.autoincrement == Autoincrement::Yes) {
        must_count(column)?;
        if let Some(first) = found {
            let (one, other) = (&column.name.text, &first.name.text);
            return Err(bad(column, format!("only one Column may be marked autoincrement=True, found both {one} and {other}")));
        }
        found = Some(column);
    }
    Ok(found)
}

fn single<'a>(column: &'a Column, constraints: &[Constraint]) -> Result<Option<&'a Column>, Diagnostic> {
    match column.autoincrement {
        Autoincrement::Yes => must_count(column).map(|()| Some(column)),
        Autoincrement::No => Ok(None),
        Autoincrement::Auto | Autoincrement::IgnoreForeignKey => Ok(counts(column, constraints).then_some(column)),
    }
}

/// Whether an integer primary key counts where nothing was said.
fn counts(column: &Column, constraints: &[Constraint]) -> bool {
    let filled = matches!(&column.server_default, Some(default) if !matches!(default, ServerDefault::Identity(_)));
    let refers = column.autoincrement != Autoincrement::IgnoreForeignKey && has_foreign_key(column, constraints);
    integer_width(base(&column.ty)).is_some() && !column.has_python_default && !filled && !refers
}

/// Whether a column refers to another table.
pub fn has_foreign_key(column: &Column, constraints: &[Constraint]) -> bool {
    column.constraints.iter().chain(constraints).any(|constraint| match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => rule.columns.iter().any(|name| name.text == column.name.text),
        _ => false,
    })
}

fn must_count(column: &Column) -> Result<(), Diagnostic> {
    let ty = base(&column.ty);
    let class = ty.class.rsplit('.').next().unwrap_or(&ty.class);
    if integer_width(ty).is_some() {
        return Ok(());
    }
    let name = &column.name.text;
    if matches!(class, "Numeric" | "NUMERIC" | "DECIMAL" | "NUMBER") {
        return match ty.params.get("scale") {
            Some(TypeParam::Value(OptionValue::Int(0))) => Ok(()),
            _ => Err(bad(
                column,
                format!("the type {class} with non-zero scale on column `{name}` is not compatible with autoincrement=True"),
            )),
        };
    }
    Err(bad(column, format!("the type {class} on column `{name}` is not compatible with autoincrement=True")))
}

/// The type itself, without what a dialect has in its place.
fn base(ty: &Type) -> &Type {
    ty.decorated.as_deref().map_or(ty, base)
}

fn bad(column: &Column, message: String) -> Diagnostic {
    Diagnostic::error(Code::BadArgument, message).label(column.place, "this column")
}
