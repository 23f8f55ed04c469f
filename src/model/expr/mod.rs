//! SQL expressions and statements as a revision builds them with SQLAlchemy Core.
//!
//! An immutable tree, free of any dialect. [`build`] makes its nodes as `sqlalchemy.sql.elements` does, grouping
//! and naming included; `sql::query` writes them.

pub mod affinity;
pub mod build;
pub mod columns;
pub mod ddl;
pub mod from;
pub mod froms;
pub mod label;
pub mod literal;
pub mod node;
pub mod op;
pub mod rewrite;
pub mod statement;
pub mod text;

use std::rc::Rc;

pub use affinity::Affinity;
pub use ddl::Ddl;
pub use from::{ColumnClause, ColumnRef, From, FromKind};
pub use label::{Identity, LabelName, LabelPart, Seed};
pub use literal::Literal;
pub use node::{
    Binary, Bind, Case, Cast, ClauseList, Filter, Frame, FrameBound, Function, Label, Modifiers, OrderedAggregate, Over, Search,
    TextClause, Unary,
};
pub use op::{CustomOp, Op, SpecialOp};
pub use statement::{
    ChangeLimit, Compound, CompoundKeyword, Conflict, ConflictAction, Delete, Duplicate, ForUpdate, Hint, Insert, JoinStep, LabelStyle,
    Select, SetColumn, TextualSelect, Update,
};

use super::column::Sequence;
use super::types::Type;

/// A SQL expression or statement, before any dialect compiles it.
///
/// Cloning is cheap: what is behind each variant is shared.
#[derive(Clone, Debug, PartialEq)]
pub enum SqlExpr {
    /// `sqlalchemy.text("…")` with nothing bound, as the revision wrote it: `\:` still stands for a colon.
    Text(Rc<str>),
    /// `sqlalchemy.text("…")` with parameters bound.
    TextClause(Rc<TextClause>),
    /// A column of a table or subquery, a free `column()` or a `literal_column()`.
    Column(ColumnRef),
    Bind(Rc<Bind>),
    Null,
    True,
    False,
    Unary(Rc<Unary>),
    Binary(Rc<Binary>),
    /// Operands of one operator, or a list with commas.
    List(Rc<ClauseList>),
    Tuple(Rc<ClauseList>),
    Grouping(Rc<SqlExpr>),
    Function(Rc<Function>),
    Case(Rc<Case>),
    Cast(Rc<Cast>),
    /// `TRY_CAST`: NULL where the cast fails.
    TryCast(Rc<Cast>),
    /// `type_coerce`: another type, the same SQL.
    TypeCoerce(Rc<Cast>),
    Extract(Rc<(Rc<str>, SqlExpr)>),
    Label(Rc<Label>),
    /// What an `ORDER BY` or `GROUP BY` names: a label, where the select has it.
    LabelReference(Rc<SqlExpr>),
    /// A string given to `order_by` or `group_by`.
    TextLabelReference(Rc<str>),
    Over(Rc<Over>),
    Filter(Rc<Filter>),
    /// `within_group`, and an `ORDER BY` inside of an aggregate.
    OrderedAggregate(Rc<OrderedAggregate>),
    /// Schema and name of a collation.
    Collation(Rc<(Option<Rc<str>>, Rc<str>)>),
    /// `postgresql.array([…])`, with its type.
    Array(Rc<(Vec<SqlExpr>, Rc<Type>)>),
    /// `start:stop` of an index.
    Slice(Rc<(SqlExpr, SqlExpr)>),
    /// A statement used as one value.
    ScalarSelect(Rc<SqlExpr>),
    Select(Rc<Select>),
    Compound(Rc<Compound>),
    /// A statement in parentheses inside of a compound one.
    SelectGrouping(Rc<SqlExpr>),
    TextualSelect(Rc<TextualSelect>),
    From(Rc<From>),
    Insert(Rc<Insert>),
    Update(Rc<Update>),
    Delete(Rc<Delete>),
    /// `Sequence.next_value()`.
    NextValue(Rc<Sequence>),
    Ddl(Rc<Ddl>),
    /// `values(…).scalar_values()`: rows for `IN`.
    ScalarValues(Rc<Vec<Vec<SqlExpr>>>),
    /// `table.table_valued()`: all of a row as one value, under the table's name.
    WholeRow(Rc<(Rc<From>, Rc<ColumnClause>)>),
    /// `func.f(…).scalar_table_valued("column")`: a column of the row that a function gives.
    FunctionColumn(Rc<(SqlExpr, Rc<ColumnClause>)>),
    /// How many rows a statement changes, to be given to `.ext()`.
    ChangeLimit(Rc<SqlExpr>),
    /// `DISTINCT ON`, to be given to `.ext()`.
    DistinctOn(Rc<ClauseList>),
    /// The bounds of a window's frame, to be given to `.over()`.
    FrameClause(Rc<(FrameBound, FrameBound)>),
}

