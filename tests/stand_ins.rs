//! Modules that stand in Python: what a program gets from them is what the real ones give.

mod support;

use support::place::Place;

fn script(imports: &str, upgrade: &str) -> String {
    let revision = format!(
        "from alembic import op\n{imports}\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n{upgrade}\n\n\ndef downgrade():\n    pass\n"
    );
    let place =
        Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", &revision)]);
    place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql"]).done().to_owned()
}

#[test]
fn context_variables_hold_what_they_were_set_to() {
    let imports = "from contextvars import ContextVar\n\ntenant: ContextVar[str | None] = ContextVar('tenant', default=None)\nbare = ContextVar('bare')";
    let upgrade = "    before, token = tenant.get(), tenant.set('a')\n    during = tenant.get('other')\n    tenant.reset(token)\n    \
                   try:\n        bare.get()\n    except LookupError:\n        op.execute(f'-- {before} {during} {tenant.get()} {bare.get(1)}')";
    assert!(script(imports, upgrade).contains("-- None a None 1;"));
}

#[test]
fn what_sqlmodel_has_anew_is_sqlalchemys() {
    let imports = "import sqlalchemy as sa\nfrom sqlmodel import Session, and_, select\n\nt = sa.table('t', sa.column('a', sa.Integer), sa.column('b', sa.Integer))";
    let upgrade = "    with Session(op.get_bind()) as session:\n        session.exec(sa.update(t).where(and_(t.c.a == 1, t.c.b == 2)).values(b=3))\n        \
                   session.exec(select(t.c.a))\n        session.commit()";
    let script = script(imports, upgrade);
    assert!(script.contains("UPDATE t SET b=3 WHERE t.a = 1 AND t.b = 2;") && script.contains("SELECT t.a \nFROM t;"), "{script}");
}

#[test]
fn the_zone_that_needs_no_table_is_known() {
    let imports = "import datetime\nimport pytz\nfrom dateutil import tz\nfrom dateutil.tz import tzutc";
    let upgrade = "    moment = datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=pytz.UTC)\n    \
                   same = moment == datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=tzutc())\n    \
                   op.execute(f'-- {moment.isoformat()} {same} {pytz.timezone(\"utc\") is pytz.utc}')";
    assert!(script(imports, upgrade).contains("-- 2024-01-02T03:04:05+00:00 True True;"));
}

#[test]
fn what_else_the_modules_have_is_not_known_and_importing_it_is_no_error() {
    let imports = "from contextvars import copy_context\nfrom dateutil import parser, relativedelta\nfrom dateutil.tz import gettz\n\
                   from pytz import UTC, all_timezones\nimport dateutil.tz";
    assert!(script(imports, "    op.execute('SELECT 1')").contains("SELECT 1;"));
}

#[test]
fn the_moment_and_identifiers_of_openstack_are_made_like_others() {
    let imports = "import datetime\nfrom oslo_utils import timeutils, uuidutils";
    let upgrade = "    moment = timeutils.utcnow()\n    made = uuidutils.generate_uuid()\n    \
                   op.execute(f'-- {moment == datetime.datetime.utcnow()} {len(made)} {len(uuidutils.generate_uuid(dashed=False))}')";
    assert!(script(imports, upgrade).contains("-- True 36 32;"));
}

#[test]
fn files_of_the_project_are_read_by_open() {
    let revision = "import os\nfrom pathlib import Path\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
                    with open(os.path.join(os.path.dirname(__file__), 'r1.sql')) as file:\n        op.execute(file.read())\n    \
                    with open(Path(__file__).with_suffix('.sql'), 'rb') as file:\n        op.execute(file.read().decode('utf-8').upper())\n    \
                    for line in open('migrations/versions/r1.sql', encoding='utf-8'):\n        op.execute('-- ' + line.strip())\n    \
                    try:\n        open('nowhere.sql')\n    except FileNotFoundError as error:\n        op.execute(f'-- {error.args[0]}')\n\n\n\
                    def downgrade():\n    pass\n";
    let place = Place::new(&[
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"),
        ("migrations/versions/r1.py", revision),
        ("migrations/versions/r1.sql", "select 1"),
    ]);
    let run = place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql"]);
    assert!(run.done().contains("select 1;\n\nSELECT 1;\n\n-- select 1;\n\n-- 2;"), "{}", run.told);
    let elsewhere = Place::new(&[]);
    let versions = place.path("migrations/versions");
    let from_there = ["upgrade", "head", "--sql", "--dialect", "postgresql", "--versions", versions.to_str().expect("UTF-8")];
    elsewhere.run(&from_there).refused(&["E0205"]);
    elsewhere.write("migrations/versions/r1.sql", "select 1");
    elsewhere.run(&from_there).done();
    place.run(&["compile", "--out", "build", "--dialect", "postgresql"]).done();
    assert!(support::read(&place.path("build/postgresql/manifest.toml")).contains("\"migrations/versions/r1.sql\" = "));
}

