//! The text of a script: statements with their terminators, and where transactions begin and end.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::layout::layout;
use super::line::Line;
use crate::dialect::{Dialect, FrameRole};

/// About what stands between two statements.
const PUNCTUATION: usize = 8;
/// About what stands around a revision's own statements.
const FRAME: usize = 256;

/// Options of a script that a project's `env.py` or the command line sets.
#[derive(Clone, Debug)]
pub struct ScriptOptions {
    /// Whether DDL takes part in transactions; the dialect's own answer unless `transactional_ddl=` says otherwise.
    pub transactional_ddl: bool,
    pub transaction_per_migration: bool,
    /// What stands after each statement, where `mssql_batch_separator=` and its kin say other than the dialect.
    pub batch_separator: Option<String>,
}

/// Writes the text of one script.
///
/// What a database refuses inside a transaction is put outside of it, as an `autocommit_block()` around it would;
/// a `COMMIT` or `BEGIN` that the revision itself executes moves the frame.
pub struct Writer<'a> {
    dialect: &'a Dialect,
    options: &'a ScriptOptions,
    text: String,
    /// Whether the transaction that the frame opened is open.
    in_transaction: bool,
    /// The transaction was cut for a statement and is to begin again before the next one.
    begin_owed: bool,
    once: FxHashSet<Arc<str>>,
    /// Whether something that was written stands outside of the frame's transaction.
    is_cut: bool,
}

impl<'a> Writer<'a> {
    /// An empty script.
    pub fn new(dialect: &'a Dialect, options: &'a ScriptOptions) -> Self {
        Self {
            dialect,
            options,
            text: String::with_capacity(FRAME),
            in_transaction: false,
            begin_owed: false,
            once: FxHashSet::default(),
            is_cut: false,
        }
    }

    /// Begins the script's transaction, unless there is one for each migration or none at all.
    pub fn begin_script(&mut self) {
        if self.options.transactional_ddl && !self.options.transaction_per_migration {
            self.begin();
        }
    }

    /// Ends the script's transaction.
    pub fn end_script(&mut self) {
        self.settle();
        if self.options.transactional_ddl && !self.options.transaction_per_migration {
            self.commit();
        }
    }

    /// Begins the transaction of one migration, where each has its own.
    pub fn begin_migration(&mut self) {
        if self.options.transactional_ddl && self.options.transaction_per_migration {
            self.begin();
        }
    }

    /// Ends the transaction of one migration.
    pub fn end_migration(&mut self) {
        self.settle();
        if self.options.transactional_ddl && self.options.transaction_per_migration {
            self.commit();
        }
    }

    /// Writes a line that is no statement, such as `-- Running upgrade a -> b`.
    pub fn comment(&mut self, line: &str) {
        self.settle();
        self.output(line);
    }

    /// Writes what a revision wrote.
    pub fn lines(&mut self, lines: &[Line]) {
        let lengths = lines.iter().map(|line| if let Line::Statement { text, .. } = line { text.len() + PUNCTUATION } else { 0 });
        self.text.reserve(lengths.sum::<usize>() + FRAME);
        for line in lines {
            self.is_cut |= matches!(line, Line::EnterAutocommit | Line::LeaveAutocommit);
            match line {
                Line::Statement { text, once } => self.revision_statement(text, once.as_ref()),
                Line::Text(text) => self.comment(text),
                Line::EnterAutocommit if self.options.transactional_ddl => {
                    self.settle();
                    self.commit();
                }
                Line::LeaveAutocommit if self.options.transactional_ddl => self.begin(),
                Line::EnterAutocommit | Line::LeaveAutocommit => {}
            }
        }
    }

    /// Writes a statement of the frame itself: the version table's.
    pub fn statement(&mut self, text: &str) {
        self.settle();
        self.terminated(text);
    }

    /// Writes what stands around the migrations.
    pub fn aside(&mut self, line: &Line) {
        let is_cut = self.is_cut;
        self.lines(std::slice::from_ref(line));
        self.is_cut = is_cut;
    }

    /// Whether not all that revisions wrote stands in the frame's transactions.
    pub fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The finished text.
    pub fn finish(mut self) -> String {
        self.settle();
        self.text
    }

    fn revision_statement(&mut self, text: &str, once: Option<&Arc<str>>) {
        if let Some(key) = once
            && !self.once.insert(Arc::clone(key))
        {
            return;
        }
        let role = self.dialect.frame_role(text);
        let outside = role == FrameRole::Outside;
        self.is_cut |= outside;
        if self.in_transaction && outside {
            self.commit();
            self.begin_owed = true;
        } else if !outside {
            self.settle();
        }
        self.terminated(text);
        match role {
            FrameRole::Begins => self.in_transaction = true,
            FrameRole::Ends => self.in_transaction = false,
            FrameRole::Inside | FrameRole::Outside => {}
        }
    }

    fn settle(&mut self) {
        if std::mem::take(&mut self.begin_owed) {
            self.begin();
        }
    }

    fn begin(&mut self) {
        let script = &self.dialect.spec().script;
        self.frame_line(&script.begin, script.separate_begin);
        self.in_transaction = true;
    }

    fn commit(&mut self) {
        self.begin_owed = false;
        let script = &self.dialect.spec().script;
        self.frame_line(&script.commit, script.separate_commit);
        self.in_transaction = false;
    }

    fn terminated(&mut self, text: &str) {
        let text = layout(text);
        self.text.push_str(&text);
        self.output(&self.dialect.spec().script.terminator);
        self.separate();
    }

    fn frame_line(&mut self, line: &str, separate: bool) {
        if !line.is_empty() {
            self.output(line);
            if separate {
                self.separate();
            }
        }
    }

    fn separate(&mut self) {
        let separator = self.options.batch_separator.as_deref().unwrap_or(&self.dialect.spec().script.batch_separator);
        if !separator.is_empty() {
            self.text.push_str(separator);
            self.text.push_str("\n\n");
        }
    }

    fn output(&mut self, text: &str) {
        self.text.push_str(text);
        self.text.push_str("\n\n");
    }
}
