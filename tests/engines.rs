//! Engines that a revision makes itself, to ask the database that is migrated.

mod support;

use support::place::{Done, Place};

const INI: &str = "[alembic]\nscript_location = %(here)s/migrations\n";
const URL: &str = "sqlalchemy.url = postgresql://me:s3cret@host/db\n";

fn run_on(ini: &str, upgrade: &str) -> Done {
    let made = "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
                op.create_table('t', sa.Column('a', sa.Integer))\n\n\ndef downgrade():\n    pass\n";
    let asked = format!(
        "import sqlalchemy as sa\nfrom alembic import context, op\n\nrevision = 'r2'\ndown_revision = 'r1'\n\n\n\
         def upgrade():\n{upgrade}\n\n\ndef downgrade():\n    pass\n"
    );
    let place = Place::new(&[("alembic.ini", ini), ("migrations/versions/r1.py", made), ("migrations/versions/r2.py", &asked)]);
    place.run(&["upgrade", "r1:head", "--sql", "--dialect", "postgresql"])
}

const FROM_CONFIG: &str = "    config = op.get_context().config\n    \
    engine = sa.engine_from_config(config.get_section(config.config_ini_section), prefix='sqlalchemy.')\n    \
    if 't' in sa.inspect(engine).get_table_names():\n        op.drop_table('t')";

#[test]
fn an_engine_of_the_configured_address_is_the_database_that_is_migrated() {
    let with_url = format!("{INI}{URL}");
    let run = run_on(&with_url, FROM_CONFIG);
    assert!(run.done().contains("DROP TABLE t;"), "{}", run.told);
    assert!(!run.problems.contains("L512") && !run.problems.contains("s3cret"), "{}", run.problems);
    let statement = "    engine = sa.create_engine(context.config.get_main_option('sqlalchemy.url'))\n    \
                     with engine.begin() as connection:\n        connection.execute(sa.text('SELECT 1'))";
    let run = run_on(&with_url, statement);
    assert!(run.done().contains("SELECT 1;"), "{}", run.told);
    assert!(!run.problems.contains("L512"), "{}", run.problems);
}

#[test]
fn the_address_as_a_connection_shows_it_is_the_configured_one() {
    let shown = "    engine = sa.create_engine(str(op.get_bind().engine.url))\n    engine.connect().execute(sa.text('SELECT 1'))";
    let run = run_on(&format!("{INI}{URL}"), shown);
    assert!(run.done().contains("SELECT 1;") && !run.problems.contains("L512"), "{}", run.problems);
}

#[test]
fn an_engine_of_an_unknown_address_is_taken_for_it_and_told_of() {
    let run = run_on(INI, FROM_CONFIG);
    assert!(run.done().contains("DROP TABLE t;"), "{}", run.told);
    assert!(run.problems.contains("L512") && run.problems.contains("r2.py:10"), "{}", run.problems);
}

#[test]
fn an_engine_of_another_address_is_refused() {
    let other = "    engine = sa.create_engine('postgresql://elsewhere/db')\n    engine.connect().execute(sa.text('SELECT 1'))";
    let run = run_on(&format!("{INI}{URL}"), other);
    run.refused(&["E0204"]);
    assert!(run.problems.contains("another database"), "{}", run.problems);
}
