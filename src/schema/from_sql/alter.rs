//! `ALTER` of what needs no parser, and the actions of `ALTER TABLE` that the parser does not know.

use std::rc::Rc;

use super::super::{Effect, Schema};
use super::cursor::Cursor;
use super::definition::UNFOLLOWED;
use super::tokens::Token;
use crate::model::expr::Affinity;
use crate::model::{Ident, Name, TableName, Type};
use crate::source::Span;

impl Schema {
    /// `ALTER …`.
    pub(super) fn apply_alter(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let mut cursor = Cursor::new(statement);
        cursor.next();
        if cursor.eat_any(&["FUNCTION", "PROCEDURE", "ROUTINE", "TRIGGER", "EXTENSION", "SCHEMA"]) || cursor.eat_any(UNFOLLOWED) {
            return Some(Effect::Applied);
        }
        if let Some(effect) = self.alter_by_tokens(cursor, place) {
            return Some(effect);
        }
        self.apply_by_parser(text, statement, place)
    }

    /// The forms of `ALTER` that the parser does not know.
    fn alter_by_tokens(&mut self, mut cursor: Cursor<'_, '_>, place: Span) -> Option<Effect> {
        let kind =
            ["TABLE", "INDEX", "SEQUENCE", "MATERIALIZED VIEW", "VIEW", "TYPE", "DOMAIN"].into_iter().find(|kind| cursor.eat(kind))?;
        let if_exists = cursor.eat("IF EXISTS");
        let _ = cursor.eat("ONLY");
        let name = cursor.name(self.naming())?;
        if cursor.eat("SET SCHEMA") {
            let schema = cursor.ident(self.naming())?;
            return (kind == "TABLE").then(|| self.set_table_schema(&name, &schema, place));
        }
        if cursor.eat("OWNER TO") {
            return Some(Effect::Applied);
        }
        match kind {
            "TABLE" => return self.alter_table_by_actions(&name, if_exists, cursor, place),
            "TYPE" => return None,
            "INDEX" if !cursor.peek().is_some_and(|token| token.is("RENAME")) => return Some(Effect::Applied),
            _ => {}
        }
        if kind == "SEQUENCE" {
            self.own_from_sql(&name, cursor.rest());
        }
        if !cursor.eat("RENAME TO") {
            return matches!(kind, "SEQUENCE" | "DOMAIN" | "VIEW" | "MATERIALIZED VIEW").then_some(Effect::Applied);
        }
        let to = cursor.ident(self.naming())?;
        Some(self.rename_by_kind(kind, &name, &to, if_exists, place))
    }

