//! Binding of the operations that add a constraint (`SchemaObjects`, `AddConstraintOp.to_constraint`).

use std::rc::Rc;

use super::add_constraint::AddConstraint;
use super::binder::{Binder, Fields};
use super::change::Change;
use super::signatures;
use crate::eval::{Args, Unwind};
use crate::model::expr::rewrite::column_names;
use crate::model::library::{bind, bridge};
use crate::model::naming::{Named, NamedColumn};
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, Name, TableName};

/// `op.create_primary_key`.
///
/// # Errors
/// Where an argument is not what the operation takes, or not known.
pub fn primary_key(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
    let fields = binder.fields(&signatures::CREATE_PRIMARY_KEY, args)?;
    let table = fields.table(binder, "table_name", "schema")?;
    let columns = fields.idents(binder, "columns")?;
    let name = named(binder, &fields, Named::PrimaryKey, &table, &columns, None)?;
    finished(binder, table, name, ConstraintKind::PrimaryKey { columns }, |_| Ok(()))
}

/// `op.create_unique_constraint`.
///
/// # Errors
/// Where an argument is not what the operation takes, or not known.
pub fn unique(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
    let mut fields = binder.fields(&signatures::CREATE_UNIQUE, args)?;
    let table = fields.table(binder, "table_name", "schema")?;
    let columns = fields.idents(binder, "columns")?;
    let name = named(binder, &fields, Named::Unique, &table, &columns, None)?;
    let mut constraint = Constraint::new(ConstraintKind::Unique { columns }, binder.place);
    timing(binder, &mut fields, &mut constraint)?;
    constraint.options = fields.options(binder, "unique")?;
    constraint.name = name;
    Ok(vec![AddConstraint { table, constraint: Rc::new(constraint), place: binder.place }.into()])
}

/// `op.create_check_constraint`.
///
/// # Errors
/// Where an argument is not what the operation takes, or not known.
pub fn check(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
    let mut fields = binder.fields(&signatures::CREATE_CHECK, args)?;
    let table = fields.table(binder, "table_name", "schema")?;
    let condition = fields.known(binder, "condition")?.map(|arg| arg.value).unwrap_or(crate::eval::Value::None);
    let condition = bridge::expression(binder.cx, &condition, "the condition of a check")?;
    let columns: Vec<Ident> = column_names(&condition).into_iter().map(Ident::new).collect();
    let name = named(binder, &fields, Named::Check, &table, &columns, None)?;
    let mut constraint = Constraint::new(ConstraintKind::Check { condition }, binder.place);
    timing(binder, &mut fields, &mut constraint)?;
    constraint.options = fields.options(binder, "check")?;
    constraint.name = name;
    Ok(vec![AddConstraint { table, constraint: Rc::new(constraint), place: binder.place }.into()])
}

/// `op.create_foreign_key`.
///
/// # Errors
/// Where an argument is not what the operation takes, or not known.
pub fn foreign_key(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
    let mut fields = binder.fields(&signatures::CREATE_FOREIGN_KEY, args)?;
    let table = fields.table(binder, "source_table", "source_schema")?;
    let referred = fields.table(binder, "referent_table", "referent_schema")?;
    let columns = fields.idents(binder, "local_cols")?;
    let referred_columns = fields.idents(binder, "remote_cols")?;
    if columns.len() != referred_columns.len() {
        let text = "ForeignKeyConstraint number of constrained columns must match the number of referenced columns.";
        return Err(binder.cx.raise("ArgumentError", text));
    }
    if columns.is_empty() {
        return Err(binder.cx.raise_builtin("IndexError", "list index out of range"));
    }
    let name = named(binder, &fields, Named::ForeignKey, &table, &columns, Some((&referred, &referred_columns)))?;
    let rule = ForeignKeyRule {
        columns,
        referred_table: referred,
        referred_columns,
        onupdate: fields.optional_text(binder, "onupdate")?,
        ondelete: fields.optional_text(binder, "ondelete")?,
        r#match: fields.optional_text(binder, "match")?,
        // `use_alter` says when a table's DDL leaves the key out; asked for by itself it is always written.
        use_alter: false,
    };
    let mut constraint = Constraint::new(ConstraintKind::ForeignKey(Box::new(rule)), binder.place);
    constraint.deferrable = fields.flag(binder, "deferrable")?;
    constraint.initially = fields.optional_text(binder, "initially")?;
    constraint.options = fields.options(binder, "foreign_key")?;
    constraint.name = name;
    Ok(vec![AddConstraint { table, constraint: Rc::new(constraint), place: binder.place }.into()])
}

