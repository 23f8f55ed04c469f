//! What is said of whole objects: assumptions of the user, and tables put in a rebuilt form.

use super::{Entry, Key, Known, Reason, Schema, Table, Why};
use crate::model::{self, Ident, TableName};
use crate::source::Span;

impl Schema {
    /// Takes the user's word that a table is there or not: `table` or `schema.table`.
    pub fn assume(&mut self, name: &str, exists: bool) {
        let name = match name.split_once('.') {
            Some((schema, table)) => TableName { schema: Some(Ident::from(schema)), name: Ident::from(table) },
            None => TableName::new(name),
        };
        let key = self.naming().key(&name);
        let why = Why::nowhere(Reason::Assumed);
        if exists {
            self.put_table(key, Table::partial(name, why.clone(), why));
        } else {
            self.take_table(&key, why);
        }
    }

    /// Puts in a table of which nothing is known but that it is there now.
    pub fn put_unseen(&mut self, name: &TableName, why: &Why) {
        self.clock += 1;
        self.put_table(self.naming().key(name), Table::partial(name.clone(), why.clone(), why.clone()));
    }

    /// Puts a table in a new form in its own place; what refers to it stays.
    pub fn replace_table(&mut self, definition: model::Table, place: Span) {
        self.clock += 1;
        let key: Key = self.naming().key(&definition.name);
        let mut table = self.normalize(&definition, &key);
        table.made = Why::new(place, Reason::Made);
        (table.order, table.vacant) = self.table_by_key(&key).map_or((self.clock, false), |known| (known.order, known.vacant));
        self.resolve_referred(&mut table, &key);
        self.put_table(key, table);
    }

    /// Whether an entry for the table stands in the schema at all.
    pub fn mentions_table(&self, name: &TableName) -> bool {
        matches!(self.tables.get(&self.naming().key(name)), Some(Known { entry: Entry::There(_) | Entry::Gone(_), .. }))
    }
}
