//! What a template is written with.

/// One value of a template.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    Flag(bool),
    Text(String),
    /// An identifier: prints quoted, offers `.raw`.
    Name {
        quoted: String,
        raw: String,
    },
    List(Vec<String>),
}

impl Field {
    /// Whether a clause that depends on this field is written.
    pub fn is_set(&self) -> bool {
        match self {
            Self::Flag(flag) => *flag,
            Self::Text(text) => !text.is_empty(),
            Self::Name { .. } => true,
            Self::List(items) => !items.is_empty(),
        }
    }
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Field {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

/// How many fields there is room for at first.
const USUAL: usize = 8;

/// Fields by name; few enough that a list is the fastest map.
#[derive(Clone, Debug, Default)]
pub struct Fields<'a> {
    entries: Vec<(&'a str, Field)>,
}

impl<'a> Fields<'a> {
    /// No fields.
    pub fn new() -> Self {
        Self { entries: Vec::with_capacity(USUAL) }
    }

    /// Sets a field.
    pub fn set(&mut self, name: &'a str, field: impl Into<Field>) -> &mut Self {
        self.entries.push((name, field.into()));
        self
    }

    /// Sets a field where there is a value.
    pub fn set_some(&mut self, name: &'a str, field: Option<impl Into<Field>>) -> &mut Self {
        if let Some(field) = field {
            self.set(name, field);
        }
        self
    }

    /// The field of that name, the last one set.
    pub fn get(&self, name: &str) -> Option<&Field> {
        self.entries.iter().rev().find(|(key, _)| *key == name).map(|(_, field)| field)
    }

    /// All fields in the order set.
    pub fn iter(&self) -> impl Iterator<Item = (&'a str, &Field)> {
        self.entries.iter().map(|(name, field)| (*name, field))
    }
}
