//! A table rebuilt under a temporary name: created anew, rows copied, dropped, renamed (`ApplyBatchImpl`).

mod need;
mod order;
mod standing;
pub mod stored;

use std::rc::Rc;

use indexmap::IndexMap;

pub use self::need::Need;
use self::order::Ordering;
pub use self::standing::Standing;
use super::alter_column::AlterColumn;
use super::change::Change;
use super::create_table::CreateTable;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::expr::{Affinity, rewrite};
use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, IndexElement, Name, Options, SqlExpr, Table, TableName, Type};
use crate::source::Span;
use crate::sql::{CopiedColumn, DroppedKind, Stmt};

/// What a rebuild starts from.
#[derive(Clone, Debug)]
pub struct RebuildInput {
    pub table: Rc<Table>,
    /// Whether the table came from a database or the replayed schema rather than from `copy_from`.
    pub reflected: bool,
    pub table_args: Vec<Constraint>,
    pub table_options: Options,
    pub partial_reordering: Vec<Vec<Rc<str>>>,
    /// Whether rows are cast even to JSON (`cast_for_batch_migrate`).
    pub casts_to_json: bool,
    pub place: Span,
}

/// A column of the new table under its old key, and where its rows come from.
#[derive(Clone, Debug)]
struct NewColumn {
    column: Column,
    from: Option<CopiedColumn>,
}

/// A rebuild in the making.
pub struct Rebuild {
    input: RebuildInput,
    columns: IndexMap<Rc<str>, NewColumn>,
    named: IndexMap<Rc<str>, Constraint>,
    unnamed: Vec<Constraint>,
    /// The checks that types bring along.
    type_bound: Vec<Constraint>,
    indexes: IndexMap<Rc<str>, Index>,
    new_indexes: Vec<Index>,
    ordering: Ordering,
}

/// What a rebuild comes to.
#[derive(Clone, Debug)]
pub struct Rebuilt {
    pub table: Table,
    pub statements: Vec<Stmt>,
}

impl Rebuild {
    /// Takes the table apart (`_grab_table_elements`).
    pub fn new(input: RebuildInput) -> Self {
        let table = Rc::clone(&input.table);
        let columns = table.columns.iter().map(|column| (Rc::clone(key(column)), NewColumn::kept(column))).collect();
        let mut rebuild = Self {
            ordering: Ordering {
                existing: table.columns.iter().map(|column| Rc::clone(key(column))).collect(),
                partial: input.partial_reordering.clone(),
                added: Vec::new(),
            },
            input,
            columns,
            named: IndexMap::new(),
            unnamed: Vec::new(),
            type_bound: table.constraints.iter().filter(|constraint| constraint.type_bound).cloned().collect(),
            indexes: IndexMap::new(),
            new_indexes: Vec::new(),
        };
        for constraint in table.constraints.iter().filter(|constraint| !constraint.type_bound) {
            rebuild.keep_constraint(constraint.clone());
        }
        for index in table.indexes.iter().filter(|index| !is_column_flag(index, &table)) {
            let name = index.name.as_ref().map_or_else(|| Rc::from(""), |name| Rc::from(name.text()));
            rebuild.indexes.insert(name, index.clone());
        }
        rebuild
    }

    /// Works one change of the batch in.
    ///
    /// # Errors
    /// Where the change names what the table doesn't have, as `ApplyBatchImpl` raises there.
    pub fn change(&mut self, change: &Change, position: &ColumnPosition) -> Result<(), Diagnostic> {
        match change {
            Change::AddColumn(add) => {
                let name = Rc::clone(&add.column.name.text);
                self.ordering.add(&name, position.before.clone(), position.after.clone());
                self.columns.insert(name, NewColumn { column: (*add.column).clone(), from: None });
            }
            Change::DropColumn(drop) => self.drop_column(&drop.column, drop.place)?,
            Change::AlterColumn(alter) => self.alter_column(alter)?,
            Change::AddConstraint(add) => self.add_constraint(&add.constraint)?,
            Change::DropConstraint(drop) => {
                let name = drop.name.as_ref().map_or("", |name| name.text());
                self.drop_constraint(name, drop.kind, drop.place)?;
            }
            Change::CreateIndex(create) => self.new_indexes.push((*create.index).clone()),
            Change::DropIndex(drop) => self.drop_index(&drop.index)?,
            Change::ColumnComment(_) | Change::TableComment(_) => {}
            Change::RenameTable(_) | Change::CreateTable(_) | Change::DropTable(_) => {
                return Err(Diagnostic::error(
                    Code::BadArgument,
                    "a table can't be created, dropped or renamed inside `batch_alter_table`",
                )
                .label(change.place(), "asked for here")
                .help("do it with `op` outside of the block"));
            }
        }
        Ok(())
    }

