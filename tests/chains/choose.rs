//! Which step a seed is, in a state: always one that the database takes, or none.

use super::model::{Column, Constraint, Family, Index, Key, State, Table, View, What};
use super::random::Random;
use super::step::{Action, Step};

/// The step of a seed on a line of the chain.
pub fn choose(seed: u64, state: &State, line: usize) -> Option<Step> {
    let mut random = Random::new(seed);
    let own = || state.tables.values().filter(|table| table.line == line);
    if own().next().is_none() || random.chance(12) {
        return create_table(&mut random, state, line);
    }
    let table = random.pick(own(), |table| &table.name)?;
    match random.below(100) {
        0..4 => (!state.is_referred_to(&table.name)).then(|| Step::DropTable(table.clone())),
        4..8 => rename_table(&mut random, state, table),
        8..26 => Some(Step::Insert { table: table.name.clone(), first: table.rows + 1, count: 1 + random.below(5), refer: true }),
        26..30 => fill(&mut random, table),
        30..36 => create_view(&mut random, state, table),
        36..39 => table.views.first().map(|view| Step::DropView { table: table.name.clone(), view: view.clone() }),
        39..60 => {
            let action = action(&mut random, state, table, None)?;
            let raw = action.can_be_raw() && random.chance(30);
            Some(Step::Plain { table: table.name.clone(), action, raw })
        }
        _ => batch(&mut random, state, table),
    }
}

fn batch(random: &mut Random, state: &State, table: &Table) -> Option<Step> {
    let always = random.chance(25);
    let mut actions: Vec<Action> = Vec::new();
    let mut after = table.clone();
    for _ in 0..=random.below(3) {
        let touched: Vec<String> = actions.iter().flat_map(Action::columns).map(str::to_owned).collect();
        let Some(mut action) = action(random, state, &after, Some(&touched)) else { continue };
        if let (true, Action::AddColumn { after: place, .. }) = (always && random.chance(50), &mut action) {
            // One that nothing else in the batch is about, and not the last, behind which it comes anyway.
            let places = &after.columns[..after.columns.len() - 1];
            *place = random.pick(places, |column| &column.name).map(|column| column.name.clone()).filter(|_| touched.is_empty());
        }
        let step = Step::Batch { table: table.name.clone(), always, actions: vec![action.clone()] };
        let mut next = State { tables: [(table.name.clone(), after.clone())].into() };
        step.apply(&mut next);
        after = next.tables.remove(&table.name)?;
        let last = matches!(action, Action::DropColumn { .. } | Action::AddColumn { after: Some(_), .. });
        actions.push(action);
        if last {
            break;
        }
    }
    (!actions.is_empty()).then(|| Step::Batch { table: table.name.clone(), always, actions })
}

/// A name that nothing has; some need quotes.
fn name(random: &mut Random, prefix: &str) -> String {
    let number = random.below(9000) + 1000;
    match random.below(8) {
        0 => format!("{}{number}", prefix.to_uppercase()),
        1 => format!("{prefix} {number}"),
        _ => format!("{prefix}_{number}"),
    }
}

fn new_name(random: &mut Random, state: &State, prefix: &str) -> Option<String> {
    Some(name(random, prefix)).filter(|name| !state.has_name(name))
}

fn create_table(random: &mut Random, state: &State, line: usize) -> Option<Step> {
    let id = Column {
        name: "id".to_owned(),
        family: Family::Number,
        kind: "sa.Integer()",
        nullable: false,
        default: None,
        refers: None,
        pinned: true,
        filled: true,
        distinct: true,
    };
    let name = new_name(random, state, "t")?;
    let mut table = Table {
        name,
        columns: vec![id],
        key: Key::OnColumn,
        constraints: Vec::new(),
        indexes: Vec::new(),
        views: Vec::new(),
        rows: 0,
        line,
    };
    for _ in 0..=random.below(4) {
        let column = column(random, state, &table)?;
        if table.column(&column.name).is_none() {
            table.columns.push(column);
        }
    }
    table.key = key(random, &mut table);
    for _ in 0..random.below(3) {
        if let Some(Action::AddConstraint(constraint)) = add_constraint(random, state, &table, &[]) {
            let name = constraint.name.filter(|_| random.chance(70));
            table.constraints.push(Constraint { name, ..constraint });
        }
    }
    Some(Step::CreateTable(table))
}

fn key(random: &mut Random, table: &mut Table) -> Key {
    let refers_to_itself = table.columns.iter().any(|column| column.refers.as_ref() == Some(&table.name));
    match random.below(12) {
        0..4 => Key::OnColumn,
        4..7 => Key::Unnamed,
        7 | 8 => Key::Named(name(random, "pk")),
        9 => Key::Autoincrement,
        10 => Key::NoRowid,
        _ if refers_to_itself => Key::NoRowid,
        _ => match table.columns.iter_mut().skip(1).find(|column| !column.nullable) {
            Some(column) => {
                column.pinned = true;
                Key::Composite(column.name.clone())
            }
            None => Key::NoRowid,
        },
    }
}

