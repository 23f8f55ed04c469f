//! Keys where the database keeps unique constraints as indexes, and gives each foreign key an index to be looked up by.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::Schema;
use super::name::Naming;
use super::table::{Knowledge, Table, index_key};
use crate::model::{Constraint, ConstraintKind, Ident, Index, IndexElement, Name, TableName};

impl Schema {
    /// A table's constraints, those that indexes keep among them.
    pub fn constraints_of<'a>(&self, table: &'a Table) -> Vec<Cow<'a, Constraint>> {
        let own = table.definition.constraints.iter().map(Cow::Borrowed);
        let kept = table.definition.indexes.iter().filter(|_| self.rules.keys_are_indexes).filter_map(unique_constraint);
        own.chain(kept.map(Cow::Owned)).collect()
    }

    /// Puts a new table's unique constraints among its indexes, and gives its foreign keys theirs.
    pub(super) fn settle_keys(&self, table: &mut Table) {
        if !self.rules.keys_are_indexes {
            return;
        }
        let constraints = std::mem::take(&mut table.definition.constraints);
        let (unique, others): (Vec<_>, Vec<_>) = constraints.into_iter().partition(|one| matches!(one.kind, ConstraintKind::Unique { .. }));
        let name = table.definition.name.clone();
        table.definition.indexes.extend(unique.iter().filter_map(|constraint| unique_index(constraint, &name)));
        table.definition.constraints = others;
        self.index_foreign_keys(table);
    }

    /// Gives foreign keys an index where none begins with their columns, and takes it back where another one does.
    pub(super) fn index_foreign_keys(&self, table: &mut Table) {
        // an index that is not known may serve as well
        if !self.rules.keys_are_indexes || !matches!(table.knowledge, Knowledge::Full) {
            return;
        }
        let naming = Naming(&self.rules);
        let implied = std::mem::take(&mut table.implied_indexes);
        let is_implied = |index: &Index| index_key(naming, index).is_some_and(|name| implied.contains(&name));
        let (mut own, mut kept): (Vec<Index>, Vec<Index>) =
            std::mem::take(&mut table.definition.indexes).into_iter().partition(|index| !is_implied(index));
        let primary = table.definition.constraints.iter().find_map(|constraint| match &constraint.kind {
            ConstraintKind::PrimaryKey { columns } => Some(columns.clone()),
            _ => None,
        });
        // an index that the database made stays without its foreign key, but not beside one that serves as well
        let served: Vec<Vec<Ident>> = own.iter().map(columns_of).chain(primary.clone()).collect();
        kept.retain(|index| !served.iter().any(|other| begins_with(naming, other, &columns_of(index))));
        for constraint in &table.definition.constraints {
            let ConstraintKind::ForeignKey(rule) = &constraint.kind else { continue };
            let serves = |columns: &[Ident]| begins_with(naming, columns, &rule.columns);
            if primary.as_deref().is_some_and(serves) || own.iter().chain(&kept).any(|index| serves(&columns_of(index))) {
                continue;
            }
            let taken: BTreeSet<Rc<str>> = own.iter().chain(&kept).filter_map(|index| index_key(naming, index)).collect();
            if let Some(index) = implied_index(constraint, &rule.columns, &table.definition.name, |name| taken.contains(name)) {
                kept.push(index);
            }
        }
        let longer: Vec<Vec<Ident>> = kept.iter().map(columns_of).collect();
        let is_prefix =
            |columns: &Vec<Ident>| longer.iter().any(|other| other.len() > columns.len() && begins_with(naming, other, columns));
        kept.retain(|index| !is_prefix(&columns_of(index)));
        table.implied_indexes = kept.iter().filter_map(|index| index_key(naming, index)).collect();
        own.append(&mut kept);
        table.definition.indexes = own;
    }
}

/// The index that keeps a unique constraint; none of any other.
pub(super) fn unique_index(constraint: &Constraint, table: &TableName) -> Option<Index> {
    let ConstraintKind::Unique { columns } = &constraint.kind else { return None };
    Some(Index { name: constraint.name.clone(), unique: true, ..index(columns, table, constraint) })
}

/// The unique constraint that an index keeps; none where it is not unique.
fn unique_constraint(index: &Index) -> Option<Constraint> {
    let kind = ConstraintKind::Unique { columns: columns_of(index) };
    index.unique.then(|| Constraint { name: index.name.clone(), ..Constraint::new(kind, index.place) })
}

/// The index that the database gives a foreign key: by its name, or by that of its first column where nobody named it.
fn implied_index(constraint: &Constraint, columns: &[Ident], table: &TableName, taken: impl Fn(&str) -> bool) -> Option<Index> {
    let name = match &constraint.name {
        None | Some(Name::DatabaseMade(_)) => {
            let first = &columns.first()?.text;
            let numbered = (2..).map(|number| format!("{first}_{number}"));
            std::iter::once(first.to_string()).chain(numbered).find(|name| !taken(name))?
        }
        Some(name) => name.text().to_owned(),
    };
    Some(Index { name: Some(Name::DatabaseMade(name.into())), ..index(columns, table, constraint) })
}

fn index(columns: &[Ident], table: &TableName, constraint: &Constraint) -> Index {
    let elements = columns.iter().cloned().map(IndexElement::Column).collect();
    Index { name: None, table: table.clone(), elements, unique: false, options: indexmap::IndexMap::new(), place: constraint.place }
}

/// The columns that an index begins with.
fn columns_of(index: &Index) -> Vec<Ident> {
    let column = |element: &IndexElement| match element {
        IndexElement::Column(column) => Some(column.clone()),
        IndexElement::Expr(_) => None,
    };
    index.elements.iter().map_while(column).collect()
}

fn begins_with(naming: Naming<'_>, columns: &[Ident], with: &[Ident]) -> bool {
    columns.len() >= with.len() && columns.iter().zip(with).all(|(left, right)| naming.same(left, right))
}
