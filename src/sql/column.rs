//! Column specifications (`DDLCompiler.get_column_specification`).

use super::autoincrement::{Width, integer_width};
use super::constraint;
use super::default;
use super::literal;
use super::option;
use super::types::{check_in_column, flag, resolved, type_text};
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::dialect::spec::{Autoincrement, Nulls};
use crate::model::{self, Column, ConstraintKind, Identity, ServerDefault, Type};
use crate::template::Fields;

/// A column's name, type and what follows, without its constraints. `counting`: whether it is its table's
/// autoincrement column, and the table lets it count where the dialect asks that.
///
/// # Errors
/// What the dialect can't say.
pub fn specification(column: &Column, counting: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("name", dialect.quote(&column.name).into_owned());
    let identity = identity(column, counting, dialect);
    set_type(&mut fields, column, counting, identity.is_some(), dialect)?;
    if let Some(ServerDefault::Computed(computed)) = &column.server_default {
        fields.set("computed", default::computed(computed, dialect)?);
    }
    if let Some(identity) = &identity {
        fields.set("identity", default::identity(identity, dialect)?);
    }
    set_null(&mut fields, column, identity.is_some(), dialect);
    if let Some(comment) = column.comment.as_ref().filter(|_| dialect.spec().features.inline_comments) {
        fields.set("comment", literal::string(comment, dialect)?);
    }
    option::set_fields(&mut fields, &column.options, "column", dialect)?;
    dialect.sentence("column", &fields)
}

/// The type, or what stands in its place, and the default, or what stands in its.
fn set_type(fields: &mut Fields<'_>, column: &Column, counting: bool, identity: bool, dialect: &Dialect) -> Result<(), Diagnostic> {
    let spec = dialect.spec();
    if let Some(serial) = serial(column, counting && !identity, dialect) {
        fields.set("type", serial);
        return Ok(());
    }
    let computed = matches!(column.server_default, Some(ServerDefault::Computed(_)));
    let untyped = flag(&column.ty, "untyped") == Some(true);
    if !untyped && (!computed || spec.features.typed_computed) {
        check_in_column(&column.ty, dialect)?;
        fields.set("type", type_text(&column.ty, dialect)?);
    }
    match spec.strategies.autoincrement {
        Autoincrement::Keyword if counting && counts_by_keyword(column, dialect) => {
            fields.set("autoincrement", spec.autoincrement.integer.as_str());
        }
        Autoincrement::Identity if identity => {}
        strategy => {
            if strategy == Autoincrement::Rowid && counting {
                fields.set("autoincrement", spec.autoincrement.integer.as_str());
            }
            fields.set_some("default", default::column_default(column.server_default.as_ref(), dialect)?);
        }
    }
    Ok(())
}

/// The identity that is written: the column's own, or that of a counting column where the dialect counts so.
fn identity(column: &Column, counting: bool, dialect: &Dialect) -> Option<Identity> {
    let spec = dialect.spec();
    if let Some(ServerDefault::Identity(identity)) = &column.server_default {
        return spec.features.identity_columns.then(|| Identity::clone(identity));
    }
    let asked = counting || column.autoincrement == model::Autoincrement::Yes;
    let sequence = column.sequence.as_ref().is_some_and(|sequence| !sequence.optional);
    if spec.strategies.autoincrement != Autoincrement::Identity || !asked || sequence {
        return None;
    }
    let mut identity = Identity::default();
    identity.sequence.start = option::number(&column.options, "identity_start", dialect);
    identity.sequence.increment = option::number(&column.options, "identity_increment", dialect);
    Some(identity)
}

/// `AUTO_INCREMENT` stands where no default does, and no sequence that the database knows.
fn counts_by_keyword(column: &Column, dialect: &Dialect) -> bool {
    let filled = matches!(&column.server_default, Some(default) if !matches!(default, ServerDefault::Identity(_)));
    let sequence = column.sequence.as_ref().is_some_and(|sequence| !sequence.optional);
    !(filled || sequence && dialect.spec().features.sequences)
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

fn set_null(fields: &mut Fields<'_>, column: &Column, identity: bool, dialect: &Dialect) {
    let computed = matches!(column.server_default, Some(ServerDefault::Computed(_)));
    let strategy = dialect.spec().strategies.nulls;
    let forced = strategy == Nulls::Always
        && (column.primary_key || column.sequence.is_some() || column.autoincrement == model::Autoincrement::Yes || identity);
    fields.set("not_null", forced || (!column.nullable && (!identity || strategy == Nulls::Always)));
    let says_null = match strategy {
        Nulls::Never => false,
        Nulls::Timestamps => is_timestamp(&column.ty, dialect),
        Nulls::Always => !forced && !computed,
    };
    fields.set("null", says_null && column.nullable);
    fields.set("null_identity", column.nullable && identity);
}

/// Whether the database has this as a `TIMESTAMP`.
fn is_timestamp(ty: &Type, dialect: &Dialect) -> bool {
    resolved(ty, dialect).class.rsplit('.').next() == Some("TIMESTAMP")
}

/// The checks that stand behind a column (`column.constraints`), joined by spaces; its foreign keys are its table's.
///
/// # Errors
/// What the dialect can't say.
pub fn checks(column: &Column, dialect: &Dialect) -> Result<String, Diagnostic> {
    let is_own_check = |constraint: &&model::Constraint| matches!(constraint.kind, ConstraintKind::Check { .. }) && !constraint.type_bound;
    let checks = column.constraints.iter().filter(is_own_check);
    let texts: Result<Vec<_>, _> = checks.map(|check| constraint::column_check(check, dialect)).collect();
    Ok(texts?.join(" "))
}
