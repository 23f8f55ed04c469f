//! What running a top-level statement may do beyond binding names: act, import, register what it makes.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Decorator, Expr, ExprCall, Stmt};

/// Whether running a top-level statement may have an effect beyond the names that it binds.
pub fn may_act(statement: &Stmt) -> bool {
    match statement {
        Stmt::FunctionDef(function) => !function.decorator_list.is_empty(),
        Stmt::ClassDef(class) => {
            class.arguments.as_ref().is_some_and(|arguments| !arguments.is_empty()) || !class.decorator_list.is_empty() || {
                class.body.iter().any(|inner| matches!(inner, Stmt::ClassDef(_)) && may_act(inner))
            }
        }
        Stmt::Assign(inner) => !inner.targets.iter().all(Expr::is_name_expr) || calls(&inner.value),
        Stmt::AnnAssign(inner) => inner.value.as_deref().is_some_and(|value| !inner.target.is_name_expr() || calls(value)),
        Stmt::Expr(inner) => calls(&inner.value),
        Stmt::If(inner) => last_name(&inner.test) != Some("TYPE_CHECKING"),
        Stmt::Import(_) | Stmt::ImportFrom(_) | Stmt::Pass(_) | Stmt::Global(_) | Stmt::TypeAlias(_) | Stmt::Assert(_) | Stmt::Raise(_) => {
            false
        }
        _ => true,
    }
}

/// Whether a top-level statement imports modules by names that it computes.
pub fn may_import(statement: &Stmt) -> bool {
    let mut importing = Importing(false);
    importing.visit_stmt(statement);
    importing.0
}

/// Whether a top-level statement sets an attribute to what a call of one of the makers gives.
pub fn sets_attribute(statement: &Stmt, makers: &[&str]) -> bool {
    let Stmt::Assign(inner) = statement else { return false };
    let is_made = inner.value.as_call_expr().and_then(|call| last_name(&call.func)).is_some_and(|maker| makers.contains(&maker));
    is_made && inner.targets.iter().any(Expr::is_attribute_expr)
}

struct Importing(bool);

impl<'a> Visitor<'a> for Importing {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if !statement.is_function_def_stmt() {
            walk_stmt(self, statement);
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr {
            self.0 |= matches!(last_name(&call.func), Some("import_module" | "__import__" | "iter_modules" | "walk_packages"));
        }
        walk_expr(self, expr);
    }
}

fn calls(expr: &Expr) -> bool {
    let mut calls = Calls(false);
    calls.visit_expr(expr);
    calls.0
}

/// By what statements are known to register what they make.
pub struct Registering<'w> {
    /// What makes a thing that registers itself.
    pub maker: &'w str,
    /// How the names of collections end.
    pub collections: &'w [&'w str],
    /// How the names of decorators begin that register a class.
    pub decorator: &'w str,
}

/// Whether a statement surely registers what it makes: a call of the maker or one that is handed a collection, or a decorated
/// class. Of another class its bases tell, and functions are only defined.
pub fn surely_registers(statement: &Stmt, by: &Registering<'_>) -> bool {
    let mut search = Search { by, found: false };
    search.visit_stmt(statement);
    search.found
}

struct Calls(bool);

impl<'a> Visitor<'a> for Calls {
    fn visit_expr(&mut self, expr: &'a Expr) {
        self.0 |= expr.is_call_expr();
        if !expr.is_lambda_expr() {
            walk_expr(self, expr);
        }
    }
}

struct Search<'w> {
    by: &'w Registering<'w>,
    found: bool,
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::ClassDef(class) => {
                let registers = |decorator: &Decorator| {
                    let called = decorator.expression.as_call_expr().map_or(&decorator.expression, |call| &call.func);
                    last_name(called).is_some_and(|name| name.starts_with(self.by.decorator))
                };
                self.found |= class.decorator_list.iter().any(registers);
            }
            Stmt::FunctionDef(_) => {}
            other => walk_stmt(self, other),
        }
    }

    fn visit_expr(&mut self, expr: &'a Expr) {
        if let Expr::Call(call) = expr {
            self.found |= self.hands_on(call);
        }
        walk_expr(self, expr);
    }
}

impl Search<'_> {
    fn hands_on(&self, call: &ExprCall) -> bool {
        let arguments = call.arguments.args.iter().chain(call.arguments.keywords.iter().map(|keyword| &keyword.value));
        let is_collection = |name: &str| self.by.collections.iter().any(|end| name.ends_with(end));
        last_name(&call.func) == Some(self.by.maker) || arguments.filter_map(last_name).any(is_collection)
    }
}

/// The last part of a dotted name.
pub fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}
