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
    let mut handlers = Vec::new();
    let mut conditions = 0;
    let mut handling = false;
    let mut guarded = false;
    for statement in statements(cursor.rest()) {
        let mut cursor = Cursor::new(statement);
        if cursor.eat("EXCEPTION") {
            handling = true;
        }
        if handling {
            conditions += usize::from(skip_condition(&mut cursor)?);
            handlers.push(cursor.rest());
            continue;
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
    // What a handler makes anew takes the place of all that the block had done.
    let views: Option<Vec<_>> = plan.iter().map(|statement| made_view(statement)).collect();
    let handlers: Vec<_> = handlers.into_iter().filter(|statement| !does_nothing(statement)).collect();
    let again = views.is_some_and(|views| conditions == 1 && makes_again(&handlers, &views));
    (handlers.is_empty() || again).then_some(plan)
}

/// Passes over `WHEN condition THEN`; gives whether it was there.
fn skip_condition(cursor: &mut Cursor<'_, '_>) -> Option<bool> {
    let opens = cursor.eat("WHEN");
    if opens {
        while !cursor.eat("THEN") {
            cursor.next()?;
        }
    }
    Some(opens)
}

/// Whether a statement of a handler changes nothing.
fn does_nothing(statement: &[Token<'_>]) -> bool {
    let mut cursor = Cursor::new(statement);
    let Some(first) = cursor.peek() else { return true };
    first.is("NULL") || first.is("RAISE") || cursor.eat("END") && cursor.rest().is_empty()
}

/// Whether the statements of a handler drop no more than these views and make each of them again.
fn makes_again(handler: &[&[Token<'_>]], views: &[String]) -> bool {
    let made: Vec<_> = handler.iter().filter_map(|statement| made_view(statement)).collect();
    let dropped = handler.iter().filter(|statement| made_view(statement).is_none());
    let known = |statement: &&&[Token<'_>]| {
        let mut cursor = Cursor::new(statement);
        cursor.eat_any(&["DROP VIEW IF EXISTS", "DROP VIEW"]) && views.contains(&written(cursor.rest()))
    };
    views.iter().all(|view| made.contains(view)) && made.len() == views.len() && dropped.into_iter().all(|statement| known(&statement))
}

/// The name of the view that a statement makes, as it is written.
fn made_view(statement: &[Token<'_>]) -> Option<String> {
    let mut cursor = Cursor::new(statement);
    let makes = cursor.eat_any(&["CREATE OR REPLACE VIEW", "CREATE VIEW"]);
    let name = cursor.rest().split(|token| token.is("AS")).next()?;
    makes.then(|| written(name))
}

fn written(name: &[Token<'_>]) -> String {
    name.iter().map(|token| token.text).collect()
}
