//! SQL text that a revision wrote, applied to the schema.

use super::{Effect, Reason, Schema, Why, words};
use crate::source::Span;

impl Schema {
    /// Applies SQL text: one statement or several.
    pub fn apply_sql(&mut self, text: &str, place: Span) -> Effect {
        let why = Why::new(place, Reason::NotUnderstood);
        self.mark_mentioned(text, &why, true);
        Effect::Unsure(why)
    }

    /// Marks every table as perhaps changed whose name stands anywhere in a text.
    ///
    /// Gives whether there was any.
    pub fn mark_mentioned(&mut self, text: &str, why: &Why, may_be_gone: bool) -> bool {
        let mut keys = Vec::new();
        for word in words::of_text(text) {
            let word: std::rc::Rc<str> = word.into();
            let folded = self.naming().text(&self.naming().fold(&word));
            keys.extend(self.tables_named(&folded));
            if folded != word {
                keys.extend(self.tables_named(&word));
            }
        }
        for key in &keys {
            self.mark_doubtful(key, why, may_be_gone);
        }
        !keys.is_empty()
    }
}
