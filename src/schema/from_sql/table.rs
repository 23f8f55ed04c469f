//! `CREATE TABLE` and `ALTER TABLE` of SQL text.

use std::rc::Rc;

use sqlparser::ast::{self, AlterColumnOperation, AlterTableOperation, RenameTableNameKind};

use super::super::{Effect, Facet, Gaps, Reason, Schema, Why};
use super::columns::{WrittenColumn, default};
use crate::model::{Ident, Identity, Name, OptionValue, ServerDefault, Table, TableName};
use crate::source::Span;

impl Schema {
    /// `CREATE TABLE`.
    pub(super) fn create_table_from_sql(&mut self, create: &ast::CreateTable, place: Span) -> Effect {
        if create.temporary {
            return Effect::Applied;
        }
        let name = self.table_from_sql(&create.name);
        let mut table = Table::new(name.clone(), place);
        let written: Vec<WrittenColumn> = create.columns.iter().map(|column| self.column_from_sql(column, place)).collect();
        for column in &written {
            table.columns.push(Rc::new(column.column.clone()));
            table.constraints.extend(column.constraints.iter().cloned());
        }
        table.constraints.extend(create.constraints.iter().filter_map(|constraint| self.constraint_from_sql(constraint, place)));
        table.indexes.extend(create.constraints.iter().filter_map(|constraint| self.inner_index(&name, constraint, place)));
        self.table_settings(create, &mut table);
        let is_new = !matches!(self.has_table(&name), super::super::Answer::Yes(_));
        let effect = self.create_table(&table, create.if_not_exists, place);
        if is_new && !matches!(effect, Effect::Fails(_)) {
            self.finish_columns(&name, &written, place);
            let borrowed = create.query.is_some() || create.like.is_some() || create.inherits.is_some() || create.partition_of.is_some();
            if borrowed || create.clone.is_some() {
                self.make_partial(&name, &Why::new(place, Reason::Other("its columns come from elsewhere".into())));
            }
        }
        effect
    }

    /// What stands behind the columns, as the keyword options that say the same.
    fn table_settings(&self, create: &ast::CreateTable, table: &mut Table) {
        let mut set = |option: &str, value: bool| {
            table.options.insert(format!("{}_{option}", self.rules.dialect).into(), OptionValue::Bool(value));
        };
        if create.without_rowid {
            set("with_rowid", false);
        }
        if create.strict {
            set("strict", true);
        }
        if create.columns.iter().any(counts_rows) || create.constraints.iter().any(key_counts_rows) {
            set("autoincrement", true);
        }
    }

    /// Notes of columns what the model does not hold: unknown types, sequences behind serial types.
    fn finish_columns(&mut self, table: &TableName, written: &[WrittenColumn], place: Span) {
        let key = self.naming().key(table);
        let Some(mut found) = self.settled(&key) else { return };
        let mut owned = Vec::new();
        for column in written {
            let name = self.naming().ident(&column.column.name);
            if !column.gaps.is_none() {
                found.gaps.insert(Rc::clone(&name), column.gaps);
            }
            if column.counts && !found.sequences.contains_key(&name) {
                self.own_sequence(&mut found, &key, &name, true);
                owned.extend(found.sequences.get(&name).cloned());
            }
        }
        for sequence in owned {
            self.put_owned_sequence(&sequence, &key, place);
        }
        self.put_table(key, found);
    }

    pub(super) fn make_partial(&mut self, name: &TableName, why: &Why) {
        let key = self.naming().key(name);
        if let Some(mut table) = self.settled(&key) {
            table.knowledge = super::super::Knowledge::Partial(why.clone());
            self.put_table(key, table);
        }
    }

    /// `ALTER TABLE`: each of its actions; none where one is not understood.
    pub(super) fn alter_table_from_sql(&mut self, alter: &ast::AlterTable, place: Span) -> Option<Effect> {
        let table = self.table_from_sql(&alter.name);
        if alter.if_exists
            && let super::super::Answer::No(_) = self.has_table(&table)
        {
            return Some(Effect::Applied);
        }
        let mut effect = Effect::Applied;
        let unchecked = self.begin_actions(alter.operations.len());
        for operation in &alter.operations {
            let done = self.alter_action(&table, operation, place)?;
            effect = effect.and(done);
        }
        self.end_actions(unchecked);
        Some(effect)
    }

