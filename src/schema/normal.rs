//! A table as the revision wrote it, brought to replay form: every constraint in one list, every name told.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::made_names::{counted_name, made_name};
use super::name::Naming;
use super::rules::Rules;
use super::table::{OwnedSequence, Table, constraint_key, index_key};
use super::{Key, Schema};
use crate::model::{
    self, Autoincrement, Column, Constraint, ConstraintKind, Ident, Index, IndexElement, Name, ServerDefault, SqlExpr, Type,
};

impl Schema {
    /// Brings a table to replay form.
    pub(super) fn normalize(&self, definition: &model::Table, key: &Key) -> Table {
        let mut table = Table::full(definition.clone(), super::Why::new(definition.place, super::Reason::Made));
        let columns = std::mem::take(&mut table.definition.columns);
        let counting = self.counting_column(&columns, &table.definition.constraints);
        for mut column in columns {
            self.absorb_constraints(&mut table, &mut column);
            table.definition.columns.push(column);
        }
        settle_primary_key(&self.rules, &mut table.definition);
        self.name_all(&mut table.definition, key);
        self.settle_keys(&mut table);
        self.own_sequences(&mut table, key, counting.as_deref());
        table
    }

    /// Moves a column's own constraints to its table, unless they are there already.
    pub(super) fn absorb_constraints(&self, table: &mut Table, column: &mut Rc<Column>) {
        let identity = matches!(column.server_default, Some(ServerDefault::Identity(_)));
        if column.constraints.is_empty() && !(identity && column.nullable) {
            return;
        }
        let column = Rc::make_mut(column);
        for constraint in std::mem::take(&mut column.constraints) {
            if !table.definition.constraints.iter().any(|known| known.kind == constraint.kind) {
                table.definition.constraints.push(constraint);
            }
        }
        column.nullable &= !identity;
    }

    fn name_all(&self, definition: &mut model::Table, key: &Key) {
        let mut constraints = std::mem::take(&mut definition.constraints);
        for at in 0..constraints.len() {
            let name = constraints.get(at).and_then(|constraint| self.constraint_name(constraint, definition, &constraints, key));
            if let (Some(name), Some(constraint)) = (name, constraints.get_mut(at)) {
                constraint.name = Some(name);
            }
        }
        definition.constraints = constraints;
        let mut indexes = std::mem::take(&mut definition.indexes);
        for at in 0..indexes.len() {
            let name = indexes.get(at).and_then(|index| self.index_name(index, &definition.constraints, &indexes, key));
            if let Some(index) = indexes.get_mut(at) {
                index.table = definition.name.clone();
                index.name = name.or_else(|| index.name.clone());
            }
        }
        definition.indexes = indexes;
    }

    /// The name the database invents for a constraint, where it has none and that can be told.
    pub(super) fn constraint_name(
        &self,
        constraint: &Constraint,
        definition: &model::Table,
        among: &[Constraint],
        key: &Key,
    ) -> Option<Name> {
        if constraint.name.is_some() {
            return None;
        }
        let names = &self.rules.names;
        let (pattern, columns) = match &constraint.kind {
            ConstraintKind::PrimaryKey { columns } if columns.is_empty() => return None,
            ConstraintKind::PrimaryKey { columns } => (&names.primary_key, joined(columns)),
            ConstraintKind::Unique { columns } if names.unique.contains("{column}") => (&names.unique, joined(columns.get(..1)?)),
            ConstraintKind::Unique { columns } => (&names.unique, joined(columns)),
            ConstraintKind::ForeignKey(rule) => (&names.foreign_key, joined(&rule.columns)),
            ConstraintKind::Exclude { elements, .. } => (&names.exclude, exclude_columns(elements, definition)),
            ConstraintKind::Check { condition } => match only_column(condition, &definition.columns) {
                Some(column) => (&names.column_check, column.text.to_string()),
                None => (&names.check, String::new()),
            },
        };
        let known = among.iter().filter_map(|other| constraint_key(self.naming(), other));
        if let Some(counted) = counted_name(pattern, &definition.name.name.text, known) {
            return Some(Name::DatabaseMade(counted));
        }
        let taken = |name: &str| {
            let name = &*self.naming().part(&name.into());
            among.iter().any(|other| constraint_key(self.naming(), other).as_deref() == Some(name))
                || definition
                    .indexes
                    .iter()
                    .any(|other| pattern == &names.unique && index_key(self.naming(), other).as_deref() == Some(name))
                || (pattern != &names.check
                    && pattern != &names.column_check
                    && pattern != &names.foreign_key
                    && self.relation_taken(name, key))
        };
        Some(Name::DatabaseMade(made_name(&self.rules, filled(pattern)?, &definition.name.name.text, &columns, taken)))
    }

