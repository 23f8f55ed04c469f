//! Statements against what Alembic 1.20.1 writes for the same operations.

use std::rc::Rc;

use super::{ColumnRef, DroppedKind, Stmt, render};
use crate::dialect::{Dialect, FrameRole};
use crate::model::column::SequenceOptions;
use crate::model::{
    Autoincrement, Column, Computed, Constraint, ConstraintKind, EnumType, ForeignKeyRule, Ident, Identity, Index, IndexElement, Name,
    OptionValue, Options, Sequence, ServerDefault, SqlExpr, Table, TableName, Type, TypeParam,
};
use crate::source::Span;

fn shown(stmt: &Stmt) -> String {
    let dialect = Dialect::load("postgresql", &[]).unwrap();
    match render(stmt, &dialect) {
        Ok(text) => text.replace('\t', "    ").trim().to_owned(),
        Err(error) => format!("!! {}", error.message),
    }
}

fn table_name(schema: Option<&str>, name: &str) -> TableName {
    TableName { schema: schema.map(Ident::from), name: name.into() }
}

fn ty(class: &str, params: &[(&str, OptionValue)]) -> Rc<Type> {
    let mut ty = Type::plain(class);
    ty.params.extend(params.iter().map(|(name, value)| (Rc::from(*name), TypeParam::Value(value.clone()))));
    Rc::new(ty)
}

fn column(name: &str, class: &str) -> Column {
    Column::new(name, ty(class, &[]))
}

fn key(name: &str, class: &str) -> Column {
    Column { primary_key: true, nullable: false, ..column(name, class) }
}

fn text(text: &str) -> Rc<SqlExpr> {
    Rc::new(SqlExpr::Text(text.into()))
}

fn string(value: &str) -> OptionValue {
    OptionValue::Str(value.into())
}

fn options<const N: usize>(entries: [(&str, OptionValue); N]) -> Options {
    entries.into_iter().map(|(name, value)| (Rc::from(format!("postgresql_{name}")), value)).collect()
}

fn map<const N: usize>(entries: [(&str, OptionValue); N]) -> OptionValue {
    OptionValue::Map(entries.into_iter().map(|(name, value)| (Rc::from(name), value)).collect())
}

fn constraint(name: Option<&str>, kind: ConstraintKind) -> Constraint {
    Constraint { name: name.map(|name| Name::Given(name.into())), ..Constraint::new(kind, Span::NOWHERE) }
}

fn names(names: &[&str]) -> Vec<Ident> {
    names.iter().map(|name| Ident::from(*name)).collect()
}

fn references(columns: &[&str], table: TableName, referred: &[&str]) -> ForeignKeyRule {
    ForeignKeyRule {
        columns: names(columns),
        referred_table: table,
        referred_columns: names(referred),
        onupdate: None,
        ondelete: None,
        r#match: None,
        use_alter: false,
    }
}

fn check(name: Option<&str>, condition: &str) -> Constraint {
    constraint(name, ConstraintKind::Check { condition: text(condition) })
}

fn table(name: &str, columns: Vec<Column>) -> Table {
    let columns = columns.into_iter().map(Rc::new).collect();
    Table { columns, ..Table::new(name.into_table(), Span::NOWHERE) }
}

trait IntoTable {
    fn into_table(self) -> TableName;
}

impl IntoTable for &str {
    fn into_table(self) -> TableName {
        table_name(None, self)
    }
}

fn created(table: Table) -> String {
    shown(&Stmt::CreateTable { table: Rc::new(table), if_not_exists: false })
}

fn altered(name: &str) -> ColumnRef {
    ColumnRef {
        table: table_name(None, "t"),
        name: name.into(),
        existing_type: None,
        existing_nullable: None,
        existing_server_default: None,
        existing_comment: None,
    }
}

