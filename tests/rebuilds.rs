//! What a rebuild of a SQLite table leaves as it was, on the SQLite that is built in; and what it is not needed for.

mod support;

use rusqlite::Connection;
use support::place::Place;
use support::sqlite::run;

const TABLES: &str = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True), sa.Column('n', sa.String(5)))
    op.create_table(
        't',
        sa.Column('id', sa.Integer, primary_key=True),
        sa.Column('a', sa.String(9, collation='NOCASE'), unique=True),
        sa.Column('b', sa.Integer, sa.ForeignKey('p.id')),
        sa.Column('c', sa.Integer, server_default='3'),
        sa.Column('g', sa.Integer, sa.Computed('c + 1')),
        sa.CheckConstraint('c > 0'),
        sa.CheckConstraint('b > 0 AND c < 100', name='ck_bc'),
        sqlite_autoincrement=True,
    )
    op.create_index('ix_low', 't', [sa.text('lower(a)')])
    op.create_index('ix_part', 't', ['b'], sqlite_where=sa.text('c > 1'))
    op.execute('CREATE TABLE log (x)')
    op.execute('CREATE TRIGGER own AFTER INSERT ON t BEGIN INSERT INTO log VALUES (new.a); END')
    op.execute('CREATE TRIGGER other AFTER INSERT ON p BEGIN INSERT INTO t (a) VALUES (new.n); END')
    op.execute('CREATE VIEW v AS SELECT a FROM t')
";
const ROWS: &str = "INSERT INTO p VALUES (1, 'z'); INSERT INTO t (a, b) VALUES ('x', 1), ('y', 1); DELETE FROM t WHERE a = 'y';";

/// A project of a revision that makes the tables and one that changes them.
fn project(tables: &str, change: &str) -> Place {
    let revision = |id: &str, down: &str, body: &str| {
        format!(
            "from alembic import op\nimport sqlalchemy as sa\n\nrevision = '{id}'\ndown_revision = {down}\n\n\n\
             def upgrade():\n{body}\n\ndef downgrade():\n    pass\n"
        )
    };
    Place::new(&[
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///x.db\n"),
        ("migrations/versions/a1.py", &revision("a1", "None", tables)),
        ("migrations/versions/b2.py", &revision("b2", "'a1'", change)),
    ])
}

/// A database with rows to which the change was made.
fn changed(change: &str) -> Connection {
    let place = project(TABLES, change);
    let database = Connection::open_in_memory().expect("a database");
    database.pragma_update(None, "foreign_keys", false).expect("set");
    run(&database, place.run(&["upgrade", "a1", "--sql"]).done()).expect("the tables");
    run(&database, ROWS).expect("the rows");
    run(&database, place.run(&["upgrade", "a1:b2", "--sql"]).done()).expect("the change");
    database
}

fn one<T: rusqlite::types::FromSql>(database: &Connection, query: &str) -> T {
    database.query_row(query, [], |row| row.get(0)).expect(query)
}

fn definition(database: &Connection) -> String {
    one(database, "SELECT sql FROM sqlite_master WHERE name = 't'")
}

#[test]
fn nothing_is_lost_that_the_database_had() {
    let database = changed("    with op.batch_alter_table('t') as batch_op:\n        batch_op.alter_column('c', nullable=False)\n");
    assert_eq!(one::<i64>(&database, "SELECT count(*) FROM sqlite_master WHERE name IN ('ix_low', 'ix_part', 'own', 'other', 'v')"), 5);
    run(&database, "INSERT INTO p VALUES (2, 'q')").expect("a row");
    assert_eq!(one::<i64>(&database, "SELECT max(id) FROM t"), 4, "the key of a deleted row is not given away again");
    assert_eq!(one::<i64>(&database, "SELECT count(*) FROM log"), 4);
    assert_eq!(one::<i64>(&database, "SELECT g FROM t WHERE a = 'Q'"), 4);
    let sql = definition(&database);
    for part in [
        "AUTOINCREMENT",
        "COLLATE \"NOCASE\"",
        "CHECK (c > 0)",
        "CONSTRAINT ck_bc",
        "UNIQUE (a)",
        "REFERENCES p",
        "c INTEGER DEFAULT '3' NOT NULL",
    ] {
        assert!(sql.contains(part), "{part} is not in\n{sql}");
    }
}

