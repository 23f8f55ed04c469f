//! What the replay knows of a chain on SQLite, beside what it could follow to the end.

mod support;

use support::place::Place;

/// A project of revisions, one after the other: each an `upgrade()`'s body.
fn project(url: &str, bodies: &[&str]) -> Place {
    let ini = format!("[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = {url}\n");
    let revisions: Vec<(String, String)> = bodies
        .iter()
        .enumerate()
        .map(|(at, body)| {
            let down = if at == 0 { "None".to_owned() } else { format!("'r{}'", at - 1) };
            let text = format!(
                "from alembic import op\nimport sqlalchemy as sa\n\nrevision = 'r{at}'\ndown_revision = {down}\n\n\n\
                 def upgrade():\n{body}\n\n\ndef downgrade():\n    pass\n"
            );
            (format!("migrations/versions/r{at}.py"), text)
        })
        .collect();
    let mut files = vec![("alembic.ini", ini.as_str())];
    files.extend(revisions.iter().map(|(path, text)| (path.as_str(), text.as_str())));
    Place::new(&files)
}

#[test]
fn a_connection_tells_the_databases_address_and_description() {
    let body = "    url = op.get_bind().engine.url\n    op.execute(f\"SELECT '{url}', '{op.get_bind().dialect.dialect_description}'\")";
    for (url, shown) in [("sqlite:///x.db", "sqlite:///x.db"), ("postgresql://u:secret@h/d", "sqlite://")] {
        let place = project(url, &[body]);
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
        let run = project(url, &[body]).run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]);
        assert!(run.done().contains(&format!("-- {shown};")), "{url}: {}", run.told);
        assert!(run.problems.contains("the database's address is taken to be") && !run.problems.contains("cret"), "{}", run.problems);
    }
    let password = project("sqlite://me:secret@h/d", &["    op.execute(op.get_bind().engine.url.password)"]);
    password.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]).refused(&["E0202"]);
    let other = project("postgresql://h/d", &["    op.execute(op.get_bind().engine.url.database)"]);
    other.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]).refused(&["E0202"]);
}

/// What SQL text makes is there, whether the rest of the text is understood or not.
#[test]
fn a_table_whose_text_is_not_understood_is_there() {
    let made = "    op.execute('CREATE TABLE u (x INT, CHECK (x IS 5))')";
    let asked = "    if not sa.inspect(op.get_bind()).has_table('u'):\n        op.create_table('u', sa.Column('x', sa.Integer))";
    let place = project("sqlite:///x.db", &[made, asked]);
    assert_eq!(place.run(&["upgrade", "head", "--sql"]).done().matches("CREATE TABLE u").count(), 1);
    place.write("before.sql", "CREATE TABLE u (x INT, CHECK (x IS 5));");
    place.write("aludel.toml", "baseline = 'before.sql'\n");
    assert_eq!(place.run(&["upgrade", "r0:head", "--sql"]).done().matches("CREATE TABLE u").count(), 0);
    let rebuilt = "    with op.batch_alter_table('u') as b:\n        b.alter_column('x', nullable=False)";
    let place = project("sqlite:///x.db", &[made, rebuilt]);
    place.run(&["upgrade", "head", "--sql"]).refused(&["E0401"]);
}

const TABLES: &str = "    op.create_table('a', sa.Column('id', sa.Integer, primary_key=True), sa.Column('x', sa.String(5)))\n    \
                      op.create_table('b', sa.Column('id', sa.Integer, primary_key=True), sa.Column('x', sa.String(5)))";

/// What is said of a chain whose second revision has this body, and whose third rebuilds `a`: the codes of errors, in order, and all of it.
fn after(second: &str) -> (Vec<String>, String) {
    rebuilding(second, "a")
}

fn rebuilding(second: &str, table: &str) -> (Vec<String>, String) {
    let rebuild = format!("    with op.batch_alter_table('{table}') as b:\n        b.alter_column('x', nullable=False)");
    told(&[TABLES, second, &rebuild])
}

