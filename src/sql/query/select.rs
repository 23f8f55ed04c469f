//! `SELECT`, and several of them put together.

use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::dialect::spec::{Limit, RowLocks};
use crate::model::expr::columns::{NamedColumn, named_columns, proxies};
use crate::model::expr::statement::Phrase;
use crate::model::expr::{Bind, ColumnRef, Compound, ForUpdate, From, FromKind, Literal, Op, Select, SqlExpr};
use crate::model::types::Type;
use crate::template::Fields;

use super::compiler::{Compiler, Context, Labels, Scope};
use super::froms::sources;

impl Compiler<'_> {
    /// A `SELECT` (`visit_select`).
    pub fn select(&mut self, expr: &SqlExpr, select: &Select, context: Context<'_>) -> Result<String, Diagnostic> {
        if let Some(around) = self.numbered_rows(select)? {
            return self.process(&around, context);
        }
        let found = sources(select)?;
        let top = self.is_top();
        let labels = labels_of(expr, &found.froms);
        let froms = self.displayed(select, found.froms, context)?;
        self.push_scope(&froms, labels);
        let inner = Context {
            columns_clause: false,
            label_clause: false,
            as_from: false,
            embedded: false,
            lateral: false,
            ambiguous: &found.ambiguous,
            label_reference: None,
            eager_grouping: false,
            hints: &[],
            ..context
        };
        let text = self.select_text(expr, select, &froms, context.as_from, inner);
        let mut text = text?;
        text.push_str(&self.statement_hints(&select.statement_hints));
        if !context.embedded || top {
            text = self.with_ctes(top, false, text);
        }
        if !select.suffixes.is_empty() {
            text.push(' ');
            text.push_str(&self.phrases(&select.suffixes, inner)?);
        }
        self.stack.pop();
        Ok(text)
    }

    fn push_scope(&mut self, froms: &[Rc<From>], labels: Labels) {
        let own: Vec<u64> = froms.iter().flat_map(|from| from.from_objects()).map(|from| from.id.number()).collect();
        let mut correlate = own.clone();
        if let Some(outer) = self.stack.last() {
            correlate.extend(&outer.correlate);
        }
        self.stack.push(Scope { correlate, own, labels: Some(labels) });
    }

    fn select_text(
        &mut self,
        expr: &SqlExpr,
        select: &Select,
        froms: &[Rc<From>],
        as_from: bool,
        context: Context<'_>,
    ) -> Result<String, Diagnostic> {
        let hints = self.select_hints(&select.hints);
        let context = Context { hints: &hints, ..context };
        let mut text = format!("SELECT {}", self.select_head(&hints)?);
        self.independent_ctes(&select.ctes, context)?;
        text.push_str(&self.phrases(&select.prefixes, context)?);
        text.push_str(&self.distinct(select, context)?);
        text.push_str(&self.top(select, context)?);
        let columns = named_columns(expr.selected_columns(), select.labels, true);
        let mut written = Vec::with_capacity(columns.len());
        for column in &columns {
            written.push(self.select_column(column, as_from, context)?);
        }
        text.push_str(&written.join(", "));
        if written.is_empty() {
            text.truncate(text.trim_end().len());
        }
        self.select_body(select, froms, &mut text, context)?;
        Ok(text)
    }

    /// All that follows the columns (`_compose_select_body`).
    fn select_body(&mut self, select: &Select, froms: &[Rc<From>], text: &mut String, context: Context<'_>) -> Result<(), Diagnostic> {
        if froms.is_empty() {
            let query = &self.dialect.spec().query;
            text.push_str(if select.criteria.is_empty() { &query.from_nothing } else { &query.from_nothing_filtered });
        } else {
            let mut written = Vec::with_capacity(froms.len());
            for from in froms {
                written.push(self.source(from, Context { as_from: true, ..context })?);
            }
            text.push_str(" \nFROM ");
            text.push_str(&written.join(", "));
        }
        if !select.criteria.is_empty() {
            push_clause(text, " \nWHERE ", &self.conditions(&select.criteria, context)?);
        }
        push_clause(text, " GROUP BY ", &self.joined(&select.group_by, ", ", context)?);
        if !select.having.is_empty() {
            push_clause(text, " \nHAVING ", &self.conditions(&select.having, context)?);
        }
        if self.stack.len() < 2 || self.dialect.spec().query.ordered_subqueries || self.uses_top(select) {
            push_clause(text, " ORDER BY ", &self.joined(&select.order_by, ", ", context)?);
        }
        text.push_str(&self.row_limit(select.limit.as_ref(), select.offset.as_ref(), select.fetch.as_ref(), context)?);
        if let Some(for_update) = &select.for_update {
            text.push_str(&self.for_update(for_update, context)?);
        }
        Ok(())
    }

    fn distinct(&mut self, select: &Select, context: Context<'_>) -> Result<String, Diagnostic> {
        Ok(if !select.distinct_on.is_empty() && self.dialect.spec().query.distinct_on {
            format!("DISTINCT ON ({}) ", self.joined(&select.distinct_on, ", ", context)?)
        } else if select.distinct {
            "DISTINCT ".into()
        } else {
            String::new()
        })
    }

    /// A column with the label it needs (`_label_select_column`).
    pub fn select_column(&mut self, column: &NamedColumn, as_from: bool, context: Context<'_>) -> Result<String, Diagnostic> {
        let context = Context { columns_clause: true, ..context };
        let expr = &column.expr;
        if matches!(expr, SqlExpr::Tuple(_)) && self.stack.len() < 2 {
            return Err(self.unsupported("a tuple as a column of a SELECT"));
        }
        if matches!(expr, SqlExpr::Label(_)) {
            return self.process(expr, context);
        }
        if let Some(name) = &column.required {
            return self.labelled(expr, name, context);
        }
        let labelled = match expr {
            SqlExpr::Column(ColumnRef { from: Some(from), .. }) if matches!(from.kind, FromKind::Function { whole: true, .. }) => false,
            SqlExpr::Column(ColumnRef { from, column }) => as_from && !column.literal && from.is_some(),
            SqlExpr::Text(_) | SqlExpr::TextClause(_) => false,
            SqlExpr::Unary(unary) => {
                let truth = matches!(unary.op, Op::IsTrue | Op::IsFalse) && !self.dialect.spec().features.native_boolean;
                truth || ungrouped(&unary.element).natural_label().is_none() || as_from
            }
            other => other.natural_label().is_none(),
        };
        match column.fallback.as_ref().filter(|_| labelled) {
            Some(name) => self.labelled(expr, name, context),
            None => self.process(expr, context),
        }
    }

    /// Words of `prefix_with` and `suffix_with` meant for this dialect, with a space behind.
    pub fn phrases(&mut self, phrases: &[Phrase], context: Context<'_>) -> Result<String, Diagnostic> {
        let mut written = Vec::new();
        for (phrase, dialect) in phrases {
            let meant = dialect.as_deref().is_none_or(|name| name == "*" || name == self.dialect.library_name());
            if meant {
                written.push(self.process(phrase, context)?);
            }
        }
        Ok(if written.is_empty() { String::new() } else { format!("{} ", written.join(" ")) })
    }

    /// How many rows (`limit_clause`, `fetch_clause`).
    pub fn row_limit(
        &mut self,
        limit: Option<&SqlExpr>,
        offset: Option<&SqlExpr>,
        fetch: Option<&(SqlExpr, bool, bool)>,
        context: Context<'_>,
    ) -> Result<String, Diagnostic> {
        // `TOP` stands before the columns; all else is a statement around this one.
        if self.dialect.spec().query.limit == Limit::Top {
            return Ok(String::new());
        }
        if let Some(fetch) = fetch {
            return self.fetch(offset, Some(fetch), context);
        }
        if limit.is_none() && offset.is_none() {
            return Ok(String::new());
        }
        match self.dialect.spec().query.limit {
            Limit::LimitOffset => self.limit_offset(limit, offset, context),
            Limit::CommaLimit => self.comma_limit(limit, offset, context),
            Limit::FetchFirst => {
                let count = limit.map(|limit| (limit.clone(), false, false));
                self.fetch(offset, count.as_ref(), context)
            }
            Limit::Top => Ok(String::new()),
        }
    }

    /// `OFFSET … ROWS FETCH FIRST … ROWS ONLY` (`fetch_clause`).
    fn fetch(
        &mut self,
        offset: Option<&SqlExpr>,
        fetch: Option<&(SqlExpr, bool, bool)>,
        context: Context<'_>,
    ) -> Result<String, Diagnostic> {
        let mut text = String::new();
        if let Some(offset) = offset {
            text.push_str(&format!("\n OFFSET {} ROWS", self.fetch_operand(offset, context)?));
        }
        if let Some((count, with_ties, percent)) = fetch {
            let percent = if *percent { " PERCENT" } else { "" };
            let ties = if *with_ties { "WITH TIES" } else { "ONLY" };
            text.push_str(&format!("\n FETCH FIRST {}{percent} ROWS {ties}", self.fetch_operand(count, context)?));
        }
        Ok(text)
    }

    fn limit_offset(&mut self, limit: Option<&SqlExpr>, offset: Option<&SqlExpr>, context: Context<'_>) -> Result<String, Diagnostic> {
        let query = &self.dialect.spec().query;
        let (limit_text, offset_text) = (query.limit_text.clone(), query.offset_text.clone());
        let (unlimited, no_offset) = (query.unlimited_text.clone(), query.no_offset_text.clone());
        let mut text = match limit {
            Some(limit) => self.filled("limit", limit, &limit_text, context)?,
            None if unlimited.contains("{{") => {
                let any = Bind::unique(None, Literal::Int(-1), Rc::new(Type::plain("Integer")));
                self.filled("limit", &SqlExpr::Bind(any), &unlimited, Context::untold())?
            }
            None => unlimited,
        };
        match offset {
            Some(offset) => text.push_str(&self.filled("offset", offset, &offset_text, context)?),
            None => text.push_str(&no_offset),
        }
        Ok(text)
    }

    /// `LIMIT offset, limit`: the text of an offset holds the limit too.
    fn comma_limit(&mut self, limit: Option<&SqlExpr>, offset: Option<&SqlExpr>, context: Context<'_>) -> Result<String, Diagnostic> {
        let query = &self.dialect.spec().query;
        let (limit_text, offset_text, unlimited) = (query.limit_text.clone(), query.offset_text.clone(), query.unlimited_text.clone());
        let count = limit.map(|limit| self.process(limit, context)).transpose()?.unwrap_or(unlimited);
        let mut fields = Fields::new();
        fields.set("limit", count);
        match offset {
            Some(offset) => {
                fields.set("offset", self.process(offset, context)?);
                self.fill(&offset_text, &fields)
            }
            None => self.fill(&limit_text, &fields),
        }
    }

    /// `TOP`, before the columns (`get_select_precolumns`).
    fn top(&mut self, select: &Select, context: Context<'_>) -> Result<String, Diagnostic> {
        if !self.uses_top(select) {
            return Ok(String::new());
        }
        match (&select.limit, &select.fetch) {
            (_, Some((count, with_ties, percent))) if *with_ties || *percent => {
                let (percent, ties) = (if *percent { "PERCENT " } else { "" }, if *with_ties { "WITH TIES " } else { "" });
                Ok(format!("TOP {} {percent}{ties}", self.process(count, context)?))
            }
            (Some(limit), None) => Ok(format!("TOP {} ", self.process(limit, context)?)),
            _ => Ok(String::new()),
        }
    }

    fn filled(&mut self, name: &'static str, operand: &SqlExpr, template: &str, context: Context<'_>) -> Result<String, Diagnostic> {
        let operand = self.process(operand, context)?;
        let mut fields = Fields::new();
        fields.set(name, operand);
        self.fill(template, &fields)
    }

    fn fetch_operand(&mut self, operand: &SqlExpr, context: Context<'_>) -> Result<String, Diagnostic> {
        let template = self.dialect.spec().query.fetch_operand.clone();
        self.filled("operand", operand, &template, context)
    }

    /// `FOR UPDATE` (`for_update_clause`).
    fn for_update(&mut self, for_update: &ForUpdate, context: Context<'_>) -> Result<String, Diagnostic> {
        match self.dialect.spec().query.row_locks {
            RowLocks::None => return Ok(String::new()),
            RowLocks::Plain => return Ok(" FOR UPDATE".into()),
            RowLocks::Columns if self.stack.len() > 1 => return Ok(String::new()),
            RowLocks::Columns => return self.column_locks(for_update, context),
            RowLocks::Keyed | RowLocks::Shared => {}
        }
        let shared = self.dialect.spec().query.row_locks == RowLocks::Shared;
        let mut text = String::from(match (for_update.read, for_update.key_share) {
            (true, _) if shared => " LOCK IN SHARE MODE",
            (false, _) if shared => " FOR UPDATE",
            (true, true) => " FOR KEY SHARE",
            (true, false) => " FOR SHARE",
            (false, true) => " FOR NO KEY UPDATE",
            (false, false) => " FOR UPDATE",
        });
        if !shared {
            let mut names: Vec<String> = Vec::new();
            for given in &for_update.given {
                for surface in surfaces(given) {
                    let name = match &surface {
                        SqlExpr::From(from) => self.source_name(from),
                        other => self.process(other, Context { as_from: false, ..context })?,
                    };
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
            if !names.is_empty() {
                text.push_str(&format!(" OF {}", names.join(", ")));
            }
        }
        text.push_str(waiting(for_update));
        Ok(text)
    }

    /// Locks of rows by columns, of one strength.
    fn column_locks(&mut self, for_update: &ForUpdate, context: Context<'_>) -> Result<String, Diagnostic> {
        let mut text = String::from(" FOR UPDATE");
        if !for_update.given.is_empty() {
            let mut names = Vec::with_capacity(for_update.given.len());
            for column in &for_update.given {
                names.push(self.process(column, Context { as_from: false, ..context })?);
            }
            text.push_str(&format!(" OF {}", names.join(", ")));
        }
        text.push_str(waiting(for_update));
        Ok(text)
    }

    /// `UNION` and its kin (`visit_compound_select`).
    pub fn compound(&mut self, expr: &SqlExpr, compound: &Compound, context: Context<'_>) -> Result<String, Diagnostic> {
        let top = self.is_top();
        let (correlate, own) = self.stack.last().map(|scope| (scope.correlate.clone(), scope.own.clone())).unwrap_or_default();
        let labels = compound_labels(expr);
        self.stack.push(Scope { correlate, own, labels: Some(labels) });
        self.independent_ctes(&compound.ctes, context)?;
        let mut parts = Vec::with_capacity(compound.selects.len());
        for select in &compound.selects {
            parts.push(self.process(select, Context { embedded: true, ..context })?);
        }
        let mut text = parts.join(&format!(" {} ", self.compound_word(compound)));
        let inner = Context { include_table: false, as_from: false, columns_clause: false, embedded: false, ..context };
        push_clause(&mut text, " GROUP BY ", &self.joined(&compound.group_by, ", ", inner)?);
        let on_top =
            self.dialect.spec().query.limit == Limit::Top && matches!(compound.limit, Some(SqlExpr::Bind(_))) && compound.offset.is_none();
        if self.stack.len() < 2 || self.dialect.spec().query.ordered_subqueries || on_top {
            push_clause(&mut text, " ORDER BY ", &self.joined(&compound.order_by, ", ", inner)?);
        }
        text.push_str(&self.row_limit(compound.limit.as_ref(), compound.offset.as_ref(), compound.fetch.as_ref(), inner)?);
        let text = self.with_ctes(top, true, text);
        self.stack.pop();
        Ok(text)
    }
}

impl Compiler<'_> {
    /// What stands between two statements; some dialects call a difference otherwise (`compound_keywords`).
    fn compound_word(&self, compound: &Compound) -> String {
        let word = compound.keyword.as_str();
        let spelling = self.dialect.spec().query.operators.get(&word.to_lowercase().replace(' ', "_"));
        spelling.map_or(word, String::as_str).to_owned()
    }
}

