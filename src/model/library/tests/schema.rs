//! Columns, constraints and tables.

use super::super::bind;
use super::{run, run_for};
use crate::model::{ConstraintKind, IndexElement, Name, ServerDefault, Table};

fn show(table: &Table) -> Vec<String> {
    let names = |columns: &[crate::model::Ident]| columns.iter().map(|column| column.text.to_string()).collect::<Vec<_>>().join(",");
    let named = |name: &Option<Name>| name.as_ref().map_or("-".to_owned(), |name| name.text().to_owned());
    let mut lines: Vec<String> = table
        .constraints
        .iter()
        .map(|constraint| {
            let what = match &constraint.kind {
                ConstraintKind::PrimaryKey { columns } => format!("pk({})", names(columns)),
                ConstraintKind::Unique { columns } => format!("uq({})", names(columns)),
                ConstraintKind::ForeignKey(rule) => {
                    let schema = rule.referred_table.schema.as_ref().map_or(String::new(), |schema| format!("{}.", schema.text));
                    format!("fk({}) -> {schema}{}({})", names(&rule.columns), rule.referred_table.name.text, names(&rule.referred_columns))
                }
                ConstraintKind::Check { .. } => "ck".to_owned(),
                ConstraintKind::Exclude { .. } => "exclude".to_owned(),
            };
            format!("{} {what}", named(&constraint.name))
        })
        .collect();
    lines.extend(table.indexes.iter().map(|index| {
        let elements: Vec<String> = index
            .elements
            .iter()
            .map(|element| match element {
                IndexElement::Column(name) => name.text.to_string(),
                IndexElement::Expr(_) => "expr".to_owned(),
            })
            .collect();
        format!("{} ix{}({})", named(&index.name), if index.unique { " unique" } else { "" }, elements.join(","))
    }));
    lines
}

#[test]
fn a_table_gathers_what_its_columns_bring() {
    let mut program = run(
        "m = sa.MetaData()\nusers = sa.Table('users', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('mail', sa.String(5), index=True, unique=True))\n\
         t = sa.Table('t', m,\n  sa.Column('a', sa.Integer, sa.ForeignKey('users.id', name='fk_a')),\n  sa.Column('b', sa.Integer, unique=True, nullable=False),\n\
           sa.Column('c', sa.Integer, index=True),\n  sa.CheckConstraint('a > 0', name='pos'),\n  sa.PrimaryKeyConstraint('a', 'b', name='pk_t'),\n\
           sa.UniqueConstraint('a', 'c'), sa.Index('ix', 'a', sa.text('lower(x)')), schema='s', comment='words', mysql_engine='InnoDB')",
    );
    assert_eq!(show(&program.bind("users", bind::table)), ["ix_users_mail ix unique(mail)"]);
    let t = program.bind("t", bind::table);
    assert_eq!(show(&t), ["pk_t pk(a,b)", "pos ck", "- uq(a,c)", "fk_a fk(a) -> users(id)", "- uq(b)", "ix_s_t_c ix(c)", "ix ix(a,expr)"]);
    assert!(!t.columns[0].nullable && t.columns[0].primary_key);
    assert_eq!(t.comment.as_deref(), Some("words"));
    assert_eq!(t.name.schema.as_ref().map(|schema| &*schema.text), Some("s"));
    assert!(t.options.contains_key("mysql_engine"));
}

#[test]
fn conventions_name_what_is_attached() {
    let mut program = run("def first(const, table):\n    return table.name[0]\n\
         m = sa.MetaData(schema='app', naming_convention={'ix': 'ix_%(column_0_label)s', 'uq': 'uq_%(table_name)s_%(column_0_N_name)s', 'ck': 'ck_%(table_name)s_%(constraint_name)s',\
         'fk': 'fk_%(first)s_%(column_0_name)s_%(referred_table_name)s', 'pk': 'pk_%(table_name)s', 'first': first})\n\
         t = sa.Table('things', m, sa.Column('id', sa.Integer, primary_key=True), sa.Column('o', sa.Integer, sa.ForeignKey('owners.id'), index=True),\
         sa.UniqueConstraint('id', 'o'), sa.CheckConstraint('o > 1', name='big'), sa.CheckConstraint('o > 1', name=sa.sql.elements.conv('as_is')))\n\
         n = [str(c.name) for c in t.constraints]");
    let t = program.bind("t", bind::table);
    assert_eq!(
        show(&t),
        [
            "pk_things pk(id)",
            "uq_things_id_o uq(id,o)",
            "ck_things_big ck",
            "as_is ck",
            "fk_t_o_owners fk(o) -> app.owners(id)",
            "ix_app_things_o ix(o)"
        ]
    );
}

#[test]
fn columns_are_shared_and_mutable() {
    let mut program = run("m = sa.MetaData()\nt = sa.Table('t', m, sa.Column('x', sa.String(5), nullable=False))\n\
         t.c.x.nullable = True\nt.c.x.type.length = 9\nt.columns['x'].comment = 'c'\nc = t.c.x\nk = t.c.keys()\n\
         copy = t.to_metadata(sa.MetaData(), schema='other')");
    let c = program.bind("c", bind::column);
    assert!(c.nullable);
    assert_eq!(c.comment.as_deref(), Some("c"));
    assert_eq!(format!("{:?}", c.ty.params.get("length")), "Some(Value(Int(9)))");
    assert_eq!(program.bind("copy", bind::table).name.schema.as_ref().map(|schema| &*schema.text), Some("other"));
}