    fn alter_action(&mut self, table: &TableName, operation: &AlterTableOperation, place: Span) -> Option<Effect> {
        use AlterTableOperation as Action;
        let cascades = |behavior: &Option<ast::DropBehavior>| matches!(behavior, Some(ast::DropBehavior::Cascade));
        Some(match operation {
            Action::AddColumn { if_not_exists, column_def, .. } => {
                let written = self.column_from_sql(column_def, place);
                self.add_written_column(table, &written, *if_not_exists, place)
            }
            Action::DropColumn { column_names, if_exists, drop_behavior, .. } => {
                column_names.iter().fold(Effect::Applied, |effect, column| {
                    let column = self.naming().sql_ident(column);
                    effect.and(self.drop_column(table, &column, *if_exists, cascades(drop_behavior), place))
                })
            }
            Action::RenameColumn { old_column_name, new_column_name } => {
                let (from, to) = (self.naming().sql_ident(old_column_name), self.naming().sql_ident(new_column_name));
                self.rename_column(table, &from, &to, place)
            }
            Action::RenameTable { table_name: RenameTableNameKind::As(to) | RenameTableNameKind::To(to) } => {
                let to = self.table_from_sql(to).name;
                self.rename_relation(table, &to, place)
            }
            Action::AddConstraint { constraint, .. } => self.add_written_constraint(table, constraint, place)?,
            Action::DropConstraint { if_exists, name, drop_behavior } => {
                let name = self.naming().constraint_name(name);
                self.drop_constraint(table, &name, *if_exists, cascades(drop_behavior), place)
            }
            Action::DropForeignKey { name, .. } => {
                let name = self.naming().constraint_name(name);
                self.drop_own_constraint(table, &name, false, place)
            }
            Action::DropPrimaryKey { .. } => self.drop_primary_key(table, place),
            Action::DropIndex { name } => {
                let name = self.naming().constraint_name(name);
                self.drop_index(None, Some(table), &name, false, place)
            }
            Action::RenameConstraint { old_name, new_name } => {
                let (from, to) = (self.naming().constraint_name(old_name), self.naming().constraint_name(new_name));
                self.rename_constraint(table, &from, &to, place)
            }
            Action::AlterColumn { column_name, op } => {
                let column = self.naming().sql_ident(column_name);
                self.alter_written_column(table, &column, op, place)
            }
            Action::ModifyColumn { col_name, data_type, options, .. } => {
                let column = self.naming().sql_ident(col_name);
                self.redefine_column(table, &column, data_type, options, place)
            }
            Action::ChangeColumn { old_name, new_name, data_type, options, .. } => {
                let (from, to) = (self.naming().sql_ident(old_name), self.naming().sql_ident(new_name));
                let renamed = if from == to { Effect::Applied } else { self.rename_column(table, &from, &to, place) };
                renamed.and(self.redefine_column(table, &to, data_type, options, place))
            }
            Action::SwapWith { .. } | Action::AddPartitions { .. } | Action::DropPartitions { .. } | Action::RenamePartitions { .. } => {
                return None;
            }
            _ => self.use_table(table, place),
        })
    }

    /// A view or sequence can be renamed by `ALTER TABLE` too.
    fn rename_relation(&mut self, table: &TableName, to: &Ident, place: Span) -> Effect {
        let key = self.naming().key(table);
        if self.views.get(&key).is_some_and(|known| known.entry.get().is_some()) {
            return self.rename_view(table, to, place);
        }
        if self.sequences.get(&key).is_some_and(|known| known.entry.get().is_some()) {
            return self.rename_sequence(table, to, place);
        }
        self.rename_table(table, to, place)
    }

    fn add_written_column(&mut self, table: &TableName, written: &WrittenColumn, if_not_exists: bool, place: Span) -> Effect {
        let mut effect = self.add_column(table, &written.column, if_not_exists, place);
        if matches!(effect, Effect::Fails(_)) {
            return effect;
        }
        for constraint in &written.constraints {
            effect = effect.and(self.add_constraint(table, constraint, place));
        }
        let key = self.naming().key(table);
        if let Some(mut found) = self.settled(&key) {
            let name = self.naming().ident(&written.column.name);
            if !written.gaps.is_none() {
                found.gaps.insert(Rc::clone(&name), written.gaps);
            }
            if written.counts && !found.sequences.contains_key(&name) {
                self.own_sequence(&mut found, &key, &name, true);
                if let Some(owned) = found.sequences.get(&name).cloned() {
                    self.put_owned_sequence(&owned, &key, place);
                }
            }
            self.put_table(key, found);
        }
        effect
    }

    fn add_written_constraint(&mut self, table: &TableName, constraint: &ast::TableConstraint, place: Span) -> Option<Effect> {
        if let ast::TableConstraint::UniqueUsingIndex(using) | ast::TableConstraint::PrimaryKeyUsingIndex(using) = constraint {
            let primary = matches!(constraint, ast::TableConstraint::PrimaryKeyUsingIndex(_));
            return Some(self.constraint_using_index(table, using, primary, place));
        }
        if let Some(index) = self.inner_index(table, constraint, place) {
            return Some(self.create_index(&index, false, place));
        }
        let constraint = self.constraint_from_sql(constraint, place)?;
        Some(self.add_constraint(table, &constraint, place))
    }

