//! A table rebuilt under a temporary name: created anew, rows copied, dropped, renamed (`ApplyBatchImpl`).

mod changes;
mod column;
mod need;
mod order;
mod parts;
mod standing;
pub mod stored;

use std::rc::Rc;

use indexmap::IndexMap;

pub use self::column::ColumnPosition;
use self::column::NewColumn;
pub use self::need::{Database, Need, stands_in_use};
use self::order::Ordering;
pub use self::standing::Standing;
use super::create_table::CreateTable;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::expr::{Literal, build, rewrite};
use crate::model::{ByName, Constraint, ConstraintKind, Ident, Index, IndexElement, Options, SqlExpr, Table, TableName};
use crate::source::Span;
use crate::sql::{self, Stmt};

/// What a rebuild starts from.
#[derive(Clone, Debug)]
pub struct RebuildInput {
    pub table: Rc<Table>,
    /// Whether the table came from a database or the replayed schema rather than from `copy_from`.
    pub reflected: bool,
    /// Whether constraints that are added need no name, as outside of a batch.
    pub unnamed_allowed: bool,
    /// Whether what Alembic would leave out without a word is not to be left out.
    pub hardened: bool,
    /// Whether rows are cast even to JSON (`cast_for_batch_migrate`).
    pub casts_to_json: bool,
    pub table_args: Vec<Constraint>,
    pub table_options: Options,
    pub partial_reordering: Vec<Vec<Rc<str>>>,
    pub place: Span,
}

/// A rebuild in the making.
pub struct Rebuild {
    input: RebuildInput,
    /// By the names they had.
    columns: ByName<NewColumn>,
    /// What types of columns bring along, where the columns are not reflected.
    of_types: Vec<Constraint>,
    named: ByName<Constraint>,
    unnamed: Vec<Constraint>,
    indexes: ByName<Index>,
    new_indexes: Vec<Index>,
    /// Foreign keys that added columns bring along.
    brought: Vec<Constraint>,
    ordering: Ordering,
}

/// What a rebuild comes to.
#[derive(Clone, Debug)]
pub struct Rebuilt {
    pub table: Table,
    pub statements: Vec<Stmt>,
    /// Constraints that are asked for and left out, as Alembic leaves them out.
    pub left_out: Vec<Constraint>,
}

impl Rebuild {
    /// Takes the table apart (`_grab_table_elements`).
    pub fn new(input: RebuildInput) -> Self {
        let table = Rc::clone(&input.table);
        let mut rebuild = Self {
            ordering: Ordering {
                existing: table.columns.iter().map(|column| Rc::clone(&column.name.text)).collect(),
                partial: input.partial_reordering.clone(),
                added: Vec::new(),
            },
            input,
            columns: table.columns.iter().map(|column| (Rc::clone(&column.name.text), NewColumn::kept(column))).collect(),
            of_types: Vec::new(),
            named: IndexMap::default(),
            unnamed: Vec::new(),
            indexes: IndexMap::default(),
            new_indexes: Vec::new(),
            brought: Vec::new(),
        };
        for constraint in &table.constraints {
            rebuild.keep_constraint(constraint.clone());
        }
        for index in table.indexes.iter().filter(|index| !is_column_flag(index, &table)) {
            let name = index.name.as_ref().map_or_else(|| Rc::from(""), |name| Rc::from(name.text()));
            rebuild.indexes.insert(name, index.clone());
        }
        rebuild
    }

    /// The old names of the columns that are dropped or get another name.
    pub fn moved_columns(&self) -> Vec<Rc<str>> {
        let renamed = self.columns.iter().filter(|(key, new)| ***key != *new.column.name.text).map(|(key, _)| Rc::clone(key));
        self.gone().map(|name| Rc::clone(&name.text)).chain(renamed).collect()
    }

    /// What the batch adds and the new table has not.
    fn left_out(&self, table: &Table) -> Vec<Constraint> {
        let known = |constraint: &Constraint, among: &Table| among.constraints.iter().any(|other| other.name == constraint.name);
        let named = self.named.values().filter(|constraint| !known(constraint, table) && !known(constraint, &self.input.table));
        named.cloned().collect()
    }

    /// The last key that the old table gave away goes over to the new one, where both remember it.
    ///
    /// Alembic starts to count anew, so its bytes are left alone where it makes a table that counts.
    fn counter(&self, new: &Table, dialect: &Dialect) -> Vec<Stmt> {
        let old = &self.input.table;
        let as_asked = Table { options: self.input.table_options.clone(), ..new.clone() };
        let theirs = !self.input.hardened && (!self.input.reflected || sql::keeps_counter(&as_asked, dialect));
        if theirs || !sql::keeps_counter(old, dialect) || !sql::keeps_counter(new, dialect) {
            return Vec::new();
        }
        vec![Stmt::ForgetCounter { table: new.name.clone() }, Stmt::CopyCounter { from: old.name.clone(), to: new.name.clone() }]
    }

    fn keep_constraint(&mut self, constraint: Constraint) {
        match &constraint.name {
            _ if constraint.type_bound && !self.input.reflected => self.of_types.push(constraint),
            Some(name) => {
                self.named.insert(Rc::from(name.text()), constraint);
            }
            None => self.unnamed.push(constraint),
        }
    }

