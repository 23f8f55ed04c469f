//! Keys where the database keeps unique constraints as indexes, and gives each foreign key an index to be looked up by.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use super::edits::primary_key;
use super::name::Naming;
use super::table::{Knowledge, Table, index_key};
use super::{Effect, FailureKind, Key, Reason, Rules, Schema, Why};
use crate::dialect::replay::KeyIndexes;
use crate::model::{Constraint, ConstraintKind, ForeignKeyRule, Ident, Index, IndexElement, Name, OptionValue, TableName};

impl Schema {
    /// A table's constraints, those that indexes keep among them.
    pub fn constraints_of<'a>(&self, table: &'a Table) -> Vec<Cow<'a, Constraint>> {
        let own = table.definition.constraints.iter().map(Cow::Borrowed);
        let kept = table.definition.indexes.iter().filter(|_| self.rules.keys_are_indexes());
        let kept = kept.filter_map(|index| unique_constraint(&self.rules, index));
        own.chain(kept.map(Cow::Owned)).collect()
    }

    /// Puts a new table's unique constraints among its indexes, and gives its foreign keys theirs.
    pub(super) fn settle_keys(&self, table: &mut Table) {
        if !self.rules.keys_are_indexes() {
            return;
        }
        let constraints = std::mem::take(&mut table.definition.constraints);
        let (unique, others): (Vec<_>, Vec<_>) = constraints.into_iter().partition(|one| matches!(one.kind, ConstraintKind::Unique { .. }));
        let name = table.definition.name.clone();
        table.definition.indexes.extend(unique.iter().filter_map(|constraint| unique_index(constraint, &name)));
        table.definition.constraints = others;
        self.index_foreign_keys(table);
    }

    /// Writes columns as the table does, where it finds them in another case and keeps its own.
    pub(super) fn respell<'c>(&self, table: &Table, columns: impl IntoIterator<Item = &'c mut Ident>) {
        if !self.rules.keys_are_indexes() {
            return;
        }
        for column in columns {
            if let Some(own) = table.column(self.naming(), column) {
                *column = own.name.clone();
            }
        }
    }

    /// Settles the indexes of foreign keys after one was dropped. Where keys are not checked, they may be left without.
    pub(super) fn index_keys_left(&self, table: &mut Table) {
        if !self.keys_unchecked {
            self.index_foreign_keys(table);
        }
    }

    /// Gives foreign keys an index where none begins with their columns, and takes it back where another one does.
    pub(super) fn index_foreign_keys(&self, table: &mut Table) {
        // an index that is not known may serve as well
        if !self.rules.keys_are_indexes() || !matches!(table.knowledge, Knowledge::Full) {
            return;
        }
        let naming = Naming(&self.rules);
        let columns_of = |index: &Index| columns_of(&self.rules, index);
        let implied = std::mem::take(&mut table.implied_indexes);
        let is_implied = |index: &Index| index_key(naming, index).is_some_and(|name| implied.contains(&name));
        let (mut own, mut kept): (Vec<Index>, Vec<Index>) =
            std::mem::take(&mut table.definition.indexes).into_iter().partition(|index| !is_implied(index));
        let primary = primary_key(&table.definition);
        // an index that the database made stays without its foreign key, but not beside one that serves as well
        let served: Vec<Vec<Ident>> = own.iter().map(columns_of).chain(primary.clone()).collect();
        kept.retain(|index| !served.iter().any(|other| begins_with(naming, other, &columns_of(index))));
        for constraint in &table.definition.constraints {
            let ConstraintKind::ForeignKey(rule) = &constraint.kind else { continue };
            let serves = |columns: &[Ident]| begins_with(naming, columns, &rule.columns);
            if primary.as_deref().is_some_and(serves) || own.iter().chain(&kept).any(|index| serves(&columns_of(index))) {
                continue;
            }
            let taken: BTreeSet<Rc<str>> = own.iter().chain(&kept).filter_map(|index| index_key(naming, index)).collect();
            if let Some(index) =
                implied_index(constraint, &rule.columns, &table.definition.name, |name| taken.contains(&naming.part(&name.into())))
            {
                kept.push(index);
            }
        }
        let longer: Vec<Vec<Ident>> = kept.iter().map(columns_of).collect();
        let is_prefix =
            |columns: &Vec<Ident>| longer.iter().any(|other| other.len() > columns.len() && begins_with(naming, other, columns));
        kept.retain(|index| !is_prefix(&columns_of(index)));
        table.implied_indexes = kept.iter().filter_map(|index| index_key(naming, index)).collect();
        own.append(&mut kept);
        table.definition.indexes = own;
    }
}

