//! The replay over whole histories.

use std::rc::Rc;

use super::{Answer, Effect, Facet, FailureKind, Knowledge, Rules, Schema, Why, World, answer::Reason};
use crate::dialect::Dialect;
use crate::model::{Column, Constraint, ConstraintKind, Ident, Index, IndexElement, Name, Table, TableName, Type};
use crate::source::Span;

fn schema(world: World) -> Schema {
    schema_of("postgresql", world)
}

fn schema_of(dialect: &str, world: World) -> Schema {
    let dialect = Dialect::load(dialect, &[]).expect("the embedded dialect");
    Schema::new(Rules::of(&dialect), world)
}

fn open() -> Schema {
    schema(World::Open(Why::nowhere(Reason::NeverMade)))
}

fn after(sql: &str) -> Schema {
    let mut schema = schema(World::Closed);
    assert_eq!(schema.apply_sql(sql, Span::NOWHERE), Effect::Applied, "{sql}");
    schema
}

fn name(text: &str) -> TableName {
    TableName::new(text)
}

fn table<'a>(schema: &'a Schema, text: &str) -> std::borrow::Cow<'a, super::Table> {
    schema.table(&name(text)).unwrap_or_else(|| panic!("no table {text}"))
}

fn constraint_names(schema: &Schema, text: &str) -> Vec<String> {
    table(schema, text).definition.constraints.iter().filter_map(|one| Some(one.name.as_ref()?.text().to_owned())).collect()
}

fn index_names(schema: &Schema, text: &str) -> Vec<String> {
    table(schema, text).definition.indexes.iter().filter_map(|one| Some(one.name.as_ref()?.text().to_owned())).collect()
}

fn failure(effect: &Effect) -> FailureKind {
    effect.failure().unwrap_or_else(|| panic!("{effect:?}")).kind
}

fn integer() -> Rc<Type> {
    Rc::new(Type::plain("Integer"))
}

#[test]
fn the_database_names_what_nobody_named() {
    let schema = after(
        "CREATE TABLE p (id int PRIMARY KEY, a int, b int, UNIQUE (a, b), UNIQUE (a), CHECK (a > 0), CHECK (a > b), CHECK (b <> 3), CHECK (a < 9));
         CREATE TABLE c (id serial, p_id int REFERENCES p, FOREIGN KEY (p_id) REFERENCES p (id));
         CREATE INDEX ON p (lower(a::text), b); CREATE INDEX ON p (b); CREATE INDEX ON p (b);",
    );
    assert_eq!(constraint_names(&schema, "p"), ["p_pkey", "p_a_b_key", "p_a_key", "p_a_check", "p_check", "p_b_check", "p_a_check1"]);
    assert_eq!(index_names(&schema, "p"), ["p_lower_b_idx", "p_b_idx", "p_b_idx1"]);
    assert_eq!(constraint_names(&schema, "c"), ["c_p_id_fkey", "c_p_id_fkey1"]);
    assert!(schema.has_sequence(&name("c_id_seq")).known() == Some(true));
}

#[test]
fn long_made_names_lose_the_end_of_the_longer_part() {
    let long = "a_table_with_a_name_that_is_really_much_too_long_for_it";
    let schema = after(&format!("CREATE TABLE {long} (a_column_of_some_length int UNIQUE)"));
    assert_eq!(constraint_names(&schema, long), ["a_table_with_a_name_that_is_really__a_column_of_some_length_key"]);
}

#[test]
fn an_open_chain_knows_only_what_it_touched() {
    let mut schema = open();
    assert_eq!(schema.has_table(&name("users")).known(), None);
    let effect = schema.add_column(&name("users"), &Column::new("age", integer()), false, Span::NOWHERE);
    assert!(matches!(effect, Effect::Unsure(_)));
    assert_eq!(schema.has_table(&name("users")).known(), Some(true));
    let users = table(&schema, "users");
    assert!(matches!(users.knowledge, Knowledge::Partial(_)));
    assert_eq!(users.has_column(schema.naming(), &"age".into()).known(), Some(true));
    assert_eq!(users.has_column(schema.naming(), &"name".into()).known(), None);
    assert!(schema.stranger().is_some());
    schema.drop_column(&name("users"), &"age".into(), false, false, Span::NOWHERE);
    assert_eq!(table(&schema, "users").has_column(schema.naming(), &"age".into()).known(), Some(false));
    schema.drop_table(&name("users"), false, false, Span::NOWHERE);
    assert_eq!(schema.has_table(&name("users")).known(), Some(false));
}