    /// The new table and the statements of the rebuild (`_create`).
    ///
    /// # Errors
    /// Where the wished order of columns contradicts itself, or a part is on a column that is not there.
    pub fn finish(mut self, dialect: &Dialect) -> Result<Rebuilt, Diagnostic> {
        self.sort_columns()?;
        let original = self.input.table.name.clone();
        let temporary = TableName { schema: original.schema.clone(), name: Ident::new(temporary_name(&original.name.text)) };
        let mut table = self.new_table(&temporary)?;
        table.indexes = self.flagged_indexes(&temporary);
        let mut statements = if dialect.spec().strategies.rebuild_drops_constraints { self.dropped_first() } else { Vec::new() };
        let created = CreateTable { table: Rc::new(table.clone()), if_not_exists: false, place: self.input.place };
        statements.extend(created.lower(dialect));
        statements.push(Stmt::CopyRows {
            from: original.clone(),
            to: temporary.clone(),
            filled: self.filled()?,
            columns: self.columns.values().filter_map(|new| new.from.clone().map(|from| (new.column.name.clone(), from))).collect(),
        });
        statements.extend(self.counter(&table, dialect));
        statements.push(Stmt::DropTable { table: original.clone(), if_exists: false });
        statements.push(Stmt::RenameTable { table: temporary, to: original.name.clone() });
        let flagged = std::mem::take(&mut table.indexes);
        let indexes = self.all_indexes(&original)?;
        statements.extend(indexes.iter().map(|index| Stmt::CreateIndex { index: Rc::new(index.clone()), if_not_exists: false }));
        table.indexes = flagged.into_iter().map(|index| Index { table: original.clone(), ..index }).chain(indexes).collect();
        table.name = original;
        Ok(Rebuilt { left_out: self.left_out(&table), table, statements })
    }

    /// The columns whose `default=` fills them. Where Alembic can rebuild the table too, it knows no value that the program makes.
    fn filled(&self) -> Result<Vec<(Ident, SqlExpr)>, Diagnostic> {
        let as_alembic = !self.input.reflected && !self.input.hardened;
        let new = self.columns.values().filter(|new| new.from.is_none());
        new.filter_map(|new| new.fill.as_ref().map(|fill| (&new.column, fill)))
            .map(|(column, fill)| match &fill.value {
                _ if fill.of_program && as_alembic => Ok((column.name.clone(), build::literal(Literal::None, Some(Rc::clone(&column.ty))))),
                Ok(value) => Ok((column.name.clone(), value.clone())),
                Err(reason) => Err(Diagnostic::error(
                    Code::UnknownValue,
                    format!("`default` of the column `{}` is not known at compile time", column.name.text),
                )
                .label(column.place, reason.to_string())
                .help("the rows that are there get it: write the value out, or give the column a `server_default`")),
            })
            .collect()
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

    /// The table under its temporary name: what `table_args` gives stands before what types bring, then what was there.
    fn new_table(&self, temporary: &TableName) -> Result<Table, Diagnostic> {
        let old = &self.input.table;
        let mut options = self.input.table_options.clone();
        for (key, value) in &old.options {
            options.entry(Rc::clone(key)).or_insert_with(|| value.clone());
        }
        let mut table = Table { options, ..Table::new(temporary.clone(), self.input.place) };
        table.columns = self.columns.values().map(|new| self.computed_anew(&new.column).map(Rc::new)).collect::<Result<_, _>>()?;
        table.constraints.clone_from(&self.input.table_args);
        for constraint in self.of_types.iter().chain(self.named.values()).chain(&self.unnamed) {
            table.constraints.extend(self.transferred(constraint)?);
        }
        keep_last_key(&mut table.constraints);
        Ok(table)
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

    fn no_such(&self, what: &str, name: &str, place: Span) -> Diagnostic {
        let table = &self.input.table;
        Diagnostic::error(Code::BadArgument, format!("no such {what}: '{name}' in the table `{}` that is rebuilt", table.name.name.text))
            .label(place, "asked for here")
            .label(table.place, "the table as it is known")
            .help(format!("correct the name, or say in `copy_from` what the table has, its {what} `{name}` included"))
    }
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

/// A key that comes later stands in the place of the one before it (`PrimaryKeyConstraint._set_parent`).
fn keep_last_key(constraints: &mut Vec<Constraint>) {
    let last = constraints.iter().rposition(is_primary_key);
    let mut position = 0;
    constraints.retain(|constraint| {
        position += 1;
        !is_primary_key(constraint) || last == Some(position - 1)
    });
}

/// Whether Alembic's rebuild loses an index, or what it says more than columns: reflection gives columns alone.
pub fn is_lost(index: &Index) -> bool {
    index.elements.iter().any(|element| matches!(element, IndexElement::Expr(_)))
}

fn is_primary_key(constraint: &Constraint) -> bool {
    matches!(constraint.kind, ConstraintKind::PrimaryKey { .. })
}

/// Whether an expression speaks of a column.
fn condition_names(condition: &SqlExpr, column: &Ident) -> bool {
    rewrite::column_name(condition, &column.text, &Ident::new("")) != *condition
}
