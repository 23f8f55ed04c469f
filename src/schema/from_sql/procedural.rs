//! Anonymous blocks: `DO $$ … $$`.

use super::super::{Effect, Schema};
use super::cursor::Cursor;
use super::definition::defines;
use super::tokens::{Kind, Token, statements, tokens};
use crate::source::Span;

impl Schema {
    /// A block: without effect where it defines nothing, understood where it only guards plain statements.
    pub(super) fn apply_block(&mut self, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let body = statement.iter().find(|token| matches!(token.kind, Kind::Body | Kind::Literal))?.inner();
        if !defines(body) {
            return Some(Effect::Applied);
        }
        let inner = tokens(body);
        let plan = plain_statements(&inner)?;
        let before = self.clone();
        for part in plan {
            if self.apply_guarded(body, part, place).is_none() {
                *self = before;
                return None;
            }
        }
        Some(Effect::Applied)
    }

    /// One statement of a block, which is not run, or fails without harm, where its object is there already.
    fn apply_guarded(&mut self, body: &str, statement: &[Token<'_>], place: Span) -> Option<()> {
        match statement.first()?.text.to_ascii_uppercase().as_str() {
            "CREATE" => self.apply_create(body, statement, place),
            "DROP" => self.apply_drop(statement, place),
            "ALTER" => self.apply_alter(body, statement, place),
            head if self.rules.harmless_statements.iter().any(|word| *word == head) => Some(Effect::Applied),
            "NULL" | "RAISE" => Some(Effect::Applied),
            _ => None,
        }
        .map(|_| ())
    }
}

/// The statements of `BEGIN [IF NOT EXISTS (…) THEN] … [END IF] [EXCEPTION WHEN … THEN NULL] END`.
///
/// None where anything else stands in the block.
fn plain_statements<'a, 't>(body: &'t [Token<'a>]) -> Option<Vec<&'t [Token<'a>]>> {
    let mut cursor = Cursor::new(body);
    if !cursor.eat("BEGIN") {
        return None;
    }
    let mut plan = Vec::new();
    let mut handling = false;
    let mut guarded = false;
    for statement in statements(cursor.rest()) {
        let mut cursor = Cursor::new(statement);
        if cursor.eat("EXCEPTION") {
            handling = true;
        }
        if handling {
            skip_handler(&mut cursor)?;
        } else if cursor.eat("IF NOT EXISTS") {
            cursor.skip_parentheses();
            if !cursor.eat("THEN") {
                return None;
            }
            guarded = true;
        } else if cursor.eat("END IF") || cursor.eat("END") {
            if !cursor.rest().is_empty() {
                return None;
            }
            guarded = false;
            continue;
        }
        // What is made under the guard is there afterwards; of anything else that could not be said.
        if guarded && !cursor.peek().is_some_and(|first| first.is("CREATE") || first.is("ALTER")) {
            return None;
        }
        if !cursor.rest().is_empty() {
            plan.push(cursor.rest());
        }
    }
    Some(plan)
}

/// Passes over `WHEN condition THEN`, and the `NULL` or message that follows.
fn skip_handler(cursor: &mut Cursor<'_, '_>) -> Option<()> {
    if cursor.eat("END") {
        return cursor.rest().is_empty().then_some(());
    }
    if cursor.eat("WHEN") {
        while !cursor.eat("THEN") {
            cursor.next()?;
        }
    }
    let first = cursor.peek()?;
    if first.is("NULL") || first.is("RAISE") {
        while cursor.next().is_some() {}
        return Some(());
    }
    None
}