impl Schema {
    /// What one statement does to a table counts only together: an index may be dropped with its foreign key. Gives what
    /// [`Schema::end_actions`] wants back.
    pub(super) fn begin_actions(&mut self, count: usize) -> bool {
        let before = self.keys_unchecked;
        self.keys_unchecked |= count > 1;
        before
    }

    /// After the last action of a statement.
    pub(super) fn end_actions(&mut self, unchecked: bool) {
        self.keys_unchecked = unchecked;
    }

    /// Why an index can't be dropped: no other serves a foreign key of its table or to it. A table of an engine of its own may
    /// have no foreign keys.
    pub(super) fn needed_index(&self, key: &Key, table: &Table, name: &str) -> Option<Effect> {
        let naming = self.naming();
        let rule = &self.rules.key_indexes;
        let known = |table: &Table| matches!(table.knowledge, Knowledge::Full) && has_keys(rule, table);
        if !self.rules.keys_are_indexes() || self.keys_unchecked || !known(table) {
            return None;
        }
        let columns_of = |index: &Index| columns_of(&self.rules, index);
        let dropped = table.index(naming, name)?;
        let index = columns_of(dropped);
        let others = table.definition.indexes.iter().filter(|other| index_key(naming, other).as_deref() != Some(name)).map(columns_of);
        let others: Vec<Vec<Ident>> = others.chain(primary_key(&table.definition)).collect();
        let only_this = |columns: &[Ident]| {
            !columns.is_empty() && begins_with(naming, &index, columns) && !others.iter().any(|other| begins_with(naming, other, columns))
        };
        let own = table.definition.constraints.iter().filter_map(foreign_key).find(|(_, rule)| only_this(&rule.columns));
        let needs = own.map(|(constraint, _)| (table.definition.name.clone(), constraint.place)).or_else(|| {
            let referring = self.tables_referring_to(key).into_iter().filter_map(|other| self.table_by_key(&other));
            let mut sure = referring.filter(|other| known(other));
            sure.find_map(|other| {
                let mut keys = other.definition.constraints.iter().filter_map(foreign_key);
                let found = keys.find(|(_, rule)| naming.key(&rule.referred_table) == *key && only_this(&rule.referred_columns));
                found.map(|(constraint, _)| (other.definition.name.clone(), constraint.place))
            })
        });
        let (table, place) = needs?;
        let name = dropped.name.as_ref().map_or(name, |name| name.text());
        let object = format!("index \"{name}\": a foreign key of table {} needs it", table.name.text);
        Some(Effect::fails(FailureKind::DependentObjects, object, Why::new(place, Reason::Made)))
    }
}

/// Whether a table's engine is one that has foreign keys.
fn has_keys(rule: &KeyIndexes, table: &Table) -> bool {
    let mut engines = table.definition.options.iter().filter(|(key, _)| own_option(key) == rule.engine_option);
    engines.all(|(_, engine)| matches!(engine, OptionValue::Str(name) if name.eq_ignore_ascii_case(&rule.engine)))
}

/// An option's name without the dialect's prefix.
fn own_option(key: &str) -> &str {
    key.split_once('_').map_or(key, |(_, option)| option)
}

fn foreign_key(constraint: &Constraint) -> Option<(&Constraint, &ForeignKeyRule)> {
    match &constraint.kind {
        ConstraintKind::ForeignKey(rule) => Some((constraint, rule)),
        _ => None,
    }
}

/// The index that keeps a unique constraint; none of any other.
pub(super) fn unique_index(constraint: &Constraint, table: &TableName) -> Option<Index> {
    let ConstraintKind::Unique { columns } = &constraint.kind else { return None };
    Some(Index { name: constraint.name.clone(), unique: true, ..index(columns, table, constraint) })
}

/// The unique constraint that an index keeps; none where it is not unique.
fn unique_constraint(rules: &Rules, index: &Index) -> Option<Constraint> {
    let kind = ConstraintKind::Unique { columns: columns_of(rules, index) };
    index.unique.then(|| Constraint { name: index.name.clone(), ..Constraint::new(kind, index.place) })
}

/// The index that the database gives a foreign key: by its name, or by that of its first column where nobody named it.
fn implied_index(constraint: &Constraint, columns: &[Ident], table: &TableName, taken: impl Fn(&str) -> bool) -> Option<Index> {
    let name = match &constraint.name {
        None | Some(Name::DatabaseMade(_)) => {
            let first = &columns.first()?.text;
            let numbered = (2..).map(|number| format!("{first}_{number}"));
            std::iter::once(first.to_string()).chain(numbered).find(|name| !taken(name))?
        }
        Some(name) => name.text().to_owned(),
    };
    Some(Index { name: Some(Name::DatabaseMade(name.into())), ..index(columns, table, constraint) })
}