    /// The old names of the columns that are dropped or get another name.
    pub fn moved_columns(&self) -> Vec<Rc<str>> {
        let gone = self.gone().map(|name| Rc::clone(&name.text));
        gone.chain(self.renamed().map(|(key, _)| Rc::clone(key))).collect()
    }

    /// The new table and the statements of the rebuild (`_create`).
    ///
    /// # Errors
    /// Where the wished order of columns contradicts itself.
    pub fn finish(mut self, dialect: &Dialect) -> Result<Rebuilt, Diagnostic> {
        self.sort_columns()?;
        let original = self.input.table.name.clone();
        let temporary = TableName { schema: original.schema.clone(), name: Ident::new(temporary_name(&original.name.text)) };
        let mut table = self.new_table(&temporary);
        table.indexes = self.flagged_indexes(&temporary);
        let mut statements = if dialect.spec().strategies.rebuild_drops_constraints { self.dropped_first() } else { Vec::new() };
        let created = CreateTable { table: Rc::new(table.clone()), if_not_exists: false, place: self.input.place };
        statements.extend(created.lower(dialect));
        statements.push(Stmt::CopyRows {
            from: original.clone(),
            to: temporary.clone(),
            columns: self.columns.values().filter_map(|new| new.from.clone().map(|from| (new.column.name.clone(), from))).collect(),
        });
        statements.push(Stmt::DropTable { table: original.clone(), if_exists: false });
        statements.push(Stmt::RenameTable { table: temporary, to: original.name.clone() });
        table.name = original;
        table.indexes = self.all_indexes(&table.name);
        statements.extend(table.indexes.iter().map(|index| Stmt::CreateIndex { index: Rc::new(index.clone()), if_not_exists: false }));
        Ok(Rebuilt { table, statements })
    }

    fn keep_constraint(&mut self, constraint: Constraint) {
        match &constraint.name {
            Some(name) => {
                self.named.insert(Rc::from(name.text()), constraint);
            }
            None => self.unnamed.push(constraint),
        }
    }

    fn drop_column(&mut self, column: &Ident, place: Span) -> Result<(), Diagnostic> {
        if self.columns.shift_remove(&column.text).is_none() {
            return Err(self.no_such("column", &column.text, place));
        }
        self.ordering.existing.retain(|known| *known != column.text);
        for constraint in self.named.values_mut().chain(self.unnamed.iter_mut()) {
            if let ConstraintKind::PrimaryKey { columns } = &mut constraint.kind {
                columns.retain(|member| member.text != column.text);
            }
        }
        Ok(())
    }

    fn alter_column(&mut self, alter: &AlterColumn) -> Result<(), Diagnostic> {
        if !self.columns.contains_key(&alter.column.text) {
            return Err(self.no_such("column", &alter.column.text, alter.place));
        }
        if alter.name.is_some()
            && let Some(name) = alter.existing_type.as_ref().and_then(|ty| constraint_name_of(ty))
        {
            self.named.shift_remove(&name);
        }
        if alter.ty.is_some() {
            self.type_bound.retain(|check| !speaks_of(check, &alter.column));
        }
        if let Some(new) = self.columns.get_mut(&alter.column.text) {
            new.alter(alter, self.input.casts_to_json);
        }
        Ok(())
    }

    fn add_constraint(&mut self, constraint: &Constraint) -> Result<(), Diagnostic> {
        if constraint.name.is_none() && !constraint.type_bound {
            return Err(Diagnostic::error(Code::BadArgument, "Constraint must have a name")
                .label(constraint.place, "this one has none")
                .help("name the constraint, or give the metadata a naming convention"));
        }
        if matches!(constraint.kind, ConstraintKind::PrimaryKey { .. }) {
            self.unnamed.retain(|known| !matches!(known.kind, ConstraintKind::PrimaryKey { .. }));
        }
        match &constraint.name {
            Some(name) => {
                self.named.insert(Rc::from(name.text()), constraint.clone());
            }
            None => self.unnamed.push(constraint.clone()),
        }
        Ok(())
    }

    fn drop_constraint(&mut self, name: &str, kind: Option<DroppedKind>, place: Span) -> Result<(), Diagnostic> {
        if name.is_empty() {
            return Err(Diagnostic::error(Code::BadArgument, "Constraint must have a name").label(place, "this names none"));
        }
        let mut found = self.named.shift_remove(name).is_some();
        for new in self.columns.values_mut() {
            let before = new.column.constraints.len();
            new.column.constraints.retain(|constraint| constraint.name.as_ref().is_none_or(|known| known.text() != name));
            found |= new.column.constraints.len() != before;
        }
        if kind == Some(DroppedKind::PrimaryKey) && found {
            for new in self.columns.values_mut() {
                new.column.primary_key = false;
            }
        }
        let type_bound =
            self.input.table.constraints.iter().any(|known| known.type_bound && known.name.as_ref().is_some_and(|n| n.text() == name));
        if found || type_bound { Ok(()) } else { Err(self.no_such("constraint", name, place)) }
    }

