//! What is known of the tables on SQLite after a step that can't be compiled.

mod support;

use support::place::Place;

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
    Place::of("sqlite:///x.db", bodies).kept_going()
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

/// What a handler does for what the database surely refuses is what happens, whatever else was tried to get past the loss.
#[test]
fn what_a_handler_surely_does_is_known_after_what_is_lost() {
    let (codes, problems) = told(&[
        TABLES,
        "    try:
        op.create_table('a', sa.Column('id', sa.Integer))
    except sa.exc.OperationalError:
        op.add_column('a', sa.Column('y', sa.Integer))
    if op.get_bind().execute(sa.text('SELECT 1')).scalar():
        op.execute('DELETE FROM a')",
        "    with op.batch_alter_table('a') as b:\n        b.alter_column('y', nullable=False)",
    ]);
    assert_eq!(codes, ["E0203"], "{problems}");
    leaves_the_table_known(
        "    from alembic import context
    if context.is_offline_mode():
        raise RuntimeError('online alone')
    if op.get_bind().execute(sa.text('SELECT 1')).scalar():
        op.execute('DELETE FROM a')",
        "E0203",
    );
}

#[test]
fn what_is_said_in_a_log_changes_no_table() {
    leaves_the_table_known(
        "    import logging
    log = logging.getLogger(__name__)
    for row in op.get_bind().execute(sa.text('SELECT id FROM b')):
        if row.id:
            log.info('rows of a')
    log.info('all of a')",
        "E0203",
    );
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
    let (codes, problems) = Place::new(&files).kept_going();
    assert_eq!(codes, ["E0205", "E0205"], "{problems}");
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
        "op.execute('UPDATE b SET x = 1; ' + row.x)",
        "op.execute(f\"SELECT 1; -- it's\\nDROP TABLE {row.x}; SELECT 'a'\")",
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
