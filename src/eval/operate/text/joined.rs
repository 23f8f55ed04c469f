//! Text under construction, of pieces that may not be known.

use crate::eval::value::Value;

/// A text so far, or what made it unknown.
#[derive(Default)]
pub struct Joined {
    text: String,
    uncertain: Option<Value>,
    /// How much of the text stands before what is not known.
    known: usize,
}

impl Joined {
    /// Adds what is known.
    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a `Str`, or what makes the text unknown: rather unknown than live.
    pub fn push(&mut self, value: Value) {
        if value.is_uncertain() && self.uncertain.is_none() {
            self.known = self.text.len();
        }
        match value {
            Value::Str(text) => self.text.push_str(&text),
            Value::Unknown(_) => self.uncertain = Some(value),
            Value::Live(_) if self.uncertain.is_none() => self.uncertain = Some(value),
            _ => {}
        }
    }

    /// The text; where it is not known, how it begins is.
    pub fn finish(self) -> Value {
        let begins = self.text.get(..self.known).unwrap_or_default();
        match self.uncertain {
            None => Value::str(self.text),
            Some(uncertain) => uncertain.beginning(begins),
        }
    }
}
