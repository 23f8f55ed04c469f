//! What a revision does, what that makes of the schema, and what undoes it.

use super::model::{Column, Constraint, Index, State, Table, View};

#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    CreateTable(Table),
    DropTable(Table),
    RenameTable {
        from: String,
        to: String,
    },
    /// Outside of a batch; as SQL of the revision's own, where SQLite has a statement and it needs no types.
    Plain {
        table: String,
        action: Action,
        raw: bool,
    },
    Batch {
        table: String,
        always: bool,
        actions: Vec<Action>,
    },
    /// Rows with the identifiers from the first on, which refer to others or don't.
    Insert {
        table: String,
        first: usize,
        count: usize,
        refer: bool,
    },
    Delete {
        table: String,
        first: usize,
        count: usize,
    },
    /// Gives each row a value in a column.
    Fill {
        table: String,
        column: String,
    },
    CreateView {
        table: String,
        view: View,
    },
    DropView {
        table: String,
        view: View,
    },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The column before it, where it isn't the last.
    AddColumn {
        column: Column,
        after: Option<String>,
    },
    DropColumn {
        column: Column,
        after: Option<String>,
    },
    Alter {
        before: Column,
        after: Column,
    },
    AddConstraint(Constraint),
    DropConstraint(Constraint),
    CreateIndex(Index),
    DropIndex(Index),
}

impl Action {
    /// The columns that it is about.
    pub fn columns(&self) -> Vec<&str> {
        match self {
            Self::AddColumn { column, .. } | Self::DropColumn { column, .. } => vec![&column.name],
            Self::Alter { before, after } => vec![&before.name, &after.name],
            Self::AddConstraint(constraint) | Self::DropConstraint(constraint) => constraint.columns.iter().map(String::as_str).collect(),
            Self::CreateIndex(index) | Self::DropIndex(index) => index.columns.iter().map(String::as_str).collect(),
        }
    }

    /// Whether SQLite has no statement for it, or Alembic does not use it in a batch.
    pub fn recreates(&self) -> bool {
        match self {
            Self::AddColumn { column, after } => after.is_some() || column.default.is_some_and(|default| default.starts_with("sa.")),
            Self::CreateIndex(_) | Self::DropIndex(_) => false,
            _ => true,
        }
    }

    /// Whether a plain operation is a statement that SQLite has.
    pub fn is_native(&self) -> bool {
        match self {
            Self::AddColumn { after, .. } => after.is_none(),
            Self::Alter { before, after } => *after == Column { name: after.name.clone(), ..before.clone() },
            Self::DropColumn { .. } | Self::CreateIndex(_) | Self::DropIndex(_) => true,
            Self::AddConstraint(_) | Self::DropConstraint(_) => false,
        }
    }

    /// Whether it can be said as SQL without naming a type.
    pub fn can_be_raw(&self) -> bool {
        self.is_native() && !matches!(self, Self::AddColumn { .. })
    }

    fn inverse(&self) -> Self {
        match self.clone() {
            Self::AddColumn { column, after } => Self::DropColumn { column, after },
            Self::DropColumn { column, after } => Self::AddColumn { column, after },
            Self::Alter { before, after } => Self::Alter { before: after, after: before },
            Self::AddConstraint(constraint) => Self::DropConstraint(constraint),
            Self::DropConstraint(constraint) => Self::AddConstraint(constraint),
            Self::CreateIndex(index) => Self::DropIndex(index),
            Self::DropIndex(index) => Self::CreateIndex(index),
        }
    }

    fn apply(&self, table: &mut Table) {
        match self {
            Self::AddColumn { column, after } => {
                let at = after.as_ref().and_then(|after| table.columns.iter().position(|column| column.name == *after));
                table.columns.insert(at.map_or(table.columns.len(), |at| at + 1), column.clone());
            }
            Self::DropColumn { column, .. } => table.columns.retain(|other| other.name != column.name),
            Self::Alter { before, after } => alter(table, before, after),
            Self::AddConstraint(constraint) => table.constraints.push(constraint.clone()),
            Self::DropConstraint(constraint) => table.constraints.retain(|other| other.name != constraint.name),
            Self::CreateIndex(index) => table.indexes.push(index.clone()),
            Self::DropIndex(index) => table.indexes.retain(|other| other.name != index.name),
        }
    }
}

fn alter(table: &mut Table, before: &Column, after: &Column) {
    let rename = |columns: &mut Vec<String>| {
        for column in columns.iter_mut().filter(|column| **column == before.name) {
            column.clone_from(&after.name);
        }
    };
    table.constraints.iter_mut().for_each(|constraint| rename(&mut constraint.columns));
    table.indexes.iter_mut().for_each(|index| rename(&mut index.columns));
    if let Some(column) = table.column_mut(&before.name) {
        *column = Column { filled: column.filled, distinct: column.distinct, ..after.clone() };
    }
}

impl Step {
    /// What the schema is after it.
    pub fn apply(&self, state: &mut State) {
        match self {
            Self::CreateTable(table) => {
                state.tables.insert(table.name.clone(), table.clone());
            }
            Self::DropTable(table) => {
                state.tables.remove(&table.name);
            }
            Self::RenameTable { from, to } => rename_table(state, from, to),
            _ => {
                if let Some(table) = self.table().and_then(|table| state.tables.get_mut(table)) {
                    self.apply_to(table);
                }
            }
        }
    }

