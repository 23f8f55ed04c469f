//! Keyword arguments that are meant for one dialect: `postgresql_using="gin"`, `mysql_engine="InnoDB"`.

use std::rc::Rc;

use indexmap::IndexMap;

use super::expr::SqlExpr;

/// Options by their full keyword, in the order given.
pub type Options = IndexMap<Rc<str>, OptionValue>;

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
    Map(IndexMap<Rc<str>, OptionValue>),
}
