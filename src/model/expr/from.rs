//! What rows come from: tables, aliases, subqueries, common table expressions, joins.

use std::rc::Rc;

use super::SqlExpr;
use super::label::{Identity, LabelName, Seed};
use super::node::Function;
use super::statement::Phrase;
use crate::model::column::{Sequence, ServerDefault};
use crate::model::ident::Ident;
use crate::model::types::Type;

/// A column as expressions know it (`ColumnClause`).
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnClause {
    pub name: LabelName,
    /// By what `.c` knows it, where that is not the name.
    pub key: Option<Rc<str>>,
    pub ty: Rc<Type>,
    /// `literal_column()`: text, never quoted.
    pub literal: bool,
    pub role: ColumnRole,
}

/// What a column of a `Table` does when a row is inserted without it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct ColumnRole {
    pub primary_key: bool,
    /// Whether the database counts this column up by itself (`Table._autoincrement_column`).
    pub autoincrement: bool,
    pub default: ColumnDefault,
    pub onupdate: ColumnDefault,
    pub server_default: Option<ServerDefault>,
    /// `insert` and `update` never write it: `Computed`, system columns.
    pub computed: bool,
    pub nullable: bool,
    /// Whether it is a `Column`, or what stands for one in an alias or subquery.
    pub real: bool,
}

/// `default=` or `onupdate=` of a column.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum ColumnDefault {
    #[default]
    None,
    /// A Python value or function: offline it is written as `NULL`.
    Python,
    Expr(SqlExpr),
    Sequence(Rc<Sequence>),
}

/// A column and what it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub struct ColumnRef {
    pub from: Option<Rc<From>>,
    pub column: Rc<ColumnClause>,
}

/// A source of rows (`FromClause`).
#[derive(Clone, Debug, PartialEq)]
pub struct From {
    pub id: Identity,
    pub name: Option<LabelName>,
    pub kind: FromKind,
    pub columns: Vec<Rc<ColumnClause>>,
}

/// The kinds of sources.
#[derive(Clone, Debug, PartialEq)]
pub enum FromKind {
    /// `sa.table()` or, if `real`, `sa.Table`.
    Table {
        schema: Option<Ident>,
        real: bool,
        /// Columns of this table and the column of another each of them refers to: `(own, schema, table, column)`.
        foreign_keys: Vec<ForeignKeyHint>,
    },
    Alias {
        element: Rc<From>,
        lateral: bool,
    },
    TableSample {
        element: Rc<From>,
        method: SqlExpr,
        seed: Option<SqlExpr>,
    },
    Subquery {
        element: SqlExpr,
        lateral: bool,
    },
    Cte(Cte),
    Join {
        left: Rc<From>,
        right: Rc<From>,
        on: SqlExpr,
        outer: bool,
        full: bool,
    },
    Grouping(Rc<From>),
    Values {
        rows: Vec<Vec<SqlExpr>>,
        lateral: bool,
    },
    /// `func.f(…).table_valued(…)` and `.alias()`.
    Function {
        function: Rc<Function>,
        lateral: bool,
        /// Column names, and perhaps types, behind the alias.
        derived: Option<bool>,
        /// Whether its one column is the alias itself.
        whole: bool,
    },
    /// A function straight in `FROM`.
    PlainFunction(Rc<Function>),
    /// `select_from(text("…"))`.
    Text(SqlExpr),
    /// `insert().excluded`.
    Excluded,
    /// `insert().inserted`.
    Inserted,
}

/// A foreign key of a column, as far as a join without a condition needs it.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignKeyHint {
    pub column: Rc<str>,
    pub schema: Option<Rc<str>>,
    pub table: Rc<str>,
    pub referred: Rc<str>,
}

/// A common table expression.
#[derive(Clone, Debug, PartialEq)]
pub struct Cte {
    pub element: SqlExpr,
    pub recursive: bool,
    pub nesting: bool,
    pub prefixes: Vec<Phrase>,
    pub suffixes: Vec<Phrase>,
    /// The expression that this one restates (`cte.union(…)`).
    pub restates: Option<Rc<From>>,
    /// The expression that this one is an alias of.
    pub alias_of: Option<Rc<From>>,
}