    fn apply_to(&self, table: &mut Table) {
        match self {
            Self::Plain { action, .. } => action.apply(table),
            Self::Batch { actions, .. } => actions.iter().for_each(|action| action.apply(table)),
            Self::Insert { first, count, .. } => {
                table.rows += count;
                let lacking = (*first..first + count).any(Column::lacks);
                let lacks = |column: &Column| column.nullable && if column.is_given() { lacking } else { column.default.is_none() };
                table.columns.iter_mut().filter(|column| lacks(column)).for_each(|column| column.filled = false);
            }
            Self::Delete { count, .. } => table.rows -= count,
            Self::Fill { column, .. } => {
                if let Some(column) = table.column_mut(column) {
                    (column.filled, column.distinct) = (true, true);
                }
            }
            Self::CreateView { view, .. } => table.views.push(view.clone()),
            Self::DropView { view, .. } => table.views.retain(|other| other.name != view.name),
            Self::CreateTable(_) | Self::DropTable(_) | Self::RenameTable { .. } => {}
        }
    }

    /// The table that it is about, where that is one that was there.
    pub fn table(&self) -> Option<&str> {
        match self {
            Self::CreateTable(_) => None,
            Self::DropTable(table) => Some(&table.name),
            Self::RenameTable { from, .. } => Some(from),
            Self::Plain { table, .. }
            | Self::Batch { table, .. }
            | Self::Insert { table, .. }
            | Self::Delete { table, .. }
            | Self::Fill { table, .. }
            | Self::CreateView { table, .. }
            | Self::DropView { table, .. } => Some(table),
        }
    }

    /// What undoes it.
    pub fn inverse(&self) -> Vec<Step> {
        match self.clone() {
            Self::CreateTable(table) => vec![Self::DropTable(table)],
            Self::DropTable(table) => recreate(&table),
            Self::RenameTable { from, to } => vec![Self::RenameTable { from: to, to: from }],
            Self::Plain { table, action, .. } => undo_plain(table, &action),
            Self::Batch { table, always, actions } => {
                let fills = fills(&table, &actions);
                let always = always || actions.iter().any(|action| matches!(action, Action::DropColumn { after: Some(_), .. }));
                let actions = actions.iter().rev().map(Action::inverse).collect();
                [Self::Batch { table, always, actions }].into_iter().chain(fills).collect()
            }
            Self::Insert { table, first, count, .. } => vec![Self::Delete { table, first, count }],
            Self::Delete { table, first, count } => vec![Self::Insert { table, first, count, refer: false }],
            Self::Fill { .. } => Vec::new(),
            Self::CreateView { table, view } => vec![Self::DropView { table, view }],
            Self::DropView { table, view } => vec![Self::CreateView { table, view }],
        }
    }
}

/// A column that comes back does not come back with its values.
fn fills(table: &str, actions: &[Action]) -> Vec<Step> {
    let dropped = actions.iter().filter_map(|action| match action {
        Action::DropColumn { column, .. } if column.refers.is_none() => {
            Some(Step::Fill { table: table.to_owned(), column: column.name.clone() })
        }
        _ => None,
    });
    dropped.collect()
}

fn undo_plain(table: String, action: &Action) -> Vec<Step> {
    let fills = fills(&table, std::slice::from_ref(action));
    let undo = match action.inverse() {
        action @ Action::AddColumn { after: Some(_), .. } => Step::Batch { table, always: true, actions: vec![action] },
        action @ Action::AddColumn { .. } if action.recreates() => Step::Batch { table, always: false, actions: vec![action] },
        action => Step::Plain { table, action, raw: false },
    };
    [undo].into_iter().chain(fills).collect()
}

/// A dropped table comes back without its rows.
fn recreate(table: &Table) -> Vec<Step> {
    let bare = Table { indexes: Vec::new(), views: Vec::new(), rows: 0, ..table.clone() };
    let indexes =
        table.indexes.iter().map(|index| Step::Plain { table: table.name.clone(), action: Action::CreateIndex(index.clone()), raw: false });
    let views = table.views.iter().map(|view| Step::CreateView { table: table.name.clone(), view: view.clone() });
    let rows = (table.rows > 0).then(|| Step::Insert { table: table.name.clone(), first: 1, count: table.rows, refer: false });
    [Step::CreateTable(bare)].into_iter().chain(indexes).chain(rows).chain(views).collect()
}

fn rename_table(state: &mut State, from: &str, to: &str) {
    let Some(table) = state.tables.remove(from) else { return };
    state.tables.insert(to.to_owned(), Table { name: to.to_owned(), ..table });
    for table in state.tables.values_mut() {
        for column in &mut table.columns {
            if column.refers.as_deref() == Some(from) {
                column.refers = Some(to.to_owned());
            }
        }
        for constraint in &mut table.constraints {
            if let super::model::What::Foreign(target, _) = &mut constraint.what
                && target == from
            {
                to.clone_into(target);
            }
        }
    }
}
