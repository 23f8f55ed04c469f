//! Things beside tables that have a name of their own: sequences, schemas, named types; and comments.

use super::alter::comment_text;
use super::default::sequence_options;
use super::literal;
use super::types::{enumeration_name, resolved, type_text};
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::{Column, Ident, Sequence, TableName, Type};
use crate::template::Fields;

/// `COMMENT ON TABLE` (`DDLCompiler.visit_set_table_comment`, `visit_drop_table_comment`).
///
/// # Errors
/// What the dialect can't say.
pub fn table_comment(table: &TableName, comment: Option<&str>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = commented(table, dialect);
    fields.set("comment", comment_text(comment, dialect)?);
    dialect.sentence("table_comment", &fields)
}

/// `COMMENT ON COLUMN` of a column just made (`DDLCompiler.visit_set_column_comment`).
///
/// # Errors
/// What the dialect can't say.
pub fn column_comment(table: &TableName, column: &Column, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = commented(table, dialect);
    fields.set("column", dialect.quote(&column.name).into_owned());
    fields.set("comment", comment_text(column.comment.as_deref(), dialect)?);
    dialect.sentence("set_column_comment", &fields)
}

fn commented<'a>(table: &TableName, dialect: &Dialect) -> Fields<'a> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table));
    fields.set("table_only", dialect.quote(&table.name).into_owned());
    let default = &dialect.spec().identifiers.default_schema;
    fields.set("schema", table.schema.as_ref().map_or_else(|| dialect.quote_text(default).into_owned(), |schema| dialect.schema(schema)));
    fields
}

/// `CREATE SEQUENCE` (`DDLCompiler.visit_create_sequence`).
///
/// # Errors
/// What the dialect can't say.
pub fn create_sequence(sequence: &Sequence, if_not_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("sequence", dialect.table(&sequence.name));
    fields.set("options", sequence_options(&sequence.options, dialect)?);
    fields.set("if_not_exists", if_not_exists);
    if let Some(ty) = &sequence.data_type {
        fields.set("data_type", type_text(ty, dialect)?);
    }
    dialect.sentence("create_sequence", &fields)
}

/// `DROP SEQUENCE` (`DDLCompiler.visit_drop_sequence`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop_sequence(sequence: &Sequence, if_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("sequence", dialect.table(&sequence.name));
    fields.set("if_exists", if_exists);
    dialect.sentence("drop_sequence", &fields)
}

/// `CREATE SCHEMA` (`DDLCompiler.visit_create_schema`).
///
/// # Errors
/// What the dialect can't say.
pub fn create_schema(name: &Ident, if_not_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("schema", dialect.quote(name).into_owned());
    fields.set("if_not_exists", if_not_exists);
    dialect.sentence("create_schema", &fields)
}

/// `DROP SCHEMA` (`DDLCompiler.visit_drop_schema`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop_schema(name: &Ident, cascade: bool, if_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("schema", dialect.quote(name).into_owned());
    fields.set("cascade", cascade);
    fields.set("if_exists", if_exists);
    dialect.sentence("drop_schema", &fields)
}

/// `CREATE TYPE … AS ENUM` (`PGDDLCompiler.visit_create_enum_type`).
///
/// # Errors
/// What the dialect can't say.
pub fn create_enum(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let ty = resolved(ty, dialect);
    let Some(enumeration) = &ty.enumeration else {
        return Err(no_enumeration());
    };
    let labels: Result<Vec<_>, _> = enumeration.values.iter().map(|value| literal::string(value, dialect)).collect();
    let mut fields = Fields::new();
    fields.set("name", enumeration_name(ty, enumeration, dialect)?);
    fields.set("labels", labels?.join(", "));
    dialect.sentence("create_enum", &fields)
}

/// `DROP TYPE` (`PGDDLCompiler.visit_drop_enum_type`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop_enum(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let ty = resolved(ty, dialect);
    let Some(enumeration) = &ty.enumeration else {
        return Err(no_enumeration());
    };
    let mut fields = Fields::new();
    fields.set("name", enumeration_name(ty, enumeration, dialect)?);
    dialect.sentence("drop_enum", &fields)
}

fn no_enumeration() -> Diagnostic {
    Diagnostic::error(Code::Bug, "a type that is no enumeration was to be made as one")
        .help("this is a defect of Aludel: report it with the revision that shows it")
}
