//! Our scripts of the examples, applied to a PostgreSQL: what they make is what real Alembic, connected, makes of the same chain.
//!
//! `golden/live/<project>.*.txt` is written by real Alembic alone (`scripts/reference/online.py`). Where no server is installed the
//! tests are named as ignored; with `ALUDEL_REQUIRE_LIVE=1` that is a failure.

mod support;

use support::postgresql::Postgresql;

fn main() {
    support::live::main::<Postgresql>();
}