#[test]
fn a_table_with_all_kinds_of_constraints() {
    let mut name = Column { nullable: false, ..Column::new("Name", ty("String", &[("length", OptionValue::Int(20))])) };
    name.server_default = Some(ServerDefault::Text("it's".into()));
    let mut number = Column::new("n", ty("Numeric", &[("precision", OptionValue::Int(10)), ("scale", OptionValue::Int(2))]));
    number.server_default = Some(ServerDefault::Expr(text("0")));
    number.constraints = vec![check(None, "n > 0")];
    let mut rule = references(&["org"], table_name(None, "org"), &["id"]);
    rule.ondelete = Some("CASCADE".into());
    let mut later = references(&["org"], table_name(None, "later"), &["id"]);
    later.use_alter = true;
    let mut users = table("user", vec![key("id", "Integer"), name, column("org", "BigInteger"), number.clone()]);
    users.name = table_name(Some("s p"), "user");
    users.constraints = vec![
        number.constraints[0].clone(),
        check(Some("ck"), "n < 10"),
        constraint(None, ConstraintKind::Unique { columns: names(&["Name", "org"]) }),
        constraint(Some("fk_org"), ConstraintKind::ForeignKey(Box::new(rule))),
        constraint(Some("fk_later"), ConstraintKind::ForeignKey(Box::new(later))),
    ];
    let expected = r#"CREATE TABLE "s p"."user" (
    id SERIAL NOT NULL, 
    "Name" VARCHAR(20) DEFAULT 'it''s' NOT NULL, 
    org BIGINT, 
    n NUMERIC(10, 2) DEFAULT 0 CHECK (n > 0), 
    PRIMARY KEY (id), 
    CONSTRAINT ck CHECK (n < 10), 
    UNIQUE ("Name", org), 
    CONSTRAINT fk_org FOREIGN KEY(org) REFERENCES org (id) ON DELETE CASCADE
)"#;
    assert_eq!(created(users), expected);
}

#[test]
fn table_options_and_generated_columns() {
    let identity = |always, sequence| Some(ServerDefault::Identity(Rc::new(Identity { always, on_null: None, sequence })));
    let counting = SequenceOptions { start: Some(3), increment: Some(2), cycle: Some(true), ..SequenceOptions::default() };
    let mut a = key("a", "BigInteger");
    a.server_default = identity(Some(true), counting);
    let mut b = column("b", "Integer");
    b.server_default = Some(ServerDefault::Computed(Rc::new(Computed { expression: text("a*2"), persisted: Some(true) })));
    let mut c = column("c", "Integer");
    c.server_default = identity(None, SequenceOptions::default());
    let system = Column { system: true, ..column("xmin", "Integer") };
    let mut made = table("t", vec![a, b, c, system]);
    made.prefixes = vec!["UNLOGGED".into()];
    made.options = options([
        ("partition_by", string("RANGE (a)")),
        ("with", map([("fillfactor", OptionValue::Int(70)), ("x", OptionValue::None), ("y", OptionValue::Bool(true))])),
        ("tablespace", string("Tbs")),
        ("on_commit", string("preserve_rows")),
        ("inherits", OptionValue::List(vec![string("p1"), string("Q")])),
        ("with_oids", OptionValue::Bool(false)),
    ]);
    made.options.insert("mysql_engine".into(), string("InnoDB"));
    let expected = r#"CREATE UNLOGGED TABLE IF NOT EXISTS t (
    a BIGINT GENERATED ALWAYS AS IDENTITY (INCREMENT BY 2 START WITH 3 CYCLE), 
    b INTEGER GENERATED ALWAYS AS (a*2) STORED, 
    c INTEGER GENERATED BY DEFAULT AS IDENTITY NULL, 
    PRIMARY KEY (a)
)
 INHERITS (p1, "Q")
 PARTITION BY RANGE (a)
 WITH (fillfactor = 70, x, y = true)
 WITHOUT OIDS
 ON COMMIT PRESERVE ROWS
 TABLESPACE "Tbs""#;
    assert_eq!(shown(&Stmt::CreateTable { table: Rc::new(made), if_not_exists: true }), expected);
    assert_eq!(created(table("t", Vec::new())), "CREATE TABLE t (\n)");
}

