//! Limits where the database has none behind an order: `TOP`, and else a subquery that numbers its rows
//! (`translate_select_structure`).

use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::dialect::spec::Limit;
use crate::model::expr::build::{self, Operand};
use crate::model::expr::{ColumnRef, From, Function, LabelName, Modifiers, Op, Over, Select, SqlExpr};
use crate::model::types::Type;

use super::compiler::Compiler;

impl Compiler<'_> {
    /// Whether the rows of a statement are limited by `TOP` (`_use_top`).
    pub fn uses_top(&self, select: &Select) -> bool {
        let simple = |count: &SqlExpr| matches!(count, SqlExpr::Bind(_));
        self.dialect.spec().query.limit == Limit::Top
            && select.offset.is_none()
            && match &select.fetch {
                Some((count, with_ties, percent)) => simple(count) && (*with_ties || *percent),
                None => select.limit.as_ref().is_some_and(simple),
            }
    }

    /// The statement around one whose rows are numbered, where there is no other way to limit them.
    ///
    /// # Errors
    /// Rows without an order, and what only `TOP` can say.
    pub fn numbered_rows(&self, select: &Select) -> Result<Option<SqlExpr>, Diagnostic> {
        let limited = select.limit.is_some() || select.offset.is_some() || select.fetch.is_some();
        if self.dialect.spec().query.limit != Limit::Top || !limited || self.uses_top(select) {
            return Ok(None);
        }
        if select.order_by.is_empty() {
            let help = "add `order_by(…)`, as the reference asks for here too";
            return Err(self.unsupported("an offset, or a limit that is no number, without an order").help(help));
        }
        if select.fetch.as_ref().is_some_and(|(_, with_ties, percent)| *with_ties || *percent) {
            return Err(self.unsupported("`with_ties` or `percent` together with an offset"));
        }
        Ok(Some(numbered(select, &self.dialect.spec().query.row_number_column)))
    }
}

/// The statement around `select`, whose rows a column of this name numbers.
fn numbered(select: &Select, name: &str) -> SqlExpr {
    let count = select.fetch.as_ref().map(|(count, ..)| count).or(select.limit.as_ref());
    let mut inner = select.clone();
    inner.columns.push(build::label(&row_number(&select.order_by), Some(LabelName::from(name)), None));
    inner.order_by.clear();
    (inner.limit, inner.offset, inner.fetch) = (None, None, None);
    let rows = From::subquery(SqlExpr::Select(Rc::new(inner)), None, false);
    let number = SqlExpr::Column(ColumnRef::free(name, Rc::new(Type::null())));
    let compare = |op, count: &SqlExpr| build::compare(&number, op, Operand::Expr(count.clone()), Modifiers::default()).ok();
    let last = match (count, &select.offset) {
        (Some(count), Some(offset)) => Some(build::arithmetic(count, Op::Add, Operand::Expr(offset.clone()), false, None)),
        (count, _) => count.cloned(),
    };
    let criteria = [select.offset.as_ref().and_then(|offset| compare(Op::Gt, offset)), last.and_then(|last| compare(Op::Le, &last))];
    let columns = rows.column_refs().into_iter().filter(|column| column.proxy_key().as_deref() != Some(name)).collect();
    SqlExpr::Select(Rc::new(Select { columns, criteria: criteria.into_iter().flatten().collect(), ..Select::default() }))
}

/// `ROW_NUMBER() OVER (ORDER BY …)`.
fn row_number(order_by: &[SqlExpr]) -> SqlExpr {
    let function = Function {
        packages: Vec::new(),
        name: "ROW_NUMBER".into(),
        quote_name: false,
        arguments: Vec::new(),
        ty: Rc::new(Type::null()),
        generic: false,
        with_ordinality: false,
    };
    let order_by = order_by.iter().map(unwrapped).collect();
    let element = SqlExpr::Function(Rc::new(function));
    SqlExpr::Over(Rc::new(Over { element, partition_by: Vec::new(), order_by, frame: None }))
}

/// An element of an order without its reference to a label (`unwrap_label_reference`).
fn unwrapped(expr: &SqlExpr) -> SqlExpr {
    match expr {
        SqlExpr::LabelReference(inner) => (**inner).clone(),
        other => other.clone(),
    }
}
