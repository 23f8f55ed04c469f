//! Steps as Python: as they are, and as the twin for Alembic, which does what SQLite can't alter in a batch and says again what a batch
//! would lose.

use super::choose::quote;
use super::model::{Column, Constraint, Index, Key, State, Table, View, What};
use super::step::{Action, Step};

/// Whom the text is for.
#[derive(Clone, Copy, PartialEq)]
pub enum For {
    Us,
    Alembic,
}

/// The lines of a step, before which the schema is the state.
pub fn lines(step: &Step, state: &State, reader: For) -> Vec<String> {
    match step {
        Step::CreateTable(table) => create_table(table),
        Step::DropTable(table) => {
            let views = table.views.iter().filter(|view| view.kind == "VIEW").map(drop_view);
            views.chain([format!("op.drop_table({:?})", table.name)]).collect()
        }
        Step::RenameTable { from, to } => vec![format!("op.rename_table({from:?}, {to:?})")],
        Step::Plain { table, action, raw: true } => vec![execute(&as_sql(table, action))],
        Step::Plain { table, action, .. } if reader == For::Us || action.is_native() => vec![plain(table, action)],
        Step::Plain { table, action, .. } => batch(&state.tables[table], false, std::slice::from_ref(action), reader),
        Step::Batch { table, always, actions } => batch(&state.tables[table], *always, actions, reader),
        Step::Insert { table, first, count, refer } => {
            insert(&state.tables[table], *first, *count, |target| match state.tables.get(target) {
                Some(other) if *refer => other.rows + if other.name == *table { *count } else { 0 },
                _ => 0,
            })
        }
        Step::Delete { table, first, .. } => vec![execute(&format!("DELETE FROM {} WHERE id >= {first}", quote(table)))],
        Step::Fill { table, column } => match state.tables[table].column(column) {
            Some(column) => vec![execute(&format!("UPDATE {} SET {} = {}", quote(table), quote(&column.name), column.filling()))],
            None => Vec::new(),
        },
        Step::CreateView { view, .. } => vec![execute(&view.sql)],
        Step::DropView { view, .. } => vec![drop_view(view)],
    }
}

fn execute(sql: &str) -> String {
    format!("op.execute({sql:?})")
}

fn as_sql(table: &str, action: &Action) -> String {
    match action {
        Action::DropColumn { column, .. } => format!("ALTER TABLE {} DROP COLUMN {}", quote(table), quote(&column.name)),
        Action::Alter { before, after } => {
            format!("ALTER TABLE {} RENAME COLUMN {} TO {}", quote(table), quote(&before.name), quote(&after.name))
        }
        Action::DropIndex(index) => format!("DROP INDEX {}", quote(&index.name)),
        Action::CreateIndex(index) => {
            let columns: Vec<String> = index.columns.iter().map(|column| quote(column)).collect();
            let elements = index.expression.clone().unwrap_or_else(|| columns.join(", "));
            let condition = index.condition.as_ref().map(|condition| format!(" WHERE {condition}")).unwrap_or_default();
            format!(
                "CREATE {}INDEX {} ON {} ({elements}){condition}",
                if index.unique { "UNIQUE " } else { "" },
                quote(&index.name),
                quote(table)
            )
        }
        Action::AddColumn { .. } | Action::AddConstraint(_) | Action::DropConstraint(_) => unreachable!("not written as SQL"),
    }
}

fn drop_view(view: &View) -> String {
    execute(&format!("DROP {} {}", view.kind, quote(&view.name)))
}

fn create_table(table: &Table) -> Vec<String> {
    let mut items: Vec<String> = table.columns.iter().map(|column| self::column(column, table.key == Key::OnColumn)).collect();
    match &table.key {
        Key::OnColumn => {}
        Key::Unnamed | Key::Autoincrement | Key::NoRowid => items.push("sa.PrimaryKeyConstraint('id')".to_owned()),
        Key::Named(name) => items.push(format!("sa.PrimaryKeyConstraint('id', name={name:?})")),
        Key::Composite(other) => items.push(format!("sa.PrimaryKeyConstraint('id', {other:?})")),
    }
    items.extend(table.constraints.iter().map(constraint));
    items.extend(table_options(table).map(|(name, value)| format!("{name}={value}")));
    let mut lines = vec!["op.create_table(".to_owned(), format!("    {:?},", table.name)];
    lines.extend(items.into_iter().map(|item| format!("    {item},")));
    lines.push(")".to_owned());
    lines
}

