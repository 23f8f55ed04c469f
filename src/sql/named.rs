//! Things beside tables that have a name of their own: sequences, schemas, named types.

use std::rc::Rc;

use super::default::sequence_options;
use super::types::{self, resolved, type_text};
use super::{expression, literal};
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::{Ident, Name, OptionValue, Sequence, Type, TypeParam};
use crate::template::Fields;

/// `CREATE SEQUENCE` (`DDLCompiler.visit_create_sequence`).
///
/// # Errors
/// What the dialect can't say.
pub fn create_sequence(sequence: &Sequence, if_not_exists: bool, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("sequence", dialect.sequence(&sequence.name));
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
    fields.set("sequence", dialect.sequence(&sequence.name));
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

/// `CREATE TYPE … AS ENUM` or `CREATE DOMAIN` (`PGDDLCompiler.visit_create_enum_type`, `visit_create_domain_type`).
///
/// # Errors
/// What the dialect can't say.
pub fn create_type(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let ty = resolved(ty, dialect);
    if types::is_domain(ty) {
        return create_domain(ty, dialect);
    }
    let Some(enumeration) = &ty.enumeration else {
        return Err(no_named_type());
    };
    let labels: Result<Vec<_>, _> = enumeration.values.iter().map(|value| literal::string(value, dialect)).collect();
    let mut fields = Fields::new();
    fields.set("name", types::enumeration_name(ty, enumeration, dialect)?);
    fields.set("labels", labels?.join(", "));
    dialect.sentence("create_enum", &fields)
}

fn create_domain(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let mut fields = Fields::new();
    fields.set("name", types::domain_name(ty, dialect)?);
    if let Some(TypeParam::Type(inner)) = ty.params.get("data_type") {
        fields.set("data_type", type_text(inner, dialect)?);
    }
    for (name, param) in &ty.params {
        match (&**name, param) {
            ("collation", TypeParam::Value(OptionValue::Str(text))) => {
                fields.set("collation", types::collation(text, types::text_param(ty, "collation_schema"), dialect));
            }
            ("default", TypeParam::Value(OptionValue::Str(text))) => {
                fields.set("default", literal::string(text, dialect)?);
            }
            ("default", TypeParam::Value(OptionValue::Expr(expr))) => {
                fields.set("default", expression::ddl(expr, dialect)?);
            }
            ("constraint_name", TypeParam::Value(OptionValue::Str(text))) => {
                fields.set("constraint_name", dialect.constraint_name(&Name::Given(Ident::new(Rc::clone(text))))?);
            }
            ("not_null", TypeParam::Value(OptionValue::Bool(flag))) => {
                fields.set("not_null", *flag);
            }
            ("check", TypeParam::Value(OptionValue::Str(text))) => {
                fields.set("condition", expression::plain(text, dialect)?);
            }
            ("check", TypeParam::Value(OptionValue::Expr(expr))) => {
                fields.set("condition", expression::ddl(expr, dialect)?);
            }
            _ => {}
        }
    }
    dialect.sentence("create_domain", &fields)
}

/// `DROP TYPE` or `DROP DOMAIN` (`PGDDLCompiler.visit_drop_enum_type`, `visit_drop_domain_type`).
///
/// # Errors
/// What the dialect can't say.
pub fn drop_type(ty: &Type, dialect: &Dialect) -> Result<String, Diagnostic> {
    let ty = resolved(ty, dialect);
    let mut fields = Fields::new();
    if types::is_domain(ty) {
        fields.set("name", types::domain_name(ty, dialect)?);
        return dialect.sentence("drop_domain", &fields);
    }
    let Some(enumeration) = &ty.enumeration else {
        return Err(no_named_type());
    };
    fields.set("name", types::enumeration_name(ty, enumeration, dialect)?);
    dialect.sentence("drop_enum", &fields)
}

fn no_named_type() -> Diagnostic {
    Diagnostic::error(Code::Bug, "a type that has no name of its own was to be made")
        .help("this is a defect of Aludel: report it with the revision that shows it")
}
