//! What stands in `FROM`.

use std::rc::Rc;

use crate::diag::Diagnostic;
use crate::model::expr::{From, FromKind, Function, LabelName, SqlExpr};

use super::column::ambiguous_name;
use super::compiler::{Compiler, Context, NameClass};

impl Compiler<'_> {
    /// A source of rows (`visit_table`, `visit_alias`, `visit_join`, …).
    pub fn source(&mut self, from: &Rc<From>, context: Context<'_>) -> Result<String, Diagnostic> {
        let text = self.plain_source(from, context)?;
        self.hinted(text, from, context.hints)
    }

    fn plain_source(&mut self, from: &Rc<From>, context: Context<'_>) -> Result<String, Diagnostic> {
        match &from.kind {
            FromKind::Table { .. } => Ok(self.table(from, context)),
            FromKind::Alias { element, lateral } => {
                let inside = context.enclosing_alias == Some(from.id.number());
                let inner = Context { enclosing_alias: Some(element.id.number()), lateral: *lateral || context.lateral, ..context };
                let inner = self.source(element, inner)?;
                let text = if inside { inner } else { self.aliased(inner, from) };
                Ok(if *lateral { format!("LATERAL {text}") } else { text })
            }
            FromKind::TableSample { element, method, seed } => {
                let table = self.source(element, context)?;
                let inner = Context { as_from: false, ..context };
                let mut text = format!("{} TABLESAMPLE {}", self.aliased(table, from), self.process(method, inner)?);
                if let Some(seed) = seed {
                    text.push_str(&format!(" REPEATABLE ({})", self.process(seed, inner)?));
                }
                Ok(text)
            }
            FromKind::Subquery { element, lateral } => {
                let inside = context.enclosing_alias == Some(from.id.number());
                let lateral_around = *lateral || (inside && context.lateral);
                let inner = Context { as_from: true, lateral: lateral_around, embedded: false, enclosing_alias: None, ..context };
                let inner = format!("({})", self.process(element, inner)?);
                let text = if inside { inner } else { self.aliased(inner, from) };
                Ok(if *lateral { format!("LATERAL {text}") } else { text })
            }
            FromKind::Cte(cte) => self.cte(from, cte, context),
            FromKind::Join { left, right, on, outer, full } => {
                let word = match (full, outer) {
                    (true, _) => " FULL OUTER JOIN ",
                    (false, true) => " LEFT OUTER JOIN ",
                    _ => &format!(" {} ", self.dialect.spec().query.inner_join),
                };
                let left = self.source(left, context)?;
                let right = self.source(right, context)?;
                Ok(format!("{left}{word}{right} ON {}", self.process(on, Context { as_from: false, ..context })?))
            }
            FromKind::Grouping(inner) => Ok(format!("({})", self.source(inner, context)?)),
            FromKind::Values { rows, lateral } => self.values(from, rows, *lateral, context),
            FromKind::Function { function, lateral, derived, .. } => self.function_alias(from, function, *lateral, *derived, context),
            FromKind::PlainFunction(function) => self.function(function, context),
            FromKind::Text(text) => self.process(text, context),
            FromKind::Excluded => Ok("excluded".into()),
            FromKind::Inserted => Ok("inserted".into()),
        }
    }

    /// A table by name (`visit_table`).
    fn table(&mut self, from: &From, context: Context<'_>) -> String {
        if !context.as_from {
            return String::new();
        }
        let Some(name) = &from.name else { return String::new() };
        let quoted = self.quoted(NameClass::Alias, name);
        if let Some(schema) = from.schema().filter(|_| context.use_schema) {
            return format!("{}.{quoted}", self.dialect.schema(schema));
        }
        let plain = name.plain().unwrap_or("");
        let within_alias = context.enclosing_alias == Some(from.id.number());
        if from.schema().is_none() && !within_alias && context.ambiguous.iter().any(|other| &**other == plain) {
            let alias = self.quoted(NameClass::Alias, &ambiguous_name(plain));
            return format!("{quoted}{}", self.alias_suffix(&alias));
        }
        quoted
    }

    /// The target of an `INSERT`, `UPDATE` or `DELETE`.
    pub fn target(&mut self, from: &Rc<From>, context: Context<'_>) -> Result<String, Diagnostic> {
        self.source(from, Context { as_from: true, ..context })
    }

    fn aliased(&mut self, inner: String, from: &From) -> String {
        let name = self.alias_name(from);
        format!("{inner}{}", self.alias_suffix(&name))
    }

    fn alias_suffix(&self, alias: &str) -> String {
        format!("{}{alias}", self.dialect.spec().query.alias_word)
    }

    fn alias_name(&mut self, from: &From) -> String {
        match &from.name {
            Some(name) => self.quoted(NameClass::Alias, name),
            None => String::new(),
        }
    }

    /// The name alone, as `FOR UPDATE OF` wants it.
    pub fn source_name(&mut self, from: &Rc<From>) -> String {
        self.alias_name(from)
    }

    /// `VALUES` and its rows.
    pub fn rows(&mut self, rows: &[Vec<SqlExpr>], context: Context<'_>) -> Result<String, Diagnostic> {
        let mut written = Vec::with_capacity(rows.len());
        for row in rows {
            written.push(format!("({})", self.joined(row, ", ", Context { as_from: false, ..context })?));
        }
        Ok(format!("VALUES {}", written.join(", ")))
    }

    /// `VALUES` (`visit_values`).
    fn values(&mut self, from: &Rc<From>, rows: &[Vec<SqlExpr>], lateral: bool, context: Context<'_>) -> Result<String, Diagnostic> {
        let text = self.rows(rows, context)?;
        if !context.as_from || context.visiting_cte == Some(from.id.number()) {
            return Ok(text);
        }
        let word = if lateral { "LATERAL " } else { "" };
        let Some(name) = &from.name else { return Ok(format!("{word}({text})")) };
        let alias = self.quoted(NameClass::Alias, name);
        let columns: Vec<String> = from.columns.iter().map(|column| self.quoted(NameClass::Column, &column.name)).collect();
        Ok(format!("{word}({text}){} ({})", self.alias_suffix(&alias), columns.join(", ")))
    }

    /// A function as a source (`visit_table_valued_alias`).
    fn function_alias(
        &mut self,
        from: &Rc<From>,
        function: &Function,
        lateral: bool,
        derived: Option<bool>,
        context: Context<'_>,
    ) -> Result<String, Diagnostic> {
        let inner = self.function(function, Context { as_from: true, ..context })?;
        let mut text = self.aliased(inner, from);
        if let Some(with_types) = derived {
            let mut columns = Vec::with_capacity(from.columns.len());
            for column in &from.columns {
                let name = self.quoted(NameClass::Column, &column.name);
                columns.push(if with_types { format!("{name} {}", self.type_name(&column.ty)?) } else { name });
            }
            text.push_str(&format!("({})", columns.join(", ")));
        }
        Ok(if lateral { format!("LATERAL {text}") } else { text })
    }

    /// The text of an alias' name, not quoted.
    pub fn plain_alias(&mut self, name: &LabelName) -> String {
        self.name(NameClass::Alias, name).text.to_string()
    }
}
