//! Which sources a `SELECT` names in its `FROM` (`SelectState`).

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::model::expr::froms::join_condition;
use crate::model::expr::{ColumnRef, From, JoinStep, Select, SqlExpr};

use super::column::is_table;
use super::compiler::{Compiler, Context, Scope};

/// The sources of a `SELECT` before correlation, and table names that need an alias.
pub struct Sources {
    pub froms: Vec<Rc<From>>,
    pub ambiguous: Vec<Rc<str>>,
}

/// All sources of a `SELECT` (`SelectState._get_froms`).
pub fn sources(select: &Select) -> Result<Sources, Diagnostic> {
    let explicit = joined(select)?;
    let columns = select.columns.iter().flat_map(SqlExpr::from_objects);
    let criteria = select.criteria.iter().flat_map(SqlExpr::from_objects);
    let froms = normalized(explicit.into_iter().chain(columns).chain(criteria));
    let ambiguous = froms
        .iter()
        .flat_map(|from| from.from_objects())
        .filter(|from| is_table(from) && from.schema().is_some())
        .filter_map(|from| from.name.as_ref().and_then(|name| name.plain()).map(Rc::from))
        .collect();
    Ok(Sources { froms, ambiguous })
}

/// Each source once, those that a join holds left out (`_normalize_froms`).
fn normalized(all: impl Iterator<Item = Rc<From>>) -> Vec<Rc<From>> {
    let mut froms: Vec<Rc<From>> = Vec::new();
    for from in all {
        if !froms.iter().any(|known| known.same(&from)) {
            froms.push(from);
        }
    }
    let hidden: Vec<u64> = froms.iter().flat_map(|from| from.hidden()).map(|from| from.id.number()).collect();
    froms.retain(|from| !hidden.contains(&from.id.number()));
    froms
}

/// `select_from` and `join` (`SelectState._setup_joins`).
fn joined(select: &Select) -> Result<Vec<Rc<From>>, Diagnostic> {
    let mut clauses = select.froms.clone();
    for step in &select.joins {
        let index = left_side(select, &clauses, step)?;
        let (left, place) = match index {
            LeftSide::Clause(index) => match clauses.get(index) {
                Some(clause) => (Rc::clone(clause), Some(index)),
                None => continue,
            },
            LeftSide::New(left) => (left, None),
        };
        let on = match &step.on {
            Some(on) => on.clone(),
            None => condition(step.left.as_ref().unwrap_or(&left), &step.right)?,
        };
        let join = From::join(&left, &step.right, on, step.outer, step.full);
        match place.and_then(|index| clauses.get_mut(index)) {
            Some(clause) => *clause = join,
            None => clauses.push(join),
        }
    }
    Ok(clauses)
}

enum LeftSide {
    Clause(usize),
    New(Rc<From>),
}

fn left_side(select: &Select, clauses: &[Rc<From>], step: &JoinStep) -> Result<LeftSide, Diagnostic> {
    if let Some(left) = &step.left {
        let place = clauses.iter().position(|clause| clause.from_objects().iter().any(|from| from.same(left)));
        return Ok(place.map_or_else(|| LeftSide::New(Rc::clone(left)), LeftSide::Clause));
    }
    if !clauses.is_empty() {
        return one_of(joinable(clauses, step)).map(LeftSide::Clause);
    }
    let columns = step.columns.as_ref().unwrap_or(&select.columns);
    let elements = columns.iter().chain(&select.criteria).flat_map(SqlExpr::from_objects);
    let mut candidates: Vec<Rc<From>> = Vec::new();
    for from in elements {
        if !candidates.iter().any(|known| known.same(&from)) {
            candidates.push(from);
        }
    }
    let index = one_of(joinable(&candidates, step))?;
    candidates.into_iter().nth(index).map(LeftSide::New).ok_or_else(no_left_side)
}

fn one_of(indexes: Vec<usize>) -> Result<usize, Diagnostic> {
    match indexes.as_slice() {
        [index] => Ok(*index),
        [] => Err(no_left_side()),
        _ => Err(Diagnostic::error(Code::BadArgument, "which source to join from can't be told, several can be joined")
            .help("name the left side with `select_from()`, and give the condition")),
    }
}