#[test]
fn defaults_of_columns() {
    let mut program = run(
        "a = sa.Column('a', sa.Integer, server_default='5')\nb = sa.Column('b', sa.Integer, server_default=sa.text('now()'), default=lambda: 1)\n\
         c = sa.Column('c', sa.Integer, sa.Identity(start=3), primary_key=True)\nd = sa.Column('d', sa.Integer, sa.Computed('a + 1', persisted=True))\n\
         e = sa.Column('e', sa.Integer, sa.Sequence('s'))\nf = sa.Column('f', sa.Integer, server_default=sa.FetchedValue())",
    );
    assert_eq!(program.bind("a", bind::column).server_default, Some(ServerDefault::Text("5".into())));
    let b = program.bind("b", bind::column);
    assert!(matches!(b.server_default, Some(ServerDefault::Expr(_))) && b.has_python_default);
    let c = program.bind("c", bind::column);
    assert!(matches!(&c.server_default, Some(ServerDefault::Identity(identity)) if identity.sequence.start == Some(3)) && !c.nullable);
    let d = program.bind("d", bind::column);
    assert!(matches!(&d.server_default, Some(ServerDefault::Computed(computed)) if computed.persisted == Some(true)));
    assert_eq!(program.bind("e", bind::column).sequence.as_ref().map(|sequence| &*sequence.name.name.text), Some("s"));
    assert_eq!(program.bind("f", bind::column).server_default, Some(ServerDefault::Fetched));
    let wrong = run("sa.Column('x', sa.Boolean, server_default=False)").exception();
    assert!(wrong.starts_with("ArgumentError: Argument 'arg' is expected to be one of type '<class 'str'>'"), "{wrong}");
}

#[test]
fn errors_are_those_of_sqlalchemy() {
    for (code, text) in [
        ("sa.Column('a', sa.Integer, name='b')", "ArgumentError: May not pass name positionally and as a keyword."),
        ("sa.Column('a', sa.Integer, wrong=1)", "TypeError: Additional arguments should be named <dialectname>_<argument>, got 'wrong'"),
        (
            "sa.Index('i', 'a', postgresql_nope=1)",
            "ArgumentError: Argument 'postgresql_nope' is not accepted by dialect 'postgresql' on behalf of <class 'sqlalchemy.sql.schema.Index'>",
        ),
        (
            "sa.Table('t', sa.MetaData(), sa.UniqueConstraint('nope'))",
            "ConstraintColumnNotFoundError: Can't create UniqueConstraint on table 't': no column named 'nope' is present.",
        ),
        (
            "sa.Table('t', sa.MetaData(), sa.Column('a'), sa.Column('a'))",
            "DuplicateColumnError: A column with name 'a' is already present in table 't'.",
        ),
        (
            "sa.ForeignKeyConstraint(['a'], [])",
            "ArgumentError: ForeignKeyConstraint number of constrained columns must match the number of referenced columns.",
        ),
        ("sa.MetaData(bind=1)", "TypeError: MetaData.__init__() got an unexpected keyword argument 'bind'"),
        ("sa.ForeignKey()", "TypeError: ForeignKey.__init__() missing 1 required positional argument: 'column'"),
    ] {
        assert_eq!(run(code).exception(), text);
    }
}

#[test]
fn type_checks_stand_where_the_dialect_has_no_such_type() {
    let code = "import sqlalchemy as sa\nt = sa.Table('t', sa.MetaData(), sa.Column('a', sa.Boolean(create_constraint=True, name='ck_a')), sa.Column('b', sa.Enum('x', 'y', name='e', native_enum=False, create_constraint=True)))";
    assert_eq!(show(&run_for("postgresql", code).bind("t", bind::table)), ["e ck"]);
    assert_eq!(show(&run_for("sqlite", code).bind("t", bind::table)), ["ck_a ck", "e ck"]);
}

#[test]
fn declarative_classes_are_tables() {
    let code = "
import enum, datetime
from typing import Optional
import sqlalchemy as sa
from sqlalchemy.orm import declarative_base, DeclarativeBase, Mapped, mapped_column, relationship, declared_attr
class Stamped:
    created = sa.Column(sa.DateTime, nullable=False)
    @declared_attr
    def owner(cls):
        return sa.Column(sa.ForeignKey('users.id'))
Base = declarative_base()
class User(Stamped, Base):
    __tablename__ = 'users'
    __table_args__ = (sa.UniqueConstraint('mail', name='uq'), {'comment': 'c'})
    id = sa.Column(sa.Integer, primary_key=True)
    mail = sa.Column('e_mail', sa.String, key='mail')
    friends = relationship('User')
a = User.__table__
class New(DeclarativeBase):
    type_annotation_map = {dict[str, int]: sa.JSON}
class Item(New):
    __tablename__ = 'items'
    id: Mapped[int] = mapped_column(sa.BigInteger, primary_key=True)
    name: Mapped[str]
    note: Mapped[Optional[str]] = mapped_column(sa.String(5))
    at: Mapped[datetime.datetime | None]
    data: Mapped[dict[str, int]]
b = New.metadata.tables['items']
";
    let mut program = run_for("postgresql", code);
    let a = program.bind("a", bind::table);
    let names: Vec<&str> = a.columns.iter().map(|column| &*column.name.text).collect();
    assert_eq!(names, ["id", "e_mail", "created", "owner"]);
    assert_eq!(show(&a), ["uq uq(e_mail)", "- fk(owner) -> users(id)"]);
    assert_eq!(a.comment.as_deref(), Some("c"));
    let b = program.bind("b", bind::table);
    let shown: Vec<(&str, &str, bool)> = b.columns.iter().map(|column| (&*column.name.text, &*column.ty.class, column.nullable)).collect();
    assert_eq!(
        shown,
        [
            ("id", "BigInteger", false),
            ("name", "String", false),
            ("note", "String", true),
            ("at", "DateTime", true),
            ("data", "JSON", false)
        ]
    );
}
