//! `match`.

use std::rc::Rc;

use ruff_python_ast::{Pattern, PatternMatchClass, PatternMatchMapping, Singleton, StmtMatch};
use ruff_text_size::Ranged;

use crate::eval::dict::Dict;
use crate::eval::exception::Evaluated;
use crate::eval::frame::{Flow, Frame};
use crate::eval::host::Host;
use crate::eval::value::Value;
use crate::eval::vm::Vm;
use crate::source::Span;

impl Vm {
    pub(super) fn match_statement(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, inner: &StmtMatch) -> Evaluated<Flow> {
        let subject = self.expr(host, frame, &inner.subject)?;
        for case in &inner.cases {
            if !self.matches(host, frame, &case.pattern, &subject)? {
                continue;
            }
            let taken = match &case.guard {
                Some(guard) => self.condition(host, frame, guard, "the guard of this `case`")?,
                None => true,
            };
            if taken {
                return self.block(host, frame, &case.body);
            }
        }
        Ok(Flow::Next)
    }

    fn matches(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, pattern: &Pattern, subject: &Value) -> Evaluated<bool> {
        let span = frame.span(pattern.range());
        if !matches!(pattern, Pattern::MatchAs(_) | Pattern::MatchStar(_)) {
            self.need(subject, "what this `match` looks at", span)?;
        }
        match pattern {
            Pattern::MatchValue(inner) => {
                let value = self.expr(host, frame, &inner.value)?;
                self.equal(host, subject, &value, span)
            }
            Pattern::MatchSingleton(inner) => Ok(match inner.value {
                Singleton::None => subject.is_none(),
                Singleton::True => matches!(subject, Value::Bool(true)),
                Singleton::False => matches!(subject, Value::Bool(false)),
            }),
            Pattern::MatchSequence(inner) => {
                let items = match subject {
                    Value::List(items) => items.borrow().clone(),
                    Value::Tuple(items) => items.to_vec(),
                    Value::Range(_) => self.iterate(host, subject, span)?,
                    _ => return Ok(false),
                };
                self.matches_sequence(host, frame, &inner.patterns, &items)
            }
            Pattern::MatchMapping(inner) => self.matches_mapping(host, frame, inner, subject, span),
            Pattern::MatchClass(inner) => self.matches_class(host, frame, inner, subject, span),
            Pattern::MatchStar(_) => Ok(true),
            Pattern::MatchAs(inner) => {
                if let Some(pattern) = &inner.pattern
                    && !self.matches(host, frame, pattern, subject)?
                {
                    return Ok(false);
                }
                if let Some(name) = &inner.name {
                    self.bind(frame, &name.id, subject.clone());
                }
                Ok(true)
            }
            Pattern::MatchOr(inner) => {
                for pattern in &inner.patterns {
                    if self.matches(host, frame, pattern, subject)? {
                        return Ok(true);
                    }
                }
                Ok(false)
            }
        }
    }

    fn matches_sequence(&mut self, host: &mut dyn Host, frame: &mut Frame<'_>, patterns: &[Pattern], items: &[Value]) -> Evaluated<bool> {
        let star = patterns.iter().position(|pattern| matches!(pattern, Pattern::MatchStar(_)));
        let fixed = patterns.len() - usize::from(star.is_some());
        if items.len() < fixed || (star.is_none() && items.len() > fixed) {
            return Ok(false);
        }
        let rest = items.len() - fixed;
        let mut items = items.iter();
        for pattern in patterns {
            if let Pattern::MatchStar(starred) = pattern {
                let middle: Vec<Value> = items.by_ref().take(rest).cloned().collect();
                if let Some(name) = &starred.name {
                    self.bind(frame, &name.id, Value::list(middle));
                }
                continue;
            }
            let Some(item) = items.next() else { return Ok(false) };
            if !self.matches(host, frame, pattern, item)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn matches_mapping(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &PatternMatchMapping,
        subject: &Value,
        span: Span,
    ) -> Evaluated<bool> {
        let Value::Dict(dict) = subject else { return Ok(false) };
        let mut rest: Dict = dict.borrow().clone();
        for (key, pattern) in inner.keys.iter().zip(&inner.patterns) {
            let name = self.expr(host, frame, key)?;
            let key = self.key(host, &name, span)?;
            let Some(value) = rest.remove(&key) else { return Ok(false) };
            if !self.matches(host, frame, pattern, &value)? {
                return Ok(false);
            }
        }
        if let Some(name) = &inner.rest {
            self.bind(frame, &name.id, Value::dict(rest));
        }
        Ok(true)
    }

    fn matches_class(
        &mut self,
        host: &mut dyn Host,
        frame: &mut Frame<'_>,
        inner: &PatternMatchClass,
        subject: &Value,
        span: Span,
    ) -> Evaluated<bool> {
        let class = self.expr(host, frame, &inner.cls)?;
        let is = self.is_instance(host, subject, &class, span)?;
        self.need(&is, "the class that this `case` names", span)?;
        if !self.truth(host, &is, span)? {
            return Ok(false);
        }
        let mut names: Vec<Rc<str>> = Vec::new();
        if !inner.arguments.patterns.is_empty() {
            if let Value::Native(_) = class {
                // Python's own types match themselves: `int(number)`.
                return match inner.arguments.patterns.first() {
                    Some(pattern) => self.matches(host, frame, pattern, subject),
                    None => Ok(true),
                };
            }
            let order = self.get_attr(host, &class, "__match_args__", span)?;
            names.extend(self.iterate(host, &order, span)?.iter().filter_map(|name| name.as_str().map(Rc::from)));
        }
        let positional = inner.arguments.patterns.iter().zip(names);
        let keywords = inner.arguments.keywords.iter().map(|keyword| (&keyword.pattern, Rc::from(keyword.attr.as_str())));
        for (pattern, name) in positional.chain(keywords) {
            let Some(value) = self.try_attr(host, subject, &name, span)? else { return Ok(false) };
            if !self.matches(host, frame, pattern, &value)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