#[test]
fn which_key_counts() {
    let line = |column: Column| created(table("t", vec![column])).lines().nth(1).unwrap_or_default().trim().to_owned();
    assert_eq!(line(key("a", "SmallInteger")), "a SMALLSERIAL NOT NULL,");
    assert_eq!(line(Column { autoincrement: Autoincrement::No, ..key("a", "Integer") }), "a INTEGER NOT NULL,");
    assert_eq!(line(Column { has_python_default: true, ..key("a", "Integer") }), "a INTEGER NOT NULL,");
    let defaulted = Column { server_default: Some(ServerDefault::Text("3".into())), ..key("a", "Integer") };
    assert_eq!(line(defaulted), "a INTEGER DEFAULT '3' NOT NULL,");
    let sequence = Sequence { name: table_name(None, "s6"), options: SequenceOptions::default(), optional: false, data_type: None };
    assert_eq!(line(Column { sequence: Some(Rc::new(sequence)), ..key("a", "Integer") }), "a INTEGER NOT NULL,");
    let decimal = ty("Numeric", &[("precision", OptionValue::Int(10)), ("scale", OptionValue::Int(0))]);
    assert_eq!(line(Column { autoincrement: Autoincrement::Yes, ty: decimal, ..key("a", "Integer") }), "a SERIAL NOT NULL,");
    let text = created(table("t9", vec![Column { autoincrement: Autoincrement::Yes, ..key("a", "String") }]));
    assert!(text.contains("is not compatible with autoincrement=True"), "{text}");
    let two = vec![key("a", "Integer"), Column { autoincrement: Autoincrement::Yes, ..key("b", "BigInteger") }];
    assert!(created(table("t2", two)).ends_with("    a INTEGER NOT NULL, \n    b BIGSERIAL NOT NULL, \n    PRIMARY KEY (b, a)\n)"));
    let mut referring = table("t3", vec![key("a", "Integer")]);
    let rule = references(&["a"], table_name(None, "z"), &["a"]);
    referring.constraints = vec![constraint(None, ConstraintKind::ForeignKey(Box::new(rule)))];
    assert!(created(referring).contains("a INTEGER NOT NULL, \n    PRIMARY KEY (a), \n    FOREIGN KEY(a) REFERENCES z (a)"));
    assert_eq!(
        created(table("t", vec![column("a", "NullType")])),
        "!! (in table `t`, column `a`): can't generate DDL for NullType(); did you forget to specify a type on this Column?"
    );
}

#[test]
fn indexes_with_all_options() {
    let mut index = Index {
        name: Some(Name::Given("ix".into())),
        table: table_name(Some("S"), "t"),
        elements: vec![IndexElement::Column("a".into()), IndexElement::Expr(text("lower(b)"))],
        unique: true,
        options: options([
            ("using", string("GIN")),
            ("ops", map([("a", string("text_pattern_ops"))])),
            ("where", OptionValue::Expr(text("a > 1"))),
            ("with", map([("fillfactor", OptionValue::Int(50))])),
            ("include", OptionValue::List(vec![string("z")])),
            ("concurrently", OptionValue::Bool(true)),
            ("nulls_not_distinct", OptionValue::Bool(true)),
            ("tablespace", string("ts")),
        ]),
        place: Span::NOWHERE,
    };
    let create = |index: &Index| shown(&Stmt::CreateIndex { index: Rc::new(index.clone()), if_not_exists: true });
    assert_eq!(
        create(&index),
        "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS ix ON \"S\".t USING gin (a text_pattern_ops, lower(b)) INCLUDE (z) \
         NULLS NOT DISTINCT WITH (fillfactor = 50) TABLESPACE ts WHERE a > 1"
    );
    assert_eq!(shown(&Stmt::DropIndex { index: Rc::new(index.clone()), if_exists: true }), "DROP INDEX CONCURRENTLY IF EXISTS \"S\".ix");
    index.options = options([("nosuch", OptionValue::Int(1))]);
    assert!(create(&index).starts_with("!! argument `postgresql_nosuch` is not accepted"));
    index.options = Options::default();
    index.unique = false;
    index.elements.pop();
    index.name = Some(Name::Conventional("i".repeat(70).into()));
    let truncated = format!("CREATE INDEX IF NOT EXISTS {}_fa70 ON \"S\".t (a)", "i".repeat(55));
    assert_eq!(create(&index), truncated);
    index.name = Some(Name::Given(Ident::new("i".repeat(70))));
    assert_eq!(create(&index), format!("!! identifier `{}` exceeds maximum length of 63 characters", "i".repeat(70)));
}

