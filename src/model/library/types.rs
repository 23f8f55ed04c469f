//! Types of columns.

use std::cell::RefCell;
use std::rc::Rc;

use indexmap::IndexMap;

use super::object::Doubt;
use crate::eval::Value;
use crate::model::Type;

/// An object of a type class.
pub struct TypeObject {
    /// What it is in the model; kept up to date when attributes are set.
    pub ty: Rc<Type>,
    /// The canonical path of its class.
    pub path: &'static str,
    /// Arguments as the program gave them, and attributes set since.
    pub attributes: IndexMap<Rc<str>, Value>,
    /// The members of a Python enumeration that it was made from.
    pub enum_class: Option<Value>,
    /// What it was decorated with, of a type with a Python class; filled on first use.
    pub decorated: RefCell<Option<Rc<Type>>>,
    pub doubt: Option<Doubt>,
}
