//! SQL text that a revision wrote, applied to the schema.
//!
//! Input: text with one statement or several. Each is told apart by its first words: what changes only data is not
//! parsed at all, definitions of tables go through the parser, simpler objects are read off their tokens, and what is
//! not understood makes doubtful what it names.

mod alter;
mod begins;
mod columns;
mod cursor;
mod data;
mod definition;
mod names;
mod object;
mod procedural;
mod rows;
mod selected;
mod soften;
mod table;
mod tokens;
mod types;
mod vacant;

use std::rc::Rc;

use sqlparser::ast::Statement;
use sqlparser::dialect::dialect_from_str;
use sqlparser::parser::Parser;

use super::{Effect, Reason, Schema, Why, words};
use crate::model::TableName;
use crate::source::Span;
pub use begins::names_its_object;
use cursor::Cursor;
use tokens::Token;

/// How deeply expressions may be nested before the text counts as not understood.
const RECURSION_LIMIT: usize = 60;

/// Whether there is an SQL parser of that name.
pub fn is_parser(name: &str) -> bool {
    dialect_from_str(name).is_some()
}

impl Schema {
    /// Applies SQL text: one statement or several.
    pub fn apply_sql(&mut self, text: &str, place: Span) -> Effect {
        let tokens = tokens::tokens(text);
        let mut effect = Effect::Applied;
        for statement in tokens::statements(&tokens) {
            effect = effect.and(self.apply_statement(text, statement, place));
        }
        effect
    }

