//! What an expression needs to know of a type: its family, and the type that an operation gives.

use std::rc::Rc;

use super::literal::Literal;
use super::op::Op;
use crate::model::option::OptionValue;
use crate::model::types::{Type, TypeParam};

/// The family of a type (`TypeEngine._type_affinity`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Affinity {
    Null,
    String,
    Integer,
    Numeric,
    Float,
    Boolean,
    Date,
    DateTime,
    Time,
    Interval,
    Binary,
    Json,
    Array,
    Hstore,
    Uuid,
    Tuple,
    Range,
    /// Types that stand for themselves: `INET`, `BIT`, types of the project.
    Other,
}

impl Type {
    /// The type as one dialect sees it (`with_variant`).
    pub fn variant_for(&self, dialect: &str) -> &Self {
        self.variants.iter().find(|(name, _)| &**name == dialect).map_or(self, |(_, ty)| ty)
    }

    /// The name of the class without the dialect it belongs to.
    pub fn class_name(&self) -> &str {
        self.class.rsplit('.').next().unwrap_or(&self.class)
    }

    /// The family of the type.
    pub fn affinity(&self) -> Affinity {
        if let Some(decorated) = &self.decorated {
            return decorated.affinity();
        }
        if self.enumeration.is_some() {
            return Affinity::String;
        }
        match self.class_name() {
            "NullType" => Affinity::Null,
            "String" | "Text" | "Unicode" | "UnicodeText" | "VARCHAR" | "CHAR" | "NVARCHAR" | "NCHAR" | "TEXT" | "CLOB" | "NCLOB"
            | "Enum" | "ENUM" | "MEDIUMTEXT" | "LONGTEXT" | "TINYTEXT" | "NTEXT" | "VARCHAR2" | "NVARCHAR2" | "LONG" | "SET" | "NAME" => {
                Affinity::String
            }
            "Integer" | "SmallInteger" | "BigInteger" | "INTEGER" | "SMALLINT" | "BIGINT" | "INT" | "TINYINT" | "MEDIUMINT" => {
                Affinity::Integer
            }
            "Numeric" | "NUMERIC" | "DECIMAL" | "NUMBER" => Affinity::Numeric,
            "Float" | "Double" | "FLOAT" | "DOUBLE" | "REAL" | "DOUBLE_PRECISION" | "BINARY_FLOAT" | "BINARY_DOUBLE" => Affinity::Float,
            "Boolean" | "BOOLEAN" | "MatchType" => Affinity::Boolean,
            "Date" | "DATE" => Affinity::Date,
            "DateTime" | "DATETIME" | "TIMESTAMP" | "DATETIME2" | "SMALLDATETIME" | "DATETIMEOFFSET" => Affinity::DateTime,
            "Time" | "TIME" => Affinity::Time,
            "Interval" | "INTERVAL" => Affinity::Interval,
            "LargeBinary" | "BLOB" | "BINARY" | "VARBINARY" | "BYTEA" | "LONGBLOB" | "MEDIUMBLOB" | "TINYBLOB" | "IMAGE" | "RAW" => {
                Affinity::Binary
            }
            "JSON" | "JSONB" => Affinity::Json,
            "ARRAY" => Affinity::Array,
            "HSTORE" => Affinity::Hstore,
            "Uuid" | "UUID" | "UNIQUEIDENTIFIER" => Affinity::Uuid,
            "TupleType" => Affinity::Tuple,
            name if name.ends_with("RANGE") => Affinity::Range,
            _ => Affinity::Other,
        }
    }

    /// Whether this is `NullType`.
    pub fn is_null(&self) -> bool {
        self.affinity() == Affinity::Null
    }

    /// Whether the type belongs to one dialect alone.
    pub fn is_dialect_type(&self) -> bool {
        self.class.contains('.')
    }

    /// Whether `+` on this type joins (`sqltypes.Concatenable`).
    pub fn is_concatenable(&self) -> bool {
        matches!(self.affinity(), Affinity::String | Affinity::Json | Affinity::Array | Affinity::Hstore)
    }

    /// The type of what an array holds, where it was given.
    pub fn item_type(&self) -> Option<&Rc<Type>> {
        match self.params.get("item_type") {
            Some(TypeParam::Type(item)) => Some(item),
            _ => None,
        }
    }

