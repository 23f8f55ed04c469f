//! Column types as the revision named them, before any dialect compiles them.

use std::rc::Rc;

use indexmap::IndexMap;

use super::ident::Ident;
use super::option::OptionValue;
use crate::model::ByName;

/// A type object: its class and the arguments it was made with.
#[derive(Clone, Debug, PartialEq)]
pub struct Type {
    /// The canonical class: `String`, `VARCHAR`, `postgresql.JSONB`. Generic and SQL-standard classes of
    /// `sqlalchemy.types` have no prefix, a dialect's own have the dialect's name.
    pub class: Rc<str>,
    /// Constructor arguments by parameter name, only those that were given.
    pub params: ByName<TypeParam>,
    /// `Enum` and `postgresql.ENUM`.
    pub enumeration: Option<Rc<EnumType>>,
    /// `with_variant`: the type for a dialect, by the dialect's name.
    pub variants: Vec<(Rc<str>, Rc<Type>)>,
    /// A `TypeDecorator`'s own compiled form by dialect name where the project defines one
    /// (`load_dialect_impl`); `None` as key is what `impl` says.
    pub decorated: Option<Rc<Type>>,
}

/// An argument of a type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypeParam {
    Value(OptionValue),
    Type(Rc<Type>),
}

/// What is particular to an enumeration.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumType {
    /// The labels as stored in the database.
    pub values: Vec<Rc<str>>,
    pub name: Option<super::constraint::Name>,
    pub schema: Option<Ident>,
    pub native: bool,
    pub create_constraint: bool,
    /// `create_type` of `postgresql.ENUM`.
    pub create_type: bool,
    pub inherit_schema: bool,
    pub length: Option<i128>,
    /// Whether it was given `metadata=`: then tables do not create it.
    pub has_metadata: bool,
    /// Whether texts that are no label are refused.
    pub validate_strings: bool,
}

impl EnumType {
    /// How long its column is where it is a string: as said, else as the longest label.
    pub fn longest(&self) -> Option<i128> {
        self.length.or_else(|| self.values.iter().map(|value| value.chars().count()).max().and_then(|length| length.try_into().ok()))
    }
}

impl Type {
    /// A type without arguments.
    pub fn plain(class: impl Into<Rc<str>>) -> Self {
        Self { class: class.into(), params: IndexMap::default(), enumeration: None, variants: Vec::new(), decorated: None }
    }

    /// The type of a column that was given none (`sqlalchemy.types.NullType`).
    pub fn null() -> Self {
        Self::plain("NullType")
    }
}