/// What SQL text says and no operation can: a rebuild leaves it as it was.
#[test]
fn what_sql_text_made_is_kept() {
    let text = "CREATE TABLE t (k INTEGER, v, n TEXT NOT NULL ON CONFLICT IGNORE, u TEXT UNIQUE ON CONFLICT REPLACE, \
                s AS (n || u), PRIMARY KEY (k AUTOINCREMENT))";
    let tables = format!("    op.execute('{text}')\n");
    let change =
        "    with op.batch_alter_table('t', recreate='always') as batch_op:\n        batch_op.add_column(sa.Column('z', sa.Integer))\n";
    let place = project(&tables, change);
    let database = Connection::open_in_memory().expect("a database");
    run(&database, place.run(&["upgrade", "a1", "--sql"]).done()).expect("the tables");
    run(&database, "INSERT INTO t (v, n, u) VALUES ('01', 'a', 'b'), (2, 'c', 'd'); DELETE FROM t WHERE n = 'c'").expect("the rows");
    run(&database, place.run(&["upgrade", "a1:b2", "--sql"]).done()).expect("the change");
    run(&database, "INSERT INTO t (n, u) VALUES ('f', 'b'), (NULL, 'e')").expect("the rows");
    assert_eq!(one::<String>(&database, "SELECT group_concat(k) FROM t"), "3", "nothing is counted again, and a row took another's place");
    assert_eq!(one::<String>(&database, "SELECT s FROM t"), "fb");
    assert_eq!(one::<i64>(&database, "SELECT hidden FROM pragma_table_xinfo('t') WHERE name = 's'"), 2, "it is not stored");
    assert_eq!(one::<String>(&database, "SELECT type FROM pragma_table_info('t') WHERE name = 'v'"), "");
}

#[test]
fn rows_get_the_default_of_a_new_column() {
    let columns = "sa.Column('f', sa.Boolean, nullable=False, default=True)";
    let batch = format!(
        "    with op.batch_alter_table('t', recreate='always') as batch_op:\n        batch_op.add_column({columns})\n        \
         batch_op.add_column(sa.Column('s', sa.String(5), nullable=False, default=lambda: \"it's\"))\n"
    );
    let database = changed(&batch);
    assert_eq!(one::<String>(&database, "SELECT f || s FROM t"), "1it's");
    let unknown = "    from nowhere import MADE\n    with op.batch_alter_table('t', recreate='always') as batch_op:\n        \
                   batch_op.add_column(sa.Column('n', sa.Integer, nullable=False, default=lambda: MADE))\n";
    project(TABLES, unknown).run(&["upgrade", "head", "--sql"]).refused(&["E0202"]);
}

#[test]
fn rows_get_the_default_of_a_column_that_can_only_be_added_by_a_rebuild() {
    let change = "    op.add_column('t', sa.Column('f', sa.Integer, nullable=False, default=7))\n";
    let place = project(TABLES, change);
    let database = Connection::open_in_memory().expect("a database");
    assert_eq!(place.run(&["compile", "--out", "build"]).status, Some(0));
    let scripts: Vec<String> = place.listing("build/sqlite").into_iter().filter(|name| name.ends_with(".upgrade.sql")).collect();
    let script = |name: &str| std::fs::read_to_string(place.path(&format!("build/sqlite/{name}"))).expect("a script");
    run(&database, &script(&scripts[0])).expect("the tables");
    run(&database, ROWS).expect("the rows");
    run(&database, &script(&scripts[1])).expect("the change");
    assert_eq!(one::<i64>(&database, "SELECT f FROM t"), 7);
}

