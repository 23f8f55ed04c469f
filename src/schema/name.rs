//! Names as keys: how the dialect compares them.

use std::fmt;
use std::rc::Rc;

use super::rules::Rules;
use crate::dialect::replay::{Fold, IgnoreCase};
use crate::model::{Ident, TableName};

/// A name with its schema, in the form in which the database compares it.
///
/// Ordered by name first, so that all objects of one bare name stand together.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(Rc<KeyParts>);

/// The parts of a [`Key`].
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct KeyParts {
    pub name: Rc<str>,
    pub schema: Rc<str>,
}

impl Key {
    /// A key of names in compared form.
    pub fn new(name: Rc<str>, schema: Rc<str>) -> Self {
        Self(Rc::new(KeyParts { name, schema }))
    }
}

impl std::ops::Deref for Key {
    type Target = KeyParts;

    fn deref(&self) -> &KeyParts {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.schema.is_empty() { write!(out, "{}", self.name) } else { write!(out, "{}.{}", self.schema, self.name) }
    }
}

/// How a dialect compares names.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a>(pub &'a Rules);

impl Naming<'_> {
    /// The key of a table or other object of a schema.
    pub fn key(self, name: &TableName) -> Key {
        let schema = self.namespace(name.schema.as_ref());
        Key::new(self.bare(&name.name), schema)
    }

    /// The compared form of the name of a table, a schema or what else is no part of a table.
    pub fn bare(self, ident: &Ident) -> Rc<str> {
        self.text(&self.meant(ident))
    }

    /// The compared form of a schema's name, the default's where none is given.
    pub fn namespace(self, schema: Option<&Ident>) -> Rc<str> {
        schema.map_or_else(|| Rc::clone(&self.0.default_schema), |schema| self.bare(schema))
    }

    /// The compared form of the name of a table's part.
    pub fn ident(self, ident: &Ident) -> Rc<str> {
        self.part(&self.meant(ident))
    }

    /// The name that an operation gives: exact, unless the author forbade quoting it.
    fn meant(self, ident: &Ident) -> Rc<str> {
        if ident.quote == Some(false) { self.fold(&ident.text) } else { Rc::clone(&ident.text) }
    }

    /// The compared form of the name of a table's part that needs no folding.
    pub fn part(self, text: &Rc<str>) -> Rc<str> {
        self.compared(text, self.0.ignore_case != IgnoreCase::None)
    }

    /// The compared form of a name that needs no folding, of no part of a table.
    pub fn text(self, text: &Rc<str>) -> Rc<str> {
        self.compared(text, self.0.ignore_case == IgnoreCase::All)
    }

    fn compared(self, text: &Rc<str>, ignore_case: bool) -> Rc<str> {
        let cut = self.cut(text);
        if ignore_case && cut.chars().any(char::is_uppercase) {
            return cut.to_lowercase().into();
        }
        if cut.len() == text.len() { Rc::clone(text) } else { cut.into() }
    }

    /// What an unquoted name of SQL text means.
    pub fn fold(self, text: &Rc<str>) -> Rc<str> {
        match self.0.fold {
            Fold::Lower if text.chars().any(char::is_uppercase) => text.to_lowercase().into(),
            Fold::Upper if text.chars().any(char::is_lowercase) => text.to_uppercase().into(),
            _ => Rc::clone(text),
        }
    }

    /// Whether unique constraints are indexes.
    pub fn keys_are_indexes(self) -> bool {
        self.0.keys_are_indexes()
    }

    /// Whether two names are the same to the database.
    pub fn same(self, left: &Ident, right: &Ident) -> bool {
        if left.text == right.text && left.quote == right.quote {
            return true;
        }
        let as_written = |ident: &Ident| ident.quote != Some(false) && self.0.ignore_case == IgnoreCase::None;
        if as_written(left) && as_written(right) {
            return self.cut(&left.text) == self.cut(&right.text);
        }
        self.ident(left) == self.ident(right)
    }

    fn cut(self, text: &str) -> &str {
        let limit = self.0.max_name_bytes;
        if limit == 0 || text.len() <= limit {
            return text;
        }
        text.get(..text.floor_char_boundary(limit)).unwrap_or(text)
    }
}
