//! Indexes, sequences, types, views, comments of SQL text, as the parser reads them.

use std::rc::Rc;

use sqlparser::ast::{
    self, AlterTypeAddValuePosition, AlterTypeOperation, CommentObject, ObjectType, Statement, UserDefinedTypeRepresentation,
};

use super::super::{Effect, Facet, LabelPlace, Reason, Schema, TypeKind, View, Why};
use super::table::plain_name;
use crate::model::{Ident, Sequence, SequenceOptions, TableName};
use crate::source::Span;

impl Schema {
    /// Applies a parsed statement; none where its kind is not followed.
    pub(super) fn apply_parsed(&mut self, statement: &Statement, place: Span) -> Option<Effect> {
        Some(match statement {
            Statement::CreateTable(create) => self.create_table_from_sql(create, place),
            Statement::AlterTable(alter) => self.alter_table_from_sql(alter, place)?,
            Statement::CreateIndex(create) => {
                let index = self.index_from_sql(create, place);
                self.create_index(&index, create.if_not_exists, place)
            }
            Statement::AlterIndex { name, operation: ast::AlterIndexOperation::RenameIndex { index_name } } => {
                let (from, to) = (self.naming().object(name), self.naming().object(index_name));
                self.rename_index(from.schema.as_ref(), None, &plain_name(&from), &plain_name(&to), place)
            }
            Statement::Drop { object_type, if_exists, names, cascade, table, .. } => {
                let table = table.as_ref().map(|table| self.table_from_sql(table));
                names.iter().try_fold(Effect::Applied, |effect, name| {
                    let name = self.naming().object(name);
                    Some(effect.and(self.drop_from_sql(*object_type, &name, table.as_ref(), *if_exists, *cascade, place)?))
                })?
            }
            Statement::CreateView(create) => self.create_view_from_sql(create, place),
            Statement::CreateSequence { temporary: true, .. } => Effect::Applied,
            Statement::CreateSequence { if_not_exists, name, sequence_options, .. } => {
                let name = self.naming().object(name);
                let sequence = Sequence { name, options: sequence_settings(sequence_options), optional: false, data_type: None };
                self.create_sequence(&sequence, *if_not_exists, place)
            }
            Statement::CreateType { name, representation } => {
                let kind = match representation {
                    Some(UserDefinedTypeRepresentation::Enum { labels }) => {
                        TypeKind::Enum(Some(labels.iter().map(|label| Rc::from(label.value.as_str())).collect()))
                    }
                    _ => TypeKind::Other,
                };
                self.create_type(&self.naming().object(name), kind, false, place)
            }
            Statement::CreateDomain(create) => {
                let written = self.type_from_sql(&create.data_type.to_string());
                let kind = TypeKind::Domain(written.known.then(|| Rc::new(written.ty)));
                self.create_type(&self.naming().object(&create.name), kind, false, place)
            }
            Statement::DropDomain(drop) => {
                let cascade = matches!(drop.drop_behavior, Some(ast::DropBehavior::Cascade));
                self.drop_type(&self.naming().object(&drop.name), drop.if_exists, cascade, place)
            }
            Statement::AlterType(alter) => self.alter_type_from_sql(alter, place),
            Statement::Comment { object_type, object_name, comment, .. } => {
                let comment = comment.as_deref().map(Rc::from);
                self.comment_from_sql(object_type, object_name, comment, place)
            }
            Statement::RenameTable(renames) => renames.iter().fold(Effect::Applied, |effect, rename| {
                let (from, to) = (self.table_from_sql(&rename.old_name), self.table_from_sql(&rename.new_name));
                effect.and(self.rename_table(&from, &to.name, place))
            }),
            Statement::Query(query) => self.select_into(query, place)?,
            Statement::AlterView { name, .. } => {
                let name = self.naming().object(name);
                self.use_view(&name, place)
            }
            _ => return None,
        })
    }

    /// Drops an object by the word for its kind.
    pub(super) fn drop_from_sql(
        &mut self,
        kind: ObjectType,
        name: &TableName,
        table: Option<&TableName>,
        if_exists: bool,
        cascade: bool,
        place: Span,
    ) -> Option<Effect> {
        Some(match kind {
            ObjectType::Table => self.drop_table(name, if_exists, cascade, place),
            ObjectType::View | ObjectType::MaterializedView => self.drop_view(name, if_exists, place),
            ObjectType::Index => self.drop_index(name.schema.as_ref(), table, &plain_name(name), if_exists, place),
            ObjectType::Schema => self.drop_schema(&name.name, if_exists, cascade, place),
            ObjectType::Sequence => self.drop_sequence(name, if_exists, place),
            ObjectType::Type => self.drop_type(name, if_exists, cascade, place),
            ObjectType::Role | ObjectType::User | ObjectType::Collation => Effect::Applied,
            _ => return None,
        })
    }

