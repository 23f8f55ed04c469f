//! What the replay knows of a chain on SQLite, beside what it could follow to the end.

mod support;

use support::place::{Place, revision_of};

#[test]
fn a_connection_tells_the_databases_address_and_description() {
    let body = "    url = op.get_bind().engine.url\n    op.execute(f\"SELECT '{url}', '{op.get_bind().dialect.dialect_description}'\")";
    for (url, shown) in [("sqlite:///x.db", "sqlite:///x.db"), ("postgresql://u:secret@h/d", "sqlite://")] {
        let place = Place::of(url, &[body]);
        let run = place.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]);
        assert!(run.problems.contains(&format!("the database's address is taken to be `{shown}`")), "{}", run.problems);
        assert!(run.done().contains(&format!("SELECT '{shown}', 'sqlite+pysqlite';")));
    }
}

#[test]
fn the_parts_of_the_configured_address_are_known_but_for_the_password() {
    let body = "    url = op.get_bind().engine.url\n    op.execute(f'-- {url.database} {url.host} {url.port} {url.username}')";
    for (url, shown) in [
        ("sqlite:///some/x.db", "some/x.db None None None"),
        ("sqlite://me:secret@[::1]:77/d?mode=ro", "d ::1 77 me"),
        ("sqlite://host", "None host None None"),
    ] {
        let run = Place::of(url, &[body]).run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]);
        assert!(run.done().contains(&format!("-- {shown};")), "{url}: {}", run.told);
        assert!(run.problems.contains("the database's address is taken to be") && !run.problems.contains("cret"), "{}", run.problems);
    }
    let password = Place::of("sqlite://me:secret@h/d", &["    op.execute(op.get_bind().engine.url.password)"]);
    password.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]).refused(&["E0202"]);
    let other = Place::of("postgresql://h/d", &["    op.execute(op.get_bind().engine.url.database)"]);
    other.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]).refused(&["E0202"]);
}

/// What SQL text makes is there, whether the rest of the text is understood or not.
#[test]
fn a_table_whose_text_is_not_understood_is_there() {
    let made = "    op.execute('CREATE TABLE u (x INT, CHECK (x IS 5))')";
    let asked = "    if not sa.inspect(op.get_bind()).has_table('u'):\n        op.create_table('u', sa.Column('x', sa.Integer))";
    let place = Place::of("sqlite:///x.db", &[made, asked]);
    assert_eq!(place.run(&["upgrade", "head", "--sql"]).done().matches("CREATE TABLE u").count(), 1);
    place.write("before.sql", "CREATE TABLE u (x INT, CHECK (x IS 5));");
    place.write("aludel.toml", "baseline = 'before.sql'\n");
    assert_eq!(place.run(&["upgrade", "r0:head", "--sql"]).done().matches("CREATE TABLE u").count(), 0);
    let rebuilt = "    with op.batch_alter_table('u') as b:\n        b.alter_column('x', nullable=False)";
    let place = Place::of("sqlite:///x.db", &[made, rebuilt]);
    place.run(&["upgrade", "head", "--sql"]).refused(&["E0401"]);
}

#[test]
fn a_statement_that_may_fail_inside_a_try_is_written() {
    let body = "    op.add_column('strange', sa.Column('x', sa.Integer))
    try:
        op.drop_column('strange', 'y')
        op.execute('ALTER TABLE strange RENAME TO stranger')
        op.drop_column('stranger', 'z')
    except sa.exc.OperationalError:
        pass";
    let place = Place::of("sqlite:///x.db", &[body]);
    let script = place.run(&["upgrade", "head", "--sql"]).done().to_owned();
    for statement in ["DROP COLUMN y;", "ALTER TABLE strange RENAME TO stranger;", "ALTER TABLE stranger DROP COLUMN z;"] {
        assert!(script.contains(statement), "{script}");
    }
}

/// The rows that a query gives on the built-in SQLite, each as `SELECT` of its values.
fn selected(database: &rusqlite::Connection, query: &str, columns: &[usize]) -> Vec<String> {
    let mut statement = database.prepare(query).expect(query);
    let value = |row: &rusqlite::Row<'_>, column: usize| match row.get_ref(column).expect("a column") {
        rusqlite::types::ValueRef::Text(text) => format!("'{}'", String::from_utf8_lossy(text)),
        rusqlite::types::ValueRef::Integer(number) => number.to_string(),
        other => panic!("{other:?}"),
    };
    let row = |row: &rusqlite::Row<'_>| Ok(columns.iter().map(|column| value(row, *column)).collect::<Vec<_>>().join(", "));
    let rows = statement.query_map([], row).expect(query);
    rows.map(|row| format!("SELECT {};", row.expect("a row"))).collect()
}

