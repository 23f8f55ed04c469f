//! What a dialect's data says of replaying a schema: how names compare, what the database calls what nobody named,
//! what goes along when something is dropped, and how it would describe itself to an inspector.

use indexmap::IndexMap;
use serde::Deserialize;

use super::spec::Rows;

/// The `[replay]` table of a dialect.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replay {
    /// The name under which the SQL parser knows the dialect.
    pub parser: String,
    /// What becomes of an unquoted name in SQL text.
    pub fold: Fold,
    /// Which names are the same where they differ in case alone.
    pub ignore_case: IgnoreCase,
    /// The longest name in bytes; the database cuts longer ones, 0 for no limit.
    pub max_name_bytes: usize,
    /// Where an index name is unique.
    pub index_scope: Scope,
    /// Whether tables, views, indexes and sequences of a schema share one set of names.
    pub shared_names: bool,
    /// Whether a primary key or unique constraint is kept by an index of the same name.
    pub constraint_indexes: bool,
    /// Where unique constraints are indexes, primary keys have no name, and each foreign key has an index.
    pub key_indexes: KeyIndexes,
    /// What happens to an index or constraint on several columns when one of them is dropped.
    pub drop_column: DropColumn,
    /// Whether a key that foreign keys need can be dropped only with `CASCADE`.
    pub drop_needs_cascade: bool,
    /// Whether a foreign key may be made to a table that is not there.
    pub foreign_keys_unchecked: bool,
    /// Whether a named type stands behind an enumeration.
    pub enum_types: bool,
    /// Names that the database invents.
    pub names: MadeNames,
    /// Whether a column of a primary key can't be null, whatever was said of it.
    pub keys_not_null: bool,
    /// The classes of types that `types` does not list, by what their name contains, first come first served.
    pub type_fallbacks: Vec<[String; 2]>,
    /// Type names of SQL text in upper case, without arguments.
    pub types: Rows<SqlType>,
    /// Type classes and what each is reflected as; one that is not listed is reflected as itself.
    pub reflected: Rows<ReflectedType>,
    /// What an inspector's answers look like.
    pub shapes: Shapes,
    /// Tables in which the database describes itself, in lower case, with their schema where it must be said.
    pub catalogues: Rows<Catalogue>,
    /// Whether texts of these tables are equal where they differ in case alone.
    pub catalogues_ignore_case: bool,
    /// Functions that give the schema in which names without one are looked for.
    pub current_schema: Vec<String>,
    /// Functions that give the current database, user and their kin.
    pub current_others: Vec<String>,
    /// Whether `PRAGMA table_info(t)` and its kin tell of a table's parts.
    pub pragmas: bool,
    /// Words that begin statements of SQL text which change no table's definition.
    pub harmless_statements: Vec<String>,
    /// Schemas of the database itself.
    pub system_schemas: Vec<String>,
    /// How the names of the database's own tables begin.
    pub system_tables: Vec<String>,
    /// Functions that may be called in a query and surely change no table's definition; `*` where no function can.
    pub harmless_functions: Vec<String>,
}

impl Replay {
    /// Whether unique constraints are indexes, primary keys have no name, and each foreign key has an index.
    pub fn keys_are_indexes(&self) -> bool {
        !self.key_indexes.engine.is_empty()
    }
}

/// The indexes that keep keys: an index that a foreign key needs can't be dropped.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyIndexes {
    /// The engine whose tables have foreign keys, that of tables that name none; empty where keys are no indexes.
    pub engine: String,
    /// The option by which a table names its engine.
    pub engine_option: String,
    /// The options of an index with which it serves no foreign key.
    pub not_serving: Vec<String>,
    /// The variable that turns the checks of foreign keys on and off; without them such an index can be dropped.
    pub checks: String,
}

/// What becomes of an unquoted name.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Fold {
    Lower,
    Upper,
    Keep,
}

/// Names that are the same where they differ in case alone.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum IgnoreCase {
    None,
    /// Those of a table's parts: columns, indexes, constraints.
    Parts,
    All,
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

