//! What an expression selects from (`_from_objects`).

use std::rc::Rc;

use super::SqlExpr;
use super::build;
use super::from::{From, FromKind};
use super::node::Modifiers;
use super::op::Op;

impl SqlExpr {
    /// The sources of rows that the expression reads, with repetitions.
    pub fn from_objects(&self) -> Vec<Rc<From>> {
        let mut found = Vec::new();
        self.collect_froms(&mut found);
        found
    }

    fn collect_froms(&self, into: &mut Vec<Rc<From>>) {
        match self {
            Self::Column(reference) => into.extend(reference.from.clone()),
            Self::From(from) => into.extend(from.from_objects()),
            Self::Unary(unary) if unary.op == Op::Exists => {}
            Self::Unary(unary) => unary.element.collect_froms(into),
            Self::Binary(binary) => {
                binary.left.collect_froms(into);
                binary.right.collect_froms(into);
            }
            Self::List(list) | Self::Tuple(list) => all(&list.clauses, into),
            Self::Grouping(inner) | Self::LabelReference(inner) => inner.collect_froms(into),
            Self::Function(function) => all(&function.arguments, into),
            Self::Case(case) => {
                case.value.iter().for_each(|value| value.collect_froms(into));
                for (when, then) in &case.whens {
                    when.collect_froms(into);
                    then.collect_froms(into);
                }
                case.otherwise.iter().for_each(|value| value.collect_froms(into));
            }
            Self::Cast(cast) | Self::TryCast(cast) | Self::TypeCoerce(cast) => cast.clause.collect_froms(into),
            Self::Extract(extract) => extract.1.collect_froms(into),
            Self::Label(label) => label.element.collect_froms(into),
            Self::Over(over) => {
                over.element.collect_froms(into);
                all(&over.partition_by, into);
                all(&over.order_by, into);
            }
            Self::Filter(filter) => {
                filter.function.collect_froms(into);
                filter.criterion.collect_froms(into);
            }
            Self::OrderedAggregate(aggregate) => {
                aggregate.element.collect_froms(into);
                all(&aggregate.order_by, into);
            }
            Self::WholeRow(row) => into.push(Rc::clone(&row.0)),
            Self::FunctionColumn(column) => column.0.collect_froms(into),
            Self::Array(array) => all(&array.0, into),
            Self::Slice(slice) => {
                slice.0.collect_froms(into);
                slice.1.collect_froms(into);
            }
            _ => {}
        }
    }
}

fn all(clauses: &[SqlExpr], into: &mut Vec<Rc<From>>) {
    clauses.iter().for_each(|clause| clause.collect_froms(into));
}

impl From {
    /// This source and, of a join, its sides.
    pub fn from_objects(self: &Rc<Self>) -> Vec<Rc<Self>> {
        let mut found = vec![Rc::clone(self)];
        match &self.kind {
            FromKind::Join { left, right, .. } => {
                found.extend(left.from_objects());
                found.extend(right.from_objects());
            }
            FromKind::Grouping(inner) => return inner.from_objects(),
            _ => {}
        }
        found
    }

    /// The sources that this one takes the place of: the sides of a join.
    pub fn hidden(self: &Rc<Self>) -> Vec<Rc<Self>> {
        match &self.kind {
            FromKind::Join { left, right, .. } => left.from_objects().into_iter().chain(right.from_objects()).collect(),
            FromKind::Grouping(inner) => inner.hidden(),
            _ => Vec::new(),
        }
    }
}

/// The condition that foreign keys between two sources give (`Join._join_condition`); of a join on the left, its right side
/// is asked first.
pub fn join_condition(left: &Rc<From>, right: &Rc<From>) -> Option<SqlExpr> {
    let nearest = match &left.kind {
        FromKind::Join { right, .. } => Some(right),
        _ => None,
    };
    for left in nearest.into_iter().chain([left]) {
        for (own, other) in [(right, left), (left, right)] {
            let criteria: Vec<SqlExpr> = own.from_objects().iter().flat_map(|table| referring(table, other)).collect();
            if !criteria.is_empty() {
                return Some(build::and_(&criteria));
            }
        }
    }
    None
}

/// `referred = referring` for each foreign key of a table to a source; an alias has those of its table.
fn referring(table: &Rc<From>, other: &Rc<From>) -> Vec<SqlExpr> {
    let FromKind::Table { foreign_keys, .. } = &original(table).kind else { return Vec::new() };
    let mut found = Vec::new();
    for hint in foreign_keys {
        for target in &other.from_objects() {
            let table_of_target = original(target);
            if !matches!(table_of_target.kind, FromKind::Table { .. }) {
                continue;
            }
            let named = table_of_target.name.as_ref().and_then(|name| name.plain()) == Some(&*hint.table);
            let same_schema = table_of_target.schema().map(|schema| &*schema.text) == hint.schema.as_deref();
            if let (true, Some(referred), Some(own)) = (named && same_schema, target.column(&hint.referred), table.column(&hint.column)) {
                let operand = build::Operand::Expr(SqlExpr::Column(own));
                found.extend(build::compare(&SqlExpr::Column(referred), Op::Eq, operand, Modifiers::default()));
            }
        }
    }
    found
}

/// The table that an alias, or an alias of an alias, stands for.
fn original(from: &Rc<From>) -> &Rc<From> {
    match &from.kind {
        FromKind::Alias { element, .. } => original(element),
        _ => from,
    }
}
