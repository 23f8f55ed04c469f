//! `--assume fresh`: a database that begins empty holds no rows but those that the chain puts there. What a query is said to give
//! is what SQLite gives.

mod support;

use rusqlite::Connection;
use rusqlite::types::ValueRef;
use support::place::{Done, Place, revision_of};

const MADE: &str = "CREATE TABLE t (id INTEGER, a TEXT); CREATE TABLE u (id INTEGER); INSERT INTO u VALUES (1)";

/// A query after `MADE`, and whether its rows are known.
const QUERIES: &[(&str, bool)] = &[
    ("SELECT id FROM t", true),
    ("SELECT * FROM t WHERE a = 'x' ORDER BY id LIMIT 3", true),
    ("SELECT DISTINCT lower(a), coalesce(id, 3) FROM t", true),
    ("SELECT count(*) FROM t", true),
    ("SELECT count(id), max(id), min(a), sum(id), avg(id), group_concat(a) FROM t WHERE id > 1", true),
    ("SELECT coalesce(max(id), 7) FROM t", false),
    ("SELECT total(id) FROM t", false),
    ("SELECT count(*) FROM t HAVING count(*) = 0", false),
    ("SELECT 1 FROM t ORDER BY count(*)", false),
    ("SELECT a, count(*) FROM t GROUP BY a HAVING count(*) > 1", true),
    ("SELECT t.id FROM t JOIN u ON u.id = t.id", true),
    ("SELECT t.id FROM u, t", true),
    ("SELECT t.id FROM t LEFT JOIN u ON u.id = t.id", true),
    ("SELECT u.id FROM u LEFT JOIN t ON u.id = t.id", false),
    ("SELECT u.id FROM t RIGHT JOIN u ON u.id = t.id", false),
    ("SELECT u.id FROM t FULL JOIN u ON u.id = t.id", false),
    ("SELECT id FROM t UNION SELECT id FROM t", true),
    ("SELECT id FROM t UNION ALL SELECT id FROM u", false),
    ("SELECT id FROM u INTERSECT SELECT id FROM t", true),
    ("SELECT id FROM t EXCEPT SELECT id FROM u", true),
    ("SELECT id FROM u EXCEPT SELECT id FROM t", false),
    ("SELECT EXISTS (SELECT 1 FROM t)", true),
    ("SELECT NOT EXISTS (SELECT 1 FROM t)", true),
    ("SELECT EXISTS (SELECT 1 FROM u)", false),
    ("SELECT s.id FROM (SELECT id FROM t) AS s", true),
    ("SELECT s.n FROM (SELECT count(*) AS n FROM t) AS s", false),
    ("WITH s AS (SELECT id FROM t) SELECT id FROM s", true),
    ("WITH t AS (SELECT 1 AS id) SELECT id FROM t", false),
    ("SELECT 1 FROM u WHERE NOT EXISTS (SELECT 1 FROM t)", false),
    ("SELECT id FROM u", false),
    ("SELECT 1", false),
];

/// Statements after `MADE`, and whether `t` surely holds no rows after them.
const STATEMENTS: &[(&str, bool)] = &[
    ("UPDATE t SET a = 'x'; DELETE FROM t WHERE id = 3", true),
    ("INSERT INTO t VALUES (1, 'x')", false),
    ("REPLACE INTO t VALUES (1, 'x')", false),
    ("INSERT INTO t SELECT id, 'x' FROM u", false),
    ("WITH s AS (SELECT 1 AS id) INSERT INTO t (id) SELECT id FROM s", false),
    ("CREATE TABLE v (id INTEGER); INSERT INTO t SELECT id, 'x' FROM v", true),
    ("CREATE TABLE v AS SELECT id FROM u; INSERT INTO t SELECT id, 'x' FROM v", false),
    ("INSERT INTO u VALUES (2); ALTER TABLE t ADD COLUMN b TEXT", true),
    ("INSERT INTO t VALUES (1, 'x'); DROP TABLE t; CREATE TABLE t (id INTEGER)", true),
    ("DROP TABLE t; ALTER TABLE u RENAME TO t", false),
    ("CREATE TABLE v (id INTEGER); DROP TABLE t; ALTER TABLE v RENAME TO t", true),
    ("CREATE TRIGGER tr AFTER INSERT ON u BEGIN INSERT INTO t VALUES (1, 'x'); END; INSERT INTO u VALUES (2)", false),
    ("CREATE TRIGGER tr AFTER UPDATE ON u BEGIN INSERT INTO t VALUES (1, 'x'); END; UPDATE u SET id = 3", false),
];

fn run_on(made: &str, asked: &str, options: &[&str]) -> Done {
    let revision = format!(
        "from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
         op.execute({made:?})\n{asked}\n\n\ndef downgrade():\n    pass\n"
    );
    let place =
        Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", &revision)]);
    place.run(&[&["upgrade", "head", "--sql", "--dialect", "sqlite"], options].concat())
}

/// What Aludel takes a query to give, as text.
fn told(made: &str, query: &str) -> Option<String> {
    let asked = format!(
        "    rows = op.get_bind().execute(sa.text({query:?})).fetchall()\n    \
         shown = ['|'.join(str(int(v) if isinstance(v, bool) else v) for v in row) for row in rows]\n    \
         op.execute('-- rows: ' + ';'.join(shown) + '.')"
    );
    let run = run_on(made, &asked, &["--assume", "fresh"]);
    if run.status != Some(0) {
        assert!(run.problems.contains("E0203"), "{query}: {}", run.problems);
        return None;
    }
    let (_, rest) = run.told.split_once("-- rows: ").expect("the rows");
    rest.split_once('.').map(|(rows, _)| rows.to_owned())
}

