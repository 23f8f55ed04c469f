//! Expressions with other values bound.

use std::rc::Rc;

use super::SqlExpr;
use super::node::{Binary, Bind, Case, Cast, ClauseList, Function, Label, Unary};

/// The expression with each bound value replaced by what `fill` gives for it; statements within are left as they are.
pub fn binds(expr: &SqlExpr, fill: &mut dyn FnMut(&Rc<Bind>) -> Rc<Bind>) -> SqlExpr {
    let mut go = |expr: &SqlExpr| binds(expr, fill);
    match expr {
        SqlExpr::Bind(bind) => SqlExpr::Bind(fill(bind)),
        SqlExpr::TextClause(clause) => {
            let binds = clause.binds.iter().map(|(key, bind)| (Rc::clone(key), fill(bind))).collect();
            SqlExpr::TextClause(Rc::new(super::TextClause { text: Rc::clone(&clause.text), binds }))
        }
        SqlExpr::Unary(unary) => SqlExpr::Unary(Rc::new(Unary { element: go(&unary.element), ..(**unary).clone() })),
        SqlExpr::Binary(binary) => {
            SqlExpr::Binary(Rc::new(Binary { left: go(&binary.left), right: go(&binary.right), ..(**binary).clone() }))
        }
        SqlExpr::List(list) => SqlExpr::List(Rc::new(clauses(list, &mut go))),
        SqlExpr::Tuple(list) => SqlExpr::Tuple(Rc::new(clauses(list, &mut go))),
        SqlExpr::Grouping(inner) => SqlExpr::Grouping(Rc::new(go(inner))),
        SqlExpr::Label(label) => SqlExpr::Label(Rc::new(Label { element: go(&label.element), ..(**label).clone() })),
        SqlExpr::Function(function) => {
            let arguments = function.arguments.iter().map(go).collect();
            SqlExpr::Function(Rc::new(Function { arguments, ..(**function).clone() }))
        }
        SqlExpr::Cast(cast) => SqlExpr::Cast(Rc::new(Cast { clause: go(&cast.clause), ty: Rc::clone(&cast.ty) })),
        SqlExpr::TypeCoerce(cast) => SqlExpr::TypeCoerce(Rc::new(Cast { clause: go(&cast.clause), ty: Rc::clone(&cast.ty) })),
        SqlExpr::Case(case) => SqlExpr::Case(Rc::new(Case {
            value: case.value.as_ref().map(&mut go),
            whens: case.whens.iter().map(|(when, then)| (go(when), go(then))).collect(),
            otherwise: case.otherwise.as_ref().map(&mut go),
            ty: Rc::clone(&case.ty),
        })),
        other => other.clone(),
    }
}

fn clauses(list: &ClauseList, go: &mut dyn FnMut(&SqlExpr) -> SqlExpr) -> ClauseList {
    ClauseList { clauses: list.clauses.iter().map(go).collect(), ..list.clone() }
}
