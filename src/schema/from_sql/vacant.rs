//! Which queries and changes surely meet no row, by the tables they read.

use std::rc::Rc;

use sqlparser::ast::{
    Delete, FromTable, GroupByExpr, Insert, JoinOperator, Query, Select, SetExpr, SetOperator, Statement, TableFactor, TableWithJoins,
    Update,
};

use super::super::Schema;
use super::tokens::{Kind, tokens};

/// What may stand before a parenthesis without making one row of many, or one of none.
const PER_ROW: &[&str] = &[
    "abs",
    "all",
    "and",
    "any",
    "as",
    "between",
    "case",
    "cast",
    "ceil",
    "char_length",
    "coalesce",
    "concat",
    "date",
    "date_trunc",
    "else",
    "exists",
    "extract",
    "floor",
    "from_unixtime",
    "ifnull",
    "in",
    "is",
    "isnull",
    "json_extract",
    "json_extract_path",
    "json_extract_path_text",
    "left",
    "length",
    "like",
    "lower",
    "ltrim",
    "md5",
    "not",
    "now",
    "nullif",
    "nvl",
    "on",
    "or",
    "over",
    "regexp_replace",
    "replace",
    "right",
    "round",
    "row_number",
    "rtrim",
    "select",
    "split_part",
    "strftime",
    "strpos",
    "substr",
    "substring",
    "then",
    "to_char",
    "trim",
    "upper",
    "varchar",
    "char",
    "numeric",
    "decimal",
    "when",
    "where",
    "partition",
    "by",
];

impl Schema {
    /// Whether a query surely gives no row.
    pub fn yields_nothing(&self, query: &Query) -> bool {
        Reader { schema: self, named: Vec::new() }.query(query)
    }

    /// Whether what a query selects from surely holds no row, so that it gives one row of what is counted there, or none.
    pub fn reads_nothing(&self, select: &Select) -> bool {
        Reader { schema: self, named: Vec::new() }.from(&select.from)
    }

    /// Whether an `UPDATE`, `DELETE` or `INSERT … SELECT` surely meets no row.
    pub fn changes_nothing(&self, text: &str) -> bool {
        let reader = || Reader { schema: self, named: Vec::new() };
        match self.parse_sql(text) {
            Some(Statement::Query(query)) if changes(&query.body) => reader().query(&query),
            Some(Statement::Query(_)) | None => false,
            Some(statement) => reader().change(&statement),
        }
    }
}

impl Schema {
    /// Whether the `INSERT … SELECT` that a statement is, behind its `WITH`, surely selects nothing.
    pub(super) fn inserts_nothing(&self, text: &str) -> bool {
        let inserts = match self.parse_sql(text) {
            Some(Statement::Insert(_)) => true,
            Some(Statement::Query(query)) => matches!(*query.body, SetExpr::Insert(_)),
            _ => false,
        };
        inserts && self.changes_nothing(text)
    }
}

/// Whether what stands after a `WITH` is no query.
fn changes(body: &SetExpr) -> bool {
    matches!(body, SetExpr::Update(_) | SetExpr::Delete(_) | SetExpr::Insert(_))
}

struct Reader<'a> {
    schema: &'a Schema,
    /// The queries of `WITH`: whether each gives nothing.
    named: Vec<(Rc<str>, bool)>,
}