/// What SQLite gives.
fn given(made: &str, query: &str) -> String {
    let connection = Connection::open_in_memory().expect("opened");
    connection.execute_batch(made).expect(made);
    let mut statement = connection.prepare(query).expect(query);
    let columns = statement.column_count();
    let shown = |value: ValueRef<'_>| match value {
        ValueRef::Null => "None".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        other => format!("{other:?}"),
    };
    let rows = statement.query_map([], |row| {
        (0..columns).map(|at| row.get_ref(at).map(shown)).collect::<Result<Vec<_>, _>>().map(|values| values.join("|"))
    });
    rows.expect("run").collect::<Result<Vec<_>, _>>().expect("read").join(";")
}

#[test]
fn a_query_gives_what_the_database_gives_or_is_refused() {
    for (query, known) in QUERIES {
        let told = told(MADE, query);
        assert_eq!(told.is_some(), *known, "{query}: {told:?}");
        if let Some(told) = told {
            assert_eq!(told, given(MADE, query), "{query}");
        }
    }
}

#[test]
fn a_table_is_vacant_until_something_may_have_put_a_row_there() {
    for (statements, vacant) in STATEMENTS {
        let made = format!("{MADE}; {statements}");
        let told = told(&made, "SELECT id FROM t");
        assert_eq!(told.is_some(), *vacant, "{statements}: {told:?}");
        assert_eq!(given(&made, "SELECT id FROM t").is_empty(), *vacant, "{statements}");
    }
}

const LOOPS: &str = "    bind = op.get_bind()\n    while True:\n        \
    done = bind.execute(sa.text('UPDATE t SET a = 1 WHERE id IN (SELECT id FROM t LIMIT 9)'))\n        \
    if done.rowcount == 0:\n            break\n    \
    session = sa.orm.Session(bind=bind)\n    t = sa.table('t', sa.column('id'))\n    \
    for row in session.query(t).filter(t.c.id > 1).all():\n        op.execute('-- never')\n    \
    while batch := bind.execute(sa.select(t.c.id)).fetchmany(9):\n        op.execute('-- never')";

#[test]
fn loops_over_rows_end_where_there_are_none() {
    let run = run_on(MADE, LOOPS, &["--assume", "fresh"]);
    assert!(run.done().contains("UPDATE t SET a = 1") && !run.told.contains("never"), "{}", run.told);
    assert!(run.problems.contains("decided:") && run.problems.contains("`--assume fresh`, and nothing has put a row there yet"));
}

#[test]
fn a_change_by_way_of_a_session_is_refused_over_vacant_tables_too() {
    let asked = "    session = sa.orm.Session(bind=op.get_bind())\n    try:\n        session.query(sa.table('t', sa.column('id'))).delete()\n    \
                 except Exception:\n        pass";
    run_on(MADE, asked, &["--assume", "fresh"]).refused(&["E0201"]);
}

/// PostgreSQL alone has changes in `WITH`.
#[test]
fn what_stands_in_a_with_puts_rows_too() {
    for put in [
        "WITH x AS (INSERT INTO a VALUES (1) RETURNING id) UPDATE b SET id = 2",
        "WITH x AS (INSERT INTO a VALUES (1) RETURNING id) INSERT INTO b SELECT id FROM c",
        "WITH x AS (SELECT 1 AS id) SELECT id INTO a FROM x",
        "DO $$ BEGIN INSERT INTO a VALUES (1); END $$",
    ] {
        let revision = format!(
            "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
             for name in 'abc':\n        op.create_table(name, sa.Column('id', sa.Integer))\n    op.execute({put:?})\n    \
             rows = op.get_bind().execute(sa.text('SELECT id FROM a')).fetchall()\n    op.execute(f'-- {{len(rows)}}')\n\n\n\
             def downgrade():\n    pass\n"
        );
        let place =
            Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", &revision)]);
        place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql", "--assume", "fresh"]).refused(&["E0203"]);
    }
}

#[test]
fn without_the_assumption_the_error_names_it() {
    let run = run_on(MADE, LOOPS, &[]);
    run.refused(&["E0203"]);
    assert!(run.problems.contains("`--assume fresh`"), "{}", run.problems);
}

#[test]
fn a_database_in_use_holds_rows() {
    let ask = "list(op.get_bind().execute(sa.text('SELECT id FROM t')).fetchall())";
    let place = Place::new(&[
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"),
        ("migrations/versions/r1.py", &revision_of("r1", "None", "op.execute('CREATE TABLE t (id INTEGER)')", "op.drop_table('t')")),
        ("migrations/versions/r2.py", &revision_of("r2", "'r1'", &format!("[op.execute('-- one') for _ in {ask}]"), "pass")),
        ("migrations/versions/r3.py", &revision_of("r3", "'r2'", "pass", &format!("[op.execute('-- one') for _ in {ask}]"))),
    ]);
    let run = |arguments: &[&str]| place.run(&[arguments, &["--sql", "--dialect", "sqlite", "--assume", "fresh"]].concat());
    run(&["upgrade", "head"]).done();
    run(&["upgrade", "r1:head"]).refused(&["E0203"]);
    run(&["downgrade", "head:base"]).refused(&["E0203"]);
}
