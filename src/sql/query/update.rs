//! `UPDATE` and `DELETE` (`visit_update`, `visit_delete`).

use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::dialect::spec::Returning;
use crate::model::expr::from::ColumnDefault;
use crate::model::expr::{ChangeLimit, ColumnRef, Delete, From, FromKind, SetColumn, SqlExpr, Update, build};
use crate::model::option::OptionValue;
use crate::template::Fields;

use super::compiler::{Compiler, Context, NameClass, Scope};
use super::insert::{Crud, unconsumed};

impl Compiler<'_> {
    /// An `UPDATE`.
    pub fn update(&mut self, update: &Update, context: Context<'_>) -> Result<String, Diagnostic> {
        let top = self.is_top() && context.visiting_cte.is_none();
        let values = update.values.iter().flatten().map(|(_, value)| value);
        let extra = extra_froms(&update.table, &[], update.criteria.iter().chain(values));
        self.push_target(&update.table, &extra);
        let text = self.update_text(update, &extra, statement_context(context))?;
        let text = self.with_ctes(top, false, text);
        self.stack.pop();
        Ok(text)
    }

    fn update_text(&mut self, update: &Update, extra: &[Rc<From>], context: Context<'_>) -> Result<String, Diagnostic> {
        let mut text = format!("UPDATE {}", self.phrases(&update.prefixes, context)?);
        let hints = self.crud_hints(&update.hints, &update.table);
        let context = Context { hints: &hints, ..context };
        let target = self.target(&update.table, context)?;
        let lists = !extra.is_empty() && self.dialect.spec().query.update_lists_tables;
        let main: Vec<u64> = update.table.from_objects().iter().map(|from| from.id.number()).collect();
        let others: Vec<Rc<From>> = extra.iter().filter(|from| !main.contains(&from.id.number())).cloned().collect();
        let crud = self.scan_update(update, extra, lists, context)?;
        self.independent_ctes(&update.ctes, context)?;
        text.push_str(&target);
        if lists {
            for from in &others {
                text.push_str(&format!(", {}", self.source(from, Context { as_from: true, ..context })?));
            }
        }
        let pairs: Vec<String> = crud.pairs.iter().map(|(column, value)| format!("{column}={value}")).collect();
        text.push_str(&format!(" SET {}", pairs.join(", ")));
        let query = &self.dialect.spec().query;
        let others = Others {
            word: query.update_from.clone(),
            target: query.update_repeats_target.then_some(&update.table),
            any: !extra.is_empty() && !lists,
            extra: if lists { &[] } else { &others },
        };
        let end = Ending {
            target: &update.table,
            returning: &update.returning,
            side: "inserted",
            criteria: &update.criteria,
            limit: &update.limit,
        };
        self.finish(text, others, end, context)
    }

    /// What follows the target: other tables, criteria, `RETURNING`.
    fn finish(&mut self, mut text: String, others: Others<'_>, end: Ending<'_>, context: Context<'_>) -> Result<String, Diagnostic> {
        let criteria = end.criteria;
        let returning = self.returning(end.returning, end.side, end.target)?;
        let precedes = self.dialect.spec().query.returning == Returning::Output;
        if precedes {
            text.push_str(&returning);
        }
        if others.any {
            let word = &others.word;
            if word.is_empty() {
                return Err(self.unsupported("several tables in one UPDATE or DELETE"));
            }
            let mut written = Vec::with_capacity(others.extra.len() + 1);
            for from in others.target.into_iter().chain(others.extra) {
                written.push(self.source(from, Context { as_from: true, ..context })?);
            }
            text.push_str(&format!(" {word} {}", written.join(", ")));
        }
        if !criteria.is_empty() {
            let conditions = self.conditions(criteria, context)?;
            if !conditions.is_empty() {
                text.push_str(&format!(" WHERE {conditions}"));
            }
        }
        text.push_str(&self.change_limit(end.limit, context)?);
        if !precedes {
            text.push_str(&returning);
        }
        Ok(text)
    }

    /// How many rows are changed (`update_post_criteria_clause`): by option, and by clause.
    fn change_limit(&mut self, limit: &ChangeLimit, context: Context<'_>) -> Result<String, Diagnostic> {
        let mut text = String::new();
        for (keyword, value) in &limit.options {
            if let (Some("limit"), OptionValue::Int(count)) = (self.dialect.own_option(keyword), value) {
                text.push_str(&format!(" {}", self.change_limit_text(&count.to_string())?));
            }
        }
        if let Some(clause) = &limit.clause {
            let count = self.process(clause, context)?;
            text.push_str(&format!(" {}", self.change_limit_text(&count)?));
        }
        Ok(text)
    }

    fn change_limit_text(&self, count: &str) -> Result<String, Diagnostic> {
        let template = &self.dialect.spec().query.change_limit;
        if template.is_empty() {
            return Err(self.unsupported("how many rows an UPDATE or DELETE changes"));
        }
        let mut fields = Fields::new();
        fields.set("limit", count);
        self.fill(template, &fields)
    }

    fn push_target(&mut self, table: &Rc<From>, extra: &[Rc<From>]) {
        let own: Vec<u64> = table.from_objects().iter().chain(extra).map(|from| from.id.number()).collect();
        self.stack.push(Scope { correlate: own.clone(), own, labels: None });
    }

    /// The columns that are set (`crud._scan_cols`).
    fn scan_update(&mut self, update: &Update, extra: &[Rc<From>], qualified: bool, context: Context<'_>) -> Result<Crud, Diagnostic> {
        let Some(values) = &update.values else {
            return self.placeholders(&update.table);
        };
        let mut crud = Crud::default();
        let mut given = self.given(&update.table, values, &mut crud, context)?;
        self.others_set(&mut crud, extra, qualified, context)?;
        for column in ordered_columns(update) {
            let mut name = self.quoted(NameClass::Column, &column.name);
            if let Some(owner) = update.table.owner_of(&column).filter(|_| qualified) {
                name = format!("{}.{name}", self.source_name(&owner));
            }
            if let Some(value) = column.key_text().and_then(|key| given.shift_remove(key)) {
                let value = self.stored(&update.table, &column, &value, context)?;
                crud.pairs.push((name, value));
                continue;
            }
            match &column.role.onupdate {
                ColumnDefault::Python => crud.pairs.push((name, self.dialect.spec().literals.null.clone())),
                ColumnDefault::Expr(expr) => {
                    let value = self.process(&build::self_group(expr, None), context)?;
                    crud.pairs.push((name, value));
                }
                ColumnDefault::None | ColumnDefault::Sequence(_) => {}
            }
        }
        unconsumed(&given)?;
        Ok(crud)
    }

    /// Columns of other tables that are set, table by table, then what those tables set by themselves
    /// (`crud._get_update_multitable_params`).
    fn others_set(&mut self, crud: &mut Crud, extra: &[Rc<From>], qualified: bool, context: Context<'_>) -> Result<(), Diagnostic> {
        let mut foreign = std::mem::take(&mut crud.foreign);
        let place = |reference: &ColumnRef| {
            let from = reference.from.as_ref();
            let table = extra.iter().position(|table| from.is_some_and(|from| from.same(table)));
            let column = from.and_then(|from| from.columns.iter().position(|column| Rc::ptr_eq(column, &reference.column)));
            (table, column)
        };
        foreign.sort_by_key(|(reference, ..)| place(reference));
        let mut own: Vec<(String, String)> = foreign.iter().map(|(_, name, value)| (name.clone(), value.clone())).collect();
        for table in extra.iter().filter(|table| foreign.iter().any(|(set, ..)| set.from.as_ref().is_some_and(|from| from.same(table)))) {
            for column in &table.columns {
                let set = foreign.iter().any(|(reference, ..)| Rc::ptr_eq(&reference.column, column));
                let value = match &column.role.onupdate {
                    _ if set => continue,
                    ColumnDefault::Python => self.dialect.spec().literals.null.clone(),
                    ColumnDefault::Expr(expr) => self.process(&build::self_group(expr, None), context)?,
                    ColumnDefault::None | ColumnDefault::Sequence(_) => continue,
                };
                let reference = ColumnRef { from: Some(Rc::clone(table)), column: Rc::clone(column) };
                own.push((self.column(&reference, Context { include_table: qualified, ..context }), value));
            }
        }
        own.append(&mut crud.pairs);
        crud.pairs = own;
        Ok(())
    }

    /// A `DELETE`.
    pub fn delete(&mut self, delete: &Delete, context: Context<'_>) -> Result<String, Diagnostic> {
        let top = self.is_top() && context.visiting_cte.is_none();
        let extra = extra_froms(&delete.table, &delete.using, delete.criteria.iter());
        self.push_target(&delete.table, &extra);
        let context = statement_context(context);
        let mut text = format!("DELETE {}FROM ", self.phrases(&delete.prefixes, context)?);
        self.independent_ctes(&delete.ctes, context)?;
        let hints = self.crud_hints(&delete.hints, &delete.table);
        let context = Context { hints: &hints, ..context };
        let query = &self.dialect.spec().query;
        // Where the target is repeated with the others, an alias stands alone in its place.
        if query.delete_repeats_target && !extra.is_empty() && matches!(delete.table.kind, FromKind::Alias { .. }) {
            text.push_str(&self.source_name(&delete.table));
        } else {
            text.push_str(&self.target(&delete.table, context)?);
        }
        // A target that an explicit source holds stands there, where the dialect looks.
        let held = extra.iter().any(|from| from.hidden().iter().any(|part| part.same(&delete.table)));
        let target = (query.delete_repeats_target && !(held && query.update_lists_tables)).then_some(&delete.table);
        let others = Others { word: query.delete_using.clone(), target, any: !extra.is_empty(), extra: &extra };
        let end = Ending {
            target: &delete.table,
            returning: &delete.returning,
            side: "deleted",
            criteria: &delete.criteria,
            limit: &delete.limit,
        };
        let text = self.finish(text, others, end, context)?;
        let text = self.with_ctes(top, false, text);
        self.stack.pop();
        Ok(text)
    }
}

