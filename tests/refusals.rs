//! What can't be written: told where it stands, raised where Alembic raises and the revision catches it, and never passed over.

mod support;

use support::place::{Done, Place};

fn run_on(imports: &str, upgrade: &str, dialect: &str) -> Done {
    let revision = format!(
        "import sqlalchemy as sa\nimport sqlalchemy.orm\nfrom alembic import op\n{imports}\n\nrevision = 'r1'\ndown_revision = None\n\n\n\
         def upgrade():\n    op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.Integer))\n{upgrade}\n\n\n\
         def downgrade():\n    pass\n"
    );
    let place =
        Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", &revision)]);
    place.run(&["upgrade", "head", "--sql", "--dialect", dialect])
}

#[test]
fn what_the_dialect_can_not_say_is_raised_where_it_is_caught() {
    let tried = "    try:\n        op.drop_constraint('u', 't')\n    except Exception:\n        op.drop_index('u', table_name='t')";
    let run = run_on("", tried, "mysql");
    assert!(run.done().contains("DROP INDEX u ON t;"), "{}", run.told);
    run_on("", "    op.drop_constraint('u', 't')", "mysql").refused(&["E0602"]);
}

#[test]
fn what_could_not_be_said_and_was_caught_was_not_made() {
    let tried = "    try:\n        op.create_table('w', sa.Column('a', sa.dialects.postgresql.INET()))\n    except Exception:\n        pass\n    \
                 op.execute(f\"-- {'w' in sa.inspect(op.get_bind()).get_table_names()}\")";
    let run = run_on("import sqlalchemy.dialects.postgresql", tried, "mysql");
    assert!(run.done().contains("-- False") && !run.told.contains("CREATE TABLE w"), "{}", run.told);
}

#[test]
fn an_operation_at_the_top_of_a_file_is_refused_whatever_is_caught() {
    run_on("op.execute('SELECT 1')", "    pass", "postgresql").refused(&["E0201"]);
    run_on("try:\n    op.execute('SELECT 1')\nexcept NameError:\n    pass", "    pass", "postgresql").refused(&["E0201"]);
}

#[test]
fn what_is_called_at_the_top_of_a_file_and_not_known_is_an_error_where_it_is_needed_or_handed_the_means() {
    let imports = "from nowhere import settings\n\nname = settings()";
    assert!(run_on(imports, "    op.drop_table('t')", "postgresql").done().contains("DROP TABLE t;"));
    run_on(imports, "    op.drop_table(name)", "postgresql").refused(&["E0202"]);
    run_on("from nowhere import seed\n\nseed(op)", "    pass", "postgresql").refused(&["E0204"]);
}

#[test]
fn what_a_session_changes_without_sql_is_refused() {
    let session = "    session = sa.orm.Session(bind=op.get_bind())\n    t = sa.table('t', sa.column('id'))\n";
    for deed in [
        "    session.query(t).delete(delete_args={'mysql_limit': 1})",
        "    session.query(t).update()",
        "    getattr(session.query(t).order_by(t.c.id), 'delete')()",
        "    session.query(t).join(t).filter(t.c.id > 1).delete()",
        "    session.query(t).order_by(t.c.id).update({'id': 1})",
        "    try:\n        session.query(t.c.id).delete()\n    except Exception:\n        pass",
        "    session.query(t).first().id = 3\n    session.commit()",
        "    session.query(t).first().data['a'] = 3\n    session.commit()",
    ] {
        run_on("", &format!("{session}{deed}"), "postgresql").refused(&["E0201"]);
    }
    run_on("", &format!("{session}    row = session.query(t).first()"), "postgresql").done();
}

#[test]
fn what_a_narrowed_query_of_a_session_changes_is_a_statement() {
    let models = "from sqlalchemy.orm import Session, declarative_base\n\n\nclass M(declarative_base()):\n    __tablename__ = 'm'\n    \
                  id = sa.Column(sa.Integer, primary_key=True)\n    name_ = sa.Column('name', sa.String)\n    level = sa.Column(sa.Integer)";
    let upgrade = "    session = Session(bind=op.get_bind())\n    t = sa.table('t', sa.column('id'))\n    \
                   session.query(M).filter(M.id > 3, M.name_.is_(None)).filter_by(level=1).update({'name_': 'y', M.level: M.id}, synchronize_session=False)\n    \
                   session.query(t).where(t.c.id == 1).delete()\n    session.commit()";
    let run = run_on(models, upgrade, "postgresql");
    // as a connected session sends it
    let updated = "UPDATE m SET name='y', level=m.id WHERE m.id > 3 AND m.name IS NULL AND m.level = 1;\n\nDELETE FROM t WHERE t.id = 1;";
    assert!(run.done().contains(updated), "{}", run.told);
}

#[test]
fn no_condition_of_a_query_of_a_session_is_left_out() {
    let session = "    session = sa.orm.Session(bind=op.get_bind())\n    t = sa.table('t', sa.column('id'))\n    \
                   ids = [row[0] for row in op.get_bind().execute(sa.text('SELECT id FROM t'))]\n    row = op.get_bind().execute(sa.text('SELECT id FROM t')).mappings().first()\n";
    for deed in [
        "    session.query(t).filter(*[t.c.id == number for number in ids]).delete()",
        "    session.query(t).filter_by(**row).delete()",
        "    session.query(t).filter(t.c.id == ids[0]).update({'id': 1})",
    ] {
        let run = run_on("", &format!("{session}{deed}"), "postgresql");
        assert_eq!((run.status, run.told.as_str()), (Some(2), ""), "{run:?}");
    }
    let by_name = run_on(
        "",
        "    t = sa.table('t', sa.column('id'))\n    getattr(sa.orm.Session(bind=op.get_bind()).query(t), 'delete')(False)",
        "postgresql",
    );
    assert!(by_name.done().contains("DELETE FROM t;"), "{by_name:?}");
}

#[test]
fn parts_of_a_table_are_not_taken_for_the_whole() {
    let models = "import datetime\nfrom sqlalchemy.orm import Session, declarative_base\n\nBase = declarative_base()\n\n\n\
                  class P(Base):\n    __tablename__ = 'm'\n    id = sa.Column(sa.Integer, primary_key=True)\n    kind = sa.Column(sa.String)\n    \
                  __mapper_args__ = {'polymorphic_on': kind}\n\n\nclass E(P):\n    __mapper_args__ = {'polymorphic_identity': 'e'}\n\n\n\
                  class T(Base):\n    __tablename__ = 'n'\n    id = sa.Column(sa.Integer, primary_key=True)\n    at = sa.Column(sa.DateTime, onupdate=datetime.datetime.now)\n    \
                  by = sa.Column(sa.String, onupdate='me')";
    for deed in [
        "    op.execute(sa.delete(E))",
        "    op.execute(sa.update(E).values(kind='x'))",
        "    op.execute(sa.select(E))",
        "    Session(bind=op.get_bind()).query(E).delete()",
    ] {
        let run = run_on(models, deed, "postgresql");
        assert_eq!((run.status, run.told.as_str()), (Some(2), ""), "{deed}: {run:?}");
    }
    assert!(run_on(models, "    op.execute(sa.delete(P))", "postgresql").done().contains("DELETE FROM m;"));
    let updated = run_on(models, "    Session(bind=op.get_bind()).query(T).update({'id': 1})", "postgresql");
    assert!(updated.done().contains("UPDATE n SET id=1, at='1970-01-01 00:00:00', by='me';"), "{updated:?}");
    assert!(updated.problems.contains("L503"), "{updated:?}");
}
