//! Makes expressions as `sqlalchemy.sql.elements` and `default_comparator` do, grouping included.

mod boolean;
mod group;
mod operate;

use std::rc::Rc;

pub use boolean::{and_, conjunction, or_, where_clauses};
pub use group::{grouping, negate, self_group};
pub use operate::{
    Operand, any_or_all, arithmetic, between, binary, bind_for, boolean_type, collate, compare, construct, custom, escape_like, in_list,
    in_select, is_indexable, joined_texts, not_between, order_modifier, regexp_match, regexp_replace, retype, unary,
};

use super::SqlExpr;
use super::label::{Identity, LabelName, Seed};
use super::literal::Literal;
use super::node::{Bind, Cast, Label};
use crate::model::types::Type;

/// A plain value as an expression (`roles.ExpressionElementRole`).
pub fn literal(value: Literal, ty: Option<Rc<Type>>) -> SqlExpr {
    if value == Literal::None && !ty.as_ref().is_some_and(|ty| ty.evaluates_none()) {
        return SqlExpr::Null;
    }
    bound(value, ty)
}

/// A plain value as a bound parameter, `None` included (`sqlalchemy.literal`).
pub fn bound(value: Literal, ty: Option<Rc<Type>>) -> SqlExpr {
    let ty = ty.unwrap_or_else(|| Rc::new(value.natural_type()));
    SqlExpr::Bind(Bind::unique(None, value, ty))
}

/// `expr AS name`; without a name the compiler invents one (`Label`).
pub fn label(expr: &SqlExpr, name: Option<LabelName>, ty: Option<Rc<Type>>) -> SqlExpr {
    let mut element = expr;
    while let SqlExpr::Label(inner) = element {
        element = &inner.element;
    }
    let id = Identity::fresh();
    let name = name.unwrap_or_else(|| {
        LabelName::anonymous(
            Seed::Object(id.number()),
            element.name_attribute().and_then(|name| name.plain().map(str::to_owned)).as_deref().unwrap_or("anon"),
        )
    });
    let ty = ty.unwrap_or_else(|| element.ty());
    SqlExpr::Label(Rc::new(Label { id, name, element: element.clone(), ty }))
}

/// `CAST(expr AS ty)`.
pub fn cast(expr: SqlExpr, ty: Rc<Type>) -> SqlExpr {
    SqlExpr::Cast(Rc::new(Cast { clause: expr, ty }))
}
