//! What `env.py` writes around the migrations, beside what `golden/examples/matrix.around` has from Alembic.

mod support;

use support::place::{Done, Place};
use support::read;

fn place(env_py: &str, upgrade: &str) -> Place {
    let revision = format!(
        "from alembic import context, op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    {upgrade}\n\n\ndef downgrade():\n    pass\n"
    );
    let env_py = format!(
        "import os\nfrom alembic import context\n\ncontext.configure(url='postgresql://h/d')\nwith context.begin_transaction():\n    \
         {env_py}\n    context.run_migrations()\n"
    );
    Place::new(&[
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"),
        ("migrations/env.py", &env_py),
        ("migrations/versions/r1.py", &revision),
    ])
}

fn upgrade(place: &Place, more: &[&str]) -> Done {
    place.run(&[&["upgrade", "head", "--sql"], more].concat())
}

#[test]
fn a_statement_of_env_py_that_is_not_known_is_an_error() {
    let unknown = place("from nowhere import tenant; context.execute(f'SET search_path TO {tenant}')", "pass");
    upgrade(&unknown, &[]).refused(&["E0202"]);
    let place = place("context.execute(f\"SET search_path TO {os.environ['TENANT']}\")", "pass");
    upgrade(&place, &[]).refused(&["E0202"]);
    let known = upgrade(&place, &["--env", "TENANT=north"]);
    assert!(known.done().contains("SET search_path TO north;"), "{known:?}");
}

#[test]
fn every_file_of_a_folder_has_them() {
    let place = place("context.execute('SET ROLE owner')", "op.execute('SELECT 1')");
    place.run(&["compile", "--out", "build"]).done();
    for name in ["upgrade.sql", "downgrade.sql", "0001_r1.upgrade.sql", "0001_r1.downgrade.sql"] {
        assert!(read(&place.path(&format!("build/postgresql/{name}"))).contains("SET ROLE owner;"), "{name}");
    }
}

#[test]
fn a_script_without_a_transaction_is_said_to_be_none() {
    let place = place("pass", "op.execute('SELECT 1')");
    place
        .write("migrations/env.py", "from alembic import context\n\ncontext.configure(url='postgresql://h/d')\ncontext.run_migrations()\n");
    place.run(&["compile", "--out", "build"]).done();
    assert!(!read(&place.path("build/postgresql/manifest.toml")).contains("transactional = true"));
    let own = place.path("build/postgresql/0001_r1.upgrade.sql");
    assert!(read(&own).contains("not one transaction") && !read(&own).contains("BEGIN"), "{}", read(&own));
}

#[test]
fn a_text_of_a_revision_is_written_as_it_is() {
    let place = place("pass", "context.static_output('-- look here')");
    assert!(upgrade(&place, &[]).done().contains("-- look here\n"));
}

/// A project whose `env.py` is this, with the name of a module that is not there.
fn of_env_py(env_py: &str, upgrade: &str) -> Place {
    let place = place("pass", upgrade);
    place.write(
        "migrations/env.py",
        format!("import os\nimport sqlalchemy as sa\nfrom alembic import context\nfrom nowhere import FLAG, helper\n\n{env_py}\n"),
    );
    place
}

#[test]
fn what_comes_after_the_migrations_is_followed_too() {
    let place = of_env_py(
        "context.configure(url='postgresql://h/d')\nwith context.begin_transaction():\n    context.run_migrations()\n    \
         name = FLAG if FLAG else 'x'\n    if name == 'never':\n        print(name)\n    context.execute('RESET ROLE')",
        "pass",
    );
    let run = upgrade(&place, &[]);
    assert!(run.done().ends_with("RESET ROLE;\n\nCOMMIT;\n\n"), "{}", run.told);
}

#[test]
fn what_hangs_on_the_unknown_is_never_guessed() {
    let inside = |body: &str| {
        let env_py = format!(
            "context.configure(url='postgresql://h/d')\nwith context.begin_transaction():\n    {body}\n    context.run_migrations()"
        );
        upgrade(&of_env_py(&env_py, "pass"), &[])
    };
    for body in [
        "if FLAG:\n        context.execute('SET ROLE a')\n    else:\n        context.execute('SET ROLE b')",
        "if FLAG:\n        context.execute('SET ROLE a')",
        "for name in FLAG:\n        context.execute('CREATE SCHEMA x')",
        "if FLAG:\n        pass\n    context.execute(f'SET ROLE {FLAG}')",
        "if FLAG:\n        pass\n    else:\n        context.execute(FLAG[0])",
        "[context.execute(f'SELECT {number}') for number in FLAG]",
        "[context.execute('CREATE SCHEMA x') for name in FLAG]",
    ] {
        inside(body).refused(&["E0202"]);
    }
    let handed = inside("helper(context)\n    if FLAG:\n        pass");
    assert!(handed.problems.contains("may write to the script can't be followed"), "{handed:?}");
    let known = inside("with context.get_context().autocommit_block():\n        context.execute('CREATE DATABASE x')");
    assert!(known.done().starts_with("BEGIN;\n\nCOMMIT;\n\nCREATE DATABASE x;\n\nBEGIN;\n"), "{}", known.told);
}

