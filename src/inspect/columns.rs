//! `get_columns`.

use std::rc::Rc;

use super::defaults::{computed_text, default_text, drawn_from};
use super::shape::{dictionary, entries, optional};
use super::{Window, reflected_type};
use crate::eval::Value;
use crate::model::expr::Affinity;
use crate::model::{Column, Identity, ServerDefault, Type};
use crate::schema::{Schema, Table, Why};

/// A column's dictionary; `Unknown` stands for what is not known of it.
pub fn column(schema: &Schema, window: &dyn Window, table: &Table, column: &Column) -> Value {
    let gaps = table.gaps_of(schema.naming(), &column.name);
    let mut reflected = if gaps.ty { None } else { reflected_type(schema, &column.ty) };
    let default = if gaps.default { unknown(table, column, "default") } else { default(schema, window, table, column, reflected.as_ref()) };
    let counts = matches!(column.server_default, Some(ServerDefault::Identity(_))) || draws(schema, &default, reflected.as_ref());
    dictionary(&schema.rules().shapes.column, |key| {
        Some(match key {
            "name" => Value::Str(Rc::clone(&column.name.text)),
            "type" => reflected.take().map_or_else(|| unknown(table, column, "type"), |ty| window.type_value(ty)),
            "nullable" if gaps.nullable => unknown(table, column, "nullability"),
            "nullable" => Value::Bool(column.nullable && !column.primary_key),
            "default" => default.clone(),
            "autoincrement" => Value::Bool(counts),
            "comment" if gaps.comment => unknown(table, column, "comment"),
            "comment" => optional(column.comment.as_ref()),
            "computed" => computed(window, column)?,
            "identity" => identity(schema, column)?,
            "primary_key" => Value::Int(i128::from(column.primary_key)),
            _ => Value::None,
        })
    })
}

/// Whether an integer column's default draws from a sequence.
fn draws(schema: &Schema, default: &Value, reflected: Option<&Type>) -> bool {
    let integer = reflected.is_some_and(|ty| ty.affinity() == Affinity::Integer);
    integer && default.as_str().is_some_and(|text| drawn_from(schema, text).is_some())
}

fn default(schema: &Schema, window: &dyn Window, table: &Table, column: &Column, reflected: Option<&Type>) -> Value {
    let null = Type::null();
    match default_text(schema, window, table, column, reflected.unwrap_or(&null)) {
        Some(None) => Value::None,
        Some(Some(text)) => Value::str(text),
        None => unknown(table, column, "default"),
    }
}

fn unknown(table: &Table, column: &Column, what: &str) -> Value {
    let why: &Why = table.knowledge.why().unwrap_or(&table.made);
    let reason = format!("the {what} of column `{}` of table `{}` is not known", column.name.text, table.definition.name.name.text);
    Value::unknown(why.place, reason, crate::eval::Origin::Harmless)
}

fn computed(window: &dyn Window, column: &Column) -> Option<Value> {
    let Some(ServerDefault::Computed(computed)) = &column.server_default else { return None };
    let text = computed_text(window, &computed.expression).map_or(Value::None, Value::str);
    let persisted = Value::Bool(computed.persisted.unwrap_or(true));
    Some(entries([("sqltext".to_owned(), text), ("persisted".to_owned(), persisted)]))
}

fn identity(schema: &Schema, column: &Column) -> Option<Value> {
    let Some(ServerDefault::Identity(identity)) = &column.server_default else { return None };
    let down = identity.sequence.increment.is_some_and(|step| step < 0);
    let (least, most) = bounds(&column.ty.class);
    Some(dictionary(&schema.rules().shapes.identity, |key| Some(identity_field(identity, key, down, least, most))))
}

fn identity_field(identity: &Identity, key: &str, down: bool, least: i128, most: i128) -> Value {
    let counting = &identity.sequence;
    let minimum = counting.minvalue.unwrap_or(if down { least } else { 1 });
    let maximum = counting.maxvalue.unwrap_or(if down { -1 } else { most });
    match key {
        "always" => Value::Bool(identity.always.unwrap_or(false)),
        "start" => Value::Int(counting.start.unwrap_or(if down { maximum } else { minimum })),
        "increment" => Value::Int(counting.increment.unwrap_or(1)),
        "minvalue" => Value::Int(minimum),
        "maxvalue" => Value::Int(maximum),
        "cache" => Value::Int(counting.cache.unwrap_or(1)),
        "cycle" => Value::Bool(counting.cycle.unwrap_or(false)),
        _ => Value::None,
    }
}

/// The range of an integer type.
fn bounds(class: &str) -> (i128, i128) {
    match class {
        "SmallInteger" | "SMALLINT" => (i128::from(i16::MIN), i128::from(i16::MAX)),
        "BigInteger" | "BIGINT" => (i128::from(i64::MIN), i128::from(i64::MAX)),
        _ => (i128::from(i32::MIN), i128::from(i32::MAX)),
    }
}