#[test]
fn statements_that_no_transaction_may_hold() {
    let dialect = Dialect::load("postgresql", &[]).unwrap();
    let outside = [
        "\nCREATE UNIQUE INDEX CONCURRENTLY ix ON t (a)",
        "-- why\n/* so */ drop index concurrently ix",
        "REINDEX (VERBOSE) TABLE CONCURRENTLY t",
        "vacuum full t",
        "ALTER TABLE p DETACH PARTITION c CONCURRENTLY",
        "CREATE DATABASE d",
        "ALTER SYSTEM SET x = 1",
        "CLUSTER;",
        "DROP INDEX\u{b}CONCURRENTLY\u{c}ix",
    ];
    let inside =
        ["CREATE INDEX concurrently_ix ON t (a)", "ALTER TYPE e ADD VALUE 'x'", "CREATE TABLE vacuum (a int)", "CLUSTER t USING ix"];
    for sql in outside {
        assert_eq!(dialect.frame_role(sql), FrameRole::Outside, "{sql}");
    }
    for sql in inside {
        assert_ne!(dialect.frame_role(sql), FrameRole::Outside, "{sql}");
    }
}

#[test]
fn columns_are_added_and_altered() {
    let add = |table: TableName, column: Column| {
        let (if_not_exists, inline_references, inline_primary_key) = (false, true, false);
        shown(&Stmt::AddColumn { table, column: Rc::new(column), if_not_exists, inline_references, inline_primary_key })
    };
    assert_eq!(add(table_name(Some("a.b"), "t"), key("id", "SmallInteger")), "ALTER TABLE a.b.t ADD COLUMN id SMALLSERIAL NOT NULL");
    let mut referring = column("x", "Integer");
    let rule = references(&["x"], table_name(None, "o"), &["id"]);
    referring.constraints = vec![check(Some("cx"), "x>1"), constraint(None, ConstraintKind::ForeignKey(Box::new(rule)))];
    assert_eq!(add(table_name(None, "t"), referring), "ALTER TABLE t ADD COLUMN x INTEGER REFERENCES o (id) CONSTRAINT cx CHECK (x>1)");

    let mut array = Type::plain("ARRAY");
    let item = ty("String", &[("length", OptionValue::Int(5)), ("collation", string("C"))]);
    array.params.insert("item_type".into(), TypeParam::Type(item));
    let retyped = Stmt::ColumnType { column: altered("x"), ty: Rc::new(array), using: Some("x::text[]".into()) };
    assert_eq!(shown(&retyped), "ALTER TABLE t ALTER COLUMN x TYPE VARCHAR(5)[] COLLATE \"C\" USING x::text[]");
    let alter = |stmt: fn(ColumnRef) -> Stmt| shown(&stmt(altered("x")));
    assert_eq!(alter(|column| Stmt::ColumnNullable { column, nullable: false }), "ALTER TABLE t ALTER COLUMN x SET NOT NULL");
    assert_eq!(alter(|column| Stmt::ColumnDefault { column, default: None }), "ALTER TABLE t ALTER COLUMN x DROP DEFAULT");
    assert_eq!(alter(|column| Stmt::ColumnComment { column, comment: Some("hey".into()) }), "COMMENT ON COLUMN t.x IS 'hey'");
    assert_eq!(alter(|column| Stmt::ColumnName { column, to: "Y".into() }), "ALTER TABLE t RENAME x TO \"Y\"");
}

#[test]
fn identities_are_added_changed_and_dropped() {
    let identity = |always, sequence| Some(ServerDefault::Identity(Rc::new(Identity { always, on_null: None, sequence })));
    let old = identity(None, SequenceOptions { start: Some(3), cycle: Some(true), ..SequenceOptions::default() });
    let new = identity(Some(true), SequenceOptions { start: Some(4), cycle: Some(false), ..SequenceOptions::default() });
    let show = |from: Option<ServerDefault>, to: Option<ServerDefault>| shown(&Stmt::ColumnIdentity { column: altered("x"), from, to });
    assert_eq!(show(old, new), "ALTER TABLE t ALTER COLUMN x SET GENERATED ALWAYS SET NO CYCLE SET START WITH 4");
    let started = identity(Some(true), SequenceOptions { start: Some(4), ..SequenceOptions::default() });
    assert_eq!(show(None, started.clone()), "ALTER TABLE t ALTER COLUMN x ADD GENERATED ALWAYS AS IDENTITY (START WITH 4)");
    assert_eq!(show(started, None), "ALTER TABLE t ALTER COLUMN x DROP IDENTITY");
    let computed = ServerDefault::Computed(Rc::new(Computed { expression: text("a"), persisted: None }));
    assert!(shown(&Stmt::ColumnDefault { column: altered("x"), default: Some(computed) }).starts_with("!! PostgreSQL has no way"));
}

