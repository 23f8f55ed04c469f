//! `conv` and `quoted_name`: texts that say something of quoting, and are `str` in all else.

use super::object::{self, Handle};
use super::state::Cx;
use crate::eval::{Access, Outcome, Unwind, Value};

/// Answers an access to a `conv` or `quoted_name` as the plain `str` would.
pub fn access(cx: &mut Cx<'_>, handle: &Handle, access: &Access<'_>) -> Option<Outcome> {
    let text = object::text(handle)?;
    let plain = Value::Str(text.text.clone());
    let answer: Result<Value, Unwind> = match access {
        Access::Get { name: "quote", .. } => Ok(match text.kind {
            object::TextKind::Quoted(Some(flag)) => Value::Bool(flag),
            _ => Value::None,
        }),
        Access::Get { name, .. } => cx.vm.get_attr(cx.host, &plain, name, cx.span),
        Access::Item { key, .. } => cx.vm.get_item(cx.host, &plain, key, cx.span),
        Access::Iter { .. } => cx.vm.iterate(cx.host, &plain, cx.span).map(Value::list),
        Access::Truth { .. } => Ok(Value::Bool(!text.text.is_empty())),
        Access::Len { .. } => Ok(Value::Int(text.text.chars().count().try_into().unwrap_or(0))),
        Access::Contains { item, .. } => cx.vm.binary(cx.host, "in", &unwrapped(item), &plain, cx.span),
        Access::Text { repr: false, .. } => Ok(plain),
        Access::Text { repr: true, .. } => cx.vm.repr(cx.host, &plain, cx.span),
        _ => return None,
    };
    Some(answer.into())
}

/// Answers an operator with a `conv` or `quoted_name` on a side, where the other is no expression.
pub fn binary(cx: &mut Cx<'_>, op: &'static str, left: &Value, right: &Value) -> Option<Outcome> {
    let is_text = |value: &Value| matches!(value, Value::Library(handle) if object::text(handle).is_some());
    let is_other = |value: &Value| matches!(value, Value::Library(_)) && !is_text(value);
    if !(is_text(left) || is_text(right)) || is_other(left) || is_other(right) {
        return None;
    }
    Some(cx.vm.binary(cx.host, op, &unwrapped(left), &unwrapped(right), cx.span).into())
}

/// A value as a plain `str` where it is one of the subclasses.
pub fn unwrapped(value: &Value) -> Value {
    match value {
        Value::Library(handle) => object::text(handle).map_or_else(|| value.clone(), |text| Value::Str(text.text.clone())),
        other => other.clone(),
    }
}
