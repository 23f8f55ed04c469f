//! Types.

use super::super::bind;
use super::{run, run_for};
use crate::model::{OptionValue, Type, TypeParam};

fn param<'a>(ty: &'a Type, name: &str) -> Option<&'a OptionValue> {
    match ty.params.get(name) {
        Some(TypeParam::Value(value)) => Some(value),
        _ => None,
    }
}

#[test]
fn arguments_by_position_and_name() {
    let mut program = run("a = sa.Numeric(10, scale=2)\nb = sa.String\nc = postgresql.ARRAY(sa.Integer)\nd = sa.dialects.mysql.TINYINT(1)");
    let a = program.bind("a", bind::ty);
    assert_eq!(
        (&*a.class, param(&a, "precision"), param(&a, "scale")),
        ("Numeric", Some(&OptionValue::Int(10)), Some(&OptionValue::Int(2)))
    );
    assert_eq!(&*program.bind("b", bind::ty).class, "String");
    let c = program.bind("c", bind::ty);
    assert_eq!(&*c.class, "postgresql.ARRAY");
    assert!(matches!(c.params.get("item_type"), Some(TypeParam::Type(item)) if &*item.class == "Integer"));
    let d = program.bind("d", bind::ty);
    assert_eq!((&*d.class, param(&d, "display_width")), ("mysql.TINYINT", Some(&OptionValue::Int(1))));
}

#[test]
fn what_the_pinned_version_lacks_raises() {
    assert_eq!(run("sa.Binary()").exception(), "AttributeError: module 'sqlalchemy' has no attribute 'Binary'");
    assert_eq!(run("sa.Integer(5)").exception(), "TypeError: Integer() takes no arguments");
    assert_eq!(run("sa.String(size=5)").exception(), "TypeError: String.__init__() got an unexpected keyword argument 'size'");
}

#[test]
fn enumerations() {
    let mut program = run("import enum\nclass Color(enum.Enum):\n    RED = 'r'\n    GREEN = 'g'\n    ALSO_RED = 'r'\n\
         a = sa.Enum(Color)\nb = sa.Enum(Color, name='c', values_callable=lambda e: [m.value for m in e])\n\
         c = postgresql.ENUM('x', 'yy', name='t', create_type=False, schema='s')\nd = a.enums");
    let a = program.bind("a", bind::ty).enumeration.clone().unwrap();
    assert_eq!(a.values.iter().map(|value| &**value).collect::<Vec<_>>(), ["RED", "GREEN"]);
    assert_eq!(a.name.as_ref().map(|name| name.text()), Some("color"));
    assert_eq!(a.length, Some(5));
    let b = program.bind("b", bind::ty).enumeration.clone().unwrap();
    assert_eq!(b.values.iter().map(|value| &**value).collect::<Vec<_>>(), ["r", "g"]);
    let c = program.bind("c", bind::ty).enumeration.clone().unwrap();
    assert!(!c.create_type && c.native);
    assert_eq!(c.schema.as_ref().map(|schema| &*schema.text), Some("s"));
    assert!(run("sa.Enum((1, 2))").module.is_ok());
    assert_eq!(run("sa.Enum(1)").exception(), "TypeError: object of type 'int' has no len()");
}

#[test]
fn variants() {
    let mut program = run("a = sa.Integer().with_variant(sa.BigInteger(), 'postgresql').with_variant(sa.Text, 'sqlite', 'mysql')");
    let a = program.bind("a", bind::ty);
    let found: Vec<_> = a.variants.iter().map(|(dialect, ty)| (&**dialect, &*ty.class)).collect();
    assert_eq!((&*a.class, found), ("Integer", vec![("postgresql", "BigInteger"), ("sqlite", "Text"), ("mysql", "Text")]));
    let again = run("sa.Integer().with_variant(sa.Text, 'x').with_variant(sa.Text, 'x')").exception();
    assert_eq!(again, "ArgumentError: Dialect 'x' is already present in the mapping for this Integer()");
}

const DECORATED: &str = "
import sqlalchemy as sa
from sqlalchemy.dialects import postgresql
from sqlalchemy import types
class GUID(types.TypeDecorator):
    impl = sa.CHAR
    def __init__(self, width=36):
        super().__init__(width)
        self.width = width
    def load_dialect_impl(self, dialect):
        if dialect.name == 'postgresql':
            return dialect.type_descriptor(postgresql.UUID())
        return dialect.type_descriptor(sa.CHAR(self.width))
