//! Python values that stand in an expression, and the types SQLAlchemy takes them for.

use std::rc::Rc;

use crate::model::types::Type;

/// A Python value bound into an expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    None,
    Bool(bool),
    Int(i128),
    Float(f64),
    Str(Rc<str>),
    Bytes(Rc<[u8]>),
    /// As `isoformat()` writes it.
    Date(Rc<str>),
    Time {
        iso: Rc<str>,
        zoned: bool,
    },
    DateTime {
        /// As `isoformat(" ")` writes it.
        iso: Rc<str>,
        zoned: bool,
    },
    /// Microseconds.
    Interval(i128),
    /// In its canonical form with hyphens.
    Uuid(Rc<str>),
    /// As `str()` writes it.
    Decimal(Rc<str>),
    List(Rc<[Literal]>),
    Map(Rc<[(Literal, Literal)]>),
    /// A member of a Python enumeration.
    Member {
        name: Rc<str>,
        value: Rc<Literal>,
    },
    /// `JSON.NULL`.
    JsonNull,
    /// A value that has no literal form in any type; what it is.
    Other(Rc<str>),
}

impl Literal {
    /// A `str`.
    pub fn str(text: impl Into<Rc<str>>) -> Self {
        Self::Str(text.into())
    }

    /// The type that SQLAlchemy takes the value for (`sqltypes._resolve_value_to_type`).
    pub fn natural_type(&self) -> Type {
        match self {
            Self::Bool(_) => Type::plain("Boolean"),
            Self::Int(value) if value.unsigned_abs() >= 1 << 31 => Type::plain("BigInteger"),
            Self::Int(_) => Type::plain("Integer"),
            Self::Float(_) => Type::plain("Double"),
            Self::Str(text) if !text.is_ascii() => Type::plain("Unicode"),
            Self::Str(_) => Type::plain("String"),
            Self::Bytes(_) => Type::plain("LargeBinary"),
            Self::Date(_) => Type::plain("Date"),
            Self::Time { zoned, .. } => zone("Time", *zoned),
            Self::DateTime { zoned, .. } => zone("DateTime", *zoned),
            Self::Interval(_) => Type::plain("Interval"),
            Self::Uuid(_) => Type::plain("Uuid"),
            Self::Decimal(_) => Type::plain("Numeric"),
            Self::Member { .. } => Type::plain("Enum"),
            Self::None | Self::List(_) | Self::Map(_) | Self::JsonNull | Self::Other(_) => Type::null(),
        }
    }

    /// How messages show the value.
    pub fn describe(&self) -> String {
        match self {
            Self::None => "None".into(),
            Self::Bool(true) => "True".into(),
            Self::Bool(false) => "False".into(),
            Self::Int(value) => value.to_string(),
            Self::Float(value) => float_repr(*value),
            Self::Str(text) => format!("'{text}'"),
            Self::Bytes(_) => "bytes".into(),
            Self::Date(text) | Self::Uuid(text) | Self::Decimal(text) => text.to_string(),
            Self::Time { iso, .. } | Self::DateTime { iso, .. } => iso.to_string(),
            Self::Interval(micros) => format!("timedelta(microseconds={micros})"),
            Self::List(items) => format!("[{}]", items.iter().map(Self::describe).collect::<Vec<_>>().join(", ")),
            Self::Map(_) => "a dict".into(),
            Self::Member { name, .. } => name.to_string(),
            Self::JsonNull => "JSON.NULL".into(),
            Self::Other(what) => what.to_string(),
        }
    }
}

fn zone(class: &str, zoned: bool) -> Type {
    use crate::model::option::OptionValue;
    use crate::model::types::TypeParam;
    let mut ty = Type::plain(class);
    if zoned {
        ty.params.insert("timezone".into(), TypeParam::Value(OptionValue::Bool(true)));
    }
    ty
}

/// `repr()` of a Python float.
pub fn float_repr(value: f64) -> String {
    if value.is_nan() {
        return "nan".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "inf".into() } else { "-inf".into() };
    }
    let magnitude = value.abs();
    if magnitude != 0.0 && !(1e-4..1e16).contains(&magnitude) {
        let text = format!("{value:e}");
        let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let (sign, digits) = match exponent.strip_prefix('-') {
            Some(digits) => ('-', digits),
            None => ('+', exponent),
        };
        return format!("{mantissa}e{sign}{digits:0>2}");
    }
    let text = format!("{value}");
    if text.contains('.') { text } else { format!("{text}.0") }
}

#[cfg(test)]
mod tests {
    use super::float_repr;

    #[test]
    fn floats_print_as_python_does() {
        for (value, text) in
            [(1.25, "1.25"), (3.0, "3.0"), (1e16, "1e+16"), (1.5e-7, "1.5e-07"), (0.0001, "0.0001"), (123456789.0, "123456789.0")]
        {
            assert_eq!(float_repr(value), text);
        }
    }
}
