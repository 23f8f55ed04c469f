//! The statement kinds and the fields that a template of each may name.

/// A kind of sentence with its fields.
pub struct Kind {
    pub name: &'static str,
    pub fields: &'static [&'static str],
    /// The part of `options` whose names are fields too.
    pub options: Option<&'static str>,
}

const fn kind(name: &'static str, fields: &'static [&'static str]) -> Kind {
    Kind { name, fields, options: None }
}

const fn kind_with(name: &'static str, fields: &'static [&'static str], options: &'static str) -> Kind {
    Kind { name, fields, options: Some(options) }
}

const INDEX_PARAMETERS: &[&str] = &[
    "ivf",
    "index_type",
    "distance",
    "accuracy",
    "parallel",
    "hnsw_neighbors",
    "hnsw_efconstruction",
    "ivf_neighbor_partitions",
    "ivf_sample_per_partition",
    "ivf_min_vectors_per_partition",
];
const KEY_FIELDS: &[&str] = &["constraint_name", "columns", "deferrable", "not_deferrable", "initially"];
const FOREIGN_KEY_FIELDS: &[&str] = &[
    "constraint_name",
    "columns",
    "referred_table",
    "referred_table_only",
    "referred_columns",
    "match",
    "on_delete",
    "on_update",
    "deferrable",
    "not_deferrable",
    "initially",
];
const DROP_CONSTRAINT_FIELDS: &[&str] = &["table", "name", "if_exists", "cascade"];
const ALTERED_FIELDS: &[&str] = &["table", "table_only", "schema", "column", "existing_type", "existing_not_null", "existing_comment"];

/// Every kind, in the order of the data file.
pub const KINDS: &[Kind] = &[
    kind("create_table", &["table", "prefixes", "if_not_exists", "body", "options"]),
    kind_with("table_options", &["comment"], "table"),
    kind("drop_table", &["table", "if_exists"]),
    kind("rows_begin", &["table"]),
    kind("rows_end", &["table"]),
    kind("unchecked_begin", &["table"]),
    kind("unchecked_end", &["table"]),
    kind("rename_table", &["table", "to", "to_with_schema"]),
    kind("table_comment", &["table", "table_only", "schema", "comment"]),
    kind_with(
        "column",
        &["name", "type", "default", "computed", "identity", "not_null", "null", "null_identity", "autoincrement", "comment"],
        "column",
    ),
    kind("redefinition", &["type", "null", "not_null", "autoincrement", "default", "comment"]),
    kind("modify_column", &["table", "column", "definition"]),
    kind("change_column", &["table", "column", "to", "definition"]),
    kind("drop_column_constraint", &["table", "object", "column", "foreign_key", "check"]),
    kind("computed", &["expression", "stored", "virtual"]),
    kind("identity", &["always", "on_null", "options", "start", "increment"]),
    kind("add_column", &["table", "column", "if_not_exists", "inline_primary_key", "references", "constraints"]),
    kind("drop_column", &["table", "column", "if_exists"]),
    kind("column_nullable", &["table", "column", "nullable", "existing_type"]),
    kind("column_type", &["table", "column", "type", "using"]),
    kind("column_default", &["table", "column", "default"]),
    kind("column_name", &["table", "column", "to"]),
    kind("column_comment", &["table", "table_only", "schema", "column", "comment", "existing_comment"]),
    kind("set_column_comment", &["table", "table_only", "schema", "column", "comment", "definition"]),
    kind("column_identity", &["table", "column", "identity", "add", "change", "drop"]),
    kind("column_computed", ALTERED_FIELDS),
    kind_with("primary_key", KEY_FIELDS, "primary_key"),
    kind_with("unique", KEY_FIELDS, "unique"),
    kind_with("foreign_key", FOREIGN_KEY_FIELDS, "foreign_key"),
    kind("references", FOREIGN_KEY_FIELDS),
    kind_with("check", &["constraint_name", "condition", "deferrable", "not_deferrable", "initially"], "check"),
    kind("exclude", &["constraint_name", "method", "elements", "condition", "deferrable", "not_deferrable", "initially"]),
    kind("add_constraint", &["table", "constraint"]),
    kind("drop_constraint", DROP_CONSTRAINT_FIELDS),
    kind("drop_primary_key", DROP_CONSTRAINT_FIELDS),
    kind("drop_foreign_key", DROP_CONSTRAINT_FIELDS),
    kind("drop_unique", DROP_CONSTRAINT_FIELDS),
    kind("drop_check", DROP_CONSTRAINT_FIELDS),
    kind("constraint_comment", &["table", "name", "comment"]),
    kind_with("create_index", &["name", "name_with_schema", "table", "table_only", "elements", "unique", "if_not_exists"], "index"),
    kind("index_parameters", INDEX_PARAMETERS),
    kind_with("drop_index", &["name", "name_with_schema", "table", "if_exists"], "index"),
    kind("create_sequence", &["sequence", "data_type", "options", "if_not_exists"]),
    kind(
        "sequence_options",
        &["increment", "start", "minvalue", "maxvalue", "no_minvalue", "no_maxvalue", "cache", "cycle", "no_cycle", "order", "no_order"],
    ),
    kind("drop_sequence", &["sequence", "if_exists"]),
    kind("copy_rows", &["to", "from", "columns", "sources"]),
    kind("forget_counter", &["table"]),
    kind("copy_counter", &["to", "from"]),
    kind("create_schema", &["schema", "if_not_exists"]),
    kind("drop_schema", &["schema", "cascade", "if_exists"]),
    kind("create_table_as", &["table", "temporary", "if_not_exists", "select", "head", "rest"]),
    kind_with("create_view", &["table", "or_replace", "temporary", "materialized", "select"], "view"),
    kind("drop_view", &["table", "materialized", "if_exists"]),
    kind("create_enum", &["name", "labels"]),
    kind("drop_enum", &["name"]),
    kind("create_domain", &["name", "data_type", "collation", "default", "constraint_name", "not_null", "condition"]),
    kind("drop_domain", &["name"]),
];

/// The kind of that name.
pub fn find(name: &str) -> Option<&'static Kind> {
    KINDS.iter().find(|kind| kind.name == name)
}
