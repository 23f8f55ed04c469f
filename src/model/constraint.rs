//! Constraints of a table.

use std::rc::Rc;

use super::expr::SqlExpr;
use super::ident::{Ident, TableName};
use super::option::Options;
use crate::source::Span;

/// How a constraint or index came by its name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Name {
    /// Written by the author; a naming convention may still wrap it (`%(constraint_name)s`).
    Given(Ident),
    /// Final: from a naming convention, `op.f()` or `sqlalchemy.sql.elements.conv`. Truncated where too long.
    Conventional(Rc<str>),
    /// Invented by the database; known from the replay only, never written in DDL that creates it.
    DatabaseMade(Rc<str>),
}

impl Name {
    /// The name's text.
    pub fn text(&self) -> &str {
        match self {
            Self::Given(ident) => &ident.text,
            Self::Conventional(text) | Self::DatabaseMade(text) => text,
        }
    }
}

/// A table constraint.
#[derive(Clone, Debug, PartialEq)]
pub struct Constraint {
    pub name: Option<Name>,
    pub kind: ConstraintKind,
    pub deferrable: Option<bool>,
    pub initially: Option<Rc<str>>,
    pub comment: Option<Rc<str>>,
    pub options: Options,
    /// Made by a type (`Boolean(create_constraint=True)`), not by the author.
    pub type_bound: bool,
    pub place: Span,
}

/// What a constraint demands.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstraintKind {
    PrimaryKey {
        columns: Vec<Ident>,
    },
    Unique {
        columns: Vec<Ident>,
    },
    ForeignKey(Box<ForeignKeyRule>),
    Check {
        condition: Rc<SqlExpr>,
    },
    /// `postgresql.ExcludeConstraint`: each element with its operator.
    Exclude {
        elements: Vec<(Rc<SqlExpr>, Rc<str>)>,
        using: Rc<str>,
        r#where: Option<Rc<SqlExpr>>,
        ops: Vec<(Rc<str>, Rc<str>)>,
    },
}

/// What a foreign key points to and does.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignKeyRule {
    pub columns: Vec<Ident>,
    pub referred_table: TableName,
    /// Empty where the revision names none: then the referred table's primary key is meant.
    pub referred_columns: Vec<Ident>,
    pub onupdate: Option<Rc<str>>,
    pub ondelete: Option<Rc<str>>,
    pub r#match: Option<Rc<str>>,
    pub use_alter: bool,
}

impl Constraint {
    /// An unnamed constraint without options.
    pub fn new(kind: ConstraintKind, place: Span) -> Self {
        Self { name: None, kind, deferrable: None, initially: None, comment: None, options: Options::default(), type_bound: false, place }
    }
}
