//! Columns: add, drop, rename.

use std::rc::Rc;

use super::super::name::Naming;
use super::super::normal::in_primary_key;
use super::super::table::{Part, constraint_key, index_key};
use super::super::words;
use super::super::{Answer, Effect, FailureKind, Key, Knowledge, Reason, Schema, Table};
use super::Opened;
use crate::dialect::replay::DropColumn;
use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, IndexElement, OptionValue, Options, ServerDefault, TableName};
use crate::source::Span;

impl Schema {
    /// Adds a column with the constraints it carries itself.
    ///
    /// Its flags `unique` and `index` are not read: what they stand for is added by edits of its own.
    pub fn add_column(&mut self, table: &TableName, column: &Column, if_not_exists: bool, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let answer = opened.table.has_column(self.naming(), &column.name);
        if if_not_exists {
            match answer {
                Answer::Yes(_) => return self.close(opened),
                Answer::Unknown(_) => {
                    self.insert_column(&mut opened, column);
                    let key = self.naming().ident(&column.name);
                    *opened.gaps(&key) = super::Gaps::ALL;
                    return self.close(opened);
                }
                Answer::No(_) => {}
            }
        } else if let Err(effect) = opened.forbid(answer, FailureKind::DuplicateColumn, || describe(table, &column.name)) {
            return effect;
        }
        self.insert_column(&mut opened, column);
        let referred = self.use_column_references(column, &opened.key, place);
        if matches!(referred, Effect::Fails(_)) {
            return referred;
        }
        self.close(opened).and(referred)
    }

    fn insert_column(&mut self, opened: &mut Opened, column: &Column) {
        let name = self.naming().ident(&column.name);
        let mut column = Rc::new(Column { place: opened.place, ..column.clone() });
        let before = opened.table.definition.constraints.len();
        let counting = column.primary_key
            && self.counting_column(std::slice::from_ref(&column), &[]).is_some()
            && !opened.table.definition.columns.iter().any(|other| other.primary_key);
        let identity = matches!(column.server_default, Some(ServerDefault::Identity(_)));
        self.absorb_constraints(&mut opened.table, &mut column);
        opened.table.definition.columns.retain(|other| self.naming().ident(&other.name) != name);
        opened.table.definition.columns.push(column);
        opened.table.gaps.remove(&name);
        opened.there(Part::Column(Rc::clone(&name)));
        self.name_new_constraints(opened, before);
        if counting || identity {
            self.own_sequence(&mut opened.table, &opened.key, &name, !identity);
            if let Some(owned) = opened.table.sequences.get(&name).cloned() {
                self.put_owned_sequence(&owned, &opened.key.clone(), opened.place);
            }
        }
    }

    fn name_new_constraints(&self, opened: &mut Opened, from: usize) {
        for at in from..opened.table.definition.constraints.len() {
            let Some(constraint) = opened.table.definition.constraints.get(at) else { continue };
            let name = self.constraint_name(constraint, &opened.table.definition, &opened.table.definition.constraints, &opened.key);
            if let Some(constraint) = opened.table.definition.constraints.get_mut(at) {
                constraint.name = name.or(constraint.name.take());
            }
        }
        let mut table = std::mem::replace(
            &mut opened.table,
            Table::full(crate::model::Table::new(TableName::new(""), opened.place), super::Why::nowhere(Reason::Made)),
        );
        self.resolve_referred(&mut table, &opened.key);
        opened.table = table;
    }

    fn use_column_references(&mut self, column: &Column, key: &Key, place: Span) -> Effect {
        let mut effect = Effect::Applied;
        for constraint in &column.constraints {
            if let ConstraintKind::ForeignKey(rule) = &constraint.kind
                && self.naming().key(&rule.referred_table) != *key
            {
                effect = effect.and(self.use_referred_table(&rule.referred_table, place));
            }
        }
        effect
    }

    /// Drops a column and what stands on it, as the dialect does.
    pub fn drop_column(&mut self, table: &TableName, column: &Ident, if_exists: bool, cascade: bool, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let answer = opened.table.has_column(self.naming(), column);
        if if_exists {
            if let Answer::No(_) = answer {
                return self.close(opened);
            }
        } else if let Err(effect) = opened.require(answer, FailureKind::UndefinedColumn, || describe(table, column)) {
            return effect;
        }
        if let Some(effect) = self.release_column(&mut opened, column, cascade) {
            return effect;
        }
        self.remove_column(&mut opened, column);
        self.close(opened)
    }