/// The other tables of a statement.
struct Others<'a> {
    /// The word before them; empty: there can be none.
    word: String,
    /// The target, where it is repeated among them.
    target: Option<&'a Rc<From>>,
    /// Whether there are any, those of a join that is the target itself among them.
    any: bool,
    extra: &'a [Rc<From>],
}

/// What a statement ends in.
struct Ending<'a> {
    target: &'a From,
    returning: &'a [SqlExpr],
    /// Where the rows that are handed back come from, for dialects that say it.
    side: &'static str,
    criteria: &'a [SqlExpr],
    limit: &'a ChangeLimit,
}

fn statement_context(context: Context<'_>) -> Context<'_> {
    Context { as_from: false, embedded: false, columns_clause: false, ..context }
}

/// Other tables that the statement speaks of (`DMLState._make_extra_froms`).
fn extra_froms<'e>(table: &Rc<From>, explicit: &[Rc<From>], expressions: impl Iterator<Item = &'e SqlExpr>) -> Vec<Rc<From>> {
    let mut tables = table.from_left();
    let others = tables.split_off(1.min(tables.len()));
    let mut seen: Vec<u64> = tables.iter().map(|from| from.id.number()).collect();
    let mut froms: Vec<Rc<From>> = Vec::new();
    for from in explicit {
        if !seen.contains(&from.id.number()) {
            froms.push(Rc::clone(from));
        }
        seen.extend(from.from_objects().iter().map(|part| part.id.number()));
    }
    for from in expressions.flat_map(SqlExpr::from_objects) {
        if !seen.contains(&from.id.number()) {
            seen.push(from.id.number());
            froms.push(from);
        }
    }
    froms.extend(others);
    froms
}

/// The table's columns, those of `ordered_values` first.
fn ordered_columns(update: &Update) -> Vec<Rc<crate::model::expr::ColumnClause>> {
    let columns = &update.table.columns;
    if !update.ordered {
        return columns.clone();
    }
    let keys: Vec<&str> = update
        .values
        .iter()
        .flatten()
        .filter_map(|(column, _)| match column {
            SetColumn::Key(key) => Some(&**key),
            SetColumn::Column(reference) => reference.column.key_text(),
            SetColumn::Expr(_) => None,
        })
        .collect();
    let first = keys.iter().filter_map(|key| columns.iter().find(|column| column.key_text() == Some(*key)));
    let rest = columns.iter().filter(|column| !keys.iter().any(|key| column.key_text() == Some(*key)));
    first.chain(rest).cloned().collect()
}
