//! Constraints: add, drop, rename.

use std::rc::Rc;

use super::super::keys::unique_index;
use super::super::name::Naming;
use super::super::normal::in_primary_key;
use super::super::table::{Part, constraint_key, index_key, name_key};
use super::super::{Answer, Effect, FailureKind, Key, Knowledge, Reason, Schema, Table, Why};
use super::Opened;
use super::table::primary_key;
use crate::model::{Constraint, ConstraintKind, Ident, Name, TableName};
use crate::source::Span;

/// The constraints that a name may be one of.
#[derive(Clone, Copy)]
enum Among {
    All {
        cascade: bool,
    },
    /// Those that no index keeps.
    Own,
}

impl Schema {
    /// Adds a constraint; one without a name gets the one that the database invents.
    pub fn add_constraint(&mut self, table: &TableName, constraint: &Constraint, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let mut constraint = Constraint { place, ..constraint.clone() };
        let invented = self.constraint_name(&constraint, &opened.table.definition, &opened.table.definition.constraints, &opened.key);
        // Of a table that is not known whole, the count is not known either.
        let counted = self.rules.names.foreign_key.ends_with("{n}") && matches!(constraint.kind, ConstraintKind::ForeignKey(_));
        let invented = invented.filter(|_| !counted || matches!(opened.table.knowledge, Knowledge::Full));
        constraint.name = invented.or(constraint.name);
        let referred = match self.check_constraint(&mut opened, &mut constraint) {
            Ok(referred) => referred,
            Err(effect) => return effect,
        };
        match unique_index(&constraint, table).filter(|_| self.rules.keys_are_indexes()) {
            Some(index) => self.insert_index(&mut opened, index),
            None => self.insert_constraint(&mut opened, constraint),
        }
        self.index_foreign_keys(&mut opened.table);
        self.close(opened).and(referred)
    }

    fn check_constraint(&mut self, opened: &mut Opened, constraint: &mut Constraint) -> Result<Effect, Effect> {
        if let Some(name) = constraint_key(self.naming(), constraint) {
            let kept = self.rules.keys_are_indexes() && matches!(constraint.kind, ConstraintKind::Unique { .. });
            let has = if kept { Table::has_index } else { Table::has_own_constraint };
            let answer = has(&opened.table, self.naming(), &name);
            let written = constraint.name.as_ref().map_or(&*name, |name| name.text());
            let object = format!("constraint \"{written}\" for relation \"{}\"", opened.table.definition.name.name.text);
            opened.forbid(answer, FailureKind::DuplicateConstraint, || object)?;
        }
        for column in columns_of(constraint) {
            let answer = opened.table.has_column(self.naming(), column);
            let object = opened.describe_column(column);
            opened.require(answer, FailureKind::UndefinedColumn, || object)?;
        }
        match &mut constraint.kind {
            ConstraintKind::PrimaryKey { .. } => {
                if let Some(known) = opened.table.definition.constraints.iter().find(|known| is_primary_key(known))
                    && !matches!(opened.table.knowledge, Knowledge::Doubtful(_))
                {
                    let why = Why::new(known.place, Reason::Made);
                    return Err(Effect::fails(FailureKind::SecondPrimaryKey, opened.table.definition.name.name.text.to_string(), why));
                }
                Ok(Effect::Applied)
            }
            ConstraintKind::ForeignKey(rule) => {
                let key = self.naming().key(&rule.referred_table);
                if rule.referred_columns.is_empty() {
                    let own = (key == opened.key).then(|| primary_key(&opened.table.definition)).flatten();
                    let other = self.table_by_key(&key).and_then(|other| primary_key(&other.definition));
                    rule.referred_columns = own.or(other).unwrap_or_default();
                }
                if key == opened.key {
                    return Ok(Effect::Applied);
                }
                let effect = self.use_referred_table(&rule.referred_table, opened.place);
                if matches!(effect, Effect::Fails(_)) {
                    return Err(effect);
                }
                Ok(effect.and(self.check_referred(&key, &rule.referred_columns)?))
            }
            _ => Ok(Effect::Applied),
        }
    }