    fn remove_column(&mut self, opened: &mut Opened, column: &Ident) {
        let naming = Naming(&self.rules);
        let name = naming.ident(column);
        let rule = self.rules.drop_column;
        shed(opened, naming, column, rule);
        opened.table.definition.columns.retain(|other| !naming.same(&other.name, column));
        opened.table.gaps.remove(&name);
        if let Some(owned) = opened.table.sequences.remove(&name) {
            self.drop_owned_sequence(&owned, opened.place);
        }
        opened.gone(Part::Column(name), Reason::Dropped);
    }

    /// Drops the foreign keys of other tables to a column, or tells why that can't be.
    fn release_column(&mut self, opened: &mut Opened, column: &Ident, cascade: bool) -> Option<Effect> {
        let key = opened.key.clone();
        for other in self.tables_referring_to(&key) {
            if other == key {
                continue;
            }
            let Some(mut table) = self.settled(&other) else { continue };
            let naming = Naming(&self.rules);
            let needs = |constraint: &Constraint| refers_to_column(naming, constraint, &key, column);
            let Some(first) = table.definition.constraints.iter().find(|constraint| needs(constraint)) else { continue };
            if cascade {
                table.definition.constraints.retain(|constraint| !needs(constraint));
                self.put_table(other, table);
            } else if !matches!(table.knowledge, Knowledge::Doubtful(_)) {
                let object = format!("{}: a foreign key of table {other} needs it", opened.describe_column(column));
                return Some(Effect::fails(FailureKind::DependentObjects, object, super::Why::new(first.place, Reason::Made)));
            }
        }
        None
    }

    /// Renames a column; constraints, indexes and the foreign keys of others follow.
    pub fn rename_column(&mut self, table: &TableName, column: &Ident, to: &Ident, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let naming = Naming(&self.rules);
        let there = opened.table.has_column(naming, column);
        let taken = opened.table.has_column(naming, to);
        let checks = opened.require(there, FailureKind::UndefinedColumn, || describe(table, column)).and_then(|()| {
            if naming.same(column, to) { Ok(()) } else { opened.forbid(taken, FailureKind::DuplicateColumn, || describe(table, to)) }
        });
        if let Err(effect) = checks {
            return effect;
        }
        self.rename_in_place(&mut opened, column, to);
        self.rename_in_referrers(&opened.key.clone(), column, to);
        self.close(opened)
    }

    fn rename_in_place(&self, opened: &mut Opened, column: &Ident, to: &Ident) {
        let naming = Naming(&self.rules);
        let (old, new) = (naming.ident(column), naming.ident(to));
        let key = opened.key.clone();
        let definition = &mut opened.table.definition;
        if let Some(found) = definition.columns.iter_mut().find(|other| naming.same(&other.name, column)) {
            let found = Rc::make_mut(found);
            found.name = to.clone();
            found.key = None;
        } else {
            let met = Column { place: opened.place, ..Column::new(to.clone(), Rc::new(crate::model::Type::null())) };
            definition.columns.push(Rc::new(met));
            opened.table.gaps.insert(Rc::clone(&old), super::Gaps::ALL);
        }
        for constraint in &mut opened.table.definition.constraints {
            rename_in_constraint(naming, constraint, column, to);
            rename_referred(naming, constraint, &key, column, to);
        }
        for index in &mut opened.table.definition.indexes {
            rename_in_index(naming, index, column, to);
        }
        if let Some(gaps) = opened.table.gaps.remove(&old) {
            opened.table.gaps.insert(Rc::clone(&new), gaps);
        }
        if let Some(owned) = opened.table.sequences.remove(&old) {
            opened.table.sequences.insert(Rc::clone(&new), owned);
        }
        opened.gone(Part::Column(old), Reason::Renamed);
        opened.there(Part::Column(new));
    }

    fn rename_in_referrers(&mut self, key: &Key, column: &Ident, to: &Ident) {
        for other in self.tables_referring_to(key) {
            if other == *key {
                continue;
            }
            let Some(mut table) = self.settled(&other) else { continue };
            let naming = Naming(&self.rules);
            for constraint in &mut table.definition.constraints {
                rename_referred(naming, constraint, key, column, to);
            }
            self.put_table(other, table);
        }
    }
}

fn describe(table: &TableName, column: &Ident) -> String {
    format!("column \"{}\" of relation \"{}\"", column.text, table.name.text)
}