impl Reader<'_> {
    fn query(&mut self, query: &Query) -> bool {
        let depth = self.named.len();
        if let Some(with) = &query.with {
            for named in &with.cte_tables {
                let nothing = !with.recursive && self.query(&named.query);
                let naming = self.schema.naming();
                self.named.push((naming.bare(&naming.sql_ident(&named.alias.name)), nothing));
            }
        }
        let counts = query.order_by.as_ref().is_some_and(|order| may_count(&order.to_string()));
        let nothing = !counts && self.set(&query.body);
        self.named.truncate(depth);
        nothing
    }

    fn set(&mut self, body: &SetExpr) -> bool {
        match body {
            SetExpr::Select(select) => self.from(&select.from) && !makes_a_row(select),
            SetExpr::Query(query) => self.query(query),
            SetExpr::SetOperation { op, left, right, .. } => match op {
                SetOperator::Union => self.set(left) && self.set(right),
                SetOperator::Intersect => self.set(left) || self.set(right),
                SetOperator::Except | SetOperator::Minus => self.set(left),
            },
            SetExpr::Update(statement) | SetExpr::Delete(statement) | SetExpr::Insert(statement) => self.change(statement),
            _ => false,
        }
    }

    fn change(&mut self, statement: &Statement) -> bool {
        match statement {
            Statement::Update(Update { table, .. }) => self.target(std::slice::from_ref(table)),
            Statement::Delete(Delete { from: FromTable::WithFromKeyword(from) | FromTable::WithoutKeyword(from), tables, .. }) => {
                tables.is_empty() && self.target(from)
            }
            Statement::Insert(Insert { source: Some(source), .. }) => self.query(source),
            _ => false,
        }
    }

    /// What is changed: one table by itself is never one of those of `WITH`.
    fn target(&mut self, tables: &[TableWithJoins]) -> bool {
        match tables {
            [only] if only.joins.is_empty() => Reader { schema: self.schema, named: Vec::new() }.joined(only),
            _ => self.from(tables),
        }
    }

    fn from(&mut self, tables: &[TableWithJoins]) -> bool {
        tables.iter().any(|table| self.joined(table))
    }

    fn joined(&mut self, tables: &TableWithJoins) -> bool {
        let mut nothing = self.relation(&tables.relation);
        for join in &tables.joins {
            let right = self.relation(&join.relation);
            nothing = match join.join_operator {
                JoinOperator::Join(_) | JoinOperator::Inner(_) | JoinOperator::CrossJoin(_) | JoinOperator::StraightJoin(_) => {
                    nothing || right
                }
                JoinOperator::Left(_) | JoinOperator::LeftOuter(_) => nothing,
                JoinOperator::Right(_) | JoinOperator::RightOuter(_) => right,
                JoinOperator::FullOuter(_) => nothing && right,
                _ => return false,
            };
        }
        nothing
    }

    fn relation(&mut self, relation: &TableFactor) -> bool {
        match relation {
            TableFactor::Table { name, args: None, .. } => {
                let table = self.schema.naming().object(name);
                let bare = self.schema.naming().bare(&table.name);
                match self.named.iter().rev().find(|(named, _)| table.schema.is_none() && *named == bare) {
                    Some((_, nothing)) => *nothing,
                    None => self.schema.is_vacant(&table),
                }
            }
            TableFactor::Derived { subquery, .. } => self.query(subquery),
            TableFactor::NestedJoin { table_with_joins, .. } => self.joined(table_with_joins),
            _ => false,
        }
    }
}

/// Whether a select may give a row though it reads none: it counts, sums up, or makes totals.
fn makes_a_row(select: &Select) -> bool {
    match &select.group_by {
        GroupByExpr::Expressions(list, modifiers) if !list.is_empty() => {
            let text = select.group_by.to_string().to_lowercase();
            !modifiers.is_empty() || ["rollup", "cube", "grouping"].iter().any(|word| text.contains(word))
        }
        GroupByExpr::All(_) => true,
        GroupByExpr::Expressions(..) => select.having.is_some() || select.projection.iter().any(|item| may_count(&item.to_string())),
    }
}

/// Whether a text calls what is not known to be worked out for each row alone.
fn may_count(expression: &str) -> bool {
    tokens(expression).windows(2).any(|pair| match pair {
        [name, bracket] => {
            bracket.is_symbol("(")
                && matches!(name.kind, Kind::Word | Kind::Quoted)
                && !PER_ROW.iter().any(|known| name.inner().eq_ignore_ascii_case(known))
        }
        _ => false,
    })
}