    fn check_referred(&self, key: &Key, columns: &[Ident]) -> Result<Effect, Effect> {
        let Some(table) = self.table_by_key(key) else { return Ok(Effect::Applied) };
        let mut effect = Effect::Applied;
        for column in columns {
            match table.has_column(self.naming(), column) {
                Answer::Yes(_) => {}
                Answer::No(why) => {
                    let object = format!("column \"{}\" of relation \"{}\"", column.text, table.definition.name.name.text);
                    return Err(Effect::fails(FailureKind::UndefinedColumn, object, why));
                }
                Answer::Unknown(why) => effect = effect.and(Effect::Unsure(why)),
            }
        }
        Ok(effect)
    }

    fn insert_constraint(&self, opened: &mut Opened, mut constraint: Constraint) {
        if let ConstraintKind::PrimaryKey { columns } = &mut constraint.kind {
            self.respell(&opened.table, columns);
        } else if let ConstraintKind::ForeignKey(rule) = &mut constraint.kind {
            self.respell(&opened.table, &mut rule.columns);
        }
        let naming = Naming(&self.rules);
        if let ConstraintKind::PrimaryKey { columns } = &constraint.kind {
            for column in &mut opened.table.definition.columns {
                if columns.iter().any(|name| naming.same(name, &column.name)) {
                    let column = Rc::make_mut(column);
                    column.primary_key = true;
                    column.nullable &= !self.rules.keys_not_null;
                }
            }
        }
        if let Some(name) = constraint_key(naming, &constraint) {
            opened.table.definition.constraints.retain(|known| constraint_key(naming, known).as_ref() != Some(&name));
            opened.there(Part::Constraint(name));
        }
        opened.table.definition.constraints.push(constraint);
    }

    /// Drops a constraint by name.
    pub fn drop_constraint(&mut self, table: &TableName, name: &Name, if_exists: bool, cascade: bool, place: Span) -> Effect {
        self.drop_among(table, name, if_exists, Among::All { cascade }, place)
    }

    /// Drops a foreign key by name, which no index keeps.
    pub fn drop_own_constraint(&mut self, table: &TableName, name: &Name, if_exists: bool, place: Span) -> Effect {
        self.drop_among(table, name, if_exists, Among::Own, place)
    }

    fn drop_among(&mut self, table: &TableName, name: &Name, if_exists: bool, among: Among, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let key = name_key(self.naming(), name);
        let answer = match among {
            Among::All { .. } => opened.table.has_constraint(self.naming(), &key),
            Among::Own => opened.table.has_own_constraint(self.naming(), &key),
        };
        if if_exists {
            if let Answer::No(_) = answer {
                return self.close(opened);
            }
        } else {
            let object = format!("constraint \"{}\" of relation \"{}\"", name.text(), opened.table.definition.name.name.text);
            if let Err(effect) = opened.require(answer, FailureKind::UndefinedConstraint, || object) {
                return effect;
            }
        }
        if let Among::All { cascade } = among
            && let Some(effect) =
                self.needed_index(&opened.key, &opened.table, &key).or_else(|| self.release_constraint(&opened, &key, cascade))
        {
            return effect;
        }
        self.remove_constraint(&mut opened, &key);
        self.close(opened)
    }

    /// Drops the primary key, as where the database gives it no name.
    pub fn drop_primary_key(&mut self, table: &TableName, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        opened.table.definition.constraints.retain(|constraint| !is_primary_key(constraint));
        for column in opened.table.definition.columns.iter_mut().filter(|column| column.primary_key) {
            Rc::make_mut(column).primary_key = false;
        }
        self.close(opened)
    }

