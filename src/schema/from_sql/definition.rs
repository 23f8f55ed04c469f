//! `CREATE` and `DROP` of what needs no parser: only existence counts, or the sentence is short.

use std::rc::Rc;

use sqlparser::ast::ObjectType;

use super::super::{Answer, Effect, KeptKind, Key, PlainKind, Reason, Schema, Why};
use super::cursor::Cursor;
use super::slice;
use super::tokens::{self, Kind, Token};
use crate::model::{Ident, Name, Table, TableName};
use crate::source::Span;

/// Words that may stand between the verb and the kind of the object.
const QUALIFIERS: &[&str] = &[
    "OR REPLACE",
    "GLOBAL",
    "LOCAL",
    "UNLOGGED",
    "RECURSIVE",
    "CONSTRAINT",
    "TRUSTED",
    "PROCEDURAL",
    "FOREIGN",
    "UNIQUE",
    "CLUSTERED",
    "NONCLUSTERED",
];

/// Objects that no table depends on and that are not followed.
pub(super) const UNFOLLOWED: &[&str] = &[
    "AGGREGATE",
    "RULE",
    "ROLE",
    "USER",
    "GROUP",
    "OPERATOR",
    "CAST",
    "COLLATION",
    "LANGUAGE",
    "PUBLICATION",
    "SUBSCRIPTION",
    "STATISTICS",
    "TEXT",
    "SERVER",
    "DATABASE",
    "TABLESPACE",
    "EVENT",
    "CONVERSION",
    "TRANSFORM",
    "ACCESS",
    "DEFAULT",
    "SYSTEM",
    "LARGE",
    "POLICY",
    "LOGIN",
    "RESOURCE",
    "PROFILE",
    "DATA",
];

impl Schema {
    /// `CREATE …`.
    pub(super) fn apply_create(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let mut cursor = Cursor::new(statement);
        cursor.next();
        let mut replace = false;
        loop {
            if cursor.eat("OR REPLACE") {
                replace = true;
            } else if !cursor.eat_any(QUALIFIERS) {
                break;
            }
        }
        let temporary = cursor.eat_any(&["TEMP", "TEMPORARY"]);
        if temporary && cursor.peek().is_some_and(|token| ["TABLE", "VIEW", "SEQUENCE"].iter().any(|kind| token.is(kind))) {
            return Some(Effect::Applied);
        }
        if cursor.eat_any(&["FUNCTION", "PROCEDURE"]) {
            return self.create_function(cursor, place);
        }
        if cursor.eat("TRIGGER") {
            let if_not_exists = cursor.eat("IF NOT EXISTS");
            let key = self.trigger_key(cursor)?;
            let effect = self.create_plain(PlainKind::Trigger, key.clone(), replace || if_not_exists, place);
            self.note_trigger(&key, slice(text, statement)?);
            return Some(effect);
        }
        if cursor.eat("EXTENSION") {
            let if_not_exists = cursor.eat("IF NOT EXISTS");
            let name = cursor.ident(self.naming())?;
            return Some(self.create_plain(PlainKind::Extension, self.schema_key(&name), if_not_exists, place));
        }
        if cursor.eat("SCHEMA") {
            let if_not_exists = cursor.eat("IF NOT EXISTS");
            let _ = cursor.eat("AUTHORIZATION");
            let name = cursor.ident(self.naming())?;
            return Some(self.create_schema(&name, if_not_exists, place));
        }
        if cursor.eat_any(UNFOLLOWED) {
            return Some(Effect::Applied);
        }
        let Some(effect) = self.apply_by_parser(text, statement, place) else { return self.create_unread(cursor, place) };
        if cursor.eat("SEQUENCE") {
            let _ = cursor.eat("IF NOT EXISTS");
            let name = cursor.name(self.naming())?;
            self.own_from_sql(&name, cursor.rest());
        }
        if cursor.eat_any(&["VIEW", "MATERIALIZED VIEW"]) {
            let _ = cursor.eat("IF NOT EXISTS");
            let name = cursor.name(self.naming())?;
            self.note_view(&name, slice(text, statement)?);
        }
        Some(effect)
    }

