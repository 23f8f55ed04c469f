//! Binary and unary operators.

use std::rc::Rc;

use super::number;
use crate::eval::exception::{Evaluated, Unwind};
use crate::eval::host::{Access, Args, Host};
use crate::eval::unknown::absorb;
use crate::eval::value::{Origin, Value};
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    /// `left op right` for an arithmetic, bitwise or comparison operator, or `in`; may be unknown, live or a library object.
    pub fn binary(&mut self, host: &mut dyn Host, op: &'static str, left: &Value, right: &Value, span: Span) -> Evaluated {
        match op {
            "==" | "!=" | "<" | "<=" | ">" | ">=" => return self.compare(host, op, left, right, span),
            "in" => return self.contains(host, right, left, span),
            _ => {}
        }
        if let (Value::Str(one), Value::Str(two), "+") = (left, right, op) {
            if one.len() + two.len() > super::sequence::LARGEST {
                return Ok(super::sequence::too_large(span));
            }
            let mut text = String::with_capacity(one.len() + two.len());
            text.push_str(one);
            text.push_str(two);
            return Ok(Value::str(text));
        }
        if let Some(result) = number::binary(op, left, right) {
            return self.numeric(result, span);
        }
        if let ("%", Value::Str(format), Value::Library(_)) = (op, left, right) {
            return self.percent(host, format, right, span);
        }
        if matches!(left, Value::Library(_)) || matches!(right, Value::Library(_)) {
            return Self::outcome(host.library(self, Access::Binary { op, left, right }, span));
        }
        let unknown = match absorb([left, right]) {
            Some(Value::Live(live)) => Some(live.then(format!(" {op} …"))),
            unknown => unknown,
        };
        if let Some(unknown) = unknown {
            return Ok(match left {
                Value::Str(text) => unknown.beginning(if op == "%" { text.split('%').next().unwrap_or_default() } else { text }),
                left if op == "+" => match left.begins() {
                    Some(begins) => unknown.beginning(begins),
                    None => unknown,
                },
                _ => unknown,
            });
        }
        if let Some(value) = self.sequence_operator(host, op, left, right, span)? {
            return Ok(value);
        }
        self.asked_operator(host, op, left, right, span)
    }

    fn numeric(&mut self, result: number::Computed, span: Span) -> Evaluated {
        match result {
            number::Computed::Value(value) => Ok(value),
            number::Computed::TooLarge => Ok(Value::unknown(span, "this integer is larger than Aludel computes with", Origin::Harmless)),
            number::Computed::ByZero(message) => Err(self.raise("ZeroDivisionError", message, span)),
            number::Computed::Negative(message) => Err(self.raise("ValueError", message, span)),
        }
    }

    /// What `__add__` and its kin say, then the mirrored methods of the right side.
    fn asked_operator(&mut self, host: &mut dyn Host, op: &'static str, left: &Value, right: &Value, span: Span) -> Evaluated {
        let (name, mirrored) = names(op);
        for (value, other, name) in [(left, right, name), (right, left, mirrored)] {
            if let Some(method) = self.special(host, value, name, span)? {
                let answer = self.call(host, &method, Args::of([other.clone()], span), span)?;
                if !matches!(answer, Value::NotImplemented) {
                    return Ok(answer);
                }
            }
        }
        let (one, two) = (part(left), part(right));
        if one.is_some() || two.is_some() {
            return self.binary(host, op, &one.unwrap_or_else(|| left.clone()), &two.unwrap_or_else(|| right.clone()), span);
        }
        if op == "|" && (is_type(left) || is_type(right)) {
            // `int | None`: as good as a tuple wherever a program asks for a class.
            return Ok(Value::tuple(alternatives(left).into_iter().chain(alternatives(right)).collect()));
        }
        if let Some(unknown) = unknown_operand(left).or_else(|| unknown_operand(right)) {
            return Ok(unknown);
        }
        Err(self.unsupported(op, left, right, span))
    }

    pub(super) fn unsupported(&mut self, op: &str, left: &Value, right: &Value, span: Span) -> Unwind {
        let (one, two) = (self.type_name(left), self.type_name(right));
        let message = match (op, left) {
            ("+", Value::Str(_) | Value::List(_) | Value::Tuple(_)) => {
                format!("can only concatenate {one} (not \"{two}\") to {one}")
            }
            ("**", _) => format!("unsupported operand type(s) for ** or pow(): '{one}' and '{two}'"),
            _ => format!("unsupported operand type(s) for {op}: '{one}' and '{two}'"),
        };
        self.raise("TypeError", message, span)
    }

    /// `-value`, `+value`, `~value`.
    pub fn unary(&mut self, host: &mut dyn Host, op: &'static str, operand: &Value, span: Span) -> Evaluated {
        match operand {
            Value::Library(library) => return Self::outcome(host.library(self, Access::Unary { op, operand: library }, span)),
            Value::Unknown(_) => return Ok(operand.clone()),
            Value::Live(live) => return Ok(live.then(format!(" under {op}"))),
            _ => {}
        }
        if let Some(result) = number::unary(op, operand) {
            return self.numeric(result, span);
        }
        let name = match op {
            "-" => "__neg__",
            "~" => "__invert__",
            _ => "__pos__",
        };
        if let Some(method) = self.special(host, operand, name, span)? {
            return self.call(host, &method, Args::default(), span);
        }
        if let Some(part) = part(operand) {
            return self.unary(host, op, &part, span);
        }
        let message = format!("bad operand type for unary {op}: '{}'", self.type_name(operand));
        Err(self.raise("TypeError", message, span))
    }
}

/// The native or library part of an instance, which operators fall back on.
fn part(value: &Value) -> Option<Value> {
    let Value::Instance(instance) = value else { return None };
    instance.native.borrow().clone().or_else(|| instance.library.borrow().clone().map(Value::Library))
}

fn unknown_operand(value: &Value) -> Option<Value> {
    match value {
        Value::Instance(instance) => instance.class.unknown_base(),
        _ => None,
    }
}

fn is_type(value: &Value) -> bool {
    matches!(value, Value::Class(_) | Value::Native(crate::eval::Native::Type(_)))
}

fn alternatives(value: &Value) -> Vec<Value> {
    match value {
        Value::Tuple(items) => Rc::clone(items).to_vec(),
        Value::None => vec![Value::Native(crate::eval::Native::Type(&crate::eval::natives::object::NONE_TYPE))],
        other => vec![other.clone()],
    }
}

fn names(op: &str) -> (&'static str, &'static str) {
    match op {
        "+" => ("__add__", "__radd__"),
        "-" => ("__sub__", "__rsub__"),
        "*" => ("__mul__", "__rmul__"),
        "/" => ("__truediv__", "__rtruediv__"),
        "//" => ("__floordiv__", "__rfloordiv__"),
        "%" => ("__mod__", "__rmod__"),
        "**" => ("__pow__", "__rpow__"),
        "@" => ("__matmul__", "__rmatmul__"),
        "&" => ("__and__", "__rand__"),
        "|" => ("__or__", "__ror__"),
        "^" => ("__xor__", "__rxor__"),
        "<<" => ("__lshift__", "__rlshift__"),
        _ => ("__rshift__", "__rrshift__"),
    }
}