    fn remove_constraint(&self, opened: &mut Opened, key: &Rc<str>) {
        let naming = Naming(&self.rules);
        if opened.table.constraint(naming, key).is_none() && opened.table.unique_index(naming, key).is_some() {
            opened.table.definition.indexes.retain(|index| index_key(naming, index).as_ref() != Some(key));
            self.index_keys_left(&mut opened.table);
            opened.gone(Part::Index(Rc::clone(key)), Reason::Dropped);
        }
        opened.table.definition.constraints.retain(|constraint| constraint_key(naming, constraint).as_ref() != Some(key));
        let constraints = std::mem::take(&mut opened.table.definition.constraints);
        for column in &mut opened.table.definition.columns {
            if column.primary_key && !in_primary_key(naming, &column.name, &constraints) {
                Rc::make_mut(column).primary_key = false;
            }
        }
        opened.table.definition.constraints = constraints;
        opened.gone(Part::Constraint(Rc::clone(key)), Reason::Dropped);
    }

    /// Drops the foreign keys that need a key's columns to be unique, or tells why that can't be.
    fn release_constraint(&mut self, opened: &Opened, name: &Rc<str>, cascade: bool) -> Option<Effect> {
        if !self.rules.drop_needs_cascade || !matches!(opened.table.knowledge, Knowledge::Full) {
            return None;
        }
        let dropped = opened.table.constraint(self.naming(), name).and_then(unique_columns)?.to_vec();
        let others = opened.table.definition.constraints.iter().filter(|other| constraint_key(self.naming(), other).as_ref() != Some(name));
        if others.filter_map(unique_columns).any(|columns| same_set(self.naming(), columns, &dropped)) {
            return None;
        }
        for other in self.tables_referring_to(&opened.key) {
            let Some(mut table) = self.settled(&other).filter(|table| !matches!(table.knowledge, Knowledge::Doubtful(_))) else { continue };
            let naming = Naming(&self.rules);
            let needs = |constraint: &Constraint| match &constraint.kind {
                ConstraintKind::ForeignKey(rule) => {
                    naming.key(&rule.referred_table) == opened.key && same_set(naming, &rule.referred_columns, &dropped)
                }
                _ => false,
            };
            let Some(found) = table.definition.constraints.iter().find(|constraint| needs(constraint)) else { continue };
            if !cascade {
                let object = format!("constraint \"{name}\": a foreign key of table {other} needs it");
                return Some(Effect::fails(FailureKind::DependentObjects, object, Why::new(found.place, Reason::Made)));
            }
            if other != opened.key {
                table.definition.constraints.retain(|constraint| !needs(constraint));
                self.put_table(other, table);
            }
        }
        None
    }

    /// Renames a constraint.
    pub fn rename_constraint(&mut self, table: &TableName, name: &Name, to: &Name, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let naming = Naming(&self.rules);
        let (old, new) = (name_key(naming, name), name_key(naming, to));
        let answer = opened.table.has_constraint(naming, &old);
        if let Err(effect) = opened.require(answer, FailureKind::UndefinedConstraint, || format!("constraint \"{}\"", name.text())) {
            return effect;
        }
        for constraint in &mut opened.table.definition.constraints {
            if constraint_key(naming, constraint).as_ref() == Some(&old) {
                constraint.name = Some(to.clone());
            }
        }
        opened.gone(Part::Constraint(old), Reason::Renamed);
        opened.there(Part::Constraint(new));
        self.close(opened)
    }
}

fn columns_of(constraint: &Constraint) -> &[Ident] {
    match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => columns,
        ConstraintKind::ForeignKey(rule) => &rule.columns,
        ConstraintKind::Check { .. } | ConstraintKind::Exclude { .. } => &[],
    }
}

fn unique_columns(constraint: &Constraint) -> Option<&[Ident]> {
    match &constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => Some(columns),
        _ => None,
    }
}

fn same_set(naming: Naming<'_>, left: &[Ident], right: &[Ident]) -> bool {
    left.len() == right.len() && left.iter().all(|name| right.iter().any(|other| naming.same(name, other)))
}

fn is_primary_key(constraint: &Constraint) -> bool {
    matches!(constraint.kind, ConstraintKind::PrimaryKey { .. })
}
