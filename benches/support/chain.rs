//! A synthetic project: a chain of N revisions with the habits of real ones.
//!
//! Every fourth revision makes a table of twelve columns; the others change one that was made about 500 revisions before: a column
//! more, a type, a default, an index, an index less, rows. Each 20th goes through a helper of the project that asks an inspector
//! first; each 100th is a branch, which the next one merges.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

const DISTANCE: usize = 500;
const EVERY_TABLE: usize = 4;
const EVERY_GUARD: usize = 20;
const EVERY_BRANCH: usize = 100;

const INI: &str = "\
[alembic]
script_location = %(here)s/alembic
prepend_sys_path = %(here)s
path_separator = os
sqlalchemy.url = postgresql://localhost/bench
";

const ENV: &str = "\
from alembic import context

config = context.config


def run_migrations_offline() -> None:
    context.configure(
        url=config.get_main_option('sqlalchemy.url'),
        target_metadata=None,
        literal_binds=True,
        dialect_opts={'paramstyle': 'named'},
    )
    with context.begin_transaction():
        context.run_migrations()


run_migrations_offline()
";

const HELPERS: &str = "\
\"\"\"What the revisions share.\"\"\"
import sqlalchemy as sa
from alembic import op


def has_column(table, column):
    inspector = sa.inspect(op.get_bind())
    if table not in inspector.get_table_names():
        return False
    return any(c['name'] == column for c in inspector.get_columns(table))


def add_column_unless_there(table, column):
    if not has_column(table, column.name):
        op.add_column(table, column)


def drop_column_if_there(table, name):
    if has_column(table, name):
        op.drop_column(table, name)
";

/// Writes a project of `length` revisions below a folder. Without guards, real Alembic compiles it offline too.
pub fn write(folder: &Path, length: usize, guards: bool) -> io::Result<()> {
    write_project(folder, length, |number| source(number, guards))
}

/// Writes a project whose revisions have these texts.
pub fn write_project(folder: &Path, length: usize, text: impl Fn(usize) -> String) -> io::Result<()> {
    let versions = folder.join("alembic/versions");
    fs::create_dir_all(&versions)?;
    fs::write(folder.join("alembic.ini"), INI)?;
    fs::write(folder.join("alembic/env.py"), ENV)?;
    fs::write(folder.join("schema_helpers.py"), HELPERS)?;
    for number in 0..length {
        fs::write(versions.join(format!("{}_step_{number}.py", identifier(number))), text(number))?;
    }
    Ok(())
}

