//! What the database fills a column with: defaults, computed and identity columns, and how sequences count.

use super::expression;
use super::literal;
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::column::SequenceOptions;
use crate::model::{Computed, Identity, ServerDefault};
use crate::template::Fields;

/// The text after `DEFAULT`, where there is one (`DDLCompiler.get_column_default_string`).
///
/// # Errors
/// What the dialect can't say.
pub fn default_text(default: Option<&ServerDefault>, dialect: &Dialect) -> Result<Option<String>, Diagnostic> {
    match default {
        Some(ServerDefault::Text(text)) => literal::string(text, dialect).map(Some),
        Some(ServerDefault::Expr(expr)) => expression::ddl(expr, dialect).map(Some),
        Some(ServerDefault::Computed(_) | ServerDefault::Identity(_) | ServerDefault::Fetched) | None => Ok(None),
    }
}

/// `GENERATED ALWAYS AS (…)` (`DDLCompiler.visit_computed_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn computed(computed: &Computed, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("expression", expression::ddl(&computed.expression, dialect)?);
    fields.set("stored", computed.persisted == Some(true));
    fields.set("virtual", computed.persisted == Some(false));
    dialect.sentence("computed", &fields)
}

/// `GENERATED … AS IDENTITY` (`DDLCompiler.visit_identity_column`).
///
/// # Errors
/// What the dialect can't say.
pub fn identity(identity: &Identity, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("always", identity.always == Some(true));
    fields.set("on_null", identity.on_null == Some(true));
    fields.set("options", sequence_options(&identity.sequence, dialect)?);
    dialect.sentence("identity", &fields)
}

/// How a sequence counts (`DDLCompiler.get_identity_options`); empty where nothing was given.
///
/// # Errors
/// What the dialect can't say.
pub fn sequence_options(options: &SequenceOptions, dialect: &Dialect) -> Result<String, Diagnostic> {
    if *options == SequenceOptions::default() {
        return Ok(String::new());
    }
    let mut fields = Fields::new();
    let numbers = [
        ("increment", options.increment),
        ("start", options.start),
        ("minvalue", options.minvalue),
        ("maxvalue", options.maxvalue),
        ("cache", options.cache),
    ];
    for (name, number) in numbers {
        fields.set_some(name, number.map(|number| number.to_string()));
    }
    fields.set("no_minvalue", options.nominvalue.is_some());
    fields.set("no_maxvalue", options.nomaxvalue.is_some());
    fields.set("cycle", options.cycle == Some(true));
    fields.set("no_cycle", options.cycle == Some(false));
    fields.set("order", options.order == Some(true));
    fields.set("no_order", options.order == Some(false));
    // The first clause that is written brings a space, since only the list's first item has none.
    Ok(dialect.sentence("sequence_options", &fields)?.trim_start().to_owned())
}
