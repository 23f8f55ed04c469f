//! What a dialect's data says of replaying a schema: how names compare, what the database calls what nobody named,
//! what goes along when something is dropped, and how it would describe itself to an inspector.

use indexmap::IndexMap;
use serde::Deserialize;

/// The `[replay]` table of a dialect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replay {
    /// The name under which the SQL parser knows the dialect.
    pub parser: String,
    /// What becomes of an unquoted name in SQL text.
    pub fold: Fold,
    /// Whether names that differ in case alone are the same.
    pub ignore_case: bool,
    /// The longest name in bytes; the database cuts longer ones, 0 for no limit.
    pub max_name_bytes: usize,
    /// Where an index name is unique.
    pub index_scope: Scope,
    /// Whether tables, views, indexes and sequences of a schema share one set of names.
    pub shared_names: bool,
    /// Whether a primary key or unique constraint is kept by an index of the same name.
    pub constraint_indexes: bool,
    /// What happens to an index or constraint on several columns when one of them is dropped.
    pub drop_column: DropColumn,
    /// Whether a key that foreign keys need can be dropped only with `CASCADE`.
    pub drop_needs_cascade: bool,
    /// Whether a named type stands behind an enumeration.
    pub enum_types: bool,
    /// Names that the database invents.
    pub names: MadeNames,
    /// Type names of SQL text in upper case, without arguments.
    pub types: IndexMap<String, SqlType>,
    /// Type classes and what each is reflected as; one that is not listed is reflected as itself.
    pub reflected: IndexMap<String, ReflectedType>,
    /// Words that begin statements of SQL text which change no table's definition.
    pub harmless_statements: Vec<String>,
    /// Schemas of the database itself.
    pub system_schemas: Vec<String>,
    /// How the names of the database's own tables begin.
    pub system_tables: Vec<String>,
    /// Functions that may be called in a query and surely change no table's definition.
    pub harmless_functions: Vec<String>,
}

/// What becomes of an unquoted name.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    Lower,
    Upper,
    Keep,
}

/// Where a name must be unique.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    Schema,
    Table,
}

/// What happens to what stands on a dropped column.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum DropColumn {
    /// It goes along, though it may be on other columns too.
    DropsAll,
    /// The column leaves it; it goes once no column is left.
    Shrinks,
}

/// Names that the database invents, as patterns over `{table}`, `{columns}` and `{n}`, a number from 1; empty where it
/// invents none that can be told beforehand.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeNames {
    pub primary_key: String,
    pub foreign_key: String,
    pub unique: String,
    /// A check that speaks of exactly one column.
    pub column_check: String,
    pub check: String,
    pub exclude: String,
    pub index: String,
    /// The sequence behind a counting column.
    pub sequence: String,
    /// What is appended where a name is taken, with `{n}` counting from `again_from`.
    pub again: String,
    pub again_from: u32,
}

/// What a type name of SQL text stands for.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SqlType {
    /// The class, named as in the model.
    pub class: String,
    /// The constructor's parameters that take the numbers in parentheses, in order.
    #[serde(default)]
    pub arguments: Vec<String>,
    /// Flags that the name itself sets.
    #[serde(default)]
    pub flags: Vec<String>,
    /// A counting column: an integer that is filled from a sequence.
    #[serde(default)]
    pub counts: bool,
}

/// How SQLAlchemy reflects a type class.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReflectedType {
    /// The class, named as in the model.
    pub class: String,
    /// The constructor arguments that survive.
    #[serde(default)]
    pub keep: Vec<String>,
    /// Another class where the argument `precision` is at most this.
    #[serde(default)]
    pub narrow: Option<Narrow>,
}

/// A class for small precisions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Narrow {
    pub precision: i64,
    pub class: String,
}
