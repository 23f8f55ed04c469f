//! `SELECT`, `INSERT`, `UPDATE` and `DELETE`.

use std::rc::Rc;

use super::SqlExpr;
use super::from::{ColumnRef, From};
use crate::model::option::Options;
use crate::model::types::Type;

/// `SELECT`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Select {
    pub columns: Vec<SqlExpr>,
    pub froms: Vec<Rc<From>>,
    pub joins: Vec<JoinStep>,
    pub criteria: Vec<SqlExpr>,
    pub group_by: Vec<SqlExpr>,
    pub having: Vec<SqlExpr>,
    pub order_by: Vec<SqlExpr>,
    pub limit: Option<SqlExpr>,
    pub offset: Option<SqlExpr>,
    /// `fetch(count, with_ties, percent)`.
    pub fetch: Option<(SqlExpr, bool, bool)>,
    pub distinct: bool,
    pub distinct_on: Vec<SqlExpr>,
    pub prefixes: Vec<Phrase>,
    pub suffixes: Vec<Phrase>,
    pub for_update: Option<ForUpdate>,
    pub correlate: Option<Vec<Rc<From>>>,
    pub correlate_except: Option<Vec<Rc<From>>>,
    pub no_auto_correlate: bool,
    pub labels: LabelStyle,
    pub hints: Vec<Hint>,
    /// `with_statement_hint()`.
    pub statement_hints: Vec<Hint>,
    pub ctes: Vec<(Rc<From>, bool)>,
}

/// How columns of one name are told apart (`SelectLabelStyle`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum LabelStyle {
    #[default]
    Disambiguate,
    /// Every column is labelled with table and name.
    Qualified,
    /// Not at all.
    None,
}

/// Words that `prefix_with` or `suffix_with` adds, and the dialect they are meant for.
pub type Phrase = (SqlExpr, Option<Rc<str>>);

/// `select().join(…)`, whose left side is found when compiling.
#[derive(Clone, Debug, PartialEq)]
pub struct JoinStep {
    pub left: Option<Rc<From>>,
    pub right: Rc<From>,
    pub on: Option<SqlExpr>,
    pub outer: bool,
    pub full: bool,
    /// The columns that the statement had before others took their place, from which the left side is told.
    pub columns: Option<Vec<SqlExpr>>,
}

/// `with_for_update()`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ForUpdate {
    pub read: bool,
    pub key_share: bool,
    pub nowait: bool,
    pub skip_locked: bool,
    /// What is locked, as given: tables or columns.
    pub given: Vec<SqlExpr>,
}

/// `UNION` and its kin.
#[derive(Clone, Debug, PartialEq)]
pub struct Compound {
    pub keyword: CompoundKeyword,
    pub selects: Vec<SqlExpr>,
    pub group_by: Vec<SqlExpr>,
    pub order_by: Vec<SqlExpr>,
    pub limit: Option<SqlExpr>,
    pub offset: Option<SqlExpr>,
    pub fetch: Option<(SqlExpr, bool, bool)>,
    pub ctes: Vec<(Rc<From>, bool)>,
}

/// What joins the parts of a compound statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CompoundKeyword {
    Union,
    UnionAll,
    Except,
    ExceptAll,
    Intersect,
    IntersectAll,
}

/// `text("SELECT …").columns(…)`.
#[derive(Clone, Debug, PartialEq)]
pub struct TextualSelect {
    pub text: SqlExpr,
    pub columns: Vec<(Rc<str>, Rc<Type>)>,
    /// Common table expressions that it is to have before it.
    pub ctes: Vec<(Rc<From>, bool)>,
}

/// What a value is stored into.
#[derive(Clone, Debug, PartialEq)]
pub enum SetColumn {
    Key(Rc<str>),
    Column(ColumnRef),
    /// An element of an array, a key of a document.
    Expr(SqlExpr),
}

/// A row of values.
pub type Assignments = Vec<(SetColumn, SqlExpr)>;