class Plain(types.TypeDecorator):
    impl = sa.String
class Point(types.UserDefinedType):
    def __init__(self, dimension):
        self.dimension = dimension
    def get_col_spec(self, **kw):
        return 'POINT(%d)' % self.dimension
class Short(sa.String):
    pass
a = GUID()
b = Plain(20)
c = Point(3)
d = Plain
e = GUID(4).with_variant(sa.Text(), 'oracle')
f = Short(7)
";

#[test]
fn decorators_of_the_program() {
    let mut program = run_for("postgresql", DECORATED);
    let inner = |ty: &Type| ty.decorated.clone().unwrap();
    let a = program.bind("a", bind::ty);
    assert_eq!(&*inner(&a).class, "UUID");
    let b = program.bind("b", bind::ty);
    assert_eq!((&*inner(&b).class, param(&inner(&b), "length")), ("String", Some(&OptionValue::Int(20))));
    let c = program.bind("c", bind::ty);
    assert_eq!(param(&c, "col_spec"), Some(&OptionValue::Str("POINT(3)".into())));
    assert_eq!(&*inner(&program.bind("d", bind::ty)).class, "String");
    assert_eq!(param(&program.bind("f", bind::ty), "length"), Some(&OptionValue::Int(7)));
    let mut program = run_for("mysql", DECORATED);
    let a = inner(&program.bind("a", bind::ty));
    assert_eq!((&*a.class, param(&a, "length")), ("CHAR", Some(&OptionValue::Int(36))));
    let e = program.bind("e", bind::ty);
    assert_eq!((e.variants.len(), param(&inner(&e), "length")), (1, Some(&OptionValue::Int(4))));
}

#[test]
fn types_of_other_packages() {
    let code = "import sqlmodel, sqlalchemy_utils\nimport sqlalchemy as sa\nfrom sqlalchemy_utils.types.uuid import UUIDType\nimport geoalchemy2\nfrom pgvector.sqlalchemy import Vector\n\
                a = UUIDType(binary=False)\nb = sqlmodel.sql.sqltypes.AutoString(length=9)\nc = geoalchemy2.types.Geometry('point', srid=4326)\n\
                d = Vector(3)\ne = sqlalchemy_utils.ChoiceType([], impl=sa.Integer())\nf = sqlalchemy_utils.types.encrypted.encrypted_type.EncryptedType(sa.Unicode, undefined) if False else sqlalchemy_utils.EncryptedType(sa.Unicode, 'k')";
    let mut program = run_for("postgresql", code);
    let inner = |ty: &Type| ty.decorated.clone().unwrap();
    assert_eq!(&*inner(&program.bind("a", bind::ty)).class, "UUID");
    assert_eq!(param(&inner(&program.bind("b", bind::ty)), "length"), Some(&OptionValue::Int(9)));
    assert_eq!(param(&program.bind("c", bind::ty), "col_spec"), Some(&OptionValue::Str("geometry(POINT,4326)".into())));
    assert_eq!(param(&program.bind("d", bind::ty), "col_spec"), Some(&OptionValue::Str("VECTOR(3)".into())));
    assert_eq!(&*inner(&program.bind("e", bind::ty)).class, "Integer");
    assert_eq!(&*inner(&program.bind("f", bind::ty)).class, "LargeBinary");
    let mut program = run_for("sqlite", code);
    let a = inner(&program.bind("a", bind::ty));
    assert_eq!((&*a.class, param(&a, "length")), ("CHAR", Some(&OptionValue::Int(32))));
}

#[test]
fn isinstance_follows_the_library() {
    let mut program = run(
        "import enum\na = (isinstance(sa.VARCHAR(3), sa.String), isinstance(sa.String(), sa.VARCHAR), isinstance(postgresql.JSONB(), sa.JSON),\
         issubclass(sa.BigInteger, sa.Integer), isinstance(3, sa.Integer), isinstance(sa.Column('x'), sa.Column), type(sa.Integer()) is sa.Integer)\n\
         b = (sa.String(5).length, sa.String().length, repr(sa.String(5)), repr(sa.Enum('a', name='n')), sa.DateTime(True).timezone)",
    );
    let shown = |program: &mut super::Program, name: &str| {
        program.bind(name, |cx, value| cx.vm.repr(cx.host, value, cx.span)).as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(shown(&mut program, "a"), "(True, False, True, True, False, True, True)");
    assert_eq!(shown(&mut program, "b"), "(5, None, 'String(length=5)', \"Enum('a', name='n')\", True)");
}
