//! What a step that can't be compiled does to the schema nevertheless, as far as that can be told.
//!
//! The step is evaluated once more, past what can't be followed: see [`crate::eval::salvage`]. What is lost makes doubtful
//! what it names; an operation that could not be bound makes doubtful what its name and arguments say.

use std::rc::Rc;

use super::around::Around;
use super::host::Compiler;
use super::step::{Direction, RevisionSource, Session};
use crate::diag::Diagnostic;
use crate::eval::{Args, Lost, State, Unwind, Value, Vm};
use crate::model::library::object;
use crate::model::{Ident, SqlExpr, TableName};
use crate::schema::{Reason, Schema, Why, names_its_object};
use crate::source::Span;

const NOT_COMPILED: &str = "this revision can't be compiled, so what it does here is not known";

/// Why what a lost piece may have touched is in doubt.
pub(super) fn why_lost(place: Span) -> Why {
    Why::new(place, Reason::Other(NOT_COMPILED.into()))
}

impl Session<'_> {
    /// The schema that a step leaves which can't be compiled; nothing where that can't be told either.
    pub(super) fn salvage(&mut self, revision: &RevisionSource<'_>, direction: Direction, schema: &Schema) -> Option<Schema> {
        self.vm.begin_salvage();
        self.vm.salvage_loads(true);
        self.vm.reset_steps();
        self.vm.forget_written_files();
        let migration = crate::ops::Migration::new(Rc::clone(&self.host.settings.dialect), schema.clone()).shared();
        self.host.migration = Some(Rc::clone(&migration));
        self.host.ways = 0;
        let loaded = self.vm.run_module(&mut self.host, revision.ast, &format!("{}_py", revision.id), false);
        self.vm.salvage_loads(false);
        let outcome = loaded.and_then(|module| {
            let outcome = self.run(&module, revision, direction);
            module.release();
            outcome
        });
        let followed = self.vm.end_salvage();
        self.host.migration = None;
        self.host.lost_words.clear();
        self.host.library.release();
        (followed && outcome.is_ok()).then(|| migration.borrow().schema.clone())
    }
}

