//! The parameters of the constraint classes.

use super::super::signature::Signature;

const KEYWORDS: &[&str] =
    &["name", "deferrable", "initially", "info", "_create_rule", "_type_bound", "_autoattach", "_column_flag", "_implicit_generated"];

pub const COLUMNS: Signature = Signature {
    function: "ColumnCollectionConstraint.__init__()",
    of: "a constraint",
    positional: &[],
    required: 0,
    variadic: true,
    keywords: KEYWORDS,
    open: true,
};

pub const CHECK: Signature = Signature {
    function: "CheckConstraint.__init__()",
    of: "a check constraint",
    positional: &["sqltext", "name", "deferrable", "initially", "table", "info", "_create_rule", "_autoattach", "_type_bound"],
    required: 1,
    variadic: false,
    keywords: &["comment"],
    open: true,
};

pub const FOREIGN: Signature = Signature {
    function: "ForeignKeyConstraint.__init__()",
    of: "a foreign key constraint",
    positional: &[
        "columns",
        "refcolumns",
        "name",
        "onupdate",
        "ondelete",
        "deferrable",
        "initially",
        "use_alter",
        "link_to_name",
        "match",
        "table",
        "info",
        "comment",
    ],
    required: 2,
    variadic: false,
    keywords: &[],
    open: true,
};

pub const EXCLUDE: Signature = Signature {
    function: "ExcludeConstraint.__init__()",
    of: "an exclude constraint",
    positional: &[],
    required: 0,
    variadic: true,
    keywords: &["name", "deferrable", "initially", "using", "where", "ops", "info"],
    open: true,
};
