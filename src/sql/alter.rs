//! What changes a table that is there: Alembic's own statements (`alembic.ddl.base` and the dialects' modules).

use std::rc::Rc;

use super::autoincrement::autoincrement_column;
use super::column;
use super::comment;
use super::constraint;
use super::default;
use super::literal;
use super::stmt::{ColumnConstraint, ColumnRef, DroppedKind};
use super::types::type_text;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::dialect::spec::{AlterColumn as Strategy, Autoincrement, DropConstraint};
use crate::model::column::SequenceOptions;
use crate::model::{Column, Constraint, ConstraintKind, Ident, Identity, Name, ServerDefault, TableName, Type};
use crate::template::{Field, Fields};

/// How a column is added.
#[derive(Clone, Copy, Debug)]
pub struct AddColumn {
    pub if_not_exists: bool,
    pub inline_references: bool,
    pub inline_primary_key: bool,
}

/// What stands before (`rows_begin`) or after (`rows_end`) rows that are inserted, and around a rebuild where the connection
/// checks foreign keys (`unchecked_begin`, `unchecked_end`); empty where there is nothing
/// (`MSSQLImpl.bulk_insert`).
///
/// # Errors
/// The template fails.
pub fn around(kind: &'static str, table: &TableName, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table));
    dialect.sentence(kind, &fields)
}

/// `ALTER TABLE … RENAME TO` (`visit_rename_table`).
///
/// # Errors
/// What the dialect can't say.
pub fn rename_table(table: &TableName, to: &Ident, dialect: &Dialect) -> Result<String, Diagnostic> {
    let renamed = TableName { schema: table.schema.clone(), name: to.clone() };
    let mut fields = Fields::new();
    fields.set("table", dialect.altered_table(table));
    fields.set("to", dialect.quote(to).into_owned());
    fields.set("to_with_schema", dialect.altered_table(&renamed));
    dialect.sentence("rename_table", &fields)
}

/// `ALTER TABLE … ADD COLUMN` (`visit_add_column`). The column counts as the only one of its table.
///
/// # Errors
/// What the dialect can't say.
pub fn add_column(table: &TableName, column: &Rc<Column>, how: AddColumn, dialect: &Dialect) -> Result<String, Diagnostic> {
    let key: Vec<&Ident> = column.primary_key.then_some(&column.name).into_iter().collect();
    // A key that counts by being the key can't be added.
    let never = matches!(dialect.spec().strategies.autoincrement, Autoincrement::Rowid | Autoincrement::None);
    let counting = !never && autoincrement_column(std::slice::from_ref(column), &key, &[])?.is_some();
    let mut fields = Fields::new();
    fields.set("table", dialect.altered_table(table));
    fields.set("column", column::specification(column, counting, dialect).map_err(|error| error.label(column.place, "this column"))?);
    fields.set("if_not_exists", how.if_not_exists);
    fields.set("inline_primary_key", how.inline_primary_key && column.primary_key);
    if how.inline_references {
        fields.set_some("references", inline_references(column, dialect)?);
    }
    fields.set("constraints", column::checks(column, dialect)?);
    dialect.sentence("add_column", &fields)
}

/// The column's foreign key where it has exactly one, of one column.
fn inline_references(column: &Column, dialect: &Dialect) -> Result<Option<String>, Diagnostic> {
    let mut keys = column.constraints.iter().filter_map(|constraint| match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => Some((constraint, rule)),
        _ => None,
    });
    match (keys.next(), keys.next()) {
        (Some((constraint, rule)), None) if rule.columns.len() == 1 => constraint::references(constraint, rule, dialect).map(Some),
        _ => Ok(None),
    }
}

/// `ALTER TABLE … DROP COLUMN` (`visit_drop_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop_column(table: &TableName, column: &Ident, if_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.altered_table(table));
    fields.set("column", dialect.quote(column).into_owned());
    fields.set("if_exists", if_exists);
    dialect.sentence("drop_column", &fields)
}

/// `SET NOT NULL` or `DROP NOT NULL` (`visit_column_nullable`).
///
/// # Errors
/// What the dialect can't say.
pub fn nullable(column: &ColumnRef, nullable: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = altered(column, dialect);
    fields.set("nullable", nullable);
    if let Some(ty) = column.existing_type.as_ref().filter(|_| dialect.spec().strategies.alter_column == Strategy::TypeCarriesNull) {
        fields.set("existing_type", type_text(ty, dialect)?);
    }
    dialect.sentence("column_nullable", &fields)
}

/// `ALTER COLUMN … TYPE` (`visit_column_type`).
///
/// # Errors
/// What the dialect can't say.
pub fn column_type(column: &ColumnRef, ty: &Type, using: Option<&str>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = altered(column, dialect);
    fields.set("type", type_text(ty, dialect)?);
    fields.set_some("using", using);
    dialect.sentence("column_type", &fields)
}

