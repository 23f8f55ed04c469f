//! The statements on Alembic's version table.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::diag::Diagnostic;
use crate::dialect::Dialect;
use crate::model::{Column, Constraint, ConstraintKind, Ident, Name, OptionValue, Table, TableName, Type, TypeParam};
use crate::revision::VersionChange;
use crate::source::Span;
use crate::sql::{self, Stmt};

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
    /// The table itself: online it is in the database before the first step.
    pub definition: Rc<Table>,
    pub rows: VersionRows,
}

/// The statements on the version table.
#[derive(Clone)]
pub struct VersionRows {
    /// `CREATE TABLE …`, without terminator.
    pub create: String,
    /// The table's name in the dialect's words.
    table: String,
    has_key: bool,
    /// What was asked for already: a step stands in a file of its own and in that of the range.
    written: RefCell<FxHashMap<VersionChange, Arc<str>>>,
}

impl VersionTable {
    /// Prepares the statements (`DefaultImpl.version_table_impl`, `HeadMaintainer`).
    ///
    /// # Errors
    /// Where the dialect's data can't be rendered.
    pub fn new(options: &VersionTableOptions, dialect: &Dialect) -> Result<Self, Diagnostic> {
        let name = TableName { schema: options.schema.as_deref().map(Ident::from), name: Ident::from(&*options.name) };
        let definition = Rc::new(definition(&name, options));
        let create = Stmt::CreateTable { table: Rc::clone(&definition), if_not_exists: false };
        let (create, table) = (sql::render(&create, dialect)?, dialect.table(&name));
        let rows = VersionRows { create, table, has_key: options.primary_key, written: RefCell::default() };
        Ok(Self { definition, rows })
    }
}

impl VersionRows {
    /// The statement of one change.
    ///
    /// # Errors
    /// Where the dialect's data can't be rendered.
    pub fn statement(&self, change: &VersionChange, dialect: &Dialect) -> Result<Arc<str>, Diagnostic> {
        if let Some(text) = self.written.borrow().get(change) {
            return Ok(Arc::clone(text));
        }
        let text: Arc<str> = self.write(change, dialect)?.into();
        self.written.borrow_mut().insert(change.clone(), Arc::clone(&text));
        Ok(text)
    }

    fn write(&self, change: &VersionChange, dialect: &Dialect) -> Result<String, Diagnostic> {
        let change = match change {
            VersionChange::Insert(to) => sql::VersionChange::Insert(to),
            VersionChange::Delete(from) => sql::VersionChange::Delete(from),
            VersionChange::Update { from, to } => sql::VersionChange::Update { from, to },
        };
        sql::version_statement(&self.table, change, self.has_key, dialect)
    }
}

/// The table as `DefaultImpl.version_table_impl` defines it.
fn definition(name: &TableName, options: &VersionTableOptions) -> Table {
    let mut ty = Type::plain("String");
    ty.params.insert("length".into(), TypeParam::Value(OptionValue::Int(32)));
    let mut table = Table::new(name.clone(), Span::NOWHERE);
    let version = Column { nullable: false, primary_key: options.primary_key, ..Column::new("version_num", Rc::new(ty)) };
    table.columns.push(Rc::new(version));
    if options.primary_key {
        let mut key = Constraint::new(ConstraintKind::PrimaryKey { columns: vec![Ident::from("version_num")] }, Span::NOWHERE);
        key.name = Some(Name::Given(Ident::new(format!("{}_pkc", options.name))));
        table.constraints.push(key);
    }
    table
}
