//! Types as a connected inspector gives them: what MariaDB 10.11 answers about a table that SQLAlchemy made.

mod support;

use support::place::Place;

/// A column's type, and what the inspector of a connection says of it.
const TYPES: &[(&str, &str)] = &[
    ("sa.Integer()", "INTEGER(display_width=11)"),
    ("sa.BigInteger()", "BIGINT(display_width=20)"),
    ("sa.SmallInteger()", "SMALLINT(display_width=6)"),
    ("sa.String(20)", "VARCHAR(length=20)"),
    ("sa.Unicode(20)", "VARCHAR(length=20)"),
    ("sa.CHAR(3)", "CHAR(length=3)"),
    ("sa.Text()", "TEXT()"),
    ("sa.Boolean()", "TINYINT(display_width=1)"),
    ("sa.Date()", "DATE()"),
    ("sa.DateTime()", "DATETIME()"),
    ("sa.TIMESTAMP()", "TIMESTAMP()"),
    ("sa.Time()", "TIME()"),
    ("sa.Interval()", "DATETIME()"),
    ("sa.Float()", "FLOAT()"),
    ("sa.Numeric()", "DECIMAL(precision=10, scale=0)"),
    ("sa.Numeric(8)", "DECIMAL(precision=8, scale=0)"),
    ("sa.Numeric(8, 2)", "DECIMAL(precision=8, scale=2)"),
    ("sa.LargeBinary()", "BLOB()"),
    ("sa.VARBINARY(5)", "VARBINARY(length=5)"),
    ("sa.BINARY(4)", "BINARY(length=4)"),
    ("sa.Enum('a', 'b', name='e')", "ENUM('a', 'b')"),
    ("sa.Enum('a', 'bcd', name='f', native_enum=False)", "VARCHAR(length=3)"),
];

const INI: &str = "[alembic]\nscript_location = %(here)s/migrations\n";

fn revision(id: &str, down: &str, upgrade: &str) -> String {
    format!(
        "import sqlalchemy as sa\nfrom alembic import op\n\nrevision = '{id}'\ndown_revision = {down}\n\n\ndef upgrade():\n{upgrade}\n\n\n\
         def downgrade():\n    pass\n"
    )
}

fn answers(made: &str, asked: &str, dialect: &str) -> String {
    let place = Place::new(&[
        ("alembic.ini", INI),
        ("migrations/versions/r1.py", &revision("r1", "None", made)),
        ("migrations/versions/r2.py", &revision("r2", "'r1'", asked)),
    ]);
    place.run(&["upgrade", "r1:head", "--sql", "--dialect", dialect]).done().to_owned()
}

#[test]
fn column_types_are_those_of_the_database() {
    let columns: Vec<String> = TYPES.iter().enumerate().map(|(at, (ty, _))| format!("sa.Column('c{at}', {ty})")).collect();
    let made = format!("    op.create_table('t', {})", columns.join(", "));
    let asked =
        "    for column in sa.inspect(op.get_bind()).get_columns('t'):\n        op.execute(f\"-- {column['name']} {column['type']!r}\")";
    let script = answers(&made, asked, "mariadb");
    for (at, (ty, reflected)) in TYPES.iter().enumerate() {
        assert!(script.contains(&format!("-- c{at} {reflected};")), "{ty}: {script}");
    }
}

#[test]
fn tables_and_their_inner_indexes_are_read_from_sql() {
    let made = "    op.execute('CREATE TABLE `t` (`id` int(11) NOT NULL AUTO_INCREMENT, `n` varchar(20), PRIMARY KEY (`id`), KEY `ix_n` (`n`)) ENGINE=InnoDB')\n    \
                op.execute('ALTER TABLE t ADD INDEX (n, id)')";
    let asked = "    inspector = sa.inspect(op.get_bind())\n    \
                 op.execute(f\"-- {[(index['name'], index['column_names']) for index in inspector.get_indexes('t')]}\")\n    \
                 t = sa.Table('t', sa.MetaData(), autoload_with=op.get_bind())\n    op.execute(t.insert().values(n='x'))";
    for dialect in ["mysql", "mariadb"] {
        let script = answers(made, asked, dialect);
        assert!(script.contains("-- [('ix_n', ['n']), ('n', ['n', 'id'])];"), "{dialect}: {script}");
        assert!(script.contains("INSERT INTO t (n) VALUES ('x')"), "{dialect}: {script}");
    }
}

#[test]
fn what_a_query_of_the_catalogue_selects_is_called_by_its_alias() {
    let made = "    op.create_table('t', sa.Column('a', sa.Integer))";
    let asked = "    bind = op.get_bind()\n    \
        there = bind.execute(sa.text(\"SELECT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 't') AS is_there\")).first()\n    \
        count = bind.execute(sa.text(\"SELECT count(*) AS how_many FROM pg_tables WHERE tablename = 't'\")).first()\n    \
        op.execute(f'-- {there.is_there} {count.how_many}')";
    assert!(answers(made, asked, "postgresql").contains("-- True 1;"));
}

/// The columns of a result are all that the table has at that place.
#[test]
fn the_keys_of_a_result_are_the_columns_of_the_table_that_is_selected_whole() {
    let made = "    op.create_table('t', sa.Column('a', sa.Integer), sa.Column('b', sa.Integer))\n    op.drop_column('t', 'a')";
    let asked = |query: &str| format!("    op.execute(f\"-- {{[key for key in op.get_bind().execute(sa.text('{query}')).keys()]}}\")");
    let altered = "    found = op.get_bind().execute(sa.text('SELECT * FROM t'))\n    op.add_column('t', sa.Column('c', sa.Integer))\n    \
                   op.execute(f'-- {len(list(found.keys()))}')";
    assert!(answers(made, altered, "postgresql").contains("-- 1;"));
    for query in ["SELECT * FROM t LIMIT 1", "SELECT * FROM t AS u WHERE b > 0"] {
        let script = answers(made, &asked(query), "postgresql");
        assert!(script.contains("-- ['b'];"), "{query}: {script}");
    }
    for query in [
        "SELECT * FROM t, t AS u",
        "SELECT t.* FROM t",
        "SELECT b FROM t",
        "SELECT * FROM nowhere",
        "SELECT * FROM t AS u(x)",
        "WITH t AS (SELECT 1 AS q) SELECT * FROM t",
    ] {
        let place = Place::of("postgresql://h/d", &[made, &asked(query)]);
        place.run(&["upgrade", "head", "--sql"]).refused(&["E0203"]);
    }
}