#[test]
fn files_are_read_as_python_reads_them() {
    let project = |upgrade: &str| {
        let revision = format!(
            "import os\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n{upgrade}\n\n\ndef downgrade():\n    pass\n"
        );
        let place =
            Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", &revision)]);
        place.write("a.sql", "\u{feff}SELECT 1,\r\n2");
        place.write("é.sql", "SELECT 'é'");
        place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql"])
    };
    for (call, said) in [
        ("open('a.sql', encoding='utf-8-sig').read()", "SELECT 1,\n2;"),
        ("open('a.sql', encoding='utf-8-sig', newline='').read()", "SELECT 1,\r\n2;"),
        ("open('a.sql', 'rb').read().decode('utf-8-sig')", "SELECT 1,\r\n2;"),
        ("open('é.sql').read()", "SELECT 'é';"),
        ("(lambda file: (next(iter(file)), file.read())[1])(open('a.sql'))", "\n\n2;"),
    ] {
        let run = project(&format!("    op.execute({call})"));
        assert!(run.done().contains(said), "{call}: {}", run.told);
    }
    project("    op.execute(open('é.sql', encoding='latin-1').read())").refused(&["E0202"]);
    let outside = "    try:\n        open('/etc/hostname')\n        op.execute('SELECT 1')\n    except FileNotFoundError:\n        op.execute('SELECT 2')";
    assert!(project(outside).done().contains("SELECT 1;"));
    let written = "    from nowhere import FILE\n    with open(FILE, 'w') as file:\n        file.write('x')\n    op.execute('SELECT 3')";
    assert!(project(written).done().contains("SELECT 3;"));
    project("    if os.path.exists('/etc/hostname'):\n        op.execute('SELECT 1')").refused(&["E0202"]);
}

/// What a revision writes beside the database is not in its script, and it does not keep the rest from being there.
#[test]
fn files_that_a_revision_writes_are_left_out_and_named() {
    let body = "    with open('log.txt', 'a') as log:\n        log.write(op.get_bind().execute(sa.text('SELECT 1')).scalar())\n    op.execute('SELECT 2')";
    let place = Place::of("postgresql://h/d", &[body]);
    let run = place.run(&["upgrade", "head", "--sql"]);
    assert!(run.done().contains("SELECT 2;"), "{}", run.problems);
    assert!(run.problems.contains("L513") && run.problems.contains("the revision writes `log.txt`"), "{}", run.problems);
    assert!(!place.path("log.txt").exists());
    let lines = "    def lines():\n        op.execute('SELECT 5')\n        yield 'x'\n    open('log.txt', 'w').writelines(lines())";
    assert!(Place::of("postgresql://h/d", &[lines]).run(&["upgrade", "head", "--sql"]).done().contains("SELECT 5;"));
    let guarded = "    try:\n        open('log.txt', 'r+')\n    except FileNotFoundError:\n        op.execute('SELECT 3')\n    \
                   try:\n        open('alembic.ini', 'x')\n    except FileExistsError:\n        op.execute('SELECT 4')";
    let run = Place::of("postgresql://h/d", &[guarded]).run(&["upgrade", "head", "--sql"]);
    assert!(run.done().contains("SELECT 3;") && run.done().contains("SELECT 4;"), "{}", run.problems);
    let read = "    open('./log.txt', 'w').write('x')\n    op.execute(open('log.txt').read())";
    Place::of("postgresql://h/d", &[read]).run(&["upgrade", "head", "--sql"]).refused(&["E0202"]);
}