/// `INSERT`.
#[derive(Clone, Debug, PartialEq)]
pub struct Insert {
    pub table: Rc<From>,
    pub values: Option<Assignments>,
    /// Several rows in one statement; plain values are binds without a type.
    pub rows: Vec<Assignments>,
    pub select: Option<SqlExpr>,
    pub select_names: Vec<Rc<str>>,
    pub include_defaults: bool,
    pub inline: bool,
    /// The class in SQLAlchemy where a dialect's package has one of its own.
    pub class: Option<&'static str>,
    pub conflict: Option<Conflict>,
    pub duplicate: Option<Duplicate>,
    pub returning: Vec<SqlExpr>,
    pub prefixes: Vec<Phrase>,
    pub hints: Vec<Hint>,
    pub ctes: Vec<(Rc<From>, bool)>,
}

/// `ON DUPLICATE KEY UPDATE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Duplicate {
    pub set: Assignments,
    /// Columns in the order given, not in the table's.
    pub ordered: bool,
}

/// `with_hint()`: a word to the database about a table, and the dialect it is meant for; `*` is any.
#[derive(Clone, Debug, PartialEq)]
pub struct Hint {
    /// The table; the statement's own, or none, where none is named.
    pub table: Option<Rc<From>>,
    pub text: Rc<str>,
    pub dialect: Rc<str>,
}

/// How many rows an `UPDATE` or `DELETE` changes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ChangeLimit {
    /// Keyword options of the statement, each meant for one dialect.
    pub options: Options,
    /// `.ext(limit(…))`.
    pub clause: Option<SqlExpr>,
}

/// `ON CONFLICT`.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    pub constraint: Option<Rc<str>>,
    pub elements: Vec<SetColumn>,
    pub elements_where: Option<SqlExpr>,
    pub action: ConflictAction,
}

/// What `ON CONFLICT` does.
#[derive(Clone, Debug, PartialEq)]
pub enum ConflictAction {
    Nothing,
    Update { set: Assignments, criterion: Option<SqlExpr> },
}

/// `UPDATE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Update {
    pub table: Rc<From>,
    pub values: Option<Assignments>,
    /// `ordered_values()`: columns in the order given.
    pub ordered: bool,
    pub criteria: Vec<SqlExpr>,
    pub returning: Vec<SqlExpr>,
    pub prefixes: Vec<Phrase>,
    pub hints: Vec<Hint>,
    pub limit: ChangeLimit,
    pub ctes: Vec<(Rc<From>, bool)>,
}

/// `DELETE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Delete {
    pub table: Rc<From>,
    pub using: Vec<Rc<From>>,
    pub criteria: Vec<SqlExpr>,
    pub returning: Vec<SqlExpr>,
    pub prefixes: Vec<Phrase>,
    pub hints: Vec<Hint>,
    pub limit: ChangeLimit,
    pub ctes: Vec<(Rc<From>, bool)>,
}

impl Insert {
    /// `INSERT INTO table` with nothing else said.
    pub fn new(table: Rc<From>) -> Self {
        Self {
            table,
            values: None,
            rows: Vec::new(),
            select: None,
            select_names: Vec::new(),
            include_defaults: true,
            inline: false,
            class: None,
            conflict: None,
            duplicate: None,
            returning: Vec::new(),
            prefixes: Vec::new(),
            hints: Vec::new(),
            ctes: Vec::new(),
        }
    }
}

impl Update {
    /// `UPDATE table` with nothing else said.
    pub fn new(table: Rc<From>) -> Self {
        Self {
            table,
            values: None,
            ordered: false,
            criteria: Vec::new(),
            returning: Vec::new(),
            prefixes: Vec::new(),
            hints: Vec::new(),
            limit: ChangeLimit::default(),
            ctes: Vec::new(),
        }
    }
}

impl Delete {
    /// `DELETE FROM table` with nothing else said.
    pub fn new(table: Rc<From>) -> Self {
        Self {
            table,
            using: Vec::new(),
            criteria: Vec::new(),
            returning: Vec::new(),
            prefixes: Vec::new(),
            hints: Vec::new(),
            limit: ChangeLimit::default(),
            ctes: Vec::new(),
        }
    }
}

impl CompoundKeyword {
    /// As SQL writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Union => "UNION",
            Self::UnionAll => "UNION ALL",
            Self::Except => "EXCEPT",
            Self::ExceptAll => "EXCEPT ALL",
            Self::Intersect => "INTERSECT",
            Self::IntersectAll => "INTERSECT ALL",
        }
    }
}
