//! Schema elements given to `execute()`.

use std::rc::Rc;

use super::SqlExpr;
use super::from::From;
use crate::model::column::{Column, Sequence};
use crate::model::constraint::{Constraint, Name};
use crate::model::ident::{Ident, TableName};
use crate::model::index::Index;
use crate::model::option::Options;
use crate::model::table::Table;
use crate::model::types::Type;

/// A view, or a table that is made of a statement's rows (`CreateView`, `CreateTableAs`).
#[derive(Clone, Debug, PartialEq)]
pub struct TableViaSelect {
    pub view: bool,
    pub name: TableName,
    /// The table as later statements select from it.
    pub table: Rc<From>,
    pub select: SqlExpr,
    pub temporary: bool,
    pub if_not_exists: bool,
    pub or_replace: bool,
    pub materialized: bool,
    pub options: Options,
}

/// A DDL element (`sqlalchemy.schema.CreateSchema` and its kin).
#[derive(Clone, Debug, PartialEq)]
pub enum Ddl {
    CreateSchema {
        name: Ident,
        if_not_exists: bool,
    },
    DropSchema {
        name: Ident,
        cascade: bool,
        if_exists: bool,
    },
    CreateSequence {
        sequence: Rc<Sequence>,
        if_not_exists: bool,
    },
    DropSequence {
        sequence: Rc<Sequence>,
        if_exists: bool,
    },
    CreateTable {
        table: Rc<Table>,
        if_not_exists: bool,
    },
    DropTable {
        table: Rc<Table>,
        if_exists: bool,
    },
    CreateIndex {
        index: Rc<Index>,
        if_not_exists: bool,
    },
    DropIndex {
        index: Rc<Index>,
        if_exists: bool,
    },
    AddConstraint {
        table: TableName,
        constraint: Rc<Constraint>,
    },
    DropConstraint {
        table: TableName,
        constraint: Rc<Constraint>,
        cascade: bool,
        if_exists: bool,
    },
    /// A type that has a name of its own: an enumeration, a domain.
    CreateType {
        ty: Rc<Type>,
    },
    DropType {
        ty: Rc<Type>,
    },
    TableComment {
        table: TableName,
        comment: Option<Rc<str>>,
    },
    /// The comment of a column, its definition with it; none is dropped.
    ColumnComment {
        table: TableName,
        column: Rc<Column>,
    },
    ConstraintComment {
        table: TableName,
        constraint: Name,
        comment: Option<Rc<str>>,
    },
    CreateViaSelect(Box<TableViaSelect>),
    DropView {
        view: TableName,
        materialized: bool,
        if_exists: bool,
    },
    /// `execute_if(…)`: what a listener writes where the condition holds.
    Conditional {
        element: Rc<Ddl>,
        holds: bool,
    },
    /// `DDL("…")`, its `%` already put in.
    Text(Rc<str>),
}
