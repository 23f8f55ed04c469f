//! The type that a column is reflected with.

use std::rc::Rc;

use indexmap::IndexMap;

use super::{Entry, Schema, TypeKind};
use crate::dialect::replay::ReflectedType;
use crate::model::{ByName, EnumType, Ident, Name, OptionValue, TableName, Type, TypeParam};

/// What SQLAlchemy reflects a type as, once the database has stored it; none where that is not known.
pub fn reflected_type(schema: &Schema, ty: &Type) -> Option<Type> {
    let ty = schema.effective_type(ty);
    if let Some(enumeration) = &ty.enumeration {
        return Some(reflected_enum(schema, enumeration));
    }
    let Some(row) = schema.rules().reflected.get(&*ty.class) else { return unlisted(schema, ty) };
    let class = match (&row.narrow, number(ty, "precision")) {
        (Some(narrow), Some(precision)) if precision <= i128::from(narrow.precision) => narrow.class.as_str(),
        _ => row.class.as_str(),
    };
    let params = if class == row.class { kept(row, ty) } else { IndexMap::default() };
    let mut reflected = Type { params, ..Type::plain(class) };
    if let Some(TypeParam::Type(item)) = ty.params.get("item_type") {
        reflected.params.insert("item_type".into(), TypeParam::Type(Rc::new(reflected_type(schema, item)?)));
    }
    Some(reflected)
}

/// A class without a row is the database's own if it is one of the dialect's classes.
fn unlisted(schema: &Schema, ty: &Type) -> Option<Type> {
    let rules = schema.rules();
    let own = ty.class.split_once('.').is_some_and(|(dialect, _)| *dialect == *rules.dialect || *dialect == *rules.parent);
    own.then(|| ty.clone())
}

fn kept(row: &ReflectedType, ty: &Type) -> ByName<TypeParam> {
    let mut params: ByName<TypeParam> = IndexMap::default();
    for name in &row.keep {
        if let Some((name, value)) = ty.params.get_key_value(name.as_str()).filter(|(_, value)| says_something(value)) {
            params.insert(Rc::clone(name), value.clone());
        }
    }
    let implied = row.implied.iter().filter(|_| !params.is_empty()).collect::<Vec<_>>();
    for (name, value) in implied.into_iter().chain(&row.given) {
        params.entry(name.as_str().into()).or_insert_with(|| TypeParam::Value(OptionValue::Int(i128::from(*value))));
    }
    params
}

fn says_something(value: &TypeParam) -> bool {
    !matches!(value, TypeParam::Value(OptionValue::None | OptionValue::Bool(false)))
}

fn number(ty: &Type, name: &str) -> Option<i128> {
    match ty.params.get(name) {
        Some(TypeParam::Value(OptionValue::Int(number))) => Some(*number),
        _ => None,
    }
}

fn reflected_enum(schema: &Schema, enumeration: &EnumType) -> Type {
    let rules = schema.rules();
    if !enumeration.native || !rules.enum_types {
        return inline_enum(schema, enumeration);
    }
    let name = enumeration.name.as_ref().map(Name::text).unwrap_or_default();
    let key = TableName { schema: enumeration.schema.clone(), name: Ident::new(name) };
    let visible = enumeration.schema.as_ref().is_none_or(|named| *named.text == *rules.default_schema);
    let mut reflected = EnumType {
        values: labels(schema, &key).unwrap_or_else(|| enumeration.values.clone()),
        name: Some(Name::Conventional(name.into())),
        schema: enumeration.schema.clone().filter(|_| !visible),
        native: true,
        create_type: true,
        create_constraint: false,
        ..enumeration.clone()
    };
    reflected.has_metadata = false;
    Type { enumeration: Some(Rc::new(reflected)), ..Type::plain(format!("{}.ENUM", rules.dialect)) }
}

/// An enumeration that is no object of its own in the database: a type that lists its values, or a string.
fn inline_enum(schema: &Schema, enumeration: &EnumType) -> Type {
    let class = schema.rules().reflected.get("Enum").map_or("VARCHAR", |row| row.class.as_str());
    let listed = class.ends_with(".ENUM");
    if listed && enumeration.native {
        let nameless = EnumType { name: None, schema: None, create_constraint: false, has_metadata: false, ..enumeration.clone() };
        return Type { enumeration: Some(Rc::new(nameless)), ..Type::plain(class) };
    }
    let class = if listed { string_class(schema) } else { class };
    let longest = enumeration.values.iter().map(|value| value.chars().count()).max().unwrap_or(0);
    let length = enumeration.length.unwrap_or_else(|| i128::try_from(longest).unwrap_or(0));
    let mut ty = Type::plain(class);
    ty.params.insert("length".into(), TypeParam::Value(OptionValue::Int(length)));
    ty
}

fn string_class(schema: &Schema) -> &str {
    schema.rules().reflected.get("String").map_or("VARCHAR", |row| row.class.as_str())
}

fn labels(schema: &Schema, name: &TableName) -> Option<Vec<Rc<str>>> {
    match &schema.type_object(name)? {
        Entry::There(object) => match &object.kind {
            TypeKind::Enum(labels) => labels.clone(),
            _ => None,
        },
        _ => None,
    }
}
