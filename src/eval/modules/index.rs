//! What each top-level statement of a module binds, and what it may change.

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::{Visitor, walk_expr};
use ruff_python_ast::{Decorator, ExceptHandler, Expr, Pattern, Stmt};
use rustc_hash::FxHashMap;

use crate::eval::locate::blocks;
use crate::python::last_name;

/// The statements of a module by the names they concern.
#[derive(Debug, Default)]
pub struct Index {
    /// Statements that bind a name.
    pub(super) binders: FxHashMap<Name, Vec<usize>>,
    /// Statements that may change the object that a name is bound to: a store into it, a call of a method, a call it is passed to.
    pub(super) touches: FxHashMap<Name, Vec<usize>>,
    /// `from … import *`.
    pub(super) stars: Vec<usize>,
    /// The names each statement binds.
    pub(super) bound_by: Vec<Vec<Name>>,
    /// Statements that are an import and nothing else.
    pub(super) imports: Vec<bool>,
    /// All names in the order they are first bound.
    pub(super) names: Vec<Name>,
    /// Statements that a call decorates.
    pub(super) decorated: Vec<Decorated>,
}

/// A function or class that a call decorates.
#[derive(Debug)]
pub(super) struct Decorated {
    pub number: usize,
    /// The last name of what is called.
    pub by: Name,
    /// The texts it is passed.
    pub texts: Vec<String>,
}

impl Index {
    /// Reads the top-level statements of a module.
    pub(super) fn of(body: &[Stmt]) -> Self {
        let mut index = Self::default();
        for (number, statement) in body.iter().enumerate() {
            index.bound_by.push(Vec::new());
            index.imports.push(matches!(statement, Stmt::Import(_) | Stmt::ImportFrom(_)));
            Reader { index: &mut index, number }.statement(statement);
        }
        index
    }

    /// The statements that concern a name, in order, each with whether it binds the name.
    pub(super) fn concerning(&self, name: &str) -> Vec<(usize, bool)> {
        let binders = self.binders.get(name).into_iter().flatten().chain(&self.stars).map(|number| (*number, true));
        let touches = self.touches.get(name).into_iter().flatten().map(|number| (*number, false));
        let mut all: Vec<(usize, bool)> = binders.chain(touches).collect();
        all.sort_by_key(|(number, binds)| (*number, !binds));
        all.dedup_by_key(|(number, _)| *number);
        all
    }
}

struct Reader<'i> {
    index: &'i mut Index,
    number: usize,
}

