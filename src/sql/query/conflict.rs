//! `ON CONFLICT` (`visit_on_conflict_do_nothing`, `visit_on_conflict_do_update`).

use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::model::Name;
use crate::model::expr::statement::Assignments;
use crate::model::expr::{ColumnClause, Conflict, ConflictAction, Duplicate, From, SetColumn, build};

use super::compiler::{Compiler, Context, NameClass};
use super::insert::Crud;

impl Compiler<'_> {
    /// What happens to a row that is there already.
    pub fn conflict(&mut self, conflict: &Conflict, table: &Rc<From>, context: Context<'_>) -> Result<String, Diagnostic> {
        if !self.dialect.spec().query.on_conflict {
            return Err(self.unsupported("ON CONFLICT"));
        }
        let target = self.conflict_target(conflict, context)?;
        match &conflict.action {
            ConflictAction::Nothing if target.is_empty() => Ok("ON CONFLICT DO NOTHING".into()),
            ConflictAction::Nothing => Ok(format!("ON CONFLICT {target} DO NOTHING")),
            ConflictAction::Update { set, criterion } => {
                let mut text = format!("ON CONFLICT {target} DO UPDATE SET {}", self.conflict_set(set, table, context)?);
                if let Some(criterion) = criterion {
                    let context = Context { include_table: true, use_schema: false, ..context };
                    text.push_str(&format!(" WHERE {}", self.process(criterion, context)?));
                }
                Ok(text)
            }
        }
    }

    /// `ON DUPLICATE KEY UPDATE` (`visit_on_duplicate_key_update`): its values stay parameters, names that are no column of
    /// the table are left out.
    pub fn duplicate(&mut self, duplicate: &Duplicate, table: &Rc<From>) -> Result<String, Diagnostic> {
        if !self.dialect.spec().query.on_duplicate_key {
            return Err(self.unsupported("ON DUPLICATE KEY UPDATE"));
        }
        let context = Context { use_schema: false, ..Context::untold() };
        let mut given = self.given(table, &duplicate.set, &mut Crud::default(), context)?;
        let in_order = duplicate.ordered.then(|| given.keys().filter_map(|key| table.column(key)).map(|found| found.column).collect());
        let columns: Vec<Rc<ColumnClause>> = in_order.unwrap_or_else(|| table.columns.clone());
        let mut written = Vec::new();
        for column in &columns {
            let Some(value) = column.key_text().and_then(|key| given.shift_remove(key)) else { continue };
            let value = self.stored(table, column, &value, context)?;
            written.push(format!("{} = {value}", self.quoted(NameClass::Column, &column.name)));
        }
        Ok(format!("ON DUPLICATE KEY UPDATE {}", written.join(", ")))
    }

    fn conflict_target(&mut self, conflict: &Conflict, context: Context<'_>) -> Result<String, Diagnostic> {
        if let Some(constraint) = &conflict.constraint {
            let name = self.dialect.constraint_name(&Name::Conventional(Rc::clone(constraint)))?;
            return Ok(format!("ON CONSTRAINT {name}"));
        }
        if conflict.elements.is_empty() {
            return Ok(String::new());
        }
        let bare = Context { include_table: false, use_schema: false, ..context };
        let mut elements = Vec::with_capacity(conflict.elements.len());
        for element in &conflict.elements {
            elements.push(match element {
                SetColumn::Key(key) => self.dialect.quote_text(key).into_owned(),
                SetColumn::Column(reference) => self.column(reference, bare),
                SetColumn::Expr(expr) => self.process(expr, Context { literals: false, ..bare })?,
            });
        }
        let mut text = format!("({})", elements.join(", "));
        if let Some(criterion) = &conflict.elements_where {
            text.push_str(&format!(" WHERE {}", self.process(criterion, bare)?));
        }
        Ok(text)
    }

    /// The assignments in the order of the table's columns.
    fn conflict_set(&mut self, set: &Assignments, table: &Rc<From>, context: Context<'_>) -> Result<String, Diagnostic> {
        let context = Context { use_schema: false, ..context };
        let mut crud = Crud::default();
        let mut given = self.given(table, set, &mut crud, context)?;
        let mut written = Vec::new();
        for column in &table.columns {
            let Some(value) = column.key_text().and_then(|key| given.shift_remove(key)) else { continue };
            let value = self.stored(table, column, &value, context)?;
            written.push(format!("{} = {value}", self.quoted(NameClass::Column, &column.name)));
        }
        // Names that are no column of the table follow, as SQLAlchemy writes them with a warning.
        for (key, value) in given {
            let value = self.process(&build::self_group(&value, None), context)?;
            written.push(format!("{} = {value}", self.dialect.quote_text(&key)));
        }
        Ok(written.join(", "))
    }
}
