//! Our scripts of the examples, applied to SQLite: what they make is what real Alembic, connected, makes of the same chain.
//!
//! `golden/live/<project>.sqlite.*.sql` is written by real Alembic alone (`scripts/reference/online.py`).

mod support;

use support::sqlite::Sqlite;

fn main() {
    support::live::main::<Sqlite>();
}
