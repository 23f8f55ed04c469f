//! What a module that revisions import registers: it holds for all of them, since Alembic imports them all before it runs one.

mod support;

use support::place::Place;

const INI: &str = "[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = .\n";

/// Registers an operation, a compiler and, where `listens`, a listener to every primary key; `NAME` is all that revisions ask for.
fn module(listens: bool) -> String {
    let listener = "@event.listens_for(sa.PrimaryKeyConstraint, 'after_parent_attach')\ndef named(constraint, table):\n    pass\n";
    format!(
        "import sqlalchemy as sa\nfrom alembic.operations import MigrateOperation, Operations\nfrom sqlalchemy import event\n\
         from sqlalchemy.ext.compiler import compiles\n\nNAME = 'n'\nSUFFIX = ' in short'\n\n\n\
         @Operations.register_operation('say')\nclass Say(MigrateOperation):\n    def __init__(self, text):\n        self.text = text\n\n    \
         @classmethod\n    def say(cls, operations, text):\n        return operations.invoke(cls(text))\n\n\n\
         @Operations.implementation_for(Say)\ndef said(operations, operation):\n    operations.execute(f\"SELECT '{{operation.text}}{{SUFFIX}}'\")\n\n\n\
         @compiles(sa.Boolean, 'oracle')\ndef number(element, compiler, **options):\n    return 'NUMBER(1)'\n\n\n{}",
        if listens { listener } else { "" }
    )
}

fn project(import: &str, listens: bool) -> Place {
    let first = "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = 'r1'\ndown_revision = None\n\n\ndef upgrade():\n    \
                 op.say('one')\n    op.add_column('t', sa.Column('b', sa.Boolean))\n\n\ndef downgrade():\n    op.say('back')\n";
    let second = format!(
        "from alembic import op\n{import}\n\nrevision = 'r2'\ndown_revision = 'r1'\n\n\ndef upgrade():\n    op.say('two')\n\n\n\
         def downgrade():\n    pass\n"
    );
    Place::new(&[
        ("alembic.ini", INI),
        ("app/__init__.py", ""),
        ("app/ops.py", &module(listens)),
        ("migrations/versions/r1.py", first),
        ("migrations/versions/r2.py", &second),
    ])
}

#[test]
fn what_a_later_revision_imports_is_registered_for_an_earlier_one() {
    for import in ["import app.ops", "from app import ops", "from app.ops import NAME"] {
        let run = project(import, false).run(&["upgrade", "head", "--sql", "--dialect", "oracle"]);
        let script = run.done();
        assert!(script.contains("SELECT 'one in short'") && script.contains("SELECT 'two in short'"), "{import}: {script}");
        assert!(script.contains("ALTER TABLE t ADD b NUMBER(1)"), "{import}: {script}");
    }
}

#[test]
fn what_is_registered_holds_for_every_file_of_a_folder_and_is_one_of_its_inputs() {
    let place = project("import app.ops", false);
    place.run(&["compile", "--dialect", "oracle", "--out", "build"]).done();
    let read = |file: &str| std::fs::read_to_string(place.path("build/oracle").join(file)).expect("read");
    assert!(read("0001_r1.upgrade.sql").contains("SELECT 'one in short'"));
    assert!(read("0001_r1.downgrade.sql").contains("SELECT 'back in short'"));
    assert!(read("0002_r2.upgrade.sql").contains("SELECT 'two in short'"));
    assert_eq!(read("manifest.toml").matches("\"app/ops.py\" = ").count(), 6);
}

#[test]
fn who_listens_to_every_object_of_a_class_in_an_imported_module_is_told_of() {
    let run = project("from app.ops import NAME", true).run(&["upgrade", "head", "--sql", "--dialect", "oracle"]);
    run.done();
    assert!(run.problems.contains("L511") && run.problems.contains("app/ops.py:"), "{}", run.problems);
}

#[test]
fn what_can_not_be_registered_is_told_of_and_changes_nothing() {
    let module = "import sqlalchemy as sa\nfrom nowhere import DIALECT\nfrom sqlalchemy.ext.compiler import compiles\n\nNAME = 'n'\n\n\n\
                  @compiles(sa.Boolean, DIALECT)\ndef number(element, compiler, **options):\n    return 'NUMBER(1)'\n";
    let revision = "import sqlalchemy as sa\nfrom alembic import op\nfrom app.ops import NAME\n\nrevision = 'r1'\ndown_revision = None\n\n\n\
                    def upgrade():\n    op.add_column(NAME, sa.Column('b', sa.Boolean))\n\n\ndef downgrade():\n    pass\n";
    let place =
        Place::new(&[("alembic.ini", INI), ("app/__init__.py", ""), ("app/ops.py", module), ("migrations/versions/r1.py", revision)]);
    let run = place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql"]);
    assert!(run.done().contains("ALTER TABLE n ADD COLUMN b BOOLEAN"), "{}", run.told);
    assert!(run.problems.contains("L511") && run.problems.contains("app/ops.py:"), "{}", run.problems);
}

#[test]
fn how_the_library_s_own_constructs_are_written_is_not_followed_and_told_of() {
    let revision = |dialect: &str| {
        format!(
            "import sqlalchemy as sa\nfrom alembic import op\nfrom sqlalchemy.ext.compiler import compiles\n\nrevision = 'r1'\ndown_revision = None\n\n\n\
             @compiles(sa.ForeignKeyConstraint, '{dialect}')\ndef nameless(element, compiler, **options):\n    element.name = None\n    \
             return compiler.visit_foreign_key_constraint(element, **options)\n\n\n\
             def upgrade():\n    op.drop_table('t')\n\n\ndef downgrade():\n    pass\n"
        )
    };
    for (dialect, told) in [("postgresql", true), ("mysql", false)] {
        let place = Place::new(&[("alembic.ini", INI), ("migrations/versions/r1.py", &revision(dialect))]);
        let run = place.run(&["upgrade", "head", "--sql", "--dialect", "postgresql"]);
        assert!(run.done().contains("DROP TABLE t;"), "{}", run.told);
        assert_eq!(run.problems.contains("L511"), told, "{}", run.problems);
    }
}
