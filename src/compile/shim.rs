use crate::diag::Diagnostic;
use crate::eval::{Unwind, Value};
use crate::model::SqlExpr;
use crate::model::library::Cx;
use std::rc::Rc;
pub fn with_parameters(cx: &mut Cx<'_>, _: &Rc<SqlExpr>, _: &Value) -> Result<Vec<Rc<SqlExpr>>, Unwind> {
    Err(Diagnostic::bug(cx.span, "not yet").into())
}
pub fn bulk_row(cx: &mut Cx<'_>, _: &Value, _: &Value) -> Result<Rc<SqlExpr>, Unwind> {
    Err(Diagnostic::bug(cx.span, "not yet").into())
}
pub fn text(_: &mut Cx<'_>, t: &str) -> Result<Rc<SqlExpr>, Unwind> {
    Ok(Rc::new(SqlExpr::Text(t.into())))
}
pub fn executable(cx: &mut Cx<'_>, _: &Value) -> Result<Option<Rc<SqlExpr>>, Unwind> {
    Err(Diagnostic::bug(cx.span, "not yet").into())
}
