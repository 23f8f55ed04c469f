//! Windows, filters and orders of aggregates.

use std::rc::Rc;

use super::super::object;
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
    let mut frames = Vec::new();
    for (name, unit) in [("range_", "RANGE"), ("rows", "ROWS"), ("groups", "GROUPS")] {
        if let Some(bounds) = arguments.keyword(name).filter(|bounds| !bounds.is_none()) {
            frames.push(self::frame(cx, unit, &bounds)?);
        }
    }
    if frames.len() > 1 {
        return value::argument_error(cx, "only one of 'rows', 'range_', or 'groups' may be provided");
    }
    let mut frame = frames.pop();
    match (arguments.keyword("exclude").filter(|exclude| !exclude.is_none()), frame.as_mut()) {
        (Some(exclude), Some(frame)) => frame.exclude = value::text(&exclude),
        (Some(_), None) => {
            return value::argument_error(cx, "'exclude' requires that one of 'rows', 'range_', or 'groups' is also specified");
        }
        (None, _) => {}
    }
    arguments.finish(cx, "over")?;
    Ok(SqlExpr::Over(Rc::new(Over { element: expr.clone(), partition_by, order_by, frame })))
}

fn one_or_many(cx: &mut Cx<'_>, given: Option<Value>) -> Made<Vec<SqlExpr>> {
    order_list(cx, given.into_iter().collect())
}

fn frame(cx: &mut Cx<'_>, unit: &'static str, bounds: &Value) -> Made<Frame> {
    if let Some(SqlExpr::FrameClause(clause)) = value::as_expr(cx, bounds)? {
        let (lower, upper) = (*clause).clone();
        return Ok(Frame { unit, lower, upper, exclude: None });
    }
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

/// `FrameClause(start, end, start_frame_type, end_frame_type)`.
pub fn frame_clause(cx: &mut Cx<'_>, mut arguments: Arguments) -> Made<SqlExpr> {
    let (start, end) = (arguments.take("start"), arguments.take("end"));
    let (start_type, end_type) = (arguments.take("start_frame_type"), arguments.take("end_frame_type"));
    arguments.finish(cx, "FrameClause")?;
    let (lower, upper) = (typed_bound(cx, start, start_type.as_ref())?, typed_bound(cx, end, end_type.as_ref())?);
    Ok(SqlExpr::FrameClause(Rc::new((lower, upper))))
}

fn typed_bound(cx: &mut Cx<'_>, given: Option<Value>, kind: Option<&Value>) -> Made<FrameBound> {
    let given = given.filter(|given| !given.is_none());
    let bind = match &given {
        None => None,
        Some(given) => match value::as_expr(cx, given)? {
            Some(bind @ SqlExpr::Bind(_)) => Some(bind),
            Some(_) => return not_understood(cx, "a bound of a window's frame is no value"),
            None => Some(build::bound(value::literal(cx, given)?, None)),
        },
    };
    let kind = kind.and_then(object::handle).and_then(|handle| object::name(&handle).map(|name| name.short()));
    match (kind, bind) {
        (Some("UNBOUNDED"), None) => Ok(FrameBound::Unbounded),
        (Some("CURRENT"), None) => Ok(FrameBound::Current),
        (Some("PRECEDING"), Some(bind)) => Ok(FrameBound::Preceding(bind)),
        (Some("FOLLOWING"), Some(bind)) => Ok(FrameBound::Following(bind)),
        (Some(kind @ ("UNBOUNDED" | "CURRENT")), Some(_)) => {
            value::argument_error(cx, format!("Cannot specify a value with frame type {kind}"))
        }
        _ => not_understood(cx, "a bound of a window's frame is not understood"),
    }
}

pub fn filtered(cx: &mut Cx<'_>, expr: &SqlExpr, mut arguments: Arguments) -> Made<SqlExpr> {
    let mut criteria = Vec::new();
    for value in arguments.rest() {
        criteria.push(condition(cx, &value)?);
    }
    filter(expr.clone(), &criteria)
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
