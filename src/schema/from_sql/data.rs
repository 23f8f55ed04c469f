//! Statements that change or ask for data: they touch tables and define none.

use super::super::{Effect, Reason, Schema, Why};
use super::cursor::Cursor;
use super::tokens::{Kind, Token};
use crate::model::TableName;
use crate::source::Span;

/// Words that may stand between a statement's first word and the table it is about.
const FILLERS: &[&str] = &["INTO", "FROM", "ONLY", "TABLE", "OR REPLACE", "OR IGNORE", "IGNORE", "LOW_PRIORITY", "DELAYED", "QUICK"];

impl Schema {
    /// A statement that changes data alone: the table it is about must be there.
    pub(super) fn apply_data(&mut self, head: &str, mut cursor: Cursor<'_, '_>, place: Span) -> Effect {
        if !matches!(head, "INSERT" | "UPDATE" | "DELETE" | "TRUNCATE" | "MERGE" | "COPY" | "REPLACE") {
            return Effect::Applied;
        }
        cursor.next();
        while cursor.eat_any(FILLERS) {}
        match cursor.name(self.naming()) {
            Some(name) if !self.is_system(&name) => self.use_relation(&name, place),
            _ => Effect::Applied,
        }
    }

    /// A table or view that a statement uses.
    fn use_relation(&mut self, name: &TableName, place: Span) -> Effect {
        let key = self.naming().key(name);
        if self.views.get(&key).is_some_and(|known| known.entry.get().is_some()) {
            return Effect::Applied;
        }
        self.use_table(name, place)
    }

    /// Whether a table is one of the database's own.
    fn is_system(&self, name: &TableName) -> bool {
        name.schema.as_ref().is_some_and(|schema| self.rules.system_schemas.iter().any(|system| **system == *schema.text))
            || self.rules.system_tables.iter().any(|prefix| name.name.text.starts_with(prefix.as_str()))
    }

    /// A query: functions that it calls may change tables, and `INTO` makes one.
    pub(super) fn apply_query(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let depth_zero = top_level(statement);
        let makes_table = statement.first().is_some_and(|first| first.is("SELECT")) && depth_zero.iter().any(|token| token.is("INTO"));
        if makes_table {
            return self.apply_by_parser(text, statement, place);
        }
        let mut effect = Effect::Applied;
        for (at, token) in statement.iter().enumerate() {
            let called = statement.get(at + 1).is_some_and(|next| next.is_symbol("("));
            if called && token.kind == Kind::Word && !self.rules.is_harmless(token.text) {
                effect = effect.and(self.apply_call(statement.get(at..).unwrap_or(&[]), place));
            }
        }
        Some(effect)
    }

    /// A call of a function that is not known: tables that its arguments name may have changed.
    fn apply_call(&mut self, call: &[Token<'_>], place: Span) -> Effect {
        let mut cursor = Cursor::new(call);
        cursor.next();
        cursor.skip_parentheses();
        let length = call.len() - cursor.rest().len();
        let arguments = call.get(..length).unwrap_or(call);
        let why = Why::new(place, Reason::NotUnderstood);
        let mut found = false;
        for literal in arguments.iter().filter(|token| matches!(token.kind, Kind::Literal | Kind::Body)) {
            found |= self.mark_mentioned(literal.inner(), &why, false);
        }
        if found {
            return Effect::Unsure(why);
        }
        let name = call.first().map_or("", |token| token.text);
        if self.runs_definitions(name) {
            self.mark_all_doubtful(why.clone());
            return Effect::Unsure(why);
        }
        Effect::Applied
    }
}

/// The tokens that stand in no parentheses.
fn top_level<'a, 't>(statement: &'t [Token<'a>]) -> Vec<&'t Token<'a>> {
    let mut depth = 0_i32;
    statement
        .iter()
        .filter(|token| {
            depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
            depth == 0
        })
        .collect()
}
