//! Tables.

use std::rc::Rc;

use super::column::Column;
use super::constraint::Constraint;
use super::ident::TableName;
use super::index::Index;
use super::option::Options;
use crate::source::Span;

/// A table with all that was said of it (`sqlalchemy.Table`).
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    pub name: TableName,
    /// Shared: most of a table's columns are as they were when one of them is changed.
    pub columns: Vec<Rc<Column>>,
    /// Table constraints in order, the columns' own ones among them.
    pub constraints: Vec<Constraint>,
    pub indexes: Vec<Index>,
    pub comment: Option<Rc<str>>,
    pub prefixes: Vec<Rc<str>>,
    pub options: Options,
    pub place: Span,
}

impl Table {
    /// A table without columns.
    pub fn new(name: TableName, place: Span) -> Self {
        Self {
            name,
            columns: Vec::new(),
            constraints: Vec::new(),
            indexes: Vec::new(),
            comment: None,
            prefixes: Vec::new(),
            options: Options::default(),
            place,
        }
    }
}