    /// `OWNED BY table.column`: the sequence goes along with the column.
    pub(super) fn own_from_sql(&mut self, sequence: &TableName, options: &[Token<'_>]) {
        let Some(at) = options.iter().position(|token| token.is("OWNED")) else { return };
        let mut cursor = Cursor::new(options.get(at..).unwrap_or(&[]));
        let Some(owner) = cursor.eat("OWNED BY").then(|| cursor.names(self.naming())) else { return };
        let mut parts = owner.into_iter().rev();
        let (Some(column), Some(table)) = (parts.next(), parts.next()) else { return };
        let home = self.naming().key(&TableName { schema: parts.next(), name: table });
        if let Some(mut table) = self.settled(&home) {
            let owned = super::super::table::OwnedSequence { sequence: self.naming().key(sequence), is_default: false };
            table.sequences.insert(self.naming().ident(&column), owned);
            self.put_table(home, table);
        }
    }

    fn rename_by_kind(&mut self, kind: &str, name: &TableName, to: &Ident, if_exists: bool, place: Span) -> Effect {
        let conventional = |name: &Ident| Name::Conventional(Rc::clone(&name.text));
        let effect = match kind {
            "INDEX" => self.rename_index(name.schema.as_ref(), None, &conventional(&name.name), &conventional(to), place),
            "SEQUENCE" => self.rename_sequence(name, to, place),
            "DOMAIN" => self.rename_type(name, to, place),
            _ => self.rename_view(name, to, place),
        };
        if if_exists && effect.failure().is_some() { Effect::Applied } else { effect }
    }

    /// `ALTER TABLE`, action by action; none where one is not understood.
    fn alter_table_by_actions(&mut self, name: &TableName, if_exists: bool, cursor: Cursor<'_, '_>, place: Span) -> Option<Effect> {
        if if_exists && matches!(self.has_table(name), super::super::Answer::No(_)) {
            return Some(Effect::Applied);
        }
        let before = self.clone();
        let mut effect = Effect::Applied;
        let actions = actions(cursor.rest());
        let unchecked = self.begin_actions(actions.len());
        for action in actions {
            let Some(done) = self.alter_action_by_tokens(name, action, place).or_else(|| self.alter_action_by_parser(name, action, place))
            else {
                *self = before;
                return None;
            };
            effect = effect.and(done);
        }
        self.end_actions(unchecked);
        Some(effect)
    }

    fn alter_action_by_parser(&mut self, name: &TableName, action: &[Token<'_>], place: Span) -> Option<Effect> {
        let text = self.alter_text(name, action);
        let parsed = self.parse(&text).or_else(|| {
            let tokens = super::tokens::tokens(&text);
            self.parse(&super::soften::soften(&tokens)?)
        })?;
        self.apply_parsed(&parsed, place)
    }

    /// One action as a statement of its own.
    fn alter_text(&self, name: &TableName, action: &[Token<'_>]) -> String {
        let quote = |ident: &Ident| format!("\"{}\"", ident.text.replace('"', "\"\""));
        let schema = name.schema.as_ref().map(|schema| quote(schema) + ".").unwrap_or_default();
        format!("ALTER TABLE {schema}{} {}", quote(&name.name), super::soften::joined(action))
    }

    /// Actions that the parser does not know, or that change nothing that is followed.
    fn alter_action_by_tokens(&mut self, name: &TableName, action: &[Token<'_>], place: Span) -> Option<Effect> {
        let mut cursor = Cursor::new(action);
        if cursor.eat_any(UNFOLLOWED_ACTIONS) {
            return Some(self.use_table(name, place));
        }
        if cursor.eat_any(TABLE_OPTIONS) {
            return ends_after_value(cursor).then(|| self.use_table(name, place));
        }
        if cursor.eat_any(&["CONVERT TO CHARACTER SET", "CONVERT TO CHARSET"]) && ends_after_value(cursor) {
            return Some(self.rewrite_texts(name, is_widened, place));
        }
        if cursor.eat_any(CHARACTER_SETS) && ends_after_value(cursor) {
            return Some(self.rewrite_texts(name, |ty| ty.affinity() == Affinity::String, place));
        }
        if !cursor.eat("ALTER") {
            return None;
        }
        let _ = cursor.eat("COLUMN");
        let column = cursor.ident(self.naming())?;
        if cursor.eat_any(&["SET STATISTICS", "SET STORAGE", "SET COMPRESSION", "SET GENERATED", "RESTART"]) || cursor.eat("SET (") {
            return Some(self.use_table(name, place));
        }
        if cursor.eat_any(&["DROP IDENTITY", "DROP EXPRESSION"]) {
            return Some(self.alter_column(name, &column, super::super::Facet::Default(None), place));
        }
        None
    }

    /// Another character set: what becomes of some columns' types hangs on those before.
    fn rewrite_texts(&mut self, name: &TableName, is_changed: impl Fn(&Type) -> bool, place: Span) -> Effect {
        self.edit(name, place, |schema, opened| {
            let columns = opened.table.definition.columns.iter().filter(|column| is_changed(schema.effective_type(&column.ty)));
            let names: Vec<Rc<str>> = columns.map(|column| schema.naming().ident(&column.name)).collect();
            names.iter().for_each(|name| opened.gaps(name).ty = true);
            Ok(())
        })
    }
}

/// Whether a type is another one after its texts were converted to a character set: it holds more bytes, or had one of its own.
fn is_widened(ty: &Type) -> bool {
    let own = ["collation", "charset"].iter().any(|name| ty.param(name).is_some());
    ty.affinity() == Affinity::String && (own || ty.class_name().to_ascii_uppercase().ends_with("TEXT"))
}

/// Actions that say the character set of columns to come: those there are keep theirs, and tell it from then on.
const CHARACTER_SETS: &[&str] = &["DEFAULT CHARACTER SET", "DEFAULT CHARSET", "DEFAULT COLLATE", "CHARACTER SET", "CHARSET", "COLLATE"];

/// Actions of `ALTER TABLE` that change nothing that is followed.
const UNFOLLOWED_ACTIONS: &[&str] = &[
    "ATTACH PARTITION",
    "DETACH PARTITION",
    "INHERIT",
    "NO INHERIT",
    "CLUSTER ON",
    "SET WITHOUT",
    "SET TABLESPACE",
    "SET LOGGED",
    "SET UNLOGGED",
    "REPLICA IDENTITY",
    "VALIDATE CONSTRAINT",
    "ENABLE",
    "DISABLE",
    "FORCE ROW",
    "NO FORCE",
    "ALTER CONSTRAINT",
    "OWNER TO",
];

/// Options of a table that change nothing that is followed.
const TABLE_OPTIONS: &[&str] = &["ENGINE", "ROW_FORMAT", "AUTO_INCREMENT"];

/// Whether a value is all that follows, but for a collation: a comma is not needed between options.
fn ends_after_value(mut cursor: Cursor<'_, '_>) -> bool {
    let value = |cursor: &mut Cursor<'_, '_>| {
        let _ = cursor.eat_symbol("=");
        cursor.next().is_some()
    };
    value(&mut cursor) && (cursor.rest().is_empty() || cursor.eat("COLLATE") && value(&mut cursor) && cursor.rest().is_empty())
}

/// The actions between the commas of `ALTER TABLE`.
fn actions<'a, 't>(tokens: &'t [Token<'a>]) -> Vec<&'t [Token<'a>]> {
    let mut depth = 0_i32;
    tokens
        .split(|token| {
            depth += i32::from(token.is_symbol("(") || token.is_symbol("[")) - i32::from(token.is_symbol(")") || token.is_symbol("]"));
            depth == 0 && token.is_symbol(",")
        })
        .filter(|action| !action.is_empty())
        .collect()
}
