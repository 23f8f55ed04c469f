//! What a dialect's data says of expressions and statements.

use serde::Deserialize;

use super::spec::Rows;

/// How the SQL expression compiler writes things.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Query {
    pub limit: Limit,
    pub returning: Returning,
    /// Function name to template over `{{ arguments }}`, where a function is not written by its own name.
    pub functions: Rows<String>,
    /// Functions written without parentheses where they have no arguments.
    pub bare_functions: Vec<String>,
    /// Functions without arguments that are written without parentheses, however the author writes them.
    pub parenless_functions: Vec<String>,
    /// Operator name to its spelling, or to a template over `{{ left }}` and `{{ right }}`; empty: the database has none.
    pub operators: Rows<String>,
    /// Operators and functions below which the reference leaves values as parameters, though it was told to write them out.
    pub keeps_parameters: Vec<String>,
    /// `LIMIT`, over `{{ limit }}`, with the white space before it.
    pub limit_text: String,
    /// `OFFSET`, over `{{ offset }}`.
    pub offset_text: String,
    /// What stands behind a limit where there is no offset.
    pub no_offset_text: String,
    /// What stands before an offset where there is no limit; for `comma_limit` the number of rows then. `{{ limit }}` is a
    /// parameter without a limit's meaning.
    pub unlimited_text: String,
    /// A count of `FETCH FIRST`, over `{{ operand }}`.
    pub fetch_operand: String,
    pub row_locks: RowLocks,
    /// What stands for `FROM` where nothing is selected from.
    pub from_nothing: String,
    /// The same where there are conditions.
    pub from_nothing_filtered: String,
    /// What stands between a source and its alias.
    pub alias_word: String,
    /// The word before the tables of an inner join.
    pub inner_join: String,
    /// The word before common table expressions that refer to themselves.
    pub recursive: String,
    /// Whether common table expressions stand before the `SELECT` of an `INSERT`, not before the `INSERT`.
    pub insert_precedes_with: bool,
    /// Whether the order of an aggregate's rows stands behind it, in `WITHIN GROUP`, and not inside of its parentheses.
    pub aggregates_within_group: bool,
    /// Whether an argument of an aggregate may have an order of its own.
    pub ordered_arguments: bool,
    /// Whether `DISTINCT ON` can be said; elsewhere it is `DISTINCT`.
    pub distinct_on: bool,
    /// Whether `ORDER BY` may name a label.
    pub orders_by_label: bool,
    /// What stands behind a source where all of it is one value.
    pub whole_row: String,
    /// A function that rows are selected from, over `{{ operand }}`.
    pub function_source: String,
    /// The column by which a statement numbers its rows where `TOP` is not enough.
    pub row_number_column: String,
    /// Whether a subquery may be ordered though it is not limited.
    pub ordered_subqueries: bool,
    /// Whether a value on the left of `=` changes places with what is on the right.
    pub values_on_the_right: bool,
    /// The word before further tables of an `UPDATE`; empty: there can be none.
    pub update_from: String,
    /// Whether the target is repeated behind that word.
    pub update_repeats_target: bool,
    /// Whether an `UPDATE` lists all its tables before `SET`, and sets columns by table and name.
    pub update_lists_tables: bool,
    /// The word before further tables of a `DELETE`; empty: there can be none.
    pub delete_using: String,
    pub delete_repeats_target: bool,
    pub on_conflict: bool,
    pub on_duplicate_key: bool,
    /// How many rows an `UPDATE` or `DELETE` changes, over `{{ limit }}`; empty: it can't be said.
    pub change_limit: String,
    /// A source and what is said about it, over `{{ table }}` and `{{ hint }}`; empty: hints are left out.
    pub from_hint: String,
    /// The only hints that can be given; empty: any.
    pub from_hint_words: Vec<String>,
    /// A hint at the head of a `SELECT`, over `{{ hint }}`; empty: none stand there.
    pub select_hint: String,
    /// `EXTRACT`, over `{{ field }}` and `{{ operand }}`.
    pub extract: String,
    /// What the fields of a moment are called there.
    pub extract_fields: Rows<String>,
    /// Whether only fields that are listed can be extracted.
    pub extract_listed: bool,
    /// Whether an element of a JSON document is named by a path from its root: `$."a"[0]`.
    pub json_paths: bool,
    /// What a family of types is cast to, over the type's arguments; empty where there is no such cast. Others are cast to
    /// the type as DDL writes it.
    pub casts: Rows<String>,
    /// A cast that gives NULL where it fails, over `{{ operand }}` and `{{ type }}`; empty: there is none.
    pub try_cast: String,
    /// The empty set as a statement, over `{{ items }}`, one for each member, and `{{ names }}`.
    pub empty_set: String,
    /// A member of the empty set, over `{{ type }}` and `{{ name }}`.
    pub empty_set_item: String,
    /// Whether `IN` and `NOT IN` compare with that statement, too, and not with a condition of their own.
    pub empty_set_compared: bool,
    /// Whether tuples behind `IN` stand in `VALUES`.
    pub tuples_in_values: bool,
    /// Whether dividing whole numbers gives a whole number.
    pub division_floors: bool,
    /// Whether a key that the database counts up is asked for by other means than `RETURNING`.
    pub prefers_lastrowid: bool,
    /// Types that a parameter is cast to: families (`string`, `integer`, `json`, …) or classes.
    pub parameter_casts: Vec<String>,
}

/// What `FOR UPDATE` may say.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum RowLocks {
    None,
    Plain,
    /// Waiting too, and `LOCK IN SHARE MODE`.
    Shared,
    /// Strength, tables and waiting too.
    Keyed,
    /// Columns and waiting too.
    Columns,
}

/// How a number of rows is limited.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    LimitOffset,
    CommaLimit,
    Top,
    FetchFirst,
}

/// Where `RETURNING` stands.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Returning {
    None,
    Suffix,
    /// As a suffix, columns without their table.
    SuffixBare,
    Output,
    Into,
}
