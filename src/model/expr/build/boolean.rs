//! `and_`, `or_` and the conditions of a `WHERE`.

use std::rc::Rc;

use super::super::SqlExpr;
use super::super::node::ClauseList;
use super::super::op::Op;
use super::group::self_group;
use super::operate::boolean_type;

/// `sqlalchemy.and_`.
pub fn and_(clauses: &[SqlExpr]) -> SqlExpr {
    join(Op::And, &SqlExpr::True, &SqlExpr::False, clauses)
}

/// `sqlalchemy.or_`.
pub fn or_(clauses: &[SqlExpr]) -> SqlExpr {
    join(Op::Or, &SqlExpr::False, &SqlExpr::True, clauses)
}

/// Either of them.
pub fn conjunction(op: Op, clauses: &[SqlExpr]) -> SqlExpr {
    if op == Op::Or { or_(clauses) } else { and_(clauses) }
}

/// The conditions of a `WHERE` as they are written, joined with `AND` (`_generate_delimited_and_list`).
pub fn where_clauses(clauses: &[SqlExpr]) -> Vec<SqlExpr> {
    grouped(&Op::And, &SqlExpr::True, &SqlExpr::False, clauses)
}

/// `BooleanClauseList._construct`.
fn join(op: Op, continue_on: &SqlExpr, skip_on: &SqlExpr, clauses: &[SqlExpr]) -> SqlExpr {
    let mut grouped = grouped(&op, continue_on, skip_on, clauses);
    if grouped.len() == 1 {
        return grouped.remove(0);
    }
    let mut flat = Vec::with_capacity(grouped.len());
    for clause in grouped {
        match &clause {
            SqlExpr::List(list) if list.expression && list.op == op => flat.extend(list.clauses.iter().cloned()),
            _ => flat.push(clause),
        }
    }
    SqlExpr::List(Rc::new(ClauseList { op, clauses: flat, ty: boolean_type(), group: true, expression: true }))
}

/// `BooleanClauseList._process_clauses_for_boolean`.
fn grouped(op: &Op, continue_on: &SqlExpr, skip_on: &SqlExpr, clauses: &[SqlExpr]) -> Vec<SqlExpr> {
    let mut kept: Vec<&SqlExpr> = Vec::with_capacity(clauses.len());
    let mut neutral = false;
    let mut against = Op::AsBool;
    for clause in clauses {
        if clause == continue_on {
            neutral = true;
        } else if clause == skip_on {
            // What came before is dropped, but not the operator it is grouped against.
            kept = vec![clause];
            break;
        } else {
            if !kept.is_empty() {
                against = op.clone();
            }
            kept.push(clause);
        }
    }
    if kept.is_empty() && neutral {
        kept.push(continue_on);
    }
    kept.into_iter().map(|clause| self_group(clause, Some(&against))).collect()
}