#[test]
fn constraints_are_added_and_dropped() {
    let add = |table: TableName, constraint: Constraint| shown(&Stmt::AddConstraint { table, constraint: Rc::new(constraint) });
    let mut rule = references(&["x", "y"], table_name(Some("s2"), "b"), &["X", "z"]);
    rule.ondelete = Some("SET NULL (x)".into());
    rule.onupdate = Some("cascade".into());
    rule.r#match = Some("FULL".into());
    let mut foreign = constraint(Some("fk"), ConstraintKind::ForeignKey(Box::new(rule)));
    foreign.deferrable = Some(true);
    foreign.initially = Some("DEFERRED".into());
    foreign.options = options([("not_valid", OptionValue::Bool(true))]);
    assert_eq!(
        add(table_name(Some("s1"), "a"), foreign),
        "ALTER TABLE s1.a ADD CONSTRAINT fk FOREIGN KEY(x, y) REFERENCES s2.b (\"X\", z) MATCH FULL ON DELETE SET NULL (x) \
         ON UPDATE cascade DEFERRABLE INITIALLY DEFERRED NOT VALID"
    );
    let mut unique = constraint(Some("uq"), ConstraintKind::Unique { columns: names(&["a", "b"]) });
    unique.deferrable = Some(false);
    unique.options = options([("nulls_not_distinct", OptionValue::Bool(true))]);
    let t = || table_name(None, "t");
    assert_eq!(add(t(), unique), "ALTER TABLE t ADD CONSTRAINT uq UNIQUE NULLS NOT DISTINCT (a, b) NOT DEFERRABLE");
    assert_eq!(add(t(), constraint(None, ConstraintKind::PrimaryKey { columns: names(&["a"]) })), "ALTER TABLE t ADD PRIMARY KEY (a)");
    let mut unchecked = check(Some("ck"), "a > 1");
    unchecked.options = options([("not_valid", OptionValue::Bool(true))]);
    assert_eq!(add(t(), unchecked), "ALTER TABLE t ADD CONSTRAINT ck CHECK (a > 1) NOT VALID");
    let exclude = ConstraintKind::Exclude {
        elements: vec![(text("a"), "&&".into()), (text("b"), "=".into())],
        using: "GIST".into(),
        r#where: Some(text("a > 3")),
        ops: Vec::new(),
    };
    let exclude = Constraint { deferrable: Some(true), ..constraint(Some("ex"), exclude) };
    assert_eq!(add(t(), exclude), "ALTER TABLE t ADD CONSTRAINT ex EXCLUDE USING gist (a WITH &&, b WITH =) WHERE (a > 3) DEFERRABLE");
    let drop = Stmt::DropConstraint {
        table: table_name(Some("z"), "t"),
        name: Some(Name::Given("uq".into())),
        kind: Some(DroppedKind::Unique),
        if_exists: true,
        cascade: false,
    };
    assert_eq!(shown(&drop), "ALTER TABLE z.t DROP CONSTRAINT IF EXISTS uq");
    let mut bad = references(&["x"], t(), &["y"]);
    bad.onupdate = Some("CASCADE; DROP TABLE x".into());
    assert!(add(t(), constraint(None, ConstraintKind::ForeignKey(Box::new(bad)))).starts_with("!! unexpected SQL phrase"));
}