impl ColumnClause {
    /// A column with nothing but name and type.
    pub fn new(name: impl Into<LabelName>, ty: Rc<Type>) -> Rc<Self> {
        Rc::new(Self { name: name.into(), key: None, ty, literal: false, role: ColumnRole::default() })
    }

    /// The key as text, unless the name is invented.
    pub fn key_text(&self) -> Option<&str> {
        self.key.as_deref().or_else(|| self.name.plain())
    }
}

impl ColumnRef {
    /// A column that belongs to nothing.
    pub fn free(name: &str, ty: Rc<Type>) -> Self {
        Self { from: None, column: ColumnClause::new(name, ty) }
    }
}

impl From {
    /// A source of its own identity.
    pub fn new(name: Option<LabelName>, kind: FromKind, columns: Vec<Rc<ColumnClause>>) -> Rc<Self> {
        Rc::new(Self { id: Identity::fresh(), name, kind, columns })
    }

    /// A light-weight table (`sqlalchemy.table`).
    pub fn table(schema: Option<Ident>, name: Ident, columns: Vec<Rc<ColumnClause>>) -> Rc<Self> {
        let schema = schema.filter(|schema| !schema.text.is_empty());
        Self::new(Some(LabelName::Given(name)), FromKind::Table { schema, real: false, foreign_keys: Vec::new() }, columns)
    }

    /// Whether columns are written with this source's name before them.
    pub fn named_with_column(&self) -> bool {
        match &self.kind {
            FromKind::Join { .. } | FromKind::Grouping(_) | FromKind::Text(_) | FromKind::PlainFunction(_) => false,
            FromKind::Values { .. } => self.name.is_some(),
            FromKind::Function { whole, .. } => !whole,
            _ => true,
        }
    }

    /// The schema of a table.
    pub fn schema(&self) -> Option<&Ident> {
        match &self.kind {
            FromKind::Table { schema, .. } => schema.as_ref(),
            _ => None,
        }
    }

    /// A column by its key.
    pub fn column(self: &Rc<Self>, key: &str) -> Option<ColumnRef> {
        let column = self.columns.iter().find(|column| column.key_text() == Some(key))?;
        Some(ColumnRef { from: self.owner_of(column), column: Rc::clone(column) })
    }

    /// The first table of a join, or the source itself (`tables_from_leftmost`).
    pub fn leftmost(self: &Rc<Self>) -> Rc<Self> {
        match &self.kind {
            FromKind::Join { left, .. } => left.leftmost(),
            FromKind::Grouping(inner) => inner.leftmost(),
            _ => Rc::clone(self),
        }
    }

    /// All tables of a join from left to right, or the source itself.
    pub fn from_left(self: &Rc<Self>) -> Vec<Rc<Self>> {
        match &self.kind {
            FromKind::Join { left, right, .. } => [left, right].into_iter().flat_map(Self::from_left).collect(),
            FromKind::Grouping(inner) => inner.from_left(),
            _ => vec![Rc::clone(self)],
        }
    }

    /// What a column of this source belongs to: in a join, one of its sides.
    pub fn owner_of(self: &Rc<Self>, column: &Rc<ColumnClause>) -> Option<Rc<Self>> {
        match &self.kind {
            FromKind::Join { left, right, .. } => {
                let side = if left.columns.iter().any(|candidate| Rc::ptr_eq(candidate, column)) { left } else { right };
                side.owner_of(column)
            }
            FromKind::Grouping(inner) => inner.owner_of(column),
            _ => Some(Rc::clone(self)),
        }
    }

    /// All columns.
    pub fn column_refs(self: &Rc<Self>) -> Vec<SqlExpr> {
        self.columns.iter().map(|column| SqlExpr::Column(ColumnRef { from: self.owner_of(column), column: Rc::clone(column) })).collect()
    }

    /// A name that the compiler invents from this source's identity.
    pub fn anonymous_name(id: Identity, body: &str) -> LabelName {
        LabelName::anonymous(Seed::Object(id.number()), body)
    }

    /// Whether both are the same object.
    pub fn same(&self, other: &Self) -> bool {
        self.id.number() == other.id.number()
    }
}