    fn apply_statement(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Effect {
        let Some(first) = statement.first() else { return Effect::Applied };
        let head = first.text.to_ascii_uppercase();
        if self.rules.pragmas && head == "PRAGMA" {
            self.apply_pragma(statement);
        }
        let effect = self.apply_headed(text, &head, statement, place);
        self.note_rows(&head, slice(text, statement).unwrap_or(text), statement);
        effect
    }

    fn apply_headed(&mut self, text: &str, head: &str, statement: &[Token<'_>], place: Span) -> Effect {
        if head == "SET" {
            self.note_key_checks(statement);
        }
        if self.rules.harmless_statements.iter().any(|word| word == head) {
            return self.apply_data(head, Cursor::new(statement), place);
        }
        let done = match head {
            "SELECT" | "WITH" | "VALUES" | "TABLE" | "(" => self.apply_query(text, statement, place),
            "DO" => self.apply_block(statement, place),
            "CALL" | "EXECUTE" | "EXEC" | "PREPARE" => None,
            "CREATE" => self.apply_create(text, statement, place),
            "DROP" => self.apply_drop(statement, place),
            "ALTER" => self.apply_alter(text, statement, place),
            "COMMENT" => self.apply_comment(text, statement, place),
            _ => self.apply_by_parser(text, statement, place),
        };
        done.unwrap_or_else(|| self.not_understood(text, statement, place))
    }

    /// Takes note of whether foreign keys are checked from here on.
    fn apply_pragma(&mut self, statement: &[Token<'_>]) {
        let words: Vec<String> = statement.iter().map(|token| token.text.to_ascii_lowercase()).collect();
        if let [_, name, sign, value, ..] = words.as_slice()
            && name == "foreign_keys"
            && (sign == "=" || sign == "(")
        {
            self.checks_keys = ["on", "1", "true", "yes"].contains(&value.trim_matches(['\'', '"']));
        }
    }

    /// Takes note of whether foreign keys are checked from here on: without, their indexes can be dropped.
    fn note_key_checks(&mut self, statement: &[Token<'_>]) {
        let variable = self.rules.key_indexes.checks.as_str();
        let words: Vec<String> = statement.iter().map(|token| token.text.to_ascii_lowercase()).collect();
        if variable.is_empty() || !words.iter().any(|word| word.ends_with(variable)) {
            return;
        }
        // `@@session.x` is what `x` is; `@x` is a variable of the user's.
        let plain: Vec<&str> = words.iter().map(String::as_str).filter(|word| !matches!(*word, "set" | "session" | "." | ";")).collect();
        let set = plain.strip_prefix(&["@", "@"]).unwrap_or(&plain);
        self.keys_unchecked = !matches!(set, [name, "=", "1" | "on" | "true"] if *name == variable);
    }

    /// Whether the connection checks foreign keys, as far as the chain tells: if so, dropping a table deletes its rows first.
    pub fn checks_keys(&self) -> bool {
        self.checks_keys
    }

    /// Parses a statement and applies it; none where the parser or we don't understand it.
    fn apply_by_parser(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Option<Effect> {
        let parsed = self.parse(slice(text, statement)?).or_else(|| self.parse(&soften::soften(statement)?))?;
        let before = self.clone();
        let done = self.apply_parsed(&parsed, place);
        if done.is_none() {
            *self = before;
        }
        done
    }

    /// Parses one statement; none where the parser does not understand it.
    pub fn parse_sql(&self, text: &str) -> Option<Statement> {
        let tokens = tokens::tokens(text);
        let mut statements = tokens::statements(&tokens);
        let first = statements.next()?;
        statements.next().is_none().then(|| self.parse(slice(text, first)?)).flatten()
    }

    /// Parses a name that may have a schema, as SQL text writes it; none where it is no name.
    pub fn parse_name(&self, text: &str) -> Option<TableName> {
        let dialect = dialect_from_str(&self.rules.parser)?;
        let mut parser = Parser::new(&*dialect).try_with_sql(text).ok()?;
        let name = parser.parse_object_name(false).ok()?;
        (parser.peek_token().token == sqlparser::tokenizer::Token::EOF).then(|| self.naming().object(&name))
    }

    fn parse(&self, text: &str) -> Option<Statement> {
        let dialect = dialect_from_str(&self.rules.parser)?;
        let mut parser = Parser::new(&*dialect).with_recursion_limit(RECURSION_LIMIT).try_with_sql(text).ok()?;
        let statement = parser.parse_statement().ok()?;
        (parser.peek_token().token == sqlparser::tokenizer::Token::EOF).then_some(statement)
    }

    /// Marks what a statement may have changed.
    fn not_understood(&mut self, text: &str, statement: &[Token<'_>], place: Span) -> Effect {
        let why = Why::new(place, Reason::NotUnderstood);
        let whole = slice(text, statement).unwrap_or(text);
        let found = self.mark_mentioned(whole, &why, true);
        let runs_sql = statement.first().is_some_and(|token| ["DO", "CALL", "EXECUTE", "EXEC"].iter().any(|word| token.is(word)));
        if !found && runs_sql {
            self.mark_all_doubtful(why.clone());
        }
        Effect::Unsure(why)
    }

    /// Marks every table as perhaps changed whose name stands anywhere in a text.
    ///
    /// Gives whether there was any.
    pub fn mark_mentioned(&mut self, text: &str, why: &Why, may_be_gone: bool) -> bool {
        let keys = self.mentioned(text);
        for key in &keys {
            self.mark_doubtful(key, why, may_be_gone);
        }
        !keys.is_empty()
    }

    /// Takes note of a text that was not followed: every known table that it names is in doubt, and others of the names in it
    /// may be there since.
    pub fn lose(&mut self, text: &str, why: &Why) {
        self.lose_words(&self.words(text), why);
    }

    /// Takes note of a text that was not followed, by its [words](Self::words).
    pub fn lose_words(&mut self, words: &[Word], why: &Why) {
        let mut reason = None;
        for word in words {
            for key in self.tables_meant(word) {
                self.mark_doubtful(&key, why, true);
            }
            if !self.lost_words.contains_key(&word.folded) {
                let reason = reason.get_or_insert_with(|| Rc::new(why.clone()));
                self.lost_words.insert(Rc::clone(&word.folded), Rc::clone(reason));
            }
        }
    }

    /// The words of a text, as names of this database.
    pub fn words(&self, text: &str) -> Vec<Word> {
        let word = |word: &str| {
            let written: Rc<str> = word.into();
            Word { folded: self.naming().text(&self.naming().fold(&written)), written }
        };
        words::of_text(text).into_iter().map(word).collect()
    }

    /// The tables whose names stand anywhere in a text.
    pub fn mentioned(&self, text: &str) -> Vec<super::Key> {
        self.words(text).iter().flat_map(|word| self.tables_meant(word)).collect()
    }

    /// The tables that a word may mean, quoted or not.
    fn tables_meant(&self, word: &Word) -> Vec<super::Key> {
        let mut keys = self.tables_named(&word.folded);
        if word.folded != word.written {
            keys.extend(self.tables_named(&word.written));
        }
        keys
    }
}

/// A word of a text that may be the name of a table.
#[derive(Clone, Debug)]
pub struct Word {
    written: Rc<str>,
    /// As the database takes it without quotes.
    folded: Rc<str>,
}

/// The text of a statement.
fn slice<'a>(text: &'a str, statement: &[Token<'_>]) -> Option<&'a str> {
    text.get(statement.first()?.start..statement.last()?.end())
}
