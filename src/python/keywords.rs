//! Keyword literals of a call, read without evaluating anything.

use ruff_python_ast::visitor::{self, Visitor};
use ruff_python_ast::{Expr, ExprCall, Stmt};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Ast;

/// A constant as it stands in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Constant {
    None,
    Bool(bool),
    Text(String),
}

/// The keywords of the calls of `object.function(…)` that are given constants, each with the first one it is given.
pub fn keyword_constants(ast: &Ast, object: &str, function: &str) -> Vec<(String, Constant)> {
    let mut finder = Finder { object, function, found: Vec::new(), names: Vec::new() };
    finder.visit_body(&ast.module.body);
    finder.found
}

/// The names of the keyword arguments that calls of `object.function()` have, in their order.
pub fn keyword_names(ast: &Ast, object: &str, function: &str) -> Vec<String> {
    let mut finder = Finder { object, function, found: Vec::new(), names: Vec::new() };
    finder.visit_body(&ast.module.body);
    finder.names
}

/// Whether calls of `object.function()` may happen several times, or be told something: one has arguments, there is a loop, or a
/// function of the file is called from several places.
pub fn may_repeat(ast: &Ast, object: &str, function: &str) -> bool {
    let calls = Finder { object, function, found: Vec::new(), names: Vec::new() };
    let mut finder = Repeated { calls, repeats: false, defined: FxHashSet::default(), called: FxHashMap::default() };
    finder.visit_body(&ast.module.body);
    finder.repeats || finder.called.iter().any(|(name, count)| *count > 1 && finder.defined.contains(name))
}

struct Repeated<'a> {
    calls: Finder<'a>,
    repeats: bool,
    defined: FxHashSet<&'a str>,
    /// From how many places.
    called: FxHashMap<&'a str, usize>,
}

impl<'a> Visitor<'a> for Repeated<'a> {
    fn visit_stmt(&mut self, stmt: &'a Stmt) {
        self.repeats |= matches!(stmt, Stmt::For(_) | Stmt::While(_));
        if let Stmt::FunctionDef(function) = stmt {
            self.defined.insert(function.name.as_str());
        }
        visitor::walk_stmt(self, stmt);
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr {
            self.repeats |= self.calls.is_meant(call) && !call.arguments.is_empty();
            if let Expr::Name(name) = &*call.func {
                *self.called.entry(name.id.as_str()).or_default() += 1;
            }
        }
        visitor::walk_expr(self, expr);
    }
}

struct Finder<'a> {
    object: &'a str,
    function: &'a str,
    found: Vec<(String, Constant)>,
    names: Vec<String>,
}

impl Visitor<'_> for Finder<'_> {
    fn visit_expr(&mut self, expr: &Expr) {
        if let Expr::Call(call) = expr
            && self.is_meant(call)
        {
            self.keep(call);
        }
        visitor::walk_expr(self, expr);
    }
}

impl Finder<'_> {
    fn is_meant(&self, call: &ExprCall) -> bool {
        let Expr::Attribute(attribute) = &*call.func else { return false };
        let Expr::Name(name) = &*attribute.value else { return false };
        name.id.as_str() == self.object && attribute.attr.as_str() == self.function
    }

    fn keep(&mut self, call: &ExprCall) {
        for keyword in &call.arguments.keywords {
            let Some(name) = &keyword.arg else { continue };
            self.names.push(name.to_string());
            let constant = match &keyword.value {
                Expr::NoneLiteral(_) => Constant::None,
                Expr::BooleanLiteral(literal) => Constant::Bool(literal.value),
                Expr::StringLiteral(literal) => Constant::Text(literal.value.to_str().to_owned()),
                _ => continue,
            };
            if !self.found.iter().any(|(known, _)| known == name.as_str()) {
                self.found.push((name.to_string(), constant));
            }
        }
    }
}