fn index(columns: &[Ident], table: &TableName, constraint: &Constraint) -> Index {
    let elements = columns.iter().cloned().map(IndexElement::Column).collect();
    Index { name: None, table: table.clone(), elements, unique: false, options: indexmap::IndexMap::default(), place: constraint.place }
}

/// The columns that an index begins with, as far as it serves a key: none of one that has a length or is of another kind.
fn columns_of(rules: &Rules, index: &Index) -> Vec<Ident> {
    if rules.key_indexes.not_serving.iter().any(|option| index.options.keys().any(|key| own_option(key) == option)) {
        return Vec::new();
    }
    let column = |element: &IndexElement| match element {
        IndexElement::Column(column) => Some(column.clone()),
        IndexElement::Expr(_) => None,
    };
    index.elements.iter().map_while(column).collect()
}

fn begins_with(naming: Naming<'_>, columns: &[Ident], with: &[Ident]) -> bool {
    columns.len() >= with.len() && columns.iter().zip(with).all(|(left, right)| naming.same(left, right))
}

#[cfg(test)]
mod tests {
    //! What MariaDB 11 answered to the same statements.

    use super::super::{Effect, FailureKind, Rules, Schema, World};
    use crate::dialect::Dialect;
    use crate::source::Span;

    const TABLES: &str = "CREATE TABLE p (id INT PRIMARY KEY, code INT, UNIQUE KEY uqc (code));
        CREATE TABLE c (id INT PRIMARY KEY, p_id INT, KEY ix_p (p_id), CONSTRAINT fk1 FOREIGN KEY (p_id) REFERENCES p (id));
        CREATE TABLE e (id INT PRIMARY KEY, c INT, CONSTRAINT fk2 FOREIGN KEY (c) REFERENCES p (code));";

    fn last(statements: &[&str]) -> Effect {
        let mut schema = Schema::new(Rules::of(&Dialect::load("mysql", &[]).expect("the embedded dialect")), World::Closed);
        assert_eq!(schema.apply_sql(TABLES, Span::NOWHERE), Effect::Applied);
        let effects = statements.iter().map(|statement| schema.apply_sql(statement, Span::NOWHERE));
        effects.last().expect("a statement")
    }

    #[test]
    fn an_index_that_a_foreign_key_needs_stays() {
        let needed = |effect: &Effect| effect.failure().is_some_and(|failure| failure.kind == FailureKind::DependentObjects);
        for statements in [
            &["ALTER TABLE c DROP INDEX ix_p"][..],
            &["DROP INDEX ix_p ON c"],
            &["ALTER TABLE p DROP INDEX uqc"],
            &["ALTER TABLE p DROP CONSTRAINT uqc"],
            &["SET foreign_key_checks = 0", "SET FOREIGN_KEY_CHECKS=1", "ALTER TABLE c DROP INDEX ix_p"],
            &["SET foreign_key_checks = 0", "SET @@session.foreign_key_checks = 1", "ALTER TABLE c DROP INDEX ix_p"],
        ] {
            let effect = last(statements);
            assert!(needed(&effect), "{statements:?}: {effect:?}");
        }
        for statements in [
            &["SET @@session.foreign_key_checks = 0", "ALTER TABLE c DROP INDEX ix_p"][..],
            &["SET @OLD=@@FOREIGN_KEY_CHECKS, FOREIGN_KEY_CHECKS=0", "ALTER TABLE p DROP INDEX uqc"],
            &["ALTER TABLE p ADD INDEX other (code, id)", "ALTER TABLE p DROP INDEX uqc"],
            &["ALTER TABLE c ADD INDEX two (p_id, id)", "ALTER TABLE c DROP INDEX ix_p"],
            &["ALTER TABLE c DROP FOREIGN KEY fk1", "ALTER TABLE c DROP INDEX ix_p"],
            &["DROP TABLE e", "ALTER TABLE p DROP INDEX uqc"],
            &["ALTER TABLE c DROP INDEX ix_p, DROP FOREIGN KEY fk1"],
            &["ALTER TABLE c DROP INDEX ix_p, ADD INDEX ix_q (p_id)"],
            &["ALTER TABLE p DROP INDEX uqc, ADD UNIQUE KEY uqc (code, id)"],
            &["SET FOREIGN_KEY_CHECKS=0", "SET @old_foreign_key_checks=1", "ALTER TABLE c DROP INDEX ix_p"],
            &["SET FOREIGN_KEY_CHECKS=0", "SET GLOBAL foreign_key_checks=1", "ALTER TABLE c DROP INDEX ix_p"],
        ] {
            assert_eq!(last(statements), Effect::Applied, "{statements:?}");
        }
    }

