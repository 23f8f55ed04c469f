//! Identifiers as the revision wrote them; when and how to quote is the dialect's business.

use std::rc::Rc;

/// A name, and whether the author forced or forbade quoting it (`sqlalchemy.sql.quoted_name`).
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Ident {
    pub text: Rc<str>,
    pub quote: Option<bool>,
}

impl Ident {
    /// A name that is quoted where the dialect needs it.
    pub fn new(text: impl Into<Rc<str>>) -> Self {
        Self { text: text.into(), quote: None }
    }
}

impl From<&str> for Ident {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

/// A table's name with its schema, where one was given.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TableName {
    pub schema: Option<Ident>,
    pub name: Ident,
}

impl TableName {
    /// A table in the default schema.
    pub fn new(name: impl Into<Ident>) -> Self {
        Self { schema: None, name: name.into() }
    }
}
