//! Columns: change of type, nullability, default, comment.

use std::rc::Rc;

use super::super::table::Part;
use super::super::{Effect, FailureKind, Gaps, Schema};
use super::Opened;
use crate::model::{Column, Ident, ServerDefault, TableName, Type};
use crate::source::Span;

/// One thing of a column that is set anew.
#[derive(Clone, Debug, PartialEq)]
pub enum Facet {
    Type(Rc<Type>),
    Nullable(bool),
    /// The default, a computed expression or an identity; `None` drops it.
    Default(Option<ServerDefault>),
    Comment(Option<Rc<str>>),
}

impl Schema {
    /// Sets one thing of a column anew.
    pub fn alter_column(&mut self, table: &TableName, column: &Ident, facet: Facet, place: Span) -> Effect {
        let mut opened = match self.open(table, place) {
            Ok(opened) => opened,
            Err(effect) => return effect,
        };
        let answer = opened.table.has_column(self.naming(), column);
        let object = opened.describe_column(column);
        if let Err(effect) = opened.require(answer, FailureKind::UndefinedColumn, || object) {
            return effect;
        }
        self.meet_column(&mut opened, column);
        self.set_facet(&mut opened, column, facet);
        self.close(opened)
    }

    /// Lists a column that is used though nothing made it.
    fn meet_column(&self, opened: &mut Opened, column: &Ident) {
        let name = self.naming().ident(column);
        if opened.table.column(self.naming(), column).is_none() {
            let met = Column { place: opened.place, ..Column::new(column.clone(), Rc::new(Type::null())) };
            opened.table.definition.columns.push(Rc::new(met));
            opened.table.gaps.insert(Rc::clone(&name), Gaps::ALL);
        }
        opened.there(Part::Column(name));
    }

    fn set_facet(&mut self, opened: &mut Opened, column: &Ident, facet: Facet) {
        let name = self.naming().ident(column);
        self.set_sequence(opened, &name, &facet);
        let mut gaps = opened.table.gaps.get(&name).copied().unwrap_or_default();
        match &facet {
            Facet::Type(_) => gaps.ty = false,
            Facet::Nullable(_) => gaps.nullable = false,
            Facet::Default(_) => gaps.default = false,
            Facet::Comment(_) => gaps.comment = false,
        }
        if gaps.is_none() {
            opened.table.gaps.remove(&name);
        } else {
            opened.table.gaps.insert(Rc::clone(&name), gaps);
        }
        let Some(found) = opened.table.definition.columns.iter_mut().find(|other| self.naming().same(&other.name, column)) else { return };
        let found = Rc::make_mut(found);
        match facet {
            Facet::Type(ty) => found.ty = ty,
            Facet::Nullable(nullable) => found.nullable = nullable,
            Facet::Default(default) => found.server_default = default,
            Facet::Comment(comment) => found.comment = comment,
        }
    }

    /// Follows the sequence that an identity has, and that a replaced default no longer draws from.
    fn set_sequence(&mut self, opened: &mut Opened, column: &Rc<str>, facet: &Facet) {
        let Facet::Default(default) = facet else { return };
        let identity = matches!(default, Some(ServerDefault::Identity(_)));
        let place = opened.place;
        match opened.table.sequences.get_mut(column) {
            Some(owned) if owned.is_default => owned.is_default = false,
            Some(owned) if !identity => {
                let owned = owned.clone();
                opened.table.sequences.remove(column);
                self.drop_owned_sequence(&owned, place);
            }
            None if identity => {
                self.own_sequence(&mut opened.table, &opened.key, column, false);
                if let Some(owned) = opened.table.sequences.get(column).cloned() {
                    self.put_owned_sequence(&owned, &opened.key.clone(), place);
                }
            }
            _ => {}
        }
    }
}