    fn drop_index(&mut self, index: &Index) -> Result<(), Diagnostic> {
        let name = index.name.as_ref().map_or("", |name| name.text());
        let known = self.indexes.shift_remove(name).is_some();
        let before = self.new_indexes.len();
        self.new_indexes.retain(|new| new.name.as_ref().is_none_or(|new| new.text() != name));
        let flagged = self.input.table.indexes.iter().any(|known| known.name.as_ref().is_some_and(|known| known.text() == name));
        if known || flagged || self.new_indexes.len() != before { Ok(()) } else { Err(self.no_such("index", name, index.place)) }
    }

    fn no_such(&self, what: &str, name: &str, place: Span) -> Diagnostic {
        let table = &self.input.table;
        Diagnostic::error(Code::BadArgument, format!("no such {what}: '{name}' in the table `{}` that is rebuilt", table.name.name.text))
            .label(place, "asked for here")
            .label(table.place, "the table as it is known")
            .help(format!("correct the name, or say in `copy_from` what the table has, its {what} `{name}` included"))
    }

    fn sort_columns(&mut self) -> Result<(), Diagnostic> {
        let keys: Vec<Rc<str>> = self.columns.keys().cloned().collect();
        let Some(sorted) = self.ordering.sort(&keys) else {
            return Err(Diagnostic::error(Code::BadArgument, "the wished order of columns contradicts itself")
                .label(self.input.place, "in this block")
                .help("look at `partial_reordering`, `insert_before` and `insert_after`"));
        };
        let mut columns = std::mem::take(&mut self.columns);
        self.columns = sorted.into_iter().filter_map(|key| columns.shift_remove(&key).map(|column| (key, column))).collect();
        Ok(())
    }

    fn new_table(&self, temporary: &TableName) -> Table {
        let old = &self.input.table;
        let mut options = self.input.table_options.clone();
        for (key, value) in &old.options {
            options.entry(Rc::clone(key)).or_insert_with(|| value.clone());
        }
        let mut table = Table { options, ..Table::new(temporary.clone(), self.input.place) };
        table.columns = self.columns.values().map(NewColumn::finished).collect();
        table.constraints = self.type_bound().chain(self.input.table_args.iter().cloned()).collect();
        let kept = self.named.values().chain(&self.unnamed).filter_map(|constraint| self.transferred(constraint));
        table.constraints.extend(kept);
        table
    }

    /// The indexes that added columns bring to the new table while it has its temporary name, named after that.
    fn flagged_indexes(&self, temporary: &TableName) -> Vec<Index> {
        let added = self.columns.values().filter(|new| new.from.is_none() && new.column.index);
        let index = |new: &NewColumn| Index {
            name: Some(Name::Conventional(format!("ix_{}_{}", temporary.name.text, new.column.name.text).into())),
            table: temporary.clone(),
            elements: vec![IndexElement::Column(new.column.name.clone())],
            unique: new.column.unique,
            options: Options::new(),
            place: self.input.place,
        };
        added.map(index).collect()
    }

