//! Which columns a query gives.

use std::rc::Rc;

use sqlparser::ast::{Expr, Select, SelectItem, SetExpr, Statement, TableFactor};

use super::super::Schema;
use crate::model::TableName;

/// The columns of a query's result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selected {
    /// All that a table has.
    AllOf(TableName),
    Named(Vec<Rc<str>>),
}

impl Schema {
    /// The columns that the result of a query has; none where its text does not tell.
    pub fn selected(&self, sql: &str) -> Option<Selected> {
        let Statement::Query(query) = self.parse_sql(sql)? else { return None };
        let SetExpr::Select(select) = &*query.body else { return None };
        match select.projection.as_slice() {
            [SelectItem::Wildcard(_)] => self.only_table(select).map(Selected::AllOf),
            items => items.iter().map(|item| self.label(item)).collect::<Option<_>>().map(Selected::Named),
        }
    }

    fn only_table(&self, select: &Select) -> Option<TableName> {
        let [from] = select.from.as_slice() else { return None };
        match &from.relation {
            TableFactor::Table { name, args: None, .. } if from.joins.is_empty() => Some(self.naming().object(name)),
            _ => None,
        }
    }

    fn label(&self, item: &SelectItem) -> Option<Rc<str>> {
        let name = match item {
            SelectItem::ExprWithAlias { alias, .. } => alias,
            SelectItem::UnnamedExpr(Expr::Identifier(name)) => name,
            SelectItem::UnnamedExpr(Expr::CompoundIdentifier(parts)) => parts.last()?,
            _ => return None,
        };
        Some(self.naming().sql_ident(name).text)
    }
}
