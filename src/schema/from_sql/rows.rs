//! Which statements put rows into tables, in a database that began with none.
//!
//! A table is taken to be vacant only as long as nothing can have put a row there. What a statement that is not understood, or a
//! revision that can't be followed, may have put there is what it names, as for its definition.

use super::super::{Entry, PlainKind, Schema, Table, words};
use super::cursor::Cursor;
use super::tokens::{Kind, Token};
use crate::model::TableName;

/// Words that open what puts rows into the table named after them.
const PUTTING: &[&str] = &["INSERT", "REPLACE", "MERGE", "COPY"];
/// Words that may stand between such a word and the name.
const FILLERS: &[&str] = &["INTO", "OR REPLACE", "OR IGNORE", "IGNORE", "OVERWRITE", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "TABLE"];
/// Words of an `ALTER TABLE` that gives a table the rows of another.
const ADOPTING: &[&str] = &["ATTACH", "INHERIT", "EXCHANGE", "SWITCH"];

/// Words of a block that runs what is not seen.
const RUNNING: &[&str] = &["EXECUTE", "EXEC", "PERFORM", "CALL"];

impl Schema {
    /// Says that no table but those that are here already holds a row.
    pub fn begin_blank(&mut self) {
        self.blank = true;
    }

    /// Says that the database has been in use: any table may hold rows.
    pub fn begin_use(&mut self) {
        self.blank = false;
    }

    /// Whether it is certain that a table holds no rows.
    pub fn is_vacant(&self, name: &TableName) -> bool {
        let made_since = |table: &Table| self.filled_since.is_none_or(|since| table.order > since);
        self.blank && self.table(name).is_some_and(|table| table.vacant && table.sure && made_since(&table))
    }

    /// Takes note that any table may hold rows from here on, but for those made later.
    pub(in crate::schema) fn fill_all(&mut self) {
        self.clock += 1;
        self.filled_since = Some(self.clock);
    }

    fn fill(&mut self, name: &TableName) {
        let key = self.naming().key(name);
        match self.settled(&key) {
            Some(mut table) => {
                table.vacant = false;
                self.put_table(key, table);
            }
            None => self.fill_all(),
        }
    }

    /// Takes note of what a statement puts into tables.
    pub(super) fn note_rows(&mut self, head: &str, text: &str, statement: &[Token<'_>]) {
        if !self.blank {
            return;
        }
        match head {
            "DO" => {
                let body = statement.iter().find(|token| matches!(token.kind, Kind::Body | Kind::Literal)).map_or("", Token::inner);
                if may_run(body) {
                    self.fill_all();
                }
            }
            "CALL" | "EXECUTE" | "EXEC" | "PREPARE" | "LOAD" => self.fill_all(),
            "CREATE" => self.note_made(statement),
            "ALTER" if has(statement, ADOPTING) => self.fill_all(),
            "ALTER" | "DROP" | "COMMENT" => {}
            _ => self.note_put(text, statement),
        }
    }

    fn note_made(&mut self, statement: &[Token<'_>]) {
        let table = statement.iter().take(6).any(|token| token.is("TABLE"));
        let adopts = has(statement, &["INHERITS"]) || pair(statement, "PARTITION", "OF");
        let copies = ["SELECT", "WITH", "TABLE", "VALUES", "EXECUTE"].iter().any(|word| pair(statement, "AS", word))
            || statement.windows(2).any(|pair| matches!(pair, [one, two] if one.is("AS") && two.is_symbol("(")));
        if table && (adopts || copies) || statement.iter().take(4).any(|token| token.is("RULE")) {
            self.fill_all();
        }
    }

    /// A query or a change of data, with all that stands in its `WITH`.
    fn note_put(&mut self, text: &str, statement: &[Token<'_>]) {
        let putting: Vec<usize> = (0..statement.len()).filter(|at| puts(statement, *at)).collect();
        let makes_table = putting.is_empty() && has(statement, &["INTO"]);
        if makes_table || has(statement, RUNNING) || self.calls_own_function(statement) {
            self.fill_all();
            return;
        }
        // a change of rows that are not there fires no trigger
        if putting.is_empty() {
            let changes = has(statement, &["UPDATE", "DELETE"]);
            if changes && self.has_triggers() && !self.changes_nothing(text) {
                self.fill_all();
            }
            return;
        }
        if putting.len() == 1 && self.inserts_nothing(text) {
            return;
        }
        if self.has_triggers() || has(statement, &["OUTPUT"]) {
            self.fill_all();
            return;
        }
        for at in putting {
            let mut cursor = Cursor::new(statement.get(at + 1..).unwrap_or(&[]));
            while cursor.eat_any(FILLERS) {}
            match cursor.name(self.naming()) {
                Some(name) => self.fill(&name),
                None => self.fill_all(),
            }
        }
    }

    fn has_triggers(&self) -> bool {
        self.plain.iter().any(|((kind, _), known)| *kind == PlainKind::Trigger && !matches!(known.entry, Entry::Gone(_)))
    }

    /// Whether a function that the chain made is called.
    fn calls_own_function(&self, statement: &[Token<'_>]) -> bool {
        statement.windows(2).any(|pair| match pair {
            [name, bracket] if bracket.is_symbol("(") && matches!(name.kind, Kind::Word | Kind::Quoted) => {
                let own = self.naming().text(&self.naming().fold(&name.inner().into()));
                self.plain.keys().any(|(kind, key)| *kind == PlainKind::Function && (*key.schema == *own || *key.name == *own))
            }
            _ => false,
        })
    }
}

/// Whether a token opens what puts rows somewhere, and is no function of that name.
fn puts(statement: &[Token<'_>], at: usize) -> bool {
    let called = statement.get(at + 1).is_some_and(|next| next.is_symbol("("));
    !called && statement.get(at).is_some_and(|token| PUTTING.iter().any(|word| token.is(word)))
}

fn has(statement: &[Token<'_>], words: &[&str]) -> bool {
    statement.iter().any(|token| words.iter().any(|word| token.is(word)))
}

fn pair(statement: &[Token<'_>], first: &str, second: &str) -> bool {
    statement.windows(2).any(|pair| matches!(pair, [one, two] if one.is(first) && two.is(second)))
}

/// Whether a block may put rows somewhere.
fn may_run(body: &str) -> bool {
    const RUNNING: &[&str] = &["INSERT", "COPY", "MERGE", "EXECUTE", "PERFORM", "CALL", "SELECT"];
    words::of_text(body).into_iter().any(|word| RUNNING.iter().any(|running| word.eq_ignore_ascii_case(running)))
}
