//! What library objects are: the payload of the evaluator's library values.
//!
//! Columns, tables and their kin are shared and mutable, as in SQLAlchemy: they sit in a `RefCell` behind the
//! handle that the program holds. Expressions are immutable.

use std::any::Any;
use std::cell::RefCell;
use std::rc::{Rc, Weak};

use super::names::NameObject;
use super::types::TypeObject;
use crate::eval::{Args, Class, Library, Value};
use crate::model::expr::Identity;
use crate::model::{Autoincrement, ByName, Ident, Name, SequenceOptions, SqlExpr};

/// A library object as the program holds it.
pub type Handle = Rc<Library>;

/// Dialect-specific keyword arguments as given, by full keyword.
pub type Extra = ByName<Value>;

/// What a library object is.
pub enum Object {
    /// A module, class, function or constant, by its canonical path.
    Name(NameObject),
    /// A method that was looked up and not called yet; the receiver may be a class.
    Method {
        receiver: Value,
        name: Rc<str>,
    },
    Type(RefCell<TypeObject>),
    Column(RefCell<ColumnObject>),
    Table(RefCell<TableObject>),
    MetaData(RefCell<MetaDataObject>),
    Constraint(RefCell<ConstraintObject>),
    Index(RefCell<IndexObject>),
    ForeignKey(RefCell<ForeignKeyObject>),
    Sequence(RefCell<SequenceObject>),
    /// `DefaultClause`, `FetchedValue`, `Computed`, `Identity`, `ColumnDefault`.
    Default(RefCell<DefaultObject>),
    /// `table.c`, `constraint.columns`: columns by key.
    Columns(Vec<(Rc<str>, Value)>),
    /// A `str` with a word on quoting: `conv`, `quoted_name`.
    Text(TextObject),
    /// A dialect, as `load_dialect_impl` and its kin are handed one.
    Dialect,
    /// A SQL expression or statement.
    Expr(Rc<SqlExpr>),
    /// An object of a class that is known by name alone: its constructor's arguments, and what was set on it.
    Plain(RefCell<PlainObject>),
    /// A declarative base: `declarative_base()`, or a class made from `DeclarativeBase`.
    Declarative(DeclarativeObject),
    /// An attribute of a mapped class that is no plain column.
    Mapped(MappedObject),
    /// What later stages keep: connections, the `op` proxy, inspectors, sessions.
    Host(Rc<dyn Any>),
}

/// A `conv` or `quoted_name`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextObject {
    pub text: Rc<str>,
    pub kind: TextKind,
}

/// Which subclass of `str` it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// `sqlalchemy.sql.elements.conv`, also from `op.f()`: no naming convention touches it.
    Conv,
    /// `quoted_name(text, quote)`.
    Quoted(Option<bool>),
}

/// `sqlalchemy.Column`.
pub struct ColumnObject {
    pub name: Option<Ident>,
    pub key: Option<Rc<str>>,
    /// A type: a library object, or an instance of a class with a library base.
    pub ty: Value,
    pub nullable: bool,
    /// Whether `nullable=` was given.
    pub nullable_given: bool,
    pub primary_key: bool,
    pub autoincrement: Autoincrement,
    pub index: Option<bool>,
    pub unique: Option<bool>,
    /// A [`DefaultObject`], or None.
    pub server_default: Value,
    pub server_onupdate: Value,
    /// A [`DefaultObject`] or [`SequenceObject`], or None.
    pub default: Value,
    pub onupdate: Value,
    pub comment: Value,
    pub system: bool,
    /// Checks given among the arguments, and foreign key constraints made for it.
    pub constraints: Vec<Handle>,
    pub foreign_keys: Vec<Handle>,
    pub options: Extra,
    /// `info`, `doc` and whatever else was set on it.
    pub attributes: ByName<Value>,
    /// The table it belongs to, once attached.
    pub table: Option<Weak<Library>>,
    /// Constraints and indexes that wait for it to be attached.
    pub waiting: Vec<Handle>,
    pub doubt: Option<Doubt>,
}

