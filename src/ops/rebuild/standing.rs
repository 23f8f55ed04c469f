//! What stands on a table that is rebuilt: views, and triggers elsewhere that name it, are dropped before and made again after;
//! its own triggers go with the table and are made again.

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::dialect::Dialect;
use crate::model::{Ident, TableName};
use crate::schema::{Plain, Schema, View, Why, words};
use crate::source::Span;

/// The views and triggers of a table.
pub struct Standing {
    /// Each after those it reads.
    views: Vec<Rc<View>>,
    triggers: Vec<Rc<Plain>>,
    /// Triggers on other tables or on these views, which name something that is away for a while.
    elsewhere: Vec<Rc<Plain>>,
}

impl Standing {
    /// Those of a table, as far as the chain made them.
    pub fn over(schema: &Schema, table: &TableName) -> Self {
        let views = schema.views_over(table);
        let away: Vec<&Rc<str>> = std::iter::once(&table.name.text).chain(views.iter().map(|view| &view.name)).collect();
        let elsewhere = schema.triggers_naming(&away, table);
        Self { triggers: schema.triggers_on(table), elsewhere, views }
    }

    /// Makes sure that all of them can be made again as they were.
    ///
    /// # Errors
    /// One whose statement is not known, or names a column that is dropped or renamed.
    pub fn check(&self, moved: &[Rc<str>], place: Span) -> Result<(), Diagnostic> {
        let views = self.views.iter().map(|view| ("view", &view.name, &view.statement, &view.made));
        let triggers = self.triggers.iter().chain(&self.elsewhere);
        let triggers = triggers.map(|trigger| ("trigger", &trigger.name, &trigger.statement, &trigger.made));
        for (kind, name, statement, made) in views.chain(triggers) {
            let Some(statement) = statement else { return Err(lost(kind, name, made, place)) };
            let named = words::of_text(statement).into_iter().find(|word| moved.iter().any(|column| column.eq_ignore_ascii_case(word)));
            if let Some(column) = named {
                return Err(broken(kind, name, column, made, place));
            }
        }
        Ok(())
    }

    /// The statements that drop triggers elsewhere and views, before the rebuild.
    pub fn dropped(&self, dialect: &Dialect) -> Vec<String> {
        let drop = |kind: &str, name: &Rc<str>| format!("DROP {kind} {}", dialect.quote(&Ident::new(Rc::clone(name))));
        let triggers = self.elsewhere.iter().map(|trigger| drop("TRIGGER", &trigger.name));
        triggers.chain(self.views.iter().rev().map(|view| drop("VIEW", &view.name))).collect()
    }

    /// The names of the table's own triggers.
    pub fn triggers(&self) -> impl Iterator<Item = &Rc<str>> {
        self.triggers.iter().map(|trigger| &trigger.name)
    }

    /// The statements that make triggers and views again, after it.
    pub fn made_again(&self) -> impl Iterator<Item = &str> {
        let own = self.triggers.iter().map(|trigger| &trigger.statement);
        let views = self.views.iter().map(|view| &view.statement);
        let elsewhere = self.elsewhere.iter().map(|trigger| &trigger.statement);
        own.chain(views).chain(elsewhere).filter_map(|statement| statement.as_deref())
    }
}

fn lost(kind: &str, name: &str, made: &Why, place: Span) -> Diagnostic {
    Diagnostic::error(Code::DoubtfulSchema, format!("the rebuild would lose the {kind} `{name}`, and how it was made is not known"))
        .label(place, "the table is rebuilt here")
        .label(made.place, "made or changed here")
        .help(format!("drop the {kind} before the rebuild and make it again after"))
}

fn broken(kind: &str, name: &str, column: &str, made: &Why, place: Span) -> Diagnostic {
    Diagnostic::error(Code::DoubtfulSchema, format!("the rebuild would break the {kind} `{name}`: it names the column `{column}`"))
        .label(place, "the column is dropped or renamed here")
        .label(made.place, "made here")
        .help(format!("drop the {kind} before the rebuild and make it again after, as it is to be then"))
}
