//! Expressions: each gives a value. What is not understood is unknown, not an error.

mod comprehension;
mod fstring;
mod literal;
mod logic;
mod name;
mod subscript;

use ruff_python_ast::{Expr, ExprAttribute, ExprBinOp, ExprLambda, ExprNamed, ExprUnaryOp, ExprYield, ExprYieldFrom, UnaryOp};
use ruff_text_size::Ranged;

use super::exception::Evaluated;
use super::frame::Frame;
use super::function::FunctionKind;
use super::host::Host;
use super::value::{Origin, Value};
use super::vm::Vm;

impl Vm {
    /// Evaluates an expression.
    pub(super) fn expr(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, expr: &Expr) -> Evaluated {
        self.enter(frame.span(expr.range()))?;
        let result = self.expr_of_kind(host, frame, expr);
        self.leave();
        result
    }

    fn expr_of_kind(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, expr: &Expr) -> Evaluated {
        match expr {
            Expr::StringLiteral(literal) => Ok(Value::str(literal.value.to_str())),
            Expr::Name(name) => self.name(host, frame, name),
            Expr::Attribute(attribute) => self.attribute(host, frame, attribute),
            Expr::Call(call) => self.call_expr(host, frame, call),
            Expr::BooleanLiteral(literal) => Ok(Value::Bool(literal.value)),
            Expr::NoneLiteral(_) => Ok(Value::None),
            Expr::NumberLiteral(literal) => Ok(literal::number(literal, frame)),
            Expr::List(list) => self.elements(host, frame, &list.elts).map(Value::list),
            Expr::Tuple(tuple) => self.elements(host, frame, &tuple.elts).map(Value::tuple),
            Expr::Dict(dict) => self.dict_display(host, frame, dict),
            Expr::Set(set) => self.set_display(host, frame, set, false),
            Expr::FString(fstring) => self.fstring(host, frame, fstring),
            Expr::BinOp(operation) => self.operation(host, frame, operation),
            Expr::UnaryOp(operation) => self.unary_expr(host, frame, operation),
            Expr::BoolOp(operation) => self.bool_op(host, frame, operation),
            Expr::Compare(comparison) => self.comparison(host, frame, comparison),
            Expr::If(choice) => self.conditional(host, frame, choice),
            Expr::Subscript(subscript) => self.subscript(host, frame, subscript),
            Expr::Slice(slice) => self.slice_value(host, frame, slice),
            Expr::Lambda(lambda) => Ok(self.lambda(host, frame, lambda)?),
            Expr::Named(named) => self.named(host, frame, named),
            Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) => self.comprehension(host, frame, expr),
            Expr::Yield(inner) => self.yield_expr(host, frame, inner),
            Expr::YieldFrom(inner) => self.yield_from(host, frame, inner),
            Expr::BytesLiteral(literal) => Ok(Value::Bytes(literal.value.bytes().collect::<Vec<u8>>().into())),
            Expr::EllipsisLiteral(_) => Ok(Value::Ellipsis),
            Expr::Starred(_) | Expr::Await(_) | Expr::TString(_) | Expr::IpyEscapeCommand(_) => Ok(not_understood(frame, expr)),
        }
    }

    fn attribute(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, attribute: &ExprAttribute) -> Evaluated {
        let value = self.expr(host, frame, &attribute.value)?;
        self.get_attr(host, &value, attribute.attr.as_str(), frame.span(attribute.range))
    }

    fn operation(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, operation: &ExprBinOp) -> Evaluated {
        let left = self.expr(host, frame, &operation.left)?;
        let right = self.expr(host, frame, &operation.right)?;
        self.binary(host, operation.op.as_str(), &left, &right, frame.span(operation.range))
    }

    fn unary_expr(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, operation: &ExprUnaryOp) -> Evaluated {
        let operand = self.expr(host, frame, &operation.operand)?;
        let span = frame.span(operation.range);
        if operation.op != UnaryOp::Not {
            return self.unary(host, operation.op.as_str(), &operand, span);
        }
        if let Value::Live(live) = &operand {
            return Ok(live.then(" is false"));
        }
        if operand.is_uncertain() {
            return Ok(operand);
        }
        Ok(Value::Bool(!self.truth(host, &operand, span)?))
    }

    fn named(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, named: &ExprNamed) -> Evaluated {
        let value = self.expr(host, frame, &named.value)?;
        if let Expr::Name(name) = &*named.target {
            self.bind_walrus(frame, &name.id, value.clone());
        }
        Ok(value)
    }

    fn lambda(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, lambda: &ExprLambda) -> Evaluated {
        let defaults = match &lambda.parameters {
            Some(parameters) => self.defaults(host, frame, parameters)?,
            None => Vec::new(),
        };
        let name = self.intern("<lambda>");
        Ok(Self::new_function(frame, name, lambda.range, FunctionKind::Lambda, defaults))
    }

    fn yield_expr(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &ExprYield) -> Evaluated {
        let value = match &inner.value {
            Some(value) => self.expr(host, frame, value)?,
            None => Value::None,
        };
        self.yield_value(host, frame, value)
    }

    fn yield_from(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &ExprYieldFrom) -> Evaluated {
        let value = self.expr(host, frame, &inner.value)?;
        let span = frame.span(inner.range);
        self.for_each(host, &value, span, &mut |vm, host, item| vm.yield_value(host, frame, item).map(|_| true))?;
        Ok(Value::None)
    }

    fn yield_value(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, value: Value) -> Evaluated {
        match &mut frame.sink {
            Some(sink) => sink(self, host, value),
            None => Ok(Value::None),
        }
    }

    /// The elements of a display, stars unpacked.
    pub(super) fn elements(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, elements: &[Expr]) -> Evaluated<Vec<Value>> {
        let mut values = Vec::with_capacity(elements.len());
        for element in elements {
            match element {
                Expr::Starred(starred) => {
                    let iterable = self.expr(host, frame, &starred.value)?;
                    values.extend(self.iterate(host, &iterable, frame.span(starred.range))?);
                }
                other => values.push(self.expr(host, frame, other)?),
            }
        }
        Ok(values)
    }
}

fn not_understood(frame: &Frame<'_>, expr: &Expr) -> Value {
    let what = match expr {
        Expr::Await(_) => "`await` is not evaluated",
        _ => "this expression is not understood",
    };
    Value::unknown(frame.span(expr.range()), what, Origin::Project)
}

/// Whether evaluating the expression may do more than give a value: whether it calls anything but what only gives one.
pub(super) fn may_act(expr: &Expr) -> bool {
    ruff_python_ast::helpers::any_over_expr(expr, |inner: &Expr| match inner {
        Expr::Call(call) => !gives_a_value(&call.func),
        inner => matches!(inner, Expr::Await(_) | Expr::Yield(_) | Expr::YieldFrom(_)),
    })
}

/// Whether a function is one of those that do nothing else.
fn gives_a_value(function: &Expr) -> bool {
    match function {
        Expr::Name(name) => matches!(name.id.as_str(), "bool" | "float" | "int" | "len" | "str"),
        Expr::Attribute(attribute) => {
            attribute.attr.as_str() == "getLogger" && matches!(&*attribute.value, Expr::Name(module) if module.id.as_str() == "logging")
        }
        _ => false,
    }
}
