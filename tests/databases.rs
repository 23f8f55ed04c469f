//! Projects whose `env.py` runs the migrations for several databases.

mod support;

use support::place::Place;

/// A project with a revision that says which database it was called for; `env.py` ends with `runs`.
fn place(runs: &str) -> Place {
    let env = format!(
        "from alembic import context\n\n\ndef run(url, **told):\n    context.configure(url=url)\n    \
         with context.begin_transaction():\n        context.run_migrations(**told)\n\n\n{runs}\n"
    );
    let revision = "from alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade(engine_name):\n    \
                    op.execute(f'-- for {engine_name}')\n\n\ndef downgrade(engine_name):\n    pass\n";
    Place::new(&[
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\n"),
        ("migrations/env.py", &env),
        ("migrations/versions/r1.py", revision),
    ])
}

const TWO: &str = "for name, url in (('main', 'postgresql://h/a'), ('log', 'sqlite://')):\n    run(url, engine_name=name)";

#[test]
fn a_script_is_for_the_database_that_is_named() {
    let place = place(TWO);
    for (name, said) in [("main", "-- for main"), ("log", "-- for log")] {
        let run = place.run(&["upgrade", "head", "--sql", "--database", name]);
        assert!(run.done().contains(said), "{}", run.told);
    }
    assert!(place.run(&["upgrade", "head", "--sql", "--database", "main"]).done().starts_with("BEGIN;"), "the dialect is of its URL");
    place.run(&["upgrade", "head", "--sql"]).refused(&["E0710"]);
    let unknown = place.run(&["upgrade", "head", "--sql", "--database", "mian"]);
    unknown.refused(&["E0711"]);
    assert!(unknown.problems.contains("`main`, `log`"), "{}", unknown.problems);
}

#[test]
fn a_folder_has_one_for_each_database() {
    let place = place(TWO);
    place.run(&["compile", "--out", "build"]).done();
    assert!(support::read(&place.path("build/main/postgresql/upgrade.sql")).contains("-- for main"));
    assert!(support::read(&place.path("build/log/sqlite/upgrade.sql")).contains("-- for log"));
    assert!(support::read(&place.path("build/log/sqlite/manifest.toml")).contains("database = \"log\""));
    let verified = place.run(&["verify", "build"]);
    assert_eq!(verified.done(), "build/log/sqlite: as compiled\nbuild/main/postgresql: as compiled\n");
    place.run(&["compile", "--out", "build", "--database", "log", "--dialect", "mysql"]).done();
    assert_eq!(place.run(&["verify", "build"]).done().lines().count(), 3);
}

#[test]
fn databases_are_called_what_a_folder_can_be_called() {
    let place = place("for name in ('', 'a/b', 'a:b', '..'):\n    run('sqlite://', engine_name=name)\nrun('sqlite://')");
    let several = place.run(&["upgrade", "head", "--sql"]);
    several.refused(&["E0710"]);
    for name in ["`default`", "`a_b`", "`a_b_2`", "`__`", "`5`"] {
        assert!(several.problems.contains(name), "{name}: {}", several.problems);
    }
    assert!(place.run(&["upgrade", "head", "--sql", "--database", "a_b_2"]).done().contains("-- for a:b"));
}

#[test]
fn what_env_py_does_not_let_on_is_said_by_the_option() {
    let of_a_server = place("from nowhere import names\n\nfor name in names:\n    run('sqlite://', engine_name=name)");
    let unsaid = of_a_server.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]);
    unsaid.refused(&["E0205"]);
    assert!(unsaid.problems.contains("--database NAME"), "{}", unsaid.problems);
    let said = ["upgrade", "head", "--sql", "--dialect", "sqlite", "--database", "main"];
    assert!(of_a_server.run(&said).done().contains("-- for main"));
    let without_env_py = ["upgrade", "head", "--sql", "--dialect", "sqlite", "--database", "main", "--versions", "migrations/versions"];
    assert!(of_a_server.run(&without_env_py).done().contains("-- for main"));
}

#[test]
fn databases_that_can_not_be_told_are_not_passed_over() {
    let flask = "from flask import current_app\n\nengines = {'': 'sqlite://'}\n\
                 for name in current_app.config['SQLALCHEMY_BINDS']:\n    engines[name] = 'sqlite://'\n\
                 for name, url in engines.items():\n    run(url, engine_name=name)";
    let place = place(flask);
    place.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]).refused(&["E0205"]);
    let another = place.run(&["upgrade", "head", "--sql", "--dialect", "sqlite", "--database", "geo"]);
    assert!(another.done().contains("-- for geo"), "{another:?}");
}

