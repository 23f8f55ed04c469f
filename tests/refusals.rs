//! What can't be written: told where it stands, raised where Alembic raises and the revision catches it, and never passed over.

mod support;

use support::place::{Done, Place};

fn run_on(imports: &str, upgrade: &str, dialect: &str) -> Done {
    run_with(imports, upgrade, &["--dialect", dialect])
}

fn run_with(imports: &str, upgrade: &str, options: &[&str]) -> Done {
    let revision = format!(
        "import sqlalchemy as sa\nimport sqlalchemy.orm\nfrom alembic import op\n{imports}\n\nrevision = 'r1'\ndown_revision = None\n\n\n\
         def upgrade():\n    op.create_table('t', sa.Column('id', sa.Integer, primary_key=True), sa.Column('a', sa.Integer))\n{upgrade}\n\n\n\
         def downgrade():\n    pass\n"
    );
    let place =
        Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", &revision)]);
    place.run(&[&["upgrade", "head", "--sql"], options].concat())
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
    run_on("", &format!("{session}    rows = session.query(t.c.id).filter_by(id=None).all()"), "postgresql").done();
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

const BROKEN_MODELS: [(&str, &str); 2] = [
    ("base.py", "from sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n"),
    (
        "models.py",
        "import sqlalchemy as sa\nfrom base import Base\nfrom nowhere import name\n\n\nclass T(Base):\n    __tablename__ = name()\n    id = sa.Column(sa.Integer, primary_key=True)\n\n\nclass Other(int):\n    x = 1 / 0\n",
    ),
];

fn run_with_models(models: &str) -> Done {
    let revision = "import models\nfrom alembic import op\nfrom base import Base\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    Base.metadata.create_all(op.get_bind())\n\n\ndef downgrade():\n    pass\n";
    let ini = "[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = %(here)s\n";
    let files = [("alembic.ini", ini), ("migrations/versions/r1.py", revision), BROKEN_MODELS[0], ("models.py", models)];
    Place::new(&files).run(&["upgrade", "head", "--sql", "--dialect", "postgresql"])
}

#[test]
fn a_model_that_can_not_be_followed_is_not_left_out_of_all_tables() {
    let models = BROKEN_MODELS[1].1;
    let run = run_with_models(models);
    run.refused(&["E0202"]);
    assert!(run.problems.contains("which tables this `MetaData` holds is not known"), "{}", run.problems);
    let followed = run_with_models(&models.replace("name()", "'t'"));
    assert!(followed.done().contains("CREATE TABLE t ("), "{}", followed.problems);
}

#[test]
fn a_branch_label_that_is_not_known_is_told_of_and_an_id_that_is_not_known_is_an_error() {
    let labelled = "from nowhere import LABEL\n\nbranch_labels = (LABEL,)";
    let run = run_on(labelled, "    pass", "postgresql");
    assert!(run.done().contains("CREATE TABLE t (") && run.problems.contains("E0202"), "{}", run.problems);
    run_on("from nowhere import OTHER\n\ndepends_on = (OTHER,)", "    pass", "postgresql").refused(&["E0202"]);
    run_on("branch_labels = tuple(range(2))", "    pass", "postgresql").refused(&["E0509"]);
}

#[test]
fn what_is_asked_of_an_unknown_table_goes_the_way_it_goes_offline_where_that_is_caught() {
    let asked = "    op.drop_column('old', 'x')\n    try:\n        names = [c['name'] for c in sa.inspect(op.get_bind()).get_columns('older')]\n    except Exception:\n        names = []\n    op.execute(f'-- {names}')";
    let run = run_on("", asked, "postgresql");
    assert!(run.done().contains("-- []") && run.problems.contains("L501"), "{}", run.problems);
    let outside = asked
        .replace("    try:\n", "    i = sa.inspect(op.get_bind())\n    try:\n")
        .replace("sa.inspect(op.get_bind()).get_columns", "i.get_columns");
    run_on("", &outside, "postgresql").refused(&["E0402"]);
}

/// What a query gives: offline, Alembic's connection gives `None`, and what comes of that the revision may catch.
#[test]
fn what_only_a_query_tells_goes_the_way_it_goes_offline_where_that_is_asked_for_and_is_a_way() {
    let offline = ["--dialect", "postgresql", "--assume", "offline"];
    let caught = |call: &str| {
        format!(
            "    try:\n        op.add_column('t', sa.Column('b', sa.Integer))\n        found = {call}\n    except Exception:\n        found = None\n    if found:\n        op.execute('UPDATE t SET a = 1')\n    op.execute('SELECT 2')"
        )
    };
    for call in [
        "op.get_bind().execute(sa.text('SELECT 1')).fetchone()",
        "op.get_bind().scalar(sa.text('SELECT 1'))",
        "sa.orm.Session(bind=op.get_bind()).execute(sa.text('SELECT 1')).fetchone()",
        "sa.orm.Session(bind=op.get_bind()).query(sa.table('t')).first()",
        "[row for row in sa.orm.Session(bind=op.get_bind()).query(sa.table('t')).order_by('a')]",
        "op.get_bind().execute(sa.text('SELECT 1'))[0]",
        "op.get_bind().execute(sa.text('SELECT 1')).fetchone() if sa.inspect(op.get_bind()).has_table('t') else 1",
        "op.get_bind().execute(sa.select(sa.Table('t', sa.MetaData(), autoload_with=op.get_bind()))).fetchone()",
    ] {
        let error = run_on("", &caught(call), "postgresql");
        error.refused(&["E0203"]);
        assert!(error.problems.contains("--assume offline"), "{call}: {}", error.problems);
        let run = run_with("", &caught(call), &offline);
        assert!(run.done().contains("SELECT 2;") && !run.done().contains("UPDATE t"), "{call}: {}", run.problems);
        assert!(run.problems.contains("L501") && run.problems.contains("what a query gives is not known"), "{call}: {}", run.problems);
    }
    for call in [
        "(op.execute('UPDATE t SET a = 1') if hasattr(op.get_bind(), 'scalar') else 1, op.get_bind().execute(sa.text('SELECT 1')).first())[1]",
        "op.get_bind().execute(sa.text('SELECT 1')).fetchone() if op.get_bind().engine.url else 1",
        "(op.execute(f'SELECT 10{next(NEXT)}'), op.get_bind().execute(sa.text('SELECT 1')).fetchone())[1]",
    ] {
        let run = run_with("import itertools\nNEXT = itertools.count(1)", &caught(call), &offline);
        assert!(run.done().contains("SELECT 2;") && !run.done().contains("UPDATE t"), "{call}: {}", run.problems);
        assert_eq!(run.done().contains("SELECT 101;"), call.contains("NEXT"), "{call}: {}", run.told);
    }
    for call in [
        "sa.orm.Session(bind=op.get_bind()).query(sa.table('t')).delete()",
        "ENGINE.connect().execute(sa.text('SELECT 1')).fetchone()",
        "sa.create_engine('postgresql://h/d').connect().execute(sa.text('SELECT 1')).fetchone()",
    ] {
        let run = run_with("ENGINE = sa.create_engine('postgresql://h/d')", &caught(call), &offline);
        run.refused(&["E0203"]);
        assert!(!run.problems.contains("--assume offline"), "{call}: {}", run.problems);
    }
    for entered in ["op.get_bind().connect()", "op.get_bind()"] {
        let body = format!(
            "    with {entered} as c:\n        for row in c.execute(sa.text('SELECT 1')) or ():\n            op.execute('SELECT 2')"
        );
        run_with("", &body, &offline).refused(&["E0203"]);
    }
    let inspected = "    try:\n        sa.engine.reflection.Inspector.from_engine(op.get_bind())\n    except sa.exc.NoInspectionAvailable:\n        pass\n    \
                     for row in op.get_bind().execute(sa.text('SELECT 1')) or ():\n        op.execute('SELECT 2')";
    run_with("", inspected, &offline).refused(&["E0203"]);
    run_with("", "    for row in op.get_bind().execute(sa.text('SELECT 1')):\n        op.execute('SELECT 2')", &offline)
        .refused(&["E0203"]);
}

#[test]
fn a_query_of_the_catalogue_that_is_not_understood_is_shown_the_inspector() {
    let asked = |query: &str| {
        let body = format!("    if op.get_bind().execute(sa.text(\"{query}\")).scalar():\n        op.drop_column('t', 'a')");
        run_on("", &body, "postgresql").problems
    };
    let told = asked("SELECT data_type FROM information_schema.columns WHERE numeric_scale > 3");
    assert!(told.contains("sa.inspect(bind)") && !told.contains("--assume fresh"), "{told}");
    let told = asked("SELECT count(*) FROM elsewhere");
    assert!(!told.contains("sa.inspect(bind)") && told.contains("--assume fresh"), "{told}");
}

#[test]
fn an_index_that_a_foreign_key_needs_is_told_before_the_server_refuses() {
    let body = "    op.create_table('c', sa.Column('t_id', sa.Integer, sa.ForeignKey('t.id')))\n    \
                op.create_index('ix_c', 'c', ['t_id'])\n    op.drop_index('ix_c', table_name='c')\n    op.drop_table('c')";
    let run = run_on("", body, "mysql");
    assert!(run.done().contains("DROP INDEX ix_c ON c;"), "{}", run.told);
    assert!(run.problems.contains("index \"ix_c\" can't be dropped"), "{}", run.problems);
    assert!(!run_on("", body, "postgresql").problems.contains("L502"));
}
