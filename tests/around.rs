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