/// An argument that is unknown or live: an error once the object reaches an operation.
#[derive(Clone, Debug)]
pub struct Doubt {
    /// What the value is for, as in "`nullable` of a column".
    pub field: Rc<str>,
    pub value: Value,
}

/// `sqlalchemy.Table`.
pub struct TableObject {
    /// By what expressions know the table.
    pub identity: Identity,
    pub name: Ident,
    pub schema: Option<Ident>,
    pub metadata: Weak<Library>,
    /// In order; a column's key is its own.
    pub columns: Vec<Handle>,
    /// The primary key first, then in order of attachment; [`ConstraintObject::order`] sorts them as DDL does.
    pub constraints: Vec<Handle>,
    pub primary_key: Handle,
    pub indexes: Vec<Handle>,
    pub comment: Value,
    pub prefixes: Vec<Value>,
    pub options: Extra,
    pub attributes: ByName<Value>,
    pub doubt: Option<Doubt>,
}

/// `sqlalchemy.MetaData`.
#[derive(Default)]
pub struct MetaDataObject {
    pub schema: Option<Ident>,
    /// `naming_convention=` as given: a dict, or None for SQLAlchemy's own.
    pub convention: Option<Value>,
    /// By key: `table` or `schema.table`.
    pub tables: ByName<Handle>,
    pub sequences: ByName<Handle>,
    pub attributes: ByName<Value>,
    pub doubt: Option<Doubt>,
}

/// What a constraint's class is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConstraintClass {
    PrimaryKey,
    Unique,
    ForeignKey,
    Check,
    Exclude,
}

/// A table constraint.
pub struct ConstraintObject {
    pub class: ConstraintClass,
    pub name: Option<Name>,
    /// Columns as given: keys, or columns. Of a foreign key, its local ones; of a check, those in its condition.
    pub columns: Vec<Value>,
    /// `ForeignKey` objects of a foreign key.
    pub elements: Vec<Handle>,
    /// The condition of a check: text or an expression.
    pub condition: Value,
    /// Elements of `postgresql.ExcludeConstraint`: expression and operator.
    pub exclusions: Vec<(Value, Value)>,
    pub deferrable: Value,
    pub initially: Value,
    pub comment: Value,
    pub onupdate: Value,
    pub ondelete: Value,
    pub r#match: Value,
    pub use_alter: bool,
    pub link_to_name: bool,
    pub options: Extra,
    pub attributes: ByName<Value>,
    /// Made for a type (`Boolean(create_constraint=True)`), not by the author.
    pub type_bound: bool,
    /// Made for `unique=True` or `primary_key=True` of a column.
    pub column_flag: bool,
    /// A primary key that the table made for itself.
    pub implicit: bool,
    /// Constraints of a table are written in the order they were made.
    pub order: u64,
    /// The table, or the column of a check.
    pub parent: Option<Weak<Library>>,
    pub doubt: Option<Doubt>,
}

/// `sqlalchemy.Index`.
pub struct IndexObject {
    pub name: Option<Name>,
    /// Keys, columns and expressions.
    pub expressions: Vec<Value>,
    pub unique: bool,
    pub options: Extra,
    pub attributes: ByName<Value>,
    pub column_flag: bool,
    pub table: Option<Weak<Library>>,
    pub doubt: Option<Doubt>,
}

/// Where a foreign key points to.
#[derive(Clone)]
pub enum Target {
    /// `"schema.table.column"`, taken apart; without a column, the local column's key is meant.
    Names {
        schema: Option<Rc<str>>,
        table: Rc<str>,
        column: Option<Rc<str>>,
    },
    Column(Handle),
}

/// `sqlalchemy.ForeignKey`.
pub struct ForeignKeyObject {
    pub target: Target,
    pub constraint: Option<Handle>,
    pub parent: Option<Weak<Library>>,
    pub name: Option<Name>,
    pub onupdate: Value,
    pub ondelete: Value,
    pub deferrable: Value,
    pub initially: Value,
    pub r#match: Value,
    pub comment: Value,
    pub use_alter: bool,
    pub link_to_name: bool,
    pub options: Extra,
    pub attributes: ByName<Value>,
    pub doubt: Option<Doubt>,
}

