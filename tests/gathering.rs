//! The tables of a `MetaData` that several modules share: whoever declares them, and however the modules come to be imported.

mod support;

use support::place::{Done, Place};

const BASE: &str = "from sqlalchemy.orm import declarative_base\n\nBase = declarative_base()\n";
const REVISION: &str = "from alembic import op\nfrom app.db import Base\n\nrevision = 'r1'\ndown_revision = None\n\n\n\
                        def upgrade():\n    Base.metadata.create_all(op.get_bind())\n\n\ndef downgrade():\n    Base.metadata.drop_all(op.get_bind())\n";
const ENV: &str = "import app.models\nfrom alembic import context\n\ncontext.configure(dialect_name='postgresql')\n\
                   with context.begin_transaction():\n    context.run_migrations()\n";

fn run(models: &str, others: &[(&str, &str)]) -> Done {
    let mut files = vec![
        ("alembic.ini", "[alembic]\nscript_location = %(here)s/migrations\nprepend_sys_path = %(here)s\n"),
        ("migrations/env.py", ENV),
        ("migrations/versions/r1.py", REVISION),
        ("app/__init__.py", ""),
        ("app/db.py", BASE),
        ("app/models/__init__.py", models),
    ];
    for (name, text) in others {
        files.retain(|(known, _)| known != name);
        files.push((name, text));
    }
    Place::new(&files).run(&["upgrade", "head", "--sql", "--dialect", "postgresql"])
}

/// A module with a model of this name.
fn model(name: &str) -> String {
    format!(
        "import sqlalchemy as sa\nfrom app.db import Base\n\n\nclass {name}(Base):\n    __tablename__ = '{}'\n    \
         id = sa.Column(sa.Integer, primary_key=True)\n",
        name.to_lowercase()
    )
}

#[track_caller]
fn makes(models: &str, others: &[(&str, &str)], tables: &[&str]) {
    let run = run(models, others);
    let made: Vec<&str> = run
        .done()
        .lines()
        .filter_map(|line| line.strip_prefix("CREATE TABLE ")?.strip_suffix(" ("))
        .filter(|name| *name != "alembic_version")
        .collect();
    assert_eq!(made, tables, "{}", run.problems);
}

#[test]
fn what_is_imported_under_a_condition_counts_where_it_is_met() {
    let (one, two) = (model("One"), model("Two"));
    let others: &[(&str, &str)] = &[("app/models/one.py", &one), ("app/models/two.py", &two)];
    makes("try:\n    from . import one\nexcept ImportError:\n    from . import two\n", others, &["one"]);
    makes("import os\n\nif os.environ.get('NEVER'):\n    import app.models.one\nelse:\n    import app.models.two\n", others, &["two"]);
    makes("from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from . import one\n", others, &[]);
}

#[test]
fn what_functions_and_decorators_declare_counts() {
    let one = model("One");
    let others: &[(&str, &str)] = &[("app/models/one.py", &one)];
    makes("def load():\n    from . import one\n\n\nload()\n", others, &["one"]);
    makes("import importlib\n\nfor name in ('one',):\n    importlib.import_module('app.models.' + name)\n", others, &["one"]);
    let made = "import sqlalchemy as sa\nfrom app.db import Base\n\n\ndef make(name):\n    return sa.Table(name, Base.metadata, sa.Column('id', sa.Integer))\n\n\n\
                tables = {name: make(name) for name in ('x', 'y')}\nfor name in ['a', 'b']:\n    \
                type(name.title(), (Base,), {'__tablename__': name, 'id': sa.Column(sa.Integer, primary_key=True)})\n";
    makes(made, &[], &["x", "y", "a", "b"]);
}

#[test]
fn modules_whose_names_are_not_known_are_not_left_out() {
    let models = "import importlib\nimport pkgutil\n\nfor module in pkgutil.iter_modules(__path__):\n    importlib.import_module(f'{__name__}.{module.name}')\n";
    run(models, &[("app/models/one.py", &model("One"))]).refused(&["E0202"]);
}

#[test]
fn the_tables_that_are_named_are_made_alone() {
    let models = model("One") + &model("Two").replace("import sqlalchemy as sa\nfrom app.db import Base\n", "");
    let revision = REVISION
        .replace("from app.db import Base", "from app.models import Base, One")
        .replace("op.get_bind()", "op.get_bind(), [One.__table__]");
    makes(&models, &[("migrations/versions/r1.py", &revision)], &["one"]);
}

#[test]
fn tables_that_refer_to_each_other_get_their_foreign_keys_last() {
    let refers = |name: &str, other: &str| {
        model(name) + &format!("    other_id = sa.Column(sa.ForeignKey('{other}.id', name='fk_{}'))\n", name.to_lowercase())
    };
    let models = refers("One", "two") + &refers("Two", "one");
    let run = run(&models, &[]);
    let script = run.done();
    let place = |text: &str| script.find(text).unwrap_or_else(|| panic!("{text} is not in\n{script}"));
    assert!(place("CREATE TABLE two (") < place("ALTER TABLE one ADD CONSTRAINT fk_one FOREIGN KEY(other_id) REFERENCES two (id);"));
    assert!(place("CREATE TABLE two (") < place("ALTER TABLE two ADD CONSTRAINT fk_two FOREIGN KEY(other_id) REFERENCES one (id);"));
    assert!(!run.problems.contains("L502"), "{}", run.problems);
}

#[test]
fn a_column_that_is_set_afterwards_is_not_left_out() {
    let models = model("One") + "\n\nOne.more = sa.Column(sa.Integer)\n";
    run(&models, &[]).refused(&["E0202"]);
}