#[test]
fn pragmas_and_the_master_table_are_answered_as_sqlite_answers_them() {
    let tables = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True), sa.Column('n', sa.String(5), nullable=False))
    op.create_table(
        't',
        sa.Column('a', sa.Integer, sa.ForeignKey('p.id', ondelete='cascade'), primary_key=True),
        sa.Column('b', sa.Integer, sa.ForeignKey('p.id'), primary_key=True),
        sa.Column('g', sa.Integer, sa.Computed('a + 1')),
        sa.Column('c', sa.Integer, sa.ForeignKey('p.id', onupdate='SET NULL')),
    )
    op.create_index('ix_one', 'p', ['n'])
    op.create_index('ix_two', 'p', ['n'], unique=True, sqlite_where=sa.text('n > 1'))
    op.add_column('p', sa.Column('later', sa.Text))
    op.execute('CREATE VIEW v AS SELECT n FROM p')";
    let queries: [(&str, &[usize]); 9] = [
        ("PRAGMA table_info(p)", &[0, 1, 3, 5]),
        ("PRAGMA table_info('t')", &[0, 1, 3, 5]),
        ("PRAGMA main.table_xinfo(\"t\");", &[0, 1, 3, 5, 6]),
        ("pragma index_list = p", &[0, 1, 2, 3, 4]),
        ("PRAGMA foreign_key_list([t])", &[0, 1, 2, 3, 4, 5, 6, 7]),
        ("PRAGMA table_info(nowhere)", &[0]),
        ("SELECT name, type FROM sqlite_master WHERE type = 'table' AND name = 't'", &[0, 1]),
        ("SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND name = 'v'", &[0]),
        ("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'p' AND name = 'ix_two'", &[0]),
    ];
    let asks: Vec<String> = queries
        .iter()
        .map(|(query, columns)| {
            let query = query.replace('"', "\\\"");
            format!("    for row in op.get_bind().execute(sa.text(\"{query}\")).fetchall():\n        told([row[at] for at in {columns:?}])")
        })
        .collect();
    let told = "    def told(values):\n        op.execute('SELECT ' + ', '.join(repr(value) for value in values))\n";
    let place = Place::of("sqlite:///x.db", &[tables, &format!("{told}{}", asks.join("\n"))]);
    let database = rusqlite::Connection::open_in_memory().expect("a database");
    support::sqlite::run(&database, place.run(&["upgrade", "r0", "--sql"]).done()).expect("the tables");
    let expected: Vec<String> = queries.iter().flat_map(|(query, columns)| selected(&database, query, columns)).collect();
    let script = place.run(&["upgrade", "r0:r1", "--sql"]);
    let ours: Vec<&str> = script.done().lines().filter(|line| line.starts_with("SELECT ") && !line.contains(" FROM ")).collect();
    assert_eq!(ours, expected);
}

#[test]
fn what_sqlite_alone_can_tell_is_not_made_up() {
    let tables = "    op.create_table('u', sa.Column('a', sa.Text, unique=True), sa.Column('b', sa.Text, server_default='x'))";
    for asked in [
        "PRAGMA index_list(u)",
        "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'u'",
        "SELECT name FROM sqlite_master WHERE name = 'u'",
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name = 'u'",
    ] {
        let ask = format!("    if len(op.get_bind().execute(sa.text(\"{asked}\")).fetchall()) > 5:\n        op.execute('SELECT 5')");
        let (codes, problems) = Place::of("sqlite:///x.db", &[tables, &ask]).kept_going();
        assert_eq!(codes, ["E0203"], "{asked}: {problems}");
    }
    for (asked, condition) in [
        ("PRAGMA table_info(u)", "row[1] == 'b' and row[4] == \"'x'\""),
        ("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'u'", "'UNIQUE' in row[0]"),
    ] {
        let ask = format!(
            "    for row in op.get_bind().execute(sa.text(\"{asked}\")):\n        if {condition}:\n            op.execute('SELECT 5')"
        );
        let (codes, problems) = Place::of("sqlite:///x.db", &[tables, &ask]).kept_going();
        assert_eq!(codes, ["E0203"], "{asked}: {problems}");
    }
}

