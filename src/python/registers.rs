//! Which statements may put something into a collection that several modules share.

use ruff_python_ast::visitor::{Visitor, walk_expr, walk_stmt};
use ruff_python_ast::{Expr, ExprCall, Stmt};

/// Whether a statement may register what it makes: a class with bases, a call of `maker`, or one that is handed a name that ends
/// like a collection's. Functions are none: they are only defined.
pub fn may_register(statement: &Stmt, maker: &str, collections: &[&str]) -> bool {
    let mut search = Search { maker, collections, found: false };
    search.visit_stmt(statement);
    search.found
}

struct Search<'w> {
    maker: &'w str,
    collections: &'w [&'w str],
    found: bool,
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::ClassDef(class) => self.found |= class.arguments.as_ref().is_some_and(|arguments| !arguments.is_empty()),
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
        let is_collection = |name: &str| self.collections.iter().any(|end| name.ends_with(end));
        last_name(&call.func) == Some(self.maker) || arguments.filter_map(last_name).any(is_collection)
    }
}

/// The last part of a dotted name.
fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(name.id.as_str()),
        Expr::Attribute(attribute) => Some(attribute.attr.as_str()),
        _ => None,
    }
}
