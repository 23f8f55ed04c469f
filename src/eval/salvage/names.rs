//! The names that a piece of a program reads, binds and may change.

use ruff_python_ast::name::Name;
use ruff_python_ast::visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{ExceptHandler, Expr, ExprCall, ExprContext, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use crate::eval::locate;
use crate::python::Ast;

/// Names by what a piece does with them.
#[derive(Debug)]
pub(super) struct Names {
    /// Where the piece stands.
    pub range: TextRange,
    pub loaded: Vec<Name>,
    pub bound: Vec<Name>,
    /// Names whose object may be changed: methods are called on it, its items or attributes set.
    pub changed: Vec<Name>,
}

impl Names {
    fn at(range: TextRange) -> Self {
        Self { range, loaded: Vec::new(), bound: Vec::new(), changed: Vec::new() }
    }

    /// The names of a statement, with all that stands in it.
    pub fn of_statement(statement: &Stmt) -> Self {
        let mut names = Self::at(statement.range());
        names.visit_stmt(statement);
        names
    }

    /// The names of an expression.
    pub fn of_expr(expr: &Expr) -> Self {
        let mut names = Self::at(expr.range());
        names.visit_expr(expr);
        names
    }

    /// The names of a call.
    pub fn of_call(call: &ExprCall) -> Self {
        let mut names = Self::at(call.range());
        if let Expr::Attribute(method) = &*call.func {
            names.change(&method.value);
        }
        names.visit_expr(&call.func);
        names.visit_arguments(&call.arguments);
        names
    }

    /// The names of a function's definition.
    pub fn of_function(ast: &Ast, range: TextRange) -> Self {
        let mut names = Self::at(range);
        if let Some(definition) = locate::function(&ast.module, range) {
            names.visit_body(&definition.body);
        } else if let Some(lambda) = locate::lambda(&ast.module, range) {
            names.visit_expr(&lambda.body);
        }
        names
    }

    /// Notes the name at the root of `name.attribute[item]`, whose object is changed.
    fn change(&mut self, object: &Expr) {
        match object {
            Expr::Name(name) => self.changed.push(name.id.clone()),
            Expr::Attribute(inner) => self.change(&inner.value),
            Expr::Subscript(inner) => self.change(&inner.value),
            _ => {}
        }
    }
}

impl<'a> Visitor<'a> for Names {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::FunctionDef(function) => self.bound.push(function.name.id.clone()),
            Stmt::ClassDef(class) => self.bound.push(class.name.id.clone()),
            Stmt::Import(import) => import.names.iter().for_each(|alias| {
                let bound = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
                self.bound.push(Name::new(bound.split('.').next().unwrap_or_default()));
            }),
            Stmt::ImportFrom(import) => {
                self.bound.extend(import.names.iter().map(|alias| alias.asname.as_ref().unwrap_or(&alias.name).id.clone()));
            }
            Stmt::AugAssign(inner) => self.change(&inner.target),
            _ => {}
        }
        let bound = self.bound.len();
        walk_stmt(self, statement);
        if let Stmt::FunctionDef(_) | Stmt::ClassDef(_) = statement {
            self.bound.truncate(bound);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        match expr {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.loaded.push(name.id.clone()),
            Expr::Name(name) => self.bound.push(name.id.clone()),
            Expr::Call(call) => {
                if let Expr::Attribute(method) = &*call.func {
                    self.change(&method.value);
                }
            }
            Expr::Attribute(inner) if inner.ctx != ExprContext::Load => self.change(&inner.value),
            Expr::Subscript(inner) if inner.ctx != ExprContext::Load => self.change(&inner.value),
            _ => {}
        }
        let bound = self.bound.len();
        walk_expr(self, expr);
        if let Expr::ListComp(_) | Expr::SetComp(_) | Expr::DictComp(_) | Expr::Generator(_) | Expr::Lambda(_) = expr {
            self.bound.truncate(bound);
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.bound.extend(inner.name.as_ref().map(|name| name.id.clone()));
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let bound = match pattern {
            Pattern::MatchAs(inner) => inner.name.as_ref(),
            Pattern::MatchStar(inner) => inner.name.as_ref(),
            Pattern::MatchMapping(inner) => inner.rest.as_ref(),
            _ => None,
        };
        self.bound.extend(bound.map(|name| name.id.clone()));
        walk_pattern(self, pattern);
    }
}
