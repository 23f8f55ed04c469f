//! `INSERT` (`visit_insert`, `crud._get_crud_params`).

use std::rc::Rc;

use crate::diag::{Code, Diagnostic};
use crate::dialect::spec::Returning;
use crate::model::expr::columns::named_columns;
use crate::model::expr::from::{ColumnDefault, ColumnRef};
use crate::model::expr::statement::Assignments;
use crate::model::expr::{ColumnClause, From, FromKind, Insert, LabelStyle, Literal, SetColumn, SqlExpr, build};
use crate::model::types::Type;
use crate::model::{ByName, Ident, TableName};

use super::compiler::{Compiler, Context, NameClass, Scope};

/// What one `INSERT` or `UPDATE` writes, found column by column.
#[derive(Default)]
pub struct Crud {
    /// Columns of other tables, by table and name.
    pub foreign: Vec<(ColumnRef, String, String)>,
    /// Column and value, as written.
    pub pairs: Vec<(String, String)>,
    /// Columns whose value the database makes and the statement hands back.
    pub returning: Vec<SqlExpr>,
}

/// Given values by column key.
pub type Given = ByName<SqlExpr>;

impl Compiler<'_> {
    /// An `INSERT`.
    pub fn insert(&mut self, insert: &Insert, context: Context<'_>) -> Result<String, Diagnostic> {
        let top = self.is_top() && context.visiting_cte.is_none();
        self.stack.push(Scope::default());
        let text = self.insert_text(insert, top, Context { embedded: false, columns_clause: false, ..context })?;
        let text = self.with_ctes(top, true, text);
        self.stack.pop();
        Ok(text)
    }

    fn insert_text(&mut self, insert: &Insert, top: bool, around: Context<'_>) -> Result<String, Diagnostic> {
        let context = Context { as_from: false, ..around };
        let mut text = format!("INSERT {}INTO ", self.phrases(&insert.prefixes, context)?);
        self.independent_ctes(&insert.ctes, context)?;
        let hints = self.crud_hints(&insert.hints, &insert.table);
        text.push_str(&self.target(&insert.table, Context { hints: &hints, ..context })?);
        let keeps_pk = top && !insert.inline && insert.returning.is_empty() && insert.rows.is_empty() && insert.select.is_none();
        let (crud, body) = match &insert.select {
            Some(select) => self.insert_select(insert, select, around)?,
            None => self.insert_values(insert, keeps_pk, context)?,
        };
        let columns: Vec<&str> = crud.pairs.iter().map(|(column, _)| column.as_str()).collect();
        if !columns.is_empty() || !self.dialect.spec().features.default_values {
            text.push_str(&format!(" ({})", columns.join(", ")));
        }
        let body = if self.dialect.spec().query.insert_precedes_with {
            // Without a `SELECT` behind them the reference writes them nowhere.
            let ctes = self.due_ctes(top, true);
            if top {
                self.ctes.clear();
            }
            if insert.select.is_some() { format!(" {}", self.with_these(&ctes, body.trim_start())) } else { body }
        } else {
            body
        };
        let returned = if crud.returning.is_empty() { insert.returning.clone() } else { crud.returning };
        let returning = self.returning(&returned, "inserted", &insert.table)?;
        let precedes = self.dialect.spec().query.returning == Returning::Output;
        if precedes {
            text.push_str(&returning);
        }
        text.push_str(&body);
        if let Some(conflict) = &insert.conflict {
            text.push(' ');
            text.push_str(&self.conflict(conflict, &insert.table, context)?);
        }
        if let Some(duplicate) = &insert.duplicate {
            text.push(' ');
            text.push_str(&self.duplicate(duplicate, &insert.table)?);
        }
        if !precedes {
            text.push_str(&returning);
        }
        Ok(text)
    }

    fn insert_values(&mut self, insert: &Insert, keeps_pk: bool, context: Context<'_>) -> Result<(Crud, String), Diagnostic> {
        if insert.values.is_none() && insert.rows.is_empty() {
            let crud = self.placeholders(&insert.table)?;
            let body = values_text(&crud.pairs);
            return Ok((crud, body));
        }
        if !insert.rows.is_empty() && !self.dialect.spec().features.multivalues_insert {
            return Err(self.unsupported("an INSERT of several rows").help("insert each row with a statement of its own"));
        }
        let first = insert.rows.first().or(insert.values.as_ref()).cloned().unwrap_or_default();
        let crud = self.scan_insert(insert, &first, keeps_pk, context)?;
        if crud.pairs.is_empty() && self.dialect.spec().features.default_values {
            return Ok((crud, " DEFAULT VALUES".into()));
        }
        let mut body = values_text(&crud.pairs);
        for row in insert.rows.iter().skip(1) {
            let values = self.further_row(insert, &first, row, context)?;
            body.push_str(&format!(", ({})", values.join(", ")));
        }
        Ok((crud, body))
    }

    /// Parameters for all columns, where no value was given.
    pub fn placeholders(&mut self, table: &Rc<From>) -> Result<Crud, Diagnostic> {
        let mut crud = Crud::default();
        for column in table.columns.iter().filter(|column| !column.role.computed) {
            let value = self.placeholder(&crate::model::expr::LabelName::from(column.key_text().unwrap_or("")), &column.ty)?;
            crud.pairs.push((self.quoted(NameClass::Column, &column.name), value));
        }
        Ok(crud)
    }

    /// Values by key; those of expressions are written at once (`_get_stmt_parameter_tuples_params`).
    pub fn given(&mut self, table: &Rc<From>, values: &Assignments, crud: &mut Crud, context: Context<'_>) -> Result<Given, Diagnostic> {
        let mut given = Given::default();
        for (column, value) in values {
            match column {
                SetColumn::Key(key) => {
                    given.entry(Rc::clone(key)).or_insert_with(|| value.clone());
                }
                SetColumn::Column(reference) => {
                    let spoken_of: Vec<u64> = self.stack.last().map(|scope| scope.own.clone()).unwrap_or_default();
                    let primary = table.leftmost();
                    let foreign = reference
                        .from
                        .as_ref()
                        .filter(|from| !from.same(&primary) && !is_alias_of(&primary, from) && spoken_of.contains(&from.id.number()));
                    if let Some(from) = foreign {
                        let held = table.columns.iter().any(|column| Rc::ptr_eq(column, &reference.column));
                        if !held && !self.dialect.spec().query.update_lists_tables {
                            return Err(self.unsupported("columns of other tables in the SET clause"));
                        }
                        let value = self.stored(from, &reference.column, value, context)?;
                        let include_table = self.dialect.spec().query.update_lists_tables;
                        let name = self.column(reference, Context { include_table, ..context });
                        crud.foreign.push((reference.clone(), name, value));
                        continue;
                    }
                    let key = reference.column.key_text().unwrap_or("").into();
                    given.entry(key).or_insert_with(|| value.clone());
                }
                SetColumn::Expr(expr) => {
                    let target = self.process(expr, Context { include_table: false, literals: false, ..context })?;
                    let value = if value.ty().is_null() { build::retype(value, &expr.ty()) } else { value.clone() };
                    let value = self.process(&build::self_group(&value, None), context)?;
                    crud.pairs.push((target, value));
                }
            }
        }
        Ok(given)
    }

    /// A value as it is stored into a column.
    pub fn stored(&mut self, table: &From, column: &Rc<ColumnClause>, value: &SqlExpr, context: Context<'_>) -> Result<String, Diagnostic> {
        let value = match value {
            SqlExpr::Bind(bind) if bind.ty.is_null() => SqlExpr::Bind(bind.with_type(self.column_type(table, column))),
            SqlExpr::Bind(_) => value.clone(),
            other => build::self_group(other, None),
        };
        self.process(&value, context).map_err(|diagnostic| self.about_column(diagnostic, column))
    }

    /// A column's type: its own, or what is known of the table.
    fn column_type(&self, table: &From, column: &ColumnClause) -> Rc<Type> {
        let known = || {
            let name = TableName { schema: table.schema().cloned(), name: Ident::new(table.name.as_ref()?.plain()?) };
            self.types?(&name, column.name.plain()?)
        };
        if column.ty.is_null() { known().unwrap_or_else(|| Rc::clone(&column.ty)) } else { Rc::clone(&column.ty) }
    }

    fn about_column(&self, mut diagnostic: Diagnostic, column: &ColumnClause) -> Diagnostic {
        if diagnostic.code == Code::NoLiteral {
            diagnostic.message = format!("column `{}`: {}", column.key_text().unwrap_or("?"), diagnostic.message);
        }
        diagnostic
    }

    /// The columns of one row in the table's order (`_scan_cols`).
    fn scan_insert(&mut self, insert: &Insert, values: &Assignments, keeps_pk: bool, context: Context<'_>) -> Result<Crud, Diagnostic> {
        let table = &insert.table;
        let mut crud = Crud::default();
        let mut given = self.given(table, values, &mut crud, context)?;
        let returns = keeps_pk && self.returns_keys(table);
        for column in &table.columns {
            let name = self.quoted(NameClass::Column, &column.name);
            let reference = || SqlExpr::Column(ColumnRef { from: Some(Rc::clone(table)), column: Rc::clone(column) });
            if let Some(value) = column.key_text().and_then(|key| given.shift_remove(key)) {
                let written = self.stored(table, column, &value, context)?;
                crud.pairs.push((name, written));
                if returns && column.role.primary_key && !matches!(value, SqlExpr::Bind(_)) {
                    crud.returning.push(reference());
                }
                continue;
            }
            let made = self.default_value(&column.role.default, context)?;
            let python = matches!(column.role.default, ColumnDefault::Python);
            if let Some(made) = made {
                crud.pairs.push((name, made));
            }
            let key = returns && column.role.primary_key;
            let database_made =
                column.role.autoincrement || column.role.server_default.is_some() || column.role.default != ColumnDefault::None;
            if key && database_made && !python {
                crud.returning.push(reference());
            }
        }
        unconsumed(&given)?;
        Ok(crud)
    }

    /// Whether the statement hands back keys that the database makes (`_get_returning_modifiers`).
    fn returns_keys(&self, table: &From) -> bool {
        let real = matches!(table.kind, FromKind::Table { real: true, .. });
        let lastrowid = self.dialect.spec().query.prefers_lastrowid && table.columns.iter().any(|column| column.role.autoincrement);
        real && self.dialect.spec().features.insert_returning && !lastrowid
    }

    /// What a column's default puts into the statement.
    fn default_value(&mut self, default: &ColumnDefault, context: Context<'_>) -> Result<Option<String>, Diagnostic> {
        let features = &self.dialect.spec().features;
        match default {
            ColumnDefault::None => Ok(None),
            ColumnDefault::Python => Ok(Some(self.dialect.spec().literals.null.clone())),
            ColumnDefault::Expr(expr) => self.process(&build::self_group(expr, None), context).map(Some),
            ColumnDefault::Sequence(sequence) if features.sequences && (!sequence.optional || !features.sequences_optional) => {
                self.next_value(sequence).map(Some)
            }
            ColumnDefault::Sequence(_) => Ok(None),
        }
    }

    /// The values of a row after the first, in the first one's columns (`_extend_values_for_multiparams`).
    fn further_row(
        &mut self,
        insert: &Insert,
        first: &Assignments,
        row: &Assignments,
        context: Context<'_>,
    ) -> Result<Vec<String>, Diagnostic> {
        let mut ignored = Crud::default();
        let named = self.given(&insert.table, first, &mut ignored, context)?;
        let mut given = self.given(&insert.table, row, &mut ignored, context)?;
        let mut values = Vec::new();
        for column in &insert.table.columns {
            let Some(key) = column.key_text() else { continue };
            let default = self.default_value(&column.role.default, context)?;
            if let Some(value) = given.shift_remove(key) {
                if named.contains_key(key) || default.is_some() {
                    values.push(self.stored(&insert.table, column, &value, context)?);
                }
            } else if let Some(default) = default {
                values.push(default);
            } else if named.contains_key(key) {
                return Err(Diagnostic::error(
                    Code::BadArgument,
                    format!("INSERT value for column `{key}` is missing in one of several rows"),
                )
                .help("give a Python-side value or SQL expression for it in every row"));
            }
        }
        Ok(values)
    }

    /// `INSERT … SELECT` (`_scan_insert_from_select_cols`).
    fn insert_select(&mut self, insert: &Insert, select: &SqlExpr, context: Context<'_>) -> Result<(Crud, String), Diagnostic> {
        let mut crud = Crud::default();
        for name in &insert.select_names {
            let column = insert.table.column(name).ok_or_else(|| unknown_column(name))?;
            crud.pairs.push((self.quoted(NameClass::Column, &column.column.name), String::new()));
        }
        let mut select = select.clone();
        if insert.include_defaults {
            let added = self.select_defaults(insert, &mut crud)?;
            if !added.is_empty() {
                select = with_columns(select, added)?;
            }
        }
        let text = self.process(&select, Context { embedded: true, ..context })?;
        Ok((crud, format!(" {text}")))
    }

    fn select_defaults(&mut self, insert: &Insert, crud: &mut Crud) -> Result<Vec<SqlExpr>, Diagnostic> {
        let mut added = Vec::new();
        for column in &insert.table.columns {
            if insert.select_names.iter().any(|name| column.key_text() == Some(name)) {
                continue;
            }
            let expr = match &column.role.default {
                ColumnDefault::None => continue,
                ColumnDefault::Python => SqlExpr::Bind(crate::model::expr::Bind::unique(None, Literal::None, Rc::clone(&column.ty))),
                ColumnDefault::Expr(expr) => build::self_group(expr, None),
                ColumnDefault::Sequence(sequence) => SqlExpr::NextValue(Rc::clone(sequence)),
            };
            added.push(expr);
            crud.pairs.push((self.quoted(NameClass::Column, &column.name), String::new()));
        }
        Ok(added)
    }

    /// `RETURNING` (`returning_clause`); its values stay parameters.
    pub fn returning(&mut self, columns: &[SqlExpr], side: &str, target: &From) -> Result<String, Diagnostic> {
        if columns.is_empty() {
            return Ok(String::new());
        }
        let strategy = self.dialect.spec().query.returning;
        let renamed = (strategy == Returning::Output).then_some((target.id.number(), side));
        let context = Context { include_table: strategy != Returning::SuffixBare, use_schema: true, renamed, ..Context::default() };
        let columns: Vec<SqlExpr> = columns.iter().flat_map(SqlExpr::select_iterable).collect();
        if strategy == Returning::Into {
            return self.returning_into(&columns, context);
        }
        let mut written = Vec::new();
        for column in named_columns(columns, LabelStyle::default(), true) {
            written.push(self.select_column(&column, false, context)?);
        }
        let list = written.join(", ");
        match strategy {
            Returning::Output => Ok(format!(" OUTPUT {list}")),
            Returning::Suffix | Returning::SuffixBare => Ok(format!(" RETURNING {list}")),
            _ => Err(self.unsupported("RETURNING")),
        }
    }

    /// `RETURNING … INTO …`, without labels.
    fn returning_into(&mut self, columns: &[SqlExpr], context: Context<'_>) -> Result<String, Diagnostic> {
        let mut written = Vec::with_capacity(columns.len());
        for column in columns {
            if let SqlExpr::Text(_) | SqlExpr::TextClause(_) = column {
                return Err(self.unsupported("text behind RETURNING"));
            }
            written.push(self.process(column, context)?);
        }
        let places: Vec<String> = (0..written.len()).map(|index| format!(":ret_{index}")).collect();
        Ok(format!(" RETURNING {} INTO {}", written.join(", "), places.join(", ")))
    }
}