#[test]
fn what_is_configured_otherwise_on_unknown_ways_is_never_guessed() {
    for env_py in [
        "if FLAG:\n    context.configure(url='postgresql://h/d', version_table='v1')\nelse:\n    context.configure(url='postgresql://h/d', version_table='v2')\ncontext.run_migrations()",
        "context.configure(url='postgresql://h/d')\nif FLAG:\n    context.run_migrations(name='a')\nelse:\n    context.run_migrations(name='b')",
    ] {
        upgrade(&of_env_py(env_py, "pass"), &[]).refused(&["E0202"]);
    }
    let spread = "options = {}\nif FLAG:\n    options['version_table'] = 'v1'\ncontext.configure(url='postgresql://h/d', **options)\ncontext.run_migrations()";
    let run = upgrade(&of_env_py(spread, "pass"), &[]);
    assert!(run.problems.contains("E0702") || run.problems.contains("E0202"), "{run:?}");
}

#[test]
fn a_loop_of_unknown_turns_turns_once() {
    let tenants = "for name in FLAG:\n    context.configure(url='postgresql://h/d', version_table_schema=name)\n    with context.begin_transaction():\n        \
                   context.execute('SELECT 1')\n        context.run_migrations()\n        context.execute('SELECT 2')";
    let run = upgrade(&of_env_py(tenants, "pass"), &[]);
    let count = |text: &str| run.told.matches(text).count();
    assert_eq!((count("BEGIN;"), count("SELECT 1;"), count("SELECT 2;"), count("COMMIT;")), (1, 1, 1, 1), "{run:?}");
}

#[test]
fn statements_of_a_context_that_runs_nothing_come_first() {
    let two = "context.configure(url='postgresql://h/d')\nwith context.begin_transaction():\n    context.execute('CREATE SCHEMA foo')\n\
               context.configure(url='postgresql://h/d', version_table_schema='foo')\nwith context.begin_transaction():\n    context.run_migrations()";
    let run = upgrade(&of_env_py(two, "pass"), &[]);
    assert!(
        run.done().starts_with("BEGIN;\n\nCREATE SCHEMA foo;\n\nCOMMIT;\n\nBEGIN;\n\nCREATE TABLE foo.alembic_version"),
        "{}",
        run.told
    );
}

#[test]
fn what_is_made_after_the_migrations_is_not_there_before() {
    let late =
        "context.configure(url='postgresql://h/d')\ncontext.run_migrations()\ncontext.execute('CREATE TABLE IF NOT EXISTS t (id INT)')";
    let place = of_env_py(late, "op.execute(f\"SELECT '{'t' in sa.inspect(op.get_bind()).get_table_names()}'\")");
    place.write(
        "migrations/versions/r1.py",
        read(&place.path("migrations/versions/r1.py")).replace("from alembic", "import sqlalchemy as sa\nfrom alembic"),
    );
    assert!(upgrade(&place, &[]).done().contains("SELECT 'False';"));
}

#[test]
fn env_py_that_is_followed_twice_does_nothing_twice() {
    let twice = "config = context.config\nconfig.set_main_option('schema', config.get_main_option('schema', 's') + '_x')\nif FLAG:\n    print(FLAG)\n\
                 context.configure(url='postgresql://h/d', version_table_schema=config.get_main_option('schema'))\ncontext.run_migrations()";
    assert!(upgrade(&of_env_py(twice, "pass"), &[]).done().contains("CREATE TABLE s_x.alembic_version"));
}

#[test]
fn runs_of_one_context_are_one_script() {
    let both = "context.configure(url='postgresql://h/d')\nfor schema in ('a', 'b'):\n    context.execute(f'SET search_path TO {schema}')\n    context.run_migrations()";
    let run = upgrade(&of_env_py(both, "pass"), &[]);
    let order = ["SET search_path TO a;", "-- Running upgrade", "SET search_path TO b;", "-- Running upgrade"];
    let found = order.iter().try_fold(run.done(), |rest, wanted| rest.split_once(wanted).map(|(_, rest)| rest));
    assert!(found.is_some(), "{}", run.told);
}

#[test]
fn what_env_py_adds_to_sqlalchemy_is_there_for_the_revisions() {
    let place = place("pass", "op.add_column('t', sqlalchemy.Column('id', sqlalchemy.GUID()))");
    let env_py = "import sqlalchemy\nfrom alembic import context\n\n\nclass GUID(sqlalchemy.TypeDecorator):\n    impl = sqlalchemy.CHAR(32)\n\n\n\
                  sqlalchemy.GUID = GUID\ncontext.configure(url='postgresql://h/d')\ncontext.run_migrations()\n";
    place.write("migrations/env.py", env_py);
    place.write(
        "migrations/versions/r1.py",
        read(&place.path("migrations/versions/r1.py")).replace("from alembic", "import sqlalchemy\nfrom alembic"),
    );
    assert!(upgrade(&place, &[]).done().contains("ALTER TABLE t ADD COLUMN id CHAR(32);"));
}

#[test]
fn a_module_that_writes_while_it_is_imported_is_no_part_of_env_py() {
    let place = place("pass", "app.ops.NAME");
    place.write("app/__init__.py", "");
    let module = "from alembic import context\nfrom alembic.operations import Operations\n\nNAME = 'n'\ncontext.execute('SELECT 1')\n\n\n\
                  @Operations.register_operation('go')\nclass Go:\n    pass\n";
    place.write("app/ops.py", module);
    place.write("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = .\n");
    place.write(
        "migrations/versions/r1.py",
        read(&place.path("migrations/versions/r1.py")).replace("from alembic", "import app.ops\nfrom alembic"),
    );
    let run = upgrade(&place, &[]);
    assert!(run.status == Some(2) || run.problems.contains("L511"), "{run:?}");
}