/// Takes a column out of the constraints and indexes of its table.
fn shed(opened: &mut Opened, naming: Naming<'_>, column: &Ident, rule: DropColumn) {
    let mut gone = Vec::new();
    opened.table.definition.constraints.retain_mut(|constraint| {
        let stays = survives_constraint(naming, constraint, column, rule);
        gone.extend((!stays).then(|| constraint_key(naming, constraint)).flatten().map(Part::Constraint));
        stays
    });
    opened.table.definition.indexes.retain_mut(|index| {
        let stays = survives_index(naming, index, column, rule);
        gone.extend((!stays).then(|| index_key(naming, index)).flatten().map(Part::Index));
        stays
    });
    for part in gone {
        opened.gone(part, Reason::WentAlong);
    }
    let constraints = std::mem::take(&mut opened.table.definition.constraints);
    for other in &mut opened.table.definition.columns {
        let is_key = in_primary_key(naming, &other.name, &constraints);
        if other.primary_key != is_key {
            Rc::make_mut(other).primary_key = is_key;
        }
    }
    opened.table.definition.constraints = constraints;
}

fn survives_constraint(naming: Naming<'_>, constraint: &mut Constraint, column: &Ident, rule: DropColumn) -> bool {
    match &mut constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => survives_columns(naming, columns, column, rule),
        ConstraintKind::ForeignKey(key) => !key.columns.iter().any(|name| naming.same(name, column)),
        ConstraintKind::Check { condition } => !words::mentions(condition, &column.text),
        ConstraintKind::Exclude { elements, .. } => !elements.iter().any(|(expression, _)| words::mentions(expression, &column.text)),
    }
}

fn survives_columns(naming: Naming<'_>, columns: &mut Vec<Ident>, column: &Ident, rule: DropColumn) -> bool {
    if !columns.iter().any(|name| naming.same(name, column)) {
        return true;
    }
    columns.retain(|name| !naming.same(name, column));
    rule == DropColumn::Shrinks && !columns.is_empty()
}

fn survives_index(naming: Naming<'_>, index: &mut Index, column: &Ident, rule: DropColumn) -> bool {
    let speaks_of = |element: &IndexElement| match element {
        IndexElement::Column(name) => naming.same(name, column),
        IndexElement::Expr(expression) => words::mentions(expression, &column.text),
    };
    if condition_mentions(&index.options, &column.text) {
        return false;
    }
    if !index.elements.iter().any(speaks_of) {
        return true;
    }
    index.elements.retain(|element| !speaks_of(element));
    rule == DropColumn::Shrinks && !index.elements.is_empty()
}

/// Whether the condition of a partial index speaks of a column, whichever dialect's option it is in.
fn condition_mentions(options: &Options, column: &str) -> bool {
    options.iter().filter(|(keyword, _)| keyword.ends_with("_where")).any(|(_, value)| match value {
        OptionValue::Str(text) => words::names(text, column),
        OptionValue::Expr(expression) => words::mentions(expression, column),
        _ => false,
    })
}

fn refers_to_column(naming: Naming<'_>, constraint: &Constraint, key: &Key, column: &Ident) -> bool {
    match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => {
            naming.key(&rule.referred_table) == *key && rule.referred_columns.iter().any(|name| naming.same(name, column))
        }
        _ => false,
    }
}

fn rename_in_constraint(naming: Naming<'_>, constraint: &mut Constraint, column: &Ident, to: &Ident) {
    match &mut constraint.kind {
        ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => rename_in(naming, columns, column, to),
        ConstraintKind::ForeignKey(rule) => rename_in(naming, &mut rule.columns, column, to),
        ConstraintKind::Check { condition } => words::rename(condition, &column.text, &to.text),
        ConstraintKind::Exclude { elements, .. } => {
            elements.iter_mut().for_each(|(expression, _)| words::rename(expression, &column.text, &to.text));
        }
    }
}

fn rename_referred(naming: Naming<'_>, constraint: &mut Constraint, key: &Key, column: &Ident, to: &Ident) {
    if let ConstraintKind::ForeignKey(rule) = &mut constraint.kind
        && naming.key(&rule.referred_table) == *key
    {
        rename_in(naming, &mut rule.referred_columns, column, to);
    }
}

fn rename_in_index(naming: Naming<'_>, index: &mut Index, column: &Ident, to: &Ident) {
    for element in &mut index.elements {
        match element {
            IndexElement::Column(name) if naming.same(name, column) => *name = to.clone(),
            IndexElement::Column(_) => {}
            IndexElement::Expr(expression) => words::rename(expression, &column.text, &to.text),
        }
    }
}

fn rename_in(naming: Naming<'_>, columns: &mut [Ident], column: &Ident, to: &Ident) {
    for name in columns.iter_mut().filter(|name| naming.same(name, column)) {
        *name = to.clone();
    }
}
