//! Types of SQL text to the model's.

use std::rc::Rc;

use super::super::{Schema, TypeKind};
use crate::dialect::replay::SqlType;
use crate::model::{ByName, EnumType, Ident, Name, OptionValue, TableName, Type, TypeParam};

/// What a type's text says.
pub(super) struct Written {
    pub ty: Type,
    /// A counting column: filled from a sequence.
    pub counts: bool,
    /// Whether the type is known at all.
    pub known: bool,
}

impl Schema {
    /// Reads a type as SQL text writes it.
    pub(super) fn type_from_sql(&self, text: &str) -> Written {
        let text = text.trim();
        if let Some(item) = text.strip_suffix(']').and_then(|rest| rest.rsplit_once('[')).map(|(item, _)| item) {
            return self.array(item);
        }
        let (name, arguments) = split_arguments(text);
        let upper = name.to_uppercase();
        match self.rules.types.get(&upper) {
            Some(row) => Written { ty: listed(row, &arguments), counts: row.counts, known: true },
            None => match self.rules.type_fallbacks.iter().find(|[part, _]| upper.contains(part.as_str())) {
                Some([_, class]) => Written { ty: Type::plain(class.as_str()), counts: false, known: true },
                None => self.named(text),
            },
        }
    }

    /// What an inspector finds where a type of this text was stored.
    pub fn stored_type(&self, text: &str) -> Type {
        self.type_from_sql(text).ty
    }

    fn array(&self, item: &str) -> Written {
        let item = self.type_from_sql(item);
        let known = item.known;
        let (inner, dimensions) = match item.ty.params.get("item_type") {
            Some(TypeParam::Type(inner)) => (Rc::clone(inner), dimensions(&item.ty) + 1),
            _ => (Rc::new(item.ty), 1),
        };
        let mut ty = Type::plain("ARRAY");
        ty.params.insert("item_type".into(), TypeParam::Type(inner));
        if dimensions > 1 {
            ty.params.insert("dimensions".into(), TypeParam::Value(OptionValue::Int(dimensions)));
        }
        Written { ty, counts: false, known }
    }

    /// A type that is no type of the database's own: one that the chain made, or an extension's.
    fn named(&self, text: &str) -> Written {
        let name = self.type_name(text);
        let kind = self.types.get(&self.naming().key(&name)).and_then(|known| known.entry.get()).map(|object| object.kind.clone());
        match kind {
            Some(TypeKind::Enum(values)) => {
                Written { known: values.is_some(), ty: enumeration(&name, values.unwrap_or_default()), counts: false }
            }
            Some(TypeKind::Domain(Some(inner))) => Written { ty: Type::clone(&inner), counts: false, known: true },
            _ => Written { ty: Type::null(), counts: false, known: false },
        }
    }

    fn type_name(&self, text: &str) -> TableName {
        let mut parts = text.rsplit('.').map(|part| {
            let part = part.trim();
            let bare = part.trim_matches(['"', '`']);
            Ident::new(if bare.len() == part.len() { self.naming().fold(&bare.into()) } else { bare.into() })
        });
        let name = parts.next().unwrap_or_else(|| Ident::new(""));
        TableName { schema: parts.next(), name }
    }
}

/// `name (arguments) rest` to `name rest` and the arguments.
fn split_arguments(text: &str) -> (String, Vec<i128>) {
    let Some((name, rest)) = text.split_once('(') else { return (text.to_owned(), Vec::new()) };
    let (arguments, rest) = rest.split_once(')').unwrap_or((rest, ""));
    let name = format!("{} {}", name.trim(), rest.trim());
    (name.trim().to_owned(), arguments.split(',').filter_map(|argument| argument.trim().parse().ok()).collect())
}

fn listed(row: &SqlType, arguments: &[i128]) -> Type {
    let flags = row.flags.iter().map(|flag| (flag.as_str().into(), TypeParam::Value(OptionValue::Bool(true))));
    let given = row.arguments.iter().zip(arguments).map(|(name, value)| (name.as_str().into(), TypeParam::Value(OptionValue::Int(*value))));
    Type { params: given.chain(flags).collect::<ByName<_>>(), ..Type::plain(row.class.as_str()) }
}

fn enumeration(name: &TableName, values: Vec<Rc<str>>) -> Type {
    let enumeration = EnumType {
        values,
        name: Some(Name::Given(name.name.clone())),
        schema: name.schema.clone(),
        native: true,
        create_constraint: false,
        create_type: true,
        inherit_schema: false,
        length: None,
        has_metadata: false,
        validate_strings: false,
    };
    Type { enumeration: Some(Rc::new(enumeration)), ..Type::plain("Enum") }
}

fn dimensions(ty: &Type) -> i128 {
    match ty.params.get("dimensions") {
        Some(TypeParam::Value(OptionValue::Int(number))) => *number,
        _ => 1,
    }
}
