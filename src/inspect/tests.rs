//! Answers held against what SQLAlchemy's inspector says of a real database.

use std::rc::Rc;

use super::catalogue::query;
use super::{Guards, Inspector, Question, Reply, Window, reflect_table};
use crate::dialect::Dialect;
use crate::eval::Value;
use crate::model::{OptionValue, SqlExpr, TableName, Type, TypeParam};
use crate::schema::{Reason, Rules, Schema, Why, World};
use crate::source::Span;

/// Shows a type as its class with its arguments, and plain text alone.
struct Plain;

impl Window for Plain {
    fn type_value(&self, ty: Type) -> Value {
        let argument = |(name, value): (&Rc<str>, &TypeParam)| match value {
            TypeParam::Value(OptionValue::Int(number)) => format!("{name}={number}"),
            TypeParam::Value(OptionValue::Bool(flag)) => format!("{name}={flag}"),
            TypeParam::Type(item) => item.class.to_string(),
            other => format!("{other:?}"),
        };
        let arguments: Vec<String> = ty.params.iter().map(argument).collect();
        Value::str(format!("{}({})", ty.class, arguments.join(", ")))
    }

    fn expression(&self, expression: &SqlExpr) -> Option<String> {
        match expression {
            SqlExpr::Text(text) => Some(text.to_string()),
            _ => None,
        }
    }
}

fn replayed(sql: &str, world: World) -> Schema {
    replayed_on("postgresql", sql, world)
}

fn replayed_on(dialect: &str, sql: &str, world: World) -> Schema {
    let dialect = Dialect::load(dialect, &[]).expect("the embedded dialect");
    let mut schema = Schema::new(Rules::of(&dialect), world);
    schema.apply_sql(sql, Span::NOWHERE);
    schema
}

fn ask(schema: &Schema, method: &'static str, object: Option<&str>) -> Reply {
    let question = Question { method, object: object.map(Into::into), part: None, schema: None };
    Inspector::default().ask(schema, &Plain, &Guards::default(), &question, Span::NOWHERE)
}

fn told(schema: &Schema, method: &'static str, object: Option<&str>) -> String {
    match ask(schema, method, object) {
        Reply::Value(value) => python(&value),
        other => panic!("{method}: {other:?}"),
    }
}

/// A value as Python prints it.
fn python(value: &Value) -> String {
    let all = |items: &[Value]| items.iter().map(python).collect::<Vec<_>>().join(", ");
    match value {
        Value::None => "None".to_owned(),
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Str(text) if text.contains('\'') => format!("\"{text}\""),
        Value::Str(text) => format!("'{text}'"),
        Value::List(items) => format!("[{}]", all(&items.borrow())),
        Value::Tuple(items) => format!("({},)", all(items)),
        Value::Dict(dict) => {
            let entries: Vec<String> = dict.borrow().iter().map(|(key, value)| format!("{}: {}", python(key), python(value))).collect();
            format!("{{{}}}", entries.join(", "))
        }
        other => format!("{other:?}"),
    }
}

const HISTORY: &str = "CREATE TYPE mood AS ENUM ('sad', 'ok');
    CREATE TABLE p (id SERIAL NOT NULL, name VARCHAR(50) DEFAULT 'x' NOT NULL, n INTEGER DEFAULT '-1', b BOOLEAN DEFAULT '1',
        at TIMESTAMP(3) WITH TIME ZONE DEFAULT now(), utc TIMESTAMP DEFAULT timezone('utc', now()), m mood DEFAULT 'ok', PRIMARY KEY (id));
    CREATE TABLE c (id BIGINT GENERATED ALWAYS AS IDENTITY, p_id INTEGER, a TEXT[] DEFAULT '{}',
        CONSTRAINT fk FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE, UNIQUE (p_id), CHECK (p_id > 0));
    CREATE UNIQUE INDEX ix ON c (p_id DESC, abs(p_id)) WHERE p_id > 1;";

