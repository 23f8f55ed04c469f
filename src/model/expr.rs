//! SQL expressions and statements as a revision builds them with SQLAlchemy Core.

use std::rc::Rc;

/// A SQL expression, before any dialect compiles it.
#[derive(Clone, Debug, PartialEq)]
pub enum SqlExpr {
    /// `sqlalchemy.text("…")`, verbatim.
    Text(Rc<str>),
}
