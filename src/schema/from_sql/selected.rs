//! Which columns a query gives.

use sqlparser::ast::{SelectItem, SetExpr, Statement, TableFactor, WildcardAdditionalOptions};

use super::super::Schema;
use crate::model::TableName;

impl Schema {
    /// The table all of whose columns a query gives, and nothing else; none where its text tells of another.
    pub fn whole_table(&self, sql: &str) -> Option<TableName> {
        let Statement::Query(query) = self.parse_sql(sql)? else { return None };
        let (SetExpr::Select(select), None) = (&*query.body, &query.with) else { return None };
        let ([SelectItem::Wildcard(options)], [from]) = (select.projection.as_slice(), select.from.as_slice()) else { return None };
        if !is_plain(options) || !from.joins.is_empty() {
            return None;
        }
        match &from.relation {
            TableFactor::Table { name, alias, args: None, .. } if alias.as_ref().is_none_or(|alias| alias.columns.is_empty()) => {
                Some(self.naming().object(name))
            }
            _ => None,
        }
    }
}

/// Whether a `*` is nothing but that: no columns are left out or called otherwise.
fn is_plain(options: &WildcardAdditionalOptions) -> bool {
    options.to_string().is_empty()
}