    /// The checks that types bring along, as far as no constraint of the same name was added.
    fn type_bound(&self) -> impl Iterator<Item = Constraint> + '_ {
        let replaced = |check: &Constraint| {
            let name = check.name.as_ref().map(|name| name.text());
            self.named.keys().any(|known| Some(&**known) == name)
        };
        self.type_bound.iter().filter(move |check| !replaced(check)).filter_map(|check| self.transferred(check))
    }

    /// A constraint with its columns' new names; none where one of its columns is gone.
    fn transferred(&self, constraint: &Constraint) -> Option<Constraint> {
        let rename = |column: &Ident| self.columns.get(&column.text).map(|new| new.column.name.clone());
        let rename_all = |columns: &[Ident]| columns.iter().map(rename).collect::<Option<Vec<_>>>();
        let mut copy = constraint.clone();
        match &mut copy.kind {
            ConstraintKind::PrimaryKey { columns } | ConstraintKind::Unique { columns } => *columns = rename_all(columns)?,
            ConstraintKind::ForeignKey(rule) => {
                rule.columns = rename_all(&rule.columns)?;
                if rule.referred_table == self.input.table.name {
                    for column in &mut rule.referred_columns {
                        *column = rename(column).unwrap_or_else(|| column.clone());
                    }
                }
            }
            ConstraintKind::Check { condition } => {
                if constraint.type_bound && self.gone().any(|column| condition_names(condition, column)) {
                    return None;
                }
                for (from, to) in self.renamed() {
                    *condition = Rc::new(rewrite::column_name(condition, from, to));
                }
            }
            ConstraintKind::Exclude { .. } => {}
        }
        Some(copy)
    }

    /// The columns that are dropped.
    fn gone(&self) -> impl Iterator<Item = &Ident> {
        self.input.table.columns.iter().map(|column| &column.name).filter(|name| !self.columns.contains_key(&name.text))
    }

    /// The columns that get a new name.
    fn renamed(&self) -> impl Iterator<Item = (&Rc<str>, &Ident)> {
        self.columns.iter().map(|(key, new)| (key, &new.column.name)).filter(|(key, name)| ***key != *name.text)
    }

    fn all_indexes(&self, name: &TableName) -> Vec<Index> {
        let rename = |element: &IndexElement| match element {
            IndexElement::Column(column) => {
                IndexElement::Column(self.columns.get(&column.text).map_or_else(|| column.clone(), |new| new.column.name.clone()))
            }
            other => other.clone(),
        };
        let gone = |index: &&Index| {
            index.elements.iter().all(|element| match element {
                IndexElement::Column(column) => {
                    self.columns.contains_key(&column.text) || self.columns.values().any(|new| new.column.name.text == column.text)
                }
                IndexElement::Expr(_) => true,
            })
        };
        let all = self.indexes.values().filter(gone).chain(&self.new_indexes);
        all.map(|index| Index { table: name.clone(), elements: index.elements.iter().map(rename).collect(), ..index.clone() }).collect()
    }

    fn dropped_first(&self) -> Vec<Stmt> {
        let named = self
            .input
            .table
            .constraints
            .iter()
            .filter(|constraint| constraint.name.as_ref().is_some_and(|name| self.named.contains_key(name.text())));
        named
            .map(|constraint| Stmt::DropConstraint {
                table: self.input.table.name.clone(),
                name: constraint.name.clone(),
                kind: None,
                if_exists: false,
                cascade: false,
            })
            .collect()
    }
}

/// Where a new column is to stand.
#[derive(Clone, Debug, Default)]
pub struct ColumnPosition {
    pub before: Option<Rc<str>>,
    pub after: Option<Rc<str>>,
}

impl NewColumn {
    fn kept(column: &Column) -> Self {
        let from = CopiedColumn { name: column.name.clone(), cast: None };
        Self { column: Column { unique: false, index: false, ..column.clone() }, from: Some(from) }
    }

    fn alter(&mut self, alter: &AlterColumn, casts_to_json: bool) {
        if let Some(name) = &alter.name {
            self.column.name = name.clone();
        }
        if let Some(ty) = &alter.ty {
            let casts = self.column.ty.affinity() != ty.affinity() && (casts_to_json || ty.affinity() != Affinity::Json);
            if let Some(from) = self.from.as_mut().filter(|_| casts) {
                from.cast = Some(Rc::clone(ty));
            }
            self.column.ty = Rc::clone(ty);
        }
        if let Some(nullable) = alter.nullable {
            self.column.nullable = nullable;
        }
        if let Some(default) = &alter.server_default {
            self.column.server_default = default.clone();
        }
        if let Some(comment) = &alter.comment {
            self.column.comment = comment.clone();
        }
    }

    fn finished(&self) -> Column {
        self.column.clone()
    }
}

/// Whether a check speaks of a column.
fn speaks_of(check: &Constraint, column: &Ident) -> bool {
    matches!(&check.kind, ConstraintKind::Check { condition } if condition_names(condition, column))
}

fn condition_names(condition: &SqlExpr, column: &Ident) -> bool {
    rewrite::column_name(condition, &column.text, &Ident::new("")) != *condition
}

fn key(column: &Column) -> &Rc<str> {
    &column.name.text
}

/// `ApplyBatchImpl._calc_temp_name`, which cuts at 50 characters.
fn temporary_name(table: &str) -> String {
    format!("_alembic_tmp_{table}").chars().take(50).collect()
}

/// Whether an index comes from `index=True` of a column: the rebuild leaves those out.
fn is_column_flag(index: &Index, table: &Table) -> bool {
    let [IndexElement::Column(only)] = index.elements.as_slice() else { return false };
    table.columns.iter().any(|column| column.name.text == only.text && column.index)
}

/// The name of the check that a `Boolean` or `Enum` brings along.
fn constraint_name_of(ty: &Type) -> Option<Rc<str>> {
    if let Some(enumeration) = &ty.enumeration {
        return enumeration.name.as_ref().map(|name| Rc::from(name.text()));
    }
    match ty.params.get("name") {
        Some(crate::model::TypeParam::Value(crate::model::OptionValue::Str(name))) => Some(Rc::clone(name)),
        _ => None,
    }
}