    /// The name the database invents for an index, where it has none and that can be told.
    pub(super) fn index_name(&self, index: &Index, constraints: &[Constraint], among: &[Index], key: &Key) -> Option<Name> {
        if index.name.is_some() {
            return None;
        }
        let naming = self.naming();
        let taken = |name: &str| {
            let name = &*self.naming().part(&name.into());
            among.iter().any(|other| index_key(naming, other).as_deref() == Some(name))
                || constraints.iter().any(|other| constraint_key(naming, other).as_deref() == Some(name))
                || self.relation_taken(name, key)
        };
        Some(Name::DatabaseMade(made_name(
            &self.rules,
            filled(&self.rules.names.index)?,
            &key.name,
            &element_names(&index.elements),
            taken,
        )))
    }

    /// Whether a name is used in a schema by what shares its names.
    pub(super) fn relation_taken(&self, name: &str, beside: &Key) -> bool {
        if !self.rules.shared_names {
            return false;
        }
        let key = Key::new(name.into(), Rc::clone(&beside.schema));
        self.index_homes.contains_key(&key)
            || self.tables.get(&key).is_some_and(|known| known.entry.get().is_some())
            || self.sequences.get(&key).is_some_and(|known| known.entry.get().is_some())
            || self.views.get(&key).is_some_and(|known| known.entry.get().is_some())
    }

    /// The sequences that come with the counting column and with identities.
    fn own_sequences(&self, table: &mut Table, key: &Key, counting: Option<&str>) {
        let mut owned = Vec::new();
        for column in &table.definition.columns {
            let name = self.naming().ident(&column.name);
            let identity = matches!(column.server_default, Some(ServerDefault::Identity(_)));
            if identity || counting == Some(&*name) {
                owned.push((name, !identity));
            }
        }
        for (column, is_default) in owned {
            self.own_sequence(table, key, &column, is_default);
        }
    }

    /// Gives a column the sequence that the database makes for it.
    pub(super) fn own_sequence(&self, table: &mut Table, key: &Key, column: &Rc<str>, is_default: bool) {
        let Some(pattern) = filled(&self.rules.names.sequence) else { return };
        let name = made_name(&self.rules, pattern, &table.definition.name.name.text, column, |name| self.relation_taken(name, key));
        let sequence = Key::new(name, Rc::clone(&key.schema));
        table.sequences.insert(Rc::clone(column), OwnedSequence { sequence, is_default });
    }

    /// The compared name of the column that counts by itself (`Table._autoincrement_column`).
    pub(super) fn counting_column(&self, columns: &[Rc<Column>], constraints: &[Constraint]) -> Option<Rc<str>> {
        let naming = self.naming();
        let key: Vec<&Rc<Column>> =
            columns.iter().filter(|column| column.primary_key || in_primary_key(naming, &column.name, constraints)).collect();
        if let Some(column) = key.iter().find(|column| column.autoincrement == Autoincrement::Yes) {
            return may_count(self.effective_type(&column.ty), column).then(|| naming.ident(&column.name));
        }
        let [column] = *key.as_slice() else { return None };
        let referring = references(naming, column, constraints);
        let wanted = column.autoincrement == Autoincrement::Auto && !referring || column.autoincrement == Autoincrement::IgnoreForeignKey;
        (wanted && may_count(self.effective_type(&column.ty), column)).then(|| naming.ident(&column.name))
    }
}

fn filled(pattern: &str) -> Option<&str> {
    (!pattern.is_empty()).then_some(pattern)
}

fn may_count(ty: &Type, column: &Column) -> bool {
    let integer = matches!(&*ty.class, "Integer" | "INTEGER" | "BigInteger" | "BIGINT" | "SmallInteger" | "SMALLINT");
    let sequence = column.sequence.as_ref().is_none_or(|sequence| sequence.optional);
    integer && column.server_default.is_none() && !column.has_python_default && sequence
}

