//! A chain that makes one wide table anew again and again: every second revision alters a column of its forty in a batch, the
//! others add tables and columns beside it.

use std::fmt::Write as _;
use std::io;
use std::path::Path;

use super::chain;

const COLUMNS: usize = 40;

/// Writes a project of `length` revisions below a folder.
pub fn write(folder: &Path, length: usize) -> io::Result<()> {
    chain::write_project(folder, length, |number| chain::revision(number, number.checked_sub(1).into_iter().collect(), body(number)))
}

fn body(number: usize) -> (String, String) {
    match number {
        0 => (wide_table(), "    op.drop_table('wide')\n".to_owned()),
        _ if number % 2 == 1 => rebuild(number / 2),
        _ => (
            format!("    op.create_table('beside_{number}', sa.Column('id', sa.Integer(), primary_key=True))\n"),
            format!("    op.drop_table('beside_{number}')\n"),
        ),
    }
}

fn wide_table() -> String {
    let mut up = "    op.create_table(\n        'wide',\n        sa.Column('id', sa.Integer(), nullable=False),\n".to_owned();
    for column in 1..COLUMNS {
        // Writing to a String can't fail.
        let _ = writeln!(up, "        sa.Column('c{column}', sa.String(length=40), server_default='', nullable=True),");
    }
    up.push_str("        sa.PrimaryKeyConstraint('id'),\n        sa.UniqueConstraint('c1', name='uq_wide_c1'),\n    )\n");
    for column in 2..6 {
        let _ = writeln!(up, "    op.create_index('ix_wide_c{column}', 'wide', ['c{column}'], unique=False)");
    }
    up
}

/// A column that is nullable in one round through the columns is not in the next.
fn rebuild(round: usize) -> (String, String) {
    let column = round % (COLUMNS - 1) + 1;
    let nullable = (round / (COLUMNS - 1)) % 2 == 1;
    let alter = |nullable: bool| {
        let nullable = if nullable { "True" } else { "False" };
        format!("    with op.batch_alter_table('wide') as batch_op:\n        batch_op.alter_column('c{column}', nullable={nullable})\n")
    };
    (alter(nullable), alter(!nullable))
}
