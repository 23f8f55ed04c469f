//! Comprehensions and generator expressions.

use std::rc::Rc;

use ruff_python_ast::{Comprehension, Expr, ExprGenerator};
use ruff_text_size::{Ranged, TextRange};

use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::frame::Frame;
use crate::eval::function::ClassCell;
use crate::eval::generator::{Generator, Pull};
use crate::eval::host::Host;
use crate::eval::module::Module;
use crate::eval::scope::Scope;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::eval::{function::Function, locate};
use crate::python::Ast;
use crate::source::Span;

/// What one turn of a comprehension gives to its caller.
type Turn<'t> = dyn FnMut(&mut Vm, &mut dyn Host, &mut Frame<'_>) -> Evaluated<()> + 't;

/// What a comprehension evaluates in each turn.
fn elements(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::ListComp(list) => vec![&*list.elt],
        Expr::SetComp(set) => vec![&*set.elt],
        Expr::DictComp(dict) => dict.key.iter().chain([&dict.value]).map(|part| &**part).collect(),
        _ => Vec::new(),
    }
}

impl Vm {
    pub(super) fn comprehension(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, expr: &Expr) -> Evaluated {
        let (generators, range) = match expr {
            Expr::ListComp(inner) => (&inner.generators, inner.range),
            Expr::SetComp(inner) => (&inner.generators, inner.range),
            Expr::DictComp(inner) => (&inner.generators, inner.range),
            Expr::Generator(inner) => return self.generator_expr(host, frame, inner),
            _ => return Ok(Value::None),
        };
        let mut inner = frame.within(Scope::comprehension(frame.scope.clone()));
        let span = inner.span(range);
        if let Some(first) = generators.first() {
            // Over something unknown the whole is unknown: only a body that may act makes that an error.
            let over = self.gone_through(host, &mut inner, &first.iter)?;
            if over.is_uncertain() {
                if super::may_act(expr) && acts_beyond_first(expr, generators) {
                    if self.is_salvaging() {
                        return self.salvage_comprehension(host, &mut inner, generators, &elements(expr), over);
                    }
                    self.need(&over, "what this goes over", span)?;
                }
                return Ok(over);
            }
            return self.comprehend(host, &mut inner, expr, generators, over, span);
        }
        Ok(Value::None)
    }

    fn comprehend(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        expr: &Expr,
        generators: &[Comprehension],
        over: Value,
        span: Span,
    ) -> Evaluated {
        match expr {
            Expr::ListComp(list) => {
                let mut values = Vec::new();
                self.turns(host, frame, generators, Some(over), &mut |vm, host, frame| {
                    values.push(vm.expr(host, frame, &list.elt)?);
                    Ok(())
                })?;
                Ok(Value::list(values))
            }
            Expr::SetComp(set) => {
                let mut values = Vec::new();
                self.turns(host, frame, generators, Some(over), &mut |vm, host, frame| {
                    values.push(vm.expr(host, frame, &set.elt)?);
                    Ok(())
                })?;
                Ok(self.set_of(host, values, span)?.map_or_else(|unknown| unknown, Value::set))
            }
            Expr::DictComp(dict) => {
                let mut result = Dict::new();
                let mut uncertain = None;
                self.turns(host, frame, generators, Some(over), &mut |vm, host, frame| {
                    let Some(key) = &dict.key else { return Ok(()) };
                    let name = vm.expr(host, frame, key)?;
                    let value = vm.expr(host, frame, &dict.value)?;
                    match vm.try_key(host, &name, span)? {
                        Ok(key) => result.insert(key, name, value),
                        Err(unknown) => uncertain = Some(unknown),
                    }
                    Ok(())
                })?;
                Ok(uncertain.unwrap_or_else(|| Value::dict(result)))
            }
            _ => Ok(Value::None),
        }
    }

