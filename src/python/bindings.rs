//! What a module binds at its top level, as far as the text alone says it.
//!
//! Input: an [`Ast`]. Output: the docstring, and for a name its literal value or the fact that it is computed.

use ruff_python_ast::visitor::{Visitor, walk_alias, walk_except_handler, walk_expr, walk_pattern, walk_stmt};
use ruff_python_ast::{Alias, ExceptHandler, Expr, ExprContext, Pattern, Stmt};
use ruff_text_size::{Ranged, TextRange};

use super::Ast;
use crate::source::Span;

/// A string literal and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    pub value: String,
    pub span: Span,
}

/// How a module binds a name at its top level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Binding {
    /// No statement of the file binds it.
    Absent,
    /// `None`.
    None(Span),
    /// A string.
    Str(Text),
    /// A tuple, list or set of strings, in source order.
    Strs(Vec<Text>, Span),
    /// Only evaluation can tell; the place is the value's, or that of the statement that may bind it.
    Computed(Span),
    /// Nothing binds it but, perhaps, an import of all that a module has, whose place this is.
    Starred(Span),
}

/// The module's docstring, unchanged, as `__doc__` holds it.
pub fn docstring(ast: &Ast) -> Option<&str> {
    match ast.module.body.first()? {
        Stmt::Expr(statement) => Some(statement.value.as_string_literal_expr()?.value.to_str()),
        _ => None,
    }
}

/// How the module binds `name` when it has been run from top to bottom.
pub fn binding(ast: &Ast, name: &str) -> Binding {
    let reader = Reader { ast };
    ast.module.body.iter().rev().find_map(|statement| reader.bound_by(statement, name)).unwrap_or(Binding::Absent)
}

struct Reader<'a> {
    ast: &'a Ast,
}

impl Reader<'_> {
    /// What a statement makes of the name, if it touches it.
    fn bound_by(&self, statement: &Stmt, name: &str) -> Option<Binding> {
        let is_name = |target: &Expr| target.as_name_expr().is_some_and(|target| target.id == name);
        match statement {
            Stmt::Assign(assign) if assign.targets.iter().any(is_name) => Some(self.value(&assign.value)),
            Stmt::AnnAssign(assign) if is_name(&assign.target) => assign.value.as_deref().map(|value| self.value(value)),
            _ => {
                let mut search = Search { name, found: false };
                search.visit_stmt(statement);
                let span = self.span(statement.range());
                let starred =
                    statement.as_import_from_stmt().is_some_and(|import| import.names.iter().any(|alias| alias.name.as_str() == "*"));
                search.found.then_some(if starred { Binding::Starred(span) } else { Binding::Computed(span) })
            }
        }
    }

    fn value(&self, value: &Expr) -> Binding {
        let span = self.span(value.range());
        let strings = |items: &[Expr]| {
            let texts = items.iter().map(|item| self.text(item)).collect::<Option<Vec<_>>>();
            texts.map_or(Binding::Computed(span), |texts| Binding::Strs(texts, span))
        };
        match value {
            Expr::NoneLiteral(_) => Binding::None(span),
            Expr::Tuple(tuple) => strings(&tuple.elts),
            Expr::List(list) => strings(&list.elts),
            Expr::Set(set) => strings(&set.elts),
            _ => self.text(value).map_or(Binding::Computed(span), Binding::Str),
        }
    }

    fn text(&self, value: &Expr) -> Option<Text> {
        let literal = value.as_string_literal_expr()?;
        Some(Text { value: literal.value.to_str().to_owned(), span: self.span(value.range()) })
    }

    fn span(&self, range: TextRange) -> Span {
        Span { source: self.ast.source.id, start: range.start().to_u32(), end: range.end().to_u32() }
    }
}

/// Looks for anything in a statement that may bind or unbind a name of the module.
struct Search<'a> {
    name: &'a str,
    found: bool,
}

impl<'a> Visitor<'a> for Search<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            // A body's names are local, except for those it declares `global`.
            Stmt::FunctionDef(function) => {
                self.found |= function.name.as_str() == self.name;
                let mut globals = Globals { name: self.name, found: false };
                function.body.iter().for_each(|inner| globals.visit_stmt(inner));
                self.found |= globals.found;
            }
            Stmt::ClassDef(class) => self.found |= class.name.as_str() == self.name,
            Stmt::ImportFrom(import) => {
                self.found |= import.names.iter().any(|alias| alias.name.as_str() == "*");
                walk_stmt(self, statement);
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, value: &'a Expr) {
        match value {
            Expr::Name(name) => self.found |= name.ctx != ExprContext::Load && name.id == self.name,
            Expr::Lambda(_) => {}
            _ => walk_expr(self, value),
        }
    }

    fn visit_alias(&mut self, alias: &'a Alias) {
        let bound = alias.asname.as_ref().unwrap_or(&alias.name).as_str();
        self.found |= bound.split('.').next() == Some(self.name);
        walk_alias(self, alias);
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        self.found |= inner.name.as_ref().is_some_and(|name| name.as_str() == self.name);
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        let bound = match pattern {
            Pattern::MatchAs(inner) => inner.name.as_ref(),
            Pattern::MatchStar(inner) => inner.name.as_ref(),
            Pattern::MatchMapping(inner) => inner.rest.as_ref(),
            _ => None,
        };
        self.found |= bound.is_some_and(|name| name.as_str() == self.name);
        walk_pattern(self, pattern);
    }
}

struct Globals<'a> {
    name: &'a str,
    found: bool,
}

impl<'a> Visitor<'a> for Globals<'_> {
    fn visit_stmt(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Global(global) => self.found |= global.names.iter().any(|name| name.as_str() == self.name),
            _ => walk_stmt(self, statement),
        }
    }
    fn visit_expr(&mut self, _: &'a Expr) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Sources;

    fn bound(text: &str) -> Binding {
        let sources = Sources::default();
        binding(&crate::python::parse(&sources.add("a.py", text)).unwrap(), "x")
    }

    #[test]
    fn the_last_plain_assignment_counts() {
        assert!(matches!(bound("x = 'a'\nx: str = 'b' 'c'\nx: int\n"), Binding::Str(text) if text.value == "bc"));
        assert!(matches!(bound("y = x = ('a', 'b')\n"), Binding::Strs(texts, _) if texts.len() == 2));
        assert!(matches!(bound("x = None\n"), Binding::None(_)));
        assert_eq!(bound("y = x\ndef f():\n    x = 1\n"), Binding::Absent);
    }

    #[test]
    fn whatever_else_may_bind_is_left_to_evaluation() {
        for text in ["x = f()", "x = ('a', b)", "x, y = 1, 2", "if a:\n  x = 'b'", "from a import b as x", "import x.y", "x += 'a'"] {
            assert!(matches!(bound(&format!("{text}\n")), Binding::Computed(_)), "{text}");
        }
        assert!(matches!(bound("def f():\n  global x\n"), Binding::Computed(_)));
        assert!(matches!(bound("from a import *\nx = 'b'\n"), Binding::Str(_)));
        assert!(matches!(bound("from a import *\n"), Binding::Starred(_)));
    }
}