#[test]
fn columns_are_described_as_the_reference_describes_them() {
    let schema = replayed(HISTORY, World::Closed);
    let columns = told(&schema, "get_columns", Some("p"));
    let expected = [
        r#"{'name': 'id', 'type': 'INTEGER()', 'nullable': False, 'default': "nextval('p_id_seq'::regclass)", 'autoincrement': True, 'comment': None}"#,
        r#"{'name': 'name', 'type': 'VARCHAR(length=50)', 'nullable': False, 'default': "'x'::character varying", 'autoincrement': False, 'comment': None}"#,
        r#"{'name': 'n', 'type': 'INTEGER()', 'nullable': True, 'default': "'-1'::integer", 'autoincrement': False, 'comment': None}"#,
        r#"{'name': 'b', 'type': 'BOOLEAN()', 'nullable': True, 'default': 'true', 'autoincrement': False, 'comment': None}"#,
        r#"{'name': 'at', 'type': 'postgresql.TIMESTAMP(timezone=true, precision=3)', 'nullable': True, 'default': 'now()', 'autoincrement': False, 'comment': None}"#,
        r#"{'name': 'utc', 'type': 'postgresql.TIMESTAMP()', 'nullable': True, 'default': "timezone('utc'::text, now())", 'autoincrement': False, 'comment': None}"#,
        r#"{'name': 'm', 'type': 'postgresql.ENUM()', 'nullable': True, 'default': "'ok'::mood", 'autoincrement': False, 'comment': None}"#,
    ];
    assert_eq!(columns, format!("[{}]", expected.join(", ")));
    let columns = told(&schema, "get_columns", Some("c"));
    assert!(columns.contains("'identity': {'always': True, 'start': 1, 'increment': 1, 'minvalue': 1, 'maxvalue': 9223372036854775807, 'cache': 1, 'cycle': False}"), "{columns}");
    assert!(columns.contains(r#"'type': 'postgresql.ARRAY(TEXT)', 'nullable': True, 'default': "'{}'::text[]""#), "{columns}");
}

#[test]
fn keys_and_indexes_are_described_as_the_reference_describes_them() {
    let schema = replayed(HISTORY, World::Closed);
    assert_eq!(
        told(&schema, "get_pk_constraint", Some("p")),
        "{'constrained_columns': ['id'], 'name': 'p_pkey', 'comment': None, 'dialect_options': {'postgresql_include': []}}"
    );
    assert_eq!(told(&schema, "get_pk_constraint", Some("c")), "{'name': None, 'constrained_columns': []}");
    assert_eq!(
        told(&schema, "get_foreign_keys", Some("c")),
        "[{'name': 'fk', 'constrained_columns': ['p_id'], 'referred_schema': None, 'referred_table': 'p', 'referred_columns': ['id'], 'options': {'ondelete': 'CASCADE'}, 'comment': None}]"
    );
    assert_eq!(
        told(&schema, "get_unique_constraints", Some("c")),
        "[{'column_names': ['p_id'], 'name': 'c_p_id_key', 'comment': None, 'dialect_options': {'postgresql_include': [], 'postgresql_nulls_not_distinct': False}}]"
    );
    assert_eq!(
        told(&schema, "get_indexes", Some("c")),
        "[{'name': 'c_p_id_key', 'unique': True, 'column_names': ['p_id'], 'duplicates_constraint': 'c_p_id_key', 'dialect_options': {'postgresql_include': []}}, \
         {'name': 'ix', 'unique': True, 'column_names': ['p_id', None], 'expressions': ['p_id', 'abs(p_id)'], 'column_sorting': {'p_id': ('desc',)}, 'dialect_options': {'postgresql_where': '(p_id > 1)', 'postgresql_include': []}}]"
    );
    assert_eq!(told(&schema, "get_check_constraints", Some("c")), "[{'name': 'c_p_id_check', 'sqltext': 'p_id > 0', 'comment': None}]");
    assert_eq!(told(&schema, "get_table_names", None), "['p', 'c']");
    assert_eq!(told(&schema, "get_sequence_names", None), "['p_id_seq', 'c_id_seq']");
    assert_eq!(told(&schema, "get_enums", None), "[{'name': 'mood', 'schema': 'public', 'visible': True, 'labels': ['sad', 'ok']}]");
    assert_eq!(told(&schema, "get_schema_names", None), "['information_schema', 'public']");
}

#[test]
fn what_is_not_known_is_refused_and_what_is_missing_raises() {
    let open = World::Open(Why::nowhere(Reason::NeverMade));
    let schema = replayed("ALTER TABLE users ADD COLUMN age integer; CREATE TABLE own (id int)", open);
    assert!(matches!(ask(&schema, "has_table", Some("other")), Reply::Refused(_)));
    assert_eq!(told(&schema, "has_table", Some("users")), "True");
    assert!(matches!(ask(&schema, "get_columns", Some("users")), Reply::Listing(_)));
    let Reply::Listing(names) = ask(&schema, "get_table_names", None) else { panic!("more tables may be there") };
    let guards = Guards::default();
    assert_eq!(names.contains(&schema, &guards, "own", Span::NOWHERE), Ok(true));
    assert!(names.contains(&schema, &guards, "other", Span::NOWHERE).is_err());
    assert_eq!(guards.take().len(), 1);
    let closed = replayed("CREATE TABLE own (id int)", World::Closed);
    assert!(matches!(ask(&closed, "get_columns", Some("other")), Reply::NoSuchTable(_)));
    assert_eq!(told(&closed, "has_table", Some("other")), "False");
}

#[test]
fn an_inspector_keeps_its_answers() {
    let mut schema = replayed("CREATE TABLE t (id int)", World::Closed);
    let inspector = Inspector::default();
    let question = Question { method: "has_table", object: Some("u".into()), part: None, schema: None };
    let ask = |schema: &Schema| match inspector.ask(schema, &Plain, &Guards::default(), &question, Span::NOWHERE) {
        Reply::Value(Value::Bool(flag)) => flag,
        other => panic!("{other:?}"),
    };
    assert!(!ask(&schema));
    schema.apply_sql("CREATE TABLE u (id int)", Span::NOWHERE);
    assert!(!ask(&schema));
    inspector.clear();
    assert!(ask(&schema));
}

#[test]
fn a_reflected_table_has_the_types_of_the_database() {
    let schema = replayed(HISTORY, World::Closed);
    let table = reflect_table(&schema, &Plain, &TableName::new("p")).expect("all of it is known");
    let classes: Vec<&str> = table.columns.iter().map(|column| &*column.ty.class).collect();
    assert_eq!(classes, ["INTEGER", "VARCHAR", "INTEGER", "BOOLEAN", "postgresql.TIMESTAMP", "postgresql.TIMESTAMP", "postgresql.ENUM"]);
}

#[test]
fn simple_queries_of_the_catalogue_are_answered() {
    let schema = replayed(HISTORY, World::Closed);
    let rows = |sql: &str| {
        let found =
            query(&schema, &Guards::default(), sql, Span::NOWHERE).unwrap_or_else(|| panic!("not understood: {sql}")).expect("known");
        found.rows.iter().map(|row| row.iter().map(python).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(rows("SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' AND table_name = 'p'"), ["1"]);
    assert!(rows("SELECT 1 FROM information_schema.tables WHERE table_name = 'q'").is_empty());
    assert_eq!(rows("SELECT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')"), ["True"]);
    assert_eq!(rows("SELECT column_name FROM information_schema.columns WHERE table_name = 'c' AND column_name IN ('a', 'z')"), ["'a'"]);
    assert_eq!(
        rows("select constraint_name from information_schema.table_constraints where table_name='c' and constraint_type = 'FOREIGN KEY'"),
        ["'fk'"]
    );
    assert_eq!(rows("SELECT count(*) FROM pg_indexes WHERE tablename = 'c'"), ["2"]);
    assert_eq!(rows("SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND indexname = 'ix'"), ["'ix'"]);
    for other in [
        "SELECT * FROM p",
        "SELECT 1 FROM pg_class c JOIN pg_index i ON true",
        "SELECT * FROM pg_class WHERE relname = 'p'",
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'p' ORDER BY column_name",
        "SELECT column_name FROM information_schema.columns WHERE table_name = 'p' LIMIT 2",
        "SELECT 1 FROM information_schema.tables WHERE table_schema = current_database() AND table_name = 'p'",
        "SELECT ccu.table_name FROM information_schema.table_constraints tc \
         JOIN information_schema.constraint_column_usage ccu ON ccu.constraint_name = tc.constraint_name WHERE tc.table_name = 'c'",
        "SELECT 1 FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid WHERE c.relname = 'p'",
    ] {
        assert!(query(&schema, &Guards::default(), other, Span::NOWHERE).is_none(), "{other}");
    }
    for unlisted in [
        "SELECT relname FROM pg_class WHERE relname LIKE 'x%'",
        "SELECT constraint_name FROM information_schema.table_constraints WHERE table_name = 'p'",
        "SELECT column_name FROM information_schema.columns WHERE column_name = 'name'",
    ] {
        assert!(matches!(query(&schema, &Guards::default(), unlisted, Span::NOWHERE), Some(Err(_))), "{unlisted}");
    }
    let types =
        query(&schema, &Guards::default(), "SELECT data_type FROM information_schema.columns WHERE table_name = 'p'", Span::NOWHERE);
    let rows = types.expect("understood").expect("known").rows;
    assert!(rows.len() == 7 && rows.iter().flatten().all(|value| matches!(value, Value::Live(_))), "{rows:?}");
}

#[test]
fn a_name_in_another_case_finds_what_it_would_in_sqlite() {
    let schema =
        replayed_on("sqlite", "CREATE TABLE Users (id int); CREATE INDEX Ix ON users (id); CREATE VIEW V1 AS SELECT 1;", World::Closed);
    let found = |sql: &str| {
        let rows = query(&schema, &Guards::default(), sql, Span::NOWHERE).expect("understood").expect("known").rows;
        rows.iter().flatten().map(python).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'Users'"), "'Users'");
    assert_eq!(found("SELECT name FROM sqlite_master WHERE type = 'table' AND name = 'users'"), "");
    assert_eq!(found("SELECT tbl_name FROM sqlite_master WHERE type = 'index' AND name = 'Ix'"), "'Users'");
    assert_eq!(found("SELECT tbl_name FROM sqlite_master WHERE type = 'index' AND name = 'ix'"), "");
    assert_eq!(found("SELECT name FROM sqlite_master WHERE type = 'view' AND name = 'V1'"), "'V1'");
    assert_eq!(found("SELECT name FROM sqlite_master WHERE type = 'view' AND name = 'v1'"), "");
}
