//! Finds a node again in the syntax tree it was seen in.
//!
//! Values outlive the walk that made them, references into the tree do not: a function keeps its file and the range of
//! its definition, and each call looks the definition up, which takes a few comparisons.

use ruff_python_ast::find_node::covering_node;
use ruff_python_ast::{AnyNodeRef, ExceptHandler, ExprGenerator, ExprLambda, ModModule, Stmt, StmtFunctionDef};
use ruff_text_size::{Ranged, TextRange};

/// The `def` of exactly this range.
pub(super) fn function(module: &ModModule, range: TextRange) -> Option<&StmtFunctionDef> {
    match statement(&module.body, range)? {
        Stmt::FunctionDef(definition) => Some(definition),
        _ => None,
    }
}

/// The `lambda` of exactly this range.
pub(super) fn lambda(module: &ModModule, range: TextRange) -> Option<&ExprLambda> {
    match expression(module, range)? {
        AnyNodeRef::ExprLambda(lambda) => Some(lambda),
        _ => None,
    }
}

/// The generator expression of exactly this range.
pub(super) fn generator(module: &ModModule, range: TextRange) -> Option<&ExprGenerator> {
    match expression(module, range)? {
        AnyNodeRef::ExprGenerator(generator) => Some(generator),
        _ => None,
    }
}

fn expression(module: &ModModule, range: TextRange) -> Option<AnyNodeRef<'_>> {
    let statement = statement(&module.body, range)?;
    Some(covering_node(AnyNodeRef::from(statement), range).node())
}

/// The innermost statement that contains the range.
fn statement(body: &[Stmt], range: TextRange) -> Option<&Stmt> {
    let found = body.get(body.partition_point(|statement| statement.end() <= range.start()))?;
    if !found.range().contains_range(range) {
        return None;
    }
    if found.range() == range {
        return Some(found);
    }
    Some(blocks(found).into_iter().find_map(|block| statement(block, range)).unwrap_or(found))
}

/// The blocks of statements within a statement, in order.
pub(super) fn blocks(statement: &Stmt) -> Vec<&[Stmt]> {
    match statement {
        Stmt::FunctionDef(inner) => vec![&inner.body],
        Stmt::ClassDef(inner) => vec![&inner.body],
        Stmt::For(inner) => vec![&inner.body, &inner.orelse],
        Stmt::While(inner) => vec![&inner.body, &inner.orelse],
        Stmt::With(inner) => vec![&inner.body],
        Stmt::If(inner) => std::iter::once(&*inner.body).chain(inner.elif_else_clauses.iter().map(|clause| &*clause.body)).collect(),
        Stmt::Match(inner) => inner.cases.iter().map(|case| &*case.body).collect(),
        Stmt::Try(inner) => {
            let handlers = inner.handlers.iter().map(|ExceptHandler::ExceptHandler(handler)| &*handler.body);
            std::iter::once(&*inner.body).chain(handlers).chain([&*inner.orelse, &*inner.finalbody]).collect()
        }
        _ => Vec::new(),
    }
}