impl Compiler<'_> {
    pub(super) fn salvaged_state(&self) -> State {
        match &self.migration {
            Some(migration) => Rc::new(migration.borrow().schema.clone()),
            None => Rc::new(self.around.clone().unwrap_or_default()),
        }
    }

    pub(super) fn restore_state(&mut self, state: &State) {
        if let Some(around) = state.downcast_ref::<Around>() {
            self.around.iter_mut().for_each(|now| *now = around.clone());
        }
        if let (Some(migration), Some(schema)) = (&self.migration, state.downcast_ref::<Schema>()) {
            migration.borrow_mut().schema = schema.clone();
        }
    }

    pub(super) fn merge_states(&mut self, ways: &[State], place: Span) {
        if let Some(merged) = Around::merged(ways.iter().filter_map(|state| state.downcast_ref()), place) {
            self.around.iter_mut().for_each(|now| *now = merged.clone());
        }
        let mut schemas = ways.iter().filter_map(|state| state.downcast_ref::<Schema>());
        let (Some(migration), Some(first)) = (&self.migration, schemas.next()) else { return };
        let why = why_lost(place);
        migration.borrow_mut().schema = schemas.fold(first.clone(), |merged, next| merged.merged(next, &why));
    }

    /// Makes doubtful what a lost piece names.
    pub(super) fn note_lost(&mut self, piece: &Lost) {
        let Some(migration) = &self.migration else { return self.around.iter_mut().for_each(|around| around.loses(piece)) };
        let why = why_lost(piece.place);
        let schema = &mut migration.borrow_mut().schema;
        if piece.anything {
            schema.mark_all_doubtful(why);
            return;
        }
        for text in &piece.texts {
            let words = self.lost_words.entry(Rc::clone(text)).or_insert_with(|| schema.words(text).into());
            schema.lose_words(words, &why);
        }
        for value in &piece.objects {
            if let Some(name) = table_name(value) {
                schema.lose(&name, &why);
            }
        }
    }

    /// Makes doubtful the one table that a failed operation works on, where it is known which.
    pub(super) fn past_operation(&self, name: &str, args: &Args, problem: &Diagnostic) -> Option<()> {
        if self.around.is_some() {
            return None;
        }
        let position = match name {
            "bulk_insert" => return Some(()),
            "execute" => {
                let keyword = args.keyword("sqltext");
                return self.doubt_statement(args.positional.first().map(|arg| &arg.value).or(keyword)?, problem);
            }
            "batch_alter_table"
            | "rename_table"
            | "create_table"
            | "drop_table"
            | "add_column"
            | "drop_column"
            | "alter_column"
            | "create_table_comment"
            | "drop_table_comment" => 0,
            "create_index"
            | "drop_index"
            | "create_unique_constraint"
            | "create_check_constraint"
            | "create_primary_key"
            | "create_foreign_key"
            | "create_exclude_constraint"
            | "drop_constraint" => 1,
            _ => return None,
        };
        let keyword = |wanted: &[&str]| args.keywords.iter().find(|(name, _)| wanted.contains(&&**name)).map(|(_, arg)| &arg.value);
        let given = || keyword(&["table_name", "source_table", "old_table_name"]);
        let table = args.positional.get(position).map(|arg| &arg.value).or_else(given)?;
        if table.is_uncertain() {
            return self.doubt_all(problem);
        }
        if matches!(name, "batch_alter_table" | "rename_table" | "drop_index") {
            return None;
        }
        let schema = match keyword(&["schema", "source_schema"]) {
            None | Some(Value::None) => None,
            Some(value) => Some(Ident::from(value.as_str()?)),
        };
        let table = TableName { schema, name: Ident::from(table.as_str()?) };
        self.doubt_table(&table, problem, name == "create_table", name == "drop_table");
        Some(())
    }

    /// Makes doubtful what a statement that could not be written may have changed, where that is not told by its words.
    pub(super) fn doubt_statement(&self, statement: &Value, problem: &Diagnostic) -> Option<()> {
        if self.spares_tables(statement) {
            return Some(());
        }
        if !matches!(statement, Value::Live(_)) {
            return None;
        }
        if statement.begins().is_some_and(names_its_object) { None } else { self.doubt_all(problem) }
    }

    /// Makes everything doubtful: any table may be the one that was meant.
    fn doubt_all(&self, problem: &Diagnostic) -> Option<()> {
        let why = why_lost(problem.labels.first().map_or(Span::NOWHERE, |label| label.span));
        self.migration.as_ref()?.borrow_mut().schema.mark_all_doubtful(why);
        Some(())
    }

    /// Makes a table doubtful that an operation which failed works on.
    pub(super) fn doubt_table(&self, table: &TableName, problem: &Diagnostic, made: bool, gone: bool) {
        let Some(migration) = &self.migration else { return };
        let why = why_lost(problem.labels.first().map_or(Span::NOWHERE, |label| label.span));
        let schema = &mut migration.borrow_mut().schema;
        if made {
            schema.put_unseen(table, &why);
        } else {
            schema.mark_doubtful(&schema.naming().key(table), &why, gone);
        }
    }

    /// Whether a statement that could not be written surely changes no table's definition.
    pub(super) fn spares_tables(&self, statement: &Value) -> bool {
        let Some(migration) = &self.migration else { return false };
        let migration = migration.borrow();
        let rules = migration.schema.rules();
        match statement {
            Value::Live(_) | Value::Unknown(_) => statement.begins().is_some_and(|begins| rules.begins_on_rows(begins)),
            Value::Str(text) => rules.works_on_rows(text),
            _ => object::handle(statement).is_some_and(|handle| match object::expr(&handle).map(|expr| &**expr) {
                Some(SqlExpr::Text(text)) => rules.works_on_rows(text),
                Some(SqlExpr::TextClause(clause)) => rules.works_on_rows(&clause.text),
                Some(expr) => expr.works_on_rows(),
                None => false,
            }),
        }
    }
}

/// The name of the table that an object of a program stands for.
fn table_name(value: &Value) -> Option<Rc<str>> {
    let handle = object::handle(value)?;
    let table = object::table(&handle)?;
    let name = Rc::clone(&table.borrow().name.text);
    Some(name)
}

/// What is left of an error while a step is salvaged: nothing where the effect was noted in another way.
pub(super) fn past<T>(vm: &Vm, result: Result<T, Unwind>, note: impl FnOnce(&Diagnostic) -> Option<T>) -> Result<T, Unwind> {
    match result {
        Err(Unwind::Stop(problem)) if vm.is_salvaging() => note(&problem).ok_or(Unwind::Stop(problem)),
        result => result,
    }
}
