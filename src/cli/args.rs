//! The command line's options, as far as commands share them.

use camino::Utf8PathBuf;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{branches, compile, current, dialect, downgrade, heads, history, schema, show, stamp, upgrade, verify};

const EXAMPLES: &str = "\
Examples:
  aludel upgrade head --sql > upgrade.sql      the whole chain, as `alembic upgrade head --sql`
  aludel upgrade ae10:head -o upgrade.sql      what comes after ae10
  aludel downgrade head:ae10 --sql             back to ae10
  aludel compile --out build                   a folder of scripts for each revision, with checksums
  aludel verify build                          is the folder still what was compiled?
  aludel history -v                            the chain

Aludel reads an Alembic project, runs no Python and connects to no database.
Exit status: 0 done, 1 a check found something, 2 an error.";

/// Compiles an Alembic revision chain to SQL scripts, offline.
#[derive(Debug, Parser)]
#[command(name = "aludel", version, about, after_help = EXAMPLES, disable_help_subcommand = true)]
pub struct Cli {
    #[command(flatten)]
    pub shared: Shared,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    Upgrade(upgrade::Upgrade),
    Downgrade(downgrade::Downgrade),
    Stamp(stamp::Stamp),
    Compile(compile::Compile),
    Verify(verify::Verify),
    History(history::History),
    Heads(heads::Heads),
    Branches(branches::Branches),
    Show(show::Show),
    Schema(schema::Schema),
    Current(current::Current),
    Dialect(dialect::Dialects),
}

/// What is taken before the command and after it.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Project")]
pub struct Shared {
    /// Alembic configuration: an INI file, pyproject.toml or aludel.toml; may be given twice for an INI file and pyproject.toml
    #[arg(short, long, value_name = "FILE")]
    pub config: Vec<Utf8PathBuf>,
    #[command(flatten)]
    pub rest: Rest,
}

/// [`Shared`] without `-c`, which means something else to `current`.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Project")]
pub struct Rest {
    /// Section of the INI file to read [default: alembic]
    #[arg(short, long, value_name = "SECTION")]
    pub name: Option<String>,
    /// Argument for env.py and revisions (`context.get_x_argument()`)
    #[arg(short, value_name = "KEY=VALUE")]
    pub x: Vec<String>,
    /// Folder of revision files, instead of a configuration's
    #[arg(long, value_name = "DIR")]
    pub versions: Vec<Utf8PathBuf>,
    /// Folder to find the project's modules in
    #[arg(long, value_name = "DIR")]
    pub sys_path: Vec<Utf8PathBuf>,
    /// Folder of a dialect, or of several, beside and over the built-in ones
    #[arg(long, value_name = "DIR")]
    pub dialect_dir: Vec<Utf8PathBuf>,
    /// How reports are written
    #[arg(long, value_enum, value_name = "FORMAT", help_heading = "Output")]
    pub format: Option<Format>,
    /// When reports are coloured [default: auto, on a terminal alone]
    #[arg(long, value_enum, value_name = "WHEN", help_heading = "Output")]
    pub color: Option<Color>,
    /// Do not write notes
    #[arg(short, long, help_heading = "Output")]
    pub quiet: bool,
    /// Write SQL to standard output: what is done anyway, said for those who know Alembic
    #[arg(long, help_heading = "Output")]
    pub sql: bool,
    /// Taken for Alembic's sake; a traceback is never there to be raised
    #[arg(long, hide = true)]
    pub raiseerr: bool,
}

/// How reports are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Format {
    #[default]
    Text,
    Json,
}

/// When reports are coloured.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

/// What a compilation takes besides the range.
#[derive(Clone, Debug, Default, Args)]
#[command(next_help_heading = "Compilation")]
pub struct Compilation {
    /// Dialect of the SQL; `compile` takes several [default: that of aludel.toml, else of the URL]
    #[arg(long, value_name = "DIALECT")]
    pub dialect: Vec<String>,
    /// Database to compile for, where env.py runs the migrations for several [default: `compile` takes all]
    #[arg(long, value_name = "NAME")]
    pub database: Option<String>,
    /// Tag for env.py (`context.get_tag_argument()`)
    #[arg(long)]
    pub tag: Option<String>,
    /// A transaction for each revision, as `transaction_per_migration=True` in env.py
    #[arg(long)]
    pub transaction_per_migration: bool,
    /// Name of the version table, as `version_table=` in env.py
    #[arg(long, value_name = "NAME")]
    pub version_table: Option<String>,
    /// Schema of the version table, as `version_table_schema=` in env.py
    #[arg(long, value_name = "NAME")]
    pub version_table_schema: Option<String>,
    /// Environment variable for the project's Python; no other is seen
    #[arg(long, value_name = "KEY=VALUE", value_parser = key_value)]
    pub env: Vec<(String, String)>,
    /// Version of the database that the script is for, as `3.35`: what its ALTER can't do is done by a rebuild
    #[arg(long, value_name = "DIALECT=VERSION", value_parser = key_value)]
    pub target: Vec<(String, String)>,
    /// What is true of the database: `exists:TABLE`, `absent:TABLE`, `fresh` for an empty one, without tables and rows, or
    /// `offline` for none: what hangs on a query's result is left out, where the revision has a way on then, as Alembic does
    #[arg(long, value_name = "FACT")]
    pub assume: Vec<String>,
    /// The time that `datetime.now()` gives [default: SOURCE_DATE_EPOCH, else the revision's Create Date]
    #[arg(long, value_name = "TIME")]
    pub now: Option<String>,
}

fn key_value(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((key, value)) if !key.is_empty() => Ok((key.to_owned(), value.to_owned())),
        _ => Err("expected KEY=VALUE".to_owned()),
    }
}

impl Shared {
    /// These options with those that stood before the command; what stands after wins, lists are joined in order.
    pub fn after(self, before: Shared) -> Shared {
        let join = |mut first: Vec<Utf8PathBuf>, second: Vec<Utf8PathBuf>| {
            first.extend(second);
            first
        };
        Shared {
            config: join(before.config, self.config),
            rest: Rest {
                name: self.rest.name.or(before.rest.name),
                x: before.rest.x.into_iter().chain(self.rest.x).collect(),
                versions: join(before.rest.versions, self.rest.versions),
                sys_path: join(before.rest.sys_path, self.rest.sys_path),
                dialect_dir: join(before.rest.dialect_dir, self.rest.dialect_dir),
                format: self.rest.format.or(before.rest.format),
                color: self.rest.color.or(before.rest.color),
                quiet: self.rest.quiet || before.rest.quiet,
                sql: self.rest.sql || before.rest.sql,
                raiseerr: self.rest.raiseerr || before.rest.raiseerr,
            },
        }
    }
}