fn values_text(pairs: &[(String, String)]) -> String {
    let values: Vec<&str> = pairs.iter().map(|(_, value)| value.as_str()).collect();
    format!(" VALUES ({})", values.join(", "))
}

fn is_alias_of(table: &From, from: &From) -> bool {
    matches!(&table.kind, FromKind::Alias { element, .. } if element.same(from))
}

/// Values for columns that the table does not have.
pub fn unconsumed(given: &Given) -> Result<(), Diagnostic> {
    if given.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = given.keys().map(|key| &**key).collect();
    Err(Diagnostic::error(
        Code::BadArgument,
        format!("values are given for columns that the table does not have: `{}`", names.join("`, `")),
    )
    .help("add the columns to the `sa.table()` or `sa.Table` of this statement"))
}

fn unknown_column(name: &str) -> Diagnostic {
    Diagnostic::error(Code::BadArgument, format!("the table of `from_select` has no column `{name}`"))
        .help("add the column to the `sa.table()` or `sa.Table` of this statement")
}

fn with_columns(select: SqlExpr, added: Vec<SqlExpr>) -> Result<SqlExpr, Diagnostic> {
    let SqlExpr::Select(select) = select else {
        return Err(Diagnostic::error(Code::BadArgument, "Python-side defaults can't be added to what is no plain SELECT")
            .help("pass `include_defaults=False` to `from_select`"));
    };
    let mut select = (*select).clone();
    select.columns.extend(added);
    Ok(SqlExpr::Select(Rc::new(select)))
}
