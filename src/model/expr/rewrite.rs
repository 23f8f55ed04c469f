//! Expressions with other values bound, or with columns under other names.

use std::rc::Rc;

use super::SqlExpr;
use super::from::{ColumnClause, ColumnRef};
use super::label::LabelName;
use super::node::{Binary, Bind, Case, Cast, ClauseList, Function, Label, Unary};
use crate::model::ident::Ident;

/// The expression with each bound value replaced by what `fill` gives for it; statements within are left as they are.
pub fn binds(expr: &SqlExpr, fill: &mut dyn FnMut(&Rc<Bind>) -> Rc<Bind>) -> SqlExpr {
    leaves(expr, &mut |leaf| match leaf {
        SqlExpr::Bind(bind) => SqlExpr::Bind(fill(bind)),
        SqlExpr::TextClause(clause) => {
            let binds = clause.binds.iter().map(|(key, bind)| (Rc::clone(key), fill(bind))).collect();
            SqlExpr::TextClause(Rc::new(super::TextClause { text: Rc::clone(&clause.text), binds }))
        }
        other => other.clone(),
    })
}

/// The expression with a column under a new name, in text too.
pub fn column_name(expr: &SqlExpr, from: &str, to: &Ident) -> SqlExpr {
    leaves(expr, &mut |leaf| match leaf {
        SqlExpr::Column(reference) if !reference.column.literal && reference.column.name.plain() == Some(from) => {
            let column = ColumnClause { name: LabelName::Given(to.clone()), key: None, ..(*reference.column).clone() };
            SqlExpr::Column(ColumnRef { column: Rc::new(column), ..reference.clone() })
        }
        SqlExpr::Text(text) => SqlExpr::Text(renamed_in_text(text, from, &to.text).into()),
        other => other.clone(),
    })
}

/// The expression with columns replaced by what `other` gives for them.
pub fn columns(expr: &SqlExpr, other: &dyn Fn(&ColumnRef) -> Option<SqlExpr>) -> SqlExpr {
    leaves(expr, &mut |leaf| match leaf {
        SqlExpr::Column(reference) => other(reference).unwrap_or_else(|| leaf.clone()),
        other => other.clone(),
    })
}

/// The names of the columns that an expression holds, in order, each once; those of statements within are left out.
pub fn column_names(expr: &SqlExpr) -> Vec<Rc<str>> {
    let mut names: Vec<Rc<str>> = Vec::new();
    leaves(expr, &mut |leaf| {
        if let SqlExpr::Column(reference) = leaf
            && !reference.column.literal
            && let Some(name) = reference.column.name.plain()
            && !names.iter().any(|known| **known == *name)
        {
            names.push(name.into());
        }
        leaf.clone()
    });
    names
}

/// SQL text with a name replaced wherever it stands as a whole, bare or in quotes, and is not a function's.
fn renamed_in_text(text: &str, from: &str, to: &str) -> String {
    let mut renamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '\'' | '"' | '`' => rest.get(1..).and_then(|inner| inner.find(first)).map_or(rest.len(), |end| end + 2),
            c if c.is_alphanumeric() || c == '_' => rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len()),
            c => c.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        let bare = if first == '\'' { "" } else { token.trim_matches(['"', '`']) };
        if bare == from && !after.trim_start().starts_with('(') {
            renamed.push_str(&token.replace(from, to));
        } else {
            renamed.push_str(token);
        }
        rest = after;
    }
    renamed
}

/// The expression with its leaves replaced: columns, texts, bound values, statements as a whole.
fn leaves(expr: &SqlExpr, leaf: &mut dyn FnMut(&SqlExpr) -> SqlExpr) -> SqlExpr {
    let mut go = |expr: &SqlExpr| leaves(expr, leaf);
    match expr {
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
        SqlExpr::TryCast(cast) => SqlExpr::TryCast(Rc::new(Cast { clause: go(&cast.clause), ty: Rc::clone(&cast.ty) })),
        SqlExpr::TypeCoerce(cast) => SqlExpr::TypeCoerce(Rc::new(Cast { clause: go(&cast.clause), ty: Rc::clone(&cast.ty) })),
        SqlExpr::Case(case) => SqlExpr::Case(Rc::new(Case {
            value: case.value.as_ref().map(&mut go),
            whens: case.whens.iter().map(|(when, then)| (go(when), go(then))).collect(),
            otherwise: case.otherwise.as_ref().map(&mut go),
            ty: Rc::clone(&case.ty),
        })),
        other => leaf(other),
    }
}

fn clauses(list: &ClauseList, go: &mut dyn FnMut(&SqlExpr) -> SqlExpr) -> ClauseList {
    ClauseList { clauses: list.clauses.iter().map(go).collect(), ..list.clone() }
}