fn finished(
    binder: &Binder<'_, '_>,
    table: TableName,
    name: Option<Name>,
    kind: ConstraintKind,
    finish: impl FnOnce(&mut Constraint) -> Result<(), Unwind>,
) -> Result<Vec<Change>, Unwind> {
    let mut constraint = Constraint::new(kind, binder.place);
    constraint.name = name;
    finish(&mut constraint)?;
    Ok(vec![AddConstraint { table, constraint: Rc::new(constraint), place: binder.place }.into()])
}

/// The name given, or what the naming convention makes of it.
fn named(
    binder: &mut Binder<'_, '_>,
    fields: &Fields,
    kind: Named,
    table: &TableName,
    columns: &[Ident],
    referred: Option<(&TableName, &[Ident])>,
) -> Result<Option<Name>, Unwind> {
    let name = fields.bound.value("constraint_name");
    let name = binder.name(&name, "the name of a constraint", fields.span("constraint_name"))?;
    let columns: Vec<NamedColumn> = columns.iter().map(|column| NamedColumn::new(Rc::clone(&column.text))).collect();
    binder.conventional(kind, table, name, &columns, referred)
}

/// Takes `deferrable` and `initially` out of the open keywords.
fn timing(binder: &mut Binder<'_, '_>, fields: &mut Fields, constraint: &mut Constraint) -> Result<(), Unwind> {
    let extra = std::mem::take(&mut fields.bound.extra);
    for (keyword, arg) in extra {
        match &*keyword {
            "deferrable" => {
                binder.known(&arg.value, "`deferrable` of a constraint", arg.span)?;
                if !arg.value.is_none() {
                    constraint.deferrable = Some(binder.cx.vm.truth(binder.cx.host, &arg.value, arg.span)?);
                }
            }
            "initially" if !arg.value.is_none() => {
                constraint.initially = Some(binder.ident(&arg.value, "`initially` of a constraint", arg.span)?.text);
            }
            "initially" | "info" => {}
            _ => fields.bound.extra.push((keyword, arg)),
        }
    }
    Ok(())
}

/// `op.create_exclude_constraint`.
///
/// # Errors
/// Where an argument is not what the operation takes, or not known.
pub fn exclude(binder: &mut Binder<'_, '_>, args: &Args) -> Result<Vec<Change>, Unwind> {
    let mut fields = binder.fields(&signatures::CREATE_EXCLUDE, args)?;
    let name = fields.ident(binder, "table_name")?;
    let schema = fields.bound.extra.iter().position(|(keyword, _)| &**keyword == "schema").map(|at| fields.bound.extra.remove(at).1);
    let schema = schema.filter(|arg| !arg.value.is_none()).map(|arg| binder.ident(&arg.value, "`schema`", arg.span)).transpose()?;
    let table = TableName { schema, name };
    let elements = std::mem::take(&mut fields.bound.rest);
    let keywords = std::mem::take(&mut fields.bound.extra);
    let made = binder.construct("ExcludeConstraint", elements, keywords)?;
    let mut constraint = bind::constraint(binder.cx, &made)?;
    let name = fields.bound.value("constraint_name");
    constraint.name = binder.name(&name, "the name of a constraint", fields.span("constraint_name"))?;
    constraint.place = binder.place;
    Ok(vec![AddConstraint { table, constraint: Rc::new(constraint), place: binder.place }.into()])
}
