//! The closed sets of strategies that a dialect chooses from; each is carried out once, in `sql` or `ops`.

use serde::Deserialize;

/// Choices among closed strategies.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strategies {
    pub alter_column: AlterColumn,
    /// Whether `batch_alter_table` makes the table anew for what the database can't alter (`requires_recreate_in_batch`).
    pub recreate_in_batch: bool,
    pub autoincrement: Autoincrement,
    pub comments: Comments,
    pub enumeration: Enumeration,
    pub drop_constraint: DropConstraint,
    pub nulls: Nulls,
    pub default_expressions: DefaultExpressions,
    pub index_expressions: IndexExpressions,
    pub table_options: TableOptions,
    /// Whether a column's type is altered before all else of it.
    pub type_first: bool,
    /// Whether the check that a type brings along is not dropped by itself when the type changes.
    pub checks_go_with_types: bool,
    /// Whether a rebuild drops the old table's named constraints first, since names are unique in a schema.
    pub rebuild_drops_constraints: bool,
}

/// How a column is altered.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum AlterColumn {
    /// One statement for each thing altered.
    Separate,
    /// One statement that repeats all of the column.
    MergeIntoModify,
    /// Nullability repeats the type.
    TypeCarriesNull,
}

/// What makes an integer primary key count by itself.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Autoincrement {
    /// A type of its own in the type's place.
    Serial,
    /// A clause of the column.
    Keyword,
    /// An identity clause.
    Identity,
    /// The primary key itself.
    Rowid,
    None,
}

/// How comments are set.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Comments {
    Statement,
    Inline,
    ExtendedProperty,
    None,
}

/// What an enumeration is.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Enumeration {
    /// A named type, made before the table.
    NamedType,
    /// The labels stand in the column's type.
    Inline,
    /// A string, with a check where asked for.
    String,
}

/// How a constraint is dropped.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum DropConstraint {
    /// By name alone.
    ByName,
    /// With another sentence for each kind of constraint.
    ByKind,
}

/// When a column says `NULL`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Nulls {
    Never,
    /// Only timestamps, which would not take nulls otherwise.
    Timestamps,
    /// Always, but for computed columns; keys, sequences and identities are `NOT NULL` whatever was said.
    Always,
}

/// Which defaults stand in parentheses.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum DefaultExpressions {
    Bare,
    /// Those that are more than a word or a literal.
    Parenthesized,
    /// The same, but for the clock and `ON UPDATE`.
    ParenthesizedButClock,
}

/// Which expressions stand in parentheses as elements of an index.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum IndexExpressions {
    Bare,
    /// What would in the place of an operand.
    Grouped,
    /// Operations and functions, but for `ASC` and `DESC`.
    Parenthesized,
}

/// How a table's options are written.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum TableOptions {
    /// By the sentence `table_options`.
    Sentence,
    /// All of them, as `KEY=value`.
    Settings,
}
