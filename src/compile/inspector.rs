//! Inspectors: questions about the database, answered by the replayed schema.

use std::cell::RefCell;

use super::host::Compiler;
use crate::eval::{Args, Unwind, Value, Vm};
use crate::model::TableName;
use crate::source::Span;

/// Methods of an inspector that are understood.
pub(super) const METHODS: &[&str] = &[
    "get_table_names", "has_table", "get_columns", "get_indexes", "get_unique_constraints", "get_foreign_keys", "get_pk_constraint",
    "get_check_constraints", "get_table_comment", "has_index", "has_schema", "get_schema_names", "get_view_names", "get_sequence_names",
    "get_enums", "get_table_options", "has_sequence", "reflect_table", "clear_cache", "get_sorted_table_and_fkc_names",
];

/// An attribute of an inspector.
pub(super) fn attribute(compiler: &Compiler<'_>, name: &str, span: Span) -> Option<Value> {
    match name {
        "dialect" => Some(Value::Library(compiler.library.dialect_object())),
        "bind" | "engine" => Some(crate::ops::Thing::Connection.new(span)),
        "default_schema_name" => Some(Value::str(compiler.settings.dialect.spec().identifiers.default_schema.as_str())),
        _ => None,
    }
}

pub(super) fn call(_: &mut Compiler<'_>, _: &mut Vm, _: &RefCell<Vec<(String, Value)>>, name: &str, _: &Args, span: Span) -> Result<Value, Unwind> {
    Ok(Value::live(span, format!("inspector.{name}()")))
}

pub(super) fn has_table(_: &mut Compiler<'_>, _: &mut Vm, _: &Args, span: Span) -> Result<Value, Unwind> {
    Ok(Value::live(span, "has_table()"))
}

pub(super) fn has_named_table(_: &mut Compiler<'_>, _: &mut Vm, _: &TableName, span: Span) -> Result<Value, Unwind> {
    Ok(Value::live(span, "has_table()"))
}

pub(super) fn reflect_into_table(_: &mut Compiler<'_>, _: &mut Vm, _: &Args, span: Span) -> Result<Value, Unwind> {
    Ok(Value::live(span, "Table(autoload_with=…)"))
}

pub(super) fn reflect_metadata(_: &mut Compiler<'_>, _: &mut Vm, _: &Value, _: &Args, span: Span) -> Result<Value, Unwind> {
    Ok(Value::live(span, "metadata.reflect()"))
}