fn no_left_side() -> Diagnostic {
    Diagnostic::error(Code::BadArgument, "there is no source to join from")
        .help("name the left side with `select_from()`, and give the condition")
}

/// Which sources the join can start from (`find_left_clause_to_join_from`).
fn joinable(clauses: &[Rc<From>], step: &JoinStep) -> Vec<usize> {
    let rights = step.right.from_objects();
    let columns = step.on.as_ref().filter(|_| clauses.len() > 1).map(column_refs).unwrap_or_default();
    let fits = |clause: &Rc<From>| {
        rights.iter().filter(|right| !right.same(clause)).any(|right| {
            if !columns.is_empty() {
                columns.iter().all(|column| holds(clause, column) || holds(right, column))
            } else {
                step.on.is_some() || join_condition(clause, right).is_some()
            }
        })
    };
    let mut found: Vec<usize> = clauses.iter().enumerate().filter(|(_, clause)| fits(clause)).map(|(index, _)| index).collect();
    if found.len() > 1 {
        let hidden: Vec<u64> = clauses.iter().flat_map(|from| from.hidden()).map(|from| from.id.number()).collect();
        found.retain(|index| clauses.get(*index).is_some_and(|clause| !hidden.contains(&clause.id.number())));
    }
    if found.is_empty() && step.on.is_some() { (0..clauses.len()).collect() } else { found }
}

fn holds(from: &Rc<From>, column: &ColumnRef) -> bool {
    from.columns.iter().any(|own| Rc::ptr_eq(own, &column.column))
}

/// The columns that a condition speaks of.
fn column_refs(expr: &SqlExpr) -> Vec<ColumnRef> {
    match expr {
        SqlExpr::Column(reference) => vec![reference.clone()],
        SqlExpr::Binary(binary) => [&binary.left, &binary.right].into_iter().flat_map(column_refs).collect(),
        SqlExpr::List(list) => list.clauses.iter().flat_map(column_refs).collect(),
        SqlExpr::Grouping(inner) => column_refs(inner),
        SqlExpr::Unary(unary) => column_refs(&unary.element),
        SqlExpr::Function(function) => function.arguments.iter().flat_map(column_refs).collect(),
        SqlExpr::Cast(cast) | SqlExpr::TryCast(cast) | SqlExpr::TypeCoerce(cast) => column_refs(&cast.clause),
        _ => Vec::new(),
    }
}

/// The condition that foreign keys give.
fn condition(left: &Rc<From>, right: &Rc<From>) -> Result<SqlExpr, Diagnostic> {
    join_condition(left, right).ok_or_else(|| {
        Diagnostic::error(Code::BadArgument, "there is no foreign key between the tables of this join")
            .help("give the condition of the join")
    })
}

impl Compiler<'_> {
    /// The sources that are written, those of enclosing statements left out (`_get_display_froms`).
    pub fn displayed(&self, select: &Select, mut froms: Vec<Rc<From>>, context: Context<'_>) -> Result<Vec<Rc<From>>, Diagnostic> {
        let empty = Scope::default();
        let scope = self.stack.last().unwrap_or(&empty);
        let inner_subquery = context.as_from && !context.lateral;
        let explicit: Vec<u64> = if inner_subquery {
            scope.correlate.iter().copied().filter(|id| !scope.own.contains(id)).collect()
        } else {
            scope.correlate.clone()
        };
        if let Some(correlate) = select.correlate.as_ref().filter(|correlate| !correlate.is_empty()) {
            froms.retain(|from| !(explicit.contains(&from.id.number()) && correlate.iter().any(|other| other.same(from))));
        }
        if let Some(except) = &select.correlate_except {
            froms.retain(|from| !explicit.contains(&from.id.number()) || except.iter().any(|other| other.same(from)));
        }
        let automatic = !select.no_auto_correlate && select.correlate.is_none() && select.correlate_except.is_none();
        if automatic && !inner_subquery && !scope.own.is_empty() && froms.len() > 1 {
            froms.retain(|from| !scope.own.contains(&from.id.number()));
            if froms.is_empty() {
                return Err(Diagnostic::error(Code::BadArgument, "a select has no FROM clauses left after auto-correlation")
                    .help("say with `correlate()` which tables belong to the enclosing statement"));
            }
        }
        Ok(froms)
    }
}
