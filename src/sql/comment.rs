//! Comments of tables and columns.

use super::column;
use super::literal;
use crate::diag::Diagnostic;
use crate::dialect::spec::Comments;
use crate::dialect::{Dialect, unsupported};
use crate::model::{Column, Name, TableName};
use crate::template::Fields;

/// `COMMENT ON TABLE` (`DDLCompiler.visit_set_table_comment`, `visit_drop_table_comment`).
///
/// # Errors
/// What the dialect can't say.
pub fn of_table(table: &TableName, comment: Option<&str>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table));
    set_fields(&mut fields, table, comment, dialect)?;
    dialect.sentence("table_comment", &fields)
}

/// `COMMENT ON COLUMN` of a column just made (`DDLCompiler.visit_set_column_comment`).
///
/// # Errors
/// What the dialect can't say.
pub fn of_column(table: &TableName, column: &Column, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table));
    fields.set("column", dialect.quote(&column.name).into_owned());
    set_fields(&mut fields, table, column.comment.as_deref(), dialect)?;
    if dialect.spec().features.inline_comments {
        fields.set("definition", column::specification(column, false, dialect)?);
    }
    dialect.sentence("set_column_comment", &fields)
}

/// `COMMENT ON CONSTRAINT` (`DDLCompiler.visit_set_constraint_comment`, `visit_drop_constraint_comment`).
///
/// # Errors
/// What the dialect can't say.
pub fn of_constraint(table: &TableName, constraint: &Name, comment: Option<&str>, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(table));
    fields.set("name", dialect.constraint_name(constraint)?);
    if let Some(comment) = comment {
        fields.set("comment", literal::string(comment, dialect)?);
    }
    dialect.sentence("constraint_comment", &fields)
}

/// The comment, and what else a dialect may want to say where it belongs.
///
/// # Errors
/// No schema, where the dialect has to name one and has none by default.
pub fn set_fields(fields: &mut Fields<'_>, table: &TableName, comment: Option<&str>, dialect: &Dialect) -> Result<(), Diagnostic> {
    let by_property = dialect.spec().strategies.comments == Comments::ExtendedProperty;
    if let Some(comment) = comment {
        let text = if by_property { literal::national_string(comment, dialect)? } else { literal::string(comment, dialect)? };
        fields.set("comment", text);
    }
    fields.set("table_only", dialect.quote(&table.name).into_owned());
    let default = &dialect.spec().identifiers.default_schema;
    match &table.schema {
        Some(schema) => fields.set("schema", dialect.schema(schema)),
        None if by_property && default.is_empty() => {
            return Err(unsupported(dialect, "a comment without a schema: name it with `schema=`"));
        }
        None => fields.set("schema", dialect.quote_text(default).into_owned()),
    };
    Ok(())
}
