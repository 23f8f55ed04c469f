//! Names of labels, aliases and bind parameters, some of which only the compiler invents.

use std::cell::Cell;
use std::rc::Rc;

use crate::model::ident::Ident;

/// What tells two otherwise equal objects apart, as Python's `id()` does.
///
/// Two identities always compare equal: an expression is equal to one built the same way elsewhere. Whether
/// they are the same object is asked of [`Identity::number`].
#[derive(Clone, Copy, Debug)]
pub struct Identity(u64);

impl PartialEq for Identity {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

thread_local! {
    static NEXT: Cell<u64> = const { Cell::new(1) };
}

impl Identity {
    /// An identity that no other object of this thread has.
    pub fn fresh() -> Self {
        NEXT.with(|next| {
            let number = next.get();
            next.set(number + 1);
            Self(number)
        })
    }

    /// The number by which the compiler knows the object; it never reaches any output.
    pub fn number(self) -> u64 {
        self.0
    }
}

/// The name of a label, an alias or a column of a subquery.
#[derive(Clone, Debug, PartialEq)]
pub enum LabelName {
    /// Said by the author.
    Given(Ident),
    /// Derived from names that the author said; cut where it is too long (`_truncated_label`).
    Derived(Rc<str>),
    /// Invented when compiling, like `anon_1` (`_anonymous_label`).
    Anonymous(Rc<[LabelPart]>),
}

/// A piece of an invented name.
#[derive(Clone, Debug, PartialEq)]
pub enum LabelPart {
    Text(Rc<str>),
    /// `body_N`, where N counts the distinct seeds of that body.
    Numbered {
        seed: Seed,
        body: Rc<str>,
    },
}

/// What an invented name stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Seed {
    /// An object with an [`Identity`].
    Object(u64),
    /// A node of the expression tree, by its address.
    Node(usize),
    /// A constant shared by all of one kind.
    Constant(u8),
    /// A repetition of a node within one list of columns.
    Repeat(usize, usize),
}

impl LabelName {
    /// An invented name (`_anonymous_label.safe_construct`).
    pub fn anonymous(seed: Seed, body: &str) -> Self {
        Self::Anonymous([LabelPart::Numbered { seed, body: escape(body).into() }].into())
    }

    /// This name with `suffix` put behind it.
    pub fn with_suffix(&self, suffix: &Self) -> Self {
        match (self.plain(), suffix.plain()) {
            (Some(first), Some(second)) => Self::Derived(format!("{first}{second}").into()),
            _ => Self::Anonymous(self.parts().into_iter().chain(suffix.parts()).collect()),
        }
    }

    /// The text, where it is not invented.
    pub fn plain(&self) -> Option<&str> {
        match self {
            Self::Given(ident) => Some(&ident.text),
            Self::Derived(text) => Some(text),
            Self::Anonymous(_) => None,
        }
    }

    fn parts(&self) -> Vec<LabelPart> {
        match self {
            Self::Anonymous(parts) => parts.to_vec(),
            Self::Given(ident) => vec![LabelPart::Text(Rc::clone(&ident.text))],
            Self::Derived(text) => vec![LabelPart::Text(Rc::clone(text))],
        }
    }
}

impl From<&str> for LabelName {
    fn from(text: &str) -> Self {
        Self::Given(Ident::new(text))
    }
}

/// Characters that invented names do not take over.
fn escape(body: &str) -> String {
    let mut text = String::with_capacity(body.len());
    let mut replaced = false;
    for character in body.chars() {
        if matches!(character, '%' | '(' | ')' | ' ' | '$') {
            if !replaced {
                text.push('_');
            }
            replaced = true;
        } else {
            text.push(character);
            replaced = false;
        }
    }
    text
}
