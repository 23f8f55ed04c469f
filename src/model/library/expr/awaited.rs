//! Columns in expressions that are made before the columns have a name: in the body of a mapped class, which names them at its end.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::tables;
use super::value::Made;
use crate::diag::{Code, Diagnostic};
use crate::eval::Unwind;
use crate::model::expr::rewrite;
use crate::model::library::object::{self, Handle};
use crate::model::library::{Cx, bridge};
use crate::model::{Ident, SqlExpr};

/// What no name of a column begins with.
const MARK: char = '\0';

/// The name that stands for the one to come.
pub(super) fn placeholder(cx: &Cx<'_>, column: &Handle) -> Ident {
    Ident::new(format!("{MARK}{}", cx.library.await_name(column)))
}

/// The expression with the columns that have got a name by now, as a statement has them.
///
/// # Errors
/// What reading the objects of the program raises.
pub(super) fn named(cx: &mut Cx<'_>, expr: &SqlExpr) -> Made<SqlExpr> {
    let mut found = Found::default();
    for (name, column) in named_by_now(cx, expr) {
        found.insert(name, SqlExpr::Column(tables::column(cx, &column)?));
    }
    Ok(with(expr, &found))
}

/// The same as DDL has them, where no table stands before a column.
///
/// # Errors
/// What binding a column's type raises; a diagnostic where a column still has no name.
pub fn in_ddl(cx: &mut Cx<'_>, expr: &SqlExpr) -> Result<SqlExpr, Unwind> {
    let mut found = Found::default();
    for (name, column) in named_by_now(cx, expr) {
        found.extend(bridge::column_expression(cx, &column)?.map(|column| (name, column)));
    }
    let expr = with(expr, &found);
    if cx.library.awaits_names() && is_waiting(&expr) {
        let problem = Diagnostic::error(Code::UnknownValue, "a column of this expression has no name");
        return Err(problem.label(cx.span, "needed here").help("name the column, or make the expression where it has one").into());
    }
    Ok(expr)
}

type Found = FxHashMap<Rc<str>, SqlExpr>;

fn with(expr: &SqlExpr, found: &Found) -> SqlExpr {
    if found.is_empty() {
        return expr.clone();
    }
    rewrite::columns(expr, &|reference| found.get(reference.column.name.plain()?).cloned())
}

/// The columns that have got a name, by what stands for it.
fn named_by_now(cx: &Cx<'_>, expr: &SqlExpr) -> Vec<(Rc<str>, Handle)> {
    if !cx.library.awaits_names() {
        return Vec::new();
    }
    let has_name = |column: &Handle| object::column(column).is_some_and(|column| column.borrow().name.is_some());
    let column = |name: &Rc<str>| cx.library.awaited(name.trim_start_matches(MARK).parse().ok()?).filter(has_name);
    waiting(expr).into_iter().filter_map(|name| column(&name).map(|column| (name, column))).collect()
}

/// Whether a column of the expression has no name.
pub(super) fn is_waiting(expr: &SqlExpr) -> bool {
    !waiting(expr).is_empty()
}

fn waiting(expr: &SqlExpr) -> Vec<Rc<str>> {
    rewrite::column_names(expr).into_iter().filter(|name| name.starts_with(MARK)).collect()
}
