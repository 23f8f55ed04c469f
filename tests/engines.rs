//! Engines that a revision makes itself, to ask the database that is migrated, and what `op` raises too early.

mod support;

use support::place::{Done, Place};

const INI: &str = "[alembic]\nscript_location = %(here)s/migrations\n";
const URL: &str = "sqlalchemy.url = postgresql://me:s3cret@host/db\n";

fn run_on(ini: &str, imports: &str, upgrade: &str, dialect: &str) -> Done {
    let made = "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
                op.create_table('t', sa.Column('a', sa.Integer))\n\n\ndef downgrade():\n    pass\n";
    let asked = format!(
        "import sqlalchemy as sa\nfrom alembic import context, op\n{imports}\n\nrevision = 'r2'\ndown_revision = 'r1'\n\n\n\
         def upgrade():\n{upgrade}\n\n\ndef downgrade():\n    pass\n"
    );
    let place = Place::new(&[("alembic.ini", ini), ("migrations/versions/r1.py", made), ("migrations/versions/r2.py", &asked)]);
    place.run(&["upgrade", "r1:head", "--sql", "--dialect", dialect])
}

const FROM_CONFIG: &str = "    config = op.get_context().config\n    \
    engine = sa.engine_from_config(config.get_section(config.config_ini_section), prefix='sqlalchemy.')\n    \
    if 't' in sa.inspect(engine).get_table_names():\n        op.drop_table('t')";

#[test]
fn an_engine_of_the_configured_address_is_the_database_that_is_migrated() {
    let with_url = format!("{INI}{URL}");
    let run = run_on(&with_url, "", FROM_CONFIG, "postgresql");
    assert!(run.done().contains("DROP TABLE t;"), "{}", run.told);
    assert!(!run.problems.contains("L512") && !run.problems.contains("s3cret"), "{}", run.problems);
    let statement = "    engine = sa.create_engine(context.config.get_main_option('sqlalchemy.url'))\n    \
                     with engine.begin() as connection:\n        connection.execute(sa.text('SELECT 1'))";
    let run = run_on(&with_url, "", statement, "postgresql");
    assert!(run.done().contains("SELECT 1;"), "{}", run.told);
    assert!(!run.problems.contains("L512"), "{}", run.problems);
}

#[test]
fn an_engine_of_an_unknown_address_is_taken_for_it_and_told_of() {
    let run = run_on(INI, "", FROM_CONFIG, "postgresql");
    assert!(run.done().contains("DROP TABLE t;"), "{}", run.told);
    assert!(run.problems.contains("L512") && run.problems.contains("r2.py:11"), "{}", run.problems);
}

#[test]
fn an_engine_of_another_address_is_refused() {
    let other = "    engine = sa.create_engine('postgresql://elsewhere/db')\n    engine.connect().execute(sa.text('SELECT 1'))";
    let run = run_on(&format!("{INI}{URL}"), "", other, "postgresql");
    run.refused(&["E0204"]);
    assert!(run.problems.contains("another database"), "{}", run.problems);
}

#[test]
fn what_the_dialect_can_not_say_is_raised_where_it_is_caught() {
    let tried = "    try:\n        op.drop_constraint('u', 't')\n    except Exception:\n        op.drop_index('u', table_name='t')";
    let run = run_on(INI, "", tried, "mysql");
    assert!(run.done().contains("DROP INDEX u ON t;"), "{}", run.told);
    run_on(INI, "", "    op.drop_constraint('u', 't')", "mysql").refused(&["E0602"]);
}

#[test]
fn an_operation_at_the_top_of_a_file_raises_what_alembic_raises() {
    let early = "try:\n    op.execute('SELECT 1')\nexcept NameError:\n    WORD = 'too early'";
    let run = run_on(INI, early, "    op.execute(f'-- {WORD}')", "postgresql");
    assert!(run.done().contains("-- too early") && !run.told.contains("SELECT 1"), "{}", run.told);
    run_on(INI, "op.execute('SELECT 1')", "    pass", "postgresql").refused(&["E0201"]);
}

#[test]
fn what_is_called_at_the_top_of_a_file_and_not_known_is_an_error_only_where_it_is_needed() {
    let imports = "from nowhere import settings\n\nname = settings()";
    assert!(run_on(INI, imports, "    op.drop_table('t')", "postgresql").done().contains("DROP TABLE t;"));
    run_on(INI, imports, "    op.drop_table(name)", "postgresql").refused(&["E0202"]);
}