#[test]
fn what_names_a_renamed_column_follows() {
    let database = changed("    with op.batch_alter_table('t') as batch_op:\n        batch_op.alter_column('c', new_column_name='cc')\n");
    let sql = definition(&database);
    for part in ["CHECK (cc > 0)", "b > 0 AND cc < 100", "AS (cc + 1)"] {
        assert!(sql.contains(part), "{part} is not in\n{sql}");
    }
    assert_eq!(
        one::<String>(&database, "SELECT sql FROM sqlite_master WHERE name = 'ix_part'"),
        "CREATE INDEX ix_part ON t (b) WHERE cc > 1"
    );
}

#[test]
fn what_stands_on_a_dropped_column_goes_with_it() {
    let database = changed("    with op.batch_alter_table('t') as batch_op:\n        batch_op.drop_column('b')\n");
    let sql = definition(&database);
    assert!(!sql.contains("ck_bc") && !sql.contains("REFERENCES") && sql.contains("CHECK (c > 0)"), "{sql}");
    assert_eq!(one::<i64>(&database, "SELECT count(*) FROM sqlite_master WHERE name IN ('ix_low', 'ix_part')"), 1);
}

#[test]
fn what_would_break_is_refused() {
    let batch = |change: &str| format!("    with op.batch_alter_table('t') as batch_op:\n        batch_op.{change}\n");
    for (change, code) in [("drop_column('c')", "E0301"), ("drop_column('a')", "E0401"), ("drop_constraint('nonesuch')", "E0301")] {
        project(TABLES, &batch(change)).run(&["upgrade", "head", "--sql"]).refused(&[code]);
    }
    let doubtful = format!("{TABLES}    op.execute('ALTER TABLE t FROBNICATE')\n");
    project(&doubtful, &batch("alter_column('c', nullable=False)")).run(&["upgrade", "head", "--sql"]).refused(&["E0401"]);
}

#[test]
fn constraints_outside_of_a_batch_rebuild_the_table() {
    let database =
        changed("    op.create_foreign_key(None, 't', 'p', ['c'], ['id'])\n    op.drop_constraint('ck_bc', 't', type_='check')\n");
    let sql = definition(&database);
    assert!(sql.contains("FOREIGN KEY(c) REFERENCES p (id)") && !sql.contains("ck_bc"), "{sql}");
}

/// A revision that knows what Alembic's rebuild loses makes it again: ours has kept it, and makes way.
#[test]
fn what_is_made_again_takes_the_place_of_what_was_kept() {
    let change = "    with op.batch_alter_table('t') as batch_op:\n        batch_op.alter_column('c', nullable=False)\n\
                  \x20   op.create_index('ix_low', 't', [sa.text('upper(a)')])\n\
                  \x20   op.execute('CREATE TRIGGER IF NOT EXISTS own AFTER INSERT ON t BEGIN INSERT INTO log VALUES (7); END')\n\
                  \x20   with op.batch_alter_table('t') as batch_op:\n        batch_op.alter_column('c', nullable=True)\n\
                  \x20       batch_op.create_index('ix_low', [sa.text('lower(a)')], unique=True)\n";
    let database = changed(change);
    assert!(one::<String>(&database, "SELECT sql FROM sqlite_master WHERE name = 'ix_low'").starts_with("CREATE UNIQUE INDEX"));
    run(&database, "INSERT INTO t (a) VALUES ('n')").expect("a row");
    assert_eq!(one::<i64>(&database, "SELECT sum(x = 7) * 10 + sum(x = 'n') FROM log"), 10, "the new trigger, and not the old one");
    let once = "    with op.batch_alter_table('t') as batch_op:\n        batch_op.alter_column('c', nullable=False)\n\
                \x20   op.create_index('ix_part', 't', ['b'])\n";
    assert!(project(TABLES, once).run(&["upgrade", "head", "--sql"]).problems.contains("L502"), "Alembic keeps this one too");
}