/// Whether a column is in the primary key among these constraints.
pub(super) fn in_primary_key(naming: Naming<'_>, column: &Ident, constraints: &[Constraint]) -> bool {
    constraints.iter().any(|constraint| match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } => columns.iter().any(|name| naming.same(name, column)),
        _ => false,
    })
}

fn references(naming: Naming<'_>, column: &Column, constraints: &[Constraint]) -> bool {
    constraints.iter().chain(&column.constraints).any(|constraint| match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => rule.columns.iter().any(|name| naming.same(name, &column.name)),
        _ => false,
    })
}

/// Makes the primary key constraint and the columns' flags say the same.
fn settle_primary_key(rules: &Rules, definition: &mut model::Table) {
    let naming = Naming(rules);
    let flagged: Vec<Ident> = definition.columns.iter().filter(|column| column.primary_key).map(|column| column.name.clone()).collect();
    let place = definition.place;
    let constraint = definition.constraints.iter_mut().find(|constraint| matches!(constraint.kind, ConstraintKind::PrimaryKey { .. }));
    let listed = match constraint {
        Some(Constraint { kind: ConstraintKind::PrimaryKey { columns }, .. }) => {
            if columns.is_empty() {
                columns.clone_from(&flagged);
            }
            columns.clone()
        }
        _ if flagged.is_empty() => return,
        _ => {
            definition.constraints.insert(0, Constraint::new(ConstraintKind::PrimaryKey { columns: flagged.clone() }, place));
            flagged
        }
    };
    definition.constraints.retain(|constraint| !matches!(&constraint.kind, ConstraintKind::PrimaryKey { columns } if columns.is_empty()));
    for column in &mut definition.columns {
        if listed.iter().any(|name| naming.same(name, &column.name)) {
            let column = Rc::make_mut(column);
            column.primary_key = true;
            column.nullable &= !rules.keys_not_null;
        }
    }
}

fn joined(columns: &[Ident]) -> String {
    columns.iter().map(|column| &*column.text).collect::<Vec<_>>().join("_")
}

fn exclude_columns(elements: &[(Rc<SqlExpr>, Rc<str>)], definition: &model::Table) -> String {
    let name = |expression: &SqlExpr| only_column(expression, &definition.columns).map_or("expr", |column| &column.text).to_owned();
    elements.iter().map(|(expression, _)| name(expression)).collect::<Vec<_>>().join("_")
}

/// The columns part of an index's name (`ChooseIndexNameAddition`): an expression counts as `expr`.
fn element_names(elements: &[IndexElement]) -> String {
    let mut used: BTreeSet<String> = BTreeSet::new();
    let mut names = Vec::new();
    for element in elements {
        let base = match element {
            IndexElement::Column(column) => column.text.to_string(),
            IndexElement::Expr(expression) => function_name(expression).unwrap_or("expr").to_owned(),
        };
        let mut name = base.clone();
        for number in 1_u32.. {
            if used.insert(name.clone()) {
                break;
            }
            name = format!("{base}{number}");
        }
        names.push(name);
    }
    names.join("_")
}

/// The function that an expression calls, where it is nothing but a call.
fn function_name(expression: &SqlExpr) -> Option<&str> {
    match expression {
        SqlExpr::Function(function) => Some(&function.name),
        SqlExpr::Text(text) => {
            let (name, arguments) = text.trim().split_once('(')?;
            let inside = arguments.strip_suffix(')')?;
            let mut depth = 0_i32;
            let closes_early = inside.chars().any(|letter| {
                depth += i32::from(letter == '(') - i32::from(letter == ')');
                depth < 0
            });
            (!closes_early && name.chars().all(super::words::is_word)).then_some(name)
        }
        _ => None,
    }
}

/// The one column that an expression speaks of.
fn only_column<'a>(expression: &SqlExpr, columns: &'a [Rc<Column>]) -> Option<&'a Ident> {
    let mut found = columns.iter().filter(|column| super::words::mentions(expression, &column.name.text));
    let first = found.next()?;
    found.next().is_none().then_some(&first.name)
}
