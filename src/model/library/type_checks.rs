//! Checks that types bring to their tables: `Boolean(create_constraint=True)`, `Enum(create_constraint=True)`.

use std::cell::RefCell;
use std::rc::Rc;

use super::object::{self, ConstraintClass, Handle, Object};
use super::state::Cx;
use super::types::DECORATOR;
use super::{bind, bridge, constraints};
use crate::eval::{Library, Unwind, Value};
use crate::model::expr::build::{Operand, in_list};
use crate::model::expr::{Cast, Literal, Op};
use crate::model::{Name, OptionValue, SqlExpr, Type, TypeParam};

/// Attaches the check of a column's type to its table, where the type has one and the dialect wants it.
///
/// # Errors
/// What naming it by convention raises.
pub fn attach(cx: &mut Cx<'_>, table: &Handle, column: &Handle, ty: &Value) -> Result<(), Unwind> {
    let Some((labels, name)) = wanted(cx, ty) else { return Ok(()) };
    let Some(bare) = bridge::column_expression(cx, column)? else { return Ok(()) };
    let as_text = Rc::new(Cast { clause: bare, ty: labels.ty });
    let condition = in_list(&SqlExpr::TypeCoerce(as_text), Op::In, labels.values);
    let mut object = constraints::empty(cx, ConstraintClass::Check);
    object.condition = Value::Library(Library::new(column.place, Object::Expr(Rc::new(condition))));
    object.columns = vec![Value::Library(Rc::clone(column))];
    object.name = name;
    object.type_bound = true;
    let check = Library::new(column.place, Object::Constraint(RefCell::new(object)));
    constraints::set_table(cx, &check, table)
}

/// What a check allows, as what type.
struct Labels {
    ty: Rc<Type>,
    values: Vec<Operand>,
}

fn wanted(cx: &Cx<'_>, ty: &Value) -> Option<(Labels, Option<Name>)> {
    let handle = object::handle(ty)?;
    let object = object::ty(&handle)?.borrow();
    if let Some(inner) = object.attributes.get("impl").filter(|_| object.path == DECORATOR) {
        return wanted(cx, inner);
    }
    let facts = &cx.library.dialect;
    if object.variants.iter().any(|(dialect, _)| *dialect == facts.name) {
        return None;
    }
    if let Some(enumeration) = &object.ty.enumeration {
        if !enumeration.create_constraint || (enumeration.native && facts.native_enum) {
            return None;
        }
        let values = enumeration.values.iter().map(|value| Operand::Value(Literal::Str(Rc::clone(value)))).collect();
        return Some((Labels { ty: Rc::new(Type::plain("String")), values }, enumeration.name.clone()));
    }
    let creates = matches!(object.ty.params.get("create_constraint"), Some(TypeParam::Value(OptionValue::Bool(true))));
    if !creates || !matches!(&*object.ty.class, "Boolean" | "BOOLEAN") || facts.native_boolean || !facts.boolean_check {
        return None;
    }
    let name = object.attributes.get("name").and_then(bind::name);
    let values = vec![Operand::Value(Literal::Int(0)), Operand::Value(Literal::Int(1))];
    Some((Labels { ty: Rc::clone(&object.ty), values }, name))
}

/// Whether a column's type is one of the integers.
pub fn is_integer(ty: &Value) -> bool {
    let Some(handle) = object::handle(ty) else { return false };
    let Some(cell) = object::ty(&handle) else { return false };
    let object = cell.borrow();
    match object.attributes.get("impl") {
        Some(inner) => is_integer(inner),
        None => super::names::is_subclass(object.path, "sqlalchemy.sql.sqltypes.Integer"),
    }
}
