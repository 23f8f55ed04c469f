//! What a dialect's data says: the merged `dialect.toml` in types.
//!
//! Every key is required unless marked optional: `_base` gives each a value, so there is no default in Rust.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;
use serde::Deserialize;

pub use super::query::*;
pub use super::strategy::*;

/// A table of the data whose keys are names, in their order.
pub type Rows<V> = IndexMap<String, V, FxBuildHasher>;

/// The whole of a merged `dialect.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Spec {
    pub about: About,
    pub drivers: Drivers,
    pub identifiers: Identifiers,
    pub features: Features,
    pub strategies: Strategies,
    pub since: super::Since,
    pub script: Script,
    pub version_table: VersionTable,
    pub literals: Literals,
    /// Type class to template; how types not in the table are written is Rust's business (`sql::types`).
    pub types: Rows<TypeText>,
    /// Type class to the class that `dialect.type_descriptor()` makes of it, where that one is written otherwise.
    pub adapted_types: Rows<String>,
    pub autoincrement: AutoincrementText,
    /// How options without a sentence of their own are written behind a table.
    pub table_settings: TableSettings,
    /// Keyword options by the object they are given to.
    pub options: Options,
    pub inherited_options: InheritedOptions,
    /// Clause name to template, for the clause lists of `statements`.
    pub clauses: Rows<String>,
    /// Statement kind to sentence, clause list or `unsupported`.
    pub statements: Rows<Sentence>,
    /// Options by statement kind that hold SQL phrases, and the pattern they must match.
    pub phrases: Phrases,
    /// Names of the database's own types, which a named type without a schema may not take.
    pub builtin_types: Vec<String>,
    /// Errors by kind of failure; `default` for those not listed.
    pub errors: Rows<DatabaseError>,
    /// How the SQL expression compiler writes things; see `sql::query`.
    pub query: Query,
    /// How a schema is replayed, and how the database describes it.
    pub replay: super::replay::Replay,
}

/// What the dialect is called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct About {
    pub title: String,
    /// `dialect.name` of SQLAlchemy: the key of `with_variant`, what a revision that asks for the dialect is told.
    pub name: String,
    /// The prefix of keyword options and of the dialect's own types, where that is not the name.
    pub option_prefix: String,
    /// Schemes of database URLs, without driver (`+asyncpg`).
    pub url_schemes: Vec<String>,
    /// Another prefix that some options may have, and which ones.
    pub fallback_prefix: String,
    pub fallback_options: Vec<String>,
}

/// Keyword options (`postgresql_using=`, without the prefix), by the object they are given to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    pub column: Rows<OptionKind>,
    pub table: Rows<OptionKind>,
    pub index: Rows<OptionKind>,
    pub primary_key: Rows<OptionKind>,
    pub unique: Rows<OptionKind>,
    pub foreign_key: Rows<OptionKind>,
    pub check: Rows<OptionKind>,
    pub view: Rows<OptionKind>,
}

/// Options of a key of one column, by the option of that column they are taken from where not given.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InheritedOptions {
    pub primary_key: Rows<String>,
    pub unique: Rows<String>,
}

impl Options {
    /// The options of an object by the name of its table here.
    pub fn of(&self, object: &str) -> Option<&Rows<OptionKind>> {
        match object {
            "column" => Some(&self.column),
            "table" => Some(&self.table),
            "index" => Some(&self.index),
            "primary_key" => Some(&self.primary_key),
            "unique" => Some(&self.unique),
            "foreign_key" => Some(&self.foreign_key),
            "check" => Some(&self.check),
            "view" => Some(&self.view),
            _ => None,
        }
    }
}

/// What becomes of an option's value.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum OptionKind {
    /// Written as it is.
    Text,
    /// An identifier, or several.
    Names,
    /// Upper case, with spaces for underscores.
    Words,
    /// A sequence of keywords, checked and in lower case.
    Method,
    /// Sets its own field, or `not_` and its name where it is false.
    Flag,
    /// Sets its own field where it is true, or its name and `_value` to what else was given.
    FlagOrText,
    /// Sets its own field where it is true, and its name and `_value` to what the sentence `index_parameters` makes of
    /// the configuration given.
    Parameters,
    /// `name = value, …`.
    Settings,
    /// A SQL condition.
    Condition,
    /// Operator classes by column, written behind the elements.
    ElementSuffixes,
    /// Lengths by column, or one for all, written in parentheses behind the elements.
    ElementLengths,
    /// Known, and of no effect on the text.
    Ignored,
}

/// The drivers of the database, as far as they reach the script.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Drivers {
    /// The one meant by a URL that names none.
    pub default: String,
    /// The paths of the dialect's classes with the default driver; none where programs can't ask for them.
    #[serde(default)]
    pub classes: Vec<String>,
    /// Those whose parameters are written `%s`, so that SQLAlchemy doubles percent signs unless a `paramstyle` is given.
    pub double_percents: Vec<String>,
    /// Attributes of the dialect object (`dialect.supports_sequences`).
    pub flags: Rows<bool>,
}

/// How identifiers are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifiers {
    /// Opening and closing quote.
    pub quote: [String; 2],
    /// The character doubled inside quotes.
    pub escape: String,
    /// Characters beside letters and digits that need no quotes.
    pub legal: String,
    /// Characters that need quotes in first place.
    pub illegal_first: String,
    pub max_length: usize,
    pub max_index_length: usize,
    pub max_constraint_length: usize,
    pub quote_collations: bool,
    /// Whether a schema's name may be dotted (`database.owner`), each part quoted alone.
    pub dotted_schemas: bool,
    /// The schema meant where none is given, where the database has a fixed one.
    pub default_schema: String,
}

