//! What a compilation depends on besides the project's Python.

use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

use indexmap::IndexMap;

use super::around::{self, Part};
use crate::dialect::Dialect;
use crate::eval::{Arg, Value};
use crate::model::naming::NamingConvention;
use crate::script::VersionTableOptions;
use crate::source::Source;

/// The command line's and the configuration's part, for one dialect.
#[derive(Clone, Debug)]
pub struct Settings {
    pub dialect: Rc<Dialect>,
    pub tag: Option<String>,
    /// `-x` arguments in order.
    pub x_arguments: Vec<String>,
    /// All that `os.environ` holds.
    pub environment: IndexMap<String, String>,
    /// What `now()` answers, in seconds since 1970.
    pub now: Option<i64>,
    pub assume: Vec<Assumption>,
    /// Whether what is compiled begins on an empty database: no table holds a row but those that the chain put there.
    pub blank: bool,
    /// The database that is compiled for, where `env.py` runs the migrations for several.
    pub database: Option<String>,
    pub transaction_per_migration: Option<bool>,
    pub version_table: Option<String>,
    pub version_table_schema: Option<String>,
    /// The version of the database that the script is written for; else what Alembic assumes.
    pub target: Option<crate::dialect::Version>,
    /// Whether what Alembic would print though the database refuses it is done another way.
    pub hardened: bool,
    /// The options of the configuration's main section, interpolated.
    pub main_options: IndexMap<String, String>,
    /// The other sections, by name.
    pub sections: IndexMap<String, IndexMap<String, String>>,
    /// The main section's name.
    pub section: String,
    /// `config.config_file_name`.
    pub config_file: Option<String>,
    /// SQL of the database before the first step: with one, all there is is known.
    pub baseline: Option<Arc<Source>>,
    /// Hand-written SQL in place of a revision's Python, by revision.
    pub by_hand: BTreeMap<String, ByHand>,
}

/// The hand-written SQL of a revision.
#[derive(Clone, Debug, Default)]
pub struct ByHand {
    pub upgrade: Option<Arc<Source>>,
    pub downgrade: Option<Arc<Source>>,
}

/// What the user says of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumption {
    /// There is no database to ask: what a query gives is `None`, as offline in Alembic, where the revision has a way on then.
    Offline,
    /// An object of this name is there.
    Exists(String),
    Absent(String),
    /// The database is empty before the first step.
    Fresh,
}

/// What `env.py` configured (`context.configure`).
#[derive(Clone, Debug)]
pub struct Configured {
    pub naming: Rc<NamingConvention>,
    /// `naming_convention=` of `target_metadata` as given, else None.
    pub convention: Value,
    pub version_table: VersionTableOptions,
    pub transaction_per_migration: bool,
    pub transactional_ddl: Option<bool>,
    /// `mssql_batch_separator=` and its kin.
    pub batch_separator: Option<String>,
    pub literal_binds: bool,
    /// What `run_migrations()` passes on to `upgrade()` and `downgrade()`.
    pub run_arguments: Vec<(Rc<str>, Arg)>,
    /// What the migrations stand in.
    pub around: Rc<[Part]>,
    pub target_metadata: Value,
}

impl Default for Configured {
    fn default() -> Self {
        Self {
            naming: Rc::new(NamingConvention::default()),
            convention: Value::None,
            version_table: VersionTableOptions::default(),
            transaction_per_migration: false,
            transactional_ddl: None,
            batch_separator: None,
            literal_binds: true,
            run_arguments: Vec::new(),
            around: around::usual().into(),
            target_metadata: Value::None,
        }
    }
}