/// Twelve hexadecimal digits, as Alembic gives, without chance.
fn identifier(number: usize) -> String {
    format!("{:012x}", (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16)
}

/// A branch stands beside the revision before it, on the same parent; what comes next merges the two.
fn parents(number: usize) -> Vec<usize> {
    let branches = |number: usize| number % EVERY_BRANCH == EVERY_BRANCH / 2;
    match number {
        0 => Vec::new(),
        _ if branches(number) => vec![number - 2],
        _ if branches(number - 1) => vec![number - 2, number - 1],
        _ => vec![number - 1],
    }
}

fn source(number: usize, guards: bool) -> String {
    revision(number, parents(number), body(number, guards))
}

/// The text of a revision, from the bodies of its functions.
pub fn revision(number: usize, parents: Vec<usize>, (upgrade, downgrade): (String, String)) -> String {
    let parents: Vec<String> = parents.into_iter().map(|parent| format!("'{}'", identifier(parent))).collect();
    let down_revision = match parents.as_slice() {
        [] => "None".to_owned(),
        [one] => one.clone(),
        many => format!("({})", many.join(", ")),
    };
    format!(
        "\"\"\"Step {number}\n\nRevision ID: {id}\nRevises: {revises}\nCreate Date: 2024-01-01 00:00:00\n\n\"\"\"\n\
         from alembic import op\nimport sqlalchemy as sa\nfrom schema_helpers import add_column_unless_there, drop_column_if_there\n\n\
         # revision identifiers, used by Alembic.\nrevision = '{id}'\ndown_revision = {down_revision}\nbranch_labels = None\n\
         depends_on = None\n\n\ndef upgrade() -> None:\n{upgrade}\n\ndef downgrade() -> None:\n{downgrade}",
        id = identifier(number),
        revises = parents.join(", ").replace('\'', ""),
    )
}

/// The number of the table that a revision changes: made about 500 revisions before, or half way back where there are not so many.
fn target(number: usize) -> usize {
    let back = number.checked_sub(DISTANCE).unwrap_or(number / 2);
    back - back % EVERY_TABLE
}

fn body(number: usize, guards: bool) -> (String, String) {
    if number.is_multiple_of(EVERY_TABLE) {
        return create_table(number);
    }
    let table = format!("table_{}", target(number));
    let (up, down) = match number {
        // Beside the creation of tables, so that a multiple of twenty can be one of these.
        _ if guards && number % EVERY_GUARD == EVERY_GUARD - 1 => (
            format!("add_column_unless_there('{table}', sa.Column('guarded_{number}', sa.String(40), nullable=True))"),
            format!("drop_column_if_there('{table}', 'guarded_{number}')"),
        ),
        _ => match number % 24 {
            1 | 13 => (
                format!("op.add_column('{table}', sa.Column('added_{number}', sa.Numeric(12, 4), server_default='0', nullable=False))"),
                format!("op.drop_column('{table}', 'added_{number}')"),
            ),
            2 | 14 => (
                format!("op.alter_column('{table}', 'title', existing_type=sa.String(200), type_=sa.Text(), existing_nullable=False)"),
                format!("op.alter_column('{table}', 'title', existing_type=sa.Text(), type_=sa.String(200), existing_nullable=False)"),
            ),
            3 | 15 => (
                format!("op.create_index('ix_{table}_{number}', '{table}', ['status', 'created_at'], unique=False)"),
                format!("op.drop_index('ix_{table}_{number}', table_name='{table}')"),
            ),
            5 | 17 => (
                format!("op.drop_index('ix_{table}_code_{digit}', table_name='{table}', if_exists=True)", digit = number % 2),
                "pass".to_owned(),
            ),
            6 | 18 => (format!("op.execute(\"UPDATE {table} SET status = 'open' WHERE status IS NULL\")"), "pass".to_owned()),
            7 | 19 => (
                format!("op.alter_column('{table}', 'note', existing_type=sa.String(80), nullable=False, server_default='')"),
                format!("op.alter_column('{table}', 'note', existing_type=sa.String(80), nullable=True, server_default=None)"),
            ),
            9 | 21 => (
                format!("op.create_unique_constraint('uq_{table}_{number}', '{table}', ['code', 'owner_id'])"),
                format!("op.drop_constraint('uq_{table}_{number}', '{table}', type_='unique')"),
            ),
            _ => (
                format!(
                    "with op.batch_alter_table('{table}') as batch_op:\n        \
                     batch_op.add_column(sa.Column('flag_{number}', sa.Boolean(), nullable=True))\n        \
                     batch_op.create_index(batch_op.f('ix_{table}_flag_{number}'), ['flag_{number}'], unique=False)"
                ),
                format!(
                    "with op.batch_alter_table('{table}') as batch_op:\n        \
                     batch_op.drop_index(batch_op.f('ix_{table}_flag_{number}'))\n        \
                     batch_op.drop_column('flag_{number}')"
                ),
            ),
        },
    };
    (format!("    {up}\n"), format!("    {down}\n"))
}

fn create_table(number: usize) -> (String, String) {
    let table = format!("table_{number}");
    let mut up = format!("    op.create_table(\n        '{table}',\n");
    let columns = [
        "'id', sa.Integer(), nullable=False",
        "'code', sa.String(length=32), nullable=False",
        "'title', sa.String(length=200), nullable=False",
        "'note', sa.String(length=80), nullable=True",
        "'status', sa.String(length=20), nullable=True",
        "'amount', sa.Numeric(precision=12, scale=2), server_default=sa.text('0'), nullable=False",
        "'ratio', sa.Float(), nullable=True",
        "'active', sa.Boolean(), server_default=sa.true(), nullable=False",
        "'payload', sa.JSON(), nullable=True",
        "'owner_id', sa.Integer(), nullable=True",
        "'created_at', sa.DateTime(timezone=True), server_default=sa.func.now(), nullable=False",
        "'updated_at', sa.DateTime(timezone=True), nullable=True",
    ];
    for column in columns {
        // Writing to a String can't fail.
        let _ = writeln!(up, "        sa.Column({column}),");
    }
    if number >= DISTANCE {
        let _ = writeln!(up, "        sa.ForeignKeyConstraint(['owner_id'], ['table_{}.id'], ondelete='SET NULL'),", target(number));
    }
    let _ = writeln!(up, "        sa.PrimaryKeyConstraint('id'),\n    )");
    for digit in 0..2 {
        let _ = writeln!(up, "    op.create_index('ix_{table}_code_{digit}', '{table}', ['code'], unique=False)");
    }
    (up, format!("    op.drop_table('{table}')\n"))
}