/// MySQL leaves an index where its column went; here it goes with the column, and is not dropped twice.
#[test]
fn an_index_that_went_with_its_column_is_not_dropped_again() {
    let change = "    op.drop_column('t', 'b')\n    op.drop_index('ix_part', 't')\n    op.drop_index('ix_low', 't')\n";
    let place = project(TABLES, change);
    place.run(&["compile", "--out", "out"]).done();
    let script = std::fs::read_to_string(place.path("out/sqlite/upgrade.sql")).expect("the script");
    let database = Connection::open_in_memory().expect("a database");
    database.pragma_update(None, "foreign_keys", false).expect("set");
    run(&database, &script).expect("applied");
    assert_eq!(one::<i64>(&database, "SELECT count(*) FROM sqlite_master WHERE name LIKE 'ix_%'"), 0);
}

/// Where the chain has the database check foreign keys, dropping the old table would delete the rows that refer to it.
#[test]
fn no_row_goes_with_the_old_table_where_keys_are_checked() {
    let tables = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True), sa.Column('n', sa.Integer))\n    \
                  op.create_table('t', sa.Column('p', sa.Integer, sa.ForeignKey('p.id', ondelete='CASCADE')))\n    \
                  op.execute('INSERT INTO p VALUES (1, 2)')\n    op.execute('INSERT INTO t VALUES (1)')\n    \
                  op.execute('PRAGMA foreign_keys = ON')\n";
    let change = "    with op.batch_alter_table('p') as batch_op:\n        batch_op.alter_column('n', nullable=False)\n";
    let database = Connection::open_in_memory().expect("a database");
    run(&database, project(tables, change).run(&["upgrade", "head", "--sql"]).done()).expect("applied");
    assert_eq!(one::<i64>(&database, "SELECT count(*) FROM t"), 1);
    assert!(run(&database, "INSERT INTO t VALUES (9)").is_err(), "they are checked again after it");
}

/// The revision has a way of its own for what the database refuses: it is taken, and no rebuild stands in its place.
#[test]
fn what_a_revision_catches_is_refused() {
    let change =
        "    try:\n        op.drop_column('t', 'b')\n    except sa.exc.OperationalError:\n        op.execute('UPDATE t SET b = NULL')\n";
    let database = changed(change);
    assert!(definition(&database).contains("REFERENCES p"));
    assert_eq!(one::<i64>(&database, "SELECT count(b) FROM t"), 0);
    let reraised = "    try:\n        op.drop_column('t', 'b')\n    except sa.exc.OperationalError:\n        raise\n";
    project(TABLES, reraised).run(&["compile", "--out", "out"]).done();
}

#[test]
fn a_version_says_what_needs_no_rebuild() {
    let tables =
        "    op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.Text), sa.Column('c', sa.Integer))\n";
    let change = "    op.alter_column('t', 'a', new_column_name='b')\n    op.drop_column('t', 'b')\n\
                  \x20   op.alter_column('t', 'c', nullable=False)\n    op.create_check_constraint('ck', 't', 'c < 9')\n\
                  \x20   op.drop_constraint('ck', 't', type_='check')\n";
    for (version, rebuilds) in [("3.24", 5), ("3.25", 4), ("3.34.1", 4), ("3.35", 3), ("3.52", 3), ("3.53", 0)] {
        let target = format!("sqlite={version}");
        let done = project(tables, change).run(&["upgrade", "a1:b2", "--sql", "--target", &target]);
        let script = done.done();
        assert_eq!(script.matches("CREATE TABLE _alembic_tmp_t").count(), rebuilds, "{version}\n{script}");
    }
    project(tables, change).run(&["upgrade", "head", "--sql", "--target", "sqlite=new"]).refused(&["E0708"]);
}
