//! The nodes of an expression.

use std::rc::Rc;

use super::SqlExpr;
use super::from::From;
use super::label::{Identity, LabelName};
use super::literal::Literal;
use super::op::Op;
use crate::model::types::Type;

/// `text()` with parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct TextClause {
    pub text: Rc<str>,
    pub binds: Vec<(Rc<str>, Rc<Bind>)>,
}

/// A bound value (`BindParameter`).
#[derive(Clone, Debug, PartialEq)]
pub struct Bind {
    pub key: LabelName,
    pub value: Literal,
    pub ty: Rc<Type>,
    /// A list, each item of which is written: the right side of `IN`.
    pub expanding: bool,
    /// `IN` or `NOT IN`, which say how an empty list is written.
    pub expand_op: Option<Op>,
    pub required: bool,
    /// Always written out (`op.inline_literal`).
    pub inline: bool,
}

/// An operator with one operand, before it or behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Unary {
    pub element: SqlExpr,
    pub op: Op,
    /// `DESC` and its kin, which stand behind.
    pub modifier: bool,
    pub ty: Rc<Type>,
}

/// An operator with two operands.
#[derive(Clone, Debug, PartialEq)]
pub struct Binary {
    pub left: SqlExpr,
    pub right: SqlExpr,
    pub op: Op,
    pub ty: Rc<Type>,
    pub negate: Option<Op>,
    pub modifiers: Modifiers,
}

/// What some comparisons are told beside their operands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Modifiers {
    pub escape: Option<Rc<str>>,
    pub autoescape: bool,
    pub symmetric: bool,
    pub flags: Option<Rc<str>>,
    /// `postgresql_regconfig` of `match()`.
    pub regconfig: Option<Rc<str>>,
    /// How `match()` searches, where it was said.
    pub search: Option<Search>,
}

/// How `match()` searches texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Search {
    pub boolean_mode: bool,
    pub natural_language: bool,
    pub query_expansion: bool,
    /// Whether it is a construct of a dialect's own, over several columns.
    pub several_columns: bool,
}

impl Search {
    /// What `match()` does where nothing is said.
    pub const PLAIN: Self = Self { boolean_mode: true, natural_language: false, query_expansion: false, several_columns: false };

    /// Whether these can stand together.
    pub fn is_valid(self) -> bool {
        !(self.boolean_mode && (self.natural_language || self.query_expansion))
    }
}

/// Clauses between which an operator stands.
#[derive(Clone, Debug, PartialEq)]
pub struct ClauseList {
    pub op: Op,
    pub clauses: Vec<SqlExpr>,
    pub ty: Rc<Type>,
    /// Whether it takes parentheses where its operator binds less than what is around it.
    pub group: bool,
    /// Whether it is an expression of its own (`ExpressionClauseList`) and not a mere list.
    pub expression: bool,
}

/// A call of a SQL function.
#[derive(Clone, Debug, PartialEq)]
pub struct Function {
    pub packages: Vec<Rc<str>>,
    pub name: Rc<str>,
    /// Whether the name is to be quoted whatever it is (`quoted_name`).
    pub quote_name: bool,
    pub arguments: Vec<SqlExpr>,
    pub ty: Rc<Type>,
    /// Whether it is one of SQLAlchemy's own classes, which have a type and sometimes a spelling of their own.
    pub generic: bool,
    pub with_ordinality: bool,
}

/// `CASE`.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    pub value: Option<SqlExpr>,
    pub whens: Vec<(SqlExpr, SqlExpr)>,
    pub otherwise: Option<SqlExpr>,
    pub ty: Rc<Type>,
}

/// `CAST`, and `type_coerce`.
#[derive(Clone, Debug, PartialEq)]
pub struct Cast {
    pub clause: SqlExpr,
    pub ty: Rc<Type>,
}

/// `AS name`.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    pub id: Identity,
    pub name: LabelName,
    pub element: SqlExpr,
    pub ty: Rc<Type>,
}

/// `OVER (…)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Over {
    pub element: SqlExpr,
    pub partition_by: Vec<SqlExpr>,
    pub order_by: Vec<SqlExpr>,
    pub frame: Option<Frame>,
}

/// `ROWS BETWEEN … AND …`.
#[derive(Clone, Debug, PartialEq)]
pub struct Frame {
    /// `ROWS`, `RANGE` or `GROUPS`.
    pub unit: &'static str,
    pub lower: FrameBound,
    pub upper: FrameBound,
    pub exclude: Option<Rc<str>>,
}

/// An end of a window's frame.
#[derive(Clone, Debug, PartialEq)]
pub enum FrameBound {
    Unbounded,
    Current,
    Preceding(SqlExpr),
    Following(SqlExpr),
}

/// `FILTER (WHERE …)`.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    pub function: SqlExpr,
    pub criterion: SqlExpr,
}

/// An aggregate over ordered rows.
#[derive(Clone, Debug, PartialEq)]
pub struct OrderedAggregate {
    pub element: SqlExpr,
    pub order_by: Vec<SqlExpr>,
    /// `WITHIN GROUP`, or inside of the function's parentheses.
    pub within_group: bool,
    /// `postgresql.aggregate_order_by`: the argument alone, not the function, is `element`.
    pub argument: bool,
    pub ty: Rc<Type>,
}

impl Bind {
    /// A value with an invented name (`BindParameter(key, value, unique=True)`).
    pub fn unique(key: Option<&str>, value: Literal, ty: Rc<Type>) -> Rc<Self> {
        let id = Identity::fresh();
        let key = LabelName::anonymous(super::label::Seed::Object(id.number()), key.unwrap_or("param"));
        Rc::new(Self { key, value, ty, expanding: false, expand_op: None, required: false, inline: false })
    }

    /// A parameter that the author named.
    pub fn named(key: &str, value: Literal, ty: Rc<Type>, required: bool) -> Rc<Self> {
        Rc::new(Self { key: LabelName::from(key), value, ty, expanding: false, expand_op: None, required, inline: false })
    }

    /// The same value taken for another type.
    pub fn with_type(&self, ty: Rc<Type>) -> Rc<Self> {
        Rc::new(Self { ty, ..self.clone() })
    }
}

/// What a statement selects from or changes, as an expression.
impl std::convert::From<Rc<From>> for SqlExpr {
    fn from(from: Rc<From>) -> Self {
        Self::From(from)
    }
}