#[test]
fn a_foreign_key_tells_that_its_table_is_there_only_where_the_database_asks_for_it() {
    for (dialect, is_there) in [("postgresql", Some(true)), ("sqlite", Some(false))] {
        let mut schema = schema_of(dialect, World::Closed);
        schema.apply_sql("CREATE TABLE c (p_id int REFERENCES p (id))", Span::NOWHERE);
        assert_eq!(schema.has_table(&name("p")).known(), is_there, "{dialect}");
        assert_eq!(schema.stranger().is_some(), is_there == Some(true), "{dialect}");
    }
}

#[test]
fn a_closed_chain_says_no_and_certain_failures_are_told() {
    let mut schema = after("CREATE TABLE t (id int PRIMARY KEY, a int)");
    assert_eq!(schema.has_table(&name("other")).known(), Some(false));
    let t = name("t");
    assert_eq!(failure(&schema.add_column(&t, &Column::new("a", integer()), false, Span::NOWHERE)), FailureKind::DuplicateColumn);
    assert_eq!(failure(&schema.drop_column(&t, &"b".into(), false, false, Span::NOWHERE)), FailureKind::UndefinedColumn);
    assert_eq!(failure(&schema.create_table(&Table::new(t.clone(), Span::NOWHERE), false, Span::NOWHERE)), FailureKind::DuplicateTable);
    let missing = Name::Given("nope".into());
    assert_eq!(failure(&schema.drop_constraint(&t, &missing, false, false, Span::NOWHERE)), FailureKind::UndefinedConstraint);
    assert_eq!(failure(&schema.drop_index(None, Some(&t), &missing, false, Span::NOWHERE)), FailureKind::UndefinedIndex);
    assert_eq!(schema.drop_table(&t, false, false, Span::NOWHERE), Effect::Applied);
    assert_eq!(failure(&schema.drop_table(&t, false, false, Span::NOWHERE)), FailureKind::UndefinedTable);
    assert!(schema.stranger().is_none());
}

#[test]
fn a_dropped_column_takes_along_what_stands_on_it() {
    let mut schema = after(
        "CREATE TABLE t (id serial PRIMARY KEY, a int, b int, CONSTRAINT u UNIQUE (a, b), CONSTRAINT k CHECK (a > b));
         CREATE INDEX i ON t (b) WHERE a > 0; CREATE INDEX j ON t (lower(a::text)); CREATE INDEX l ON t (b)",
    );
    assert_eq!(schema.drop_column(&name("t"), &"a".into(), false, false, Span::NOWHERE), Effect::Applied);
    assert_eq!(constraint_names(&schema, "t"), ["t_pkey"]);
    assert_eq!(index_names(&schema, "t"), ["l"]);
    schema.drop_column(&name("t"), &"id".into(), false, false, Span::NOWHERE);
    assert_eq!(schema.has_sequence(&name("t_id_seq")).known(), Some(false));
}

#[test]
fn foreign_keys_follow_renames_and_hold_tables() {
    let mut schema = after("CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (p_id int REFERENCES p)");
    assert_eq!(failure(&schema.drop_table(&name("p"), false, false, Span::NOWHERE)), FailureKind::DependentObjects);
    assert_eq!(schema.rename_table(&name("p"), &"q".into(), Span::NOWHERE), Effect::Applied);
    assert_eq!(schema.rename_column(&name("q"), &"id".into(), &"key".into(), Span::NOWHERE), Effect::Applied);
    let ConstraintKind::ForeignKey(rule) = &table(&schema, "c").definition.constraints[0].kind.clone() else { panic!() };
    assert_eq!((&rule.referred_table, &rule.referred_columns), (&name("q"), &vec![Ident::new("key")]));
    assert_eq!(schema.drop_table(&name("q"), false, true, Span::NOWHERE), Effect::Applied);
    assert!(table(&schema, "c").definition.constraints.is_empty());
    assert_eq!(schema.has_table(&name("p")).known(), Some(false));
}

#[test]
fn doubt_takes_back_certainty_until_a_later_step_gives_it_again() {
    let mut schema = after("CREATE TABLE t (id int); CREATE TABLE other (id int)");
    schema.apply_sql("DO $$ BEGIN EXECUTE 'ALTER TABLE t ' || x(); END $$", Span::NOWHERE);
    assert_eq!(schema.has_table(&name("t")).known(), None);
    assert_eq!(schema.has_table(&name("other")).known(), Some(true));
    schema.add_column(&name("t"), &Column::new("a", integer()), false, Span::NOWHERE);
    let t = table(&schema, "t");
    assert_eq!(schema.has_table(&name("t")).known(), Some(true));
    assert_eq!(t.has_column(schema.naming(), &"a".into()).known(), Some(true));
    assert_eq!(t.has_column(schema.naming(), &"id".into()).known(), None);
    assert!(t.require_full().is_err());
    schema.apply_sql("CALL anything()", Span::NOWHERE);
    assert_eq!(schema.has_table(&name("other")).known(), None);
    assert_eq!(schema.has_table(&name("never")).known(), None);
    schema.create_table(&Table::new(name("fresh"), Span::NOWHERE), false, Span::NOWHERE);
    assert_eq!(schema.has_table(&name("fresh")).known(), Some(true));
    assert!(table(&schema, "fresh").require_full().is_ok());
}