    /// What the parser does not understand makes its table or view all the same, of which nothing else is known.
    fn create_unread(&mut self, mut cursor: Cursor<'_, '_>, place: Span) -> Option<Effect> {
        let is_table = cursor.eat("TABLE");
        if !is_table && !cursor.eat_any(&["VIEW", "MATERIALIZED VIEW"]) {
            return None;
        }
        let if_not_exists = cursor.eat("IF NOT EXISTS");
        let name = cursor.name(self.naming())?;
        let why = Why::new(place, Reason::Other("what is said of it here is not understood".into()));
        if !is_table {
            let name = self.naming().bare(&name.name);
            self.lost_words.insert(name, Rc::new(why.clone()));
            return Some(Effect::Unsure(why));
        }
        let is_new = !matches!(self.has_table(&name), Answer::Yes(_));
        let effect = self.create_table(&Table::new(name.clone(), place), if_not_exists, place);
        if is_new {
            self.make_partial(&name, &why);
        }
        Some(effect.and(Effect::Unsure(why)))
    }

    /// The index or trigger that a statement makes, and its table.
    pub fn made_by(&self, text: &str) -> Option<(KeptKind, TableName, Ident)> {
        let tokens = tokens::tokens(text);
        let mut cursor = Cursor::new(tokens::statements(&tokens).next()?);
        if !cursor.eat("CREATE") {
            return None;
        }
        let _ = cursor.eat_any(&["UNIQUE", "TEMP", "TEMPORARY"]);
        let kind = match () {
            () if cursor.eat("INDEX") => KeptKind::Index,
            () if cursor.eat("TRIGGER") => KeptKind::Trigger,
            () => return None,
        };
        let _ = cursor.eat("IF NOT EXISTS");
        let name = cursor.name(self.naming())?;
        while !cursor.eat("ON") {
            cursor.next()?;
        }
        Some((kind, cursor.name(self.naming())?, name.name))
    }

    fn create_function(&mut self, mut cursor: Cursor<'_, '_>, place: Span) -> Option<Effect> {
        let name = cursor.name(self.naming())?;
        let runs = cursor.rest().iter().filter(|token| matches!(token.kind, Kind::Body | Kind::Literal)).any(|body| defines(body.inner()));
        let key = Key::new(self.naming().bare(&name.name), if runs { "ddl".into() } else { "".into() });
        // Functions are overloaded, so a second one of a name is no error.
        self.create_plain(PlainKind::Function, key, true, place);
        Some(Effect::Applied)
    }

    /// Whether a function that the chain made may change tables when called.
    pub(super) fn runs_definitions(&self, name: &str) -> bool {
        let key = Key::new(self.naming().text(&self.naming().fold(&name.into())), "ddl".into());
        self.plain.get(&(PlainKind::Function, key)).is_some_and(|known| known.entry.get().is_some())
    }

    /// The key of a trigger: its name and its table's.
    fn trigger_key(&self, mut cursor: Cursor<'_, '_>) -> Option<Key> {
        let name = cursor.name(self.naming())?;
        while let Some(token) = cursor.next() {
            if token.is("ON") {
                let table = cursor.name(self.naming())?;
                return Some(Key::new(self.naming().bare(&name.name), self.naming().bare(&table.name)));
            }
        }
        Some(Key::new(self.naming().bare(&name.name), "".into()))
    }

    /// `DROP …`.
    pub(super) fn apply_drop(&mut self, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let mut cursor = Cursor::new(statement);
        cursor.next();
        let kind = match () {
            () if cursor.eat("TABLE") => ObjectType::Table,
            () if cursor.eat("FOREIGN TABLE") => ObjectType::Table,
            () if cursor.eat("MATERIALIZED VIEW") => ObjectType::MaterializedView,
            () if cursor.eat("VIEW") => ObjectType::View,
            () if cursor.eat("INDEX") => ObjectType::Index,
            () if cursor.eat("SEQUENCE") => ObjectType::Sequence,
            () if cursor.eat_any(&["TYPE", "DOMAIN"]) => ObjectType::Type,
            () if cursor.eat("SCHEMA") => ObjectType::Schema,
            () if cursor.eat_any(&["FUNCTION", "PROCEDURE", "ROUTINE"]) => return Some(self.drop_functions(cursor, place)),
            () if cursor.eat("TRIGGER") => return self.drop_trigger(cursor, place),
            () if cursor.eat("EXTENSION") => return self.drop_extension(cursor, place),
            () if cursor.eat_any(UNFOLLOWED) => return Some(Effect::Applied),
            () => return None,
        };
        let _ = cursor.eat("CONCURRENTLY");
        let if_exists = cursor.eat("IF EXISTS");
        let mut names = vec![cursor.name(self.naming())?];
        while cursor.eat_symbol(",") {
            names.push(cursor.name(self.naming())?);
        }
        let table = if cursor.eat("ON") { cursor.name(self.naming()) } else { None };
        let cascade = cursor.eat("CASCADE");
        let _ = cursor.eat("RESTRICT");
        self.drop_all(kind, &names, table.as_ref(), if_exists, cascade, place)
    }