fn told(bodies: &[&str]) -> (Vec<String>, String) {
    let place = project("sqlite:///x.db", bodies);
    let run = place.run(&["compile", "--keep-going", "--plain", "--dialect", "sqlite", "--out", "out"]);
    let codes = run.problems.lines().filter(|line| line.len() == 5 && line.starts_with("E0")).map(str::to_owned).collect();
    (codes, run.problems.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Asserts that only the second revision fails, with this code.
#[track_caller]
fn leaves_the_table_known(second: &str, code: &str) {
    let (codes, problems) = after(second);
    assert_eq!(codes, [code], "{problems}");
}

/// Asserts that the rebuild after the failing revision is refused, and shows where it became unknown.
#[track_caller]
fn leaves_the_table_unknown(second: &str, code: &str) {
    let (codes, problems) = after(second);
    assert_eq!(codes, [code, "E0401"], "{problems}");
    assert!(problems.contains("not enough is known of the table `a` to rebuild it"), "{problems}");
    assert!(problems.contains("this revision can't be compiled, so what it does here is not known"), "{problems}");
    let (codes, problems) = rebuilding(second, "b");
    assert_eq!(codes, [code], "{problems}");
}

#[test]
fn a_loop_over_rows_that_works_on_rows_changes_no_table() {
    leaves_the_table_known(
        "    a = sa.table('a', sa.column('id'), sa.column('x'))
    conn = op.get_bind()
    for row in conn.execute(sa.text('SELECT id, x FROM a')).fetchall():
        if row.x is None:
            continue
        conn.execute(sa.update(a).where(a.c.id == row.id).values(x=row.x.strip()))
        conn.execute(sa.text('UPDATE a SET x = :x').params(x=row.x))
        op.execute(f\"UPDATE a SET x = '{row.x}'\")
        op.execute(\"DELETE FROM a WHERE x = '%s'\" % row.x)",
        "E0203",
    );
}

#[test]
fn what_stands_after_what_is_lost_is_known() {
    let (codes, problems) = told(&[
        TABLES,
        "    if op.get_bind().execute(sa.text('SELECT 1')).scalar():
        op.execute('DELETE FROM a')
    op.add_column('a', sa.Column('y', sa.Integer))
    op.create_table('c', sa.Column('z', sa.Integer))",
        "    with op.batch_alter_table('a') as b:\n        b.alter_column('y', nullable=False)\n    op.add_column('c', sa.Column('w', sa.Integer))",
    ]);
    assert_eq!(codes, ["E0203"], "{problems}");
}

#[test]
fn a_batch_of_updates_until_none_is_left_changes_no_table() {
    leaves_the_table_known(
        "    with op.get_context().autocommit_block():
        conn = op.get_bind()
        while True:
            done = conn.execute(sa.text('UPDATE a SET x = 1 WHERE id IN (SELECT id FROM a WHERE x IS NULL LIMIT 500)'))
            if done.rowcount <= 0:
                break",
        "E0203",
    );
}

#[test]
fn a_statement_that_only_fails_to_be_made_changes_no_table() {
    leaves_the_table_known(
        "    a = sa.table('a', sa.column('x'))
    for row in op.get_bind().execute(sa.select(a)):
        statement = sa.select([a.c.x]).where(a.c.x == row.x)
        found = op.get_bind().execute(statement)",
        "E0203",
    );
}

#[test]
fn a_way_that_ends_in_a_raise_is_not_the_one_that_was_taken() {
    leaves_the_table_known(
        "    if op.get_bind().execute(sa.text('SELECT 1')).scalar():
        op.drop_column('a', 'x')
        raise RuntimeError('no')",
        "E0203",
    );
}

#[test]
fn what_raises_while_a_file_is_loaded_is_not_what_happens() {
    let files = [
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = .\n"),
        (
            "fields.py",
            "class Fields:\n    ready = False\n\n    def make(self):\n        if not self.ready:\n            raise RuntimeError('not ready')\n",
        ),
        (
            "migrations/versions/r0.py",
            "from alembic import op\nimport sqlalchemy as sa\nfrom fields import Fields\n\nrevision = 'r0'\ndown_revision = None\n\n\n\
             class A:\n    field = Fields().make()\n\n\ndef upgrade():\n    op.create_table('a', sa.Column('id', sa.Integer, primary_key=True), sa.Column('x', sa.Integer))\n\n\n\
             def downgrade():\n    pass\n",
        ),
        (
            "migrations/versions/r1.py",
            "from alembic import op\n\nrevision = 'r1'\ndown_revision = 'r0'\n\n\ndef upgrade():\n    with op.batch_alter_table('a') as b:\n        \
             b.alter_column('x', nullable=False)\n\n\ndef downgrade():\n    pass\n",
        ),
    ];
    let run = Place::new(&files).run(&["compile", "--keep-going", "--plain", "--dialect", "sqlite", "--out", "out"]);
    let codes: Vec<&str> = run.problems.lines().filter(|line| line.len() == 5 && line.starts_with("E0")).collect();
    assert_eq!(codes, ["E0205", "E0205"], "{}", run.problems);
}

#[test]
fn what_only_one_way_does_is_in_doubt() {
    for second in [
        "    if op.get_bind().execute(sa.text('SELECT 1')).scalar():\n        op.add_column('a', sa.Column('y', sa.Integer))",
        "    if op.get_bind().execute(sa.text('SELECT 1')).scalar():\n        return\n    op.add_column('a', sa.Column('y', sa.Integer))",
        "    for row in op.get_bind().execute(sa.text('SELECT 1')):\n        op.add_column('a', sa.Column(row.name, sa.Integer))",
        "    for row in op.get_bind().execute(sa.text('SELECT 1')):\n        op.execute(f'ALTER TABLE a ADD COLUMN {row.name} INTEGER')",
        "    with op.batch_alter_table('a') as batch:
        if op.get_bind().execute(sa.text('SELECT 1')).scalar():
            batch.drop_column('x')",
        "    def again(table):
        if op.get_bind().execute(sa.text('SELECT 1')).scalar():
            return False
        op.drop_table(table)
        return True
    for table in ['a']:
        again(table)",
        "    while True:
        if op.get_bind().execute(sa.text('SELECT 1')).scalar():
            break
        op.add_column('a', sa.Column('y', sa.Integer))",
        "    name = op.get_bind().execute(sa.text('SELECT 1')).scalar()
    if name:
        what = 'a'
    else:
        what = 'b'
    op.execute(f'ALTER TABLE a RENAME TO {what}2')",
    ] {
        leaves_the_table_unknown(second, "E0203");
    }
}

#[test]
fn what_a_handler_does_is_in_doubt_where_it_may_have_run() {
    leaves_the_table_unknown(
        "    from project import helper
    try:
        helper(1)
    except Exception:
        op.drop_column('a', 'x')",
        "E0204",
    );
}

#[test]
fn what_is_handed_the_database_and_is_not_known_may_have_done_anything() {
    let (codes, problems) = rebuilding("    from project import helper\n    helper(op.get_bind())", "b");
    assert_eq!(codes, ["E0204", "E0401"], "{problems}");
}

#[test]
fn a_table_that_a_lost_piece_names_may_have_been_made_there() {
    let lost = "    from project import helper\n    helper('c')";
    let guard = "    if not sa.inspect(op.get_bind()).has_table('c'):\n        op.create_table('c', sa.Column('id', sa.Integer))";
    let (codes, problems) = told(&[TABLES, lost, guard]);
    assert_eq!(codes, ["E0204", "E0402"], "{problems}");
    let (codes, problems) = told(&[TABLES, lost, &guard.replace("'c'", "'d'")]);
    assert_eq!(codes, ["E0204"], "{problems}");
}

#[test]
fn what_works_on_a_table_that_only_the_database_names_may_have_changed_any() {
    for done in [
        "op.drop_table(row.x)",
        "op.drop_column(row.x, 'y')",
        "op.rename_table(row.x, 'c')",
        "op.execute(row.x)",
        "op.execute(f'DROP TABLE IF EXISTS {row.x}')",
        "op.execute(f'UPDATE b SET x = 1; ALTER TABLE {row.x} DROP COLUMN y')",
        "op.get_bind().execute(sa.text('ALTER TABLE ' + row.x + ' DROP COLUMN y'))",
    ] {
        let second = format!("    for row in op.get_bind().execute(sa.text('SELECT x FROM b')):\n        {done}");
        let (codes, problems) = rebuilding(&second, "a");
        assert_eq!(codes, ["E0203", "E0401"], "{done}: {problems}");
    }
}

#[test]
fn how_a_statement_begins_tells_what_it_works_on() {
    for done in [
        "op.execute('UPDATE b ' + 'SET x = ' + str(row.x) + ' WHERE id = ' + str(row.id))",
        "op.execute('UPDATE {} SET x = {}'.format('b', row.x))",
        "op.execute(f\"UPDATE b SET x = ';' WHERE id = {row.id}; DELETE FROM b WHERE x = {row.x};\")",
        "op.execute('UPDATE %s SET x = %s' % ('b', row.x))",
        "op.execute(f'\\n-- rows\\nWITH q AS (SELECT 1) DELETE FROM b WHERE x = {row.x}')",
        "op.execute(f'ALTER TABLE b DROP COLUMN {row.x}')",
    ] {
        let second = format!("    for row in op.get_bind().execute(sa.text('SELECT id, x FROM b')):\n        {done}");
        leaves_the_table_known(&second, "E0203");
    }
}

#[test]
fn a_comprehension_over_rows_may_have_done_what_its_element_does() {
    let rows = "    rows = op.get_bind().execute(sa.text('SELECT x FROM b')).all()\n    from pydantic import BaseModel as Kind\n";
    leaves_the_table_known(
        &format!("{rows}    made = [Kind(row.x) for a in rows]\n    made = {{str(a): Kind(a) for a in rows if a.x}}"),
        "E0203",
    );
    leaves_the_table_unknown(&format!("{rows}    [op.drop_column('a', 'x') for row in rows]"), "E0203");
}

#[test]
fn an_operation_that_can_not_be_bound_leaves_one_table_in_doubt() {
    let second = "    from project import kind\n    op.add_column('a', sa.Column('y', kind, sa.ForeignKey('b.id')))";
    leaves_the_table_unknown(second, "E0202");
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
    let place = project("sqlite:///x.db", &[body]);
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
    let place = project("sqlite:///x.db", &[tables, &format!("{told}{}", asks.join("\n"))]);
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
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'u'",
    ] {
        let ask = format!("    if len(op.get_bind().execute(sa.text(\"{asked}\")).fetchall()) > 5:\n        op.execute('SELECT 5')");
        let (codes, problems) = told(&[tables, &ask]);
        assert_eq!(codes, ["E0203"], "{asked}: {problems}");
    }
    let ask = "    for row in op.get_bind().execute(sa.text('PRAGMA table_info(u)')):\n        if row[1] == 'b' and row[4] == \"'x'\":\n            op.execute('SELECT 5')";
    let (codes, problems) = told(&[tables, ask]);
    assert_eq!(codes, ["E0203"], "{problems}");
}

#[test]
fn a_constraint_dropped_without_a_name_is_the_last_that_the_revision_made_so() {
    let body = "    op.create_table('p', sa.Column('id', sa.Integer, primary_key=True))\n    \
                op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer))\n    \
                op.create_foreign_key(None, 't', 'p', ['a'], ['id'])\n    \
                op.create_foreign_key(None, 't', 'p', ['b'], ['id'])\n    \
                op.drop_constraint(None, 't', type_='foreignkey')\n    \
                with op.batch_alter_table('t') as batch:\n        batch.drop_constraint(None, type_='foreignkey')";
    let place = project("postgresql://h/d", &[body]);
    let run = place.run(&["upgrade", "head", "--sql"]);
    assert!(run.problems.contains("the constraint of `t` that is dropped without a name is taken for `t_b_fkey`"), "{}", run.problems);
    let script = run.done();
    let dropped: Vec<&str> = script.lines().filter(|line| line.contains("DROP CONSTRAINT")).collect();
    assert_eq!(dropped, ["ALTER TABLE t DROP CONSTRAINT t_b_fkey;", "ALTER TABLE t DROP CONSTRAINT t_a_fkey;"]);
}

#[test]
fn a_constraint_of_another_revision_is_not_dropped_without_a_name() {
    let first = "    op.create_table('t', sa.Column('a', sa.Integer))\n    op.create_unique_constraint(None, 't', ['a'])";
    let place = project("postgresql://h/d", &[first, "    op.drop_constraint(None, 't', type_='unique')"]);
    let run = place.run(&["upgrade", "head", "--sql"]);
    assert!(run.problems.contains("the constraint of `t` to drop has no name"), "{}", run.problems);
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
    let run = project("postgresql://h/d", &[body]).run(&["upgrade", "head", "--sql"]);
    let script = run.done();
    for wanted in
        ["UPDATE audit_log_entry SET text='x';", "SELECT p.id, p.more \nFROM p;", "SELECT tags.a \nFROM tags;", "SELECT 'postgresql';"]
    {
        assert!(script.contains(wanted), "{wanted} in {script}");
    }
    let body = "    from flask_sqlalchemy import SQLAlchemy\n    SQLAlchemy().session.execute(sa.text('SELECT 1'))";
    let run = project("postgresql://h/d", &[body]).run(&["upgrade", "head", "--sql"]);
    assert!(run.problems.contains("E0204"), "{}", run.problems);
}

#[test]
fn what_a_dialect_is_asked_over_a_connection_an_inspector_answers() {
    let body = "    op.create_table('t', sa.Column('a', sa.Integer), sa.PrimaryKeyConstraint('a', name='t_key'))\n    \
                bind = op.get_bind()\n    \
                name = bind.dialect.get_pk_constraint(bind, table_name='t')['name']\n    \
                op.drop_constraint(name, 't')\n    \
                op.execute(f\"SELECT '{bind.dialect.get_columns(bind, 't')[0]['name']}'\")";
    let script = project("postgresql://h/d", &[body]).run(&["upgrade", "head", "--sql"]).done().to_owned();
    assert!(script.contains("ALTER TABLE t DROP CONSTRAINT t_key;") && script.contains("SELECT 'a';"), "{script}");
}

#[test]
fn loops_within_loops_over_rows_are_followed_in_good_time() {
    let depth = 24;
    let mut second = String::from("    rows = op.get_bind().execute(sa.text('SELECT id FROM a'))\n");
    for level in 0..depth {
        second += &format!("{}for r{level} in rows:\n", "    ".repeat(level + 1));
    }
    second += &format!("{}op.execute('UPDATE a SET x = 1')", "    ".repeat(depth + 1));
    leaves_the_table_known(&second, "E0203");
}

#[test]
fn a_function_that_calls_itself_over_rows_is_followed_in_good_time() {
    let second = "    def walk(node, level):
        for key, part in node.items():
            if isinstance(part, dict):
                walk(part, level + 1)
            elif part:
                walk({'x': part}, level + 1)
            else:
                walk(node[key], level)
    for row in op.get_bind().execute(sa.text('SELECT x FROM a')):
        walk(row.x, 0)
        op.execute('UPDATE a SET x = 1')";
    leaves_the_table_known(second, "E0203");
}

#[test]
fn what_a_function_that_calls_itself_is_handed_is_in_doubt() {
    let second = "    def walk(row, table):
        if row:
            op.drop_column(table, 'x')
            walk(row[0], 'a')
    walk(op.get_bind().execute(sa.text('SELECT x FROM a')).first(), 'b')";
    for table in ["a", "b"] {
        let (codes, problems) = rebuilding(second, table);
        assert_eq!(codes, ["E0203", "E0401"], "{table}: {problems}");
    }
}

#[test]
fn mysql_counts_foreign_keys_and_names_unique_keys_after_their_first_column() {
    let body = "    op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer), sa.UniqueConstraint('a'), sa.UniqueConstraint('a', 'b'))\n    \
                op.create_foreign_key('t_ibfk_4', 't', 't', ['a'], ['a'])\n    \
                op.create_foreign_key(None, 't', 't', ['b'], ['a'])\n    \
                op.drop_constraint(None, 't', type_='foreignkey')\n    \
                op.drop_constraint(None, 't', type_='unique')\n    \
                op.drop_constraint(None, 't', type_='unique')";
    let run = project("mysql://h/d", &[body]).run(&["upgrade", "head", "--sql"]);
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
    let rebuild = "    with op.batch_alter_table('a') as b:\n        b.alter_column('x', nullable=False)";
    for (other, told) in
        [("op.add_column('a', sa.Column('y', sa.Integer))", true), ("op.add_column('b', sa.Column('y', sa.Integer))", false)]
    {
        let files = [
            ("migrations/versions/r0.py", revision("r0", "None", TABLES)),
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