#[test]
fn files_of_the_same_name_are_not_taken_for_each_other() {
    let revision = |id: &str, down: &str| {
        format!(
            "import os\nfrom alembic import op\n\nrevision = '{id}'\ndown_revision = {down}\n\n\ndef upgrade():\n    \
                 op.execute(open(os.path.join(os.path.dirname(__file__), 'init.sql')).read())\n\n\ndef downgrade():\n    pass\n"
        )
    };
    let place = Place::new(&[
        (
            "app/alembic.ini",
            "[alembic]\nscript_location = %(here)s/m\npath_separator = space\nversion_locations = %(here)s/../auth/versions %(here)s/../billing/versions\n",
        ),
        ("app/m/README", ""),
        ("auth/versions/a.py", &revision("a1", "None")),
        ("auth/versions/init.sql", "SELECT 'auth'"),
        ("billing/versions/b.py", &revision("b1", "'a1'")),
        ("billing/versions/init.sql", "SELECT 'billing'"),
    ]);
    place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql", "-c", "app/alembic.ini"]).refused(&["E0202", "E0202"]);
}

#[test]
fn the_version_of_the_server_is_that_of_the_target() {
    let revision = "from alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
                    version = op.get_bind().dialect.server_version_info\n    \
                    op.execute(f'-- {version}' if version is None or version >= (14,) else '-- old')\n\n\ndef downgrade():\n    pass\n";
    let place =
        Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", revision)]);
    for (more, said) in
        [(vec![], "-- None;"), (vec!["--target", "postgresql=15.2"], "-- (15, 2);"), (vec!["--target", "postgresql=13"], "-- old;")]
    {
        let run = place.run(&[vec!["upgrade", "head", "--sql", "--dialect", "postgresql"], more].concat());
        assert!(run.done().contains(said), "{}", run.told);
    }
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out_of_the_project() {
    let outside = Place::new(&[("secret.sql", "SELECT 'secret'")]);
    let revision = "from alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    try:\n        \
                    op.execute(open('inside.sql').read())\n    except FileNotFoundError:\n        pass\n\n\ndef downgrade():\n    pass\n";
    let place =
        Place::new(&[("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"), ("migrations/versions/r1.py", revision)]);
    std::os::unix::fs::symlink(outside.path("secret.sql"), place.path("inside.sql")).expect("linked");
    place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql"]).refused(&["E0202"]);
}

#[test]
fn classes_of_attrs_have_their_fields() {
    let imports = "import attr\nimport attrs\n\n\n@attr.s\nclass Old:\n    x = attr.ib()\n    y = attr.ib(factory=list)\n\n\n\
                   @attr.s(auto_attribs=True, kw_only=True)\nclass Named:\n    a: int\n    b: str = 'q'\n\n\n\
                   @attrs.define\nclass New(Named):\n    c: int = attrs.field(default=4, converter=int)\n";
    let upgrade = "    op.execute(f'-- {Old(1)} {Old(1) == Old(1, [])} {Named(a=2)} {New(a=1, c=\"7\")} {attr.asdict(Named(a=3))}')\n    \
                   try:\n        Named(1)\n    except TypeError:\n        op.execute('-- by name alone')";
    let script = script(imports, upgrade);
    assert!(
        script.contains("-- Old(x=1, y=[]) True Named(a=2, b='q') New(a=1, b='q', c=7) {'a': 3, 'b': 'q'};")
            && script.contains("-- by name"),
        "{script}"
    );
}

#[test]
fn decorators_that_give_back_their_function_close_no_model() {
    let imports = "import sqlalchemy as sa\nfrom public import public\nfrom sqlalchemy.orm import declarative_base, reconstructor, scoped_session, sessionmaker, validates\n\n\
                   session = scoped_session(sessionmaker())\nBase = declarative_base()\nBase.query = session.query_property()\n\n\n\
                   @public\nclass User(Base):\n    __tablename__ = 'users'\n    id = sa.Column(sa.Integer, primary_key=True)\n\n    \
                   @validates('id')\n    def check(self, key, value):\n        return value\n\n    @reconstructor\n    def loaded(self):\n        pass\n";
    let upgrade = "    op.execute(sa.update(User).values(id=3))\n    session.execute(sa.text('SELECT 1'))\n    session.remove()";
    let script = script(imports, upgrade);
    assert!(script.contains("UPDATE users SET id=3;") && script.contains("SELECT 1;"), "{script}");
}