fn column(random: &mut Random, state: &State, table: &Table) -> Option<Column> {
    let name = name(random, "c");
    let targets = state.tables.values().filter(|other| other.line == table.line && other.can_be_referred_to());
    let refers = random.chance(20).then(|| random.pick(targets, |table| &table.name)).flatten();
    let refers = refers
        .map(|table| table.name.clone())
        .or_else(|| (random.chance(5) && table.rows == 0 && table.key == Key::OnColumn).then(|| table.name.clone()));
    let families = [Family::Number, Family::Number, Family::Text, Family::Text, Family::Truth, Family::Day, Family::Moment, Family::Json];
    let family = if refers.is_some() { Family::Number } else { families[random.below(families.len())] };
    let kind = if refers.is_some() { "sa.Integer()" } else { random.one_of(family.kinds()) };
    let default = (refers.is_none() && random.chance(35)).then(|| random.one_of(family.defaults()));
    // Alembic writes no literal of JSON, so that rows go without.
    let nullable = refers.is_some() || family == Family::Json || random.chance(60);
    Some(Column { name, family, kind, nullable, default, refers, pinned: false, filled: true, distinct: true })
}

fn rename_table(random: &mut Random, state: &State, table: &Table) -> Option<Step> {
    let crosses = state
        .tables
        .values()
        .any(|other| other.line != table.line && other.columns.iter().any(|column| column.refers.as_deref() == Some(&table.name)));
    let to = new_name(random, state, "t")?;
    (table.views.is_empty() && !crosses).then(|| Step::RenameTable { from: table.name.clone(), to })
}

fn fill(random: &mut Random, table: &Table) -> Option<Step> {
    let free = table.columns.iter().filter(|column| column.refers.is_none() && !table.uses(column));
    let column = random.pick(free, |column| &column.name)?;
    Some(Step::Fill { table: table.name.clone(), column: column.name.clone() })
}

fn create_view(random: &mut Random, state: &State, table: &Table) -> Option<Step> {
    let name = new_name(random, state, "v")?;
    let quoted = quote(&name);
    let on = quote(&table.name);
    let numbers = table.columns.iter().filter(|column| column.family == Family::Number && column.refers.is_none() && column.name != "id");
    let column = random.pick(numbers, |column| &column.name);
    let view = match column {
        Some(column) if random.chance(50) && !column.pinned => View {
            kind: "TRIGGER",
            columns: vec![column.name.clone()],
            sql: format!(
                "CREATE TRIGGER {quoted} AFTER INSERT ON {on} BEGIN UPDATE {on} SET {} = NEW.id + 1000 WHERE id = NEW.id; END",
                quote(&column.name)
            ),
            name,
        },
        Some(column) => {
            let sql = format!("CREATE VIEW {quoted} AS SELECT id, {} AS number FROM {on}", quote(&column.name));
            View { kind: "VIEW", columns: vec![column.name.clone()], sql, name }
        }
        None => {
            View { kind: "VIEW", columns: Vec::new(), sql: format!("CREATE VIEW {quoted} AS SELECT id, id + 1 AS next FROM {on}"), name }
        }
    };
    Some(Step::CreateView { table: table.name.clone(), view })
}

/// An action on a table; in a batch, one that leaves alone the columns that others are about.
fn action(random: &mut Random, state: &State, table: &Table, batch: Option<&[String]>) -> Option<Action> {
    let touched = batch.unwrap_or_default();
    match random.below(100) {
        0..20 => add_column(random, state, table),
        20..32 if touched.is_empty() => drop_column(random, table),
        20..60 => alter(random, table, touched),
        60..74 => add_constraint(random, state, table, touched),
        74..82 => {
            let named = table.constraints.iter().filter(|constraint| constraint.name.is_some());
            let constraint = random.pick(named, |constraint| constraint.name.as_deref().unwrap_or_default())?;
            untouched(&constraint.columns, touched).then(|| Action::DropConstraint(constraint.clone()))
        }
        82..94 => create_index(random, state, table, batch),
        _ => {
            let index = random.pick(&table.indexes, |index| &index.name)?;
            ((index.expression.is_none() || batch.is_none()) && untouched(&index.columns, touched))
                .then(|| Action::DropIndex(index.clone()))
        }
    }
}

fn untouched(columns: &[String], touched: &[String]) -> bool {
    columns.iter().all(|column| !touched.contains(column))
}

fn add_column(random: &mut Random, state: &State, table: &Table) -> Option<Action> {
    let mut column = column(random, state, table)?;
    if table.column(&column.name).is_some() || column.refers.as_deref() == Some(&table.name) {
        return None;
    }
    column.default = column.default.filter(|default| Family::is_constant(default));
    column.nullable |= column.default.is_none();
    column.filled = column.default.is_some() || table.rows == 0;
    column.distinct = table.rows == 0;
    Some(Action::AddColumn { column, after: None })
}

