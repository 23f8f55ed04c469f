//! Assignment in all its forms.

use ruff_python_ast::{Expr, Operator, StmtAnnAssign, StmtAssign, StmtAugAssign};
use ruff_text_size::Ranged;

use crate::eval::class::Annotation;
use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    pub(super) fn assign_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtAssign) -> Evaluated<()> {
        let value = self.expr(host, frame, &inner.value)?;
        for target in &inner.targets {
            self.assign(host, frame, target, value.clone())?;
        }
        Ok(())
    }

    /// An annotated assignment; annotations are kept as text in class bodies and never evaluated.
    pub(super) fn annotated(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtAnnAssign) -> Evaluated<()> {
        if let Some(class) = &mut frame.annotations
            && let Expr::Name(name) = &*inner.target
        {
            let range = inner.annotation.range();
            let text = frame.ast.source.text.get(std::ops::Range::<usize>::from(range)).unwrap_or_default();
            let place = Span { source: frame.ast.source.id, start: range.start().to_u32(), end: range.end().to_u32() };
            class.push(Annotation { name: name.id.as_str().into(), text: text.into(), place });
        }
        match &inner.value {
            Some(value) => {
                let value = self.expr(host, frame, value)?;
                self.assign(host, frame, &inner.target, value)
            }
            None => Ok(()),
        }
    }

    /// Binds a value to a target: a name, an attribute, an item, or several of them.
    pub(in crate::eval) fn assign(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, target: &Expr, value: Value) -> Evaluated<()> {
        match target {
            Expr::Name(name) => {
                self.bind(frame, &name.id, value);
                Ok(())
            }
            Expr::Attribute(attribute) => {
                let object = self.expr(host, frame, &attribute.value)?;
                self.set_attr(host, &object, attribute.attr.as_str(), value, frame.span(attribute.range))
            }
            Expr::Subscript(subscript) => {
                let object = self.expr(host, frame, &subscript.value)?;
                let key = self.expr(host, frame, &subscript.slice)?;
                self.set_item(host, &object, &key, value, frame.span(subscript.range))
            }
            Expr::Tuple(tuple) => self.unpack(host, frame, &tuple.elts, value, frame.span(tuple.range)),
            Expr::List(list) => self.unpack(host, frame, &list.elts, value, frame.span(list.range)),
            Expr::Starred(starred) => self.assign(host, frame, &starred.value, value),
            _ => Ok(()),
        }
    }

    fn unpack(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, targets: &[Expr], value: Value, span: Span) -> Evaluated<()> {
        if value.is_uncertain() {
            for target in targets {
                let part = match &value {
                    Value::Live(live) => live.then("[…]"),
                    other => other.clone(),
                };
                self.assign(host, frame, target, part)?;
            }
            return Ok(());
        }
        let mut items = self.iterate(host, &value, span)?;
        let star = targets.iter().position(|target| matches!(target, Expr::Starred(_)));
        let expected = targets.len() - usize::from(star.is_some());
        if items.len() < expected || (star.is_none() && items.len() > expected) {
            return Err(self.unpack_error(star.is_some(), expected, items.len(), span));
        }
        if let Some(star) = star {
            let rest = items.len() - expected;
            let middle: Vec<Value> = items.splice(star..star + rest, [Value::None]).collect();
            if let Some(slot) = items.get_mut(star) {
                *slot = Value::list(middle);
            }
        }
        for (target, item) in targets.iter().zip(items) {
            self.assign(host, frame, target, item)?;
        }
        Ok(())
    }

    fn unpack_error(&mut self, star: bool, expected: usize, got: usize, span: Span) -> crate::eval::Unwind {
        let message = if got > expected {
            format!("too many values to unpack (expected {expected})")
        } else if star {
            format!("not enough values to unpack (expected at least {expected}, got {got})")
        } else {
            format!("not enough values to unpack (expected {expected}, got {got})")
        };
        self.raise("ValueError", message, span)
    }

    pub(super) fn augmented(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtAugAssign) -> Evaluated<()> {
        let span = frame.span(inner.range);
        match &*inner.target {
            Expr::Attribute(attribute) => {
                let object = self.expr(host, frame, &attribute.value)?;
                let old = self.get_attr(host, &object, attribute.attr.as_str(), span)?;
                let operand = self.expr(host, frame, &inner.value)?;
                let new = self.in_place(host, inner.op, &old, &operand, span)?;
                self.set_attr(host, &object, attribute.attr.as_str(), new, span)
            }
            Expr::Subscript(subscript) => {
                let object = self.expr(host, frame, &subscript.value)?;
                let key = self.expr(host, frame, &subscript.slice)?;
                let old = self.get_item(host, &object, &key, span)?;
                let operand = self.expr(host, frame, &inner.value)?;
                let new = self.in_place(host, inner.op, &old, &operand, span)?;
                self.set_item(host, &object, &key, new, span)
            }
            target => {
                let old = self.expr(host, frame, target)?;
                let operand = self.expr(host, frame, &inner.value)?;
                let new = self.in_place(host, inner.op, &old, &operand, span)?;
                self.assign(host, frame, target, new)
            }
        }
    }

    /// `old op= operand`: lists, sets and dictionaries change in place.
    fn in_place(&mut self, host: &mut dyn Host, op: Operator, old: &Value, operand: &Value, span: Span) -> Evaluated {
        match (op, old) {
            (Operator::Add, Value::List(list)) => {
                if operand.is_uncertain() {
                    return Ok(operand.clone());
                }
                let items = self.iterate(host, operand, span)?;
                self.extend_list(list, items, span)?;
                Ok(old.clone())
            }
            (Operator::BitOr | Operator::Sub | Operator::BitAnd | Operator::BitXor, Value::Set(set))
                if matches!(operand, Value::Set(_) | Value::FrozenSet(_)) =>
            {
                let other = crate::eval::natives::set::with(operand, Clone::clone);
                set.borrow_mut().update(op.as_str(), &other);
                Ok(old.clone())
            }
            (Operator::BitOr, Value::Dict(dict)) if matches!(operand, Value::Dict(_)) => {
                for (name, value) in self.mapping_items(host, operand, span)? {
                    let key = self.key(host, &name, span)?;
                    dict.borrow_mut().insert(key, name, value);
                }
                Ok(old.clone())
            }
            _ => {
                if let Value::Instance(_) | Value::Object(_) = old
                    && let Some(method) = self.special(host, old, in_place_name(op), span)?
                {
                    return self.call(host, &method, crate::eval::Args::of([operand.clone()], span), span);
                }
                self.binary(host, op.as_str(), old, operand, span)
            }
        }
    }
}

fn in_place_name(op: Operator) -> &'static str {
    match op {
        Operator::Add => "__iadd__",
        Operator::Sub => "__isub__",
        Operator::Mult => "__imul__",
        Operator::BitOr => "__ior__",
        Operator::BitAnd => "__iand__",
        Operator::BitXor => "__ixor__",
        Operator::Div => "__itruediv__",
        Operator::FloorDiv => "__ifloordiv__",
        Operator::Mod => "__imod__",
        Operator::Pow => "__ipow__",
        Operator::LShift => "__ilshift__",
        Operator::RShift => "__irshift__",
        Operator::MatMult => "__imatmul__",
    }
}