#[test]
fn a_constraint_dropped_without_a_name_is_the_last_that_the_revision_made_so() {
    let body = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True))\n    \
                op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer))\n    \
                op.create_foreign_key(None, 't', 'p', ['a'], ['id'])\n    \
                op.create_foreign_key(None, 't', 'p', ['b'], ['id'])\n    \
                op.drop_constraint(None, 't', type_='foreignkey')\n    \
                with op.batch_alter_table('t') as batch:\n        batch.drop_constraint(None, type_='foreignkey')";
    let place = Place::of("postgresql://h/d", &[body]);
    let run = place.run(&["upgrade", "head", "--sql"]);
    assert!(run.problems.contains("the constraint of `t` that is dropped without a name is taken for `t_b_fkey`"), "{}", run.problems);
    let script = run.done();
    let dropped: Vec<&str> = script.lines().filter(|line| line.contains("DROP CONSTRAINT")).collect();
    assert_eq!(dropped, ["ALTER TABLE t DROP CONSTRAINT t_b_fkey;", "ALTER TABLE t DROP CONSTRAINT t_a_fkey;"]);
}

#[test]
fn a_constraint_of_another_revision_is_not_dropped_without_a_name() {
    let first = "    op.create_table('t', sa.Column('a', sa.Integer))\n    op.create_unique_constraint(None, 't', ['a'])";
    let place = Place::of("postgresql://h/d", &[first, "    op.drop_constraint(None, 't', type_='unique')"]);
    let run = place.run(&["upgrade", "head", "--sql"]);
    assert!(run.problems.contains("the constraint of `t` to drop has no name"), "{}", run.problems);
}

#[test]
fn of_a_table_in_doubt_what_was_made_since_is_dropped_without_a_name() {
    let doubt = "    op.execute(\"DO $$ BEGIN EXECUTE 'ALTER TABLE t ' || current_setting('x'); END $$\")";
    let make = "    op.create_foreign_key(None, 't', 'p', ['a'], ['id'])";
    let tables =
        "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True))\n    op.create_table('t', sa.Column('a', sa.Integer))";
    let drop = "    op.drop_constraint(None, 't', type_='foreignkey')";
    let run = |body: &[&str]| Place::of("postgresql://h/d", &[&body.join("\n")]).run(&["upgrade", "head", "--sql"]);
    assert!(run(&[tables, doubt, make, drop]).done().contains("ALTER TABLE t DROP CONSTRAINT t_a_fkey;"));
    run(&[tables, make, doubt, drop]).refused(&["E0301"]);
}

#[test]
fn the_namespace_of_a_flask_application_is_sqlalchemys() {
    let body = "    from flask_sqlalchemy import SQLAlchemy\n    \
                db = SQLAlchemy()\n    \
                class AuditLogEntry(db.Model):\n        id = db.Column(db.Integer, primary_key=True)\n        text = db.Column(db.Text)\n    \
                class Page(db.Model):\n        __tablename__ = 'p'\n        id = db.Column(db.Integer, primary_key=True)\n    \
                class Subpage(Page):\n        more = db.Column(db.Text)\n    \
                tags = db.Table('tags', db.Column('a', db.Integer))\n    \
                session = db.Session(bind=op.get_bind())\n    \
                session.execute(sa.update(AuditLogEntry).values(text='x'))\n    \
                session.commit()\n    \
                op.execute(sa.select(Subpage.__table__))\n    \
                op.execute(sa.select(tags))\n    \
                op.execute(f\"SELECT '{db.engine.dialect.name}'\")";
    let run = Place::of("postgresql://h/d", &[body]).run(&["upgrade", "head", "--sql"]);
    let script = run.done();
    for wanted in
        ["UPDATE audit_log_entry SET text='x';", "SELECT p.id, p.more \nFROM p;", "SELECT tags.a \nFROM tags;", "SELECT 'postgresql';"]
    {
        assert!(script.contains(wanted), "{wanted} in {script}");
    }
    let body = "    from flask_sqlalchemy import SQLAlchemy\n    SQLAlchemy().session.execute(sa.text('SELECT 1'))";
    let run = Place::of("postgresql://h/d", &[body]).run(&["upgrade", "head", "--sql"]);
    assert!(run.problems.contains("E0204"), "{}", run.problems);
}

