//! The parameters of Alembic's operations, on `op` and on `batch_op`.

use crate::model::library::signature::Signature;

const fn operation(
    function: &'static str,
    of: &'static str,
    positional: &'static [&'static str],
    required: usize,
    keywords: &'static [&'static str],
    open: bool,
) -> Signature {
    Signature { function, of, positional, required, variadic: false, keywords, open }
}

const NEW_COLUMN: &[&str] = &["schema", "if_not_exists", "inline_references", "inline_primary_key", "insert_before", "insert_after"];
const ALTERED: &[&str] = &[
    "nullable",
    "comment",
    "server_default",
    "new_column_name",
    "type_",
    "existing_type",
    "existing_server_default",
    "existing_nullable",
    "existing_comment",
    "schema",
    "insert_before",
    "insert_after",
];
const FOREIGN_KEY: &[&str] = &[
    "onupdate",
    "ondelete",
    "deferrable",
    "initially",
    "match",
    "source_schema",
    "referent_schema",
    "use_alter",
    "link_to_name",
    "comment",
];

pub const ADD_COLUMN: Signature = operation("add_column()", "`add_column`", &["table_name", "column"], 2, NEW_COLUMN, false);
pub const ALTER_COLUMN: Signature = operation("alter_column()", "`alter_column`", &["table_name", "column_name"], 2, ALTERED, true);
pub const BULK_INSERT: Signature = operation("bulk_insert()", "`bulk_insert`", &["table", "rows"], 2, &["multiinsert"], false);
pub const CREATE_CHECK: Signature = operation(
    "create_check_constraint()",
    "`create_check_constraint`",
    &["constraint_name", "table_name", "condition"],
    3,
    &["schema"],
    true,
);
pub const CREATE_EXCLUDE: Signature = Signature {
    variadic: true,
    ..operation("create_exclude_constraint()", "`create_exclude_constraint`", &["constraint_name", "table_name"], 2, &[], true)
};
pub const CREATE_FOREIGN_KEY: Signature = operation(
    "create_foreign_key()",
    "`create_foreign_key`",
    &["constraint_name", "source_table", "referent_table", "local_cols", "remote_cols"],
    5,
    FOREIGN_KEY,
    true,
);
pub const CREATE_INDEX: Signature = operation(
    "create_index()",
    "`create_index`",
    &["index_name", "table_name", "columns"],
    3,
    &["schema", "unique", "if_not_exists"],
    true,
);
pub const CREATE_PRIMARY_KEY: Signature =
    operation("create_primary_key()", "`create_primary_key`", &["constraint_name", "table_name", "columns"], 3, &["schema"], false);
pub const CREATE_TABLE: Signature =
    Signature { variadic: true, ..operation("create_table()", "`create_table`", &["table_name"], 1, &["if_not_exists"], true) };
pub const CREATE_TABLE_COMMENT: Signature =
    operation("create_table_comment()", "`create_table_comment`", &["table_name", "comment"], 2, &["existing_comment", "schema"], false);
pub const CREATE_UNIQUE: Signature = operation(
    "create_unique_constraint()",
    "`create_unique_constraint`",
    &["constraint_name", "table_name", "columns"],
    3,
    &["schema"],
    true,
);
pub const DROP_COLUMN: Signature =
    operation("drop_column()", "`drop_column`", &["table_name", "column_name"], 2, &["schema", "if_exists"], true);
pub const DROP_CONSTRAINT: Signature =
    operation("drop_constraint()", "`drop_constraint`", &["constraint_name", "table_name", "type_"], 2, &["schema", "if_exists"], false);
pub const DROP_INDEX: Signature =
    operation("drop_index()", "`drop_index`", &["index_name", "table_name"], 1, &["schema", "if_exists", "unique", "quote", "info"], true);
/// Keywords of `Table` that no dialect gives it.
pub const TABLE_KEYWORDS: &[&str] =
    &["comment", "extend_existing", "implicit_returning", "info", "keep_existing", "listeners", "prefixes", "quote", "quote_schema"];
pub const DROP_TABLE: Signature = operation("drop_table()", "`drop_table`", &["table_name"], 1, &["schema", "if_exists"], true);
pub const DROP_TABLE_COMMENT: Signature =
    operation("drop_table_comment()", "`drop_table_comment`", &["table_name"], 1, &["existing_comment", "schema"], false);
pub const EXECUTE: Signature = operation("execute()", "`execute`", &["sqltext"], 1, &["execution_options"], false);
pub const RENAME_TABLE: Signature =
    operation("rename_table()", "`rename_table`", &["old_table_name", "new_table_name"], 2, &["schema"], false);
pub const BATCH_ALTER_TABLE: Signature = operation(
    "batch_alter_table()",
    "`batch_alter_table`",
    &[
        "table_name",
        "schema",
        "recreate",
        "partial_reordering",
        "copy_from",
        "table_args",
        "table_kwargs",
        "reflect_args",
        "reflect_kwargs",
        "naming_convention",
    ],
    1,
    &[],
    false,
);
pub const ONE_NAME: Signature = operation("f()", "`f`", &["name"], 1, &[], false);
pub const INLINE_LITERAL: Signature = operation("inline_literal()", "`inline_literal`", &["value", "type_"], 1, &[], false);