    #[test]
    fn an_index_that_goes_where_keys_are_not_checked_leaves_none_behind() {
        for statement in ["ALTER TABLE c DROP INDEX ix_p, DROP FOREIGN KEY fk1", "SET foreign_key_checks=0; ALTER TABLE c DROP INDEX ix_p"]
        {
            let mut schema = Schema::new(Rules::of(&Dialect::load("mysql", &[]).expect("the embedded dialect")), World::Closed);
            schema.apply_sql(&format!("{TABLES} {statement}"), Span::NOWHERE);
            let table = schema.table(&crate::model::TableName::new("c")).expect("there").into_owned();
            assert!(table.definition.indexes.is_empty(), "{statement}: {:?}", table.definition.indexes);
        }
    }

    #[test]
    fn parts_of_tables_go_by_any_case_and_tables_do_not() {
        for applied in
            ["ALTER TABLE c DROP COLUMN P_ID", "ALTER TABLE c DROP FOREIGN KEY FK1", "ALTER TABLE c ADD INDEX two (P_Id)", "DROP TABLE c"]
        {
            assert_eq!(last(&[applied]), Effect::Applied, "{applied}");
        }
        for (refused, kind) in [
            ("ALTER TABLE c ADD COLUMN P_ID INT", FailureKind::DuplicateColumn),
            ("CREATE INDEX IX_P ON c (id)", FailureKind::DuplicateIndex),
            ("ALTER TABLE p DROP FOREIGN KEY uqc", FailureKind::UndefinedConstraint),
        ] {
            let effect = last(&[refused]);
            assert_eq!(effect.failure().map(|failure| failure.kind), Some(kind), "{refused}: {effect:?}");
        }
        // another table, that nothing made
        assert!(matches!(last(&["ALTER TABLE C DROP COLUMN id"]), Effect::Unsure(_)));
    }

    #[test]
    fn another_character_set_leaves_a_table_known() {
        let mut schema = Schema::new(Rules::of(&Dialect::load("mysql", &[]).expect("the embedded dialect")), World::Closed);
        for statement in [
            "CREATE TABLE n (a VARCHAR(20), t TEXT, i INT)",
            "ALTER TABLE n CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, ENGINE=InnoDB",
            "ALTER TABLE n ROW_FORMAT=DYNAMIC",
        ] {
            assert_eq!(schema.apply_sql(statement, Span::NOWHERE), Effect::Applied, "{statement}");
        }
        let unknown = |schema: &Schema| {
            let table = schema.table(&crate::model::TableName::new("n")).expect("there").into_owned();
            ["a", "t", "i"].map(|column| table.gaps_of(schema.naming(), &column.into()).ty)
        };
        assert_eq!(unknown(&schema), [false, true, false]);
        // options need no commas between them
        let mut other = schema.clone();
        other.apply_sql("ALTER TABLE n ENGINE=InnoDB COMMENT='new'", Span::NOWHERE);
        assert!(other.table(&crate::model::TableName::new("n")).is_some_and(|table| table.require_full().is_err()));
        schema.apply_sql("ALTER TABLE n DEFAULT CHARACTER SET utf8", Span::NOWHERE);
        assert_eq!(unknown(&schema), [true, true, false]);
    }

    #[test]
    fn an_index_has_its_columns_as_the_table_writes_them() {
        let mut schema = Schema::new(Rules::of(&Dialect::load("mysql", &[]).expect("the embedded dialect")), World::Closed);
        let statements = "CREATE TABLE n (x INT, y INT); CREATE INDEX ix ON n (X); ALTER TABLE n ADD CONSTRAINT u UNIQUE (X, Y)";
        assert_eq!(schema.apply_sql(statements, Span::NOWHERE), Effect::Applied);
        let table = schema.table(&crate::model::TableName::new("n")).expect("there").into_owned();
        let columns: Vec<String> = table
            .definition
            .indexes
            .iter()
            .flat_map(|index| super::columns_of(schema.rules(), index))
            .map(|column| column.text.to_string())
            .collect();
        assert_eq!(columns, ["x", "x", "y"]);
    }
}
