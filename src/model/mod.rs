//! The nouns of a schema, free of any dialect: identifiers, types, columns, constraints, indexes, tables.
//!
//! Plain data. `library/` binds what a revision builds with SQLAlchemy's classes to these; `ops` and `schema`
//! keep them; `sql` writes them in a dialect.

pub mod column;
pub mod constraint;
pub mod expr;
pub mod ident;
pub mod index;
pub mod library;
pub mod naming;
pub mod option;
pub mod table;
pub mod types;

pub use column::{Autoincrement, Column, Computed, Identity, Sequence, SequenceOptions, ServerDefault};
pub use constraint::{Constraint, ConstraintKind, ForeignKeyRule, Name};
pub use expr::SqlExpr;
pub use ident::{Ident, TableName};
pub use index::{Index, IndexElement};
pub use naming::NamingConvention;
pub use option::{ByName, OptionValue, Options};
pub use table::Table;
pub use types::{EnumType, Type, TypeParam};
