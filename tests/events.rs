//! Listeners to tables, where no reference says what they come to (`golden/cases/ddl.toml` has those where one does).

mod support;

use support::place::Place;

const INI: &str = "[alembic]\nscript_location = %(here)s/migrations\nsqlalchemy.url = postgresql://h/d\n";

fn project(listening: &str, upgrade: &str) -> Place {
    let text = format!(
        "import sqlalchemy as sa\nfrom alembic import context, op\n\nrevision = 'r0'\ndown_revision = None\n\
         m = sa.MetaData()\nt = sa.Table('t', m, sa.Column('id', sa.Integer))\n{listening}\n\n\ndef upgrade():\n{upgrade}\n\n\n\
         def downgrade():\n    pass\n"
    );
    Place::new(&[("alembic.ini", INI), ("migrations/versions/r0.py", text.as_str())])
}

#[test]
fn whoever_listens_to_every_table_is_refused() {
    for listening in [
        "sa.event.listen(sa.Table, 'after_create', sa.DDL('HEARD'))",
        "sa.event.listen(target=sa.MetaData, identifier='before_drop', fn=sa.DDL('HEARD'))",
        "@sa.event.listens_for(sa.Table, 'before_parent_attach')\ndef heard(*given):\n    pass",
    ] {
        let run = project(listening, "    op.create_table('u', sa.Column('id', sa.Integer))").run(&["upgrade", "head", "--sql"]);
        run.refused(&["E0201"]);
        assert!(run.problems.contains("of every object of a class is not followed"), "{}", run.problems);
    }
}

#[test]
fn what_an_attempt_listened_to_is_not_heard_in_the_next() {
    let upgrade = "    sa.event.listen(t, 'after_create', sa.DDL('HEARD'))\n    if context.is_offline_mode():\n        raise RuntimeError('no')\n    \
                   t.create(op.get_bind(), checkfirst=False)";
    let run = project("", upgrade).run(&["upgrade", "head", "--sql"]);
    let script = run.done();
    assert_eq!(script.matches("HEARD").count(), 1, "{script}");
}
