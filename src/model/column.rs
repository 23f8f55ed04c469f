//! Columns and what stands in their specification.

use std::rc::Rc;

use super::constraint::Constraint;
use super::expr::SqlExpr;
use super::ident::{Ident, TableName};
use super::option::Options;
use super::types::Type;
use crate::source::Span;

/// A column (`sqlalchemy.Column`).
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    pub name: Ident,
    /// `key=`, where it differs from the name.
    pub key: Option<Rc<str>>,
    pub ty: Rc<Type>,
    pub nullable: bool,
    pub primary_key: bool,
    pub autoincrement: Autoincrement,
    pub server_default: Option<ServerDefault>,
    /// `default=Sequence(…)` or a `Sequence` among the positional arguments.
    pub sequence: Option<Rc<Sequence>>,
    /// Whether there is a Python-side `default=` / `onupdate=`.
    pub has_python_default: bool,
    pub has_python_onupdate: bool,
    pub unique: bool,
    pub index: bool,
    pub comment: Option<Rc<str>>,
    /// What the column brings to its table: foreign keys (as one-column constraints) and checks, in order.
    pub constraints: Vec<Constraint>,
    pub system: bool,
    pub options: Options,
    pub place: Span,
}

/// `autoincrement=`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Autoincrement {
    Auto,
    Yes,
    No,
    IgnoreForeignKey,
}

/// What the database fills a column with.
#[derive(Clone, Debug, PartialEq)]
pub enum ServerDefault {
    /// A plain string, written as a quoted literal.
    Text(Rc<str>),
    Expr(Rc<SqlExpr>),
    Computed(Rc<Computed>),
    Identity(Rc<Identity>),
    /// `FetchedValue()`: there is one, but the script does not write it.
    Fetched,
}

/// `sqlalchemy.Computed`.
#[derive(Clone, Debug, PartialEq)]
pub struct Computed {
    pub expression: Rc<SqlExpr>,
    pub persisted: Option<bool>,
}

/// `sqlalchemy.Identity`, and the options it shares with `Sequence`.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Identity {
    pub always: Option<bool>,
    pub on_null: Option<bool>,
    pub sequence: SequenceOptions,
}

/// `sqlalchemy.Sequence`.
#[derive(Clone, Debug, PartialEq)]
pub struct Sequence {
    pub name: TableName,
    pub options: SequenceOptions,
    pub optional: bool,
    pub data_type: Option<Rc<Type>>,
}

/// How a sequence counts; only what was given.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct SequenceOptions {
    pub start: Option<i128>,
    pub increment: Option<i128>,
    pub minvalue: Option<i128>,
    pub maxvalue: Option<i128>,
    pub nominvalue: Option<bool>,
    pub nomaxvalue: Option<bool>,
    pub cycle: Option<bool>,
    pub cache: Option<i128>,
    pub order: Option<bool>,
}

impl Column {
    /// A nullable column with nothing but name and type.
    pub fn new(name: impl Into<Ident>, ty: Rc<Type>) -> Self {
        Self {
            name: name.into(),
            key: None,
            ty,
            nullable: true,
            primary_key: false,
            autoincrement: Autoincrement::Auto,
            server_default: None,
            sequence: None,
            has_python_default: false,
            has_python_onupdate: false,
            unique: false,
            index: false,
            comment: None,
            constraints: Vec::new(),
            system: false,
            options: Options::default(),
            place: Span::NOWHERE,
        }
    }
}
