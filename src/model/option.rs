//! Keyword arguments that are meant for one dialect: `postgresql_using="gin"`, `mysql_engine="InnoDB"`.

use std::rc::Rc;

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::expr::SqlExpr;

/// Values by name, in the order given.
pub type ByName<V> = IndexMap<Rc<str>, V, FxBuildHasher>;

/// Options by their full keyword, in the order given.
pub type Options = ByName<OptionValue>;

/// What an option may be set to.
#[derive(Clone, Debug, PartialEq)]
pub enum OptionValue {
    None,
    Bool(bool),
    Int(i128),
    Float(f64),
    Str(Rc<str>),
    Expr(Rc<SqlExpr>),
    List(Vec<OptionValue>),
    Map(ByName<OptionValue>),
}