/// In a range another revision makes the table anew; a name that the upgrade gave is found too, where there is no other.
#[test]
fn what_is_dropped_without_a_name_is_found_in_a_range_too() {
    let column = "sa.Column('a', sa.Integer)";
    let unnamed = ["op.create_foreign_key(None, 't', 'p', ['a'], ['id'])", "op.drop_constraint(None, 't', type_='foreignkey')"];
    let named = ["op.create_unique_constraint('once', 't', ['a'])", "op.drop_constraint(None, 't', type_='unique')"];
    let made = "op.create_table('p', sa.Column('id', sa.Integer, primary_key=True)); op.create_table('t', sa.Column('a', sa.Integer))";
    let again = format!("op.create_table('t', {column}, sa.ForeignKeyConstraint(['a'], ['p.id']), sa.UniqueConstraint('a', name='once'))");
    let files = [
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n".to_owned()),
        ("migrations/versions/r1.py", revision_of("r1", "None", made, "pass")),
        ("migrations/versions/r2.py", revision_of("r2", "'r1'", unnamed[0], unnamed[1])),
        ("migrations/versions/r3.py", revision_of("r3", "'r2'", named[0], named[1])),
        ("migrations/versions/r4.py", revision_of("r4", "'r3'", "op.drop_table('t')", &again)),
    ];
    let place = Place::new(&files.each_ref().map(|(path, text)| (*path, text.as_str())));
    place.run(&["compile", "--plain", "--dialect", "postgresql", "--out", "out"]).done();
    let script = std::fs::read_to_string(place.path("out/postgresql/downgrade.sql")).expect("written");
    for dropped in ["ALTER TABLE t DROP CONSTRAINT once;", "ALTER TABLE t DROP CONSTRAINT t_a_fkey;"] {
        assert!(script.contains(dropped), "{script}");
    }
    // a name that the database counts is that of any of them
    place.run(&["compile", "--plain", "--dialect", "mysql", "--out", "out"]).refused(&["E0301"]);
}

#[test]
fn what_a_dialect_is_asked_over_a_connection_an_inspector_answers() {
    let body = "    op.create_table('t', sa.Column('a', sa.Integer), sa.PrimaryKeyConstraint('a', name='t_key'))\n    \
                bind = op.get_bind()\n    \
                name = bind.dialect.get_pk_constraint(bind, table_name='t')['name']\n    \
                op.drop_constraint(name, 't')\n    \
                op.execute(f\"SELECT '{bind.dialect.get_columns(bind, 't')[0]['name']}'\")";
    let script = Place::of("postgresql://h/d", &[body]).run(&["upgrade", "head", "--sql"]).done().to_owned();
    assert!(script.contains("ALTER TABLE t DROP CONSTRAINT t_key;") && script.contains("SELECT 'a';"), "{script}");
}

#[test]
fn mysql_counts_foreign_keys_and_names_unique_keys_after_their_first_column() {
    let body = "    op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), sa.UniqueConstraint('a'), sa.UniqueConstraint('a', 'b'))\n    \
                op.create_foreign_key('t_ibfk_4', 't', 't', ['a'], ['a'])\n    \
                op.create_foreign_key(None, 't', 't', ['b'], ['a'])\n    \
                op.drop_constraint(None, 't', type_='foreignkey')\n    \
                op.drop_constraint(None, 't', type_='unique')\n    \
                op.drop_constraint(None, 't', type_='unique')";
    let run = Place::of("mysql://h/d", &[body]).run(&["upgrade", "head", "--sql"]);
    let dropped: Vec<&str> = run.done().lines().filter(|line| line.contains("DROP")).collect();
    assert_eq!(dropped, ["ALTER TABLE t DROP FOREIGN KEY t_ibfk_5;", "ALTER TABLE t DROP INDEX a_2;", "ALTER TABLE t DROP INDEX a;"]);
}