/// `SET DEFAULT` or `DROP DEFAULT` (`visit_column_default`), and what stands in its place for identity and computed columns.
///
/// # Errors
/// What the dialect can't say.
pub fn column_default(column: &ColumnRef, new: Option<&ServerDefault>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let existing = column.existing_server_default.as_ref();
    let either = |found: fn(&ServerDefault) -> bool| new.is_some_and(found) || existing.is_some_and(found);
    if either(|default| matches!(default, ServerDefault::Computed(_))) {
        return dialect.sentence("column_computed", &altered(column, dialect));
    }
    if either(|default| matches!(default, ServerDefault::Identity(_))) {
        return column_identity(column, existing, new, dialect);
    }
    refuse_textless(new)?;
    let mut fields = altered(column, dialect);
    fields.set_some("default", default::default_text(new, dialect)?);
    dialect.sentence("column_default", &fields)
}

/// A default without a text of its own can't be set (`get_column_default_string`).
fn refuse_textless(default: Option<&ServerDefault>) -> Result<(), Diagnostic> {
    match default {
        Some(ServerDefault::Fetched | ServerDefault::Identity(_) | ServerDefault::Computed(_)) => {
            Err(Diagnostic::error(Code::Unsupported, "what only the database knows has no text to set as a default")
                .help("write the default that the column is to have"))
        }
        _ => Ok(()),
    }
}

/// `RENAME … TO` (`visit_column_name`).
///
/// # Errors
/// What the dialect can't say.
pub fn column_name(column: &ColumnRef, to: &Ident, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = altered(column, dialect);
    fields.set("to", dialect.quote(to).into_owned());
    dialect.sentence("column_name", &fields)
}

/// `COMMENT ON COLUMN` as `alter_column` writes it (`visit_column_comment`).
///
/// # Errors
/// What the dialect can't say.
pub fn column_comment(column: &ColumnRef, comment: Option<&str>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = altered(column, dialect);
    comment::set_fields(&mut fields, &column.table, comment, dialect)?;
    if let Some(existing) = &column.existing_comment {
        fields.set("existing_comment", literal::string(existing, dialect)?);
    }
    dialect.sentence("column_comment", &fields)
}

/// What a column is to be in all, for dialects that say so (`MySQLModifyColumn`, `MySQLChangeColumn`).
#[derive(Clone, Copy, Debug)]
pub struct Redefined<'a> {
    pub name: Option<&'a Ident>,
    pub ty: &'a Type,
    pub nullable: bool,
    pub default: Option<&'a ServerDefault>,
    pub autoincrement: bool,
    pub comment: Option<&'a str>,
}

/// `MODIFY` or, with another name, `CHANGE` (`_mysql_modify_column`, `_mysql_change_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn redefine(column: &ColumnRef, new: Redefined<'_>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut definition = Fields::new();
    refuse_textless(new.default)?;
    definition.set("type", type_text(new.ty, dialect)?);
    definition.set("null", new.nullable).set("not_null", !new.nullable);
    if new.autoincrement {
        definition.set("autoincrement", dialect.spec().autoincrement.integer.as_str());
    }
    definition.set_some("default", default::default_text(new.default, dialect)?);
    if let Some(comment) = new.comment {
        definition.set("comment", literal::string(comment, dialect)?);
    }
    let mut fields = altered(column, dialect);
    fields.set("definition", dialect.sentence("redefinition", &definition)?);
    match new.name {
        Some(name) => {
            fields.set("to", dialect.quote(name).into_owned());
            dialect.sentence("change_column", &fields)
        }
        None => dialect.sentence("modify_column", &fields),
    }
}

/// A constraint of a column that is dropped by looking its name up (`_ExecDropConstraint`, `_ExecDropFKConstraint`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop_column_constraint(table: &TableName, column: &Ident, kind: ColumnConstraint, dialect: &Dialect) -> Result<String, Diagnostic> {
    let object = match &table.schema {
        Some(schema) => format!("{}.{}", schema.text, table.name.text),
        None => table.name.text.to_string(),
    };
    let mut fields = Fields::new();
    fields.set("table", dialect.altered_table(table)).set("object", object);
    fields.set("column", name_field(column, dialect));
    fields.set("foreign_key", kind == ColumnConstraint::ForeignKey);
    fields.set("check", kind == ColumnConstraint::Check);
    dialect.sentence("drop_column_constraint", &fields)
}

/// Identity added, changed or dropped (`visit_identity_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn column_identity(
    column: &ColumnRef,
    from: Option<&ServerDefault>,
    to: Option<&ServerDefault>,
    dialect: &Dialect,
) -> Result<String, Diagnostic> {
    let mut fields = altered(column, dialect);
    if let Some(ServerDefault::Identity(new)) = to {
        fields.set("identity", default::identity(new, dialect)?);
    }
    match (from, to) {
        (None, Some(ServerDefault::Identity(new))) => {
            fields.set("add", default::identity(new, dialect)?);
        }
        (Some(old), Some(ServerDefault::Identity(new))) => {
            fields.set("change", identity_changes(old, new, dialect)?);
        }
        _ => {
            fields.set("drop", true);
        }
    }
    dialect.sentence("column_identity", &fields)
}

