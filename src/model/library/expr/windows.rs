//! Windows, filters and orders of aggregates.

use std::rc::Rc;

use super::super::state::Cx;
use super::constructors::{filter, order_list};
use super::value::{self, Arguments, Made, condition, not_understood};
use crate::eval::Value;
use crate::model::SqlExpr;
use crate::model::expr::build;
use crate::model::expr::{Frame, FrameBound, Literal, OrderedAggregate, Over};
use crate::model::types::Type;

/// `.over(…)` (`Over.__init__`).
pub fn over(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let partition_by = one_or_many(cx, arguments.take("partition_by"))?;
    let order_by = one_or_many(cx, arguments.take("order_by"))?;
    let mut frame = None;
    for (name, unit) in [("range_", "RANGE"), ("rows", "ROWS"), ("groups", "GROUPS")] {
        if let Some(bounds) = arguments.keyword(name).filter(|bounds| !bounds.is_none()) {
            frame = Some(self::frame(cx, unit, &bounds)?);
        }
    }
    if let (Some(exclude), Some(frame)) = (arguments.keyword("exclude"), frame.as_mut()) {
        frame.exclude = value::text(&exclude);
    }
    arguments.finish(cx, "over")?;
    Ok(SqlExpr::Over(Rc::new(Over { element: expr.clone(), partition_by, order_by, frame })))
}

fn one_or_many(cx: &mut Cx<'_>, given: Option<Value>) -> Made<Vec<SqlExpr>> {
    order_list(cx, given.into_iter().collect())
}

fn frame(cx: &mut Cx<'_>, unit: &'static str, bounds: &Value) -> Made<Frame> {
    let items = value::items(cx, bounds)?;
    let [lower, upper] = items.as_slice() else {
        return not_understood(cx, "the frame of a window is no pair");
    };
    Ok(Frame { unit, lower: frame_bound(cx, lower)?, upper: frame_bound(cx, upper)?, exclude: None })
}

fn frame_bound(cx: &mut Cx<'_>, value: &Value) -> Made<FrameBound> {
    let bound = |number: i128| build::bound(Literal::Int(number), Some(Rc::new(Type::plain("Integer"))));
    Ok(match value {
        Value::None => FrameBound::Unbounded,
        Value::Int(0) => FrameBound::Current,
        Value::Int(number) if *number < 0 => FrameBound::Preceding(bound(-number)),
        Value::Int(number) => FrameBound::Following(bound(*number)),
        _ => return not_understood(cx, "a bound of a window's frame is no number"),
    })
}

pub fn filtered(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut criteria = Vec::new();
    for value in arguments.rest() {
        criteria.push(condition(cx, &value)?);
    }
    filter(cx, expr.clone(), &criteria)
}

pub fn ordered(expr: &SqlExpr, order_by: Vec<SqlExpr>, within_group: bool) -> SqlExpr {
    let ty = match (&expr.ty(), within_group, expr) {
        (_, true, SqlExpr::Function(function)) if matches!(&*function.name, "mode" | "percentile_cont" | "percentile_disc") => {
            order_by.first().map_or_else(|| Rc::new(Type::null()), SqlExpr::ty)
        }
        (ty, _, _) => Rc::clone(ty),
    };
    SqlExpr::OrderedAggregate(Rc::new(OrderedAggregate { element: expr.clone(), order_by, within_group, argument: false, ty }))
}