fn table_options(table: &Table) -> Option<(&'static str, &'static str)> {
    match table.key {
        Key::Autoincrement => Some(("sqlite_autoincrement", "True")),
        Key::NoRowid | Key::Composite(_) => Some(("sqlite_with_rowid", "False")),
        _ => None,
    }
}

fn column(column: &Column, key_on_column: bool) -> String {
    let mut text = format!("sa.Column({:?}, {}", column.name, column.kind);
    if column.name == "id" && key_on_column {
        return text + ", primary_key=True)";
    }
    if let Some(default) = column.default {
        text.push_str(&format!(", server_default={default}"));
    }
    text + if column.nullable { ", nullable=True)" } else { ", nullable=False)" }
}

fn list(columns: &[String]) -> String {
    format!("{columns:?}")
}

fn constraint(constraint: &Constraint) -> String {
    let name = constraint.name.as_ref().map(|name| format!(", name={name:?}")).unwrap_or_default();
    match &constraint.what {
        What::Unique => format!("sa.UniqueConstraint(*{}{name})", list(&constraint.columns)),
        What::Check(condition) => format!("sa.CheckConstraint({condition:?}{name})"),
        What::Foreign(target, options) => {
            format!("sa.ForeignKeyConstraint({}, [{:?}]{name}{options})", list(&constraint.columns), format!("{target}.id"))
        }
    }
}

fn plain(table: &str, action: &Action) -> String {
    match action {
        Action::AddColumn { column, .. } => format!("op.add_column({table:?}, {})", self::column(column, false)),
        Action::DropColumn { column, .. } => format!("op.drop_column({table:?}, {:?})", column.name),
        Action::Alter { before, after } => format!("op.alter_column({table:?}, {})", alteration(before, after)),
        Action::AddConstraint(constraint) => add_constraint("op", Some(table), constraint),
        Action::DropConstraint(constraint) => {
            format!("op.drop_constraint({:?}, {table:?}, type_='{}')", name(constraint), kind(constraint))
        }
        Action::CreateIndex(index) => format!("op.create_index({:?}, {table:?}, {})", index.name, index_arguments(index)),
        Action::DropIndex(index) => format!("op.drop_index({:?}, table_name={table:?})", index.name),
    }
}

fn batched(action: &Action) -> String {
    match action {
        Action::AddColumn { column, after } => {
            let place = after.as_ref().map(|after| format!(", insert_after={after:?}")).unwrap_or_default();
            format!("batch_op.add_column({}{place})", self::column(column, false))
        }
        Action::DropColumn { column, .. } => format!("batch_op.drop_column({:?})", column.name),
        Action::Alter { before, after } => format!("batch_op.alter_column({})", alteration(before, after)),
        Action::AddConstraint(constraint) => add_constraint("batch_op", None, constraint),
        Action::DropConstraint(constraint) => format!("batch_op.drop_constraint({:?}, type_='{}')", name(constraint), kind(constraint)),
        Action::CreateIndex(index) => format!("batch_op.create_index({:?}, {})", index.name, index_arguments(index)),
        Action::DropIndex(index) => format!("batch_op.drop_index({:?})", index.name),
    }
}

fn alteration(before: &Column, after: &Column) -> String {
    let mut text = format!("{:?}, existing_type={}", before.name, before.kind);
    if after.name != before.name {
        text.push_str(&format!(", new_column_name={:?}", after.name));
    }
    if after.kind != before.kind {
        text.push_str(&format!(", type_={}", after.kind));
    }
    if after.nullable != before.nullable {
        text.push_str(if after.nullable { ", nullable=True" } else { ", nullable=False" });
    }
    if after.default != before.default {
        text.push_str(&format!(", server_default={}", after.default.unwrap_or("None")));
    }
    text
}

fn name(constraint: &Constraint) -> &str {
    constraint.name.as_deref().unwrap_or_default()
}