    /// A constructor argument.
    pub fn param(&self, name: &str) -> Option<&OptionValue> {
        match self.params.get(name) {
            Some(TypeParam::Value(value)) => Some(value),
            _ => None,
        }
    }

    /// Whether a flag among the constructor arguments is set.
    pub fn flag(&self, name: &str) -> bool {
        matches!(self.param(name), Some(OptionValue::Bool(true)))
    }

    /// A number among the constructor arguments, as text.
    pub fn number(&self, name: &str) -> Option<String> {
        match self.param(name) {
            Some(OptionValue::Int(number)) => Some(number.to_string()),
            _ => None,
        }
    }

    /// Whether `None` is a value of its own here (`should_evaluate_none`): JSON's `null`.
    pub fn evaluates_none(&self) -> bool {
        self.affinity() == Affinity::Json && !self.flag("none_as_null")
    }

    /// The type of a value that stands beside an expression of this type (`coerce_compared_value`).
    pub fn coerce_compared(self: &Rc<Self>, value: &Literal) -> Rc<Type> {
        if self.decorated.is_some() {
            return Rc::clone(self);
        }
        let natural = value.natural_type();
        if matches!(self.class_name(), "INET" | "CIDR" | "MACADDR" | "MACADDR8" | "CITEXT") {
            return Rc::clone(self);
        }
        let text_stays = (matches!(self.affinity(), Affinity::Binary | Affinity::Uuid) || self.class_name() == "BIT")
            && matches!(value, Literal::Str(_));
        if text_stays || natural.is_null() || natural.affinity() == self.affinity() { Rc::clone(self) } else { Rc::new(natural) }
    }
}

/// The operator really meant, and the type of `left op right` (`Comparator._adapt_expression`).
pub fn adapt(op: Op, left: &Rc<Type>, right: &Rc<Type>) -> (Op, Rc<Type>) {
    use Affinity as A;
    if left.is_concatenable() {
        if op == Op::Add && (right.is_concatenable() || right.is_null()) {
            return (Op::Concat, Rc::clone(left));
        }
        return (op, Rc::clone(left));
    }
    let (mine, other) = (left.affinity(), right.affinity());
    if mine == A::Null {
        if other == A::Null || !op.is_commutative() {
            return (op, Rc::clone(left));
        }
        return adapt(op, right, left);
    }
    let found = match (mine, &op, other) {
        (A::Integer, Op::Add, A::Date) => A::Date,
        (A::Integer, Op::Add | Op::Sub | Op::Mul, A::Numeric) => A::Numeric,
        (A::Integer, Op::Add | Op::Sub | Op::Mul, A::Float) => A::Float,
        (A::Integer | A::Numeric | A::Float, Op::Mul, A::Interval) => A::Interval,
        (A::Integer, Op::TrueDiv, A::Integer | A::Numeric) => A::Numeric,
        (A::Integer, Op::TrueDiv, A::Float) => A::Float,
        (A::Integer, Op::FloorDiv, A::Numeric) => A::Numeric,
        (A::DateTime, Op::Sub, A::DateTime) => A::Interval,
        (A::Date, Op::Add | Op::Sub, A::Interval) | (A::Date, Op::Add, A::Time) => A::DateTime,
        (A::Date, Op::Sub, A::Date) => A::Integer,
        (A::Date, Op::Sub, A::DateTime) => A::Interval,
        (A::Time, Op::Add, A::Date) => A::DateTime,
        (A::Time, Op::Sub, A::Time) => A::Interval,
        (A::Interval, Op::Add, A::Date | A::DateTime) => A::DateTime,
        (A::Interval, Op::Add, A::Time) => A::Time,
        _ => return (op, Rc::clone(left)),
    };
    if found == other {
        return (op, Rc::clone(right));
    }
    if found == mine {
        return (op, Rc::clone(left));
    }
    let class = match found {
        A::Date => "Date",
        A::DateTime => "DateTime",
        A::Interval => "Interval",
        A::Integer => "Integer",
        A::Float => "Float",
        A::Time => "Time",
        _ => "Numeric",
    };
    (op, Rc::new(Type::plain(class)))
}