    fn drop_all(
        &mut self,
        kind: ObjectType,
        names: &[TableName],
        table: Option<&TableName>,
        if_exists: bool,
        cascade: bool,
        place: Span,
    ) -> Option<Effect> {
        let mut effect = Effect::Applied;
        // Tables that are dropped together may refer to each other.
        let cascade = cascade || names.len() > 1;
        for name in names {
            effect = effect.and(self.drop_from_sql(kind, name, table, if_exists, cascade, place)?);
        }
        Some(effect)
    }

    fn drop_functions(&mut self, mut cursor: Cursor<'_, '_>, place: Span) -> Effect {
        let if_exists = cursor.eat("IF EXISTS");
        let mut effect = Effect::Applied;
        while let Some(name) = cursor.name(self.naming()) {
            cursor.skip_parentheses();
            effect = effect.and(self.drop_function(&name.name, if_exists, place));
            if !cursor.eat_symbol(",") {
                break;
            }
        }
        effect
    }

    fn drop_function(&mut self, name: &Ident, if_exists: bool, place: Span) -> Effect {
        let name = self.naming().bare(name);
        let kinds = ["ddl", ""].map(|schema| Key::new(Rc::clone(&name), schema.into()));
        let listed = kinds.iter().find(|key| self.plain.contains_key(&(PlainKind::Function, Key::clone(key)))).cloned();
        match listed {
            // Another function of the same name may be left.
            Some(key) => {
                let answer = self.has_plain(PlainKind::Function, &key);
                let overloaded = matches!(answer, super::super::Answer::No(_));
                self.drop_plain(PlainKind::Function, key, if_exists || overloaded, place)
            }
            None => {
                let [_, key] = kinds;
                self.drop_plain(PlainKind::Function, key, if_exists, place)
            }
        }
    }

    fn drop_trigger(&mut self, mut cursor: Cursor<'_, '_>, place: Span) -> Option<Effect> {
        let if_exists = cursor.eat("IF EXISTS");
        let key = self.trigger_key(cursor)?;
        let with_table = key.schema.is_empty().then(|| self.any_trigger(&key.name)).flatten();
        Some(self.drop_plain(PlainKind::Trigger, with_table.unwrap_or(key), if_exists, place))
    }

    fn any_trigger(&self, name: &Rc<str>) -> Option<Key> {
        let first = (PlainKind::Trigger, Key::new(Rc::clone(name), "".into()));
        let found = self.plain.range(first..).next().map(|(key, _)| key)?;
        (found.0 == PlainKind::Trigger && found.1.name == *name).then(|| found.1.clone())
    }

    fn drop_extension(&mut self, mut cursor: Cursor<'_, '_>, place: Span) -> Option<Effect> {
        let if_exists = cursor.eat("IF EXISTS");
        let name = cursor.ident(self.naming())?;
        Some(self.drop_plain(PlainKind::Extension, self.schema_key(&name), if_exists, place))
    }

    /// `COMMENT ON …`: those of tables, columns and constraints are followed.
    pub(super) fn apply_comment(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let mut cursor = Cursor::new(statement);
        if !cursor.eat("COMMENT ON CONSTRAINT") {
            let followed = ["COMMENT ON TABLE", "COMMENT ON COLUMN"].iter().any(|words| Cursor::new(statement).eat(words));
            return if followed { self.apply_by_parser(text, statement, place) } else { Some(Effect::Applied) };
        }
        let name = cursor.ident(self.naming())?;
        if !cursor.eat("ON") || cursor.eat("DOMAIN") {
            return Some(Effect::Applied);
        }
        let table = cursor.name(self.naming())?;
        let _ = cursor.eat("IS");
        let comment = cursor.peek().filter(|token| token.kind == Kind::Literal).map(|token| token.inner().replace("''", "'").into());
        Some(self.set_constraint_comment(&table, &Name::Conventional(name.text), comment, place))
    }
}

/// Whether a body may define something when it runs.
pub(super) fn defines(body: &str) -> bool {
    const DEFINING: &[&str] = &["CREATE", "ALTER", "DROP", "RENAME", "EXECUTE", "COMMENT", "CALL"];
    super::super::words::of_text(body).into_iter().any(|word| DEFINING.iter().any(|defining| word.eq_ignore_ascii_case(defining)))
}