    /// Goes through the loops of a comprehension, outermost first; `over` is what the first goes over, if known already.
    fn turns(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        generators: &[Comprehension],
        over: Option<Value>,
        turn: &mut Turn<'_>,
    ) -> Evaluated<()> {
        let Some((first, rest)) = generators.split_first() else { return turn(self, host, frame) };
        let over = match over {
            Some(over) => over,
            None => self.gone_through(host, frame, &first.iter)?,
        };
        let span = frame.span(first.iter.range());
        self.for_each(host, &over, span, &mut |vm, host, item| {
            vm.step(span)?;
            vm.assign(host, frame, &first.target, item)?;
            if vm.conditions(host, frame, &first.ifs)? {
                vm.turns(host, frame, rest, None, turn)?;
            }
            Ok(true)
        })
    }

    fn conditions(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, conditions: &[Expr]) -> Evaluated<bool> {
        for condition in conditions {
            let value = self.expr(host, frame, condition)?;
            if !self.truth(host, &value, frame.span(condition.range()))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// A generator expression: what it goes over first is evaluated at once, the rest when it is asked.
    fn generator_expr(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &ExprGenerator) -> Evaluated {
        let Some(first) = inner.generators.first() else { return Ok(Value::None) };
        let over = self.gone_through(host, frame, &first.iter)?;
        if over.is_uncertain() {
            if super::may_act(&inner.elt) {
                if self.is_salvaging() {
                    let mut within = frame.within(Scope::comprehension(frame.scope.clone()));
                    return self.salvage_comprehension(host, &mut within, &inner.generators, &[&*inner.elt], over);
                }
                self.need(&over, "what this goes over", frame.span(first.iter.range()))?;
            }
            return Ok(over);
        }
        let over = self.iterator(host, &over, frame.span(first.iter.range()))?;
        Ok(Generator::program(Comprehended {
            module: Rc::clone(frame.module),
            ast: frame.ast.clone(),
            scope: Scope::comprehension(frame.scope.clone()),
            locals: frame.locals.clone(),
            function: frame.function.cloned(),
            owner: frame.owner.clone(),
            range: inner.range,
            loops: vec![over],
        }))
    }
}

fn acts_beyond_first(expr: &Expr, generators: &[Comprehension]) -> bool {
    let element = match expr {
        Expr::ListComp(inner) => super::may_act(&inner.elt),
        Expr::SetComp(inner) => super::may_act(&inner.elt),
        Expr::DictComp(inner) => super::may_act(&inner.value) || inner.key.as_deref().is_some_and(super::may_act),
        _ => true,
    };
    element || generators.iter().flat_map(|generator| &generator.ifs).any(super::may_act)
}

/// A generator expression under way: its loops that have begun, outermost first.
pub(in crate::eval) struct Comprehended {
    module: Rc<Module>,
    ast: Ast,
    scope: Rc<Scope>,
    locals: Option<Rc<Scope>>,
    function: Option<Rc<Function>>,
    owner: Option<ClassCell>,
    range: TextRange,
    loops: Vec<Value>,
}

impl Pull for Comprehended {
    fn next(&mut self, vm: &mut Vm, host: &mut dyn Host, span: Span) -> Evaluated<Option<Value>> {
        let Self { module, ast, scope, locals, function, owner, range, loops } = self;
        let Some(inner) = locate::generator(&ast.module, *range) else { return Ok(None) };
        let mut frame = Frame {
            module,
            ast,
            scope: Some(Rc::clone(scope)),
            locals: locals.clone(),
            function: function.as_ref(),
            owner: owner.clone(),
            declared: Vec::new(),
            annotations: None,
            sink: None,
        };
        while let (Some(innermost), Some(generator)) = (loops.last().cloned(), inner.generators.get(loops.len().wrapping_sub(1))) {
            vm.step(span)?;
            let Some(item) = vm.pull(host, &innermost, span)? else {
                loops.pop();
                continue;
            };
            vm.assign(host, &mut frame, &generator.target, item)?;
            if !vm.conditions(host, &mut frame, &generator.ifs)? {
                continue;
            }
            match inner.generators.get(loops.len()) {
                Some(next) => {
                    let over = vm.gone_through(host, &mut frame, &next.iter)?;
                    let over = vm.iterator(host, &over, frame.span(next.iter.range()))?;
                    loops.push(over);
                }
                None => return vm.expr(host, &mut frame, &inner.elt).map(Some),
            }
        }
        Ok(None)
    }
}