/// Names that the database invents, as patterns over `{table}`, `{columns}`, of a unique key also `{column}`, its first one, and
/// at the end `{n}`, one more than the highest number there is; empty where it invents none that can be told beforehand.
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
    /// Whether the names of foreign keys that begin with the table's, as made ones do, change with it.
    pub foreign_keys_follow: bool,
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
    /// Numbers that are arguments where none survives.
    #[serde(default)]
    pub given: Rows<i64>,
    /// Numbers that are arguments where any survives.
    #[serde(default)]
    pub implied: Rows<i64>,
    /// Another class where the argument `precision` is at most this.
    #[serde(default)]
    pub narrow: Option<Narrow>,
    /// The type's name behind a literal among the defaults.
    #[serde(default)]
    pub cast: String,
    /// The same where the argument `timezone` is set.
    #[serde(default)]
    pub zoned_cast: String,
    /// Literals that the database writes without quotes.
    #[serde(default)]
    pub bare: Bare,
}

/// Which literals are written without quotes.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Bare {
    #[default]
    None,
    Integer,
    Number,
    Boolean,
}

/// A class for small precisions.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Narrow {
    pub precision: i64,
    pub class: String,
}

/// What an inspector's answers look like: the keys of each dictionary in order, `?` behind those that may be missing.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shapes {
    pub column: Vec<String>,
    pub primary_key: Vec<String>,
    /// The primary key of a table without one.
    pub no_primary_key: Vec<String>,
    pub foreign_key: Vec<String>,
    pub unique: Vec<String>,
    pub index: Vec<String>,
    pub check: Vec<String>,
    pub identity: Vec<String>,
    /// Options without prefix that are always among `dialect_options`, by the kind of object.
    pub always: Rows<Vec<String>>,
    /// The method an index uses where it is said to use none.
    pub index_method: String,
    /// Whether names of tables are sorted, or else in the order they were made.
    pub tables_by_name: bool,
    /// Whether constraints and indexes are sorted by name, or else in the order they were made.
    pub parts_by_name: bool,
    /// Whether the index behind a constraint is among the indexes.
    pub constraint_indexes: bool,
    /// Schemas that are listed beside those the chain made.
    pub schemas: Vec<String>,
    /// The default that draws from a sequence, a pattern over `{sequence}`.
    pub sequence_default: String,
    /// Names that the database writes in upper case among the defaults.
    pub upper_functions: Vec<String>,
}

/// A table in which the database describes itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Catalogue {
    /// The kinds of objects that have a row; none where it is followed only beside another one.
    pub rows: Vec<CatalogueRow>,
    /// Column to what of the object it holds: `name`, `table`, `schema`, `kind`, `letter`, `nullable`, `position`, of a key also
    /// `column`, `referred_table`, `referred_column`, and what it uses, be it of the table or of another, `used_table`, `used_column`.
    pub columns: Rows<String>,
    /// The column that holds the object's own number.
    #[serde(default)]
    pub id: Option<String>,
    /// Column to which object it holds the number of, as in `columns`.
    #[serde(default)]
    pub ids: Rows<String>,
    /// Columns that say yes of each object that a chain makes.
    #[serde(default)]
    pub flags: Vec<String>,
    /// All its columns in order, for `SELECT *`; that is not followed where there are none.
    #[serde(default)]
    pub all: Vec<String>,
    /// The only kind of constraint that it lists.
    #[serde(default)]
    pub only: Option<String>,
    /// The letter of the constraints that stand for `NOT NULL`, where it lists them.
    #[serde(default)]
    pub not_null: Option<String>,
    /// The name under which it lists each primary key.
    #[serde(default)]
    pub primary_key: Option<String>,
    /// Whether it lists what is in other databases too, so that nothing is known without the name of this one.
    #[serde(default)]
    pub all_databases: bool,
    /// Kind to the word that stands for it where the catalogue has words of its own. What it lists of other kinds is not followed.
    #[serde(default)]
    pub words: IndexMap<CatalogueRow, String>,
}

/// What a row of a catalogue is about.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "snake_case")]
pub enum CatalogueRow {
    Table,
    View,
    Column,
    Index,
    Constraint,
    Sequence,
    Type,
    Schema,
    Extension,
    /// A label of an enumeration.
    Label,
    /// A column of a key.
    Key,
}