    fn create_view_from_sql(&mut self, create: &ast::CreateView, place: Span) -> Effect {
        if create.temporary {
            return Effect::Applied;
        }
        let name = self.naming().object(&create.name);
        let definition = create.query.to_string();
        let reads = super::super::words::of_text(&definition).into_iter().flat_map(|word| self.tables_named(&word.into())).collect();
        let view = View {
            name: Rc::clone(&name.name.text),
            materialized: create.materialized,
            definition: Some(definition.into()),
            reads,
            statement: None,
            made: Why::new(place, Reason::Made),
        };
        self.create_view(&name, view, create.or_replace, create.if_not_exists, place)
    }

    fn alter_type_from_sql(&mut self, alter: &ast::AlterType, place: Span) -> Effect {
        let name = self.naming().object(&alter.name);
        match &alter.operation {
            AlterTypeOperation::Rename(rename) => self.rename_type(&name, &self.naming().sql_ident(&rename.new_name), place),
            AlterTypeOperation::AddValue(add) => {
                let at = match &add.position {
                    None => LabelPlace::End,
                    Some(AlterTypeAddValuePosition::Before(other)) => LabelPlace::Before(other.value.as_str().into()),
                    Some(AlterTypeAddValuePosition::After(other)) => LabelPlace::After(other.value.as_str().into()),
                };
                self.add_enum_value(&name, &add.value.value.as_str().into(), &at, add.if_not_exists, place)
            }
            AlterTypeOperation::RenameValue(rename) => {
                self.rename_enum_value(&name, &rename.from.value.as_str().into(), &rename.to.value.as_str().into(), place)
            }
        }
    }

    fn comment_from_sql(&mut self, kind: &CommentObject, name: &ast::ObjectName, comment: Option<Rc<str>>, place: Span) -> Effect {
        match kind {
            CommentObject::Table => self.set_table_comment(&self.naming().object(name), comment, place),
            CommentObject::Column => {
                let mut parts: Vec<Ident> =
                    name.0.iter().filter_map(|part| part.as_ident()).map(|part| self.naming().sql_ident(part)).collect();
                let (Some(column), Some(table)) = (parts.pop(), parts.pop()) else { return Effect::Applied };
                let table = TableName { schema: parts.pop(), name: table };
                self.alter_column(&table, &column, Facet::Comment(comment), place)
            }
            _ => Effect::Applied,
        }
    }

    /// `SELECT … INTO t`, the one query that makes a table.
    fn select_into(&mut self, query: &ast::Query, place: Span) -> Option<Effect> {
        let ast::SetExpr::Select(select) = &*query.body else { return None };
        let into = select.into.as_ref()?;
        if into.temporary {
            return Some(Effect::Applied);
        }
        let parts: Vec<Ident> = match into.targets.first()? {
            ast::Expr::Identifier(ident) => vec![self.naming().sql_ident(ident)],
            ast::Expr::CompoundIdentifier(parts) => parts.iter().map(|part| self.naming().sql_ident(part)).collect(),
            _ => return None,
        };
        let mut parts = parts.into_iter().rev();
        let name = parts.next()?;
        let name = TableName { schema: parts.next(), name };
        let effect = self.create_table(&crate::model::Table::new(name.clone(), place), false, place);
        let key = self.naming().key(&name);
        if let Some(mut table) = self.settled(&key) {
            table.knowledge = super::super::Knowledge::Partial(Why::new(place, Reason::Other("its columns come from a query".into())));
            self.put_table(key, table);
        }
        Some(effect)
    }

    fn use_view(&mut self, name: &TableName, place: Span) -> Effect {
        match self.has_view(name) {
            super::super::Answer::Yes(_) => Effect::Applied,
            answer => {
                self.meet_stranger(&name.name.text, place);
                Effect::Unsure(answer.why().clone())
            }
        }
    }
}

/// How a sequence is told to count.
pub(super) fn sequence_settings(options: &[ast::SequenceOptions]) -> SequenceOptions {
    let number = |expression: &ast::Expr| expression.to_string().replace(' ', "").parse().ok();
    let mut settings = SequenceOptions::default();
    for option in options {
        match option {
            ast::SequenceOptions::IncrementBy(value, _) => settings.increment = number(value),
            ast::SequenceOptions::StartWith(value, _) => settings.start = number(value),
            ast::SequenceOptions::MinValue(value) => settings.minvalue = value.as_ref().and_then(number),
            ast::SequenceOptions::MaxValue(value) => settings.maxvalue = value.as_ref().and_then(number),
            ast::SequenceOptions::Cache(value) => settings.cache = number(value),
            ast::SequenceOptions::Cycle(no) => settings.cycle = Some(!*no),
        }
    }
    settings
}
