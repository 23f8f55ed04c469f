//! SQL expressions inside of DDL.

use std::rc::Rc;

use super::query;
use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::dialect::spec::IndexExpressions;
use crate::model::SqlExpr;
use crate::model::expr::build::self_group;

/// An expression as DDL writes it: no table before columns, every value a literal.
///
/// # Errors
/// What the dialect can't say.
pub fn ddl(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    query::ddl_expr(expr, dialect)
}

/// An expression as an element of an index, in parentheses where it needs them (`self_group()`).
///
/// # Errors
/// What the dialect can't say.
pub fn index_element(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    match (dialect.spec().strategies.index_expressions, expr) {
        (_, SqlExpr::Column(_)) | (IndexExpressions::Bare, _) => ddl(expr, dialect),
        (IndexExpressions::Grouped, _) => ddl(&self_group(expr, None), dialect),
        (IndexExpressions::Parenthesized, SqlExpr::Unary(unary))
            if matches!(unary.op, crate::model::expr::Op::Desc | crate::model::expr::Op::Asc) =>
        {
            ddl(expr, dialect)
        }
        (IndexExpressions::Parenthesized, SqlExpr::Binary(_) | SqlExpr::Function(_) | SqlExpr::Unary(_)) => {
            Ok(format!("({})", ddl(expr, dialect)?))
        }
        (IndexExpressions::Parenthesized, _) => ddl(expr, dialect),
    }
}

/// A statement of Core, or an expression given to `execute`, every value a literal.
///
/// # Errors
/// What the dialect can't say.
pub fn statement(expr: &SqlExpr, dialect: &Dialect) -> Result<String, Diagnostic> {
    query::compile(expr, dialect)
}

/// SQL text given as a plain string where an expression is meant: a `text()`.
///
/// # Errors
/// A parameter in it that nothing was bound to.
pub fn plain(text: &Rc<str>, dialect: &Dialect) -> Result<String, Diagnostic> {
    ddl(&SqlExpr::Text(Rc::clone(text)), dialect)
}

/// The key by which options of an index or constraint know an element: a column's key, a label.
pub fn key(expr: &SqlExpr) -> Option<&str> {
    match expr {
        SqlExpr::Column(reference) => reference.column.key_text(),
        SqlExpr::Label(label) => label.name.plain(),
        SqlExpr::Text(text) => Some(text),
        SqlExpr::TextClause(clause) => Some(&clause.text),
        _ => None,
    }
}