impl SqlExpr {
    /// The type of the value, `NullType` where there is none.
    pub fn ty(&self) -> Rc<Type> {
        match self {
            Self::Column(reference) => Rc::clone(&reference.column.ty),
            Self::Bind(bind) => Rc::clone(&bind.ty),
            Self::True | Self::False => Rc::new(Type::plain("Boolean")),
            Self::Unary(unary) => Rc::clone(&unary.ty),
            Self::Binary(binary) => Rc::clone(&binary.ty),
            Self::List(list) | Self::Tuple(list) => Rc::clone(&list.ty),
            Self::Grouping(inner) | Self::LabelReference(inner) => inner.ty(),
            Self::Function(function) => Rc::clone(&function.ty),
            Self::Case(case) => Rc::clone(&case.ty),
            Self::Cast(cast) | Self::TryCast(cast) | Self::TypeCoerce(cast) => Rc::clone(&cast.ty),
            Self::Extract(_) | Self::NextValue(_) => Rc::new(Type::plain("Integer")),
            Self::Label(label) => Rc::clone(&label.ty),
            Self::Over(over) => over.element.ty(),
            Self::Filter(filter) => filter.function.ty(),
            Self::OrderedAggregate(aggregate) => Rc::clone(&aggregate.ty),
            Self::Array(array) => Rc::clone(&array.1),
            Self::ScalarSelect(statement) => statement.scalar_type(),
            Self::FunctionColumn(column) => Rc::clone(&column.1.ty),
            _ => Rc::new(Type::null()),
        }
    }

    /// Whether this is something that can be executed or used as a subquery: a `SELECT` of any kind.
    pub fn is_select(&self) -> bool {
        matches!(self, Self::Select(_) | Self::Compound(_) | Self::SelectGrouping(_) | Self::TextualSelect(_))
    }

    /// Whether this is a statement that reads or writes rows, and nothing else.
    pub fn works_on_rows(&self) -> bool {
        self.is_select() || matches!(self, Self::Insert(_) | Self::Update(_) | Self::Delete(_))
    }

    /// The address of the node, by which the compiler tells equal-looking nodes apart.
    pub fn seed(&self) -> Seed {
        let address = |pointer: *const ()| Seed::Node(pointer as usize);
        match self {
            Self::Null => Seed::Constant(0),
            Self::True => Seed::Constant(1),
            Self::False => Seed::Constant(2),
            Self::Text(text) | Self::TextLabelReference(text) => address(Rc::as_ptr(text).cast()),
            Self::TextClause(node) => address(Rc::as_ptr(node).cast()),
            Self::Column(reference) => address(Rc::as_ptr(&reference.column).cast()),
            Self::Bind(node) => address(Rc::as_ptr(node).cast()),
            Self::Unary(node) => address(Rc::as_ptr(node).cast()),
            Self::Binary(node) => address(Rc::as_ptr(node).cast()),
            Self::List(node) | Self::Tuple(node) => address(Rc::as_ptr(node).cast()),
            Self::Grouping(node) | Self::LabelReference(node) | Self::ScalarSelect(node) | Self::SelectGrouping(node) => {
                address(Rc::as_ptr(node).cast())
            }
            Self::Function(node) => address(Rc::as_ptr(node).cast()),
            Self::Case(node) => address(Rc::as_ptr(node).cast()),
            Self::Cast(node) | Self::TryCast(node) | Self::TypeCoerce(node) => address(Rc::as_ptr(node).cast()),
            Self::Extract(node) => address(Rc::as_ptr(node).cast()),
            Self::Label(node) => address(Rc::as_ptr(node).cast()),
            Self::Over(node) => address(Rc::as_ptr(node).cast()),
            Self::Filter(node) => address(Rc::as_ptr(node).cast()),
            Self::OrderedAggregate(node) => address(Rc::as_ptr(node).cast()),
            Self::Collation(node) => address(Rc::as_ptr(node).cast()),
            Self::Array(node) => address(Rc::as_ptr(node).cast()),
            Self::Slice(node) => address(Rc::as_ptr(node).cast()),
            Self::Select(node) => address(Rc::as_ptr(node).cast()),
            Self::Compound(node) => address(Rc::as_ptr(node).cast()),
            Self::TextualSelect(node) => address(Rc::as_ptr(node).cast()),
            Self::From(node) => address(Rc::as_ptr(node).cast()),
            Self::Insert(node) => address(Rc::as_ptr(node).cast()),
            Self::Update(node) => address(Rc::as_ptr(node).cast()),
            Self::Delete(node) => address(Rc::as_ptr(node).cast()),
            Self::NextValue(node) => address(Rc::as_ptr(node).cast()),
            Self::Ddl(node) => address(Rc::as_ptr(node).cast()),
            Self::ScalarValues(node) => address(Rc::as_ptr(node).cast()),
            Self::WholeRow(node) => address(Rc::as_ptr(node).cast()),
            Self::FunctionColumn(node) => address(Rc::as_ptr(node).cast()),
            Self::ChangeLimit(node) => address(Rc::as_ptr(node).cast()),
            Self::DistinctOn(node) => address(Rc::as_ptr(node).cast()),
            Self::FrameClause(node) => address(Rc::as_ptr(node).cast()),
        }
    }

    /// The type of the first column of a statement (`_scalar_type`).
    fn scalar_type(&self) -> Rc<Type> {
        self.selected_columns().first().map_or_else(|| Rc::new(Type::null()), Self::ty)
    }
}
