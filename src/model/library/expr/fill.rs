//! What `default=` of a column puts into the rows that stand in its table before it.

use super::value::{self, Made, Stop};
use super::{tables, value::as_expr};
use crate::eval::{Args, Unwind, Value};
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::library::Cx;
use crate::model::library::object::{self, DefaultKind};

/// The value of a new column in the rows that are there.
pub enum Fill {
    /// One that the program makes; it is written out.
    Value(SqlExpr),
    /// One that the database computes.
    Expr(SqlExpr),
    /// One that is not known, and why.
    Unknown(Value),
}

/// What a column is filled with; nothing where it has no `default=`.
///
/// # Errors
/// What a function that makes the value raises.
pub fn of_column(cx: &mut Cx<'_>, column: &Value) -> Result<Option<Fill>, Unwind> {
    match made(cx, column) {
        Ok(fill) => Ok(fill),
        Err(Stop::Absorb(unknown)) => Ok(Some(Fill::Unknown(unknown))),
        Err(Stop::Unwind(unwind)) => Err(unwind),
    }
}

fn made(cx: &mut Cx<'_>, column: &Value) -> Made<Option<Fill>> {
    let Some(given) = given(column) else { return Ok(None) };
    if let Some(expr) = as_expr(cx, &given)? {
        return Ok(Some(Fill::Expr(value::scalar(expr))));
    }
    let Some(ty) = as_expr(cx, column)?.map(|column| column.ty()) else { return Ok(None) };
    let plain = match &given {
        Value::Function(_) | Value::Method(_) | Value::Native(_) | Value::Class(_) => {
            cx.vm.call(cx.host, &given, Args::default(), cx.span)?
        }
        _ => given,
    };
    let processed = tables::processed(cx, &ty, &plain)?;
    if let Value::Bytes(bytes) = &processed {
        let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
        return Ok(Some(Fill::Value(SqlExpr::Text(format!("X'{digits}'").into()))));
    }
    let literal = value::literal(cx, &processed)?;
    Ok(Some(Fill::Value(build::literal(literal, Some(ty)))))
}

/// The value of `default=`, unless it is a sequence.
fn given(column: &Value) -> Option<Value> {
    let column = object::handle(column)?;
    let default = object::column(&column)?.borrow().default.clone();
    match object::handle(&default) {
        Some(handle) if object::sequence(&handle).is_some() => None,
        Some(handle) => match object::default(&handle) {
            Some(part) => match &part.borrow().kind {
                DefaultKind::Python(value) => Some(value.clone()),
                _ => None,
            },
            None => Some(default),
        },
        None => (!default.is_none()).then_some(default),
    }
}
