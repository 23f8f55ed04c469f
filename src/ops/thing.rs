//! What the migration context hands to a revision: objects that later stages answer for.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use super::batch::Batch;
use crate::eval::{Args, Library, Module, Value};
use crate::inspect::{Inspector, Listing, Rows};
use crate::model::library::Object;
use crate::source::Span;

/// An object of the migration context.
pub enum Thing {
    /// `Operations`, as custom operations are handed one.
    Operations,
    /// `batch_alter_table(…)`: the context manager, and the `batch_op` that it gives.
    Batch(Box<RefCell<Batch>>),
    /// `op.get_context()`.
    MigrationContext,
    /// `op.get_context().impl`.
    Impl,
    /// `op.get_bind()`, and what is derived from it: engines, nested connections.
    Connection,
    /// `op.get_context().script`.
    Scripts,
    /// One revision file of it: its id, and the module that it makes.
    Script(Rc<str>, Rc<Module>),
    /// `context.config`.
    Config,
    /// `context.config.attributes` and other dictionaries that only the real run fills.
    Attributes,
    /// `autocommit_block()`.
    AutocommitBlock,
    /// A transaction or savepoint: entering and leaving it writes nothing.
    Transaction,
    /// `context.begin_transaction()` in `env.py`: the transaction around the migrations.
    ScriptTransaction,
    /// `sa.inspect(connection)`: questions are answered by the replayed schema, each once.
    Inspector(Inspector),
    /// A list of names of which only some are known: it can be asked for one.
    Listing(Box<Listing>),
    /// The result of a query that the replayed schema answers.
    Result(RefCell<Rows>),
    /// `result.scalars()`.
    Scalars(RefCell<Rows>),
    /// A row of a result: its columns' names and its values.
    Row(Rc<Vec<Rc<str>>>, Rc<[Value]>),
    /// `engine.url`.
    Url,
    /// `dialect.identifier_preparer`, and the compiler of a `@compiles` function.
    Preparer,
    /// An ORM session bound to the connection.
    Session,
    /// `session.query(…)` of what surely holds no rows.
    Query,
    /// `sessionmaker(…)`: called, it gives a session.
    SessionMaker,
    /// `register_operation(…)` or `implementation_for(…)`: a decorator with its arguments.
    Decorator(Rc<str>, Args),
    /// A method that was looked up and not called yet.
    Method(Rc<Thing>, Rc<str>),
}

impl Thing {
    /// The thing as a value of the program.
    pub fn value(self: &Rc<Self>, place: Span) -> Value {
        let body: Rc<dyn Any> = Rc::clone(self) as Rc<dyn Any>;
        Value::Library(Library::new(place, Object::Host(body)))
    }

    /// A new thing as a value of the program.
    pub fn into_value(self, place: Span) -> Value {
        Rc::new(self).value(place)
    }

    /// The thing behind a value, if it is one.
    pub fn of(value: &Value) -> Option<Rc<Self>> {
        match value {
            Value::Library(library) => Self::behind(library),
            _ => None,
        }
    }

    /// The thing behind a library object, if it is one.
    pub fn behind(library: &Library) -> Option<Rc<Self>> {
        match library.body::<Object>() {
            Some(Object::Host(body)) => Rc::clone(body).downcast().ok(),
            _ => None,
        }
    }

    /// Whether it can reach the database.
    pub fn touches_database(&self) -> bool {
        match self {
            Self::Config
            | Self::Scripts
            | Self::Script(..)
            | Self::Attributes
            | Self::Decorator(..)
            | Self::Listing(_)
            | Self::Result(_)
            | Self::Scalars(_)
            | Self::Row(..)
            | Self::Query
            | Self::Url
            | Self::Preparer => false,
            Self::Method(of, _) => of.touches_database(),
            _ => true,
        }
    }
}
