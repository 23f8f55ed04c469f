//! Statements: what an operation is lowered to, still free of any dialect.

use std::rc::Rc;

use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, Name, Sequence, ServerDefault, SqlExpr, Table, TableName, Type};

/// One statement of a script.
///
/// Each variant but [`Stmt::Raw`] and [`Stmt::Expr`] is a statement kind that a dialect has a sentence
/// (a template or clause list) for, or an `unsupported` text.
#[derive(Clone, Debug, PartialEq)]
pub enum Stmt {
    CreateTable {
        table: Rc<Table>,
        if_not_exists: bool,
    },
    DropTable {
        table: TableName,
        if_exists: bool,
    },
    RenameTable {
        table: TableName,
        to: Ident,
    },
    AddColumn {
        table: TableName,
        column: Rc<Column>,
        if_not_exists: bool,
        inline_references: bool,
        inline_primary_key: bool,
    },
    DropColumn {
        table: TableName,
        column: Ident,
        if_exists: bool,
    },
    ColumnNullable {
        column: ColumnRef,
        nullable: bool,
    },
    ColumnType {
        column: ColumnRef,
        ty: Rc<Type>,
        using: Option<Rc<str>>,
    },
    /// `None` drops the default.
    ColumnDefault {
        column: ColumnRef,
        default: Option<ServerDefault>,
    },
    ColumnName {
        column: ColumnRef,
        to: Ident,
    },
    ColumnComment {
        column: ColumnRef,
        comment: Option<Rc<str>>,
    },
    /// Identity added, changed or dropped: what it was, what it is to be.
    ColumnIdentity {
        column: ColumnRef,
        from: Option<ServerDefault>,
        to: Option<ServerDefault>,
    },
    /// All of a column said anew, for dialects whose strategy is to merge what is altered into one statement; with
    /// `to` it is renamed, or `CHANGE`d under its own name.
    RedefineColumn {
        column: ColumnRef,
        to: Option<Ident>,
        ty: Rc<Type>,
        nullable: bool,
        default: Option<ServerDefault>,
        autoincrement: bool,
        comment: Option<Rc<str>>,
    },
    /// A constraint of a column whose name the script looks up in the database, then drops.
    DropColumnConstraint {
        table: TableName,
        column: Ident,
        kind: ColumnConstraint,
    },
    AddConstraint {
        table: TableName,
        constraint: Rc<Constraint>,
    },
    DropConstraint {
        table: TableName,
        name: Option<Name>,
        kind: Option<DroppedKind>,
        if_exists: bool,
        cascade: bool,
    },
    CreateIndex {
        index: Rc<Index>,
        if_not_exists: bool,
    },
    DropIndex {
        index: Rc<Index>,
        if_exists: bool,
    },
    TableComment {
        table: TableName,
        comment: Option<Rc<str>>,
    },
    /// A comment set by `create_table` / `add_column`, with the column's type for dialects that repeat it.
    SetColumnComment {
        table: TableName,
        column: Rc<Column>,
    },
    CreateSequence {
        sequence: Rc<Sequence>,
        if_not_exists: bool,
    },
    DropSequence {
        sequence: Rc<Sequence>,
        if_exists: bool,
    },
    CreateSchema {
        name: Ident,
        if_not_exists: bool,
    },
    DropSchema {
        name: Ident,
        cascade: bool,
        if_exists: bool,
    },
    /// An enumeration or a domain. `implicit` where a table brings the type along: then it is written once a script.
    CreateEnum {
        ty: Rc<Type>,
        implicit: bool,
    },
    DropEnum {
        ty: Rc<Type>,
    },
    /// The rows of a table copied into the one that is to replace it: target column and where it is filled from.
    CopyRows {
        from: TableName,
        to: TableName,
        columns: Vec<(Ident, CopiedColumn)>,
        /// New columns, and what fills them.
        filled: Vec<(Ident, SqlExpr)>,
    },
    /// The last key that a table gave away, taken over by the one that is to replace it.
    ForgetCounter {
        table: TableName,
    },
    CopyCounter {
        from: TableName,
        to: TableName,
    },
    /// A Core statement: `insert`, `update`, `delete`, `select`, or an expression given to `execute`.
    Expr(Rc<SqlExpr>),
    /// SQL text that the revision wrote.
    Raw(Rc<str>),
}

/// A column that rows are copied from, cast where its type changes and the dialect does not convert by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct CopiedColumn {
    pub name: Ident,
    pub cast: Option<Rc<Type>>,
}

/// A column that is altered, with what is known of it (`existing_type=` and its kin, else the replayed schema).
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnRef {
    pub table: TableName,
    pub name: Ident,
    pub existing_type: Option<Rc<Type>>,
    pub existing_nullable: Option<bool>,
    pub existing_server_default: Option<ServerDefault>,
    pub existing_comment: Option<Rc<str>>,
}

/// What a column may be constrained by without a name in the revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnConstraint {
    Default,
    Check,
    ForeignKey,
}

/// `type_=` of `op.drop_constraint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DroppedKind {
    PrimaryKey,
    ForeignKey,
    Unique,
    Check,
}

impl DroppedKind {
    /// The kind of a constraint, where there is a way to say it.
    pub fn of(kind: &ConstraintKind) -> Option<Self> {
        Some(match kind {
            ConstraintKind::PrimaryKey { .. } => Self::PrimaryKey,
            ConstraintKind::ForeignKey(_) => Self::ForeignKey,
            ConstraintKind::Unique { .. } => Self::Unique,
            ConstraintKind::Check { .. } => Self::Check,
            ConstraintKind::Exclude { .. } => return None,
        })
    }
}