/// Two branches on one table: whether the one that rebuilds it stands after the other in the order, and what it is told.
#[test]
fn a_rebuild_that_hangs_on_another_branch_is_told() {
    let revision = |id: &str, down: &str, body: &str| {
        format!(
            "from alembic import op\nimport sqlalchemy as sa\n\nrevision = '{id}'\ndown_revision = {down}\n\n\ndef upgrade():\n{body}\n\n\n\
             def downgrade():\n    pass\n"
        )
    };
    let ini = "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = sqlite:///x.db\n";
    let tables = "    op.create_table('a', sa.Column('x', sa.Integer))\n    op.create_table('b', sa.Column('x', sa.Integer))";
    let rebuild = "    with op.batch_alter_table('a') as b:\n        b.alter_column('x', nullable=False)";
    for (other, told) in
        [("op.add_column('a', sa.Column('y', sa.Integer))", true), ("op.add_column('b', sa.Column('y', sa.Integer))", false)]
    {
        let files = [
            ("migrations/versions/r0.py", revision("r0", "None", tables)),
            ("migrations/versions/r1.py", revision("r1", "'r0'", rebuild)),
            ("migrations/versions/r2.py", revision("r2", "'r0'", &format!("    {other}"))),
            ("migrations/versions/r3.py", revision("r3", "('r1', 'r2')", "    pass")),
        ];
        let mut all = vec![("alembic.ini", ini)];
        all.extend(files.iter().map(|(path, text)| (*path, text.as_str())));
        let run = Place::new(&all).run(&["compile", "--dialect", "sqlite", "--out", "out"]);
        assert_eq!(
            run.problems.contains("what revision r1 writes hangs on revisions that it does not come after"),
            told,
            "{}",
            run.problems
        );
    }
}

#[test]
fn a_table_brings_its_types() {
    let made = "    op.create_table('t', sa.Column('m', sa.Enum('a', 'b', name='mood')))";
    let renamed = "    op.execute('ALTER TYPE mood RENAME TO mood_before')\n    sa.Enum('a', 'c', name='mood').create(op.get_bind())";
    let asked = "    inspector = sa.inspect(op.get_bind())\n    if not inspector.has_table('other'):\n        \
                 op.execute('SELECT ' + ', '.join(sorted(one['name'] for one in inspector.get_enums())))";
    let script = Place::of("postgresql://h/d", &[made, renamed, asked]).run(&["upgrade", "r1:r2", "--sql"]);
    assert!(script.done().contains("SELECT mood, mood_before;"), "{}", script.done());
}

#[test]
fn keys_have_indexes_where_the_database_gives_them() {
    let tables = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True), sa.Column('code', sa.String(9), unique=True))\n    \
                  op.create_table('c', sa.Column('a', sa.Integer, sa.ForeignKey('p.id')), \
                  sa.Column('b', sa.Integer, sa.ForeignKey('p.id', name='fk_b')))";
    let asked = "    def told(table):\n        inspector = sa.inspect(op.get_bind())\n        \
                 op.execute('SELECT ' + ', '.join(one['name'] for one in inspector.get_indexes(table)))\n    \
                 told('p')\n    told('c')\n    op.drop_index('code', 'p')\n    op.create_index('ix', 'c', ['a', 'b'])\n    told('p')\n    told('c')\n    \
                 op.drop_constraint('fk_b', 'c', type_='foreignkey')\n    told('c')";
    let script = Place::of("mysql://h/d", &[tables, asked]).run(&["upgrade", "r0:r1", "--sql"]);
    let told: Vec<&str> = script.done().lines().filter(|line| line.starts_with("SELECT")).collect();
    assert_eq!(told, ["SELECT code;", "SELECT a, fk_b;", "SELECT;", "SELECT fk_b, ix;", "SELECT fk_b, ix;"]);
    let asked = "    inspector = sa.inspect(op.get_bind())\n    op.execute('SELECT ' + str(len(inspector.get_indexes('p')) + len(inspector.get_indexes('c'))))";
    let script = Place::of("postgresql://h/d", &[tables, asked]).run(&["upgrade", "r0:r1", "--sql"]);
    assert!(script.done().contains("SELECT 1;"), "{}", script.done());
}

#[test]
fn which_of_several_rows_comes_first_is_not_made_up() {
    let tables = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True))\n    \
                  op.create_table('c', sa.Column('a', sa.Integer, sa.ForeignKey('p.id')), sa.Column('b', sa.Integer, sa.ForeignKey('p.id')))";
    let query = "op.get_bind().execute(sa.text(\"SELECT conname FROM pg_constraint WHERE conrelid = 'c'::regclass AND contype = 'f'\"))";
    let first = format!("    op.execute('SELECT ' + {query}.scalar())");
    let (codes, problems) = Place::of("postgresql://h/d", &[tables, &first]).kept_going();
    assert_eq!(codes, ["E0203"], "{problems}");
    let all = format!("    op.execute('SELECT ' + ', '.join(sorted(row[0] for row in {query})))");
    let script = Place::of("postgresql://h/d", &[tables, &all]).run(&["upgrade", "r0:r1", "--sql"]);
    assert!(script.done().contains("SELECT c_a_fkey, c_b_fkey;"), "{}", script.done());
}