/// Yes and no questions about the database.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Features {
    pub alter: bool,
    pub comments: bool,
    /// Whether a primary key that a table makes for itself names its counting column first (`columns_autoinc_first`).
    pub counting_column_first: bool,
    pub inline_comments: bool,
    pub constraint_comments: bool,
    pub native_enum: bool,
    pub native_boolean: bool,
    /// Whether booleans that are not native may bring a check.
    pub boolean_check: bool,
    pub native_uuid: bool,
    /// Whether the text of a UUID is written as it is, hyphens included, where the type takes texts.
    pub uuid_texts_as_given: bool,
    pub native_interval: bool,
    pub sequences: bool,
    pub sequences_optional: bool,
    pub identity_columns: bool,
    pub default_metavalue: bool,
    pub default_values: bool,
    pub multivalues_insert: bool,
    pub insert_returning: bool,
    pub update_returning: bool,
    pub delete_returning: bool,
    /// Whether `SMALLINT` may be auto-incremented by the dialect's strategy.
    pub small_autoincrement: bool,
    /// Whether a computed column has a type, too.
    pub typed_computed: bool,
    /// Whether a computed column that says nothing of NULL takes it, though it be a key.
    pub computed_nullable: bool,
    /// Whether a computed column can be stored.
    pub stored_computed: bool,
    /// Whether it can be computed when read.
    pub virtual_computed: bool,
    /// Whether the option `using` of `alter_column` says how values become those of another type.
    pub type_using: bool,
    /// Whether `MATCH` may stand in a foreign key.
    pub foreign_key_match: bool,
    /// Whether a foreign key may name a table of another schema.
    pub cross_schema_references: bool,
    /// Whether times of day are texts of one form, without zones and with six digits of the second's fraction.
    pub times_as_text: bool,
    /// Whether DDL can be rolled back.
    pub transactional_ddl: bool,
}

/// What stands for the type, or behind the column, where the database counts it up.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AutoincrementText {
    pub integer: String,
    pub big: String,
    pub small: String,
}

/// How `KEY=value` options are written behind a table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSettings {
    /// Keys with a space in place of the equals sign.
    pub spaced: Vec<String>,
    /// Keys whose underscores become spaces.
    pub words: Vec<String>,
    /// Keys whose value is a quoted string.
    pub quoted: Vec<String>,
    /// Keys that stand behind all others.
    pub last: Vec<String>,
    /// Pairs of keys, the first of which stands before the second.
    pub order: Vec<[String; 2]>,
}

/// The lines around and between statements.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Opens a transaction, terminator included; empty: nothing is written.
    pub begin: String,
    pub commit: String,
    /// Whether the batch separator follows `begin` and `commit`.
    pub separate_begin: bool,
    pub separate_commit: bool,
    pub terminator: String,
    /// A line after each statement; empty: none.
    pub batch_separator: String,
    /// Statements that no transaction may hold: patterns over the statement's words in upper case.
    pub outside_transaction: Vec<String>,
    /// Statements that end and begin a transaction, for raw SQL.
    pub ends_transaction: Vec<String>,
    pub begins_transaction: Vec<String>,
    /// A statement that fails with `{{ message }}`, a quoted literal; empty where the database has none.
    pub refusal: String,
}

/// An error of the database as its driver raises it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseError {
    /// The class in `sqlalchemy.exc`.
    pub class: String,
    /// The message; `{{ object }}` is what it is about.
    pub text: String,
}

/// Alembic's version table.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VersionTable {
    pub insert: String,
    pub update: String,
    pub delete: String,
}

/// How literal values are written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Literals {
    pub r#true: String,
    pub r#false: String,
    pub null: String,
    /// Template of a quoted string; `{{ text }}` has its quotes doubled already.
    pub string: String,
    /// The same for types of national characters.
    pub national_string: String,
    pub backslash_escapes: bool,
    pub date: String,
    pub time: String,
    pub datetime: String,
    pub interval: String,
    pub uuid: String,
    pub bytes: String,
    pub json: String,
    pub array: String,
    pub empty_array: String,
}

/// A row of the type table.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a type is a template, `{ unsupported = \"…\" }`, or `{ template = \"…\" }` with `requires` or `refuses`")]
pub enum TypeText {
    Template(String),
    /// A type that minds which arguments it is given.
    Conditional(Conditional),
    Unsupported(Unsupported),
}

/// A type's template, and what it asks of the arguments.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conditional {
    pub template: String,
    /// An argument without which the type can't be written.
    #[serde(default)]
    pub requires: Option<String>,
    /// An argument with which it can't.
    #[serde(default)]
    pub refuses: Option<String>,
    /// An argument with which it can't be the type of a column that is described whole, though it can be altered to.
    #[serde(default)]
    pub refuses_in_column: Option<String>,
    /// An argument that says nothing where it is zero.
    #[serde(default)]
    pub not_zero: Option<String>,
    /// An argument that must be a number.
    #[serde(default)]
    pub number: Option<String>,
}

/// A row of the statement table.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged, expecting = "a statement is a template, a list of clauses, `{ file = \"…\" }` or `{ unsupported = \"…\" }`")]
pub enum Sentence {
    /// A template.
    Template(String),
    /// Clauses joined by spaces: `name?` is the clause of that name where its field is set, all else a template.
    Clauses(Vec<String>),
    Unsupported(Unsupported),
    /// A template in a file of its own.
    File(File),
}

/// What the dialect can't say, and what to tell.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsupported {
    pub unsupported: String,
}

/// A template file beside `dialect.toml`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    pub file: String,
}

/// Patterns that phrases given as options must match.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrases {
    /// Sequences of keywords: `ON UPDATE`, `INITIALLY`, `MATCH`.
    pub keywords: String,
    pub on_delete: String,
    pub index_using: String,
}
