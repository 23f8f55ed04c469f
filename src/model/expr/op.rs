//! SQL operators: what they bind to, and what they turn into when negated.

use std::rc::Rc;

use crate::model::types::Type;

/// An operator of an expression (`sqlalchemy.sql.operators`).
#[derive(Clone, Debug, PartialEq)]
pub enum Op {
    And,
    Or,
    Inv,
    IsTrue,
    IsFalse,
    Add,
    Sub,
    Mul,
    TrueDiv,
    FloorDiv,
    Mod,
    Neg,
    BitwiseXor,
    BitwiseOr,
    BitwiseAnd,
    BitwiseNot,
    BitwiseShiftLeft,
    BitwiseShiftRight,
    Concat,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Is,
    IsNot,
    IsDistinctFrom,
    IsNotDistinctFrom,
    In,
    NotIn,
    Like,
    NotLike,
    Ilike,
    NotIlike,
    Between,
    NotBetween,
    StartsWith,
    NotStartsWith,
    IStartsWith,
    NotIStartsWith,
    EndsWith,
    NotEndsWith,
    IEndsWith,
    NotIEndsWith,
    Contains,
    NotContains,
    IContains,
    NotIContains,
    Match,
    NotMatch,
    RegexpMatch,
    NotRegexpMatch,
    RegexpReplace,
    Collate,
    Any,
    All,
    Exists,
    Distinct,
    Desc,
    Asc,
    NullsFirst,
    NullsLast,
    Comma,
    From,
    As,
    GetItem,
    JsonGetItem,
    JsonPathGetItem,
    Filter,
    AsBool,
    Custom(Rc<CustomOp>),
}

/// `ColumnElement.op("…")`, and the operators that a dialect's own types bring.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct CustomOp {
    pub text: Rc<str>,
    pub precedence: i32,
    pub is_comparison: bool,
    pub natural_self_precedent: bool,
    pub eager_grouping: bool,
    pub return_type: Option<Rc<Type>>,
    /// How a dialect may know this operator, where it writes it in its own way.
    pub special: Option<SpecialOp>,
}

/// A custom operator that a dialect may write in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpecialOp {
    HstoreGetItem,
}

impl Op {
    /// `ColumnElement.op(text)` with nothing else said.
    pub fn custom(text: impl Into<Rc<str>>) -> Self {
        Self::Custom(Rc::new(CustomOp { text: text.into(), ..CustomOp::default() }))
    }

    /// An operator of a dialect's type that binds like `=`, groups eagerly and gives a boolean.
    pub fn type_comparison(text: &str, eager: bool) -> Self {
        Self::Custom(Rc::new(CustomOp {
            text: text.into(),
            precedence: 5,
            is_comparison: true,
            natural_self_precedent: eager,
            eager_grouping: eager,
            ..CustomOp::default()
        }))
    }

    /// An operator of a dialect's type that binds like indexing and groups eagerly.
    pub fn type_index(text: &str, special: Option<SpecialOp>) -> Self {
        Self::Custom(Rc::new(CustomOp {
            text: text.into(),
            precedence: 15,
            natural_self_precedent: true,
            eager_grouping: true,
            special,
            ..CustomOp::default()
        }))
    }

    /// How strongly it binds, where SQLAlchemy's table has it.
    fn precedence(&self) -> Option<i32> {
        use Op::*;
        Some(match self {
            From | Any | All | GetItem | JsonGetItem | JsonPathGetItem => 15,
            Mul | TrueDiv | FloorDiv | Mod | Neg | BitwiseNot => 8,
            Add | Sub | BitwiseXor | BitwiseOr | BitwiseAnd | BitwiseShiftLeft | BitwiseShiftRight => 7,
            Filter => 6,
            Concat | Match | NotMatch | RegexpMatch | NotRegexpMatch | RegexpReplace | Ilike | NotIlike | Like | NotLike | In | NotIn
            | Is | IsNot | Eq | Ne | IsDistinctFrom | IsNotDistinctFrom | Gt | Lt | Ge | Le | Between | NotBetween | Distinct | Inv
            | IsTrue | IsFalse => 5,
            Collate => 4,
            And | Desc | Asc => 3,
            Or => 2,
            Exists => 0,
            Comma | As => -1,
            AsBool => -10,
            Custom(custom) => custom.precedence,
            _ => return None,
        })
    }

