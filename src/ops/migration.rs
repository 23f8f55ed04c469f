//! The migration in the making: what a step of the chain has done to the schema and written into its script.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use super::change::Change;
use super::item::{Item, SchemaEffect, Statement};
use super::place::Placed;
use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::{Table, TableName, Type};
use crate::schema::{Effect, Reason, Schema, Why};
use crate::source::Span;
use crate::sql::{self, Stmt};

/// A migration that several objects of the program share.
pub type Shared = Rc<RefCell<Migration>>;

/// One step of the chain while it is evaluated.
#[derive(Debug)]
pub struct Migration {
    pub dialect: Rc<Dialect>,
    pub schema: Schema,
    pub items: Vec<Item>,
    /// Whether what the step wrote depends on the schema: it asked a question, or rebuilt a table.
    pub asked_schema: bool,
}

impl Migration {
    /// A step that starts from a schema.
    pub fn new(dialect: Rc<Dialect>, schema: Schema) -> Self {
        Self { dialect, schema, items: Vec::new(), asked_schema: false }
    }

    /// Makes a change: in the replayed schema, and as statements.
    ///
    /// The effect says what the database would answer; it is the caller's to raise or warn.
    ///
    /// # Errors
    /// Where the dialect can't say the change.
    pub fn perform(&mut self, change: Change) -> Result<Effect, Diagnostic> {
        let place = change.place();
        let completed = change.completed(&self.schema, &self.dialect);
        self.asked_schema |= completed.is_some();
        let change = completed.unwrap_or(change);
        let statements = change.lower(&self.dialect).map_err(|problem| problem.here(place))?;
        // where it can't be said it is not made either: the program may catch that and go on
        let texts = statements.iter().map(|statement| sql::render(statement, &self.dialect).map_err(|problem| problem.here(place)));
        let texts: Vec<String> = texts.collect::<Result<_, _>>()?;
        let types = statements.iter().zip(&texts).filter(|(statement, _)| matches!(statement, Stmt::CreateEnum { .. }));
        // another table may have brought them: a script makes them once
        types.for_each(|(_, text)| drop(self.schema.apply_sql(text, place)));
        let effect = change.apply(&mut self.schema);
        let change = SchemaEffect::Change(Rc::new(change));
        if statements.is_empty() {
            self.items.push(Item::Unwritten(change));
            return Ok(effect);
        }
        let mut effects = std::iter::once(change);
        for (statement, text) in statements.iter().zip(texts) {
            let effect = match statement {
                Stmt::CreateEnum { .. } => SchemaEffect::Sql(text.as_str().into()),
                _ => effects.next().unwrap_or(SchemaEffect::None),
            };
            self.write_rendered(statement, text, effect, place);
        }
        Ok(effect)
    }

    /// What the database would say to a change, without making it.
    pub fn try_out(&mut self, change: &Change) -> Effect {
        self.asked_schema = true;
        change.apply(&mut self.schema.clone())
    }

    /// The step, shared by the objects of the program.
    pub fn shared(self) -> Shared {
        Rc::new(RefCell::new(self))
    }

    /// All that is known of a table that is to be rebuilt.
    ///
    /// # Errors
    /// Where the replayed schema does not know it whole.
    pub fn read_table(&mut self, name: &TableName, place: Span) -> Result<Rc<Table>, Diagnostic> {
        self.asked_schema = true;
        let Some(table) = self.schema.table(name) else {
            let answer = self.schema.has_table(name);
            let Why { place: known, reason } = answer.why();
            let told = if let Reason::Other(text) = reason { text.to_string() } else { "this is all that is known of it".to_owned() };
            return Err(doubtful(name, place).label(*known, told));
        };
        match table.require_full() {
            Ok(definition) => Ok(Rc::new(definition.clone())),
            Err(why) => Err(doubtful(name, place).label(why.place, why.reason.text())),
        }
    }

    /// Puts a table in the form that a rebuild gave it.
    pub fn replace_table(&mut self, table: Table, place: Span) {
        self.asked_schema = true;
        self.schema.replace_table(table, place);
    }

    /// Writes a statement that changes nothing, for all that the schema holds.
    pub fn write_text(&mut self, text: &str, place: Span) {
        let statement = Statement::new(text, SchemaEffect::None, place);
        self.items.push(Item::Statement(statement));
    }

    /// Writes one statement.
    ///
    /// # Errors
    /// Where the dialect can't say it.
    pub fn write(&mut self, statement: &Stmt, effect: SchemaEffect, place: Span) -> Result<(), Diagnostic> {
        let text = sql::render(statement, &self.dialect).map_err(|problem| problem.here(place))?;
        self.write_rendered(statement, text, effect, place);
        Ok(())
    }

    fn write_rendered(&mut self, statement: &Stmt, text: String, effect: SchemaEffect, place: Span) {
        let once = match statement {
            Stmt::CreateEnum { ty, implicit: true } => Some(type_key(ty)),
            _ => None,
        };
        self.items.push(Item::Statement(Statement { once, ..Statement::new(text, effect, place) }));
    }
}

fn doubtful(name: &TableName, place: Span) -> Diagnostic {
    Diagnostic::error(Code::DoubtfulSchema, format!("not enough is known of the table `{}` to rebuild it", name.name.text))
        .label(place, "the rebuild is asked for here")
        .help("pass `copy_from=` a `Table` with all that the table has, or give a baseline in `aludel.toml`")
}

/// What makes a named type the same as another within a script.
fn type_key(ty: &Type) -> Arc<str> {
    let Some(enumeration) = &ty.enumeration else { return (*ty.class).into() };
    let schema = enumeration.schema.as_ref().map_or("", |schema| &*schema.text);
    let name = enumeration.name.as_ref().map_or("", |name| name.text());
    format!("{schema}.{name}").into()
}
