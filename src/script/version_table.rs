//! The statements on Alembic's version table.

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::dialect::{Dialect, VERSION_FIELDS, template};
use crate::model::{Column, Constraint, ConstraintKind, Ident, Name, Table, TableName, Type, TypeParam};
use crate::model::OptionValue;
use crate::revision::VersionChange;
use crate::source::Span;
use crate::sql::{self, Stmt};
use crate::template::{Fields, Template};

/// Where versions are kept (`version_table`, `version_table_schema`, `version_table_pk` of `context.configure`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionTableOptions {
    pub name: String,
    pub schema: Option<String>,
    pub primary_key: bool,
}

impl Default for VersionTableOptions {
    fn default() -> Self {
        Self { name: "alembic_version".to_owned(), schema: None, primary_key: true }
    }
}

/// The version table in a dialect's words.
pub struct VersionTable {
    /// `CREATE TABLE …`, without terminator.
    pub create: String,
    table: String,
    insert: Template,
    update: Template,
    delete: Template,
}

impl VersionTable {
    /// Prepares the statements (`DefaultImpl.version_table_impl`, `HeadMaintainer`).
    ///
    /// # Errors
    /// Where the dialect's data can't be rendered.
    pub fn new(options: &VersionTableOptions, dialect: &Dialect) -> Result<Self, Diagnostic> {
        let name = TableName { schema: options.schema.as_deref().map(Ident::from), name: Ident::from(&*options.name) };
        let spec = &dialect.spec().version_table;
        let compiled = |source: &str| template(source, VERSION_FIELDS).map_err(|reason| broken(dialect, &reason));
        Ok(Self {
            create: sql::render(&Stmt::CreateTable { table: Rc::new(definition(&name, options)), if_not_exists: false }, dialect)?,
            table: dialect.table(&name),
            insert: compiled(&spec.insert)?,
            update: compiled(&spec.update)?,
            delete: compiled(&spec.delete)?,
        })
    }

    /// The statement of one change.
    ///
    /// # Errors
    /// Where the dialect's data can't be rendered.
    pub fn statement(&self, change: &VersionChange, dialect: &Dialect) -> Result<String, Diagnostic> {
        let template = match change {
            VersionChange::Insert(_) => &self.insert,
            VersionChange::Delete(_) => &self.delete,
            VersionChange::Update { .. } => &self.update,
        };
        let (from, to) = change.ids();
        let mut fields = Fields::new();
        fields.set("table", self.table.clone()).set("qualifier", self.table.clone());
        fields.set_some("version", to.or(from).map(|id| format!("'{id}'")));
        fields.set_some("from", from.map(|id| format!("'{id}'")));
        template.render(&fields).map_err(|reason| broken(dialect, &reason))
    }
}

/// The table as `DefaultImpl.version_table_impl` defines it.
fn definition(name: &TableName, options: &VersionTableOptions) -> Table {
    let mut ty = Type::plain("String");
    ty.params.insert("length".into(), TypeParam::Value(OptionValue::Int(32)));
    let mut table = Table::new(name.clone(), Span::NOWHERE);
    table.columns.push(Column { nullable: false, primary_key: options.primary_key, ..Column::new("version_num", Rc::new(ty)) });
    if options.primary_key {
        let mut key = Constraint::new(ConstraintKind::PrimaryKey { columns: vec![Ident::from("version_num")] }, Span::NOWHERE);
        key.name = Some(Name::Given(Ident::new(format!("{}_pkc", options.name))));
        table.constraints.push(key);
    }
    table
}

fn broken(dialect: &Dialect, reason: &str) -> Diagnostic {
    Diagnostic::error(Code::BadTemplate, format!("the version table's statements of {} can't be rendered: {reason}", dialect.name()))
        .help("look at `[version_table]` of the dialect's data")
}