    /// `ADD CONSTRAINT … USING INDEX`: the index becomes the constraint's and takes its name.
    fn constraint_using_index(&mut self, table: &TableName, using: &ast::ConstraintUsingIndex, primary: bool, place: Span) -> Effect {
        let index = self.naming().constraint_name(&using.index_name);
        let key = super::super::table::name_key(self.naming(), &index);
        let found = self.table(table).and_then(|table| table.index(self.naming(), &key).cloned());
        let effect = self.drop_index(None, Some(table), &index, false, place);
        let Some(found) = found else { return effect };
        let columns = found.elements.iter().filter_map(|element| match element {
            crate::model::IndexElement::Column(column) => Some(column.clone()),
            crate::model::IndexElement::Expr(_) => None,
        });
        let columns: Vec<Ident> = columns.collect();
        let kind =
            if primary { crate::model::ConstraintKind::PrimaryKey { columns } } else { crate::model::ConstraintKind::Unique { columns } };
        let mut constraint = crate::model::Constraint::new(kind, place);
        constraint.name = Some(using.name.as_ref().map_or(index, |name| self.naming().constraint_name(name)));
        effect.and(self.add_constraint(table, &constraint, place))
    }

    fn alter_written_column(&mut self, table: &TableName, column: &Ident, operation: &AlterColumnOperation, place: Span) -> Effect {
        let facet = match operation {
            AlterColumnOperation::SetNotNull => Facet::Nullable(false),
            AlterColumnOperation::DropNotNull => Facet::Nullable(true),
            AlterColumnOperation::SetDefault { value } => Facet::Default(Some(default(value))),
            AlterColumnOperation::DropDefault => Facet::Default(None),
            AlterColumnOperation::SetDataType { data_type, .. } => return self.set_written_type(table, column, data_type, place),
            AlterColumnOperation::AddGenerated { generated_as, .. } => {
                let always = Some(*generated_as == Some(ast::GeneratedAs::Always));
                Facet::Default(Some(ServerDefault::Identity(Rc::new(Identity { always, ..Identity::default() }))))
            }
        };
        self.alter_column(table, column, facet, place)
    }

    fn set_written_type(&mut self, table: &TableName, column: &Ident, data_type: &ast::DataType, place: Span) -> Effect {
        let written = self.type_from_sql(&data_type.to_string());
        let effect = self.alter_column(table, column, Facet::Type(Rc::new(written.ty)), place);
        let key = self.naming().key(table);
        if !written.known
            && let Some(mut found) = self.settled(&key)
        {
            let name = self.naming().ident(column);
            found.gaps.insert(name, Gaps { ty: true, ..Gaps::default() });
            self.put_table(key, found);
        }
        effect
    }

    /// `MODIFY` and `CHANGE`: what is not said goes back to the default.
    fn redefine_column(
        &mut self,
        table: &TableName,
        column: &Ident,
        data_type: &ast::DataType,
        options: &[ast::ColumnOption],
        place: Span,
    ) -> Effect {
        let definition = ast::ColumnDef {
            name: ast::Ident::with_quote('"', &*column.text),
            data_type: data_type.clone(),
            options: options.iter().map(|option| ast::ColumnOptionDef { name: None, option: option.clone() }).collect(),
        };
        let written = self.column_from_sql(&definition, place).column;
        let facets = [
            Facet::Type(written.ty),
            Facet::Nullable(written.nullable),
            Facet::Default(written.server_default),
            Facet::Comment(written.comment),
        ];
        facets.into_iter().fold(Effect::Applied, |effect, facet| effect.and(self.alter_column(table, column, facet, place)))
    }
}

/// A name that needs no convention.
pub(super) fn plain_name(name: &TableName) -> Name {
    Name::Conventional(Rc::clone(&name.name.text))
}

/// Whether a column's rows are counted by a word of its own, of which the parser makes nothing more.
fn counts_rows(column: &ast::ColumnDef) -> bool {
    column.options.iter().any(|option| match &option.option {
        ast::ColumnOption::DialectSpecific(tokens) => tokens.iter().any(|token| token.to_string().eq_ignore_ascii_case("AUTOINCREMENT")),
        _ => false,
    })
}

/// The same, said in the table's primary key.
fn key_counts_rows(constraint: &ast::TableConstraint) -> bool {
    let counts = |column: &ast::IndexColumn| {
        column.operator_class.as_ref().is_some_and(|word| word.to_string().eq_ignore_ascii_case("AUTOINCREMENT"))
    };
    matches!(constraint, ast::TableConstraint::PrimaryKey(key) if key.columns.iter().any(counts))
}
