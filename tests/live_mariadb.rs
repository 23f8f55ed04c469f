//! Our scripts of the projects for MariaDB, applied to one: what they make is what real Alembic, connected, makes of the same chain.
//!
//! `golden/live/<project>.mariadb.*.txt` is written by real Alembic alone (`scripts/reference/online.py`).

mod support;

use support::mariadb::Mariadb;

fn main() {
    support::live::main::<Mariadb>();
}