impl Reader<'_> {
    fn binds(&mut self, name: &Name) {
        let binders = self.index.binders.entry(name.clone()).or_default();
        if binders.is_empty() {
            self.index.names.push(name.clone());
        }
        if binders.last() != Some(&self.number) {
            binders.push(self.number);
            if let Some(bound) = self.index.bound_by.last_mut() {
                bound.push(name.clone());
            }
        }
    }

    fn touches(&mut self, name: &Name) {
        let touches = self.index.touches.entry(name.clone()).or_default();
        if touches.last() != Some(&self.number) {
            touches.push(self.number);
        }
    }

    fn decorators(&mut self, decorators: &[Decorator]) {
        for decorator in decorators {
            if let Expr::Call(call) = &decorator.expression
                && let Some(name) = last_name(&call.func)
            {
                let arguments = call.arguments.args.iter().chain(call.arguments.keywords.iter().map(|keyword| &keyword.value));
                let texts = arguments.filter_map(|argument| Some(argument.as_string_literal_expr()?.value.to_str().to_owned()));
                self.index.decorated.push(Decorated { number: self.number, by: Name::new(name), texts: texts.collect() });
            }
            self.visit_expr(&decorator.expression);
        }
    }

    fn statement(&mut self, statement: &Stmt) {
        match statement {
            Stmt::FunctionDef(inner) => {
                self.binds(&inner.name.id);
                self.decorators(&inner.decorator_list);
                inner
                    .parameters
                    .iter_non_variadic_params()
                    .filter_map(|parameter| parameter.default.as_deref())
                    .for_each(|default| self.visit_expr(default));
                return;
            }
            Stmt::ClassDef(inner) => {
                self.binds(&inner.name.id);
                self.decorators(&inner.decorator_list);
                return;
            }
            Stmt::Assign(inner) => {
                inner.targets.iter().for_each(|target| self.target(target));
                self.visit_expr(&inner.value);
            }
            Stmt::AugAssign(inner) => {
                self.target(&inner.target);
                self.visit_expr(&inner.value);
            }
            Stmt::AnnAssign(inner) => {
                if let Some(value) = &inner.value {
                    self.target(&inner.target);
                    self.visit_expr(value);
                }
            }
            Stmt::Delete(inner) => inner.targets.iter().for_each(|target| self.target(target)),
            Stmt::TypeAlias(inner) => self.target(&inner.name),
            Stmt::For(inner) => {
                self.target(&inner.target);
                self.visit_expr(&inner.iter);
            }
            Stmt::While(inner) => self.visit_expr(&inner.test),
            Stmt::If(inner) => {
                self.visit_expr(&inner.test);
                inner.elif_else_clauses.iter().filter_map(|clause| clause.test.as_ref()).for_each(|test| self.visit_expr(test));
            }
            Stmt::With(inner) => {
                for item in &inner.items {
                    self.visit_expr(&item.context_expr);
                    if let Some(target) = &item.optional_vars {
                        self.target(target);
                    }
                }
            }
            Stmt::Match(inner) => {
                self.visit_expr(&inner.subject);
                inner.cases.iter().for_each(|case| self.pattern(&case.pattern));
            }
            Stmt::Try(inner) => {
                for ExceptHandler::ExceptHandler(handler) in &inner.handlers {
                    if let Some(name) = &handler.name {
                        self.binds(&name.id);
                    }
                }
            }
            Stmt::Import(inner) => {
                for alias in &inner.names {
                    match &alias.asname {
                        Some(name) => self.binds(&name.id),
                        None => self.binds(&Name::new(alias.name.split('.').next().unwrap_or_default())),
                    }
                }
            }
            Stmt::ImportFrom(inner) => {
                for alias in &inner.names {
                    if alias.name.as_str() == "*" {
                        self.index.stars.push(self.number);
                    } else {
                        self.binds(&alias.asname.as_ref().unwrap_or(&alias.name).id);
                    }
                }
            }
            Stmt::Expr(inner) => self.visit_expr(&inner.value),
            _ => {}
        }
        for block in blocks(statement) {
            block.iter().for_each(|inner| self.statement(inner));
        }
    }

    fn target(&mut self, target: &Expr) {
        match target {
            Expr::Name(name) => self.binds(&name.id),
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|element| self.target(element)),
            Expr::List(list) => list.elts.iter().for_each(|element| self.target(element)),
            Expr::Starred(starred) => self.target(&starred.value),
            other => {
                if let Some(root) = root(other) {
                    self.touches(root);
                }
            }
        }
    }

    fn pattern(&mut self, pattern: &Pattern) {
        match pattern {
            Pattern::MatchAs(inner) => {
                if let Some(name) = &inner.name {
                    self.binds(&name.id);
                }
                if let Some(pattern) = &inner.pattern {
                    self.pattern(pattern);
                }
            }
            Pattern::MatchStar(inner) => {
                if let Some(name) = &inner.name {
                    self.binds(&name.id);
                }
            }
            Pattern::MatchSequence(inner) => inner.patterns.iter().for_each(|pattern| self.pattern(pattern)),
            Pattern::MatchOr(inner) => inner.patterns.iter().for_each(|pattern| self.pattern(pattern)),
            Pattern::MatchMapping(inner) => {
                inner.patterns.iter().for_each(|pattern| self.pattern(pattern));
                if let Some(name) = &inner.rest {
                    self.binds(&name.id);
                }
            }
            Pattern::MatchClass(inner) => {
                inner.arguments.patterns.iter().for_each(|pattern| self.pattern(pattern));
                inner.arguments.keywords.iter().for_each(|keyword| self.pattern(&keyword.pattern));
            }
            Pattern::MatchValue(_) | Pattern::MatchSingleton(_) => {}
        }
    }
}

/// Looks through expressions for calls and what they may change.
impl<'a> Visitor<'a> for Reader<'_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Lambda(_) => return,
            Expr::Named(named) => self.target(&named.target),
            Expr::Call(call) => {
                if let Expr::Attribute(method) = &*call.func
                    && let Some(root) = root(&method.value)
                {
                    self.touches(root);
                }
                let keywords = call.arguments.keywords.iter().map(|keyword| &keyword.value);
                for argument in call.arguments.args.iter().chain(keywords) {
                    Passed(self).visit_expr(argument);
                }
            }
            _ => {}
        }
        walk_expr(self, expr);
    }
}

/// Marks every name within an argument as touched.
struct Passed<'r, 'i>(&'r mut Reader<'i>);

impl<'a> Visitor<'a> for Passed<'_, '_> {
    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Name(name) = expr {
            self.0.touches(&name.id);
        }
        walk_expr(self, expr);
    }
}

/// The name that a chain of attributes, items and calls begins with.
fn root(expr: &Expr) -> Option<&Name> {
    match expr {
        Expr::Name(name) => Some(&name.id),
        Expr::Attribute(attribute) => root(&attribute.value),
        Expr::Subscript(subscript) => root(&subscript.value),
        Expr::Call(call) => root(&call.func),
        _ => None,
    }
}
