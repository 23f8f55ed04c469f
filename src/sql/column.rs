//! Column specifications (`DDLCompiler.get_column_specification`).

use super::autoincrement::{Width, integer_width};
use super::constraint;
use super::default;
use super::literal;
use super::types::{resolved, type_text};
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::dialect::spec::Autoincrement;
use crate::model::{Column, ConstraintKind, ServerDefault};
use crate::template::Fields;

/// A column's name, type and what follows, without its constraints. `counting`: whether it is its table's
/// autoincrement column.
///
/// # Errors
/// What the dialect can't say.
pub fn specification(column: &Column, counting: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let features = &dialect.spec().features;
    let identity = match &column.server_default {
        Some(ServerDefault::Identity(identity)) if features.identity_columns => Some(identity),
        _ => None,
    };
    let mut fields = Fields::new();
    fields.set("name", dialect.quote(&column.name).into_owned());
    match serial(column, counting && identity.is_none(), dialect) {
        Some(serial) => fields.set("type", serial),
        None => {
            fields.set_some("default", default::default_text(column.server_default.as_ref(), dialect)?);
            fields.set("type", type_text(&column.ty, dialect)?)
        }
    };
    if let Some(ServerDefault::Computed(computed)) = &column.server_default {
        fields.set("computed", default::computed(computed, dialect)?);
    }
    if let Some(identity) = identity {
        fields.set("identity", default::identity(identity, dialect)?);
    }
    fields.set("not_null", !column.nullable && identity.is_none());
    fields.set("null", column.nullable && identity.is_none());
    fields.set("null_identity", column.nullable && identity.is_some());
    if let Some(comment) = column.comment.as_ref().filter(|_| features.inline_comments) {
        fields.set("comment", literal::string(comment, dialect)?);
    }
    dialect.sentence("column", &fields)
}

/// What stands in the type's place of a counting column, where the dialect does it so.
fn serial<'a>(column: &Column, counting: bool, dialect: &'a Dialect) -> Option<&'a str> {
    let spec = dialect.spec();
    let filled = column.has_python_default || column.sequence.as_ref().is_some_and(|sequence| !sequence.optional);
    if spec.strategies.autoincrement != Autoincrement::Serial || !counting || filled {
        return None;
    }
    match integer_width(resolved(&column.ty, dialect)) {
        Some(Width::Big) => Some(&spec.autoincrement.big),
        Some(Width::Small) if spec.features.small_autoincrement => Some(&spec.autoincrement.small),
        Some(Width::Small) => None,
        _ => Some(&spec.autoincrement.integer),
    }
}

/// The checks that stand behind a column (`column.constraints`), joined by spaces; its foreign keys are its table's.
///
/// # Errors
/// What the dialect can't say.
pub fn checks(column: &Column, dialect: &Dialect) -> Result<String, Diagnostic> {
    let checks =
        column.constraints.iter().filter(|constraint| matches!(constraint.kind, ConstraintKind::Check { .. }) && !constraint.type_bound);
    let texts: Result<Vec<_>, _> = checks.map(|check| constraint::column_check(check, dialect)).collect();
    Ok(texts?.join(" "))
}
