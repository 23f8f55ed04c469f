//! Indexes.

use std::rc::Rc;

use super::constraint::Name;
use super::expr::SqlExpr;
use super::ident::{Ident, TableName};
use super::option::Options;
use crate::source::Span;

/// An index (`sqlalchemy.Index`).
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub name: Option<Name>,
    pub table: TableName,
    pub elements: Vec<IndexElement>,
    pub unique: bool,
    pub options: Options,
    pub place: Span,
}

/// One thing an index is on.
#[derive(Clone, Debug, PartialEq)]
pub enum IndexElement {
    Column(Ident),
    Expr(Rc<SqlExpr>),
}