/// `SET …` for each option that differs, in alphabetical order (`_compare_identity_default`).
fn identity_changes(old: &ServerDefault, new: &Identity, dialect: &Dialect) -> Result<String, Diagnostic> {
    let nothing = Identity::default();
    let old = match old {
        ServerDefault::Identity(old) => &**old,
        _ => &nothing,
    };
    let mut changes = Vec::new();
    if (old.always == Some(true)) != (new.always == Some(true)) {
        let word = if new.always == Some(true) { "ALWAYS" } else { "BY DEFAULT" };
        changes.push(format!("SET GENERATED {word}"));
    }
    let (was, is) = (&old.sequence, &new.sequence);
    let none = SequenceOptions::default;
    let candidates = [
        (was.cache != is.cache, SequenceOptions { cache: is.cache, ..none() }),
        (was.cycle != is.cycle, SequenceOptions { cycle: is.cycle, ..none() }),
        (was.increment != is.increment, SequenceOptions { increment: is.increment, ..none() }),
        (was.maxvalue != is.maxvalue, SequenceOptions { maxvalue: is.maxvalue, ..none() }),
        (was.minvalue != is.minvalue, SequenceOptions { minvalue: is.minvalue, ..none() }),
        (was.nomaxvalue != is.nomaxvalue, SequenceOptions { nomaxvalue: is.nomaxvalue, ..none() }),
        (was.nominvalue != is.nominvalue, SequenceOptions { nominvalue: is.nominvalue, ..none() }),
        (was.start != is.start, SequenceOptions { start: is.start, ..none() }),
    ];
    for (_, option) in candidates.iter().filter(|(differs, option)| *differs && *option != none()) {
        changes.push(format!("SET {}", default::sequence_options(option, dialect)?));
    }
    Ok(changes.join(" "))
}

/// `ALTER TABLE … ADD` of a constraint (`DDLCompiler.visit_add_constraint`).
///
/// # Errors
/// What the dialect can't say.
pub fn add_constraint(table: &TableName, constraint: &Constraint, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table));
    fields.set_some("constraint", constraint::table_constraint(constraint, dialect)?);
    dialect.sentence("add_constraint", &fields)
}

/// What `DROP CONSTRAINT` is told.
#[derive(Clone, Copy, Debug)]
pub struct Dropped<'a> {
    pub table: &'a TableName,
    pub name: Option<&'a Name>,
    pub kind: Option<DroppedKind>,
    pub if_exists: bool,
    pub cascade: bool,
}

/// `ALTER TABLE … DROP CONSTRAINT` (`DDLCompiler.visit_drop_constraint`).
///
/// # Errors
/// A constraint without a name, or what the dialect can't say.
pub fn drop_constraint(dropped: Dropped<'_>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let by_kind = dialect.spec().strategies.drop_constraint == DropConstraint::ByKind;
    if dropped.name.is_none() && !(by_kind && dropped.kind == Some(DroppedKind::PrimaryKey)) {
        return Err(Diagnostic::error(Code::BadArgument, "can't emit DROP CONSTRAINT for a constraint that has no name")
            .help("give the constraint's name"));
    }
    let kind = match (dialect.spec().strategies.drop_constraint, dropped.kind) {
        (DropConstraint::ByName, _) | (_, None) => "drop_constraint",
        (_, Some(DroppedKind::PrimaryKey)) => "drop_primary_key",
        (_, Some(DroppedKind::ForeignKey)) => "drop_foreign_key",
        (_, Some(DroppedKind::Unique)) => "drop_unique",
        (_, Some(DroppedKind::Check)) => "drop_check",
    };
    let mut fields = Fields::new();
    fields.set("table", dialect.table(dropped.table));
    fields.set_some("name", dropped.name.map(|name| dialect.constraint_name(name)).transpose()?);
    fields.set("if_exists", dropped.if_exists);
    fields.set("cascade", dropped.cascade);
    dialect.sentence(kind, &fields)
}

fn altered<'a>(column: &ColumnRef, dialect: &Dialect) -> Fields<'a> {
    let mut fields = Fields::new();
    let quoted = dialect.altered_table(&column.table);
    fields.set("table", Field::Name { quoted, raw: column.table.name.text.to_string() });
    fields.set("column", name_field(&column.name, dialect));
    fields
}

/// A name that prints quoted and offers its plain text.
fn name_field(name: &Ident, dialect: &Dialect) -> Field {
    Field::Name { quoted: dialect.quote(name).into_owned(), raw: name.text.to_string() }
}