#[test]
fn blocks_without_definitions_and_guarded_definitions_leave_no_doubt() {
    let mut schema = after("CREATE TABLE t (id int)");
    for sql in [
        "DO $$ BEGIN UPDATE t SET id = 1; PERFORM pg_sleep(1); END $$",
        "DO $$ BEGIN CREATE TYPE mood AS ENUM ('ok'); EXCEPTION WHEN duplicate_object THEN null; END $$;",
        "DO $do$ BEGIN IF NOT EXISTS (SELECT 1 FROM pg_type WHERE typname = 'x') THEN CREATE TYPE x AS ENUM ('a'); END IF; END $do$",
        "do $$ begin CREATE OR REPLACE VIEW public.\"v\" AS SELECT id FROM t; exception when others then \
         DROP VIEW IF EXISTS public.\"v\"; CREATE VIEW public.\"v\" AS SELECT id FROM t; end; $$ language 'plpgsql'",
        "CREATE OR REPLACE FUNCTION f() RETURNS trigger AS $$ BEGIN UPDATE t SET id = 2; RETURN NEW; END $$ LANGUAGE plpgsql",
        "SELECT count(*), max(id) FROM t",
        "WITH x AS (SELECT 1) INSERT INTO t SELECT * FROM x",
    ] {
        assert_eq!(schema.apply_sql(sql, Span::NOWHERE), Effect::Applied, "{sql}");
    }
    assert_eq!(schema.has_type(&name("mood")).known(), Some(true));
    assert_eq!(schema.has_type(&name("x")).known(), Some(true));
    assert_eq!(schema.has_view(&name("v")).known(), Some(true));
    assert!(table(&schema, "t").require_full().is_ok());
    let mut other = schema.clone();
    other.apply_sql(
        "DO $$ BEGIN ALTER TABLE t ADD COLUMN a int; CREATE VIEW w AS SELECT 1; EXCEPTION WHEN others THEN CREATE VIEW w AS SELECT 1; END $$",
        Span::NOWHERE,
    );
    assert!(table(&other, "t").require_full().is_err());
    for half in [
        "DO $$ BEGIN CREATE OR REPLACE VIEW v AS SELECT id FROM t; EXCEPTION WHEN others THEN DROP VIEW IF EXISTS v; END $$",
        "DO $$ BEGIN CREATE OR REPLACE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM t; \
         EXCEPTION WHEN others THEN DROP VIEW v; CREATE VIEW v AS SELECT id FROM t; END $$",
    ] {
        let mut other = schema.clone();
        other.apply_sql(half, Span::NOWHERE);
        assert!(table(&other, "t").require_full().is_err(), "{half}");
    }
    schema.apply_sql("SELECT create_hypertable('t', 'id')", Span::NOWHERE);
    assert_eq!(schema.has_table(&name("t")).known(), Some(true));
    assert!(table(&schema, "t").require_full().is_err());
}

#[test]
fn sql_text_edits_like_the_operations() {
    let schema = after(
        "CREATE TABLE IF NOT EXISTS \"T\" (Id bigserial PRIMARY KEY, name varchar(20) NOT NULL DEFAULT 'x', at timestamptz);
         ALTER TABLE \"T\" ADD COLUMN note text, ALTER COLUMN name DROP NOT NULL, ALTER COLUMN name TYPE text USING name::text;
         ALTER TABLE \"T\" ADD CONSTRAINT uq UNIQUE (name), RENAME CONSTRAINT uq TO uq2;
         CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON \"T\" USING btree (at DESC, name) WHERE at IS NOT NULL;
         ALTER INDEX ix RENAME TO ix2; COMMENT ON COLUMN \"T\".name IS 'hi'; ALTER SEQUENCE \"T_id_seq\" RENAME TO s;
         CREATE TYPE e AS ENUM ('a', 'c'); ALTER TYPE e ADD VALUE IF NOT EXISTS 'b' BEFORE 'c';
         ALTER TABLE \"T\" ADD COLUMN e e; ALTER TYPE e RENAME VALUE 'c' TO 'd'; ALTER TYPE e RENAME TO f;
         DROP INDEX CONCURRENTLY IF EXISTS gone; DROP TABLE IF EXISTS gone CASCADE;",
    );
    let t = table(&schema, "T");
    let columns: Vec<&str> = t.definition.columns.iter().map(|column| &*column.name.text).collect();
    assert_eq!(columns, ["id", "name", "at", "note", "e"]);
    let changed = t.column(schema.naming(), &"name".into()).expect("a column");
    assert!(changed.nullable && &*changed.ty.class == "TEXT" && changed.comment.as_deref() == Some("hi"));
    assert_eq!(constraint_names(&schema, "T"), ["T_pkey", "uq2"]);
    assert_eq!(index_names(&schema, "T"), ["ix2"]);
    assert_eq!(&*t.sequences["id"].sequence.name, "s");
    let enumeration = t.column(schema.naming(), &"e".into()).and_then(|column| column.ty.enumeration.clone()).expect("an enumeration");
    assert_eq!(enumeration.values.iter().map(|label| &**label).collect::<Vec<_>>(), ["a", "b", "d"]);
    assert_eq!(enumeration.name.as_ref().map(Name::text), Some("f"));
    assert!(schema.stranger().is_none());
}