fn kind(constraint: &Constraint) -> &'static str {
    match constraint.what {
        What::Unique => "unique",
        What::Check(_) => "check",
        What::Foreign(..) => "foreignkey",
    }
}

fn add_constraint(on: &str, table: Option<&str>, constraint: &Constraint) -> String {
    let table = table.map(|table| format!(", {table:?}")).unwrap_or_default();
    let (name, columns) = (name(constraint), list(&constraint.columns));
    match &constraint.what {
        What::Unique => format!("{on}.create_unique_constraint({name:?}{table}, {columns})"),
        What::Check(condition) => format!("{on}.create_check_constraint({name:?}{table}, {condition:?})"),
        What::Foreign(target, options) => format!("{on}.create_foreign_key({name:?}{table}, {target:?}, {columns}, ['id']{options})"),
    }
}

fn index_arguments(index: &Index) -> String {
    let elements = match &index.expression {
        Some(expression) => format!("[sa.text({expression:?})]"),
        None => list(&index.columns),
    };
    let condition = index.condition.as_ref().map(|condition| format!(", sqlite_where=sa.text({condition:?})")).unwrap_or_default();
    format!("{elements}, unique={}{condition}", if index.unique { "True" } else { "False" })
}

fn batch(table: &Table, always: bool, actions: &[Action], reader: For) -> Vec<String> {
    let again = reader == For::Alembic && (always || actions.iter().any(Action::recreates));
    let mut options = if always { ", recreate='always'".to_owned() } else { String::new() };
    let lost: Vec<&Index> = table.indexes.iter().filter(|index| index.expression.is_some()).collect();
    let mut lines = Vec::new();
    if again {
        lines.extend(table.views.iter().map(drop_view));
        lines.extend(lost.iter().map(|index| execute(&format!("DROP INDEX {}", quote(&index.name)))));
        let unnamed = table.constraints.iter().filter(|constraint| constraint.name.is_none() && matches!(constraint.what, What::Check(_)));
        let unnamed: Vec<String> = unnamed.map(|check| constraint(check) + ",").collect();
        options.push_str(&format!(", table_args=({})", unnamed.join(" ")));
        options.extend(table_options(table).map(|(name, value)| format!(", table_kwargs={{'{name}': {value}}}")));
    }
    let counts = again && table.key == Key::Autoincrement;
    if counts {
        lines.push(execute(&format!(
            "CREATE TEMPORARY TABLE counted AS SELECT name, seq FROM sqlite_sequence WHERE name = '{}'",
            table.name
        )));
    }
    lines.push(format!("with op.batch_alter_table({:?}{options}) as batch_op:", table.name));
    lines.extend(actions.iter().map(|action| format!("    {}", batched(action))));
    if counts {
        lines.push(execute(&format!("DELETE FROM sqlite_sequence WHERE name = '{}'", table.name)));
        lines.push(execute("INSERT INTO sqlite_sequence (name, seq) SELECT name, seq FROM counted"));
        lines.push(execute("DROP TABLE temp.counted"));
    }
    if again {
        lines.extend(lost.into_iter().map(|index| plain(&table.name, &Action::CreateIndex(index.clone()))));
        lines.extend(table.views.iter().map(|view| execute(&view.sql)));
    }
    lines
}

/// So many rows each table that is referred to has.
fn insert(table: &Table, first: usize, count: usize, referred: impl Fn(&str) -> usize) -> Vec<String> {
    let columns: Vec<&Column> = table.columns.iter().filter(|column| column.is_given()).collect();
    let mut lines = vec!["op.bulk_insert(".to_owned(), format!("    sa.table({:?},", table.name)];
    lines.extend(columns.iter().map(|column| format!("        sa.column({:?}, {}),", column.name, column.kind)));
    lines.extend(["    ),".to_owned(), "    [".to_owned()]);
    for row in first..first + count {
        let value = |column: &&Column| match column.name.as_str() {
            "id" => format!("'id': {row}"),
            name => format!("{name:?}: {}", column.value(row, column.refers.as_deref().map_or(0, &referred))),
        };
        lines.push(format!("        {{{}}},", columns.iter().map(value).collect::<Vec<_>>().join(", ")));
    }
    lines.extend(["    ],".to_owned(), ")".to_owned()]);
    lines
}
