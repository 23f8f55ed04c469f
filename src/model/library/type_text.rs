//! `str()` of a type: what it is called for no database in particular.
//!
//! Mirrors `TypeEngine.__str__` with `StrSQLTypeCompiler`.

use super::data::{self, TYPES};
use crate::model::{OptionValue, Type, TypeParam};

/// The text of a type; none where it is not known.
pub fn text(ty: &Type) -> Option<String> {
    if let Some(inner) = &ty.decorated {
        return text(inner);
    }
    let row = data::row(TYPES, &ty.class)?;
    let visited = match row.field(1) {
        "type_decorator" => decorated(&ty.class)?,
        visited => visited,
    };
    Some(match visited {
        "string" | "unicode" | "enum" => sized(ty, "VARCHAR"),
        "text" | "unicode_text" => sized(ty, "TEXT"),
        "VARCHAR" | "CHAR" | "NCHAR" | "NVARCHAR" | "TEXT" => sized(ty, visited),
        "BINARY" | "VARBINARY" => format!("{visited}{}", length(ty)),
        "numeric" => exact(ty, "NUMERIC"),
        "NUMERIC" | "DECIMAL" => exact(ty, visited),
        "integer" => "INTEGER".to_owned(),
        "big_integer" => "BIGINT".to_owned(),
        "small_integer" => "SMALLINT".to_owned(),
        "large_binary" => "BLOB".to_owned(),
        "uuid" => "CHAR(32)".to_owned(),
        "DOUBLE_PRECISION" => "DOUBLE PRECISION".to_owned(),
        "boolean" | "date" | "datetime" | "time" | "float" | "real" | "double" | "null" => visited.to_uppercase(),
        "user_defined" => return None,
        _ => own_name(&ty.class)?,
    })
}

/// What SQLAlchemy's own types that wrap another are visited as.
fn decorated(class: &str) -> Option<&'static str> {
    match class {
        "Interval" => Some("datetime"),
        "PickleType" => Some("large_binary"),
        _ => None,
    }
}

/// A class that no compiler knows goes by its name, if that is one of SQL.
fn own_name(class: &str) -> Option<String> {
    let name = class.rsplit('.').next()?;
    (name == name.to_uppercase()).then(|| name.to_owned())
}

fn sized(ty: &Type, name: &str) -> String {
    let collation = match ty.params.get("collation") {
        Some(TypeParam::Value(OptionValue::Str(collation))) if is_plain(collation) => format!(" COLLATE {collation}"),
        Some(TypeParam::Value(OptionValue::Str(collation))) => format!(" COLLATE \"{collation}\""),
        _ => String::new(),
    };
    format!("{name}{}{collation}", length(ty))
}

fn is_plain(name: &str) -> bool {
    name.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_')
}

fn length(ty: &Type) -> String {
    let longest = ty.enumeration.as_ref().and_then(|enumeration| enumeration.length);
    longest.or_else(|| number(ty, "length").filter(|length| *length != 0)).map_or_else(String::new, |length| format!("({length})"))
}

fn exact(ty: &Type, name: &str) -> String {
    match (number(ty, "precision"), number(ty, "scale")) {
        (None, _) => name.to_owned(),
        (Some(precision), None) => format!("{name}({precision})"),
        (Some(precision), Some(scale)) => format!("{name}({precision}, {scale})"),
    }
}

fn number(ty: &Type, param: &str) -> Option<i128> {
    match ty.params.get(param) {
        Some(TypeParam::Value(OptionValue::Int(number))) => Some(*number),
        _ => None,
    }
}