#[test]
fn indexes_are_found_by_name_alone() {
    let mut schema = after("CREATE TABLE t (a int UNIQUE)");
    let index = Index {
        name: Some(Name::Given("ix".into())),
        table: name("t"),
        elements: vec![IndexElement::Column("a".into())],
        unique: false,
        options: Default::default(),
        place: Span::NOWHERE,
    };
    assert_eq!(schema.create_index(&index, false, Span::NOWHERE), Effect::Applied);
    assert_eq!(failure(&schema.create_index(&index, false, Span::NOWHERE)), FailureKind::DuplicateIndex);
    assert_eq!(schema.drop_index(None, None, &Name::Given("ix".into()), false, Span::NOWHERE), Effect::Applied);
    assert!(index_names(&schema, "t").is_empty());
    let of_constraint = schema.drop_index(None, None, &Name::Given("t_a_key".into()), false, Span::NOWHERE);
    assert_eq!(failure(&of_constraint), FailureKind::DependentObjects);
}

#[test]
fn a_copy_is_not_touched_by_later_edits() {
    let mut schema = after("CREATE TABLE t (a int)");
    let before = schema.clone();
    schema.alter_column(&name("t"), &"a".into(), Facet::Nullable(false), Span::NOWHERE);
    schema.add_constraint(
        &name("t"),
        &Constraint::new(ConstraintKind::PrimaryKey { columns: vec!["a".into()] }, Span::NOWHERE),
        Span::NOWHERE,
    );
    assert!(table(&before, "t").definition.columns[0].nullable);
    assert!(constraint_names(&before, "t").is_empty());
    assert_eq!(constraint_names(&schema, "t"), ["t_pkey"]);
    let Answer::Yes(_) = schema.has_index(None, None, &Name::Given("t_pkey".into())) else { panic!("the key's index") };
}

#[test]
fn differences_are_told_and_places_do_not_count() {
    let first = after("CREATE TABLE t (a varchar(5) NOT NULL DEFAULT 'x', b int); CREATE INDEX i ON t (a); CREATE TABLE u (a int)");
    let mut second = first.clone();
    assert!(first.differences(&second).is_empty());
    second.apply_sql(
        "ALTER TABLE t ALTER a TYPE text; ALTER TABLE t ALTER a TYPE varchar(5); DROP INDEX i; CREATE INDEX i ON t (a)",
        Span::NOWHERE,
    );
    assert_eq!(first.differences(&second), []);
    second.apply_sql(
        "ALTER TABLE t ALTER a DROP NOT NULL, DROP b, ADD c int, ADD UNIQUE (a); DROP TABLE u; CREATE TYPE e AS ENUM ('x'); DROP INDEX i; CREATE UNIQUE INDEX i ON t (a)",
        Span::NOWHERE,
    );
    let told: Vec<String> = first.differences(&second).into_iter().map(|difference| difference.what).collect();
    assert_eq!(
        told,
        [
            "the nullability of column \"a\" of table \"t\" differs",
            "column \"b\" of table \"t\" is missing",
            "column \"c\" of table \"t\" is left over",
            "constraint \"t_a_key\" of table \"t\" is left over",
            "index \"i\" of table \"t\" differs",
            "table \"public.u\" is missing",
            "type \"e\" is left over",
        ]
    );
}

#[test]
fn an_owned_sequence_goes_along_with_its_column() {
    let mut schema = after(
        "CREATE SEQUENCE s START WITH 3; CREATE TABLE t (a int DEFAULT nextval('s'), b int); ALTER SEQUENCE s OWNED BY t.a;
         CREATE SEQUENCE r OWNED BY t.b",
    );
    schema.apply_sql("ALTER TABLE t DROP COLUMN b", Span::NOWHERE);
    assert_eq!(schema.has_sequence(&name("r")).known(), Some(false));
    schema.apply_sql("DROP TABLE t", Span::NOWHERE);
    assert_eq!(schema.has_sequence(&name("s")).known(), Some(false));
}
