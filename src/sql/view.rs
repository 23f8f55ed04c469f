//! Views, and tables made of a statement's rows.

use super::{option, query};
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::TableName;
use crate::model::expr::ddl::TableViaSelect;
use crate::template::Fields;

/// `CREATE VIEW`, `CREATE TABLE … AS` (`DDLCompiler._generate_table_select`).
///
/// # Errors
/// What the dialect can't say.
pub fn create(made: &TableViaSelect, dialect: &Dialect) -> Result<String, Diagnostic> {
    let select = query::compile(&made.select, dialect)?;
    let mut fields = Fields::new();
    // Where the name of the table stands within the statement, it stands before its sources.
    let shouted = select.to_ascii_uppercase();
    if let Some((head, rest)) = shouted.find(" FROM ").or_else(|| shouted.find("\nFROM ")).and_then(|at| select.split_at_checked(at)) {
        fields.set("head", head.to_owned()).set("rest", rest.to_owned());
    }
    fields.set("table", dialect.table(&made.name)).set("temporary", made.temporary);
    if !made.view {
        fields.set("select", select).set("if_not_exists", made.if_not_exists);
        return dialect.sentence("create_table_as", &fields);
    }
    fields.set("select", select).set("or_replace", made.or_replace).set("materialized", made.materialized);
    option::set_fields(&mut fields, &made.options, "view", dialect)?;
    dialect.sentence("create_view", &fields)
}

/// `DROP VIEW` (`DDLCompiler.visit_drop_view`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop(view: &TableName, materialized: bool, if_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("table", dialect.table(view)).set("materialized", materialized).set("if_exists", if_exists);
    dialect.sentence("drop_view", &fields)
}