#[test]
fn tables_sequences_schemas_and_types() {
    assert_eq!(shown(&Stmt::RenameTable { table: table_name(Some("s.x"), "a"), to: "B".into() }), "ALTER TABLE s.x.a RENAME TO \"B\"");
    let comment = Stmt::TableComment { table: table_name(Some("S"), "t"), comment: Some("it's".into()) };
    assert_eq!(shown(&comment), "COMMENT ON TABLE \"S\".t IS 'it''s'");
    assert_eq!(shown(&Stmt::TableComment { table: table_name(None, "t"), comment: None }), "COMMENT ON TABLE t IS NULL");
    assert_eq!(shown(&Stmt::DropTable { table: table_name(Some("s"), "t"), if_exists: true }), "DROP TABLE IF EXISTS s.t");
    let counting = SequenceOptions {
        start: Some(1),
        increment: Some(5),
        minvalue: Some(0),
        nomaxvalue: Some(true),
        cycle: Some(true),
        cache: Some(3),
        ..SequenceOptions::default()
    };
    let sequence = |name, options, data_type| Rc::new(Sequence { name, options, optional: false, data_type });
    let create = sequence(table_name(Some("s"), "sq"), counting, Some(ty("BigInteger", &[])));
    assert_eq!(
        shown(&Stmt::CreateSequence { sequence: create, if_not_exists: false }),
        "CREATE SEQUENCE s.sq AS BIGINT INCREMENT BY 5 START WITH 1 MINVALUE 0 NO MAXVALUE CACHE 3 CYCLE"
    );
    let drop = sequence(table_name(None, "sq"), SequenceOptions::default(), None);
    assert_eq!(shown(&Stmt::DropSequence { sequence: drop, if_exists: true }), "DROP SEQUENCE IF EXISTS sq");
    assert_eq!(shown(&Stmt::CreateSchema { name: "X y".into(), if_not_exists: true }), "CREATE SCHEMA IF NOT EXISTS \"X y\"");
    assert_eq!(shown(&Stmt::DropSchema { name: "x".into(), cascade: true, if_exists: true }), "DROP SCHEMA IF EXISTS x CASCADE");
    let enumeration = |name: Option<&str>, schema: Option<&str>, native| {
        let mut ty = Type::plain("Enum");
        ty.enumeration = Some(Rc::new(EnumType {
            values: vec!["a".into(), "b'c".into()],
            name: name.map(|name| Name::Given(name.into())),
            schema: schema.map(Ident::from),
            native,
            create_constraint: false,
            create_type: true,
            inherit_schema: false,
            length: None,
            has_metadata: false,
            validate_strings: false,
        }));
        Rc::new(ty)
    };
    let created = Stmt::CreateEnum { ty: enumeration(Some("Enu"), Some("s"), true), implicit: false };
    assert_eq!(shown(&created), "CREATE TYPE s.\"Enu\" AS ENUM ('a', 'b''c')");
    assert_eq!(shown(&Stmt::DropEnum { ty: enumeration(Some("Enu"), Some("s"), true) }), "DROP TYPE s.\"Enu\"");
    let dialect = Dialect::load("postgresql", &[]).unwrap();
    assert_eq!(super::type_text(&enumeration(None, None, false), &dialect).unwrap(), "VARCHAR(3)");
    assert!(super::type_text(&enumeration(None, None, true), &dialect).is_err());
    assert!(super::type_text(&enumeration(Some("integer"), None, true), &dialect).is_err());
    let mut domain = Type::plain("postgresql.DOMAIN");
    let params = [
        ("name", TypeParam::Value(string("Dm"))),
        ("data_type", TypeParam::Type(ty("postgresql.CITEXT", &[]))),
        ("constraint_name", TypeParam::Value(string("dm_chk"))),
        ("not_null", TypeParam::Value(OptionValue::Bool(true))),
        ("check", TypeParam::Value(string("VALUE > '1'"))),
        ("default", TypeParam::Value(OptionValue::Expr(text("7")))),
        ("schema", TypeParam::Value(string("types"))),
    ];
    domain.params.extend(params.map(|(name, param)| (Rc::from(name), param)));
    let create = Stmt::CreateEnum { ty: Rc::new(domain.clone()), implicit: false };
    assert_eq!(shown(&create), "CREATE DOMAIN types.\"Dm\" AS CITEXT DEFAULT 7 CONSTRAINT dm_chk NOT NULL CHECK (VALUE > '1')");
    assert_eq!(shown(&Stmt::DropEnum { ty: Rc::new(domain) }), "DROP DOMAIN types.\"Dm\"");
}