fn drop_column(random: &mut Random, table: &Table) -> Option<Action> {
    let free = table.columns.iter().filter(|column| !table.uses(column) && (column.nullable || column.default.is_some()));
    let column = random.pick(free, |column| &column.name)?;
    let at = table.columns.iter().position(|other| other.name == column.name)?;
    let after = (at + 1 < table.columns.len()).then(|| table.columns[at - 1].name.clone());
    Some(Action::DropColumn { column: column.clone(), after })
}

fn alter(random: &mut Random, table: &Table, touched: &[String]) -> Option<Action> {
    let free = table.columns.iter().filter(|column| !table.holds(column) && !touched.contains(&column.name));
    let before = random.pick(free, |column| &column.name)?;
    let mut after = before.clone();
    if random.chance(35) {
        let name = name(random, "c");
        if table.column(&name).is_none() {
            after.name = name;
        }
    }
    if random.chance(35) && before.refers.is_none() {
        after.kind = random.one_of(before.family.kinds());
    }
    if random.chance(35) && before.refers.is_none() && before.family != Family::Json && (before.filled || !before.nullable) {
        after.nullable = !before.nullable;
    }
    if random.chance(35) && before.refers.is_none() {
        after.default = random.chance(60).then(|| random.one_of(before.family.defaults()));
    }
    (after != *before).then(|| Action::Alter { before: before.clone(), after })
}

fn add_constraint(random: &mut Random, state: &State, table: &Table, touched: &[String]) -> Option<Action> {
    let free = || table.columns.iter().filter(|column| column.name != "id" && !touched.contains(&column.name));
    match random.below(3) {
        0 => {
            // Of two on the same columns, the database keeps one index, and Alembic finds one.
            let taken =
                |column: &Column| table.constraints.iter().any(|other| other.what == What::Unique && other.columns.contains(&column.name));
            let distinct = free().filter(|column| can_be_unique(column) && !taken(column));
            let column = random.pick(distinct, |column| &column.name)?;
            let mut columns = vec![column.name.clone()];
            if random.chance(30) {
                columns.push("id".to_owned());
            }
            Some(Action::AddConstraint(Constraint { name: Some(new_name(random, state, "uq")?), columns, what: What::Unique }))
        }
        1 => {
            let numbers = free().filter(|column| matches!(column.family, Family::Number | Family::Text) && column.refers.is_none());
            let column = random.pick(numbers, |column| &column.name)?;
            let condition = match column.family {
                Family::Number => format!("{} > -100", quote(&column.name)),
                _ => format!("length({}) >= 0 AND {} <> 'a, b)'", quote(&column.name), quote(&column.name)),
            };
            let columns = vec![column.name.clone()];
            Some(Action::AddConstraint(Constraint { name: Some(new_name(random, state, "ck")?), columns, what: What::Check(condition) }))
        }
        _ => {
            let refers = free().filter(|column| {
                column.refers.is_some() && !table.constraints.iter().any(|constraint| constraint.columns.contains(&column.name))
            });
            let column = random.pick(refers, |column| &column.name)?;
            let options =
                ["", ", ondelete='CASCADE'", ", ondelete='SET NULL', onupdate='CASCADE'", ", deferrable=True, initially='DEFERRED'"];
            let what = What::Foreign(column.refers.clone()?, random.one_of(&options).to_owned());
            Some(Action::AddConstraint(Constraint { name: Some(new_name(random, state, "fk")?), columns: vec![column.name.clone()], what }))
        }
    }
}

fn can_be_unique(column: &Column) -> bool {
    column.distinct && matches!(column.family, Family::Number | Family::Text) && column.refers.is_none()
}

/// In a batch, where some columns are to be left alone, of columns alone.
fn create_index(random: &mut Random, state: &State, table: &Table, touched: Option<&[String]>) -> Option<Action> {
    let free = table
        .columns
        .iter()
        .filter(|column| column.name != "id" && untouched(std::slice::from_ref(&column.name), touched.unwrap_or_default()));
    let column = random.pick(free, |column| &column.name)?;
    let unique = random.chance(30) && can_be_unique(column);
    let mut columns = vec![column.name.clone()];
    if random.chance(30) {
        columns.push("id".to_owned());
    }
    let condition = random.chance(20).then(|| "id > 1".to_owned());
    let expression = (touched.is_none() && random.chance(25)).then(|| match random.below(2) {
        0 => format!("lower({})", quote(&column.name)),
        _ => format!("{} DESC", quote(&column.name)),
    });
    let unique = unique && expression.is_none();
    Some(Action::CreateIndex(Index { name: new_name(random, state, "ix")?, columns, unique, condition, expression }))
}

/// A name in quotes, for raw SQL.
pub fn quote(name: &str) -> String {
    format!("\"{name}\"")
}