/// `sqlalchemy.Sequence`.
pub struct SequenceObject {
    pub name: Ident,
    pub schema: Option<Ident>,
    pub counting: SequenceOptions,
    pub optional: bool,
    pub data_type: Value,
    pub metadata: Option<Weak<Library>>,
    pub for_update: bool,
    pub attributes: ByName<Value>,
    pub doubt: Option<Doubt>,
}

/// A default of a column.
pub struct DefaultObject {
    pub kind: DefaultKind,
    pub for_update: bool,
    pub attributes: ByName<Value>,
    pub doubt: Option<Doubt>,
}

/// What a default is.
pub enum DefaultKind {
    /// `FetchedValue()`.
    Fetched,
    /// `DefaultClause(arg)`, which a plain `server_default=` becomes.
    Clause(Value),
    /// `ColumnDefault(arg)`, which a plain `default=` becomes.
    Python(Value),
    Computed {
        sqltext: Value,
        persisted: Option<bool>,
    },
    Identity {
        always: Option<bool>,
        on_null: Option<bool>,
        counting: SequenceOptions,
    },
}

/// A declarative base.
pub struct DeclarativeObject {
    pub metadata: Handle,
    /// `cls=`: what every mapped class inherits besides.
    pub class: Option<Value>,
    /// `type_annotation_map`.
    pub types: Option<Value>,
    /// Mapped classes by name.
    pub classes: RefCell<ByName<Weak<Class>>>,
}

/// A mapped class as the program sees it, or one of its attributes.
pub enum MappedObject {
    /// What a mapped class has besides its own attributes: its table and its declarative base.
    Class { table: Handle, base: Handle },
    /// `mapped_column(…)`: the column it makes.
    Column(Handle),
    /// `@declared_attr`: a function of the class.
    Declared(Value),
    /// `relationship(…)`, `synonym(…)` and their kin, which make no SQL: the function's name.
    Other(&'static str, Args),
}

/// An object of a class that is known by name alone.
pub struct PlainObject {
    /// The class's canonical path.
    pub class: &'static str,
    pub args: Args,
    pub attributes: ByName<Value>,
}

impl Object {
    /// What a value is, where it is a library object or an instance with a library part.
    pub fn of(handle: &Library) -> Option<&Self> {
        handle.body()
    }
}

/// The library object of a value: itself, or the library part of an instance.
pub fn handle(value: &Value) -> Option<Handle> {
    match value {
        Value::Library(handle) => Some(Rc::clone(handle)),
        Value::Instance(instance) => instance.library.borrow().clone(),
        _ => None,
    }
}

/// Makes functions that look into a handle for one kind of object.
macro_rules! views {
    ($($(#[$doc:meta])* $name:ident $variant:ident $ty:ty;)*) => {
        $($(#[$doc])* pub fn $name(handle: &Handle) -> Option<&$ty> {
            match Object::of(handle) {
                Some(Object::$variant(object)) => Some(object),
                _ => None,
            }
        })*
    };
}

views! {
    /// A name of the library.
    name Name NameObject;
    /// A type.
    ty Type RefCell<TypeObject>;
    /// A column.
    column Column RefCell<ColumnObject>;
    /// A table.
    table Table RefCell<TableObject>;
    /// A collection of tables.
    metadata MetaData RefCell<MetaDataObject>;
    /// A constraint.
    constraint Constraint RefCell<ConstraintObject>;
    /// An index.
    index Index RefCell<IndexObject>;
    /// A foreign key of a column.
    foreign_key ForeignKey RefCell<ForeignKeyObject>;
    /// A sequence.
    sequence Sequence RefCell<SequenceObject>;
    /// A default.
    default Default RefCell<DefaultObject>;
    /// A `conv` or `quoted_name`.
    text Text TextObject;
    /// An expression.
    expr Expr Rc<SqlExpr>;
    /// An object known by its class alone.
    plain Plain RefCell<PlainObject>;
    /// An object of a later stage.
    host Host Rc<dyn Any>;
}