    /// Whether it compares (`operators.is_comparison`).
    pub fn is_comparison(&self) -> bool {
        use Op::*;
        match self {
            Custom(custom) => custom.is_comparison,
            Eq | Ne | Lt | Le | Gt | Ge | Is | IsNot | IsDistinctFrom | IsNotDistinctFrom | In | NotIn | Like | NotLike | Ilike
            | NotIlike | Between | NotBetween | Match | NotMatch | RegexpMatch | NotRegexpMatch => true,
            other => other.is_substring_match(),
        }
    }

    /// Whether it is one of `startswith`, `endswith`, `contains` and their kin.
    pub fn is_substring_match(&self) -> bool {
        use Op::*;
        matches!(
            self,
            StartsWith
                | NotStartsWith
                | IStartsWith
                | NotIStartsWith
                | EndsWith
                | NotEndsWith
                | IEndsWith
                | NotIEndsWith
                | Contains
                | NotContains
                | IContains
                | NotIContains
        )
    }

    /// Whether it gives a boolean (`operators.is_boolean`).
    pub fn is_boolean(&self) -> bool {
        self.is_comparison() || matches!(self, Self::Inv | Self::IsTrue | Self::IsFalse | Self::And | Self::Or)
    }

    /// Whether `a op b op c` needs no inner grouping (`operators.is_associative`).
    pub fn is_associative(&self) -> bool {
        matches!(self, Self::Add | Self::Mul | Self::Concat | Self::And | Self::Or)
    }

    /// Whether the operands may change places (`operators.is_commutative`).
    pub fn is_commutative(&self) -> bool {
        matches!(self, Self::Eq | Self::Ne | Self::Add | Self::Mul)
    }

    fn is_natural_self_precedent(&self) -> bool {
        match self {
            Self::Custom(custom) => custom.natural_self_precedent,
            Self::GetItem | Self::JsonGetItem | Self::JsonPathGetItem => true,
            other => other.is_associative(),
        }
    }

    /// Whether it says in which order rows come.
    pub fn is_order_modifier(&self) -> bool {
        matches!(self, Self::Desc | Self::Asc | Self::NullsFirst | Self::NullsLast)
    }

    /// The comparison turned round (`operators.mirror`).
    pub fn mirror(self) -> Self {
        match self {
            Self::Gt => Self::Lt,
            Self::Lt => Self::Gt,
            Self::Ge => Self::Le,
            Self::Le => Self::Ge,
            other => other,
        }
    }

    /// The operator that says the opposite (`negate_op` of `default_comparator.operator_lookup`).
    pub fn negation(&self) -> Option<Self> {
        use Op::*;
        Some(match self {
            Lt => Ge,
            Le => Gt,
            Gt => Le,
            Ge => Lt,
            Eq => Ne,
            Ne => Eq,
            // SQLAlchemy's own table negates `IS` with `IS`.
            Is => Is,
            IsNot => IsNot,
            IsDistinctFrom => IsNotDistinctFrom,
            IsNotDistinctFrom => IsDistinctFrom,
            In => NotIn,
            NotIn => In,
            Between => NotBetween,
            NotBetween => Between,
            Like => NotLike,
            NotLike => Like,
            Ilike => NotIlike,
            NotIlike => Ilike,
            StartsWith => NotStartsWith,
            NotStartsWith => StartsWith,
            IStartsWith => NotIStartsWith,
            NotIStartsWith => IStartsWith,
            EndsWith => NotEndsWith,
            NotEndsWith => EndsWith,
            IEndsWith => NotIEndsWith,
            NotIEndsWith => IEndsWith,
            Contains => NotContains,
            NotContains => Contains,
            IContains => NotIContains,
            NotIContains => IContains,
            Match => NotMatch,
            NotMatch => Match,
            RegexpMatch => NotRegexpMatch,
            NotRegexpMatch => RegexpMatch,
            _ => return None,
        })
    }
}

/// Whether `operator` inside of `against` needs parentheses (`operators.is_precedent`).
pub fn is_precedent(operator: &Op, against: Option<&Op>) -> bool {
    const SMALLEST: i32 = -100;
    const LARGEST: i32 = 100;
    let Some(against) = against else { return true };
    if operator == against && operator.is_natural_self_precedent() {
        return false;
    }
    operator.precedence().unwrap_or(SMALLEST) <= against.precedence().unwrap_or(LARGEST)
}