#[test]
fn env_py_is_followed_past_what_only_the_application_knows() {
    let guarded = "from flask import current_app\n\nif not current_app.config['QUIET']:\n    print('x')\n\n\n\
                   def metadata():\n    db = current_app.extensions['migrate'].db\n    if hasattr(db, 'metadatas'):\n        \
                   return db.metadatas[None]\n    return db.metadata\n\n\n\
                   context.configure(url='sqlite://', target_metadata=metadata(), version_table='versions')\n\
                   context.run_migrations(engine_name='one')";
    let place = place(guarded);
    let script = place.run(&["upgrade", "head", "--sql"]);
    assert!(script.done().contains("-- for one") && script.told.contains("CREATE TABLE versions"), "{script:?}");
    assert_eq!(script.problems.matches("E0702").count(), 0, "{script:?}");
    let unknown = guarded.replace("'versions'", "current_app.config['VERSIONS']");
    place.write("migrations/env.py", format!("from alembic import context\n{unknown}\n"));
    assert!(place.run(&["upgrade", "head", "--sql"]).problems.contains("`version_table` of `context.configure()` is not known"));
    assert_eq!(place.run(&["upgrade", "head", "--sql", "--version-table", "v"]).problems.matches("E0702").count(), 0);
}

#[test]
fn a_database_is_meant_by_what_env_py_calls_it() {
    let place = place(
        "for name, url in (('geo.db', 'postgresql://h/a'), ('geo-db', 'mysql://h/b'), ('geo_db', 'sqlite://')):\n    run(url, engine_name=name)",
    );
    for (asked, said, begins) in [
        ("geo.db", "geo.db", "BEGIN"),
        ("geo-db", "geo-db", "CREATE TABLE alembic_version (\n    version_num VARCHAR(32) NOT NULL, \n    CONSTRAINT"),
        ("geo_db", "geo_db", "CREATE"),
        ("geo_db_2", "geo-db", "CREATE"),
    ] {
        let run = place.run(&["upgrade", "head", "--sql", "--database", asked]);
        assert!(run.done().contains(&format!("-- for {said};\n")) && run.told.starts_with(begins), "{asked}: {run:?}");
    }
    place.run(&["compile", "--out", "build"]).done();
    for (folder, said) in [("geo.db/postgresql", "geo.db"), ("geo_db_2/mysql", "geo-db"), ("geo_db/sqlite", "geo_db")] {
        assert!(support::read(&place.path(&format!("build/{folder}/upgrade.sql"))).contains(&format!("-- for {said}")), "{folder}");
    }
}

#[test]
fn names_that_begin_alike_are_kept_apart() {
    let long = "x".repeat(64);
    let place = place(&format!("for name in ('{long}a', '{long}b'):\n    run('sqlite://', engine_name=name)"));
    place.run(&["compile", "--out", "build"]).done();
    assert!(support::read(&place.path(&format!("build/{long}/sqlite/upgrade.sql"))).contains("xa;\n"));
    assert!(support::read(&place.path(&format!("build/{long}_2/sqlite/upgrade.sql"))).contains("xb;\n"));
}

#[test]
fn what_stops_env_py_at_the_second_database_does_not_hide_it() {
    let place = place(
        "import os\n\nfor name in ('main', 'log'):\n    run('sqlite://' if name == 'main' else os.environ['LOG_URL'], engine_name=name)",
    );
    place.run(&["upgrade", "head", "--sql", "--dialect", "sqlite"]).refused(&["E0710"]);
}

#[test]
fn a_loop_over_unknown_tenants_is_one_run() {
    let place = place("from nowhere import tenants\n\nfor tenant in tenants():\n    run('sqlite://', engine_name='all')");
    assert!(place.run(&["upgrade", "head", "--sql"]).done().contains("-- for all"));
}

#[test]
fn a_database_without_a_name_stays_in_the_folder() {
    let place = place("from nowhere import names\n\nfor name in names:\n    run('sqlite://', engine_name=name)");
    let run = place.run(&["compile", "--out", "build", "--dialect", "sqlite", "--database", ""]);
    assert!(run.done().starts_with("build/default/sqlite:"), "{run:?}");
}

#[test]
fn a_helper_that_is_called_twice_runs_for_two_databases() {
    let place = place("run('postgresql://h/a')\nrun('sqlite://')");
    place.write(
        "migrations/versions/r1.py",
        "revision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    pass\n\n\ndef downgrade():\n    pass\n",
    );
    assert_eq!(place.run(&["compile", "--out", "build", "--dialect", "sqlite"]).done().lines().count(), 2);
}

#[test]
fn the_version_table_is_known_without_a_choice() {
    let place = place(TWO);
    let env_py = support::read(&place.path("migrations/env.py")).replace("url=url", "url=url, version_table='versions'");
    place.write("migrations/env.py", env_py);
    assert!(place.run(&["current", "--query"]).done().contains("FROM versions"));
}