/// What `with_for_update(of=…)` speaks of: the table of a column, the sides of a join (`surface_selectables_only`).
fn surfaces(given: &SqlExpr) -> Vec<SqlExpr> {
    match given {
        SqlExpr::Column(ColumnRef { from: Some(from), .. }) => surfaces(&SqlExpr::From(Rc::clone(from))),
        SqlExpr::From(from) => match &from.kind {
            FromKind::Join { left, right, .. } => {
                [right, left].into_iter().flat_map(|side| surfaces(&SqlExpr::From(Rc::clone(side)))).collect()
            }
            FromKind::Grouping(inner) => surfaces(&SqlExpr::From(Rc::clone(inner))),
            _ => vec![given.clone()],
        },
        _ => vec![given.clone()],
    }
}

/// Whether locks are waited for.
fn waiting(for_update: &ForUpdate) -> &'static str {
    match (for_update.nowait, for_update.skip_locked) {
        (true, true) => " NOWAIT SKIP LOCKED",
        (true, false) => " NOWAIT",
        (false, true) => " SKIP LOCKED",
        (false, false) => "",
    }
}

fn push_clause(text: &mut String, word: &str, clause: &str) {
    if !clause.is_empty() {
        text.push_str(word);
        text.push_str(clause);
    }
}

/// The expression within parentheses.
pub fn ungrouped(expr: &SqlExpr) -> &SqlExpr {
    match expr {
        SqlExpr::Grouping(inner) => ungrouped(inner),
        other => other,
    }
}

/// Names that `ORDER BY` may use (`SelectState._label_resolve_dict`).
fn labels_of(expr: &SqlExpr, froms: &[Rc<From>]) -> Labels {
    let columns = expr
        .selected_columns()
        .into_iter()
        .filter_map(|column| {
            let name = column.qualified_label().and_then(|name| name.plain().map(Rc::from)).or_else(|| column.proxy_key());
            let key = column.proxy_key();
            // A label is known by its name, a column by its table and name, and by its key where that is free.
            Some((if matches!(column, SqlExpr::Label(_)) { key? } else { name? }, column))
        })
        .collect();
    let sources = froms.iter().flat_map(|from| from.column_refs()).filter_map(|column| Some((column.proxy_key()?, column))).collect();
    Labels { columns, sources }
}

fn compound_labels(expr: &SqlExpr) -> Labels {
    let columns: Vec<(Rc<str>, SqlExpr)> = proxies(expr)
        .into_iter()
        .filter_map(|column| {
            let key: Rc<str> = column.key_text()?.into();
            Some((key, SqlExpr::Column(ColumnRef { from: None, column })))
        })
        .collect();
    Labels { sources: columns.clone(), columns }
}
